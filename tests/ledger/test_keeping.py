import threading
from pathlib import Path

import pytest

from korpu.errors import WrongUse
from korpu.ledger.errors import Damaged, LedgerError, NoLedger, NotALedger, NotEmpty
from korpu.ledger.keeping import backup, checking, copy, restore
from korpu.ledger.store import open_ledger
from tests.ledger.filled import dump, execute, fill, wrong
from tests.samples import make_document, opened


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
