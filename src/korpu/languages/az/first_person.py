"""The first person: what those who speak say that they do, or that is theirs."""

from __future__ import annotations

from korpu.clauses import Argument, Mention, Part
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.predicates import Predicate
from korpu.languages.az.verbs import Form

ACTORS = frozenset({"person", "state", "pointer", "place", "people", "company"})
"""What may do something."""


def done_by_speakers(
    predicate: Predicate | None, governor: Predicate | None, arguments: list[Argument]
) -> Predicate | None:
    """Return the verb whose ending says that the speakers do it: its own, or the one that it depends on («…-mağa davam edirik»)."""
    if predicate is None or predicate.form.ours:
        return predicate
    noun = predicate.form.noun
    depends = (
        predicate.form.form is Form.DOING and noun and noun.case in ("Dat", "Acc") and not noun.possessor
    )
    does = any(a.part is Part.SUBJECT and a.mention.type in ACTORS for a in arguments)
    return governor if depends and not does and governor and governor.form.ours else None


def is_mine(phrase: Phrase) -> bool:
    """Return whether who speaks says that a visit or credentials are his own («etimadnaməmi», «Bakıya səfərim»)."""
    own = phrase.type == "visit" or phrase.concept == "credentials"
    return own and phrase.features.possessor == "1"


def me(sentence: Sentence, phrase: Phrase) -> Mention:
    """Return the one who speaks, as the ending of a noun of his names him."""
    start = sentence.tokens[phrase.first].start
    return Mention("it", "it", start, start, {"pronoun": "me"})


def speakers(sentence: Sentence, predicate: Predicate) -> Mention:
    """Return those who speak, as the ending of their verb names them."""
    token = sentence.tokens[predicate.phrase.last]
    return Mention("pointer", "our", token.start, token.tail_end)
