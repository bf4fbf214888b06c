from pathlib import Path

import pytest

import korpu
from korpu.claims import Claim
from korpu.document import Document, SourceCard
from korpu.edtf import NotADate
from tests.samples import make_document, opened


def test_reading_hands_the_text_its_card_and_its_language_to_the_reader(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[tuple[Document, str]] = []

    def read_document(document: Document, language: str) -> list[Claim]:
        given.append((document, language))
        return []

    monkeypatch.setattr("korpu.reading.read.read_document", read_document)
    assert korpu.read("Mətn.", published="2022-05", url="http://a.example/") == []
    card = SourceCard(published="2022-05", url="http://a.example/", language="az")
    assert given == [(Document("Mətn.", card), "az")]
    with pytest.raises(NotADate):
        korpu.read("Mətn.", published="dünən")


def test_what_was_added_is_there_when_the_ledger_is_opened_again(tmp_path: Path) -> None:
    document = make_document()
    for _ in range(2):
        with korpu.open_ledger(tmp_path / "ledger") as ledger:
            ledger.add(document, [opened(document)])
            assert ledger.claims(["NO", "CL"]) == [opened(document)]
