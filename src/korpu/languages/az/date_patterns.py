"""The parts that the patterns of dates are made of: years, days, ordinals, and what may stand beside them."""

from __future__ import annotations

from korpu.languages.az.date_words import RELATIVE, SUFFIX
from korpu.languages.az.numerals import ORDINAL_SUFFIX, ORDINAL_WORDS, WORDS, alternatives

DIGIT_SUFFIX = r"(?:\s?-?\s?(?:s?[iuü])?n?(?:[yn]?[aə]d[aə]k|d[aə]k|d[aə]ki\w*|d[aə]n|d[aə]|y?[aə]|[iuü]n|)(?:d[iuü]r)?)(?!\w)"
YEAR = r"(?<![\w.,/:-])(?:1[0-9]|20|21)\d\d(?!\d)"
DAY = r"(?<![\w.,/:])(?:0?[1-9]|[12]\d|3[01])(?![\d:])"
DAY_GLUED = r"(?:0?[1-9]|[12]\d|3[01])(?![\d:])"
NUMBER = rf"(?:\d{{1,3}}|{WORDS})"
ROMAN = r"[ivxlc]+"
QUARTER = "(?:rüb|kvartal)"
NTH = rf"(?:\d{{1,2}}{ORDINAL_SUFFIX}|{ROMAN}|{ORDINAL_WORDS}|ilk)"
ADJECTIVE = alternatives([form for form, row in RELATIVE.items() if row["kind"] == "adjective"])
ORDINAL_YEAR_TAIL = rf"(?:{ORDINAL_SUFFIX})?\s?-?\s?il(?P<suffix>{SUFFIX})"
OF_MONEY = r"(?:(?:maliyyə|təqvim|hesabat|büdcə|tədris|dərs|akademik)\s+)?"
AY = rf"(?:\s+ay(?P<ay>{SUFFIX}))?"
NO_NAME = r"(?!(?:\s+və\s+\d\d?\s+\w+)?\s+(?:küç[əi]|prospekt|meydan|stansiya|metro|qəsəbə|parki))"
"""Streets and squares are called after days."""
TENS = alternatives(
    [
        "onuncu",
        "iyirminci",
        "otuzuncu",
        "qırxıncı",
        "əllinci",
        "altmışıncı",
        "yetmişinci",
        "səksəninci",
        "doxsanıncı",
    ]
)
"""Decades in words."""
