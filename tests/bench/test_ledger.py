"""The figures of ledgers: each database and size has a column of its own in the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import page
from bench.ledger.figures import Measured, with_column, write
from bench.ledger.made import make_readings
from korpu.ledger.adding import check_reading

EMPTY = "| what | bar |\n| --- | --- |"
SMALL = [Measured("claims", 1000), Measured("adding one document", 7.25, "ms", 50)]
LARGE = [
    Measured("claims", 2000),
    Measured("adding one document", 61, "ms", 50),
    Measured("size", 1181.4, "bytes"),
]


def test_each_run_fills_its_own_column_and_leaves_the_others() -> None:
    both = with_column(with_column(EMPTY, "SQLite, small", SMALL), "SQLite, large", LARGE)
    assert page.cells(both) == [
        ["what", "bar", "SQLite, small", "SQLite, large"],
        ["claims", "–", "1,000", "2,000"],
        ["adding one document", "at most 50 ms", "7.25 ms", "**61 ms**"],
        ["size", "–", "–", "1,181 bytes"],
    ]
    again = with_column(both, "SQLite, large", SMALL)
    assert page.cells(again)[1:] == [
        ["claims", "–", "1,000", "1,000"],
        ["adding one document", "at most 50 ms", "7.25 ms", "7.25 ms"],
    ]


def test_the_table_stands_between_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(f"Before\n\n<!-- ledger -->\n{EMPTY}\n<!-- end -->\n\nAfter\n", encoding="utf-8")
    write("SQLite, small", SMALL, path)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("Before\n\n<!-- ledger -->\n| what | bar | SQLite, small |\n")
    assert text.endswith("| 7.25 ms |\n<!-- end -->\n\nAfter\n")
    assert page.read("ledger").startswith("| what | bar |")  # the page of the repository has a place for it


@pytest.mark.parametrize(
    ("figure", "unit", "is_missed"),
    [
        (50, "ms", False),
        (50.1, "ms", True),
        (0.7, "of plain inserts", False),
        (0.69, "of plain inserts", True),
    ],
)
def test_a_bar_is_the_most_of_a_time_and_the_least_of_a_rate(
    figure: float, unit: str, is_missed: bool
) -> None:
    bar = 0.7 if unit == "of plain inserts" else 50
    assert Measured("it", figure, unit, bar).is_missed == is_missed


def test_made_documents_are_fit_to_be_recorded_and_the_same_each_time() -> None:
    made = list(make_readings(100))
    assert made == list(make_readings(100))
    assert len({check_reading(reading) for reading in made}) == len(made)
    assert {claim.kind for reading in made for claim in reading.claims} >= {"visit", "agreement.signed"}
