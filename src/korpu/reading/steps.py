"""Steps: how each part of a claim came to be, as its trace keeps it (see `korpu.how`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from korpu.claims import RoleValue, Stance, Step, Value
from korpu.clauses import Mention
from korpu.document import Span
from korpu.how import TERMS, parse_how
from korpu.kinds import RoleType
from korpu.reading.discourse import Discourse
from korpu.reading.frames import Match
from korpu.reading.times import When


def _step(part: str, how: str, span: Span) -> Step:
    """A step by words; what a table says without words of its own has an empty span, and no place."""
    if span.start < 0 or span.start < span.end:
        return Step(part, how, span.start, span.end)
    return Step(part, how if how.startswith("points:") else "row")


def trigger_spans(match: Match) -> tuple[Span, ...]:
    """Return where the words of the frame's cues stand, else those of its theme."""
    spans = [span for _, span in _cues(match)]
    if not spans and match.theme:
        spans = [match.theme.span]
    return tuple(dict.fromkeys(spans))


def _cues(match: Match) -> Iterator[tuple[str, Span]]:
    """For each cue the first of its concepts that the clause holds, else that earlier clauses do."""
    held, told = match.clause.concepts, match.clause.told
    for cue in match.frame.cues:
        for how, spans in (("concept", held), ("earlier_clause", told)):
            found = next((concept for concept in cue.split("|") if concept in spans), None)
            if found:
                yield f"{how}:{found}", spans[found]
                break


def _occasions(match: Match) -> Iterator[tuple[str, Span]]:
    """The words by which the clause says that it happened on an occasion, for a frame that such a thing may happen on."""
    cues = {cue for cues in match.frame.cues for cue in cues.split("|")}
    for concept, span in sorted(match.clause.concepts.items()) if match.frame.during else ():
        if concept.startswith(WITHIN) and concept.removeprefix(WITHIN) in OCCASIONS and concept not in cues:
            yield f"concept:{concept}", span


WITHIN = "within_"
OCCASIONS = frozenset({"visit", "meeting", "session", "summit"})


def trigger_steps(match: Match) -> list[Step]:
    """Return a step for the words of each cue and of the occasion; for a frame without cues, those of its theme."""
    steps = [_step("trigger", how, span) for how, span in (*_cues(match), *_occasions(match))]
    if not steps and match.theme:
        return [_step("trigger", "theme", match.theme.span)]
    return steps or [Step("trigger", "theme")]


def role_steps(match: Match, roles: dict[str, RoleValue], discourse: Discourse) -> list[Step]:
    """Return the steps of a claim's roles, one for each filler that words give, with what those words mean.

    Args:
        roles: those of one of the claims that the match makes; of several fillers it may have only one.
    """
    steps: list[Step] = []
    for step in match.steps:
        role = step.part.removeprefix("role:")
        mentions = match.chosen.get(role, [])
        whole, own = match.roles.get(role), roles.get(role)
        if whole is not None and own is None:  # only other claims of the match have it
            continue
        if isinstance(whole, str) and own in whole.split() and len(mentions) == len(whole.split()):
            mentions = [mentions[whole.split().index(str(own))]]
        how = step.how if step.how in TERMS else f"role:{step.how}"
        steps += [_step(step.part, how, mention.span) for mention in mentions] or [step]
        for mention in mentions:
            meaning = _meaning(mention, role, match.kind.roles[role], own, discourse)
            steps += [_step(step.part, meaning, mention.span)] if meaning else []
    return steps


def _meaning(
    mention: Mention, role: str, type_: RoleType, filler: RoleValue | None, discourse: Discourse
) -> str:
    """How the words mean what fills the role, where they do not say it themselves."""
    if type_ in (RoleType.PERSON, RoleType.PERSONS) and mention.type == "person":
        name = discourse.name_of(mention)
        return "full_name" if name and name != mention.value and name in names_of(filler) else ""
    if type_ in _STATES:
        said = mention.attributes.get(role) or mention.attributes.get("state", "")
        said = f"@{mention.value}" if mention.type == "pointer" else said
        return f"points:{said[1:]}" if said.startswith("@") else ""
    return ""


_STATES = frozenset({RoleType.STATE, RoleType.STATES, RoleType.ACTOR})


def names_of(filler: RoleValue | None) -> tuple[str, ...]:
    """Return the fillers of a role, one or several."""
    return (filler,) if isinstance(filler, str) else filler or ()


def party_steps(
    match: Match, roles: dict[str, RoleValue], parties: tuple[str, ...], discourse: Discourse
) -> list[Step]:
    """Return how each party came to be one: by a role, by other words of the clause, or by the pair in question."""
    filled = {
        code
        for role, filler in roles.items() if match.kind.roles[role] in _STATES
        for name in names_of(filler) for code in name.split()
    }  # fmt: skip
    steps = [Step("parties", "roles")] if filled & set(parties) else []
    told: dict[tuple[str, Span], list[str]] = {}
    for code in parties:
        if code in filled:
            continue
        mention = _naming(match, code, discourse)
        known = discourse.pair is not None and code in discourse.pair
        way = "said" if mention else "in_pair" if known else "home"
        told.setdefault((way, mention.span if mention else _NOWHERE), []).append(code)
    return steps + [_step("parties", f"{way}:{' '.join(codes)}", span) for (way, span), codes in told.items()]


_NOWHERE = Span(-1, -1)


def _naming(match: Match, code: str, discourse: Discourse) -> Mention | None:
    """The words of the clause that name a state or point at it, those of earlier clauses last."""
    for argument in sorted(match.clause.arguments, key=lambda argument: not argument.own):
        mention = argument.mention
        if mention.type == "pair" and code in mention.value.split():
            return mention
        if mention.type == "pointer" and mention.value == "pair" and code in (discourse.pair or ()):
            return mention
        said = [mention.attributes.get(name, "") for name in ("sender", "host", "pair", "with", "owner")]
        if discourse.state_of(mention) == code or any(code in codes.split() for codes in said):
            return mention
    return None


def when_steps(when: When, dates: Mapping[str, Span]) -> list[Step]:
    """Return how a claim's date was got; where another sentence told the date it rests on, that has a place.

    Args:
        dates: where each date was told last, by its EDTF.
    """
    steps: list[Step] = []
    for step in when.steps:
        term, detail = parse_how(step.how)
        told = detail if term == "counted_from" else when.edtf or ""
        if step.start < 0 and when.when_from == "document" and told in dates:
            step = Step(step.part, step.how, dates[told].start, dates[told].end)
        steps.append(step)
    return steps


def value_steps(match: Match, chosen: tuple[Value, Step] | None) -> list[Step]:
    """Return how a claim's amount was got; nothing where it has none."""
    if chosen is None:
        return []
    falls = match.clause.concepts.get(match.frame.falls)
    return [chosen[1], *([Step("value", "falls", falls.start, falls.end)] if falls else [])]


def stance_step(match: Match, stance: Stance) -> Step:
    """Return how a claim's stance was got."""
    clause = match.clause
    if stance != clause.stance:
        return Step("stance", "rule")
    if clause.stance_at and stance != "fact":
        return Step("stance", "words", clause.stance_at.start, clause.stance_at.end)
    return Step("stance", "plain")


def speaker_steps(speaker: str | None, tag: Span, said: Span, text: str) -> list[Step]:
    """Return how a claim's speaker was found; nothing where the document itself makes it.

    Args:
        tag: the words of the sentence that name him; empty where there are none.
        said: the sentence.
    """
    if speaker is None:
        return []
    if said.start <= tag.start < tag.end <= said.end:
        return [Step("speaker", "named", tag.start, tag.end)]
    at = text.find(speaker, said.start, said.end)
    return [Step("speaker", "named", at, at + len(speaker)) if at >= 0 else Step("speaker", "goes_on")]
