"""Institutions under their whole names, with whose they are and where; companies by their quoted names."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from korpu.languages.az.morphology import Features, analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.lands import unknown_town
from korpu.languages.az.phrases.names import is_closing
from korpu.languages.az.phrases.phrase import (
    DASHES,
    NUMBERED,
    QUOTES,
    Phrase,
    Sentence,
    dictionary_group,
    group_start,
    quotation_before,
)
from korpu.languages.az.words import FOLDER
from korpu.lexicon import read_table, split_forms

_MARKS = str.maketrans("", "", '"“”„«»')
_MEASURING = ("lik", "luq", "lük", "liq", "li", "lu", "lü")


def compose_institution(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> list[Phrase]:
    """«Nizami adına Azərbaycan mərkəzi»: the whole noun group; a nation in it says whose it is, a place where it is."""
    town, first = _town(sentence, phrases, _start(sentence, phrases, head), head)
    if town and first == head.first:
        return [head._replace(attributes={**head.attributes, "place": town})]
    if first == head.first or {sentence.key(first), sentence.key(first - 1)} & _MANY:
        return []
    inside = [p for p in phrases if first <= p.first and p.last < head.first]
    if len(inside) == 1 and _is_middle(sentence, first, inside[0], head):
        return [inside[0]._replace(last=head.last, readings=head.readings)]
    told = any(p.type == "verb" for p in inside) or any(
        token.key.endswith(_DOERS) for token in sentence.tokens[first : head.first]
    )  # «X dilini sevənlərin cəmiyyəti» is not X's
    nations = [] if told else [code for p in inside for code in _nations(p)]
    nations += [
        p.attributes["people"] for p in inside if p.type == "institution" and "people" in p.attributes
    ]
    states = [p.value if p.type == "state" else p.attributes.get("state", "") for p in inside
              if p.type in ("state", "place")]  # fmt: skip
    quoted = _quoted_name(sentence, first, head)
    value_first = first if quoted is None else quoted
    known = _keeper(sentence, value_first)
    called = _is_after_person(sentence, inside, first, head) or _is_of_culture(sentence, first, head)
    attributes = {
        "people": nations[-1] if nations else known,
        "other": nations[0] if nations and nations[0] != nations[-1] else "",
        "land": _land(inside) or _elsewhere(phrases, first, nations[-1] if nations else known),
        "state": next(filter(None, states), "") or _owner(phrases, first),
        "named": "yes" if called else "",
        "whole": "yes",
        "place": town or unknown_town(sentence, phrases, first),
    }
    first = value_first
    while first < head.first and sentence.tokens[first].text in QUOTES and not _closes(sentence, first, head):
        first += 1
    value = dictionary_group(sentence, first, head, True).translate(_MARKS)
    kept = {name: code for name, code in attributes.items() if code}
    whole = head._replace(first=first, value=value, attributes=kept)
    return [_with_branch(sentence, phrases, whole)]


_DOERS = ("anlarin", "ənlərin")


def _is_middle(sentence: Sentence, first: int, town: Phrase, head: Phrase) -> bool:
    """«Maltanın Valletta mərkəzində», where nothing else is named: in the middle of the town, and in no institution."""
    middle = head.value == "mərkəz" and head.features.case == "Loc"
    bare = town.type == "place" and town.features.case == "Nom"
    return middle and bare and (town.first, town.last) == (first, head.first - 1)


_IN = Features("Loc")
_SHORTEST = 5


def _town(sentence: Sentence, phrases: list[Phrase], first: int, head: Phrase) -> tuple[str, int]:
    """A town that the tables do not have («Spaskda klinika»), and where the name begins behind it."""
    last = first
    if last + 2 < head.first and sentence.tokens[last + 1].text == "-":
        last += 2
    token = sentence.tokens[last]
    known = any(p.first <= last <= p.last and p.type != "person" for p in phrases)
    if last >= head.first or known or not token.capital or not sentence.tokens[first].capital:
        return "", first
    stem = next((f.stem for f in analyse(token.key) if f.features == _IN), "")
    if len(token.key) < _SHORTEST or not stem:
        return "", first
    name = sentence.text[sentence.tokens[first].start : token.start] + token.text[: len(stem)]
    return name, last + 1


def _elsewhere(phrases: list[Phrase], first: int, people: str) -> str:
    """«Slavyan Universitetindəki Çex mərkəzi»: inside an institution that is no state's by its name, abroad for whose it is."""
    whole = next((p for p in reversed(phrases) if p.last < first and p.type != "date"), None)
    if whole is None or whole.type != "institution" or not people or first - whole.last > 6:
        return ""
    inside = whole.features.case == "Loc" and not whole.attributes.keys() & {"state", "people"}
    return f"@other:{people}" if inside else ""


_MANY = frozenset(fold("onlarla yüzlərlə minlərlə çoxsaylı müxtəlif bəzi").split())
"""Before these come some that are not named («onlarla diaspor təşkilatı»)."""


def _land(inside: list[Phrase]) -> str:
    """«Moldova azərbaycanlılarının birliyi»: where those live whose it is."""
    for state, people in pairwise(inside):
        if state.type == "state" and people.type == "people" and people.first == state.last + 1:
            return state.value if state.value != people.value and people.features.plural else ""
    return ""


def _owner(phrases: list[Phrase], first: int) -> str:
    """The state in the genitive right before the name («Macarıstanın Korvinus Universiteti»)."""
    return next((p.value for p in phrases if p.type == "state" and p.is_owner and p.last == first - 1), "")


_CULTURAL = frozenset(fold("bazar şənbə mədəniyyət diaspor dil ana dostluq").split())


def _is_of_culture(sentence: Sentence, first: int, head: Phrase) -> bool:
    """Whether behind its quoted name it is called a school or a house of a people («“…” mədəniyyət cəmiyyəti»)."""
    marks = [index for index in range(first, head.first) if sentence.tokens[index].text in QUOTES]
    last = head.unit.last if head.unit else head.last
    return len(marks) > 1 and any(sentence.key(at) in _CULTURAL for at in range(marks[-1] + 1, last))


_BRANCHES = frozenset(fold("bölmə filial ofis şöbə").split())


def _with_branch(sentence: Sentence, phrases: list[Phrase], whole: Phrase) -> Phrase:
    """«Höte İnstitutunun Tbilisi bölməsi»: what works is the branch, and where that is its name may say.

    It is of the state that keeps the institution, or where that is («Praqa Universitetinin filialı»).
    """
    town = next((p for p in phrases if p.first == whole.last + 1 and p.type == "place"), None)
    last = (town.last if town else whole.last) + 1
    readings = tuple(f.features for f in analyse(sentence.key(last)) if f.stem in _BRANCHES)
    if not readings or not whole.is_owner:
        return whole
    told = whole.attributes
    of = {
        "branch": town.attributes.get("state", "") if town else "",
        "people": told.get("people", "") or told.get("state", ""),
    }
    attributes = {**told, **{name: code for name, code in of.items() if code}}
    branch = whole._replace(last=last, readings=readings, attributes=attributes)
    if "people" in told or town:
        return branch
    return branch._replace(value=dictionary_group(sentence, whole.first, branch, True))


@cache
def _keepers() -> dict[tuple[str, ...], str]:
    """The folded words that the names of known institutes begin with, and whose those are."""
    rows = read_table(FOLDER, "institutes")
    return {tuple(fold(form).split()): row["state"] for row in rows for form, _ in split_forms(row["words"])}


def _keeper(sentence: Sentence, first: int) -> str:
    """The state that keeps institutes of that name («Höte İnstitutu»); empty where there is none."""
    first += sentence.tokens[first].text in QUOTES
    keys = tuple(sentence.key(index) for index in range(first, first + 2))
    return _keepers().get(keys) or _keepers().get(keys[:1], "")


def _quoted_name(sentence: Sentence, first: int, head: Phrase) -> int | None:
    """Where a quoted name begins behind other words («soydaşlarımızın “Odlar Yurdu” məktəbi»)."""
    marks = [index for index in range(first, head.first) if sentence.tokens[index].text in QUOTES]
    if len(marks) != 2 or marks[0] == first or sentence.tokens[marks[0] - 1].capital:
        return None
    return marks[0]


def _is_after_person(sentence: Sentence, inside: list[Phrase], first: int, head: Phrase) -> bool:
    """Whether it bears a person's name («Heydər Əliyev Memorial Məktəbi»)."""
    words = sentence.tokens[first : head.first]
    surnames = any(token.capital and is_closing(token.key) for token in words[1:])
    return surnames or any(p.type == "person" for p in inside) or any(t.key == "adina" for t in words)


def _nations(phrase: Phrase) -> list[str]:
    """The nations that a word inside the name says it is of; «Qazax» is a town's name too."""
    if phrase.type in ("state", "people"):
        return [phrase.value]
    if phrase.type == "pair":
        return phrase.value.split()
    entries = phrase.unit.entries if phrase.unit and phrase.type == "place" else ()
    return [entry.value for entry in entries if entry.type == "people"]


def _start(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> int:
    after = sentence.tokens[head.last + 1 : head.last + 2]
    if after and after[0].text in QUOTES:  # the head itself stands in the quotation
        for index in range(head.first - 1, max(-1, head.first - 8), -1):
            if sentence.tokens[index].text in QUOTES:
                return index + 1
    first = group_start(sentence, phrases, head)
    for phrase in phrases:  # «… evi» və … mərkəzi: another ends here
        if phrase.type == head.type and first <= phrase.first and phrase.last < head.first:
            links = {"və", ","} & {sentence.key(i) for i in range(phrase.last + 1, phrase.last + 4)}
            nation = any(p.first == phrase.last + 1 and p.type in ("state", "people") for p in phrases)
            first = phrase.last + 1 if links or nation else first
    while first < head.first:
        mark = sentence.key(first) in ("və", ",") or sentence.tokens[first].text in "”»"
        skipped = 1 if mark else _measures(sentence, phrases, first)
        if not skipped:
            break
        first += skipped
    return first


def _measures(sentence: Sentence, phrases: list[Phrase], index: int) -> int:
    """How many words from `index` on say how big it is («120 yerlik», «8 sinif otaqlı»)."""
    if not any(p.type == "amount" and p.last == index - 1 for p in phrases):
        return 0
    if sentence.key(index) in NUMBERED:
        return 0
    return next((n + 1 for n in (0, 1) if sentence.key(index + n).endswith(_MEASURING)), 0)


def _closes(sentence: Sentence, first: int, head: Phrase) -> bool:
    return any(token.text in QUOTES for token in sentence.tokens[first + 1 : head.first])


def compose_company(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> list[Phrase]:
    """«“Karvan” şirkəti», «Karvan Holdinq»: a quoted or capitalised name before the noun makes a company of it."""
    if head.type == "theme" and head.concept != "company":
        return []
    quoted = quotation_before(sentence, head.first - 1)
    if quoted:
        name = sentence.words(quoted[0] + 1, quoted[1] - 1)
        return [head._replace(first=quoted[0], type="company", value=name, concept="")]
    behind = _quoted_behind(sentence, head)
    if behind:
        return [behind]
    first = head.first
    while first > 0 and _is_of_name(sentence, phrases, first - 1):
        first -= 1
    if first == head.first or not any(reading.possessor == "3" for reading in head.readings):
        return []
    name = sentence.words(first, head.first - 1)
    if head.type == "company_head":
        name = dictionary_group(sentence, first, head, True)
    return [head._replace(first=first, type="company", value=name, concept="")]


def _quoted_behind(sentence: Sentence, head: Phrase) -> Phrase | None:
    """«… şirkəti – “Karvan”»: the name in quotation marks behind the noun, with the ending that either has."""
    first = head.last + 1 + (sentence.key(head.last + 1) in DASHES)
    if first >= len(sentence.tokens) or sentence.tokens[first].text not in QUOTES:
        return None
    ends = range(first + 2, min(first + 6, len(sentence.tokens)))
    last = next((index for index in ends if sentence.tokens[index].text in QUOTES), None)
    if last is None or not sentence.tokens[first + 1].capital:
        return None
    readings = sentence.tokens[last].tail or head.readings
    name = sentence.words(first + 1, last - 1)
    return head._replace(last=last, type="company", value=name, concept="", readings=readings)


def _is_of_name(sentence: Sentence, phrases: list[Phrase], index: int) -> bool:
    """Whether it is a word with a capital letter that is nothing else («Samsunq»)."""
    token = sentence.tokens[index]
    known = any(p.first <= index <= p.last and p.type != "person" for p in phrases)
    return token.is_word and token.capital and index > 0 and not known and not token.tail
