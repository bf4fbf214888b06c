"""Rows: what stands in a cell of a table or in an item of a list, as its label announces it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import msgspec

from korpu.claims import Stance
from korpu.clauses import Argument, Mention, Part
from korpu.languages import Group, Label
from korpu.languages.az.dates import parse_cell_date
from korpu.languages.az.labels import moved, time_argument, without_marks
from korpu.languages.az.mentions import to_mention
from korpu.languages.az.numbers import parse_cell
from korpu.languages.az.numerals import plain
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.find import find_phrases
from korpu.languages.az.phrases.names import ends_organisation
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.sisters import read_sisters
from korpu.languages.az.tokens import tokenise
from korpu.languages.az.verbs import FINITE


def read_cell(text: str, start: int, end: int, names: frozenset[str], label: Label) -> tuple[Group, ...]:
    """Return what the cell `text[start:end]` gives, read as what its label announces.

    >>> cell = "Anar Nurlu?! (2004–2010)"
    >>> [[a.mention.value for a in g] for g in read_cell(cell, 0, len(cell), frozenset(), Label("person"))]
    [['Anar Nurlu', '']]
    """
    reader = _READERS.get(label.sort)
    return reader(_Cell(text, start, end, names), label) if reader and start < end else ()


_LEADERS = re.compile(r"\s*(?:(?:\.\s?){3,}|…+)\s*(?=\d)")


def _dash(match: re.Match[str]) -> str:
    """Blanks and a dash as long as the dots that lead from a name to its years («Anar Nurlu . . . . 2004–2010»)."""
    return " – ".center(max(3, len(match.group())))[: len(match.group())]


class _Cell(NamedTuple):
    text: str
    start: int
    end: int
    names: frozenset[str]

    @property
    def own(self) -> str:
        """The cell's text, footnote marks blanked out."""
        return _LEADERS.sub(_dash, without_marks(self.text[self.start : self.end]))

    def span(self, first: int, last: int) -> tuple[int, int]:
        return self.start + first, self.start + last


_BRACKETS = re.compile(r"\s*\((?P<inner>[^()]*)\)\s*\.?\s*$|\s*,\s*(?P<year>\d{4})[\s.]*$")


_OF_YEAR = re.compile(
    r"\s*(?P<year>(?:19|20)\d\d)(?:-c[ıiuü] il(?:də)?)?\s*[:–—-]\s*(?P<amount>\D*\d.*?)[\s.]*"
)


def _amounts(cell: _Cell, label: Label) -> tuple[Group, ...]:
    """One amount, or one for each year («2021 – 3,2 milyon; 2022 – 11,9 milyon dollar»), the unit said once."""
    pieces = list(re.finditer(r"[^;]+", cell.own))
    years = [_OF_YEAR.fullmatch(piece.group()) for piece in pieces]
    if not all(years):
        return _amount(cell, label)
    read = [parse_cell(year["amount"]) for year in years if year]
    unit = next((amount.unit for amount in reversed(read) if amount and amount.unit), None)
    found: list[Group] = []
    for piece, year in zip(pieces, years, strict=True):
        first = cell.start + piece.start() + (year.start("amount") if year else 0)
        own = _Cell(cell.text, first, cell.start + piece.end(), cell.names)
        for group in _amount(own, label if label.unit else msgspec.structs.replace(label, unit=unit)):
            found.append((*group, time_argument(year["year"], first, first + 4)) if year else group)
    return tuple(found)


def _amount(cell: _Cell, label: Label) -> tuple[Group, ...]:
    own = cell.own.rstrip(" .")
    behind = _BRACKETS.search(own)
    amount = parse_cell(own) or (parse_cell(own[: behind.start()]) if behind else None)
    if amount is None:
        return ()
    unit = amount.unit or label.unit
    if not amount.unit and label.scale != "1":
        scale = Decimal(label.scale)
        upper = None if amount.to is None else plain(Decimal(amount.to) * scale)
        amount = msgspec.structs.replace(amount, amount=plain(Decimal(amount.amount) * scale), to=upper)
    amount = msgspec.structs.replace(amount, unit=unit)
    attributes = {} if unit else {"unitless": "yes"}
    group = [Argument(Part.SUBJECT, Mention("amount", unit or "", cell.start, cell.end, attributes, amount))]
    date = parse_cell_date(behind["inner"] or behind["year"]) if behind else None
    if date and behind:
        group.append(time_argument(date, *cell.span(behind.start(), behind.end())))
    return (tuple(group),)


def _date(cell: _Cell, label: Label) -> tuple[Group, ...]:
    edtf = parse_cell_date(cell.own.strip(" ()."))
    if edtf and label.value == "since" and "/" not in edtf:
        edtf += "/.."
    if edtf and label.value == "until" and "/" not in edtf:
        edtf = f"../{edtf}"
    return ((time_argument(edtf, cell.start, cell.end),),) if edtf else ()


_LETTER = r"[A-ZƏÖÜĞÇŞİIÂÊÎÔÛÁÉÍÓÚ]"
_WORD = rf"(?:(?:əl|əs|əd|ən|ər|əş|ət|əz|al|el)-)?{_LETTER}[^\W\d_]*(?:['’]\w+)?"
_PARTICLE = r"(?:bin|ibn|əl|al|de|da|di|do|dos|la|van|fon|von|del|der|oğlu|qızı|ogly|kızı)"
_NAME = re.compile(
    rf"(?:{_LETTER}\.\s?)*{_WORD}(?:-{_WORD})*(?:\s+(?:{_PARTICLE}\s+)*(?:(?:{_LETTER}\.\s?)+|{_WORD}(?:-{_WORD})*|oğlu|qızı))+"
    rf"|(?:{_LETTER}\.\s?)+{_WORD}(?:-{_WORD})*"
)
_LIST_OF_NAMES = re.compile(r"[^,;()]+(?:\([^()]*\))?")
_ACTING = re.compile(r"^(?:v\.\s?i\.\s?e\.?|cənab|xanım)\s+")


def _persons(cell: _Cell, label: Label) -> tuple[Group, ...]:
    """«A», «A (2004–2010), B (2010-cu ildən)»; nothing where any piece is no name."""
    groups: list[Group] = []
    pieces = list(_LIST_OF_NAMES.finditer(cell.own)) if not _dated_behind(cell.own) else []
    spans = [(m.start(), m.end()) for m in pieces if m.group().strip(" .")] or [(0, len(cell.own))]
    for first, last in spans:
        group = _person(cell, first, last)
        if not group:
            return ()
        groups.append(group)
    return tuple(groups)


_DATED_BEHIND = re.compile(r"^(?P<name>[^\d,(–—-][^\d,(]*?)\s*(?:,|\s[–—-]\s|:)\s*(?P<date>[^,]*\d{4}.*)$")
_DATED_BEFORE = re.compile(r"^(?P<date>\d[^:]*?)\s*(?:[–—-]\s|:\s|,\s)(?P<name>[^\d]+)$")


def _dated_behind(own: str) -> re.Match[str] | None:
    """«Anar Nurlu, 2004–2010», «Anar Nurlu – 2004-cü ildən», «2004–2010 – Anar Nurlu»."""
    match = _DATED_BEHIND.match(own.strip()) or _DATED_BEFORE.match(own.strip())
    return match if match and parse_cell_date(match["date"].strip(" .")) else None


def _person(cell: _Cell, first: int, last: int) -> Group:
    piece = cell.own[first:last]
    brackets = re.search(r"\(([^()]*)\)", piece)
    dated = None if brackets else _dated_behind(piece)
    words = dated["name"] if dated else (piece[: brackets.start()] if brackets else piece)
    name = _ACTING.sub("", words.strip(" .;–—"))
    if not _NAME.fullmatch(name) or _is_other_name(name, cell.names):
        return ()
    start = cell.start + first + piece.index(name)
    group = [Argument(Part.SUBJECT, Mention("person", " ".join(name.split()), start, start + len(name)))]
    date = parse_cell_date((dated["date"] if dated else brackets[1] if brackets else "").strip(" ."))
    if date:
        group.append(time_argument(date, *cell.span(first, last)))
    return tuple(group)


def _is_other_name(name: str, names: frozenset[str]) -> bool:
    """Whether the words name an organisation, a country or a document rather than a person."""
    sentence = Sentence(name, 0, len(name), tokenise(name), names)
    if any(ends_organisation(token.key) for token in sentence.tokens):
        return True
    phrases = find_phrases(sentence)
    if any(phrase.type == "person" for phrase in phrases):
        return False
    return bool(phrases) or len(sentence.tokens) > 4


_CONTACT = re.compile(
    r"[\s,;.(]*\b(?:tel|telefon|faks|fax|e-poçt|e-mail|email|elektron poçt|sayt|veb|web|poçt indeksi)\b.*$",
    re.IGNORECASE | re.DOTALL,
)


def _address(cell: _Cell, label: Label) -> tuple[Group, ...]:
    address = _CONTACT.sub("", cell.own.split(";")[0]).strip(" .")
    if " " not in address or len(address) > 140 or re.search(r"[.!?]\s+\w+\s+\w+\s+\w+\s+\w+\s+\w+", address):
        return ()
    first = cell.own.index(address)
    sentence = Sentence(address, 0, len(address), tokenise(address), cell.names)
    places = [phrase for phrase in find_phrases(sentence) if phrase.type in ("place", "state")]
    if not places and not re.search(r"\d|,", address):
        return ()
    state = next((p.attributes.get("state") if p.type == "place" else p.value for p in places), None)
    attributes = {"state": state} if state else {}
    start, end = cell.span(first, first + len(address))
    return ((Argument(Part.SUBJECT, Mention("address", address, start, end, attributes)),),)


def _whole(cell: _Cell, label: Label) -> tuple[Group, ...]:
    """A cell that names one thing of the label's sort and nothing else."""
    own = cell.own
    sentence = Sentence(own, 0, len(own), tokenise(own), cell.names)
    phrases = find_phrases(sentence)
    if len(phrases) != 1 or phrases[0].type != label.sort:
        return ()
    phrase = phrases[0]
    outside = [*sentence.tokens[: phrase.first], *sentence.tokens[phrase.last + 1 :]]
    if any(token.is_word for token in outside):
        return ()
    return ((Argument(Part.SUBJECT, moved(to_mention(sentence, phrase), cell.start)),),)


_UNSIGNED = re.compile(fold(r"müzakirə|layihə|hazırlan|razılaşdırıl"))
"""Said of a document in a list, these leave it unsigned."""


def _title(cell: _Cell, label: Label) -> tuple[Group, ...]:
    """A signed document with the place and date behind it («… haqqında Saziş (Riqa, 3 may 2004)»)."""
    own = cell.own
    sentence = Sentence(own, 0, len(own), tokenise(own), cell.names)
    phrases = find_phrases(sentence)
    heads = [phrase for phrase in phrases if phrase.type == "title"]
    counted = parse_cell(own)
    if counted is not None and counted.unit is None:  # «İmzalanmış sənədlər | 148»
        return _amount(cell, msgspec.structs.replace(label, unit="document"))
    if not heads or _has_finite_verb(phrases) or _UNSIGNED.search(fold(own)):
        return ()
    title = heads[0]
    group = [Argument(Part.OBJECT, moved(_whole_title(sentence, phrases, title), cell.start))]
    for phrase in phrases:
        if phrase.type == "date" and not title.first <= phrase.first <= title.last:
            group.append(Argument(Part.TIME, moved(to_mention(sentence, phrase), cell.start)))
        elif phrase.type == "place" and phrase.first > title.last:
            group.append(Argument(Part.PLACE, moved(to_mention(sentence, phrase), cell.start)))
        elif phrase.type == "state" and phrase.first > title.last and phrase.features.case == "Ins":
            group.append(Argument(Part.PARTNER, moved(to_mention(sentence, phrase), cell.start)))
    behind = _BRACKETS.search(own.rstrip(" ;"))
    year = parse_cell_date(behind["inner"] or behind["year"]) if behind else None
    if behind and year and all(argument.part is not Part.TIME for argument in group):
        group.append(time_argument(year, *cell.span(behind.start(), behind.end())))
    return (tuple(group),)


def _twins(cell: _Cell, label: Label) -> tuple[Group, ...]:
    return read_sisters(cell.own, cell.start, cell.names)


def _has_finite_verb(phrases: Sequence[Phrase]) -> bool:
    last = next((phrase for phrase in reversed(phrases) if phrase.type not in ("date", "amount")), None)
    return bool(last and last.type == "verb" and any(form.form in FINITE for form in last.forms))


def _whole_title(sentence: Sentence, phrases: Sequence[Phrase], title: Phrase) -> Mention:
    """The title from where the item begins, or from behind the date or «arasında» with which it begins."""
    mention = to_mention(sentence, title)
    first = 0
    for phrase in phrases:
        if phrase.first >= title.first:
            break
        after = sentence.key(phrase.last + 1)
        if phrase.type == "date" and phrase.first <= first + 1:
            first = phrase.last + 1
        elif phrase.type in ("state", "pair") and after.startswith(("arasinda", "hökumət", "respublika")):
            between = [i for i in range(phrase.last, title.first) if sentence.key(i).startswith("arasinda")]
            first = between[0] + 1 if between else first
    while first < title.first and not sentence.tokens[first].is_word:
        first += 1
    words = sentence.text[sentence.tokens[first].start : sentence.tokens[title.first].start]
    name = mention.value or mention.attributes.get("noun", "")
    value = " ".join(re.sub(r"[“”„«»\"]", " ", words + name).split())
    return msgspec.structs.replace(mention, value=value, start=sentence.tokens[first].start)


_READERS = {
    "amount": _amounts,
    "date": _date,
    "person": _persons,
    "address": _address,
    "state": _whole,
    "place": _whole,
    "mission": _whole,
    "title": _title,
    "twins": _twins,
}

_ESTIMATED = re.compile(r"təxmin|qeyri-rəsmi|ehtimal")


def read_row_stance(text: str, start: int, end: int) -> Stance:
    """Return `estimate` where words of the row say so, else `fact`.

    >>> read_row_stance("Latviya | 2-dək | icmanın təxmini", 0, 33)
    'estimate'
    """
    return "estimate" if _ESTIMATED.search(fold(text[start:end])) else "fact"
