"""The states that words name: what is searched for leads to their pairs, and a pair may be written by names."""

from __future__ import annotations

import re

from korpu.errors import KorpuError, WrongUse
from korpu.states import LONGEST_NAME, find_state, states_in

_PARTS = re.compile(r"[^\s,;/–-]+")
_CODE = 3
"""Letters of a code at most: in a text, so short a word is none («ev», «və»)."""
_MOST = 12
"""Words that are looked at."""


def states_named(words: str) -> tuple[str, ...]:
    """Return the codes of the states that words name, sorted; codes count where there is nothing else.

    >>> states_named("Qazaxıstanda səfirlik"), states_named("kz"), states_named("az-kz"), states_named("trade with Kazakhstan")
    (('KZ',), ('KZ',), ('AZ', 'KZ'), ('KZ',))
    """
    parts = _PARTS.findall(words)[:_MOST]
    codes = [_state(part) for part in parts if len(part) <= _CODE]
    if len(codes) == len(parts) and all(codes):
        return tuple(sorted({code for code in codes if code}))
    found = set(states_in(words))
    place = 0
    while place < len(parts):
        for length in range(min(LONGEST_NAME, len(parts) - place), 0, -1):
            name = " ".join(parts[place : place + length])
            if len(name) > _CODE and (code := _state(name)):
                found.add(code)
                place += length - 1
                break
        place += 1
    return tuple(sorted(found))


def pair_written(text: str) -> tuple[str, str] | None:
    """Return the two states that somebody wrote, by codes or names, sorted; None where nothing was written.

    >>> pair_written("kz-az"), pair_written("Azərbaycan – Qazaxıstan"), pair_written(" ")
    (('AZ', 'KZ'), ('AZ', 'KZ'), None)

    Raises:
        WrongUse: these are no two states.
    """
    if not text.strip():
        return None
    states = states_named(text)
    if len(states) != 2:
        raise WrongUse(
            "«{text}» is no two states. Give their names or their ISO 3166-1 codes, such as az-kz.",
            text=text.strip()[:60],
        )
    return states[0], states[1]


def _state(name: str) -> str | None:
    try:
        return find_state(name)
    except KorpuError:
        return None
