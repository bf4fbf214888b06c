"""Options and arguments that several commands share, so that they read and behave alike."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from korpu.errors import KorpuError, WrongUse
from korpu.known_at import instants, one_date

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def _check_date(ctx: click.Context, param: click.Parameter, text: str | None) -> str | None:
    """Return one date as it was written, EDTF; fails (status 2) where it is none. An option's callback."""
    try:
        return None if text is None else one_date(text)
    except WrongUse as error:
        raise click.BadParameter(str(error), ctx, param) from None


def _find_pair(ctx: click.Context, param: click.Parameter, names: tuple[str, ...]) -> tuple[str, str]:
    from korpu.states import find_state

    if len(names) != 2:
        optional = "" if param.required else " or none"
        raise click.BadParameter(f"give two states{optional}, not {len(names)}.", ctx, param)
    try:
        first, second = find_state(names[0]), find_state(names[1])
    except KorpuError as error:
        raise click.BadParameter(str(error), ctx, param) from None
    if first == second:
        message = f"«{names[0]}» and «{names[1]}» are the same state, {first}; a relation needs two."
        raise click.BadParameter(message, ctx, param)
    return first, second


def _find_pair_or_none(
    ctx: click.Context, param: click.Parameter, names: tuple[str, ...]
) -> tuple[str, str] | None:
    return _find_pair(ctx, param, names) if names else None


def optional_pair_argument(function: Decorated) -> Decorated:
    """Add the argument `[A B]`; the command gets `pair: tuple[str, str] | None`."""
    return click.argument("pair", nargs=-1, metavar="[A B]", callback=_find_pair_or_none)(function)


def pair_option(function: Decorated) -> Decorated:
    """Add `--pair A B`; the command gets `pair: tuple[str, str] | None`."""
    return click.option(
        "--pair",
        nargs=2,
        metavar="A B",
        callback=lambda ctx, param, names: _find_pair_or_none(ctx, param, names or ()),
        help="Only claims on these two states, by code or name.",
    )(function)


def default_ledger() -> Path:
    """Return where the ledger is kept unless --ledger or KORPU_LEDGER says otherwise."""
    from platformdirs import user_data_path

    return user_data_path("korpu", appauthor=False) / "ledger.sqlite"


def pair_argument(function: Decorated) -> Decorated:
    """Add the argument `A B`, two states by code or name; the command gets `pair: tuple[str, str]`.

    The codes are in the order in which they were given. An unknown state, or the same one twice, is
    wrong use (status 2); the message suggests near names.
    """
    return click.argument("pair", nargs=-1, required=True, metavar="A B", callback=_find_pair)(function)


Address = str | Path
"""Where a ledger is: a file, or the address of a database of a PostgreSQL server."""


def ledger_address(ctx: click.Context, param: click.Parameter, text: str | Path) -> Address:
    """Return where a ledger is; a folder is wrong use (status 2). A callback of options and arguments."""
    if str(text).startswith(("postgresql://", "postgres://")):
        return str(text)
    if Path(text).is_dir():
        raise click.BadParameter(f"{text} is a folder; give the path of a file.", ctx, param)
    return Path(text)


def default_accounts() -> Path:
    """Return where accounts are kept unless --accounts or KORPU_ACCOUNTS says otherwise."""
    from platformdirs import user_data_path

    return user_data_path("korpu", appauthor=False) / "accounts.sqlite"


def ledger_option(function: Decorated) -> Decorated:
    """Add `--ledger ADDRESS`; the command gets `ledger: Address`."""
    return click.option(
        "--ledger",
        callback=ledger_address,
        metavar="ADDRESS",
        default=default_ledger,
        show_default="in your data folder",
        envvar="KORPU_LEDGER",
        show_envvar=True,
        help="The ledger: a file, or postgresql://USER@HOST/DATABASE.",
    )(function)


def author_option(function: Decorated) -> Decorated:
    """Add `--author NAME`; the command gets `author: str`."""
    return click.option(
        "--author",
        default=user_name,
        show_default="your user name",
        envvar="KORPU_AUTHOR",
        show_envvar=True,
        metavar="NAME",
        help="Who does it, as the log will say.",
    )(function)


def user_name() -> str:
    """Return who works here, as the log is to say where nobody says otherwise."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"  # a container may run as a user that has no name


def because_option(function: Decorated) -> Decorated:
    """Add `--because REASON`, which is asked for; the command gets `because: str`."""
    return click.option(
        "--because",
        required=True,
        callback=_some_words,
        metavar="REASON",
        help="Why, in a few words, as the log will say.",
    )(function)


def _some_words(ctx: click.Context, param: click.Parameter, text: str) -> str:
    if not text.strip():
        raise click.BadParameter("say why, in a few words; the log will show it.", ctx, param)
    return text.strip()


def _instants(ctx: click.Context, param: click.Parameter, text: str) -> tuple[dt.datetime, dt.datetime]:
    try:
        return instants(text)
    except WrongUse as error:
        raise click.BadParameter(str(error), ctx, param) from None


def _first_instant(ctx: click.Context, param: click.Parameter, text: str | None) -> dt.datetime | None:
    return None if text is None else _instants(ctx, param, text)[0]


def _last_instant(ctx: click.Context, param: click.Parameter, text: str | None) -> dt.datetime | None:
    return None if text is None else _instants(ctx, param, text)[1]


def known_at_option(function: Decorated) -> Decorated:
    """Add `--known-at INSTANT`; the command gets `known_at: dt.datetime | None`, UTC: of a date its last instant."""
    return click.option(
        "--known-at",
        callback=_last_instant,
        metavar="INSTANT",
        help="Answer as the ledger did then (2024-05-03, 2024-05-03T18:00+04:00; without a zone it is UTC).",
    )(function)


def since_option(function: Decorated) -> Decorated:
    """Add `--since INSTANT`; the command gets `since: dt.datetime | None`, UTC: of a date its first instant."""
    return click.option(
        "--since",
        callback=_first_instant,
        metavar="INSTANT",
        help="Only from then on (2024-05-03, 2024-05-03T18:00+04:00; without a zone it is UTC).",
    )(function)


def format_option(*formats: str) -> Callable[[Decorated], Decorated]:
    """Add `--format`, the first of `formats` (table and jsonl, where none is given) being the default.

    The command gets `format: str`.
    """
    choices = formats or ("table", "jsonl")
    return click.option(
        "--format",
        type=click.Choice(choices),
        default=choices[0],
        show_default=True,
        help="How to print what was found.",
    )


def form_option(*forms: str) -> Callable[[Decorated], Decorated]:
    """Add `--format`, one of `forms`; the command gets `format: str | None` (see `korpu.cli.output.form_of`)."""
    return click.option(
        "--format",
        type=click.Choice(forms),
        help=f"The form; where it is not given, the file's name decides, else it is {forms[0]}.",
    )


def file_option(function: Decorated) -> Decorated:
    """Add `--output FILE`, `-o`; the command gets `file: Path | None`."""
    return click.option(
        "--output",
        "-o",
        "file",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Write to a file, not to the terminal.",
    )(function)


def kind_option(function: Decorated) -> Decorated:
    """Add `--kind KIND`; the command gets `kind: str | None`, the name of a kind that there is."""
    return click.option(
        "--kind",
        callback=_known_kind,
        metavar="KIND",
        help="Only claims of this kind, such as trade.turnover.",
    )(function)


def _known_kind(ctx: click.Context, param: click.Parameter, name: str | None) -> str | None:
    from korpu.kinds import kinds

    if name is None or name in kinds():
        return name
    near = difflib.get_close_matches(name, kinds(), n=3, cutoff=0.4)
    rather = f" Did you mean {', '.join(near)}?" if near else f" There are: {', '.join(kinds())}."
    raise click.BadParameter(f"there is no kind «{name}».{rather}", ctx, param)


def published_option(function: Decorated) -> Decorated:
    """Add `--published DATE`; the command gets `published: str | None`, EDTF."""
    return click.option(
        "--published",
        callback=_check_date,
        metavar="DATE",
        help="When the text was published (2022, 2022-03, 2022-03-01): «last year» counts from it.",
    )(function)


def language_option(function: Decorated) -> Decorated:
    """Add `--language TAG`; the command gets `language: str`."""
    return click.option(
        "--language", default="az", show_default=True, metavar="TAG", help="The language of the text."
    )(function)


def _known_words(ctx: click.Context, param: click.Parameter, tag: str) -> str:
    from korpu.translations import languages

    if tag in languages():
        return tag
    message = f"there is no translation into «{tag}». There are: {', '.join(languages())}."
    raise click.BadParameter(message, ctx, param)


def words_option(help: str, default: str = "en") -> Callable[[Decorated], Decorated]:
    """Add `--language TAG`, in which Körpü speaks; the command gets `language: str`, one that it does."""
    return click.option(
        "--language", default=default, show_default=True, callback=_known_words, metavar="TAG", help=help
    )


def as_of_option(
    help: str = "Leave out what is told of later times (2022, 2022-03, 2022-03-01).",
) -> Callable[[Decorated], Decorated]:
    """Add `--as-of DATE`; the command gets `as_of: str | None`, EDTF (see `korpu.as_of`)."""
    return click.option("--as-of", callback=_check_date, metavar="DATE", help=help)


def encoding_option(function: Decorated) -> Decorated:
    """Add `--encoding NAME`; the command gets `encoding: str | None`, a name that Python knows."""
    return click.option(
        "--encoding",
        callback=_known_encoding,
        metavar="NAME",
        help="Read texts as windows-1254, utf-16, … instead of UTF-8.",
    )(function)


def _known_encoding(ctx: click.Context, param: click.Parameter, name: str | None) -> str | None:
    if name is None:
        return None
    try:
        b"a".decode(name)
    except UnicodeError:
        pass  # half a character, of an encoding that there is
    except LookupError:
        raise click.BadParameter(
            f"«{name}» is no encoding that is known here; utf-8, utf-16, windows-1254 and windows-1251 are.",
            ctx,
            param,
        ) from None
    return name
