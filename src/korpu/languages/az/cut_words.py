"""Words cut in two by a hyphen at a line's end or by a stray blank («Respubli kasını»): made one token again."""

from __future__ import annotations

from functools import lru_cache

from korpu.languages.az.mending import begins_longer, longest_known, mend
from korpu.languages.az.tokens import Token

_SHORTEST = 3
"""Letters of each of the two pieces."""


def join_cut_words(tokens: list[Token]) -> list[Token]:
    """Return the tokens with the pieces of a word that the lexicon knows joined; it must reach over the cut.

    >>> from korpu.languages.az.tokens import tokenise
    >>> [token.key for token in join_cut_words(tokenise("diplo-\\nmatik səfir liyi, qeyri-rəsmi"))]
    ['diplomatik', 'səfirliyi', ',', 'qeyri', '-', 'rəsmi']
    """
    joined: list[Token] = []
    index = 0
    while index < len(tokens):
        length = _length_of_cut(tokens, index)
        if length:
            first, last = tokens[index], tokens[index + length]
            joined.append(
                first._replace(end=last.end, key=first.key + last.key, tail=last.tail, tail_end=last.tail_end)
            )
        else:
            joined.append(tokens[index])
        index += length + 1
    return joined


def _length_of_cut(tokens: list[Token], index: int) -> int:
    """How many tokens further the second piece of a word that begins here stands; 0 where the word is whole."""
    first = tokens[index]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or not first.is_word or first.tail or len(first.key) < _SHORTEST:
        return 0
    length = 1
    if after.text == "-" and after.glued and index + 2 < len(tokens):
        after, length = tokens[index + 2], 2
    if not after.is_word or after.capital or (after.glued and length == 1) or len(after.key) < _SHORTEST:
        return 0
    return length if _is_cut(first.key, after.key) else 0


@lru_cache(maxsize=65536)
def _is_cut(first: str, last: str) -> bool:
    """Whether the second piece is no word, and both are one whose stem reaches over the cut."""
    if not begins_longer(first):
        return False
    return not longest_known(mend(last)) and longest_known(mend(first + last)) > len(first)
