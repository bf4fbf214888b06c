"""The first page: all pairs of states that the ledger has claims on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from korpu.errors import KorpuError
from korpu.ledger.pairs import PairDocuments
from korpu.states import find_state, name_key
from korpu.web.pairs_asked import pair_of, path_of
from korpu.web.times import Times
from korpu.web.visit import Visit

PAGE = 50


class PairRow(msgspec.Struct, frozen=True):
    """A pair in the list: its states by name, how many claims stand on it, and its documents where they were asked for."""

    pair: tuple[str, str]
    names: tuple[str, str]
    path: str
    claims: int
    documents: PairDocuments | None = None


@get("/", sync_to_thread=True)
def list_pairs(
    visit: NamedDependency[Visit], q: FromQuery[str] = "", page: FromQuery[int] = 1
) -> Response[str]:
    """List the pairs, those with most claims first; of one state, or whose names hold the words."""
    of_state, problem = _state(visit.query.get("state", ""))
    rows = [row for row in _rows(visit, of_state) if _matches(row, q)]
    pages = max(1, -(-len(rows) // PAGE))
    page = min(max(1, page), pages)
    return visit.page(
        "pairs.html.jinja",
        rows=_with_documents(visit, rows[(page - 1) * PAGE : page * PAGE]),
        total=len(rows),
        page=page,
        pages=pages,
        asked=q,
        state=of_state,
        problem=problem,
    )


@get("/{pair:str}/disputes", sync_to_thread=True)
def count_disputes(visit: NamedDependency[Visit], pair: FromPath[str]) -> Response[str]:
    """Return how many disagreements of two states are open, for the list: they are found when it is read."""
    return visit.page("disputes.html.jinja", disputes=open_disputes(visit, pair_of(pair)))


def open_disputes(visit: Visit, pair: tuple[str, str]) -> int:
    """Return how many disagreements of two states nobody has decided."""
    times = Times(known_at=visit.times.known_at)
    dossier = visit.dossiers.dossier(visit.ledger, pair, times)
    return len(dossier.disputed) + len(dossier.misfits)


def _state(text: str) -> tuple[str | None, str]:
    """The state that was asked for, and why there is none where there is none."""
    if not text.strip():
        return None, ""
    try:
        return find_state(text), ""
    except KorpuError as error:
        return None, str(error)


def _rows(visit: Visit, state: str | None) -> list[PairRow]:
    """All pairs, those with most claims first."""
    counts: Mapping[tuple[str, str], int] = visit.ledger.pair_claims(state, visit.times.instant)
    name = visit.interface.say.state
    return [
        PairRow(pair, (name(pair[0]), name(pair[1])), path_of(pair), claims)
        for pair, claims in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    ]


def _with_documents(visit: Visit, rows: Sequence[PairRow]) -> list[PairRow]:
    found = visit.ledger.pair_documents([row.pair for row in rows], visit.times.instant)
    return [msgspec.structs.replace(row, documents=found.get(row.pair)) for row in rows]


def _matches(row: PairRow, words: str) -> bool:
    names = [name_key(name) for name in (*row.names, *row.pair)]
    return all(any(word in name for name in names) for word in name_key(words).split())
