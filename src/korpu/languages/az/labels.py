"""Labels: what those of infoboxes, of columns and of lists say in Azerbaijani.

A label has no sentence around it: its words are matched whole against a table, names and units apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from korpu.clauses import Argument, Mention, Part
from korpu.languages import Label
from korpu.languages.az.dates import parse_cell_date
from korpu.languages.az.mending import mend_tokens
from korpu.languages.az.mentions import to_mention
from korpu.languages.az.morphology import analyse
from korpu.languages.az.numbers import find_amounts
from korpu.languages.az.orthography import fold, fold_ascii
from korpu.languages.az.parts import part_of
from korpu.languages.az.phrases.find import find_phrases
from korpu.languages.az.phrases.offices import MISSION_OFFICES
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.tokens import tokenise
from korpu.languages.az.words import FOLDER
from korpu.lexicon import read_table
from korpu.reading.calendar import Absolute, DateMention

_FOOTNOTE = re.compile(r"\[[^\]\n]{0,40}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰*↑]|\?!")
_YEAR_BEHIND = re.compile(r"[,(]\s*(?P<year>(?:19|20)\d\d)\)?\s*$")
_REMARK = re.compile(r"\([^()]*\)")
_PASSED_OVER = frozenset(
    fold(
        "siyahısı siyahı əvvəlki sabiq keçmiş hazırkı indiki müvafiq ilk cədvəl üzrə və ilə arasında arasındakı "
        "görə illər ölkələr üçün ölkədə olan müxtəlif bəzi ən mühüm əsas rəsmi ikitərəfli indiyədək "
        "xronoloji ardıcıl ardıcıllıqla sırayla ali yüksək səviyyəli səviyyədə"
    ).split()
)
"""Words of a label that do not change what it heads."""
_MISREAD = re.compile(r"^l(?=[^aeəiouöü])")
"""How a scan reads a capital İ («lxrac»)."""
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
def _entries() -> dict[tuple[int, str], list[tuple[int, Entry]]]:
    """The labels with their place in the table, by their number of words and the last one."""
    found: dict[tuple[int, str], list[tuple[int, Entry]]] = {}
    for place, row in enumerate(read_table(FOLDER, "labels")):
        for form in row["words"].split("|"):
            words = tuple(fold_ascii(token.key) for token in tokenise(form) if token.text not in "-–—")
            entry = Entry(words, row["sort"], tuple(row["concepts"].split()), row["value"])
            found.setdefault((len(words), words[-1]), []).append((place, entry))
    return found


def read_label(text: str, start: int, end: int, names: frozenset[str]) -> Label:
    """Return what a label, a heading of a column or a caption says.

    >>> label = read_label("Litvanın ixracı (mln avro)", 0, 26, frozenset())
    >>> label.sort, label.concepts, label.unit, label.scale, label.first("state").value
    ('amount', ('exports',), 'EUR', '1000000', 'LT')
    """
    local = without_marks(text[start:end])
    year = _YEAR_BEHIND.search(local)
    date = parse_cell_date(year["year"] if year else local) if year or len(local) < 40 else None
    folded, unit, scale = _without_unit(fold(local))
    local = "".join(" " if mark == "\0" else letter for letter, mark in zip(local, folded, strict=True))
    sentence = Sentence(local, 0, len(local), mend_tokens(tokenise(local)), names)
    phrases = find_phrases(sentence)
    arguments = _arguments(sentence, phrases, start)
    world = bool(_WORLD.search(folded))
    if _GROUP.search(folded) and not any(argument.mention.type == "group" for argument in arguments):
        arguments = (*arguments, Argument(Part.SUBJECT, Mention("group", "", start, end)))
    if date and not any(argument.part is Part.TIME for argument in arguments):
        arguments = (*arguments, time_argument(date, start, end))
    rest = _rest(sentence, phrases)
    entry = _find_entry([token.key for token in sentence.tokens if token.is_word]) or _find_entry(rest)
    entry = entry or _find_entry([_MISREAD.sub("i", token.key) for token in sentence.tokens if token.is_word])
    if entry is None and "(" in folded:  # «Əsas sənədlər (imza tarixi ilə)»
        entry = _find_entry([token.key for token in tokenise(_REMARK.sub("", folded)) if token.is_word])
    if entry:
        return Label(entry.sort, entry.concepts, entry.value, arguments, unit, scale, True, world)
    named = next((a.mention for a in arguments if a.mention.type in ("person", "mission")), None)
    if named and not rest and not named.value[:1].isupper():
        return Label(named.type, (), "", arguments, unit, scale, True, world)
    return Label("", (), "", arguments, unit, scale, not rest, world)


def without_marks(text: str) -> str:
    """Return the text with footnote marks blanked out, as long as it was."""
    return _FOOTNOTE.sub(lambda match: " " * len(match.group()), text)


def _without_unit(folded: str) -> tuple[str, str | None, str]:
    """Return the folded label with NUL for the letters of its unit, the unit, and the scale.

    A unit stands apart, behind a comma or in brackets: «(min avro)», «, mln dollar», «, %».
    """
    for match in re.finditer(r"[^,;:()]+", folded):
        words = match.group().strip().removesuffix(" ilə").removesuffix("la").removesuffix("lə")
        words = _with_country(words, folded)
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


def _with_country(words: str, label: str) -> str:
    """The unit with the country that the label names, where several have a currency of that name («Norveç …, mln kron»)."""
    scale, _, unit = words.rpartition(" ")
    countries = (country for country in _currencies().get(unit, ()) if country[:5] in label)
    country = next(countries, None)
    return f"{scale} {country}".strip() if country else words


@cache
def _currencies() -> dict[str, tuple[str, ...]]:
    """Currencies by the noun that several share («kron»), each with its country («çex kronu»)."""
    rows = [fold(row["form"]) for row in read_table(FOLDER, "units") if row["kind"] == "currency"]
    found: dict[str, tuple[str, ...]] = {}
    for form in rows:
        noun = form.partition(" ")[2]
        bare = noun[:-2] if noun.endswith(("si", "su")) else noun[:-1]
        if len(bare) > 2 and bare not in rows:
            found[bare] = (*found.get(bare, ()), form)
    return found


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
    """The label that the words are, its last word in whatever form, the first in the table."""
    if not keys:
        return None
    begin = [_plain(key) for key in keys[:-1]]
    fitting = [
        (place, entry)
        for last in _nominatives(keys[-1])
        for place, entry in _entries().get((len(keys), last), ())
        if list(entry.words[:-1]) == begin
    ]
    kept = [key for key in keys if key not in _PASSED_OVER]
    if fitting or len(kept) == len(keys):
        return min(fitting)[1] if fitting else None
    return _find_entry(kept)


@lru_cache(maxsize=8192)
def _plain(key: str) -> str:
    return fold_ascii(key)


@lru_cache(maxsize=8192)
def _nominatives(key: str) -> frozenset[str]:
    """What a label's last word may be a form of, without its Azerbaijani letters."""
    stems = {found.stem for found in analyse(key) if found.features.case in ("Nom", "Gen")}
    return frozenset(map(fold_ascii, {key, *stems}))


def _arguments(sentence: Sentence, phrases: Sequence[Phrase], offset: int) -> tuple[Argument, ...]:
    found: list[Argument] = []
    for index, phrase in enumerate(phrases):
        if phrase.type not in ("verb", "amount"):
            part = part_of(sentence, phrases, index)
            if phrase.type == "state" and sentence.key(phrase.last + 1).startswith(_STATISTICS):
                part = Part.SOURCE
            found.append(Argument(part, moved(to_mention(sentence, phrase), offset)))
    return tuple(found)


def moved(mention: Mention, offset: int) -> Mention:
    """Return the mention as many code points further on."""
    return msgspec.structs.replace(mention, start=mention.start + offset, end=mention.end + offset)


def time_argument(edtf: str, start: int, end: int) -> Argument:
    """Return the date that a cell gives as an argument."""
    part = "since" if edtf.endswith("/..") else "until" if edtf.startswith("../") else "on"
    date = DateMention(start, end, Absolute(edtf), part, rule="cell")  # type: ignore[arg-type]
    return Argument(Part.TIME, Mention("date", "", start, end, {}, date))
