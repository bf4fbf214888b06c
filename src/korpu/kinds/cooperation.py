"""Organisations, projects, commissions shared by the states."""

from korpu.kinds import Answer, Kind, RoleType, Section

ORGANISATION = Kind(
    name="organisation.shared",
    section=Section.PROJECTS,
    roles={"organisation": RoleType.ORGANISATION},
    identity=("organisation",),
    question=("organisation",),
    answer=Answer.EXISTS,
    line="Together in {organisation} {when}",
)

PROJECT = Kind(
    name="project.joined",
    section=Section.PROJECTS,
    roles={"state": RoleType.STATE, "project": RoleType.NAME},
    identity=("state", "project"),
    question=("state", "project"),
    answer=Answer.EXISTS,
    line="{state} takes part in {project} {when}",
)

COMMISSION = Kind(
    name="commission.session",
    section=Section.PROJECTS,
    roles={"place": RoleType.PLACE, "ordinal": RoleType.TERM},
    identity=("when",),
    question=("ordinal", "when"),
    answer=Answer.WHEN,
    line="The intergovernmental commission met ({ordinal}) {place} {when}",
)
