"""Claims and documents come a page after another, whatever is added between two pages."""

import datetime as dt

import pytest

from korpu.ledger import latest
from korpu.ledger.by_date import place_of
from korpu.ledger.latest import Place
from korpu.ledger.store import Ledger
from tests.samples import make_document, opened, turnover

DATES = ("2021", "2021-05", "2020~", "../2019", None, "2020-12-31", "2022")


@pytest.fixture
def made(ledger: Ledger) -> Ledger:
    for number, date in enumerate(DATES):
        document = make_document(f"{make_document().text} {number}.", **({"published": date} if date else {}))
        claims = [opened(document, when=date, when_from="stated" if date else None), turnover(document)]
        claims.append(opened(document, when="2023", stance="plan"))
        ledger.add(document, claims)
    return ledger


@pytest.mark.parametrize("as_of", [None, dt.date(2020, 12, 31), dt.date(1990, 1, 1), dt.date.max])
@pytest.mark.parametrize("kind", [None, "mission.opened", "visit"])
def test_claims_by_date_are_those_of_the_pair(made: Ledger, as_of: dt.date | None, kind: str | None) -> None:
    found = []
    while page := made.claims_by_date(
        ("NO", "CL"), place_of(found[-1]) if found else None, 2, kind=kind, as_of=as_of
    ):
        found += page
    expected = made.claims(("NO", "CL"), kind, as_of=as_of)
    assert {claim.id for claim in found} == {claim.id for claim in expected}
    assert found == sorted(expected, key=place_of)


@pytest.mark.parametrize("few", [1000, 0])
@pytest.mark.parametrize("parties", [(), ("CL", "NO"), ("CL", "PE")])
@pytest.mark.parametrize("as_of", [None, dt.date(2020, 12, 31)])
def test_documents_by_date_are_those_of_the_ledger_the_latest_first(
    made: Ledger, parties: tuple[str, ...], as_of: dt.date | None, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(latest, "FEW", few)
    found = []
    place = None
    while page := made.documents_by_date(parties, place, 2, as_of=as_of):
        found += page
        place = Place(page[-1].card.published, page[-1].id)
    assert sorted(found, key=lambda one: one.id) == sorted(
        made.documents(parties, as_of=as_of), key=lambda one: one.id
    )
    order = ["2022", "2021-05", "2021", "2020-12-31", "2020~", "../2019", None]
    assert [one.card.published for one in found] == [
        date for date in order if date in {one.card.published for one in found}
    ]
