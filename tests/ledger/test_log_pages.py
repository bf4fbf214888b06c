"""Pages of the log."""

from __future__ import annotations

import datetime as dt
import time

import pytest
import sqlalchemy as sa

from korpu.ledger import log_pages
from korpu.ledger.log_pages import MOST_FOLLOWERS
from korpu.ledger.opening import open_database
from korpu.ledger.schema import CHANGE
from korpu.ledger.store import Ledger, open_ledger
from tests.ledger.conftest import NOON
from tests.samples import make_document, opened, turnover

SOURCE = "https://example.org/1"


def told(ledger: Ledger, **asked: object) -> list[str]:
    return [entry.change.action for entry in ledger.log_page(**asked)]  # type: ignore[arg-type]


def test_the_last_changes_come_first_with_what_came_with_them(ledger: Ledger) -> None:
    document = make_document(url=SOURCE)
    ledger.add(document, [opened(document), turnover(document)])
    ledger.withdraw(document.id, "a forgery")
    ledger.restore(document.id)
    restored, withdrawn, added = ledger.log_page()
    assert [one.change.action for one in (restored, withdrawn, added)] == ["restore", "withdraw", "add"]
    assert (restored.came, withdrawn.came, added.came) == ({"restore": 2}, {"withdraw": 2}, {})
    assert [change.of_change for change in withdrawn.first] == [withdrawn.change.number] * 2
    assert [change.because for change in added.editions] == [SOURCE]
    assert {change.number for entry in ledger.log_page() for change in entry.changes} == {
        change.number for change in ledger.log()
    }


def test_pages_follow_each_other_without_a_gap(ledger: Ledger) -> None:
    for number in range(7):
        document = make_document(f"{number}. {make_document().text}", url=SOURCE)
        ledger.add(document, [opened(document)])
        ledger.withdraw(document.id, "səhv")
    numbers: list[int] = []
    before = None
    while page := ledger.log_page(before=before, limit=3):
        numbers += [entry.change.number for entry in page]
        before = numbers[-1]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers == [entry.change.number for entry in ledger.log_page(limit=100)]
    assert len(numbers) == 14


def test_of_much_that_came_with_a_change_the_first_is_shown_and_all_is_counted(ledger: Ledger) -> None:
    document = make_document()
    many = MOST_FOLLOWERS + 3
    ledger.add(document, [opened(document, when=str(2000 + number)) for number in range(many)])
    ledger.withdraw(document.id, "səhv")
    ledger.restore(document.id)
    _, entry, _ = ledger.log_page()
    assert entry.came == {"withdraw": many}
    assert len(entry.first) == MOST_FOLLOWERS


def test_the_log_is_of_an_author_an_action_a_pair_and_a_time(ledger: Ledger) -> None:
    document = make_document(url=SOURCE)
    claim = opened(document)
    ledger.add(document, [claim, opened(document, parties=("PE", "UY"))])
    ledger.by("Aytən").withdraw(claim.id, "səhv")
    ledger.by("Aytən").restore(claim.id)
    assert told(ledger, author="Aytən") == ["restore", "withdraw"]
    assert told(ledger, author="Nobody") == []
    assert told(ledger, action="withdraw") == ["withdraw"]
    assert told(ledger, action="edition") == []
    assert told(ledger, parties=("CL", "NO")) == ["restore", "withdraw", "add"]
    assert told(ledger, parties=("PE", "UY")) == ["add"]
    assert told(ledger, parties=("PE", "CL")) == []
    assert told(ledger, known_at=NOON - dt.timedelta(days=1)) == []


@pytest.mark.parametrize("few", [1, log_pages.FEW_CLAIMS])
def test_changes_on_states_are_the_same_however_they_are_looked_for(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(log_pages, "FEW_CLAIMS", few)
    for number, parties in enumerate([("CL", "NO"), ("PE", "UY"), ("CL", "NO", "PE")]):
        document = make_document(f"{number}. {make_document().text}", url=f"{SOURCE}{number}")
        ledger.add(document, [opened(document, parties=parties)])
        ledger.withdraw(ledger.claims_in(document.id)[0].id, str(number))
    roles = {"sender": "NO", "host": "CL", "mission": "embassy", "office": "ambassador"}
    for number, person in enumerate(["Ane Brekke", "Erik Solhaug"]):
        document = make_document(f"{number} {person}. {make_document().text}")
        ledger.add(
            document, [opened(document, kind="mission.head", roles=roles | {"person": person}, when=None)]
        )
    ledger.merge(*(one.id for one in ledger.entities(("CL", "NO"), "person").entities), because="so it is")
    told_of = {
        parties: [entry.change.number for entry in ledger.log_page(parties)]
        for parties in (("CL", "NO"), ("PE", "UY"), ("CL", "PE"), ("CL", "IS"))
    }
    for parties, numbers in told_of.items():
        heads = {entry.change.number for entry in ledger.log_page()}
        assert numbers == sorted((c.number for c in ledger.log(parties) if c.number in heads), reverse=True)
    assert ledger.log_page(("CL", "NO"))[0].change.action == "merge"


def test_an_edition_that_no_new_document_made_stands_by_itself(ledger: Ledger) -> None:
    document = make_document()
    ledger.add(document, [])
    ledger.add(document, [], source="xəbər")
    assert told(ledger) == ["edition", "add"]


CHANGES = 100_000
MOST_SECONDS = 0.5
"""On a slow machine with something else to do; it takes a tenth of it."""


@pytest.mark.parametrize(
    "asked", [{}, {"before": 50_000}, {"author": "Nobody"}, {"action": "add"}, {"parties": ("CL", "NO")}]
)
def test_a_page_is_fast_however_many_changes_there_are(crowded: str, asked: dict[str, object]) -> None:
    with open_ledger(crowded) as ledger:
        begin = time.perf_counter()
        ledger.log_page(**asked)  # type: ignore[arg-type]
        assert time.perf_counter() - begin < MOST_SECONDS


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def crowded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger with a hundred thousand changes; they are not sealed, and nothing here looks at that."""
    if request.param == "sqlite":
        address = str(tmp_path_factory.mktemp("crowded") / "ledger.sqlite")
    else:
        server: str = request.getfixturevalue("server")
        admin = sa.create_engine(
            f"postgresql+psycopg://korpu@/postgres?host={server}", isolation_level="AUTOCOMMIT"
        )
        with admin.connect() as connection:
            connection.execute(sa.text("CREATE DATABASE crowded"))
        admin.dispose()
        address = f"postgresql://korpu@/crowded?host={server}"
    document = make_document()
    with open_ledger(address, clock=lambda: NOON) as ledger:
        ledger.add(document, [opened(document)])
    with open_database(address) as database, database.writing() as connection:
        changes = [
            {"number": number, "at": NOON + dt.timedelta(seconds=number), "author": "Sınaq", "action": "add",
             "subject": f"{number:064x}", "seal": ""}
            for number in range(2, CHANGES + 1)
        ]  # fmt: skip
        connection.execute(CHANGE.insert(), changes)
    return address
