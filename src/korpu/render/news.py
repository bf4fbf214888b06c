"""News in the words of a language: what every form (terminal, Atom feed) only has to set."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence

import msgspec

from korpu.dossier.news import Item, PairNews
from korpu.dossier.tree import Line, Note, Remark, Source
from korpu.findings.finding import Finding
from korpu.findings.news import GAPS, Change
from korpu.render.entries import remark_of, tags_of
from korpu.render.page import Entry, Phrase
from korpu.render.source_cards import address_of, source_line
from korpu.render.state import standing_of, state_entry
from korpu.render.wording.words import Wording, wording
from korpu.translations import translate


class Quoted(msgspec.Struct, frozen=True):
    """A sentence with its number and its source in words; `url` is an http(s) address or empty."""

    number: int
    quote: str
    source: str
    url: str


class NewsEntry(msgspec.Struct, frozen=True):
    """One change in words.

    Attributes:
        id: a `urn:uuid:` that the same change has whenever it is told in this language.
        what: a name of `korpu.findings.news.What`.
        label: that name in words.
        entry: what is found now; of what is gone, what was.
        before: what was found before; empty where that is the same or nothing was.
        before_standing: how that stood.
        because: why what it rested on was withdrawn, a sentence; empty where nothing was.
        sentences: those that say so and that no earlier entry of the pair has.
        cited: the numbers of all sentences that say so.
        section: the title of the dossier's section.
        at: when it became news.
    """

    id: str
    what: str
    label: str
    entry: Entry
    before: tuple[Phrase, ...]
    before_standing: str
    because: str
    sentences: tuple[Quoted, ...]
    cited: tuple[Quoted, ...]
    section: str
    at: dt.datetime | None


class PairPage(msgspec.Struct, frozen=True):
    """What is new on two states, in words."""

    title: str
    entries: tuple[NewsEntry, ...]


class NewsPage(msgspec.Struct, frozen=True):
    """News in words.

    Attributes:
        id: a `urn:uuid:` that the news on the same states has in this language.
        period: from when to when, in words.
        since: from when.
        summary: how many changes there are, of which sorts; empty where there are none.
        nothing: a sentence that there is nothing new, on some or on all; empty where there is on all.
        labels: further words that a form needs, by code.
    """

    id: str
    language: str
    title: str
    period: str
    since: dt.datetime
    summary: str
    pairs: tuple[PairPage, ...]
    nothing: str
    labels: dict[str, str]


def put_news_into_words(
    told: Sequence[PairNews],
    language: str,
    since: dt.datetime,
    until: dt.datetime,
    pair: tuple[str, str] | None = None,
) -> NewsPage:
    """Return the news in a language (`az` or `en`).

    Args:
        told: one for each pair that was touched, also where nothing is new.
        since, until: from when to when, UTC.
        pair: the only one that was asked about.

    Raises:
        korpu.translations.NotTranslated: there is no such language.
    """
    say = wording(language)
    fresh = [one for one in told if one.items]
    title = _say(say, "title_pair", pair=_pair(pair, say)) if pair else _say(say, "title")
    return NewsPage(
        id=_urn("news", language, *(sorted(pair) if pair else ())),
        language=language,
        title=title,
        period=f"{say.moment(since)} – {say.moment(until)}",
        since=since,
        summary=_summary(fresh, say),
        pairs=tuple(PairPage(_pair(one.pair, say), _entries(one, say)) for one in fresh),
        nothing=_nothing(told, say),
        labels={code: _say(say, code) for code in ("before", "period", "made_by")},
    )


def _say(say: Wording, code: str, **slots: str) -> str:
    return translate(say.language, "news", code, **slots)


def _pair(pair: Iterable[str], say: Wording) -> str:
    return say.grammar.listed([say.state(code) for code in pair])


def _urn(*parts: str) -> str:
    """A name for what these parts say, the same for the same parts (RFC 4122, version 5)."""
    return uuid.uuid5(uuid.NAMESPACE_OID, "\n".join(("korpu", *parts))).urn


def _summary(told: Sequence[PairNews], say: Wording) -> str:
    whats = [item.change.what for one in told for item in one.items]
    if not whats:
        return ""
    counts = {what: whats.count(what) for one in told for what in (item.change.what for item in one.items)}
    table = say.words["news_counts"]
    parts = [f"{table[what]}: {counts[what]}" for what in table if what in counts]
    return _say(say, "summary", count=str(len(whats)), parts="; ".join(parts))


def _nothing(told: Sequence[PairNews], say: Wording) -> str:
    quiet = [_pair(one.pair, say) for one in told if not one.items]
    if len(quiet) == len(told):
        return _say(say, "nothing")
    return _say(say, "nothing_on", pairs="; ".join(quiet)) if quiet else ""


def _entries(told: PairNews, say: Wording) -> tuple[NewsEntry, ...]:
    quoted = _quoted(told.notes, told.sources, say)
    shown: set[int] = set()
    entries = []
    for item in told.items:
        entry = _entry(item, told.pair, say)
        numbers = _numbers(item)
        entries.append(
            msgspec.structs.replace(
                entry,
                sentences=tuple(quoted[number] for number in numbers if number not in shown),
                cited=tuple(quoted[number] for number in numbers),
            )
        )
        shown.update(numbers)
    return tuple(entries)


def _entry(item: Item, pair: tuple[str, str], say: Wording) -> NewsEntry:
    what = item.change.what
    main = item.now or item.was
    assert main is not None
    before, standing = _before(item, say) if item.now else ((), "")
    reasons = "; ".join(f"«{reason}»" for reason in item.because)
    return NewsEntry(
        id=_urn(say.language, *sorted(pair), what, _id(item.change.was), _id(item.change.now)),
        what=what,
        label=_label(item.change, say),
        entry=_told(main, pair, say),
        before=before,
        before_standing=standing,
        because=_say(say, "withdrawn", because=reasons) if reasons else "",
        sentences=(),
        cited=(),
        section=say.section(item.section),
        at=item.at,
    )


def _label(change: Change, say: Wording) -> str:
    """What happened, in words; of what is new, which sort of thing it is."""
    if change.what == "appeared" and change.finding.sort == GAPS:
        return _say(say, "appeared_gap")
    if change.what == "appeared" and change.finding.status in ("inferred", "superseded"):
        return _say(say, f"appeared_{change.finding.status}")
    return _say(say, change.what)


def _id(finding: Finding | None) -> str:
    return f"{finding.sort} {finding.id}" if finding else ""


def _told(main: Line | Remark, pair: tuple[str, str], say: Wording) -> Entry:
    if isinstance(main, Line):
        return state_entry(main, pair, say)
    return Entry(remark_of(main, say), is_disputed=main.is_disputed)


def _before(item: Item, say: Wording) -> tuple[tuple[Phrase, ...], str]:
    """What was found before, and how it stood; only the latter where it was the same."""
    was, now = item.was, item.now
    if was is None:
        return (), ""
    if isinstance(was, Remark):
        phrase = remark_of(was, say)
        is_same = isinstance(now, Remark) and remark_of(now, say).text == phrase.text
        return ((), "") if is_same else ((phrase,), "")
    answers = _answers(was, say)
    is_same = isinstance(now, Line) and [p.text for p in _answers(now, say)] == [p.text for p in answers]
    return () if is_same else answers, standing_of(was, say)


def _answers(line: Line, say: Wording) -> tuple[Phrase, ...]:
    """What a line answers, then what contradicts that."""
    contrary = (rival.statement for rival in line.rivals if rival.relation == "contradicts")
    return tuple(
        Phrase(say.answer(statement), statement.notes, tags_of(statement, say))
        for statement in (line.statement, *contrary)
    )


def _numbers(item: Item) -> tuple[int, ...]:
    """The numbers of all sentences that a piece of news refers to, ascending."""
    found: set[int] = set()
    for told in (item.was, item.now):
        if isinstance(told, Line):
            found.update(told.statement.notes)
            found.update(n for rival in told.rivals for n in rival.statement.notes)
            found.update(n for statement in told.earlier for n in statement.notes)
            found.update(n for remark in told.remarks for n in remark.notes)
        elif told is not None:
            found.update(told.notes)
    return tuple(sorted(found))


def _quoted(notes: Iterable[Note], sources: Iterable[Source], say: Wording) -> dict[int, Quoted]:
    cards = {source.document: source.card for source in sources}
    return {
        note.number: Quoted(
            note.number,
            " ".join(note.quote.split()),
            source_line(cards[note.document], say),
            address_of(cards[note.document]),
        )
        for note in notes
    }
