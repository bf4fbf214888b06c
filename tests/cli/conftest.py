import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from korpu.claims import Claim, Value
from korpu.cli import korpu as command_line
from korpu.coverage import Covered, Miss, Verdict
from korpu.document import Document, Span

Run = Callable[..., Result]


def read_document(document: Document, language: str) -> list[Claim]:
    """Stands in for the reader, so that these tests are of the command line alone."""
    if "partlayan" in document.text:
        raise ZeroDivisionError("boom")
    found = []
    for match in re.finditer(r"Norveç[^.\n]*(səfirlik|dövriyyə)[^.\n]*\.", document.text):
        trade = match[1] == "dövriyyə"
        found.append(
            Claim(
                kind="trade.turnover" if trade else "mission.opened",
                parties=("CL", "NO"),
                roles={} if trade else {"sender": "NO", "host": "CL", "mission": "embassy"},
                when=document.card.published,
                when_from="published" if document.card.published else None,
                value=Value("4500000", "USD", "over") if trade else None,
                stance="fact",
                speaker=None,
                document=document.id,
                start=match.start(),
                end=match.end(),
                quote=match[0],
            )
        )
    return found


def read_with_coverage(document: Document, language: str) -> tuple[list[Claim], list[Covered]]:
    """Stands in for the reader: each sentence makes its claims, but one of «demək olar» is not understood."""
    claims = read_document(document, language)
    covered = []
    for match in re.finditer(r"[^.\s][^.]*\.", document.text):
        kinds = tuple(claim.kind for claim in claims if claim.start == match.start())
        misses: tuple[Miss, ...] = ()
        if "demək olar" in match[0]:
            misses = (Miss("meeting", "met", (Span(match.start(), match.start() + 5),), ("participants",)),)
        verdict = Verdict.CLAIM if kinds else Verdict.NOT_UNDERSTOOD if misses else Verdict.NOTHING
        covered.append(
            Covered(match.start(), match.end(), verdict, kinds or ("meeting",) * bool(misses), misses)
        )
    return claims, covered


@pytest.fixture(autouse=True)
def stand_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("korpu.reading.read.read_document", read_document)
    monkeypatch.setattr("korpu.reading.read.read_with_coverage", read_with_coverage)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line in an empty folder, whose ledger is `ledger` and whose terminal has 80 columns."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "80")

    def run(*arguments: str, stdin: bytes | None = None) -> Result:
        environment = {"KORPU_LEDGER": str(tmp_path / "ledger")}
        return CliRunner().invoke(command_line, list(arguments), input=stdin, env=environment)

    return run
