"""Frames matched: from a clause and a kind's declaration to what may be claimed.

Nothing here knows a language or a kind: it reads the selectors of `korpu.kinds.frames`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from korpu.claims import RoleValue, Step
from korpu.clauses import Argument, Clause, Mention, Part
from korpu.kinds import Kind, RoleType
from korpu.kinds.frames import Frame
from korpu.reading.counterparts import Found, clause_other, facing
from korpu.reading.discourse import Discourse
from korpu.reading.meetings import states_of
from korpu.reading.posts import mission_of
from korpu.reading.pronouns import is_pronoun, meant_by_pronoun, meant_here, owns_other
from korpu.reading.selectors import FALLBACKS, Selector, parse_selectors
from korpu.reading.things import is_of_bloc
from korpu.reading.values import read_value, read_values

_PLURAL = frozenset({RoleType.PERSONS, RoleType.STATES, RoleType.PLACES})


@dataclass
class Match:
    """A frame matched in a clause: roles still by mention, no date or amount chosen yet."""

    kind: Kind
    frame: Frame
    clause: Clause
    theme: Mention | None = None
    roles: dict[str, RoleValue] = field(default_factory=dict)
    chosen: dict[str, list[Mention]] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)

    @property
    def lacks(self) -> tuple[str, ...]:
        """The roles that the frame needs and nothing fills; `when` and `value` are chosen later."""
        return tuple(
            need
            for need in self.frame.needs
            if need not in self.roles and need not in self.chosen and need not in ("value", "when")
        )

    def firms(self, role: str = "") -> list[str]:
        """Return the states of the companies that play a role, or any: whoever acts for a state is at home there."""
        mentions = (m for name, found in self.chosen.items() if role in ("", name) for m in found)
        return [m.attributes["state"] for m in mentions if m.type == "company" and "state" in m.attributes]


def match_frame(kind: Kind, frame: Frame, clause: Clause, discourse: Discourse) -> Iterator[Match]:
    """Yield a match for each theme of a clause that has the frame's cues; one that `lacks` roles claims nothing."""
    for theme in _themes(frame, clause, discourse):
        match = Match(kind, frame, clause, theme)
        for _ in range(2):  # the second time for «other:host», where the host is filled behind it
            for role in [role for role in frame.roles if role not in match.roles]:
                _fill(match, role, discourse)
        yield match


def _themes(frame: Frame, clause: Clause, discourse: Discourse) -> list[Mention | None]:
    if not frame.theme:
        return [None]
    type_, _, attribute = frame.theme.partition(".")
    fitting = [
        argument for argument in clause.arguments
        if argument.mention.type == type_
        and (not attribute or attribute in argument.mention.attributes)
        and (not frame.cues or _is_core(argument, clause, frame))
        and (not frame.identified or _is_identified(argument.mention, discourse))
    ]  # fmt: skip
    own: list[Mention | None] = [argument.mention for argument in fitting if argument.own]
    if own or not frame.cues or frame.afresh or _is_of_another(frame, clause):
        return own
    if not attribute and any(
        is_pronoun(a, type_) and _is_core(a, clause, frame) and not owns_other(a, clause)
        for a in clause.arguments
    ):
        return meant_by_pronoun(type_, clause, discourse)
    if type_ == "person" and _has_own_doer(clause):
        return []
    # «təsis edilsə də, fəaliyyətə … başlamışdır»: the verb goes on with what was told last.
    return [fitting[-1].mention] if fitting else []


def _has_own_doer(clause: Clause) -> bool:
    """Whether another person does it than the one told of before («səfir A olmuş, 2024-cü ildən bu vəzifəni B tutmuşdur»)."""
    doers = (a.mention for a in clause.arguments if a.own and a.part is Part.SUBJECT)
    return any(mention.type == "person" and mention.value for mention in doers)


def _is_of_another(frame: Frame, clause: Clause) -> bool:
    """Whether a verb behind a mission says what befalls something else: whose that is stands in its own clause."""
    return frame.theme == "mission" and any(
        a.own and a.part is Part.OWNER and a.mention.type == "state" for a in clause.arguments
    )


def _is_identified(mention: Mention, discourse: Discourse) -> bool:
    return "name" in mention.attributes or discourse.remembered(mention, "name") is not None


def _is_core(argument: Argument, clause: Clause, frame: Frame) -> bool:
    """Whether the predicate may be said of it: a genitive only by a nominalised one («səfirliyin açılması»)."""
    if clause.active and argument.part in (Part.SUBJECT, Part.MODIFIER) and "object" in frame.theme_parts:
        return False
    return argument.part.value in frame.theme_parts.split() or (
        argument.part is Part.OWNER and clause.nominal and not frame.verbal
    )


def _fill(match: Match, role: str, discourse: Discourse) -> None:
    """Fill a role by the first selector that finds what the clause itself says, else by the first that finds any."""
    selectors = parse_selectors(match.frame.roles[role])
    own = [selector for selector in selectors if selector.source not in FALLBACKS]
    for selector, told in [*((s, False) for s in own), *((s, True) for s in selectors)]:
        found = _select(match, role, selector, discourse, told)
        if found:
            value, mentions, how = found
            if value:
                match.roles[role] = value
            match.chosen[role] = mentions
            start, end = (mentions[0].start, mentions[-1].end) if mentions else (-1, -1)
            match.steps.append(Step(f"role:{role}", how, start, end))
            return
        if selector.final and _says(match, selector, discourse):
            return


def _says(match: Match, selector: Selector, discourse: Discourse) -> bool:
    """Whether the selector gives a state, though one that another role has.

    A likely one gives way where that is named as a state: «Prezident X Azərbaycana gəlib» is a foreign one.
    """
    said = [mention for mention, _ in _candidates(match, selector)]
    if any(is_of_bloc(mention) for mention in said):
        return True
    values = {read_value(mention, selector.attribute, RoleType.STATE, discourse) for mention in said}
    if selector.attribute == "likely":
        chosen = [
            m
            for mentions in match.chosen.values()
            for m in mentions
            if m.type in ("state", "pointer") or "capital" in m.attributes
        ]
        values -= {discourse.state_of(mention) for mention in chosen}
    return bool(values - {None})


def _select(
    match: Match, role: str, selector: Selector, discourse: Discourse, told: bool = True
) -> Found | None:
    type_ = match.kind.roles[role]
    if selector.source == "=":
        return selector.attribute, [], "constant"
    if selector.source in ("known", "mission", "post"):
        value = _remembered(match, selector, discourse)
        other = type_ is RoleType.STATE and value in match.roles.values()
        return (value, [], "remembered") if value and not other and _is_one(match, role, value) else None
    if selector.source == "first":
        return (discourse.pair[0], [], "first") if discourse.pair else None
    if selector.source in ("other", "paired"):
        whose = selector.attribute or next(iter(selector.types), "")
        return _other(match, whose, discourse, selector.source == "paired")
    if type_ in _PLURAL and role != match.frame.each:
        return _select_all(match, selector, type_, discourse)
    if selector.source == "facing":
        return facing(match.clause, next(iter(selector.types)), discourse)
    if selector.source == "topic":
        topic = None if _has_subject(match.clause) else discourse.topic
        return (discourse.name_of(topic) or "", [topic], "topic") if topic else None
    mentions = _candidates(match, selector, told and not selector.own)
    if role == match.frame.each and type_ is RoleType.PERSON:
        return _select_persons(mentions, selector, discourse)
    if role == match.frame.each:
        return _select_each(match, mentions, selector, discourse)
    single = type_ in (RoleType.STATE, RoleType.ACTOR) and not match.frame.reflexive
    taken = {*match.roles.values(), *match.firms()} if single else set()
    for mention, how in mentions:
        value = read_value(mention, selector.attribute, type_, discourse)
        if value and value not in taken and _is_one(match, role, value):
            return value, [mention], how
        unnamed = type_ is RoleType.PERSON and not value and not selector.attribute
        unnamed = unnamed and not _is_named_beside(selector, mentions, how)
        if unnamed and discourse.is_holder(mention):
            return "", [mention], how  # «Misir Prezidenti»: whoever that is
    return None


def _is_one(match: Match, role: str, value: str) -> bool:
    """Whether no more states are said than the role can have."""
    return role not in match.frame.alone or " " not in value


def _remembered(match: Match, selector: Selector, discourse: Discourse) -> str | None:
    """What was said before of the theme, of the mission that it may be at the head of, or of the post told last."""
    if selector.source == "post":
        return discourse.things.get("post", {}).get(selector.attribute)
    if match.theme is None:
        return None
    if selector.source == "known":
        return discourse.remembered(match.theme, selector.attribute)
    return mission_of(match.theme, discourse).get(selector.attribute)


def _is_named_beside(selector: Selector, mentions: list[tuple[Mention, str]], part: str) -> bool:
    """Whether the holder of an office is named by another mention: any, or a bare name that plays the same part."""
    if selector.source not in ("any", "subject"):
        return False
    named = [mention for mention, how in mentions if how == part and mention.value]
    return any(selector.source == "any" or "office" not in mention.attributes for mention in named)


def _select_each(
    match: Match, mentions: list[tuple[Mention, str]], selector: Selector, discourse: Discourse
) -> Found | None:
    """All the states that mentions of the clause itself name, else the last one told and those joined to it; apart by spaces."""
    codes: dict[str, Mention] = {}
    how, last, joined_to = "", -1, -1
    type_ = match.kind.roles[match.frame.each]
    for mention, part in mentions:
        if part == "earlier_clause" and codes and mention.end != joined_to:
            break
        joined_to = mention.joined_to
        pair = discourse.pair if mention.type == "pointer" and mention.value == "pair" else None
        said = (
            mention.attributes.get(selector.attribute) if selector.attribute else discourse.state_of(mention)
        ) or ""
        if said.startswith("@"):
            said = discourse.state_of_pointer(said) or ""
        if type_ is RoleType.ACTOR and codes and mention.joined_to != last:
            break
        last = mention.end
        for code in pair or (said.split() if said.isupper() else filter(None, [said])):
            if code not in match.roles.values():
                codes.setdefault(code, mention)
        how = how or part
    return (" ".join(codes), list(codes.values()), how) if codes else None


def _select_persons(
    mentions: list[tuple[Mention, str]], selector: Selector, discourse: Discourse
) -> Found | None:
    """The first that is named, and who are joined to him; apart by |."""
    found: list[tuple[str, Mention]] = []
    how = ""
    for mention, part in mentions:
        name = read_value(mention, selector.attribute, RoleType.PERSON, discourse)
        if found and not (name and part == how and mention.joined_to == found[-1][1].end):
            break
        if name:
            found.append((name, mention))
            how = part
    if not found:
        return None
    return "|".join(dict.fromkeys(name for name, _ in found)), [mention for _, mention in found], how


def _select_all(match: Match, selector: Selector, type_: RoleType, discourse: Discourse) -> Found | None:
    """All that the selector and those joined to it find, each at least one, of the clause itself at least one."""
    mentions: list[Mention] = []
    own = 0
    for part in (selector, *selector.also):
        found = _all_of(match, part, discourse)
        if not found:
            return None
        mentions += [mention for mention, _ in found]
        own += any(how != "earlier_clause" for _, how in found)
    if not own or (
        len(mentions) > 1 and any(mention.attributes.get("pronoun") == "they" for mention in mentions)
    ):
        return None
    if type_ is RoleType.STATES and selector.attribute == "state":
        states = states_of(mentions, discourse, _state_of_place(match.clause, discourse))
        return (states, mentions, "persons") if len(states) > 1 else None
    values = dict.fromkeys(
        name for mention in mentions for name in read_values(mention, selector.attribute, type_, discourse)
    )
    unnamed = sum(discourse.unnamed(mention) for mention in mentions)
    if len(values) + (unnamed if type_ is RoleType.PERSONS else 0) < 2:  # nobody meets alone
        return None
    if type_ is RoleType.PLACES and len(values) > 2:  # of three it cannot be told which two
        return None
    return tuple(values), mentions, mentions[0].type


def _state_of_place(clause: Clause, discourse: Discourse) -> str:
    """The state that the one place lies in where the clause says that it happened; empty where there is none, or several."""
    places = [
        a.mention
        for a in clause.arguments
        if a.own and a.part is Part.PLACE and a.mention.type in ("place", "state")
    ]
    lies = {discourse.state_of(place) or "" for place in places}
    return lies.pop() if len(lies) == 1 else ""


def _all_of(match: Match, selector: Selector, discourse: Discourse) -> list[tuple[Mention, str]]:
    """What one selector finds for a role that several fill: of earlier clauses only the nearest subject."""
    if selector.source == "topic":
        left_out = not _has_subject(match.clause) and match.clause.stance != "denied"
        return [(discourse.topic, "topic")] if discourse.topic and left_out else []
    found = [(meant_here(mention, match.clause), how) for mention, how in _candidates(match, selector)]
    if (
        selector.source == "owner"
        and any(m.attributes.get("pronoun") == "they" for m, _ in found)
        and any(
            a.own and a.part is Part.SUBJECT and a.mention.type == "person" for a in match.clause.arguments
        )
    ):
        return []  # «nazir onların bir qrupu ilə görüşüb»
    own = [item for item in found if item[1] != "earlier_clause"]
    return own or (found[:1] if selector.source == "subject" else [])


def _has_subject(clause: Clause) -> bool:
    return any(
        (a.part is Part.SUBJECT and a.mention.type not in _NO_DOERS)
        or (a.own and a.part is Part.OWNER and a.mention.type == "group")  # «işçi qrupunun səfəri»
        or (
            clause.nominal and a.part is Part.OWNER and a.mention.type == "person"
        )  # «X-in gəlib Y ilə görüşməsi»
        for a in clause.arguments
    )


_NO_DOERS = frozenset({"visit", "meeting", "title", "amount", "date", "level"})


def _candidates(match: Match, selector: Selector, told: bool = True) -> list[tuple[Mention, str]]:
    if selector.source == "theme":
        return [(match.theme, "theme")] if match.theme else []
    if not selector.types:
        return [(mention, selector.source) for mention in match.chosen.get(selector.source, ())]
    arguments = [
        a
        for a in match.clause.arguments
        if a.mention.type in selector.types
        and _plays(a, selector.source)
        and not (selector.without and selector.without in a.mention.attributes)
    ]
    if selector.source == "whose":
        arguments = _before_cue(match, arguments)
    own = [(a.mention, a.part.value) for a in arguments if a.own]
    earlier = [
        (a.mention, "earlier_clause")
        for a in reversed(arguments)
        if told and not match.frame.afresh and _is_handed_on(a, selector)
    ]
    return own if selector.source == "own" else own + earlier


def _before_cue(match: Match, arguments: list[Argument]) -> list[Argument]:
    """Those that stand before the words of the frame's cue, the nearest first: whose it is stands next to it."""
    held = match.clause.concepts
    cue = next((held[c] for cues in match.frame.cues for c in cues.split("|") if c in held), None)
    if cue is None:
        return arguments
    before = [a for a in arguments if not a.own or a.mention.end <= cue.start]
    return sorted(before, key=lambda a: (not a.own, cue.start - a.mention.end))


def _is_handed_on(argument: Argument, selector: Selector) -> bool:
    """Whether an earlier clause's argument may be meant: whose a thing is stays with that thing."""
    if argument.own or (selector.source == "whose" and argument.mention.type == "it"):
        return False
    return argument.part is not Part.MODIFIER or selector.source == "any"


def _plays(argument: Argument, source: str) -> bool:
    if source == "whose":
        return argument.part is Part.OWNER
    return source in ("any", "own") or argument.part.value in source.split("+")


def _other(match: Match, role: str, discourse: Discourse, paired: bool) -> Found | None:
    """The other state of the pair in question than the one that plays `role`; if not `paired`, else the publisher's."""
    known = next(iter(match.firms(role)), None) or match.roles.get(role)
    if not isinstance(known, str):
        return None
    if paired and not discourse.is_sure:
        return None
    other = discourse.other_than(known) if paired else clause_other(match.clause, known, discourse)
    return (other, [], "pair") if other else None
