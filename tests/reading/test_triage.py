"""Triage: it passes over what claims nothing, and loses no claim."""

from __future__ import annotations

import pytest

from bench.documents import read_labelled
from korpu.claims import to_json
from korpu.document import Document
from korpu.kinds.frames import Frame
from korpu.reading.read import read_document, read_with_coverage
from korpu.reading.triage import Triage, Watch, triage_of, wanted_of


@pytest.mark.parametrize("name", ["samples", "short"])
def test_no_claim_is_lost(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [one.document for one in read_labelled(name)][::3]
    chosen = [[to_json(claim) for claim in read_document(document)] for document in documents]
    monkeypatch.setattr(Triage, "may_claim", lambda self, mask: True)
    assert chosen == [[to_json(claim) for claim in read_document(document)] for document in documents]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Maltanın Tbilisidə səfirliyi 2007-ci ildə açılıb.", True),
        ("Hava buludlu olub, axşam yağış yağıb.", False),
        ("Səfirlik gözəl binadır.", True),  # of its head, perhaps
        ("Tərəflər arasında ticarət dövriyyəsi sürətlə artır.", False),
        ("Tərəflər arasında ticarət dövriyyəsi 3 milyon dollar olub.", True),
        ("Maltaya 3 ton un göndərilib.", True),  # what is made of goods that are sent
        ("Anbarda 3 ton un qalıb.", False),
    ],
)
def test_a_sentence_needs_the_words_of_a_kind(text: str, claims: bool) -> None:
    triage = triage_of("az")
    assert triage.may_claim(triage.mask(text, 0, len(text))) is claims


def test_what_follows_a_claim_may_go_on_with_it() -> None:
    first, second = "Maltanın Tbilisidə səfirliyi 2007-ci ildə açılıb.", "O, 12 faiz azalıb."
    watch = Watch(triage_of("az"))
    assert not watch.may_claim(second, 0, len(second))
    assert watch.may_claim(first, 0, len(first))
    assert watch.may_claim(second, 0, len(second))


def test_a_document_without_a_foreign_state_claims_nothing() -> None:
    assert not triage_of("az").may_claim_anywhere("Bakıda yeni səfirlik binası açılıb.")
    assert triage_of("az").may_claim_anywhere("Bakıda Maltanın səfirlik binası açılıb.")


def test_sentences_passed_over_are_covered() -> None:
    text = "Hava buludlu olub. Axşam yağış yağıb."
    claims, covered = read_with_coverage(Document(text))
    assert claims == []
    assert [text[sentence.start : sentence.end] for sentence in covered] == text.replace(". ", ".|").split(
        "|"
    )


def test_names_that_not_only_words_call_up_are_not_wanted() -> None:
    frame = Frame(
        name="opened", cues=("open|begin", "rise"), theme="mission", needs=("value",), value="money"
    )
    certain = frozenset({"open", "begin", "mission", "amount"})
    assert wanted_of(frame, certain) == [{"open", "begin"}, {"mission"}, {"amount"}]
