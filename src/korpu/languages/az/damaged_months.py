"""Months that are misspelt by one letter («noyabır»), mended before dates are read."""

from __future__ import annotations

import re
from functools import lru_cache

from korpu.languages.az.date_words import MONTHS

_NEAR_MONTH = re.compile(r"(?:\d\s+|(?<!\w)il(?:in)?\s+)(?P<word>[^\W\d]{5,14})(?!\w)")
_MONTH_SUFFIX = re.compile(r"[iu]?n?(?:d[ae]n?|[ae]|in)?(?:d[ae]k)?")


@lru_cache(maxsize=4096)
def mend_month(word: str) -> str | None:
    """Return a word that is a month but for one letter (and its suffix), mended; else None.

    >>> mend_month("noyabirin"), mend_month("noyabrin"), mend_month("sabah")
    ('noyabrin', None, None)
    """
    if any(word.startswith(month) and _MONTH_SUFFIX.fullmatch(word[len(month) :]) for month in MONTHS):
        return None
    for month in MONTHS:
        if len(month) < 5:
            continue
        for length in (len(month), len(month) + 1, len(month) - 1):
            stem, suffix = word[:length], word[length:]
            if len(suffix) <= 6 and _is_one_edit(stem, month) and _MONTH_SUFFIX.fullmatch(suffix):
                return month + suffix
    return None


def _is_one_edit(word: str, month: str) -> bool:
    """Whether one letter changed, lost, added, or two swapped, turn one into the other."""
    start = 0
    while start < min(len(word), len(month)) and word[start] == month[start]:
        start += 1
    rest, goal = word[start:], month[start:]
    return (
        (rest[1:] == goal[1:] and bool(rest) and bool(goal))
        or (rest[1:] == goal and bool(rest))
        or (rest == goal[1:] and bool(goal))
        or (len(rest) > 1 and rest[1::-1] + rest[2:] == goal)
    )  # fmt: skip


def mend_months(line: str) -> tuple[str, list[int]]:
    """Return the canonical line with damaged months mended, and each place's origin; no origins where none was.

    >>> mend_months("2 noyabir 1998")[0]
    '2 noyabr 1998'
    """
    found = [(match, mended) for match in _NEAR_MONTH.finditer(line) if (mended := mend_month(match["word"]))]
    if not found:
        return line, []
    parts: list[str] = []
    origins: list[int] = []
    last = 0
    for match, mended in found:
        start, end = match.span("word")
        parts += [line[last:start], mended]
        origins += range(last, start)
        origins += [min(start + index, end - 1) for index in range(len(mended) - 1)] + [end - 1]
        last = end
    parts.append(line[last:])
    origins += range(last, len(line))
    return "".join(parts), origins
