"""What is new on two states, in words, each change with the sentences that say so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from korpu.dossier.news import PairNews
from korpu.dossier.tree import Note
from korpu.render.news import NewsEntry, NewsPage, put_news_into_words
from korpu.render.news_terminal import SIGNS

Pair = tuple[str, str]


class SignedEntry(msgspec.Struct, frozen=True):
    """A change in words, with the sign of its sort."""

    sign: str
    entry: NewsEntry


class JobNews(msgspec.Struct, frozen=True):
    """What is new on two states.

    Attributes:
        sentences: the notes by their numbers.
        disputes: how many of the changes are new disagreements.
    """

    pair: Pair
    title: str
    entries: tuple[SignedEntry, ...]
    sentences: dict[int, Note]
    disputes: int
    before: str


def put_news(
    told: Sequence[PairNews], language: str, since: dt.datetime, until: dt.datetime | None
) -> tuple[JobNews, ...]:
    """Return the news on each two states in a language; those on which nothing is new, too."""
    end = until or since
    return tuple(_of_pair(one, put_news_into_words([one], language, since, end, one.pair)) for one in told)


def _of_pair(told: PairNews, page: NewsPage) -> JobNews:
    entries = tuple(SignedEntry(SIGNS[e.what][0], e) for pair in page.pairs for e in pair.entries)
    return JobNews(
        pair=told.pair,
        title=page.pairs[0].title if page.pairs else page.title,
        entries=entries,
        sentences={note.number: note for note in told.notes},
        disputes=sum(one.entry.what == "disputed" for one in entries),
        before=page.labels["before"],
    )
