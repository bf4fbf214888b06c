"""The form of a claim."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from korpu.claims import Claim, Value
from korpu.contract import check_claim
from korpu.kinds import RoleType, kinds
from korpu.ledger.store import open_ledger
from korpu.web.document.fillers import Unfit, read_amount, read_date, read_role
from korpu.web.document.form import fields_of, given_by, read_form
from korpu.web.interface import interface, offered
from tests.samples import make_document, opened, turnover

DOCUMENT = make_document()


@pytest.mark.parametrize("language", offered())
def test_a_form_that_nobody_touched_makes_the_claim_that_it_was_filled_with(
    sample_ledger: Path, language: str
) -> None:
    words = interface(language)
    with open_ledger(sample_ledger) as ledger:
        for stored in ledger.documents():
            document = ledger.document(stored.id)
            for claim in ledger.claims_in(stored.id):
                made, errors = read_form(
                    given_by(claim, words), document, claim.start, claim.end, claim, words
                )
                assert not errors, claim
                assert made == replace(claim, trace=None)


@pytest.mark.parametrize("name", kinds())
@pytest.mark.parametrize("language", offered())
def test_every_kind_has_its_fields_each_with_a_label(language: str, name: str) -> None:
    fields = fields_of(kinds()[name], {}, {}, interface(language))
    assert all(field.label for field in fields)
    assert {f"role-{role}" for role in kinds()[name].roles} <= {field.name for field in fields}


def corrected(claim: Claim, **given: str) -> tuple[Claim | None, dict[str, str]]:
    words = interface("en")
    return read_form(given_by(claim, words) | given, DOCUMENT, claim.start, claim.end, claim, words)


def test_states_are_read_by_name_in_any_language_and_dates_with_dots() -> None:
    made, errors = corrected(opened(DOCUMENT), parties="Norveç\n peru \n", when="3.5.1997", speaker=" X  Y ")
    assert not errors and made is not None
    assert (made.parties, made.when, made.when_from, made.speaker) == (
        ("NO", "PE"), "1997-05-03", "stated", "X Y",
    )  # fmt: skip
    check_claim(made)


def test_how_a_date_was_got_is_kept_where_the_date_is() -> None:
    claim = opened(DOCUMENT, when_from="published")
    kept, _ = corrected(claim, speaker="X")
    changed, _ = corrected(claim, when="1998")
    none, _ = corrected(claim, when="")
    assert [one and one.when_from for one in (kept, changed, none)] == ["published", "stated", None]


def test_what_is_wrong_is_told_by_field() -> None:
    _, errors = corrected(
        turnover(DOCUMENT),
        parties="Norveç",
        when="tomorrow",
        amount="4,5",
        unit="XXX1",
        bound="x",
        stance="y",
    )
    assert errors.keys() == {"parties", "when", "amount", "unit", "bound", "stance"}
    assert "tomorrow" in errors["when"]
    _, errors = corrected(turnover(DOCUMENT), amount="")
    assert errors.keys() == {"amount"}
    _, errors = corrected(turnover(DOCUMENT), kind="nothing")
    assert errors.keys() == {"kind"}
    _, errors = corrected(turnover(DOCUMENT), amount="5", to="4")
    assert errors.keys() == {"to"}
    _, errors = corrected(opened(DOCUMENT), **{"role-mission": "castle", "role-host": "Nowhere"})
    assert errors.keys() == {"role-mission", "role-host"}


def test_an_amount_has_its_unit_bound_and_scale() -> None:
    made, _ = corrected(turnover(DOCUMENT), amount="4.5", to="5", scale="1000000", unit="EUR", bound="over")
    assert made is not None
    assert made.value == Value("4500000", "EUR", "over", "5000000")


@pytest.mark.parametrize(
    ("language", "text", "scale", "expected"),
    [
        ("az", "598 468,6", "1", "598468.6"),
        ("az", "4,5", "1000000", "4500000"),
        ("en", "598,468.6", "1", "598468.6"),
        ("en", "-3.50", "1", "-3.50"),
        ("en", "12", "1000", "12000"),
        ("az", "1,5", "1000", "1500"),
    ],
)
def test_amounts_are_read_in_the_marks_of_the_language(
    language: str, text: str, scale: str, expected: str
) -> None:
    assert read_amount(text, scale, interface(language)) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "4,5"),
        ("az", "4.5"),
        ("az", "1.234.567"),
        ("en", "1,23"),
        ("en", "many"),
        ("en", "1e5"),
        ("en", "--1"),
    ],
)
def test_marks_of_another_language_are_not_guessed(language: str, text: str) -> None:
    with pytest.raises(Unfit):
        read_amount(text, "1", interface(language))


def test_a_scale_that_there_is_none_of_is_refused() -> None:
    with pytest.raises(Unfit):
        read_amount("1", "7", interface("en"))


@pytest.mark.parametrize("text", ["31.02.2004", "2004-13", "soon", "1.1.99"])
def test_what_is_no_date_is_said(text: str) -> None:
    with pytest.raises(Unfit, match=text[:3]):
        read_date(text, interface("en"))


def test_what_is_known_by_a_code_may_be_named_and_anything_else_is_kept() -> None:
    words = interface("az")
    assert read_role(RoleType.ORGANISATION, "organisation", "bmt", words) == "UN"
    assert read_role(RoleType.ORGANISATION, "organisation", "Yeni Birlik", words) == "Yeni Birlik"
    assert read_role(RoleType.PERSONS, "participants", "Aytən\n\nBat Dorj", words) == ("Aytən", "Bat Dorj")
    assert read_role(RoleType.ACTOR, "giver", "Türkiyə", words) == "TR"
    assert read_role(RoleType.PERSON, "person", "  ", words) is None
