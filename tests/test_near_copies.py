from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.near_copies import near_copies, signature

WORDS = [
    f"{first}{last}"
    for first in ("ba", "de", "go", "lu", "mi", "no", "sa")
    for last in ("r", "z", "k", "ş", "n")
]


def text(seed: int, words: int = 120) -> list[str]:
    """Words of a text that no other seed makes."""
    chance = random.Random(seed)
    return [f"{chance.choice(WORDS)}{chance.randint(0, 99)}" for _ in range(words)]


def signed(**texts: list[str]) -> dict[str, bytes]:
    return {name: signature(" ".join(words)) for name, words in texts.items()}


NEWS = text(1)


@pytest.mark.parametrize(
    ("other", "is_copy"),
    [
        (NEWS, True),
        ([f"«{word},»" for word in NEWS], True),
        (["Agentlik", "xəbər", "verir", *NEWS[:90]], True),
        (NEWS[:40] + text(2, 4) + NEWS[44:], True),
        (text(3, 60) + NEWS + text(4, 60), True),
        (NEWS[:25] + text(5, 95), False),
        (text(6), False),
        (sorted(NEWS), False),
    ],
)
def test_a_text_that_stands_nearly_whole_in_another_is_its_copy(other: list[str], is_copy: bool) -> None:
    assert near_copies(signed(a=NEWS, b=other)) == ({"b": "a"} if is_copy else {})


def test_short_texts_are_no_copies_of_each_other() -> None:
    assert near_copies(signed(a=NEWS[:10], b=NEWS[:10])) == {}


def test_copies_of_copies_are_one() -> None:
    first, last = NEWS[:90], NEWS[:20] + text(7, 6) + NEWS[26:90]
    assert near_copies(signed(a=last, b=NEWS, c=first, d=text(8))) == {"b": "a", "c": "a"}


@given(st.text())
def test_any_text_has_a_signature_of_one_length(text: str) -> None:
    assert len(signature(text)) == 4 * 65


def test_a_signature_is_the_same_wherever_it_is_made() -> None:
    assert signature("bir iki üç dörd beş altı").hex()[:40] == EXPECTED


EXPECTED = "040000004d0545cf8b3276ccddbf53c847a76ac1"
