"""Parliaments: friendship and working groups and their chairs."""

from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.checks import Follows
from korpu.kinds.frames import Frame

GROUP_STATE = "theme.state ^subject:people known.state place:parliament.state owner:parliament.state theme.first theme.owner any:parliament.state first"

GROUP_FORMED = Kind(
    name="parliament.group_formed",
    section=Section.PARLIAMENTS,
    roles={"state": RoleType.STATE},
    identity=("state", "when"),
    question=("state",),
    answer=Answer.WHEN,
    ends=True,
    frames=(
        Frame(
            name="formed",
            cues=("create|open|operate|exist|restore|resume|form",),
            unless=("civil",),
            theme="group",
            roles={"state": GROUP_STATE},
            needs=("state",),
            pair=True,
        ),
        Frame(
            name="decided",
            cues=("decision", "formation"),
            theme="group",
            theme_parts="owner subject object topic",
            roles={
                "state": "theme.state own:parliament.state theme.first theme.owner any:parliament.state first"
            },
            needs=("state", "when"),
            pair=True,
        ),
    ),
    line="A friendship group was formed in the parliament of {state} {when}",
)

GROUP_CHAIR = Kind(
    name="parliament.group_chair",
    section=Section.PARLIAMENTS,
    roles={"state": RoleType.STATE, "person": RoleType.PERSON},
    identity=("state", "person"),
    question=("state",),
    answer=Answer.ROLE,
    answer_role="person",
    changes=True,
    shelf_life="P5Y",
    checks=(Follows(("parliament.group_formed",), again=True),),
    lasts=True,
    frames=(
        Frame(
            name="headed",
            cues=("head",),
            theme="group",
            theme_parts="owner goal subject",
            roles={"state": GROUP_STATE, "person": "any:person~body ^subject:someone~body"},
            each="person",
            needs=("state", "person"),
            pair=True,
        ),
        Frame(
            name="run",
            cues=("run",),
            theme="group",
            theme_parts="object",
            roles={
                "state": f"theme.state place:parliament.state ^place:state|pointer {GROUP_STATE}",
                "person": "^subject:person any:person~body",
            },
            each="person",
            needs=("state", "person"),
            pair=True,
        ),
        Frame(
            name="run_by",
            cues=("belong",),
            theme="group",
            theme_parts="subject",
            roles={"state": GROUP_STATE, "person": "agent:person~body"},
            needs=("state", "person"),
            pair=True,
        ),
        Frame(
            name="seated",
            theme="group.seat",
            roles={"state": GROUP_STATE, "person": "theme.chair"},
            needs=("state", "person"),
            pair=True,
            when="open",
            stances={"plan": "fact", "target": "fact", "denied": "fact"},
        ),
        Frame(
            name="chaired",
            cues=("chair",),
            theme="group",
            theme_parts="owner goal subject",
            roles={"state": GROUP_STATE, "person": "theme.chair any:person~body"},
            needs=("state", "person"),
            pair=True,
            when="open",
        ),
    ),
    line="{person} chairs the friendship group in the parliament of {state} {when}",
)
