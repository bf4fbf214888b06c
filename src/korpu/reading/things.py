"""Things: what a document tells of and comes back to by its sort alone («səfirlik», «qrup»)."""

from __future__ import annotations

from korpu.clauses import Mention

THINGS = frozenset({"mission", "group", "project", "commission", "session", "title"})
TELLING = frozenset({"sender", "host", "state", "pair", "name"})
"""What tells a thing from others of its sort; a mention without any of it is of the one told of last."""
MISSION_OF = {
    "ambassador": "embassy",
    "charge_d_affaires": "embassy",
    "consul_general": "consulate_general",
    "consul": "consulate",
    "honorary_consul": "honorary_consulate",
}
"""The mission that an office is at the head of."""


def sort_of(mention: Mention) -> str:
    """Return the sort by which a thing told of is remembered: «mission embassy», «group»."""
    if mention.type == "session" and not mention.attributes.get("sort"):
        return "commission "  # what is told of a session is that its commission exists
    if mention.type == "title":
        return f"title {mention.attributes.get('type', '')}"
    return f"{mention.type} {mention.attributes.get('mission') or mention.attributes.get('sort', '')}"


def is_of_bloc(person: Mention) -> bool:
    """Return whether he (or a delegation) comes from an organisation, and from no state («NATO-nun Baş katibi»)."""
    whose = person.attributes.get("of", "")
    return whose.isupper() or (bool(whose) and person.attributes.get("office") == "delegation")
