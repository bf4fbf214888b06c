import os
from pathlib import Path

import pytest

from korpu.document import Document
from korpu.ledger.store import open_ledger
from tests.cli import conftest
from tests.cli.conftest import Run

TEXT = "Norveç Çilidə səfirlik açıb. Norveç–Çili dövriyyəsi artıb."


def write(name: str, text: str | bytes = TEXT) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def test_a_document_is_recorded_with_its_card(run: Run, tmp_path: Path) -> None:
    write("a.txt")
    result = run(
        "add",
        "a.txt",
        "--title",
        "Bir",
        "--publisher",
        "Sınaq",
        "--published",
        "2022",
        "--url",
        "http://a.example/",
    )
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "Bir: 2 claims (mission.opened 1, trade.turnover 1)\n"
    with open_ledger(tmp_path / "ledger") as ledger:
        (stored,) = ledger.documents()
        assert len(ledger.claims(["NO", "CL"])) == 2
    card = stored.card
    assert (card.title, card.publisher, card.published, card.url) == (
        "Bir",
        "Sınaq",
        "2022",
        "http://a.example/",
    )
    assert (card.origin, card.language) == ("a.txt", "az")


def test_adding_again_says_so_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    write("a.txt")
    run("add", "a.txt")
    result = run("add", "a.txt", "--title", "Başqa")
    assert (result.exit_code, result.stdout) == (0, "Başqa: already in the ledger\n")
    with open_ledger(tmp_path / "ledger") as ledger:
        assert [stored.card.title for stored in ledger.documents()] == [None]


def test_bad_documents_are_listed_at_the_end_and_the_others_are_in(run: Run, tmp_path: Path) -> None:
    for number in range(20):
        write(f"docs/{number:02}.txt", f"{number}. {TEXT}")
    write("docs/empty.txt", "")
    write("docs/picture.txt", b"\x89PNG\r\n\x1a\n\x00")
    write("docs/turkish.txt", "Şili açıldı, ilişkiler gelişmiştir.".encode("cp1254"))
    write("docs/sub/bomb.txt", "partlayan mətn")
    result = run("add", "docs", "yox.txt", "docs/00.txt")
    assert result.exit_code == 1
    assert result.stdout.count("claims (") == 20
    assert "docs/00.txt: already in the ledger" in result.stdout
    summary, heading, *failures = result.stderr.splitlines()
    assert summary.startswith("20 documents with 40 claims added to ")
    assert summary.endswith("; 1 document already in it.")
    assert heading == "5 sources could not be read:"
    named = [failure.split(":")[0].strip() for failure in failures]
    names = ["empty", "picture", "sub/bomb", "turkish"]
    assert named == [str(Path("docs", f"{name}.txt")) for name in names] + ["yox.txt"]
    assert "Traceback" not in result.stderr
    with open_ledger(tmp_path / "ledger") as ledger:
        assert len(ledger.documents()) == 20


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("missing.txt", None, "there is no such file"),
        ("empty.txt", b"", "it is empty"),
        ("picture.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG picture"),
        ("program.txt", b"\x7fELF\x02\x01\x01\x00", "a program"),
        ("turkish.txt", "Şili ile ilişkiler açıldı, görüşüldü.".encode("cp1254"), "--encoding windows-1254"),
        ("russian.txt", "Посольство Норвегии в Чили открыто.".encode("cp1251"), "--encoding windows-1251"),
        ("wide.txt", TEXT.encode("utf-16"), "--encoding utf-16"),
        ("page.html", b"<html><body></body></html>", "no main text"),
    ],
)
def test_each_bad_document_is_a_sentence_and_status_1(
    run: Run, name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        write(name, content)
    result = run("add", name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"korpu: {name}: ")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_file_of_200_mb_is_one_sentence(run: Run) -> None:
    write("big.txt", "")
    os.truncate("big.txt", 200 * 1024 * 1024)
    result = run("add", "big.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("korpu: big.txt: it has 200 MB")


def test_a_folder_without_documents_is_told(run: Run) -> None:
    Path("docs").mkdir()
    result = run("add", "docs")
    assert result.exit_code == 1
    assert "there is no document in this folder" in result.stderr


def test_a_title_is_for_one_document(run: Run) -> None:
    write("docs/a.txt")
    write("docs/b.txt")
    result = run("add", "docs", "--title", "Bir")
    assert result.exit_code == 2
    assert "there are 2" in result.stderr


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("a.txt", "is not a ledger of Körpü's"),
        ("/proc/korpu/ledger", "cannot be made there"),
        (".", "is a folder"),
    ],
)
def test_a_ledger_that_is_none_or_cannot_be_made_is_told(run: Run, path: str, message: str) -> None:
    write("a.txt")
    result = run("add", "a.txt", "--ledger", path)
    assert result.exit_code == (2 if path == "." else 1)
    assert message in result.stderr
    assert Path("a.txt").read_text(encoding="utf-8") == TEXT


def test_an_interruption_leaves_what_was_added(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("docs/a.txt", f"Bir. {TEXT}")
    write("docs/b.txt", f"İki. {TEXT}")

    def interrupted(document: Document, language: str) -> object:
        if document.text.startswith("İki"):
            raise KeyboardInterrupt
        return conftest.read_with_coverage(document, language)

    monkeypatch.setattr("korpu.reading.read.read_with_coverage", interrupted)
    result = run("add", "docs")
    assert result.exit_code == 1
    assert "Traceback" not in result.stderr
    with open_ledger(tmp_path / "ledger") as ledger:
        assert [stored.card.origin for stored in ledger.documents()] == [str(Path("docs", "a.txt"))]
    monkeypatch.setattr("korpu.reading.read.read_with_coverage", conftest.read_with_coverage)
    assert "1 document with 2 claims added" in run("add", "docs").stderr


def test_debug_shows_what_failed_in_the_reader(run: Run) -> None:
    write("bomb.txt", "partlayan mətn")
    assert "ZeroDivisionError: boom" in run("add", "bomb.txt").stderr
    assert isinstance(run("--debug", "add", "bomb.txt").exception, ZeroDivisionError)
