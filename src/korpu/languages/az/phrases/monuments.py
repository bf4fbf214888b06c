"""Monuments, busts, streets and parks: whom each honours, from the words before it."""

from __future__ import annotations

from korpu.languages.az.morphology import analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Phrase, Sentence, quotation_before

_NAMED = frozenset(fold("adına adını").split())
_IN_MEMORY = frozenset(fold("şərəfinə xatirəsinə").split())
_FARTHEST = 10
_OF_NOBODY = frozenset(
    fold(word) for word in ("Dostluq", "Sülh", "Azadlıq", "Qardaşlıq", "Əbədi məşəl", "Qələbə")
)
"""Names of monuments that honour nobody's own figure or people."""
_POETS = ("vi", "ai", "əi", "mi", "lu")
"""What «-nin» stands behind, and not «-in»: «Gəncəvinin», «Nəvainin», «Fərraqulunun»."""


def compose_monument(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> list[Phrase]:
    """Return the monument under who is honoured, and one more for each that shares the noun («A-nın və B-nin büstləri»).

    Nothing, where the words say of nobody.
    """
    attributes, index = _located(phrases, head.first - 1)
    honoured = _named(sentence, phrases, index) or _remembered(sentence, phrases, head)
    if honoured is None:
        return []
    name, first, last = honoured
    begin = first if last >= index - 1 else head.first
    nation = _nation(phrases, first)
    if nation:
        attributes["nation"] = nation
    whole = head._replace(first=begin, attributes={**attributes, "honoured": name})
    others = _others(sentence, phrases, first) if head.features.plural else []
    places = [p.attributes.get("state") for p in phrases if p.type == "place" and p.first < begin]
    at_home = nation and places and places[-1] == nation
    return others if at_home and others else [whole, *others]


def _located(phrases: list[Phrase], index: int) -> tuple[dict[str, str], int]:
    """What a place between the name and the noun says («Şevçenkonun Vilnüsdəki abidəsi»), and the token before it."""
    place = next(
        (p for p in phrases if p.last == index and p.type == "place" and p.features.attributive), None
    )
    if place is None:
        return {}, index
    return {"host": place.attributes.get("state", ""), "place": place.value}, place.first - 1


Named = tuple[str, int, int]
"""A name with its first and last token."""


def _named(sentence: Sentence, phrases: list[Phrase], index: int) -> Named | None:
    quoted = quotation_before(sentence, index)
    if quoted:  # «“Xocalı” abidəsi»
        name = sentence.words(quoted[0] + 1, quoted[1] - 1)
        return (name, *quoted) if fold(name) not in _OF_NOBODY else None
    if sentence.key(index) in _NAMED:  # «Abay adına park»
        return _name(sentence, phrases, index - 1)
    if sentence.key(index - 1) in _NAMED and any(p.type == "verb" and p.last == index for p in phrases):
        return _name(sentence, phrases, index - 2)  # «Abayın adını daşıyan park»
    return _name(sentence, phrases, index)


def _remembered(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> Named | None:
    """«gürcü zabitlərinin xatirəsinə … abidə»: those in whose memory it is, however far before."""
    for index in range(head.first - 1, max(0, head.first - _FARTHEST), -1):
        if any(p.type == "verb" and p.first == index for p in phrases):
            return None
        if sentence.key(index) in _IN_MEMORY:
            return _people(sentence, phrases, index - 1) or _name(sentence, phrases, index - 1)
    return None


def _people(sentence: Sentence, phrases: list[Phrase], index: int) -> Named | None:
    """«Kuba döyüşçülərinin» → «Kuba döyüşçüsü»: a nation and the noun for its people."""
    nation = next((p for p in phrases if p.last == index - 1 and p.type in ("state", "people")), None)
    token = sentence.tokens[index]
    found = next((f for f in analyse(token.key) if f.features.plural and f.features.case == "Gen"), None)
    if nation is None or found is None:
        return None
    noun = token.text[: len(found.stem)]
    if found.features.possessor == "3":
        vowel = next((letter for letter in reversed(noun.lower()) if letter in "aeəıioöuü"), "i")
        ending = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}.get(vowel, "i")
        noun += ("s" if noun[-1].lower() in "aeəıioöuü" else "") + ending
    return f"{sentence.words(nation.first, nation.last)} {noun}", nation.first, index


def _name(sentence: Sentence, phrases: list[Phrase], index: int) -> Named | None:
    """The name that ends at a token: a person's, else the capitalised words."""
    person = next((p for p in phrases if p.last == index and p.type == "person" and p.value), None)
    if person:
        return _figure(sentence, index, person.value), person.first, index
    first = index + 1
    while first > 0 and _is_of_name(sentence, phrases, first - 1):
        first -= 1
    if first > index:
        return None
    return _figure(sentence, index, sentence.words(first, index)), first, index


def _is_of_name(sentence: Sentence, phrases: list[Phrase], index: int) -> bool:
    token = sentence.tokens[index]
    if not token.is_word or not token.capital:
        return False
    if any(p.type in ("state", "people") and p.first <= index <= p.last for p in phrases):
        return False
    inside = next((p for p in phrases if p.type == "place" and p.first <= index <= p.last), None)
    if inside and (inside.features.case == "Loc" or "capital" in inside.attributes):
        return False
    return not (len(token.key) > 5 and token.key.endswith(("da", "də")) and index + 1 < len(sentence.tokens)
                and sentence.tokens[index + 1].capital)  # fmt: skip


def _figure(sentence: Sentence, last: int, name: str) -> str:
    """The name without the genitive that its last word stands in."""
    key = sentence.key(last)
    word = name.split()[-1]
    if key.endswith(("nin", "nun")) and fold(word).endswith("n") and fold(word)[:-1].endswith(_POETS):
        return name[:-1]
    if fold(word) != key:
        return name
    genitive = [f for f in analyse(key) if f.features.case == "Gen" and not f.features.possessor]
    genitive = [f for f in genitive if key.startswith(f.stem) and not f.features.plural]
    if not genitive:
        return name
    stems = [f.stem for f in genitive]
    stem = next((s for s in stems if s.endswith(_POETS)), max(stems, key=len))
    return name[: len(name) - (len(key) - len(stem))]


def _others(sentence: Sentence, phrases: list[Phrase], first: int) -> list[Phrase]:
    """Monuments to those named before «və»."""
    before = [p for p in phrases if p.last < first and p.type == "person" and p.value and p.is_owner]
    if not before or sentence.key(before[-1].last + 1) not in ("və", ","):
        return []
    person = before[-1]
    name = _figure(sentence, person.last, person.value)
    return [
        Phrase(person.first, person.last, "monument", "", concept="monument", attributes={"honoured": name})
    ]


def _nation(phrases: list[Phrase], first: int) -> str | None:
    """The nation that a word before the name gives («serb yazıçısı Milorad Paviç»), or the person's office."""
    person = next((p for p in phrases if p.type == "person" and p.first == first), None)
    if person and len(person.attributes.get("state", "")) == 2:
        return person.attributes["state"]
    found = [p for p in phrases if p.type == "people" and first - 3 <= p.first <= first]
    return found[-1].value if found else None
