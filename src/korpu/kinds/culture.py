"""Institutions, monuments, twin cities, awards."""

from korpu.kinds import Answer, Kind, RoleType, Section

ACTIVE = Kind(
    name="institution.active",
    section=Section.CULTURE,
    roles={"people": RoleType.STATE, "host": RoleType.STATE, "institution": RoleType.NAME},
    identity=("people", "host", "institution"),
    question=("people", "host", "institution"),
    answer=Answer.EXISTS,
    line="{institution} of {people} works in {host} {when}",
)

BUILT = Kind(
    name="institution.built",
    section=Section.CULTURE,
    roles={"builder": RoleType.ACTOR, "host": RoleType.STATE, "place": RoleType.PLACE, "name": RoleType.NAME},
    identity=("builder", "host", "name"),
    question=("builder", "host", "name"),
    answer=Answer.EXISTS,
    line="{builder} built {name} in {host} {place} {when}",
)

MONUMENT = Kind(
    name="monument.opened",
    section=Section.CULTURE,
    roles={"honoured": RoleType.NAME, "host": RoleType.STATE, "place": RoleType.PLACE},
    identity=("honoured", "host"),
    question=("honoured", "host", "place"),
    answer=Answer.WHEN,
    line="A monument to {honoured} was opened in {host} {place} {when}",
)

TWINNED = Kind(
    name="cities.twinned",
    section=Section.CULTURE,
    roles={"cities": RoleType.PLACES},
    identity=("cities",),
    question=("cities",),
    answer=Answer.WHEN,
    line="{cities} became sister cities {when}",
)

AWARD = Kind(
    name="award.conferred",
    section=Section.CULTURE,
    roles={"award": RoleType.NAME, "recipient": RoleType.PERSON, "by": RoleType.STATE},
    identity=("award", "recipient", "by"),
    question=("award", "recipient", "by"),
    answer=Answer.WHEN,
    line="{by} conferred {award} on {recipient} {when}",
)
