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

NAME = "theme any:project known.name"

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
            cues=("join",),
            theme="project",
            theme_parts="goal subject",
            roles={"state": "subject+partner:nation owner:nation", "project": NAME},
            each="state",
            needs=("state", "project"),
            stances={"plan": "fact"},
        ),
        Frame(
            name="took_part",
            cues=("participate",),
            theme="project",
            theme_parts="place within",
            verbal=True,
            roles={"state": "subject+partner:nation owner:nation", "project": NAME},
            each="state",
            needs=("state", "project"),
            stances={"plan": "fact"},
        ),
        Frame(
            name="is_one_of",
            cues=("participant|carry_out",),
            theme="project",
            theme_parts="owner object",
            roles={"state": "subject+partner:nation owner:nation", "project": NAME},
            each="state",
            needs=("state", "project"),
            stances={"plan": "fact"},
        ),
        Frame(
            name="connected",
            cues=("connect",),
            theme="project",
            theme_parts="subject modifier owner",
            roles={"state": "object+partner:nation", "project": NAME},
            each="state",
            needs=("state", "project"),
            stances={"plan": "fact"},
        ),
        Frame(
            name="passed",
            cues=("pass",),
            theme="project",
            theme_parts="subject modifier",
            roles={"state": "owner:nation source:nation", "project": NAME},
            each="state",
            needs=("state", "project"),
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
            cues=("session",),
            theme="session",
            theme_parts="subject modifier",
            identified=True,
            afresh=True,
            event="session",
            roles={"place": "place:place", "ordinal": "theme.ordinal"},
            pair=True,
        ),
        Frame(
            name="held",
            cues=("session",),
            theme="session",
            theme_parts="object",
            identified=True,
            afresh=True,
            event="session",
            roles={"place": "place:place", "ordinal": "theme.ordinal"},
            pair=True,
        ),
        Frame(
            name="gathered",
            cues=("commission", "gather|meet"),
            theme="commission",
            identified=True,
            event="session",
            roles={"place": "place:place"},
            pair=True,
        ),
        Frame(
            name="exists",
            cues=("commission", "operate|exist|create"),
            theme="commission.name",
            afresh=True,
            roles={},
            pair=True,
            when="none",
        ),
    ),
    line="The intergovernmental commission met ({ordinal}) {place} {when}",
)
