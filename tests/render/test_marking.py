import pytest

from korpu.document import Span
from korpu.render.marking import mark, number_spans

SENTENCE = "Maltanın Kiprdəki səfirliyi açılıb."


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], SENTENCE),
        ([(28, 34)], "Maltanın Kiprdəki səfirliyi [açılıb]¹."),
        ([(28, 34), (0, 27)], "[Maltanın Kiprdəki səfirliyi]¹ [açılıb]²."),
        ([(0, 27), (0, 8)], "[[Maltanın]² Kiprdəki səfirliyi]¹ açılıb."),
        ([(0, 27), (18, 27)], "[Maltanın Kiprdəki [səfirliyi]²]¹ açılıb."),
        ([(0, 17), (9, 27)], "[Maltanın [Kiprdəki]¹ səfirliyi]² açılıb."),
        ([(0, 35), (90, 99), (5, 5)], "[Maltanın Kiprdəki səfirliyi açılıb.]¹"),
    ],
)
def test_words_are_bracketed_and_numbered_in_the_order_of_the_text(
    spans: list[tuple[int, int]], expected: str
) -> None:
    numbers = number_spans([Span(100 + a, 100 + b) for a, b in spans], Span(100, 135))
    assert mark(SENTENCE, 100, numbers, {}, plain=True).plain == expected


def test_in_colour_there_are_numbers_and_no_brackets() -> None:
    numbers = number_spans([Span(28, 34)], Span(0, 35))
    text = mark(SENTENCE, 0, numbers, {Span(28, 34): "bold"}, plain=False)
    assert text.plain == "Maltanın Kiprdəki səfirliyi açılıb¹."
    assert {(span.start, span.end, str(span.style)) for span in text.spans} == {
        (28, 34, "bold"),
        (34, 35, "bold"),
    }
