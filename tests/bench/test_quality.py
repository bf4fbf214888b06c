import tomllib
from pathlib import Path

import pytest

from bench import quality
from bench.score import Comparison, Counts
from korpu.kinds import kinds


def test_floors_are_of_sets_and_figures_that_are_measured() -> None:
    floors = tomllib.loads(quality.FLOORS.read_text(encoding="utf-8"))
    assert floors.keys() == set(quality.SETS)
    measured = {"precision", "recall", "f1", "slots", "silent"}
    assert all(figures.keys() <= measured | kinds().keys() for figures in floors.values())
    assert all(0 <= floor <= 1 for figures in floors.values() for floor in figures.values())


def test_documents_without_claims_are_measured_by_silence() -> None:
    wrong = {"kind": "visit", "parties": ["CL", "NO"]}
    comparisons = {"a": Comparison([], [], [wrong]), "b": Comparison([], [], []), "c": Comparison([], [], [])}
    assert quality.figures("empty", comparisons) == {"silent": 0.666}


def test_of_unseen_documents_only_totals_are_shown() -> None:
    missed = Comparison([], [{"kind": "visit", "parties": ["CL", "NO"]}], [])
    assert quality.count_kinds([missed]) == {"visit": Counts(missed=1)}
    assert quality.figures("test", {"a": missed}).keys() == {"precision", "recall", "f1", "slots"}
    assert not any("visit" in line for line in quality.table("test", {"a": missed}, {}))


def test_a_sunk_figure_ends_with_status_1_and_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text('[samples]\n"f1" = 1.000\n"visit" = 0.000\n', encoding="utf-8")
    monkeypatch.setattr(quality, "FLOORS", floors)
    monkeypatch.setattr(quality, "measure", lambda name: {"a": Comparison([], [], [{"kind": "visit"}])})
    monkeypatch.setattr(quality, "figures", lambda name, comparisons: {"f1": 0.5, "visit": 0.25})
    assert quality.main(["samples", "--raise"]) == 1
    assert "samples: f1 is 0.500, under its floor of 1.000." in capsys.readouterr().err
    assert floors.read_text(encoding="utf-8").splitlines()[2:] == [
        "[samples]",
        '"f1" = 1.000',
        '"visit" = 0.250',
    ]
