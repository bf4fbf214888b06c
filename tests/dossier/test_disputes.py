"""Disputes: the sides, and every sentence of each."""

from __future__ import annotations

import datetime as dt

from korpu.decisions import Decision
from korpu.dossier import compose
from korpu.dossier.disputes import Dispute, disputes_of
from tests.dossier import example
from tests.findings.told import PARTIES, ids, told


def disputes(*claims: object) -> tuple[Dispute, ...]:
    return disputes_of(compose(PARTIES, claims, {}))  # type: ignore[arg-type]


def test_answers_that_can_all_be_right_are_one_side_and_those_against_them_are_another() -> None:
    claims = [
        told("trade.turnover", "2020", "exact 598468600 USD", doc="a"),
        told("trade.turnover", "2020", "exact 598500000 USD", doc="b"),
        told("trade.turnover", "2020", "exact 461400000 USD", doc="c"),
        told("trade.turnover", "2020", "exact 461000000 USD", doc="d"),
    ]
    (dispute,) = disputes(*claims)
    assert {tuple(sorted(side.claims)) for side in dispute.sides} == {ids(*claims[:2]), ids(*claims[2:])}
    assert [(side.documents, side.witnesses) for side in dispute.sides] == [(2, 2), (2, 2)]
    assert dispute.claims == ids(*claims)


def test_three_answers_that_contradict_each_other_are_three_sides() -> None:
    years = ("1995", "1997", "1999")
    roles = {"sender": "PE", "host": "UY", "mission": "embassy"}
    (dispute,) = disputes(*(told("mission.opened", year, doc=year, **roles) for year in years))
    assert len(dispute.sides) == 3
    assert {side.answers[0].statement.when for side in dispute.sides} == set(years)


def test_documents_that_copy_each_other_are_one_witness_of_a_side() -> None:
    words = "Ötən il iki ölkə arasında ticarət dövriyyəsi xeyli artıb və rekord həddə çatıb"
    (dispute,) = disputes(
        told("trade.turnover", "2020", "exact 500 USD", doc="a", quote=words),
        told("trade.turnover", "2020", "exact 500 USD", doc="b", quote=words),
        told("trade.turnover", "2020", "exact 900 USD", doc="c"),
    )
    assert sorted((side.documents, side.witnesses) for side in dispute.sides) == [(1, 1), (2, 1)]


def test_a_voice_says_whose_words_they_are() -> None:
    (dispute,) = disputes(
        told("trade.turnover", "2020", "exact 500 USD", doc="a", speaker="Rosa Quispe"),
        told("trade.turnover", "2020", "exact 500 USD", doc="b"),
        told("trade.turnover", "2020", "exact 900 USD", doc="c", speaker="Ana Silva"),
    )
    said = {voice.document: voice.speaker for side in dispute.sides for voice in side.answers[0].voices}
    assert set(said.values()) == {"Rosa Quispe", None, "Ana Silva"}


def test_sentences_that_do_not_fit_together_are_a_dispute_without_sides() -> None:
    claims = [
        told("trade.exports", "2020", "exact 100 USD", row=1, reporter="PE"),
        told("trade.imports", "2020", "exact 50 USD", row=1, reporter="PE"),
        told("trade.turnover", "2020", "exact 170 USD", row=1),
    ]
    (dispute,) = disputes(*claims)
    assert dispute.remark is not None and not dispute.sides
    assert dispute.claims == ids(*claims)


def test_all_that_a_dossier_counts_as_disputed_is_among_them() -> None:
    dossier = example.dossier()
    found = disputes_of(dossier)
    assert [dispute.line for dispute in found if dispute.line] == list(dossier.disputed)
    assert [dispute.remark for dispute in found if dispute.remark] == list(dossier.misfits)
    assert len({dispute.id for dispute in found}) == len(found)


def test_a_decision_stands_with_the_dispute_that_it_covers() -> None:
    claims = [
        told("trade.turnover", "2020", "exact 500 USD", doc="a"),
        told("trade.turnover", "2020", "exact 900 USD", doc="b"),
    ]
    at = dt.datetime(2024, 5, 3, tzinfo=dt.UTC)
    made = Decision(7, ids(*claims), claims[1].id, "Aytən", at, "nazirlik belə deyir")
    (dispute,) = disputes_of(compose(PARTIES, claims, {}, decisions=[made]))
    assert dispute.decided is not None and dispute.decided.decision == made
    assert not dispute.is_open
    assert dispute.sides[0].claims == (claims[1].id,)
    newer = told("trade.turnover", "2020", "exact 700 USD", doc="c")
    (dispute,) = disputes_of(compose(PARTIES, [*claims, newer], {}, decisions=[made]))
    assert dispute.is_open and dispute.decided is not None
