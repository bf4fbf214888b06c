"""Visits of persons and delegations of one state to the other."""

from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.frames import Frame

VISIT = Kind(
    name="visit",
    section=Section.VISITS,
    roles={
        "visitor": RoleType.PERSON,
        "office": RoleType.TERM,
        "from": RoleType.STATE,
        "to": RoleType.STATE,
        "place": RoleType.PLACE,
        "type": RoleType.TERM,
    },
    identity=("visitor", "to", "when"),
    question=("visitor", "to", "when"),
    answer=Answer.EXISTS,
    frames=(
        Frame(
            name="visited",
            event="visit",
            cues=("visit|visit_noun",),
            roles={
                "visitor": "subject:person owner:person agent:person modifier:person subject:delegation any:person",
                "office": "visitor.office",
                "from": "visitor.state",
                "to": "goal:land place:land",
                "place": "goal:place place:place",
                "type": "any:visit",
            },
            needs=("visitor", "to"),
        ),
    ),
    line="{visitor} ({office}) visited {to} {place} {type} {when}",
)
