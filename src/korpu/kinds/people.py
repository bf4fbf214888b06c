"""People of one state or nation in the other."""

from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.frames import Frame

LIVING = {
    "people": "subject:people|pointer owner:people|pointer object:people|pointer any:people",
    "host": "place:land located:land owner:state",
}

DIASPORA = Kind(
    name="diaspora.size",
    section=Section.PEOPLE,
    roles={"people": RoleType.STATE, "host": RoleType.STATE},
    identity=("people", "host", "value"),
    question=("people", "host", "when"),
    answer=Answer.VALUE,
    changes=True,
    frames=(
        Frame(
            name="living",
            cues=("live|compatriot|nationals",),
            roles=LIVING,
            needs=("people", "host", "value"),
            value="person",
        ),
        Frame(
            name="numbered",
            cues=("number|exist",),
            unless=("sort",),
            roles=LIVING,
            needs=("people", "host", "value"),
            value="person",
        ),
    ),
    line="{value} of {people} live in {host} {when}",
)
