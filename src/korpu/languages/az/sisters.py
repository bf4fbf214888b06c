"""Sister cities in a list or a cell: couples of towns, or towns with their states; nothing where a piece is neither."""

from __future__ import annotations

import re

from korpu.clauses import Argument, Mention, Part
from korpu.languages import Group
from korpu.languages.az.dates import parse_cell_date
from korpu.languages.az.labels import time_argument
from korpu.languages.az.phrases.find import find_named
from korpu.languages.az.phrases.phrase import Sentence
from korpu.languages.az.tokens import tokenise

_BRACKETS = re.compile(r"\(([^()]*)\)")
_PIECES = re.compile(r"[^,;()]+(?:\([^()]*\))?")
_JOINTS = re.compile(r"\s*[|]\s*|\s+(?:ilə|və)\s+|\s*[–—]\s*|\s+-\s+")
_TOWN = re.compile(r"[A-ZƏÖÜĞÇŞİI][\w'’-]*(?: [A-ZƏÖÜĞÇŞİI][\w'’-]*){0,2}")
_KINDS = re.compile(r"\s+(?:şəhəri|şəhərləri|bələdiyyəsi|rayonu|qəsəbəsi)$")
_LONGEST = 3


def read_sisters(own: str, start: int, names: frozenset[str]) -> tuple[Group, ...]:
    """Return a group for each couple («Gəncə – Bursa (1998)») or each town with its state («Bursa, Türkiyə»).

    >>> [[a.mention.value for a in g] for g in read_sisters("Liepaya – Sliema (1998), Riqa – Valletta", 0, frozenset())]
    [['Liepaya', 'Sliema', ''], ['Riqa', 'Valletta']]
    """
    groups: list[Group] = []
    for match in _PIECES.finditer(own):
        piece = match.group()
        if not piece.strip(" .;"):
            continue
        brackets = _BRACKETS.search(piece)
        inner = brackets[1] if brackets else ""
        words = piece[: brackets.start()] if brackets else piece
        parts = [part for part in _JOINTS.split(words.strip(" .;*•–—-|")) if part.strip()]
        date = parse_cell_date(inner.strip(" .")) if inner else None
        if len(parts) > 1 and (year := parse_cell_date(parts[-1].strip(" ."))):
            date, parts = year, parts[:-1]
        time = (time_argument(date, start + match.start(), start + match.end()),) if date else ()
        at = start + match.start()
        towns = [_town(part, at + words.find(part), names) for part in parts[:_LONGEST]]
        land = _state(words, names) if len(parts) == 1 else ""
        if groups and land and len(groups[-1]) == 1:  # «Bursa, Türkiyə (1998)»
            groups[-1] = (_of_state(groups[-1][0], land), *time)
            continue
        state = _state(inner, names)
        if not 1 <= len(towns) <= 2 or None in towns:
            return ()
        found = tuple(Argument(Part.SUBJECT, town) for town in towns if town)
        if len(found) == 1 and state:
            found = (_of_state(found[0], state),)
        groups.append((*found, *time))
    return tuple(groups)


def _of_state(town: Argument, state: str) -> Argument:
    mention = town.mention
    attributes = {**mention.attributes, "state": state}
    return Argument(town.part, Mention("place", mention.value, mention.start, mention.end, attributes))


def _town(words: str, start: int, names: frozenset[str]) -> Mention | None:
    """A town of the tables, else capitalised words that are nothing else."""
    words = _KINDS.sub("", words.strip(" .;"))
    sentence = Sentence(words, 0, len(words), tokenise(words), names)
    phrases = find_named(sentence)
    whole = len(phrases) == 1 and phrases[0].first == 0 and phrases[0].last == len(sentence.tokens) - 1
    if whole and phrases[0].type == "place" and phrases[0].features.case == "Nom":
        return Mention("place", phrases[0].value, start, start + len(words), dict(phrases[0].attributes))
    if phrases and not all(phrase.type == "person" for phrase in phrases):
        return None
    return Mention("place", words, start, start + len(words)) if _TOWN.fullmatch(words) else None


def _state(words: str, names: frozenset[str]) -> str:
    """The state that the words name, and nothing else."""
    words = words.strip(" .;*•–—-|")
    sentence = Sentence(words, 0, len(words), tokenise(words), names)
    phrases = find_named(sentence) if words else []
    whole = len(phrases) == 1 and phrases[0].first == 0 and phrases[0].last == len(sentence.tokens) - 1
    return phrases[0].value if whole and phrases[0].type == "state" else ""
