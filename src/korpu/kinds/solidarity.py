"""Aid and declared support."""

from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.frames import Frame

AID = Kind(
    name="aid.given",
    section=Section.CULTURE,
    roles={"giver": RoleType.ACTOR, "receiver": RoleType.STATE, "what": RoleType.PHRASE},
    identity=("giver", "receiver", "what"),
    question=("giver", "receiver", "what", "when"),
    answer=Answer.EXISTS,
    frames=(
        Frame(
            name="given",
            cues=("aid|give|send|deliver|gift|allocate|grant",),
            roles={
                "giver": "subject:nation owner:nation agent:nation source:nation other:receiver",
                "receiver": "goal:land",
                "what": "any:help",
            },
            needs=("giver", "receiver", "what"),
        ),
    ),
    line="{giver} gave {receiver} {what} {when}",
)

SUPPORT = Kind(
    name="support.declared",
    section=Section.RELATIONS,
    roles={"supporter": RoleType.ACTOR, "supported": RoleType.STATE, "topic": RoleType.PHRASE},
    identity=("supporter", "supported"),
    question=("supporter", "supported"),
    answer=Answer.EXISTS,
    frames=(
        Frame(
            name="supported",
            cues=("support",),
            roles={
                "supporter": "subject:nation agent:nation owner:nation",
                "supported": "object:nation goal:nation owner:nation other:supporter",
                "topic": "any:topic",
            },
            needs=("supporter", "supported"),
            stances={"plan": "fact"},
        ),
    ),
    line="{supporter} declared support for {supported}: {topic} {when}",
)
