"""Small invented documents with claims: the same seed and number make the same one, in any process."""

from __future__ import annotations

import random
from collections.abc import Iterator

from korpu.claims import Claim, Value
from korpu.document import Document, SourceCard
from korpu.ledger.adding import Reading

_PAIRS = (
    ("NO", "CL", "Norveç", "Çili"),
    ("PE", "NO", "Peru", "Norveç"),
    ("CL", "PE", "Çili", "Peru"),
    ("KE", "FJ", "Keniya", "Fici"),
)
_LONGEST = 12_000
"""How long the longest documents are, in letters: longer than a page of either database, so that a row spans several."""


def make_reading(seed: int, number: int) -> Reading:
    """Return the document of this number, with the claim of each of its sentences."""
    chance = random.Random(f"{seed} {number}")
    first, second, name, other = chance.choice(_PAIRS)
    parties = tuple(sorted((first, second)))
    text = f"Sənəd {seed}-{number}.\n"
    made: list[tuple[int, str, str]] = []
    for _ in range(chance.randint(1, 6)):
        year = str(chance.randint(1950, 2024))
        quote = f"{name} ilə {other} arasında əmtəə dövriyyəsi {year}-ci ildə {chance.randint(1, 999)} milyon dollar olub."
        made.append((len(text), quote, year))
        text += quote + "\n"
    if chance.random() < 0.1:
        text += "Hava sakit idi. " * chance.randrange(_LONGEST // 16)
    card = SourceCard(
        title=f"Sənəd {number}", published="2024", url=f"https://example.org/{seed}/{number}", language="az"
    )
    document = Document(text, card)
    return Reading(
        document, tuple(_claim(document, parties, start, quote, year) for start, quote, year in made)
    )


def _claim(document: Document, parties: tuple[str, ...], start: int, quote: str, year: str) -> Claim:
    amount = quote.split("-ci ildə ")[1].split(" ")[0]
    return Claim(
        kind="trade.turnover",
        parties=parties,
        roles={},
        when=year,
        when_from="stated",
        value=Value(f"{amount}000000", "USD", "exact"),
        stance="fact",
        speaker=None,
        document=document.id,
        start=start,
        end=start + len(quote),
        quote=quote,
    )


def make_readings(seed: int, count: int) -> Iterator[Reading]:
    """Yield so many documents, from the number 0 on."""
    return (make_reading(seed, number) for number in range(count))
