"""The whole draft with what is proposed put in."""

from hypothesis import given
from hypothesis import strategies as st

from korpu.document import Span
from korpu.render.corrected import correct_draft, corrected
from korpu.render.proposal import Mend
from tests.render.test_verified import DRAFT, held

MENDS = st.lists(
    st.builds(
        lambda start, length, words: Mend(Span(start, start + length), words),
        st.integers(0, 30),
        st.integers(0, 8),
        st.text("İIiı 5\n", max_size=5),
    ),
    max_size=6,
)


def whole(text: str, mends: list[Mend]) -> str:
    return "".join(piece.text for piece in corrected(text, mends))


@given(st.text("İIiı .\n", max_size=30), MENDS)
def test_what_no_mend_covers_is_as_it_was(text: str, mends: list[Mend]) -> None:
    pieces = corrected(text, mends)
    assert "".join(piece.text if piece.was is None else piece.was for piece in pieces) == text
    put = [piece for piece in pieces if piece.was is not None]
    assert {piece.text for piece in put} <= {one.words for one in mends}


@given(st.text("İIiı .\n", max_size=30), MENDS, st.randoms())
def test_the_order_of_mends_changes_nothing(text: str, mends: list[Mend], random: st.randoms) -> None:  # type: ignore[valid-type]
    shuffled = mends[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert whole(text, shuffled) == whole(text, mends)


def test_of_two_mends_of_the_same_words_neither_is_put_in_unless_they_say_the_same() -> None:
    first, other = Mend(Span(0, 4), "1997"), Mend(Span(0, 4), "1998")
    assert whole("1996-cı il", [first, other]) == "1996-cı il"
    assert whole("1996-cı il", [first, first]) == "1997-cı il"


def test_the_draft_keeps_its_paragraphs_and_gets_the_ledgers_date() -> None:
    found = correct_draft(DRAFT.text, held()[0])
    assert found.text == DRAFT.text.replace("1998-ci ildə", "1997-ci ilin martında")
    assert found.put == {1}
