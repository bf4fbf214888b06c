"""Trade in goods: turnover, exports, imports, growth."""

from korpu.kinds import Answer, Kind, RoleType, Section

TURNOVER = Kind(
    name="trade.turnover",
    section=Section.TRADE,
    roles={"reporter": RoleType.STATE},
    identity=("when", "value"),
    question=("when",),
    answer=Answer.VALUE,
    line="Trade turnover {when}: {value}",
)

EXPORTS = Kind(
    name="trade.exports",
    section=Section.TRADE,
    roles={"reporter": RoleType.STATE},
    identity=("reporter", "when", "value"),
    question=("reporter", "when"),
    answer=Answer.VALUE,
    line="Exports of {reporter} {when}: {value}",
)

IMPORTS = Kind(
    name="trade.imports",
    section=Section.TRADE,
    roles={"reporter": RoleType.STATE},
    identity=("reporter", "when", "value"),
    question=("reporter", "when"),
    answer=Answer.VALUE,
    line="Imports of {reporter} {when}: {value}",
)

GROWTH = Kind(
    name="trade.growth",
    section=Section.TRADE,
    roles={"flow": RoleType.TERM, "reporter": RoleType.STATE},
    identity=("when", "value"),
    question=("flow", "reporter", "when"),
    answer=Answer.VALUE,
    line="Growth of {flow} {when}: {value}",
)
