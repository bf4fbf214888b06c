"""Documents signed between the states, and how many."""

from korpu.kinds import Answer, Kind, RoleType, Section

SIGNED = Kind(
    name="agreement.signed",
    section=Section.AGREEMENTS,
    roles={"title": RoleType.NAME, "type": RoleType.TERM, "place": RoleType.PLACE, "period": RoleType.DATE},
    identity=("title", "when"),
    question=("title",),
    answer=Answer.WHEN,
    line="{title} ({type}) was signed {place} {when}",
)

COUNT = Kind(
    name="agreement.count",
    section=Section.AGREEMENTS,
    roles={"scope": RoleType.TERM},
    identity=("value",),
    question=("scope", "when"),
    answer=Answer.VALUE,
    changes=True,
    line="{value} were signed ({scope}) {when}",
)
