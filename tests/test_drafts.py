"""Drafts held against a ledger."""

from pathlib import Path

from korpu.document import Document, SourceCard
from korpu.drafts import hold_against
from korpu.ledger.store import open_ledger
from korpu.reading.read import read_document

SAID = Document("Norveçin Çilidəki səfirliyi 1997-ci ildə açılıb.", SourceCard(published="2019"))
DRAFT = Document(
    "Norveçin Çilidəki səfirliyi 1998-ci ildə açılıb. Çilinin Peruda səfirliyi 1990-cı ildə açılıb."
)


def test_each_claim_is_held_against_what_the_ledger_has_on_its_states(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.ledger") as ledger:
        ledger.add(SAID, read_document(SAID))
        held = hold_against(ledger, read_document(DRAFT))
        assert [one.verdict for one in held.checked] == ["contradicted", "not_in_ledger"]
        assert held.cards == {SAID.id: SAID.card}


def test_only_what_is_claimed_of_the_two_states_is_held(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.ledger") as ledger:
        held = hold_against(ledger, read_document(DRAFT), ("PE", "CL"))
        assert [one.claim.parties for one in held.checked] == [("CL", "PE")]
