"""Hold a draft against the ledger, claim by claim."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from korpu.cli import options, output

if TYPE_CHECKING:
    from korpu.document import SourceCard
    from korpu.intake import Reading
    from korpu.verify import Checked


@click.command(short_help=__doc__)
@click.argument("draft", metavar="DRAFT")
@options.optional_pair_argument
@options.as_of_option()
@options.known_at_option
@options.published_option
@options.words_option("The language of verdicts and reasons: az or en. Sentences stay in their own.", "az")
@options.format_option("text", "html", "jsonl")
@options.encoding_option
@options.ledger_option
def command(
    draft: str,
    pair: tuple[str, str] | None,
    as_of: str | None,
    known_at: dt.datetime | None,
    published: str | None,
    language: str,
    format: str,
    encoding: str | None,
    ledger: options.Address,
) -> None:
    """Hold a draft against the ledger: a speech, a brief, an article. With A and B, only what it claims of these two.

    DRAFT is a text, a saved web page, a web address, or - for standard input; nothing of it is kept. Each claim in
    it is supported, contradicted, conflicting (the ledger's sources disagree on it themselves), out of date, a plan
    that is given as a fact, or not in the ledger. It is shown with the sentences that say so and, where something
    is to be mended, with a wording and its source. What the reader could not understand is listed.

    The exit status is 1 where a claim is contradicted, so that it can guard a publishing step.

    \b
    korpu verify speech.txt
    korpu verify brief.txt AZ KZ --as-of 2024-05 --language en
    korpu verify article.html --format html > article-verified.html
    cat draft.txt | korpu verify - --format jsonl
    """
    from korpu.cli.reading import end_with, read_all
    from korpu.document import SourceCard
    from korpu.drafts import hold_against
    from korpu.intake import Failure
    from korpu.ledger.store import open_ledger

    card = SourceCard(published=published)
    failures, is_contradicted = [], False
    with open_ledger(ledger, create=False) as opened:
        for result in read_all([draft], card, encoding, "az"):
            if isinstance(result, Failure):
                failures.append(result)
                continue
            held = hold_against(opened, result.claims, pair, as_of, known_at)
            _show(result, held.checked, held.cards, language, format)
            is_contradicted |= any(one.verdict == "contradicted" for one in held.checked)
    end_with(failures)
    if is_contradicted:
        click.get_current_context().exit(1)


def _show(
    reading: Reading,
    checked: Sequence[Checked],
    cards: Mapping[str, SourceCard],
    language: str,
    format: str,
) -> None:
    """Print what the ledger says of a draft."""
    if format == "jsonl":
        from korpu.render.verified_jsonl import verified_lines

        output.print_lines(verified_lines(reading.document, reading.covered, checked, cards, language))
        return
    from korpu.render.verified import put_verified_into_words

    name = "-" if reading.source == "-" else PurePath(reading.source).name or reading.source
    page = put_verified_into_words(name, reading.document, reading.covered, checked, cards, language)
    if format == "html":
        from korpu.render.html.verified import render_verified_html

        click.echo(render_verified_html(page), nl=False)
    else:
        from korpu.render.verified_terminal import render_verified

        render_verified(page, output.stdout())
    if not checked:
        output.note(f"{reading.source}: no claim was found in it.")
