"""Heads of mission: who heads one, who presented credentials."""

from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.frames import Frame

HEAD = {
    "sender": "theme.sender any:mission.sender other:host",
    "host": "theme.host any:mission.host other:sender",
    "mission": "theme.mission",
    "office": "theme.office",
    "person": "theme.name subject:person.name any:person.name",
}

HEAD = Kind(
    name="mission.head",
    section=Section.MISSIONS,
    roles={
        "sender": RoleType.STATE,
        "host": RoleType.STATE,
        "mission": RoleType.TERM,
        "office": RoleType.TERM,
        "person": RoleType.PERSON,
    },
    identity=("sender", "host", "person"),
    question=("sender", "host", "office"),
    answer=Answer.ROLE,
    answer_role="person",
    changes=True,
    lasts=True,
    frames=(
        Frame(
            name="appointed",
            cues=("appoint|serve|recall",),
            theme="person.mission_head",
            roles=HEAD,
            needs=("sender", "host"),
        ),
        Frame(
            name="headed",
            cues=("head",),
            theme="mission",
            theme_parts="goal owner",
            roles={
                "sender": "theme.sender known.sender other:host",
                "host": "theme.host known.host other:sender",
                "mission": "theme.mission",
                "person": "subject:person.name",
            },
            needs=("sender", "host", "person"),
        ),
        Frame(
            name="called_so",
            theme="person.mission_head",
            roles={**HEAD, "person": "theme.name"},
            needs=("sender", "host"),
            when="open",
            stances={"plan": "fact", "denied": "fact", "estimate": "fact", "target": "fact"},
        ),
    ),
    line="{person} is {office} of {sender} in {host} {when}",
)

CREDENTIALS = Kind(
    name="credentials.presented",
    section=Section.MISSIONS,
    roles={"sender": RoleType.STATE, "host": RoleType.STATE, "person": RoleType.PERSON},
    identity=("sender", "host", "person"),
    question=("sender", "host", "person"),
    answer=Answer.WHEN,
    frames=(
        Frame(
            name="presented",
            cues=("credentials", "present|receive"),
            theme="person.mission_head",
            roles={"sender": "theme.sender other:host", "host": "theme.host other:sender", "person": "theme"},
            needs=("sender", "host", "person"),
        ),
    ),
    line="{person} of {sender} presented credentials in {host} {when}",
)
