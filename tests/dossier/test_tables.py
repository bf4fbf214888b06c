from korpu.dossier.tree import Line, Table
from tests.dossier import example


def trade() -> Table:
    (table,) = next(part for part in example.dossier().sections if part.name == "trade").tables
    return table


def cell(when: str, kind: str) -> Line | None:
    table = trade()
    row = next(row for row in table.rows if row.when == when)
    return row.cells[[column.kind for column in table.columns].index(kind)]


def test_columns_are_exports_imports_turnover_and_growth() -> None:
    assert [column.kind for column in trade().columns] == [
        "trade.exports", "trade.imports", "trade.turnover", "trade.growth",
    ]  # fmt: skip
    assert trade().columns[0].roles == {"reporter": "AZ"}


def test_rows_are_the_periods_in_their_order() -> None:
    assert [row.when for row in trade().rows] == ["2019", "2020", "2021", "2022", "2023"]


def test_a_figure_without_a_unit_gets_the_one_that_was_worked_out() -> None:
    found = cell("2019", "trade.turnover")
    assert found and found.statement.value
    assert (found.statement.value.amount, found.statement.value.unit) == ("1514750", "USD")
    assert found.statement.unit_inferred and trade().unit_inferred
    assert trade().unit == "USD"


def test_a_figure_with_its_unit_is_not_marked() -> None:
    found = cell("2022", "trade.turnover")
    assert found and not found.statement.unit_inferred


def test_a_cell_in_dispute_has_the_exact_figure_first_and_the_other_beside_it() -> None:
    found = cell("2021", "trade.turnover")
    assert found and found.statement.value and found.statement.value.amount == "2929750"
    assert [rival.statement.value.amount for rival in found.rivals if rival.statement.value] == [
        "7000000", "2930000",
    ]  # fmt: skip
    assert [rival.relation for rival in found.rivals] == ["contradicts", "refines"]


def test_a_period_of_which_nothing_is_known_leaves_an_empty_cell() -> None:
    assert cell("2023", "trade.exports") is None


def test_targets_stand_in_no_table() -> None:
    section = next(part for part in example.dossier().sections if part.name == "trade")
    assert {line.statement.stance for line in section.lines} == {"target"}
