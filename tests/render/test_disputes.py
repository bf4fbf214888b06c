"""Disputes in words."""

from __future__ import annotations

import pytest

from korpu.document import SourceCard
from korpu.dossier import compose
from korpu.render.disputes import disputes_in_words
from korpu.render.wording.words import wording
from tests.findings.told import PARTIES, document, told


@pytest.mark.parametrize(
    ("language", "about", "answers"),
    [
        ("en", "Trade turnover, 2020", {"500 US dollars", "900 US dollars"}),
        ("az", "Ticarət dövriyyəsi, 2020", {"500 ABŞ dolları", "900 ABŞ dolları"}),
    ],
)
def test_a_dispute_is_told_by_its_question_its_answers_and_its_reason(
    language: str, about: str, answers: set[str]
) -> None:
    claims = [
        told("trade.turnover", "2020", "exact 500 USD", doc="a", speaker="Rosa Quispe", stance="estimate"),
        told("trade.turnover", "2020", "exact 900 USD", doc="b"),
    ]
    cards = {document("a"): SourceCard(title="Birinci", publisher="Sahil", published="2021", language="az")}
    (found,) = disputes_in_words(compose(PARTIES, claims, cards), wording(language), {})
    assert found.about == about
    assert {side.answers[0].text for side in found.sides} == answers
    assert "500" in found.reason and "900" in found.reason
    (voice,) = (
        voice for side in found.sides for voice in side.answers[0].voices if voice.document == document("a")
    )
    assert (voice.title, voice.speaker, voice.language) == ("Birinci", "Rosa Quispe", "az")
    assert voice.details[0] == "Sahil" and "2021" in voice.details[1]
    assert len(voice.marks) == 1


@pytest.mark.parametrize(
    ("language", "about"),
    [
        ("en", "Peru’s embassy in Uruguay opened"),
        ("az", "Perunun Uruqvaydakı səfirliyi açılmışdır"),
    ],
)
def test_a_question_without_words_of_its_own_is_told_by_its_line_without_the_date(
    language: str, about: str
) -> None:
    roles = {"sender": "PE", "host": "UY", "mission": "embassy"}
    claims = [told("mission.opened", year, doc=year, **roles) for year in ("1995", "1997")]
    (found,) = disputes_in_words(compose(PARTIES, claims, {}), wording(language), {})
    assert found.about == about


def test_claims_that_do_not_fit_together_are_told_each_by_its_line() -> None:
    claims = [
        told("trade.exports", "2020", "exact 100 USD", row=1, reporter="PE"),
        told("trade.imports", "2020", "exact 50 USD", row=1, reporter="PE"),
        told("trade.turnover", "2020", "exact 170 USD", row=1),
    ]
    say = wording("en")
    lines = {claim.id: say.claim(claim) for claim in claims}
    (found,) = disputes_in_words(compose(PARTIES, claims, {}), say, lines)
    assert (found.about, found.sides) == ("", ())
    assert found.lines == lines
    (voice,) = found.voices
    assert sorted(voice.claims) == sorted(lines)
