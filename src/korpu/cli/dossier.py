"""Write up the relations of two states, with all sources."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from korpu.cli import options, output
from korpu.errors import KorpuError

if TYPE_CHECKING:
    from korpu.render.page import Page

SUFFIXES = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}
"""What the name of the file says where --format does not."""


@click.command(short_help=__doc__)
@options.pair_argument
@options.as_of_option()
@options.known_at_option
@options.words_option(
    "The language of the dossier: az or en. Sentences stay in their documents' own.", default="az"
)
@options.form_option("terminal", "md", "html")
@options.file_option
@options.ledger_option
def command(
    pair: tuple[str, str],
    as_of: str | None,
    known_at: dt.datetime | None,
    language: str,
    format: str | None,
    file: Path | None,
    ledger: options.Address,
) -> None:
    """Write up the state of relations of two states, A and B.

    Relations, missions, visits, agreements, trade and all else that the ledger holds on the two: each
    line refers to the sentences that say so, and where sources disagree, both are shown. An HTML file
    is whole in itself: it can be sent, read on a phone and printed.

    \b
    korpu dossier AZ KZ
    korpu dossier AZ KZ --as-of 2015 --language en
    korpu dossier AZ KZ --known-at 2024-05-03
    korpu dossier AZ KZ -o dossier.html
    """
    from korpu.dossier import compose
    from korpu.ledger.store import open_ledger
    from korpu.render.words import put_into_words

    with open_ledger(ledger, create=False) as opened:
        held = opened.pair_file(pair, known_at)
    dossier = compose(
        pair,
        held.claims,
        held.cards,
        as_of=as_of,
        coverage=held.coverage,
        signatures=held.signatures,
        decisions=held.decisions,
    )
    if not dossier.notes:
        raise KorpuError(output.nothing_on(pair, as_of, known_at, len(held.claims)))
    page = put_into_words(dossier, language)
    form = output.form_of(format, file, SUFFIXES, "terminal")
    if file is not None:
        file.write_text(_text(page, form), encoding="utf-8", newline="\n")
    elif form == "terminal":
        from korpu.render.terminal import render_terminal

        render_terminal(page, output.stdout())
    else:
        click.echo(_text(page, form), nl=False)


def _text(page: Page, form: str) -> str:
    """The page as a text in one of the forms."""
    if form == "html":
        from korpu.render.html import render_html

        return render_html(page)
    if form == "md":
        from korpu.render.markdown import render_markdown

        return render_markdown(page)
    from korpu.render.terminal import render_terminal

    return output.as_text(lambda console: render_terminal(page, console))
