"""Read a document: its text in, its claims out.

Two passes: one over every sentence for what it names and says, one in order for what that means here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from msgspec.structs import replace

from korpu.claims import Claim, RoleValue, Stance, Trace
from korpu.clauses import Clause
from korpu.coverage import Covered, Miss
from korpu.document import Document, Span
from korpu.kinds import Kind, RoleType, kinds
from korpu.kinds.frames import Frame
from korpu.languages import find_language
from korpu.reading.amounts import choose_value
from korpu.reading.analysis import analyse
from korpu.reading.calendar import Anchors
from korpu.reading.calls import called_frames
from korpu.reading.chronicle import Chronicle, date_under, is_chronicle
from korpu.reading.coverage import cover, near_miss
from korpu.reading.discourse import Discourse
from korpu.reading.figures import note_figure, resume
from korpu.reading.frames import Match, match_frame
from korpu.reading.layout import Table
from korpu.reading.occasions import find_when, goes_on, note_event, note_gathering
from korpu.reading.opening import begin, find_anchors
from korpu.reading.parties import find_parties, is_of_nobody, is_of_one, joined, lists_states, relates_two
from korpu.reading.plan import Line, outline, plan
from korpu.reading.posts import note_post
from korpu.reading.sentences import BlockType, ReadSentence
from korpu.reading.speakers import Voice, find_voices, is_source, spell, subjects
from korpu.reading.steps import (
    party_steps,
    role_steps,
    speaker_steps,
    stance_step,
    trigger_steps,
    value_steps,
    when_steps,
)
from korpu.reading.times import When, choose_when, dates_told, says_only_until
from korpu.reading.triage import triage_of


class Context(NamedTuple):
    """What a sentence is read with: the dates it may count from, who says it, the text in the reader's letters."""

    anchors: Anchors
    told: dict[int, str | None]
    voice: Voice
    text: str
    day: str | None
    """The date under which it stands, in a chronicle."""
    misses: list[Miss]
    """What the sentence nearly claims; it grows as the sentence is read."""


def read_document(document: Document, language: str = "az") -> list[Claim]:
    """Return the document's claims, in the order of the text.

    Raises:
        WrongUse: the language is none that Körpü reads.
    """
    return read_with_coverage(document, language)[0]


def read_with_coverage(document: Document, language: str = "az") -> tuple[list[Claim], list[Covered]]:
    """Return the document's claims, and what came of each sentence and row, both in the order of the text.

    Raises:
        WrongUse: the language is none that Körpü reads.
    """
    speaker = find_language(language)
    text = speaker.normalise(document.text)
    lines = outline(text, speaker.abbreviations)
    worth = plan(triage_of(speaker.tag), text, lines)
    if worth is None:
        return [], [cover(span.start, span.end, (), ()) for span in _sentences(lines)]
    found = list(analyse(text, speaker, lines, worth))
    sentences = [sentence for sentence in found if sentence.says]
    discourse = begin(sentences, speaker.home)
    anchors = find_anchors(document, text, speaker)
    voices = find_voices(text, sentences, discourse)
    claims: list[Claim] = []
    covered: list[Covered] = []
    chronicle, day = Chronicle() if is_chronicle(sentences) else None, None
    for index, sentence in enumerate(sentences):
        discourse.sentence = index
        discourse.speak_for(None if is_source(sentence.reading.saying) else voices[index].speaker)
        discourse.turn_to(sentence.reading.mentions, lists_states(sentence.reading.clauses))
        told, after = dates_told(sentence.reading.mentions, anchors, discourse.dates)
        discourse.meet(sentence.reading.mentions)
        if chronicle:
            before, day = day, chronicle.date_of(text, sentence, after)
            if day != before:
                discourse.events.clear()
        here = replace(anchors, published=day) if day and len(day) == len("2004-03-01") else anchors
        context = Context(here, told, voices[index], text, day, [])
        made = _claims(document, sentence, discourse, context)
        claims += made
        discourse.stay_with({claim.parties for claim in made})
        if sentence.type is not BlockType.HEADING:
            covered.append(cover(sentence.start, sentence.end, made, context.misses))
        discourse.note(sentence.reading.mentions, subjects(sentence.reading, sentence.reading.saying))
        anchors = after
    covered += [cover(sentence.start, sentence.end, (), ()) for sentence in found if not sentence.says]
    return claims, sorted(covered, key=lambda sentence: (sentence.start, sentence.end))


def _sentences(lines: Sequence[Line]) -> Iterator[Span]:
    """Yield where each sentence of prose and each row of a table stands."""
    for part, sentences in lines:
        if isinstance(part, Table):
            yield from (Span(row.start, row.end) for row in part.rows)
        elif part.type is not BlockType.HEADING:
            yield from sentences


def _claims(
    document: Document, sentence: ReadSentence, discourse: Discourse, context: Context
) -> list[Claim]:
    if sentence.type is BlockType.HEADING:
        return []
    found: list[Claim] = []
    for said in sentence.reading.clauses:
        clause = resume(said, discourse.figure, discourse.sentence)
        told = [
            claim for kind, frames in called_frames(clause)
            for claim in _claims_of_kind(document, kind, frames, clause, discourse, context)
        ]  # fmt: skip
        said_when = choose_when(clause, context.anchors, False, told=context.told, periods=True)
        discourse.figure = note_figure(clause, told, said_when, discourse.figure, discourse.sentence)
        note_gathering(clause, said_when, discourse)
        found += told
    found.sort(key=lambda claim: claim.start)
    return joined(_distinct(found))


def _claims_of_kind(
    document: Document, kind: Kind, frames: Iterable[Frame], clause: Clause, discourse: Discourse, context: Context
) -> Iterator[Claim]:  # fmt: skip
    """Yield the claims of one kind: for each theme those of the first of its frames that fits."""
    done: set[object] = set()
    for frame in frames:
        for match in match_frame(kind, frame, clause, discourse):
            theme = match.theme.span if match.theme else None
            if theme in done:
                continue
            if match.lacks:
                context.misses.extend(near_miss(match, match.lacks, discourse))
                continue
            claims = list(_finish(document, match, discourse, context))
            if claims:
                done.add(theme)
            yield from claims


def _finish(document: Document, match: Match, discourse: Discourse, context: Context) -> Iterator[Claim]:
    """Choose date, amount, stance and parties; nothing, where one that is needed is not there."""
    frame, clause = match.frame, match.clause
    stance = clause.stance and frame.stances.get(clause.stance, clause.stance)
    if stance and clause.concepts.keys() & set(frame.denied_by):
        stance = "denied"
    if stance is None and frame.presupposed and "discuss" in clause.concepts:
        stance = "fact"
    if stance is None:
        return
    value = choose_value(clause, frame, _trigger(match)) if frame.value else None
    if "value" in frame.needs and value is None:
        context.misses.extend(near_miss(match, ("value",), discourse))
        return
    if frame.begins and says_only_until(clause):
        return
    when = find_when(match, discourse, context.anchors, context.told)
    if when.edtf is None:
        when = date_under(context.day, frame, clause) or when
    if "when" in frame.needs and when.edtf is None:
        context.misses.extend(near_miss(match, ("when",), discourse))
        return
    if (frame.joint and (is_of_one(clause, discourse) or is_of_nobody(clause, discourse))) or (
        frame.related and not relates_two(clause, discourse)
    ):
        return
    heard = discourse.has_heard(match.kind, match.roles, when.edtf)
    if (heard and frame.once) or goes_on(match, when, discourse):
        return
    said = Span(clause.start, clause.end)
    by = _trigger(match) or (match.theme and match.theme.span)
    name = _speaker(match, context.voice, by.start if by else -1, discourse)
    speaker = spell(name, context.text, document.text)
    last = [*when_steps(when, discourse.dates), *value_steps(match, value), stance_step(match, stance)]
    last += speaker_steps(speaker, context.voice.tag, said, document.text)
    for roles in _each(match, discourse):
        if _is_of_itself(match, roles) or _is_elsewhere(match, roles):
            continue
        parties = find_parties(match, discourse, roles)
        if parties is None:
            context.misses.extend(near_miss(match, ("parties",), discourse))
            continue
        _remember(match, roles, when, stance, discourse)
        taken = [*role_steps(match, roles, discourse), *party_steps(match, roles, parties, discourse)]
        yield Claim(
            match.kind.name, parties, roles, when.edtf, when.when_from, value[0] if value else None, stance,
            speaker, document.id, said.start, said.end, document.text[said.start : said.end],
            Trace(f"{match.kind.name}/{frame.name}", (*trigger_steps(match), *taken, *last)),
        )  # fmt: skip


def _remember(
    match: Match, roles: dict[str, RoleValue], when: When, stance: Stance, discourse: Discourse
) -> None:
    """Remember the occasion or the post that a claim tells of."""
    if match.frame.event and stance in ("fact", "plan"):
        note_event(match, when, discourse)
    if match.kind.tells_post and stance == "fact":
        note_post(roles, discourse)


def _trigger(match: Match) -> Span | None:
    """The words of the first cue that the clause holds."""
    held = match.clause.concepts
    return next((held[c] for cue in match.frame.cues for c in cue.split("|") if c in held), None)


def _speaker(match: Match, voice: Voice, position: int, discourse: Discourse) -> str | None:
    """Who makes the claim; what the words that name a speaker claim of him is not his own."""
    theme = match.theme
    if theme and theme.type == "person" and voice.speaker and discourse.name_of(theme) == voice.speaker:
        return voice.outer
    inside = match.clause.start <= position < match.clause.end
    return voice.at(position if inside else -1)


def _each(match: Match, discourse: Discourse) -> Iterator[dict[str, RoleValue]]:
    """The roles of each claim: a mission in several states is one claim for each of them, what is mutual two."""
    if match.frame.mutual:
        pair = find_parties(match, discourse) or ()
        if len(pair) == 2:
            for first, second in (pair, pair[::-1]):
                yield {**match.roles, **dict(zip(match.frame.mutual, (first, second), strict=True))}
        return
    for role, value in match.roles.items():
        if match.kind.roles[role] is RoleType.PERSON and isinstance(value, str) and "|" in value:
            yield from ({**match.roles, role: name} for name in value.split("|"))
            return
    several = [
        role for role, value in match.roles.items()
        if isinstance(value, str) and " " in value and value.isupper()
        and (match.kind.roles[role] is RoleType.STATE or role == match.frame.each)
    ]  # fmt: skip
    if not several:
        yield match.roles
        return
    role, *others = several
    codes = str(match.roles[role]).split()
    for index, code in enumerate(codes):
        roles = {**_with_place(match, index, len(codes)), role: code}
        for further in product(*(str(match.roles[other]).split() for other in others)):
            yield {**roles, **dict(zip(others, further, strict=True))}


def _is_of_itself(match: Match, roles: dict[str, RoleValue]) -> bool:
    """Whether one state plays two parts that only two states can («X recognised X»)."""
    states = [value for role, value in roles.items() if match.kind.roles[role] is RoleType.STATE]
    return len(states) > len(set(states)) and not match.frame.reflexive


def _is_elsewhere(match: Match, roles: dict[str, RoleValue]) -> bool:
    """Whether the town that is named lies in another state than the one that is to be the host."""
    host, towns = roles.get("host"), match.chosen.get("place", [])
    said = match.theme.attributes.get("host", "") if match.theme else ""
    if isinstance(host, str) and said and "@" not in said and host not in said.split():
        return True
    lies = {town.attributes["state"] for town in towns if town.type == "place" and "state" in town.attributes}
    return len(towns) == 1 and bool(lies) and isinstance(host, str) and host not in lies


def _with_place(match: Match, index: int, number: int) -> dict[str, RoleValue]:
    """The roles for one of several hosts: each has the place that it was named by, if it was (apart by |)."""
    roles = dict(match.roles)
    for role, value in match.roles.items():
        if match.kind.roles[role] is RoleType.PLACE and isinstance(value, str) and "|" in value:
            places = value.split("|")
            roles[role] = places[index] if len(places) == number else ""
            if not roles[role]:
                del roles[role]
    return roles


def _is_same(one: Claim, other: Claim) -> bool:
    """Whether two claims of one identity may be one: their dates and what they answer do not differ."""
    both = [role for role in kinds()[one.kind].question if role in one.roles and role in other.roles]
    if any(one.roles[role] != other.roles[role] for role in both):
        return False
    return None in (one.when, other.when) or one.when == other.when


def _told_more(claim: Claim) -> tuple[bool, int, bool]:
    """How much a claim tells of what others of its sentence tell too; what is done outweighs what was meant."""
    return claim.when is not None, len(claim.roles), claim.stance != "plan"


def _distinct(claims: list[Claim]) -> list[Claim]:
    """The same thing said again in the same sentence is no further claim: what tells more of it stays."""
    seen: dict[object, list[Claim]] = {}
    for claim in claims:
        identity = tuple(claim.roles.get(role) for role in kinds()[claim.kind].identity if role != "when")
        same = seen.setdefault((claim.kind, claim.parties, identity, claim.value, claim.start), [])
        twin = next((one for one in same if _is_same(one, claim)), None)
        if twin is None:
            same.append(claim)
        elif _told_more(claim) > _told_more(twin):
            same[same.index(twin)] = claim
    kept = {id(claim) for same in seen.values() for claim in same}
    return [claim for claim in claims if id(claim) in kept]
