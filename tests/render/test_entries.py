from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.render.entries import move_mark


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
