"""Reading many sources one after another: a bad one is told of at the end, and the others are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import click
import msgspec

from korpu.claims import Claim
from korpu.cli import output
from korpu.coverage import Covered
from korpu.document import Document, SourceCard
from korpu.errors import KorpuError, WrongUse


class Reading(msgspec.Struct, frozen=True):
    """A document that was read, its claims, and what came of each sentence, in the order of the text."""

    source: str
    document: Document
    claims: Sequence[Claim]
    covered: Sequence[Covered]


class Failure(msgspec.Struct, frozen=True):
    """A source that could not be read, and the sentence that says why."""

    source: str
    message: str


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
    """Yield what was read from each source, or why it could not be."""
    from korpu.sources import read_source

    for source in sources:
        for found in read_source(source, card, encoding):
            yield (
                _read_claims(source, found, language)
                if isinstance(found, Document)
                else Failure(source, str(found))
            )


def _read_claims(source: str, document: Document, language: str) -> Reading | Failure:
    from korpu.reading.read import read_with_coverage

    try:
        claims, covered = read_with_coverage(document, language)
    except WrongUse:
        raise  # it would be the same with every other document
    except KorpuError as error:
        return Failure(source, f"{source}: {error}")
    except Exception as error:
        if click.get_current_context().find_root().params.get("debug"):
            raise
        what = f"{type(error).__name__}: {error}"
        return Failure(
            source, f"{source}: Körpü failed at reading it ({what}). Run `korpu --debug …` to see where."
        )
    return Reading(source, document, claims, covered)


def end_with(failures: Sequence[Failure]) -> None:
    """Tell of the sources that could not be read, and end with status 1; do nothing where there is none."""
    if not failures:
        return
    if len(failures) > 1:
        output.note(f"{len(failures):,} sources could not be read:")
    for failure in failures:
        output.note(f"korpu: {failure.message}" if len(failures) == 1 else f"  {failure.message}")
    click.get_current_context().exit(1)
