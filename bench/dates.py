"""How many date expressions are found and come to the right EDTF, on corpus/az/dates.tsv, by pattern.

    python -m bench.dates [--errors] [--raise]

Dates count one by one: a row of two dates is two outcomes; a date too many is one more, which is wrong; a row
without dates is one outcome. `when_from` is a class of its own: how the dates were got that are right.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from msgspec import structs

from bench.rows import Outcome, Row, read_rows, run
from korpu.clauses import Clause, Mention, Tense
from korpu.languages import find_language
from korpu.languages.az.dates import find_dates
from korpu.languages.az.orthography import fold
from korpu.reading.calendar import Anchors, Anniversary, DateMention, as_interval, resolve
from korpu.reading.sentences import find_blocks, split_sentences
from korpu.reading.times import dates_told

Dated = tuple[str, str]
"""A date in EDTF and how it was got."""


def main(arguments: list[str] | None = None) -> int:
    """Measure; return the exit status."""
    return run("dates", measure, __doc__ or "", arguments)


def measure() -> list[Outcome]:
    """Return what became of each date of the rows."""
    outcomes: list[Outcome] = []
    for row in read_rows("dates"):
        expected = [_dated(one) for one in row["dates"].split("; ") if one]
        outcomes += _compare(row, expected, read_dates(row["text"], row["published"]))
    return outcomes


def _dated(cell: str) -> Dated:
    edtf, _, when_from = cell.partition(" ")
    return edtf, when_from


def _compare(row: Row, expected: list[Dated], found: list[Dated]) -> list[Outcome]:
    sort, shown = row["pattern"], f"{row['text']}\n{'':14}  {expected} but {found}"
    if not expected and not found:
        return [Outcome(sort, True, shown)]
    matched = _align([edtf for edtf, _ in expected], [edtf for edtf, _ in found])
    outcomes = [Outcome(sort, right is not None, shown) for right in matched]
    outcomes += [Outcome(sort, False, shown)] * max(0, len(found) - len(expected))
    outcomes += [
        Outcome("when_from", found[at][1] == wanted[1], shown)
        for wanted, at in zip_longest(expected, matched)
        if at is not None
    ]
    return outcomes


def _align(expected: list[str], found: list[str]) -> list[int | None]:
    """For each expected date the place of the same among those found, in order."""
    at = 0
    matched: list[int | None] = []
    for edtf in expected:
        place = next((index for index in range(at, len(found)) if found[index] == edtf), None)
        matched.append(place)
        at = at if place is None else place + 1
    return matched


def read_dates(text: str, published: str) -> list[Dated]:
    """Return the dates of a text as the reader gets them, each sentence with the last date told before it.

    >>> read_dates("Saziş 2004-cü ildə bağlandı. Növbəti il isə ilk reys oldu.", "")
    [('2004', 'stated'), ('2005', 'document')]
    """
    language = find_language("az")
    text = language.normalise(text)
    names = language.find_names(text)
    anchors = Anchors(published.rstrip("?") or None, not published.endswith("?"))
    dates: list[Dated] = []
    for block in find_blocks(text):
        for start, end in split_sentences(text, block, language.abbreviations):
            clauses = language.read_sentence(text, start, end, names).clauses
            mentions = _mentions(text, start, end)
            told, after = dates_told(mentions, anchors, {})
            dates += _resolved(mentions, clauses, anchors, told)
            anchors = after
    return dates


def _mentions(text: str, start: int, end: int) -> tuple[Mention, ...]:
    """The dates of a sentence, those too that the reader puts into a title («2021-2025-ci illər üzrə Proqram»)."""
    sentence = text[start:end]
    dates = find_dates(sentence, fold(sentence))
    return tuple(Mention("date", "", start + date.start, start + date.end, data=date) for date in dates)


def _resolved(
    mentions: tuple[Mention, ...], clauses: Sequence[Clause], anchors: Anchors, told: Mapping[int, str | None]
) -> list[Dated]:
    found: list[Dated] = []
    for mention in mentions:
        date = mention.data
        if not isinstance(date, DateMention) or date.overruled or isinstance(date.form, Anniversary):
            continue
        last = told.get(mention.start, anchors.last)
        here = structs.replace(anchors, last=last, tense=_tense(clauses, mention.start, date))
        resolved = resolve(date.form, here)
        if resolved.edtf:
            found.append((as_interval(resolved.edtf, date.part), resolved.when_from or ""))
    return found


def _tense(clauses: Sequence[Clause], start: int, date: DateMention) -> Tense:
    """The tense of the clause that the date is in, or what the words behind it say where no verb is known."""
    if date.part == "planned" and date.future:
        return "future"
    for clause in clauses:
        dated = any(argument.mention.start == start and argument.own for argument in clause.arguments)
        if dated and clause.concepts:
            return clause.tense
    return "future" if date.future else "past"


if __name__ == "__main__":
    sys.exit(main())
