"""Visits of persons and delegations of one state to the other."""

from korpu.kinds import Answer, Kind, RoleType, Section

VISIT = Kind(
    name="visit",
    section=Section.VISITS,
    roles={
        "visitor": RoleType.PERSON,
        "office": RoleType.TERM,
        "from": RoleType.STATE,
        "to": RoleType.STATE,
        "place": RoleType.PLACE,
        "type": RoleType.TERM,
    },
    identity=("visitor", "to", "when"),
    question=("visitor", "to", "when"),
    answer=Answer.EXISTS,
    line="{visitor} ({office}) visited {to} {place} {type} {when}",
)
