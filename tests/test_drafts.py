"""Every ledger of the drafts (tests/gold/drafts) is whole, and every labelled claim stands in its draft and its source."""

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any, get_args

import pytest

from korpu.kinds import kinds
from korpu.verify import Verdict

DRAFTS = Path(__file__).parent / "gold" / "drafts"
FOLDERS = sorted(path.parent for path in DRAFTS.glob("*/cards.tsv"))
PATHS = sorted(DRAFTS.glob("*/draft-*.txt"))
COLUMNS = ["file", "title", "publisher", "published", "url"]
FIELDS = ["sentence", "kind", "verdict", "why", "source", "proposed"]
WORDS_OF_SOURCE, WORDS_OF_DRAFT, CLAIMS_OF_DRAFT = range(80, 251), range(60, 201), range(5, 9)
FEWEST_DRAFTS, FEWEST_CLAIMS, FEWEST_OF_A_VERDICT = 40, 200, 40


def labels(draft: Path) -> list[dict[str, Any]]:
    """The labelled claims that stand beside a draft, in the order of the text."""
    lines = draft.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def words(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").split())


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}" if path.suffix else path.name


CLAIMS = [
    pytest.param(path, claim, id=f"{named(path)}:{number}")
    for path in PATHS
    for number, claim in enumerate(labels(path), 1)
]


@pytest.mark.parametrize("folder", FOLDERS, ids=named)
def test_each_source_has_one_card(folder: Path) -> None:
    lines = (folder / "cards.tsv").read_text(encoding="utf-8").splitlines()
    head, *rows = csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t")
    assert head == COLUMNS
    assert all(len(row) == len(COLUMNS) and all(row[:4]) for row in rows)
    assert sorted(row[0] for row in rows) == sorted(path.name for path in (folder / "sources").glob("*.txt"))
    assert all(words(path) in WORDS_OF_SOURCE for path in (folder / "sources").glob("*.txt"))


@pytest.mark.parametrize("path", PATHS, ids=named)
def test_a_draft_has_its_length_and_its_claims_in_order(path: Path) -> None:
    text, claims = path.read_text(encoding="utf-8"), labels(path)
    assert words(path) in WORDS_OF_DRAFT and len(claims) in CLAIMS_OF_DRAFT
    places = [text.find(claim["sentence"]) for claim in claims]
    assert places == sorted(places)


@pytest.mark.parametrize(("path", "claim"), CLAIMS)
def test_a_label_is_of_the_draft_and_of_a_source(path: Path, claim: dict[str, Any]) -> None:
    assert list(claim) == FIELDS
    assert claim["sentence"] and claim["sentence"] in path.read_text(encoding="utf-8")
    assert claim["kind"] in kinds() and claim["verdict"] in get_args(Verdict)
    # Without a source there is nothing that could have decided a verdict.
    assert claim["source"] or (claim["verdict"] == "not_in_ledger" and claim["proposed"] is None)
    if claim["source"]:
        source = (path.parent / "sources" / claim["source"]).read_text(encoding="utf-8")
        assert (claim["proposed"] or "") in source


def test_there_are_enough_of_each_verdict() -> None:
    counts = Counter(claim["verdict"] for path in PATHS for claim in labels(path))
    assert len(PATHS) >= FEWEST_DRAFTS and counts.total() >= FEWEST_CLAIMS
    assert set(counts) == set(get_args(Verdict)) and min(counts.values()) >= FEWEST_OF_A_VERDICT
