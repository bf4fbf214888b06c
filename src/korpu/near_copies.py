"""Near copies: documents that repeat most of another's text, told by MinHash without comparing each with each.

A text's signature is a sample of its runs of three words that estimates how many of them two texts share, whatever
was changed, cut or added around them (A. Broder, «On the resemblance and containment of documents», 1997).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping
from operator import eq

from korpu.families import Families

SAMPLES = 64
"""Of how many hash functions the least is kept: the estimate is off by some 0.06."""
BAND = 2
"""Samples that must be alike for two texts to be compared: of texts that share a third of their runs, 98 in 100 are."""
CONTAINED = 0.7
"""The share of the shorter text's runs that two texts have in common where one is a copy."""
FEWEST = 20
"""Runs of words that a text must have to be told a copy: of fewer, chance makes many alike."""
_SEED = 1
_NUMBERS = struct.Struct(f"<{1 + SAMPLES}I")
_NUMBER = 4
"""Bytes of one number."""

Numbers = tuple[int, ...]
"""A signature read: how many runs the text has, and their samples."""

_WORD = re.compile(r"\w+")


def signature(text: str) -> bytes:
    """Return a text's signature: how many different runs it has and their samples, as 32-bit numbers, least byte first.

    Marks and spaces do not count.

    >>> signature("Bir, iki, üç.") == signature("Bir iki – üç")
    True
    """
    from rensa import RMinHash

    words = _WORD.findall(text.casefold())
    runs = set(map(" ".join, zip(words, words[1:], words[2:], strict=False)))
    sampled = RMinHash(num_perm=SAMPLES, seed=_SEED)
    sampled.update(list(runs))
    return _NUMBERS.pack(len(runs), *sampled.digest())


def near_copies(signatures: Mapping[str, bytes]) -> dict[str, str]:
    """Return each document that is a near copy of others, with the one that stands for them all: the least id.

    Args:
        signatures: by document id, as `signature` makes them.
    """
    told = {id: signatures[id] for id in sorted(signatures) if _NUMBERS.unpack(signatures[id])[0] >= FEWEST}
    families: Families[str] = Families()
    for left, right in _candidates(told):
        if families.root(left) != families.root(right) and _is_copy(
            _NUMBERS.unpack(told[left]), _NUMBERS.unpack(told[right])
        ):
            families.join(left, right)
    roots = {document: families.root(document) for document in told}
    return {document: root for document, root in roots.items() if root != document}


def _candidates(told: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Pairs of documents that have a band of samples in common; of many that share one, each with the first and the last."""
    width = BAND * _NUMBER
    for start in range(_NUMBER, (1 + SAMPLES) * _NUMBER, width):
        met: dict[bytes, tuple[str, str]] = {}
        for document, signed in told.items():
            band = signed[start : start + width]
            first, last = met.get(band, (document, document))
            if first != document:
                yield first, document
                yield last, document
            met[band] = first, document


def _is_copy(left: Numbers, right: Numbers) -> bool:
    """Whether the shorter text stands in the longer: what they share, as a share of the shorter's runs."""
    alike: float = sum(map(eq, left[1:], right[1:])) / SAMPLES
    shared = alike * (left[0] + right[0]) / (1 + alike)
    return shared >= CONTAINED * min(left[0], right[0])
