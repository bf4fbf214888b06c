"""Text cut at spans."""

from hypothesis import given
from hypothesis import strategies as st

from korpu.document import Span
from korpu.web.document.pieces import cut

PLACES = st.integers(0, 12)
SPANS = st.dictionaries(
    st.text("abcd", min_size=1, max_size=2), st.tuples(PLACES, PLACES).map(lambda two: Span(*sorted(two)))
)


@given(st.text("İıiI 𝔎.", max_size=12), SPANS)
def test_the_pieces_joined_are_the_text_and_know_what_lies_over_them(
    text: str, spans: dict[str, Span]
) -> None:
    pieces = cut(Span(0, len(text)), spans)
    assert "".join(text[piece.start : piece.end] for piece in pieces) == text
    for piece in pieces:
        assert piece.start < piece.end
        for place in range(piece.start, piece.end):
            assert set(piece.over) == {k for k, s in spans.items() if s.start <= place < s.end}


@given(SPANS, PLACES, PLACES)
def test_each_span_ends_once_and_inner_ones_before_outer_ones(
    spans: dict[str, Span], first: int, last: int
) -> None:
    within = Span(*sorted((first, last)))
    ended = [key for piece in cut(within, spans) for key in piece.ends]
    inside = {k for k, s in spans.items() if within.start < s.end <= within.end and s.start < s.end}
    assert set(ended) == inside
    assert len(ended) == len(inside)


def test_nested_spans_are_told_the_longest_first() -> None:
    pieces = cut(Span(0, 10), {"inner": Span(3, 5), "outer": Span(0, 5)})
    assert [(piece.over, piece.ends) for piece in pieces] == [
        (("outer",), ()),
        (("outer", "inner"), ("inner", "outer")),
        ((), ()),
    ]
