"""The templates of pages; everything that they show is escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined

from korpu.render import html

FOLDER = Path(__file__).parent


@cache
def environment() -> Environment:
    """Return the templates of this folder; those of files that are whole in themselves begin with `render/`."""
    made = Environment(
        loader=ChoiceLoader(
            [FileSystemLoader(FOLDER), PrefixLoader({"render": FileSystemLoader(html.FOLDER)})]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.globals["static"] = static
    made.globals["chart_scripts"] = chart_scripts
    return made


@cache
def _digests() -> dict[str, str]:
    """A few hex digits of what each file of `static` holds, so that a browser asks anew when it changes."""
    import hashlib

    folder = FOLDER.parent / "static"
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()[:10]
        for path in folder.rglob("*")
        if path.is_file()
    }


def static(name: str) -> str:
    """Return the address of a file of `static`."""
    return f"/static/{name}?v={_digests()[name]}"


def chart_scripts() -> str:
    """Return the address of the script that draws charts."""
    from korpu.charts import drawing

    return f"/charts.js?v={drawing.version()}"
