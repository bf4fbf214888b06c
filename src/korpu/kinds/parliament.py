"""Parliaments: friendship and working groups and their chairs."""

from korpu.kinds import Answer, Kind, RoleType, Section

GROUP_FORMED = Kind(
    name="parliament.group_formed",
    section=Section.PARLIAMENTS,
    roles={"state": RoleType.STATE},
    identity=("state", "when"),
    question=("state",),
    answer=Answer.WHEN,
    line="A friendship group was formed in the parliament of {state} {when}",
)

GROUP_CHAIR = Kind(
    name="parliament.group_chair",
    section=Section.PARLIAMENTS,
    roles={"state": RoleType.STATE, "person": RoleType.PERSON},
    identity=("state", "person"),
    question=("state",),
    answer=Answer.ROLE,
    answer_role="person",
    changes=True,
    line="{person} chairs the friendship group in the parliament of {state} {when}",
)
