"""What is new on two states in a ledger since an instant."""

from __future__ import annotations

import datetime as dt

from korpu.dossier.news import Known, PairNews, Touch, compose_news
from korpu.ledger.pair_file import PairFile
from korpu.ledger.store import Ledger

_FIRST = dt.datetime.min.replace(tzinfo=dt.UTC)
_TICK = dt.timedelta(microseconds=1)


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
        _known(ledger.pair_file(pair, _before(since))),
        _known(ledger.pair_file(pair, known_at)),
        day,
        {
            id: Touch(change.at, change.because if change.action == "withdraw" else None)
            for id, change in moved.items()
        },
    )


def _before(instant: dt.datetime) -> dt.datetime:
    """The last instant before another; the first of the calendar has none before it, and no ledger knew anything then."""
    return max(instant, _FIRST + _TICK) - _TICK


def _known(held: PairFile) -> Known:
    return Known(held.claims, held.cards, held.signatures)
