from pathlib import Path

from korpu.document import Document, SourceCard
from korpu.sources import list_sources, read_source
from korpu.sources.errors import NoDocuments, NotText, SourceMissing


def test_a_bad_document_does_not_keep_the_others_from_being_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bir.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    (tmp_path / "c.txt").write_text("Üç.", encoding="utf-8")
    first, bad, last = read_source(str(tmp_path), SourceCard(publisher="Sınaq"))
    assert isinstance(first, Document)
    assert isinstance(bad, NotText)
    assert isinstance(last, Document)
    assert (first.text, last.text, bad.source) == ("Bir.", "Üç.", str(tmp_path / "b.txt"))
    assert first.card.publisher == last.card.publisher == "Sınaq"


def test_a_folder_without_documents_is_one_error(tmp_path: Path) -> None:
    (error,) = read_source(str(tmp_path), SourceCard())
    assert isinstance(error, NoDocuments)


def test_a_missing_file_is_one_error(tmp_path: Path) -> None:
    (error,) = read_source(str(tmp_path / "yox"), SourceCard())
    assert isinstance(error, SourceMissing)


def test_files_are_read_in_the_encoding_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Şili".encode("cp1254"))
    (document,) = read_source(str(tmp_path), SourceCard(), encoding="windows-1254")
    assert isinstance(document, Document)
    assert document.text == "Şili"


def test_a_folder_is_listed_and_all_else_stands_for_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert list_sources(str(tmp_path)) == [str(tmp_path / "a.txt")]
    for source in ("-", "https://example.org/a", "yox.txt"):
        assert list_sources(source) == [source]
