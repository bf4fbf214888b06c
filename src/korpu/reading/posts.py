"""Posts: at the head of whose mission a person is, and where, by what was said of it now or before."""

from __future__ import annotations

from korpu.claims import RoleValue
from korpu.clauses import Mention
from korpu.reading.discourse import Discourse
from korpu.reading.things import MISSION_OF


def post_of(person: Mention, discourse: Discourse) -> dict[str, str]:
    """Return whose mission a person is at the head of and where, by his words, his name or his mission."""
    said = discourse.pointed(person)
    known = discourse.things.get(f"person {discourse.name_of(person)}") or {}
    if not said.keys() & {"sender", "host"}:
        return known or mission_of(person, discourse)
    discourse.complete(said)
    return said


def mission_of(head: Mention, discourse: Discourse) -> dict[str, str]:
    """Return what was said of the mission told of last that such a person is at the head of.

    Of one whose sender is said, and is another's, it only tells the host, where that mission is in his state.
    """
    if not (head.value or head.attributes.get("he")):
        return {}
    sort = MISSION_OF.get(head.attributes.get("office", ""), "")
    told, sender = discourse.things.get(f"mission {sort}", {}), discourse.pointed(head).get("sender")
    if not sender or told.get("sender", sender) == sender:
        return told
    return {"host": told["sender"]} if told.get("host") == sender else {}


def note_post(roles: dict[str, RoleValue], discourse: Discourse) -> None:
    """Remember whose mission a person is said to head and where, for what is told of him later by his name alone."""
    said = {
        name: value
        for name in ("sender", "host", "office", "mission")
        if isinstance(value := roles.get(name), str)
    }
    person = roles.get("person")
    if isinstance(person, str) and person and said.keys() >= {"sender", "host"}:
        discourse.things[f"person {person}"] = discourse.things["post"] = {"mission_head": "yes", **said}
        discourse.states_of_persons.setdefault(person, said["sender"])
