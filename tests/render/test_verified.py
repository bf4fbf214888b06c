"""A verified draft: in words, on a terminal, as a page, as JSON."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from rich.console import Console

from korpu.claims import Claim
from korpu.document import Document, SourceCard
from korpu.reading.read import read_document, read_with_coverage
from korpu.render.html.verified import render_verified_html
from korpu.render.verified import VerifiedPage, put_verified_into_words
from korpu.render.verified_jsonl import verified_lines
from korpu.render.verified_terminal import render_verified
from korpu.verify import Checked, verify

DRAFT = Document(
    "Çıxış\n\nHörmətli <dostlar>! Norveçin Çilidəki səfirliyi 1998-ci ildə açılıb. "
    "Norveçin Çilidəki səfiri Lars Hansendir.\n\nÇili səfiri ilə görüş olub.\n"
)
SOURCES = [
    Document(
        "Norveçin Çilidəki səfirliyi 1997-ci ilin martında açılıb.",
        SourceCard(
            title="Səfirlik <b>", publisher="Xəbər", published="2019-05-06", url="https://a.example.org/1"
        ),
    ),
    Document(
        "Norveçin Çilidəki səfiri Lars Hansendir.",
        SourceCard(origin="/srv/x/b.txt", published="2020", url="javascript:alert(1)"),
    ),
]


def held() -> tuple[tuple[Checked, ...], dict[str, SourceCard]]:
    claims: list[Claim] = [claim for source in SOURCES for claim in read_document(source)]
    cards = {source.id: source.card for source in SOURCES}
    return verify(read_document(DRAFT), claims, cards), cards


def page(language: str = "en") -> VerifiedPage:
    checked, cards = held()
    return put_verified_into_words("a.txt", DRAFT, read_with_coverage(DRAFT)[1], checked, cards, language)


def shown(width: int) -> str:
    out = StringIO()
    render_verified(page(), Console(file=out, width=width, color_system=None))
    return out.getvalue()


def test_the_whole_draft_is_shown_in_order() -> None:
    words = " ".join(sentence.text for sentence in page().sentences)
    assert words.split() == DRAFT.text.split()
    assert [code for code, _, _ in page().counts] == ["supported", "contradicted", "not_understood"]


def test_marks_are_the_words_of_the_claims() -> None:
    marked = [DRAFT.text[m.span.start : m.span.end] for sentence in page().sentences for m in sentence.marks]
    assert marked == ["1998-ci ildə", "Lars Hansendir"]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_terminal_shows_verdict_evidence_and_proposal(width: int) -> None:
    text = " ".join(shown(width).split())
    assert "[1998-ci ildə]¹" in text
    assert "✗¹ contradicted. The draft says 1998, the ledger March 1997." in text
    assert (
        "Proposed: Norveçin Çilidəki səfirliyi 1997-ci ilin martında açılıb. — “Səfirlik <b>”, Xəbər, 6 May 2019"
        in text
    )
    assert "Not understood (1)" in text
    assert all(len(line) <= width for line in shown(width).splitlines())


def test_the_page_is_whole_in_itself_and_escaped() -> None:
    html = render_verified_html(page("az"))
    assert html.startswith("<!doctype html>") and '<html lang="az">' in html
    assert "<dostlar>" not in html and "&lt;dostlar&gt;" in html and "“Səfirlik &lt;b&gt;”" in html
    assert "<script" not in html and "src=" not in html and "javascript:" not in html
    assert 'href="https://a.example.org/1"' in html
    assert "prefers-color-scheme: dark" in html
    assert html.count("<mark") == 2 and 'class="v-contradicted"' in html
    assert "Anlaşılmayan cümlələr" in html


def test_no_path_of_this_machine_is_shown() -> None:
    assert "/srv/x" not in render_verified_html(page()) and "/srv/x" not in shown(120)


def test_json_has_an_object_a_claim_and_one_for_what_was_not_understood() -> None:
    checked, cards = held()
    lines = [
        json.loads(line) for line in verified_lines(DRAFT, read_with_coverage(DRAFT)[1], checked, cards, "en")
    ]
    assert [line["verdict"] for line in lines] == ["contradicted", "supported", "not_understood"]
    first, _, missed = lines
    assert {"verdict", "reason", "sentence", "claim", "evidence", "proposed"} <= set(first)
    assert DRAFT.text[first["start"] : first["end"]] == first["sentence"]
    assert first["words"][0]["text"] == "1998-ci ildə"
    assert first["evidence"][0]["publisher"] == "Xəbər" and first["evidence"][0]["bearing"] == "contradicts"
    assert first["proposed"]["text"] == "Norveçin Çilidəki səfirliyi 1997-ci ilin martında açılıb."
    assert first["proposed"]["claim"] == first["evidence"][0]["claim"]
    assert missed["sentence"] == "Çili səfiri ilə görüş olub." and missed["lacks"]


def test_a_draft_without_claims_says_so() -> None:
    draft = Document("Salam.")
    found = put_verified_into_words("-", draft, read_with_coverage(draft)[1], (), {}, "en")
    assert found.summary == "The reader found no claim in this draft." and not found.counts
