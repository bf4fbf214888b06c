"""Trade in goods: turnover, exports, imports, growth."""

from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.frames import Frame

REPORTER = "owner:nation subject:nation modifier:nation source:nation"

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
            needs=("value",),
            value="money",
            pair=True,
            stances={"plan": "target"},
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
            cues=("exports|export",),
            roles={"reporter": "owner:nation subject:nation source:nation modifier:nation other:importer"},
            needs=("value", "reporter"),
            value="money",
            pair=True,
            stances={"plan": "target"},
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
            cues=("imports|import",),
            roles={"reporter": "owner:nation subject:nation modifier:nation goal:nation"},
            needs=("value", "reporter"),
            value="money",
            pair=True,
            stances={"plan": "target"},
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
    frames=(
        Frame(
            name="turnover_grew",
            cues=("turnover", "rise|fall"),
            roles={"flow": "=turnover"},
            needs=("value",),
            value="percent",
            falls="fall",
            pair=True,
        ),
        Frame(
            name="exports_grew",
            cues=("exports", "rise|fall"),
            roles={"flow": "=exports", "reporter": REPORTER},
            needs=("value",),
            value="percent",
            falls="fall",
            pair=True,
        ),
        Frame(
            name="imports_grew",
            cues=("imports", "rise|fall"),
            roles={"flow": "=imports", "reporter": REPORTER},
            needs=("value",),
            value="percent",
            falls="fall",
            pair=True,
        ),
    ),
    line="Growth of {flow} {when}: {value}",
)
