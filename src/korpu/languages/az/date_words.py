"""The words of dates, from the tables, and the form of the text in which they are looked for."""

from __future__ import annotations

import re
from typing import Literal

from korpu.languages.az.numerals import alternatives, table
from korpu.languages.az.orthography import BLANKS_AND_DASHES, fold, fold_ascii

Case = Literal["bare", "gen", "on", "since", "until", "planned", "with", "ki"]


def canonical(folded: str) -> str:
    """Return folded text without the language's own letters, every blank a space, every dash a hyphen.

    As long as it was. Dates are read from this form, for careless keyboards lose those letters («5-de»)
    and no word of a date is then mistaken for another.

    >>> canonical(fold("1991 – cı ildə"))
    '1991 - ci ilde'
    """
    return fold_ascii(folded).translate(BLANKS_AND_DASHES)


def _key(word: str) -> str:
    return canonical(fold(word))


def compile_canonical(pattern: str) -> re.Pattern[str]:
    """Return a pattern for canonical text; it may be written with the language's letters."""
    return re.compile(canonical(pattern), re.VERBOSE)


MONTHS = {_key(row["name"]): int(row["number"]) for row in table("months")}
SHORT_MONTHS = MONTHS | {
    short: int(row["number"]) for row in table("months") for short in row["short"].split("|")
}
WEEKDAYS = {_key(row["name"]): int(row["number"]) for row in table("weekdays")}
RELATIVE = {_key(row["form"]): row for row in table("relative_days")}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
SHORT = "|".join(sorted(SHORT_MONTHS, key=len, reverse=True))
ONLY_SHORT = "|".join(sorted(SHORT_MONTHS.keys() - MONTHS.keys(), key=len, reverse=True))
DAYS_ALONE = alternatives([row["name"] for row in table("weekdays") if row["alone"]])
DAYS_BARE = alternatives(
    [row["name"] for row in table("weekdays") if not row["alone"] and row["name"] != "bazar"]
)
DAYS_BESIDE = alternatives([row["name"] for row in table("weekdays")])
DAY_WORDS = alternatives([form for form, row in RELATIVE.items() if row["kind"] != "adjective"])
SEASONS = {"yaz": 21, "bahar": 21, "yay": 22, "payiz": 23, "qis": 24}

SUFFIX = (
    r"(?:l[aə]r)?[iuün]{0,4}"
    r"(?:y?[aə]d[aə]k|d[aə]ki\w*|d[aə]n|d[aə]|l[aə]|y?[aə]|ki\w*)?(?:d[iuü]r)?(?!\w)"
)
"""Plural, possessive and case after a word's stem, more than the language allows."""


def case_of(suffix: str | None) -> Case:
    """Return the case of a suffix of `SUFFIX`, possessives and the copula apart.

    >>> case_of("inda"), case_of("inin"), case_of("inadek"), case_of("e"), case_of("i")
    ('on', 'gen', 'until', 'planned', 'bare')
    """
    ending = re.sub(r"d[iu]r$", "", (suffix or "").strip(" -"))
    for pattern, case in _CASES:
        if pattern.search(ending):
            return case
    return "bare"


_CASES: tuple[tuple[re.Pattern[str], Case], ...] = (
    (re.compile(r"d[ae]k$"), "until"),
    (re.compile(r"ki"), "ki"),
    (re.compile(r"d[ae]n$"), "since"),
    (re.compile(r"d[ae]$"), "on"),
    (re.compile(r"^l[ae]$"), "with"),
    (re.compile(r"[ae]$"), "planned"),
    (re.compile(r"n$"), "gen"),
)
