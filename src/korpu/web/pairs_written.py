"""Two states as people write them in a field: «Azerbaijan – Kazakhstan», «az-kz»."""

from __future__ import annotations

import re

from korpu.errors import WrongUse
from korpu.web.states_named import state_or_none

_BETWEEN = tuple(
    re.compile(pattern)
    for pattern in (r"\s*[–—,;/]\s*", r"\s+-\s+", r"\s+(?:və|ve|ilə|ile|and)\s+", r"[-‑]", r"\s+")
)
"""What stands between two states, what is seldom part of a name first."""
_LONGEST = 150
"""Code points of the names of two states, and more than any have."""


def pair_written(text: str) -> tuple[str, str] | None:
    """Return the two states that somebody wrote, by codes or names, sorted; None where nothing was written.

    >>> pair_written("kz-az"), pair_written("Azərbaycan – Qazaxıstan"), pair_written(" ")
    (('AZ', 'KZ'), ('AZ', 'KZ'), None)

    Raises:
        WrongUse: these are no two states.
    """
    written = text.strip()
    if not written:
        return None
    for between in _BETWEEN:
        for parting in between.finditer(written[:_LONGEST]):
            states = state_or_none(written[: parting.start()]), state_or_none(written[parting.end() :])
            if None not in states and states[0] != states[1]:
                first, second = sorted(filter(None, states))
                return first, second
    raise WrongUse(
        "«{text}» is no two states. Give their names or their ISO 3166-1 codes, such as az-kz.",
        text=written[:60],
    )
