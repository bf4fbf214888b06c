from __future__ import annotations

import pytest

from korpu.document import SourceCard
from korpu.findings.voices import claims_of, is_of, names_of_voices

from .told import document, told

CARD = SourceCard(
    title="Ticarət icmalı", publisher="Dövlət Statistika Komitəsi", url="https://a.example.org/1"
)
SAID = told("polity.shared", speaker="Nikolay Nazarov")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nazarov", True),
        ("N. Nazarov", True),
        ("STATISTIKA KOMITESI", True),
        ("a.example.org", True),
        ("ticarət icmalı", True),
        ("İ. Nazarov", False),
        ("Komitə", False),
        ("", False),
    ],
)
def test_a_name_is_the_speakers_or_stands_in_the_card(name: str, expected: bool) -> None:
    assert is_of(SAID, CARD, name) is expected


def test_the_voices_of_claims_are_their_speakers_and_publishers() -> None:
    silent = told("polity.shared", doc="b")
    cards = {document("a"): CARD}
    assert names_of_voices([SAID, silent], cards) == ["Dövlət Statistika Komitəsi", "Nikolay Nazarov"]
    assert claims_of([SAID, silent], cards, "Nazarov") == [SAID]
