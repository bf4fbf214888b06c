"""Units: the words and phrases of a sentence that the lexicon knows, in whatever form they stand."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from korpu.languages.az.morphology import Analysis, Features, analyse, compound_readings
from korpu.languages.az.tokens import Token
from korpu.languages.az.verbs import Form, VerbForm, analyse_ending
from korpu.languages.az.words import Entry, Verb, words

BARE = Features()


class Unit(NamedTuple):
    """A known word or phrase in a sentence.

    Attributes:
        first, last: the tokens that it spans, both included.
        entries: what it may mean; names first.
        readings: what its endings may say, the likeliest first.
        stem: the folded stem of its last word.
        verbs, forms: for a verb, what it may mean and what its ending makes of it.
    """

    first: int
    last: int
    entries: tuple[Entry, ...] = ()
    readings: tuple[Features, ...] = (BARE,)
    verbs: tuple[Verb, ...] = ()
    forms: tuple[VerbForm, ...] = ()
    stem: str = ""

    @property
    def entry(self) -> Entry:
        """Its likeliest meaning."""
        return self.entries[0]

    @property
    def type(self) -> str:
        """The type of its likeliest meaning; `verb` for a verb."""
        return self.entries[0].type if self.entries else "verb"

    @property
    def features(self) -> Features:
        """Its likeliest reading."""
        return self.readings[0]

    def has(self, case: str, possessor: str | None = None) -> bool:
        """Whether it may stand in `case` (and with that possessor)."""
        return any(
            reading.case == case and (possessor is None or reading.possessor == possessor)
            for reading in self.readings
        )


def find_units(tokens: list[Token], taken: frozenset[int] = frozenset()) -> list[Unit]:
    """Return the known words and phrases among `tokens`, longest first, without overlap, in order.

    Tokens whose index is in `taken` (dates, amounts) are passed over.
    """
    units: list[Unit] = []
    index = 0
    while index < len(tokens):
        unit = None
        if index not in taken and tokens[index].is_word:
            unit = _phrase_at(tokens, index, taken) or _word_at(tokens, index)
        if unit:
            units.append(unit)
            index = unit.last + 1
        else:
            index += 1
    return units


def _phrase_at(tokens: list[Token], first: int, taken: frozenset[int]) -> Unit | None:
    phrases = words().phrases.get(tokens[first].key, ())
    ahead = {token.key for token in tokens[first + 1 : first + 4]} if phrases else ()
    for keys, entry in phrases:
        if (len(keys) > 2 and keys[1] not in ahead) or (entry.proper and not tokens[first].capital):
            continue
        last = _match(tokens, first, keys, taken)
        if last is None:
            continue
        readings = _readings_as(tokens[last], keys[-1])
        if readings:
            entries = tuple(e for k, e in words().phrases[tokens[first].key] if k == keys)
            return Unit(first, last, _rank(entries), readings, stem=keys[-1])
    return None


def _match(tokens: list[Token], first: int, keys: tuple[str, ...], taken: frozenset[int]) -> int | None:
    """The index of the token that may carry the phrase's last word; inner words must stand as they are."""
    index = first
    for position, key in enumerate(keys):
        if position:
            index += 1
            while index < len(tokens) and tokens[index].text in "-–—’'":
                index += 1
        if index >= len(tokens) or index in taken:
            return None
        if position < len(keys) - 1 and tokens[index].key != key:
            return None
    return index if tokens[index].key.startswith(_trunk(keys[-1])) else None


@lru_cache(maxsize=8192)
def _trunk(key: str) -> str:
    """What of a word is in all its forms: all but a last letter that may soften or drop."""
    return key[:-1] if key[-1] in "qkt" else key


def _readings_as(token: Token, lemma: str) -> tuple[Features, ...]:
    if token.tail:
        return token.tail if token.key == lemma else ()
    found = [analysis.features for analysis in analyse(token.key) if analysis.stem == lemma]
    return _order(found + compound_readings(token.key, lemma))


def _order(readings: list[Features]) -> tuple[Features, ...]:
    """The likeliest reading first: bare, then third-person possessives, then cases."""
    return tuple(
        sorted(dict.fromkeys(readings), key=lambda f: (f.possessor not in ("", "3"), f.case == "Acc"))
    )


def _word_at(tokens: list[Token], index: int) -> Unit | None:
    token = tokens[index]
    if token.key.startswith(_ABLE) and index and tokens[index - 1].key[-1:] in ("a", "ə"):
        return Unit(index, index, (), (BARE,), _able(tokens[index - 1].key), (VerbForm(Form.CAN),))
    noun = find_noun(token.key, token.capital)
    verbs, forms = find_verb(token.key)
    if token.capital and index and tokens[index - 1].is_word:
        verbs = ()  # a name that looks like a verb («Almaz»)
    chosen = None
    if noun:
        analyses, entries = noun
        length = len(analyses[0].stem)
        upper = token.text[:length].isupper() and not token.text[length:].isupper()  # «AİDA» is no «Aİ-də»
        fitting = tuple(e for e in entries if (token.capital or not e.proper) and (upper or not e.acronym))
        if fitting:
            readings = token.tail or _order([found.features for found in analyses])
            if all(entry.proper and entry.type != "parliament" for entry in fitting):
                readings = tuple(r for r in readings if not r.possessor) or readings
            chosen = Unit(index, index, _rank(fitting), readings, stem=analyses[0].stem)
    if verbs and (chosen is None or (chosen.type not in ("state", "place", "people") and _is_verb(forms))):
        return Unit(index, index, (), (BARE,), verbs, forms)
    return chosen


_ABLE = ("bilər", "bilməz", "biləcə")
"""«-A bilər», «-A biləcək»: what may come to be, or may not."""


@lru_cache(maxsize=8192)
def _able(key: str) -> tuple[Verb, ...]:
    """The verb that a form in -A before «bilər» is of («aça», «başlaya»)."""
    verbs = words().verbs
    return tuple(verbs.get(key[:-1].removesuffix("y"), ()) or verbs.get(key[:-1], ()))


def _rank(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    order = {"state": 0, "place": 1, "people": 2}
    return tuple(
        sorted(dict.fromkeys(entries), key=lambda entry: (entry.ambiguous, order.get(entry.type, 3)))
    )


def _is_verb(forms: tuple[VerbForm, ...]) -> bool:
    return any(form.form is not Form.WILL for form in forms)


_COMPOUND_END = "kəndi"


def _compounds(key: str) -> list[Analysis]:
    """The analyses of a place that is a compound in one word («Xankəndində»)."""
    stem = key[: key.find(_COMPOUND_END) + len(_COMPOUND_END)]
    if not stem.endswith(_COMPOUND_END) or len(stem) == len(_COMPOUND_END):
        return []
    return [Analysis(stem, features) for features in compound_readings(key, stem)]


@lru_cache(maxsize=65536)
def find_noun(key: str, capital: bool = False) -> tuple[tuple[Analysis, ...], tuple[Entry, ...]] | None:
    """The analyses of the longest stem that the lexicon has, and what it means.

    With a capital letter, a state's name goes before a longer word («Moldovanın» is Moldova's, no Moldovan's).
    """
    single = words().single
    found: dict[str, list[Analysis]] = {}
    for analysis in (*analyse(key), *_compounds(key)):
        if analysis.stem in single:
            found.setdefault(analysis.stem, []).append(analysis)
    if not found:
        return None
    states = [stem for stem in found if capital and any(entry.type == "state" for entry in single[stem])]
    stem = max(states or found, key=len)
    return tuple(found[stem]), tuple(single[stem])


@lru_cache(maxsize=65536)
def find_verb(key: str) -> tuple[tuple[Verb, ...], tuple[VerbForm, ...]]:
    """The verbs with the longest stem before a legal ending, and the forms that the ending may make."""
    verbs = words().verbs
    for cut in range(len(key) - 1, 0, -1):
        found = verbs.get(key[:cut])
        if found:
            forms = analyse_ending(key[:cut], key[cut:])
            if forms:
                return tuple(found), forms
    return (), ()
