import pytest

from korpu.document import SourceCard
from korpu.findings.qualifiers import counted_by, qualifiers
from korpu.kinds import kinds
from korpu.lexicon import read_table

from .told import told


@pytest.mark.parametrize(
    ("quote", "amount", "senses"),
    [
        ("Qeyri-neft ixracı 26 milyon dollar olub.", "exact 26 USD", {"without_oil"}),
        ("Neft və neft məhsulları ilə birlikdə 79 milyon dollar.", "exact 79 USD", {"oil", "with_others"}),
        ("İxrac 79 milyon dollar olub.", "exact 79 USD", set()),
        ("İdxal lirə ilə 61 faiz artıb.", "exact 61 percent", {"in_lira"}),
        ("İdxal 61 milyon lirə olub.", "exact 61 TRY", set()),
        ("Üçüncü çağırış Milli Məclisdə qrup yaradılıb.", None, {"convocation_3"}),
        ("Birbaşa əlaqələr qurulub.", None, set()),
    ],
)
def test_words_that_make_an_amount_one_of_something_else(quote: str, amount: str | None, senses: set[str]):
    assert qualifiers(told("trade.exports", "2018", amount, quote=quote)) == senses


@pytest.mark.parametrize(
    ("fields", "publisher", "state"),
    [
        ({"speaker": "Uruqvay gömrüyü"}, None, "UY"),
        ({"speaker": "Uruqvay gömrüyü", "reporter": "PE"}, None, "UY"),
        ({"reporter": "PE"}, "Uruqvay Milli Statistika İnstitutu", "PE"),
        ({}, "Uruqvay Milli Statistika İnstitutu", "UY"),
        ({"speaker": "Səfir Ana Soto"}, "Uruqvay Milli Statistika İnstitutu", None),
        ({}, "Lima gömrük xəbərləri", None),
        ({}, "Peru–Uruqvay statistika toplusu", None),
        ({}, "Çili Statistika İdarəsi", None),
        ({}, None, None),
    ],
)
def test_statistics_are_of_the_state_whose_office_tells_them(
    fields: dict[str, str], publisher: str | None, state: str | None
):
    claim = told("trade.turnover", "2018", "exact 5 USD", **fields)
    assert counted_by(claim, kinds()["trade.turnover"], SourceCard(publisher=publisher)) == state


def test_what_has_no_statistics_of_two_sides_is_counted_by_nobody():
    claim = told("company.count", "2018", "exact 5 company", speaker="Uruqvay gömrüyü")
    assert counted_by(claim, kinds()["company.count"], None) is None


def test_beginnings_are_folded_and_each_stands_once():
    rows = read_table("findings", "qualifiers")
    beginnings = [row["beginning"] for row in rows]
    assert len(set(beginnings)) == len(beginnings)
    assert all(one.isascii() and one == one.lower() for one in beginnings)
    assert {row["of"] for row in rows} <= {"", "percent", "date", "holder"}
