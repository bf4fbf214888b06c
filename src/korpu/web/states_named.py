"""The states that words name: what is searched for leads to their pairs, too."""

from __future__ import annotations

import re

from korpu.errors import KorpuError
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
    codes = [state_or_none(part) for part in parts if len(part) <= _CODE]
    if len(codes) == len(parts) and all(codes):
        return tuple(sorted({code for code in codes if code}))
    found = set(states_in(words))
    place = 0
    while place < len(parts):
        for length in range(min(LONGEST_NAME, len(parts) - place), 0, -1):
            name = " ".join(parts[place : place + length])
            if len(name) > _CODE and (code := state_or_none(name)):
                found.add(code)
                place += length - 1
                break
        place += 1
    return tuple(sorted(found))


def state_or_none(name: str) -> str | None:
    """Return the code of the state that has the name or code; None, where none has, or several have."""
    try:
        return find_state(name)
    except KorpuError:
        return None
