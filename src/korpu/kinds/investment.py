"""Investment and companies of one state in the other."""

from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.frames import Frame

AMOUNT = Kind(
    name="investment.amount",
    lasts=True,
    section=Section.INVESTMENT,
    roles={"investor": RoleType.STATE, "host": RoleType.STATE},
    identity=("investor", "host", "value"),
    question=("investor", "host", "when"),
    answer=Answer.VALUE,
    changes=True,
    flows=True,
    shelf_life="P2Y",
    frames=(
        Frame(
            name="invested",
            cues=("investment|invest",),
            unless=("part", "apart", "world"),
            roles={
                "investor": "^subject+agent+owner+source:company.state subject:nation agent:nation owner:nation source:nation modifier:nation other:host",
                "host": "goal:land place:land located:land owner:nation other:investor",
            },
            needs=("investor", "host", "value"),
            value="money",
        ),
        Frame(
            name="put",
            cues=("investor", "put|invest|allocate"),
            unless=("part", "apart", "world"),
            roles={
                "investor": "modifier:nation owner:nation subject:nation source:nation",
                "host": "goal:land place:land",
            },
            needs=("investor", "host", "value"),
            value="money",
        ),
    ),
    line="{investor} invested {value} in {host} {when}",
)

HOST = "place:land located:land other:owner"

PASSING = ("participate", "participant", "gather", "visit", "call_on", "arrive", "meet")
"""What those do who are at work elsewhere («sərgidə 25 şirkət iştirak edib»)."""

COMPANIES = Kind(
    name="company.count",
    lasts=True,
    section=Section.INVESTMENT,
    roles={"owner": RoleType.STATE, "host": RoleType.STATE},
    identity=("owner", "host", "value"),
    question=("owner", "host", "when"),
    answer=Answer.VALUE,
    changes=True,
    shelf_life="P3Y",
    frames=(
        Frame(
            name="working",
            cues=("company",),
            unless=PASSING,
            roles={"owner": "modifier:nation owner:nation partner:nation", "host": HOST},
            needs=("owner", "host", "value"),
            value="company",
        ),
        Frame(
            name="ours",
            cues=("company", "ours"),
            unless=PASSING,
            roles={"owner": "other:host", "host": HOST},
            needs=("owner", "host", "value"),
            value="company",
        ),
    ),
    line="{value} of {owner} work in {host} {when}",
)
