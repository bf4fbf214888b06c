"""A dossier with the file that it was made from, and the pages that are made from both, in whatever process they lie."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from msgspec.structs import replace

from korpu.claims import Claim
from korpu.dossier import Dossier, compose
from korpu.dossier.tree import Note
from korpu.ledger.pair_file import PairFile
from korpu.ledger.store import open_ledger
from korpu.render.page import Page
from korpu.render.words import put_into_words
from korpu.web.kept import Kept
from korpu.web.times import Times

Pair = tuple[str, str]
Made = TypeVar("Made")
View = tuple[Callable[..., Any], tuple[Hashable, ...]]
"""A function of a module, which is told a `Composed` first, and what else it is told."""

ROOM = 40_000
"""Claims of the dossiers that a worker keeps, for the next page of the same two states."""


class Composed:
    """A dossier, the file on the two states, and what was made from them before."""

    def __init__(self, file: PairFile, as_of: str | None) -> None:
        self.file = file
        self.as_of = as_of
        self.dossier: Dossier = compose(
            file.pair,
            file.claims,
            file.cards,
            as_of=as_of,
            coverage=file.coverage,
            signatures=file.signatures,
            decisions=file.decisions,
        )
        self._made: dict[Hashable, object] = {}

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The claims of the file by their ids."""
        return {claim.id: claim for claim in self.file.claims}

    def made(self, make: Callable[..., Made], *given: Hashable) -> Made:
        """Return what a function of a module makes of it and of what else it is given, or made of it before."""
        key = (make, given)
        if key not in self._made:
            self._made[key] = make(self, *given)
        found: Any = self._made[key]
        return found  # type: ignore[no-any-return]


def words_of(composed: Composed, language: str) -> Page:
    """Return the whole dossier in words."""
    return put_into_words(composed.dossier, language)


def sentences_of(composed: Composed, numbers: Iterable[int]) -> dict[int, Note]:
    """Return notes of the dossier by their numbers, with what leads to their sentences and no more."""
    notes = composed.dossier.notes  # numbered from 1
    found = {number: notes[number - 1] for number in sorted(set(numbers))}
    return {number: replace(note, claims=note.claims[:1], quote="") for number, note in found.items()}


_KEPT = Kept(ROOM)
"""What this process keeps where it is a worker."""


def view_at(
    address: str | Path,
    pair: Pair,
    version: int,
    times: Times,
    make: Callable[..., Made],
    given: tuple[Hashable, ...],
) -> Made:
    """Return what a function makes of the dossier on two states in the ledger at an address. Workers run this.

    Args:
        version: of the file on the two states; the dossier is kept until one of another is asked for.
    """
    return make(_composed(address, pair, version, times), *given)


def views_at(
    address: str | Path, pair: Pair, version: int, times: Times, views: Sequence[View]
) -> tuple[object, ...]:
    """Return what each of several functions makes of it, as `view_at` does."""
    composed = _composed(address, pair, version, times)
    return tuple(make(composed, *given) for make, given in views)


def _composed(address: str | Path, pair: Pair, version: int, times: Times) -> Composed:
    def read() -> Composed:
        with open_ledger(address, create=False) as ledger:
            return Composed(ledger.pair_file(pair, times.instant), times.as_of)

    return _KEPT.get((address, pair, version, times), read, lambda made: len(made.file.claims))
