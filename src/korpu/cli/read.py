"""Read texts and print the claims that they make."""

from __future__ import annotations

from collections.abc import Sequence

import click

from korpu.cli import options, output


@click.command(short_help=__doc__)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@options.format_option()
@options.published_option
@options.language_option
@options.encoding_option
def command(
    files: Sequence[str], format: str, published: str | None, language: str, encoding: str | None
) -> None:
    """Read texts and print the claims that they make, each tied to its sentence. Nothing is kept.

    FILE is a text, a saved web page, a folder, a web address, or - for standard input. Claims come in
    the order of the text, one document after another; all else goes to standard error.

    \b
    korpu read article.txt --published 2022-05-03
    korpu read --format jsonl articles/ > claims.jsonl
    """
    from korpu.claims import to_json
    from korpu.cli.reading import Failure, end_with, read_all, single_sources
    from korpu.document import SourceCard

    card = SourceCard(published=published, language=language)
    failures = []
    for result in read_all(single_sources(files), card, encoding, language):
        if isinstance(result, Failure):
            failures.append(result)
            continue
        if format == "jsonl":
            output.print_lines(to_json(claim) for claim in result.claims)
        elif result.claims:
            output.stdout().print(output.claims_table(result.claims, title=result.source))
        if not result.claims:
            output.note(f"{result.source}: no claim was found in it.")
    end_with(failures)
