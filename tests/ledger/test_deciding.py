from pathlib import Path

import pytest

from korpu.decisions import Decision
from korpu.ledger.errors import AlreadySo, NothingToDecide, UnknownId, Withdrawn
from korpu.ledger.keeping import backup, copy
from korpu.ledger.store import Ledger, open_ledger
from tests.ledger.clock import Clock
from tests.ledger.filled import dump, wrong
from tests.samples import make_document, opened


def dispute(ledger: Ledger) -> tuple[str, str]:
    """Two documents that give two years; their claims' ids, sorted."""
    ids = []
    for number, year in enumerate(("1997", "1998")):
        document = make_document(f"{number}. {make_document().text}", published=f"201{number}")
        claim = opened(document, when=year)
        ledger.add(document, [claim])
        ids.append(claim.id)
    one, other = sorted(ids)
    return one, other


def test_a_decision_has_its_claims_what_is_preferred_and_who_decided_when_and_why(ledger: Ledger) -> None:
    one, other = dispute(ledger)
    made = ledger.by("Aytən").decide([other[:8], one], "nazirlik belə deyir", prefer=other[:6])
    change = ledger.log()[-1]
    assert made == Decision(change.number, (one, other), other, "Aytən", change.at, "nazirlik belə deyir")
    assert (change.action, change.subject) == ("decide", other)
    assert ledger.decisions(("NO", "CL")) == ledger.decisions() == [made]
    assert ledger.decisions(("NO", "PE")) == []
    assert ledger.pair_file(("CL", "NO")).decisions == (made,)
    assert {claim.id for claim in ledger.claims()} == {one, other}


def test_a_decision_is_undone_and_the_one_before_it_holds_again(ledger: Ledger) -> None:
    one, other = dispute(ledger)
    first = ledger.decide([one, other], "birinci", prefer=one)
    second = ledger.decide([one, other], "hər ikisi qalsın")
    assert ledger.decisions() == [first, second]
    assert ledger.undecide(second.number, "yox") == second
    assert ledger.decisions() == [first]
    with pytest.raises(AlreadySo, match="undone already"):
        ledger.undecide(second.number)
    assert [change.action for change in ledger.log()][-3:] == ["decide", "decide", "undecide"]


def test_a_decision_is_on_as_many_claims_as_contradict_each_other(ledger: Ledger) -> None:
    document = make_document()
    claims = [opened(document, when=str(year)) for year in range(1000, 1900)]
    ledger.add(document, claims)
    ids = sorted(claim.id for claim in claims)
    assert ledger.decide(ids, "səbəb", prefer=ids[7]).claims == tuple(ids)
    ledger.withdraw(ids[800], "misread")
    with pytest.raises(Withdrawn, match=ids[800]):
        ledger.decide(ids, "səbəb")


def test_decisions_are_told_as_they_were_known(address: str) -> None:
    clock = Clock()
    with open_ledger(address, clock=clock) as ledger:
        one, other = dispute(ledger)
        before = clock.pass_day()
        made = ledger.decide([one, other], "səbəb")
        then = clock.pass_day()
        ledger.undecide(made.number)
        assert [ledger.decisions(known_at=at) for at in (before, then, clock.now)] == [[], [made], []]
        assert ledger.pair_file(("NO", "CL"), then).decisions == (made,)


def test_what_cannot_be_decided_is_told_and_changes_nothing(ledger: Ledger) -> None:
    one, other = dispute(ledger)
    document = make_document("Peru. " + make_document().text)
    foreign = opened(document, parties=("PE", "UY"))
    ledger.add(document, [foreign])
    last = ledger.last_change()
    with pytest.raises(NothingToDecide, match="two claims or more"):
        ledger.decide([one, one[:8]], "səbəb")
    with pytest.raises(NothingToDecide, match="none of the claims in dispute"):
        ledger.decide([one, other], "səbəb", prefer=foreign.id)
    with pytest.raises(NothingToDecide, match="same two states"):
        ledger.decide([one, foreign.id], "səbəb")
    with pytest.raises(UnknownId):
        ledger.decide([one, "0000"], "səbəb")
    with pytest.raises(UnknownId, match="no decision"):
        ledger.undecide(1)
    assert ledger.last_change() == last
    ledger.decide([one, other], "səbəb", prefer=one)
    with pytest.raises(AlreadySo, match=f"{one} is preferred.*by Sınaq"):
        ledger.decide([other, one], "başqa səbəb", prefer=one)
    ledger.withdraw(other, "səhv")
    with pytest.raises(Withdrawn, match="korpu restore"):
        ledger.decide([one, other], "səbəb")


def test_decisions_are_copied_and_backed_up_with_the_rest(address: str, tmp_path: Path) -> None:
    with open_ledger(address) as ledger:
        one, other = dispute(ledger)
        made = ledger.decide([one, other], "səbəb", prefer=one)
        ledger.accept(one)
        ledger.undecide(ledger.decide([one, other], "hər ikisi").number)
    backup(address, tmp_path / "backup")
    copy(address, tmp_path / "copy")
    for kept in (tmp_path / "backup", tmp_path / "copy"):
        assert dump(kept) == dump(address)
        assert wrong(kept) == []
        with open_ledger(kept) as ledger:
            assert ledger.decisions() == [made]
