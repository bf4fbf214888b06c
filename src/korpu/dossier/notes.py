"""References: each sentence has one number, given in the order in which a reader meets it."""

from __future__ import annotations

from collections.abc import Iterable

from korpu.claims import Claim
from korpu.dossier.tree import Note


class Notes:
    """Numbers sentences while a dossier is built; two claims of one sentence share its number."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._claims: dict[int, dict[str, Claim]] = {}

    def refer(self, claims: Iterable[Claim]) -> tuple[int, ...]:
        """Return the numbers of the claims' sentences, each once, ascending."""
        found = set()
        for claim in claims:
            number = self._numbers.setdefault(
                (claim.document, claim.start, claim.end), len(self._numbers) + 1
            )
            self._claims.setdefault(number, {})[claim.id] = claim
            found.add(number)
        return tuple(sorted(found))

    def all(self) -> tuple[Note, ...]:
        """Return every sentence referred to, by number."""
        return tuple(
            Note(number, document, start, end, next(iter(claims.values())).quote, tuple(sorted(claims)))
            for (document, start, end), number in self._numbers.items()
            for claims in (self._claims[number],)
        )
