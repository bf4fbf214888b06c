"""The table of accounts, and how a file gets it, step by step. A step once released never changes."""

from __future__ import annotations

import sqlalchemy as sa

APPLICATION_ID = 0x4B6F7255
"""«KorU» in ASCII, in the file's header: the file is one of Körpü's users. A ledger has another."""

METADATA = sa.MetaData()

ACCOUNT = sa.Table(
    "account",
    METADATA,
    sa.Column("key", sa.Text, primary_key=True),  # what names are compared by
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    sa.Column("made_at", sa.Text, nullable=False),  # ISO 8601, UTC
    sa.Column("is_active", sa.Boolean, nullable=False),
    sa.Column("epoch", sa.Integer, nullable=False),
)

STEPS = (
    """
    CREATE TABLE account (
        "key" TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('reader', 'editor', 'administrator')),
        hash TEXT NOT NULL,
        made_at TEXT NOT NULL,
        is_active BOOLEAN NOT NULL,
        epoch INTEGER NOT NULL
    )
    """,
)
"""What is executed to get from each number of the schema to the next; `PRAGMA user_version` has the number."""


def bring_up_to_date(connection: sa.Connection) -> None:
    """Execute the steps that the file has not had, and mark it. Nothing is committed here."""
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    for step in STEPS[version:]:
        connection.exec_driver_sql(step)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {len(STEPS)}")
