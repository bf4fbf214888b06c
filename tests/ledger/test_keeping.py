import datetime as dt
import sqlite3
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa

from korpu.coverage import Coverage
from korpu.errors import WrongUse
from korpu.ledger.errors import Damaged, LedgerError, NoLedger, NotALedger, NotEmpty
from korpu.ledger.keeping import backup, checking, copy, reindex, restore
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


@pytest.mark.parametrize("first", ["path", "database"])
def test_a_ledger_copied_there_and_back_is_the_same(
    first: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    there = request.getfixturevalue("database" if first == "path" else "path")
    here = request.getfixturevalue(first)
    fill(here)
    assert copy(here, there).claims == 9
    copy(there, tmp_path / "back.sqlite")
    assert dump(here) == dump(there) == dump(tmp_path / "back.sqlite")
    assert wrong(there) == []
    with open_ledger(here) as one, open_ledger(there) as other:
        for known_at in [None, *(change.at for change in one.log())]:
            assert one.claims(["NO", "CL"], known_at=known_at) == other.claims(
                ["NO", "CL"], known_at=known_at
            )
        assert one.log() == other.log()
        assert one.search("səfirlik") == other.search("səfirlik")
        last = one.log()[-1].number
        other.add(make_document("Yeni."), [])
        assert other.log()[-1].number == last + 1


def test_a_ledger_is_not_copied_onto_another(path: Path, database: str) -> None:
    fill(path)
    fill(database, 1)
    before = dump(database)
    with pytest.raises(NotEmpty, match="Nothing was copied"):
        copy(path, database)
    assert dump(database) == before


def test_a_ledger_that_is_not_there_is_not_copied(tmp_path: Path) -> None:
    with pytest.raises(NoLedger):
        copy(tmp_path / "yox", tmp_path / "to")
    assert not (tmp_path / "yox").exists()


def test_a_backup_of_a_live_ledger_is_a_ledger(address: str, tmp_path: Path) -> None:
    fill(address)
    with open_ledger(address) as other:
        contents = backup(address, tmp_path / "folder" / "backup")
        other.add(make_document("Sonra."), [])
    assert (contents.documents, contents.claims) == (3, 9)
    assert wrong(tmp_path / "folder" / "backup") == []
    assert [entry.name for entry in (tmp_path / "folder").iterdir()] == ["backup"]
    with open_ledger(tmp_path / "folder" / "backup") as backed_up:
        assert len(backed_up.documents()) == 3


def test_a_backup_replaces_nothing(path: Path, tmp_path: Path) -> None:
    fill(path, 1)
    (tmp_path / "b").write_text("mənim")
    with pytest.raises(WrongUse, match="Give another path"):
        backup(path, tmp_path / "b")
    assert (tmp_path / "b").read_text() == "mənim"


def test_a_backup_that_cannot_be_written_is_told(path: Path) -> None:
    fill(path, 1)
    with pytest.raises(LedgerError, match="cannot be written"):
        backup(path, Path("/proc/korpu/backup"))


def test_a_backup_is_restored_and_what_was_there_is_kept(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    fill(address)
    before = dump(address)
    backup(address, tmp_path / "backup")
    with open_ledger(address) as other:
        other.add(make_document("Sonra."), [])
        after = dump(address)
        restored = restore(tmp_path / "backup", address)
        assert len(other.documents()) == 3
        assert other.add(make_document("Yenə."), []).is_new
        assert restored.kept and restored.kept.name == "ledger.sqlite.before-1"
        assert dump(restored.kept) == after
    with open_ledger(address) as ledger:
        assert len(ledger.documents()) == 4
    assert dump(tmp_path / "backup") == before
    assert wrong(address) == []


def test_a_backup_is_restored_where_there_is_nothing(address: str, path: Path, tmp_path: Path) -> None:
    fill(tmp_path / "backup")
    assert restore(tmp_path / "backup", address).kept is None
    assert dump(address) == dump(tmp_path / "backup")


def test_a_damaged_ledger_is_put_aside_for_a_backup(path: Path, tmp_path: Path) -> None:
    fill(path)
    before = dump(path)
    backup(path, tmp_path / "backup")
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 5000)
    with pytest.raises(NotALedger, match="korpu ledger restore"), checking(path):
        pass
    kept = restore(tmp_path / "backup", path).kept
    assert kept and kept.read_bytes().endswith(b"\xff" * 5000)
    assert dump(path) == before


def test_another_applications_file_is_not_put_aside(path: Path, tmp_path: Path) -> None:
    fill(tmp_path / "backup", 1)
    path.write_text("mənim")
    with pytest.raises(NotALedger):
        restore(tmp_path / "backup", path)
    assert path.read_text() == "mənim"


def test_a_damaged_backup_is_not_restored(address: str, path: Path, tmp_path: Path) -> None:
    fill(address)
    before = dump(address)
    fill(tmp_path / "backup")
    execute(tmp_path / "backup", "UPDATE document SET text = text || '.'")
    with pytest.raises(Damaged, match=r"backup is damaged: document .* Nothing was restored"):
        restore(tmp_path / "backup", address)
    assert dump(address) == before


def test_a_backup_whose_index_is_damaged_is_restored_with_a_new_one(path: Path, tmp_path: Path) -> None:
    fill(tmp_path / "backup")
    before = dump(tmp_path / "backup")
    execute(tmp_path / "backup", "DELETE FROM claim_pair")
    restore(tmp_path / "backup", path)
    assert dump(path) == before


def test_a_backup_taken_while_another_writes_is_of_one_moment(address: str, tmp_path: Path) -> None:
    fill(address, 1)
    stop = threading.Event()

    def write() -> None:
        number = 0
        with open_ledger(address) as ledger:
            while not stop.is_set():
                number += 1
                document = make_document(f"Yazılan {number}. {make_document().text}")
                ledger.add(document, [opened(document)])

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(3):
            backup(address, tmp_path / f"backup-{number}")
    finally:
        stop.set()
        writer.join()
    for number in range(3):
        assert wrong(tmp_path / f"backup-{number}") == []
