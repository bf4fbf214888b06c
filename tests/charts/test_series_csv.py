import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.charts.series import series_of
from korpu.charts.series_csv import COLUMNS, harmless, to_csv
from korpu.render.wording.words import wording
from tests.dossier import example

SAY = wording("en")


def rows() -> list[dict[str, str]]:
    text = to_csv(series_of(example.dossier(), SAY), example.dossier(), SAY)
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_each_claim_with_an_amount_has_a_row_with_its_own_amount_source_and_sentence() -> None:
    claims = {claim.id: claim for claim in example.claims()}
    found = rows()
    assert tuple(found[0]) == COLUMNS
    assert len({row["claim id"] for row in found}) == len(found)
    for row in found:
        claim = claims[row["claim id"]]
        assert row["document id"] == claim.document
        assert row["quote"] == " ".join(claim.quote.split())
        assert row["period"] == (claim.when or "")


def test_amounts_keep_every_digit_in_the_unit_that_was_worked_out() -> None:
    (row,) = [row for row in rows() if row["series"] == "Turnover" and row["period"] == "2019"]
    assert (row["amount"], row["unit"], row["bound"], row["status"]) == ("1514750", "USD", "exact", "single")


def test_targets_stand_beside_facts_with_their_stance_and_outcome() -> None:
    found = {(row["period"], row["amount"]): row for row in rows() if row["series"] == "Turnover"}
    assert (found["2023", "5000000"]["stance"], found["2023", "5000000"]["status"]) == ("target", "met")


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+994 12", "'+994 12"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3", "'-2+3"),
        (" =1", "' =1"),
        ("\t=1", "'\t=1"),
        ("-3.5", "-3.5"),
        ("+7", "+7"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_no_cell_is_taken_for_a_formula(cell: str, written: str) -> None:
    assert harmless(cell) == written


@given(st.text(alphabet="=+-@ \t\r1a.'", max_size=6))
def test_a_cell_is_a_number_or_begins_with_nothing_that_spreadsheets_run(cell: str) -> None:
    written = harmless(cell)
    assert written in (cell, "'" + cell)
    if written.lstrip()[:1] in ("=", "+", "-", "@"):
        float(written)
