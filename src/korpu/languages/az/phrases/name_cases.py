"""Which case what stands around a name asks for: «… Trampa orden verilib», «… Trampı nazir qarşılayıb»."""

from __future__ import annotations

import re

from korpu.languages.az.morphology import VOWELS, Analysis, analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Sentence
from korpu.languages.az.phrases.surnames import ends_in_with, given_names, name_words
from korpu.languages.az.words import is_passive, words

_REACH = 14
"""So many words ahead a name's verb may stand."""


def is_asked_for(sentence: Sentence, index: int, found: Analysis) -> bool:
    """Whether a reading of an unknown name has the case that its own letters or the words around ask for."""
    case, stem = found.features.case, found.stem
    if case == "Gen":
        return len(stem) > 2 and _wants_genitive(sentence, index, stem)
    if case == "Ins":
        return len(stem) > 2 and (
            ends_in_with(sentence, index) or _comes(sentence, index, _MEETS) is not None
        )
    if case in ("Abl", "Ter"):
        return len(stem) > 4 or (len(stem) > 1 and _is_named(sentence, index))
    if case == "Dat":
        return _is_dative(sentence, index, stem)
    if case == "Acc":
        return _is_accusative(sentence, index, stem)
    return False


def _is_named(sentence: Sentence, index: int) -> bool:
    """Whether a given name stands right before it, or a particle («de»)."""
    if index == 0 or not sentence.tokens[index - 1].is_word:
        return False
    return sentence.tokens[index - 1].capital or sentence.key(index - 1) in name_words("particle")


def _wants_genitive(sentence: Sentence, index: int, stem: str) -> bool:
    """Whether a possessed noun or a verbal noun comes within a few words («… səfəri», «… bildirdiyini»)."""
    if sentence.tokens[index].key.endswith(("nin", "nün", "nun")) and stem[-1:] in VOWELS:
        return True
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


_MEETS = ("görüş", "daniş", "müzakirə", "söhbət", "araya")
_GIVES = tuple(
    fold(
        "nəsib qismət təqdim bağışlan bağışla veril verib ver göndər çatdır yetir ünvanlan yaz yol oxun təşəkkür zəng müraciət "
        "deyil bildiril təklif tapşır göstəril izah həsr sual gəl"
    ).split()
)
_GIFTS = tuple(
    fold(
        "etimadnamə orden medal mükafat nişan premiya məktub dəvət salam hədiyyə sual ad adı nota sənəd diplom təbrik "
        "təşəkkür zəng mesaj başsağlığı arayış təklif müraciət kitab məlumat tapşırıq səs nüsxə teleqram protokol"
    ).split()
)
_TAKES = tuple(
    fold(
        "qəbul təltif qarşıla müşayiət mükafatlandır yola dəvət təbrik tanı dəstəklə seç əvəz tənqid alqışla salamla dinlə "
        "çağır təyin ittiham gözlə xatırla məğlub inandır narahat müdafiə tərk həbs ziyarət vəzifə ev"
    ).split()
)
OF_DATIVE = frozenset(fold("görə qarşı aid dair həsr məxsus xas ünvanlanan ünvanlanmış yönəlik").split())
"""Words that take what is right before them in the dative."""


def _comes(sentence: Sentence, index: int, starts: tuple[str, ...]) -> int | None:
    """The first token ahead that begins so."""
    for ahead in range(index + 1, min(index + _REACH, len(sentence.tokens))):
        if sentence.key(ahead).startswith(starts):
            return ahead
    return None


def _is_dative(sentence: Sentence, index: int, stem: str) -> bool:
    text, key = sentence.tokens[index].text, sentence.tokens[index].key
    if stem[-1] in VOWELS:
        return _has_glide(text, key, stem)
    if len(stem) < 3:
        return False
    if sentence.key(index + 1) in OF_DATIVE:
        return True
    if key.endswith("ə"):  # foreign names end in e or a, and in no ə of their own
        given = sentence.key(index - 1) in given_names() if key.endswith("də") else _is_named(sentence, index)
        return given and key not in name_words("woman")
    return len(stem) > 3 and _is_given_to(sentence, index)


def _has_glide(text: str, key: str, stem: str) -> bool:
    """Whether a name takes the dative with a glide and in harmony: «Nurlu-ya», «Kariani-yə»; not «Beri-ya»."""
    if not key.endswith(("ya", "yə")) or len(stem) > len(text):
        return False
    return key.endswith("yə") or text[len(stem) - 1] not in "iİ"


def _is_given_to(sentence: Sentence, index: int) -> bool:
    """Whether something is given to the person: named before («etimadnaməsini … Şultsa təqdim edib»), or passive."""
    verb = _comes(sentence, index, _GIVES)
    if verb is None or _comes(sentence, index, ("tərəfindən",)):
        return False
    before = any(token.key.startswith(_GIFTS) for token in sentence.tokens[:index])
    gift = before or any(
        token.key.startswith(_GIFTS) for token in sentence.tokens[index + 1 : index + _REACH]
    )
    if not gift:
        return False
    end = min(index + _REACH, len(sentence.tokens))
    passive = any(
        is_passive(sentence.key(at)) or sentence.key(at).startswith("gəl") for at in range(verb, end)
    )
    return before or passive or _has_subject(sentence, index, end)


_DONE_TO = tuple(fold("olun edil").split())


def _is_accusative(sentence: Sentence, index: int, stem: str) -> bool:
    if len(stem) < 3 or sentence.key(index + 1) == "tərəfindən":
        return False
    vowel = stem[-2] if stem[-1] == "n" else stem[-1]
    if vowel in VOWELS and _is_seldom_own(sentence, index, vowel, stem):
        return True
    verb = _comes(sentence, index, _TAKES)
    if verb is None or _comes(sentence, index, ("tərəfindən",)) or _is_done_to(sentence, verb):
        return False
    if sentence.key(verb + 1).startswith(_DONE_TO):
        return False  # «X … səfir təyin olunub»: who is appointed is the subject
    end = min(index + _REACH, len(sentence.tokens))
    if _has_subject(sentence, index, end) or _has_subject(sentence, 0, index):
        return True
    return not _has_object(sentence, index, verb)


def _is_done_to(sentence: Sentence, verb: int) -> bool:
    """Whether a verb, or the light one behind its noun, is passive: «təltif edilib», «qarşılanıb»."""
    key = sentence.key(verb)
    return (
        sentence.key(verb + 1).startswith(("edil", "olun")) or is_passive(key) or bool(_PASSIVE.search(key))
    )


_PASSIVE = re.compile(r"(?:[aə]n|[iuü]l)(?:[iuü]b|m[iuü]ş|d[iuü]|[aə]c)")


def _is_seldom_own(sentence: Sentence, index: int, vowel: str, stem: str) -> bool:
    """Whether few names end so by themselves: in -anı, -onu, -unu, -ını."""
    return vowel in "aouü" or (vowel == "i" and sentence.tokens[index].text.endswith("ını")) or (
        vowel == "e" and stem[-1] == "e" and len(stem) > 4
    )  # fmt: skip


def _has_object(sentence: Sentence, index: int, verb: int) -> bool:
    """Whether another word may be what the verb takes: in front of the name's title, or between it and the verb."""
    others = [at for at in range(verb) if at < index - 3 or at > index]
    return any(_may_be_taken(sentence, at, at == verb - 1) for at in others if sentence.tokens[at].is_word)


def _may_be_taken(sentence: Sentence, index: int, beside: bool) -> bool:
    """Whether a word is in the accusative; where it may be possessed as well, only beside the verb."""
    readings = [found.features for found in analyse(sentence.key(index)) if len(found.stem) > 2]
    taken = any(reading.case == "Acc" for reading in readings)
    owned = any(reading.possessor == "3" and reading.case == "Nom" for reading in readings)
    return taken and (beside or not owned)


_SUBJECTS = frozenset(
    {"office", "role", "parliament", "organisation", "state", "people", "colleague", "institution"}
)


def _has_subject(sentence: Sentence, first: int, end: int) -> bool:
    """Whether somebody stands between two tokens who may be the one who does it."""
    return any(_may_do(sentence, index) for index in range(first + 1, end))


def _may_do(sentence: Sentence, index: int) -> bool:
    key = sentence.key(index)
    if key.endswith(("lar", "lər")) or key in _ANYBODY:
        return True
    single = words().single
    return any(
        found.features.case == "Nom" and not found.features.copula
        and any(entry.type in _SUBJECTS for entry in single.get(found.stem, ()))
        for found in analyse(key)
    )  # fmt: skip


_ANYBODY = frozenset(fold("özü biri heç xalq hamı onlar biz kim").split())
