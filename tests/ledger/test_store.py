import datetime as dt
import itertools
import multiprocessing
import os
import sqlite3
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import korpu
from korpu.coverage import Coverage
from korpu.document import Document
from korpu.ledger.database import Database
from korpu.ledger.errors import (
    AmbiguousId,
    LedgerError,
    LedgerReadOnly,
    LedgerTooNew,
    NoLedger,
    NotALedger,
    NotAnId,
    QuoteMismatch,
    TextNotStorable,
    UnknownId,
)
from korpu.ledger.store import Ledger, open_ledger
from tests.samples import make_claim, make_document, opened, turnover


def test_what_was_added_comes_back_equal(ledger: Ledger) -> None:
    document = make_document(
        title="Bir", publisher="Sınaq", published="2021-05", url="http://a.example/", language="az"
    )
    claims = [
        opened(document),
        turnover(document),
        opened(document, roles={"participants": ("A", "B")}, speaker="Petar İliç", stance="plan"),
    ]
    added = ledger.add(document, claims)
    assert (added.document, added.is_new, added.claims) == (document.id, True, 3)
    assert {claim.id: claim for claim in ledger.claims()} == {claim.id: claim for claim in claims}
    assert ledger.document(document.id) == document
    assert ledger.claim(claims[1].id) == claims[1]


def test_a_document_is_listed_with_its_card_length_time_and_number_of_claims(ledger: Ledger) -> None:
    document = make_document(title="Bir")
    ledger.add(document, [opened(document)])
    (stored,) = ledger.documents()
    assert (stored.id, stored.card, stored.length, stored.claims) == (
        document.id,
        document.card,
        len(document.text),
        1,
    )
    assert stored.recorded_at == dt.datetime(2024, 5, 3, 8, tzinfo=dt.UTC)


def test_adding_twice_changes_nothing(path: Path) -> None:
    document = make_document(published="2021")
    with open_ledger(path) as ledger:
        ledger.add(document, [opened(document)])
    before = dump(path)
    with open_ledger(path) as ledger:
        again = ledger.add(make_document(published="1999", title="Başqa"), [turnover(document)])
    assert (again.is_new, again.claims) == (False, 1)
    assert dump(path) == before


def test_a_claim_given_twice_is_recorded_once(ledger: Ledger) -> None:
    document = make_document()
    assert ledger.add(document, [opened(document), opened(document)]).claims == 1


def test_a_document_without_claims_is_kept(ledger: Ledger) -> None:
    assert ledger.add(make_document(), []).claims == 0
    assert len(ledger.documents()) == 1
    assert ledger.states() == []


@pytest.mark.parametrize(
    ("parties", "kind", "count"),
    [
        ([], None, 4),
        (["NO"], None, 3),
        (["NO", "CL"], None, 2),
        (["CL", "NO", "CL"], None, 2),
        (["NO", "CL"], "trade.turnover", 1),
        (["PE"], None, 2),
        (["PE", "CL"], None, 1),
        (["XX"], None, 0),
        ([], "visit", 0),
    ],
)
def test_claims_have_all_the_parties_asked_for(
    ledger: Ledger, parties: list[str], kind: str | None, count: int
) -> None:
    document = make_document()
    two = [opened(document), turnover(document)]
    others = [opened(document, parties=("NO", "PE")), opened(document, parties=("CL", "PE"))]
    ledger.add(document, two + others)
    assert len(ledger.claims(parties, kind)) == count
    assert ledger.states() == ["CL", "NO", "PE"]


def test_claims_come_in_the_same_order_whatever_was_added_first(tmp_path: Path) -> None:
    documents = [
        make_document(published="2021"),
        make_document("Əvvəl. " + make_document().text, published="2020-05"),
        make_document("Tarixsiz. " + make_document().text),
    ]
    orders = set()
    for number, order in enumerate(itertools.permutations(documents)):
        with open_ledger(tmp_path / f"{number}.sqlite") as ledger:
            for document in order:
                ledger.add(document, [turnover(document), opened(document)])
            orders.add(tuple(claim.id for claim in ledger.claims()))
            published = [stored.card.published for stored in ledger.documents()]
            assert published == ["2020-05", "2021", None]
    assert len(orders) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "Norveçin Çilidəki səfirliyi 1998-ci ildə açılıb."},
        {"start": 0},
        {"start": -1, "end": 0, "quote": ""},
        {"end": 10_000},
        {"start": 3, "end": 3, "quote": ""},
        {"document": "0" * 64},
    ],
)
def test_a_quote_that_is_not_in_the_document_is_refused_with_the_document(
    ledger: Ledger, change: dict[str, object]
) -> None:
    document = make_document()
    wrong = msgspec.structs.replace(opened(document), **change)
    with pytest.raises(QuoteMismatch, match="Nothing of this document was recorded"):
        ledger.add(document, [turnover(document), wrong])
    assert ledger.documents() == []
    assert ledger.claims() == []


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b"])
def test_text_that_no_database_keeps_is_refused(ledger: Ledger, text: str) -> None:
    with pytest.raises(TextNotStorable):
        ledger.add(Document(text), [])


def test_quotes_are_cut_in_code_points(ledger: Ledger) -> None:
    document = Document("𐐷 ə́ 👩‍🚀 İki. Norveç Çilidə səfirlik açıb.\n")
    claim = make_claim(document, "Norveç Çilidə səfirlik açıb.")
    ledger.add(document, [claim])
    assert ledger.claim(claim.id).quote == claim.quote


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.data(),
    text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1),
)
def test_any_text_and_span_come_back(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, text: str
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    document = Document(text)
    claim = msgspec.structs.replace(
        opened(make_document()), document=document.id, start=start, end=end, quote=text[start:end]
    )
    with open_ledger(tmp_path_factory.mktemp("any") / "ledger") as ledger:
        ledger.add(document, [claim])
        assert ledger.document(document.id) == document
        assert ledger.claims() == [claim]


def test_ids_may_be_abbreviated(ledger: Ledger) -> None:
    document = make_document()
    claim = opened(document)
    ledger.add(document, [claim])
    assert ledger.claim(claim.id[:4].upper()) == claim
    assert ledger.document(document.id[:4]) == document


@pytest.mark.parametrize(
    ("id", "error"),
    [
        ("abc", NotAnId),
        ("", NotAnId),
        ("xyzw", NotAnId),
        ("ab%_", NotAnId),
        ("0000", UnknownId),
        ("f" * 64, UnknownId),
    ],
)
def test_an_id_that_names_nothing_is_an_error(ledger: Ledger, id: str, error: type[Exception]) -> None:
    for look_up in (ledger.claim, ledger.document):
        with pytest.raises(error):
            look_up(id)


def test_an_id_that_names_two_lists_them(ledger: Ledger) -> None:
    document = make_document()
    seen: dict[str, str] = {}
    for number in itertools.count():  # two of sixteen-bit beginnings meet after a few hundred
        claim = opened(document, speaker=str(number))
        if claim.id[:4] in seen:
            break
        seen[claim.id[:4]] = claim.id
    twin = opened(document, speaker=str(number))
    ledger.add(document, [opened(document, speaker=str(n)) for n in range(number + 1)])
    with pytest.raises(AmbiguousId, match=twin.id):
        ledger.claim(twin.id[:4])
    assert ledger.claim(twin.id) == twin


def test_a_missing_ledger_is_made_with_its_folders(tmp_path: Path) -> None:
    with korpu.open_ledger(tmp_path / "a" / "b" / "ledger") as ledger:
        assert ledger.documents() == []
    assert (tmp_path / "a" / "b" / "ledger").exists()


def test_a_missing_ledger_is_not_made_for_who_only_reads(path: Path) -> None:
    with pytest.raises(NoLedger, match="korpu add"), open_ledger(path, create=False):
        pass
    assert not path.exists()


def foreign_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE document (id)")
    connection.commit()
    connection.close()


def marked_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 42")
    connection.close()


@pytest.mark.parametrize(
    "make",
    [
        foreign_database,
        marked_database,
        lambda path: path.write_text("Bu, adi mətndir."),
        lambda path: path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 2000),
        lambda path: path.mkdir(),
    ],
    ids=["another database", "another application", "a text", "a damaged one", "a folder"],
)
def test_a_file_that_is_no_ledger_is_refused_and_left_as_it_was(path: Path, make) -> None:  # type: ignore[no-untyped-def]
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(NotALedger, match=r"ledger\.sqlite"), open_ledger(path):
        pass
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_newer_ledger_is_refused(path: Path) -> None:
    with open_ledger(path):
        pass
    connection = sqlite3.connect(path)
    connection.execute(
        "INSERT INTO migration (number, applied_at) VALUES (999, '2099-01-01 00:00:00.000000')"
    )
    connection.commit()
    connection.close()
    with pytest.raises(LedgerTooNew), open_ledger(path):
        pass


def test_a_ledger_cannot_be_made_on_a_disk_that_is_read_only() -> None:
    with (
        pytest.raises(LedgerReadOnly, match="cannot be made there"),
        open_ledger("/proc/korpu/ledger.sqlite"),
    ):
        pass


def test_a_ledger_on_a_read_only_disk_can_be_read_and_says_so_when_added_to(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = make_document()
    with open_ledger(path) as ledger:
        ledger.add(document, [opened(document)])
    # Root may write anywhere, so that the disk is made read-only for what asks.
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with open_ledger(path) as ledger:
        assert ledger.claims(["NO"]) == [opened(document)]
        with pytest.raises(LedgerReadOnly, match="read-only"):
            ledger.add(make_document("Başqa."), [])
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_ledger_that_another_program_holds_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Database, "patience", 0.05)
    with open_ledger(path) as ledger:
        holder = sqlite3.connect(path)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="another program"):
            ledger.add(make_document(), [])
        holder.rollback()
        holder.close()
        assert ledger.add(make_document(), []).is_new


def test_one_may_read_while_another_writes(path: Path) -> None:
    document = make_document()
    with open_ledger(path) as writer, open_ledger(path) as reader:
        writer.add(document, [opened(document)])
        assert len(reader.claims()) == 1
        writer.add(make_document("Başqa."), [])
        assert len(reader.documents()) == 2


def add_and_crash(path: Path, during: bool) -> None:
    with open_ledger(path) as ledger:
        first = make_document()
        ledger.add(first, [opened(first)])
        if during:
            # The second document's row is written when its claims fail to be: the process dies there.
            import korpu.ledger.rows

            korpu.ledger.rows.claim_row = lambda *_: os._exit(9)
            second = make_document("İkinci. " + first.text)
            ledger.add(second, [opened(second)])
        os._exit(9)


@pytest.mark.parametrize("during", [False, True], ids=["between documents", "within one"])
def test_a_crash_leaves_all_documents_that_were_added(path: Path, during: bool) -> None:
    process = multiprocessing.get_context("spawn").Process(target=add_and_crash, args=(path, during))
    process.start()
    process.join()
    assert process.exitcode == 9
    document = make_document()
    with open_ledger(path) as ledger:
        assert [stored.id for stored in ledger.documents()] == [document.id]
        assert ledger.claims() == [opened(document)]
        assert ledger.add(make_document("Sonra."), []).is_new


def test_a_file_left_empty_by_a_crash_becomes_a_ledger(path: Path) -> None:
    path.touch()
    with open_ledger(path) as ledger:
        assert ledger.add(make_document(), []).is_new


def test_a_clock_without_a_zone_is_refused(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger._clock = lambda: dt.datetime(2024, 1, 1)
        with pytest.raises(Exception, match="time zone"):
            ledger.add(make_document(), [])
        assert ledger.documents() == []


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    lines = list(connection.iterdump())
    connection.close()
    return lines


def test_coverage_is_kept_where_it_is_told(ledger: Ledger) -> None:
    document, other = make_document(), make_document("Heç nə.")
    coverage = Coverage(claim=2, nothing=1, not_understood=0)
    ledger.add(document, [opened(document)], coverage)
    ledger.add(other, [])
    kept = {stored.id: stored.coverage for stored in ledger.documents()}
    assert kept == {document.id: coverage, other.id: None}


def test_a_database_or_user_that_is_not_there_is_told(server: str) -> None:
    for address in ("korpu@/nobodys", "nobody@/postgres"):
        opening = open_ledger(f"postgresql://{address}?host={server}")
        with pytest.raises(LedgerError, match=r"does not exist.*Check the address"), opening:
            pass
