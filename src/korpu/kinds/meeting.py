"""Meetings of persons or delegations."""

from korpu.kinds import Answer, Kind, RoleType, Section

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
    line="{participants} met {place} {when}: {topic}",
)
