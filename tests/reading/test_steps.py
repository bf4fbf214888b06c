"""The trace of a claim: for each of its parts how that came to be, and by which words."""

from __future__ import annotations

from functools import cache

import pytest

from korpu.claims import Claim
from korpu.document import Document, SourceCard
from korpu.how import TERMS, parse_how
from korpu.reading.read import read_document
from korpu.sources.samples import read_samples

TITLE = "Malta–Kipr münasibətləri\n\n"


@cache
def samples() -> tuple[tuple[Document, Claim], ...]:
    return tuple((document, claim) for document in read_samples() for claim in read_document(document))


def read(text: str, published: str | None = None) -> Claim:
    (claim,) = read_document(Document(TITLE + text, SourceCard(published=published)))
    return claim


def steps(claim: Claim, part: str, text: str) -> list[tuple[str, str]]:
    assert claim.trace
    text = TITLE + text
    return [
        (step.how, text[step.start : step.end] if step.start >= 0 else "")
        for step in claim.trace.steps
        if step.part == part
    ]


def test_every_part_that_is_filled_has_a_step() -> None:
    assert samples()
    for _, claim in samples():
        filled = {"trigger", "parties", "stance", *(f"role:{role}" for role in claim.roles)}
        filled |= {part for part in ("when", "value", "speaker") if getattr(claim, part) is not None}
        assert claim.trace and {step.part for step in claim.trace.steps} == filled, claim


def test_every_step_is_a_term_that_there_is_and_its_words_are_in_the_document() -> None:
    for document, claim in samples():
        for step in claim.trace.steps if claim.trace else ():
            assert parse_how(step.how)[0] in TERMS, step
            assert (step.start, step.end) == (-1, -1) or 0 <= step.start < step.end <= len(document.text)


OPENED = "Maltanın Kiprdəki səfirliyi 1997-ci ilin mayında açılıb."
LAST_YEAR = "Ötən il iki ölkənin ticarət dövriyyəsi 4,5 milyon avro olub."
SAID = "Səfir Con Borq bildirib ki, Maltanın Kipr ilə ticarət dövriyyəsi 2021-ci ildə 4,5 milyon avro olub."


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        (OPENED, "trigger", [("concept:open", "açılıb")]),
        (OPENED, "role:sender", [("theme", "Maltanın Kiprdəki səfirliyi")]),
        (OPENED, "when", [("stated", "1997-ci ilin mayında")]),
        (OPENED, "parties", [("roles", "")]),
        (OPENED, "stance", [("plain", "")]),
        (OPENED, "speaker", []),
        (LAST_YEAR, "when", [("published-1Y", "Ötən il"), ("counted_from:2022-03", "")]),
        (LAST_YEAR, "value", [("amount", "4,5 milyon avro")]),
        ("Maltanın Kiprdə səfirlik açması planlaşdırılır.", "stance", [("words", "planlaşdırılır")]),
    ],
)
def test_a_step_says_how_and_by_which_words(text: str, part: str, expected: list[tuple[str, str]]) -> None:
    assert steps(read(text, "2022-03"), part, text) == expected


def test_the_speaker_is_where_the_words_name_him() -> None:
    document = Document(TITLE + SAID)
    claim = next(claim for claim in read_document(document) if claim.kind == "trade.turnover")
    assert claim.speaker == "Con Borq"
    ((how, words),) = steps(claim, "speaker", SAID)
    assert how == "named" and "Con Borq" in words


def test_a_date_of_another_sentence_has_its_place() -> None:
    text = "Malta Kiprdə 1997-ci il mayın 3-də səfirlik açıb. Elə həmin ilin iyununda konsulluq da açılıb."
    claims = read_document(Document(TITLE + text))
    later = [claim for claim in claims if claim.when == "1997-06"]
    if later:
        assert ("counted_from:1997-05-03", "1997-ci il mayın 3-də") in steps(later[0], "when", text)
