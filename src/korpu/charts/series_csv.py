"""Series as a file for a spreadsheet: a row for each claim, with its source and its sentence."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from korpu.charts.series import Group
from korpu.dossier.tree import Dossier
from korpu.render.source_cards import title_of
from korpu.render.wording.words import Wording

COLUMNS = (
    "period", "series", "amount", "bound", "to", "unit", "stance", "status", "source title", "publisher",
    "published", "quote", "claim id", "document id",
)  # fmt: skip

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(groups: Iterable[Group], dossier: Dossier, say: Wording) -> str:
    """Return a row for each claim under the names of the columns: its own amount, in the plain form of decimals.

    An amount that no sentence dates has no period; when its document was published stands in a column of its own.

    The text begins with a byte order mark, by which spreadsheets know UTF-8; its lines end as RFC 4180 says.
    """
    notes = {note.number: note for note in dossier.notes}
    cards = {source.document: source.card for source in dossier.sources}
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for group in groups:
        for series in group.series:
            for point in series.points:
                for told in point.told:
                    note, value = notes[told.note], told.value
                    card = cards[note.document]
                    period = told.when or (None if point.is_of_publication else point.period)
                    row = (
                        period, series.name, value and value.amount, value and value.bound,
                        value and value.to, value and value.unit, told.stance, point.status, title_of(card, say),
                        card.publisher, card.published, " ".join(note.quote.split()), told.claim, note.document,
                    )  # fmt: skip
                    writer.writerow([harmless(cell or "") for cell in row])
    return "\ufeff" + out.getvalue()


def harmless(cell: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula; a number stays one.

    >>> harmless("=1+1"), harmless("-3.5"), harmless("2021")
    ("'=1+1", '-3.5', '2021')
    """
    if cell.lstrip().startswith(_BEGINS_FORMULA) and not _NUMBER.fullmatch(cell):
        return "'" + cell
    return cell
