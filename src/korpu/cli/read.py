"""Read texts and print the claims that they make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from korpu.cli import options, output

if TYPE_CHECKING:
    from korpu.intake import Reading


@click.command(short_help=__doc__)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@options.format_option()
@click.option("--coverage", is_flag=True, help="List what was made of each sentence, and sum it up.")
@options.published_option
@options.language_option
@options.encoding_option
def command(
    files: Sequence[str],
    format: str,
    coverage: bool,
    published: str | None,
    language: str,
    encoding: str | None,
) -> None:
    """Read texts and print the claims that they make, each tied to its sentence. Nothing is kept.

    FILE is a text, a saved web page, a folder, a web address, or - for standard input. Claims come in
    the order of the text, one document after another; all else goes to standard error.

    With --coverage each sentence is listed instead: it makes a claim, says nothing of the kind, or was not
    understood, as it holds words of a kind and names a state but no claim came of it.

    \b
    korpu read article.txt --published 2022-05-03
    korpu read --format jsonl articles/ > claims.jsonl
    korpu read --coverage article.txt
    """
    from korpu.claims import to_json
    from korpu.cli.reading import end_with, read_all, single_sources
    from korpu.document import SourceCard
    from korpu.intake import Failure

    card = SourceCard(published=published, language=language)
    failures = []
    for result in read_all(single_sources(files), card, encoding, language):
        if isinstance(result, Failure):
            failures.append(result)
            continue
        if coverage:
            _show_coverage(result, format)
            continue
        if format == "jsonl":
            output.print_lines(to_json(claim) for claim in result.claims)
        elif result.claims:
            output.stdout().print(output.claims_table(result.claims, title=result.source))
        if not result.claims:
            output.note(f"{result.source}: no claim was found in it.")
    end_with(failures)


def _show_coverage(result: Reading, format: str) -> None:
    from korpu.cli.coverage import coverage_line, coverage_table, describe_coverage
    from korpu.coverage import sum_up

    summary = describe_coverage(sum_up(result.covered))
    if format == "jsonl":
        output.print_lines(coverage_line(result.source, result.document, one) for one in result.covered)
        output.note(f"{result.source}: {summary}.")
    else:
        output.stdout().print(coverage_table(result.document, result.covered, result.source))
        output.stdout().print(f"{summary}.")
