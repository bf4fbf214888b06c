"""Amounts in an Azerbaijani sentence: what is counted, how many, and how exactly.

A number is found by one pattern; what follows it (scale, case suffix, unit, words that bound it) is read by
one small pattern after another, since each may stand or be absent. Numbers that are part of a date, a
clock time or an ordinal are passed over.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

import msgspec

from korpu.claims import COUNTED_UNITS, Bound
from korpu.languages.az.magnitudes import (
    CASE_SUFFIX,
    MONTH,
    NO_AMOUNT,
    NUMBER,
    Magnitude,
    may_have_number,
    read_magnitude,
)
from korpu.languages.az.numerals import alternatives, plain, table
from korpu.languages.az.orthography import BLANKS_AND_DASHES, fold, fold_ascii

Case = Literal["dative", "ablative", "accusative", "locative", "genitive", "terminative"]


class Amount(msgspec.Struct, frozen=True):
    """An amount and the words that it was read from.

    Attributes:
        start, end: the whole phrase, with its bound words, scale and unit.
        number_start, number_end: the number alone (a range's both ends), without scale and unit.
        amount: a plain decimal, its scale multiplied out; a fall in percent is negative where it has a sign.
        to: the upper end of a range.
        unit: ISO 4217, `percent`, `person`, `company`, `document`, `mission`; None for anything else.
        noun: the folded words after the amount, up to three, where no unit is known; else the unit's word.
        suffix: the folded suffix and words that decided the bound («dək», «dan çox», «i keçib»); "" for none.
            «25 milyonadək artıb» is a reached level: the caller, who knows the verb, makes `dək` exact.
        case: the case of the phrase's last inflected word; `terminative` is -dək.
        adjective: «4 milyon dollarlıq».
    """

    start: int
    end: int
    number_start: int
    number_end: int
    amount: str
    to: str | None = None
    bound: Bound = "exact"
    unit: str | None = None
    noun: str = ""
    suffix: str = ""
    case: Case | None = None
    adjective: bool = False


_ROWS = {fold(row["form"]): row for row in table("units")}
# Careless keyboards lose letters: «müessise». The tables' own spelling wins where the two collide.
_ROWS = {fold_ascii(form): row for form, row in _ROWS.items()} | _ROWS
_UNIT = alternatives(list(_ROWS))
_COUNTED = alternatives([form for form, row in _ROWS.items() if row["kind"] == "counted"])
_CURRENCY_SIGN = "".join(form for form in _ROWS if len(form) == 1 and form != "%")


_BEFORE = re.compile(
    rf"(?:(?:{MONTH})(?:[iuü]n|\s+ayinin)\s+|\bnömrə\s+|№\s?|\bhər\s+|saat\s+|\bneçə\s+(?:(?:on|yüz|min)\s+)?)$"
)
"""What before a number makes it no amount: «mayın 5», «hər iki», «bir neçə yüz milyon»."""
YEAR_LIKE = re.compile(r"(?:1[89]|20)\d\d")
_YEAR_ENDING = re.compile(
    r"\s?-?\s?d[aə]n?(?!\w)(?!\s+(?:çox|artiq|az|yuxari))|\s*[)\]]|\s?-\s?(?:1[89]|20)\d\d|,?\s+il(?!\w*l[iuü][qk])|\s*$"
)

_UNIT_WORD = re.compile(
    rf"\s*(?P<unit>{_UNIT})\.?(?P<suffix>(?<=[%{re.escape(_CURRENCY_SIGN)}.])|{CASE_SUFFIX})"
)
_DISTANT_UNIT = re.compile(
    rf"\s+(?:(?!(?:ölkə|dövlət|xalq|tərəf|il|gün|ay|dəfə|arasinda|və|isə|ilə)(?:\W|l[aə]r|l[iuü][qk]|nin|də))[^\W\d]+\s+){{0,3}}?(?P<unit>{_COUNTED})(?P<suffix>{CASE_SUFFIX})"
)
_ORIGIN = ("li", "lu", "lü")
"""The endings of «azərbaycanlı», «koreyalı», «özbəkistanlı»."""

_NOUN = re.compile(r"\s+([^\W\d]+(?:\s+[^\W\d]+){0,2})")
_SIGN_BEFORE = re.compile(rf"(?:[{re.escape(_CURRENCY_SIGN)}]|(?<!\w)(?:usd|eur|azn|gbp|rub))\s?$")


@cache
def _bound_rows(after: str) -> dict[str, Bound]:
    rows = (row for row in table("bounds") if row["after"] == after)
    bounds = {fold(row["form"]): row["bound"] for row in rows}
    return {fold_ascii(form): bound for form, bound in bounds.items()} | bounds  # type: ignore[return-value]


def _bound_pattern(after: str) -> str:
    forms = sorted(_bound_rows(after), key=len, reverse=True)
    return "|".join(re.escape(form).replace(r"\ ", r"\s+").replace(r"\*", r"\w*") for form in forms)


_BOUNDS_BEFORE = re.compile(
    rf"(?<!\w)(?P<form>{_bound_pattern('before')})\s+(?:[{re.escape(_CURRENCY_SIGN)}]\s?)?$"
)
_FILLER = r"\s+(?:bir\s+qədər\s+|bir\s+az\s+(?=çox|artiq|az)|azca\s+|xeyli\s+|də\s+|da\s+|daha\s+|artiq\s+(?=yaxin))?"
_BOUNDS_AFTER = {
    case: re.compile(rf"{_FILLER}(?P<form>{_bound_pattern(case)})(?!\w)")
    for case in ("ablative", "dative", "accusative", "genitive", "any")
}


def find_amounts(text: str, folded: str) -> list[Amount]:
    """Return the amounts of a sentence, in its order.

    Args:
        text: the sentence.
        folded: its `fold`, of the same length.

    >>> sentence = "Dövriyyə 1 milyard 200 milyon dollardan çox olub."
    >>> [(a.amount, a.unit, a.bound) for a in find_amounts(sentence, fold(sentence))]
    [('1200000000', 'USD', 'over')]
    """
    if not may_have_number(folded):
        return []
    line = folded.translate(BLANKS_AND_DASHES)
    found: list[Amount] = []
    position = 0
    while match := NUMBER.search(line, position):
        amount = _read_amount(line, match)
        position = max(match.end(), amount.number_end) if amount else match.end()
        if amount and match["scale"] and _is_measure(line, amount):
            continue
        if amount:
            found.append(amount)
            position = max(position, amount.end if amount.end > amount.number_end else position)
    return _with_ranges(line, found)


def _is_measure(line: str, amount: Amount) -> bool:
    """Whether a scale and a unit in brackets only say in what a table's amounts are («ticarət (milyon dollar)»)."""
    return line[: amount.start].rstrip()[-1:] in ("(", ",") and line[amount.end :].lstrip()[:1] == ")"


def _with_ranges(line: str, amounts: list[Amount]) -> list[Amount]:
    """The amounts with «300 mindən 500 minədək azərbaycanlı» as one, which goes from the first to the second."""
    joined: list[Amount] = []
    for amount in amounts:
        before = joined[-1] if joined else None
        if before and _is_range(line, before, amount):
            joined[-1] = msgspec.structs.replace(
                amount,
                start=before.start,
                number_start=before.number_start,
                amount=before.amount,
                to=amount.amount,
                bound="exact",
            )
        else:
            joined.append(amount)
    return joined


def _is_range(line: str, lower: Amount, upper: Amount) -> bool:
    """Whether two amounts that follow each other are its ends, and not what a level rose from and to."""
    apart = line[lower.end : upper.start].strip()
    rises = _OF_CHANGE.search(line, upper.end, upper.end + 60)
    return (
        lower.case == "ablative" and lower.unit is None and lower.to is None and upper.to is None
        and upper.unit in COUNTED_UNITS and upper.bound == "up_to" and not apart and not rises
    )  # fmt: skip


_OF_CHANGE = re.compile(fold(r"(?<!\w)(?:art|yüksəl|azal|çat|qalx|en)\w*"))


def _read_amount(line: str, match: re.Match[str]) -> Amount | None:
    if match["crowd"]:
        return _crowd(line, match)
    start = match.start()
    before = line[max(0, start - 40) : start]
    if _BEFORE.search(before) or _is_date_or_ordinal(line, match):
        return None
    number = read_magnitude(line, match)
    if number is None:
        return None
    return _phrase(line, match, number, before)


def _crowd(line: str, match: re.Match[str]) -> Amount | None:
    """Read «minlərlə azərbaycanlı»: over a thousand of them.

    The unit is `person` only for words that always mean people. For another noun (it may be the name of a
    people) it is None, and the caller decides; what the tables count otherwise («minlərlə sənəd») is vague.
    """
    words = match["crowd"]
    value = Decimal(1000) if "min" in words else Decimal(10**6)
    value *= {"on": 10, "yü": 100}.get(words[:2], 1)
    following = _NOUN.match(line, match.end())
    noun = following[1].split()[0] if following else ""
    known = _UNIT_WORD.match(line, match.end())
    unit = _ROWS[_spaced(known["unit"])]["unit"] if known else None
    if unit not in (None, "person"):
        return None
    end = following.start(1) + len(noun) if following and (unit or noun.endswith(_ORIGIN)) else match.end()
    unit = "person" if noun.endswith(_ORIGIN) else unit
    return Amount(
        match.start(), end, match.start(), match.end(), plain(value), None, "over", unit, noun, "lərlə"
    )


def _is_date_or_ordinal(line: str, match: re.Match[str]) -> bool:
    if NO_AMOUNT.match(line, match.end()):
        return True
    digits = match["digits"]
    return bool(digits and YEAR_LIKE.fullmatch(digits) and _YEAR_ENDING.match(line, match.end()))


# Unit, case and bound -----------------------------------------------------------------------------------

_CASES: tuple[tuple[re.Pattern[str], Case], ...] = (
    (re.compile(r"d[aəe]k$"), "terminative"),
    (re.compile(r"d[aəe]n$"), "ablative"),
    (re.compile(r"d[aəe]$"), "locative"),
    (re.compile(r"[aəe]$"), "dative"),
    (re.compile(r"[iuü]n$"), "genitive"),
    (re.compile(r"[iuü]$"), "accusative"),
)
_COMPOUND = re.compile(r"s?[iuü](?:d[iuü]r)?")
_ADJECTIVE = re.compile(r"l[iuü][qkğy](?:[iuü]n?)?$")


@lru_cache(maxsize=8192)
def suffix_case(suffix: str) -> Case | None:
    """Return the case of a folded suffix, None where it has none (or is an adjective's).

    >>> suffix_case("dan"), suffix_case("adək"), suffix_case("ına".replace("ı", "i")), suffix_case("liq")
    ('ablative', 'terminative', 'dative', None)
    """
    bare = re.sub(r"d[iuü]r$", "", suffix.strip(" -"))
    if _ADJECTIVE.search(bare):
        return None
    for pattern, case in _CASES:
        if pattern.search(bare):
            return case
    return None


class _Tail(msgspec.Struct, frozen=True):
    """What follows a number: where it ends, its unit, its last suffix and its bound."""

    end: int
    unit: str | None = None
    noun: str = ""
    suffix: str = ""
    bound: Bound | None = None
    words: str = ""


def _phrase(line: str, match: re.Match[str], number: Magnitude, before: str) -> Amount | None:
    start = match.start()
    sign = _SIGN_BEFORE.search(before)
    earlier = _BOUNDS_BEFORE.search(before)
    bound: Bound | None = _bound_rows("before")[_spaced(earlier["form"])] if earlier else None
    tail = _read_tail(line, number.end)
    unit = tail.unit or (_ROWS[sign.group().strip()]["unit"] if sign else None)
    # A dash before a sum is a dash, before a percentage a minus.
    text = number.text if unit == "percent" else number.text.lstrip("-")
    first = (
        start - len(before) + earlier.start()
        if earlier
        else start - len(before) + sign.start()
        if sign
        else start
    )
    # «təxminən 5 milyona yaxın»: the words after it win.
    bound = tail.bound or bound or "exact"
    case = suffix_case(tail.suffix)
    if (
        number.high is not None
        and bound == "up_to"
        and tail.words.lstrip("aəyn -") in ("dək", "dak", "qədər")
    ):
        bound = "exact"  # «20-dən 30-dək» is the range itself.
    return Amount(
        start=max(first, 0),
        end=tail.end,
        number_start=start,
        number_end=number.number_end,
        amount=text,
        to=None if number.high is None else plain(number.high),
        bound=bound,
        unit=unit,
        noun=tail.noun,
        suffix=tail.words,
        case=case,
        adjective=bool(_ADJECTIVE.search(re.sub(r"d[iuü]r$", "", tail.suffix))),
    )


def _spaced(form: str) -> str:
    return " ".join(form.split())


def _read_tail(line: str, position: int) -> _Tail:
    """Read the number's own suffix and bound, its unit, and the unit's suffix and bound."""
    suffix = _own_suffix(line, position)
    tail = _bounded(line, _Tail(position + len(suffix), suffix=suffix.strip(" -")))
    unit = _UNIT_WORD.match(line, tail.end) or (
        _DISTANT_UNIT.match(line, tail.end)
        if suffix_case(suffix) in (None, "terminative") or tail.bound
        else None
    )
    if unit:
        row = _ROWS[_spaced(unit["unit"])]
        apart = unit.start("unit") - tail.end > 1
        # «280 türk müəssisəsi»: the ending is the compound's own.
        ending = "" if apart and _COMPOUND.fullmatch(unit["suffix"]) else unit["suffix"]
        after = _bounded(
            line, _Tail(unit.end(), row["unit"], _spaced(unit["unit"]), ending, None, tail.words)
        )
        if tail.bound:  # «80-dən çox sənəd»: the first bound stands.
            return msgspec.structs.replace(after, bound=tail.bound, words=tail.words, end=unit.end())
        return after
    noun = _NOUN.match(line, tail.end)
    return msgspec.structs.replace(tail, noun=_spaced(noun[1]) if noun else "")


def _own_suffix(line: str, position: int) -> str:
    """Return the suffix glued to a scale word or joined to digits by a hyphen, with its hyphen."""
    ahead = line[position : position + 12]
    match = re.match(rf"(?:\s?-\s?)?(?=[^\W\d])(?:{CASE_SUFFIX})", ahead)
    if match and match.group().strip(" -"):
        return match.group()
    return ""


def _bounded(line: str, tail: _Tail) -> _Tail:
    """Add the bound that the words after a suffix make with it."""
    case = suffix_case(tail.suffix)
    if case == "terminative":
        return msgspec.structs.replace(tail, bound="up_to", words=tail.suffix)
    for name in dict.fromkeys((case or "any", "any")):
        pattern = _BOUNDS_AFTER.get(name)
        match = pattern.match(line, tail.end) if pattern else None
        if match:
            bound = _bound_of(name, _spaced(match["form"]))
            words = f"{tail.suffix} {_spaced(match['form'])}".strip()
            return msgspec.structs.replace(tail, end=match.end(), bound=bound, words=words)
    return tail


def _bound_of(after: str, form: str) -> Bound:
    rows = _bound_rows(after)
    if form in rows:
        return rows[form]
    return next(bound for stem, bound in rows.items() if stem.endswith("*") and form.startswith(stem[:-1]))


# Cells --------------------------------------------------------------------------------------------------

_FOOTNOTE = re.compile(r"\[[^\]]{0,20}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰*↑]|\?!")
_CELL_REST = re.compile(r"(?:\s*\([^)]*\))?[\s.]*$")


def parse_cell(text: str) -> Amount | None:
    """Return the amount that a table cell is, footnote marks apart; None where it is anything else.

    Spans are of the cell without its marks. Without a scale word the amount is as written, zeros and all.

    >>> parse_cell("25 817,40[9]").amount, parse_cell("0,431 mlrd doll. (2022)").amount
    ('25817.40', '431000000')
    >>> parse_cell("—"), parse_cell("Roma, Via Po, 4")
    (None, None)
    """
    bare = _FOOTNOTE.sub("", text)
    line = fold(bare).translate(BLANKS_AND_DASHES)
    match = NUMBER.search(line)
    if not match or (not match["digits"] and not match["words"]):
        return None
    number = read_magnitude(line, match)
    amount = _phrase(line, match, number, line[: match.start()]) if number else None
    if (
        amount is None
        or number is None
        or line[: amount.start].strip(" ~≈|")
        or not _CELL_REST.match(line[amount.end :])
    ):
        return None
    return msgspec.structs.replace(amount, amount=number.text)
