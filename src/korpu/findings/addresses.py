"""Addresses: the same house in other order, with or without its number, its postal index, the word «street»."""

from __future__ import annotations

from functools import cache

from korpu.findings.dates import Match
from korpu.findings.finding import Reason
from korpu.findings.folding import fold
from korpu.lexicon import read_table

INDEX = 4
"""Digits that a postal index has at least, and hardly a house."""


def same_address(left: str, right: str) -> bool:
    """Whether two addresses may be one: no house number and no word of the one speaks against the other.

    >>> same_address("Lima, M. Grau küç., 86/88", "Migel Grau küçəsi 86/88, 15001 Lima")
    True
    """
    return compare_addresses(left, right).relation != "contradicts"


def compare_addresses(left: str, right: str) -> Match:
    """Return how two addresses stand to each other: one may give the number of the house, the other the street alone.

    >>> compare_addresses("Lima, Grau küçəsi 5", "Lima, Grau küçəsi").relation
    'refines'
    """
    (words, numbers), (others, other_numbers) = _parts(left), _parts(right)
    fewer, more = sorted((words, others), key=len)
    one_street = all(any(_may_be(word, other) for other in more) for word in fewer) and bool(fewer)
    if not one_street or (numbers and other_numbers and numbers != other_numbers):
        return Match("contradicts", Reason("holders_differ", {"first": left, "second": right}))
    if bool(numbers) != bool(other_numbers):
        return Match("refines", Reason("house_given"), forward=bool(numbers))
    return Match("same", Reason("same_answer"))


def _parts(address: str) -> tuple[list[str], frozenset[str]]:
    """The words that tell a street, and the numbers of the house."""
    words = fold(address).split()
    numbers = frozenset(word for word in words if word[0].isdigit() and len(word) < INDEX)
    return [word for word in words if not word[0].isdigit() and word not in _passed_over()], numbers


def _may_be(word: str, other: str) -> bool:
    """Whether two words are one, or one is the other's first letter."""
    short, long = sorted((word, other), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))


@cache
def _passed_over() -> frozenset[str]:
    return frozenset(word for row in read_table("findings", "addresses") for word in row["words"].split())
