"""Trade in goods: turnover, exports, imports, growth."""

from korpu.claims import Stance
from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.frames import Frame

NOT_OURS = ("world", "part", "apart")
"""Trade with the whole world or a bloc, of some goods only; an amount of something else."""
STATISTICS = "any:statistics.state"
EXPORTER = "owner:nation subject:nation facing:goal agent:nation source:nation modifier:nation facing:partner"
IMPORTER = "owner:nation subject:nation facing:source agent:nation goal:nation modifier:nation facing:partner"
TARGET: dict[Stance, Stance | None] = {"plan": "target"}

TURNOVER = Kind(
    name="trade.turnover",
    section=Section.TRADE,
    roles={"reporter": RoleType.STATE},
    identity=("when", "value"),
    question=("when",),
    answer=Answer.VALUE,
    frames=(
        Frame(
            name="turnover",
            cues=("turnover",),
            unless=NOT_OURS,
            roles={"reporter": STATISTICS},
            needs=("value",),
            value="money",
            pair=True,
            stances=TARGET,
            when="figure",
        ),
    ),
    line="Trade turnover {when}: {value}",
)

EXPORTS = Kind(
    name="trade.exports",
    section=Section.TRADE,
    roles={"reporter": RoleType.STATE},
    identity=("reporter", "when", "value"),
    question=("reporter", "when"),
    answer=Answer.VALUE,
    frames=(
        Frame(
            name="exported",
            cues=("exports",),
            unless=NOT_OURS,
            roles={"reporter": EXPORTER},
            needs=("value", "reporter"),
            value="money",
            pair=True,
            stances=TARGET,
            when="figure",
        ),
        Frame(
            name="sent",
            cues=("goods", "send|sell"),
            unless=NOT_OURS,
            roles={"reporter": EXPORTER},
            needs=("value", "reporter"),
            value="money",
            pair=True,
            stances=TARGET,
            when="figure",
        ),
    ),
    line="Exports of {reporter} {when}: {value}",
)

IMPORTS = Kind(
    name="trade.imports",
    section=Section.TRADE,
    roles={"reporter": RoleType.STATE},
    identity=("reporter", "when", "value"),
    question=("reporter", "when"),
    answer=Answer.VALUE,
    frames=(
        Frame(
            name="imported",
            cues=("imports",),
            unless=NOT_OURS,
            roles={"reporter": IMPORTER},
            needs=("value", "reporter"),
            value="money",
            pair=True,
            stances=TARGET,
            when="figure",
        ),
        Frame(
            name="brought",
            cues=("goods", "bring|obtain"),
            unless=NOT_OURS,
            roles={"reporter": IMPORTER},
            needs=("value", "reporter"),
            value="money",
            pair=True,
            stances=TARGET,
            when="figure",
        ),
    ),
    line="Imports of {reporter} {when}: {value}",
)

GROWTH = Kind(
    name="trade.growth",
    section=Section.TRADE,
    roles={"flow": RoleType.TERM, "reporter": RoleType.STATE},
    identity=("when", "value"),
    question=("flow", "reporter", "when"),
    answer=Answer.VALUE,
    frames=tuple(
        Frame(
            name=f"{flow}_grew",
            cues=(flow, "rise|fall|raise"),
            unless=NOT_OURS,
            roles={"flow": f"={flow}", "reporter": reporter},
            needs=("value",),
            value="percent",
            falls="fall",
            pair=True,
            stances=TARGET,
            when="figure",
        )
        for flow, reporter in (("turnover", STATISTICS), ("exports", EXPORTER), ("imports", IMPORTER))
    ),
    line="Growth of {flow} {when}: {value}",
)
