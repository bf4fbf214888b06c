"""What the pages say is so: their commands exist, all commands and options are on them, the tour's output is real."""

import importlib
import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import click
import pytest

from bench import quality
from korpu.cli import korpu

ROOT = Path(__file__).resolve().parent.parent
PAGES = [
    ROOT / "README.md",
    ROOT / "bench" / "README.md",
    ROOT / "corpus" / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
CONTEXT = click.Context(korpu, info_name="korpu")
COMMANDS = {name: command for name, command, _ in korpu.all_commands(CONTEXT)}


def script(name: str) -> ModuleType:
    """A program of the folder genscripts, which is no package."""
    spec = importlib.util.spec_from_file_location(f"genscripts_{name}", ROOT / "genscripts" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def options(command: click.Command) -> set[str]:
    names = {name for parameter in command.params for name in parameter.opts if name.startswith("-")}
    return names | {"--help", "-h"}


def test_the_page_of_commands_is_what_help_says() -> None:
    commands = script("commands")
    written = commands.PAGE.read_text(encoding="utf-8")
    assert written == commands.page(), "run make docs"


def test_every_command_and_option_is_on_the_page_of_commands() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for name, command in COMMANDS.items():
        section = page.partition(f"## korpu {name}\n")[2].partition("\n## ")[0]
        assert section, name
        assert all(option in section for option in options(command)), name


CHANGING = {"add", "decide", "demo", "serve", "merge", "reread", "restore", "split", "withdraw"}
WITHOUT = {("log", "--as-of")}
"""What a question does not take; the page of commands says why."""


def test_every_question_takes_both_times() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    rows = [line.partition(" | ")[0] for line in page.splitlines() if line.startswith("| `korpu")]
    questions = {
        name
        for name, command in COMMANDS.items()
        if "--ledger" in options(command) and name.split()[0] not in CHANGING | {"ledger"}
    }
    assert questions >= {"claims", "dossier", "log", "search"}
    for name in questions:
        lacking = {"--as-of", "--known-at"} - options(COMMANDS[name])
        assert {(name, option) for option in lacking} <= WITHOUT
        assert any(f"`korpu {name}`" in row for row in rows), f"say of korpu {name} what the two times mean"


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"korpu {name}" in readme for name in COMMANDS)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_commands_and_options_that_a_page_shows_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    typed = re.findall(r"(?:^\$ |`|^ {4})korpu ([a-z]+(?: [a-z]+)?)\b([^`\n|>]*)", text, re.MULTILINE)
    for words, rest in typed:
        name = words if words in COMMANDS else words.partition(" ")[0]
        command = COMMANDS.get(name)
        assert command is not None, f"korpu {name}"
        unknown = set(re.findall(r"(?<!\S)--?[a-z][\w-]*", rest)) - options(command)
        assert not unknown, f"korpu {name} has no {unknown}"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_a_page_links_to_is_there(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), link


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_modules_that_a_page_names_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for module in set(re.findall(r"python (?:-m )?((?:bench|genscripts)[./]\w+(?:\.py)?)", text)):
        path = module.removesuffix(".py").replace(".", "/")
        assert (ROOT / f"{path}.py").exists() or (ROOT / path / "__main__.py").exists(), module
    goals = (ROOT / "Makefile").read_text(encoding="utf-8")
    for goal in set(re.findall(r"(?:`| {4})make ([a-z]+)", text)):
        assert re.search(rf"^{goal}:", goals, re.MULTILINE), goal


def test_the_tour_of_the_readme_prints_what_it_shows() -> None:
    tour = script("tour")
    page = tour.README.read_text(encoding="utf-8")
    assert tour.commands(page), "the tour has lost its commands"
    assert tour.run_again(page) == page, "run make docs"


def test_the_page_on_reading_has_the_figures_that_are_measured() -> None:
    reading = script("reading")
    page = reading.PAGE.read_text(encoding="utf-8")
    assert reading.total_row("test", quality.measure("test")) in page, "run make docs"


def test_the_readmes_lines_of_python_run() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (program,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        capture_output=True, encoding="utf-8", check=True, env={"PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert "mission.opened" in done.stdout


def test_every_change_that_users_see_is_a_file_of_its_own() -> None:
    for path in (ROOT / "changelog.d").iterdir():
        if path.name == "README.md":
            continue
        assert re.fullmatch(r"[a-z0-9-]+\.(added|changed|fixed|removed)\.md", path.name), path.name
        assert path.read_text(encoding="utf-8").strip().endswith(".")


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text(encoding="utf-8"))
    assert listed == sorted(path.name for path in folder.glob("0*.md"))


def test_the_names_in_the_page_on_python_are_those_of_the_package() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    for name in re.findall(r"`(korpu(?:\.\w+)+)", page):
        *module, last = name.split(".")
        found = importlib.util.find_spec(name) if len(module) < 2 else None
        if found is None:
            owner = importlib.import_module(".".join(module))
            assert hasattr(owner, last) or importlib.util.find_spec(name), name


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_files_that_a_page_names_are_there(page: Path) -> None:
    """Except `x` and `xx`, which stand for any."""
    package = ROOT / "src" / "korpu"
    within = (ROOT, page.parent, package.parent, package, package / "languages" / "az")
    for name in re.findall(
        r"`((?:[a-z_.]+/)+[a-z_.]*|[a-z_]+\.(?:py|toml))`", page.read_text(encoding="utf-8")
    ):
        if not re.search(r"\bxx?\.", name):
            assert any((folder / name).exists() for folder in within), name
