"""Awards of one state that persons of the other receive."""

from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.frames import Frame

AWARDING = {
    "award": "theme",
    "recipient": "goal:someone",
    "by": "theme.by owner:nation agent:nation owner:person.likely agent:person.likely subject:person.likely",
}
FROM = "theme.by owner:nation agent:nation source:nation owner:person.likely agent:person.likely source:person.likely"

AWARD = Kind(
    name="award.conferred",
    section=Section.CULTURE,
    roles={"award": RoleType.NAME, "recipient": RoleType.PERSON, "by": RoleType.STATE},
    identity=("award", "recipient", "by"),
    question=("award", "recipient", "by"),
    answer=Answer.WHEN,
    recurs=True,
    frames=(
        Frame(
            name="presented",
            during=True,
            cues=("present|give",),
            theme="award.sort",
            theme_parts="object subject modifier",
            roles={**AWARDING, "by": AWARDING["by"] + " subject:nation"},
            needs=("award", "recipient", "by"),
        ),
        Frame(
            name="pinned",
            during=True,
            cues=("pin",),
            theme="award.sort",
            theme_parts="object subject modifier",
            roles={**AWARDING, "recipient": "owner:someone"},
            needs=("award", "recipient", "by"),
        ),
        Frame(
            name="conferred",
            during=True,
            cues=("confer",),
            theme="award.sort",
            theme_parts="partner object goal subject modifier",
            roles={
                **AWARDING,
                "recipient": "object:someone subject:someone owner:someone",
                "by": AWARDING["by"] + " subject:nation",
            },
            needs=("award", "recipient", "by"),
        ),
        Frame(
            name="obtained",
            during=True,
            cues=("obtain|receive",),
            theme="award.sort",
            theme_parts="object subject goal owner",
            roles={**AWARDING, "recipient": "subject:someone", "by": FROM},
            needs=("award", "recipient", "by"),
        ),
        Frame(
            name="borne",
            cues=("bearer",),
            theme="award.sort",
            theme_parts="owner modifier subject",
            roles={**AWARDING, "recipient": "subject:person any:person"},
            needs=("award", "recipient", "by"),
        ),
    ),
    line="{by} conferred {award} on {recipient} {when}",
)
