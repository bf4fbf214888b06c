import pytest

from korpu.dossier import compose
from korpu.render.page import Page
from korpu.render.words import letter_of, put_into_words
from korpu.translations import NotTranslated
from tests.dossier import example


def page(language: str = "en") -> Page:
    return put_into_words(example.dossier(), language)


def entries(name: str, language: str = "en") -> list[str]:
    (section,) = (part for part in page(language).sections if part.name == name)
    return [entry.phrase.text for entry in section.entries]


def test_the_head_names_the_pair_in_the_language() -> None:
    assert page("az").title.startswith("Azərbaycan və Monqolustan")
    assert page("en").title.startswith("Azerbaijan and Mongolia")


def test_the_summary_says_what_is_known_and_what_is_not() -> None:
    cards = {id: document.card for id, document in example.documents().items()}
    summary = put_into_words(compose(example.PAIR, example.claims()[:2], cards), "en").summary
    assert "2 claims in 1 document;" in summary
    assert "None of the documents says when it was published." in summary
    assert "says nothing about: Missions and their heads; Parliaments;" in summary


def test_tags_say_whose_words_they_are_and_how_sure() -> None:
    (trade,) = (part for part in page().sections if part.name == "trade")
    tags = {
        tag.text
        for table in trade.tables
        for entry in table.entries
        for other in entry.others
        for tag in other.phrase.tags
    }
    assert "according to Elnur Qasımlı" in tags
    assert "the date is counted from the document’s own" in tags


def test_a_claim_on_more_than_the_pair_names_all_its_parties() -> None:
    (projects,) = (part for part in page().sections if part.name == "projects")
    tags = [tag.text for entry in projects.entries for tag in entry.phrase.tags]
    assert "parties: Azerbaijan, Kazakhstan and Mongolia" in tags


def test_a_table_counts_in_thousands_and_loses_no_digit() -> None:
    (trade,) = (part for part in page().sections if part.name == "trade")
    (table,) = trade.tables
    rows = {head: [cell and cell.phrase.text for cell in cells] for head, cells in table.rows}
    assert rows["2021"] == ["2,411.35*", "518.4*", "2,929.75*", None]
    assert rows["2022"] == ["3,100", "770", "3,870", "32\u00a0%"]
    assert table.caption.endswith("thousand US dollars")
    assert table.notes[0].startswith("* ")


def test_a_source_is_named_by_its_file_and_not_by_its_folder() -> None:
    assert "copied page.txt" in {source.title for source in page().sources}


def test_the_disagreements_list_only_what_contradicts() -> None:
    found = page().disagreements
    assert len(found.entries) == 2
    assert all(other.is_contrary for entry in found.entries for other in entry.others)


def test_the_same_dossier_gives_the_same_page() -> None:
    assert page("az") == page("az")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(NotTranslated, match="«xx»"):
        put_into_words(example.dossier(), "xx")


@pytest.mark.parametrize(
    "number, letters", [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")]
)
def test_documents_have_letters(number: int, letters: str) -> None:
    assert letter_of(number) == letters


def test_what_a_cell_leaves_unsaid_stands_below_the_table() -> None:
    (trade,) = (part for part in page().sections if part.name == "trade")
    below = {entry.phrase.text: entry.phrase for table in trade.tables for entry in table.entries}
    assert list(below) == [
        "Trade turnover, 2021: 2,929,750 US dollars",
        "Trade turnover, 2023: 5,120,400 US dollars",
    ]
    tags = below["Trade turnover, 2023: 5,120,400 US dollars"].tags
    assert [tag.text for tag in tags] == ["according to Gömrük Komitəsi"]
