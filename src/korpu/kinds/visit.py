"""Visits of persons and delegations of one state to the other."""

from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.frames import Frame

WHO = "subject:someone~mission_head agent:person~mission_head"
OF_WHOM = "whose:someone~mission_head modifier:person~mission_head"
CALLED_OFF = ("close", "cancel", "postpone", "about_visit")
ROLES = {
    "visitor": WHO,
    "office": "visitor.office",
    "to": "goal:land",
    "from": "visitor.state! visitor.likely! other:to",
    "place": "goal:place place:place modifier:place",
    "type": "any:visit",
}

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
    recurs=True,
    frames=(
        Frame(
            name="called_off",
            cues=("visit_noun", "close|cancel|postpone"),
            roles={**ROLES, "visitor": f"{OF_WHOM} {WHO}", "to": "goal:land place:land modifier:land"},
            needs=("visitor", "from", "to"),
            denied_by=("close", "cancel", "postpone"),
        ),
        Frame(
            name="visited",
            event="visit",
            cues=("visit",),
            unless=CALLED_OFF,
            unless_told=("summit", "assembly"),
            roles={
                **ROLES,
                "visitor": f"{WHO} {OF_WHOM} topic",
                "to": "^goal:land ^place:land ^object:land ^modifier:land",
            },
            needs=("visitor", "from", "to"),
        ),
        Frame(
            name="not_held",
            cues=("visit", "visit_noun"),
            unless=CALLED_OFF,
            unless_told=("summit", "assembly"),
            roles={
                **ROLES,
                "visitor": f"{OF_WHOM} {WHO}",
                "from": "visitor.state!",
                "to": "^goal:land ^place:land ^modifier:land paired:from",
            },
            needs=("visitor", "from", "to"),
            stances={"fact": None, "plan": None, "estimate": None, "target": None},
        ),
        Frame(
            name="set_out",
            event="visit",
            cues=("visit_noun", "arrive"),
            unless=("visit", "within_visit", "call_on", *CALLED_OFF),
            unless_told=("summit", "assembly"),
            roles={**ROLES, "visitor": "subject:someone~mission_head", "to": "^goal:land"},
            needs=("visitor", "from", "to"),
        ),
        Frame(
            name="called_on",
            event="visit",
            cues=("call_on",),
            unless=("visit", "within_visit", *CALLED_OFF),
            roles={
                **ROLES,
                "visitor": WHO,
                "to": "^object:state|pointer ^object:place.capital ^goal:land",
                "place": "object:place goal:place",
            },
            needs=("visitor", "from", "to"),
        ),
        Frame(
            name="during_visit",
            event="visit",
            when="near",
            cues=("within_visit",),
            unless=("visit", "arrive", *CALLED_OFF),
            roles={
                **ROLES,
                "visitor": f"{OF_WHOM} subject:someone~mission_head",
                "to": "goal:land modifier:land",
            },
            needs=("visitor", "from", "to"),
            once=True,
            presupposed=True,
        ),
        Frame(
            name="visit_of",
            event="visit",
            when="near",
            cues=("visit_noun",),
            unless=("visit", "call_on", "within_visit", *CALLED_OFF),
            roles={**ROLES, "visitor": OF_WHOM, "to": "goal:land modifier:land"},
            needs=("visitor", "from", "to"),
        ),
        Frame(
            name="arrived",
            event="visit",
            cues=("arrive",),
            unless=("visit", "visit_noun", "call_on", "summit", *CALLED_OFF),
            unless_told=("summit", "assembly"),
            roles={**ROLES, "visitor": "subject:someone~mission_head", "to": "^goal:land goal:land"},
            each="to",
            needs=("visitor", "office", "from", "to"),
        ),
        Frame(
            name="was_there",
            event="visit",
            cues=("be_in",),
            unless=("visit", "visit_noun", "call_on", "arrive", "summit", "assembly", *CALLED_OFF),
            unless_told=("summit", "assembly"),
            roles={**ROLES, "visitor": "subject:someone~mission_head", "to": "^place:land"},
            needs=("visitor", "office", "from", "to"),
        ),
    ),
    line="{visitor} ({office}) visited {to} {place} {type} {when}",
)
