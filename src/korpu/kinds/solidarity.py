"""Aid and declared support."""

from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.frames import Frame

RECEIVER = "goal:land place:land located:land owner:land"
GIVER = "subject:nation subject:place.capital agent:nation owner:nation source:nation"

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
            cues=("help",),
            theme="help",
            roles={"receiver": RECEIVER, "giver": GIVER, "what": "theme"},
            each="receiver",
            needs=("giver", "receiver", "what"),
        ),
        Frame(
            name="received",
            cues=("help_received",),
            theme="help",
            roles={"receiver": RECEIVER, "giver": f"{GIVER} other:receiver", "what": "theme"},
            each="receiver",
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
