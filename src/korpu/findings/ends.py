"""Ends: how long what was told is known to have held, and whether the thing itself is known to be over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

import msgspec

from korpu.claims import Claim, RoleValue
from korpu.edtf import days
from korpu.findings.case import Case, asserted
from korpu.findings.dates import begin_text
from korpu.kinds import Kind, kinds
from korpu.kinds.checks import Follows


class Moment(msgspec.Struct, frozen=True):
    """The latest time of which something is told.

    Attributes:
        last: its last day.
        date: the time as it was given, EDTF.
        is_end: whether it ended then.
        claims: the claims that tell of it, by their ids.
    """

    last: dt.date
    date: str
    is_end: bool
    claims: tuple[Claim, ...]

    @property
    def year(self) -> int:
        """The year in which it falls."""
        return self.last.year


def latest(claims: Iterable[Claim], case: Case, is_period: bool = False) -> Moment | None:
    """Return the latest time at which the claims are known to hold; None where nothing dates them.

    What lasts («since 2016») or has no date is known to hold until its document was published, a term until its
    end, anything else at its date.

    Args:
        is_period: whether they are about a period, so that a document's date says nothing of it.
    """
    found: dict[tuple[dt.date, bool, str], list[Claim]] = {}
    for claim in claims:
        date, is_end = _lasts(claim, case, is_period)
        covered = days(date)
        if date is not None and covered is not None and covered.last is not None:
            found.setdefault((covered.last, is_end, date), []).append(claim)
    if not found:
        return None
    last, is_end, date = max(found, key=lambda key: (key[0], not key[1], key[2]))
    told = sorted(found[last, is_end, date], key=lambda claim: claim.id)
    return Moment(last, date, is_end, tuple(told))


def _lasts(claim: Claim, case: Case, is_period: bool) -> tuple[str | None, bool]:
    published = case.published(claim)
    if is_period or (claim.when is not None and "/" not in claim.when):
        return claim.when, False
    if claim.when is None:
        return published, False
    first, _, last = claim.when.partition("/")
    if last not in ("", ".."):
        return last, True
    began, told = days(first), days(published)
    is_later = told and (not began or not began.last or (told.last is not None and told.last > began.last))
    return (published if is_later else first), False


def last_moment(claims: Iterable[Claim], case: Case) -> Moment | None:
    """Return the latest time at which what the claims tell of began; None where nothing dates it."""
    dated = [
        (found.last, date, claim)
        for claim in claims
        if (date := begin_text(claim.when) if claim.when else case.published(claim))
        and (found := days(date))
        and found.last
    ]
    if not dated:
        return None
    last, date, claim = max(dated, key=lambda told: (told[0], told[1], told[2].id))
    return Moment(last, date, False, (claim,))


def has_ended(
    kind: Kind,
    roles: Mapping[str, RoleValue],
    known: Moment | None,
    told: Callable[..., Iterable[Claim]],
    case: Case,
) -> bool:
    """Return whether the thing that a question of a kind is about is known to be over, or never to have been.

    It is where it was closed and nothing tells of it at a later time, or where its begin is denied.

    Args:
        known: the latest time of which the question's claims tell.
        told: gives the claims of kinds by their names.
    """
    with_ = kind.awaited.begun_with if kind.awaited is not None else {}
    begins = kind.awaited.begun_by if kind.awaited is not None else ()
    begins += tuple(
        before
        for name in kind.ended_by
        for check in kinds()[name].checks
        if isinstance(check, Follows)
        for before in check.kinds
        if before not in begins
    )
    wanted = {**roles, **with_}

    def ours(names: Iterable[str]) -> list[Claim]:
        return [claim for claim in told(*names) if may_have(claim, wanted)]

    begun = ours(begins)
    began = last_moment(asserted(begun), case)
    ends = asserted(ours(kind.ended_by))
    denials = [claim for claim in begun if claim.stance == "denied"]
    return _is_over(ends, began, known, case) or _is_over(denials, began, None, case)


def _is_over(ends: Iterable[Claim], began: Moment | None, known: Moment | None, case: Case) -> bool:
    """Whether one of the ends is not before it began last nor before it is known to have been."""
    ended = [last_moment([claim], case) for claim in ends]
    later = [moment.last for moment in (began, known) if moment is not None]
    return any(end is None or all(day <= end.last for day in later) for end in ended)


def may_have(claim: Claim, roles: Mapping[str, RoleValue]) -> bool:
    """Return whether a claim gives none of the roles another filler."""
    return all(claim.roles.get(role, filler) == filler for role, filler in roles.items())
