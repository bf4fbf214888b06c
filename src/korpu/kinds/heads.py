"""Heads of mission: who heads one, who presented credentials."""

from korpu.kinds import Answer, Kind, RoleType, Section

HEAD = Kind(
    name="mission.head",
    section=Section.MISSIONS,
    roles={
        "sender": RoleType.STATE,
        "host": RoleType.STATE,
        "mission": RoleType.TERM,
        "office": RoleType.TERM,
        "person": RoleType.PERSON,
    },
    identity=("sender", "host", "person"),
    question=("sender", "host", "office"),
    answer=Answer.ROLE,
    answer_role="person",
    changes=True,
    line="{person} is {office} of {sender} in {host} {when}",
)

CREDENTIALS = Kind(
    name="credentials.presented",
    section=Section.MISSIONS,
    roles={"sender": RoleType.STATE, "host": RoleType.STATE, "person": RoleType.PERSON},
    identity=("sender", "host", "person"),
    question=("sender", "host", "person"),
    answer=Answer.WHEN,
    line="{person} of {sender} presented credentials in {host} {when}",
)
