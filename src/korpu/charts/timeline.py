"""All that a dossier dates, each date as imprecise as it was said, and rival dates together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from korpu.dossier.statements import manner
from korpu.dossier.tree import Dossier, Line, Note, Statement
from korpu.edtf import days
from korpu.kinds import Answer, kinds
from korpu.render.entries import tags_of
from korpu.render.wording.words import Wording
from korpu.render.words import letter_of

Shape = Literal["day", "vague", "span"]
"""How a date is drawn: a day, some day within a stretch, or the whole stretch."""

Standing = Literal["told", "disputed", "earlier", "plan", "denied"]


class Item(msgspec.Struct, frozen=True):
    """One dated answer.

    Attributes:
        when: EDTF.
        first, last: the days that it may mean; None for an open end.
        group: the number of the line that it is of: an answer and its rivals share one.
        words: what is said, in one sentence with its date; `label` is the same without the date.
        date: the date in words.
        tags: what must be said beside it (who says so, that it is a plan).
        is_contrary: whether it is the rival that contradicts the answer of its line.
        sources: the letters of the documents.
        quote: the sentence that says so, or the first of them.
    """

    when: str
    first: dt.date | None
    last: dt.date | None
    shape: Shape
    section: str
    kind: str
    group: int
    words: str
    label: str
    date: str
    tags: tuple[str, ...]
    standing: Standing
    is_contrary: bool
    notes: tuple[int, ...]
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    quote: str


class Letters:
    """The letters of a dossier's documents, and its sentences by their numbers."""

    def __init__(self, dossier: Dossier) -> None:
        self._letters = {source.document: letter_of(number) for number, source in enumerate(dossier.sources)}
        self.notes: Mapping[int, Note] = {note.number: note for note in dossier.notes}

    def of(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """Return the letters of the documents that sentences are of, sorted, each once."""
        letters = {self._letters[self.notes[number].document] for number in numbers}
        return tuple(sorted(letters, key=lambda letter: (len(letter), letter)))

    def quote(self, numbers: Iterable[int]) -> str:
        """Return the first of the sentences, its white space folded."""
        number = next(iter(numbers), None)
        return " ".join(self.notes[number].quote.split()) if number is not None else ""


def timeline_of(dossier: Dossier, say: Wording) -> tuple[Item, ...]:
    """Return all dated answers in the order of their first days: answers, rivals of another date, what was so before."""
    letters = Letters(dossier)
    lines = [(section.name, line) for section in dossier.sections for line in section.all_lines()]
    items = [
        item
        for group, (section, line) in enumerate(lines)
        for item in _of_line(line, section, group, letters, say)
    ]
    return tuple(sorted(items, key=order))


def order(item: Item) -> tuple[dt.date, str, int, tuple[int, ...]]:
    """Return a key that puts items in the order of their first days; of an open begin, by its end."""
    return item.first or item.last or dt.date.max, item.when, item.group, item.notes


def chosen(
    items: Iterable[Item],
    sections: Collection[str] = (),
    kinds: Collection[str] = (),
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> tuple[Item, ...]:
    """Return the items of these sections and kinds (all, where none is given) that have a day in a period."""
    return tuple(
        item
        for item in items
        if (not sections or item.section in sections)
        and (not kinds or item.kind in kinds)
        and (since is None or item.last is None or item.last >= since)
        and (until is None or item.first is None or item.first <= until)
    )


def _of_line(line: Line, section: str, group: int, letters: Letters, say: Wording) -> Iterator[Item]:
    main = line.statement
    answers = [(main, False, False)]
    answers += [(rival.statement, rival.relation == "contradicts", False) for rival in line.rivals]
    answers += [(earlier, False, True) for earlier in line.earlier]
    seen: set[str] = set()
    for statement, is_contrary, is_past in answers:
        # A rival of the same date differs in something else, which stands in the dossier.
        if statement.when is None or (statement.when in seen and not is_past):
            continue
        seen.add(statement.when)
        standing = _standing(statement, is_contrary or (line.is_disputed and not is_past), is_past)
        yield _item(statement, section, group, standing, is_contrary, letters, say)


def _standing(statement: Statement, is_disputed: bool, is_past: bool) -> Standing:
    said = manner(statement.stance)
    if said == "ahead":
        return "plan"
    if said == "denied":
        return "denied"
    return "earlier" if is_past else "disputed" if is_disputed else "told"


def _item(
    statement: Statement,
    section: str,
    group: int,
    standing: Standing,
    is_contrary: bool,
    letters: Letters,
    say: Wording,
) -> Item:
    when = statement.when or ""
    covered = days(when)
    return Item(
        when=when,
        first=covered.first if covered else None,
        last=covered.last if covered else None,
        shape=shape_of(statement),
        section=section,
        kind=statement.kind,
        group=group,
        words=say.line(statement),
        label=say.dateless(statement),
        date=say.date(when),
        tags=tuple(tag.text for tag in tags_of(statement, say)),
        standing=standing,
        is_contrary=is_contrary,
        notes=statement.notes,
        claims=tuple(told.claim for told in statement.told),
        sources=letters.of(statement.notes),
        quote=letters.quote(statement.notes),
    )


def shape_of(statement: Statement) -> Shape:
    """Return how the date of a statement is drawn; the period of an amount is no imprecise date."""
    when = statement.when or ""
    kind = kinds().get(statement.kind)
    covered = days(when)
    if covered and covered.first is not None and covered.first == covered.last:
        return "day"
    is_period = kind is not None and kind.answer is Answer.VALUE and "when" in kind.question
    return "span" if is_period or "/" in when else "vague"
