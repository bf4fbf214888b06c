"""Editions: what of a source's claims was added, changed and dropped."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from korpu.claims import Claim, Value
from korpu.findings.editions import compare_editions
from tests.samples import make_claim, make_document, opened, turnover

BEFORE = make_document()
AFTER = make_document("Yenilənib. " + BEFORE.text.replace("4,5", "4,8"))


def traded(amount: str) -> Claim:
    quote = "Dövriyyə 2021-ci ildə 4,8 milyon dollar olub."
    return make_claim(
        AFTER, quote, "trade.turnover", roles={}, when="2021", value=Value(amount, "USD", "exact")
    )


def test_a_claim_at_another_place_is_the_same() -> None:
    found = compare_editions([opened(BEFORE)], [opened(AFTER)])
    assert (found.added, found.changed, found.dropped, found.same) == ((), (), (), 1)


def test_another_answer_to_a_question_is_a_change() -> None:
    found = compare_editions([opened(BEFORE), turnover(BEFORE)], [traded("4800000"), opened(AFTER)])
    assert found.changed == ((turnover(BEFORE), traded("4800000")),)
    assert (found.added, found.dropped, found.same) == ((), (), 1)


def test_what_only_one_makes_was_added_or_dropped() -> None:
    found = compare_editions([opened(BEFORE)], [traded("4800000")])
    assert (found.added, found.dropped) == ((traded("4800000"),), (opened(BEFORE),))


@given(st.sets(st.integers(1990, 2020)), st.sets(st.integers(1990, 2020)))
def test_every_claim_of_both_is_told_of_once(before: set[int], after: set[int]) -> None:
    earlier = [opened(BEFORE, when=str(year)) for year in sorted(before)]
    later = [opened(AFTER, when=str(year)) for year in sorted(after)]
    found = compare_editions(earlier, later)
    assert found.same + len(found.changed) + len(found.dropped) == len(earlier)
    assert found.same + len(found.changed) + len(found.added) == len(later)
