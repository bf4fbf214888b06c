"""The worked examples of docs/findings.md are what Körpü says."""

import re
from pathlib import Path
from typing import get_args

import pytest

from korpu.claims import Claim
from korpu.document import Document, SourceCard
from korpu.reading.read import read_document
from korpu.render.proposal import propose
from korpu.verify import Verdict, verify

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "findings.md"
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split(" | "))
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if re.match(r"\| `\w+` \| «", line)
]


def test_each_verdict_has_an_example() -> None:
    assert {row[0].strip("` |") for row in ROWS} == set(get_args(Verdict))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row[1])[:50])
def test_an_example_is_judged_as_the_page_says(row: tuple[str, ...]) -> None:
    verdict, draft, told, reason, proposed = row
    claims: list[Claim] = []
    cards = {}
    for text, published in re.findall(r"«([^»]+)» \((\d{4}-\d\d-\d\d)\)", told):
        document = Document(text, SourceCard(published=published))
        cards[document.id] = document.card
        claims += read_document(document)
    (checked,) = verify(read_document(Document(draft.strip("«»"))), claims, cards)
    assert f"`{checked.verdict}`" == verdict
    assert checked.reason.sentence("en") == reason
    assert (propose(checked, "az") or "") == proposed.strip("«»|")
