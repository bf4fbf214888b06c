"""The demo reads the real samples with the real reader, whatever stands in for it elsewhere."""

from pathlib import Path

import pytest

import korpu
from korpu.sources.samples import read_samples
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def stand_ins() -> None:
    """Nothing: the reader that the other tests of this folder replace stays."""


def test_the_demo_keeps_its_ledger_and_prints_the_dossier(run: Run) -> None:
    shown = run("demo")
    assert shown.exit_code == 0, shown.output
    assert "Azərbaycan və Qazaxıstan" in shown.stdout
    assert "demo.ledger" in shown.stderr
    with korpu.open_ledger("demo.ledger") as ledger:
        assert {document.id for document in ledger.documents()} == {
            document.id for document in read_samples()
        }


def test_the_demo_says_the_same_the_second_time(run: Run) -> None:
    assert run("demo", "--ledger", "mine").stdout == run("demo", "--ledger", "mine").stdout


def test_the_samples_never_get_into_ones_own_ledger_unasked(run: Run, tmp_path: Path) -> None:
    run("demo")
    assert not (tmp_path / "ledger").exists()


def test_a_place_that_cannot_be_written_to_is_named(run: Run) -> None:
    Path("note.txt").write_text("not a ledger", encoding="utf-8")
    shown = run("demo", "--ledger", "note.txt")
    assert shown.exit_code == 1
    assert "note.txt" in shown.stderr
    assert Path("note.txt").read_text(encoding="utf-8") == "not a ledger"
