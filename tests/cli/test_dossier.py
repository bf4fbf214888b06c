from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from korpu.cli import korpu
from korpu.ledger.store import open_ledger
from tests.dossier import example


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.sqlite"
    with open_ledger(path) as opened:
        for document in example.documents().values():
            opened.add(document, [claim for claim in example.claims() if claim.document == document.id])
    return path


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(korpu, ["dossier", *map(str, words)])


@pytest.mark.parametrize(
    "form, begin",
    [("terminal", "Azərbaycan və Monqolustan"), ("md", "# Azərbaycan və"), ("html", "<!doctype html>")],
)
def test_each_form_is_printed(ledger: Path, form: str, begin: str) -> None:
    found = run("AZ", "MN", "--ledger", ledger, "--format", form)
    assert found.exit_code == 0, found.output
    assert found.stdout.startswith(begin)
    assert "\x1b" not in found.stdout


def test_the_terminal_is_the_form_unless_another_is_asked_for(ledger: Path) -> None:
    assert run("AZ", "MN", "--ledger", ledger).stdout.startswith("Azərbaycan və Monqolustan")


@pytest.mark.parametrize(
    "name, begin", [("a.html", "<!doctype"), ("a.md", "# "), ("a.txt", "Azerbaijan and Mongolia")]
)
def test_the_name_of_the_file_decides_the_form(ledger: Path, tmp_path: Path, name: str, begin: str) -> None:
    found = run("AZ", "MN", "--ledger", ledger, "-o", tmp_path / name, "--language", "en")
    assert (found.exit_code, found.stdout) == (0, "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begin)


def test_the_order_of_the_two_states_is_that_of_the_title(ledger: Path) -> None:
    found = run("MN", "AZ", "--ledger", ledger, "--language", "en")
    assert found.stdout.startswith("Mongolia and Azerbaijan")


def test_as_of_leaves_out_what_is_later_and_stands_in_the_head(ledger: Path) -> None:
    found = run("AZ", "MN", "--ledger", ledger, "--as-of", "2015", "--language", "en", "--format", "md")
    assert "- As of: 2015" in found.stdout
    assert "Mongolia recognised Azerbaijan’s independence" in found.stdout
    assert "Xurelbat" not in found.stdout and "Leyla" not in found.stdout


def test_nothing_on_a_pair_is_a_sentence_and_status_1(ledger: Path) -> None:
    found = run("AZ", "PE", "--ledger", ledger)
    assert found.exit_code == 1
    assert found.stderr == (
        "korpu: The ledger holds nothing on Azerbaijan and Peru. Add documents on them with `korpu add FILE`.\n"
    )


def test_nothing_as_of_a_day_says_that_there_is_something_later(tmp_path: Path) -> None:
    (document, claims) = next(
        (
            document,
            [claim for claim in example.claims() if claim.document == document.id and claim.kind == "visit"],
        )
        for document in example.documents().values()
        if document.card.publisher == "Xəbər Agentliyi"
    )
    with open_ledger(tmp_path / "l.sqlite") as opened:
        opened.add(document, claims)
    found = run("AZ", "MN", "--ledger", tmp_path / "l.sqlite", "--as-of", "1995")
    assert found.exit_code == 1
    assert "as of 1995; all its 2 claims on them tell of later times" in found.stderr


@pytest.mark.parametrize(
    "words", [("AZ", "AZ"), ("AZ", "MN", "--language", "xx"), ("AZ", "MN", "--as-of", "soon")]
)
def test_wrong_use_is_status_2(ledger: Path, words: tuple[str, ...]) -> None:
    assert run(*words, "--ledger", ledger).exit_code == 2


def test_a_file_that_cannot_be_written_is_named(ledger: Path, tmp_path: Path) -> None:
    found = run("AZ", "MN", "--ledger", ledger, "-o", tmp_path / "no" / "such" / "a.html")
    assert found.exit_code == 1 and "a.html" in found.stderr and "Traceback" not in found.stderr
