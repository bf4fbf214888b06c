"""Seals: what shows that everything in a ledger is what was noted. Pure: no database is touched here.

Every change has two. `recorded` is made of what the change put into other tables; `seal` of the change itself, of its
`recorded`, and of the seal before it: a change that is altered, taken out or put in between breaks the chain.

What seals are made of never changes, but by a migration that makes all of them anew.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Any

from korpu.claims import content_id

SEALED_OF_DOCUMENT = ("length", "origin", "title", "publisher", "published", "url", "language")
SEALED_OF_COVERAGE = ("reader", "sentences_claim", "sentences_nothing", "sentences_not_understood")
SEALED_OF_CLAIM = (
    "id", "kind", "parties", "roles", "when", "when_from", "value_amount", "value_unit", "value_bound", "value_to",
    "stance", "speaker", "start", "end", "trace", "reader",
)  # fmt: skip
"""The columns that are sealed, in this order. A document's text has its id; all else is of the change's subject and instant."""

_of_document = itemgetter(*SEALED_OF_DOCUMENT)
_of_coverage = itemgetter(*SEALED_OF_COVERAGE)
_of_claim = itemgetter(*SEALED_OF_CLAIM)

Values = Mapping[Any, Any]
"""The values of a row by the names of their columns."""


def seal_migration(number: int, applied_at: dt.datetime) -> str:
    """Return sixteen hex digits of a migration and when it was."""
    return content_id(number, applied_at.astimezone(dt.UTC))


def seal_change(
    before: str,
    number: int,
    at: dt.datetime,
    author: str | None,
    action: str,
    subject: str,
    because: str | None,
    of_change: int | None,
    recorded: str | None,
) -> str:
    """Return the seal of a change: sixteen hex digits.

    Args:
        before: the seal of the change before it; the empty string, where it is the first.
        at: its instant, in whatever zone.
        recorded: what `seal_reading`, `seal_edition`, `seal_judgement` or `seal_decision` returned for what it recorded.
    """
    instant = at.astimezone(dt.UTC)
    return content_id(before, number, instant, author, action, subject, because, of_change, recorded)


def seal_reading(document: Values | None, coverage: Values | None, claims: Iterable[Values]) -> str:
    """Return sixteen hex digits of what reading a document recorded, or a person who claimed something of it.

    Args:
        document: its row; None where it was in the ledger already.
        coverage: the row of its coverage; None where none was recorded.
        claims: the rows of the claims that were recorded, in whatever order; their JSON as what it means, or
            as it is (`msgspec.Raw`).
    """
    return content_id(
        document and _of_document(document),
        coverage and _of_coverage(coverage),
        sorted(map(_of_claim, claims), key=itemgetter(0)),
    )


def seal_edition(source: str, number: int) -> str:
    """Return sixteen hex digits of an edition of a source."""
    return content_id(source, number)


def seal_judgement(sameness: str, names: str, others: str) -> str:
    """Return sixteen hex digits of a judgement; the names are given as JSON."""
    return content_id(sameness, names, others)


def seal_decision(claims: str, preferred: str | None, undoes: int | None) -> str:
    """Return sixteen hex digits of a decision or of what undoes one; the claims' ids are given as JSON."""
    return content_id(claims, preferred, undoes)
