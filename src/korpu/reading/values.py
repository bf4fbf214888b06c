"""Values: what a mention fills a role with, by the role's type: a code, a name, a word, or several names."""

from __future__ import annotations

from korpu.clauses import Mention
from korpu.kinds import RoleType
from korpu.reading.discourse import Discourse
from korpu.reading.posts import post_of


def read_value(mention: Mention, attribute: str, type_: RoleType, discourse: Discourse) -> str | None:
    """Return what a mention fills a role of `type_` with: a code, a name, a word; None where it cannot."""
    if attribute:
        said = mention.attributes.get(attribute)
        if attribute == "name":
            named = mention.value or mention.type == "it" or mention.attributes.get("he")
            return discourse.name_of(mention) if named else None
        if attribute == "state" and mention.type in ("person", "it"):
            return discourse.state_of(mention)
        if attribute == "likely":
            return discourse.likely_state(mention)
        if attribute == "office" and mention.type in ("person", "it"):
            return discourse.office_of(mention)
        if attribute.startswith("known_"):
            return post_of(mention, discourse).get(attribute.removeprefix("known_"))
        if said and " @" in said and not said.startswith("@"):  # «Maltadakı və ölkəmizdəki səfiri»
            return " ".join(dict.fromkeys((discourse.state_of_pointer(said) or "").split())) or None
        return discourse.pointed_by(mention, said) if said and said.startswith("@") else said or None
    acts = type_ is RoleType.ACTOR and mention.type not in _BY_NAME
    if type_ in (RoleType.STATE, RoleType.STATES) or acts:
        return discourse.state_of(mention)
    if type_ in (RoleType.PERSON, RoleType.PERSONS) and mention.type in ("person", "it"):
        return discourse.name_of(mention)
    return mention.value or None


_BY_NAME = frozenset({"company", "ethnos"})
"""Actors that are no state: they go by their names."""


def read_values(mention: Mention, attribute: str, type_: RoleType, discourse: Discourse) -> tuple[str, ...]:
    """Return all that a mention fills a role with: «the presidents» are two, «they» too."""
    if type_ is RoleType.PERSONS and mention.type in ("person", "it"):
        return discourse.names_of(mention)
    value = read_value(mention, attribute, type_, discourse)
    return (value,) if value else ()
