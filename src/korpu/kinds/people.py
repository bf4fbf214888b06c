"""People of one state or nation in the other."""

from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.frames import Frame

PEOPLE = (
    "subject:people|pointer owner:people|pointer object:people|pointer any:people modifier:state "
    "any:institution.people subject:state"
)
HOST = "place:land located:land owner:state modifier:state any:statistics.state any:institution.state"


def _counted(name: str, cues: tuple[str, ...], host: str = HOST) -> Frame:
    """A way of counting the people of one state in the other."""
    return Frame(
        name=name,
        cues=cues,
        unless=("sort", "deport", "deported", "moved", "crowd"),
        roles={"people": PEOPLE, "host": host},
        needs=("people", "host", "value"),
        value="person",
    )


DIASPORA = Kind(
    name="diaspora.size",
    section=Section.PEOPLE,
    roles={"people": RoleType.STATE, "host": RoleType.STATE},
    identity=("people", "host", "value"),
    question=("people", "host", "when"),
    answer=Answer.VALUE,
    changes=True,
    shelf_life="P5Y",
    frames=(
        _counted("living", ("live|compatriot",)),
        _counted("working", ("operate",), "place:land located:land"),
        _counted("numbered", ("number|exist|stay|headcount",)),
        _counted("community", ("community", "form|unite|connect|consist|reach|amount|exceed|create")),
        _counted("adopted", ("adopt",), "object:land"),
    ),
    line="{value} of {people} live in {host} {when}",
)
