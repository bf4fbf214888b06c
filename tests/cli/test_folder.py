import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from korpu.cli import korpu as command_line
from korpu.cli.folder import CommandFolder
from korpu.errors import KorpuError, WrongUse
from tests.cli.conftest import Run

ALL = {name: command for name, command, _ in command_line.all_commands(click.Context(command_line))}
COMMANDS = sorted(ALL)


def group_with(monkeypatch: pytest.MonkeyPatch, error: Exception) -> CommandFolder:
    """Return a group whose command `read` fails with `error`."""

    @click.command()
    def failing() -> None:
        raise error

    monkeypatch.setattr(command_line, "get_command", lambda *_: failing)
    return command_line


@pytest.mark.parametrize(
    ("error", "status", "message"),
    [
        (KorpuError("a.txt: it is empty."), 1, "korpu: a.txt: it is empty.\n"),
        (WrongUse("«x» is no state."), 2, "korpu: «x» is no state.\n"),
        (PermissionError(13, "Permission denied", "a.txt"), 1, "korpu: a.txt: Permission denied."),
        (ZeroDivisionError("boom"), 1, "ZeroDivisionError: boom"),
    ],
)
def test_an_error_is_a_sentence_and_a_status(
    monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, message: str
) -> None:
    result = CliRunner().invoke(group_with(monkeypatch, error), ["read"])
    assert result.exit_code == status
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_debug_shows_where_an_error_came_from(monkeypatch: pytest.MonkeyPatch) -> None:
    error = KorpuError("a.txt: it is empty.")
    result = CliRunner().invoke(group_with(monkeypatch, error), ["--debug", "read"])
    assert result.exception is error


@pytest.mark.parametrize(
    ("arguments", "message"), [(["yox"], "yox"), (["read"], "FILE"), (["--yox"], "--yox")]
)
def test_wrong_use_has_status_2(run: Run, arguments: list[str], message: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example_and_a_line_in_the_listing(run: Run, name: str) -> None:
    *group, last = name.split()
    result = run(*group, last, "--help")
    assert result.exit_code == 0
    assert f"korpu {name} " in result.stdout
    listing = run(*group, "--help").stdout
    assert any(line.split()[:1] == [last] and line.rstrip().endswith(".") for line in listing.splitlines())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_help(name: str) -> None:
    for parameter in ALL[name].params:
        assert not isinstance(parameter, click.Option) or parameter.help, parameter.name


def test_modules_without_a_command_are_no_commands() -> None:
    assert "options" not in COMMANDS
    assert {"read", "add", "claims", "sources"} <= set(COMMANDS)


def test_the_listing_imports_no_command_and_takes_no_time() -> None:
    watch = "import sys; sys.argv = ['korpu', '--help']; from korpu.cli import main\ntry: main()\nfinally: print(*sys.modules)"
    times = []
    for _ in range(3):
        began = time.monotonic()
        done = subprocess.run([sys.executable, "-c", watch], capture_output=True, check=True, text=True)
        times.append(time.monotonic() - began)
    loaded = set(done.stdout.split())
    assert not loaded & {"sqlalchemy", "trafilatura", "rich", "msgspec", "korpu.cli.add", "korpu.kinds"}
    # 0.07 s where it was measured; the bound is wide for machines that are busy.
    assert min(times) < 1.0


def test_the_version_is_shown(run: Run) -> None:
    assert run("--version").stdout.startswith("korpu, version ")


def test_a_reader_that_stops_early_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Bir.\n", encoding="utf-8")
    program = f"{sys.executable} -c 'from korpu.cli import main; main()' --help | head -c 0"
    done = subprocess.run(["sh", "-c", program], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
