"""Inserting many rows at once."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from korpu.ledger.rows import Row


def insert_rows(connection: sa.Connection, table: sa.Table, rows: Sequence[Row]) -> None:
    """Insert rows that have the same columns, as `connection.execute(table.insert(), rows)` does, and sooner.

    What SQLAlchemy works out for each value (its parameter, how its type is written) is worked out for each column once.
    """
    if not rows:
        return
    names = list(rows[0])
    statement = table.insert().compile(dialect=connection.dialect, column_keys=names)
    names = statement.positiontup or names
    columns = [_written(table.c[name], [row[name] for row in rows], connection.dialect) for name in names]
    made = zip(*columns, strict=True)
    connection.exec_driver_sql(
        statement.string,
        list(made) if statement.positional else [dict(zip(names, row, strict=True)) for row in made],
    )


def _written(column: sa.Column[object], values: list[object], dialect: sa.Dialect) -> list[object]:
    """The values as the driver takes them: JSON as text, instants as SQLite keeps them."""
    write = column.type.dialect_impl(dialect).bind_processor(dialect)
    if write is None:
        return values
    if all(value is values[0] for value in values):  # all rows of a transaction have one instant
        return [write(values[0])] * len(values)
    return list(map(write, values))
