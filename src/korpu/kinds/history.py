"""What the two countries were once part of; deportations."""

from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.frames import Frame

POLITY = Kind(
    name="polity.shared",
    section=Section.HISTORY,
    roles={"polity": RoleType.TERM},
    identity=("polity",),
    question=("polity",),
    answer=Answer.EXISTS,
    frames=(
        Frame(
            name="belonged",
            cues=("belong|composition",),
            unless=("recognize",),
            theme="polity",
            theme_parts="owner place within subject modifier goal",
            roles={"polity": "theme"},
            needs=("polity",),
            joint=True,
            pair=True,
            when="none",
        ),
        Frame(
            name="lived_through",
            cues=("belong",),
            theme="polity",
            theme_parts="object",
            roles={"polity": "theme"},
            needs=("polity",),
            joint=True,
            pair=True,
            when="none",
        ),
    ),
    line="Both were once part of {polity} {when}",
)

DEPORTING = {
    "people": "subject:people owner:people object:people any:people",
    "to": "goal:land owner:state",
    "under": "any:regime agent:polity subject:polity",
}

DEPORTED = Kind(
    name="people.deported",
    section=Section.HISTORY,
    roles={"people": RoleType.STATE, "to": RoleType.STATE, "under": RoleType.PHRASE},
    identity=("people", "to"),
    question=("people", "to", "when"),
    answer=Answer.VALUE,
    frames=(
        Frame(
            name="deported_from",
            cues=("deport|deportation",),
            roles=DEPORTING,
            needs=("people", "to"),
            parties=("people",),
            reflexive=True,
            value="person",
            when="near",
        ),
        Frame(
            name="deported_of_ours",
            cues=("deport", "compatriot"),
            roles={**DEPORTING, "people": "subject:pointer owner:pointer object:pointer"},
            needs=("people", "to"),
            parties=("people",),
            reflexive=True,
            value="person",
            when="near",
        ),
        Frame(
            name="deported",
            cues=("deport|deportation",),
            roles=DEPORTING,
            needs=("people", "to"),
            reflexive=True,
            value="person",
            when="near",
        ),
        Frame(
            name="settled",
            cues=("deported", "live"),
            together=True,
            roles={**DEPORTING, "to": "place:land located:land"},
            needs=("people", "to"),
            reflexive=True,
            value="person",
        ),
        Frame(
            name="sent_away",
            cues=("send|bring",),
            roles={
                "people": "object:people any:people",
                "to": "goal:land",
                "under": "subject:regime agent:regime",
            },
            needs=("people", "to", "under"),
            reflexive=True,
            value="person",
        ),
    ),
    line="{value} of {people} were deported to {to} {under} {when}",
)
