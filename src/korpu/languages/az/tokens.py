"""Tokens: words, numbers and marks, each with its folded key and the endings written behind a hyphen."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from korpu.languages.az.morphology import Features, loose_chains
from korpu.languages.az.orthography import fold

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[^\w\s]|_")


class Token(NamedTuple):
    """One word, number or mark.

    Attributes:
        start, end: code points in the document, without endings behind a hyphen or a closing quote.
        key: the folded word.
        glued: whether nothing stands between it and the token before.
        capital: whether it begins with a capital letter.
        is_word: whether it is made of letters.
        tail: what the endings behind it say («BMT-nin», «“Dostluq”un»); empty where there are none.
        tail_end: where those endings stop; `end` where there are none.
    """

    text: str
    start: int
    end: int
    key: str
    glued: bool
    capital: bool
    is_word: bool
    tail: tuple[Features, ...]
    tail_end: int


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of `text[start:end]`.

    An ending behind a hyphen or a closing quote belongs to the word or mark before it.

    >>> [token.text for token in tokenise("BMT-nin 3-cü “Xəzər”in yolu")]
    ['BMT', '3', '-', 'cü', '“', 'Xəzər', '”', 'yolu']
    """
    tokens: list[Token] = []
    last = start
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word, first = match.group(), match.start()
        glued, last = first == last, match.end()
        tokens.append(Token(word, first, last, *_form(word, glued), (), last))
    return _attach_endings(tokens)


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    """Return the folded word; what it was is remembered."""
    return fold(word)


@lru_cache(maxsize=65536)
def _form(word: str, glued: bool) -> tuple[str, bool, bool, bool]:
    """The key of a token, whether it is glued, has a capital and is made of letters."""
    return fold(word), glued, word[0].isupper(), word[0].isalpha()


_CLOSING = frozenset('"”»“')


def _attach_endings(tokens: list[Token]) -> list[Token]:
    kept: list[Token] = []
    chains = loose_chains()
    index = 0
    while index < len(tokens):
        token = tokens[index]
        before = kept[-1] if kept else None
        if before and token.glued and token.is_word and before.text in _CLOSING and not token.capital:
            tail = chains.get(token.key)
            if tail:
                kept[-1] = before._replace(tail=tail, tail_end=token.end)
                index += 1
                continue
        if before and token.text in "-–—" and token.glued and index + 1 < len(tokens):
            after = tokens[index + 1]
            tail = chains.get(after.key) if after.glued and not after.capital else None
            letters = [other for other in kept[-3:-1] if other.text != "-"][-1:]
            numbered = before.text.isdigit() and before.glued  # «D-8-in», «G20-də», «COP29-un»
            numbered = numbered and bool(letters) and letters[0].text.isupper()
            if tail and (numbered or (before.is_word and _takes_hyphen(before.text))):
                kept[-1] = before._replace(tail=tail, tail_end=after.end)
                index += 2
                continue
        kept.append(token)
        index += 1
    return kept


def _takes_hyphen(word: str) -> bool:
    """Acronyms take their endings behind a hyphen, other words do not («Bakı-da» is no form)."""
    return sum(map(str.isupper, word)) >= 2 or len(word) == 1
