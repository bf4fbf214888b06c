"""Surnames: what they end in, which of them a document has, and the dictionary form of a name that no table has."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache

from korpu.languages.az.morphology import VOWELS, Analysis, Features, analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Sentence
from korpu.languages.az.units import BARE
from korpu.languages.az.words import FOLDER, words
from korpu.lexicon import read_table


@cache
def name_words(sort: str) -> frozenset[str]:
    """Return the folded words of one sort of `names.tsv`.

    >>> "oğlu" in name_words("particle")
    True
    """
    rows = read_table(FOLDER, "names")
    return frozenset(fold(word) for row in rows if row["sort"] == sort for word in row["words"].split("|"))


@lru_cache(maxsize=65536)
def is_closing(key: str) -> bool:
    """Whether a folded word ends as surnames do.

    >>> is_closing("kərimova"), is_closing("bakida")
    (True, False)
    """
    return len(key) > 4 and key.endswith(tuple(name_words("surname_end")))


@lru_cache(maxsize=4)
def surnames(names: frozenset[str]) -> frozenset[str]:
    """Return the folded surnames of a document, whose names hold pairs of capitalised words in a row.

    >>> sorted(surnames(frozenset({"anar nurlu", "anar", "nurlu"})))
    ['nurlu']
    """
    seconds = {name.split()[1] for name in names if " " in name}
    known = words().single
    seconds = {word for word in seconds if len(word) > 2 and not _is_known(word, known)}
    shared: dict[str, set[str]] = {}
    for word in seconds:
        for found in analyse(word):
            if found.features.case != "Nom" and not found.features.possessor:
                shared.setdefault(found.stem, set()).add(word)
    stems = {stem for stem, forms in shared.items() if is_closing(stem) or len(forms) > 1 or stem in seconds}
    cased = {word for stem in stems for word in shared[stem] if not is_closing(word)}
    return frozenset((seconds - cased) | stems)


def _is_known(word: str, known: Collection[str]) -> bool:
    return (
        word in _bodies()
        or ends_organisation(word)
        or any(found.stem in known and not found.features.attributive for found in analyse(word))
    )


@lru_cache(maxsize=65536)
def ends_organisation(key: str) -> bool:
    """Whether a folded word closes the name of an organisation, a place or a document («nazirliyi»)."""
    ends = name_words("organisation_end")
    if key in ends:
        return True
    if len(key) < 5:
        return False
    return any(
        found.stem in ends or (found.features.possessor == "3" and found.stem in _bodies())
        for found in analyse(key)
    )


@cache
def _bodies() -> frozenset[str]:
    """The folded nouns of the last words of organisations: the possessive gives way to a case («Partiyasından»)."""
    return frozenset(
        found.stem
        for end in name_words("organisation_end")
        for found in analyse(end)
        if found.features.possessor == "3" and len(found.stem) > 3
    )


def dictionary_form(sentence: Sentence, index: int) -> tuple[str, Features]:
    """Return the stem of an unknown name and what its endings say; the whole word, where nothing tells.

    In this order: a bare form elsewhere in the document, the same stem under other endings, a closing ending
    of surnames, the noun that follows (a possessed noun wants a genitive before it), the verb that follows.
    """
    key = sentence.tokens[index].key
    if sentence.key(index + 1) in _WANT_NO_CASE:
        return key, BARE
    options = [
        found for found in analyse(key)
        if found.features.case != "Nom" and not found.features.possessor and not found.features.plural
        and not found.features.attributive and len(found.stem) >= 2 and key.startswith(found.stem)
        and not _is_of_those(key, found.stem)
    ]  # fmt: skip
    options.sort(key=lambda found: not _ends_in_vowel(found))
    again = next((found for found in options if _is_named_again(sentence, index, found.stem)), None)
    if again:
        return again.stem, again.features
    known = surnames(sentence.bare_names)
    bare = [found for found in options if found.stem in sentence.bare_names or found.stem in known]
    unlike = key not in sentence.bare_names and key not in known
    if (
        bare
        and (unlike or is_closing(bare[0].stem))
        and (not (is_closing(key) and key.endswith("ova")) or bare[0].stem in sentence.bare_names)
    ):
        return bare[0].stem, bare[0].features
    if _is_longer_elsewhere(sentence, index) or (is_closing(key) and not key.endswith("ova")):
        return key, BARE
    closing = [found for found in options if is_closing(found.stem)]
    if closing and not key.endswith("ova"):
        return closing[0].stem, closing[0].features
    copula = [found for found in analyse(key) if found.features == BARE._replace(copula=True)]
    if copula and len(copula[0].stem) > 2:
        return copula[0].stem, copula[0].features
    if key.endswith(("unun", "ünün")):  # a name in -u more likely than one in -un
        options.sort(key=lambda found: found.stem[-1] not in VOWELS)
    if sentence.tokens[index].text.endswith("nını"):  # «Novotnı» more likely than one in -nın
        options.sort(key=lambda found: found.stem[-1] not in VOWELS)
    wanted = next((found for found in options if _is_wanted(sentence, index, found)), None)
    return (wanted.stem, wanted.features) if wanted else (key, BARE)


def _is_of_those(key: str, stem: str) -> bool:
    """«Səlimli» is no «Səliml» in the accusative: the ending is the surname's own."""
    return len(key) == len(stem) + 1 and stem[-1] == "l" and stem[-2] not in VOWELS


_WANT_NO_CASE = frozenset({"tərəfindən", "ilə", "haqqinda", "barədə", "üçün"})
"""Words that take what is before them without a case («Aytən Kərimova tərəfindən»)."""


def _is_longer_elsewhere(sentence: Sentence, index: int) -> bool:
    """Whether the document has the name with more endings («Rafiq Sarlu» here, «Rafiq Sarlunun» there)."""
    name = f"{sentence.key(index - 1)} {sentence.key(index)}"
    return any(other.startswith(name) and other != name for other in sentence.bare_names)


def _is_named_again(sentence: Sentence, index: int, stem: str) -> bool:
    """Whether the document has the stem bare behind the same given name or an initial («Sergey Kərimov», «S. Kərimov»)."""
    return not {f"{sentence.key(index - 1)} {stem}", f". {stem}"}.isdisjoint(sentence.bare_names)


def _ends_in_vowel(found: Analysis) -> bool:
    """Whether it is a surname whose vowel is its own: «Nurlu-nun», not «Nurlun-un»; «Duda-ya», not «Duday-a»."""
    if found.features.case == "Dat":
        return found.stem[-1] in "aioöuü"
    return found.stem.endswith(tuple(name_words("vowel_end"))) and len(found.stem) > 3


def ends_in_with(sentence: Sentence, index: int) -> bool:
    """Whether a surname ends in -la behind a consonant, as few do by themselves («Makronla»)."""
    key = sentence.tokens[index].key
    behind = sentence.tokens[index - 1].capital if index else False
    return behind and len(key) > 5 and key.endswith(("la", "lə")) and key[-3] not in "aeəioöuül"


def _is_wanted(sentence: Sentence, index: int, found: Analysis) -> bool:
    """Whether what follows asks for the case."""
    key, case = sentence.tokens[index].key, found.features.case
    if case == "Gen":
        return _wants_genitive(sentence, index, found.stem)
    if case == "Ins":
        return len(found.stem) > 2 and (ends_in_with(sentence, index) or _comes(sentence, index, _MEETS))
    if case in ("Abl", "Ter"):
        return len(found.stem) > 4
    if case == "Dat":
        return _has_glide(sentence.tokens[index].text, key, found.stem) or (
            len(found.stem) > 3 and _is_given_to(sentence, index)
        )
    if case == "Acc":
        passive = _comes(sentence, index, ("tərəfindən",))
        return len(found.stem) > 3 and not passive and _comes(sentence, index, _TAKES)
    return False


def _has_glide(text: str, key: str, stem: str) -> bool:
    """Whether a name takes the dative with a glide and in harmony: «Nurlu-ya», «Kariani-yə»; not «Beri-ya»."""
    if not key.endswith(("ya", "yə")) or stem[-1] not in VOWELS or len(stem) > len(text):
        return False
    return key.endswith("yə") or text[len(stem) - 1] not in "iİ"


def _wants_genitive(sentence: Sentence, index: int, stem: str) -> bool:
    """Whether a possessed noun or a verbal noun comes within a few words («… səfəri», «… bildirdiyini»)."""
    if sentence.tokens[index].key.endswith(("nin", "nün", "nun")) and stem[-1:] in "aeəiouü":
        return True
    for ahead in range(index + 1, min(index + 14, len(sentence.tokens))):
        key = sentence.key(ahead)
        if key in (",", ";", ".", "ilə") or (key == "-" and not sentence.tokens[ahead].glued):
            return False
        if any(found.features.possessor == "3" for found in analyse(key)) and len(key) > 3:
            return True
    return False


_MEETS = ("görüş", "daniş", "müzakirə", "söhbət", "araya")
_GIVES = ("təqdim", "bağişla", "ver", "tapşir")
_TAKES = ("qəbul", "təltif", "qarşila", "müşayiət", "mükafatlandir", "yola", "dəvət")


def _comes(sentence: Sentence, index: int, starts: tuple[str, ...]) -> bool:
    end = min(index + 14, len(sentence.tokens))
    return any(sentence.key(ahead).startswith(starts) for ahead in range(index + 1, end))


def _is_given_to(sentence: Sentence, index: int) -> bool:
    """Whether something is given to the person: named before («etimadnaməsini … Şultsa təqdim edib»), or passive."""
    if not _comes(sentence, index, _GIVES):
        return False
    told = any(token.key.startswith(_GIFTS) for token in sentence.tokens[:index])
    passive = _comes(sentence, index, ("edil", "olun", "veril", "bağişlan"))
    return told or (passive and _comes(sentence, index, _GIFTS))


_GIFTS = ("etimadnamə", "orden", "medal", "mükafat", "nişan", "premiya")
