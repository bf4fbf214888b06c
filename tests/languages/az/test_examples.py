"""The examples of the frames run: what each kind reads, and the near misses that it must not read."""

from __future__ import annotations

import importlib
import tomllib
from pathlib import Path
from typing import Any

import pytest

import korpu.languages.az
from korpu.claims import Claim
from korpu.document import Document, SourceCard
from korpu.kinds import Kind
from korpu.languages.az.words import FOLDER
from korpu.lexicon import read_table
from korpu.reading.read import read_document

EXAMPLES = Path(korpu.languages.az.__path__[0]) / "examples"
FAMILIES = sorted(EXAMPLES.glob("*.toml"))
CASES = [
    pytest.param(example, id=f"{path.stem}-{number}-{example['frame']}")
    for path in FAMILIES
    for number, example in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["example"], 1)
]


def read_example(example: dict[str, Any]) -> list[Claim]:
    """Return the claims of an example's text, under a title that names its pair, where it gives one."""
    names = {row["code"]: row["short"].split("|")[0] for row in read_table(FOLDER, "states")}
    title = "–".join(names[code] for code in example.get("pair", ()))
    text = f"{title} münasibətləri\n{example['text']}" if title else example["text"]
    return read_document(Document(text, SourceCard(published=example.get("published"))))


def told(claim: Claim, expected: dict[str, Any]) -> dict[str, Any]:
    """Return of a claim what the expected one says."""
    value = claim.value
    fields = {
        "kind": claim.kind,
        "parties": list(claim.parties),
        "roles": {role: list(v) if isinstance(v, tuple) else v for role, v in claim.roles.items()},
        "when": claim.when or "none",
        "value": None
        if value is None
        else {
            name: part
            for name, part in (
                ("amount", value.amount),
                ("to", value.to),
                ("unit", value.unit),
                ("bound", value.bound if value.bound != "exact" else None),
            )
            if part is not None
        },
        "stance": claim.stance,
        "speaker": claim.speaker,
    }
    return {name: fields[name] for name in fields if name in expected or name in ("kind", "parties")}


@pytest.mark.parametrize("example", CASES)
def test_example_is_read_as_it_says(example: dict[str, Any]) -> None:
    expected = example["claims"]
    asked = {example["frame"].split("/")[0], *(claim["kind"] for claim in expected)}
    found = [claim for claim in read_example(example) if claim.kind in asked]
    assert len(found) == len(expected), [
        (claim.kind, claim.roles, claim.when, claim.value) for claim in found
    ]
    for claim, wanted in zip(found, expected, strict=True):
        assert told(claim, wanted) == wanted


@pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.stem)
def test_every_frame_of_a_family_has_an_example_and_a_near_miss(path: Path) -> None:
    examples = tomllib.loads(path.read_text(encoding="utf-8"))["example"]
    declared = vars(importlib.import_module(f"korpu.kinds.{path.stem}")).values()
    family = [kind for kind in declared if isinstance(kind, Kind)]
    for frame in [f"{kind.name}/{frame.name}" for kind in family for frame in kind.frames]:
        own = [example for example in examples if example["frame"] == frame]
        assert any(example["claims"] for example in own), f"{frame} has no example"
        assert any(not example["claims"] for example in own), f"{frame} has no near miss"
