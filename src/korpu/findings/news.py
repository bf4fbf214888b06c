"""News: what is new between two states of knowledge, of one day: what was found before, and what is found now.

Findings are matched first by the claims that they rest on, then by what they are about (`subject`): a name that is
written out more fully, another order or another sentence for the same answer is no news.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import Literal, get_args

import msgspec

from korpu.findings.dates import compare_dates
from korpu.findings.finding import Finding
from korpu.findings.folding import fold
from korpu.findings.forms import is_timed
from korpu.findings.names import EXACT, names, same_filler
from korpu.findings.values import write
from korpu.kinds import Answer, kinds

What = Literal["disputed", "superseded", "appeared", "changed", "settled", "gone", "confirmed"]
"""What happened to a finding, the most important first.

disputed: sources contradict each other that did not, or one more answer does. superseded: a later answer stands now.
appeared: nothing was found on it before. changed: another answer or another status. settled: it was in dispute, or not
known, and is not any more. gone: what it rested on was withdrawn. confirmed: a further witness says the same.
"""

_WHATS: tuple[What, ...] = get_args(What)

ANSWERS, TARGETS, GAPS = "answers", "targets", "gaps"
"""The sorts of finding that are looked at in a way of their own."""
REGROUPED = (ANSWERS, TARGETS)
"""The sorts whose findings go by questions, which further claims may split or merge."""
UNSETTLED = ("disputed", "unknown")
HOLDS_NOT = ("only_denied", "term_ended")
"""Reasons that are part of the answer: it is not so, or is so no longer."""


class Change(msgspec.Struct, frozen=True):
    """One piece of news.

    Attributes:
        was: what was found before; None where nothing was.
        now: what is found now, the answer that stands where another was superseded; None where nothing is.
    """

    what: What
    was: Finding | None
    now: Finding | None

    @property
    def finding(self) -> Finding:
        """What is found now; of what is gone, what was."""
        found = self.now or self.was
        assert found is not None
        return found

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims that made it news: those of one of the two only, of all where they have the same; sorted."""
        was, now = (set(finding.claims) if finding else set() for finding in (self.was, self.now))
        return tuple(sorted(was ^ now or was | now))


def news(before: Sequence[Finding], now: Sequence[Finding]) -> tuple[Change, ...]:
    """Return what is new, the most important first, then in the order of the dossier's sections.

    Args:
        before, now: what `korpu.findings.find` found of the same pair or pairs of states as of the same day.

    >>> from korpu.findings.finding import Reason
    >>> one = Finding("company.count", ("PE", "UY"), {}, None, None, "single", Reason("one_claim"), ("a",), sort="answers")
    >>> two = msgspec.structs.replace(one, status="disputed", claims=("a", "b"))
    >>> [change.what for change in news([one], [two])], news([two], [two])
    (['disputed'], ())
    """
    changes = _without_filled_gaps(_changes(_Matching(before, now)))
    order = {name: number for number, name in enumerate(kinds())}
    places = {_key(found): place for place, found in reversed(list(enumerate((*now, *before))))}

    def rank(change: Change) -> tuple[object, ...]:
        found = change.finding
        section = order.get(found.kind, len(order))
        return _WHATS.index(change.what), _standing(found), section, found.parties, places[_key(found)]

    return tuple(sorted(changes, key=rank))


def subject(finding: Finding) -> tuple[object, ...]:
    """Return what a finding is about, whatever its answer: of all sorts, this is what tells one from another.

    Its sort, kind and parties, the roles that do not hold the answer, as they are compared, and the time where the
    question is of one; of what is no answer (a check, a gap, a plan) always.
    """
    kind = kinds().get(finding.kind)
    is_answer = finding.sort == ANSWERS
    answer = kind.answer_role if kind and is_answer else None
    roles = tuple(
        (
            role,
            tuple(name if kind and kind.roles.get(role) in EXACT else fold(name) for name in names(filler)),
        )
        for role, filler in sorted(finding.roles.items())
        if role != answer
    )
    timed = not is_answer or (kind is not None and is_timed(kind, finding.roles, finding.when))
    return finding.sort, finding.kind, finding.parties, roles, finding.when if timed else None


def own_claims(finding: Finding) -> frozenset[str]:
    """Return the ids of the claims that give what was found: without what supersedes it, or what a plan came to."""
    others = {
        comparison.left
        for comparison in finding.comparisons
        if comparison.reason == finding.reason and (finding.status == "superseded" or finding.sort == TARGETS)
    }
    return frozenset(set(finding.claims) - others or finding.claims)


def same_answer(left: Finding, right: Finding) -> bool:
    """Whether two findings on one question give the same answer, however it is written."""
    if _holds_not(left) != _holds_not(right):
        return False
    kind = kinds().get(left.kind)
    if kind is None or left.sort != ANSWERS:
        return True
    if kind.answer is Answer.VALUE:
        return (left.value and write(left.value)) == (right.value and write(right.value))
    if kind.answer is Answer.ROLE and kind.answer_role:
        one, other = left.roles.get(kind.answer_role), right.roles.get(kind.answer_role)
        same = one is not None and other is not None and same_filler(kind, kind.answer_role, one, other)
        return one == other or same
    if kind.answer is Answer.WHEN or "when" in kind.question:
        return compare_dates(left.when, right.when).relation == "same"
    return True


def _holds_not(finding: Finding) -> str:
    return finding.reason.code if finding.reason.code in HOLDS_NOT else ""


# Matching -------------------------------------------------------------------------------------------------


class _Matching:
    """Which finding of before is which of now. Findings are given by their places among those of before and of now.

    Attributes:
        pairs: the same finding before and now.
        came: what was not found before.
        went: what is not found now, nor merged with another.
    """

    def __init__(self, before: Sequence[Finding], now: Sequence[Finding]) -> None:
        self.before, self.now = before, now
        self.pairs: list[tuple[int, int]] = []
        self.came = set(range(len(now)))
        self.went = set(range(len(before)))
        shared = self._sharing()
        for was, found in shared:
            if was in self.went and found in self.came:
                self._take(was, found)
        self._match_by_subject(same_answer)
        self._match_by_subject(_both_stand)
        # What was one question may be two now, and two may be one.
        for was, found in shared:
            if found in self.came and now[found].sort in REGROUPED:
                self.pairs.append((was, found))
                self.came.remove(found)
        self.went -= {was for was, _ in shared if before[was].sort in REGROUPED}

    def _take(self, was: int, found: int) -> None:
        self.pairs.append((was, found))
        self.went.remove(was)
        self.came.remove(found)

    def _sharing(self) -> list[tuple[int, int]]:
        """Findings of one sort that share claims of their own, those that share most first."""
        at: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, was in enumerate(self.before):
            for id in own_claims(was):
                at[was.sort, id].append(place)
        shared = Counter(
            (place, number)
            for number, found in enumerate(self.now)
            if found.sort != GAPS  # what is not known is not told by claims
            for id in own_claims(found)
            for place in at[found.sort, id]
        )
        subjects = [subject(was) for was in self.before], [subject(found) for found in self.now]
        return sorted(shared, key=lambda both: (
            -shared[both], subjects[0][both[0]] != subjects[1][both[1]], both
        ))  # fmt: skip

    def _match_by_subject(self, is_same: Callable[[Finding, Finding], bool]) -> None:
        waiting: dict[object, list[int]] = defaultdict(list)
        for was in sorted(self.went):
            waiting[subject(self.before[was])].append(was)
        for found in sorted(self.came):
            for was in waiting[subject(self.now[found])]:
                if was in self.went and is_same(self.before[was], self.now[found]):
                    self._take(was, found)
                    break


def _both_stand(was: Finding, now: Finding) -> bool:
    return "superseded" not in (was.status, now.status)


# What happened --------------------------------------------------------------------------------------------


def _changes(matching: _Matching) -> list[Change]:
    before, now = matching.before, matching.now
    stood, stands = _successors(before), _successors(now)
    changes: list[Change] = []
    told: set[int] = set()
    for old, new in sorted(matching.pairs):
        if now[new].status == "superseded" and before[old].status != "superseded":
            later = stands(new)
            told.add(later)
            is_disputed = now[later].status == "disputed" and later in matching.came
            changes.append(Change("disputed" if is_disputed else "superseded", before[old], now[later]))
    for old, new in sorted(matching.pairs):
        was, found, what = before[old], now[new], _what(before[old], now[new])
        if was.status == "superseded" and found.status != "superseded":
            earlier = stood(old)
            matching.went.discard(earlier)
            was, what = before[earlier], _what(before[earlier], found) or "changed"
        # The answer that superseded another says all that is to be said of itself.
        if what and (new not in told or what == "disputed"):
            changes.append(Change(what, was, found))
    for new in sorted(matching.came - told):
        changes.append(Change("disputed" if now[new].status == "disputed" else "appeared", None, now[new]))
    changes += [Change("gone", before[old], None) for old in sorted(matching.went)]
    return list({(one.what, _key(one.was), _key(one.now)): one for one in changes}.values())


def _successors(findings: Sequence[Finding]) -> Callable[[int], int]:
    """A function from the place of a superseded answer to that of the one that stands instead, its own where none does."""
    at = {id: place for place, one in enumerate(findings) if one.sort == ANSWERS for id in own_claims(one)}

    def stands(place: int) -> int:
        seen = {place}
        while findings[place].status == "superseded":
            finding = findings[place]
            lefts = (one.left for one in finding.comparisons if one.reason == finding.reason)
            following = next((at[left] for left in lefts if at.get(left, place) not in seen), None)
            if following is None:
                break
            place = following
            seen.add(place)
        return place

    return stands


def _what(was: Finding, now: Finding) -> What | None:
    """What happened to a finding that stood and stands; None where nothing is new, or it does not stand."""
    if not _both_stand(was, now):
        return None
    if now.status == "disputed":
        return "disputed" if was.status != "disputed" or _has_new_side(was, now) else None
    if was.status in UNSETTLED and now.status not in UNSETTLED:
        return "settled"
    if not same_answer(was, now):
        return "changed"
    if now.sort == ANSWERS and now.status in ("single", "agreed") and now.witnesses > was.witnesses:
        return "confirmed"
    if (was.status, now.status) == ("single", "agreed"):
        return "confirmed"
    return "changed" if was.status != now.status else None


def _has_new_side(was: Finding, now: Finding) -> bool:
    """Whether one more answer, that no claim gave before, stands against the others."""
    sides, old = _sides(now), _sides(was)
    came = any(side.isdisjoint(was.claims) for side in sides)
    return came and (len(sides) > len(old) or was.reason != now.reason)


def _sides(finding: Finding) -> list[set[str]]:
    """The claims of each answer; denials are one."""
    head = {claim: claim for claim in finding.claims}
    for one in finding.comparisons:
        if one.relation == "same":
            head[one.left] = one.right
        elif one.reason.code == "denied":
            head[one.left] = "denied"
    sides: dict[str, set[str]] = defaultdict(set)
    for claim in finding.claims:
        sides[head[claim]].add(claim)
    return list(sides.values())


def _without_filled_gaps(changes: Sequence[Change]) -> list[Change]:
    """The changes; a gap that went because something is known now is told with that, and only once.

    One that went with what it rested on is no news: that is told itself.
    """
    grounds_lost = any(change.what == "gone" and change.finding.sort != GAPS for change in changes)
    told = [change for change in changes if not (change.what == "gone" and change.finding.sort == GAPS)]
    for gap in (change.finding for change in changes if change not in told):
        fills = [place for place, change in enumerate(told) if change.now and _fills(gap, change.now)]
        if fills:
            last = max(fills, key=lambda place: told[place].finding.when or "")
            if told[last].what == "appeared":
                told[last] = Change("settled", gap, told[last].now)
        elif not grounds_lost:
            told.append(Change("settled", gap, None))
    return told


def _fills(gap: Finding, found: Finding) -> bool:
    """Whether an answer that stands is one to what was not known."""
    if found.sort != ANSWERS or found.status == "superseded":
        return False
    same = found.kind == gap.kind and found.parties == gap.parties
    return same and all(found.roles.get(role, filler) == filler for role, filler in gap.roles.items())


_STANDING = {"unknown": 1, "inferred": 2, "superseded": 3}


def _standing(finding: Finding) -> int:
    """What is so comes before what is not known, what was worked out, and what was so once."""
    return _STANDING.get(finding.status, 0)


def _key(finding: Finding | None) -> tuple[str, str]:
    return (finding.sort, finding.id) if finding else ("", "")
