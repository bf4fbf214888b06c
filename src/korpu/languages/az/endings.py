"""Who speaks and does it, told by the ending of the verb alone («görüşdük», «aldım»)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from korpu.clauses import Argument, Mention, Part
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.predicates import Predicate
from korpu.languages.az.verbs import Form

_ACTORS = frozenset({"person", "state", "pointer", "place", "people", "company"})
_SOMEONE = frozenset({"person", "it"})
_SPEAKERS = Mention("pointer", "our", -1, -1)
_SPEAKER = Mention("it", "it", -1, -1, {"pronoun": "me"})


def told_by_endings(
    sentence: Sentence, predicate: Predicate | None, governor: Predicate | None, arguments: Sequence[Argument]
) -> list[Argument]:
    """Return the subject that the ending of a verb is, its own or that of the `governor` that it depends on; at most one."""
    doing = _done_by_speakers(predicate, governor, arguments)
    if doing is None:
        return []
    token = sentence.tokens[doing.phrase.last]
    who = _SPEAKER if doing.form.mine else _SPEAKERS
    return [Argument(Part.SUBJECT, structs.replace(who, start=token.start, end=token.tail_end))]


def _done_by_speakers(
    predicate: Predicate | None, governor: Predicate | None, arguments: Sequence[Argument]
) -> Predicate | None:
    """The verb whose ending says that the speakers do it: its own, or the one that it depends on («…-mağa davam edirik»)."""
    if predicate is None or predicate.form.ours:
        return predicate
    if predicate.form.mine:
        told = any(a.part is Part.SUBJECT and a.mention.type in _SOMEONE for a in arguments)
        return None if told else predicate
    noun = predicate.form.noun
    depends = (
        predicate.form.form is Form.DOING and noun and noun.case in ("Dat", "Acc") and not noun.possessor
    )
    does = any(a.part is Part.SUBJECT and a.mention.type in _ACTORS for a in arguments)
    return governor if depends and not does and governor and governor.form.ours else None


def owned_by_speaker(sentence: Sentence, phrases: Sequence[Phrase]) -> list[Argument]:
    """Return who speaks as the owner of visits and credentials that he says are his («etimadnaməmi», «Bakıya səfərim»)."""
    mine = [
        phrase for phrase in phrases
        if (phrase.type == "visit" or phrase.concept == "credentials") and phrase.features.possessor == "1"
    ]  # fmt: skip
    starts = [sentence.tokens[phrase.first].start for phrase in mine]
    owns = [Argument(Part.OWNER, structs.replace(_SPEAKER, start=start, end=start)) for start in starts]
    was = [phrase for phrase in phrases if sentence.key(phrase.last + 1) == "idim"]  # «Vallettada idim»
    ends = [sentence.tokens[phrase.last + 1].start for phrase in was]
    return owns + [Argument(Part.SUBJECT, structs.replace(_SPEAKER, start=end, end=end)) for end in ends]
