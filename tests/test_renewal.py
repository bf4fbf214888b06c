from __future__ import annotations

from pathlib import Path

import pytest

from korpu.claims import Claim
from korpu.findings import find_in_block
from korpu.findings.blocks import block_of, blocks
from korpu.ledger.store import Ledger, open_ledger
from korpu.reading.read import read_document
from korpu.renewal import renewed
from korpu.sources.samples import read_samples

READ = [(document, read_document(document)) for document in read_samples()]


@pytest.fixture
def ledger(tmp_path: Path):  # type: ignore[no-untyped-def]
    with open_ledger(tmp_path / "ledger") as ledger:
        yield ledger


def all_anew(ledger: Ledger) -> dict[object, object]:
    """The findings of every block, each found from all claims of the ledger."""
    claims = ledger.claims()
    cards = {document.id: document.card for document in ledger.documents()}
    signatures = {
        id: signature
        for pair in {claim.parties for claim in claims}
        for id, signature in ledger.pair_file((pair[0], pair[1])).signatures.items()
    }
    return {block: find_in_block(told, cards, None, signatures) for block, told in blocks(claims).items()}


def test_what_a_document_renews_is_what_finding_everything_anew_comes_to(ledger: Ledger) -> None:
    kept: dict[object, object] = {}
    for document, claims in READ:
        ledger.add(document, claims)
        kept |= renewed(ledger, claims)
        assert kept == all_anew(ledger)


def test_a_withdrawal_renews_what_the_claim_stood_in(ledger: Ledger) -> None:
    for document, claims in READ[:3]:
        ledger.add(document, claims)
    kept = all_anew(ledger)
    gone = next(claim for claim in READ[0][1] if claim.kind == "trade.turnover")
    ledger.withdraw(gone.id, "a mistake")
    found = renewed(ledger, [gone])
    assert list(found) == [block_of(gone.kind, gone.parties)]
    assert {**kept, **found} == all_anew(ledger)


def test_what_is_said_on_the_same_states_is_read_once_and_nothing_else(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[tuple[object, ...]] = []
    document, claims = READ[0]
    ledger.add(document, claims)
    trade = [claim for claim in claims if claim.kind.startswith("trade.")]
    whole = Ledger.block_file

    def watched(ledger: Ledger, *asked: object) -> object:
        read.append(asked)
        return whole(ledger, *asked)  # type: ignore[arg-type]

    monkeypatch.setattr(Ledger, "block_file", watched)
    renewed(ledger, trade)
    assert {tuple(parties) for parties, *_ in read} == {claim.parties for claim in trade}  # type: ignore[arg-type]
    assert len(read) == len({claim.parties for claim in trade})
    assert all(kind.startswith("trade.") for _, kinds, *_ in read for kind in kinds)  # type: ignore[attr-defined]


def test_nothing_touched_renews_nothing(ledger: Ledger) -> None:
    assert renewed(ledger, list[Claim]()) == {}
