"""Voices: whose words a claim is, the speaker's that it names or the document's that makes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.findings.folding import fold
from korpu.findings.names import same_actor


def is_of(claim: Claim, card: SourceCard, name: str) -> bool:
    """Whether a claim is of a source or speaker: the name is theirs, or its words stand in theirs in a row.

    >>> card = SourceCard(publisher="Dövlət Gömrük Komitəsi", url="https://customs.example.org/a")
    >>> said = Claim("polity.shared", ("AZ", "KZ"), {}, None, None, None, "fact", None, "a" * 64, 0, 1, "a")
    >>> is_of(said, card, "gömrük komitəsi"), is_of(said, card, "customs.example.org"), is_of(said, card, "Aliyev")
    (True, True, False)
    """
    if claim.speaker is not None and same_actor(claim.speaker, name):
        return True
    wanted = f" {fold(name)} "
    theirs = (claim.speaker, card.publisher, card.title, card.url, card.origin)
    return bool(wanted.strip()) and any(wanted in f" {fold(one)} " for one in theirs if one)


def claims_of(claims: Iterable[Claim], cards: Mapping[str, SourceCard], name: str) -> list[Claim]:
    """Return the claims of one source or speaker, in their order."""
    return [claim for claim in claims if is_of(claim, cards.get(claim.document, SourceCard()), name)]


def names_of_voices(claims: Iterable[Claim], cards: Mapping[str, SourceCard]) -> list[str]:
    """Return the publishers and speakers of the claims, sorted, each once."""
    found: set[str] = set()
    for claim in claims:
        publisher = cards.get(claim.document, SourceCard()).publisher
        found |= {name for name in (claim.speaker, publisher) if name}
    return sorted(found, key=fold)
