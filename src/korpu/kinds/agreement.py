"""Documents signed between the states, and how many."""

from korpu.kinds import Answer, Kind, RoleType, Section
from korpu.kinds.frames import Frame

TITLED = {"title": "theme", "type": "theme.type", "period": "theme.period", "place": "place:place"}

SIGNED = Kind(
    name="agreement.signed",
    section=Section.AGREEMENTS,
    roles={"title": RoleType.NAME, "type": RoleType.TERM, "place": RoleType.PLACE, "period": RoleType.DATE},
    identity=("title", "when"),
    question=("title",),
    answer=Answer.WHEN,
    frames=(
        Frame(
            name="signed",
            during=True,
            cues=("sign",),
            unless=("private_party",),
            theme="title",
            theme_parts="subject modifier object goal",
            roles=TITLED,
            needs=("title",),
            pair=True,
            several=True,
        ),
        Frame(
            name="listed",
            during=True,
            cues=("within_signing",),
            unless=("discuss", "receive", "private_party"),
            theme="title",
            roles=TITLED,
            needs=("title",),
            pair=True,
            several=True,
        ),
        Frame(
            name="signed_untitled",
            during=True,
            cues=("sign",),
            unless=("private_party", "document"),
            theme="title",
            roles={**TITLED, "title": "theme theme.noun"},
            pair=True,
            related=True,
        ),
    ),
    line="{title} ({type}) was signed {place} {when}",
)

COUNT = Kind(
    name="agreement.count",
    lasts=True,
    section=Section.AGREEMENTS,
    roles={"scope": RoleType.TERM},
    identity=("value",),
    question=("scope", "when"),
    answer=Answer.VALUE,
    changes=True,
    frames=(
        Frame(
            name="counted_in_visit",
            during=True,
            event="signing",
            cues=("sign", "visit|visit_noun|within_visit"),
            roles={"scope": "=visit"},
            needs=("value",),
            value="document",
            pair=True,
        ),
        Frame(
            name="numbered",
            cues=("document|agreement_type", "number|cover"),
            unless=("world",),
            roles={"scope": "=all"},
            needs=("value",),
            value="document",
            pair=True,
        ),
        Frame(
            name="counted",
            event="signing",
            cues=("sign",),
            unless=("world",),
            roles={"scope": "=all"},
            needs=("value",),
            value="document",
            pair=True,
        ),
    ),
    line="{value} were signed ({scope}) {when}",
)
