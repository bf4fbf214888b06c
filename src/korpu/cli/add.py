"""Read documents into the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from korpu.cli import options, output
from korpu.cli.progress import Progress
from korpu.document import SourceCard
from korpu.errors import WrongUse

if TYPE_CHECKING:
    from korpu.intake import Failure, Reading
    from korpu.ledger.adding import Added


@click.command(short_help=__doc__)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--publisher", help="Who published them.")
@click.option("--title", help="The title, of one document.")
@options.published_option
@click.option("--url", help="The address where it was published, of one document.")
@options.language_option
@options.encoding_option
@click.option(
    "--source",
    "name",
    metavar="NAME",
    help="The name of the source, if it has no address: read again with other text it is a new edition.",
)
@options.author_option
@options.ledger_option
def command(
    sources: Sequence[str],
    publisher: str | None,
    title: str | None,
    published: str | None,
    url: str | None,
    language: str,
    encoding: str | None,
    name: str | None,
    author: str,
    ledger: options.Address,
) -> None:
    """Read documents into the ledger.

    SOURCE is a text, a saved web page, a folder, a web address, or - for standard input. A text that
    is in the ledger already changes nothing. Documents that cannot be read are listed at the end; all
    the others are in the ledger then, and the exit status is 1.

    \b
    korpu add article.txt --published 2022-05-03 --publisher "Trend"
    korpu add articles/
    korpu add https://example.org/news/1
    """
    from korpu.cli.reading import end_with, read_all, single_sources
    from korpu.coverage import sum_up
    from korpu.intake import Failure
    from korpu.ledger.store import open_ledger

    single = single_sources(sources)
    if len(single) > 1 and (title or url or name):
        raise WrongUse(
            f"--title, --url and --source are for one document, and there are {len(single):,}. "
            "Add that one by itself."
        )
    card = SourceCard(title=title, publisher=publisher, published=published, url=url, language=language)
    failures: list[Failure] = []
    done: list[Added] = []
    with open_ledger(ledger, author=author) as opened, Progress(len(single)) as progress:
        for result in read_all(single, card, encoding, language):
            progress.advance()
            if isinstance(result, Failure):
                failures.append(result)
                continue
            added = opened.add(result.document, result.claims, sum_up(result.covered), name)
            done.append(added)
            progress.print(_line(result, added))
    if len(single) > 1:
        output.note(_summary(done, ledger))
    end_with(failures)


def _line(reading: Reading, added: Added) -> str:
    name = reading.document.card.title or reading.source
    if not added.stands:
        short = added.document[: output.SHORT_ID]
        return f"{name}: in the ledger already, and withdrawn; `korpu restore {short}` lets it count again"
    if not added.is_new:
        return f"{name}: already in the ledger"
    if added.edition and added.edition > 1:
        name = f"{name} (edition {added.edition})"
    if not reading.claims:
        return f"{name}: no claim"
    kinds = Counter(claim.kind for claim in reading.claims)
    counts = ", ".join(
        f"{kind} {count}" for kind, count in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    )
    return f"{name}: {output.counted(added.claims, 'claim')} ({counts})"


def _summary(done: Sequence[Added], ledger: options.Address) -> str:
    new = [added for added in done if added.is_new]
    claims = sum(added.claims for added in new)
    known = len(done) - len(new)
    already = f"; {output.counted(known, 'document')} already in it" if known else ""
    return f"{output.counted(len(new), 'document')} with {output.counted(claims, 'claim')} added to {ledger}{already}."
