import ast
import string
from pathlib import Path

import pytest

import korpu.findings
from korpu.clauses import Part
from korpu.how import TERMS
from korpu.kinds import kinds
from korpu.translations import NotTranslated, formats, languages, table, translate


def fields(template: str) -> set[tuple[str, str | None]]:
    return {(name, spec) for _, name, spec, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("language", languages())
def test_every_reason_is_in_every_language_with_the_same_details(language: str):
    ours, theirs = table(language)["reasons"], table("en")["reasons"]
    assert set(ours) == set(theirs)
    for code, template in theirs.items():
        assert {name for name, _ in fields(ours[code])} <= {name for name, _ in fields(template)}, code


@pytest.mark.parametrize("language", languages())
def test_fields_name_formats_that_there_are(language: str):
    specs = {spec for template in table(language)["reasons"].values() for _, spec in fields(template) if spec}
    assert specs <= set(formats.FORMATS)


def codes_in_source() -> set[str]:
    """Every first argument of `Reason(…)` in the findings that is written out there."""
    codes = set()
    for path in Path(korpu.findings.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Reason":
                code = node.args[0]
                choices = (code.body, code.orelse) if isinstance(code, ast.IfExp) else (code,)
                codes |= {str(choice.value) for choice in choices if isinstance(choice, ast.Constant)}
    return codes


def test_every_reason_that_is_given_has_a_sentence():
    assert codes_in_source() <= set(table("en")["reasons"])


@pytest.mark.parametrize(
    ("language", "form", "text", "expected"),
    [
        ("en", "number", "135798970", "135,798,970"),
        ("az", "number", "135798970", "135\u00a0798\u00a0970"),
        ("az", "number", "-1234.5", "-1234,5"),
        ("az", "number", "many", "many"),
        ("en", "value", "over 340000000 USD", "over 340,000,000 US dollars"),
        ("az", "value", "over 100 document", "100 sənəddən çox"),
        ("az", "value", "up_to 400000 person", "400\u00a0000 nəfərə qədər"),
        ("az", "value", "over 5 CHF", "5 CHF məbləğindən çox"),
        ("en", "value", "exact 1 company", "1 company"),
        ("en", "value", "about 20/30 document", "about 20–30 documents"),
        ("en", "value", "exact 5.5 -", "5.5"),
        ("en", "date", "2004-03-01", "1 March 2004"),
        ("az", "date", "2004-03-01", "1 mart 2004-cü il"),
        ("az", "date", "2016-03", "2016-cı ilin mart ayı"),
        ("az", "date", "199X", "1990-cı illər"),
        ("az", "date", "2000", "2000-ci il"),
        ("az", "date", "1900", "1900-cü il"),
        ("az", "date", "2010", "2010-cu il"),
        ("az", "date", "2021~", "təxminən 2021-ci il"),
        ("en", "date", "2016-03-04/..", "since 4 March 2016"),
        ("en", "date", "../1992", "until 1992"),
        ("en", "date", "2022/2026", "2022 to 2026"),
        ("en", "date", "2023-22", "summer 2023"),
        ("en", "date", "", ""),
        ("en", "span", "P6Y10M", "6 years 10 months"),
        ("en", "span", "P1Y0M", "1 year"),
        ("az", "span", "P0Y0M", "0 gün"),
        ("az", "step", "mission.opened", "fəaliyyətə başlama"),
        ("az", "sum", "1250.75 + 12345", "1250,75 + 12\u00a0345"),
    ],
)
def test_details_are_written_as_people_read_them(language: str, form: str, text: str, expected: str):
    assert formats.FORMATS[form](text, table(language)) == expected


@pytest.mark.parametrize(("language", "code"), [("xx", "one_claim"), ("az", "no_such_code")])
def test_what_is_not_translated_is_said(language: str, code: str):
    with pytest.raises(NotTranslated, match=code if language == "az" else "there are: az, en"):
        translate(language, "reasons", code)


@pytest.mark.parametrize("language", languages())
def test_every_role_and_every_step_has_words(language: str):
    words = table(language)
    assert {role for kind in kinds().values() for role in kind.roles} == words["roles"].keys()
    terms = {code.partition(":")[0] for code in words["how"]}
    assert terms == TERMS


@pytest.mark.parametrize(
    "section", ["roles", "how", "stances", "relations", "statuses", "explain", "news", "news_counts"]
)
@pytest.mark.parametrize("language", languages())
def test_what_is_said_of_an_explanation_is_in_every_language(language: str, section: str):
    ours, theirs = table(language)[section], table("en")[section]
    assert ours.keys() == theirs.keys()
    for code, template in theirs.items():
        assert fields(ours[code]) == fields(template), code


def test_every_part_of_a_clause_is_a_step_that_has_words():
    assert {part.value for part in Part} <= TERMS
