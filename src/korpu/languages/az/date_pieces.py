"""The pieces that Azerbaijani dates are made of: years, days of a year, spans, words such as «dünən».

Pieces are joined into dates in `dates.py`: «1992-ci ilin» and «avqust ayının 30-da» are two pieces of one
date. The functions here read the match of a rule (`date_rules.py`) into pieces; a match that no calendar
has («fevralın 31-də») gives none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from itertools import pairwise
from typing import Literal

import msgspec

from korpu.edtf import day, is_edtf
from korpu.languages.az.date_words import MONTHS, RELATIVE, SEASONS, SHORT_MONTHS, WEEKDAYS, Case, case_of
from korpu.languages.az.numerals import count_value, ordinal_value, roman_value
from korpu.reading.calendar import Absolute, Anniversary, Form, Now, Relative, Unit, Weekday, YearMissing

Role = Literal["year", "bare_year", "rest", "weak_rest", "edge", "whole", "void"]
"""What a piece may join with: a year takes the `rest` of a date; a `weak_rest` or `bare_year` (four digits) is
no date unless it joins something; an `edge` («sonunda») adds its case alone; a `void` is a day that no calendar has («30 fevral»)."""


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
        words: canonical stretches of which a text must have one, where there are any.
        examples: texts with the EDTF they give under the anchors of the tests, None for near misses.
    """

    name: str
    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], Iterator[Piece]]
    needs: Literal["digit", "month", ""] = ""
    examples: tuple[tuple[str, str | None], ...] = ()
    words: tuple[str, ...] = ()

    def is_worth_trying(self, has: dict[str, bool], words: Set[str]) -> bool:
        """Whether a line has what the rule needs; `has` says so of `digit` and `month`, `words` are those it has."""
        return has[self.needs] and (not self.words or not words.isdisjoint(self.words))


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
    """Yield the rest of a date that a pattern writes, a void where there is none."""
    if pattern is None:
        yield _piece(match, "void", Now(), "bare")
    else:
        yield _piece(match, "weak_rest" if weak else "rest", YearMissing(pattern, inherits=own), case)


def _has_owner(suffix: str | None) -> bool:
    """Whether a month is possessed («iyulunda», not «iyulda»): it belongs to a year told before."""
    return bool(re.match(r"[iu](?:n[daeiu]|$)", suffix or ""))


def read_written(match: re.Match[str]) -> Iterator[Piece]:
    """Read a day in figures or with a short month."""
    parts = match.groupdict()
    month = parts["month"]
    number = int(month) if month.isdecimal() else SHORT_MONTHS[month]
    edtf = day(int(parts["year"]), number, int(parts["day"]))
    first = day(int(parts["year"]), number, int(parts["first"])) if parts.get("first") else None
    if edtf and parts.get("first"):
        edtf = f"{first}/{edtf}" if first and first < edtf else None
    if edtf:
        yield _piece(match, "whole", Absolute(edtf), case_of(parts.get("suffix")))


def read_day_month(match: re.Match[str]) -> Iterator[Piece]:
    """Read «12 may», «12-14 may»."""
    last, month = match["last"], MONTHS[match["month"]]
    pattern = days_pattern(month, int(match["day"]), int(last) if last else None)
    yield from _missing(match, pattern, case_of(match["ay"] or match["suffix"]))


def read_month_day(match: re.Match[str]) -> Iterator[Piece]:
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


def read_months(match: re.Match[str]) -> Iterator[Piece]:
    """Read «yanvar-sentyabr»."""
    first, last = MONTHS[match["month"]], MONTHS[match["last"]]
    if first < last:
        case = case_of(match["ay"] or match["suffix"])
        yield from _missing(match, f"*-{first:02d}/*-{last:02d}", case)


def read_month(match: re.Match[str]) -> Iterator[Piece]:
    """Read a month, `weak` where nothing but its name is there."""
    suffix, ay = match["suffix"], match["ay"]
    case = case_of(ay if ay is not None else suffix)
    weak = (case in ("bare", "gen") and ay is None) or (
        case == "planned" and not _has_owner(suffix) and ay is None
    )
    own = _has_owner(suffix) and ay is None
    yield from _missing(match, f"*-{MONTHS[match['month']]:02d}", case, weak=weak, own=own)


def read_season(match: re.Match[str]) -> Iterator[Piece]:
    """Read a season."""
    yield from _missing(match, f"*-{SEASONS[match['season']]}", case_of(match["suffix"]), weak=True)


def read_half(match: re.Match[str]) -> Iterator[Piece]:
    """Read a half of a year."""
    number = 2 if match["nth"] == "son" else nth_value(match["nth"])
    pattern = {1: "*-01/*-06", 2: "*-07/*-12"}.get(number or 0)
    yield from _missing(match, pattern, case_of(match["suffix"]), weak=True)


def read_quarter(match: re.Match[str]) -> Iterator[Piece]:
    """Read a quarter of a year; the last one is so of a year that is named."""
    last = match["nth"] == "son"
    number = 4 if last else nth_value(match["nth"]) or 0
    first = nth_value(match["first"]) or 0 if match["first"] else number
    if 1 <= first <= number <= 4:
        pattern = f"*-{first * 3 - 2:02d}/*-{number * 3:02d}"
        yield from _missing(match, pattern, case_of(match["suffix"]), weak=last)


def read_first_months(match: re.Match[str]) -> Iterator[Piece]:
    """Read «ilk 9 ay», «son üç ay»."""
    number, which = count_value(match["number"]) or 0, match["which"]
    if not 1 <= number <= 12:
        return
    if which == "son":
        pattern = f"*-{13 - number:02d}/*-12" if number > 1 else "*-12"
    else:
        pattern = "*" if number == 12 else f"*-01/*-{number:02d}" if number > 1 else "*-01"
    yield from _missing(match, pattern, case_of(match["suffix"]), weak=which != "ilk")


def read_year_range(match: re.Match[str]) -> Iterator[Piece]:
    """Read «1918-1920-ci illər»."""
    first, last = match["year"], match["last"]
    last = first[: 4 - len(last)] + last
    if int(first) < int(last):
        role: Role = "whole" if match["suffix"] is not None else "bare_year"
        yield _piece(match, role, Absolute(f"{first}/{last}"), case_of(match["suffix"]))


def read_decade(match: re.Match[str]) -> Iterator[Piece]:
    """Read «1990-cı illər», «XX əsrin 60-cı illəri», «90-cı illər»."""
    parts = match.groupdict()
    decade, case = parts["decade"] or str(nth_value(parts["tens"])), case_of(parts["suffix"])
    form: Form
    if len(decade) == 4:
        form = Absolute(f"{decade[:3]}X")
    elif parts.get("adjective"):
        row = RELATIVE[" ".join(parts["adjective"].split())]
        form = Relative("century", int(row["amount"]), "published", f"*{decade[0]}X")
    elif parts.get("century"):
        number = nth_value(parts["century"])
        if not number or number > 21:
            return
        last = parts.get("last")
        if last and last <= decade:
            return
        form = Absolute(
            f"{number - 1:02d}{decade}/{number - 1:02d}{last}" if last else f"{number - 1:02d}{decade[0]}X"
        )
    else:
        form = Relative("decade", int(decade[0]), "published")
    yield _piece(match, "whole", form, case)


def read_century(match: re.Match[str]) -> Iterator[Piece]:
    """Read a century, or from one to another."""
    numbers = [nth_value(text) for text in (match["century"], match["last"]) if text]
    if any(number is None or number > 21 for number in numbers):
        return
    edtf = "/".join(f"{(number or 1) - 1:02d}XX" for number in numbers)
    if is_edtf(edtf):
        yield _piece(match, "whole", Absolute(edtf), case_of(match["suffix"]))


def read_year(match: re.Match[str]) -> Iterator[Piece]:
    """Read a year with its word."""
    yield _piece(match, "year", Absolute(match["year"].zfill(4)), case_of(match["suffix"]))


def read_bare_year(match: re.Match[str]) -> Iterator[Piece]:
    """Read four digits that may be a year."""
    case = "ki" if match["nth"] and not match["suffix"] else case_of(match["suffix"])
    yield _piece(match, "bare_year", Absolute(match["year"]), case)


_UNITS: dict[str, Unit] = {
    "il": "year", "ay": "month", "hefte": "week", "gun": "day", "esr": "century",
    "dovr": "period", "vaxt": "period", "muddet": "period",
}  # fmt: skip


def read_relative(match: re.Match[str]) -> Iterator[Piece]:
    """Read «ötən il», «həmin ay»."""
    row = RELATIVE[" ".join(match["adjective"].split())]
    unit, amount = _UNITS[match["unit"]], int(row["amount"])
    to: Literal["published", "last"] = "last" if row["to"] == "last" else "published"
    if match["suffix"].startswith(("lar", "ler")):
        unit = "period"  # «bu illərdə» has no bounds; «həmin illərdə» has those of the date told.
    if unit == "period" and (amount, to) != (0, "last"):
        return
    form = Relative(unit, amount, to, "*XX" if unit == "century" else "*")
    yield _piece(match, "year" if unit == "year" else "whole", form, case_of(match["suffix"]))


def read_near_season(match: re.Match[str]) -> Iterator[Piece]:
    """Read «ötən payız», «gələn yaz»."""
    row = RELATIVE[" ".join(match["adjective"].split())]
    to: Literal["published", "last"] = "last" if row["to"] == "last" else "published"
    form = Relative("year", int(row["amount"]), to, f"*-{SEASONS[match['season']]}")
    yield _piece(match, "whole", form, case_of(match["suffix"]))


def read_month_ref(match: re.Match[str]) -> Iterator[Piece]:
    """Read «ötən ayın 5-də», «ayın 17-də»."""
    row = RELATIVE[" ".join(match["adjective"].split())] if match["adjective"] else None
    amount = int(row["amount"]) if row else 0
    to: Literal["published", "last"] = "last" if row and row["to"] == "last" else "published"
    first, last = int(match["day"]), match["last"] or match["until"]
    pattern = f"*-{first:02d}" + (f"/*-{int(last):02d}" if last else "")
    case = "on" if match["until"] else case_of(match["suffix"])
    if not last or first < int(last):
        yield _piece(match, "whole", Relative("month", amount, to, pattern), case)


def read_year_start(match: re.Match[str]) -> Iterator[Piece]:
    """Read «ilin» where the year is the one of publication."""
    yield _piece(match, "weak_rest", Relative("year", 0, "published"), "gen")


def read_distance(match: re.Match[str]) -> Iterator[Piece]:
    """Read «iki il əvvəl», «7 il sonra»."""
    number = count_value(match["number"])
    if not number:
        return
    unit = _UNITS[match["unit"]]
    case = case_of(match["suffix"]) if match["suffix"] else "on"
    # «bir gün əvvəl» is the day before what was told; the day before today is «dünən».
    after, eve = match["way"] == "sonra", unit == "day" and number == 1
    form = Relative(
        unit,
        number if after else -number,
        "last" if after or eve or match["told"] or case == "since" else "published",
        "*XX" if unit == "century" else "*",
    )
    yield _piece(match, "whole", form, case)


def read_word(match: re.Match[str]) -> Iterator[Piece]:
    """Read «dünən», «hazırda»."""
    row = RELATIVE[" ".join(match["word"].split())]
    if row["kind"] == "now":
        yield _piece(match, "whole", Now(), "on")
    elif row["kind"] == "year":
        yield _piece(match, "whole", Relative("year", int(row["amount"]), "published"), "ki")
    elif not match["suffix"].startswith("d"):
        to: Literal["published", "last"] = "last" if row["to"] == "last" else "published"
        yield _piece(match, "whole", Relative("day", int(row["amount"]), to), case_of(match["suffix"]))


def read_coming(match: re.Match[str]) -> Iterator[Piece]:
    """Read «növbəti beş ildə»: years that begin nobody knows when, and no date."""
    if case_of(match["suffix"]) in ("on", "bare"):
        yield _piece(match, "whole", Now(), "on")


def read_weekday(match: re.Match[str]) -> Iterator[Piece]:
    """Read a day of the week."""
    name = " ".join(match["name"].split())
    row = RELATIVE[" ".join(match["adjective"].split())] if match["adjective"] else None
    yield _piece(
        match, "whole", Weekday(WEEKDAYS[name], int(row["amount"]) if row else 0), case_of(match["suffix"])
    )


def read_anniversary(match: re.Match[str]) -> Iterator[Piece]:
    """Read the n-th anniversary."""
    number = count_value(match["number"]) if match["number"] else nth_value(match["nth"])
    if number:
        yield _piece(match, "whole", Anniversary(number), "bare")


def read_edge(match: re.Match[str]) -> Iterator[Piece]:
    """Read «əvvəlində», «sonunda»."""
    yield _piece(match, "edge", Now(), case_of(match["suffix"]))
