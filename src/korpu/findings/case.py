"""The case: all that the sorts of finding look at, worked out once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import msgspec

from korpu.as_of import is_told_by
from korpu.claims import Claim, Value
from korpu.document import SourceCard
from korpu.edtf import Extent, days
from korpu.findings.dates import begin
from korpu.findings.questions import Question, ask
from korpu.findings.units import Table, tables
from korpu.findings.values import scaled
from korpu.findings.witness import copied_documents

ASSERTED = ("fact", "estimate")
"""The stances that answer a question; a plan, a target or a denial does not."""


class Case(msgspec.Struct, frozen=True):
    """Claims on one or several pairs of states, with what holds of them before anything is found.

    Attributes:
        tables: tables without units, each with the unit that was worked out for it, if one was.
        amounts: by claim id, the value of each claim whose unit was worked out.
        copies: documents that copy another as a whole, with the one that stands for both.
        years: by document, the years that its claims name outright.
        claims: by id.
    """

    questions: tuple[Question, ...]
    cards: Mapping[str, SourceCard]
    as_of: dt.date | None
    tables: tuple[Table, ...]
    amounts: Mapping[str, Value]
    copies: Mapping[str, str]
    years: Mapping[str, tuple[str, ...]]
    claims: Mapping[str, Claim]

    def value(self, claim: Claim) -> Value | None:
        """Return the claim's value, with the unit and scale that were worked out for it."""
        return (
            self.amounts.get(claim.id, claim.value)
            if claim.value and claim.value.unit is None
            else claim.value
        )

    def published(self, claim: Claim) -> str | None:
        """Return when the claim's document was published, EDTF, None where that is not known."""
        return published_of(claim, self.cards)

    def told(self, claim: Claim) -> Extent | None:
        """Return the days of which the claim tells: its own date, else its document's."""
        return begin(claim.when) or days(self.published(claim))


def open_case(
    claims: Iterable[Claim],
    cards: Mapping[str, SourceCard],
    as_of: dt.date | None,
    copies: Mapping[str, str] | None = None,
) -> Case:
    """Return the case of the claims that are not about times after `as_of`.

    A table's unit is worked out from all claims: it is of no time.
    """
    given = tuple(claims)
    told = [claim for claim in given if is_told_by(claim, published_of(claim, cards), as_of)]
    questions = ask(told)
    found = tables(questions if as_of is None else ask(given))
    amounts = {
        claim.id: scaled(claim.value, table.unit, table.scale)
        for table in found
        for claim in table.claims
        if claim.value is not None and table.unit is not None
    }
    same = copied_documents(told) if copies is None else copies
    by_id = {claim.id: claim for question in questions for claim in question.claims}
    return Case(questions, cards, as_of, found, amounts, same, _years(told), by_id)


def published_of(claim: Claim, cards: Mapping[str, SourceCard]) -> str | None:
    """Return when the claim's document was published, EDTF, None where that is not known."""
    card = cards.get(claim.document)
    return card.published if card is not None else None


def asserted(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims that say how things are, not how they shall be or are not."""
    return tuple(claim for claim in claims if claim.stance in ASSERTED)


def amount(value: Value | None) -> Decimal | None:
    """Return a value's amount as a number, None without one."""
    return Decimal(value.amount) if value is not None else None


def _years(claims: Sequence[Claim]) -> dict[str, tuple[str, ...]]:
    years: dict[str, set[str]] = {}
    for claim in claims:
        if claim.when is not None and claim.when_from == "stated" and claim.when[:4].isdigit():
            years.setdefault(claim.document, set()).add(claim.when[:4])
    return {document: tuple(sorted(found)) for document, found in years.items()}
