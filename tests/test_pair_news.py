"""What is new on two states in a ledger."""

import datetime as dt
from functools import partial
from pathlib import Path

from korpu.document import Document, SourceCard
from korpu.ledger.store import open_ledger
from korpu.pair_news import pair_news
from korpu.reading.read import read_document

BEGIN = dt.datetime(2024, 5, 1, tzinfo=dt.UTC)
TOLD = [
    Document(f"Norveçin Çilidəki səfirliyi {year} açılıb.", SourceCard(published="2019"))
    for year in ("1997-ci ildə", "1998-ci ildə")
]


def test_news_are_what_a_ledger_did_not_say_before_an_instant(tmp_path: Path) -> None:
    for day, document in zip((0, 2), TOLD, strict=True):
        recorded = BEGIN + dt.timedelta(days=day)
        with open_ledger(
            tmp_path / "a.ledger", clock=partial(dt.datetime.fromtimestamp, recorded.timestamp(), dt.UTC)
        ) as ledger:
            ledger.add(document, read_document(document))
    with open_ledger(tmp_path / "a.ledger") as ledger:
        since = BEGIN + dt.timedelta(days=1)
        found = pair_news(ledger, ("CL", "NO"), since, None, dt.date(2024, 5, 3))
        assert [item.change.what for item in found.items] == ["disputed"]
        quiet = pair_news(ledger, ("CL", "NO"), since, since, dt.date(2024, 5, 3))
        assert quiet.items == ()
