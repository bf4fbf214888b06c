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
    ends=True,
    frames=(
        Frame(
            name="members",
            cues=("member|join",),
            theme="organisation",
            theme_parts="owner goal",
            roles={"organisation": "theme"},
            needs=("organisation",),
            joint=True,
            pair=True,
        ),
        Frame(
            name="together",
            cues=(
                "cooperate|cooperation|within_organisation|mutual|together|participate|represent|partner_noun",
            ),
            unless=("civil",),
            theme="organisation",
            theme_parts="within place located",
            roles={"organisation": "theme"},
            needs=("organisation",),
            joint=True,
            pair=True,
            presupposed=True,
            stances={"plan": "fact"},
        ),
        Frame(
            name="belongs",
            cues=("composition",),
            unless=("civil", "polity"),
            theme="organisation",
            theme_parts="goal",
            roles={"organisation": "theme"},
            needs=("organisation",),
            joint=True,
            pair=True,
        ),
        Frame(
            name="joins",
            cues=("connect",),
            theme="organisation",
            theme_parts="subject modifier object",
            roles={"organisation": "theme"},
            needs=("organisation",),
            joint=True,
            pair=True,
        ),
    ),
    line="Together in {organisation} {when}",
)

MEMBERS = "subject+partner+agent+between:nation owner:nation ^subject+partner:place.capital"
NAME = "theme any:project known.name"


def _joining(
    name: str,
    cues: str,
    parts: str,
    state: str,
    unless: tuple[str, ...] = (),
    verbal: bool = False,
    laid: bool = False,
) -> Frame:
    """A way of taking part in a project: each state of the clause is a claim.

    Whose land it is to be `laid` through has a part in it before it is.
    """
    return Frame(
        name=name,
        cues=(cues,),
        unless=unless,
        theme="project",
        theme_parts=parts,
        verbal=verbal,
        roles={"state": state, "project": NAME},
        each="state",
        needs=("state", "project"),
        stances={"plan": "fact"} if laid else {},
    )


PROJECT = Kind(
    name="project.joined",
    section=Section.PROJECTS,
    roles={"state": RoleType.STATE, "project": RoleType.NAME},
    entities={"project": "project"},
    identity=("state", "project"),
    question=("state", "project"),
    answer=Answer.EXISTS,
    ends=True,
    frames=(
        _joining(
            "joined", "join", "goal subject", f"^subject+partner+owner:nation {MEMBERS}", unless=("civil",)
        ),
        _joining(
            "took_part",
            "participate|partner_noun|take_place|represent|cooperate",
            "place within",
            MEMBERS,
            unless=("civil",),
            verbal=True,
        ),
        _joining(
            "is_one_of",
            "participant|partner_noun|carry_out|member",
            "owner object",
            MEMBERS,
            unless=("civil",),
        ),
        _joining("launched", "launch", "goal", "^subject+agent:nation"),
        _joining(
            "is_in", "exist", "place within", "^subject+partner:nation", unless=("civil", "company", "people")
        ),
        _joining(
            "connected",
            "connect|cover",
            "subject modifier owner",
            "object+partner+source:nation ^owner:nation",
            laid=True,
        ),
        _joining(
            "passed",
            "pass",
            "subject modifier owner",
            "owner:nation ^source+goal:nation source:nation",
            laid=True,
        ),
        _joining(
            "built",
            "build|lay",
            "object",
            "^subject+partner+agent:nation owner:nation",
            unless=("civil", "company"),
        ),
    ),
    line="{state} takes part in {project} {when}",
)


def _session(name: str, cues: tuple[str, ...], parts: str, place: str = "place:place") -> Frame:
    """A way of telling of a session by its own noun."""
    return Frame(
        name=name,
        cues=cues,
        theme="session",
        theme_parts=parts,
        identified=True,
        afresh=True,
        event="session",
        roles={"place": place, "ordinal": "theme.ordinal"},
        pair=True,
    )


COMMISSION = Kind(
    name="commission.session",
    section=Section.PROJECTS,
    roles={"place": RoleType.PLACE, "ordinal": RoleType.TERM},
    identity=("when",),
    question=("ordinal", "when"),
    answer=Answer.WHEN,
    recurs=True,
    numbered="ordinal",
    frames=(
        _session("met", ("session",), "subject modifier"),
        _session("held", ("session",), "object"),
        _session("led", ("session", "head|participate|join"), "goal within place"),
        _session("hosted", ("session", "hosting"), "goal", "subject:place"),
        _session("hosted_in_turn", ("hosting",), "goal", "subject:place"),
        Frame(
            name="gathered",
            cues=("commission", "gather|meet"),
            theme="commission",
            theme_parts="subject modifier",
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
