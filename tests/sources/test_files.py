import io
import os
import sys
import time
from pathlib import Path

import pytest

from korpu.document import SourceCard
from korpu.sources.errors import NotText, SourceEmpty, SourceError, SourceMissing, SourceTooLarge
from korpu.sources.files import read_file, read_stdin

TEXT = "Norveçin Çilidəki səfirliyi açılıb."
PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010806000000")


def test_a_file_is_read_as_it_stands_with_its_path_as_origin(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"\n  {TEXT}\n\n", encoding="utf-8")
    document = read_file(path, SourceCard(title="Bir"))
    assert document.text == f"\n  {TEXT}\n\n"
    assert document.card == SourceCard(title="Bir", origin=str(path))


def test_an_origin_that_was_given_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert read_file(path, SourceCard(origin="arxiv")).card.origin == "arxiv"


@pytest.mark.parametrize("name", ["a.html", "a.txt", "səhifə"])
def test_a_page_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>", encoding="utf-8")
    assert read_file(path, SourceCard()).text == TEXT


def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    text = "Norveçin Çili şəhərində".replace("ə", "e")
    path.write_bytes(f'<html><head><meta charset="windows-1254"></head><p>{text}</p></html>'.encode("cp1254"))
    assert read_file(path, SourceCard()).text == text


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", SourceEmpty),
        (PNG, NotText),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", NotText),
        (b"PK\x03\x04\x14\x00", NotText),
    ],
    ids=["empty", "a picture", "a PDF", "an archive"],
)
def test_what_is_no_text_is_refused_with_its_name(
    tmp_path: Path, content: bytes, error: type[SourceError]
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(error, match=r"a\.txt: ") as caught:
        read_file(path, SourceCard())
    assert caught.value.source == str(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing, match=r"yox\.txt: there is no such file"):
        read_file(tmp_path / "yox.txt", SourceCard())


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceMissing, match="cannot be read \\(Permission denied\\)"):
        read_file(path, SourceCard())


def test_a_file_of_200_mb_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 200 * 1024 * 1024)
    began = time.monotonic()
    with pytest.raises(SourceTooLarge, match="it has 200 MB; one document may have 64"):
        read_file(path, SourceCard())
    assert time.monotonic() - began < 0.5


def test_what_never_ends_is_refused() -> None:
    with pytest.raises(SourceTooLarge, match="more than 64 MB"):
        read_file(Path("/dev/zero"), SourceCard())


def test_standard_input_is_a_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    document = read_stdin(SourceCard())
    assert (document.text, document.card.origin) == (TEXT, None)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    with pytest.raises(SourceEmpty, match="standard input"):
        read_stdin(SourceCard())
