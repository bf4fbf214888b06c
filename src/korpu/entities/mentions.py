"""The names in a claim: which of its roles name persons, places, missions and the like, and what it tells of each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from korpu.claims import Claim, RoleValue, content_id
from korpu.entities.context import Context, Fact
from korpu.entities.persons import person_key
from korpu.entities.titles import key_of
from korpu.kinds import EntityType, RoleType, kinds

_TYPES: dict[RoleType, EntityType] = {
    RoleType.PERSON: "person",
    RoleType.PERSONS: "person",
    RoleType.PLACE: "place",
    RoleType.PLACES: "place",
    RoleType.ORGANISATION: "organisation",
}
_MISSION = ("sender", "host", "mission")
"""The roles that together name a mission, with `place` where it is told."""
_STATE_ROLES = ("sender", "state", "from")
"""The roles, one of which says whose a person in office is."""
_NOTHING = Context()
"""What a claim tells of all but persons and agreements."""


class Mention(msgspec.Struct, frozen=True):
    """A name in a role of a claim.

    Attributes:
        id: of the name in its document: sixteen hex digits of its type, spelling and document, of an agreement's parties and
            of the state of a person. One spelling is one person there.
        key: names of one entity have one key; only they are compared.
        role: the role that the name fills; `mission` for a mission, which several roles name.
        context: what the claim tells of the bearer.
        claim: the claim's id.
    """

    id: str
    type: EntityType
    name: str
    key: str
    role: str
    document: str
    claim: str
    context: Context = Context()


def find_mentions(claim: Claim, claim_id: str | None = None) -> list[Mention]:
    """Return the names in a claim, in the order of its roles.

    Args:
        claim_id: the claim's id, where it is at hand; else it is worked out.
    """
    own = claim_id or claim.id
    return [
        Mention(
            id=id_of_name(type, name, claim),
            type=type,
            name=name,
            key=key_of_name(type, name, claim.parties),
            role=role,
            document=claim.document,
            claim=own,
            context=_context(type, role, claim),
        )
        for type, name, role in names_in(claim)
    ]


def names_in(claim: Claim) -> Iterator[tuple[EntityType, str, str]]:
    """Yield the names in a claim with their types and roles; none, where its kind is not known."""
    types = _types_of(claim.kind)
    if types is None:
        return
    for role, filler in claim.roles.items():
        if role in types:
            yield from ((types[role], name, role) for name in _names(filler) if name.strip())
    sender, host, mission = map(claim.roles.get, _MISSION)
    if isinstance(sender, str) and isinstance(host, str) and isinstance(mission, str):
        place = claim.roles.get("place")
        named = f"{sender} {mission} {host} {place if isinstance(place, str) else ''}".strip()
        yield "mission", named, "mission"


@cache
def _types_of(kind: str) -> dict[str, EntityType] | None:
    """For each role of a kind that names an entity, what it names; None where there is no such kind."""
    declared = kinds().get(kind)
    if declared is None:
        return None
    found = {role: declared.entities.get(role) or _TYPES.get(type) for role, type in declared.roles.items()}
    return {role: type for role, type in found.items() if type}


def id_of_name(type: EntityType, name: str, claim: Claim) -> str:
    """Return `Mention.id` of a name in a claim."""
    whose: list[str] = []
    if type == "agreement":
        whose = sorted(set(claim.parties))
    elif type == "person" and (state := _state(claim)):
        whose = [state]
    return content_id(type, name, claim.document, whose)


def key_of_name(type: EntityType, name: str, parties: tuple[str, ...] = ()) -> str:
    """Return what all names of one entity have in common; of an agreement, whose titles may share nothing, its parties."""
    if type == "person":
        return person_key(name)
    if type == "mission":
        return " ".join(name.split(" ", 3)[:3])
    return " ".join(parties) if type == "agreement" else key_of(type, name)


def _context(type: EntityType, role: str, claim: Claim) -> Context:
    if type not in ("person", "agreement"):
        return _NOTHING
    fact = _post(role, claim) if type == "person" else Fact(when=claim.when)
    return Context(frozenset({fact} - {Fact()}), frozenset(claim.parties))


def _post(role: str, claim: Claim) -> Fact:
    """What a claim tells of a person: the office and whose it is; or the kind of claim, where that gives one part only."""
    told = {name: filler for name, filler in claim.roles.items() if isinstance(filler, str)}
    state = _state(claim)
    declared = kinds()[claim.kind]
    office = told.get("office") or (
        claim.kind if state and declared.changes and declared.answer_role == role else ""
    )
    return Fact(office, state, told.get("host", "") if declared.tells_post else "", claim.when)


def _state(claim: Claim) -> str:
    """Whose a person in office is; the empty string where no role says it."""
    told = map(claim.roles.get, _STATE_ROLES)
    return next((filler for filler in told if isinstance(filler, str)), "")


def _names(filler: RoleValue) -> tuple[str, ...]:
    return (filler,) if isinstance(filler, str) else filler
