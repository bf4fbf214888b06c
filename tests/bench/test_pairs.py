import hashlib
from pathlib import Path

import pytest

from bench import pairs
from korpu.findings.finding import Comparison, Reason


def test_the_pairs_are_told_as_well_as_they_were(capsys: pytest.CaptureFixture[str]) -> None:
    assert pairs.main([]) == 0, capsys.readouterr().err
    assert "sound 1.000" in capsys.readouterr().out


def test_each_relation_is_among_the_pairs() -> None:
    found = {pair.relation for pair in pairs.read_pairs()}
    assert found == {"same", "refines", "compatible", "supersedes", "contradicts", "not_comparable"}
    assert sum(1 for _ in pairs.read_pairs()) >= 250


def test_a_relation_turned_round_is_not_right() -> None:
    pair = next(pair for pair in pairs.read_pairs() if pair.relation == "refines")
    judged = pairs.judge(pair)
    assert judged.is_right
    turned = Comparison(judged.comparison.right, judged.comparison.left, "refines", Reason("same_answer"))
    assert not judged._replace(comparison=turned).is_right


def test_a_sunk_share_ends_with_status_1(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text('[pairs]\n"accuracy" = 1.001\n', encoding="utf-8")
    monkeypatch.setattr(pairs, "FLOORS", floors)
    assert pairs.main(["--errors"]) == 1


def test_a_pair_seen_from_the_other_side_is_the_same_pair() -> None:
    """Documents change places, and with them their ids and the order of claims: what is told of the two stays."""
    for pair in pairs.read_pairs():
        back = pairs.Pair(pair.case, pair.relation, pair.right, pair.left)
        one, other = pairs.judge(pair), pairs.judge(back)
        assert one.comparison.relation == other.comparison.relation, pair.case
        if one.comparison.relation in ("refines", "supersedes"):
            first = one.comparison.left == one.left.id
            assert first == (other.comparison.left != other.left.id), pair.case


def test_documents_are_told_apart_by_their_letters() -> None:
    told = next(pairs.read_pairs()).left
    assert told.claim(0).document == hashlib.sha256(told.document.encode()).hexdigest()
