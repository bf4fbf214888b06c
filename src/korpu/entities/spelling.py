"""What a word of a name sounds like, in whatever alphabet and by whatever language's letters it is written."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from korpu.lexicon import read_table

FOLDER = "entities"
LOST = "?"
"""Stands for a letter that was lost."""
BARE = "bare"
"""The spelling of a name that has none of the letters that English lacks, and so may have lost their marks."""

_CYRILLIC = re.compile(r"[а-яёәғҝҹһүұөјқңіїєґ]")
_LOST_LETTERS = str.maketrans({"□": LOST, "\ufffd": LOST})
_SMALL = str.maketrans({"İ": "i", "I": "i", "Ý": "ı", "Þ": "ş", "Ð": "ğ"})
_KEPT = {"ş": "S", "ç": "C", "ğ": "k"}
_SOUNDS = str.maketrans(
    {"e": "a", "ə": "a", "o": "u", "ö": "u", "ü": "u", "ı": "i", "q": "k", "g": "k", "x": "h", "w": "v", "j": "J", "c": "J"}
)  # fmt: skip
_BARE = str.maketrans("SC", "sJ")
_COARSE = str.maketrans("bdfzS", "ptvss")
_OWN_WAYS = frozenset({"es", "fr", "cs", "zh", "de", "it", "hu", "ro"})
"""The spellings whose consonants are not to be read as English ones."""
_KEY_LENGTH = 4


@lru_cache(maxsize=65536)
def small(text: str) -> str:
    """Return `text` in small letters, composed; damaged letters mended, lost ones as `?`.

    >>> small("VARºAVA"), small("Ýstanbul")
    ('varºava', 'ıstanbul')
    """
    composed = unicodedata.normalize("NFC", text).translate(_SMALL).translate(_LOST_LETTERS)
    return unicodedata.normalize("NFC", composed.casefold())


def is_cyrillic(text: str) -> bool:
    """Whether a letter of the text, which is in small letters, is Cyrillic."""
    return bool(_CYRILLIC.search(text))


@lru_cache(maxsize=65536)
def spellings_of(name: str) -> tuple[str, ...]:
    """Return the languages in whose own letters `name` seems to be written.

    >>> spellings_of("Camal Salmanov"), spellings_of("Carlos López")
    (('bare',), ('es',))
    """
    text = small(name)
    found = tuple(spelling for spelling, evidence in _evidence() if evidence.search(text))
    return (*found, BARE) if text.isascii() else found


@lru_cache(maxsize=65536)
def sounds(word: str, spellings: tuple[str, ...] = ()) -> frozenset[str]:
    """Return what the word may sound like: as Azerbaijani letters say it, and as each of `spellings` does.

    Two words are one name where they share a sound.

    >>> sounds("Nurjan") & sounds("Нуржан") & sounds("Nurzhan", ("en",))
    frozenset({'nurJan'})
    """
    text = small(word)
    written = {_replace(text, "any")}
    if is_cyrillic(text):
        written |= {_replace(text.replace("г", "h"), "any")}
    written |= {changed for stem in written for changed in _other_beginnings(stem)}
    written |= {_replace(stem, spelling) for stem in written for spelling in spellings if spelling != BARE}
    found = {_reduce(stem) for stem in written} - {""} or {text or "?"}
    # A word without its letters («Resad») is only one with a word that has them: this side of the pair says so.
    if BARE in spellings:
        found |= {f"~{one}" for one in found}
    found |= {f"~{bare_sound(one)}" for one in found if one != bare_sound(one)}
    return frozenset(found | {f"={number}" for one in found for number in _equal_names().get(one, ())})


@lru_cache(maxsize=65536)
def coarse(word: str, spellings: tuple[str, ...] = ()) -> str:
    """Return the consonants of a word, so few of them told apart that all spellings of one name agree.

    >>> coarse("Şıxəliyev") == coarse("Shikhaliyev", ("en",)) == coarse("Шихалиев")
    True
    """
    heard = sounds(word, ("en", *spellings))
    equal = sorted(int(sound[1:]) for sound in heard if sound[0] == "=")
    if equal:
        return f"={equal[0]}"
    text = _replace(
        _replace(small(word), "any"), next((s for s in reversed(spellings) if s in _OWN_WAYS), "en")
    )
    text = next(iter(sorted(_other_beginnings(text))), text)
    consonants = _reduce(text).translate(_COARSE).removeprefix("v")
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^ptvsmnlr]", "", consonants))[:_KEY_LENGTH]


def bare_sound(sound: str) -> str:
    """Return a sound with ş and ç as s and c, which they are without their marks.

    >>> bare_sound("raSat")
    'rasat'
    """
    return sound.translate(_BARE)


def is_lossy(sound: str) -> bool:
    """Whether a letter of the word was lost."""
    return LOST in sound


def _reduce(text: str) -> str:
    """The sounds of a word in small letters: few, as what one language's letters do not tell apart is one."""
    kept = "".join(_KEPT.get(letter, letter) for letter in text)
    bare = "".join(c for c in unicodedata.normalize("NFKD", kept) if not unicodedata.combining(c))
    bare = re.sub(r"[^\w?]", "", bare.translate(_SOUNDS)).replace("nb", "mb").replace("SC", "S")
    bare = bare.removeprefix("y") if text.startswith("ye") else bare
    bare = re.sub(r"(?<=[aiu])y|(?<!^)y(?=[aiu])", "", bare).replace("y", "i" if len(bare) > 1 else "y")
    bare = re.sub(r"(.)\1+", r"\1", bare)
    # A last b or d is said as p and t; an initial is the first of something longer.
    return re.sub(r"d$", "t", re.sub(r"b$", "p", bare)) if len(bare) > 1 else bare


def _replace(text: str, spelling: str) -> str:
    pattern, replacements = _letters()[spelling]
    return pattern.sub(lambda match: replacements[match.lastgroup or ""], text)


@cache
def _letters() -> dict[str, tuple[re.Pattern[str], dict[str, str]]]:
    """For each spelling, what finds its letters, the longest first, and what each sounds like."""
    rows: dict[str, list[tuple[str, str]]] = {}
    for row in read_table(FOLDER, "letters"):
        rows.setdefault(row["spelling"], []).append((row["written"], row["sound"]))
    found = {}
    for spelling, pairs in rows.items():
        pairs.sort(key=lambda pair: -len(pair[0]))
        pattern = "|".join(f"(?P<r{number}>{written})" for number, (written, _) in enumerate(pairs))
        found[spelling] = (
            re.compile(pattern),
            {f"r{number}": sound for number, (_, sound) in enumerate(pairs)},
        )
    return found


@cache
def _evidence() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["spelling"], re.compile(row["evidence"])) for row in read_table(FOLDER, "spellings"))


@cache
def _beginnings() -> tuple[tuple[str, str], ...]:
    rows = (row["names"].split("|") for row in read_table(FOLDER, "equal_names"))
    return tuple((row[0][:-1], row[1][:-1]) for row in rows if row[0].endswith("*"))


def _other_beginnings(text: str) -> set[str]:
    return {other + text[len(one) :] for one, other in _beginnings() if text.startswith(one)}


@cache
def _equal_names() -> dict[str, tuple[int, ...]]:
    """For each sound of a name that several languages have, the numbers of its rows."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(read_table(FOLDER, "equal_names")):
        for name in row["names"].split("|"):
            if not name.endswith("*"):
                text = _replace(small(name), "any")
                heard = {_reduce(text)} | {
                    _reduce(_replace(text, spelling)) for spelling in spellings_of(name) if spelling != BARE
                }
                for sound in heard:
                    found.setdefault(sound, set()).add(number)
    return {sound: tuple(sorted(numbers)) for sound, numbers in found.items()}
