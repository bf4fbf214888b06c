"""Names of entities in words: those that are codes within Körpü are said as people say them."""

from __future__ import annotations

from collections.abc import Mapping

from korpu.render.wording.words import Wording
from korpu.states import state_codes
from korpu.translations import translate


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


def sameness_in_words(code: str, details: Mapping[str, str], say: Wording) -> str:
    """Return why two names are one, are not, or may be: offices and states in its details are said as people say them.

    >>> from korpu.render.wording.words import wording
    >>> sameness_in_words("two_states", {"first": "CL", "second": "NO, SE"}, wording("en"))
    'They are told of for two states: Chile; Norway and Sweden.'

    Args:
        code: of the translations' `sameness`.
        details: what fills its sentence.
    """
    own_words = code.startswith("judged")
    said = {name: detail if own_words else _said(detail, say) for name, detail in details.items()}
    return translate(say.language, "sameness", code, **said)


def _said(detail: str, say: Wording) -> str:
    codes = detail.split(", ")
    if state_codes().issuperset(codes):
        return say.grammar.listed([say.state(code) for code in codes])
    return str(say.words["terms"]["office"].get(detail, detail))
