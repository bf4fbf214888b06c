"""Which pairs of states, and which claims on them, were touched in a time."""

import datetime as dt

from korpu.ledger.store import open_ledger
from tests.ledger.clock import Clock
from tests.samples import make_document, opened, turnover

PAIR = ("CL", "NO")
OTHERS = {"parties": ("CL", "NO", "PE")}


def test_pairs_are_touched_by_what_comes_what_goes_and_what_comes_back(address: str) -> None:
    clock = Clock()
    document, other = (
        make_document(),
        make_document("Salam. Norveçin Çilidəki səfirliyi 1997-ci ildə açılıb."),
    )
    with open_ledger(address, clock=clock) as ledger:
        ledger.add(document, [opened(document)])
        added = clock.pass_day()
        ledger.add(other, [opened(other, **OTHERS)])
        shared = clock.pass_day()
        ledger.withdraw(document.id, "a forgery")
        withdrawn = clock.pass_day()
        ledger.restore(document.id)
        restored = clock.pass_day()
        nothing = clock.now
        assert ledger.touched_pairs(added, added) == {PAIR: added}
        both = {PAIR: shared, ("CL", "PE"): shared, ("NO", "PE"): shared}
        assert ledger.touched_pairs(shared, shared) == both
        assert ledger.touched_pairs(added, withdrawn) == both | {PAIR: withdrawn}
        assert ledger.touched_pairs(restored) == {PAIR: restored}
        assert ledger.touched_pairs(nothing) == {}


def test_of_a_document_that_was_read_again_only_what_is_new_or_gone_is_touched(address: str) -> None:
    clock = Clock()
    document = make_document()
    stays, goes, comes = opened(document), turnover(document), opened(document, when="1998")
    with open_ledger(address, clock=clock) as ledger:
        ledger.add(document, [stays, goes])
        first = clock.pass_day()
        ledger.reread(document, [stays, comes])
        second = clock.pass_day()
        told = ledger.touched_claims(PAIR, first, first)
        assert {id: (change.action, change.at) for id, change in told.items()} == dict.fromkeys(
            (stays.id, goes.id), ("add", first)
        )
        told = ledger.touched_claims(("NO", "CL"), second)
        assert {id: change.action for id, change in told.items()} == {goes.id: "withdraw", comes.id: "reread"}
        assert ledger.touched_claims(PAIR, second + dt.timedelta(seconds=1)) == {}
        assert ledger.touched_claims(("CL", "PE"), first) == {}
