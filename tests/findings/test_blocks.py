from __future__ import annotations

from korpu.findings import SORTS, find_in_block
from korpu.findings.blocks import Block, block_of, blocks, families, kinds_of
from korpu.findings.case import open_case
from korpu.kinds import kinds
from korpu.reading.read import read_document
from korpu.sources.samples import read_samples

from .told import told


def test_a_kind_is_of_one_family_with_all_that_it_is_checked_against() -> None:
    assert set(families()) == set(kinds())
    assert kinds_of(families()["mission.closed"]) == ("mission.closed", "mission.founded", "mission.opened")


def test_claims_are_of_the_block_of_their_states_and_family() -> None:
    claims = [
        told("trade.exports"),
        told("trade.turnover"),
        told("trade.turnover", parties=("AR", "UY")),
        told("visit"),
    ]
    assert {block: len(found) for block, found in blocks(claims).items()} == {
        Block(("PE", "UY"), families()["trade.exports"]): 2,
        Block(("AR", "UY"), families()["trade.exports"]): 1,
        Block(("PE", "UY"), families()["visit"]): 1,
    }


def test_a_kind_that_is_not_declared_is_of_no_block() -> None:
    assert block_of("moon.landing", ("PE", "UY")) is None
    assert blocks([told("moon.landing")]) == {}


def test_no_sort_finds_anything_across_blocks() -> None:
    documents = read_samples()
    claims = [claim for document in documents for claim in read_document(document)]
    cards = {document.id: document.card for document in documents}
    case = open_case(claims, cards, None, {})
    whole = sorted((f.kind, f.status, f.reason.code, f.claims) for sort in SORTS for f in sort(case))
    parts = [finding for part in blocks(claims).values() for finding in find_in_block(part, cards, None, {})]
    assert sorted((f.kind, f.status, f.reason.code, f.claims) for f in parts) == whole
