"""Names of entities in words: those that are codes within Körpü are said as people say them."""

from __future__ import annotations

from korpu.render.wording.words import Wording


def name_in_words(type: str, name: str, say: Wording) -> str:
    """Return the name of an entity of a type: of a mission whose it is and where, of an organisation with a code its name.

    >>> from korpu.render.wording.words import wording
    >>> name_in_words("mission", "NO embassy CL Santiago", wording("en"))
    'Norway’s embassy in Chile (Santiago)'
    >>> name_in_words("place", "Santiago", wording("en"))
    'Santiago'
    """
    if type == "organisation":
        known = say.words["terms"]["organisation"].get(name)
        return say.grammar.capitalise(str(known)) if known else name
    parts = name.split(" ", 3)
    if type != "mission" or len(parts) < 3:
        return name
    sender, mission, host, *place = parts
    slots = {
        "sender": say.state(sender),
        "mission": say.filler("mission.opened", "mission", mission),
        "host": say.state(host),
    }
    return say.grammar.capitalise(
        say.label("mission_named", **slots, **({"place": place[0]} if place else {}))
    )
