"""Meetings of persons or delegations."""

from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.frames import Frame

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
    frames=(
        Frame(
            name="met",
            event="meeting",
            cues=("meet|meeting_noun|receive",),
            roles={
                "participants": "any:person",
                "states": "participants.state",
                "place": "place:place",
                "host": "place:land",
            },
            needs=("participants",),
            parties=("states",),
        ),
    ),
    line="{participants} met {place} {when}: {topic}",
)
