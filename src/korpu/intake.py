"""Intake: documents that sources gave, and the claims read in them; a bad one becomes a sentence that says why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from korpu.claims import Claim
from korpu.coverage import Covered
from korpu.document import Document, SourceCard
from korpu.errors import KorpuError, Sentence, WrongUse


class Reading(msgspec.Struct, frozen=True):
    """A document that was read, its claims, and what came of each sentence, in the order of the text."""

    source: str
    document: Document
    claims: Sequence[Claim]
    covered: Sequence[Covered]


class Failure(msgspec.Struct, frozen=True):
    """A source that could not be read, and the sentence that says why.

    Attributes:
        message: begins with the source's name; a `korpu.errors.Sentence`, where it can be said in another language.
        is_ours: whether nothing is wrong with the source, and Körpü itself failed.
    """

    source: str
    message: str
    is_ours: bool = False


def read_all(
    sources: Iterable[str], card: SourceCard, encoding: str | None, language: str, *, debug: bool = False
) -> Iterator[Reading | Failure]:
    """Yield what was read from each source, or why it could not be.

    Args:
        debug: raise what Körpü itself fails with, where a failure would be yielded.
    """
    from korpu.sources import read_source

    for source in sources:
        for found in read_source(source, card, encoding):
            yield (
                read_claims(source, found, language, debug=debug)
                if isinstance(found, Document)
                else Failure(source, str(found))
            )


def read_claims(source: str, document: Document, language: str, *, debug: bool = False) -> Reading | Failure:
    """Return what was read in a document, or why it could not be.

    Args:
        source: what the document is called.
        debug: as for `read_all`.

    Raises:
        WrongUse: the language is none that is read; it would be the same with every other document.
    """
    from korpu.reading.read import read_with_coverage

    try:
        claims, covered = read_with_coverage(document, language)
    except WrongUse:
        raise
    except KorpuError as error:
        return Failure(source, Sentence("{source}: {why}", source=source, why=error.sentence))
    except Exception as error:
        if debug:
            raise
        what = f"{type(error).__name__}: {error}"
        told = Sentence("{source}: Körpü failed at reading it ({what}).", source=source, what=what)
        return Failure(source, told, is_ours=True)
    return Reading(source, document, claims, covered)
