import random

import msgspec
import pytest

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.dossier import compose
from korpu.dossier.tree import Dossier, Line, Section
from korpu.kinds import Section as SectionName
from tests.dossier import example
from tests.findings.told import document, told


def section(dossier: Dossier, name: str) -> Section:
    return next(found for found in dossier.sections if found.name == name)


def lines_of(dossier: Dossier, kind: str) -> list[Line]:
    return [line for part in dossier.sections for line in part.all_lines() if line.statement.kind == kind]


def cards() -> dict[str, SourceCard]:
    return {id: document.card for id, document in example.documents().items()}


def test_every_claim_is_referred_to_and_every_number_leads_to_its_sentence() -> None:
    dossier = example.dossier()
    told = {claim.id: claim for claim in example.claims()}
    assert {id for note in dossier.notes for id in note.claims} == set(told)
    for number, note in enumerate(dossier.notes, 1):
        assert note.number == number
        for id in note.claims:
            assert (told[id].document, told[id].quote) == (note.document, note.quote)


def test_the_order_of_claims_and_documents_changes_nothing() -> None:
    shuffled, shelf = list(example.claims()), list(cards().items())
    for seed in range(5):
        random.Random(seed).shuffle(shuffled)
        random.Random(seed).shuffle(shelf)
        again = compose(example.PAIR, shuffled, dict(shelf))
        assert msgspec.json.encode(again) == msgspec.json.encode(example.dossier())


def test_all_sections_are_there_in_their_order_also_the_empty_ones() -> None:
    dossier = compose(example.PAIR, example.claims()[:1], cards())
    assert [part.name for part in dossier.sections] == [name.value for name in SectionName]
    assert [part.name for part in dossier.sections if not part.is_empty] == ["relations"]


def test_both_sides_of_a_disagreement_stand_at_the_figure_and_in_the_list() -> None:
    dossier = example.dossier()
    (line,) = lines_of(dossier, "relations.established")
    assert line.statement.when == "1994-03-14" and line.is_disputed
    assert [rival.statement.when for rival in line.rivals] == ["1994-03-15"]
    assert line in dossier.disputed


def test_a_wider_date_stands_beside_the_exact_one_and_is_no_disagreement() -> None:
    opened = next(
        line for line in lines_of(example.dossier(), "mission.opened") if line.statement.when == "2013-11-05"
    )
    assert [(rival.relation, rival.statement.when) for rival in opened.rivals] == [("refines", "2013-23")]
    assert not opened.is_disputed


def test_the_present_holder_comes_with_the_earlier_ones_latest_first() -> None:
    line = next(
        line
        for line in lines_of(example.dossier(), "mission.head")
        if line.statement.roles["office"] == "ambassador"
    )
    assert line.statement.roles["person"] == "Leyla Hüseynzadə"
    assert [earlier.roles["person"] for earlier in line.earlier] == [
        "Kamal Vəliyev", "Fuad Nəbizadə", "Rəşad Səmədli",
    ]  # fmt: skip


def test_a_holder_without_a_date_is_as_of_the_document() -> None:
    line = next(
        line
        for line in lines_of(example.dossier(), "mission.head")
        if line.statement.roles["office"] == "honorary_consul"
    )
    assert line.statement.is_undated and line.statement.as_of is None


@pytest.mark.parametrize(
    "value, status", [("5000000", "met"), ("50000000", "open")], ids=["reached", "without a year"]
)
def test_a_target_says_how_it_came_out(value: str, status: str) -> None:
    line = next(
        line
        for line in section(example.dossier(), "trade").lines
        if line.statement.value and line.statement.value.amount == value
    )
    assert (line.statement.stance, line.status) == ("target", status)


def test_a_denied_claim_has_a_line_of_its_own() -> None:
    (line,) = lines_of(example.dossier(), "mission.closed")
    assert line.statement.stance == "denied"


def test_sources_that_copy_each_other_are_one_witness() -> None:
    dossier = example.dossier()
    copies = [source for source in dossier.sources if source.copy_of]
    assert (len(dossier.sources), dossier.witnesses, len(copies)) == (6, 5, 1)


def test_the_newest_document_and_the_undated_ones_are_counted() -> None:
    dossier = example.dossier()
    assert (dossier.newest, dossier.undated, dossier.claims) == ("2024-06-03", 2, len(example.claims()))


def test_as_of_leaves_out_what_is_told_of_later_times() -> None:
    dossier = example.dossier("2015")
    assert lines_of(dossier, "visit") == []
    assert all(line.statement.when is None or line.statement.when[:4] <= "2015" or line.statement.stance == "plan"
               for part in dossier.sections for line in part.all_lines())  # fmt: skip


def test_claims_on_other_states_are_passed_over() -> None:
    other = msgspec.structs.replace(example.claims()[0], parties=("KZ", "TR"))
    assert compose(example.PAIR, [other], cards()).notes == ()


def test_a_document_without_a_card_is_a_source_of_which_nothing_is_known() -> None:
    dossier = compose(example.PAIR, example.claims(), {})
    assert {source.card for source in dossier.sources} == {SourceCard()}


def test_no_claims_make_an_empty_dossier() -> None:
    dossier = compose(example.PAIR, list[Claim](), {})
    assert (dossier.claims, dossier.newest, dossier.disputed) == (0, None, ())


def test_as_of_a_day_a_section_shows_what_the_file_should_know_and_does_not() -> None:
    dossier = compose(example.PAIR, example.claims(), cards(), as_of="2030-01-01")
    gaps = {gap.subject.kind: gap for part in dossier.sections for gap in part.gaps if gap.subject}
    assert gaps["trade.turnover"].status == "unknown" and gaps["trade.turnover"].notes
    assert not any(part.gaps for part in example.dossier().sections)


def test_a_section_of_which_only_a_gap_is_told_is_empty_all_the_same() -> None:
    rest = [claim for claim in example.claims() if not claim.kind.startswith("trade.")]
    dossier = compose(example.PAIR, rest, cards(), as_of="2030-01-01")
    trade = section(dossier, "trade")
    assert trade.is_empty and [gap.reason.code for gap in trade.gaps] == ["gap_no_figure"]


def plan(when: str, doc: str, stance: str = "plan") -> Claim:
    names = {"sender": "PE", "host": "UY", "mission": "embassy"}
    return told("mission.opened", when, stance=stance, doc=doc, **names)


def test_a_plan_told_again_with_another_date_stands_above_the_earlier_one() -> None:
    shelf = {document("a"): SourceCard(published="2022"), document("b"): SourceCard(published="2024")}
    dossier = compose(("PE", "UY"), [plan("2024", "a"), plan("2027", "b")], shelf, as_of="2026")
    (line,) = lines_of(dossier, "mission.opened")
    assert (line.status, line.statement.when) == ("open", "2027")
    assert [statement.when for statement in line.earlier] == ["2024"]


def test_a_plan_of_which_nothing_is_told_keeps_its_line_and_is_no_gap() -> None:
    dossier = compose(("PE", "UY"), [plan("2024", "a")], {}, as_of="2026")
    (line,) = lines_of(dossier, "mission.opened")
    assert line.status == "unknown" and not any(part.gaps for part in dossier.sections)


def test_a_plan_that_was_missed_is_no_disagreement() -> None:
    dossier = compose(("PE", "UY"), [plan("2024", "a"), plan("2024", "b", "denied")], {}, as_of="2026")
    assert "missed" in {line.status for line in lines_of(dossier, "mission.opened")}
    assert not dossier.disputed


def test_a_statement_names_the_claims_that_make_it_each_with_its_own_amount() -> None:
    turnover = next(
        line
        for line in lines_of(example.dossier(), "trade.turnover")
        if line.statement.when == "2021" and line.statement.stance == "fact"
    )
    told = [
        one for part in (turnover.statement, *(r.statement for r in turnover.rivals)) for one in part.told
    ]
    assert [(one.value and one.value.amount, one.unit_inferred) for one in told] == [
        ("2929750", True),
        ("7000000", False),
        ("2930000", False),
    ]
    claims = {claim.id: claim for claim in example.claims()}
    notes = {note.number: note for note in example.dossier().notes}
    assert all(notes[one.note].quote == claims[one.claim].quote for one in told)
