"""The eight named cases of the design, from the documents to the findings: read, added, compared.

Each runs on the two founding documents, where `../shared` is beside the repository, and on the two sample
documents that were written after them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from korpu.claims import Claim
from korpu.document import Document, SourceCard
from korpu.findings import Finding, find
from korpu.ledger.store import open_ledger
from korpu.reading.read import read_document
from korpu.sources.samples import read_samples

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
PLACES = ["samples", *(["seeds"] if SEEDS.is_dir() else [])]


class File:
    """The ledger's answer on Azerbaijan and Kazakhstan after both documents were added."""

    def __init__(self, claims: list[Claim], findings: tuple[Finding, ...]) -> None:
        self.claims = {claim.id: claim for claim in claims}
        self.findings = findings

    def on(self, kind: str, code: str, when: str | None = None) -> Finding:
        """The one finding on a kind that has a reason of this code."""
        fitting = [
            f for f in self.findings if f.kind == kind and f.reason.code == code and when in (None, f.when)
        ]
        assert len(fitting) == 1, [(f.kind, f.when, f.status, f.reason.code) for f in self.findings]
        return fitting[0]

    def evidence(self, finding: Finding) -> list[Claim]:
        """The claims that the finding rests on."""
        return [self.claims[id] for id in finding.claims]


@pytest.fixture(scope="module", params=PLACES)
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[File]:
    if request.param == "seeds":
        documents = [
            Document(path.read_text(encoding="utf-8"), SourceCard(origin=path.name))
            for path in sorted(SEEDS.glob("*.txt"))
        ]
    else:
        documents = read_samples()[:2]
    with open_ledger(tmp_path_factory.mktemp(request.param) / "ledger") as ledger:
        for document in documents:
            ledger.add(document, read_document(document))
        claims = ledger.claims(("AZ", "KZ"))
        cards = {stored.id: stored.card for stored in ledger.documents()}
        yield File(claims, find(claims, cards))


def amounts(claims: list[Claim]) -> set[str]:
    return {claim.value.amount for claim in claims if claim.value}


def test_s1_turnover_of_2021_is_disputed_and_mirror_statistics_are_a_possible_reason(file: File) -> None:
    finding = file.on("trade.turnover", "values_differ_times", "2021")
    assert finding.status == "disputed"
    assert amounts(file.evidence(finding)) == {"135798.97", "330000000"}
    reason = finding.reason.sentence("en")
    assert "2.4 times" in reason
    assert "2021" in reason
    assert "worked out from its text" in reason
    assert "possible reason" in reason
    assert "mirror statistics" in reason


def test_s2_the_tables_unit_is_inferred_and_the_two_figures_of_2022_agree_as_rounded(file: File) -> None:
    unit = file.on("trade.turnover", "unit_inferred")
    assert unit.status == "inferred"
    assert "1,000 US dollars" in unit.reason.sentence("en")
    figure = file.on("trade.turnover", "rounded", "2022")
    assert figure.status == "agreed"
    assert amounts(file.evidence(figure)) == {"598468.6", "599000000"}
    assert {comparison.relation for comparison in figure.comparisons} == {"refines"}


@pytest.mark.parametrize("year", ["2020", "2021", "2022"])
def test_s3_exports_and_imports_add_up_to_the_turnover(file: File, year: str) -> None:
    finding = file.on("trade.turnover", "sum_holds", year)
    assert finding.status == "inferred"
    assert {claim.kind for claim in file.evidence(finding)} == {
        "trade.exports",
        "trade.imports",
        "trade.turnover",
    }


def test_s4_over_100_and_up_to_130_documents_are_compatible(file: File) -> None:
    finding = file.on("agreement.count", "ranges_overlap")
    assert finding.status == "agreed"
    assert amounts(file.evidence(finding)) == {"100", "130"}


def test_s5_nearly_the_same_sentence_in_two_documents_is_one_witness(file: File) -> None:
    finding = file.on("diaspora.size", "one_witness")
    assert finding.status == "single"
    claims = file.evidence(finding)
    assert len({claim.document for claim in claims}) == 2
    assert {claim.stance for claim in claims} == {"estimate", "fact"}


def test_s6_founded_by_law_and_opened_seven_years_later_are_two_claims_in_order(file: File) -> None:
    embassies = [
        f
        for f in file.findings
        if f.reason.code == "sequence_holds"
        and f.roles.get("mission") == "embassy"
        and f.when == "2004-03-01"
    ]
    assert len(embassies) == 1
    claims = {claim.kind: claim.when for claim in file.evidence(embassies[0])}
    assert claims == {"mission.founded": "1997-04-11", "mission.opened": "2004-03-01"}
    assert "6 years 10 months" in embassies[0].reason.sentence("en")


def test_s7_the_target_for_2022_was_met_and_the_billion_is_open(file: File) -> None:
    met = file.on("trade.turnover", "target_met")
    assert met.status == "met"
    assert "500000000" in amounts(file.evidence(met))
    billion = file.on("trade.turnover", "target_undated")
    assert billion.status == "open"
    assert amounts(file.evidence(billion)) == {"1000000000"}


def test_s8_marks_are_no_part_of_a_name_and_undated_ambassadors_are_probably_stale(file: File) -> None:
    heads = [f for f in file.findings if f.kind == "mission.head" and f.reason.code == "as_of_document"]
    assert {f.roles["sender"] for f in heads} == {"AZ", "KZ"}
    for finding in heads:
        assert finding.status == "single"
        assert not set("?!][") & set(str(finding.roles["person"]))
        assert "stale" in finding.reason.sentence("en")
