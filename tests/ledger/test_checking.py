"""Checking: whatever is changed in a ledger behind its back is found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from korpu.ledger.errors import Damaged, LedgerTooNew
from korpu.ledger.keeping import checking, reindex
from korpu.ledger.schema import METADATA
from korpu.ledger.store import open_ledger
from tests.ledger.filled import correct_and_decide, dump, execute, fill, judge_and_read_again, wrong


def test_a_ledger_that_is_whole_passes_the_check(address: str) -> None:
    fill(address)
    with checking(address) as check:
        assert list(check.problems()) == []
        assert (check.documents, check.claims) == (3, 9)


def test_an_empty_ledger_passes_the_check(address: str) -> None:
    with open_ledger(address):
        pass
    assert wrong(address) == []


BREAKS = [
    ("UPDATE document SET text = replace(text, 'açılıb', 'acılıb')", "document"),
    ("UPDATE document SET length = length + 1", "document"),
    ("UPDATE document SET recorded_at = '2024-05-03 08:00:01.000000'", "document"),
    ("DELETE FROM document", "claim"),
    ("UPDATE claim SET kind = 'visit'", "claim"),
    ('UPDATE claim SET "end" = 100000', "claim"),
    ("UPDATE claim SET start = start + 1", "claim"),
    ('UPDATE claim SET parties = \'["CL", "PE"]\'', "claim"),
    ("UPDATE claim SET roles = '{\"sender\": 1}'", "claim"),
    ("UPDATE claim SET trace = '{}' WHERE trace IS NOT NULL", "claim"),
    ("UPDATE claim SET when_from = 'guessed'", "claim"),
    ("UPDATE claim SET value_amount = '1'", "claim"),
    ("UPDATE claim SET speaker = 'Başqası'", "claim"),
    ("DELETE FROM claim", "change"),
    ("DELETE FROM claim_party WHERE party = 'NO'", "claim_party"),
    ("UPDATE claim_pair SET first_day = '1998-01-01'", "claim_pair"),
    ("UPDATE claim_pair SET pair = 'CL PE'", "claim_pair"),
    ("DELETE FROM change WHERE action = 'add'", "document"),
    ("UPDATE change SET subject = 'ffff' WHERE action = 'restore'", "change"),
    ("UPDATE change SET action = 'adb' WHERE action = 'edition'", "change"),
    ("DELETE FROM change WHERE number = 3", "change"),
    ("DELETE FROM change WHERE number = 1", "change"),
    ("DELETE FROM coverage", "document"),
    ("DELETE FROM migration WHERE number = 2", "migration"),
    ("UPDATE edition SET number = 0 WHERE number = 1", "edition"),
    ("DELETE FROM entity_name", "entity_name"),
    ("UPDATE change SET of_change = 99 WHERE of_change IS NOT NULL", "change"),
    ("UPDATE change SET at = '2034-05-03 08:00:01.000000' WHERE number = 2", "change"),
    ("DELETE FROM edition WHERE number = 2", "edition"),
    ("DELETE FROM search_document", "search_document"),
]


@pytest.mark.parametrize(("statement", "where"), BREAKS)
def test_what_was_changed_behind_the_ledgers_back_is_found(address: str, statement: str, where: str) -> None:
    fill(address)
    execute(address, statement)
    found = wrong(address)
    assert found
    assert where in {place for place, _ in found}


OF_PEOPLE = [
    ("UPDATE claim SET when_from = 'document' WHERE reader = 'person' AND kind = 'trade.turnover'", "claim"),
    ("UPDATE claim SET reader = 'test' WHERE reader = 'person'", "claim"),
    ("DELETE FROM claim WHERE reader = 'person'", "change"),
    ("DELETE FROM change WHERE action = 'assert'", "claim"),
    ("UPDATE change SET author = 'Başqası' WHERE action = 'accept'", "change"),
    ("UPDATE change SET action = 'accept' WHERE action = 'unaccept'", "change"),
    ("DELETE FROM decision", "decision"),
    ("DELETE FROM decision WHERE undoes IS NOT NULL", "decision"),
    ("UPDATE decision SET preferred = NULL", "decision"),
    ("UPDATE decision SET undoes = NULL", "decision"),
    ('UPDATE decision SET claims = \'["aaaa","bbbb"]\'', "decision"),
    ("INSERT INTO decision (change, claims) VALUES (1, '[]')", "decision"),
    ("UPDATE change SET action = 'undecide' WHERE action = 'decide'", "decision"),
]


@pytest.mark.parametrize(("statement", "where"), OF_PEOPLE)
def test_what_people_made_and_decided_is_guarded_too(address: str, statement: str, where: str) -> None:
    fill(address, 1)
    correct_and_decide(address)
    assert wrong(address) == []
    execute(address, statement)
    assert where in {place for place, _ in wrong(address)}


def test_every_bit_of_a_text_and_of_what_a_claim_says_is_guarded(path: Path) -> None:
    """A bit is flipped in the file at every place where the text or the claim's row lies, as a bad disk does."""
    fill(path, 1)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    whole = path.read_bytes()
    text = "Sənəd 0. Salam. Norveçin".encode()
    places = [range(at, at + len(text)) for at in [whole.index(text)]]
    roles = b'{"sender":"NO","host":"CL","mission":"embassy"}1997'
    at = whole.index(roles)
    places.append(range(at, at + len(roles)))
    for place in (place for stretch in places for place in stretch):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << (place % 8)
        path.write_bytes(damaged)
        assert wrong(path), f"byte {place}"
    path.write_bytes(whole)
    assert wrong(path) == []


COLUMNS = [(table.name, column.name) for table in METADATA.sorted_tables for column in table.c]
COLUMNS += [("search_document", "number"), ("search_document", "document_id")]
"""Every column of every table."""

SEALED_WITH = {"claim": "document", "coverage": "document"}
"""Where it is told of what is sealed together with other things."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with something of everything in it."""
    path = tmp_path_factory.mktemp("whole") / "ledger.sqlite"
    fill(path)
    judge_and_read_again(path)
    correct_and_decide(path)
    assert wrong(path) == []
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_no_value_is_changed_unnoticed(path: Path, whole: bytes, table: str, column: str) -> None:
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(f'SELECT rowid, "{column}" FROM {table} ORDER BY rowid').fetchall()
    empty, told = ([row for row in rows if (row[1] is None) is is_empty] for is_empty in (True, False))
    chosen = {row for some in (empty, told) if some for row in (some[0], some[-1])}
    for number, value in chosen:
        path.write_bytes(whole)
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?', (other(value), number))
        try:
            places = {where for where, _ in wrong(path)}
        except LedgerTooNew:
            places = {"migration"}
        assert places & {table, SEALED_WITH.get(table)}, f"{value!r} became {other(value)!r}: {places}"


def other(value: int | str | bytes | None) -> int | str | bytes:
    """A value that is hardly another: one bit is turned."""
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:]
    if not isinstance(value, str):
        return (value or 0) ^ 64
    middle = len(value) // 2
    return value[:middle] + chr(ord(value[middle]) ^ 1) + value[middle + 1 :]


@pytest.mark.parametrize("table", [*METADATA.tables, "search_document"])
def test_no_row_is_taken_out_unnoticed(path: Path, whole: bytes, table: str) -> None:
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as connection:
        numbers = [number for (number,) in connection.execute(f"SELECT rowid FROM {table} ORDER BY rowid")]
    # Without what was done last, or without the last tables, a ledger is what it was before.
    for number in numbers[:-1] if table in ("change", "migration") else numbers:
        path.write_bytes(whole)
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (number,))
        assert wrong(path), number


def test_a_truncated_file_is_told(path: Path) -> None:
    fill(path, 50)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.truncate(size // 2)
    try:
        assert wrong(path)
    except Damaged as error:
        assert "korpu ledger restore" in str(error)


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM search_document", "DELETE FROM claim_party", "UPDATE claim_pair SET pair = 'CL PE'"],
)
def test_what_is_derived_is_made_again(address: str, statement: str) -> None:
    fill(address)
    before = dump(address)
    execute(address, statement)
    assert wrong(address)
    reindex(address)
    assert wrong(address) == []
    assert dump(address) == before
