"""The labelled documents: texts with their gold claims."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from korpu.document import Document, SourceCard
from korpu.sources.samples import read_samples

ROOT = Path(__file__).resolve().parent.parent


class Labelled(NamedTuple):
    """A document and the gold claims that people took from it."""

    name: str
    document: Document
    gold: list[dict[str, Any]]


def read_labelled(name: str) -> list[Labelled]:
    """Return the documents of a set: `samples`, or the name of a folder or of a `.jsonl` file of corpus/az.

    Raises:
        FileNotFoundError: there is no such set, or a text has no gold file beside it.
    """
    table = ROOT / "corpus" / "az" / f"{name}.jsonl"
    if table.exists():
        return [_labelled(json.loads(line)) for line in table.read_text(encoding="utf-8").splitlines()]
    if name == "samples":
        gold = ROOT / "tests" / "gold" / "samples"
        named = [(Path(document.card.origin or ""), document) for document in read_samples()]
    else:
        gold = ROOT / "corpus" / "az" / name
        card = SourceCard(language="az")
        named = [
            (path, Document(path.read_text(encoding="utf-8"), card)) for path in sorted(gold.glob("*.txt"))
        ]
    if not named:
        raise FileNotFoundError(f"{gold} has no documents.")
    return [
        Labelled(path.stem, document, _read_gold(gold / f"{path.stem}.jsonl")) for path, document in named
    ]


def _labelled(row: dict[str, Any]) -> Labelled:
    return Labelled(row["name"], Document(row["text"], SourceCard(language="az")), row["claims"])


def _read_gold(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
