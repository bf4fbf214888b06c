"""The views, for who opens a ledger with other tools."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import sqlalchemy as sa

from korpu.ledger.opening import open_database
from korpu.ledger.schema import METADATA
from korpu.ledger.store import open_ledger
from tests.samples import make_document, opened, turnover

PAGE = Path(__file__).parents[2] / "docs" / "ledger.md"


def test_what_stands_is_shown_with_its_quote_and_source(address: str) -> None:
    document = make_document(title="Bir", published="2021")
    first, second = opened(document), turnover(document)
    with open_ledger(address, author="Aysel") as ledger:
        ledger.add(document, [first, second])
        ledger.withdraw(first.id, "misread")
    with open_database(address) as database, database.reading() as connection:
        shown = connection.execute(sa.text("SELECT id, quote, title, published FROM standing_claim")).all()
        gone = connection.execute(sa.text("SELECT subject, author, because FROM withdrawn")).all()
    assert [tuple(row) for row in shown] == [(second.id, second.quote, "Bir", "2021")]
    assert [tuple(row) for row in gone] == [(first.id, "Aysel", "misread")]


def test_what_people_decided_and_accepted_is_shown_until_it_is_undone(address: str) -> None:
    document = make_document()
    claims = [opened(document, when=year) for year in ("1997", "1998")]
    one, other = sorted(claim.id for claim in claims)
    with open_ledger(address, author="Aysel") as ledger:
        ledger.add(document, claims)
        ledger.undecide(ledger.decide([one, other], "hər ikisi").number)
        ledger.decide([one, other], "rəsmi mənbə", prefer=one)
        ledger.accept(one)
        ledger.accept(other)
        ledger.unaccept(other)
    with open_database(address) as database, database.reading() as connection:
        decided = connection.execute(sa.text("SELECT preferred, author, because FROM decided")).all()
        accepted = connection.execute(sa.text("SELECT subject, author FROM accepted")).all()
    assert [tuple(row) for row in decided] == [(one, "Aysel", "rəsmi mənbə")]
    assert [tuple(row) for row in accepted] == [(one, "Aysel")]


def test_every_table_is_told_of_in_the_page_for_people() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert {name for name in METADATA.tables if f"`{name}`" not in text} == set()


@pytest.mark.parametrize("question", re.findall(r"(?m)^    SELECT.*?;$", PAGE.read_text("utf-8"), re.DOTALL))
def test_the_questions_of_the_page_can_be_asked(address: str, question: str) -> None:
    with open_ledger(address) as ledger:
        ledger.add(make_document(), [opened(make_document())])
    with open_database(address) as database, database.reading() as connection:
        connection.execute(sa.text(question)).all()
