"""People of one state or nation in the other."""

from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.frames import Frame

LIVING = {
    "people": "subject:people|pointer owner:people|pointer object:people|pointer any:people modifier:state "
    "any:institution.people subject:state",
    "host": "place:land located:land owner:state modifier:state any:statistics.state any:institution.state",
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
            cues=("live|compatriot",),
            unless=("sort", "deport"),
            roles=LIVING,
            needs=("people", "host", "value"),
            value="person",
        ),
        Frame(
            name="numbered",
            cues=("number|exist|stay|headcount",),
            unless=("sort", "deport"),
            roles=LIVING,
            needs=("people", "host", "value"),
            value="person",
        ),
        Frame(
            name="community",
            cues=("community", "form|unite|connect|consist|reach|amount|exceed|create"),
            unless=("sort", "deport"),
            roles=LIVING,
            needs=("people", "host", "value"),
            value="person",
        ),
        Frame(
            name="adopted",
            cues=("adopt",),
            unless=("sort", "deport"),
            roles={"people": LIVING["people"], "host": "object:land"},
            needs=("people", "host", "value"),
            value="person",
        ),
    ),
    line="{value} of {people} live in {host} {when}",
)
