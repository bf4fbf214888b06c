"""What is made before anybody asks for it, where there are very many claims: pages of dossiers, and outlines for drafts."""

from __future__ import annotations

import contextlib

from korpu.ledger.store import Ledger
from korpu.web.composed import View
from korpu.web.dossiers import Dossiers
from korpu.web.interface import offered
from korpu.web.pages.pair import pair_words
from korpu.web.verifying import read_ahead
from korpu.web.workers import Busy, WorkEnded, Workers, WorkFailed, WorkLost

OUTLINES = 400_000
"""Claims on the states that most is told of that are read for drafts: fewer than a worker has room for."""


def make_ahead(ledger: Ledger, dossiers: Dossiers, workers: Workers) -> None:
    """Have at hand what is asked for most; it takes minutes at a million claims."""
    room = OUTLINES
    with contextlib.suppress(
        Busy, WorkEnded, WorkFailed, WorkLost
    ):  # whoever verifies a draft waits a little longer
        for pair, claims in dossiers.large(ledger).items():
            room -= claims
            if room < 0:
                break
            workers.run(read_ahead, dossiers.address, pair)
    dossiers.make_ahead(ledger, views())


def views() -> tuple[View, ...]:
    """Return what is made of each dossier of very many claims: its page in all languages."""
    return tuple((pair_words, (language,)) for language in offered())
