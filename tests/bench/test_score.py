import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import korpu
from bench.documents import ROOT, read_labelled
from bench.score import Counts, check_slots, compare, is_right, is_same_name
from korpu.claims import to_json

SHARED = ROOT.parent / "shared" / "gold" / "score.py"
"""The contract's own scorer, where it lies beside the repository."""


def opened(**fields: Any) -> dict[str, Any]:
    roles = {"sender": "NO", "host": "CL", "mission": "embassy"}
    whole = {"kind": "mission.opened", "parties": ["CL", "NO"], "roles": roles, "when": "1997", "value": None}
    return whole | {"stance": "fact", "speaker": None, "start": 10, "end": 20} | fields


def turnover(amount: str, unit: str | None = "USD", bound: str = "exact") -> dict[str, Any]:
    value = {"amount": amount, "unit": unit, "bound": bound}
    return {"kind": "trade.turnover", "parties": ["CL", "NO"], "roles": {}, "when": "2021", "value": value}


def head(person: object, **fields: Any) -> dict[str, Any]:
    roles = {"sender": "NO", "host": "CL", "person": person, "office": "ambassador"}
    return {"kind": "mission.head", "parties": ["CL", "NO"], "roles": roles} | fields


def met(*participants: object) -> dict[str, Any]:
    return {"kind": "meeting", "parties": ["CL", "NO"], "roles": {"participants": list(participants)}}


@pytest.mark.parametrize(
    ("claim", "gold", "right"),
    [
        pytest.param(opened(), opened(), True, id="the same"),
        pytest.param(opened(kind="mission.founded"), opened(), False, id="another kind"),
        pytest.param(opened(parties=["NO", "CL"]), opened(), True, id="parties in any order"),
        pytest.param(opened(parties=["NO", "PE"]), opened(), False, id="other parties"),
        pytest.param(opened(when="1998"), opened(), False, id="another year"),
        pytest.param(opened(when="1998"), opened(when=["1997", "1998"]), True, id="one of the years"),
        pytest.param(opened(start=20, end=30), opened(), False, id="the next sentence"),
        pytest.param(opened(start=19, end=30), opened(), True, id="an overlapping place"),
        pytest.param(opened(stance="plan"), opened(), True, id="a slot that is wrong"),
        pytest.param(turnover("4500000"), turnover("4500000.0"), True, id="the amount written otherwise"),
        pytest.param(turnover("4500000", None), turnover("4500000"), False, id="without the unit"),
        pytest.param(turnover("4500000", bound="over"), turnover("4500000"), True, id="another bound"),
        pytest.param(head("Nils Berg"), head("Nils Berq"), True, id="a name nearly alike"),
        pytest.param(head("Berg Nils"), head("Solveig Dahl"), False, id="another name"),
        pytest.param(head("Solveig Dahl"), head({"any": ["Berg", "Solveig Dahl"]}), True, id="any of the names"),
        pytest.param(opened(roles={"sender": "NO", "host": "CL"}), opened(), False, id="a role that is missing"),
        pytest.param(met("Nils Berg", "Solveig Dahl"), met("Solveig Dahl", "Nils Berg"), True, id="any order"),
        pytest.param(met("Nils Berg"), met("Nils Berg", "Solveig Dahl"), False, id="one of two"),
        pytest.param(met("Nils Berg", "Solveig Dahl"), met("Nils Berg"), False, id="one too many"),
    ],
)  # fmt: skip
def test_a_claim_is_right_where_what_tells_it_apart_agrees(
    claim: dict[str, Any], gold: dict[str, Any], right: bool
) -> None:
    assert is_right(claim, gold) is right


@pytest.mark.parametrize(
    ("claim", "gold", "slots"),
    [
        (opened(), opened(), [True]),
        (opened(stance="plan"), opened(speaker="Nils Berg"), [False, False]),
        (turnover("1", bound="over"), turnover("1"), [True, False]),
        (head("Nils Berg", when="2004"), head("Nils Berg", when="2004"), [True, True, True]),
    ],
)
def test_slots_are_what_does_not_tell_the_claim_apart(
    claim: dict[str, Any], gold: dict[str, Any], slots: list[bool]
) -> None:
    assert check_slots(claim, gold) == slots


def test_a_gold_claim_is_found_once_and_an_optional_one_counts_neither_way() -> None:
    comparison = compare([opened(), opened(), turnover("1")], [turnover("1") | {"optional": True}, opened()])
    assert comparison.by_kind() == {"mission.opened": Counts(1, 0, 1, 1, 1)}
    assert compare([], [opened(optional=True)]).by_kind() == {}


def test_the_claim_with_the_best_slots_is_taken() -> None:
    comparison = compare([opened(stance="plan"), opened()], [opened()])
    assert comparison.wrong == [opened(stance="plan")]


@given(st.text(alphabet="İIiı .-'Ağ", max_size=12), st.text(alphabet="İIiı .-'Ağ", max_size=12))
def test_names_are_the_same_both_ways(one: str, other: str) -> None:
    assert is_same_name(one, one)
    assert is_same_name(one.upper(), one.upper())
    short, long = sorted((one, other), key=len)
    assert is_same_name(f"{short}bcdfgh", f"x {short}bcdfgh {long}")


@pytest.mark.skipif(not SHARED.exists(), reason="the contract's scorer is not beside the repository")
@pytest.mark.parametrize("name", ["samples", "develop"])
def test_the_contracts_own_scorer_gives_the_same_figures(name: str) -> None:
    scorer = _load(SHARED)
    for one in read_labelled(name):
        claims = [json.loads(to_json(claim)) for claim in korpu.read(one.document.text)]
        pairs, free = scorer.pair_up(claims, one.gold)
        comparison = compare(claims, one.gold)
        assert [(claims[c], one.gold[g]) for c, g in pairs] == comparison.pairs, one.name
        assert [claims[number] for number in free] == comparison.wrong, one.name
        for claim, gold in comparison.pairs:
            checks = check_slots(claim, gold)
            assert scorer.other_slots(claim, gold) == (sum(checks), len(checks)), one.name


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("contract_score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
