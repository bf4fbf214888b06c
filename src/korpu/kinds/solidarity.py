"""Aid and declared support."""

from korpu.claims import Stance
from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.frames import Frame

RECEIVER = "goal:land place:land located:land goal:people"
GIVER = "subject:land agent:land source:land owner:nation owner:place.capital"

AID = Kind(
    name="aid.given",
    section=Section.CULTURE,
    roles={"giver": RoleType.ACTOR, "receiver": RoleType.STATE, "what": RoleType.PHRASE},
    identity=("giver", "receiver", "what"),
    question=("giver", "receiver", "what", "when"),
    answer=Answer.EXISTS,
    recurs=True,
    frames=(
        Frame(
            name="given",
            cues=("help",),
            theme="help",
            theme_parts="subject modifier object partner",
            roles={"receiver": f"{RECEIVER} object:land", "giver": GIVER, "what": "theme"},
            each="receiver",
            needs=("giver", "receiver", "what"),
        ),
        Frame(
            name="received",
            cues=("help_received",),
            unless=("arrive",),
            theme="help",
            roles={"receiver": RECEIVER, "giver": f"{GIVER} other:receiver", "what": "theme"},
            each="receiver",
            needs=("giver", "receiver", "what"),
        ),
        Frame(
            name="thanked",
            cues=("thank",),
            theme="help",
            roles={"giver": "^goal:land", "receiver": RECEIVER, "what": "theme"},
            needs=("giver", "receiver", "what"),
        ),
        Frame(
            name="came",
            cues=("help_received", "arrive"),
            theme="help",
            roles={"receiver": RECEIVER, "giver": f"{GIVER} paired:receiver", "what": "theme"},
            each="receiver",
            needs=("giver", "receiver", "what"),
        ),
    ),
    line="{giver} gave {receiver} {what} {when}",
)

SUPPORTING = {
    "supported": "own:cause.state object:land goal:land object+goal:person.state ^owner:nation partner:land",
    "supporter": "any:support.by subject:person.private subject:land agent:land subject:parliament.state owner:nation owner:place.capital subject:person.state any:support.holder",
    "topic": "own:cause",
}
STILL: dict[Stance, Stance | None] = {"plan": "fact"}
"""What is to go on holds now («dəstəyini davam etdirəcək»)."""

SUPPORT = Kind(
    name="support.declared",
    section=Section.RELATIONS,
    roles={"supporter": RoleType.ACTOR, "supported": RoleType.STATE, "topic": RoleType.PHRASE},
    identity=("supporter", "supported"),
    question=("supporter", "supported"),
    answer=Answer.EXISTS,
    recurs=True,
    frames=(
        Frame(
            name="each_other",
            cues=("support|vote", "mutual"),
            mutual=("supporter", "supported"),
            together=True,
            roles={},
            pair=True,
            stances=STILL,
        ),
        Frame(
            name="mutual_support",
            cues=("support_noun", "mutual"),
            mutual=("supporter", "supported"),
            together=True,
            roles={},
            pair=True,
            related=True,
            stances=STILL,
        ),
        Frame(
            name="shared",
            cues=("support_noun", "shared", "show|give|grant|continue|express|exist|support"),
            mutual=("supporter", "supported"),
            together=True,
            roles={},
            pair=True,
            related=True,
            stances=STILL,
        ),
        Frame(
            name="supported",
            cues=("support",),
            unless=("help",),
            roles=SUPPORTING,
            each="supporter",
            needs=("supporter", "supported"),
            stances=STILL,
        ),
        Frame(
            name="voted",
            cues=("vote", "cause"),
            roles=SUPPORTING,
            each="supporter",
            needs=("supporter", "supported"),
        ),
        Frame(
            name="voted_for",
            cues=("vote",),
            unless=("cause",),
            together=True,
            roles={"supported": "object:land", "supporter": SUPPORTING["supporter"]},
            each="supporter",
            needs=("supporter", "supported"),
        ),
        Frame(
            name="said",
            cues=("support_noun", "say"),
            together=True,
            roles=SUPPORTING,
            needs=("supporter", "supported"),
            stances=STILL,
        ),
        Frame(
            name="expressed",
            cues=("support_noun", "show|give|grant|continue|express"),
            roles=SUPPORTING,
            needs=("supporter", "supported"),
            stances=STILL,
        ),
        Frame(
            name="beside_us",
            cues=("beside_us",),
            roles={"supporter": "subject:state subject:person.state", "supported": "other:supporter"},
            needs=("supporter", "supported"),
            stances=STILL,
        ),
        Frame(
            name="steadfast",
            cues=("support_noun", "steadfast"),
            together=True,
            roles={
                "supported": "own:cause.state goal:land",
                "supporter": "any:support.by owner:land",
                "topic": "own:cause",
            },
            needs=("supporter", "supported"),
        ),
        Frame(
            name="thanked",
            cues=("thank",),
            theme="support",
            theme_parts="subject modifier object goal partner",
            roles={"supporter": "^goal:land", "supported": "any:cause.state goal:land", "topic": "any:cause"},
            needs=("supporter", "supported"),
        ),
        Frame(
            name="ours",
            theme="support.by",
            roles=SUPPORTING,
            needs=("supporter", "supported"),
            stances=STILL,
        ),
    ),
    line="{supporter} declared support for {supported}: {topic} {when}",
)
