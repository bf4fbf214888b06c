"""A number in a sentence up to and with its scale words: «1 milyard 200 milyon», «dörd yüz min», «5-6 milyon».

The patterns are for folded text with plain blanks and dashes (`orthography.BLANKS_AND_DASHES`).
"""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from korpu.languages.az.numerals import (
    HALF,
    SCALES,
    SMALL_WORDS,
    WORDS,
    alternatives,
    parse_decimal,
    plain,
    table,
    words_value,
)

CASE_SUFFIX = (
    r"(?:l[aəe]r)?(?:(?:i|u|ü|si|su|sü)?(?:m[iuü]z|n[iuü]z)?)"
    r"(?:n?d[aəe]n|n?d[aəe]|[yn]?[aəe]d[aəe]k|d[aəe]k|[yn]?[aəe]|n?[iuü]n|[yn]?[iuü]|l[iuü][qkğy](?:[iuü]n?)?|)"
    r"(?:d[iuü]r)?(?!\w)"
)
"""Plural, possessive, case or -lIq, and copula after a stem; `e` is a lost ə."""

_DIGITS = (
    r"\d{1,3}(?:\ \d{3})+(?:[.,]\d+)?(?!\d)|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:\.\d{3})+,\d+"
    r"|\d{1,3}(?:[.,]\d{3}){2,}|\d+(?:[.,]\d+)?"
)
_WHOLE = r"(?![\d:/]|[.,]\d)"
"""What must not follow digits: they would be a time, a fraction or a list of numbers."""

_SCALE = alternatives(list(SCALES))
MONTH = alternatives([row["name"] for row in table("months")])

_OWN_CASE = (
    r"(?<!\bon)(?<!\bbir)(?:d[aə]n\s+(?:(?:bir\s+(?:az|qədər)|xeyli)\s+)?(?:çox|artiq|az|yuxari)|[yn]?[aə]\s+(?:yaxin|qədər))(?!\w)"
    r"|(?<!\bon)(?<!\bbir)n?[iuü]\s+(?:keç|öt|aş)(?:ir|ür|ib|üb|di|dü|miş|müş)|(?<!\bbir)[yn]?[aə]\s+çat"
    r"|(?<=\bon)dan\s+(?:çox|artiq|az)\s+(?=sənəd|saziş|müqavilə|memorandum|şirkət)"
)
"""The case that a number in words stands in before a word that bounds it («iyirmidən çox», «otuzu keçib»)."""

NUMBER = re.compile(
    rf"""(?<![\w.,:/])(?:
        (?P<crowd>(?:(?:on|yüz)\s+)?(?:min|milyon)l[aə]rl[aə])(?=\s+[^\W\d])
      | (?P<sign>[+-]|mənfi\s+)?(?<!\d-)(?P<digits>{_DIGITS}){_WHOLE}
      | (?P<words>{WORDS})(?={_OWN_CASE}|(?!\w))(?!\s+neçə|\s+sira\s|\s+(?:min|milyon)l[aə]r)
      | (?P<half>{HALF})(?=\s+(?:{_SCALE}))
      | (?P<scale>{_SCALE})(?={CASE_SUFFIX})
    )""",
    re.VERBOSE,
)
_DIGIT = re.compile(r"[0-9]")
_WORD = re.compile(r"[^\W\d_]+")
# «iyirmidən çox», «ona yaxın» would be «more than him», «near to him»: of «on» and «bir» the bare form alone.
_DECLINED = frozenset(
    word + ending for word in SMALL_WORDS if word not in ("on", "bir")
    for ending in ("dan", "dən", "a", "ə", "ya", "yə", "i", "u", "ü", "ni")
) | {"ondan", "ona"}  # fmt: skip
_NUMBER_WORDS = frozenset({*SMALL_WORDS, *_DECLINED, *SCALES, HALF})
_STEMS = ("minl", *(scale for scale in SCALES if len(scale) > 4))


def may_have_number(folded: str) -> bool:
    """Whether a number is possible in a folded text: a cheap look, for most sentences have none.

    >>> may_have_number("tərəflər görüşüblər"), may_have_number("üç dəfə")
    (False, True)
    """
    return (
        bool(_DIGIT.search(folded))
        or not _NUMBER_WORDS.isdisjoint(_WORD.findall(folded))
        or any(stem in folded for stem in _STEMS)
    )


NO_AMOUNT = re.compile(
    rf"(?:\s?-\s?\d{{1,4}})?(?:\s?-\s?|)[cç][iuü]\w{{0,6}}(?!\w)|\s[cç][iuü](?!\w)|-?(?:nci|nçi)"
    rf"|(?:-\d{{1,2}})?\s+(?:{MONTH})(?={CASE_SUFFIX})"
)
"""What after a number makes it no amount: an ordinal's suffix, a month."""

_SCALE_WORD = re.compile(rf"\s?-?\s*(?:(?P<scale>{_SCALE})\b\.?|(?P<inflected>{_SCALE})(?={CASE_SUFFIX}))")
_MORE = re.compile(rf"\s+(?:(?P<digits>{_DIGITS}){_WHOLE}|(?P<words>{WORDS})(?!\w)|(?P<half>{HALF})(?!\w))")
_UPPER = re.compile(rf"\s?-\s?(?P<digits>{_DIGITS})(?![\d:/]|[.,]\d|\s?-?\s?[cç][iuü])")
_FROM_TO = re.compile(
    rf"\s?-?d[aəe]n\s+(?P<digits>{_DIGITS})(?=\s?-?(?:[yn]?[aəe])?d[aəe]k|\s?-?[yn]?[aəe]\s+q[əe]dər"
    rf"|\s+(?:{_SCALE})(?:[yn]?[aəe])(?:d[aəe]k|\s+q[əe]dər))"
)


class Magnitude(msgspec.Struct, frozen=True):
    """A number with its scale.

    Attributes:
        low, high: the number multiplied out; `high` is a range's upper end.
        text: `low` as a plain decimal, with the zeros that are written where no scale multiplies it.
        number_end, end: where the number alone and where its last scale word ends.
    """

    low: Decimal
    high: Decimal | None
    text: str
    number_end: int
    end: int


def read_magnitude(line: str, match: re.Match[str]) -> Magnitude | None:
    """Return the number that a match of `NUMBER` begins, None where it is none («bir» alone is an article).

    >>> line = "21 milyard 109,2 milyon"
    >>> read_magnitude(line, NUMBER.search(line)).text
    '21109200000'
    """
    magnitude = _read_one(line, match)
    if magnitude is None or magnitude.high is not None or magnitude.end == match.end():
        return magnitude
    dash = re.compile(r"\s?-\s?").match(line, magnitude.end)
    following = NUMBER.match(line, dash.end()) if dash else None
    if following is None or not following["digits"] or following["sign"]:
        return magnitude
    upper = _read_one(line, following)
    if upper is None or upper.high is not None or upper.low <= magnitude.low or upper.end == following.end():
        return magnitude
    # «300 min - 400 min»: both ends have their scale.
    return Magnitude(magnitude.low, upper.low, magnitude.text, upper.number_end, upper.end)


def _read_one(line: str, match: re.Match[str]) -> Magnitude | None:
    if match["scale"]:  # «min ailə»: a thousand.
        base, position = Decimal(1), match.start()
    elif match["half"]:
        base, position = Decimal("0.5"), match.end()
    elif match["words"]:
        value = words_value(" ".join(match["words"].split()))
        scale = _SCALE_WORD.match(line, match.end())
        if value is None or (value == 1 and not scale):  # «bir» is an article.
            return None
        base, position = Decimal(value), match.end()
    else:
        return _read_digits(line, match)
    return _with_scales(line, base, None, position, match.end())


def _read_digits(line: str, match: re.Match[str]) -> Magnitude | None:
    end = match.end()
    digits = match["digits"]
    upper = _UPPER.match(line, end) or _FROM_TO.match(line, end)
    if upper and not match["sign"] and _is_above(digits, upper["digits"]):
        end = upper.end()
    else:
        upper = None
    scaled = bool(_SCALE_WORD.match(line, end))
    low = parse_decimal(digits, scaled=scaled)
    high = parse_decimal(upper["digits"], scaled=scaled) if upper else None
    if low is None or (upper and high is None):
        return None
    negative = bool(match["sign"]) and match["sign"] != "+"
    low = f"-{low}" if negative else low
    if not scaled:
        return Magnitude(Decimal(low), Decimal(high) if high else None, low, end, end)
    return _with_scales(line, Decimal(low), Decimal(high) if high else None, end, end)


def _is_above(low: str, high: str) -> bool:
    first, second = parse_decimal(low), parse_decimal(high)
    return first is not None and second is not None and Decimal(first) < Decimal(second)


def _with_scales(line: str, base: Decimal, high: Decimal | None, position: int, number_end: int) -> Magnitude:
    """Multiply by the scale at `position` and add what smaller scales follow: «1 milyard 200 milyon»."""
    scale = _SCALE_WORD.match(line, position)
    if not scale:
        return Magnitude(base, high, plain(base), number_end, position)
    factor = SCALES[scale["scale"] or scale["inflected"]]
    total, end = base * factor, scale.end()
    if high is not None:
        return Magnitude(total, high * factor, plain(total), number_end, end)
    while scale["scale"] and (more := _MORE.match(line, end)):
        following = _SCALE_WORD.match(line, more.end())
        part = _part(more, bool(following))
        if part is None or NO_AMOUNT.match(line, more.end()):
            break
        if following:
            next_factor = SCALES[following["scale"] or following["inflected"]]
            if next_factor >= factor or part * next_factor >= factor:
                break
            total, end, factor, scale = total + part * next_factor, following.end(), next_factor, following
            continue
        if more["half"]:
            part *= factor
        elif part >= factor or factor > 1000:
            break
        total, end = total + part, more.end()
        break
    return Magnitude(total, None, plain(total), number_end, end)


def _part(more: re.Match[str], scaled: bool) -> Decimal | None:
    if more["half"]:
        return Decimal("0.5")
    if more["words"]:
        value = words_value(" ".join(more["words"].split()))
        return None if value is None else Decimal(value)
    text = parse_decimal(more["digits"], scaled=scaled)
    return None if text is None else Decimal(text)
