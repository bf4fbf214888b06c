"""Investment and companies of one state in the other."""

from korpu.kinds import Answer, Kind, RoleType, Section

AMOUNT = Kind(
    name="investment.amount",
    section=Section.INVESTMENT,
    roles={"investor": RoleType.STATE, "host": RoleType.STATE},
    identity=("investor", "host", "value"),
    question=("investor", "host", "when"),
    answer=Answer.VALUE,
    changes=True,
    line="{investor} invested {value} in {host} {when}",
)

COMPANIES = Kind(
    name="company.count",
    section=Section.INVESTMENT,
    roles={"owner": RoleType.STATE, "host": RoleType.STATE},
    identity=("owner", "host", "value"),
    question=("owner", "host", "when"),
    answer=Answer.VALUE,
    changes=True,
    line="{value} of {owner} work in {host} {when}",
)
