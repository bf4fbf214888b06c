"""Parties: which states a claim relates."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from korpu.claims import Claim, RoleValue
from korpu.clauses import Argument, Clause, Mention, Part
from korpu.kinds import RoleType
from korpu.reading.discourse import Discourse
from korpu.reading.frames import Match

_RELATING = (Part.BETWEEN, Part.PARTNER)


def find_parties(
    match: Match, discourse: Discourse, roles: dict[str, RoleValue] | None = None
) -> tuple[str, ...] | None:
    """Return the parties, sorted: the states in the roles, else those that the clause relates, else the pair.

    `roles` are those of one of several claims that the match makes. None where there are not two states, or
    where the clause names so many that it cannot be told which.
    """
    states = _role_states(match, roles or match.roles)
    if match.frame.each and len(states) == 1:
        states = _role_states(match, match.roles) | _fellows(match, discourse)
    states |= _states_of_places(match, discourse) | set(match.firms())
    if match.theme and len(states) < 2 and "nation" in match.theme.attributes:
        states.add(match.theme.attributes["nation"])
    if len(states) == 1 and _are_of_one(match, discourse):
        return None
    if len(states) == 1:
        persons = _states_of_persons(match, discourse)
        if persons == states and not match.frame.pair:  # an order of X for one of X's own
            return None
        if not persons and not discourse.is_sure and states == {discourse.home} and _is_for_someone(match):
            return None  # our order for someone of whom nothing says that he is another state's
        states |= persons
    if match.frame.joint:
        named = {code for code in sharers(match.clause, discourse) if code.strip()}
        if len(named) > 2:
            return tuple(sorted(named))
    circle = _circle(match.clause, discourse) if match.frame.several else ()
    if circle:
        return tuple(sorted(circle))
    if match.theme and "sides" in match.theme.attributes:
        return None  # of three or more, not all of which are known
    signers = _persons_of_two(match.clause, discourse) if match.frame.pair and match.theme else ()
    if signers and not states:
        return signers
    if len(states) >= 2 and not match.frame.pair:
        return tuple(sorted(states))
    pair = clause_pair(match.clause, discourse, states)
    if pair and match.frame.parties and not states <= set(pair):
        return None
    if pair is None and len(states) >= 2:
        return tuple(sorted(states))
    if pair and match.theme and match.theme.type == "polity" and match.theme.value in pair:
        return None  # what a treaty was made with, and not what both were part of
    return pair


def _fellows(match: Match, discourse: Discourse) -> set[str]:
    """Those who did the same before («X və Y-in qoşulduğu layihədə Z də iştirak edir»), if they were several."""
    told = {
        code for a in match.clause.arguments
        if not a.own and a.part in _SHARING and a.mention.type == "state" and match.theme
        for code in _codes(a, discourse)
    }  # fmt: skip
    return told if len(told) > 1 else set()


def joined(claims: list[Claim]) -> list[Claim]:
    """Return a sentence's claims; who take part in one thing, and they alone, are the parties of each such claim.

    «X və Y-in qoşulduğu layihədə Z də iştirak edir»: all three are, in what is said of X too.
    """
    members: dict[object, set[str]] = {}
    related: dict[object, set[str]] = {}
    for claim in claims:
        states = _members(claim)
        if len(states) == 1:
            members.setdefault(_thing(claim), set()).update(states.values())
            related.setdefault(_thing(claim), set()).update(claim.parties)
    circles = {
        key: tuple(sorted(who)) for key, who in members.items() if len(who) > 2 and related[key] <= who
    }
    return [
        msgspec.structs.replace(claim, parties=circles.get(_thing(claim), claim.parties))
        if circles
        else claim
        for claim in claims
    ]


def _members(claim: Claim) -> dict[str, str]:
    """The roles of a claim that states fill."""
    return {
        role: value for role, value in claim.roles.items()
        if isinstance(value, str) and len(value) == 2 and value.isupper()
    }  # fmt: skip


def _thing(claim: Claim) -> object:
    """What several take part in: the kind, and what is said of it besides who does."""
    members = _members(claim)
    names = [(role, str(value)) for role, value in claim.roles.items() if role not in members]
    return claim.kind, claim.start, tuple(sorted(names))


def _circle(clause: Clause, discourse: Discourse) -> tuple[str, ...]:
    """The three or more states that act in a clause together; those of the occasion, where it names none."""
    named = [(a, code) for a in clause.arguments if a.own for code in _codes(a, discourse)]
    named += [
        (a, code) for a in clause.arguments if a.own and a.mention.type == "person"
        for code in (discourse.state_of(a.mention) or "").split()
    ]  # fmt: skip
    if not named:
        if any(_codes(a, discourse) for a in clause.arguments if not a.own):
            return ()  # whose it is was told in an earlier clause
        several = discourse.named if discourse.main_pair is None and len(discourse.named) > 2 else ()
        return discourse.circle or several
    acting = {code for a, code in named if a.part in _RELATED}
    owners = {code for a, code in named if a.part is Part.OWNER}
    states = acting | owners if len(owners) > 1 else acting
    return tuple(states) if len(states) > 2 else ()


def _persons_of_two(clause: Clause, discourse: Discourse) -> tuple[str, ...]:
    """The two states of the persons who do something together; none where other states do it too."""
    acting = [a for a in clause.arguments if a.own and a.part in _RELATED]
    persons = {
        code for a in acting if a.mention.type == "person" and "state" in a.mention.attributes
        for code in (discourse.state_of(a.mention) or "").split()
    }  # fmt: skip
    others = {code for a in acting if a.mention.type != "person" for code in _codes(a, discourse)}
    return tuple(sorted(persons)) if len(persons) == 2 and others <= persons else ()


def _states_of_persons(match: Match, discourse: Discourse) -> set[str]:
    """The states of the persons in roles, where the document says them."""
    found = (
        discourse.state_of(mention)
        for role, mentions in match.chosen.items() if match.kind.roles[role] in _OF_PERSONS
        for mention in mentions if mention.type in ("person", "it") or match.kind.roles[role] is RoleType.PERSON
    )  # fmt: skip
    return {state for state in found if state and len(state) == 2}


def _is_for_someone(match: Match) -> bool:
    """Whether a person, and no one whom a monument honours, tells the claim apart, and its only state does something for him."""
    roles = [match.kind.roles[role] for role in match.kind.identity if role in match.kind.roles]
    if match.theme is not None and "honoured" in match.theme.attributes:
        return False
    related = match.theme is not None and bool({"pair", "with"} & match.theme.attributes.keys())
    return RoleType.PERSON in roles and roles.count(RoleType.STATE) == 1 and not related


_OF_PERSONS = (RoleType.PERSON, RoleType.ACTOR)


def _states_of_places(match: Match, discourse: Discourse) -> set[str]:
    """The states that the cities of a role lie in."""
    found = (
        discourse.state_of(mention)
        for role, mentions in match.chosen.items() if match.kind.roles[role] is RoleType.PLACES
        for mention in mentions
    )  # fmt: skip
    return {state for state in found if state}


def _are_of_one(match: Match, discourse: Discourse) -> bool:
    """Whether all cities of a role lie in one state («Türkiyənin Van və Konya şəhərləri ilə …»): the other city is not named."""
    return any(
        len(mentions) > 1 and all(discourse.state_of(mention) for mention in mentions)
        for role, mentions in match.chosen.items() if match.kind.roles[role] is RoleType.PLACES
    )  # fmt: skip


def lists_states(clauses: Sequence[Clause]) -> bool:
    """Whether two states play one part that does not relate them («A ilə …, B ilə isə …»)."""
    parts: dict[Part, set[str]] = {}
    for clause in clauses:
        for argument in clause.arguments:
            if argument.own and argument.mention.type == "state" and argument.part in _LISTED:
                parts.setdefault(argument.part, set()).add(argument.mention.value)
    return any(len(states) > 1 for states in parts.values())


_LISTED = frozenset({Part.PARTNER, Part.GOAL, Part.SOURCE, Part.PLACE, Part.OBJECT})


def _role_states(match: Match, roles: dict[str, RoleValue]) -> set[str]:
    states: set[str] = set()
    for role, value in roles.items():
        if match.frame.parties and role not in match.frame.parties:
            continue
        type_ = match.kind.roles[role]
        if isinstance(value, str):
            values = tuple(value.split()) if role == match.frame.each else (value,)
        else:
            values = value
        if type_ in (RoleType.STATE, RoleType.STATES, RoleType.ACTOR):
            states |= {code for code in values if len(code) == 2 and code.isupper()}
    return states


_SHARING = (Part.SUBJECT, Part.PARTNER, Part.BETWEEN, Part.OWNER, Part.AGENT)


def is_of_one(clause: Clause, discourse: Discourse) -> bool:
    """Whether what the clause says is said of one state alone, and not of «us»."""
    codes = sharers(clause, discourse) or _attending(clause, discourse)
    ours = any(a.mention.type == "pointer" and a.mention.value == "our" for a in clause.arguments)
    return len(codes) == 1 and not ours


def _attending(clause: Clause, discourse: Discourse) -> set[str]:
    """The states of the persons who take part in something, where the clause names no state: «nazir … iclasında iştirak edib»."""
    if "participate" not in clause.concepts:
        return set()
    persons = [
        a.mention for a in clause.arguments if a.part in _SHARING and a.mention.type in ("person", "it")
    ]
    if not persons:
        return {""} if "summit" in clause.concepts else set()
    return {discourse.likely_state(person) or "" for person in persons if not person.attributes.get("plural")}


def is_of_nobody(clause: Clause, discourse: Discourse) -> bool:
    """Whether a document that is about no two states leaves open which of them the clause speaks of, if of any."""
    if discourse.main_pair or relates_two(clause, discourse):
        return False
    pointed = any(
        a.mention.type == "pointer" and a.mention.value in ("our", "pair") for a in clause.arguments
    )
    return not pointed and len(sharers(clause, discourse)) < 2


_RELATED = frozenset({Part.SUBJECT, Part.PARTNER, Part.BETWEEN, Part.AGENT})


def relates_two(clause: Clause, discourse: Discourse) -> bool:
    """Whether two states themselves do it together, or it is between them; not what is of the one or the other."""
    acting = [a for a in clause.arguments if a.own and a.part in _RELATED]
    own = [a.mention for a in clause.arguments if a.own]
    if _persons_of_two(clause, discourse) or any(m.type == "pair" or "pair" in m.attributes for m in own):
        return True
    if discourse.pair and any(_are_the_two(m) for m in own):
        return True
    return len(sharers(msgspec.structs.replace(clause, arguments=tuple(acting)), discourse)) > 1


def _are_the_two(persons: Mention) -> bool:
    """«prezidentlər»: those who hold one high office, each in his own of the two states in question."""
    of_pair = persons.attributes.get("state", "@pair") == "@pair"
    holds = persons.attributes.get("office") in ("president", "prime_minister", "foreign_minister")
    return persons.type == "person" and holds and of_pair and "plural" in persons.attributes


def sharers(clause: Clause, discourse: Discourse) -> set[str]:
    """Return the states of which a clause says something in common, its own or else those told before."""
    for own in (True, False):
        codes: set[str] = set()
        for argument in clause.arguments:
            mention = argument.mention
            if argument.own is not own or argument.part not in _SHARING:
                continue
            if mention.type == "pair":
                codes |= set(mention.value.split())
            elif mention.type == "pointer" and mention.value == "pair":
                codes |= set(discourse.pair or ("", " "))
            elif mention.type in ("state", "pointer", "parliament"):
                codes |= set((discourse.state_of(mention) or "").split()) or {""}
            elif "capital" in mention.attributes and argument.part in (Part.SUBJECT, Part.PARTNER):
                codes.add(mention.attributes["capital"])
        if codes:
            return codes
    return set()


def clause_pair(clause: Clause, discourse: Discourse, known: set[str]) -> tuple[str, ...] | None:
    """Return the two states that a clause relates; `known` are those already in roles."""
    if any("table" in argument.mention.attributes for argument in clause.arguments):
        # A table that names no pair is about the document's, or about none.
        return tuple(sorted(discourse.pair)) if discourse.pair and known <= set(discourse.pair) else None
    if not any(a.own for a in clause.arguments if a.mention.type == "state") and _is_ours(clause):
        named = [(a.mention.start, a.mention.value) for a in clause.arguments if a.mention.type == "state"]
        if named:
            return _with_one(max(named)[1], clause, discourse)
    related: list[str] = []
    said: list[str] = []
    for own in (True, False):
        for argument in clause.arguments:
            if argument.own is not own:
                continue
            mention = argument.mention
            codes = _codes(argument, discourse)
            if not codes:
                continue
            said += codes
            if argument.part in _RELATING or len(codes) == 2:
                related += codes
            if mention.attributes.get("our") or mention.attributes.get("your"):
                said += [discourse.home or ""]
        if own and (len(set(said) | known) >= 2 or (said and _is_ours(clause))):
            break
    for states in (set(related) | known, set(related), set(said) | known):
        if len(states) == 2:
            return tuple(sorted(states))
    found = set(said) | known
    if len(set(related)) == 1 and related[0] not in (discourse.pair or ()):
        return _with_actor(related[0], clause, discourse)
    if any(a.own and a.mention.type == "organisation" and a.part in _ACROSS for a in clause.arguments):
        return None  # the other side is no state
    if discourse.pair and discourse.is_sure and not known and _is_elsewhere(clause, found, discourse.pair):
        return tuple(sorted(discourse.pair))
    if len(found) == 1:
        return _with_one(next(iter(found)), clause, discourse)
    if not found:
        return tuple(sorted(discourse.pair)) if discourse.pair and discourse.is_sure else None
    if discourse.pair and set(discourse.pair) <= found and len(known) < 2:
        return tuple(sorted(discourse.pair))
    return None


def _is_elsewhere(clause: Clause, found: set[str], pair: Sequence[str]) -> bool:
    """Whether the only state that is named is where the two of the pair signed («Vatikanda bağlandı»)."""
    places = {a.mention.value for a in clause.arguments if a.own and a.part is Part.PLACE}
    return "sign" in clause.concepts and len(found) == 1 and found <= places - set(pair)


_ACROSS = frozenset({Part.BETWEEN, Part.PARTNER, Part.AGENT})


def _codes(argument: Argument, discourse: Discourse) -> list[str]:
    """The states that an argument names, points at or speaks for."""
    mention = argument.mention
    if mention.type == "pair" or (mention.type in _PAIRED and "pair" in mention.attributes):
        return (mention.attributes.get("pair") or mention.value).split()
    if mention.type == "pointer" and mention.value == "pair":
        return list(discourse.pair or ())
    if mention.type == "polity" and mention.value == "SU" and argument.part in _RELATING and argument.own:
        return ["SU"]  # «Türkiyə ilə SSRİ arasında»: a state of its time
    if mention.type in ("state", "people", "pointer"):
        return (discourse.state_of(mention) or "").split()
    if _speaks_for_state(argument):
        return [mention.attributes["capital"]]
    if mention.type == "group":
        told = (mention.attributes.get(name, "") for name in ("state", "with", "owner"))
        return [code for said in told for code in (discourse.state_of_pointer(said) or "").split()]
    return []


def _with_actor(other: str, clause: Clause, discourse: Discourse) -> tuple[str, ...] | None:
    """The state with which something is, and the only one that acts, here or before («A B-ni dəstəkləyir, C ilə əlaqə qurmayıb»)."""
    acting = [a for a in clause.arguments if a.part is Part.SUBJECT]
    for own in (True, False):
        codes = {code for a in acting if a.own is own for code in _codes(a, discourse)} - {other}
        if codes:
            return tuple(sorted((other, codes.pop()))) if len(codes) == 1 else None
    return _with_one(other, clause, discourse)


_PAIRED = frozenset({"group", "mission", "title"})
"""What may say between which two states it is."""


def _is_ours(clause: Clause) -> bool:
    """Whether what the clause is of is ours («A ilə ticarətimiz 5, B ilə 6 milyon dollar»)."""
    return any(
        a.mention.attributes.get("our") and a.mention.concept.split(" ")[0] in clause.concepts
        for a in clause.arguments
    )


def _speaks_for_state(argument: Argument) -> bool:
    """Whether a capital is named for its state («Pekin və Bişkek arasında»)."""
    return argument.part in (*_RELATING, Part.SUBJECT) and "capital" in argument.mention.attributes


def _with_one(state: str, clause: Clause, discourse: Discourse) -> tuple[str, ...] | None:
    """The clause names one state: the pair's other one is meant, else the publisher's, as «our relations» says."""
    if any(a.mention.type == "relations" and "our" in a.mention.attributes for a in clause.arguments):
        return tuple(sorted((state, discourse.home))) if discourse.home and state != discourse.home else None
    if _is_ours(clause) and discourse.home and state != discourse.home:
        return tuple(sorted((state, discourse.home)))
    if discourse.pair and state in discourse.pair:
        return tuple(sorted(discourse.pair))
    ours = any(argument.mention.attributes.get("our") for argument in clause.arguments)
    if (
        discourse.home
        and state != discourse.home
        and (ours or discourse.pair is None or discourse.home in discourse.pair)
    ):
        return tuple(sorted((state, discourse.home)))
    return None
