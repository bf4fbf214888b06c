"""Missions: founded by a legal act, opened, closed, where they are."""

from korpu.kinds import Answer, Kind, RoleType, Section

FOUNDED = Kind(
    name="mission.founded",
    section=Section.MISSIONS,
    roles={
        "sender": RoleType.STATE,
        "host": RoleType.STATE,
        "mission": RoleType.TERM,
        "place": RoleType.PLACE,
        "instrument": RoleType.TERM,
    },
    identity=("sender", "host", "mission", "when"),
    question=("sender", "host", "mission", "place"),
    answer=Answer.WHEN,
    line="{sender} founded its {mission} in {host} {place} {instrument} {when}",
)

OPENED = Kind(
    name="mission.opened",
    section=Section.MISSIONS,
    roles={
        "sender": RoleType.STATE,
        "host": RoleType.STATE,
        "mission": RoleType.TERM,
        "place": RoleType.PLACE,
    },
    identity=("sender", "host", "mission", "when"),
    question=("sender", "host", "mission", "place"),
    answer=Answer.WHEN,
    line="{sender} opened its {mission} in {host} {place} {when}",
)

CLOSED = Kind(
    name="mission.closed",
    section=Section.MISSIONS,
    roles={
        "sender": RoleType.STATE,
        "host": RoleType.STATE,
        "mission": RoleType.TERM,
        "place": RoleType.PLACE,
    },
    identity=("sender", "host", "mission", "when"),
    question=("sender", "host", "mission", "place"),
    answer=Answer.WHEN,
    line="{sender} closed its {mission} in {host} {place} {when}",
)

ADDRESS = Kind(
    name="mission.address",
    section=Section.MISSIONS,
    roles={
        "sender": RoleType.STATE,
        "host": RoleType.STATE,
        "mission": RoleType.TERM,
        "address": RoleType.NAME,
    },
    identity=("sender", "host", "mission", "address"),
    question=("sender", "host", "mission"),
    answer=Answer.ROLE,
    answer_role="address",
    changes=True,
    line="Address of the {mission} of {sender} in {host}: {address}",
)
