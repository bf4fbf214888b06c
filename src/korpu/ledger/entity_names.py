"""The names in claims as rows of their own, so that claims are found by whom or what they name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from korpu.claims import Claim
from korpu.entities.mentions import id_of_name, key_of_name, names_in
from korpu.ledger.rows import Row
from korpu.ledger.schema import CLAIM

CLAIM_COLUMNS = (
    CLAIM.c.id, CLAIM.c.kind, CLAIM.c.parties, CLAIM.c.roles, CLAIM.c.when, CLAIM.c.stance, CLAIM.c.document_id
)  # fmt: skip
"""What of a claim names its entities and tells of them."""


def name_rows(claims: Mapping[str, Claim]) -> list[Row]:
    """Return the rows of the table `entity_name` of claims, given by their ids."""
    found = {}
    for id, claim in claims.items():
        for type, name, _ in names_in(claim):
            own, key = id_of_name(type, name, claim), key_of_name(type, name, claim.parties)
            found[own, id] = {"id": own, "claim_id": id, "type": type, "key": key, "name": name}
    return list(found.values())


def bare_claim(row: Any) -> Claim:
    """Return a claim with no more than `CLAIM_COLUMNS`."""
    return Claim(
        row.kind, tuple(row.parties), row.roles, row.when, None, None, row.stance, None, row.document_id, 0, 0, ""
    )  # fmt: skip
