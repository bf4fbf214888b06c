"""Coverage: what came of each sentence, from the same pass that makes the claims."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from korpu.coverage import Covered, Verdict, sum_up
from korpu.document import Document
from korpu.reading.read import read_document, read_with_coverage
from korpu.sources.samples import read_samples

TITLE = "Malta–Kipr münasibətləri\n\n"
MOST_NOT_UNDERSTOOD = 1 / 12
"""Of the sentences of articles on relations; what a person is to look at must not be noise."""


def cover(text: str) -> list[Covered]:
    return read_with_coverage(Document(TITLE + text))[1]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Maltanın Kiprdəki səfirliyi 1997-ci ildə açılıb.", Verdict.CLAIM),
        ("Hava yaxşıdır.", Verdict.NOTHING),
        ("Səfir yemək yeyir.", Verdict.NOTHING),
        ("Ticarət mühüm məsələdir.", Verdict.NOTHING),
        ("Biz dünən görüşdük.", Verdict.NOTHING),
        ("Maltanın Kiprdə səfirlik açmasını arzulayırıq.", Verdict.NOTHING),
        ("2021-ci ildə Maltanın Kiprlə ticarət dövriyyəsi xeyli artıb.", Verdict.NOT_UNDERSTOOD),
    ],
)
def test_a_sentence_makes_a_claim_or_says_nothing_or_is_not_understood(text: str, verdict: Verdict) -> None:
    assert [sentence.verdict for sentence in cover(text)] == [verdict]


def test_what_was_not_understood_says_by_which_words_and_what_it_lacks() -> None:
    text = "2021-ci ildə Maltanın Kiprlə ticarət dövriyyəsi xeyli artıb."
    (sentence,) = cover(text)
    miss = next(miss for miss in sentence.misses if miss.kind == "trade.turnover")
    assert miss.lacks == ("value",)
    assert [(TITLE + text)[span.start : span.end] for span in miss.words] == ["ticarət dövriyyəsi"]


def test_rows_are_covered_too_and_headings_are_not() -> None:
    text = "Ticarət\n\nİl | Dövriyyə, milyon avro\n2020 | 3\n2021 | 4\n"
    assert [sentence.verdict for sentence in cover(text)] == [Verdict.NOTHING, Verdict.CLAIM, Verdict.CLAIM]


def test_the_samples_are_covered_and_little_of_them_is_not_understood() -> None:
    counts = sum_up(covered for document in read_samples() for covered in read_with_coverage(document)[1])
    assert counts.sentences > 200
    assert counts.not_understood <= counts.sentences * MOST_NOT_UNDERSTOOD


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.sampled_from(["Maltanın", "Kiprdə", "səfirliyi", "açılıb.", "görüş", "|", "\n", "2021", "«"]))
)
def test_coverage_agrees_with_the_claims_whatever_the_text(words: list[str]) -> None:
    document = Document(" ".join(words))
    claims, covered = read_with_coverage(document)
    assert claims == read_document(document)
    with_claims = [sentence for sentence in covered if sentence.verdict is Verdict.CLAIM]
    assert all(any(s.start <= c.start and c.end <= s.end for s in with_claims) for c in claims)
    assert all(0 <= s.start < s.end <= len(document.text) for s in covered)
    assert all(left.end <= right.start for left, right in pairwise(covered))
    assert all(bool(s.misses) == (s.verdict is Verdict.NOT_UNDERSTOOD) for s in covered)
