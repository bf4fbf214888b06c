"""The frame: how a clause, of whatever language, becomes a claim of a kind."""

from __future__ import annotations

import msgspec


class Frame(msgspec.Struct, frozen=True):
    """One way of claiming a kind (see `korpu.reading.frames` for how it is matched)."""

    name: str
