"""Witnesses: documents that copy each other's sentences are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations
from typing import Protocol

from korpu.claims import Claim
from korpu.families import Families
from korpu.findings.folding import fold
from korpu.findings.names import same_actor

RUN = 6
"""Words in a row that two sentences must share to be copies: fewer are common turns of speech."""
SHARE = 0.5
"""The share of the shorter sentence that the run must reach."""
COPIED = 0.6
"""The share of the smaller document's quotes that two documents must have in common to be copies."""
FEWEST = 3
"""Quotes that two documents must have in common to be copies as a whole."""
COMMONPLACE = 50
"""A quote found in more documents than this says nothing about who copied whom."""


@lru_cache(maxsize=65536)
def words(quote: str) -> tuple[str, ...]:
    """Return the words of a quote in the form in which they are compared."""
    return tuple(fold(quote).split())


def is_copy(left: str, right: str) -> bool:
    """Whether two quotes are nearly the same sentence: a run of words that is most of the shorter.

    >>> is_copy("Hazırda ölkədə qırx minə qədər yunan yaşayır.", "Bildirək ki, hazırda ölkədə qırx minə qədər yunan yaşayır")
    True
    """
    a, b = words(left), words(right)
    if a == b:
        return True
    shorter = min(len(a), len(b))
    run = SequenceMatcher(None, a, b, autojunk=False).find_longest_match().size
    return run >= RUN and run >= SHARE * shorter


def copied_documents(claims: Iterable[Claim]) -> Mapping[str, str]:
    """Return each document that shares most of its quotes with another, with the one that stands for both."""
    quotes: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for claim in claims:
        if len(words(claim.quote)) >= RUN:
            quotes[claim.document].add(words(claim.quote))
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for document in sorted(quotes):
        for quote in quotes[document]:
            holders[quote].append(document)
    shared = Counter(
        pair
        for documents in holders.values()
        if len(documents) <= COMMONPLACE
        for pair in combinations(documents, 2)
    )
    families: Families[str] = Families()
    for (left, right), count in shared.items():
        if count >= max(FEWEST, COPIED * min(len(quotes[left]), len(quotes[right]))):
            families.join(left, right)
    return {document: families.root(document) for document in quotes if families.root(document) != document}


class Telling(Protocol):
    """What a witness is told by: a claim, or what is left of one in a dossier."""

    @property
    def document(self) -> str:
        """The id of the document."""

    @property
    def quote(self) -> str:
        """The sentence."""

    @property
    def speaker(self) -> str | None:
        """Whose words they are; None where the document says so itself."""


def witnesses(claims: Sequence[Telling], copies: Mapping[str, str]) -> int:
    """Return how many witnesses the claims have: documents, those that copy each other or quote one person counted once."""
    families: Families[str] = Families()
    told: dict[str, list[str]] = defaultdict(list)
    speakers: dict[str, set[str | None]] = defaultdict(set)
    for claim in claims:
        document = copies.get(claim.document, claim.document)
        told[document].append(claim.quote)
        speakers[document].add(claim.speaker)
    if len(told) > 1:
        _join_by_speaker(families, speakers)
        by_run: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
        for document in sorted(told):
            for quote in sorted(set(told[document])):
                for run in _runs(words(quote)):
                    by_run[run].append((document, quote))
        for sharers in by_run.values():
            (first, quote), rest = sharers[0], sharers[1:]
            for document, other in rest:
                if families.root(first) != families.root(document) and is_copy(quote, other):
                    families.join(first, document)
    return len({families.root(document) for document in told})


def _join_by_speaker(families: Families[str], speakers: Mapping[str, set[str | None]]) -> None:
    """Join the documents that have it from one person and say nothing of their own."""
    quoting = [(name, document) for document, (name, *more) in speakers.items() if name and not more]
    heard: list[tuple[str, str]] = []
    for speaker, document in sorted(quoting):
        same = next((other for name, other in heard if same_actor(name, speaker)), None)
        if same is None:
            heard.append((speaker, document))
        else:
            families.join(same, document)


def _runs(quote: tuple[str, ...]) -> set[tuple[str, ...]]:
    if len(quote) < RUN:
        return {quote}
    return {quote[start : start + RUN] for start in range(len(quote) - RUN + 1)}
