"""Gaps: what a file on two states should know on a day and does not, or no longer knows.

Only as of a day, since without one nothing is old, and only for a pair of which the file tells something in several
sections: where it has hardly begun, all would be missing. One gap a question.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from korpu.claims import Claim, RoleValue
from korpu.findings.case import Case, asserted
from korpu.findings.ends import Moment, has_ended, last_moment, latest, may_have
from korpu.findings.finding import Finding, Reason
from korpu.findings.names import names
from korpu.findings.questions import Question
from korpu.findings.values import write
from korpu.kinds import Answer, Kind, kinds
from korpu.kinds.checks import Awaited, Sum
from korpu.states import FORMER_STATES

KEPT = 3
"""Sections of a dossier on which a file must tell something, before it is said what it lacks."""


class File(msgspec.Struct, frozen=True):
    """What is told of two states: the questions of each kind."""

    parties: tuple[str, ...]
    questions: Mapping[str, Sequence[Question]]
    case: Case
    day: dt.date

    def told(self, *names: str) -> list[Claim]:
        """Return the claims of some kinds, also plans and denials, in a fixed order."""
        return [claim for name in names for asked in self.questions.get(name, ()) for claim in asked.claims]


def find(case: Case) -> Iterator[Finding]:
    """Find, as of the case's day, what is not known of each pair of states that the file is kept on."""
    if case.as_of is None:
        return
    for file in _files(case, case.as_of):
        for name in sorted(file.questions.keys() | {kind.name for kind in kinds().values() if kind.awaited}):
            kind = kinds()[name]
            if kind.shelf_life is None:
                continue
            if kind.awaited is None:
                yield from _stale(kind, kind.shelf_life, file)
            elif kind.answer is Answer.VALUE:
                yield from _without_figure(kind, kind.awaited, kind.shelf_life, file)
            else:
                yield from _without_holder(kind, kind.awaited, kind.shelf_life, file)


def _files(case: Case, day: dt.date) -> Iterator[File]:
    told: dict[tuple[str, ...], dict[str, list[Question]]] = defaultdict(lambda: defaultdict(list))
    for question in case.questions:
        told[question.parties][question.kind.name].append(question)
    for parties, questions in sorted(told.items()):
        sections = {
            question.kind.section
            for asked in questions.values()
            for question in asked
            if asserted(question.claims)
        }
        if len(parties) == 2 and len(sections) >= KEPT and FORMER_STATES.isdisjoint(parties):
            yield File(parties, questions, case, day)


# What has grown stale -------------------------------------------------------------------------------------


def _stale(kind: Kind, shelf_life: str, file: File) -> Iterator[Finding]:
    """What changes with time and was told last too long ago; of what has no date at all its line says so."""
    for roles, claims in _by_roles(kind, file):
        last = latest(claims, file.case)
        if last is None or add(last.last, shelf_life) >= file.day:
            continue
        if not has_ended(kind, roles, last, file.told, file.case):
            yield _gap(kind, file, roles, _stale_reason(kind, last, shelf_life, file.case), last.claims)


def _by_roles(kind: Kind, file: File) -> Iterator[tuple[dict[str, RoleValue], list[Claim]]]:
    """The claims that answer each question that changes, with its roles; questions with the same roles are one."""
    found: dict[str, tuple[dict[str, RoleValue], list[Claim]]] = {}
    for question in file.questions.get(kind.name, ()):
        claims = [claim for claim in asserted(question.claims) if _answer(kind, claim, file.case)]
        if question.changes and claims:
            found.setdefault(str(sorted(question.roles.items())), (question.roles, []))[1].extend(claims)
    yield from (found[key] for key in sorted(found))


def _stale_reason(kind: Kind, last: Moment, shelf_life: str, case: Case) -> Reason:
    code = "gap_stale_value" if kind.answer is Answer.VALUE else "gap_stale"
    details = {"last": _answer(kind, last.claims[0], case), "date": last.date, "span": _span(shelf_life)}
    return Reason(code, details)


def _answer(kind: Kind, claim: Claim, case: Case) -> str:
    """What a claim answers, as reasons write it; empty where it gives no answer."""
    if kind.answer is Answer.VALUE:
        value = case.value(claim)
        return write(value) if value is not None else ""
    return ", ".join(names(claim.roles.get(kind.answer_role or "", ())))


# What is awaited ------------------------------------------------------------------------------------------


def _without_holder(kind: Kind, awaited: Awaited, shelf_life: str, file: File) -> Iterator[Finding]:
    """Posts that somebody should hold, of whom nothing is known, or nothing that still counts."""
    begun = [claim for claim in asserted(file.told(*awaited.begun_by)) if _has(claim, awaited.begun_with)]
    known = [
        claim
        for claim in asserted(file.told(kind.name, *awaited.told_by))
        if may_have(claim, awaited.asked) and claim.roles.get(kind.answer_role or "")
    ]
    keys = [role for role in kind.question if role in kind.roles and role not in awaited.asked]
    posts = {_roles(claim, keys) for claim in (*begun, *known)}
    for post in sorted(post for post in posts if len(post) == len(keys)):
        roles = dict(post)
        holders = [claim for claim in known if may_have(claim, roles)]
        opening = [claim for claim in begun if may_have(claim, roles)]
        last = latest(holders, file.case)
        if has_ended(kind, roles, last, file.told, file.case) or _is_vacant(kind, awaited, roles, last, file):
            continue
        reason, claims = _holder_gap(kind, holders, opening, last, shelf_life, file)
        if reason is not None:
            yield _gap(kind, file, {**roles, **awaited.asked}, reason, claims)


def _holder_gap(
    kind: Kind,
    holders: Sequence[Claim],
    opening: Sequence[Claim],
    last: Moment | None,
    shelf_life: str,
    file: File,
) -> tuple[Reason | None, Sequence[Claim]]:
    if not holders:
        begun = min(opening, key=lambda claim: (claim.when is None, claim.when or "", claim.id))
        details = {"begun": begun.kind, "date": begun.when or ""}
        return Reason("gap_no_holder", details, ("gap_begun",) if begun.when else ()), opening
    if last is None:
        if (
            not opening
        ):  # an undated page that names an ambassador does not say that there is an embassy on the day
            return None, ()
        people = {_answer(kind, claim, file.case) for claim in holders}
        return Reason("gap_undated", {"last": min(people, key=lambda name: (-len(name), name))}), holders
    if last.is_end and last.last < file.day:
        details = {"last": _answer(kind, last.claims[0], file.case), "date": last.date}
        return Reason("gap_since", details), last.claims
    if add(last.last, shelf_life) < file.day:
        return _stale_reason(kind, last, shelf_life, file.case), last.claims
    return None, ()


def _is_vacant(
    kind: Kind, awaited: Awaited, roles: Mapping[str, RoleValue], last: Moment | None, file: File
) -> bool:
    """Whether it is known that nobody holds the post: that is an answer too."""
    denials = [
        claim
        for claim in file.told(kind.name)
        if claim.stance == "denied"
        and not claim.roles.get(kind.answer_role or "")
        and may_have(claim, {**awaited.asked, **roles})
    ]
    denied = latest(denials, file.case)
    return bool(denials) and (last is None or denied is None or denied.last >= last.last)


def _without_figure(kind: Kind, awaited: Awaited, shelf_life: str, file: File) -> Iterator[Finding]:
    """The last year of which a figure should be known by the day, where none of that year or later is."""
    figures = [claim for claim in asserted(file.told(kind.name)) if _answer(kind, claim, file.case)]
    wanted = _last_due_year(file.day, shelf_life)
    if wanted is None:
        return
    due = dt.date(wanted, 12, 31)
    known = latest(figures, file.case, is_period=True)
    if (known and known.last >= due) or _parts_known(kind, due, file):
        return
    if known is not None:
        details = {
            "wanted": str(wanted),
            "date": known.date,
            "last": _answer(kind, known.claims[0], file.case),
        }
        yield _gap(kind, file, {}, Reason("gap_figure", details), known.claims, str(wanted))
        return
    begun = last_moment(asserted(file.told(*awaited.begun_by)), file.case)
    if begun is not None and begun.year <= wanted and not figures:
        yield _gap(kind, file, {}, Reason("gap_no_figure", {"wanted": str(wanted)}), (), str(wanted))


def _parts_known(kind: Kind, due: dt.date, file: File) -> bool:
    """Whether the amounts that add up to this one are known of that time (exports and imports)."""
    for check in kind.checks:
        if isinstance(check, Sum):
            told = [latest(asserted(file.told(part)), file.case, is_period=True) for part in check.kinds]
            return all(part is not None and part.last >= due for part in told)
    return False


def _last_due_year(day: dt.date, shelf_life: str) -> int | None:
    years = range(day.year - 1, dt.MINYEAR - 1, -1)
    return next((year for year in years if add(dt.date(year, 12, 31), shelf_life) < day), None)


def _has(claim: Claim, roles: Mapping[str, RoleValue]) -> bool:
    return all(claim.roles.get(role) == filler for role, filler in roles.items())


def _roles(claim: Claim, roles: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((role, str(claim.roles[role])) for role in roles if role in claim.roles)


def _gap(
    kind: Kind,
    file: File,
    roles: Mapping[str, RoleValue],
    reason: Reason,
    claims: Iterable[Claim],
    when: str | None = None,
) -> Finding:
    return Finding(
        kind=kind.name,
        parties=file.parties,
        roles=dict(roles),
        when=when,
        value=None,
        status="unknown",
        reason=reason,
        claims=tuple(sorted({claim.id for claim in claims})),
    )


# Durations -------------------------------------------------------------------------------------------------

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?")


def add(day: dt.date, duration: str) -> dt.date:
    """Return the day that lies a duration of years and months later, the last of its month where there is no such day.

    >>> add(dt.date(2022, 12, 31), "P18M"), add(dt.date(2020, 2, 29), "P3Y")
    (datetime.date(2024, 6, 30), datetime.date(2023, 2, 28))
    """
    match = _DURATION.fullmatch(duration)
    assert match is not None, f"«{duration}» is no duration of years and months, such as P3Y or P18M"
    months = int(match[1] or 0) * 12 + int(match[2] or 0) + day.month - 1
    year, month = min(day.year + months // 12, dt.MAXYEAR), months % 12 + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def _span(duration: str) -> str:
    """The duration with its months as years, where they are more than a year's («P18M» as «P1Y6M»)."""
    match = _DURATION.fullmatch(duration)
    months = int(match[1] or 0) * 12 + int(match[2] or 0) if match else 0
    return f"P{months // 12}Y{months % 12}M"
