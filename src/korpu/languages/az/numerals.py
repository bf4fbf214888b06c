"""Numbers as digits, words and Roman letters. All patterns are for folded text (small letters, ı = i)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import pairwise

from korpu.languages.az.orthography import fold, fold_ascii
from korpu.lexicon import Row, read_table

LEXICON = "languages/az/lexicon"


def table(name: str) -> list[Row]:
    """Return the rows of one of the language's tables."""
    return read_table(LEXICON, name)


def alternatives(words: list[str]) -> str:
    """Return a pattern for any of the words, folded, the longest first; blanks match any run of blanks.

    >>> alternatives(["il", "ilin sonu"])
    'ilin\\\\s+sonu|il'
    """
    folded = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in folded)


SMALL_WORDS = {
    fold(row["word"]): int(row["value"])
    for row in table("numerals")
    if row["kind"] in ("one", "ten", "hundred")
}
"""The words that join into a number below 1000."""

SMALL = {fold_ascii(word): value for word, value in SMALL_WORDS.items()} | SMALL_WORDS
"""The same, also as keyboards without the language's letters write them."""

SCALES = {fold(row["word"]): Decimal(row["value"]) for row in table("numerals") if row["kind"] == "scale"}
HALF = next(fold(row["word"]) for row in table("numerals") if row["kind"] == "half")

_ORDINAL_WORDS = {fold(row["ordinal"]): int(row["value"]) for row in table("numerals") if row["ordinal"]}
ORDINALS = {fold_ascii(word): value for word, value in _ORDINAL_WORDS.items()} | _ORDINAL_WORDS

_SMALL = alternatives(list(SMALL_WORDS))
WORDS = rf"(?:{_SMALL})(?:\s+(?:{_SMALL}))*"
"""A number below 1000 in words; `words_value` says whether they join into one."""

ORDINAL_WORDS = rf"(?:(?:{_SMALL})\s+)*(?:{alternatives(list(_ORDINAL_WORDS))})"

ORDINAL_SUFFIX = r"\s?-?\s?[cç][iuü]"
"""The suffix of an ordinal in digits, as sloppy as it is written: «5-ci», «33cü», «1991 - ci»."""

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@cache
def words_value(words: str) -> int | None:
    """Return the number below 1000 that folded words make, None where they make none.

    >>> words_value("üç yüz"), words_value("iki yüz əlli"), words_value("on min"), words_value("beş üç")
    (300, 250, None, None)
    """
    total, room = 0, 1000
    for word in words.split():
        value = SMALL.get(word)
        if value is None:
            return None
        if value == 100:
            if total > 9:
                return None
            total, room = (total or 1) * 100, 100
        elif value < room:
            total, room = total + value, 10 if value >= 10 else 1
        else:
            return None
    return total or None


@cache
def ordinal_value(words: str) -> int | None:
    """Return the number that folded ordinal words make.

    >>> ordinal_value(fold("iyirmi birinci")), ordinal_value("beşinci")
    (21, 5)
    """
    *before, last = words.split()
    value = ORDINALS.get(last)
    if value is None:
        return None
    if not before:
        return value
    base = words_value(" ".join(before))
    return None if base is None or (base % 10 and value < 100) else base + value


def roman_value(letters: str) -> int | None:
    """Return the number that folded Roman letters write, None where they are not well formed.

    >>> roman_value("xix"), roman_value("iiii"), roman_value("vx")
    (19, None, None)
    """
    if not re.fullmatch(r"(?=.)c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", letters):
        return None
    values = [_ROMAN[letter] for letter in letters] + [0]
    return sum(-value if value < following else value for value, following in pairwise(values))


def count_value(text: str) -> int | None:
    """Return a count below 1000 written in digits or in folded words.

    >>> count_value("9"), count_value("doqquz")
    (9, 9)
    """
    return int(text) if text.isdecimal() else words_value(" ".join(text.split()))


_LONGEST = 24
"""Digits and marks of the longest number that is an amount: more is a code or damage, and no decimal holds it exactly."""


def parse_decimal(digits: str, *, scaled: bool = False) -> str | None:
    """Return digits as a plain decimal, None where their marks make no number or they are too many for one.

    A comma or dot before one or two digits is decimal, as is any before a scale word; before three digits
    it groups thousands.

    >>> parse_decimal("25 817,40"), parse_decimal("23.428"), parse_decimal("0,431", scaled=True)
    ('25817.40', '23428', '0.431')
    >>> parse_decimal("1,2,3")
    """
    bare = digits.replace(" ", "")
    if len(bare) > _LONGEST:
        return None
    marks = re.findall(r"[.,]", bare)
    whole, _, fraction = bare.rpartition(marks[-1]) if marks else (bare, "", "")
    if not marks:
        return str(int(bare)) if bare.isdecimal() else None
    if len(marks) == 1:
        groups = len(fraction) == 3 and not scaled and " " not in digits and not re.fullmatch(r"0+", whole)
        return whole.lstrip("0") + fraction if groups else f"{int(whole)}.{fraction}"
    if marks[0] != marks[-1] and len(set(marks[:-1])) == 1:
        return f"{int(re.sub('[.,]', '', whole))}.{fraction}"
    if len(set(marks)) == 1 and all(len(group) == 3 for group in re.split(r"[.,]", bare)[1:]):
        return str(int(re.sub("[.,]", "", bare)))
    return None


def plain(value: Decimal) -> str:
    """Return a decimal without exponent and without idle zeros.

    >>> plain(Decimal("1E+3")), plain(Decimal("2.50"))
    ('1000', '2.5')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
