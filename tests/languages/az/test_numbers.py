"""Amounts, as rows: what the text says, and the amount, unit and bound it gives."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.languages.az.numbers import Amount, find_amounts, parse_cell
from korpu.languages.az.orthography import fold


def amounts(text: str) -> list[Amount]:
    return find_amounts(text, fold(text))


Row = tuple[str, str, str | None, str]

PLAIN: list[Row] = [
    ("7 saziş imzalanıb", "7", "document", "exact"),
    ("41 saziş", "41", "document", "exact"),
    ("12 müqavilə", "12", "document", "exact"),
    ("8 nümayəndəlik", "8", "mission", "exact"),
    ("52 səfirlik", "52", "mission", "exact"),
    ("310 nəfər", "310", "person", "exact"),
    ("310 nəfərdir", "310", "person", "exact"),
    ("46 firma", "46", "company", "exact"),
    ("46 çex firması işləyir", "46", "company", "exact"),
    ("46 fəal çex şirkəti", "46", "company", "exact"),
    ("16 ikitərəfli sənəd", "16", "document", "exact"),
    ("sayı 73-dür", "73", None, "exact"),
    ("1 274 nəfər", "1274", "person", "exact"),
    ("1\u00a0274 nəfər", "1274", "person", "exact"),
    ("1\u2009274\u2009311 nəfər", "1274311", "person", "exact"),
    ("1\u202f274 nəfər", "1274", "person", "exact"),
    ("18.455 nəfər", "18455", "person", "exact"),
    ("18,455 nəfər", "18455", "person", "exact"),
    ("1.274.311 nəfər", "1274311", "person", "exact"),
    ("2,5 faiz", "2.5", "percent", "exact"),
    ("2.5 faiz", "2.5", "percent", "exact"),
    ("2,45 faiz", "2.45", "percent", "exact"),
    ("8 317,25", "8317.25", None, "exact"),
    ("8,317.25", "8317.25", None, "exact"),
    ("8.317,25", "8317.25", None, "exact"),
    ("2000 nəfər", "2000", "person", "exact"),
    ("1945 sənəd", "1945", "document", "exact"),
    ("17%", "17", "percent", "exact"),
    ("17 %", "17", "percent", "exact"),
    ("17 faizdir", "17", "percent", "exact"),
    ("-4,2% azalıb", "-4.2", "percent", "exact"),
    ("−4,2 faiz", "-4.2", "percent", "exact"),
    ("mənfi 4 faiz", "-4", "percent", "exact"),
    ("+4 faiz", "4", "percent", "exact"),
]

SCALED: list[Row] = [
    ("3 min nəfər", "3000", "person", "exact"),
    ("3 milyon manat", "3000000", "AZN", "exact"),
    ("3 mln. manat", "3000000", "AZN", "exact"),
    ("3 mln manat", "3000000", "AZN", "exact"),
    ("2 mlrd. dollar", "2000000000", "USD", "exact"),
    ("2 mlrd dollar", "2000000000", "USD", "exact"),
    ("2 milyard ABŞ dolları", "2000000000", "USD", "exact"),
    ("1,7 milyard avro", "1700000000", "EUR", "exact"),
    ("1.7 milyard avro", "1700000000", "EUR", "exact"),
    ("0,431 mlrd doll.", "431000000", "USD", "exact"),
    ("1,431 mlrd dollar", "1431000000", "USD", "exact"),
    ("1 trilyon dollar", "1000000000000", "USD", "exact"),
    ("1 milyard 300 milyon dollar", "1300000000", "USD", "exact"),
    ("17 milyard 204,6 milyon dollar", "17204600000", "USD", "exact"),
    ("6 milyon 250 min manat", "6250000", "AZN", "exact"),
    ("6 min 250 nəfər", "6250", "person", "exact"),
    ("1 milyard 20 milyon 300 min rubl", "1020300000", "RUB", "exact"),
    ("5 milyon yarım nəfər", "5500000", "person", "exact"),
    ("714 332,8 min dollar", "714332800", "USD", "exact"),
    ("150 min dollar", "150000", "USD", "exact"),
    ("4 milyon dollarlıq mal", "4000000", "USD", "exact"),
    ("4 milyonluq idxal", "4000000", None, "exact"),
    ("62 mln $", "62000000", "USD", "exact"),
    ("$62 mln", "62000000", "USD", "exact"),
    ("$ 62 mln", "62000000", "USD", "exact"),
    ("€40", "40", "EUR", "exact"),
    ("£3 mlrd", "3000000000", "GBP", "exact"),
    ("62 mln €", "62000000", "EUR", "exact"),
    ("62 mln USD", "62000000", "USD", "exact"),
    ("USD 62 mln", "62000000", "USD", "exact"),
    ("90 milyon tenge", "90000000", "KZT", "exact"),
    ("90 milyon türk lirəsi", "90000000", "TRY", "exact"),
    ("90 milyon lirə", "90000000", "TRY", "exact"),
    ("90 milyon lari", "90000000", "GEL", "exact"),
    ("90 milyon yuan", "90000000", "CNY", "exact"),
    ("90 milyon funt sterlinq", "90000000", "GBP", "exact"),
    ("90 milyon yen", "90000000", "JPY", "exact"),
    ("90 milyon Kanada dolları", "90000000", "CAD", "exact"),
    ("90 milyon İsveçrə frankı", "90000000", "CHF", "exact"),
    ("MİLYON DOLLAR: 5 MİLYON DOLLAR", "5000000", "USD", "exact"),
]

WORDS: list[Row] = [
    ("iki saziş", "2", "document", "exact"),
    ("on iki saziş", "12", "document", "exact"),
    ("yüz saziş", "100", "document", "exact"),
    ("iki yüz əlli saziş", "250", "document", "exact"),
    ("dörd yüz min nəfər", "400000", "person", "exact"),
    ("yüz iyirmi beş min nəfər", "125000", "person", "exact"),
    ("bir milyon nəfər", "1000000", "person", "exact"),
    ("bir milyard iki yüz milyon dollar", "1200000000", "USD", "exact"),
    ("yarım milyon manat", "500000", "AZN", "exact"),
    ("yarım milyard dollar", "500000000", "USD", "exact"),
    ("min nəfər", "1000", "person", "exact"),
    ("min ailə", "1000", None, "exact"),
    ("İyirmi səkkiz şirkət", "28", "company", "exact"),
    ("doxsan doqquz faiz", "99", "percent", "exact"),
    ("minlərlə azərbaycanlı", "1000", "person", "over"),
    ("minlərlə koreyalı", "1000", "person", "over"),
    ("on minlərlə insan", "10000", "person", "over"),
    ("yüz minlərlə nəfər", "100000", "person", "over"),
    ("milyonlarla insan", "1000000", "person", "over"),
]

BOUNDED: list[Row] = [
    ("40-dan çox sənəd", "40", "document", "over"),
    ("40-dan artıq sənəd", "40", "document", "over"),
    ("40-dan yuxarı sənəd", "40", "document", "over"),
    ("40-dan da çox sənəd", "40", "document", "over"),
    ("40-dan bir qədər çox sənəd", "40", "document", "over"),
    ("40 sənəddən çox", "40", "document", "over"),
    ("40-dan az olmayan şirkət", "40", "company", "over"),
    ("azı 40 sənəd", "40", "document", "over"),
    ("ən azı 40 sənəd", "40", "document", "over"),
    ("40 milyon dollardan çox olub", "40000000", "USD", "over"),
    ("40 milyon dollardan çoxdur", "40000000", "USD", "over"),
    ("40 milyondan çox dollar", "40000000", "USD", "over"),
    ("40 milyon dolları keçib", "40000000", "USD", "over"),
    ("40 milyon dolları ötmüşdür", "40000000", "USD", "over"),
    ("40 milyon ABŞ dollarını aşıb", "40000000", "USD", "over"),
    ("40 milyon dolların üstündədir", "40000000", "USD", "over"),
    ("40-ı ötüb", "40", None, "over"),
    ("40 mindən artıqdır", "40000", None, "over"),
    ("40-dan az sənəd", "40", "document", "under"),
    ("40 milyon dollardan azdır", "40000000", "USD", "under"),
    ("40 milyon dollara çatmır", "40000000", "USD", "under"),
    ("40 min nəfərə çatmayıb", "40000", "person", "under"),
    ("40-a qədər sənəd", "40", "document", "up_to"),
    ("40-a yaxın sənəd", "40", "document", "up_to"),
    ("40-dək sənəd", "40", "document", "up_to"),
    ("40-dək ikitərəfli sənəd", "40", "document", "up_to"),
    ("40 minədək nəfər", "40000", "person", "up_to"),
    ("40 min nəfərədək", "40000", "person", "up_to"),
    ("dörd yüz minə qədər azərbaycanlı", "400000", "person", "up_to"),
    ("40 minə yaxındır", "40000", None, "up_to"),
    ("40 milyon dollara yaxın", "40000000", "USD", "up_to"),
    ("40 milyard dollara yaxınlaşıb", "40000000000", "USD", "up_to"),
    ("təxminən 40 milyona yaxın dollar", "40000000", "USD", "up_to"),
    ("təxminən 40 sənəd", "40", "document", "about"),
    ("təqribən 40 milyon manat", "40000000", "AZN", "about"),
    ("40 milyon dollar civarında", "40000000", "USD", "about"),
    ("40 milyon dollar ətrafındadır", "40000000", "USD", "about"),
    ("təqribən $40 mln", "40000000", "USD", "about"),
    ("40 milyon dollara çatıb", "40000000", "USD", "exact"),
    ("40 milyon dollar təşkil edib", "40000000", "USD", "exact"),
    ("40 milyon dollar həcmində", "40000000", "USD", "exact"),
    ("40-den chox", "40", None, "exact"),
    ("40-den cox sened", "40", "document", "over"),
    ("6 muessise", "6", "company", "exact"),
]


@pytest.mark.parametrize(("text", "amount", "unit", "bound"), PLAIN + SCALED + WORDS + BOUNDED)
def test_an_amount_gives_its_number_unit_and_bound(
    text: str, amount: str, unit: str | None, bound: str
) -> None:
    found = amounts(text)[-1]
    assert (found.amount, found.unit, found.bound) == (amount, unit, bound)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("15-18 şirkət", "15", "18", "company"),
        ("15 – 18 şirkət", "15", "18", "company"),
        ("15-dən 18-dək şirkət", "15", "18", "company"),
        ("15-dən 18-ə qədər şirkət", "15", "18", "company"),
        ("3-4 milyon dollar", "3000000", "4000000", "USD"),
        ("3,5-4 milyon dollar", "3500000", "4000000", "USD"),
        ("200 min - 250 min nəfər", "200000", "250000", "person"),
        ("800 min – 1 milyon manat", "800000", "1000000", "AZN"),
    ],
)
def test_a_range_has_both_ends(text: str, low: str, high: str, unit: str) -> None:
    [found] = amounts(text)
    assert (found.amount, found.to, found.unit, found.bound) == (low, high, unit, "exact")


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("85 milyon dollara çatıb", "dative"),
        ("85 milyondan 90 milyona", "ablative"),
        ("85 milyonadək artıb", "terminative"),
        ("85 milyon dolları keçib", "accusative"),
        ("85 milyon dollarda qalıb", "locative"),
        ("85 milyon dolların üstündə", "genitive"),
        ("85 milyon ABŞ dolları", None),
        ("85 çex şirkəti", None),
        ("85 faizi", "accusative"),
        ("85 milyon dollarlıq", None),
        ("85 milyon dollardır", None),
    ],
)
def test_an_amount_gives_its_case(text: str, case: str | None) -> None:
    assert amounts(text)[0].case == case


def test_a_reached_level_keeps_the_suffix_for_the_caller_to_judge() -> None:
    [found] = amounts("85 milyonadək artıb")
    assert (found.bound, found.suffix, found.noun) == ("up_to", "adək", "artib")


@pytest.mark.parametrize("text", ["4 milyon dollarlıq", "4 milyonluq", "100 min nəfərlik", "150 min avroluq"])
def test_an_amount_may_be_an_adjective(text: str) -> None:
    assert amounts(text)[0].adjective


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("9 ton dərman", "ton dərman"),
        ("3 dəfə artıb", "dəfə artib"),
        ("60 xilasedici göndərib", "xilasedici göndərib"),
    ],
)
def test_what_has_no_unit_gives_the_words_that_follow(text: str, noun: str) -> None:
    [found] = amounts(text)
    assert (found.unit, found.noun) == (None, noun)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Burada təxminən 40 milyon dollar var.", "təxminən 40 milyon dollar"),
        ("Burada 40-a yaxın çex şirkəti var.", "40-a yaxın çex şirkəti"),
        ("Burada $40 mln var.", "$40 mln"),
        ("Cəmi 40 milyon dolları keçib.", "40 milyon dolları keçib"),
    ],
)
def test_the_span_holds_the_whole_phrase(text: str, phrase: str) -> None:
    [found] = amounts(text)
    assert text[found.start : found.end] == phrase
    assert text[found.number_start : found.number_end] == "40"


@pytest.mark.parametrize(
    "text",
    [
        "onlarla tələbə",
        "bir neçə sənəd",
        "bir sıra sənəd",
        "bir sənəd",
        "hər iki ölkə",
        "minlərlə sənəd",
        "12-ci iclas",
        "12 -ci iclas",
        "33cü iclas",
        "2009-cu ildə",
        "1999–2003-cü illərdə",
        "14 iyun 1994-cü ildə",
        "14-15 iyunda",
        "mayın 5-də",
        "may ayının 5-də",
        "2021-də",
        "(2021)",
        "14.06.1994",
        "14:30",
        "COVID19",
        "",
    ],
)
def test_what_is_no_amount_gives_none(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize("text", ["iki ölkə arasında sənəd imzalanıb", "iki dövlət arasında 3 il sənəd"])
def test_a_noun_of_another_phrase_is_not_counted(text: str) -> None:
    assert amounts(text)[0].unit is None


CELLS: list[tuple[str, str | None, str | None]] = [
    ("25 817,40", "25817.40", None),
    ("25 817,00", "25817.00", None),
    ("25 817,4[9]", "25817.4", None),
    ("25 817,4¹", "25817.4", None),
    ("1 322", "1322", None),
    ("446", "446", None),
    ("0,431 mlrd doll. (2019)", "431000000", "USD"),
    ("28,4 mlrd $", "28400000000", "USD"),
    ("12,5 %", "12.5", "percent"),
    ("-12,5%", "-12.5", "percent"),
    ("-12,5", "-12.5", None),
    ("−12,5", "-12.5", None),
    ("~ 300", "300", None),
    ("17 sənəd", "17", "document"),
    ("2019", "2019", None),
    ("—", None, None),
    ("…", None, None),
    ("-", None, None),
    ("", None, None),
    ("Roma, Via Po, 4", None, None),
    ("446 km", None, None),
    ("12 may 2019", None, None),
]


@pytest.mark.parametrize(("cell", "amount", "unit"), CELLS)
def test_a_cell_is_an_amount_as_written_or_none(cell: str, amount: str | None, unit: str | None) -> None:
    found = parse_cell(cell)
    assert (found and found.amount, found and found.unit) == (amount, unit)


PIECES = st.sampled_from(
    ["1", "200", "1 200", "3,5", "12.500", "min", "milyon", "mlrd.", "dollar", "-dan", "çox", "-dək", "üç", "yüz", "yarım", "bir",
     "təxminən", "$", "%", "faizi", "-", "–", "nəfər", "şirkəti", "qədər", "a", "-a", "ci", "minlərlə", "insan", "İ", "ı", "(", ")", "2021"]
)  # fmt: skip


@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(PIECES, max_size=12).map(" ".join),
        st.lists(PIECES, max_size=8).map("".join),
    )
)
def test_reading_any_text_raises_nothing_and_gives_plain_decimals(text: str) -> None:
    for found in [*amounts(text), *filter(None, [parse_cell(text)])]:
        assert 0 <= found.start <= found.number_start < found.number_end <= found.end <= len(text)
        for number in filter(None, (found.amount, found.to)):
            assert "E" not in number
            assert Decimal(number).is_finite()


@given(st.integers(1, 999_999_999))
def test_grouped_digits_survive_reading(number: int) -> None:
    written = f"{number:,}".replace(",", " ")
    assert [found.amount for found in amounts(f"cəmi {written} nəfər")] == [str(number)]
