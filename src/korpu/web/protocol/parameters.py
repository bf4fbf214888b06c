"""The parameters that questions share, each with its bounds and what it means."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from litestar.openapi.spec import Example
from litestar.params import PathParameter, QueryParameter

from korpu.errors import WrongUse
from korpu.findings.finding import Status
from korpu.kinds import kinds
from korpu.states import find_state
from korpu.web.pairs_asked import pair_of

MOST = 500
"""Things that one page of an answer has at most."""

Language = Annotated[
    Literal["az", "en"],
    QueryParameter(description="The language of sentences and reasons; quotes stay in their documents' own."),
]
AsOf = Annotated[
    str | None,
    QueryParameter(
        description="Leave out what is told of later times than this day, month or year (EDTF).",
        pattern=r"^[0-9X]{4}(-[0-9]{2}){0,2}~?$",
        max_length=11,
        examples=[Example(value="2022-03")],
    ),
]
KnownAt = Annotated[
    str | None,
    QueryParameter(
        description="Answer as the ledger would have at this date, or instant with its zone.",
        pattern=r"^[0-9X]{4}[-0-9T:.+ Z~]*$",
        max_length=40,
        examples=[Example(value="2024-05-03")],
    ),
]
Limit = Annotated[int, QueryParameter(description="How many to answer at most.", ge=1, le=MOST)]
After = Annotated[
    str | None,
    QueryParameter(
        description="Go on after the page whose `next` this is. What is added meanwhile moves nothing.",
        pattern=r"^[A-Za-z0-9_-]+$",
        max_length=400,
    ),
]
KindName = Annotated[
    str | None,
    QueryParameter(
        description="Only of this kind.",
        max_length=60,
        schema_extra={"enum": sorted(kinds())},
        examples=[Example(value="trade.turnover")],
    ),
]
StatusName = Annotated[
    str | None,
    QueryParameter(
        description="Only of this status.", max_length=20, schema_extra={"enum": list(get_args(Status))}
    ),
]
PairAsked = Annotated[
    str | None,
    QueryParameter(
        description="Only on these two states, by their codes (ISO 3166-1 alpha-2).",
        pattern=r"^[A-Za-z]{2}-[A-Za-z]{2}$",
        max_length=5,
        examples=[Example(value="az-kz")],
    ),
]
PairPath = Annotated[
    str,
    PathParameter(
        description="Two states by their codes (ISO 3166-1 alpha-2), in either order.",
        pattern=r"^[A-Za-z]{2}-[A-Za-z]{2}$",
        max_length=5,
        examples=[Example(value="az-kz")],
    ),
]
IdPath = Annotated[
    str,
    PathParameter(
        description="The id, or its first hex digits, four at least.",
        pattern=r"^[0-9a-fA-F]{4,64}$",
        max_length=64,
        examples=[Example(value="1f3a90c2")],
    ),
]


def kind_asked(kind: str | None) -> str | None:
    """Return the kind that is asked for.

    Raises:
        WrongUse: there is none of that name.
    """
    return _one_of(kind, tuple(kinds()), "kind")


def status_asked(status: str | None) -> str | None:
    """Return the status that is asked for.

    Raises:
        WrongUse: there is none of that name.
    """
    return _one_of(status, get_args(Status), "status")


def _one_of(given: str | None, there: tuple[str, ...], what: str) -> str | None:
    if given is None or given in there:
        return given
    raise WrongUse(f"There is no {what} «{given}». There are: {', '.join(there)}.")


def parties_asked(pair: str | None) -> tuple[str, ...]:
    """Return the two states that are asked for, none where they are not.

    Raises:
        WrongUse, NoSuchPage: these are no two states.
    """
    if pair is None:
        return ()
    first, second = pair.upper().split("-")
    if first == second:
        raise WrongUse(f"«{pair}» is one state twice; give two, such as az-kz.")
    return find_state(first), find_state(second)


def pair_asked(pair: str) -> tuple[str, str]:
    """Return the two states of a path, sorted as the ledger has them.

    Raises:
        NoSuchPage: these are no two states.
    """
    first, second = sorted(pair_of(pair))
    return first, second
