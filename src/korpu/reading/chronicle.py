"""Chronicles: documents whose headings are days («3 iyun, bazar ertəsi»), of which what stands below them is told."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.claims import Step
from korpu.clauses import Clause, Part
from korpu.kinds.frames import Frame
from korpu.reading.calendar import Absolute, DateMention, YearMissing
from korpu.reading.sentences import BlockType, ReadSentence
from korpu.reading.times import When

_LONGEST = 40
"""Code points of a heading that is a day and no headline."""
_FEWEST = 2
"""The headings that make a chronicle; a single one is when the document was published."""
_STATES = frozenset({"exist", "have", "operate", "be", "live", "serve", "member", "cooperate", "continue"})
"""What is so for longer than the day on which it is told."""


def is_chronicle(sentences: Sequence[ReadSentence]) -> bool:
    """Return whether several headings of a document are days."""
    return sum(is_day(sentence) for sentence in sentences) >= _FEWEST


def is_day(sentence: ReadSentence) -> bool:
    """Return whether it is a heading that gives a day and says nothing else."""
    if sentence.type is not BlockType.HEADING or sentence.end - sentence.start > _LONGEST:
        return False
    mentions = sentence.reading.mentions
    dates = [mention.data for mention in mentions if isinstance(mention.data, DateMention)]
    return bool(dates) and len(dates) == len(mentions) and any(map(_is_exact, dates))


def _is_exact(date: DateMention) -> bool:
    form = date.form
    edtf = form.edtf if isinstance(form, Absolute) else form.pattern if isinstance(form, YearMissing) else ""
    return date.part == "on" and "/" not in edtf and edtf.count("-") == 2


def date_under(day: str | None, frame: Frame, clause: Clause) -> When | None:
    """Return the day of the heading as the date of what the clause tells to have happened; None where it has another.

    Figures and what lasts are not of the day on which they are told, nor is what is still to come.
    """
    happens = frame.when == "any" and frame.cues and not frame.value and not clause.concepts.keys() & _STATES
    dated = any(argument.part is Part.TIME for argument in clause.arguments)
    if day is None or not happens or dated or clause.stance != "fact" or clause.tense != "past":
        return None
    return When(day, "document", (Step("when", "heading"),))
