"""The two states that an address names: `/az-kz`."""

from __future__ import annotations

import re

from korpu.states import state_codes
from korpu.web.errors import NoSuchPage

_PAIR = re.compile(r"([a-z]{2})-([a-z]{2})", re.IGNORECASE)


def pair_of(text: str) -> tuple[str, str]:
    """Return the two codes, in the order in which they stand.

    >>> pair_of("az-kz")
    ('AZ', 'KZ')

    Raises:
        NoSuchPage: these are no two states.
    """
    found = _PAIR.fullmatch(text)
    first, second = (found[1].upper(), found[2].upper()) if found else ("", "")
    if first == second or not {first, second} <= state_codes():
        raise NoSuchPage(
            "There is no page «/{path}». The page of two states has their ISO 3166-1 codes, such as /az-kz.",
            path=text[:60],
        )
    return first, second


def path_of(pair: tuple[str, str]) -> str:
    """Return the path of two states' page.

    >>> path_of(("AZ", "KZ"))
    '/az-kz'
    """
    return f"/{pair[0]}-{pair[1]}".lower()
