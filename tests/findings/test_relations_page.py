"""The relations on the page on findings: each example is read and compared, and the page says what comes out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from korpu.document import Document, SourceCard
from korpu.findings import Relation
from korpu.findings.comparing import compare_claims
from korpu.reading.read import read_document

PAGE = Path(__file__).resolve().parents[2] / "docs" / "findings.md"


def examples() -> list[tuple[str, str, str, str]]:
    section = PAGE.read_text(encoding="utf-8").partition("\n## Relations\n")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| «")]
    return [(left, relation.strip("`"), right, reason) for left, relation, right, reason in rows]


def document(told: str) -> Document:
    text, published = re.fullmatch(r"«(.*)»(?: \((.*)\))?", told).groups()  # type: ignore[union-attr]
    return Document(text, SourceCard(published=published))


def test_each_relation_has_an_example() -> None:
    assert {relation for _, relation, _, _ in examples()} == set(get_args(Relation))


@pytest.mark.parametrize(("left", "relation", "right", "reason"), examples())
def test_the_page_says_how_two_claims_stand(left: str, relation: str, right: str, reason: str) -> None:
    documents = [document(left), document(right)]
    (first,), (second,) = (read_document(told) for told in documents)
    comparison = compare_claims(first, second, {told.id: told.card for told in documents})
    assert (comparison.relation, comparison.reason.sentence("en")) == (relation, reason)
    assert comparison.left == first.id
