"""The pieces that Azerbaijani dates are made of: years, days of a year, spans, words such as «dünən».

A rule is a pattern over canonical text (see `canonical`) and a function from its match to pieces. Pieces are joined into dates in `dates.py`: «1992-ci ilin»
and «avqust ayının 30-da» are two pieces of one date. RULES is in order of preference: a stretch that an
earlier rule has taken is closed to later ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Literal

import msgspec

from korpu.edtf import day, is_edtf
from korpu.languages.az.numerals import (
    ORDINAL_SUFFIX,
    ORDINAL_WORDS,
    WORDS,
    alternatives,
    count_value,
    ordinal_value,
    roman_value,
    table,
)
from korpu.languages.az.orthography import fold, fold_ascii
from korpu.reading.calendar import Absolute, Anniversary, Form, Now, Relative, Unit, Weekday, YearMissing

Role = Literal["year", "bare_year", "rest", "weak_rest", "edge", "whole"]
"""What a piece may join with: a year takes the `rest` of a date; a `weak_rest` or `bare_year` (four digits) is
no date unless it joins something; an `edge` («sonunda») adds its case alone."""

Case = Literal["bare", "gen", "on", "since", "until", "planned", "with", "ki"]


class Piece(msgspec.Struct, frozen=True):
    """A stretch that says part of a date, its case that of its last word."""

    start: int
    end: int
    role: Role
    form: Form
    case: Case
    rule: str = ""


class Rule(msgspec.Struct, frozen=True):
    """A named pattern with what its match says.

    Attributes:
        needs: `digit`, `month` or nothing: what a text must have for the rule to be tried.
        examples: texts with the EDTF they give under the anchors of the tests, None for near misses.
    """

    name: str
    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], Iterator[Piece]]
    needs: Literal["digit", "month", ""] = ""
    examples: tuple[tuple[str, str | None], ...] = ()


_PLAIN = str.maketrans(
    dict.fromkeys("\xa0\u2002\u2003\u2007\u2009\u200a\u202f\t", " ") | dict.fromkeys("‐‑‒–—―−", "-")
)


def canonical(folded: str) -> str:
    """Return folded text without the language's own letters, every blank a space, every dash a hyphen.

    As long as it was. Dates are read from this form, for careless keyboards lose those letters («5-de»)
    and no word of a date is then mistaken for another.

    >>> canonical(fold("1991 – cı ildə"))
    '1991 - ci ilde'
    """
    return fold_ascii(folded).translate(_PLAIN)


def _key(word: str) -> str:
    return canonical(fold(word))


def compile_canonical(pattern: str) -> re.Pattern[str]:
    """Return a pattern for canonical text; it may be written with the language's letters."""
    return re.compile(canonical(pattern), re.VERBOSE)


MONTHS = {_key(row["name"]): int(row["number"]) for row in table("months")}
SHORT_MONTHS = MONTHS | {
    short: int(row["number"]) for row in table("months") for short in row["short"].split("|")
}
_WEEKDAYS = {_key(row["name"]): int(row["number"]) for row in table("weekdays")}
_RELATIVE = {_key(row["form"]): row for row in table("relative_days")}
_SEASONS = {"yaz": 21, "yay": 22, "payiz": 23, "qis": 24}

SUFFIX = (
    r"(?:l[aə]r)?[iuün]{0,4}"
    r"(?:y?[aə]d[aə]k|d[aə]ki\w*|d[aə]n|d[aə]|l[aə]|y?[aə]|ki\w*)?(?:d[iuü]r)?(?!\w)"
)
"""Plural, possessive and case after a word's stem, more than the language allows."""

_DIGIT_SUFFIX = r"(?:\s?-?\s?(?:s?[iuü])?n?(?:[yn]?[aə]d[aə]k|d[aə]k|d[aə]ki\w*|d[aə]n|d[aə]|y?[aə]|[iuü]n|)(?:d[iuü]r)?)(?!\w)"
_YEAR = r"(?<![\w.,/:-])(?:1[0-9]|20|21)\d\d(?!\d)"
_DAY = r"(?<![\w.,/:])(?:0?[1-9]|[12]\d|3[01])(?![\d:])"
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_SHORT = "|".join(sorted(SHORT_MONTHS, key=len, reverse=True))
_ONLY_SHORT = "|".join(sorted(SHORT_MONTHS.keys() - MONTHS.keys(), key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,3}}|{WORDS})"
_ROMAN = r"[ivxlc]+"
_NTH = rf"(?:\d{{1,2}}{ORDINAL_SUFFIX}|{_ROMAN}|{ORDINAL_WORDS}|ilk)"
_ADJECTIVE = alternatives([form for form, row in _RELATIVE.items() if row["kind"] == "adjective"])


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


def nth_value(text: str) -> int | None:
    """Return the number of an ordinal in digits, words or Roman letters («ilk» is 1)."""
    text = " ".join(text.split())
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits.group())
    return 1 if text == "ilk" else ordinal_value(text) or roman_value(text)


def days_pattern(month: int, first: int, last: int | None = None, end_month: int | None = None) -> str | None:
    """Return the pattern of a day or of the days from first to last; None where no year has them.

    >>> days_pattern(3, 23, 24), days_pattern(2, 30)
    ('*-03-23/*-03-24', None)
    """
    if day(2004, month, first) is None:
        return None
    begin = f"*-{month:02d}-{first:02d}"
    if last is None:
        return begin
    end = f"*-{end_month or month:02d}-{last:02d}"
    if day(2004, end_month or month, last) is None or end <= begin:
        return None
    return f"{begin}/{end}"


def _piece(match: re.Match[str], role: Role, form: Form, case: Case) -> Piece:
    return Piece(match.start(), match.end(), role, form, case)


def _missing(
    match: re.Match[str], pattern: str | None, case: Case, *, weak: bool = False, own: bool = False
) -> Iterator[Piece]:
    if pattern:
        yield _piece(match, "weak_rest" if weak else "rest", YearMissing(pattern, inherits=own), case)


def _has_owner(suffix: str | None) -> bool:
    """Whether a month is possessed («iyulunda», not «iyulda»): it belongs to a year told before."""
    return bool(re.match(r"[iu](?:n[daeiu]|$)", suffix or ""))


def _written(match: re.Match[str]) -> Iterator[Piece]:
    parts = match.groupdict()
    month = parts["month"]
    number = int(month) if month.isdecimal() else SHORT_MONTHS[month]
    edtf = day(int(parts["year"]), number, int(parts["day"]))
    if edtf:
        yield _piece(match, "whole", Absolute(edtf), case_of(parts.get("suffix")))


def _day_month(match: re.Match[str]) -> Iterator[Piece]:
    last, month = match["last"], MONTHS[match["month"]]
    pattern = days_pattern(month, int(match["day"]), int(last) if last else None)
    yield from _missing(match, pattern, case_of(match["ay"] or match["suffix"]))


def _month_day(match: re.Match[str]) -> Iterator[Piece]:
    """Read «mayın 5-də», «mayın 17-dən 19-dək», «mayın 5, 6 və 9-da»."""
    month = MONTHS[match["month"]]
    days = [int(number) for number in re.findall(r"\d+", match["days"])]
    case = case_of(match["suffix"])
    if match["until"]:
        yield from _missing(match, days_pattern(month, days[0], int(match["until"])), "on")
    elif len(days) == 1 or all(second - first == 1 for first, second in pairwise(days)):
        yield from _missing(match, days_pattern(month, days[0], days[-1] if len(days) > 1 else None), case)
    elif len(days) == 2 and "-" in match["days"]:
        yield from _missing(match, days_pattern(month, *days), case)
    else:
        offset = match.start("days")
        for number in re.finditer(r"\d+", match["days"]):
            pattern = days_pattern(month, int(number.group()))
            start = match.start() if number.start() == 0 else offset + number.start()
            if pattern:
                yield Piece(start, offset + number.end(), "rest", YearMissing(pattern), case)


def _months(match: re.Match[str]) -> Iterator[Piece]:
    first, last = MONTHS[match["month"]], MONTHS[match["last"]]
    if first < last:
        case = case_of(match["ay"] or match["suffix"])
        yield from _missing(match, f"*-{first:02d}/*-{last:02d}", case)


def _month(match: re.Match[str]) -> Iterator[Piece]:
    suffix, ay = match["suffix"], match["ay"]
    case = case_of(ay if ay is not None else suffix)
    weak = (
        (case in ("bare", "gen") and ay is None) or (case == "planned" and not _has_owner(suffix) and ay is None)
    )
    own = _has_owner(suffix) and ay is None
    yield from _missing(match, f"*-{MONTHS[match['month']]:02d}", case, weak=weak, own=own)


def _season(match: re.Match[str]) -> Iterator[Piece]:
    yield from _missing(match, f"*-{_SEASONS[match['season']]}", case_of(match["suffix"]), weak=True)


def _half(match: re.Match[str]) -> Iterator[Piece]:
    number = 2 if match["nth"] == "son" else nth_value(match["nth"])
    pattern = {1: "*-01/*-06", 2: "*-07/*-12"}.get(number or 0)
    yield from _missing(match, pattern, case_of(match["suffix"]), weak=True)


def _quarter(match: re.Match[str]) -> Iterator[Piece]:
    number = nth_value(match["nth"]) or 0
    if 1 <= number <= 4:
        yield from _missing(match, f"*-{number * 3 - 2:02d}/*-{number * 3:02d}", case_of(match["suffix"]))


def _first_months(match: re.Match[str]) -> Iterator[Piece]:
    number, which = count_value(match["number"]) or 0, match["which"]
    if not 1 <= number <= 12:
        return
    if which == "son":
        pattern = f"*-{13 - number:02d}/*-12" if number > 1 else "*-12"
    else:
        pattern = "*" if number == 12 else f"*-01/*-{number:02d}" if number > 1 else "*-01"
    yield from _missing(match, pattern, case_of(match["suffix"]), weak=which != "ilk")


def _year_range(match: re.Match[str]) -> Iterator[Piece]:
    first, last = match["year"], match["last"]
    last = first[: 4 - len(last)] + last
    if int(first) < int(last):
        role: Role = "whole" if match["suffix"] is not None else "bare_year"
        yield _piece(match, role, Absolute(f"{first}/{last}"), case_of(match["suffix"]))


def _decade(match: re.Match[str]) -> Iterator[Piece]:
    parts = match.groupdict()
    decade, case = parts["decade"], case_of(parts["suffix"])
    form: Form
    if len(decade) == 4:
        form = Absolute(f"{decade[:3]}X")
    elif parts.get("adjective"):
        row = _RELATIVE[" ".join(parts["adjective"].split())]
        form = Relative("century", int(row["amount"]), "published", f"*{decade[0]}X")
    elif parts.get("century"):
        number = nth_value(parts["century"])
        if not number or number > 21:
            return
        form = Absolute(f"{number - 1:02d}{decade[0]}X")
    else:
        form = Relative("decade", int(decade[0]), "published")
    yield _piece(match, "whole", form, case)


def _century(match: re.Match[str]) -> Iterator[Piece]:
    numbers = [nth_value(text) for text in (match["century"], match["last"]) if text]
    if any(number is None or number > 21 for number in numbers):
        return
    edtf = "/".join(f"{(number or 1) - 1:02d}XX" for number in numbers)
    if is_edtf(edtf):
        yield _piece(match, "whole", Absolute(edtf), case_of(match["suffix"]))


def _year(match: re.Match[str]) -> Iterator[Piece]:
    yield _piece(match, "year", Absolute(match["year"].zfill(4)), case_of(match["suffix"]))


def _bare_year(match: re.Match[str]) -> Iterator[Piece]:
    case = "ki" if match["nth"] and not match["suffix"] else case_of(match["suffix"])
    yield _piece(match, "bare_year", Absolute(match["year"]), case)


_UNITS: dict[str, Unit] = {
    "il": "year", "ay": "month", "hefte": "week", "gun": "day", "esr": "century",
    "dovr": "period", "vaxt": "period", "muddet": "period",
}  # fmt: skip


def _relative(match: re.Match[str]) -> Iterator[Piece]:
    row = _RELATIVE[" ".join(match["adjective"].split())]
    unit, amount = _UNITS[match["unit"]], int(row["amount"])
    to: Literal["published", "last"] = "last" if row["to"] == "last" else "published"
    if match["suffix"].startswith(("lar", "ler")):
        unit = "period"  # «bu illərdə» has no bounds; «həmin illərdə» has those of the date told.
    if unit == "period" and (amount, to) != (0, "last"):
        return
    form = Relative(unit, amount, to, "*XX" if unit == "century" else "*")
    yield _piece(match, "year" if unit == "year" else "whole", form, case_of(match["suffix"]))


def _month_ref(match: re.Match[str]) -> Iterator[Piece]:
    row = _RELATIVE[" ".join(match["adjective"].split())] if match["adjective"] else None
    amount = int(row["amount"]) if row else 0
    to: Literal["published", "last"] = "last" if row and row["to"] == "last" else "published"
    first, last = int(match["day"]), match["last"]
    pattern = f"*-{first:02d}" + (f"/*-{int(last):02d}" if last else "")
    if not last or first < int(last):
        yield _piece(match, "whole", Relative("month", amount, to, pattern), case_of(match["suffix"]))


def _year_start(match: re.Match[str]) -> Iterator[Piece]:
    yield _piece(match, "weak_rest", Relative("year", 0, "published"), "gen")


def _distance(match: re.Match[str]) -> Iterator[Piece]:
    number = count_value(match["number"])
    if not number:
        return
    unit = _UNITS[match["unit"]]
    after = match["way"] == "sonra"
    form = Relative(
        unit,
        number if after else -number,
        "last" if after else "published",
        "*XX" if unit == "century" else "*",
    )
    yield _piece(match, "whole", form, "ki" if match["suffix"] else "on")


def _word(match: re.Match[str]) -> Iterator[Piece]:
    row = _RELATIVE[" ".join(match["word"].split())]
    if row["kind"] == "now":
        yield _piece(match, "whole", Now(), "on")
    elif not match["suffix"].startswith("d"):
        yield _piece(
            match, "whole", Relative("day", int(row["amount"]), "published"), case_of(match["suffix"])
        )


def _weekday(match: re.Match[str]) -> Iterator[Piece]:
    name = " ".join(match["name"].split())
    row = _RELATIVE[" ".join(match["adjective"].split())] if match["adjective"] else None
    yield _piece(
        match, "whole", Weekday(_WEEKDAYS[name], int(row["amount"]) if row else 0), case_of(match["suffix"])
    )


def _anniversary(match: re.Match[str]) -> Iterator[Piece]:
    number = count_value(match["number"]) if match["number"] else nth_value(match["nth"])
    if number:
        yield _piece(match, "whole", Anniversary(number), "bare")


def _edge(match: re.Match[str]) -> Iterator[Piece]:
    yield _piece(match, "edge", Now(), case_of(match["suffix"]))


_ORDINAL_YEAR_TAIL = rf"(?:{ORDINAL_SUFFIX})?\s?-?\s?il(?P<suffix>{SUFFIX})"
_AY = rf"(?:\s+ay(?P<ay>{SUFFIX}))?"
_alone = alternatives([row["name"] for row in table("weekdays") if row["alone"]])
_beside = alternatives([row["name"] for row in table("weekdays")])
_DAY_WORDS = alternatives([form for form, row in _RELATIVE.items() if row["kind"] != "adjective"])

RULES: tuple[Rule, ...] = (
    Rule(
        "day in figures",
        compile_canonical(
            rf"(?<![\w.,/:-])(?P<day>\d{{1,2}})(?P<mark>[./-])(?P<month>\d{{1,2}})(?P=mark)(?P<year>\d{{4}})(?![\d/-]*\d)"
            rf"(?:{_ORDINAL_YEAR_TAIL}|(?:{ORDINAL_SUFFIX})(?!\w))?"
        ),
        _written,
        "digit",
        (
            ("15.09.2004", "2004-09-15"),
            ("15/09/2004-cü il", "2004-09-15"),
            ("31.02.2004", None),
            ("10.20.30.2004", None),
        ),
    ),
    Rule(
        "day in figures, year first",
        compile_canonical(
            r"(?<![\w.,/:-])(?P<year>(?:19|20)\d\d)(?P<mark>[.-])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d|[.-]\d)"
        ),
        _written,
        "digit",
        (("2004-09-15", "2004-09-15"), ("2004-13-15", None)),
    ),
    Rule(
        "short month first",
        compile_canonical(
            rf"(?<!\w)(?P<month>{_SHORT})\.?\s+(?P<day>\d{{1,2}})(?:\s?,\s?|\s+)(?P<year>(?:19|20)\d\d)(?!\d|-?[cç][iuü])"
        ),
        _written,
        "digit",
        (("Dek 03, 2024", "2024-12-03"), ("Oktyabr 8, 2019", "2019-10-08")),
    ),
    Rule(
        "short month between",
        compile_canonical(
            rf"(?<![\w.])(?P<year>(?:19|20)\d\d)\s+(?P<month>{_SHORT})\.?\s+(?P<day>\d{{1,2}})(?![\d:])(?!\s?-?\s?\w)"
        ),
        _written,
        "digit",
        (("2008 Sep 08", "2008-09-08"),),
    ),
    Rule(
        "short month after the day",
        compile_canonical(
            rf"(?<![\w.])(?P<day>\d{{1,2}})(?:\s+|-)(?P<month>{_ONLY_SHORT})\.?(?:\s?,\s?|\s+|-)(?P<year>(?:19|20)\d\d)(?!\d|\s?-?[cç][iuü]|\s?-?\s?il|-\w)"
        ),
        _written,
        "digit",
        (("03 Dek 2024", "2024-12-03"), ("8 okt. 2019", "2019-10-08")),
    ),
    Rule(
        "anniversary",
        compile_canonical(
            rf"(?<!\w)(?:(?P<nth>\d{{1,3}}{ORDINAL_SUFFIX}|{ORDINAL_WORDS})\s+il\s?dönüm\w*"
            rf"|(?P<number>{_NUMBER})\s?-?\s?(?:il(?:liyi|liyin)\w*|illik\s+yubiley\w*|il\s?dönüm\w*))"
        ),
        _anniversary,
        "",
        (("30 illiyi", None), ("otuzuncu ildönümüdür", None)),
    ),
    Rule(
        "decade of a century",
        compile_canonical(
            rf"(?<!\w)(?:(?P<adjective>{_ADJECTIVE})|(?P<century>{_ROMAN}|\d{{1,2}}{ORDINAL_SUFFIX}))\s+(?:əsr|yüzil)(?:liy)?in\s+"
            rf"(?P<decade>\d0)(?:{ORDINAL_SUFFIX})?\s+il(?P<suffix>{SUFFIX})"
        ),
        _decade,
        "digit",
        (("XX əsrin 60-cı illəri", "196X"), ("ötən əsrin 90-cı illərində", "199X")),
    ),
    Rule(
        "decade",
        compile_canonical(
            rf"(?<![\w.,/-])(?P<decade>(?:1\d|20)\d0|\d0){ORDINAL_SUFFIX}\s+il(?=l[aə]r)(?P<suffix>{SUFFIX})"
        ),
        _decade,
        "digit",
        (("1990-cı illərdə", "199X"), ("70-ci illərin əvvəlləri", "197X"), ("1990-cı ildə", "1990")),
    ),
    Rule(
        "century",
        compile_canonical(
            rf"(?<![\w-])(?P<century>{_ROMAN}|\d{{1,2}}{ORDINAL_SUFFIX}|{ORDINAL_WORDS})(?:\s?-\s?(?P<last>{_ROMAN}))?"
            rf"\s+(?:əsr|yüzil)(?:lik|liy)?(?P<suffix>{SUFFIX})"
        ),
        _century,
        "",
        (("XIX əsrin sonlarında", "18XX"), ("19-cu əsrdə", "18XX"), ("XIX–XX əsrlərdə", "18XX/19XX")),
    ),
    Rule(
        "years from to",
        compile_canonical(
            rf"(?P<year>{_YEAR})(?:{ORDINAL_SUFFIX}(?:\s+il)?)?\s?-\s?(?P<last>(?:\d\d)?\d\d)(?![\d.,]\d|\d)"
            rf"(?:(?:{ORDINAL_SUFFIX})?\s?-?\s?il(?P<suffix>{SUFFIX}))?"
        ),
        _year_range,
        "digit",
        (
            ("1918–1920-ci illərdə", "1918/1920"),
            ("2022-2026-cı illər üzrə", "2022/2026"),
            ("1920-1918-ci", None),
        ),
    ),
    Rule(
        "year",
        compile_canonical(
            rf"(?<![\w.,/:])(?P<year>(?:[5-9]|1\d|2[01])\d\d(?={ORDINAL_SUFFIX})|(?:1[89]|20)\d\d)(?:{ORDINAL_SUFFIX})?\s?-?\s?"
            rf"il(?!l?i[yk])(?P<suffix>{SUFFIX})(?!\s+(?:əvvəl|öncə|qabaq|sonra)(?!\w|l))"
        ),
        _year,
        "digit",
        (
            ("2014-cu ildə", "2014"),
            ("1991 – ci ildə", "1991"),
            ("2008ci il", "2008"),
            ("2005 il", "2005"),
            ("100 il", None),
        ),
    ),
    Rule(
        "day of a month told",
        compile_canonical(
            rf"(?<!\w)(?:(?P<adjective>{_ADJECTIVE})\s+)?ay[iıu]n\s+(?P<day>{_DAY})(?:\s?-\s?(?P<last>{_DAY}))?(?P<suffix>{_DIGIT_SUFFIX})"
        ),
        _month_ref,
        "digit",
        (("ötən ayın 5-də", "2024-04-05"), ("həmin ayın 6-da", "2008-04-06")),
    ),
    Rule(
        "now, today, yesterday",
        compile_canonical(rf"(?<![\w-])(?P<word>{_DAY_WORDS})(?P<suffix>(?:d[aə]n|kü|d[aə]k)?)(?!\w)"),
        _word,
        "",
        (("dünən", "2024-05-19"), ("hazırda", None), ("sabah", "2024-05-21")),
    ),
    Rule(
        "year or month by another",
        compile_canonical(
            rf"(?<![\w-])(?P<adjective>{_ADJECTIVE})\s+(?P<unit>il|ay|həftə|gün|əsr|dövr|vaxt|müddət)(?!l[iuü][yk])(?P<suffix>{SUFFIX})"
        ),
        _relative,
        "",
        (
            ("ötən il", "2023"),
            ("gələn ilin mayında", "2025-05"),
            ("elə həmin ilin 6 sentyabrı", "2008-09-06"),
            ("bu illik", None),
        ),
    ),
    Rule(
        "years before or after",
        compile_canonical(
            rf"(?<!\w)(?:bundan\s+)?(?:düz\s+|cəmi\s+)?(?P<number>(?<![\d.,])\d{{1,3}}|{WORDS})\s+(?P<unit>il|ay|həftə|gün|əsr)(?:d[aə]n)?"
            rf"\s+(?P<way>əvvəl|öncə|qabaq|sonra)(?P<suffix>ki\w*|)(?!\w)"
        ),
        _distance,
        "",
        (("iki il əvvəl", "2022"), ("bundan 7 il sonra", "2015"), ("bir neçə il sonra", None)),
    ),
    Rule(
        "day after its month",
        compile_canonical(
            rf"(?<!\w)(?P<month>{_MONTH})(?:[iuü]n|\s+ay[iuü]n[iuü]n)\s+"
            rf"(?P<days>{_DAY}(?:\s?(?:-|,|və|ilə)\s?{_DAY})*(?:-?s?[iuü](?=\s+və\s))?(?:\s+və\s+{_DAY})*)"
            rf"(?:-?d[aə]n\s+(?P<until>{_DAY})(?=-?\s?n?[aə]?d[aə]k|-?\s?[yn]?[aə]\s+(?:qədər|kimi)))?(?P<suffix>{_DIGIT_SUFFIX})"
        ),
        _month_day,
        "month",
        (
            ("2004-cü il martın 23-24-də", "2004-03-23/2004-03-24"),
            ("2004-cü il mayın 17-dən 19-dək", "2004-05-17/2004-05-19"),
            ("1992-ci ilin avqust ayının 17 -də", "1992-08-17"),
            ("fevralın 31-də", None),
        ),
    ),
    Rule(
        "day before its month",
        compile_canonical(
            rf"(?P<day>{_DAY})(?:\s?(?:-|və)\s?(?P<last>{_DAY}))?(?:\s+|-)(?P<month>{_MONTH})(?P<suffix>{SUFFIX}){_AY}"
        ),
        _day_month,
        "month",
        (
            ("12 may 1998-ci il", "1998-05-12"),
            ("11–13 avqust 2011", "2011-08-11/2011-08-13"),
            ("1920, 28 aprel", "1920-04-28"),
        ),
    ),
    Rule(
        "months from to",
        compile_canonical(rf"(?<!\w)(?P<month>{_MONTH})\s?-\s?(?P<last>{_MONTH})(?P<suffix>{SUFFIX}){_AY}"),
        _months,
        "month",
        (("2023-cü ilin yanvar-sentyabr aylarında", "2023-01/2023-09"),),
    ),
    Rule(
        "month",
        compile_canonical(rf"(?<!\w)(?P<month>{_MONTH})(?P<suffix>{SUFFIX}){_AY}"),
        _month,
        "month",
        (("1995-ci ilin fevral ayında", "1995-02"), ("mart 2018", "2018-03"), ("mayak", None), ("may", None)),
    ),
    Rule(
        "half of a year",
        compile_canonical(
            rf"(?<![\w-])(?P<nth>{_NTH}|son)\s+(?:yari(?:s)?|yarimil(?:lik|liy)?)(?P<suffix>{SUFFIX})"
        ),
        _half,
        "",
        (("2023-cü ilin ilk yarısında", "2023-01/2023-06"), ("bu ilin II yarısı", "2024-07/2024-12")),
    ),
    Rule(
        "quarter",
        compile_canonical(rf"(?<![\w-])(?P<nth>{_NTH})\s+rüb(?P<suffix>{SUFFIX})"),
        _quarter,
        "",
        (("2023-cü ilin I rübü", "2023-01/2023-03"), ("2022-ci ilin üçüncü rübündə", "2022-07/2022-09")),
    ),
    Rule(
        "first months",
        compile_canonical(
            rf"(?<![\w-])(?:(?P<which>ilk|son|ötən|keçən)\s+)?(?P<number>(?<![\d.,])\d{{1,2}}|{WORDS})\s+ay(?P<suffix>{SUFFIX})"
        ),
        _first_months,
        "",
        (
            ("2023-cü ilin ilk 9 ayında", "2023-01/2023-09"),
            ("ötən ilin doqquz ayı", "2023-01/2023-09"),
            ("üç ay", None),
        ),
    ),
    Rule(
        "season",
        compile_canonical(
            rf"(?<!\w)(?P<season>{'|'.join(_SEASONS)})(?:\s+(?:fəsl|ay|mövsüm))?(?P<suffix>{SUFFIX})"
        ),
        _season,
        "",
        (
            ("2019-cu ilin yazında", "2019-21"),
            ("1996-cı ilin qışı", "1996-24"),
            ("yazan", None),
            ("yayda", None),
        ),
    ),
    Rule(
        "day of the week",
        compile_canonical(
            rf"(?<![\w-])(?:(?P<adjective>{_ADJECTIVE})\s+(?:həftə(?:n?in)?\s+)?)?(?P<name>(?:{_alone})(?!\w)|(?:{_beside})(?=\s+gün))"
            rf"(?:\s+gün(?P<suffix>{SUFFIX}))?"
        ),
        _weekday,
        "",
        (("çərşənbə axşamı", "2024-05-14"), ("cümə günü", "2024-05-17"), ("bazar iqtisadiyyatı", None)),
    ),
    Rule(
        "beginning, middle or end",
        compile_canonical(
            rf"(?<!\w)(?:(?:lap|elə)\s+)?(?:əvvəl|son|axir|orta|başlanğic)(?:l[aə]r|s)?(?:i|u)(?P<suffix>{SUFFIX})"
        ),
        _edge,
        "",
        (("1996-cı ilin ortalarında", "1996"), ("1990-cı illərin əvvəlləri", "199X"), ("sonra", None)),
    ),
    Rule(
        "of the year",
        compile_canonical(r"(?<!\w)ilin(?!\w)(?=\s+(?:əvvəl|sonu|son(?:un|lar)|ilk|birinci|i\s|yanvar))"),
        _year_start,
        "",
        (("ilin əvvəlindən", "2024/.."), ("ilin adamı", None)),
    ),
    Rule(
        "year in figures alone",
        compile_canonical(
            rf"(?P<year>{_YEAR})(?!\s?-\s?\d|[.,]\d|\s?%)(?:(?P<nth>{ORDINAL_SUFFIX})(?:s[iı])?(?!\w*[bcçfgğhjkmpqrsştvxz]))?"
            rf"(?P<suffix>(?:-(?:(?:[yn]?[aə])?d[aə]k|d[aə]ki|d[aə]n|d[aə]|y?[aə])|(?<=[iuü])(?:n?d[aə]n|n?d[aə]))?)(?!\w|-\w)"
        ),
        _bare_year,
        "digit",
        (
            ("2021-də", "2021"),
            ("(2022)", "2022"),
            ("2000 nəfər", None),
            ("2000-dən çox", None),
            ("2005", None),
        ),
    ),
)
