"""Diplomatic relations: established, at what level; independence recognised."""

from korpu.kinds import Answer, Kind, RoleType, Section

ESTABLISHED = Kind(
    name="relations.established",
    section=Section.RELATIONS,
    roles={"level": RoleType.TERM},
    identity=("when",),
    question=("level",),
    answer=Answer.WHEN,
    line="Diplomatic relations were established ({level}) {when}",
)

RECOGNIZED = Kind(
    name="independence.recognized",
    section=Section.RELATIONS,
    roles={"recognizer": RoleType.STATE, "recognized": RoleType.STATE},
    identity=("recognizer", "when"),
    question=("recognizer",),
    answer=Answer.WHEN,
    line="{recognizer} recognised the independence of {recognized} {when}",
)

LEVEL = Kind(
    name="statement.level",
    section=Section.RELATIONS,
    roles={"level": RoleType.TERM},
    identity=("level",),
    question=("level",),
    answer=Answer.WHEN,
    line="Relations were raised to the level of {level} {when}",
)
