"""Heads of mission: who heads one, who presented credentials."""

from korpu.claims import Stance
from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.checks import Awaited, OnePost, Several
from korpu.kinds.frames import Frame

ROLES = {
    "sender": "theme.sender any:mission.sender ^subject:nation known.sender mission.sender other:host",
    "host": "theme.host any:mission.host known.host mission.host other:sender",
    "mission": "theme.mission",
    "office": "theme.office",
    "person": "theme.name object:person~mission_head.name subject:someone.name owner:person~office.name",
}
CALLED = {
    **ROLES,
    "person": "theme.name",
}
AS_TOLD: dict[Stance, Stance | None] = {
    "plan": "fact",
    "denied": "fact",
    "estimate": "fact",
    "target": "fact",
}
"""Whatever is said of a person who is called a head of mission, a head he is."""
POST = {
    "person": "subject:someone.name object:person.name",
    "sender": "any:theme.sender person.known_sender post.sender",
    "host": "any:theme.host person.known_host post.host",
    "office": "any:theme.office post.office",
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
    several=Several("office", ("consul_general", "honorary_consul"), "place"),
    shelf_life="P4Y",
    awaited=Awaited(
        begun_by=("mission.opened",),
        begun_with={"mission": "embassy"},
        asked={"office": "ambassador"},
        told_by=("credentials.presented",),
    ),
    ended_by=("mission.closed",),
    checks=(OnePost("person"),),
    lasts=True,
    tells_post=True,
    frames=(
        Frame(
            name="served",
            theme="person.served",
            roles=ROLES,
            needs=("sender", "host", "person"),
        ),
        Frame(
            name="appointed",
            cues=("appoint|serve|recall",),
            theme="person.mission_head",
            theme_parts="subject modifier goal place source",
            verbal=True,
            roles=ROLES,
            needs=("sender", "host", "person"),
        ),
        Frame(
            name="appointed_someone",
            cues=("appoint|recall",),
            theme="person.mission_head",
            theme_parts="object",
            verbal=True,
            roles={**ROLES, "person": "theme.name object:person~mission_head.name"},
            needs=("sender", "host", "person"),
        ),
        Frame(
            name="appointed_unnamed",
            cues=("appoint|recall",),
            theme="person.mission_head",
            theme_parts="object",
            roles={**CALLED, "sender": "theme.sender ^subject:nation known.sender other:host"},
            needs=("sender", "host"),
        ),
        Frame(
            name="appointed_to_it",
            cues=("appoint|serve|fulfil|be|bring", "post"),
            roles=POST,
            needs=("sender", "host", "person"),
            stances={"plan": None, "denied": None},
        ),
        Frame(
            name="succeeded",
            cues=("succeed",),
            roles={
                "person": "^subject:someone~mission_head.name",
                "sender": "object:someone.known_sender subject:person.sender",
                "host": "object:someone.known_host subject:person.host other:sender",
                "office": "object:someone.known_office subject:person.office",
            },
            needs=("sender", "host", "person", "office"),
            stances={"plan": None, "denied": None},
        ),
        Frame(
            name="represented",
            cues=("represent",),
            roles={
                "sender": "object:nation",
                "host": "place:land any:theme.host subject:person.host",
                "office": "person.office any:theme.office",
                "person": "subject:someone.name",
            },
            needs=("sender", "host", "person"),
        ),
        Frame(
            name="headed",
            cues=("head",),
            theme="mission",
            theme_parts="goal owner holder",
            roles={
                "sender": "theme.sender known.sender other:host",
                "host": "theme.host known.host other:sender",
                "mission": "theme.mission",
                "person": "subject:someone.name",
            },
            needs=("sender", "host", "person"),
        ),
        Frame(
            name="was",
            theme="person.was",
            roles=CALLED,
            needs=("sender", "host", "person", "when"),
            afresh=True,
        ),
        Frame(
            name="to_be",
            cues=("be",),
            theme="person.equated",
            theme_parts="subject modifier",
            roles=ROLES,
            needs=("sender", "host"),
            when="open",
        ),
        Frame(
            name="accredited",
            cues=("accredit|cover",),
            roles={
                "person": "subject:person.name",
                "sender": "person.known_sender",
                "host": "^object:nation ^goal:nation ^place:nation",
                "office": "person.office",
            },
            needs=("sender", "host", "person"),
            stances={"plan": None, "denied": None},
        ),
        Frame(
            name="received",
            cues=("credentials",),
            theme="person.mission_head",
            theme_parts="subject owner modifier",
            roles={
                "host": "theme.host subject:person.state~mission_head goal:person.state~mission_head",
                **{role: where for role, where in CALLED.items() if role != "host"},
            },
            needs=("sender", "host", "person"),
            when="open",
            stances=AS_TOLD,
        ),
        Frame(
            name="called_so",
            unless=("represent",),
            theme="person.mission_head",
            roles=CALLED,
            needs=("sender", "host", "person"),
            when="open",
            stances=AS_TOLD,
        ),
        Frame(
            name="called_so_unnamed",
            theme="person.mission_head",
            roles={**CALLED, "sender": "theme.sender", "host": "theme.host"},
            needs=("sender", "host"),
            when="open",
            stances=AS_TOLD,
        ),
    ),
    line="{person} is {office} of {sender} in {host} {when}",
)

PRESENTING = {
    "person": "subject:someone owner:someone",
    "sender": "person.known_sender",
    "host": "goal:person.state goal:nation person.known_host ^place:place.capital goal:person.likely other:sender",
}
HANDED_OVER = "present|give|deliver"
OF_ENVOY = {
    "person": "theme",
    "host": "goal:person.state goal:nation theme.host known.host ^place:place.capital goal:person.likely other:sender",
    "sender": "theme.sender known.sender other:host",
}

CREDENTIALS = Kind(
    name="credentials.presented",
    section=Section.MISSIONS,
    roles={"sender": RoleType.STATE, "host": RoleType.STATE, "person": RoleType.PERSON},
    identity=("sender", "host", "person"),
    question=("sender", "host", "person"),
    answer=Answer.WHEN,
    frames=(
        Frame(
            name="received_of_envoy",
            event="occasion",
            cues=("credentials", "receive"),
            unless=("copy",),
            alone=("host",),
            theme="person.mission_head",
            theme_parts="owner modifier",
            roles={
                **OF_ENVOY,
                "host": "theme.host subject:person.state~mission_head known.host "
                "subject:person.likely~mission_head other:sender",
            },
            needs=("sender", "host", "person"),
        ),
        Frame(
            name="received",
            event="occasion",
            cues=("credentials", "receive"),
            unless=("copy",),
            alone=("host",),
            roles={
                **PRESENTING,
                "person": "owner:someone",
                "host": "person.known_host subject:person.likely other:sender",
            },
            needs=("sender", "host", "person"),
        ),
        Frame(
            name="presented_by_envoy",
            event="occasion",
            cues=("credentials", HANDED_OVER),
            unless=("copy",),
            alone=("host",),
            theme="person.mission_head",
            theme_parts="subject modifier",
            roles=OF_ENVOY,
            needs=("sender", "host", "person"),
        ),
        Frame(
            name="presented",
            event="occasion",
            cues=("credentials", HANDED_OVER),
            unless=("copy",),
            alone=("host",),
            roles=PRESENTING,
            needs=("sender", "host", "person"),
        ),
    ),
    line="{person} of {sender} presented credentials in {host} {when}",
)
