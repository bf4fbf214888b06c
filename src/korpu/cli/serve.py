"""Serve the ledger to a browser."""

from __future__ import annotations

from pathlib import Path

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
@click.option(
    "--accounts",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    envvar="KORPU_ACCOUNTS",
    show_envvar=True,
    help="Who may log in (korpu user). On this machine's own address: nobody need; on another: in your data folder.",
)
@click.option(
    "--host-name",
    "host_names",
    multiple=True,
    metavar="NAME",
    help="A name under which browsers ask, such as korpu.example.org; may be given several times.",
)
@click.option(
    "--behind-proxy",
    is_flag=True,
    help="All requests come from a proxy that speaks https and sets X-Forwarded-For.",
)
@click.option(
    "--certificate",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A certificate (PEM), to speak https; --key has its key.",
)
@click.option(
    "--key",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The key of the certificate (PEM).",
)
@click.option("--open", "is_opened", is_flag=True, help="Open the first page in the browser.")
@options.words_option("The language of pages where the browser names none: az or en.", "az")
@options.author_option
@options.ledger_option
def command(
    host: str,
    port: int,
    accounts: Path | None,
    host_names: tuple[str, ...],
    behind_proxy: bool,
    certificate: Path | None,
    key: Path | None,
    is_opened: bool,
    language: str,
    author: str,
    ledger: options.Address,
) -> None:
    """Serve the ledger to a browser: to read, look at, check, add and decide.

    It listens on this machine only, and needs no login there. On another address, or behind a proxy, who uses it logs
    in (korpu user add). Nothing is asked of any other host, except pages that an editor adds by their address.

    \b
    korpu serve
    korpu serve --port 8080 --open
    korpu serve --host 0.0.0.0 --host-name korpu.example.org --certificate a.pem --key a.key
    korpu serve --behind-proxy --host-name korpu.example.org
    """
    import msgspec

    from korpu.web.serving import serve
    from korpu.web.settings import Settings

    if (certificate is None) != (key is None):
        raise click.UsageError("Give both --certificate and --key, or neither.")
    settings = Settings(
        ledger=ledger,
        author=author,
        accounts=accounts,
        language=language,
        host=host,
        host_names=host_names,
        certificate=(certificate, key) if certificate and key else None,
        behind_proxy=behind_proxy,
    )
    if settings.is_open and accounts is None:
        settings = msgspec.structs.replace(settings, accounts=options.default_accounts())
    if settings.is_open and not settings.is_secure:
        output.note(
            "Passwords and texts travel unencrypted. In a network that others are in, too, give --certificate and --key, "
            "or put a proxy before Körpü and give --behind-proxy."
        )
    serve(settings, port, lambda address: _begun(address, is_opened))


def _begun(address: str, is_opened: bool) -> None:
    output.note(f"Körpü is at {address} (Ctrl+C ends it)")
    if is_opened:
        click.launch(address)
