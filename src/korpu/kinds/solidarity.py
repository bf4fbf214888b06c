"""Aid and declared support."""

from korpu.kinds import Answer, Kind, RoleType, Section

AID = Kind(
    name="aid.given",
    section=Section.CULTURE,
    roles={"giver": RoleType.ACTOR, "receiver": RoleType.STATE, "what": RoleType.PHRASE},
    identity=("giver", "receiver", "what"),
    question=("giver", "receiver", "what", "when"),
    answer=Answer.EXISTS,
    line="{giver} gave {receiver} {what} {when}",
)

SUPPORT = Kind(
    name="support.declared",
    section=Section.RELATIONS,
    roles={"supporter": RoleType.ACTOR, "supported": RoleType.STATE, "topic": RoleType.PHRASE},
    identity=("supporter", "supported"),
    question=("supporter", "supported"),
    answer=Answer.EXISTS,
    line="{supporter} declared support for {supported}: {topic} {when}",
)
