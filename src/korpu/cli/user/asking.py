"""What the commands on accounts share: where the accounts are, and how passwords are asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from korpu.cli import options
from korpu.errors import WrongUse

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

ROLES = ("reader", "editor", "administrator")
"""The values of `korpu.accounts.account.Role`, which `--help` does not import."""


def accounts_option(function: Decorated) -> Decorated:
    """Add `--accounts FILE`; the command gets `accounts: Path`."""
    return click.option(
        "--accounts",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        default=options.default_accounts,
        show_default="in your data folder",
        envvar="KORPU_ACCOUNTS",
        show_envvar=True,
        help="The file of accounts.",
    )(function)


def password_option(function: Decorated) -> Decorated:
    """Add `--password-stdin`; the command gets `password_stdin: bool`."""
    return click.option(
        "--password-stdin",
        is_flag=True,
        help="Take the password from standard input, its first line, and ask nothing.",
    )(function)


def ask_password(name: str, from_stdin: bool) -> str:
    """Return a new password for the account of that name: typed twice without being shown, or a line of standard input.

    Raises:
        WrongUse: standard input is empty.
        BadPassword: see `korpu.accounts.account.check_password`; on a terminal it is told and asked for again.
    """
    from korpu.accounts.account import check_password
    from korpu.accounts.errors import BadPassword

    if from_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
        if not password:
            raise WrongUse("Standard input has no password in its first line.")
        check_password(password, name)
        return password

    def checked(typed: str) -> str:
        try:
            check_password(typed, name)
        except BadPassword as error:
            raise click.BadParameter(str(error)) from None
        return typed

    answer: str = click.prompt(
        f"Password of {name}",
        hide_input=True,
        confirmation_prompt="The same again",
        value_proc=checked,
        err=True,
    )
    return answer
