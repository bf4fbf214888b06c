"""What a ledger does when things break: a quick form of `python -m bench.faults`."""

from __future__ import annotations

import itertools
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.faults.damage import FAILED, OPENED, UNTOLD, Damage, cut, damage_files, flip, zero_sector
from bench.faults.disk import can_mount, fill_disk, limit_file, lock_disk, lock_file
from bench.faults.documents import make_readings
from bench.faults.kills import Fresh, kill_adding
from bench.faults.locks import held, hold_lock
from bench.faults.outcome import Outcome
from bench.faults.server import new_database, stop_server
from korpu.ledger.adding import Reading
from korpu.ledger.errors import Damaged, LedgerError, LedgerReadOnly, NoLedger
from korpu.ledger.store import Ledger, open_ledger
from tests import postgres
from tests.samples import TEXT, make_document, opened

needs_root = pytest.mark.skipif(not can_mount(), reason="only who may mount a disk can make a small one")


@pytest.fixture
def chance() -> random.Random:
    return random.Random(1)


@pytest.fixture
def fresh(address: str) -> Fresh:
    """Room for a new ledger each time, on the database of the address."""
    numbers = itertools.count()
    if address.startswith("postgresql:"):
        host = address.partition("host=")[2]
        return lambda: new_database(host)
    return lambda: f"{address}-{next(numbers)}"


def lost_nothing(outcome: Outcome) -> bool:
    assert outcome.failed == []
    return outcome.lost == 0


def test_a_kill_loses_nothing_that_was_accepted(address: str, fresh: Fresh, chance: random.Random) -> None:
    outcome = kill_adding(address.partition(":")[0], fresh, rounds=1, documents=40, chance=chance)
    assert lost_nothing(outcome)


def test_one_that_writes_for_long_is_waited_for_or_told_of(
    address: str, fresh: Fresh, chance: random.Random
) -> None:
    outcome = hold_lock(address, fresh, rounds=2, chance=chance)
    assert lost_nothing(outcome)
    (said,) = outcome.said
    assert "another program is writing" in said


def test_reading_does_not_wait_for_who_writes(address: str, ledger: Ledger) -> None:
    document = make_document()
    ledger.add(document, [opened(document)])
    with held(address, 1.0):
        with open_ledger(address) as other:
            assert other.claims() == [opened(document)]
        assert ledger.states() == ["CL", "NO"]


@needs_root
def test_a_full_disk_is_told_of_and_the_ledger_is_read_there(chance: random.Random) -> None:
    outcome = fill_disk(1, chance)
    assert lost_nothing(outcome)
    (said,) = outcome.said
    assert "disk is full" in said


def test_a_file_that_may_not_grow_is_told_of(chance: random.Random) -> None:
    outcome = limit_file(1, chance)
    assert lost_nothing(outcome)
    (said,) = outcome.said
    assert "disk is full" in said


def test_a_full_database_is_told_of(path: Path) -> None:
    with open_ledger(path) as ledger:
        engine = ledger._database.engine
        with engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LedgerError, match="disk is full"):
            ledger.add(make_document("Uzun sətir. " * 100_000), [])
        assert ledger.documents() == []


def test_a_file_that_may_only_be_read_is_read_and_says_so_when_added_to() -> None:
    outcome = lock_file(1)
    assert lost_nothing(outcome)
    (said,) = outcome.said
    assert "read-only" in said


@needs_root
def test_a_disk_that_may_only_be_read_is_read_and_says_so_when_added_to(chance: random.Random) -> None:
    outcome = lock_disk(1, chance)
    assert lost_nothing(outcome)
    (said,) = outcome.said
    assert "read-only" in said


@pytest.mark.parametrize("damage", [cut, flip, zero_sector], ids=lambda damage: damage.__name__)
def test_damage_is_told_or_harmless(damage: Damage, chance: random.Random) -> None:
    done = damage_files(damage.__name__, "ledger.sqlite", damage, rounds=8, documents=8, chance=chance)
    assert done.results[UNTOLD] == done.results[FAILED] == 0, done.bad
    if damage is cut:
        assert done.results[OPENED] >= 7


def test_a_file_that_became_empty_beside_its_journal_is_damaged(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.add(make_document(), [])
        path.write_bytes(b"")
        with pytest.raises(Damaged, match="empty, but it has a journal"), open_ledger(path):
            pass


def test_an_empty_file_is_no_ledger_to_who_only_reads(path: Path) -> None:
    path.touch()
    with pytest.raises(NoLedger, match="korpu add"), open_ledger(path, create=False):
        pass


def spoil(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("statement", "ask"),
    [
        ("UPDATE claim SET parties = '[\"CL\",'", lambda ledger: ledger.claims()),
        ("UPDATE claim SET roles = '{\"sender\":3}'", lambda ledger: ledger.claims()),
        ("UPDATE claim SET value_amount = 3, trace = '{}'", lambda ledger: ledger.claims()),
        ("UPDATE document SET text = CAST(x'FFFE' AS TEXT)", lambda ledger: ledger.document(make_document().id)),
        ("UPDATE document SET recorded_at = 'yesterday'", lambda ledger: ledger.documents()),
        ("UPDATE change SET at = 'yesterday'", lambda ledger: ledger.log()),
        ("UPDATE change SET at = 'yesterday'", lambda ledger: ledger.add(make_document("Başqa."), [])),
    ],
)  # fmt: skip
def test_a_row_that_makes_no_sense_is_told_as_damage(
    path: Path, statement: str, ask: Callable[[Ledger], object]
) -> None:
    document = make_document()
    with open_ledger(path) as ledger:
        ledger.add(document, [opened(document)])
    spoil(path, statement)
    with open_ledger(path) as ledger, pytest.raises(Damaged, match="korpu ledger check"):
        ask(ledger)


def test_a_journal_that_cannot_be_read_where_it_lies_says_what_to_do(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from korpu.ledger.sqlite import _describe

    path.with_name(f"{path.name}-wal").write_bytes(b"x")
    error = _describe(path, "SQLITE_CANTOPEN", "unable to open database file")
    assert isinstance(error, LedgerReadOnly)
    assert "copy both files" in str(error)


def test_a_server_that_crashes_is_told_of_and_loses_nothing(server: str, chance: random.Random) -> None:
    outcome = stop_server(server, "immediate", 1, chance, documents=60)
    assert lost_nothing(outcome)
    assert all("cannot be reached" in said for said in outcome.said)


def test_a_ledger_that_is_open_goes_on_when_its_server_was_started_again(server: str) -> None:
    first, second, third = make_readings(1, 3)
    with open_ledger(new_database(server)) as ledger:
        ledger.add(first.document, first.claims)
        postgres.stop(server)
        with pytest.raises(LedgerError, match="cannot be reached"):
            ledger.add(second.document, second.claims)
        postgres.start(server)
        ledger.add(second.document, second.claims)
        postgres.stop(server)
        postgres.start(server)
        assert ledger.add(third.document, third.claims).is_new
        assert len(ledger.documents()) == 3


@pytest.mark.parametrize(
    ("statement", "ask"),
    [
        ("UPDATE document SET published = x'FF01'", lambda ledger: ledger.documents()),
        ("UPDATE document SET published = '20:1'", lambda ledger: ledger.documents()),
        ("UPDATE claim_pair SET pair = 'abc'", lambda ledger: ledger.pair_claims()),
        ("UPDATE claim SET parties = x'00'", lambda ledger: ledger.claims()),
    ],
)
def test_what_is_none_of_what_a_column_holds_is_told_as_damage(
    path: Path, statement: str, ask: Callable[[Ledger], object]
) -> None:
    document = make_document(published="2021")
    with open_ledger(path) as ledger:
        ledger.add_all([Reading(one, (opened(one),)) for one in (document, make_document("𝕏 " + TEXT))])
    spoil(path, statement)
    with open_ledger(path) as ledger, pytest.raises(Damaged, match="korpu ledger check"):
        ask(ledger)


@pytest.mark.parametrize("error", [TypeError, ValueError])
def test_an_error_of_the_programs_own_is_not_called_damage(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def fail(*_: object) -> None:
        raise error("a mistake")

    monkeypatch.setattr("korpu.ledger.asking.count_pairs", fail)
    with pytest.raises(error, match="a mistake"):
        ledger.pair_claims()
