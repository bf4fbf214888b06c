"""Meetings of persons or delegations."""

from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.frames import Frame

ROLES = {
    "participants": "subject:someone&partner:someone",
    "states": "participants.state",
    "place": "place:place",
    "host": "place:land",
}

MEETING = Kind(
    name="meeting",
    section=Section.VISITS,
    roles={
        "participants": RoleType.PERSONS,
        "states": RoleType.STATES,
        "place": RoleType.PLACE,
        "host": RoleType.STATE,
        "topic": RoleType.PHRASE,
    },
    identity=("participants", "when"),
    question=("participants", "when"),
    answer=Answer.EXISTS,
    recurs=True,
    frames=(
        Frame(
            name="received",
            event="meeting",
            during=True,
            cues=("receive",),
            unless=("telephone", "credentials"),
            roles={
                **ROLES,
                "participants": "subject:someone&object:someone subject:someone&agent:someone topic&agent:someone "
                "topic&object:someone",
            },
            needs=("states",),
            parties=("states",),
        ),
        Frame(
            name="was_received",
            event="meeting",
            during=True,
            cues=("be_received",),
            unless=("telephone", "credentials"),
            roles={**ROLES, "participants": "subject:someone&owner:someone topic&owner:someone"},
            needs=("states",),
            parties=("states",),
        ),
        Frame(
            name="met",
            event="meeting",
            during=True,
            cues=("meet",),
            unless=("telephone", "regularly", "counted"),
            roles={
                **ROLES,
                "participants": "subject:someone&partner:someone owner:someone&partner:someone "
                "partner:person&between:person between:person "
                "subject:someone owner:someone topic&partner:someone",
            },
            needs=("states",),
            parties=("states",),
        ),
        Frame(
            name="meeting_of",
            event="meeting",
            during=True,
            cues=("meeting_noun",),
            unless=("telephone", "meet", "about_meeting", "regularly", "counted"),
            roles={
                **ROLES,
                "participants": "whose:someone&partner:someone partner:person&between:person between:person "
                "owner:someone "
                "subject:someone&partner:someone",
            },
            needs=("states",),
            parties=("states",),
        ),
    ),
    line="{participants} met {place} {when}: {topic}",
)
