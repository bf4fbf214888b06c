"""Possessed or accusative: «səfiri» is somebody's ambassador, or whom a verb takes as its object.

An ending that is both is the possessor's where something before it may own the noun: a genitive, or a bare noun
right before it («Litva səfiri»). With neither it is the accusative («Səfiri prezident qəbul edib»).
"""

from __future__ import annotations

from collections.abc import Sequence

from korpu.languages.az.morphology import Features, analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.parts import adjectives
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.phrases.surnames import given_names
from korpu.languages.az.verbs import FINITE, Form
from korpu.languages.az.words import is_passive

_ACCUSATIVES = (Features("Acc"), Features("Acc", plural=True))


def settle_objects(sentence: Sentence, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Return the phrases with the accusative first among the readings of nouns that nothing before them may own."""
    settled: list[Phrase] = []
    for index, phrase in enumerate(phrases):
        objects = tuple(reading for reading in phrase.readings if reading in _ACCUSATIVES)
        if (
            objects and _seems_owned(phrase) and _is_noun(sentence, phrase)
            and _may_be_object(sentence, phrase, phrases[index + 1 :]) and not _is_owned(sentence, settled, phrase)
        ):  # fmt: skip
            others = tuple(reading for reading in phrase.readings if reading not in objects)
            phrase = phrase._replace(readings=objects + others)
        settled.append(phrase)
    return settled


def _is_noun(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether it is a noun with at most an adjective, and no name or compound («dövlət səfəri»)."""
    unit = phrase.unit
    if unit is None or phrase.type in _OWNERS or unit.first != phrase.first:
        return False
    return unit.first == unit.last or sentence.key(unit.first) in adjectives()


_NO_OBJECTS = frozenset(
    fold(
        "ilə üçün tərəfindən haqqında barədə arasında kimi zamanı çərçivəsində ərzində nəticəsində əsasında "
        "üzrə olan var vardır yox yoxdur olmayan olub olmuşdur olacaq"
    ).split()
)
"""Words before which no object stands: postpositions, and verbs of being."""

_INTRANSITIVE = tuple(
    fold("gəl get gedi ol çat art azal yüksəl dur yaşa qayıt düş çıx qal tut başlan otur görüş işlə").split()
)

_CAUSATIVE = tuple(fold("çatdır artır azalt yüksəlt düşür çıxar qaldır durdur yaşat başlat işlət").split())
"""«məktubu çatdırıb»: what makes another arrive or grow takes an object."""


_OWN_OBJECTS = frozenset(fold("fəaliyyət iştirak davam xidmət çıxış səfər baş istefa yer").split())
"""Nouns that a light verb has for its object («fəaliyyət göstərir»): it takes no other."""


def _may_be_object(sentence: Sentence, phrase: Phrase, after: Sequence[Phrase]) -> bool:
    """Whether the word behind and the next verb leave room for an object; passives have none."""
    if sentence.key(phrase.last + 1) in _NO_OBJECTS:
        return False
    verb = next((later for later in after if later.type == "verb"), None)
    if verb is None:
        return True
    key = sentence.key(verb.last)
    if sentence.key(verb.last - 1) in _OWN_OBJECTS:
        return False
    intransitive = key.startswith(_INTRANSITIVE) and not key.startswith(_CAUSATIVE)
    return not (is_passive(key) or intransitive)


def _seems_owned(phrase: Phrase) -> bool:
    return phrase.features.possessor == "3" and phrase.features.case == "Nom"


_JOINTS = frozenset({"və", ",", "ilə", "habelə", "həmçinin"})
_OWNERS = frozenset({"state", "place", "people", "organisation", "pair", "pointer", "polity", "parliament"})
_NO_MODIFIERS = frozenset({"person", "office", "colleague", "date", "amount", "verb", "pointer"})


def _is_owned(sentence: Sentence, before: Sequence[Phrase], phrase: Phrase) -> bool:
    """Whether a genitive comes before the noun in its clause, or a bare noun right before it."""
    ends = {earlier.last: earlier for earlier in before}
    index = phrase.first - 1
    owner = ends.get(index)
    if (
        owner
        and owner.first == 0
        and owner.type == "state"
        and phrase.type in ("relations", "bare_relations")
    ):
        return False  # «Litva münasibətləri bərpa edib»: relations are of two
    while index >= 0 and _is_adjective(sentence, index) and index not in ends:
        index -= 1
    if index >= 0 and _modifies(sentence, phrase, ends.get(index), index):
        return True
    spoken_for = 0
    while index >= 0:
        earlier = ends.get(index)
        if earlier and earlier.type == "verb":
            if any(form.form in (Form.DONE, Form.WILL) for form in earlier.forms):
                spoken_for += 1
            elif all(form.form in FINITE for form in earlier.forms):
                return False
        elif earlier and earlier.features.possessor == "3" and earlier.features.case not in ("Nom", "Gen"):
            spoken_for += 1  # «Seneqalın Dakar şəhərində»
        elif earlier and _seems_owned(earlier):
            spoken_for += sentence.key(earlier.last + 1) not in _JOINTS
        elif _is_genitive(sentence, earlier, index):
            if not spoken_for:
                return True
            spoken_for -= 1
        index = (earlier.first if earlier else index) - 1
    return False


def _is_adjective(sentence: Sentence, index: int) -> bool:
    """Whether the word only describes the noun behind it («yeni», «ikitərəfli», «imzalanan»)."""
    token = sentence.tokens[index]
    return token.is_word and (not token.capital or index == 0) and (
        token.key in adjectives() or token.key.endswith(_DESCRIBING) or token.key in _POINTING
    )  # fmt: skip


_DESCRIBING = ("li", "lu", "lü", "siz", "suz", "süz", "ən", "an", "miş", "muş", "müş", "ki", "ci", "cu", "cü")
_POINTING = frozenset(
    {"bu", "həmin", "o", "hər", "bir", "iki", "üç", "bütün", "dünən", "isə", "də", "da", "növbəti"}
)


def _modifies(sentence: Sentence, phrase: Phrase, earlier: Phrase | None, index: int) -> bool:
    """Whether what ends right before the noun may be the first part of a compound with it («gömrük sazişi»)."""
    token = sentence.tokens[index]
    if earlier is None:
        quoted = token.text in "\"”»’'" and not token.tail
        bare = token.is_word and not token.tail and token.key not in _JOINTS and not _has_case(token.key)
        bare = bare and not token.key.endswith(("lar", "lər"))
        return quoted or bare
    features = earlier.features
    if earlier.type == "people" and phrase.type == "office" and token.key.endswith(("li", "lu")):
        return False  # «mərakeşli spikeri»: of what is said with -lı, nothing is a possession
    if earlier.type in _NO_MODIFIERS or features.case != "Nom" or features.attributive:
        return earlier.type == "date" and sentence.key(earlier.last).startswith("il")
    return not features.plural


def _has_case(key: str) -> bool:
    """Whether a word that the lexicon does not have seems to stand in a case of its own."""
    return any(
        found.features.case not in ("Nom", "Acc", "Gen") and len(found.stem) > 2 for found in analyse(key)
    )


_NO_GENITIVES = frozenset({"üçün", "bütün", "yaxin", "qadin", "yalniz", "uyğun", "uzun", "əsasən", "sakin"})


def _is_genitive(sentence: Sentence, earlier: Phrase | None, index: int) -> bool:
    if earlier:
        return any(reading.case == "Gen" for reading in earlier.readings)
    token = sentence.tokens[index]
    if token.tail:
        return any(reading.case == "Gen" for reading in token.tail)
    key = token.key
    if key in given_names():  # «Sirocəddin», «Martin»
        return False
    return len(key) > 3 and key not in _NO_GENITIVES and key.endswith(("in", "un", "ün")) and any(
        found.features.case == "Gen" and len(found.stem) > 1 for found in analyse(key)
    )  # fmt: skip
