"""Dates in an Azerbaijani sentence: found, joined from their pieces, and told apart by how they bound.

`find_dates` answers with mentions (`korpu.reading.calendar`); what one comes to is for `resolve` to say.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec.structs import replace

from korpu.edtf import is_edtf
from korpu.languages.az.damaged_months import mend_months
from korpu.languages.az.date_joining import join_pieces
from korpu.languages.az.date_mentions import (
    fill_in,
    join_mentions,
    mark_apposition,
    mark_counted,
    mark_nearer,
    to_mention,
)
from korpu.languages.az.date_pieces import Piece, Rule
from korpu.languages.az.date_rules import RULES
from korpu.languages.az.date_words import MONTHS, canonical, compile_canonical
from korpu.languages.az.orthography import fold
from korpu.reading.calendar import Absolute, Anniversary, DateMention, Now, as_interval

_TRIGGER = re.compile(
    rf"[0-9]|(?<!\w)(?:{'|'.join(MONTHS)}"
    r"|il(?![əe](?!\w|d))|y[üu]zil|bui|ke[çc][əe]nil|[öo]t[əe]nil|ay(?:[iıl]|(?!\w))|[əe]sr|h[əe]ft|r[üu]b|d[üu]n[əe]n|sabah|s[əe]h[əe]r[iı]|sra[ğg]a|bu\s?g[üu]n|g[üu]n|ert[əe]s|eyni|n[öo]vb"
    r"|haz[iı]|hal-|indi|biri|[çc][əe]r[şs]|bazar|c[üu]m[əe]|[şs][əe]nb|kvartal|h[əe]min)"
    r"|(?:bu|[öo]t[əe]n|ke[çc][əe]n|g[əe]l[əe]n)\s+(?:yaz|yay|pay[iı]z|q[iı][şs])"
)
"""What a folded text must have for a date to be possible; «ilə» (with) is too common to count."""

_WORDS = frozenset(word for rule in RULES for word in rule.words)
_DIGIT = re.compile(r"\d")
_MONTH_WORD = compile_canonical(rf"(?<![^\W\d_])(?:{'|'.join(MONTHS)})")


def find_dates(text: str, folded: str) -> list[DateMention]:
    """Return the dates of a sentence (or of a table cell), in the order of the text.

    A year told before in the same sentence is filled in («1992-ci ilin martında …, mayında isə»), and so
    is what is counted from a date of the same sentence; the rest is left to `resolve`.

    Args:
        text: the sentence.
        folded: its `fold`, of the same length.

    >>> sentence = "Səfirlik 1993-cü ilin martında açılıb."
    >>> [(m.form.edtf, sentence[m.start:m.end]) for m in find_dates(sentence, fold(sentence))]
    [('1993-03', '1993-cü ilin martında')]
    """
    if not _TRIGGER.search(folded):
        return []
    line = canonical(folded)
    line, origins = mend_months(line)
    pieces = join_pieces(_find_pieces(line), line)
    mentions = join_mentions([to_mention(piece, line) for piece in pieces], line)
    mentions = mark_nearer(fill_in(mark_apposition(mark_counted(mentions, line), line), line), line)
    if origins:
        mentions = [replace(m, start=origins[m.start], end=origins[m.end - 1] + 1) for m in mentions]
    return mentions


def _find_pieces(line: str) -> list[Piece]:
    words = frozenset(word for word in _WORDS if word in line)
    taken: list[Piece] = []
    for rule in _rules_for(bool(_DIGIT.search(line)), bool(_MONTH_WORD.search(line)), words):
        for match in rule.pattern.finditer(line):
            start, end = match.span()
            if end > start and not any(piece.start < end and start < piece.end for piece in taken):
                taken.extend(replace(piece, rule=rule.name) for piece in rule.build(match))
    return sorted(taken, key=lambda piece: (piece.start, piece.end))


@lru_cache(maxsize=4096)
def _rules_for(digit: bool, month: bool, words: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that a line with those `words`, a digit or the name of a month may fit."""
    has = {"digit": digit, "month": month, "": True}
    return tuple(rule for rule in RULES if rule.is_worth_trying(has, words))


_FOOTNOTE = re.compile(r"\[[^\]]{0,20}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰*]|\?!")
_CELL_YEAR = compile_canonical(r"\s*(?P<year>1[5-9]\d\d|20\d\d|21\d\d)\s*(?:-?\s?[cç][iuü]\s*(?:il)?)?\s*")
_CELL_RANGE = compile_canonical(
    r"\s*(?P<year>1[5-9]\d\d|20\d\d)\s*-\s*(?P<last>1[5-9]\d\d|20\d\d|(?:hal-?)?hazir\w*|h\.\s?h\.?|indiyədək|indiyə\s+qədər|1[3-9]|[2-9]\d|)\s*"
)

_CELL_PART = re.compile(r"\s*(?P<year>(?:19|20)\d\d)\s*\((?P<part>[^()]+)\)?\s*")


def parse_cell_date(text: str) -> str | None:
    """Return the EDTF date that a table cell gives, footnote marks apart; None where it gives none.

    >>> parse_cell_date("2020[9]"), parse_cell_date("2014–2020"), parse_cell_date("2021-ci ilin martından")
    ('2020', '2014/2020', '2021-03/..')
    >>> parse_cell_date("2022 (I yarım)"), parse_cell_date("2023 (9 ay)")
    ('2022-01/2022-06', '2023-01/2023-09')
    """
    bare = _FOOTNOTE.sub("", text)
    line = canonical(fold(bare))
    year = _CELL_YEAR.fullmatch(line)
    if year:
        return year["year"]
    between = _CELL_RANGE.fullmatch(line)
    if between:
        last = between["last"] if between["last"].isdecimal() else ".."
        edtf = f"{between['year']}/{between['year'][:2] + last if len(last) == 2 and last != '..' else last}"
        return edtf if is_edtf(edtf) else None
    part = _CELL_PART.fullmatch(bare)
    bare = f"{part['year']}-ci ilin {part['part']}" if part else bare
    for mention in find_dates(bare, fold(bare)):
        if isinstance(mention.form, Absolute):
            return as_interval(mention.form.edtf, mention.part)
        if not isinstance(mention.form, Anniversary | Now):
            return None
    return None
