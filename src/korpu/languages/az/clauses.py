"""Clauses: a sentence cut at its predicates, each with its arguments by case.

A finite verb, a converb and a nominalised verb end a clause; a participle makes one inside another, from
the words before it and the noun behind it. What a clause leaves out it may take from the clauses before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import structs

from korpu.clauses import Argument, Clause, Mention, Part
from korpu.document import Span
from korpu.languages.az.acts import date_by_acts
from korpu.languages.az.asides import (
    date_asides,
    date_of_done,
    is_dated_behind,
    is_its_date,
    sums_aside,
    without_remarks,
)
from korpu.languages.az.breaks import clause_mark, is_spaced_dash
from korpu.languages.az.conjuncts import split_conjuncts
from korpu.languages.az.endings import owned_by_speaker, told_by_endings
from korpu.languages.az.figure_scopes import figure_concepts
from korpu.languages.az.figures import Group, closes, is_aim, split_figures
from korpu.languages.az.listings import signed_aside, titles_apart, with_listed
from korpu.languages.az.mentions import to_mention
from korpu.languages.az.moves import share_moves
from korpu.languages.az.nesting import (
    day_behind,
    is_at_once,
    is_inside,
    last_of_row,
    left_to_main,
    left_to_say,
    of_main_verb,
    of_participle,
    with_presence,
)
from korpu.languages.az.parts import are_ahead, called_up, part_of
from korpu.languages.az.parts_by_verb import part_by_verb
from korpu.languages.az.phrases.flows import FLOWS, makes_goods
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.phrases.twins import couples, towns_behind
from korpu.languages.az.predicates import (
    NOMINAL,
    Predicate,
    ends_before,
    ends_nothing,
    is_participle,
    read_predicate,
)
from korpu.languages.az.stance import (
    ends_in_may,
    is_refuted,
    says_on,
    stance_behind_ki,
    stance_of,
    tense_of,
    word_stance,
)
from korpu.reading.calendar import DateMention


class Segment(NamedTuple):
    """The phrases up to a predicate, and the predicate; None where the sentence just ends."""

    phrases: tuple[Phrase, ...]
    predicate: Predicate | None
    first: int
    last: int
    embedded: bool = False
    is_closed: bool = False
    """Whether it ends with an amount that has its verb in it: what governs the next does not govern it."""


def find_clauses(sentence: Sentence, phrases: Sequence[Phrase]) -> list[Clause]:
    """Return the clauses of a sentence, in the order of their predicates."""
    if sentence.tokens and sentence.tokens[-1].text == "?":
        return []
    phrases = without_remarks(sentence, phrases)
    segments = date_by_acts(sentence, date_asides(sentence, _segments(sentence, phrases)))
    segments = signed_aside(sentence, with_listed(sentence, segments))
    parts = {id(phrase): part_of(sentence, phrases, index) for index, phrase in enumerate(phrases)}
    quiet = _quiet(segments, phrases)
    clauses: list[Clause] = []
    told: list[Argument] = []
    for number, segment in enumerate(segments):
        behind = (s.predicate for s in segments[number + 1 :] if s.predicate)
        governor = next((p for p in behind if p.is_finite or "plan" in p.concepts), None)
        if segment.embedded or segment.is_closed:
            governor = None
        said: list[Argument] = []
        for group in _with_asides(sentence, segment):
            of, by, before = segment, governor, left_to_say(sentence, segment.predicate, told)
            if group.is_aside:
                of, by, before = Segment(group.phrases, None, group.first, group.last), None, (*told, *said)
            arguments = _arguments(sentence, of, group, parts, by)
            clause = _clause(sentence, of, group, arguments, before, by, quiet)
            clauses.append(_behind_ki(sentence, segments[:number], of, clause))
            if not group.is_aside:
                said += [Argument(a.part, a.mention, False) for a in arguments]
        if not segment.embedded:
            ended = ends_before(sentence, segment.predicate)
            told += [argument for argument in said if not (ended and argument.part is Part.TIME)]
    return clauses


def _arguments(
    sentence: Sentence, segment: Segment, group: Group, parts: dict[int, Part], governor: Predicate | None
) -> list[Argument]:
    """What a group names, each by its part, and who is told by an ending alone."""
    nouns = _nouns(group)
    arguments = [
        Argument(part_by_verb(segment, phrase, parts.get(id(phrase))), to_mention(sentence, phrase))
        for phrase in nouns
    ]
    arguments += told_by_endings(sentence, segment.predicate, governor, arguments)
    return arguments + owned_by_speaker(sentence, nouns)


def _behind_ki(sentence: Sentence, before: list[Segment], segment: Segment, clause: Clause) -> Clause:
    """The clause with the stance that the main clause gives it, where «ki» introduces it."""
    ki = segment.first - 1
    if sentence.key(ki) != "ki":
        return clause
    main = next((s for s in reversed(before) if s.first < segment.first), None)
    governs = main is not None and main.last >= ki - 1
    since = main.first if main and governs else main.last + 1 if main else 0
    wish = main.predicate if main and governs else None
    what = before[-2].predicate if len(before) > 1 and main is before[-1] and not main.phrases else None
    governor = None if says_on(wish, what) else wish
    stance = stance_behind_ki(sentence, since, ki, governor, clause.stance)
    return structs.replace(clause, stance=stance)


def _with_asides(sentence: Sentence, segment: Segment) -> list[Group]:
    """The facts that one predicate tells, and what stands in brackets behind each."""
    asides = sums_aside(sentence, segment.phrases)
    inside = {id(phrase) for aside in asides for phrase in aside}
    rest = tuple(phrase for phrase in segment.phrases if id(phrase) not in inside)
    if not asides or not rest:
        return _facts(sentence, segment)
    added = [Group(aside, aside[0].first, aside[-1].last, is_aside=True) for aside in asides]
    facts = _facts(sentence, segment._replace(phrases=rest))
    starts = {id(fact): min(p.first for p in fact.phrases if fact.first <= p.first) for fact in facts}
    return sorted([*facts, *added], key=lambda group: starts.get(id(group), group.first))


def _facts(sentence: Sentence, segment: Segment) -> list[Group]:
    """The facts that one predicate tells: one for each amount, else one for each conjunct."""
    figures = (
        [] if segment.embedded else split_figures(sentence, segment.phrases, segment.first, segment.last)
    )
    concepts = segment.predicate.concepts if segment.predicate else ()
    if figures:
        return share_moves(figures, concepts)
    twins = couples(sentence, segment.phrases, concepts)
    if twins:
        return [Group(phrases, segment.first, segment.last) for phrases in twins]
    documents = titles_apart(sentence, segment.phrases)
    if documents:
        return [Group(phrases, segment.first, segment.last) for phrases in documents]
    conjuncts = split_conjuncts(sentence, segment.phrases, segment.first, segment.last, concepts)
    return share_moves([Group(phrases, segment.first, segment.last) for phrases in conjuncts], concepts)


def _quiet(segments: list[Segment], phrases: Sequence[Phrase]) -> frozenset[int]:
    """The tokens that say nothing of the stance of a main clause: those of participles and of names."""
    spans = [(s.predicate.first, s.last) for s in segments if s.embedded and s.predicate]
    spans += [(phrase.first, phrase.last) for phrase in phrases if phrase.type in _NAMES]
    return frozenset(index for first, last in spans for index in range(first, last + 1))


_NAMES = frozenset({"project", "institution", "help", "cause"})


def _segments(sentence: Sentence, phrases: Sequence[Phrase]) -> list[Segment]:
    segments: list[Segment] = []
    current: list[Phrase] = []
    since = 0
    for index, phrase in enumerate(phrases):
        ki = clause_mark(sentence, current, since, phrase.first)
        if ki is not None:
            if current:
                segments.append(Segment(tuple(current), None, since, ki))
            current, since = [], ki + 1
        if phrase.type != "verb":
            current.append(phrase)
            if closes(sentence, phrase):
                segments.append(Segment(tuple(current), None, since, phrase.last, is_closed=True))
                current, since = [], phrase.last + 1
            continue
        if ends_nothing(sentence, phrase):
            continue
        behind = phrases[index + 1 : index + 3]
        predicate = with_presence(sentence, current, read_predicate(sentence, phrase, since), behind)
        if is_participle(sentence, predicate, behind):
            if predicate.concepts in _SET and _is_event(behind):
                continue
            if predicate.concepts and predicate.concepts != ("be",):
                if current and is_inside(sentence, current[-1], predicate):
                    segments.append(_embedded(sentence, phrases, index, current[-1:], predicate, since))
                    continue
                segments.append(_embedded(sentence, phrases, index, current, predicate, since))
                current = left_to_main(sentence, current, predicate)
            elif current and current[-1].type == "date" and is_dated_behind(phrases[index + 1 :]):
                current = current[:-1]  # «2017-ci ildə kəsilmiş əlaqələr 2018-ci ildə …»
            elif _was_once(sentence, current, phrases, index):
                segments.append(_embedded(sentence, phrases, index, current, predicate, since))
                current = [p for p in current if p.type not in ("amount", "date")]
            elif current and makes_goods(sentence, current[-1], phrase):
                current.pop()
            continue
        if not predicate.concepts and predicate.form.form in NOMINAL:
            continue
        outer = of_main_verb(sentence, current, predicate)
        inner = tuple(p for p in current if p not in outer or is_at_once(p, predicate))
        segments.append(Segment(inner, predicate, since, phrase.last))
        current, since = outer, phrase.last + 1
    if current and segments and is_its_date(sentence, current, segments[-1]):
        segments[-1] = segments[-1]._replace(
            phrases=(*segments[-1].phrases, *current), last=len(sentence.tokens) - 1
        )
    elif current:
        segments.append(Segment(tuple(current), None, since, len(sentence.tokens) - 1))
    return segments


_SET = (("plan",), ("appoint",))
"""«nəzərdə tutulan» and «təyin edilmiş»."""


def _was_once(sentence: Sentence, current: Sequence[Phrase], phrases: Sequence[Phrase], index: int) -> bool:
    """«2010-cu ildə 6 milyon dollar olan ticarət …»: what a flow was before the sentence tells what it became."""
    dated = any(phrase.type == "date" for phrase in current)
    behind = phrases[index + 1] if index + 1 < len(phrases) else None
    named = behind is not None and behind.first == phrases[index].last + 1
    return (
        sentence.key(phrases[index].last) == "olan" and dated and current[-1].type == "amount"
        and named and behind is not None and behind.concept.split(" ")[0] in FLOWS
    )  # fmt: skip


def _is_event(behind: Sequence[Phrase]) -> bool:
    """Whether a planned event is what follows: «Bakıya nəzərdə tutulan səfəri» is one noun group."""
    return any(phrase.type in ("visit", "meeting") for phrase in behind)


def _embedded(
    sentence: Sentence,
    phrases: Sequence[Phrase],
    index: int,
    current: list[Phrase],
    predicate: Predicate,
    since: int,
) -> Segment:
    """A participle's clause: what stands before it, and the noun that it is said of."""
    at = last_of_row(sentence, phrases, index)
    ends = phrases[at].last + 5
    ends = next((i for i in range(phrases[at].last + 1, ends) if is_spaced_dash(sentence, i)), ends)
    head = [
        phrase for phrase in phrases[at + 1 : at + 3]
        if phrase.type not in ("verb", "date") and phrase.value != "it" and phrase.first <= ends
    ]  # fmt: skip
    if head and head[0].type == "person" and head[0].value:
        head = head[:1]  # what stands behind who did it is the main verb's
    if head and head[0].type == "monument" and head[0].features.case == "Loc":
        head = head[:1]  # «açılmış X parkında səfirlik …»: what is in it is the main verb's
    if predicate.concepts == ("twin",):
        head = towns_behind(phrases[at + 1 :]) or head
    current = of_participle(sentence, current, predicate, head)
    day = day_behind(sentence, phrases[at + 1 :], predicate)
    if day and not any(phrase.type == "date" for phrase in current):
        return Segment((*current, day), predicate, since, predicate.phrase.last, embedded=True)
    dated = len(head) == 2 and head[1].type == "title" and sentence.key(head[1].last + 1) == "("
    if head and (
        dated or head[0].concept == "within_signing"
    ):  # «… və B Sazişi (2011)»: what stands behind is listed
        head = head[:1]
    if any(phrase.type == "title" for phrase in head):  # «A Sazişi, 2009-cu ildə imzalanan B Protokolu»
        current = [phrase for phrase in current if phrase.type != "title"]
    counted = phrases[at + 1 + len(head) : at + 2 + len(head)]
    if head and head[-1].concept == "number" and counted and counted[0].type == "amount":
        head += counted  # «sürgün edilənlərin sayı 37 mindir» says how many were
    head += date_of_done(sentence, predicate, current, phrases[index + 1 : index + 2])
    return Segment((*current, *head), predicate, since, predicate.phrase.last, embedded=True)


def _clause(
    sentence: Sentence, segment: Segment, group: Group, arguments: list[Argument],
    told: tuple[Argument, ...], governor: Predicate | None, quiet: frozenset[int],
) -> Clause:  # fmt: skip
    concepts: dict[str, Span] = {}
    for phrase, argument in zip(_nouns(group), arguments, strict=False):
        if phrase.type == "relations" and argument.part in _ASIDE:
            continue
        for concept in called_up(sentence, group.phrases, phrase):
            concepts.setdefault(concept, _span(sentence, phrase.first, phrase.last))
    predicate = segment.predicate
    if predicate:
        span = _span(sentence, predicate.first, predicate.phrase.last)
        concepts |= dict.fromkeys(predicate.concepts, span)
    if segment.embedded:
        group = group._replace(last=max([group.last, *(phrase.last for phrase in group.phrases)]))
    figures = figure_concepts(sentence, group, arguments, told)
    if segment.embedded:
        figures = {concept: phrase for concept, phrase in figures.items() if concept in ("world", "part")}
    concepts |= {concept: _span(sentence, phrase.first, phrase.last) for concept, phrase in figures.items()}
    earlier = {concept: a.mention.span for a in told for concept in a.mention.concept.split()}
    for concept, mention in _occasions(arguments, told, predicate):
        concepts.setdefault(concept, mention.span)
    stance = stance_of(sentence, predicate, governor)
    if stance == "fact" and are_ahead(sentence, group.phrases):
        stance = "plan"
    if is_aim(sentence, predicate, group) and stance in ("fact", None):
        stance = "target"
    last = segment.last
    if predicate and governor and predicate.form.form in NOMINAL:
        last = max(last, min(governor.phrase.last + 1, last + 12))
    elif predicate and predicate.form.form in NOMINAL and not segment.embedded and ends_in_may(sentence):
        last = len(sentence.tokens) - 1
    quiet = frozenset() if segment.embedded else quiet | group.others()
    said, at = word_stance(sentence, segment.first, last, quiet)
    decides = governor if predicate and governor and predicate.form.form in NOMINAL else predicate
    stance_at = _span(sentence, decides.first, decides.phrase.last) if decides else None
    if said == "none":
        stance = None
    elif said and stance in ("fact", "plan"):
        stance, stance_at = said, _span(sentence, at, at)
    return Clause(
        sentence.start, sentence.end, concepts, (*arguments, *told),
        "denied" if is_refuted(sentence, predicate) else stance, "future" if stance == "plan" else tense_of(predicate),
        _is_nominal(segment, group.phrases), earlier, predicate is not None and predicate.active,
        stance_at,
    )  # fmt: skip


def _occasions(
    arguments: Sequence[Argument], told: Sequence[Argument], predicate: Predicate | None
) -> Iterator[tuple[str, Mention]]:
    """Yield `within_visit` for a visit in the course of which it is, `at_visit` where the main verb itself says so, `about_visit`."""
    for argument in (*arguments, *told):
        mention = argument.mention
        if argument.part is Part.WITHIN:
            yield f"within_{mention.type}", mention
            if argument.own and predicate and predicate.is_finite and not _is_to_date(arguments):
                yield f"at_{mention.type}", mention
        elif argument.part is Part.TOPIC and argument.own:
            yield f"about_{mention.type}", mention


def _is_to_date(arguments: Sequence[Argument]) -> bool:
    """Whether it is of all the time until now, or since then, and not of the occasion («görüşdə … bu günədək …»)."""
    dates = [a.mention.data for a in arguments if isinstance(a.mention.data, DateMention)]
    return any(date.now or date.part in ("since", "until") for date in dates)


_ASIDE = frozenset({Part.HOLDER, Part.WITHIN})
"""Parts in which relations are what something else is about («əlaqələrin 30 illiyi», «əlaqələr çərçivəsində»)."""


def _nouns(group: Group) -> list[Phrase]:
    return [phrase for phrase in group.phrases if phrase.type != "verb"]


_VERBAL_NOUNS = frozenset({"create", "open", "close", "appoint", "hold", "build"})


def _is_nominal(segment: Segment, group: Sequence[Phrase]) -> bool:
    """Whether the clause's event is a noun («açılması», «açılışı»), so that what it happens to is in the genitive."""
    if any(phrase.concept in _VERBAL_NOUNS for phrase in group):
        return True
    predicate = segment.predicate
    if predicate is None:
        return False
    nominalised = predicate.form.form in NOMINAL and not segment.embedded
    return nominalised or predicate.first < predicate.phrase.first


def _span(sentence: Sentence, first: int, last: int) -> Span:
    return Span(sentence.tokens[first].start, sentence.tokens[last].tail_end)
