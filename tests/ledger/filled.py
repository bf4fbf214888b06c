"""Ledgers with something of everything in them, all that they hold, and changing them behind their back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import sqlalchemy as sa

from korpu.coverage import Coverage
from korpu.ledger.keeping import checking
from korpu.ledger.opening import open_database
from korpu.ledger.schema import METADATA
from korpu.ledger.search_index import search_index
from korpu.ledger.store import open_ledger
from tests.ledger.conftest import NOON
from tests.samples import make_document, opened, turnover

Address = str | Path


def fill(address: Address, documents: int = 3) -> None:
    """Make a ledger with documents, editions, withdrawals and restorations, each an hour after the last."""
    instants = (NOON + dt.timedelta(hours=hour) for hour in range(1000))
    with open_ledger(address, clock=lambda: next(instants), reader="test", author="Sınaq") as ledger:
        for number in range(documents):
            document = make_document(f"Sənəd {number}. {make_document().text}", title="Ə", published="2021")
            claims = [opened(document), turnover(document), opened(document, speaker="Petar İliç")]
            ledger.add(document, claims, Coverage(2, 1, 0), source="xəbər")
        ledger.withdraw(claims[0].id, "səhv")
        ledger.withdraw(document.id, "təkrar")
        ledger.restore(document.id)


def dump(address: Address) -> dict[str, list[str]]:
    """All rows of a ledger, and what its documents are found by."""
    with open_database(address) as database, database.reading() as connection:
        rows = {
            name: sorted(map(repr, connection.execute(sa.select(table))))
            for name, table in METADATA.tables.items()
        }
        return rows | {"search": sorted(map(repr, search_index(connection).signatures(connection)))}


def wrong(address: Address) -> list[tuple[str, str | None]]:
    with checking(address) as check:
        return [(problem.where, problem.subject) for problem in check.problems()]


def execute(address: Address, statement: str, **values: object) -> None:
    """Change a ledger as no one may, without the checks of the database."""
    with open_database(address) as database, database.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.exec_driver_sql("BEGIN")
        else:
            connection.exec_driver_sql("SET session_replication_role = replica")
        connection.execute(sa.text(statement), values)
        connection.commit()


def judge_and_read_again(address: Address) -> None:
    """Let people judge names of a ledger, and a newer reader read a document."""
    later = NOON + dt.timedelta(days=100)
    with open_ledger(address, clock=lambda: later, reader="newer", author="Başqası") as ledger:
        roles = {"sender": "NO", "host": "CL", "mission": "embassy", "office": "ambassador"}
        for number, person in enumerate(("Erik Solhaug", "Ane Brekke")):
            document = make_document(
                f"{make_document().text} Səfir {number}.", url=f"https://example.org/{number}"
            )
            head = opened(document, kind="mission.head", roles=roles | {"person": person}, when="2010")
            ledger.add(document, [head])
        merged = ledger.merge(*(one.id for one in ledger.entities(("NO", "CL"), "person").entities), "odur")
        ledger.split(merged.id, (), "o deyil")
        ledger.reread(document, [turnover(document)], Coverage(1, 2, 3))


def correct_and_decide(address: Address) -> None:
    """Let people correct a claim of a ledger, make one, accept one, and decide and undo what they decided."""
    later = NOON + dt.timedelta(days=200)
    with open_ledger(address, clock=lambda: later, author="Üçüncü") as ledger:
        first, second = (make_document(f"{make_document().text} Mübahisə {number}.") for number in (1, 2))
        ledger.add(first, [opened(first, when="1998")])
        ledger.add(second, [opened(second, when="1999")])
        corrected = ledger.assert_claim(
            opened(first, when="2001"), "il başqadır", opened(first, when="1998").id
        )
        made = ledger.assert_claim(turnover(second), "oxuyan görməyib")
        ledger.accept(made, "mətndə belədir")
        ledger.unaccept(made)
        ids = [corrected, opened(second, when="1999").id]
        ledger.decide(ids, "rəsmi mənbə", prefer=corrected)
        ledger.undecide(ledger.decide(ids, "hər ikisi").number, "yox")
