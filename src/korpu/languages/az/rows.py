"""Rows: what labels, headings of columns and cells say in Azerbaijani.

A label has no sentence around it: its words are matched whole against a table, names and units apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

import msgspec

from korpu.claims import Stance
from korpu.clauses import Argument, Mention, Part
from korpu.languages import Group, Label
from korpu.languages.az.clauses import to_mention
from korpu.languages.az.dates import parse_cell_date
from korpu.languages.az.morphology import analyse
from korpu.languages.az.numbers import find_amounts, parse_cell
from korpu.languages.az.numerals import plain
from korpu.languages.az.orthography import fold, fold_ascii
from korpu.languages.az.parts import part_of
from korpu.languages.az.phrases.find import find_phrases
from korpu.languages.az.phrases.persons import MISSION_OFFICES
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.tokens import tokenise
from korpu.languages.az.verbs import FINITE
from korpu.languages.az.words import FOLDER
from korpu.lexicon import read_table
from korpu.reading.calendar import Absolute, DateMention

_FOOTNOTE = re.compile(r"\[[^\]\n]{0,40}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰*↑]|\?!")
_PASSED_OVER = frozenset(
    fold(
        "siyahısı siyahı əvvəlki sabiq keçmiş hazırkı indiki müvafiq ilk cədvəl üzrə və ilə arasında arasındakı "
        "görə illər ölkələr üçün ölkədə olan müxtəlif bəzi ən mühüm əsas rəsmi ikitərəfli indiyədək"
    ).split()
)
"""Words of a label that do not change what it heads."""
_WORLD = re.compile(
    fold(r"xarici ticar|xarici iqtisadi|bütün ölk|bütün dünya|dünya üzrə|dünya ilə|ümumi ixrac|ümumi idxal")
)
_GROUP = re.compile(fold(r"dostluq qrup|dostluq liqa|işçi qrup|parlamentlərarası əlaqələr üzrə"))
_STATISTICS = ("gömrük", "gömrüy", "statistika")
"""Words behind a state by which a table says whose figures it has («Litva gömrüyü»)."""


class Entry(NamedTuple):
    """A row of the table of labels."""

    words: tuple[str, ...]
    sort: str
    concepts: tuple[str, ...]
    value: str


@cache
def _entries() -> dict[int, list[Entry]]:
    """The labels by their number of words."""
    found: dict[int, list[Entry]] = {}
    for row in read_table(FOLDER, "labels"):
        for form in row["words"].split("|"):
            words = tuple(token.key for token in tokenise(form) if token.text not in "-–—")
            entry = Entry(words, row["sort"], tuple(row["concepts"].split()), row["value"])
            found.setdefault(len(words), []).append(entry)
    return found


# Labels -------------------------------------------------------------------------------------------------


def read_label(text: str, start: int, end: int, names: frozenset[str]) -> Label:
    """Return what a label, a heading of a column or a caption says.

    >>> label = read_label("Litvanın ixracı (mln avro)", 0, 26, frozenset())
    >>> label.sort, label.concepts, label.unit, label.scale, label.first("state").value
    ('amount', ('exports',), 'EUR', '1000000', 'LT')
    """
    local = _without_marks(text[start:end])
    date = parse_cell_date(local) if len(local) < 40 else None
    folded, unit, scale = _without_unit(fold(local))
    local = "".join(" " if mark == "\0" else letter for letter, mark in zip(local, folded, strict=True))
    sentence = Sentence(local, 0, len(local), tokenise(local), names)
    phrases = find_phrases(sentence)
    arguments = _arguments(sentence, phrases, start)
    world = bool(_WORLD.search(folded))
    if _GROUP.search(folded) and not any(argument.mention.type == "group" for argument in arguments):
        arguments = (*arguments, Argument(Part.SUBJECT, Mention("group", "", start, end)))
    if date and not any(argument.part is Part.TIME for argument in arguments):
        arguments = (*arguments, _time(date, start, end))
    rest = _rest(sentence, phrases)
    entry = _find_entry([token.key for token in sentence.tokens if token.is_word]) or _find_entry(rest)
    if entry:
        return Label(entry.sort, entry.concepts, entry.value, arguments, unit, scale, True, world)
    named = next((a.mention for a in arguments if a.mention.type in ("person", "mission")), None)
    if named and not rest and not named.value[:1].isupper():
        return Label(named.type, (), "", arguments, unit, scale, True, world)
    return Label("", (), "", arguments, unit, scale, not rest, world)


def _without_marks(text: str) -> str:
    """The text with footnote marks blanked out, as long as it was."""
    return _FOOTNOTE.sub(lambda match: " " * len(match.group()), text)


def _without_unit(folded: str) -> tuple[str, str | None, str]:
    """Return the folded label with NUL for the letters of its unit, the unit, and the scale.

    A unit stands apart, behind a comma or in brackets: «(min avro)», «, mln dollar», «, %».
    """
    for match in re.finditer(r"[^,;:()]+", folded):
        words = match.group().strip().removesuffix(" ilə").removesuffix("la").removesuffix("lə")
        amounts = find_amounts(f"1 {words}", f"1 {words}")
        if len(amounts) != 1 or not words:
            continue
        amount = amounts[0]
        whole = amount.start == 0 and amount.end >= len(words) + 1
        measure = amount.unit in (None, "person", "percent") or (amount.unit or "").isupper()
        if whole and measure and (amount.unit or amount.amount != "1"):
            masked = folded[: match.start()] + "\0" * len(match.group()) + folded[match.end() :]
            return masked, amount.unit, amount.amount
    return folded, None, "1"


_COVERED = frozenset(
    {"state", "people", "place", "pair", "date", "parliament", "pointer", "group", "mission", "amount"}
)


def _rest(sentence: Sentence, phrases: Sequence[Phrase]) -> list[str]:
    """The folded words of a label that name nothing and count for what it heads."""
    covered: set[int] = set()
    for phrase in phrases:
        holder = phrase.type == "person" and phrase.attributes.get("office") in MISSION_OFFICES
        if phrase.type in _COVERED or (holder and not phrase.value):
            covered.update(range(phrase.first, phrase.last + 1))
    return [
        token.key
        for index, token in enumerate(sentence.tokens)
        if token.is_word and index not in covered and token.key not in _PASSED_OVER
    ]


def _find_entry(keys: Sequence[str]) -> Entry | None:
    found = next((entry for entry in _entries().get(len(keys), ()) if _fits(keys, entry.words)), None)
    kept = [key for key in keys if key not in _PASSED_OVER]
    if found or len(kept) == len(keys) or not kept:
        return found
    return _find_entry(kept)


def _fits(keys: Sequence[str], words: Sequence[str]) -> bool:
    plain_keys, plain_words = [fold_ascii(key) for key in keys], [fold_ascii(word) for word in words]
    if plain_keys[:-1] != plain_words[:-1]:
        return False
    return plain_keys[-1] == plain_words[-1] or any(
        fold_ascii(found.stem) == plain_words[-1] and found.features.case in ("Nom", "Gen")
        for found in analyse(keys[-1])
    )


def _arguments(sentence: Sentence, phrases: Sequence[Phrase], offset: int) -> tuple[Argument, ...]:
    found: list[Argument] = []
    for index, phrase in enumerate(phrases):
        if phrase.type not in ("verb", "amount"):
            part = part_of(sentence, phrases, index)
            if phrase.type == "state" and sentence.key(phrase.last + 1).startswith(_STATISTICS):
                part = Part.SOURCE
            found.append(Argument(part, _moved(to_mention(sentence, phrase), offset)))
    return tuple(found)


def _moved(mention: Mention, offset: int) -> Mention:
    return msgspec.structs.replace(mention, start=mention.start + offset, end=mention.end + offset)


def _time(edtf: str, start: int, end: int) -> Argument:
    part = "since" if edtf.endswith("/..") else "until" if edtf.startswith("../") else "on"
    date = DateMention(start, end, Absolute(edtf), part, rule="cell")  # type: ignore[arg-type]
    return Argument(Part.TIME, Mention("date", "", start, end, {}, date))


# Cells --------------------------------------------------------------------------------------------------


def read_cell(text: str, start: int, end: int, names: frozenset[str], label: Label) -> tuple[Group, ...]:
    """Return what the cell `text[start:end]` gives, read as what its label announces.

    >>> cell = "Anar Nurlu?! (2004–2010)"
    >>> [[a.mention.value for a in g] for g in read_cell(cell, 0, len(cell), frozenset(), Label("person"))]
    [['Anar Nurlu', '']]
    """
    reader = _READERS.get(label.sort)
    return reader(_Cell(text, start, end, names), label) if reader and start < end else ()


class _Cell(NamedTuple):
    text: str
    start: int
    end: int
    names: frozenset[str]

    @property
    def own(self) -> str:
        """The cell's text, footnote marks blanked out."""
        return _without_marks(self.text[self.start : self.end])

    def span(self, first: int, last: int) -> tuple[int, int]:
        return self.start + first, self.start + last


_BRACKETS = re.compile(r"\s*\((?P<inner>[^()]*)\)\s*\.?\s*$|\s*,\s*(?P<year>\d{4})[\s.]*$")


def _amount(cell: _Cell, label: Label) -> tuple[Group, ...]:
    own = cell.own
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
        group.append(_time(date, *cell.span(behind.start(), behind.end())))
    return (tuple(group),)


def _date(cell: _Cell, label: Label) -> tuple[Group, ...]:
    edtf = parse_cell_date(cell.own.strip(" ()."))
    if edtf and label.value == "since" and "/" not in edtf:
        edtf += "/.."
    return ((_time(edtf, cell.start, cell.end),),) if edtf else ()


_LETTER = r"[A-ZƏÖÜĞÇŞİIÂÊÎÔÛÁÉÍÓÚ]"
_WORD = rf"(?:(?:əl|əs|əd|ən|ər|əş|ət|əz|al|el)-)?{_LETTER}[^\W\d_]*(?:['’]\w+)?"
_PARTICLE = r"(?:bin|ibn|əl|al|de|da|di|do|dos|la|van|fon|von|del|der|oğlu|qızı|ogly|kızı)"
_NAME = re.compile(
    rf"(?:{_LETTER}\.\s?)*{_WORD}(?:-{_WORD})*(?:\s+(?:{_PARTICLE}\s+)*(?:(?:{_LETTER}\.\s?)+|{_WORD}(?:-{_WORD})*|oğlu|qızı))+"
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
        group.append(_time(date, *cell.span(first, last)))
    return tuple(group)


def _is_other_name(name: str, names: frozenset[str]) -> bool:
    """Whether the words name an organisation, a country or a document rather than a person."""
    sentence = Sentence(name, 0, len(name), tokenise(name), names)
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
    outside = (*sentence.tokens[: phrase.first], *sentence.tokens[phrase.last + 1 :])
    if any(token.is_word for token in outside):
        return ()
    return ((Argument(Part.SUBJECT, _moved(to_mention(sentence, phrase), cell.start)),),)


def _title(cell: _Cell, label: Label) -> tuple[Group, ...]:
    """A signed document with the place and date behind it («… haqqında Saziş (Riqa, 3 may 2004)»)."""
    own = cell.own
    sentence = Sentence(own, 0, len(own), tokenise(own), cell.names)
    phrases = find_phrases(sentence)
    heads = [phrase for phrase in phrases if phrase.type == "title"]
    if not heads or _has_finite_verb(phrases):
        return ()
    title = heads[0]
    group = [Argument(Part.OBJECT, _moved(_whole_title(sentence, phrases, title), cell.start))]
    for phrase in phrases:
        if phrase.type == "date" and not title.first <= phrase.first <= title.last:
            group.append(Argument(Part.TIME, _moved(to_mention(sentence, phrase), cell.start)))
        elif phrase.type == "place" and phrase.first > title.last:
            group.append(Argument(Part.PLACE, _moved(to_mention(sentence, phrase), cell.start)))
    return (tuple(group),)


def _has_finite_verb(phrases: Sequence[Phrase]) -> bool:
    last = next((phrase for phrase in reversed(phrases) if phrase.type not in ("date", "amount")), None)
    return bool(last and last.type == "verb" and any(form.form in FINITE for form in last.forms))


def _whole_title(sentence: Sentence, phrases: Sequence[Phrase], title: Phrase) -> Mention:
    """The title from where the item begins, or from behind the date or «arasında» with which it begins."""
    mention = to_mention(sentence, title)
    first = 0
    for index in range(title.first):
        dated = any(p.type == "date" and p.first <= index <= p.last for p in phrases)
        token = sentence.tokens[index]
        if dated or token.key.startswith("arasinda") or (token.text in "-–—.)" and index < 9 and not first):
            first = index + 1 if dated or token.is_word or first or index < 3 else first
    while first < title.first and not sentence.tokens[first].is_word:
        first += 1
    words = sentence.text[sentence.tokens[first].start : sentence.tokens[title.first].start]
    value = re.sub(r"[“”„«»\"]", "", words + mention.value).strip()
    return msgspec.structs.replace(mention, value=value, start=sentence.tokens[first].start)


_READERS = {
    "amount": _amount,
    "date": _date,
    "person": _persons,
    "address": _address,
    "state": _whole,
    "place": _whole,
    "mission": _whole,
    "title": _title,
}

_ESTIMATED = re.compile(r"təxmin|qeyri-rəsmi|ehtimal")


def read_row_stance(text: str, start: int, end: int) -> Stance:
    """Return `estimate` where words of the row say so, else `fact`.

    >>> read_row_stance("Latviya | 2-dək | icmanın təxmini", 0, 33)
    'estimate'
    """
    return "estimate" if _ESTIMATED.search(fold(text[start:end])) else "fact"
