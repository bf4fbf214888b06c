"""Pieces of a date that stand side by side, joined: «1992-ci ilin» + «avqust ayının 30-da»."""

from __future__ import annotations

import re

from msgspec.structs import replace

from korpu.languages.az.date_pieces import Piece
from korpu.languages.az.date_words import compile_canonical
from korpu.languages.az.numerals import alternatives, table
from korpu.reading.calendar import Absolute, Relative, YearMissing, fill

_COUNTED = compile_canonical(
    rf"\s+(?:\w+\s+){{0,2}}?(?:{alternatives([row['form'] for row in table('units') if row['kind'] == 'counted'])}"
    r"|çox|artiq|yuxari|az|ziyadə|yaxin|çat(?!d)|yaxinlaş|yüksəl|qalx|düş|en[iəd])"
)
_GAP = re.compile(r"\s*,?\s*")
_UNTIL = compile_canonical(r"\s+(?:qədər|kimi)(?!\w)")
_SET_FOR = compile_canonical(r"\s+(?:nəzərdə\s+tut|planlaşdir|təyin\s+(?:ed|ol)|təxirə|saxlan)")
"""«aprelə nəzərdə tutulub»."""
_LIST_GAP = compile_canonical(r"\s*(?:,|və|ilə|yaxud|və\s+ya)\s*")


def join_pieces(pieces: list[Piece], line: str) -> list[Piece]:
    """Return pieces that stand by themselves: years with their months and days, bare years where something makes them years."""
    pieces = _promote_listed_years(pieces, line)
    joined: list[Piece] = []
    for piece in pieces:
        whole = _joined(joined[-1], piece, line) if joined else None
        if whole:
            joined[-1] = whole
        else:
            joined.append(piece)
    return [piece for piece in joined if _stands(piece, line)]


def _joined(left: Piece, right: Piece, line: str) -> Piece | None:
    """Return the two neighbours as one piece, None where they do not belong together."""
    gap = line[left.end : right.start]
    hyphened = gap == "-" and "-" in line[left.start : left.end]  # «7-noyabr-2013-cü il»
    if not _GAP.fullmatch(gap) and not (hyphened and right.role == "year"):
        return None
    if right.role == "edge" or right.rule == "half of a year":
        edged = _with_edge(left, right, line) if "," not in gap else None
        if edged or right.role == "edge":
            return edged
    first, second = left.form, right.form
    if isinstance(second, YearMissing) and left.role in _YEAR_ROLES and left.case in ("bare", "gen"):
        return _year_first(left, right, second)
    if (
        isinstance(second, YearMissing)
        and isinstance(first, Relative)
        and left.role == "whole"
        and "," in gap
    ):
        # «İki il sonra, mayın 5-də …»
        return _year_first(left, right, second) if first.amount and left.case == "on" else None
    if isinstance(first, YearMissing) and left.role in ("rest", "weak_rest") and left.case == "bare":
        return _year_last(left, right, first)
    return None


_YEAR_ROLES = ("year", "bare_year", "weak_rest")
_LONG_SPANS = ("century", "decade", "decade of a century")


def _with_edge(left: Piece, right: Piece, line: str) -> Piece | None:
    """Return a date with its beginning, middle or end, which no date here is exact enough to tell."""
    if left.case not in ("gen", "bare") or left.role == "edge":
        return None
    if right.role != "edge" and not (left.rule in _LONG_SPANS and left.case == "gen"):
        return None
    role = "rest" if left.role == "weak_rest" else left.role
    # «2023-cü ilin əvvəlinə» is as of then, no plan.
    as_of = right.case == "planned" and not _UNTIL.match(line, right.end)
    return replace(left, end=right.end, case="on" if as_of else right.case, role=role)


def _year_first(left: Piece, right: Piece, rest: YearMissing) -> Piece | None:
    year = left.form
    if isinstance(year, Absolute) and len(year.edtf) == 4:
        return _dated(left, right, fill(rest.pattern, year.edtf), right.rule)
    if isinstance(year, Relative) and year.unit == "year":
        return Piece(
            left.start, right.end, "whole", replace(year, pattern=rest.pattern), right.case, right.rule
        )
    return None


def _year_last(left: Piece, right: Piece, rest: YearMissing) -> Piece | None:
    year = right.form
    if right.role in ("year", "bare_year") and isinstance(year, Absolute) and len(year.edtf) == 4:
        return _dated(left, right, fill(rest.pattern, year.edtf), left.rule)
    return None


def _dated(left: Piece, right: Piece, edtf: str | None, rule: str) -> Piece | None:
    return Piece(left.start, right.end, "whole", Absolute(edtf), right.case, rule) if edtf else None


def _promote_listed_years(pieces: list[Piece], line: str) -> list[Piece]:
    """Make «2020» in «2020, 2021 və 2022-ci illərdə» the year that the last of the list shows it to be."""
    promoted = list(pieces)
    for index in range(len(promoted) - 2, -1, -1):
        left, right = promoted[index], promoted[index + 1]
        listed = (
            left.role == "bare_year" and right.role in ("year", "whole") and right.rule.startswith("year")
        )
        if listed and _LIST_GAP.fullmatch(line, left.end, right.start):
            promoted[index] = replace(left, role="year", case=right.case)
    return promoted


_EVERY = compile_canonical(r"(?<!\w)hər\s+(?:il|ay)(?:in)?\s+(?:\w+\s+)?$")


def _stands(piece: Piece, line: str) -> bool:
    """Whether the piece is a date by itself; what comes again every year («hər il oktyabrda») is none."""
    if piece.role in ("rest", "weak_rest") and _EVERY.search(line, 0, piece.start):
        return False
    if piece.role in ("year", "rest", "whole"):
        return True
    if piece.role == "weak_rest":
        set_for = piece.case == "planned" and bool(_SET_FOR.match(line, piece.end))
        return piece.rule == "month" and (set_for or _is_entry(piece, line))
    if piece.role != "bare_year":
        return False
    if _is_entry(piece, line):
        return True
    if piece.case == "on":  # «(2021-də 5 milyon)»
        return True
    if re.match(r"[^()]*\)", line[piece.end :]) and re.search(r"[(\[][^()]*$", line[: piece.start]):
        return _is_bracketed(piece, line)
    if piece.case in ("since", "until", "planned"):
        return not _COUNTED.match(line, piece.end)
    # «2009-cu, oktyabrda», but not «2062-ci küçə».
    return piece.case == "ki" and not re.match(r"\s+[^\W\d]", line[piece.end :])


def _is_entry(piece: Piece, line: str) -> bool:
    """Whether a date heads a chronicle's entry («1994 — …», «2016: …», «1992, aprel — …, sentyabr — …»), or is all there is («Mart.»)."""
    if piece.role == "weak_rest" and not line[: piece.start].strip() and not line[piece.end :].strip(" .:"):
        return piece.case == "bare"
    before, after = line[: piece.start].rstrip(" *-•✓"), line[piece.end :]
    headed = not before or (piece.role == "weak_rest" and before.endswith((",", ";")))
    return piece.case == "bare" and headed and bool(re.match(r"\s+-\s+\S|:\s+\S", after))


def _is_bracketed(piece: Piece, line: str) -> bool:
    """Whether a bare year ends its brackets, or is all that they hold: «(2022)», «(Roma, 2011)»."""
    before, after = line[: piece.start].rstrip(), line[piece.end :].lstrip()
    return before[-1:] in "([,;" and (after[:1] in ")],;" or bool(re.match(r":\s+\d", after)))
