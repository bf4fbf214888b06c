"""Where a draft's claim says what it claims."""

import pytest

from korpu.document import Document, Span
from korpu.reading.read import read_document
from korpu.verify.words import marked_words, words_of


@pytest.mark.parametrize(
    ("sentence", "part", "words"),
    [
        ("2021-ci ildə Norveçlə Çili arasında ticarət dövriyyəsi 742 milyon dollar olub.", "value", "742 milyon dollar"),
        ("Norveçin Çilidəki səfirliyi 1997-ci ilin martında açılıb.", "when", "1997-ci ilin martında"),
        ("Norveçin Çilidəki səfiri Lars Hansendir.", "role:person", "Lars Hansendir"),
        ("Norveçin Çilidəki səfirliyi fəaliyyət göstərir.", "when", None),
    ],
)  # fmt: skip
def test_words_are_those_of_the_part(sentence: str, part: str, words: str | None) -> None:
    (claim,) = read_document(Document(sentence))
    span = words_of(claim, part)
    assert (span and sentence[span.start : span.end]) == words
    marked = marked_words(claim, part)
    assert marked and all(Span(claim.start, claim.end).covers(one) for one in marked)
    assert span is None or marked == (span,)
