"""Sentences taken apart, one layer at a time, for tests of each layer."""

from __future__ import annotations

from korpu.clauses import Clause
from korpu.languages.az.clauses import find_clauses
from korpu.languages.az.language import LANGUAGE
from korpu.languages.az.mending import mend_tokens
from korpu.languages.az.phrases.find import find_phrases
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.tokens import tokenise
from korpu.languages.az.units import Unit, find_units


def units(text: str) -> list[Unit]:
    return find_units(tokenise(text))


def unit(text: str) -> Unit:
    """The only unit of a text."""
    (found,) = units(text)
    return found


def make_sentence(text: str) -> Sentence:
    tokens = mend_tokens(tokenise(text))
    return Sentence(text, 0, len(text), tokens, LANGUAGE.find_names(text))


def phrases(text: str) -> list[Phrase]:
    return find_phrases(make_sentence(text))


def phrase(text: str, type_: str) -> Phrase:
    """The only phrase of that type."""
    (found,) = [each for each in phrases(text) if each.type == type_]
    return found


def clauses(text: str) -> list[Clause]:
    sentence = make_sentence(text)
    return find_clauses(sentence, find_phrases(sentence))


def with_concept(text: str, concept: str) -> Clause:
    """The first clause that calls up a concept."""
    return next(clause for clause in clauses(text) if concept in clause.concepts)
