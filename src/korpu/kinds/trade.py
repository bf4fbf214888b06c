"""Trade in goods: turnover, exports, imports, growth."""

from korpu.claims import Stance
from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.checks import Awaited, Growth, Mirror, Sum
from korpu.kinds.frames import Frame

NOT_OURS = ("world", "part", "apart")
"""Trade with the whole world or a bloc, of some goods only; an amount of something else."""
STATISTICS = "any:statistics.state"
EXPORTER = "own:theme.our owner:nation subject:nation facing:goal agent:nation source:nation modifier:nation facing:partner"
IMPORTER = "own:theme.our owner:nation subject:nation facing:source agent:nation goal:nation modifier:nation facing:partner"
TARGET: dict[Stance, Stance | None] = {"plan": "target"}


def _amount(name: str, cues: tuple[str, ...], reporter: str, needs: tuple[str, ...] = ("value",)) -> Frame:
    """A way of giving an amount of money that was traded."""
    return Frame(
        name=name,
        cues=cues,
        unless=NOT_OURS,
        roles={"reporter": reporter},
        needs=needs,
        value="money",
        pair=True,
        stances=TARGET,
        when="figure",
    )


TURNOVER = Kind(
    name="trade.turnover",
    section=Section.TRADE,
    roles={"reporter": RoleType.STATE},
    identity=("when", "value"),
    question=("when",),
    answer=Answer.VALUE,
    shelf_life="P18M",
    awaited=Awaited(begun_by=("relations.established",)),
    checks=(Sum(("trade.exports", "trade.imports")), Mirror("trade.turnover", "reporter")),
    frames=(_amount("turnover", ("turnover",), STATISTICS),),
    line="Trade turnover {when}: {value}",
)

EXPORTS = Kind(
    name="trade.exports",
    section=Section.TRADE,
    roles={"reporter": RoleType.STATE},
    identity=("reporter", "when", "value"),
    question=("reporter", "when"),
    answer=Answer.VALUE,
    shelf_life="P18M",
    checks=(Mirror("trade.imports", "reporter"),),
    frames=(
        _amount("exported", ("exports",), EXPORTER, needs=("value", "reporter")),
        _amount("sent", ("goods", "send|sell"), EXPORTER, needs=("value", "reporter")),
        _amount("came", ("goods", "arrive|carry"), "source:nation facing:goal", needs=("value", "reporter")),
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
    shelf_life="P18M",
    checks=(Mirror("trade.exports", "reporter"),),
    frames=(
        _amount("imported", ("imports",), IMPORTER, needs=("value", "reporter")),
        _amount("brought", ("goods", "bring|obtain"), IMPORTER, needs=("value", "reporter")),
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
    checks=(
        Growth(
            "flow", {"turnover": "trade.turnover", "exports": "trade.exports", "imports": "trade.imports"}
        ),
    ),
    frames=tuple(
        Frame(
            name=f"{flow}_grew",
            cues=(flow, "rise|fall|raise"),
            together=True,
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
