"""How the sections of a dossier are laid out: which kinds make a table, what is read newest first."""

from __future__ import annotations

import msgspec

from korpu.kinds import Section


class TableLayout(msgspec.Struct, frozen=True):
    """A table by period in a section.

    Attributes:
        kinds: the kinds that are its columns, in order; a kind takes a column for each filler of `split`.
        split: the roles that tell the columns of one kind apart.
    """

    kinds: tuple[str, ...]
    split: tuple[str, ...] = ()


TABLES: dict[Section, TableLayout] = {
    Section.TRADE: TableLayout(
        kinds=("trade.exports", "trade.imports", "trade.turnover", "trade.growth"), split=("reporter", "flow")
    ),
}

NEWEST_FIRST = frozenset({Section.VISITS})
"""Sections in which a reader looks for the last event; the others tell a story from its begin."""

ORDER: tuple[str, ...] = (
    "mission.founded", "mission.opened", "mission.closed", "mission.address", "mission.head",
    "credentials.presented",
)  # fmt: skip
"""Kinds that are read in another order than that of their declarations: the mission before its head."""
