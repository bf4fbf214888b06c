"""The order of the house: who may know whom, where files and clocks may be touched, how long things may be."""

import ast
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "korpu"
MODULES = sorted(PACKAGE.rglob("*.py"))

VOCABULARY = {
    "claims",
    "clauses",
    "coverage",
    "decisions",
    "document",
    "edtf",
    "errors",
    "families",
    "how",
    "lexicon",
    "states",
}
MAY_IMPORT = {
    "claims": set[str](),
    "document": set[str](),
    "families": set[str](),
    "edtf": {"errors"},
    "errors": set[str](),
    "lexicon": set[str](),
    "how": {"clauses"},
    "clauses": {"claims", "document"},
    "collecting": set[str](),
    "coverage": {"document"},
    "decisions": set[str](),
    "contract": VOCABULARY | {"kinds", "translations"},
    "editions": VOCABULARY | {"kinds"},
    "states": {"errors", "lexicon"},
    "kinds": VOCABULARY,
    "as_of": VOCABULARY | {"kinds"},
    "near_copies": {"families"},
    "renewal": VOCABULARY | {"findings", "ledger"},
    "known_at": VOCABULARY,
    "languages": VOCABULARY | {"kinds", "reading.calendar"},
    "reading": VOCABULARY | {"kinds", "languages"},
    "translations": VOCABULARY,
    "findings": VOCABULARY | {"kinds", "as_of", "entities", "near_copies", "translations"},
    "verify": VOCABULARY | {"kinds", "as_of", "findings"},
    "dossier": VOCABULARY | {"kinds", "as_of", "findings", "near_copies"},
    "render": VOCABULARY | {"kinds", "findings", "verify", "dossier", "translations", "languages"},
    "charts": VOCABULARY | {"kinds", "findings", "dossier", "render", "translations"},
    "entities": VOCABULARY | {"kinds", "translations"},
    "ledger": VOCABULARY
    | {"kinds", "as_of", "contract", "entities", "languages", "near_copies", "reading.sentences"},
    "sources": VOCABULARY,
    "accounts": {"errors"},
    "intake": VOCABULARY | {"reading", "sources"},
    "drafts": VOCABULARY | {"as_of", "findings", "kinds", "ledger", "verify"},
    "pair_news": VOCABULARY | {"dossier", "ledger"},
}
"""What each folder or module of the package may import besides itself; the edges `cli`, `web` and `korpu` itself, all.

A language and the reader share the values of dates (`reading.calendar`), and nothing else of the reader; the ledger,
which searches for words, asks a language for them and shows sentences (`reading.sentences`).
"""

EDGES = ("cli", "web", "korpu")
"""What puts the others together, and may know all of them."""

PURE = {
    "as_of",
    "claims",
    "clauses",
    "contract",
    "coverage",
    "decisions",
    "document",
    "edtf",
    "families",
    "how",
    "kinds",
    "near_copies",
}
PURE |= {"languages", "reading", "findings", "verify", "dossier", "entities"}
OUTSIDE = {
    "io",
    "os",
    "shutil",
    "socket",
    "sqlite3",
    "sqlalchemy",
    "subprocess",
    "tempfile",
    "time",
    "urllib",
    "urllib3",
}
OUTSIDE |= {"click", "pathlib", "random", "requests", "rich", "sys"}
"""Modules that touch files, the network, databases, the clock or the terminal."""

CLOCKS = {"now", "today", "utcnow"}

MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 50


def place_of(path: Path) -> str:
    """The folder of the package that a module is in; its own name where it is in none."""
    first = path.relative_to(PACKAGE).parts[0]
    return "korpu" if first == "__init__.py" else first.removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """The full names of the modules that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module and not node.level, f"{path}: imports are written in full"
            of_korpu = node.module == "korpu"
            yield from (f"korpu.{alias.name}" for alias in node.names) if of_korpu else (node.module,)


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", [p for p in MODULES if place_of(p) not in EDGES], ids=named)
def test_imports_follow_the_arrows(path: Path) -> None:
    place = place_of(path)
    assert place in MAY_IMPORT, f"say in MAY_IMPORT what {place} may know"
    for module in imports(path):
        head, _, rest = module.partition(".")
        if head == "korpu" and rest.split(".")[0] != place:
            allowed = MAY_IMPORT[place]
            assert rest.split(".")[0] in allowed or rest in allowed, f"{place} must not know {module}"


@pytest.mark.parametrize(
    "path", [p for p in MODULES if place_of(p) in ("reading", "kinds", "findings", "dossier")], ids=named
)
def test_only_a_language_knows_a_language(path: Path) -> None:
    assert not [module for module in imports(path) if re.match(r"korpu\.languages\.[a-z]", module)]


@pytest.mark.parametrize("path", [p for p in MODULES if place_of(p) in PURE], ids=named)
def test_files_network_databases_and_clocks_stay_at_the_edges(path: Path) -> None:
    assert not OUTSIDE & {module.partition(".")[0] for module in imports(path)}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            assert not (isinstance(called, ast.Name) and called.id in ("open", "print", "input"))
            assert not (isinstance(called, ast.Attribute) and called.attr in CLOCKS)


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_modules_and_functions_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.end_lineno:
            lines = node.end_lineno - node.lineno + 1
            assert lines <= MOST_LINES_OF_A_FUNCTION, f"{node.name} has {lines} lines"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_no_module_is_called_for_nothing(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "misc", "common"}


def tracked() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a clone: what is tracked is not known")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    paths = (ROOT / os.fsdecode(name) for name in listed.split(b"\0") if name)
    return [path for path in paths if path.is_file()]


REGISTRIES = frozenset({b"pypi", b"pythonhosted", b"npmjs"})
"""Labels of the hosts that packages are fetched from."""


def is_of_registry(address: bytes) -> bool:
    """Whether an address is a package registry's: by a label of its host, or by the path of its index."""
    host, *path = address.partition(b"//")[2].split(b"/")
    return bool(REGISTRIES & set(host.split(b"."))) or b"simple" in path


def test_no_tracked_file_names_a_registry_or_a_path_of_one_machine() -> None:
    addresses = re.compile(rb"https?://[^\s\"'<>)]+")
    option = re.compile(rb"index[-]url")
    home = re.compile(rb"(?<![\w.])/(home|Users|work|root)/\w")
    here = str(ROOT.parent).encode() + b"/"
    for path in tracked():
        data = path.read_bytes()
        if b"\0" in data:
            continue
        assert not option.search(data) and not any(map(is_of_registry, addresses.findall(data))), path
        assert not home.search(data) and (len(here) < 3 or here not in data), path


def address(*parts: bytes) -> bytes:
    return b"/".join([b"https:", b"", *parts])


@pytest.mark.parametrize("label", sorted(REGISTRIES))
def test_a_registry_is_known_by_its_host(label: bytes) -> None:
    assert is_of_registry(address(b"files." + label + b".example", b"a.whl"))


def test_a_mirror_is_known_by_the_path_of_its_index() -> None:
    assert is_of_registry(address(b"mirror.example", b"simple", b"rich"))
    assert not is_of_registry(address(b"mirror.example", b"simpler"))


def test_pins_have_no_addresses_and_pin_what_is_needed() -> None:
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").split()
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pins)
    pinned = {re.sub(r"[-_.]+", "-", pin.partition("==")[0]).lower() for pin in pins}
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    needed = set(re.findall(r'^    "([\w.-]+)>=', declared, re.MULTILINE))
    assert needed and needed <= pinned
