"""A clock for tests: it stands still until it is put on."""

from __future__ import annotations

import datetime as dt


class Clock:
    def __init__(self) -> None:
        self.now = dt.datetime(2024, 5, 3, 12, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now

    def pass_day(self) -> dt.datetime:
        """Put the clock on by a day; return the instant before."""
        before = self.now
        self.now += dt.timedelta(days=1)
        return before
