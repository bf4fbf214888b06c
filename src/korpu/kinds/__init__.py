"""What can be claimed: each kind is a declaration, found by looking into this folder.

Reader, ledger, findings and dossier read these declarations; none of them asks which kind it has.
To add a kind, add a module here that defines `Kind` values, and its words to each language's lexicon.
"""

from __future__ import annotations

import importlib
import pkgutil
from enum import Enum
from functools import cache
from typing import Literal

import msgspec

from korpu.kinds.checks import Awaited, Check, Several
from korpu.kinds.frames import Frame


class RoleType(Enum):
    """What may fill a role; it decides how two fillers are compared and how one is shown."""

    STATE = "state"
    """An ISO 3166-1 alpha-2 code, or `SU`."""
    TERM = "term"
    """A word of the kind's own closed list («embassy», «official»), shown in translation."""
    PERSON = "person"
    NAME = "name"
    """A name or title as the document spells it, in dictionary form."""
    PLACE = "place"
    ADDRESS = "address"
    """Where a house stands: city, street, number, in whatever order."""
    ACTOR = "actor"
    """A state's code, or the name of a person or company that acts for it."""
    ORGANISATION = "organisation"
    """A common English acronym, else a name."""
    PHRASE = "phrase"
    """Words of the text that are not compared word for word (a topic, what help was given)."""
    DATE = "date"
    """EDTF."""
    PERSONS = "persons"
    STATES = "states"
    PLACES = "places"


EntityType = Literal["person", "mission", "organisation", "agreement", "project", "place"]
"""What a name may name, of which the ledger keeps one entity under all its names."""


class Section(Enum):
    """The sections of a dossier, in their order."""

    RELATIONS = "relations"
    MISSIONS = "missions"
    PARLIAMENTS = "parliaments"
    VISITS = "visits"
    AGREEMENTS = "agreements"
    TRADE = "trade"
    INVESTMENT = "investment"
    PEOPLE = "people"
    CULTURE = "culture"
    PROJECTS = "projects"
    HISTORY = "history"


class Answer(Enum):
    """What claims on one question may say differently."""

    EXISTS = "exists"
    """Nothing: the question is whether it is so (two states in one organisation)."""
    WHEN = "when"
    """The date of a thing that happens once: two dates contradict."""
    VALUE = "value"
    """An amount."""
    ROLE = "role"
    """The filler of `Kind.answer_role` (who is ambassador, what the address is)."""


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """The declaration of one kind of claim.

    Attributes:
        name: the contract's name.
        section: where the dossier shows it.
        roles: the roles it may have, each with its type.
        identity: what tells one claim from another: roles, and `when` and `value` where they count.
        question: the roles (and `when`) that say which question a claim answers, parties aside.
        answer: what the claims on one question may say differently.
        answer_role: the role that holds the answer, where `answer` is `ROLE`.
        changes: whether the answer may change with time, so that a later one supersedes an earlier.
        grows: whether an amount that changes can only become more.
        recurs: whether it happens again: at another date it is another one.
        ends: whether what was so may cease to be so, so that a later denial supersedes it.
        past: whether it is long over, so that the time at which it is told does not matter.
        flows: whether an amount of a year is what came in that year, and not what there was in all.
        alone: whether two answers of one time, where it has an answer that changes, exclude each other.
        several: what there may be several of at a time, and what tells these apart.
        shelf_life: how long an answer that changes is taken to hold, or how long after a period its amount should
            be known, an ISO 8601 duration («P3Y»); None where it does not grow stale.
        awaited: where a file on two states lacks something if it has no answer; None where it lacks nothing.
        ended_by: kinds that tell that there is no answer any more, where the roles that both have agree.
        turned_by: concepts of the words by which a sentence dates when an answer that changes came about («raised to»).
        checks: what must fit together with other claims.
        numbered: the role that numbers its events one after another: of one day there is one, with one number.
        tells_post: whether it says at the head of whose mission the person in its role `person` is, and where.
        entities: of roles of the type `NAME`, what their names name, where it is an entity of its own.
        lasts: whether «since 2010» is an open interval (a person in office) and not the point 2010.
        frames: how clauses become claims of this kind.
        line: the kind in one English line; `{role}`, `{when}`, `{value}` are filled in.
    """

    name: str
    section: Section
    roles: dict[str, RoleType]
    identity: tuple[str, ...]
    question: tuple[str, ...]
    answer: Answer
    answer_role: str | None = None
    changes: bool = False
    grows: bool = False
    recurs: bool = False
    ends: bool = False
    past: bool = False
    flows: bool = False
    alone: bool = True
    several: Several | None = None
    shelf_life: str | None = None
    awaited: Awaited | None = None
    ended_by: tuple[str, ...] = ()
    turned_by: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    numbered: str | None = None
    lasts: bool = False
    tells_post: bool = False
    entities: dict[str, EntityType] = {}
    frames: tuple[Frame, ...] = ()
    line: str


@cache
def kinds() -> dict[str, Kind]:
    """Return every kind by its name, in the order of the sections and then of declaration."""
    found: dict[str, Kind] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        declared = importlib.import_module(f"{__name__}.{module.name}")
        found |= {kind.name: kind for kind in vars(declared).values() if isinstance(kind, Kind)}
    order = list(Section)
    return dict(sorted(found.items(), key=lambda item: order.index(item[1].section)))
