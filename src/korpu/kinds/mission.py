"""Missions: founded by a legal act, opened, closed, where they are."""

from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.checks import Follows, Several
from korpu.kinds.frames import Frame

CONSULATES = ("consulate_general", "consulate", "honorary_consulate")
BY_PLACE = Several("mission", CONSULATES, "place")
"""A state has one embassy in the other, and as many consulates as it likes."""
MISSION = {
    "sender": "theme.sender owner:nation subject:nation modifier:nation ^subject:place.capital known.sender other:host",
    "host": "theme.host place:land located:land known.host other:sender",
    "mission": "theme.mission",
    "place": "theme.place place:place located:place",
}

FOUNDED = Kind(
    name="mission.founded",
    section=Section.MISSIONS,
    roles={
        "sender": RoleType.STATE,
        "host": RoleType.STATE,
        "mission": RoleType.TERM,
        "place": RoleType.PLACE,
        "instrument": RoleType.TERM,
    },
    identity=("sender", "host", "mission", "when"),
    question=("sender", "host", "mission", "place"),
    answer=Answer.WHEN,
    several=BY_PLACE,
    frames=(
        Frame(
            name="founded",
            cues=("create",),
            unless=("group", "diplomatic_relations"),
            theme="mission",
            roles={**MISSION, "instrument": "any:instrument partner:title.act"},
            needs=("sender", "host"),
        ),
    ),
    line="{sender} founded its {mission} in {host} {place} {instrument} {when}",
)

OPENED = Kind(
    name="mission.opened",
    section=Section.MISSIONS,
    roles={
        "sender": RoleType.STATE,
        "host": RoleType.STATE,
        "mission": RoleType.TERM,
        "place": RoleType.PLACE,
    },
    identity=("sender", "host", "mission", "when"),
    question=("sender", "host", "mission", "place"),
    answer=Answer.WHEN,
    ends=True,
    several=BY_PLACE,
    ended_by=("mission.closed",),
    checks=(Follows(("mission.founded",)),),
    frames=(
        Frame(
            name="opened",
            begins=True,
            cues=("open|operate|exist|restore|resume|inaugurate",),
            theme="mission",
            roles=MISSION,
            needs=("sender", "host"),
            stances={"denied": None},
        ),
        Frame(
            name="had",
            cues=("have",),
            theme="mission",
            theme_parts="goal",
            roles={**MISSION, "sender": "theme.sender subject:nation known.sender"},
            needs=("sender", "host"),
            stances={"denied": None, "plan": None},
        ),
        Frame(
            name="represented",
            cues=("represent",),
            theme="mission",
            theme_parts="partner",
            roles={**MISSION, "sender": "theme.sender subject:nation ^subject:place.capital"},
            needs=("sender", "host"),
            stances={"denied": None, "plan": None},
        ),
        Frame(
            name="received_people",
            cues=("receive",),
            theme="mission",
            theme_parts="subject",
            roles=MISSION,
            needs=("sender", "host", "when"),
            when="open",
            stances={"denied": None},
        ),
    ),
    line="{sender} opened its {mission} in {host} {place} {when}",
)

CLOSED = Kind(
    name="mission.closed",
    section=Section.MISSIONS,
    roles={
        "sender": RoleType.STATE,
        "host": RoleType.STATE,
        "mission": RoleType.TERM,
        "place": RoleType.PLACE,
    },
    identity=("sender", "host", "mission", "when"),
    question=("sender", "host", "mission", "place"),
    answer=Answer.WHEN,
    ends=True,
    several=BY_PLACE,
    checks=(Follows(("mission.founded", "mission.opened"), again=True),),
    frames=(
        Frame(
            name="closed",
            cues=("close",),
            theme="mission",
            roles=MISSION,
            needs=("sender", "host"),
        ),
        Frame(
            name="not_working",
            cues=("operate",),
            theme="mission",
            roles=MISSION,
            needs=("sender", "host"),
            stances={"denied": "fact", "fact": None, "plan": None},
        ),
        Frame(
            name="shut",
            cues=("shut",),
            theme="mission",
            theme_parts="subject",
            roles=MISSION,
            needs=("sender", "host", "when"),
            when="open",
        ),
    ),
    line="{sender} closed its {mission} in {host} {place} {when}",
)

ADDRESS = Kind(
    name="mission.address",
    section=Section.MISSIONS,
    roles={
        "sender": RoleType.STATE,
        "host": RoleType.STATE,
        "mission": RoleType.TERM,
        "address": RoleType.ADDRESS,
    },
    identity=("sender", "host", "mission", "address"),
    question=("sender", "host", "mission"),
    answer=Answer.ROLE,
    answer_role="address",
    changes=True,
    several=Several("mission", CONSULATES, "place"),
    shelf_life="P5Y",
    ended_by=("mission.closed",),
    frames=(
        Frame(
            name="at",
            cues=("address",),
            theme="mission",
            theme_parts="subject modifier object owner holder",
            roles={
                "host": "any:address.state theme.host known.host other:sender",
                "sender": MISSION["sender"],
                "mission": "theme.mission",
                "address": "any:address",
            },
            needs=("sender", "host", "address"),
            when="none",
        ),
    ),
    line="Address of the {mission} of {sender} in {host}: {address}",
)
