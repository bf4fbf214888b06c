"""Sayings: the words of saying in a sentence, each with its form, and who may be the one that says."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Sentence
from korpu.languages.az.verbs import FINITE, Form, VerbForm, analyse_ending, stem_variants
from korpu.languages.az.words import FOLDER
from korpu.lexicon import read_table

Words = tuple[str, ...]


class SayVerb(NamedTuple):
    """A word of saying in its sentence.

    Attributes:
        first, last: its tokens, the light verb's noun included.
        form: what its ending makes of it; PERFECT for a predicate that is no verb.
        type: `verb`, `show`, `passive`, `feeling`, as in the table.
        many: whether its ending says that several speak.
    """

    first: int
    last: int
    form: Form
    type: str
    many: bool

    @property
    def passive(self) -> bool:
        """Whether it names no one."""
        return self.type == "passive"

    @property
    def is_finite(self) -> bool:
        """Whether it ends its clause."""
        return self.form in FINITE or self.form is Form.CONVERB


@cache
def phrases_of(type_: str) -> tuple[Words, ...]:
    """Return the folded phrases of one type of the table `sayings`, the longest first."""
    found = [tuple(form.split()) for form, _ in _forms(type_)]
    return tuple(sorted(found, key=len, reverse=True))


@cache
def words_of(type_: str) -> frozenset[str]:
    """Return the folded one-word forms of one type of the table `sayings`."""
    return frozenset(form for form, _ in _forms(type_) if " " not in form)


@cache
def roles() -> dict[str, str]:
    """Return each noun for a person told before with the offices that fit it, apart by `|`."""
    return dict(_forms("role"))


def _forms(type_: str) -> list[tuple[str, str]]:
    rows = [row for row in read_table(FOLDER, "sayings") if row["type"] == type_]
    return [(fold(form), row["value"]) for row in rows for form in row["words"].split("|")]


def starts_with(sentence: Sentence, type_: str, first: int = 0) -> Words | None:
    """Return the phrase of one type of the table `sayings` that stands at the token `first`, the longest."""
    for phrase in _by_first_word(type_).get(sentence.key(first), ()):
        if all(sentence.key(first + offset) == word for offset, word in enumerate(phrase)):
            return phrase
    return None


@cache
def _by_first_word(type_: str) -> dict[str, list[Words]]:
    found: dict[str, list[Words]] = {}
    for phrase in phrases_of(type_):
        found.setdefault(phrase[0], []).append(phrase)
    return found


def find_say_verbs(sentence: Sentence) -> list[SayVerb]:
    """Return the words of saying, in order; the first person («deyərdik») and what is denied are left out."""
    return [verb for index in range(len(sentence.tokens)) if (verb := _verb_at(sentence, index))]


@cache
def _stems() -> dict[str, list[tuple[Words, str]]]:
    """Stem to the nouns that go before it and the type; as it stands before consonants and vowels."""
    found: dict[str, list[tuple[Words, str]]] = {}
    for type_ in ("verb", "show", "passive", "feeling"):
        for words in phrases_of(type_):
            for stem in stem_variants(words[-1]):
                found.setdefault(stem, []).append((words[:-1], type_))
            if words[-1].endswith("at"):
                found.setdefault(words[-1][:-1] + "d", []).append((words[:-1], type_))
    return found


def _verb_at(sentence: Sentence, index: int) -> SayVerb | None:
    key = sentence.tokens[index].key
    for nouns, type_, form, many in _say_forms(key):
        first = _nouns_before(sentence, nouns, index)
        if first is not None:
            return SayVerb(first, index, form, type_, many)
    return None


@lru_cache(maxsize=65536)
def _say_forms(key: str) -> tuple[tuple[Words, str, Form, bool], ...]:
    """What a folded word may be a form of: nouns before the verb, type, form, whether several speak; likeliest first."""
    if key in words_of("state"):
        return (((), "verb", Form.PERFECT, key.endswith("lər")),)
    if key == "deyə":
        return ()
    found = []
    for cut in range(len(key) - 1, 1, -1):
        form = _form(key[:cut], key[cut:]) if key[:cut] in _stems() else None
        if form:
            verbs = sorted(_stems()[key[:cut]], key=lambda item: -len(item[0]))
            found += [(nouns, type_, form.form, _is_many(key[cut:])) for nouns, type_ in verbs]
    return tuple(found)


def _nouns_before(sentence: Sentence, nouns: Words, verb: int) -> int | None:
    """Where the light verb's noun stands: right before it, or a word off («qeyd də edib»)."""
    if not nouns:
        return verb
    for first in (verb - len(nouns), verb - len(nouns) - 1):
        if first >= 0 and all(sentence.key(first + offset) == word for offset, word in enumerate(nouns)):
            return first
    return None


_FIRST_PERSON = ("iq", "ik", "uq", "ük", "am", "əm", "dim", "dum", "düm", "siniz")


def _form(stem: str, ending: str) -> VerbForm | None:
    if ending.endswith(_FIRST_PERSON):
        return None
    forms = [form for form in analyse_ending(stem, ending) if not form.negative]
    told = [form for form in forms if form.form not in (Form.IF, Form.LET, Form.MUST, Form.CAN)]
    return min(told, key=lambda form: form.form not in FINITE, default=None)


def _is_many(ending: str) -> bool:
    return ending.removesuffix("dir").endswith(("lar", "lər"))
