"""What the two countries were once part of; deportations."""

from korpu.kinds import Answer, Kind, RoleType, Section

POLITY = Kind(
    name="polity.shared",
    section=Section.HISTORY,
    roles={"polity": RoleType.TERM},
    identity=("polity",),
    question=("polity",),
    answer=Answer.EXISTS,
    line="Both were once part of {polity} {when}",
)

DEPORTED = Kind(
    name="people.deported",
    section=Section.HISTORY,
    roles={"people": RoleType.STATE, "to": RoleType.STATE, "under": RoleType.PHRASE},
    identity=("people", "to"),
    question=("people", "to", "when"),
    answer=Answer.VALUE,
    line="{value} of {people} were deported to {to} {under} {when}",
)
