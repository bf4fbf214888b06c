"""A document's paragraphs and pages."""

from hypothesis import given
from hypothesis import strategies as st

from korpu.web.document.paragraphs import (
    LONGEST,
    LONGEST_PAGE,
    MOST_ON_PAGE,
    find_paragraphs,
    page_of,
    pages,
    paragraph_at,
)


@given(st.text("Aa. \n|1\r"))
def test_only_blanks_are_between_paragraphs(text: str) -> None:
    place = 0
    for number, paragraph in enumerate(find_paragraphs(text), start=1):
        assert paragraph.number == number
        assert not text[place : paragraph.start].strip()
        assert text[paragraph.start : paragraph.end].strip()
        place = paragraph.end
    assert not text[place:].strip()


def test_a_long_line_is_parted_between_sentences() -> None:
    text = "Səfirlik həmin şəhərdə açılıb. " * 200
    parts = find_paragraphs(text)
    assert len(parts) > 3
    assert all(part.end - part.start <= LONGEST for part in parts)
    assert all(text[part.start : part.end].endswith("açılıb.") for part in parts)
    assert [part.goes_on for part in parts[:2]] == [False, True]


def test_a_long_document_has_pages_and_each_place_is_on_one() -> None:
    found = find_paragraphs("\n".join(["Bir cümlə."] * (MOST_ON_PAGE * 2 + 1)))
    made = pages(found)
    assert [len(page) for page in made] == [MOST_ON_PAGE, MOST_ON_PAGE, 1]
    assert page_of(made, found[MOST_ON_PAGE].start) == 2
    assert page_of(made, 10**9) == 3
    assert paragraph_at(found, found[5].start) == found[5]
    assert paragraph_at(found, 10**9) is None


def test_a_page_has_no_more_than_a_browser_can_take() -> None:
    made = pages(find_paragraphs("Səfirlik həmin şəhərdə açılıb. " * 20_000))
    assert all(page[-1].end - page[0].start <= LONGEST_PAGE for page in made)
    assert pages([]) == [[]]
