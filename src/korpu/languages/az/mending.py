"""Mending: words that lost their Azerbaijani letters («Azerbaycanin sefirliyi») get them back, for look-up.

Only a word that the lexicon does not know as it stands is mended, and only where all of it, stem and
endings, comes out as a form of a word that the lexicon knows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from korpu.languages.az.morphology import Harmony, harmonies, noun_chains
from korpu.languages.az.orthography import fold, fold_ascii
from korpu.languages.az.tokens import Token
from korpu.languages.az.verbs import verb_chains
from korpu.languages.az.words import words

_SMALL_WORDS = tuple(
    fold(
        "ilə və isə üçün görə ərzində çərçivəsində arasında tərəfindən deyə sonra əvvəl qədər yüz min "
        "barədə barəsində həmin həmçinin eləcə əsasən əsasında nəticəsində müddətində əsnasında ərəfəsində bəri cəmi odur"
    ).split()
)
_SHORTEST_STEM = 2
_VOWELS = "aeəioöuü"


@lru_cache(maxsize=65536)
def mend(key: str) -> str:
    """Return the folded word with its letters restored; the word itself, where it is known or cannot be.

    >>> mend("azerbaycanin"), mend("sefirliyi"), mend("qurulub")
    ('azərbaycanin', 'səfirliyi', 'qurulub')
    """
    small = _small_words().get(key)
    if small:
        return small
    if len(key) <= 3 or not key.isalpha():
        return key
    bare = fold_ascii(key)
    if _is_known(key, bare):
        return key
    return next((mended for mended in _candidates(bare) if _keeps_letters(key, mended)), key)


def _candidates(bare: str) -> Iterator[str]:
    """The forms of the lexicon's words that are written `bare` without their letters, longest stem first."""
    for cut in range(len(bare), _SHORTEST_STEM - 1, -1):
        for of_verbs in (False, True):
            for stem in _stems(of_verbs).get(bare[:cut], ()):
                ending = _ending(stem, bare[cut:], of_verbs) if cut < len(bare) else ""
                if ending is not None:
                    yield _soften(stem, bare[cut - 1]) + ending


def _keeps_letters(key: str, mended: str) -> bool:
    """Whether the letters that the word still has are left alone: mending gives letters and takes none."""
    return all(was == now or was == fold_ascii(now) for was, now in zip(key, mended, strict=True))


def mend_tokens(tokens: list[Token]) -> list[Token]:
    """Return the tokens with mended keys; «ise» is «işə» before «başla-» and behind another, else «isə»."""
    mended = list(tokens)
    for index, token in enumerate(tokens):
        key = mend(token.key)
        if key != token.key and not _is_surname(tokens, index):
            mended[index] = token._replace(key=key)
    for index, token in enumerate(mended[:-1]):
        if token.key != "isə" or tokens[index].key != "ise":
            continue
        again = index > 0 and tokens[index - 1].key == "ise"  # «səfirlik isə işə həmin ilin mayında başlayıb»
        if again or mended[index + 1].key.startswith(_BEGINS):
            mended[index] = token._replace(key="işə")
    return mended


_LOST = frozenset("şçğöü")
"""Letters that are lost together; ə may be lost alone."""


def _is_surname(tokens: list[Token], index: int) -> bool:
    """Whether a word behind an unknown capitalised one lacks letters, but its sentence does not («Maya Sandunun»)."""
    token, before = tokens[index], tokens[index - 1] if index else None
    if before is None or not (token.capital and before.capital and before.is_word):
        return False
    if not set(mend(token.key)) & _LOST - set(token.key):
        return False
    name = mend(before.key)
    return any(not _LOST.isdisjoint(other.key) for other in tokens) and not _is_known(name, fold_ascii(name))


_BEGINS = ("başla", "düş")


def _is_known(key: str, bare: str) -> bool:
    """Whether the word as it stands, `bare` without its letters, is a form of a word of the lexicon."""
    return bool(_known_stem(key, bare))


def longest_known(key: str) -> int:
    """Return how many letters of a folded word are the stem of a word of the lexicon that it is a form of; else 0."""
    return _known_stem(key, fold_ascii(key))


def begins_longer(key: str) -> bool:
    """Return whether some word of the lexicon goes on where a folded word, its lost letters apart, ends."""
    bare = fold_ascii(key)
    stems = _sorted_stems()
    at = bisect_right(stems, bare)
    return at < len(stems) and stems[at].startswith(bare)


@cache
def _sorted_stems() -> list[str]:
    return sorted({*_stems(False), *_stems(True)})


def _known_stem(key: str, bare: str) -> int:
    for cut in range(len(key), _SHORTEST_STEM - 1, -1):
        for of_verbs in (False, True):
            known = _stems(of_verbs).get(bare[:cut])
            if known is None:
                continue
            stem, ending = key[:cut], key[cut:]
            soft = stem[:-1] + {"ğ": "q", "y": "k"}.get(stem[-1], stem[-1])
            if (stem in known or soft in known) and (not ending or _is_ending(stem, ending, of_verbs)):
                return cut
    return 0


def _is_ending(stem: str, ending: str, of_verbs: bool) -> bool:
    vowel = stem[-1] in _VOWELS
    return any(ending in _endings(harmony, vowel, of_verbs) for harmony in harmonies(stem))


def _endings(harmony: Harmony, after_vowel: bool, of_verbs: bool) -> Iterable[str]:
    return verb_chains(harmony, after_vowel) if of_verbs else noun_chains(harmony, after_vowel)


def _soften(stem: str, written: str) -> str:
    """The stem's last letter as it was written: q and k are ğ and y before a vowel."""
    return (
        stem if fold_ascii(stem[-1]) == written else stem[:-1] + {"g": "ğ", "y": "y"}.get(written, stem[-1])
    )


@cache
def _small_words() -> dict[str, str]:
    return {fold_ascii(word): word for word in _SMALL_WORDS}


@cache
def _stems(of_verbs: bool) -> dict[str, tuple[str, ...]]:
    """Stems without their letters (and with a softened end) to the stems as the lexicon has them."""
    index = words()
    known = set(index.verbs) if of_verbs else {*index.single, *index.nouns_of_verbs}
    if not of_verbs:
        known |= {key for found in index.phrases.values() for keys, _ in found for key in keys}
    stems: dict[str, list[str]] = {}
    for stem in sorted(known, key=lambda stem: (-_lost_letters(stem), stem)):
        bare = fold_ascii(stem)
        stems.setdefault(bare, []).append(stem)
        soft = {"q": "g", "k": "y"}.get(stem[-1])
        if soft and len(stem) > 3:
            stems.setdefault(bare[:-1] + soft, []).append(stem)
    return {bare: tuple(found) for bare, found in stems.items()}


_LOSABLE = "əşçğöü"
"""The letters of folded words that careless keyboards lack."""


def _lost_letters(stem: str) -> int:
    """How many letters careless keyboards take from it: of two spellings («Gürcustan») the fullest is right."""
    return sum(map(stem.count, _LOSABLE))


def _ending(stem: str, bare: str, of_verbs: bool) -> str | None:
    """The ending that a word of this stem may have and that is written `bare` without its letters."""
    vowel = stem[-1] in _VOWELS
    for harmony in harmonies(stem):
        found = _bare_endings(harmony, vowel, of_verbs).get(bare)
        if found is not None:
            return found
    return None


@cache
def _bare_endings(harmony: Harmony, after_vowel: bool, of_verbs: bool) -> dict[str, str]:
    endings: dict[str, str] = {}
    for ending in _endings(harmony, after_vowel, of_verbs):
        endings.setdefault(fold_ascii(ending), ending)
    return endings
