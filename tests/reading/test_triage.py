"""Triage: what words may claim together, before anything is read."""

from __future__ import annotations

import pytest

from korpu.kinds.frames import Frame
from korpu.reading.triage import triage_of, wanted_of


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


def test_names_that_not_only_words_call_up_are_not_wanted() -> None:
    frame = Frame(
        name="opened", cues=("open|begin", "rise"), theme="mission", needs=("value",), value="money"
    )
    certain = frozenset({"open", "begin", "mission", "amount"})
    assert wanted_of(frame, certain) == [{"open", "begin"}, {"mission"}, {"amount"}]
