"""Show what is new since a day, and what it was before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from korpu.cli import options, output
from korpu.errors import KorpuError, WrongUse

if TYPE_CHECKING:
    from korpu.dossier.news import PairNews
    from korpu.ledger.store import Ledger
    from korpu.render.news import NewsPage

SUFFIXES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".atom": "atom", ".xml": "atom"}
"""What the name of the file says where --format does not."""
DAYS = 7
"""How far back news go where --since does not say."""


@click.command(short_help=__doc__)
@options.optional_pair_argument
@options.since_option
@options.as_of_option(
    "Look at both moments as of this day: 2022, 2022-03, 2022-03-01. That of the second, where it is not given."
)
@options.known_at_option
@options.words_option("The language of the news: az or en. Sentences stay in their documents' own.", "az")
@options.form_option("text", "jsonl", "atom")
@options.file_option
@options.ledger_option
def command(
    pair: tuple[str, str] | None,
    since: dt.datetime | None,
    as_of: str | None,
    known_at: dt.datetime | None,
    language: str,
    format: str | None,
    file: Path | None,
    ledger: options.Address,
) -> None:
    """Show what is new: what the ledger says now and did not say before. With A and B, on these two states only.

    What sources contradict each other on now; what a later answer supersedes; what is new, changed or settled; what
    is gone, as what it rested on was withdrawn; what a further witness confirms. Each with what it was before, and
    with the sentences that say so. Another wording or another order of the same is no news.

    Without --since it is the last seven days, until --known-at or now. -o news.atom writes an Atom feed, an entry a
    change.

    \b
    korpu news
    korpu news AZ KZ --since 2024-05-01 --language en
    korpu news --since 2024-05-01 --known-at 2024-05-31 --format jsonl
    korpu news -o news.atom
    """
    from korpu.as_of import last_day
    from korpu.edtf import moved
    from korpu.ledger.store import open_ledger

    until = known_at or dt.datetime.now(dt.UTC)
    begin = since or dt.datetime.combine(moved(until.date(), -dt.timedelta(days=DAYS)), dt.time.min, dt.UTC)
    if begin > until:
        end = f"{until:%Y-%m-%d %H:%M} UTC"
        raise WrongUse(
            f"--since is later than {end}, until which news are asked for. Give an earlier --since."
        )
    with open_ledger(ledger, create=False) as opened:
        told = list(_news(opened, pair, begin, known_at, last_day(as_of) or until.date()))
    form = output.form_of(format, file, SUFFIXES, "text")
    if form == "jsonl":
        from korpu.render.news_jsonl import news_lines

        _write(b"".join(line + b"\n" for line in news_lines(told, language)), file)
        return
    from korpu.render.news import put_news_into_words

    _show(put_news_into_words(told, language, begin, until, pair), form, file)


def _show(page: NewsPage, form: str, file: Path | None) -> None:
    if form == "atom":
        from korpu.render.atom import render_atom

        _write(render_atom(page), file)
        return
    from korpu.render.news_terminal import render_news

    if file is not None:
        _write(output.as_text(lambda console: render_news(page, console)).encode(), file)
    else:
        render_news(page, output.stdout())


def _news(
    opened: Ledger,
    pair: tuple[str, str] | None,
    since: dt.datetime,
    known_at: dt.datetime | None,
    day: dt.date,
) -> Iterator[PairNews]:
    """The news on each pair that was touched."""
    from korpu.pair_news import pair_news

    touched = opened.touched_pairs(since, known_at)
    if pair is not None:
        is_touched = bool(touched.keys() & {pair, pair[::-1]})
        if not is_touched and not opened.claims(pair, known_at=known_at):
            raise KorpuError(output.nothing_on(pair, known_at=known_at))
        touched = {pair: since} if is_touched else {}
    for two in touched:
        yield pair_news(opened, two, since, known_at, day)


def _write(content: bytes, file: Path | None) -> None:
    if file is not None:
        file.write_bytes(content)
    else:
        click.echo(content, nl=False)
