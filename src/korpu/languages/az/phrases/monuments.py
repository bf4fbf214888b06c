"""Monuments, busts, streets and parks: whom each honours, from the words before it."""

from __future__ import annotations

from korpu.languages.az.morphology import analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.lands import is_in, unknown_town
from korpu.languages.az.phrases.phrase import Phrase, Sentence, quotation_before
from korpu.languages.az.verbs import Form

_NAMED = frozenset(fold("adına adını").split())
_IN_MEMORY = frozenset(fold("şərəfinə xatirəsinə").split())
_FARTHEST = 10
_OF_NOBODY = frozenset(
    fold(word) for word in ("Dostluq", "Sülh", "Azadlıq", "Qardaşlıq", "Əbədi məşəl", "Qələbə")
)
"""Names of monuments that honour nobody's own figure or people."""
_POETS = (
    "vi",
    "qi",
    "ai",
    "əi",
    "mi",
    "lu",
    "dəki",
    "ədi",
    "əzi",
    "rizi",
    "fsi",
    "zuli",
    "rabi",
    "xani",
    "ndi",
    "edi",
    "qani",
)
"""What «-nin» stands behind, and not «-in»: «Gəncəvinin», «Nəvainin», «Fərraqulunun»."""


def compose_monument(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> list[Phrase]:
    """Return the monument under who is honoured, and one more for each that shares the noun («A-nın və B-nin büstləri»).

    Nothing, where the words say of nobody, or where something else is in it or on it («X parkında»), which is
    not told to have been opened («2009-cu ildə açılmış X parkında …»).
    """
    attributes, index = _located(sentence, phrases, head.first - 1)
    honoured = _named(sentence, phrases, index) or _remembered(sentence, phrases, head)
    if head.features.case == "Loc" and not (honoured and _is_opened(phrases, honoured[1])):
        return []
    if honoured is None:
        return _of_figure(sentence, phrases, head) or _named_after(sentence, phrases, head)
    name, first, last = honoured
    if fold(name) in _OF_NOBODY:
        return []
    begin = first if last >= index - 1 else head.first
    nation, begin = _nation(sentence, phrases, first, begin)
    nation = nation or _land_of(phrases, first, last)
    town = "" if attributes else unknown_town(sentence, phrases, begin)
    if town:
        attributes = {"place": town}
    if nation and (town or _is_nowhere(phrases, begin)):
        attributes = {**attributes, "abroad": f"@other:{nation}"}
    if nation:
        attributes["nation"] = nation
    whole = head._replace(first=begin, attributes={**attributes, "honoured": name})
    others = _others(sentence, phrases, first) if head.features.plural else []
    places = [p.attributes.get("state") for p in phrases if p.type == "place" and p.first < begin]
    at_home = nation and places and places[-1] == nation
    return others if at_home and others else [whole, *others]


def _located(sentence: Sentence, phrases: list[Phrase], index: int) -> tuple[dict[str, str], int]:
    """What a place between the name and the noun says («Şevçenkonun Vilnüsdəki abidəsi»), and the token before it."""
    place = next((p for p in phrases if p.last == index and p.type == "place" and is_in(p)), None)
    if place is None or not (place.features.attributive or _is_genitive(sentence, place.first - 1)):
        return {}, index
    return {"host": place.attributes.get("state", ""), "place": place.value}, place.first - 1


def _is_genitive(sentence: Sentence, index: int) -> bool:
    """Whether a name stands there in the genitive («Nəsiminin Kiyevdə …»)."""
    capital = index >= 0 and sentence.tokens[index].capital
    return capital and any(f.features.case == "Gen" for f in analyse(sentence.key(index)))


def _land_of(phrases: list[Phrase], first: int, last: int) -> str:
    """The state where the place lies that is honoured («“Qazbeqi” küçəsi»)."""
    lies = {
        p.attributes.get("state", "")
        for p in phrases
        if p.type == "place" and first <= p.first and p.last <= last
    }
    return lies.pop() if len(lies) == 1 else ""


def _is_nowhere(phrases: list[Phrase], before: int) -> bool:
    """Whether it is only told to be in places of which it is not known in which state they lie («Xatai rayonunda»)."""
    told = [p for p in phrases if p.type in ("place", "state") and is_in(p) and p.last < before]
    return bool(told) and not any(p.type == "state" or "state" in p.attributes for p in told)


def _of_figure(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> list[Phrase]:
    """«X-in Malta paytaxtında ucaldılmış abidəsi», «X-ə …»: whose it is stands before where and when it was made."""
    case = "Gen" if any(reading.possessor == "3" for reading in head.readings) else "Dat"
    if case == "Dat" and not sentence.key(head.last).startswith(_STATUES):
        return []
    before = [p for p in phrases if p.last < head.first and head.first - p.last <= _FARTHEST]
    owners = [p for p in before if p.type == "person" and p.value and p.features.case == case]
    owners = [p for p in owners if case == "Gen" or "office" not in p.attributes]
    if not owners or any(p.first > owners[-1].last and p.type not in _BETWEEN for p in before):
        return []
    owner = owners[-1]
    if {",", "və", "ki"} & set(sentence.between(owner, head)):
        return []
    nation, first = _nation(sentence, phrases, owner.first, owner.first)
    attributes = {"honoured": _figure(sentence, owner.last, owner.value)}
    if nation:
        attributes["nation"] = nation
        if _is_nowhere(phrases, head.first):
            attributes["abroad"] = f"@other:{nation}"
    return [
        head._replace(attributes=attributes),
        owner._replace(first=first, type="decoy", value="", attributes={}),
    ]


_STATUES = tuple(fold("abidə heykəl büst barelyef").split())
_BETWEEN = frozenset({"date", "place", "state", "verb", "pointer"})


def _named_after(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> list[Phrase]:
    """«küçələrindən birinə X-in adı verilib», «park X-in adını daşıyır»: who gives it the name that is told behind."""
    behind = range(head.last + 1, min(head.last + _FARTHEST, len(sentence.tokens)))
    for index in (*range(max(1, head.first - 3), head.first), *behind):
        if sentence.key(index) in _NAME_OF:
            found = _town(phrases, index - 1) or _name(sentence, phrases, index - 1)
            if found is None:
                return []
            name, first, last = found
            nation, first = _nation(sentence, phrases, first, first)
            nation = nation or _land_of(phrases, first, last)
            attributes = {"honoured": name, "named_after": "yes"} | ({"nation": nation} if nation else {})
            return [head._replace(attributes=attributes), Phrase(first, last, "decoy")]
    return []


def _town(phrases: list[Phrase], index: int) -> tuple[str, int, int] | None:
    """«Tiran adı»: a town, whose name stands right before."""
    town = next((p for p in phrases if p.last == index and p.type == "place"), None)
    return (town.value, town.first, town.last) if town and town.features.case == "Nom" else None


_NAME_OF = frozenset(fold("adı adını").split())


Named = tuple[str, int, int]
"""A name with its first and last token."""


def _named(sentence: Sentence, phrases: list[Phrase], index: int) -> Named | None:
    quoted = quotation_before(sentence, index)
    if quoted:  # «“Xocalı” abidəsi»
        name = sentence.words(quoted[0] + 1, quoted[1] - 1)
        return name, *quoted
    if sentence.key(index) in _NAMED:  # «Abay adına park»
        return _name(sentence, phrases, index - 1)
    if (at := _far_named(sentence, index)) > 0:  # «X-in adına böyük park»
        return _name(sentence, phrases, at - 1)
    if sentence.key(index - 1) in _NAMED and any(p.type == "verb" and p.last == index for p in phrases):
        return _name(sentence, phrases, index - 2)  # «Abayın adını daşıyan park»
    return (
        _of_state(sentence, phrases, index)
        or _people(sentence, phrases, index)
        or _name(sentence, phrases, index)
    )


def _far_named(sentence: Sentence, index: int) -> int:
    """Where «adına» stands, an adjective or two before the noun; -1 where it does not."""
    for at in range(index, max(0, index - 3), -1):
        if sentence.key(at) in _NAMED:
            return at - (sentence.key(at - 1) in ("da", "də"))
        if sentence.tokens[at].capital or not sentence.tokens[at].is_word:
            break
    return -1


def _of_state(sentence: Sentence, phrases: list[Phrase], index: int) -> Named | None:
    """«Malta parkı», «Malta dostluq parkı»: a state is honoured."""
    index -= sentence.key(index) == "dostluq"
    state = next((p for p in phrases if p.last == index and p.type == "state"), None)
    if state is None or state.features.case != "Nom" or state.features.attributive:
        return None
    return sentence.words(state.first, state.last), state.first, state.last


def _remembered(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> Named | None:
    """«gürcü zabitlərinin xatirəsinə … abidə»: those in whose memory it is, however far before."""
    for index in range(head.first - 1, max(0, head.first - _FARTHEST), -1):
        if any(p.type == "verb" and p.first == index for p in phrases):
            return None
        if sentence.key(index) in _IN_MEMORY:
            return _people(sentence, phrases, index - 1) or _name(sentence, phrases, index - 1)
    return None


_OF_PEOPLE = frozenset({"state", "people", "place"})


def _people(sentence: Sentence, phrases: list[Phrase], index: int) -> Named | None:
    """«Kuba döyüşçülərinin» → «Kuba döyüşçüsü»: a nation and the noun for its people."""
    nation = next((p for p in phrases if p.last == index - 1 and p.type in _OF_PEOPLE), None)
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
    if not token.is_word or not token.capital or token.key in _NOBODY or token.key.endswith(_OURS):
        return False
    if any(p.type in ("state", "people") and p.first <= index <= p.last for p in phrases):
        return False
    inside = next((p for p in phrases if p.type == "place" and p.first <= index <= p.last), None)
    if inside and (inside.features.case == "Loc" or "capital" in inside.attributes):
        return False
    return not (len(token.key) > 5 and token.key.endswith(("da", "də")) and index + 1 < len(sentence.tokens)
                and sentence.tokens[index + 1].capital)  # fmt: skip


_NOBODY = frozenset(fold("onun bunun onların bunların həmin bu o").split())
_OURS = tuple(fold("ımızın imizin umuzun ümüzün").split())


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


def _nation(sentence: Sentence, phrases: list[Phrase], first: int, begin: int) -> tuple[str, int]:
    """The nation that a word before the name gives («serb yazıçısı Milorad Paviç»), or the person's office; where it begins."""
    person = next((p for p in phrases if p.type == "person" and p.first == first), None)
    if person and len(person.attributes.get("state", "")) == 2:
        return person.attributes["state"], begin
    for phrase in reversed(phrases):
        if (
            phrase.type in _OF_NATION
            and phrase.first <= first <= phrase.last + 3
            and phrase.features.case == "Nom"
        ):
            beside = phrase.type != "state" or phrase.last == first - 1 or phrase.first == first
            beside = beside or (
                sentence.key(first - 1).endswith(("i", "u", "ü")) and phrase.last == first - 2
            )
            if beside:
                return phrase.value.split()[0], min(begin, phrase.first)
    return "", begin


_OF_NATION = frozenset({"people", "pair", "state"})


def _is_opened(phrases: list[Phrase], first: int) -> bool:
    """Whether a participle right before the name says that it was opened."""
    before = next((phrase for phrase in phrases if phrase.last == first - 1), None)
    if (
        before is None
        or before.unit is None
        or all(form.form is not Form.PARTICIPLE for form in before.forms)
    ):
        return False
    return any(verb.concept in _OPENED for verb in before.unit.verbs)


_OPENED = frozenset({"open", "build", "erect"})
