"""Claims and documents ↔ the rows of the ledger's tables. Pure: no database is touched here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

import msgspec

from korpu import edtf
from korpu.claims import Claim, RoleValue, Trace, Value
from korpu.coverage import Coverage
from korpu.document import Document, SourceCard
from korpu.ledger.errors import Damaged

Row = dict[str, Any]

PERSON = "person"
"""What stands in place of a reader's version where a person made a claim."""

CARD_FIELDS = SourceCard.__struct_fields__
COVERAGE_FIELDS = Coverage.__struct_fields__


def document_row(id: str, document: Document, recorded_at: dt.datetime) -> Row:
    """Return the row of a document, whose id that is, in the table `document`."""
    card = {field: getattr(document.card, field) for field in CARD_FIELDS}
    return {
        "id": id,
        "text": document.text,
        "length": len(document.text),
        "recorded_at": recorded_at,
        **card,
    }


def card_of(row: Mapping[Any, Any]) -> SourceCard:
    """Return the source card that a row of the table `document` holds."""
    return SourceCard(**{field: row[field] for field in CARD_FIELDS})


def coverage_row(document: str, coverage: Coverage, reader: str, recorded_at: dt.datetime) -> Row:
    """Return the row of a document's coverage in the table `coverage`; `reader` is the version of what read it."""
    counts = {f"sentences_{field}": getattr(coverage, field) for field in COVERAGE_FIELDS}
    return {"document_id": document, "recorded_at": recorded_at, "reader": reader, **counts}


def coverage_of(row: Mapping[Any, Any]) -> Coverage | None:
    """Return the coverage that a row has in the columns of the table `coverage`; None where they are NULL."""
    counts = {field: row[f"sentences_{field}"] for field in COVERAGE_FIELDS}
    return None if None in counts.values() else Coverage(**counts)


def claim_row(id: str, claim: Claim, reader: str, recorded_at: dt.datetime) -> Row:
    """Return the row of a claim, whose id that is, in the table `claim`; `reader` is the version of what read it."""
    value = claim.value
    return {
        "id": id,
        "document_id": claim.document,
        "kind": claim.kind,
        "parties": claim.parties,
        "roles": claim.roles,
        "when": claim.when,
        "when_from": claim.when_from,
        "value_amount": value and value.amount,
        "value_unit": value and value.unit,
        "value_bound": value and value.bound,
        "value_to": value and value.to,
        "stance": claim.stance,
        "speaker": claim.speaker,
        "start": claim.start,
        "end": claim.end,
        "trace": claim.trace,
        "reader": reader,
        "recorded_at": recorded_at,
    }


def claim_of(row: Mapping[Any, Any], quote: str | None = None) -> Claim:
    """Return the claim that a row of the table `claim` holds.

    Args:
        quote: what the document says at its place; None where the row has it.

    Raises:
        Damaged: the row holds what no claim has.
    """
    try:
        return _claim_of(row, row["quote"] if quote is None else quote)
    except (TypeError, ValueError) as error:
        raise Damaged(
            f"The claim {row['id']} of the ledger is damaged ({error}). `korpu ledger check` tells what else is; "
            "`korpu ledger restore FILE` puts a backup in its place."
        ) from error


def _claim_of(row: Mapping[Any, Any], quote: str) -> Claim:
    return Claim(
        kind=row["kind"],
        parties=tuple(row["parties"]),
        roles=msgspec.convert(row["roles"], dict[str, RoleValue]),
        when=row["when"],
        when_from=row["when_from"],
        value=_value_of(row),
        stance=row["stance"],
        speaker=row["speaker"],
        document=row["document_id"],
        start=row["start"],
        end=row["end"],
        quote=quote,
        trace=msgspec.convert(row["trace"], Trace | None),
    )


def bare_claim(row: Mapping[Any, Any]) -> Claim:
    """Return what a row of the table `claim` claims, nothing being looked at; its `quote` is empty, and it has no trace."""
    return Claim(
        row["kind"], row["parties"], row["roles"], row["when"], row["when_from"], _value_of(row), row["stance"],
        row["speaker"], row["document_id"], row["start"], row["end"], "",
    )  # fmt: skip


def outline_of(row: Any, shared: dict[object, Any]) -> Claim:
    """Return the claim of which a row has all but what only its document has, and how it was read; its `quote` is empty, and it has no trace.

    Args:
        shared: values that earlier rows had; those of this one are put there.
    """

    def same(value: Any) -> Any:
        return shared.setdefault(value, value)

    roles = {
        same(role): same(tuple(filler) if isinstance(filler, list) else filler)
        for role, filler in row.roles.items()
    }
    value = None
    if row.value_amount is not None:
        value = Value(row.value_amount, same(row.value_unit), same(row.value_bound), row.value_to)
    return Claim(
        same(row.kind), same(tuple(row.parties)), roles, row.when, same(row.when_from), value, same(row.stance),
        same(row.speaker), same(row.document_id), row.start, row.end, "",
    )  # fmt: skip


def _value_of(row: Mapping[Any, Any]) -> Value | None:
    if row["value_amount"] is None:
        return None
    return Value(row["value_amount"], row["value_unit"], row["value_bound"], row["value_to"])


def party_rows(claim_id: str, parties: Iterable[str]) -> list[Row]:
    """Return the rows of the table `claim_party` of a claim."""
    return [{"party": party, "claim_id": claim_id} for party in sorted(set(parties))]


def pair_rows(claim_id: str, parties: Iterable[str], when: str | None) -> list[Row]:
    """Return the rows of the table `claim_pair` of a claim: one for each two of its parties.

    >>> pair_rows("1f3a90c21f3a90c2", ("KZ", "AZ"), "2004-03")
    [{'pair': 'AZ KZ', 'first_day': '2004-03-01', 'claim_id': '1f3a90c21f3a90c2'}]
    """
    day = edtf.sort_key(when)[0]
    pairs = combinations(sorted(set(parties)), 2)
    return [{"pair": " ".join(pair), "first_day": day, "claim_id": claim_id} for pair in pairs]


def pair_key(pair: Iterable[str]) -> str:
    """Return how two states stand in the table `claim_pair`, in whatever order they are given."""
    return " ".join(sorted(pair))
