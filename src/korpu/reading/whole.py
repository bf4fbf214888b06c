"""Whom and which two states a document as a whole is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def fullest_names(names: Iterable[str]) -> dict[str, str]:
    """Return each name's fullest form: the longest name of the same surname that its initials allow.

    >>> fullest_names(["Anar Nurlu", "A. Nurlu", "Nurlu"])["A. Nurlu"]
    'Anar Nurlu'
    """
    distinct = list(dict.fromkeys(names))
    fullest: dict[str, str] = {}
    for name in distinct:
        words = name.replace(".", ". ").split()
        fits = [other for other in distinct if _extends(other.replace(".", ". ").split(), words)]
        fullest[name] = max(fits, key=len, default=name)
    return fullest


def _extends(full: list[str], short: list[str]) -> bool:
    """Whether `full` may be `short` written out."""
    if not short or not full or full[-1] != short[-1] or len(full) < len(short):
        return False
    given, initials = full[:-1], short[:-1]
    return all(
        any(name == initial or (initial.endswith(".") and name.startswith(initial[:-1])) for name in given)
        for initial in initials
    )


def main_pair(counts: Counter[str], titled: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the pair that a document is about: the title's two states, else the two named most.

    The two must make up most of what the document says of states; else it has several pairs, and each
    sentence's own is taken.
    """
    total = counts.total()
    if len(titled) == 2 and sum(counts[code] for code in titled) >= 0.55 * total:
        return (titled[0], titled[1])
    ranked = counts.most_common(2)
    if len(ranked) == 2 and sum(count for _, count in ranked) >= 0.8 * total and ranked[1][1] >= 0.15 * total:
        return (ranked[0][0], ranked[1][0])
    return None
