"""Occasions: the visit, meeting or session told of, and the dates of what happened during it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from korpu.claims import Step, WhenFrom
from korpu.clauses import Argument, Clause, Part
from korpu.reading.calendar import Anchors, DateMention, Relative
from korpu.reading.discourse import Discourse
from korpu.reading.figures import date_told
from korpu.reading.frames import Match
from korpu.reading.shifting import shift
from korpu.reading.times import NO_DATE, When, choose_when, says_only_until


def find_when(match: Match, discourse: Discourse, anchors: Anchors, told: dict[int, str | None]) -> When:
    """Return the date that the clause gives, else that of the figure or the occasion told before.

    Args:
        told: the last date told before each date of the sentence, by where that stands.
    """
    frame, clause = match.frame, match.clause
    when = NO_DATE
    if frame.when != "none":
        dated = _before(match) if frame.when == "near" else _afresh(clause) if frame.afresh else clause
        dated = _of_occasion(match, dated)
        when = choose_when(
            _momentary(dated) if frame.event in _MOMENTS else dated,
            anchors,
            match.kind.lasts,
            frame.when == "open",
            told,
            frame.when == "figure",
        )
        if frame.event in _MOMENTS and when.edtf:
            when = _more_exactly(when, _momentary(dated), anchors, told)
    if when.edtf and (frame.event in _MOMENTS or frame.during):
        counted = _counted_from_last(clause, discourse, when.edtf)
        if frame.event in _MOMENTS or (counted.edtf or "")[:7] != when.edtf[:7]:  # a list has days of its own
            when = counted if counted.edtf else when
    if clause.concepts.keys() & set(frame.denied_by) or _is_undone_plan(clause):
        when = _planned_day(match, when, anchors, told)
    if frame.during and when.edtf and _YEARS.fullmatch(when.edtf):
        when = NO_DATE  # «2024–2028-ci illərdə …»: what it is for; nothing is signed for years on end
    if frame.when == "figure" and _MONTH.fullmatch(when.edtf or "") and says_only_until(clause):
        # «oktyabrın sonunadək 200 milyonu keçib»: since the year began
        when = when._replace(edtf=f"{(when.edtf or '')[:4]}-01/{when.edtf}")
    if when.edtf is None:
        when = date_told(clause, frame, discourse.figure, discourse.sentence) or when
    if frame.during and when.edtf is None:
        when = _date_of_occasion(clause, discourse, frame.event) or when
    return when


def _more_exactly(when: When, clause: Clause, anchors: Anchors, told: dict[int, str | None]) -> When:
    """The date, or a later one of the clause that falls within it («1994-cü il səfərində, martın 2-də»)."""
    within = _RANGES.match(when.edtf or "")
    if not within:
        return when
    others = [a for a in clause.arguments if a.part is not Part.TIME]
    for argument in clause.arguments:
        if argument.part is Part.TIME and argument.own:
            alone = replace(clause, arguments=(*others, argument))
            found = choose_when(alone, anchors, False, told=told)
            edtf = found.edtf or ""
            if edtf[:4] == within["year"] and edtf.count("-") > (when.edtf or "").count("-"):
                return found
    return when


_RANGES = re.compile(r"(?P<year>\d{4})(?:-\d\d/(?P=year)-\d\d)?$")
"""A year, or months of one."""
_MONTH = re.compile(r"\d{4}-(?:0[2-9]|1\d)")
_YEARS = re.compile(r"\d{4}/\d{4}")
_MOMENTS = frozenset({"visit", "meeting"})


def _counted_from_last(clause: Clause, discourse: Discourse, told: str) -> When:
    """The date, where «that day» or «the next day» alone gives it and an older one was told since the last occasion.

    What was told since is of what somebody said there; the newsroom goes on counting from the meeting or visit.
    """
    own = [a.mention.data for a in clause.arguments if a.own and a.part is Part.TIME]
    form = own[0].form if len(own) == 1 and isinstance(own[0], DateMention) else None
    if not isinstance(form, Relative) or (form.unit, form.to) != ("day", "last") or form.amount < 0:
        return NO_DATE
    for name in ("meeting", "visit"):
        date = discourse.events[name][0] if name in discourse.events else ""
        day = shift(date, "day", form.amount) if len(date) == len("2004-03-01") else None
        if day and day > told:
            return When(day, "document", (Step("when", f"during:{name}"),))
    return NO_DATE


def _momentary(clause: Clause) -> Clause:
    """The clause without dates since which something is («mayın 7-dən bəri üçüncü dəfə …»), save a visit that goes on."""
    if "under_way" in clause.concepts:
        return clause
    kept = (a for a in clause.arguments if getattr(a.mention.data, "part", "") != "since")
    return replace(clause, arguments=tuple(kept))


def _planned_day(match: Match, when: When, anchors: Anchors, told: dict[int, str | None]) -> When:
    """The day for which what is called off was planned: without its year the nearest to publication, before it or after."""
    if when.when_from not in ("published", "assumed"):
        return when
    clause = replace(match.clause, arguments=tuple(_as_day(argument) for argument in match.clause.arguments))
    ahead, before = (
        choose_when(replace(clause, tense=tense), anchors, False, told=told) for tense in ("future", "past")
    )
    best = nearest((before.edtf, ahead.edtf), anchors.published)
    return next((found for found in (ahead, before) if best and best == found.edtf), when)


def _is_undone_plan(clause: Clause) -> bool:
    """Whether what was planned for a day is told not to have been («mayın 2-nə planlaşdırılan səfər baş tutmayıb»)."""
    dates = (a.mention.data for a in clause.arguments if a.own and a.part is Part.TIME)
    return clause.stance == "denied" and any(getattr(date, "part", "") == "planned" for date in dates)


def _as_day(argument: Argument) -> Argument:
    """The argument, a date for which something was planned («mayın 2-nə») as the day that it names, past or to come."""
    date = argument.mention.data
    if not isinstance(date, DateMention) or date.part != "planned":
        return argument
    return replace(argument, mention=replace(argument.mention, data=replace(date, part="on", future=False)))


def nearest(dates: Iterable[str | None], published: str | None) -> str | None:
    """Return the date of a plan, past or to come, that lies nearest to publication; None where that cannot be told.

    >>> nearest(["2018-05", "2019-05"], "2019-04-12"), nearest(["2018-05"], None)
    ('2019-05', None)
    """
    if published is None or len(published) < len("2019-04"):
        return None
    told = _month_number(published)
    dated = [date for date in dates if date and len(date) >= len("2019-04")]
    return min(dated, key=lambda date: abs(_month_number(date) - told), default=None)


def _month_number(edtf: str) -> int:
    return int(edtf[:4]) * 12 + int(edtf[5:7])


def _before(match: Match) -> Clause:
    """The clause with its dates in the order of their nearness to the cue that they stand before."""
    clause = match.clause
    cue = next((clause.concepts[cue] for cue in match.frame.cues if cue in clause.concepts), None)
    times = [argument for argument in clause.arguments if argument.part is Part.TIME and argument.own]
    if cue is None or len(times) < 2:
        return clause
    times.sort(key=lambda a: (a.mention.end > cue.start, abs(cue.start - a.mention.end)))
    others = tuple(argument for argument in clause.arguments if argument not in times)
    return replace(clause, arguments=(*times, *others))


def _of_occasion(match: Match, clause: Clause) -> Clause:
    """The clause without the dates behind what it happened at («görüşdə … 2 noyabrda baş tutmuş səfər»): they are others'."""
    at = match.clause.concepts.get(f"within_{match.frame.event}")
    if at is None or at not in [match.clause.concepts.get(cue) for cue in match.frame.cues]:
        return clause
    kept = (a for a in clause.arguments if a.part is not Part.TIME or not a.own or a.mention.start < at.end)
    return replace(clause, arguments=tuple(kept))


def _afresh(clause: Clause) -> Clause:
    """The clause without what was told before it."""
    return replace(clause, arguments=tuple(argument for argument in clause.arguments if argument.own))


def note_event(match: Match, when: When, discourse: Discourse) -> None:
    """Remember what later sentences may call «the visit»: its date, and from where to where it went."""
    if match.clause.stance == "plan":
        discourse.planned = (when.edtf or "") if match.frame.event == "visit" else discourse.planned
    elif when.edtf and when.when_from:
        discourse.events.pop(match.frame.event, None)  # told last, it stands last
        discourse.events[match.frame.event] = (when.edtf, when.when_from)
        discourse.gathered = frozenset(states_in(match))
    if match.clause.stance == "plan":
        return
    if match.frame.event == "visit" and when.edtf is None:
        discourse.visited = discourse.sentence
    states = match.roles.get("states")
    discourse.circle = states if isinstance(states, tuple) and len(states) > 2 else ()
    start, goal = match.roles.get("from"), match.roles.get("to")
    if isinstance(start, str) and isinstance(goal, str):
        discourse.route = (start, goal)
        visitor = match.roles.get("visitor")
        discourse.guest = visitor if isinstance(visitor, str) else None
        if discourse.guest:
            discourse.states_of_persons.setdefault(discourse.guest, start)


def states_in(match: Match) -> Iterator[str]:
    """Yield the states that the roles of a match name."""
    for value in match.roles.values():
        codes = (value,) if isinstance(value, str) else value
        yield from (code for code in codes if len(code) == len("AZ") and code.isupper())


def goes_on(match: Match, when: When, discourse: Discourse) -> bool:
    """Whether someone only goes on to another town of the state that the visit told last went to: that is no further visit."""
    start, goal = match.roles.get("from"), match.roles.get("to")
    places = match.chosen.get("place", ())
    told = discourse.events.get("visit")
    if match.frame.event != "visit" or not places or (start, goal) != discourse.route:
        return False
    if any("capital" in mention.attributes for mention in places) or (told is None and when.edtf):
        return False
    same = match.roles.get("visitor") in (None, discourse.guest) or match.roles.get("office") == "delegation"
    return same and (when.edtf is None or told is None or when.edtf[:7] == told[0][:7])


def note_gathering(clause: Clause, when: When, discourse: Discourse) -> None:
    """Remember the date of a summit, which is nobody's claim: what is signed there is of that day.

    So too the day on which something was done by one of whom the sentence says that he is on a visit, not since when.
    """
    day = when.edtf if clause.stance == "fact" and clause.tense == "past" else None
    undated = discourse.visited == discourse.sentence and "visit" not in {*discourse.events, *clause.concepts}
    if undated and day and when.when_from and len(day) == len("2004-03-01"):
        discourse.events["visit"] = (day, when.when_from)
    held = "summit" in clause.concepts and clause.concepts.keys() & {"meet", "hold"}
    if held and clause.stance == "fact" and when.edtf and when.when_from:
        discourse.events.pop("summit", None)
        discourse.events["summit"] = (when.edtf, when.when_from)


def _date_of_occasion(clause: Clause, discourse: Discourse, event: str) -> When | None:
    """The date of the visit or meeting that the clause says it happened in; of the only one, where it does not.

    A clause that itself tells of such an `event` does not happen during the one told before.
    """
    if _is_of_others(clause, discourse):
        return None
    events = {name: told for name, told in discourse.events.items() if name != event}
    names = list(events)
    for name in names:
        if f"within_{name}" in clause.concepts:
            last = names[-1]  # a meeting that an older one is told before is held on the visit told since
            name = last if last == "visit" and events[last][0] > events[name][0] else name
            date = _day_of(events[name][0], clause)
            return When(date, "document", (Step("when", f"during:{name}"),))
    if clause.tense == "future" and not _spans_time(clause) and event == "meeting" and discourse.planned:
        return When(discourse.planned, "document", (Step("when", "during:visit"),))
    if "within_session" in clause.concepts and "session" not in events:
        if "summit" not in events:
            return None  # that one has no date, whatever else was told
        return When(events["summit"][0], "document", (Step("when", "during:summit"),))
    if events.keys() == {"occasion"}:
        return None  # who presented credentials then may have met whomever at any time
    if _is_one(events) and clause.tense == "past" and not _spans_time(clause):
        date = events[names[-1]][0]
        if "/" not in date and discourse.events.get(event, ("",))[0] > date:
            return None  # the visit is dated by the day on which it began
        return When(date, "document", (Step("when", f"during:{names[-1]}"),))
    return None


def _is_of_others(clause: Clause, discourse: Discourse) -> bool:
    """Whether the clause names two states or more, none of whom the occasion told last was of."""
    named = {
        code for a in clause.arguments
        if a.own and a.mention.type in ("state", "pair") and a.part is not Part.MODIFIER
        for code in a.mention.value.split()
    }  # fmt: skip
    return len(named) > 1 and bool(discourse.gathered) and discourse.gathered.isdisjoint(named)


def _is_one(events: dict[str, tuple[str, WhenFrom]]) -> bool:
    """Whether the occasions told are one: of one date, or the last of them on a day of the month of the others."""
    dates = [date for date, _ in events.values()]
    if len(set(dates)) < 2:
        return bool(dates)
    last = dates[-1]
    return len(last) == len("2004-03-01") and all(
        date[:7] == last[:7] and date < last for date in dates[:-1] if date != last
    )


def _day_of(date: str, clause: Clause) -> str:
    """The day of an occasion that the clause names («səfərin ilk günündə»), else all of it."""
    begin, _, end = date.partition("/")
    if "first_day" in clause.concepts:
        return begin
    for number, day in enumerate(("second_day", "third_day"), 1):
        if day in clause.concepts and len(begin) == len("2004-03-01"):
            return shift(begin, "day", number) or date
    return end if end and "last_day" in clause.concepts else date


def _spans_time(clause: Clause) -> bool:
    """Whether the clause says «until now» or gives any other time, which is not the occasion's."""
    return any(argument.part is Part.TIME for argument in clause.arguments if argument.own)
