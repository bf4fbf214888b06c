"""Azerbaijani rewording: endings follow the new word by vowel harmony, and what stands around it stays.

The old words are made anew in every form that the language's wording knows; the form in which they come out as they
are written is the one for the new.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from korpu.claims import Value
from korpu.languages.az.morphology import inflect
from korpu.languages.az.orthography import lower
from korpu.render.wording import az as wording
from korpu.render.wording.amounts import write_number
from korpu.render.wording.points import Point, parse_when
from korpu.translations.formats import Words

_NUMBER = re.compile(r"(?P<number>\d[\d\s.,]*\d|\d)(?P<rest>.*)", re.DOTALL)
_SCALE = re.compile(r"(?:\s(?:milyard|milyon|min|mlrd\.?|mln\.?)(?:\s\d[\d,.]*)?)+(?=[\s-]|$)")
_BOUND = re.compile(r"-\w+(?:\s(?:yaxın|qədər|çox|artıq|az)\b)?")
_THOUSAND = " min"


def amount_end(sentence: str, end: int) -> int:
    """Return where the words of an amount end with its scale, its ending and what bounds it.

    >>> sentence = "Gürcüstanda 600-ə yaxın şirkət çalışır."
    >>> sentence[12 : amount_end(sentence, 15)]
    '600-ə yaxın'
    """
    for pattern in (_SCALE, _BOUND):
        found = pattern.match(sentence, end)
        end = found.end() if found else end
    return end


def amount(written: str, old: Value, new: Value, words: Words) -> str | None:
    """Return an amount as another is written; its unit stays, with its ending.

    >>> from korpu.translations import table
    >>> def anew(written, amount, bound="exact", old="exact", unit="USD"):
    ...     return amount_(written, Value("1", unit, old), Value(amount, unit, bound), table("az"))
    >>> amount_ = amount
    >>> anew("742 milyon dollara", "702500000"), anew("110-dur", "140", unit="document")
    ('702,5 milyon dollara', '140-dır')
    >>> anew("600-ə yaxın", "850", old="up_to", unit="company"), anew("120", "150", "over", unit="document")
    ('850', '150-dən çox')
    >>> anew("310 min", "228000", unit="person"), anew("1 100", "1480", unit="company")
    ('228 min', '1 480')
    >>> anew("900 milyon dolları keçib", "905600000", old="over") is None
    True
    """
    found = _NUMBER.fullmatch(written)
    if found is None or old.unit != new.unit or new.to is not None:
        return None
    scale = _SCALE.match(found["rest"])
    rest = found["rest"][scale.end() :] if scale else found["rest"]
    number = _number(new.amount, found["number"], scale[0] if scale else "", words)
    if old.bound == "exact" and new.bound == "exact":
        return _with_ending(found["number"], number, rest)
    if rest.startswith(" ") or (rest and not _BOUND.fullmatch(rest)):
        return None  # the bound stands on the unit, or in the verb
    return wording.bounded(number, new.bound) if rest == "" or old.bound != "exact" else None


def _number(amount: str, old: str, scale: str, words: Words) -> str:
    """The amount in digits, in thousands where the old one is, and in groups of three where its are."""
    if scale == _THOUSAND and amount.endswith("000") and len(amount) <= len("999000"):
        return amount.removesuffix("000") + _THOUSAND
    grouped = re.search(r"\d(\s)\d{3}", old)
    if grouped and amount.isdigit() and len(amount) == len("1480"):
        return f"{amount[0]}{grouped[1]}{amount[1:]}"
    return write_number(amount, words)


def _with_ending(old: str, number: str, rest: str) -> str | None:
    if not rest.startswith("-"):
        return number + rest
    return name(old + rest, old, number)


def date(written: str, old: str, new: str) -> str | None:
    """Return a date as another is written.

    >>> date("2011-ci ildən", "2011", "2009-09-24"), date("19 iyun 1992-ci ildə", "1992-06-19", "1992-06-09")
    ('2009-cu il sentyabrın 24-dən', '9 iyun 1992-ci ildə')
    >>> date("iyunun 3-də", "1995-06-03", "1995-05-12") is None
    True
    """
    plain = " ".join(written.split())
    for form in _date_forms():
        if (said := form(old)) is not None and said == plain:
            return form(new) or wording.date(new, "loc")
    return None


def _date_forms() -> Iterator[Callable[[str], str | None]]:
    for case in ("", *wording.CASES):
        yield lambda when, case=case: wording.date(when, case)  # type: ignore[misc]
    for case in ("Nom", *wording.CASES.values()):
        yield lambda when, case=case: _day_first(when, case)  # type: ignore[misc]


def _day_first(when: str, case: str) -> str | None:
    """«19 iyun 1992-ci ildə»: the day and month before the year, which takes the ending."""
    point = parse_when(when)
    if not isinstance(point, Point) or point.precision != "day" or point.about:
        return None
    day, month, _ = wording.date(when).split(" ")
    return f"{day} {month} {wording.ordinal(str(point.year))} {inflect('il', case)}"


def name(written: str, old: str, new: str) -> str | None:
    """Return a name, or a number in digits, with the ending that another is written with.

    >>> name("Giorgi Mamaladzedir", "Giorgi Mamaladze", "Tamar Kobalia"), name("Talıblıya", "Talıblı", "Səmədzadə")
    ('Tamar Kobaliadır', 'Səmədzadəyə')
    >>> name("Giorgi Mamaladzedirmi", "Giorgi Mamaladze", "Tamar Kobalia") is None
    True
    """
    if written == old:
        return new
    for ending in (*(_in_case(case) for case in wording.CASES.values()), _copula):
        if ending(old) == written:
            return ending(new)
    return None


def _in_case(case: str) -> Callable[[str], str]:
    return lambda words: wording.decline(words, case, izafet=False)


def _copula(words: str) -> str:
    """The name with «is»: «Kobaliadır», «110-dur»."""
    last = words.rsplit(" ", 1)[-1]
    is_number = last[-1:].isdigit()
    vowel = wording.high_vowel(wording.spoken(words) if is_number else lower(last))
    return f"{words}{'-' if is_number else ''}d{vowel}r"
