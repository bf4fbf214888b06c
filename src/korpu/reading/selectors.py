"""Selectors: where the filler of a role may stand, read from how a frame writes it (`korpu.kinds.frames`)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

TYPE_GROUPS = {
    "nation": frozenset({"state", "people", "pointer"}),
    "land": frozenset({"state", "place", "pointer"}),
    "someone": frozenset({"person", "it"}),
}

FALLBACKS = frozenset({"=", "other", "paired", "facing", "first", "known", "mission", "post", "topic"})
"""Selectors that work something out: they come behind what earlier clauses told."""


class Selector(NamedTuple):
    """One place where a role's filler may stand."""

    source: str
    """A part's name (or several, joined by `+`), `any`, `own` (any, in this clause), `theme`, another role's name, or `=` for a constant."""
    types: frozenset[str] = frozenset()
    attribute: str = ""
    without: str = ""
    """An attribute that the mention must not have."""
    final: bool = False
    """Whether nothing further is tried where it says something."""
    own: bool = False
    """Whether only what the clause itself names counts."""
    also: tuple[Selector, ...] = ()
    """What must be there besides, for a role that several fill."""


@cache
def parse_selectors(text: str) -> tuple[Selector, ...]:
    """Return the selectors that a frame writes for a role.

    >>> parse_selectors("goal:place.state theme.sender")[1]
    Selector(source='theme', types=frozenset(), attribute='sender', without='', final=False, own=False, also=())
    """
    return tuple(_parse_selector(word) for word in text.split())


def _parse_selector(word: str) -> Selector:
    if word.startswith("="):
        return Selector("=", attribute=word[1:])
    if word.startswith("^"):
        return _parse_selector(word[1:])._replace(own=True)
    if "&" in word:
        first, *others = (_parse_selector(part) for part in word.split("&"))
        return first._replace(also=tuple(others))
    if word.endswith("!"):
        return _parse_selector(word[:-1])._replace(final=True)
    word, _, without = word.partition("~")
    if without:
        return _parse_selector(word)._replace(without=without)
    source, _, rest = word.partition(":")
    if not rest:
        source, _, attribute = word.partition(".")
        return Selector(source, attribute=attribute)
    types, _, attribute = rest.partition(".")
    names: set[str] = set()
    for name in types.split("|"):
        names |= TYPE_GROUPS.get(name, frozenset({name}))
    return Selector(source, frozenset(names), attribute)
