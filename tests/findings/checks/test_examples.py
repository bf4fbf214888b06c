"""The worked examples of the page on findings: each is read, and the page says what is found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from korpu.document import Document
from korpu.findings import find
from korpu.reading.read import read_document

PAGE = Path(__file__).resolve().parents[3] / "docs" / "findings.md"


def examples() -> list[tuple[str, tuple[str, ...], str, str]]:
    section = PAGE.read_text(encoding="utf-8").partition("\n## Checks\n")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]
    return [
        (check, tuple(re.findall(r"«(.*?)»", documents)), status.strip("`"), reason)
        for check, documents, status, reason in rows[2:]
    ]


@pytest.mark.parametrize(("check", "texts", "status", "reason"), examples())
def test_the_page_says_what_is_found(check: str, texts: tuple[str, ...], status: str, reason: str) -> None:
    claims = [claim for text in texts for claim in read_document(Document(text))]
    found = [(finding.reason.sentence("en"), finding.status) for finding in find(claims, {})]
    assert (reason, status) in found


def test_the_page_has_an_example_of_each_check_that_holds_and_of_each_that_does_not() -> None:
    shown = {(check.partition(",")[0], status) for check, _, status, _ in examples()}
    assert {
        (check, "inferred") for check in ("sum", "order", "span", "growth", "mirror statistics", "one post")
    } <= shown
    assert {(check, "disputed") for check in ("sum", "order", "span", "growth", "signed on a visit")} <= shown
