"""Folding: words without what spellings of one language differ in."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DOTTED = str.maketrans({"İ": "i", "I": "ı"})
_PLAIN = str.maketrans({"ı": "i", "ə": "e", "ә": "e", "ǝ": "e"})


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return `name` in the form in which names are compared: no case, no diacritics, no marks.

    >>> fold("Kasım-Jomart TOKAYEV"), fold("N. İsgəndərov")
    ('kasim jomart tokayev', 'n isgenderov')
    """
    text = unicodedata.normalize("NFC", name).translate(_DOTTED).casefold().translate(_PLAIN)
    text = "".join(
        letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)
    )
    return " ".join(re.findall(r"\w+", text))
