import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.claims import Bound, Value
from korpu.render.wording import az
from korpu.translations import table


@pytest.mark.parametrize(
    "words, case, expected",
    [
        ("Qazaxıstan", "Gen", "Qazaxıstanın"),
        ("Türkiyə", "Dat", "Türkiyəyə"),
        ("Bakı", "Loc", "Bakıda"),
        ("Peru", "Gen", "Perunun"),
        ("Amerika Birləşmiş Ştatları", "Dat", "Amerika Birləşmiş Ştatlarına"),
        ("Səudiyyə Ərəbistanı", "Loc", "Səudiyyə Ərəbistanında"),
        ("San-Tome və Prinsipi", "Loc", "San-Tome və Prinsipidə"),
        ("BMT", "Gen", "BMT-nin"),
        ("MDB", "Dat", "MDB-yə"),
        ("ATƏT", "Loc", "ATƏT-də"),
        ("SSRİ", "Gen", "SSRİ-nin"),
        ("ABŞ", "Gen", "ABŞ-ın"),
        ("NATO", "Abl", "NATO-dan"),
        ("100", "Abl", "100-dən"),
        ("30", "Loc", "30-da"),
        ("3", "Loc", "3-də"),
        ("140", "Ter", "140-dək"),
        ("300 min", "Ter", "300 minədək"),
        ("11,6", "Abl", "11,6-dan"),
        ("3,20", "Abl", "3,20-dən"),
        ("«Dostluq»", "Gen", "«Dostluq»un"),
    ],
)
def test_decline_spells_names_numbers_and_acronyms(words: str, case: str, expected: str) -> None:
    assert az.decline(words, case) == expected


@pytest.mark.parametrize(
    "words, form, expected",
    [
        ("Qazaxıstan", "loc_ki", "Qazaxıstandakı"),
        ("Türkiyə", "loc_ki", "Türkiyədəki"),
        ("səfirlik", "poss", "səfirliyi"),
        ("baş konsulluq", "poss_gen", "baş konsulluğunun"),
        ("ticarət nümayəndəliyi", "poss_gen", "ticarət nümayəndəliyinin"),
        ("5", "ordinal", "5-ci"),
        ("V", "ordinal", "V"),
        ("Dostluq", "quoted", "«Dostluq»"),
    ],
)
def test_shape_gives_the_forms_that_lines_ask_for(words: str, form: str, expected: str) -> None:
    assert az.shape(words, form) == expected


@pytest.mark.parametrize(
    "when, plain, adverb",
    [
        ("1994-08-30", "30 avqust 1994", "1994-cü il avqustun 30-da"),
        ("2005-03-01", "1 mart 2005", "2005-ci il martın 1-də"),
        ("1994-08", "avqust 1994", "1994-cü ilin avqustunda"),
        ("2000", "2000", "2000-ci ildə"),
        ("2100", "2100", "2100-cü ildə"),
        ("199X", "1990-cı illər", "1990-cı illərdə"),
        ("19XX", "XX əsr", "XX əsrdə"),
        ("2023-21", "2023-cü ilin yazı", "2023-cü ilin yazında"),
        ("2023-24", "2023-cü ilin qışı", "2023-cü ilin qışında"),
        ("2021~", "təxminən 2021", "təxminən 2021-ci ildə"),
        ("2016-03/..", "2016-cı ilin martından", "2016-cı ilin martından"),
        ("2017-03-04/..", "2017-ci il martın 4-dən", "2017-ci il martın 4-dən"),
        ("199X/..", "1990-cı illərdən", "1990-cı illərdən"),
        ("../1992", "1992-ci ilədək", "1992-ci ilədək"),
        ("2023/2027", "2023–2027", "2023–2027-ci illərdə"),
        ("2004-03-23/2004-03-24", "23–24 mart 2004", "2004-cü il martın 23–24-də"),
        ("2023-01/2023-09", "2023-cü ilin yanvar–sentyabr ayları", "2023-cü ilin yanvar–sentyabr aylarında"),
        ("2010/2011-05", "2010-cu ildən 2011-ci ilin mayınadək", "2010-cu ildən 2011-ci ilin mayınadək"),
    ],
)
def test_date_keeps_what_is_imprecise_imprecise(when: str, plain: str, adverb: str) -> None:
    assert (az.date(when), az.date(when, "loc")) == (plain, adverb)


@pytest.mark.parametrize(
    "value, expected",
    [
        (Value("742613400", "USD", "exact"), "742 613 400 ABŞ dolları"),
        (Value("2500000", "EUR", "under"), "2,5 milyon avrodan az"),
        (Value("600000000", "USD", "up_to"), "600 milyon ABŞ dollarınadək"),
        (Value("218340.65", None, "exact"), "218 340,65"),
        (Value("-3.5", "percent", "exact"), "−3,5 faiz"),
        (Value("20", "company", "about", "30"), "təxminən 20–30 şirkət"),
        (Value("400000", "person", "up_to"), "400 000-dək nəfər"),
        (Value("7", "KZT", "over"), "7 Qazaxıstan tengesindən çox"),
    ],
)
def test_amount_is_exact_and_says_its_bound(value: Value, expected: str) -> None:
    assert az.amount(value, table("az")).replace("\u00a0", " ") == expected


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=2), st.sampled_from(["exact", "over", "up_to"])
)
def test_amount_writes_every_digit(number: object, bound: Bound) -> None:
    written = az.amount(Value(f"{number:f}", None, bound), table("az"), scaled=False)
    digits = f"{number:f}".lstrip("-").replace(".", "")
    assert "".join(sign for sign in written if sign.isdigit()) == digits


def test_capitalise_keeps_dotted_and_dotless_i_apart() -> None:
    assert (az.capitalise("ixrac"), az.capitalise("ısıtma")) == ("İxrac", "Isıtma")
