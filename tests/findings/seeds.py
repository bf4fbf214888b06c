"""The seeds' gold claims as claims, where the folder with them lies beside the repository."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from korpu.claims import Claim, Step, Trace, Value
from korpu.document import document_id

SHARED = Path(__file__).parents[3] / "shared"

needs_seeds = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason="the seeds are not beside the repository"
)

LAST_YEAR, YEARS_LATER = "ötən il", "il sonra"


def seed_claims() -> list[Claim]:
    return [
        _claim(json.loads(line), text)
        for gold in sorted((SHARED / "gold").glob("*.jsonl"))
        for text in [(SHARED / "seeds" / f"{gold.stem}.txt").read_text(encoding="utf-8")]
        for line in gold.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def _claim(row: dict[str, Any], text: str) -> Claim:
    quote = text[row["start"] : row["end"]]
    whens = row["when"] if isinstance(row["when"], list) else [row["when"]]
    when = next((when for when in whens if when is not None), None)
    assumed = when is not None and quote.casefold().startswith(LAST_YEAR)
    return Claim(
        kind=row["kind"],
        parties=tuple(row["parties"]),
        roles={role: _filler(filler) for role, filler in row["roles"].items()},
        when=when,
        when_from=("assumed" if assumed else "stated") if when else None,
        value=Value(**row["value"]) if row["value"] else None,
        stance=row["stance"],
        speaker=row["speaker"],
        document=document_id(text),
        start=row["start"],
        end=row["end"],
        quote=quote,
        trace=_trace(row["kind"], quote, row["start"], assumed),
    )


def _filler(filler: Any) -> Any:
    if isinstance(filler, dict):
        return filler["any"][0]
    return tuple(filler) if isinstance(filler, list) else filler


def _trace(kind: str, quote: str, start: int, assumed: bool) -> Trace | None:
    if assumed:
        return Trace("gold", (Step("when", "offset:-1Y", start, start + len(LAST_YEAR)),))
    place = quote.find(YEARS_LATER)
    if kind == "mission.opened" and place > 0:
        return Trace(
            "gold", (Step("when", "offset:+7Y", start + place - 2, start + place + len(YEARS_LATER)),)
        )
    return None
