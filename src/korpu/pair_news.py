"""What is new on two states in a ledger since an instant."""

from __future__ import annotations

import datetime as dt

from korpu.dossier.news import Known, PairNews, Touch, compose_news
from korpu.ledger.pair_file import PairFile
from korpu.ledger.store import Ledger


def pair_news(
    ledger: Ledger, pair: tuple[str, str], since: dt.datetime, known_at: dt.datetime | None, day: dt.date
) -> PairNews:
    """Return what the ledger says on two states and did not say before an instant.

    Args:
        since: from this instant on, it included.
        known_at: until this one; until now, where it is None.
        day: look at both moments as of this day.
    """
    moved = ledger.touched_claims(pair, since, known_at)
    return compose_news(
        pair,
        _known(ledger.pair_file(pair, since - dt.timedelta(microseconds=1))),
        _known(ledger.pair_file(pair, known_at)),
        day,
        {
            id: Touch(change.at, change.because if change.action == "withdraw" else None)
            for id, change in moved.items()
        },
    )


def _known(held: PairFile) -> Known:
    return Known(held.claims, held.cards, held.signatures)
