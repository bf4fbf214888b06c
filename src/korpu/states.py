"""The states: from what a person types to the code, and from the code to a name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from korpu.errors import Sentence, WrongUse
from korpu.lexicon import Row, read_table, split_forms

NAME_COLUMNS = ("short", "official", "other", "acronyms")
LANGUAGES = ("az", "en")

FORMER_STATES = frozenset({"SU"})
"""Codes of states that are no more."""

# The letters that Unicode does not take apart into a Latin letter and a mark. Dotted and dotless i
# fall together, as do all that Azerbaijani text has had for the schwa.
LETTERS = str.maketrans({"ı": "i", "ə": "e", "ә": "e", "ǝ": "e", "&": " and "})
JOINERS = str.maketrans({"-": " ", "–": " ", "—": " ", "'": "", "’": "", "ʼ": "", "`": "", ".": "", ",": ""})

# The case endings that a name takes (azerbaijani noun morphology), as `name_key` leaves their letters.
CASE_ENDINGS = (
    "in", "un", "nin", "nun", "i", "u", "ni", "nu", "a", "e", "ya", "ye", "na", "ne",
    "da", "de", "nda", "nde", "dan", "den", "ndan", "nden", "daki", "deki", "ndaki", "ndeki",
    "la", "le", "yla", "yle", "li", "lu",
)  # fmt: skip


LONGEST_NAME = 4
"""Words that a name of a state is looked for in."""


class UnknownState(WrongUse):
    """What was typed names no state, or more than one; the message says which it may have meant."""


def find_state(text: str) -> str:
    """Return the code of the state that `text` names: ISO 3166-1 alpha-2, or `SU`.

    A code (alpha-2 or alpha-3) in any case wins over a name; so `AR` is Argentina. A name may be Azerbaijani
    (also without its own letters, in any case of the noun, an acronym) or English.

    >>> find_state("kz"), find_state("QAZAXISTANIN"), find_state("Boyuk Britaniya"), find_state("Turkey")
    ('KZ', 'KZ', 'GB', 'TR')

    Raises:
        UnknownState: no state has this name, or several have.
    """
    key = name_key(text)
    if (code := key.upper()) in state_codes():
        return code
    for codes in _readings(key):
        if len(codes) == 1:
            return next(iter(codes))
        if codes:
            raise UnknownState(
                "«{text}» is the name of several states: {states}. Give one of these codes.",
                text=text,
                states=_listed(sorted(codes)),
            )
    raise UnknownState("«{text}» names no state. {advice}", text=text, advice=_advice(key))


def state_name(code: str, language: str) -> str:
    """Return the name that the press of `language` (`az` or `en`, any subtag ignored) gives the state.

    >>> state_name("KR", "az"), state_name("CD", "en")
    ('Cənubi Koreya', 'DR Congo')

    Raises:
        UnknownState: `code` is no state's code (codes are in capitals).
        WrongUse: there are no names in that language.
    """
    row = _states().get(code)
    if row is None:
        raise UnknownState(f"«{code}» is no state's code. Give an ISO 3166-1 alpha-2 code, such as AZ.")
    match language.partition("-")[0]:
        case "az":
            return row["short"].removeprefix("?")
        case "en":
            return _english_name(code)
    raise WrongUse(f"There are no names of states in «{language}». Choose one of {', '.join(LANGUAGES)}.")


def state_codes() -> frozenset[str]:
    """Return the codes of all states: ISO 3166-1 alpha-2, `XK` and `SU`."""
    return frozenset(_states())


def name_key(text: str) -> str:
    """Return `text` so that spellings of one name agree: no case, no marks, no hyphens, one space.

    >>> name_key("Kot-d’İvuar") == name_key("KOT DIVUAR"), name_key("Əfqanıstan")
    (True, 'efqanistan')
    """
    # Casefolding can bring marks back (ŉ), and so can taking apart: hence both, twice.
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).casefold()
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return " ".join(bare.translate(LETTERS).translate(JOINERS).split())


@lru_cache(maxsize=65536)
def states_in(text: str) -> frozenset[str]:
    """Return the codes of the states whose Azerbaijani names are among the words of `text`, in whatever case.

    >>> sorted(states_in("Ekvatorial Qvineya Milli Statistika İnstitutu")), sorted(states_in("Balkan icmalı"))
    (['GQ'], [])
    """
    words = name_key(text).split()
    found: set[str] = set()
    place = 0
    while place < len(words):
        for length in range(min(LONGEST_NAME, len(words) - place), 0, -1):
            codes = _one_of(" ".join(words[place : place + length]))
            if codes:
                found |= codes
                place += length - 1
                break
        place += 1
    return frozenset(found)


def _one_of(key: str) -> frozenset[str]:
    """The state that a key names in Azerbaijani; none where it may be several."""
    names = _names()
    stems = (key, *(key.removesuffix(ending) for ending in CASE_ENDINGS if key.endswith(ending)))
    return next((names[stem] for stem in stems if len(names.get(stem, ())) == 1), frozenset())


@cache
def _states() -> dict[str, Row]:
    return {row["code"]: row for row in read_table("languages/az/lexicon", "states")}


def _readings(key: str) -> Iterable[frozenset[str]]:
    """Yield what `key` may name, the surest reading first; a later one is not worked out until asked for."""
    names = _names()
    yield names.get(key, frozenset())
    yield _english_names().get(key, frozenset())
    for ending in CASE_ENDINGS:
        if key.endswith(ending):
            yield names.get(key.removesuffix(ending), frozenset())


@cache
def _names() -> dict[str, frozenset[str]]:
    """Azerbaijani names by key. A name that marks one state as doubtful gives way to one that does not."""
    sure: dict[str, set[str]] = {}
    doubtful: dict[str, set[str]] = {}
    for code, row in _states().items():
        for column in NAME_COLUMNS:
            for form, marked in split_forms(row[column]):
                (doubtful if marked else sure).setdefault(name_key(form), set()).add(code)
    return {key: frozenset(codes) for key, codes in (doubtful | sure).items()}


@cache
def _english_names() -> dict[str, frozenset[str]]:
    """English names and alpha-3 codes by key. Babel is slow to import, so only a search that needs it does."""
    from babel.core import get_global

    found: dict[str, set[str]] = {}
    for code in _states():
        row = _english_rows().get(code, {"name": "", "other": ""})
        for name in (_english_name(code), _cldr_name(code), *row["other"].split("|")):
            found.setdefault(name_key(name), set()).add(code)
    for alias, codes in get_global("territory_aliases").items():
        if len(alias) == 3 and alias.isalpha() and len(codes) == 1 and codes[0] in _states():
            found.setdefault(alias.lower(), set()).add(codes[0])
    found.pop("", None)
    return {key: frozenset(codes) for key, codes in found.items()}


@cache
def _english_rows() -> dict[str, Row]:
    return {row["code"]: row for row in read_table("", "english_names")}


def _english_name(code: str) -> str:
    row = _english_rows().get(code)
    return (row and row["name"]) or _cldr_name(code)


def _cldr_name(code: str) -> str:
    """CLDR's English name, «&» written out; "" where it has none (SU)."""
    from babel import Locale

    return str(Locale("en").territories.get(code, "")).replace(" & ", " and ")


def _advice(key: str) -> Sentence:
    """Say what may have been meant: the state of that capital, else names that are spelt nearly so."""
    from difflib import get_close_matches

    for code, row in _states().items():
        if any(name_key(form) == key for form, _ in split_forms(row["capitals"])):
            return Sentence("It is the capital of {state}; give the state.", state=_listed([code]))
    known = _english_names() | _names()
    near = get_close_matches(key, known, n=5, cutoff=0.7) if len(key) > 3 else []  # codes are all near
    codes = list(dict.fromkeys(code for name in near for code in sorted(known[name])))[:3]
    if codes:
        return Sentence("Did you mean {states}?", states=_listed(codes))
    return Sentence("Give an ISO 3166-1 code, such as AZ, or a name in Azerbaijani or English.")


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(f"{state_name(code, 'az')} ({code})" for code in codes)
