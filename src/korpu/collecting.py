"""How often Python looks for values that hold each other in a ring, which are freed in no other way."""

from __future__ import annotations

import gc

SELDOM = 50_000
"""New values after which it looks. Ours are frozen and make no rings: to look for some after every 700, as Python does of
itself, takes a quarter of the time of a dossier of 16,000 claims, and half of that of reading 64,000 from a ledger."""


def collect_seldom() -> None:
    """Have this process look seldom; it is for programs to ask for, not for who only imports Körpü."""
    gc.set_threshold(SELDOM)
