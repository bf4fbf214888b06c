"""People of one state or nation in the other."""

from korpu.kinds import Answer, Kind, RoleType, Section

DIASPORA = Kind(
    name="diaspora.size",
    section=Section.PEOPLE,
    roles={"people": RoleType.STATE, "host": RoleType.STATE},
    identity=("people", "host", "value"),
    question=("people", "host", "when"),
    answer=Answer.VALUE,
    changes=True,
    line="{value} of {people} live in {host} {when}",
)
