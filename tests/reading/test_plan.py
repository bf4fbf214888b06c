"""The plan: it passes over what claims nothing, and loses no claim."""

from __future__ import annotations

import pytest

from bench.documents import read_labelled
from korpu.claims import to_json
from korpu.document import Document
from korpu.languages.az.language import LANGUAGE
from korpu.reading.plan import Worth, outline, plan
from korpu.reading.read import read_document, read_with_coverage
from korpu.reading.triage import Triage, triage_of

WEATHER = [
    f"{day} hava {sky} olub." for day in ("Dünən", "Bu gün", "Səhər", "Axşam") for sky in ("isti", "buludlu")
]
EMBASSY = "Maltanın Tbilisidə səfirliyi 2007-ci ildə açılıb."


def plan_of(text: str) -> dict[str, Worth] | None:
    lines = outline(text, LANGUAGE.abbreviations)
    worth = plan(triage_of("az"), text, lines)
    spans = [span for line in lines for span in line.sentences]
    return None if worth is None else {text[span.start : span.end]: worth[span.start] for span in spans}


@pytest.mark.parametrize("name", ["samples", "short"])
def test_no_claim_is_lost(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [one.document for one in read_labelled(name)][::3]
    chosen = [[to_json(claim) for claim in read_document(document)] for document in documents]
    monkeypatch.setattr(Triage, "may_claim", lambda self, mask: True)
    monkeypatch.setattr(Triage, "is_foreign", lambda self, mask: True)
    assert chosen == [[to_json(claim) for claim in read_document(document)] for document in documents]


def test_what_follows_a_claim_may_go_on_with_it() -> None:
    further = "O, 12 faiz azalıb."
    assert plan_of(f"Maltada hava istidir. {further}") is None
    read = plan_of(f"{EMBASSY} {further}")
    assert read is not None
    assert read[further] is Worth.CLAIMS


def test_a_document_without_a_foreign_state_is_not_read() -> None:
    assert plan_of("Bakıda yeni səfirlik binası açılıb.") is None
    assert plan_of("Bakıda Maltanın səfirlik binası açılıb.") is not None


def test_where_few_sentences_may_claim_what_is_far_from_them_is_passed_over() -> None:
    read = plan_of(" ".join([*WEATHER, EMBASSY, *(f"Sonra {day.lower()}" for day in WEATHER)]))
    assert read is not None
    worth = list(read.values())
    assert worth[0] is Worth.CONTEXT  # what a document begins with is its title
    assert worth[1:6] == [Worth.NOTHING] * 5
    assert worth[6:10] == [Worth.CONTEXT, Worth.CONTEXT, Worth.CLAIMS, Worth.CONTEXT]
    assert set(worth[10:]) == {Worth.NOTHING}


def test_where_they_tell_of_one_state_only_nothing_is_read() -> None:
    assert plan_of(" ".join([*WEATHER, "Maltada 3 şirkət bağlanıb."])) is None


def test_a_table_is_read_whatever_it_says() -> None:
    assert plan_of(f"{' '.join(WEATHER)}\n2019 | Malta\n2020 | Kipr") is not None


def test_sentences_passed_over_are_covered() -> None:
    text = "Hava buludlu olub. Axşam yağış yağıb."
    claims, covered = read_with_coverage(Document(text))
    assert claims == []
    said = [text[sentence.start : sentence.end] for sentence in covered]
    assert said == ["Hava buludlu olub.", "Axşam yağış yağıb."]
