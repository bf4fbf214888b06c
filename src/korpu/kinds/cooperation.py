"""Organisations, projects, commissions shared by the states."""

from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.frames import Frame

ORGANISATION = Kind(
    name="organisation.shared",
    section=Section.PROJECTS,
    roles={"organisation": RoleType.ORGANISATION},
    identity=("organisation",),
    question=("organisation",),
    answer=Answer.EXISTS,
    frames=(
        Frame(
            name="together",
            cues=("member|cooperate|within_organisation",),
            theme="organisation",
            theme_parts="owner within place",
            roles={"organisation": "theme"},
            needs=("organisation",),
            pair=True,
        ),
    ),
    line="Together in {organisation} {when}",
)

PROJECT = Kind(
    name="project.joined",
    section=Section.PROJECTS,
    roles={"state": RoleType.STATE, "project": RoleType.NAME},
    identity=("state", "project"),
    question=("state", "project"),
    answer=Answer.EXISTS,
    frames=(
        Frame(
            name="joined",
            cues=("join|participate|connect|pass",),
            theme="project",
            theme_parts="goal place subject source partner within",
            roles={"state": "subject:nation owner:nation object:nation source:nation", "project": "theme"},
            each="state",
            needs=("state", "project"),
            pair=True,
            stances={"plan": "fact"},
        ),
    ),
    line="{state} takes part in {project} {when}",
)

COMMISSION = Kind(
    name="commission.session",
    section=Section.PROJECTS,
    roles={"place": RoleType.PLACE, "ordinal": RoleType.TERM},
    identity=("when",),
    question=("ordinal", "when"),
    answer=Answer.WHEN,
    frames=(
        Frame(
            name="met",
            event="session",
            cues=("commission",),
            roles={"place": "place:place", "ordinal": "any:ordinal"},
            pair=True,
        ),
    ),
    line="The intergovernmental commission met ({ordinal}) {place} {when}",
)
