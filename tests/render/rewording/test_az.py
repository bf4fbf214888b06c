"""Another figure, date or name in the form in which a draft's stood."""

import pytest

from korpu.claims import Value
from korpu.render.rewording import rewording
from korpu.render.rewording.az import amount, amount_end, date, name
from korpu.translations import table


@pytest.mark.parametrize(
    ("written", "old", "new", "expected"),
    [
        ("742 milyon dollar", "exact", "exact 702500000", "702,5 milyon dollar"),
        ("74,9 milyon dollara", "exact", "exact 47900000", "47,9 milyon dollara"),
        ("1 milyard 315,8 milyon dollar", "exact", "exact 1100000000", "1,1 milyard dollar"),
        ("110-dur", "exact", "exact 140", "140-dır"),
        ("110-a", "exact", "exact 143", "143-ə"),
        ("600-ə yaxın", "up_to", "exact 850", "850"),
        ("100-dən çox", "over", "over 250", "250-dən çox"),
        ("120", "exact", "over 150", "150-dən çox"),
        ("30 min", "exact", "exact 45000", "45 min"),
        ("1 100", "exact", "exact 1480", "1\u00a0480"),
        ("900 milyon dolları keçib", "over", "exact 905600000", None),
        ("110-luq", "exact", "exact 140", None),
    ],
)
def test_an_amount_takes_the_form_of_another(written: str, old: str, new: str, expected: str | None) -> None:
    bound, figure = new.split()
    told = amount(
        written.replace("1 100", "1\u00a0100"),
        Value("1", "USD", old),
        Value(figure, "USD", bound),
        table("az"),
    )  # type: ignore[arg-type]
    assert told == expected


def test_an_amount_in_another_unit_is_not_put_in() -> None:
    assert amount("5", Value("5", "USD", "exact"), Value("7", "EUR", "exact"), table("az")) is None


@pytest.mark.parametrize(
    ("sentence", "end", "whole"),
    [
        ("600-ə yaxın şirkət", 3, "600-ə yaxın"),
        ("310 min azərbaycanlı", 3, "310 min"),
        ("140 sənəd", 3, "140"),
        ("minə yaxın", 0, ""),
    ],
)
def test_an_amount_goes_on_to_its_ending(sentence: str, end: int, whole: str) -> None:
    assert sentence[: amount_end(sentence, end)] == whole


@pytest.mark.parametrize(
    ("written", "old", "new", "expected"),
    [
        ("2011-ci ildən", "2011", "2009-09-24", "2009-cu il sentyabrın 24-dən"),
        ("1995-ci il mayın 12-də", "1995-05-12", "1995-06-03", "1995-ci il iyunun 3-də"),
        ("19 iyun 1992-ci ildə", "1992-06-19", "1992-06", "1992-ci ilin iyununda"),
        ("2012-ci ildə", "2012", "2004-10", "2004-cü ilin oktyabrında"),
        ("iyunun 3-də", "1995-06-03", "1995-05-12", None),
        ("ötən il", "2023", "2022", None),
    ],
)
def test_a_date_takes_the_form_of_another(written: str, old: str, new: str, expected: str | None) -> None:
    assert date(written, old, new) == expected


@pytest.mark.parametrize(
    ("written", "old", "new", "expected"),
    [
        ("Giorgi Mamaladzedir", "Giorgi Mamaladze", "Tamar Kobalia", "Tamar Kobaliadır"),
        ("Rövşən Talıblıya", "Rövşən Talıblı", "Nigar Səmədzadə", "Nigar Səmədzadəyə"),
        ("Marek Zaleyskinin", "Marek Zaleyski", "Anna Vuytsik", "Anna Vuytsikin"),
        ("Lars Hansen", "Lars Hansen", "Olav Moe", "Olav Moe"),
        ("Lars Hansengil", "Lars Hansen", "Olav Moe", None),
    ],
)
def test_a_name_takes_the_ending_of_another(written: str, old: str, new: str, expected: str | None) -> None:
    assert name(written, old, new) == expected


def test_a_language_without_rewording_has_none() -> None:
    assert rewording("en") is None and rewording("az") is not None
