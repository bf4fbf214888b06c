"""Institutions, monuments, twin cities."""

from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.checks import Several
from korpu.kinds.frames import Frame

AT = "theme.branch place:land place:institution place:decoy.land located:land located:institution owner:place own:mission.host theme.land"
WORKS = ("institution", "operate|open|create|exist|restore|teach|continue|locate")

ACTIVE = Kind(
    name="institution.active",
    section=Section.CULTURE,
    roles={"people": RoleType.STATE, "host": RoleType.STATE, "institution": RoleType.NAME},
    entities={"institution": "organisation"},
    identity=("people", "host", "institution"),
    question=("people", "host", "institution"),
    answer=Answer.EXISTS,
    ends=True,
    lasts=True,
    frames=(
        Frame(
            name="working",
            cues=WORKS,
            unless=("build",),
            theme="institution.whole",
            afresh=True,
            roles={
                "host": AT,
                "people": "theme.other theme.people! owner:nation own:mission.sender",
                "institution": "theme",
            },
            needs=("people", "host", "institution"),
        ),
        Frame(
            name="working_under_a_name",
            cues=WORKS,
            unless=("build",),
            theme="institution.named",
            afresh=True,
            roles={"host": AT, "people": "theme.people paired:host", "institution": "theme"},
            needs=("people", "host", "institution"),
        ),
        Frame(
            name="teaching",
            cues=("institution", "teach|unite|connect|continue"),
            unless=("build",),
            theme="institution.whole",
            theme_parts="subject modifier",
            afresh=True,
            roles={
                "host": AT,
                "people": "theme.other theme.people! owner:nation own:mission.sender",
                "institution": "theme",
            },
            needs=("people", "host", "institution"),
        ),
        Frame(
            name="attended",
            cues=("institution", "teach"),
            theme="institution.people",
            theme_parts="place",
            afresh=True,
            roles={
                "host": "theme.branch place:land located:land owner:place",
                "people": "theme.people",
                "institution": "theme",
            },
            needs=("people", "host", "institution"),
        ),
    ),
    line="{institution} of {people} works in {host} {when}",
)

BUILDING = "subject modifier object"
BUILT_BY = {
    "builder": "agent+subject+owner:company agent:nation subject:nation subject:place.capital owner:nation modifier:people owner:person.state",
    "place": "theme.place place:place located:place goal:place owner:place",
    "name": "theme",
}
BUILT_IN = "place:land place:institution located:land located:institution goal:land owner:state theme.state"

BUILT = Kind(
    name="institution.built",
    section=Section.CULTURE,
    roles={"builder": RoleType.ACTOR, "host": RoleType.STATE, "place": RoleType.PLACE, "name": RoleType.NAME},
    identity=("builder", "host", "name"),
    question=("builder", "host", "place", "name"),
    answer=Answer.EXISTS,
    frames=(
        Frame(
            name="built",
            cues=("build|gift|erect",),
            theme="institution",
            theme_parts=BUILDING,
            roles={
                **BUILT_BY,
                "host": BUILT_IN,
            },
            needs=("builder", "host", "name"),
        ),
        Frame(
            name="built_by_firm",
            cues=("build|erect", "company"),
            theme="institution",
            theme_parts=BUILDING,
            roles={**BUILT_BY, "builder": "modifier:state|people owner:nation", "host": BUILT_IN},
            needs=("builder", "host", "name"),
        ),
        Frame(
            name="set_up",
            cues=("works", "set_up|create"),
            theme="institution",
            theme_parts=BUILDING,
            roles={**BUILT_BY, "host": BUILT_IN},
            needs=("builder", "host", "name"),
        ),
        Frame(
            name="set_up_by_firm",
            cues=("institution", "set_up"),
            theme="institution",
            theme_parts=BUILDING,
            roles={**BUILT_BY, "builder": "agent+subject+owner:company", "host": BUILT_IN},
            needs=("builder", "host", "name"),
        ),
        Frame(
            name="built_abroad",
            cues=("build|gift|erect",),
            theme="institution",
            theme_parts=BUILDING,
            roles={**BUILT_BY, "host": "paired:builder"},
            needs=("builder", "host", "name", "place"),
        ),
    ),
    line="{builder} built {name} in {host} {place} {when}",
)

NAMED_AFTER = {
    "honoured": "theme.honoured",
    "host": "place:land located:land owner:place owner:state owner:pointer",
    "place": "place:place located:place owner:place",
}
"""A street, park or school that has the name of whom it honours."""

MONUMENT = Kind(
    name="monument.opened",
    section=Section.CULTURE,
    roles={"honoured": RoleType.PERSON, "host": RoleType.STATE, "place": RoleType.PLACE},
    identity=("honoured", "host"),
    question=("honoured", "host", "place"),
    answer=Answer.WHEN,
    several=Several("honoured", (), "place"),
    frames=(
        Frame(
            name="unveiled",
            cues=("open|erect|put|operate|create|exist|lay|inaugurate",),
            theme="monument.honoured",
            theme_parts="subject modifier object owner",
            roles={
                "honoured": "theme.honoured",
                "host": "theme.host place:land located:land owner:place owner:state owner:institution.state theme.abroad",
                "place": "theme.place place:place located:place owner:place",
            },
            needs=("honoured", "host"),
            pair=True,
        ),
        Frame(
            name="named_after",
            cues=("name_after",),
            theme="monument.named_after",
            theme_parts="subject modifier object goal source",
            roles=NAMED_AFTER,
            needs=("honoured", "host"),
            pair=True,
        ),
        Frame(
            name="named_and_opened",
            cues=("open|inaugurate",),
            theme="monument.named_after",
            theme_parts="goal source",
            roles=NAMED_AFTER,
            needs=("honoured", "host"),
            pair=True,
        ),
    ),
    line="A monument to {honoured} was opened in {host} {place} {when}",
)

TWINNED = Kind(
    name="cities.twinned",
    section=Section.CULTURE,
    roles={"cities": RoleType.PLACES},
    identity=("cities",),
    question=("cities",),
    answer=Answer.WHEN,
    ends=True,
    frames=(
        Frame(
            name="twinned",
            cues=("twin|twinned",),
            roles={"cities": "any:place"},
            needs=("cities",),
        ),
    ),
    line="{cities} became sister cities {when}",
)
