import pytest

from korpu.claims import Value
from korpu.render.wording import en
from korpu.translations import table


@pytest.mark.parametrize(
    "when, plain, adverb",
    [
        ("1994-08-30", "30 August 1994", "on 30 August 1994"),
        ("1994-08", "August 1994", "in August 1994"),
        ("199X", "1990s", "in the 1990s"),
        ("19XX", "20th century", "in the 20th century"),
        ("2023-23", "autumn 2023", "in autumn 2023"),
        ("2021~", "about 2021", "in about 2021"),
        ("2016-03/..", "since March 2016", "since March 2016"),
        ("199X/..", "since the 1990s", "since the 1990s"),
        ("../1992", "until 1992", "by 1992"),
        ("2023/2027", "2023–2027", "in 2023–2027"),
        ("2004-03-23/2004-03-24", "23–24 March 2004", "on 23–24 March 2004"),
        ("2023-01/2023-09", "January–September 2023", "in January–September 2023"),
        ("2010/2011-05", "from 2010 to May 2011", "from 2010 to May 2011"),
    ],
)
def test_date_keeps_what_is_imprecise_imprecise(when: str, plain: str, adverb: str) -> None:
    assert (en.date(when), en.date(when, "in")) == (plain, adverb)


@pytest.mark.parametrize(
    "value, expected",
    [
        (Value("742613400", "USD", "exact"), "742,613,400 US dollars"),
        (Value("1500000000", "USD", "over"), "over 1.5 billion US dollars"),
        (Value("1", "document", "exact"), "1 document"),
        (Value("20", "company", "up_to", "30"), "up to 20–30 companies"),
        (Value("218340.65", None, "exact"), "218,340.65"),
    ],
)
def test_amount_is_exact_and_says_its_bound(value: Value, expected: str) -> None:
    assert en.amount(value, table("en")) == expected


@pytest.mark.parametrize(
    "words, form, expected",
    [
        ("United States", "poss", "the United States’"),
        ("Peru", "the", "Peru"),
        ("official visit", "a", "an official visit"),
        ("3", "ordinal", "3rd"),
    ],
)
def test_shape_gives_the_forms_that_lines_ask_for(words: str, form: str, expected: str) -> None:
    assert en.shape(words, form) == expected
