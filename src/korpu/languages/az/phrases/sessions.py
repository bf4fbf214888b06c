"""Sessions of the intergovernmental commission, with their ordinal («5-ci iclası», «beşincisi»), and the commission itself."""

from __future__ import annotations

from functools import lru_cache

from korpu.languages.az.morphology import Features, analyse
from korpu.languages.az.ordinals import find_ordinals
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.units import BARE

_COMMISSION = "komissiya"
_BETWEEN_GOVERNMENTS = tuple(fold("hökumətlərarası dövlətlərarası").split())
_SESSIONS = frozenset(fold("iclas toplantı sessiya").split())
SESSION_HEADS = (_COMMISSION, *sorted(_SESSIONS))
_NEXT = fold("növbəti")
_ELLIPTIC = ("si", "su", "sü", "sini", "sinin", "sunu", "sünü", "sinə", "sina", "suna", "sünə")
_FARTHEST = 8


def compose_sessions(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with each commission and each of its sessions in place of the words that they are made of.

    One that the sentence itself tells to be of governments has a `name`; another is the one told of last.
    """
    if not any(token.key.startswith(SESSION_HEADS) for token in sentence.tokens):
        return phrases
    taken = {i for p in phrases if p.type == "title" for i in range(p.first, p.last + 1)}
    commissions = [c for c in _commissions(sentence, phrases) if c.first not in taken]
    sessions = [s for s in _sessions(sentence, phrases, commissions) if s.last not in taken]
    held = {s.first for s in sessions}
    found = [*sessions, *(c for c in commissions if c.first not in held)]
    kept = [_other(p) for p in phrases if p.type != "commission" and not any(_is_in(p, new) for new in found)]
    return sorted([*kept, *found], key=lambda phrase: phrase.first)


def _other(phrase: Phrase) -> Phrase:
    """A session of something else, which no commission told of before has held."""
    if phrase.type != "session":
        return phrase
    owned = any(reading.possessor == "3" for reading in phrase.readings)  # a council's, and no commission's
    return phrase._replace(attributes={"sort": "other"}, concept="assembly" if owned else phrase.concept)


def _is_in(phrase: Phrase, whole: Phrase) -> bool:
    return (
        whole.first <= phrase.first
        and phrase.last <= whole.last
        and phrase.type not in ("state", "pair", "date")
    )


def _commissions(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    found: list[Phrase] = []
    known = {p.last: p for p in phrases if p.type == "commission"}
    for index, token in enumerate(sentence.tokens):
        readings = _readings(token.key, frozenset({_COMMISSION}))
        if not readings:
            continue
        first = known[index].first if index in known else _between_governments(sentence, phrases, index)
        if first is not None and _is_of_body(phrases, first):
            continue
        if first is not None:
            found.append(_phrase("commission", first, index, readings, {"name": "yes"}))
        elif _is_bare(sentence, index, readings):
            found.append(_phrase("commission", index, index, readings, {}))
    return found


def _is_of_body(phrases: list[Phrase], first: int) -> bool:
    """Whether it is an organisation's or a project's own («TRASEKA Hökumətlərarası Komissiyası»), of more states than two."""
    return any(p.last == first - 1 and p.type in ("organisation", "project") for p in phrases)


@lru_cache(maxsize=8192)
def _readings(key: str, nouns: frozenset[str]) -> tuple[Features, ...]:
    return tuple(found.features for found in analyse(key) if found.stem in nouns)


def _phrase(
    type_: str, first: int, last: int, readings: tuple[Features, ...], attributes: dict[str, str]
) -> Phrase:
    return Phrase(first, last, type_, "", readings, type_, attributes)


def _between_governments(sentence: Sentence, phrases: list[Phrase], index: int) -> int | None:
    verbs = {p.last for p in phrases if p.type == "verb"}
    for before in range(index - 1, max(-1, index - _FARTHEST), -1):
        if before in verbs or sentence.key(before) in (",", ";"):
            return None
        if sentence.key(before).startswith(_BETWEEN_GOVERNMENTS):
            return before
    return None


_BEFORE = frozenset({"ki", "bu", "həmin", "isə", "da", "də"})


def _is_bare(sentence: Sentence, index: int, readings: tuple[Features, ...]) -> bool:
    """«Komissiyanın»: not someone's («seçki komissiyası»), and with no word of its own before it."""
    before = sentence.tokens[index - 1] if index else None
    starts = before is None or not before.is_word or before.key in _BEFORE or before.key in _SESSIONS
    return starts and not any(reading.possessor for reading in readings)


def _sessions(sentence: Sentence, phrases: list[Phrase], commissions: list[Phrase]) -> list[Phrase]:
    found: list[Phrase] = []
    ordinals = _ordinals(sentence)
    for index, token in enumerate(sentence.tokens):
        readings = _readings(token.key, _SESSIONS)
        if readings:
            session = _session(sentence, commissions, ordinals, index, readings)
            if session:
                named = {**session.attributes, **_name_of(found[-1] if found else None)}
                found.append(session._replace(attributes=named))
        elif index in ordinals and found and token.key.endswith(_ELLIPTIC):
            attributes = {"ordinal": ordinals[index][1], **_name_of(found[-1])}
            readings = (_DATIVE,) if token.key.endswith(("ə", "a")) else (BARE,)
            found.append(_phrase("session", index, index, readings, attributes))
        elif index in ordinals and commissions and _is_of_later(sentence, index):
            attributes = {"ordinal": ordinals[index][1], **_name_of(commissions[-1])}
            found.append(_phrase("session", ordinals[index][0], index, (_ACCUSATIVE,), attributes))
    return found


_DATIVE, _ACCUSATIVE = Features("Dat", "3"), Features("Acc", "3")


def _is_of_later(sentence: Sentence, index: int) -> bool:
    """Whether an ordinal before a comma counts a session that stands behind («Praqada ikinci, Bakıda isə üçüncü iclasını»)."""
    if sentence.key(index + 1) not in (",", "və"):
        return False
    behind = range(index + 2, len(sentence.tokens))
    return any(r.case == "Acc" for at in behind for r in _readings(sentence.key(at), _SESSIONS))


def _ordinals(sentence: Sentence) -> dict[int, tuple[int, str]]:
    """The ordinals of the sentence by the last token of each: where it begins, and its number."""
    text = sentence.text[sentence.start : sentence.end]
    found: dict[int, tuple[int, str]] = {}
    for ordinal in find_ordinals(text, fold(text)):
        start, end = sentence.start + ordinal.start, sentence.start + ordinal.end
        within = [index for index, token in enumerate(sentence.tokens) if start <= token.start < end]
        if within:
            found[within[-1]] = (within[0], ordinal.value)
    return found


def _name_of(phrase: Phrase | None) -> dict[str, str]:
    return {"name": "yes"} if phrase and "name" in phrase.attributes else {}


def _session(
    sentence: Sentence, commissions: list[Phrase], ordinals: dict[int, tuple[int, str]], index: int,
    readings: tuple[Features, ...],
) -> Phrase | None:  # fmt: skip
    """A session of the commission named before it in the sentence, else one with an ordinal or the next one."""
    near = [at for at in range(max(0, index - 4), index) if at in ordinals]
    owner = next((c for c in reversed(commissions) if c.last < index), None)
    adjacent = owner is not None and index - owner.last <= 6 and any(r.case == "Gen" for r in owner.readings)
    is_next = any(sentence.key(at) == _NEXT for at in range(max(0, index - 4), index))
    numbered = near and (owner is None or near[-1] > owner.last)
    if not adjacent and not numbered and not is_next:
        return None
    begins = ordinals[near[0]][0] if near else index - int(is_next)
    if owner is None and _has_owner(sentence, begins):
        return None
    first = owner.first if adjacent and owner else (begins if numbered else index)
    attributes = dict(_name_of(owner))
    if numbered:
        attributes["ordinal"] = ordinals[near[-1]][1]
        if adjacent:  # «Komissiyanın V iclası» is of a commission that has met four times: no mere body
            attributes["name"] = "yes"
    return _phrase("session", first, index, readings, attributes)


def _has_owner(sentence: Sentence, first: int) -> bool:
    """Whether a noun in the genitive right before says that it is a session of something else."""
    return any(found.features.case == "Gen" for found in analyse(sentence.key(first - 1))) if first else False
