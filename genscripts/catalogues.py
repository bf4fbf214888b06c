"""Bring the interface's catalogues up to date: every message of pages and templates, with the translations that there are.

    python -m genscripts.catalogues

Writes src/korpu/web/locale/*.po. A message that no page has any more is dropped.
"""

from __future__ import annotations

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
METHODS = [("**.py", "python"), ("**.jinja", "jinja2.ext.babel_extract")]


def messages() -> Catalog:
    """Return every message of the interface, with the files that say it."""
    found = Catalog(project="korpu", charset="utf-8")
    options = {"**.jinja": {"trimmed": "true", "silent": "false"}}
    extracted = [*extract_from_dir(WEB, METHODS, options, keywords=KEYWORDS)]
    for file, *rest in extract_from_dir(PACKAGE / "accounts", METHODS, options, keywords=REFUSALS):
        extracted.append((f"../accounts/{file}", *rest))
    for file, _, message, _, _ in sorted(extracted, key=lambda one: (one[0], one[1])):
        found.add(message, locations=[(file, None)])
    return found


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
