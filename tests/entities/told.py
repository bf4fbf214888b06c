"""Invented claims for the tests of entities."""

from __future__ import annotations

from typing import Any

from korpu.claims import Claim


def told(kind: str, document: str, parties: tuple[str, ...] = ("AZ", "FR"), **roles: Any) -> Claim:
    """A claim that a document makes; `when` is its date."""
    when = roles.pop("when", None)
    id = document.encode().hex().ljust(64, "0")
    return Claim(kind, parties, roles, when, "stated" if when else None, None, "fact", None, id, 0, 1, "x")


def head(document: str, person: str, when: str | None = None, sender: str = "AZ", host: str = "FR") -> Claim:
    return told(
        "mission.head", document, tuple(sorted((sender, host))), sender=sender, host=host,
        mission="embassy", office="ambassador", person=person, when=when,
    )  # fmt: skip


def visit(document: str, visitor: str, when: str | None = None, office: str = "minister") -> Claim:
    return told("visit", document, visitor=visitor, office=office, to="FR", **{"from": "AZ", "when": when})
