"""Every line of the hand-labelled pairs (tests/gold/pairs) is two claims of the contract under one of the six relations."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from korpu import edtf, kinds, states
from korpu.claims import COUNTED_UNITS, Claim, from_json

PAIRS = Path(__file__).parent / "gold" / "pairs"
RELATIONS = {"same", "refines", "compatible", "supersedes", "contradicts", "not_comparable"}
CARD = ("document", "published", "publisher", "title")
LEFT_OUT: dict[str, Any] = {"when": None, "value": None, "stance": "fact", "speaker": None}
"""The fields of a claim that a line may leave out, and what they are then."""

CLAIM_FIELDS = {"kind", "parties", "roles", "when_from", "quote", *LEFT_OUT}
LINES = [
    pytest.param(line, id=f"{path.stem}:{number}")
    for path in sorted(PAIRS.glob("*.jsonl"))
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
]


def claim_of(side: dict[str, Any]) -> Claim:
    """Return the claim of one side of a pair, read as strictly as a claim from anywhere."""
    fields = LEFT_OUT | {key: value for key, value in side.items() if key not in CARD}
    fields.setdefault("when_from", "stated" if fields["when"] else None)
    quote = fields["quote"]
    return from_json(json.dumps(fields | {"document": side["document"], "start": 0, "end": len(quote)}))


def shape(text: str) -> str:
    """Return `text` with every figure as one sign: what is left when only figures differ."""
    return re.sub(r"\d[\d\s.,–-]*", "#", text)


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_two_claims_and_their_relation(line: str) -> None:
    pair = json.loads(line)
    assert set(pair) == {"case", "relation", "why", "left", "right"}
    assert pair["relation"] in RELATIONS
    assert pair["why"].endswith(".") and pair["case"]
    left, right = pair["left"], pair["right"]
    assert left["document"] == "a" and right["document"] in {"a", "b"}
    if right["document"] == "a":
        assert all(left.get(field) == right.get(field) for field in CARD)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("name", ["left", "right"])
def test_a_side_is_a_claim_of_the_contract(line: str, name: str) -> None:
    side = json.loads(line)[name]
    assert set(side) <= CLAIM_FIELDS | set(CARD)
    claim = claim_of(side)
    kind = kinds.kinds()[claim.kind]
    assert set(claim.roles) <= set(kind.roles)
    assert list(claim.parties) == sorted(set(claim.parties)) and len(claim.parties) >= 2
    assert all(code in states.state_codes() for code in claim.parties)
    for role, filler in claim.roles.items():
        if kind.roles[role] is kinds.RoleType.STATE:
            assert filler in claim.parties
    assert claim.when is None or edtf.is_edtf(claim.when)
    assert "published" not in side or edtf.is_edtf(side["published"])
    assert claim.when_from != "published" or "published" in side
    if claim.value:
        assert re.fullmatch(r"-?\d+(\.\d+)?", claim.value.amount)
        assert claim.value.to is None or float(claim.value.to) > float(claim.value.amount)
        unit = claim.value.unit
        assert unit is None or unit in COUNTED_UNITS | {"percent"} or re.fullmatch("[A-Z]{3}", unit)


def test_no_two_pairs_are_one_or_differ_by_figures_only() -> None:
    pairs = [json.loads(line.values[0]) for line in LINES]  # type: ignore[arg-type]
    quotes = Counter((shape(pair["left"]["quote"]), shape(pair["right"]["quote"])) for pair in pairs)
    cases = Counter((pair["case"], pair["left"]["kind"], pair["right"]["kind"]) for pair in pairs)
    assert max(quotes.values(), default=1) == 1
    assert max(cases.values(), default=1) == 1
