"""Serve the ledger to a browser."""

from __future__ import annotations

import click

from korpu.cli import options, output


@click.command(short_help=__doc__)
@click.option(
    "--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen on."
)
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="The port; 0 for a free one.",
)
@click.option("--open", "is_opened", is_flag=True, help="Open the first page in the browser.")
@options.words_option("The language of pages where the browser names none: az or en.", "az")
@options.author_option
@options.ledger_option
def command(
    host: str, port: int, is_opened: bool, language: str, author: str, ledger: options.Address
) -> None:
    """Serve the ledger to a browser: to read, look at, check, add and decide.

    It listens on this machine only, and needs no login there. Nothing is asked of any other host.

    \b
    korpu serve
    korpu serve --port 8080 --open
    """
    from korpu.web.serving import serve
    from korpu.web.settings import Settings

    settings = Settings(ledger=ledger, author=author, language=language)
    serve(settings, host, port, lambda address: _begun(address, is_opened))


def _begun(address: str, is_opened: bool) -> None:
    output.note(f"Körpü is at {address} (Ctrl+C ends it)")
    if is_opened:
        click.launch(address)
