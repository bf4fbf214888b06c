"""The first page: all pairs of states that the ledger has claims on."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from korpu.errors import KorpuError
from korpu.ledger.pairs import PairDocuments
from korpu.states import find_state, name_key
from korpu.web.pages.pair import pair_words
from korpu.web.pairs_asked import pair_of, path_of
from korpu.web.times import Times
from korpu.web.visit import Visit

PAGE = 50
FEW = 20_000
"""Claims of all pairs of a page up to which their documents are counted before it is shown."""


class PairRow(msgspec.Struct, frozen=True):
    """A pair in the list, its states by name.

    Attributes:
        claims: how many stand.
        documents, disputes: None where they are not counted yet.
    """

    pair: tuple[str, str]
    names: tuple[str, str]
    path: str
    claims: int
    documents: PairDocuments | None = None
    disputes: int | None = None


@get("/", sync_to_thread=True)
def list_pairs(
    visit: NamedDependency[Visit], q: FromQuery[str] = "", page: FromQuery[int] = 1
) -> Response[str]:
    """List the pairs, those with most claims first; of one state, or whose names hold the words."""
    of_state, problem = _state(visit, visit.query.get("state", ""))
    rows = [row for row in _rows(visit, of_state) if _matches(row, q)]
    pages = max(1, -(-len(rows) // PAGE))
    page = min(max(1, page), pages)
    return visit.page(
        "pairs.html.jinja",
        rows=_counted(visit, rows[(page - 1) * PAGE : page * PAGE]),
        total=len(rows),
        page=page,
        pages=pages,
        asked=q,
        state=of_state,
        problem=problem,
    )


@get("/{pair:str}/row", sync_to_thread=True)
def show_row(visit: NamedDependency[Visit], pair: FromPath[str]) -> Response[str]:
    """Show the row of two states with what takes some time to count; the list asks for it when it is read."""
    states = pair_of(pair)
    row = _row(visit, states, visit.counts().get((min(states), max(states)), 0))
    counted = msgspec.structs.replace(
        row, documents=_documents(visit, states), disputes=_disputes(visit, states)
    )
    return visit.page("parts/pair_row.html.jinja", row=counted, is_counted=True)


def _disputes(visit: Visit, pair: tuple[str, str]) -> int | None:
    """How many disagreements of two states nobody has decided; None where a dossier of very many claims is not there."""
    times = Times(known_at=visit.times.known_at)
    words = visit.dossiers.view_if_there(visit.ledger, pair, times, pair_words, visit.language)
    return words.disputes if words else None


def _documents(visit: Visit, pair: tuple[str, str]) -> PairDocuments:
    """How many documents there are on two states, and the newest."""

    def count() -> PairDocuments:
        return visit.ledger.pair_documents([pair], visit.times.instant)[pair]

    return visit.dossiers.of_pair(visit.ledger, pair, ("documents", visit.times.known_at), count)


def _state(visit: Visit, text: str) -> tuple[str | None, str]:
    """The state that was asked for, and why there is none where there is none."""
    if not text.strip():
        return None, ""
    try:
        return find_state(text), ""
    except KorpuError as error:
        return None, visit.interface.tell(error)


def _rows(visit: Visit, state: str | None) -> list[PairRow]:
    """All pairs, those with most claims first."""
    counts = visit.counts()
    return [_row(visit, pair, counts[pair]) for pair in visit.pairs_told() if state is None or state in pair]


def _row(visit: Visit, pair: tuple[str, str], claims: int) -> PairRow:
    name = visit.interface.say.state
    return PairRow(pair, (name(pair[0]), name(pair[1])), path_of(pair), claims)


def _counted(visit: Visit, rows: Sequence[PairRow]) -> list[PairRow]:
    """The rows with their documents, where these are soon counted or known."""
    few = sum(row.claims for row in rows) < FEW
    return [
        msgspec.structs.replace(row, documents=_documents(visit, row.pair))
        if few or visit.dossiers.has_of_pair(visit.ledger, row.pair, ("documents", visit.times.known_at))
        else row
        for row in rows
    ]


def _matches(row: PairRow, words: str) -> bool:
    names = [name_key(name) for name in (*row.names, *row.pair)]
    return all(any(word in name for name in names) for word in name_key(words).split())
