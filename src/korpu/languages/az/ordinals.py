"""Ordinals: the number of a session or an anniversary, in digits, words or Roman letters."""

from __future__ import annotations

import re

import msgspec

from korpu.languages.az.numerals import ORDINAL_SUFFIX, ORDINAL_WORDS, ordinal_value, roman_value


class Ordinal(msgspec.Struct, frozen=True):
    """An ordinal of a sentence; `value` is its number in digits."""

    start: int
    end: int
    value: str


_ORDINAL = re.compile(
    rf"(?<![\w.,/])(?:sayca\s+)?(?:(?P<digits>\d{{1,3}}){ORDINAL_SUFFIX}(?:s[iuü]n?\w{{0,3}})?(?!\w)"
    rf"|(?P<words>{ORDINAL_WORDS})(?:s[iuü]\w{{0,3}})?(?!\w)|(?P<first>ilk)(?=\s+(?:iclas|toplanti|görüş|sessiya)))"
)
_ROMAN = re.compile(r"(?<![\w.-])[IİVXL]{1,7}(?![\w.])(?=\s+[^\W\d])")
_TIME = re.compile(r"\s*-?\s*(?:il(?!\s?dönüm)|əsr|rüb|yari(?!ş)|yüzil|illər|may|iyun|iyul)")


def find_ordinals(text: str, folded: str) -> list[Ordinal]:
    """Return the ordinals of a sentence in its order; those of years, centuries and quarters are none.

    >>> from korpu.languages.az.orthography import fold
    >>> sentence = "Komissiyanın V, sayca 6-cı və yeddinci iclası"
    >>> [ordinal.value for ordinal in find_ordinals(sentence, fold(sentence))]
    ['6', '7']
    >>> [ordinal.value for ordinal in find_ordinals("V iclas", fold("V iclas"))]
    ['5']
    """
    found = []
    for match in _ORDINAL.finditer(folded):
        if _TIME.match(folded, match.end()):
            continue
        if match["digits"]:
            value: int | None = int(match["digits"])
        else:
            value = 1 if match["first"] else ordinal_value(" ".join(match["words"].split()))
        if value:
            found.append(Ordinal(match.start(), match.end(), str(value)))
    for match in _ROMAN.finditer(text):
        value = roman_value(match.group().replace("İ", "I").lower())
        following = text[match.end() :].lstrip()
        # «Karl V Roma…»: a Roman letter before a capital is a ruler's, or an initial.
        if value and following[:1].islower() and not _TIME.match(folded, match.end()):
            found.append(Ordinal(match.start(), match.end(), str(value)))
    return sorted(found, key=lambda ordinal: ordinal.start)
