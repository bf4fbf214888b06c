"""Chronicles: documents in which a heading or the beginning of a line gives the day of what is told there.

«3 iyun, bazar ertəsi» as a heading; «12 sentyabr.» or «Mart.» before it in the line; «17. …» below the name of a month.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from korpu.claims import Step
from korpu.clauses import Clause, Part
from korpu.edtf import is_edtf
from korpu.kinds.frames import Frame
from korpu.reading.calendar import Absolute, Anchors, DateMention, YearMissing
from korpu.reading.sentences import BlockType, ReadSentence
from korpu.reading.times import When

_LONGEST = 40
"""Code points of a heading that is a date and no headline."""
_HEADINGS, _DATES = 2, 3
"""The headings, or headings and sentences, that make a chronicle; a single one is when the document was published."""
_STATES = frozenset({"exist", "have", "operate", "be", "live", "serve", "member", "cooperate", "continue"})
"""What is so for longer than the day on which it is told."""
_NUMBERED = re.compile(r"(?P<first>\d{1,2})(?:\s?[-–—]\s?(?P<last>\d{1,2}))?\.(?:\s|$)")
_DAY, _MONTH = 2, 1
"""How many hyphens a day and a month have in EDTF."""


def is_chronicle(sentences: Sequence[ReadSentence]) -> bool:
    """Return whether several headings, or sentences, of a document are days or months and no more."""
    dates = [s.type for s in sentences if _is_date(s, _DAY) or _is_date(s, _MONTH)]
    return dates.count(BlockType.HEADING) >= _HEADINGS or len(dates) >= _DATES


def _is_date(sentence: ReadSentence, hyphens: int) -> bool:
    """Whether a heading or a short sentence gives a date so exact, and says nothing else."""
    if sentence.end - sentence.start > _LONGEST:
        return False
    mentions = sentence.reading.mentions
    dates = [mention.data for mention in mentions if isinstance(mention.data, DateMention)]
    return bool(dates) and len(dates) == len(mentions) and any(_exactness(d) == hyphens for d in dates)


def _exactness(date: DateMention) -> int:
    form = date.form
    edtf = form.edtf if isinstance(form, Absolute) else form.pattern if isinstance(form, YearMissing) else ""
    return edtf.count("-") if date.part == "on" and "/" not in edtf else 0


@dataclass
class Chronicle:
    """Where a chronicle stands.

    Attributes:
        month, heading: the month and the day that the heading above gives.
        line: where the present line begins, and the date that it has given last.
        last: the date that a line gave last.
    """

    month: str | None = None
    heading: str | None = None
    line: tuple[int, str | None] = (-1, None)
    last: str | None = None

    def date_of(self, text: str, sentence: ReadSentence, told: Anchors) -> str | None:
        """Return the date under which the next sentence stands; `told` has the dates up to its end."""
        if sentence.type is BlockType.HEADING:
            self.heading = told.day if _is_date(sentence, _DAY) else None
            self.month = told.last if _is_date(sentence, _MONTH) else None
            return None
        begin = text.rfind("\n", 0, sentence.start) + 1
        if begin != self.line[0]:
            self.line = (begin, self._numbered(text, sentence.start))
        if _is_date(sentence, _DAY) or _is_date(sentence, _MONTH):
            self.line = (begin, self._following(sentence, told.last))
        self.last = self.line[1] or self.last
        return self.line[1] or self.heading

    def _following(self, sentence: ReadSentence, date: str | None) -> str | None:
        """The date that a sentence gives; without its year, the first such behind the date told last."""
        missing = any(
            isinstance(getattr(m.data, "form", None), YearMissing) for m in sentence.reading.mentions
        )
        if not (missing and date and self.last):
            return date
        year, rest = int(self.last[:4]), date[4:]
        return f"{year + (f'{year}{rest}' < self.last[: len(date)]):04d}{rest}"

    def _numbered(self, text: str, start: int) -> str | None:
        """The day or days of the month above that a line begins with («17.», «22–24.»)."""
        numbered = _NUMBERED.match(text, start)
        if numbered is None or self.month is None:
            return None
        days = "/".join(f"{self.month}-{int(day):02d}" for day in numbered.groups() if day)
        return days if is_edtf(days) else None


_HAPPENED = frozenset({"fact", "denied"})
"""What is called off is told under the day for which it was planned."""


def date_under(day: str | None, frame: Frame, clause: Clause) -> When | None:
    """Return the day of the heading as the date of what the clause tells to have happened; None where it has another.

    Figures and what lasts are not of the day on which they are told, nor is what is still to come.
    """
    happens = frame.when == "any" and frame.cues and not frame.value and not clause.concepts.keys() & _STATES
    dated = any(argument.part is Part.TIME for argument in clause.arguments)
    if day is None or not happens or dated or clause.stance not in _HAPPENED or clause.tense != "past":
        return None
    return When(day, "document", (Step("when", "heading"),))
