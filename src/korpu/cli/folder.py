"""A group of commands that is a folder: found by looking, imported only when called."""

from __future__ import annotations

import ast
import errno
import importlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import click

from korpu.errors import KorpuError


class CommandFolder(click.Group):
    """The commands of a folder: each `NAME.py` with a top-level `command` is one, and so is a folder `NAME`.

    The listing takes each command's line from the first line of its module's docstring, so that
    `--help` imports none of them (and so neither SQLAlchemy nor trafilatura). Errors that are meant
    for people end as a sentence on standard error and an exit status.
    """

    def __init__(self, *args: Any, folder: Path, package: str, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.folder = folder
        self.package = package

    @cached_property
    def summaries(self) -> dict[str, str]:
        """Each command's name and the line that says what it does, by name."""
        found = {}
        modules = {path.stem: path for path in self.folder.glob("*.py") if path.stem != "__init__"}
        modules |= {path.parent.name: path for path in self.folder.glob("*/__init__.py")}
        for name, path in sorted(modules.items()):
            module = ast.parse(path.read_text(encoding="utf-8"))
            if any(_names_command(statement) for statement in module.body):
                summary = (ast.get_docstring(module) or "").partition("\n")[0]
                found[name.replace("_", "-")] = summary
        return found

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands' names, in alphabetical order."""
        return list(self.summaries)

    def all_commands(
        self, ctx: click.Context, before: str = ""
    ) -> Iterator[tuple[str, click.Command, click.Context]]:
        """Yield every command under this one by its words («ledger check»), with a context for its help; groups, too."""
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            assert command is not None
            words = f"{before} {name}".lstrip()
            of_command = click.Context(command, parent=ctx, info_name=name)
            yield words, command, of_command
            if isinstance(command, CommandFolder):
                yield from command.all_commands(of_command, words)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, its module imported; None where the folder has none of that name."""
        if cmd_name not in self.summaries:
            return None
        module = importlib.import_module(f"{self.package}.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        command.name = cmd_name
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the listing of commands without importing them."""
        if self.summaries:
            with formatter.section("Commands"):
                formatter.write_dl(list(self.summaries.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for; an error becomes a sentence and an exit status."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KorpuError as error:
            _end(ctx, str(error), error.exit_status)
        except Exception as error:
            if isinstance(error, OSError) and error.errno == errno.EPIPE:
                raise  # `korpu … | head`: click ends quietly
            _end(ctx, _described(error), 1)


def _names_command(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.FunctionDef):
        return statement.name == "command"
    if isinstance(statement, ast.Assign):
        return any(isinstance(target, ast.Name) and target.id == "command" for target in statement.targets)
    return False


def _described(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}." if error.filename else f"{error.strerror}."
    what = f"{type(error).__name__}: {error}"
    return f"Körpü failed at something it should handle ({what}). Run `korpu --debug …` to see where."


def _end(ctx: click.Context, message: str, status: int) -> None:
    """End with a message and a status; within an `except`, and with --debug, raise on instead."""
    if ctx.find_root().params.get("debug"):
        raise
    click.echo(f"korpu: {message}", err=True)
    ctx.exit(status)
