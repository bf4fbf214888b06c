"""Bring the interface's catalogues up to date: every message of pages and templates, with the translations that there are.

    python -m genscripts.catalogues

Writes src/korpu/web/locale/*.po. A message that no page has any more is dropped.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "korpu"
WEB = PACKAGE / "web"
KEYWORDS = {"_": None, "n_": (1, 2), "text": None, "count": (1, 2), "message": None, "Refused": (2,)}
REFUSALS = dict.fromkeys(("BadName", "BadPassword", "NameTaken", "NoSuchAccount", "LastAdministrator"))
"""What accounts refuse, with the reason first: pages translate it."""
TOLD = (
    "edtf.py",
    "intake.py",
    "known_at.py",
    "states.py",
    "ledger/adding.py",
    "ledger/asserting.py",
    "ledger/changes.py",
    "ledger/deciding.py",
    "ledger/entities.py",
    "ledger/history.py",
    "ledger/ids.py",
    "ledger/rereading.py",
    "ledger/terms.py",
    "sources/decoding.py",
    "sources/guard.py",
    "sources/pages.py",
    "sources/web.py",
)
"""Modules outside the web application whose errors its pages show, beside accounts."""
METHODS = [("**.py", "python"), ("**.jinja", "jinja2.ext.babel_extract")]


def messages() -> Catalog:
    """Return every message of the interface, with the files that say it."""
    found = Catalog(project="korpu", charset="utf-8")
    options = {"**.jinja": {"trimmed": "true", "silent": "false"}}
    extracted = [*extract_from_dir(WEB, METHODS, options, keywords=KEYWORDS)]
    for file, *rest in extract_from_dir(PACKAGE / "accounts", METHODS, options, keywords=REFUSALS):
        extracted.append((f"../accounts/{file}", *rest))
    own = [path.relative_to(WEB).as_posix() for path in sorted(WEB.rglob("*.py"))]
    for file in (*own, *(f"../{name}" for name in TOLD)):
        extracted += [(file, line, sentence, [], None) for line, sentence in sentences(WEB / file)]
    for file, _, message, _, _ in sorted(extracted, key=lambda one: (one[0], one[1])):
        found.add(message, locations=[(file, None)])
    return found


def sentences(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the sentences that a module's errors say, with their lines: those that a value is not written into."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    raised = {id(node.exc) for node in ast.walk(tree) if isinstance(node, ast.Raise)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not (id(node) in raised or _name(node) == "Sentence"):
            continue
        said = [
            one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)
        ]
        if said:
            yield node.lineno, said[0]


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def catalogues() -> Iterator[Path]:
    """Yield the files of the catalogues."""
    yield from sorted((WEB / "locale").glob("*.po"))


def main() -> int:
    """Write the catalogues; return the exit status."""
    template = messages()
    for path in catalogues():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.stem)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalogue, omit_header=True, width=110, sort_output=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
