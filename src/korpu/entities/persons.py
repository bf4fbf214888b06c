"""Names of persons: given names, initials, a father's name, a surname, in either order."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

import msgspec
from rapidfuzz.distance import OSA

from korpu.entities.spelling import coarse, is_lossy, small, sounds, spellings_of
from korpu.entities.verdict import Likeness
from korpu.entities.words import is_word

NEAR_LENGTH = 7
"""Surnames of this many sounds or more that are one letter apart may be one, misspelt."""

_SURNAME = re.compile(
    r"\w\w(ov|ova|yev|yeva|ev|eva|ski|skaya|zadə|zade|lı|li|lu|lü|şvili|dze|yan|enko|çuk|oğlu)$"
)
_FATHER = re.compile(r"\w(oviç|eviç|ovich|evich|ович|евич|ovna|evna|yevna|овна|евна|iç|ич)$")
_WORD = re.compile(r"[\w?□\ufffdº]+\.?")
_INITIAL = re.compile(r"^(\w|sh|ch|kh|zh|ye|yu|ya|dj)$")

Sounds = frozenset[str]


class Word(msgspec.Struct, frozen=True):
    """A word of a person's name: what it sounds like, or the sounds that an initial may stand for."""

    sounds: Sounds
    initial: bool = False


class Person(msgspec.Struct, frozen=True):
    """A person's name, taken apart.

    Attributes:
        given: given names and initials, in order.
        father: the father's name, where it is marked as such.
        surname: None where there is no name at all.
        key: what all spellings of the surname have in common.
    """

    given: tuple[Word, ...]
    father: Word | None
    surname: Word | None
    key: str


@lru_cache(maxsize=65536)
def parse_person(name: str) -> Person:
    """Return a person's name, taken apart; titles, articles and what stands in brackets are left out.

    >>> person = parse_person("Rəşad Mahir oğlu Qəmbərli")
    >>> len(person.given), person.father is not None
    (1, True)
    """
    spellings = spellings_of(name)
    words, father = _parts(name)
    made = [_word(word, spellings) for word in words]
    return Person(
        given=tuple(made[:-1]),
        father=_word(father, spellings) if father else None,
        surname=made[-1] if made else None,
        key=person_key(name),
    )


@lru_cache(maxsize=65536)
def person_key(name: str) -> str:
    """Return `Person.key` of a name, which takes less than the whole of it.

    >>> person_key("Rəşad Mahir oğlu Qəmbərli") == person_key("Р. Гамбарли")
    True
    """
    words, _ = _parts(name)
    return coarse(words[-1].rstrip("."), spellings_of(name)) if words else ""


def _parts(name: str) -> tuple[list[str], str | None]:
    """The words of a name, the surname last, and the father's name apart."""
    words, father = _without_father(_words(name))
    if len(words) > 1 and _looks_like_surname(words[0]) and not _looks_like_surname(words[-1]):
        words = [*words[1:], words[0]]
    return words, father


def compare_persons(left: str, right: str) -> Likeness:
    """Return how alike two names of persons are.

    >>> compare_persons("Nurjan Sadvakasov", "Садвакасов Нуржан").how
    'full'
    >>> compare_persons("N. Sadvakasov", "Nurjan Sadvakasov").how
    'short'
    """
    a, b = parse_person(left), parse_person(right)
    if a.surname is None or b.surname is None:
        return Likeness("none", "surnames_differ")
    if a.father and b.father and not _match(a.father, b.father):
        return Likeness("none", "other_father")
    surname = _compare_surnames(a.surname, b.surname)
    if surname == "none":
        return _turned(a, b) or _partly(a, b)
    found = _compare_given(a, b)
    if found.how == "full" and surname == "ending":
        return Likeness("full", "case_ending")
    if surname in ("ending", "near") and found.how != "none":
        return (
            Likeness("near", "letter_apart") if found.how == "full" else Likeness("none", "surnames_differ")
        )
    return found


def _words(name: str) -> list[str]:
    """The words of a name; a dot stays with the initial that it ends."""
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]|(?<=\w)['’‘ʻʼ`](?=\w)", "", name)
    words: list[str] = []
    for match in _WORD.finditer(bare):
        joined = bare[match.end() : match.end() + 1] == "-"
        small_letters = match[0][:1].islower()
        if (joined or small_letters) and is_word(match[0].rstrip("."), "article"):
            continue
        if words and is_word(match[0], "between") and match.end() < len(bare):
            continue
        words.append(match[0])
    while len(words) > 1 and is_word(words[0].rstrip("."), "title"):
        del words[0]
    return [word if _is_initial(word) else word.rstrip(".") for word in words]


def _without_father(words: list[str]) -> tuple[list[str], str | None]:
    for place, (before, word) in enumerate(pairwise(words)):
        if is_word(word, "kin") and len(words) > 2:
            return words[:place] + words[place + 2 :], before
    if len(words) == 3 and not any(map(_is_initial, words)):
        for place in (1, 2):
            if _FATHER.search(small(words[place])) and (place == 1 or _looks_like_surname(words[0])):
                return words[:place] + words[place + 1 :], words[place]
    return words, None


def _looks_like_surname(word: str) -> bool:
    return len(word) > 4 and bool(_SURNAME.search(small(word)))


def _is_initial(word: str) -> bool:
    bare = small(word.rstrip("."))
    return len(bare) == 1 or (word.endswith(".") and bool(_INITIAL.match(bare)))


def _word(word: str, spellings: tuple[str, ...]) -> Word:
    bare = word.rstrip(".")
    return Word(sounds(bare, spellings), _is_initial(word))


def _match(a: Word, b: Word) -> bool:
    """Whether two words may be one: an initial is one with all that begins so."""
    if a.initial or b.initial:
        return any(_begins(x, y) or _begins(y, x) for x in a.sounds for y in b.sounds)
    if a.sounds & b.sounds:
        return True
    lossy = [(x, y) for x in a.sounds for y in b.sounds if is_lossy(x) or is_lossy(y)]
    return any(_same_but_for_lost(x, y) for x, y in lossy)


def _begins(initial: str, word: str) -> bool:
    # «Y.» is «Yan», whose y is heard as the vowel that it is near to.
    if initial == "y" and word[:1] == "i" and word[1:2] in ("a", "i", "u"):
        return True
    return initial[0] != "=" and word[0] != "=" and word.startswith(initial)


def _same_but_for_lost(x: str, y: str) -> bool:
    return len(x) == len(y) and all(p == q or "?" in (p, q) for p, q in zip(x, y, strict=True))


def _is_damaged(a: Word, b: Word) -> bool:
    return not (a.initial or b.initial) and not a.sounds & b.sounds


def _compare_surnames(a: Word, b: Word) -> str:
    """`same`, `ending` (one has a case ending), `near` (misspelt, or a letter lost) or `none`."""
    if a.sounds & b.sounds:
        return "same"
    if _match(a, b):
        return "near"
    pairs = [(x, y) for x in a.sounds for y in b.sounds if x[0] not in "=~" and y[0] not in "=~"]
    for x, y in pairs:
        short, long = sorted((x, y), key=len)
        ending = long[len(short) :] if long.startswith(short) and len(short) > 3 else ""
        if ending in _PERSON_ENDINGS or (ending == "a" and short[-1] in "aiu"):
            return "ending"
    near = [(x, y) for x, y in pairs if min(len(x), len(y)) >= NEAR_LENGTH and x[-3:] == y[-3:]]
    return "near" if any(OSA.distance(x, y) == 1 for x, y in near) else "none"


_PERSON_ENDINGS = frozenset({"nin", "nun", "in", "un", "ia", "dan", "ndan"})
"""Case endings that no pair of surnames differs by: «-a» makes a woman's surname, «-ov» another one."""


def _compare_given(a: Person, b: Person) -> Likeness:
    """How alike given names are, the surnames being one."""
    if not a.given or not b.given:
        both = not a.given and not b.given and not (a.father or b.father)
        return Likeness("short", "surname_alone" if both or a.given or b.given else "initials")
    first, second = _with_father(a, b), _with_father(b, a)
    if _joined(a.given) & _joined(b.given):
        return Likeness("full", "same_name")
    pairs = list(zip(first, second, strict=False))
    if not all(_match(x, y) for x, y in pairs):
        return Likeness("none", "given_names_differ")
    if any(x.initial or y.initial for x, y in pairs):
        return Likeness("short", "initials")
    if any(_is_damaged(x, y) for x, y in pairs):
        return Likeness("near", "letter_apart")
    if len(first) != len(second):
        rest = (first if len(first) > len(second) else second)[len(pairs) :]
        return Likeness("short", "initials" if rest[0].initial else "second_name")
    return Likeness("full", "same_name")


def _with_father(person: Person, other: Person) -> tuple[Word, ...]:
    """The given names, with the father's where the other has a further initial that may be his."""
    initials = len(other.given) > len(person.given) and other.given[-1].initial
    return (*person.given, person.father) if person.father and initials else person.given


def _joined(words: tuple[Word, ...]) -> Sounds:
    """What the given names sound like written as one word, where none is an initial."""
    if any(word.initial for word in words):
        return frozenset()
    found = {""}
    for word in words:
        plain = [sound for sound in word.sounds if sound[0] not in "=~"] or [""]
        found = {_run(beginning + sound) for beginning in found for sound in plain}
    return frozenset({re.sub(_SERVANT, "abd", one) for one in found} - {""})


_SERVANT = re.compile(r"^abd[aiu]?(?:l(?=[^aiu]))?")
"""«Abdul Rahman», «Abd ar-Rahman» and «Əbdürrəhman» are one: the article's l is said as the consonant after it."""


def _run(text: str) -> str:
    return re.sub(r"(.)\1+", r"\1", text)


def _turned(a: Person, b: Person) -> Likeness | None:
    """One name with its surname first, where all its words are whole."""
    if a.surname is None or b.surname is None or len(a.given) != len(b.given) or not a.given:
        return None
    turned = (*b.given[1:], b.surname, b.given[0])
    whole = (*a.given, a.surname)
    if any(word.initial for word in (*turned, *whole)):
        return None
    same = all(x.sounds & y.sounds for x, y in zip(whole, turned, strict=True))
    back = all(x.sounds & y.sounds for x, y in zip((a.surname, *a.given), (*b.given, b.surname), strict=True))
    return Likeness("full", "surname_first") if same or back else None


def _partly(a: Person, b: Person) -> Likeness:
    """A name that has the words of the other in their order, the first among them: a second surname left out."""
    long, short = sorted(
        ((*p.given, *([p.surname] if p.surname else [])) for p in (a, b)), key=len, reverse=True
    )
    if len(short) == 1 and len(long) > 1 and short[0].sounds & long[0].sounds and not short[0].initial:
        return Likeness("short", "given_alone")
    if len(short) > 1 and len(long) > len(short) and not any(word.initial for word in (*long, *short)):
        rest = iter(long)
        first = long[0].sounds & short[0].sounds
        if first and all(any(word.sounds & other.sounds for other in rest) for word in short):
            return Likeness("short", "second_name")
    return Likeness("none", "surnames_differ")
