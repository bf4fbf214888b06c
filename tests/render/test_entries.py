from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.dossier.tree import Line, Statement
from korpu.findings import Reason
from korpu.render.entries import entry_of, move_mark
from korpu.render.wording.words import wording


def held(person: str, when: str | None) -> Statement:
    roles = {"sender": "PE", "host": "UY", "office": "ambassador", "person": person}
    return Statement("mission.head", ("PE", "UY"), roles, when, None, "fact", (1,))


@pytest.mark.parametrize(
    "when, lead", [("2010/2014", "Earlier"), (None, "Earlier or undated")], ids=["dated", "undated"]
)
def test_an_answer_without_any_date_is_not_called_earlier(when: str | None, lead: str) -> None:
    line = Line(held("Eva Ruiz", "2014/.."), "single", Reason("one_claim"), earlier=(held("Ana Soto", when),))
    assert entry_of(line, ("PE", "UY"), wording("en")).earlier_lead == lead


@pytest.mark.parametrize(
    "amount, scale, expected",
    [
        ("742613400", 3, "742613.4"),
        ("-1500", 3, "-1.5"),
        ("5", 3, "0.005"),
        ("12.5", 0, "12.5"),
        ("0", 3, "0"),
    ],
)
def test_move_mark_shortens_and_keeps_the_sign(amount: str, scale: int, expected: str) -> None:
    assert move_mark(amount, scale) == expected


@given(st.decimals(-(10**15), 10**15, places=3), st.integers(0, 9))
def test_move_mark_loses_no_digit(number: Decimal, scale: int) -> None:
    assert Decimal(move_mark(f"{number:f}", scale)).scaleb(scale).compare(number) == 0
