"""Excerpts of sections in words."""

from hypothesis import given
from hypothesis import strategies as st

from korpu.render.excerpt import Measure, excerpt
from korpu.render.page import Entry, Other, Phrase, SectionPage, TablePage

phrases = st.builds(Phrase, st.just("Deyilir."), st.lists(st.integers(1, 99), max_size=5).map(tuple))
entries = st.builds(
    Entry, phrases, others=st.lists(st.builds(Other, st.just(False), st.just("Həm də"), phrases, st.just("")), max_size=4).map(tuple),
    earlier=st.lists(phrases, max_size=4).map(tuple),
)  # fmt: skip
rows = st.lists(st.tuples(st.just("2019"), st.tuples(entries | st.none())), max_size=9).map(tuple)
few, said = st.lists(entries, max_size=9).map(tuple), st.lists(phrases, max_size=9).map(tuple)
tables = st.builds(TablePage, st.just(""), st.just(("", "")), rows, st.just(()), few, st.none())
some_tables = st.lists(tables, max_size=2).map(tuple)
sections = st.builds(SectionPage, st.just("trade"), st.just("Ticarət"), some_tables, few, said, said)
WHOLE = Measure(lines=4, rows=3, is_latest=False, others=100, notes=100)
BRIEF = Measure(lines=4, rows=3, is_latest=True, others=1, notes=2)


@given(sections)
def test_the_parts_of_a_section_are_the_section(section: SectionPage) -> None:
    parts = [excerpt(section, WHOLE, page).section for page in range(1, excerpt(section, WHOLE).pages + 1)]
    assert [one for part in parts for one in part.entries] == list(section.entries)
    assert [one for part in parts for one in part.remarks] == list(section.remarks)
    assert [one for part in parts for one in part.gaps] == list(section.gaps)
    for take in (lambda table: table.rows, lambda table: table.entries):
        shown = [repr(one) for part in parts for table in part.tables for one in take(table)]
        assert sorted(shown) == sorted(repr(one) for table in section.tables for one in take(table))


@given(sections)
def test_what_is_left_out_is_counted(section: SectionPage) -> None:
    part = excerpt(section, BRIEF)
    for whole, short in zip(section.entries, part.section.entries, strict=False):
        assert len(short.phrase.notes) + short.phrase.more_notes == len(whole.phrase.notes)
        assert len(short.others) + short.more_others == len(whole.others)
        assert len(short.earlier) + short.more_earlier == len(whole.earlier)
    lists = [section.entries, section.remarks, section.gaps, *(table.entries for table in section.tables)]
    rows = [table.rows for table in section.tables]
    assert part.lines == sum(map(len, (*lists, *rows)))
    assert (part.pages == 1) == (all(len(one) <= 4 for one in lists) and all(len(one) <= 3 for one in rows))


@given(sections)
def test_of_a_table_the_latest_rows_are_shown(section: SectionPage) -> None:
    shown = [table.rows for table in excerpt(section, BRIEF).section.tables]
    assert [len(rows) for rows in shown] == [
        min(3, len(t.rows)) for t in section.tables if t.rows or t.entries
    ]


@given(sections, st.integers(-3, 20))
def test_every_sentence_that_is_referred_to_is_told(section: SectionPage, page: int) -> None:
    part = excerpt(section, WHOLE, page)
    numbers = {number for entry in part.section.entries for number in entry.phrase.notes}
    assert numbers <= set(part.numbers())
    assert 1 <= part.page <= part.pages
