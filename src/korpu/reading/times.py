"""Times: which date of a clause a claim takes, and what it comes to."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from korpu.claims import Step, WhenFrom
from korpu.clauses import Clause, Mention, Part
from korpu.document import Span
from korpu.reading.calendar import Absolute, Anchors, Anniversary, DateMention, as_interval, resolve


class When(NamedTuple):
    """A claim's date: EDTF or None, how it was got, and the step that says so."""

    edtf: str | None = None
    when_from: WhenFrom | None = None
    steps: tuple[Step, ...] = ()

    def taken_over(self, mention: Mention) -> When:
        """Return the date with a step that says that it was told in another clause."""
        return self._replace(steps=(*self.steps, Step("when", "earlier_clause", mention.start, mention.end)))

    def fitting(self, said: Mention | None) -> When:
        """Return the date with the words «7 years later» in apposition as what its span was said to be."""
        if said is None:
            return self
        steps = [
            Step(s.part, s.how, said.start, said.end) if s.how.startswith("offset:+") else s
            for s in self.steps
        ]
        return self._replace(steps=tuple(steps))


NO_DATE = When()


def choose_when(
    clause: Clause,
    anchors: Anchors,
    lasts: bool,
    only_open: bool = False,
    told: dict[int, str | None] | None = None,
    periods: bool = False,
) -> When:
    """Return the date of what a clause tells: its own first, else one of an earlier clause.

    `told` gives for the start of each date the last date told before it, in its own sentence too.
    `lasts` makes «since 2010» an open interval, for a person in office, and not the point 2010. With
    `only_open`, a date counts only where it says since or until when.
    """
    own = [a.mention for a in clause.arguments if a.part is Part.TIME and a.own]
    earlier = [a.mention for a in clause.arguments if a.part is Part.TIME and not a.own]
    if lasts and clause.tense == "present":  # when it was founded is not since when someone heads it
        earlier = []
    if not lasts:  # since when one thing has been so dates no other («2018-ci ildən çalışır, B isə … açacaq»)
        earlier = [mention for mention in earlier if getattr(mention.data, "part", "") != "since"]
    if all(_is_compared(mention) for mention in own):
        own = [*own, *reversed(earlier)]
    if any(isinstance(m.data, DateMention) and isinstance(m.data.form, Anniversary) for m in own):
        own = [mention for mention in own if not _is_kept(mention, anchors)]
    overruled = next((m for m in own if isinstance(m.data, DateMention) and m.data.overruled), None)
    for mention in own:
        last = (told or {}).get(mention.start, anchors.last)
        found = _when(
            mention,
            Anchors(anchors.published, anchors.published_known, last, clause.tense, anchors.day),
            lasts,
            only_open,
            periods,
        )
        if found:
            found = found.fitting(overruled)
            return found if mention not in earlier else found.taken_over(mention)
        if _says_now(mention):
            return NO_DATE
    return NO_DATE


def _when(mention: Mention, anchors: Anchors, lasts: bool, only_open: bool, periods: bool) -> When | None:
    date = mention.data
    if (
        not isinstance(date, DateMention)
        or date.overruled
        or date.now
        or date.part in ("base", "" if periods else "for")
    ):
        return None
    if date.part == "planned" and date.future:  # «martın 9-na təyin olunmuş»: told as past, yet to come
        anchors = replace(anchors, tense="future")
    resolved = resolve(date.form, anchors)
    if resolved.edtf is None or (only_open and not _says_how_long(date.part, resolved.edtf)):
        return None
    edtf = as_interval(resolved.edtf, date.part) if lasts else resolved.edtf
    steps = [Step("when", resolved.how, mention.start, mention.end)]
    offset = getattr(date.form, "offset", None)
    if offset:
        steps.append(Step("when", f"offset:{offset}", mention.start, mention.end))
    counted_from = {"published": anchors.published, "assumed": anchors.published, "document": anchors.last}
    if base := counted_from.get(resolved.when_from or ""):
        steps.append(Step("when", f"counted_from:{base}"))
    return When(edtf, resolved.when_from, tuple(steps))


def _says_how_long(part: str, edtf: str) -> bool:
    """Whether a date says since or until when, or from which year to which."""
    begin, _, end = edtf.partition("/")
    return part in ("since", "until") or (len(begin) == len(end) == len("2004"))


def _is_compared(mention: Mention) -> bool:
    """Whether a date only says what something is compared with («2021-ci illə müqayisədə»)."""
    return isinstance(mention.data, DateMention) and mention.data.part == "base"


def _is_kept(mention: Mention, anchors: Anchors) -> bool:
    """Whether a date beside an anniversary is the day or the year that this is kept («bu il … 30 illiyi tamam olur»)."""
    date = mention.data
    if not isinstance(date, DateMention) or isinstance(date.form, Anniversary):
        return False
    if isinstance(date.form, Absolute):
        return anchors.published is not None and date.form.edtf[:4] == anchors.published[:4]
    return True


def _says_now(mention: Mention) -> bool:
    return isinstance(mention.data, DateMention) and mention.data.now


def says_only_until(clause: Clause) -> bool:
    """Whether the only dates of a clause say until when («2015-ci ilədək»)."""
    dates = [a.mention.data for a in clause.arguments if a.own and isinstance(a.mention.data, DateMention)]
    return bool(dates) and all(date.part == "until" for date in dates)


def dates_told(
    mentions: tuple[Mention, ...], anchors: Anchors, places: dict[str, Span]
) -> tuple[dict[int, str | None], Anchors]:
    """Return the last date told before each date of a sentence, by where that stands, and what counts on from it.

    `places` takes up where each date is told, by its EDTF.
    """
    last, day = anchors.last, anchors.day
    told: dict[int, str | None] = {}
    for mention in mentions:
        if (
            isinstance(mention.data, DateMention)
            and not mention.data.now
            and not mention.data.overruled
            and mention.data.part not in ("for", "base")
        ):
            told[mention.start] = last
            here = Anchors(anchors.published, anchors.published_known, last, day=day)
            edtf = resolve(mention.data.form, here).edtf
            if edtf:
                last = edtf
                places[last] = mention.span
                day = last if len(last) == len("2004-03-01") else day
    return told, Anchors(anchors.published, anchors.published_known, last, day=day)
