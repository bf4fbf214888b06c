"""Reading many sources one after another: a bad one is told of at the end, and the others are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import click

from korpu import intake
from korpu.cli import output
from korpu.document import SourceCard
from korpu.intake import Failure, Reading


def single_sources(sources: Iterable[str]) -> list[str]:
    """Return the sources of single documents, folders being replaced by their files.

    A folder that cannot be listed stays as it is: reading it tells why.
    """
    from korpu.sources import list_sources
    from korpu.sources.errors import SourceError

    single: list[str] = []
    for source in sources:
        try:
            single += list_sources(source)
        except SourceError:
            single.append(source)
    return single


def read_all(
    sources: Iterable[str], card: SourceCard, encoding: str | None, language: str
) -> Iterator[Reading | Failure]:
    """Yield what was read from each source, or why it could not be; with `--debug`, raise what Körpü fails with."""
    debug = bool(click.get_current_context().find_root().params.get("debug"))
    return intake.read_all(sources, card, encoding, language, debug=debug)


def end_with(failures: Sequence[Failure]) -> None:
    """Tell of the sources that could not be read, and end with status 1; do nothing where there is none."""
    if not failures:
        return
    if len(failures) > 1:
        output.note(f"{len(failures):,} sources could not be read:")
    for failure in failures:
        message = failure.message + (" Run `korpu --debug …` to see where." if failure.is_ours else "")
        output.note(f"korpu: {message}" if len(failures) == 1 else f"  {message}")
    click.get_current_context().exit(1)
