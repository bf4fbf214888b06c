from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from korpu.claims import Claim, Step, Trace
from korpu.document import Document, SourceCard
from korpu.findings import Finding, find
from korpu.ledger.store import Ledger, open_ledger
from korpu.reading.read import read_document

from .told import ids, the, told


def dated(date: str, when_from: str = "assumed", when: str = "2021", **fields: object) -> Claim:
    claim = told("trade.turnover", when, "exact 40 USD", when_from=when_from, **fields)
    steps = (
        Step("when", "published-1Y", claim.start, claim.start + 8),
        Step("when", f"counted_from:{date}"),
    )
    return msgspec.structs.replace(claim, trace=Trace("trade.turnover/turnover", steps))


def test_the_date_taken_for_a_documents_own_is_said_with_its_ground():
    claims = [dated("2022"), told("visit", "2019-05-01", visitor="Ana Soto", to="PE")]
    finding = the("date_assumed", find(claims, {}))
    assert (finding.status, finding.claims) == ("inferred", ids(claims[0]))
    words = claims[0].quote[:8]
    assert finding.reason.sentence() == (
        "A document does not say when it was published. By its text, which names 2019, it was taken to be of 2022; "
        f"«{words}» was counted from that, as 2021."
    )
    assert words in finding.reason.sentence("az")


def test_a_date_counted_from_a_known_publication_is_no_assumption():
    codes = {finding.reason.code for finding in find([dated("2022", "published")], {})}
    assert not [code for code in codes if code.startswith("date_assumed")]


def test_documents_are_remarked_on_one_by_one():
    claims = [dated("2022"), dated("2022", when="2020"), dated("2019", when="2018", doc="b")]
    found = [f for f in find(claims, {}) if f.reason.code == "date_assumed_only"]
    assert sorted(len(finding.claims) for finding in found) == [1, 2]


@pytest.mark.parametrize(
    ("steps", "is_assumed"),
    [
        ((("row", -1),), True),
        ((("row", -1), ("points:first", -1)), True),
        ((("row", -1), ("points:our", -1)), False),
        ((("owner", 5),), False),
        ((), False),
    ],
)
def test_whose_figures_a_table_gives_is_an_assumption_where_no_words_say_it(
    steps: tuple[tuple[str, int], ...], is_assumed: bool
):
    claim = told("trade.exports", "2021", "exact 40 USD", reporter="PE")
    told_by = tuple(Step("role:reporter", how, start, start + 1) for how, start in steps)
    traced = msgspec.structs.replace(claim, trace=Trace("trade.exports/exported", told_by))
    found = [f for f in find([traced], {}) if f.reason.code == "reporter_assumed"]
    assert [(f.status, f.roles) for f in found] == ([("inferred", {"reporter": "PE"})] if is_assumed else [])
    assert all("Peru" in f.reason.sentence() and "Peru" in f.reason.sentence("az") for f in found)


TABLE = """Çili–Norveç əlaqələri

Ticarət

İl | İxrac | İdxal | Dövriyyə
2020 | 25 919,70 | 116 107,75 | 142 027,45
2021 | 39 893,97 | 95 905,00 | 135 798,97
"""
NEWS = (
    "2020-ci ildə Çili ilə Norveçin ticarət dövriyyəsi 142 milyon dollar olub. "
    "Ötən il Çili ilə Norveçin ticarət dövriyyəsi 90 milyon dolları ötüb."
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.sqlite") as opened:
        for text in (TABLE, NEWS):
            document = Document(text, SourceCard(title=text.partition("\n")[0]))
            opened.add(document, read_document(document))
        yield opened


def inferred(ledger: Ledger) -> dict[str, Finding]:
    cards = {document.id: document.card for document in ledger.documents()}
    return {f.reason.code: f for f in find(ledger.claims(), cards) if f.status == "inferred"}


def test_an_inference_goes_with_the_claims_it_rests_on(ledger: Ledger):
    found = inferred(ledger)
    assert {"reporter_assumed", "date_assumed"} <= set(found)
    assert found["reporter_assumed"].roles == {"reporter": "CL"}
    assert len(found["reporter_assumed"].claims) == 4
    for code in ("reporter_assumed", "date_assumed"):
        for id in found[code].claims:
            ledger.withdraw(id, "a test")
    assert not {"reporter_assumed", "date_assumed"} & set(inferred(ledger))


def test_an_inferred_unit_goes_with_the_figure_that_gave_it_away(ledger: Ledger):
    unit = inferred(ledger)["unit_inferred"]
    assert unit.value and (unit.value.amount, unit.value.unit) == ("1000", "USD")
    (figure,) = [c for c in ledger.claims() if c.when == "2020" and c.value and c.value.unit == "USD"]
    ledger.withdraw(figure.id, "a test")
    assert "unit_inferred" not in inferred(ledger)
