from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from korpu.contract import NotAClaim
from korpu.document import Document
from korpu.ledger.errors import AlreadySo, DocumentWithdrawn, NotAsserted, QuoteMismatch, UnknownId, Withdrawn
from korpu.ledger.store import Ledger, open_ledger
from tests.ledger.clock import Clock
from tests.ledger.filled import dump, wrong
from tests.samples import make_document, opened, turnover


def filled(ledger: Ledger) -> tuple[Document, str]:
    """A document with one claim of a reader's; the document and the claim's id."""
    document = make_document(published="2021")
    claim = opened(document)
    ledger.add(document, [claim])
    return document, claim.id


def test_a_persons_claim_counts_as_any_other_and_is_noted_with_who_made_it_and_why(ledger: Ledger) -> None:
    document, _ = filled(ledger)
    roles = {"sender": "NO", "host": "CL", "office": "ambassador", "person": "Ane Brekke"}
    head = opened(document, kind="mission.head", roles=roles, when=None, when_from=None)
    id = ledger.by("Aytən").assert_claim(head, "oxuyan görməyib")
    assert id == head.id
    assert head in ledger.claims(("NO", "CL"), "mission.head")
    assert [count.claims for count in ledger.pairs()] == [2]
    assert [one.name for one in ledger.entities(("NO", "CL"), "person").entities] == ["Ane Brekke"]
    assert head in ledger.claims_by_date(("NO", "CL"))
    (hit,) = ledger.search("səfirliyi", ("NO", "CL"), "mission.head")
    assert hit.document == document.id
    change = ledger.log()[-1]
    assert (change.action, change.subject, change.author, change.because) == (
        "assert", id, "Aytən", "oxuyan görməyib",
    )  # fmt: skip
    assert ledger.asserted([id]) == ledger.asserted(document=document.id) == {id: change}


def test_what_a_claim_corrects_is_withdrawn_with_it_and_stays_in_the_log(ledger: Ledger) -> None:
    document, read = filled(ledger)
    id = ledger.assert_claim(opened(document, when="1998"), "il səhvdir", replaces=read[:6])
    assert [claim.id for claim in ledger.claims()] == [id]
    made, withdrawn = ledger.log()[-2:]
    assert (withdrawn.action, withdrawn.subject, withdrawn.because) == ("withdraw", read, "il səhvdir")
    assert withdrawn.of_change == made.number
    assert ledger.claim(read).when == "1997"
    ledger.restore(read)
    assert {claim.id for claim in ledger.claims()} == {id, read}


def test_the_trace_of_a_rule_is_not_a_persons(ledger: Ledger) -> None:
    document, _ = filled(ledger)
    assert ledger.claim(ledger.assert_claim(turnover(document), "əlavə")).trace is None


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"when": "sabah"}, NotAClaim),
        ({"roles": {"mission": "tent"}}, NotAClaim),
        ({"quote": "Norveçin Çilidəki səfirliyi 1998-ci ildə açılıb."}, QuoteMismatch),
        ({"start": 0}, QuoteMismatch),
        ({"start": 3, "end": 3, "quote": ""}, QuoteMismatch),
        ({"start": 6, "end": 7, "quote": " "}, QuoteMismatch),
        ({"document": "0" * 64}, UnknownId),
    ],
)
def test_a_claim_that_is_none_of_the_document_changes_nothing(
    path: Path, change: dict[str, Any], error: type[Exception]
) -> None:
    with open_ledger(path) as ledger:
        document, read = filled(ledger)
    before = dump(path)
    claim = msgspec.structs.replace(opened(document, when="1998"), **change)
    with open_ledger(path) as ledger, pytest.raises(error):
        ledger.assert_claim(claim, "səbəb", replaces=read)
    assert dump(path) == before


def test_a_claim_that_is_there_or_was_withdrawn_is_told_with_what_to_do(ledger: Ledger) -> None:
    document, read = filled(ledger)
    with pytest.raises(AlreadySo, match="accept it"):
        ledger.assert_claim(opened(document), "səbəb")
    with pytest.raises(AlreadySo, match="nothing to correct"):
        ledger.assert_claim(opened(document), "səbəb", replaces=read)
    ledger.withdraw(read, "səhv")
    with pytest.raises(AlreadySo, match=f"korpu restore {read[:8]}"):
        ledger.assert_claim(opened(document), "səbəb")
    with pytest.raises(Withdrawn):
        ledger.assert_claim(opened(document, when="1998"), "səbəb", replaces=read)
    ledger.withdraw(document.id, "təkrar")
    with pytest.raises(DocumentWithdrawn):
        ledger.assert_claim(opened(document, when="1998"), "səbəb")


def test_a_correction_is_of_the_same_document(ledger: Ledger) -> None:
    document, read = filled(ledger)
    other = make_document("Başqa. " + document.text)
    ledger.add(other, [])
    with pytest.raises(QuoteMismatch, match="to be corrected"):
        ledger.assert_claim(opened(other), "səbəb", replaces=read)


def test_an_accepted_claim_is_told_with_who_accepted_it_and_when(ledger: Ledger) -> None:
    document, read = filled(ledger)
    assert ledger.accepted([read]) == {}
    assert ledger.by("Aytən").accept(read[:8], "mətnlə tutuşdurdum") == read
    change = ledger.accepted([read])[read]
    assert (change.author, change.because) == ("Aytən", "mətnlə tutuşdurdum")
    assert ledger.accepted(document=document.id) == {read: change}
    with pytest.raises(AlreadySo, match="accepted already by Aytən"):
        ledger.accept(read)
    ledger.unaccept(read, "tələsdim")
    assert ledger.accepted([read]) == {}
    with pytest.raises(AlreadySo, match="not accepted"):
        ledger.unaccept(read)
    ledger.withdraw(read, "səhv")
    with pytest.raises(Withdrawn):
        ledger.accept(read)


def test_what_was_accepted_is_told_as_it_was_known(address: str) -> None:
    clock = Clock()
    with open_ledger(address, clock=clock) as ledger:
        _, read = filled(ledger)
        before = clock.pass_day()
        ledger.accept(read)
        then = clock.pass_day()
        ledger.unaccept(read)
        assert [len(ledger.accepted([read], known_at=at)) for at in (before, then, clock.now)] == [0, 1, 0]


def test_an_accepted_claim_stands_when_a_reader_does_not_make_it_any_more(ledger: Ledger) -> None:
    document, read = filled(ledger)
    ledger.accept(read)
    moves = ledger.reread(document, [turnover(document)])
    assert (moves.gone, moves.kept, len(ledger.claims())) == ((), (read,), 2)
    ledger.unaccept(read)
    assert ledger.reread(document, [turnover(document)]).gone == (read,)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    made=st.sets(st.sampled_from(["1990", "1991", "1992"])),
    read=st.lists(st.sets(st.sampled_from(["1990", "1991", "1997", "1999"])), max_size=3),
)
def test_no_reading_ever_withdraws_a_persons_claim_or_brings_back_what_it_corrected(
    tmp_path_factory: pytest.TempPathFactory, made: set[str], read: list[set[str]]
) -> None:
    path = tmp_path_factory.mktemp("people") / "ledger"
    with open_ledger(path, clock=Clock()) as ledger:
        document, first = filled(ledger)
        kept = {
            ledger.assert_claim(opened(document, when=when), "mən belə oxuyuram") for when in sorted(made)
        }
        kept.add(ledger.assert_claim(opened(document, when="1993"), "düzəliş", replaces=first))
        for again in read:
            ledger.reread(document, [opened(document, when=when) for when in sorted(again)])
            standing = {claim.id for claim in ledger.claims()}
            assert kept <= standing
            assert first not in standing
    assert wrong(path) == []


def test_a_persons_claim_touches_its_pair(address: str) -> None:
    clock = Clock()
    with open_ledger(address, clock=clock) as ledger:
        document, _ = filled(ledger)
        clock.pass_day()
        since = clock.now
        id = ledger.assert_claim(turnover(document), "əlavə")
        assert list(ledger.touched_pairs(since)) == [("CL", "NO")]
        assert {one: change.action for one, change in ledger.touched_claims(("CL", "NO"), since).items()} == {
            id: "assert"
        }


def corrected(ledger: Ledger) -> tuple[str, str]:
    """A claim of a reader's that a person corrected, and the correction."""
    document, read = filled(ledger)
    return read, ledger.assert_claim(opened(document, when="1998"), "il səhvdir", replaces=read)


def test_undoing_a_correction_brings_back_what_it_corrects_with_one_stroke(ledger: Ledger) -> None:
    read, id = corrected(ledger)
    assert ledger.by("Aytən").retract(id[:8], "düz imiş") == id
    assert [claim.id for claim in ledger.claims()] == [read]
    gone, back = ledger.log()[-2:]
    assert (gone.action, gone.subject, back.action, back.subject) == ("withdraw", id, "restore", read)
    assert gone.at == back.at and gone.author == back.author == "Aytən"
    assert gone.because == back.because == "düz imiş"
    with pytest.raises(AlreadySo):
        ledger.retract(id, "düz imiş")


def test_a_correction_is_undone_whole_or_not_at_all(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    _, id = corrected(ledger)
    before = ledger.log()

    def fail(*_: object) -> None:
        raise UnknownId("gone")

    monkeypatch.setattr("korpu.ledger.asserting.restore", fail)
    with pytest.raises(UnknownId):
        ledger.retract(id, "düz imiş")
    assert ledger.log() == before and [claim.id for claim in ledger.claims()] == [id]


def test_what_was_withdrawn_for_another_reason_since_stays_so_when_its_correction_is_undone(
    ledger: Ledger,
) -> None:
    read, id = corrected(ledger)
    ledger.restore(read)
    ledger.withdraw(read, "yenə səhvdir")
    ledger.retract(id, "bu da səhvdir")
    assert ledger.claims() == []


def test_what_no_person_made_is_not_undone(ledger: Ledger) -> None:
    _, read = filled(ledger)
    with pytest.raises(NotAsserted, match="korpu withdraw"):
        ledger.retract(read, "səhvdir")
    assert [claim.id for claim in ledger.claims()] == [read]
