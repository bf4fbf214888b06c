"""Diplomatic relations: established, at what level; independence recognised."""

from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.frames import Frame

ESTABLISHED = Kind(
    name="relations.established",
    section=Section.RELATIONS,
    roles={"level": RoleType.TERM},
    identity=("when",),
    question=("level",),
    answer=Answer.WHEN,
    frames=(
        Frame(
            name="established",
            cues=("diplomatic_relations", "create|restore|build"),
            roles={"level": "any:mission_level"},
            pair=True,
        ),
        Frame(
            name="established_with",
            cues=("bare_relations", "create|restore"),
            theme="bare_relations",
            roles={},
            needs=("when",),
            pair=True,
        ),
        Frame(
            name="begun",
            cues=("diplomatic_relations", "begin"),
            roles={"level": "any:mission_level"},
            needs=("when",),
            pair=True,
            stances={"plan": None, "denied": None},
        ),
        Frame(
            name="existing_since",
            cues=("diplomatic_relations", "exist|have"),
            roles={"level": "any:mission_level"},
            needs=("when",),
            pair=True,
            when="open",
            stances={"denied": None},
        ),
        Frame(
            name="at_level",
            cues=("mission_level", "bare_relations", "create|restore"),
            roles={"level": "any:mission_level"},
            needs=("level",),
            pair=True,
        ),
        Frame(
            name="no_relations",
            cues=("diplomatic_relations", "absent"),
            pair=True,
            when="none",
            stances={"fact": "denied"},
        ),
    ),
    line="Diplomatic relations were established ({level}) {when}",
)

RECOGNIZER = "agent:nation subject:nation owner:nation ^subject:place.capital place:nation ^place:place.capital any:nation"
RECOGNIZED_WHOM = (
    "^object:state any:independence.our any:independence.of ^owner:nation ^modifier:nation other:recognizer"
)

RECOGNITION = {"recognized": RECOGNIZED_WHOM, "recognizer": RECOGNIZER}
BY_STATE = {"recognizer": "agent:nation subject:nation ^subject:place.capital"}
ALL_NEEDED = ("recognizer", "recognized", "when")

RECOGNIZED = Kind(
    name="independence.recognized",
    section=Section.RELATIONS,
    roles={"recognizer": RoleType.STATE, "recognized": RoleType.STATE},
    identity=("recognizer", "when"),
    question=("recognizer",),
    answer=Answer.WHEN,
    frames=(
        Frame(
            name="recognized",
            cues=("recognize", "independence"),
            unless=("mutual",),
            roles=RECOGNITION,
            each="recognizer",
            needs=("recognizer", "recognized"),
            stances={"plan": None},
        ),
        Frame(
            name="to_be_recognized",
            cues=("recognize", "independence"),
            roles=RECOGNITION,
            each="recognizer",
            needs=ALL_NEEDED,
            stances={"fact": None, "denied": None},
        ),
        Frame(
            name="recognized_each_other",
            cues=("recognize", "independence", "mutual"),
            mutual=("recognizer", "recognized"),
            stances={"plan": None, "denied": None},
        ),
        Frame(
            name="decided",
            cues=("decision|be|take_step", "recognition"),
            roles=RECOGNITION,
            each="recognizer",
            needs=ALL_NEEDED,
            stances={"plan": None},
        ),
        Frame(
            name="recognized_by_other",
            cues=("recognize", "independence"),
            roles={
                "recognized": "any:independence.of any:independence.our",
                "recognizer": "paired:recognized",
            },
            needs=ALL_NEEDED,
            stances={"plan": None},
        ),
        Frame(
            name="recognized_as_state",
            cues=("recognize", "as_state"),
            unless=("independence",),
            roles={
                "recognizer": "agent:nation ^subject:nation ^owner:nation ^subject:place.capital ^place:nation",
                "recognized": "^object:nation ^object:place.capital ^subject:nation",
            },
            needs=("recognizer", "recognized"),
            stances={"plan": None},
        ),
        Frame(
            name="recognized_state",
            cues=("recognize",),
            unless=("independence", "as_state"),
            roles={"recognized": "object:state other:recognizer", **BY_STATE},
            theme="state",
            theme_parts="object",
            needs=ALL_NEEDED,
            stances={"plan": None},
        ),
        Frame(
            name="recognized_us",
            cues=("recognize",),
            unless=("independence", "as_state"),
            roles={"recognized": "theme other:recognizer", **BY_STATE},
            theme="pointer",
            theme_parts="object",
            needs=ALL_NEEDED,
            stances={"plan": None},
        ),
        Frame(
            name="not_recognized",
            cues=("recognize",),
            unless=("independence", "as_state"),
            roles={"recognized": "object:state", **BY_STATE},
            theme="state",
            theme_parts="object",
            needs=("recognizer", "recognized"),
            stances={"fact": None, "plan": None},
        ),
        Frame(
            name="recognized_it",
            cues=("recognize",),
            unless=("independence", "as_state"),
            roles={**BY_STATE, "recognized": "paired:recognizer"},
            theme="it",
            theme_parts="object",
            needs=ALL_NEEDED,
            stances={"plan": None},
        ),
    ),
    line="{recognizer} recognised the independence of {recognized} {when}",
)

LEVEL = Kind(
    name="statement.level",
    section=Section.RELATIONS,
    roles={"level": RoleType.TERM},
    identity=("level",),
    question=("level",),
    answer=Answer.WHEN,
    frames=(
        Frame(
            name="raised",
            cues=("level", "raise|reach|degree"),
            unless=("session",),
            theme="level",
            theme_parts="subject modifier goal place owner",
            roles={"level": "theme"},
            needs=("level",),
            pair=True,
            stances={"plan": None},
        ),
        Frame(
            name="raised_by_document",
            cues=("sign",),
            theme="title.level",
            theme_parts="subject modifier object goal",
            roles={"level": "theme.level"},
            needs=("level",),
            pair=True,
            during=True,
            stances={"plan": None, "denied": None},
        ),
        Frame(
            name="to_be_raised",
            cues=("level", "raise|reach"),
            unless=("meeting_noun", "visit_noun", "session"),
            afresh=True,
            theme="level",
            theme_parts="subject modifier goal",
            roles={"level": "theme"},
            needs=("level", "when"),
            pair=True,
            stances={"denied": None},
        ),
        Frame(
            name="turned",
            cues=("level", "turn"),
            theme="level",
            theme_parts="goal",
            roles={"level": "theme"},
            needs=("level",),
            pair=True,
            stances={"plan": None, "denied": None},
        ),
        Frame(
            name="built",
            cues=("level_relations", "create|exist|begin"),
            theme="level",
            theme_parts="subject object",
            roles={"level": "theme"},
            needs=("level",),
            pair=True,
            stances={"plan": None, "denied": None},
        ),
    ),
    line="Relations were raised to the level of {level} {when}",
)
