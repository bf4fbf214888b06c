import tomllib
from pathlib import Path

import pytest

from bench import dates, forms, rows
from bench.rows import Outcome
from korpu.edtf import is_edtf

CASES = {"Nom", "Gen", "Dat", "Acc", "Loc", "Abl", "Ins", "Ter"}


def test_floors_are_of_classes_that_are_measured() -> None:
    floors = tomllib.loads(rows.FLOORS.read_text(encoding="utf-8"))
    assert floors["forms"].keys() >= {row["sort"] for row in rows.read_rows("forms")}
    assert floors["dates"].keys() >= {row["pattern"] for row in rows.read_rows("dates")}


def test_each_word_stands_where_its_row_says() -> None:
    for row in rows.read_rows("forms"):
        start = int(row["start"])
        assert row["text"][start : start + len(row["word"])] == row["word"]
        assert row["case"] in CASES
        assert row["form"]


def test_each_expected_date_is_a_date_with_its_origin() -> None:
    for row in rows.read_rows("dates"):
        for one in filter(None, row["dates"].split("; ")):
            edtf, when_from = one.split(" ")
            assert is_edtf(edtf), row
            assert when_from in {"stated", "document", "published", "assumed"}
        assert (row["pattern"] != "none") or not row["dates"]


@pytest.mark.parametrize(
    ("expected", "found", "right"),
    [
        (["2004", "2005"], ["2004", "2005"], [True, True]),
        (["2004", "2005"], ["2005"], [False, True]),
        (["2004"], ["2004", "2005"], [True, False]),
        ([], [], [True]),
        ([], ["2004"], [False]),
    ],
)
def test_dates_count_one_by_one(expected: list[str], found: list[str], right: list[bool]) -> None:
    def stated(edtfs: list[str]) -> list[tuple[str, str]]:
        return [(edtf, "stated") for edtf in edtfs]

    outcomes = dates._compare({"pattern": "year", "text": ""}, stated(expected), stated(found))
    assert [outcome.right for outcome in outcomes if outcome.sort == "year"] == right


def test_a_noun_is_compared_by_its_last_word_and_a_name_as_a_whole() -> None:
    assert forms._is_form({"sort": "noun", "form": "nazir|xarici işlər naziri"}, "Xarici işlər naziri")
    assert not forms._is_form({"sort": "person", "form": "Anar Nurlu"}, "Nurlu")


def test_a_sunk_class_ends_with_status_1_and_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text('[forms]\n"all" = 1.000\n', encoding="utf-8")
    monkeypatch.setattr(rows, "FLOORS", floors)
    outcomes = [Outcome("place", True, ""), Outcome("place", False, "Bakı: Bakı Dat")]
    assert rows.run("forms", lambda: outcomes, "", ["--errors", "--raise"]) == 1
    printed = capsys.readouterr()
    assert "Bakı: Bakı Dat" in printed.out
    assert "forms: all is 0.500, under its floor of 1.000." in printed.err
    assert '"place" = 0.500' in floors.read_text(encoding="utf-8")
