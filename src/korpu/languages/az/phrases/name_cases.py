"""Which case what stands around a name asks for: «… Trampa orden verilib», «… Trampı nazir qarşılayıb».

Each case of a name has a weight, the logarithm of a likelihood up to a constant: 0 where the words around ask for it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from korpu.languages.az.morphology import VOWELS, Analysis, analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.name_stems import is_noun
from korpu.languages.az.phrases.phrase import Sentence
from korpu.languages.az.phrases.surnames import ends_in_with, given_names, name_words
from korpu.languages.az.words import FOLDER, is_passive, words
from korpu.lexicon import read_table


@cache
def context_words(sort: str) -> tuple[str, ...]:
    """Return the folded words, or what words begin or end with, of one sort of `name_contexts.tsv`.

    >>> "dair" in context_words("of_dative")
    True
    """
    rows = read_table(FOLDER, "name_contexts")
    return tuple(fold(word) for row in rows if row["sort"] == sort for word in row["words"].split("|"))


_REACH = 14
"""So many words ahead a name's verb may stand."""


def case_weight(sentence: Sentence, index: int, found: Analysis) -> float:
    """Return how the words around a name speak for the case of a reading, the stem's letters left aside."""
    case, stem = found.features.case, found.stem
    if case == "Nom":
        return _weigh_nominative(sentence, index)
    if case == "Gen":
        return 0.0 if _wants_genitive(sentence, index) else -5.0
    if case == "Ins":
        is_with = ends_in_with(sentence, index) or _comes(sentence, index, context_words("meets")) is not None
        return -0.5 if is_with else -2.0
    if case == "Dat":
        return _weigh_dative(sentence, index, stem)
    if case == "Acc":
        return _weigh_accusative(sentence, index)
    return _WEIGHTS[case]


_WEIGHTS = {"Abl": -1.0, "Ter": -2.0, "Loc": -7.0}


def _is_named(sentence: Sentence, index: int) -> bool:
    """Whether a given name stands right before it, or a particle («de»)."""
    if index == 0 or not sentence.tokens[index - 1].is_word:
        return False
    return sentence.tokens[index - 1].capital or sentence.key(index - 1) in name_words("particle")


def _wants_genitive(sentence: Sentence, index: int) -> bool:
    """Whether a possessed noun or a verbal noun comes within a few words («… səfəri», «… bildirdiyini»)."""
    if sentence.tokens[index].key.endswith(("nin", "nün", "nun")):
        return True  # few names end so by themselves
    for ahead in range(index + 1, min(index + _REACH, len(sentence.tokens))):
        key = sentence.key(ahead)
        if key == "," and _lists_owners(sentence, ahead):
            return True
        if key in (",", ";", ".", "ilə") or (key == "-" and not sentence.tokens[ahead].glued):
            return False
        if any(reading.features.possessor == "3" for reading in analyse(key)) and len(key) > 3:
            return True
    return False


def _lists_owners(sentence: Sentence, comma: int) -> bool:
    """Whether the list that goes on behind a comma is of genitives throughout («X-in, Y-in və Z-in etimadnamələri»)."""
    end = min(comma + _REACH, len(sentence.tokens) - 1)
    both = next((at for at in range(comma + 1, end) if sentence.key(at) == "və"), None)
    if both is None or not _is_owner(sentence, both - 1):
        return False
    last = next((at for at in range(both + 1, min(both + 8, end)) if _is_owner(sentence, at)), None)
    return last is not None and any(
        found.features.possessor == "3" for found in analyse(sentence.key(last + 1))
    )


def _is_owner(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].capital and sentence.key(index).endswith(("in", "un", "ün"))


def _comes(sentence: Sentence, index: int, starts: tuple[str, ...]) -> int | None:
    """The first token ahead that begins so."""
    for ahead in range(index + 1, min(index + _REACH, len(sentence.tokens))):
        if sentence.key(ahead).startswith(starts):
            return ahead
    return None


def _weigh_dative(sentence: Sentence, index: int, stem: str) -> float:
    if sentence.key(index + 1) in context_words("of_dative"):
        return 1.0
    key = sentence.tokens[index].key
    if key.endswith("ə") and _is_named(
        sentence, index
    ):  # foreign names end in e or a, and in no ə of their own
        known = sentence.key(index - 1) in given_names() or not key.endswith("də")
        return 0.0 if known and key not in name_words("woman") else -4.0
    verb = _comes(sentence, index, context_words("gives"))
    if verb is None or _comes(sentence, index, ("tərəfindən",)):
        if _is_gift(sentence.key(index + 1)) and _subjects(sentence, -1, max(0, index - 2)):
            return -0.3  # «Deputat Anar Nurlu Helmi Şanlıya nişan taxıb»
        return -3.0 if stem[-1] in VOWELS else -6.0  # «-oya» is seldom a name's own
    if sentence.key(verb).startswith(context_words("arrives")) and not _is_gift_there(sentence, index):
        return -5.0
    main = _verb(sentence, index)
    if main is None or _is_done(sentence, main) or sentence.key(main).endswith(context_words("many")):
        return -0.3
    given = sentence.key(main).startswith(("gəl", "ol")) or _doers(sentence, index, main) > 0
    return -0.3 if given else -5.0


def _is_gift_there(sentence: Sentence, index: int) -> bool:
    """Whether something is named that is given to somebody («məktub»)."""
    end = min(index + _REACH, len(sentence.tokens))
    return any(_is_gift(sentence.key(at)) for at in range(end) if at != index)


@lru_cache(maxsize=8192)
def _is_gift(key: str) -> bool:
    return any(found.stem in name_words("gift") for found in analyse(key))


def _doers(sentence: Sentence, index: int, verb: int) -> float:
    """How surely another than the name does it, behind the name or before its title."""
    return max(_subjects(sentence, index, verb), _subjects(sentence, -1, max(0, index - 3)))


def _weigh_nominative(sentence: Sentence, index: int) -> float:
    """What speaks against a name's being the subject: an ending it must have, a verb of many, another subject."""
    if sentence.key(index + 1) in context_words("of_dative"):
        return -3.0
    verb = _verb(sentence, index)
    if verb is None:
        return 0.0
    if sentence.key(verb).endswith(context_words("many")) and not _is_coordinated(sentence, index):
        return -2.5
    if _is_done(sentence, verb):
        gives = sentence.key(verb).startswith(context_words("gives")) or sentence.key(verb - 1).startswith(
            context_words("gives")
        )
        return -1.5 if gives else 0.0
    return (
        -1.0 - _subjects(sentence, index, verb)
        if _is_transitive(sentence, verb) and _subjects(sentence, index, verb)
        else 0.0
    )


def _is_coordinated(sentence: Sentence, index: int) -> bool:
    """Whether others share in what is said of a name: «X və Y gəliblər»."""
    return any(token.key in ("və", ",", "ilə") for token in sentence.tokens[:_REACH])


def _weigh_accusative(sentence: Sentence, index: int) -> float:
    if sentence.key(index + 1) == "tərəfindən":
        return -6.0
    verb = _verb(sentence, index)
    if verb is None or _is_done(sentence, verb) or not _is_transitive(sentence, verb):
        return -9.0
    if sentence.key(verb).endswith(context_words("many")):
        return 0.0
    doers = _doers(sentence, index, verb)
    base = 0.0 if doers >= 1 else -0.8 if doers else -4.5
    return base - (2.0 if _has_object(sentence, index, verb) else 0.0)


_FINITE = re.compile(
    r"\w{2,}(?:[iuü]b|m[iuü]ş|d[iuü]|[iuü]r|[aə]ca[q]|[aə]cək|m[aə]l[iuü]|maqda|məkdə)(?:l[aə]r|[iuü][qk]|[aə]m|[qk])?(?:d[iuü]r)?(?:l[aə]r)?"
)


@lru_cache(maxsize=8192)
def _is_verb(key: str) -> bool:
    if key in context_words("no_verb"):
        return False
    return bool(_FINITE.fullmatch(key))


def _verb(sentence: Sentence, index: int) -> int | None:
    """The next finite verb."""
    tokens = sentence.tokens
    for ahead in range(index + 1, min(index + _REACH, len(tokens))):
        token = tokens[ahead]
        if token.text == ";":
            break
        if token.is_word and not token.capital and _is_verb(token.key) and not _is_noun_like(sentence, ahead):
            return ahead
    return None


def _is_noun_like(sentence: Sentence, index: int) -> bool:
    """Whether a word of a verb's shape is a noun of the tables («nazir»)."""
    key = sentence.key(index)
    return key in words().single or any(is_noun(found.stem) for found in analyse(key))


def _is_transitive(sentence: Sentence, verb: int) -> bool:
    key = sentence.key(verb)
    return not key.startswith(context_words("intransitive")) and sentence.key(verb - 1) not in context_words(
        "own_object"
    )


def _is_done(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is passive: «təltif edilib», «qarşılanıb»."""
    key = sentence.key(verb)
    return key.startswith(("edil", "olun")) or is_passive(key) or bool(_PASSIVE.match(key))


_PASSIVE = re.compile(r"\w{2,}(?:[aə]n|[iuü]l|[iuü]n)(?:[iuü]b|m[iuü]ş|d[iuü](?!r)|[aə]c|[iuü]r)")


def _subjects(sentence: Sentence, first: int, end: int) -> float:
    """How surely somebody between two tokens is the one who does it: 1 for who is known to act, less for another noun."""
    best = 0.0
    for at in range(first + 1, end):
        token = sentence.tokens[at]
        if not token.is_word:
            continue
        if _may_do(sentence, at) and not _owned_next(sentence, at):
            return 1.0
        if (
            first >= 0
            and token.key not in context_words("adverb")
            and not token.tail
            and not _cased(token.key)
        ):
            if token.key in name_words("gift") or (at == end - 1 and token.key in words().nouns_of_verbs):
                continue
            best = 0.5
    return best


def _owned_next(sentence: Sentence, index: int) -> bool:
    """Whether the word is but the first part of a compound: «parlament seçkiləri»."""
    following = sentence.key(index + 1)
    return len(following) > 4 and any(
        found.features.possessor == "3" and found.features.case != "Nom" for found in analyse(following)
    )


@lru_cache(maxsize=8192)
def _cased(key: str) -> bool:
    """Whether a word seems to be in a case of its own, or an object."""
    return any(
        found.features.case != "Nom"
        and len(found.stem) > 2
        and not (found.features.case == "Acc" and key[-1] in "iuü" and _may_own(key))
        for found in analyse(key)
    )


def _may_own(key: str) -> bool:
    """«müavini»: possessed, or an object."""
    return any(found.features.possessor == "3" and found.features.case == "Nom" for found in analyse(key))


def _has_object(sentence: Sentence, index: int, verb: int) -> bool:
    """Whether another word may be what the verb takes: in front of the name's title, or between it and the verb."""
    others = [at for at in range(verb) if at < index - 3 or at > index]
    return any(_may_be_taken(sentence, at, at == verb - 1) for at in others if sentence.tokens[at].is_word)


def _may_be_taken(sentence: Sentence, index: int, beside: bool) -> bool:
    """Whether a word is in the accusative; where it may be possessed as well, only beside the verb."""
    readings = [found.features for found in analyse(sentence.key(index)) if len(found.stem) > 2]
    if beside and sentence.tokens[index - 1].is_word and not _cased(sentence.key(index - 1)):
        beside = False  # «fransız məclisi seçib»
    taken = any(reading.case == "Acc" for reading in readings)
    owned = any(reading.possessor == "3" and reading.case == "Nom" for reading in readings)
    return taken and (beside or not owned)


_SUBJECTS = frozenset(
    {"office", "role", "parliament", "organisation", "state", "people", "colleague", "institution"}
)


def _may_do(sentence: Sentence, index: int) -> bool:
    key = sentence.key(index)
    if key.endswith(("lar", "lər")) or key in name_words("doer"):
        return True
    single = words().single
    return any(
        found.features.case == "Nom" and not found.features.copula
        and any(entry.type in _SUBJECTS for entry in single.get(found.stem, ()))
        for found in analyse(key)
    )  # fmt: skip
