"""The sides of a question: claims that give the same answer, and how the answers stand to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations, product

import msgspec

from korpu.claims import Claim, RoleValue, Value
from korpu.findings.case import Case
from korpu.findings.dates import Match, width_of
from korpu.findings.finding import Comparison, Reason
from korpu.findings.folding import fold
from korpu.findings.names import entity_of, marks, names, same_filler
from korpu.findings.qualifiers import counted_by, qualifiers
from korpu.findings.questions import Question, claim_order
from korpu.findings.relating import about_another, relate, topics_of
from korpu.findings.times import told
from korpu.findings.values import exactness, write
from korpu.kinds import Answer, Kind

MOST = 40
"""Different answers up to which each is compared with each; beyond, each with the most exact one."""


SPEAKING = 8
"""Claims of one answer, told at other times or otherwise, that are held against those of another, the latest of them."""


class Side(msgspec.Struct, frozen=True):
    """One answer and the claims that give it, in their order; the slots that do not answer are None."""

    claims: tuple[Claim, ...]
    value: Value | None = None
    when: str | None = None
    filler: RoleValue | None = None

    @property
    def key(self) -> str:
        """What tells the side from others of its question: the id of its first claim."""
        return self.claims[0].id


class Pair(msgspec.Struct, frozen=True):
    """Two sides and how they stand to each other.

    Attributes:
        claims: one of each side, by which this is known.
    """

    left: Side
    right: Side
    match: Match
    claims: tuple[Claim, Claim]

    @property
    def later(self) -> Claim:
        """The claim that supersedes or refines the other, where one does."""
        return self.claims[0 if self.match.forward else 1]

    def comparison(self) -> Comparison:
        """Return the pair as a comparison of its claims."""
        left, right = self.claims if self.match.forward else self.claims[::-1]
        return Comparison(left.id, right.id, self.match.relation, self.match.reason)


def sides_of(question: Question, claims: Iterable[Claim], case: Case) -> tuple[Side, ...]:
    """Return the different answers that the claims give, the most exact first."""
    answer = question.kind.answer
    if answer is Answer.ROLE:
        return _by_filler(question, claims)
    found: dict[tuple[str, str], Side] = {}
    for claim in claims:
        value = case.value(claim) if answer is Answer.VALUE else None
        when = claim.when if answer in (Answer.WHEN, Answer.EXISTS) else None
        key = (write(value) if value else "", when or "")
        told = found[key].claims if key in found else ()
        found[key] = Side((*told, claim), value, when)
    sides = [one for side in found.values() for one in _by_topic(question.kind, side)]
    return tuple(sorted(sides, key=side_order))


def _by_topic(kind: Kind, side: Side) -> Iterator[Side]:
    """The side, in several where its claims are about several things, or only some of them say about what."""
    topics = topics_of(kind)
    parted: list[list[Claim]] = []
    for claim in side.claims if topics else ():
        said = topics & claim.roles.keys()
        fits = (
            told for told in parted
            if topics & told[0].roles.keys() == said and not about_another(kind, claim, told[0])
        )  # fmt: skip
        if (told := next(fits, None)) is None:
            parted.append([claim])
        else:
            told.append(claim)
    yield from (Side(tuple(told), side.value, side.when) for told in parted or [list(side.claims)])


def side_order(side: Side) -> tuple[object, ...]:
    """Return a key that puts the most exact answer first, an absent one last."""
    value = exactness(side.value) if side.value is not None else ()
    return (
        side.value is None,
        value,
        width_of(side.when),
        side.when or "~",
        fold(", ".join(names(side.filler or ()))),
    )


def _by_filler(question: Question, claims: Iterable[Claim]) -> tuple[Side, ...]:
    """One side a name, the fullest form first; a short form that may be several stays on its own."""
    role = question.kind.answer_role or ""
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        told.setdefault(fold(", ".join(names(claim.roles.get(role, ())))), []).append(claim)
    clusters: list[list[Claim]] = []
    entity = entity_of(question.kind, role)
    having: dict[Hashable, set[int]] = defaultdict(set)
    seeking: dict[Hashable, set[int]] = defaultdict(set)
    for form in sorted(told, key=lambda form: (-len(form), form)):
        filler = told[form][0].roles.get(role)
        own = [marks(entity, name) for name in names(filler or ())]
        found = {number for one in own for mark in one.seeks for number in having.get(mark, ())}
        found.update(number for one in own for mark in one.has for number in seeking.get(mark, ()))
        near = sorted(found)
        fits = [
            number
            for number in near
            if filler is not None and _may_be(question, filler, clusters[number][0].roles.get(role))
        ]
        if len(fits) == 1:
            clusters[fits[0]].extend(told[form])
        else:
            clusters.append(list(told[form]))
        place = fits[0] if len(fits) == 1 else len(clusters) - 1
        for one in own:
            for mark in one.has:
                having[mark].add(place)
            for mark in one.seeks:
                seeking[mark].add(place)
    return tuple(Side(tuple(cluster), filler=cluster[0].roles.get(role)) for cluster in clusters)


def _may_be(question: Question, left: RoleValue, right: RoleValue | None) -> bool:
    return right is not None and same_filler(question.kind, question.kind.answer_role or "", left, right)


def pairs_of(question: Question, sides: Sequence[Side], case: Case) -> tuple[Pair, ...]:
    """Return the pairs of different answers with how they stand to each other.

    Of many answers, each is compared with the most exact and the latest alone.
    """
    spoken = [speaking(question, side, case) for side in sides]
    numbers = range(len(sides))
    if len(sides) <= MOST:
        chosen = list(combinations(numbers, 2))
    else:
        latest = max(numbers, key=lambda number: (time_key(spoken[number][0], case), -number))
        chosen = sorted({(min(a, b), max(a, b)) for a in {0, latest} for b in numbers if a != b})
    return tuple(_pair(question, sides[a], sides[b], spoken[a], spoken[b], case) for a, b in chosen)


def _pair(
    question: Question, left: Side, right: Side, firsts: Sequence[Claim], seconds: Sequence[Claim], case: Case
) -> Pair:
    """The two sides by their latest claims of which something can be said, unless two claims contradict each other."""
    found = None
    for first, second in product(firsts, seconds):
        match = relate(question, first, second, case)
        says_more = found is not None and found.match.relation == "not_comparable" != match.relation
        if found is None or says_more or match.relation == "contradicts":
            found = Pair(left, right, match, (first, second))
        if match.relation == "contradicts":
            break
    assert found is not None
    return found


def speaking(question: Question, side: Side, case: Case) -> list[Claim]:
    """Return the claims of a side that may stand otherwise to those of another, the latest first."""
    told_apart: dict[object, Claim] = {}
    for claim in side.claims:
        card = case.cards.get(claim.document)
        key = (
            claim.when, case.published(claim), claim.stance, qualifiers(claim), counted_by(claim, question.kind, card),
        )  # fmt: skip
        told_apart.setdefault(key, claim)
    claims = sorted(told_apart.values(), key=claim_order)
    return sorted(claims, key=lambda claim: time_key(claim, case), reverse=True)[:SPEAKING]


def time_key(claim: Claim, case: Case) -> tuple[str, str]:
    """Return a key that puts claims in the order of the times of which they tell, those of none first."""
    time = told(claim, case)
    return (str(time.days.first or ""), str(time.days.last or "~")) if time is not None else ("", "")


def echoes(question: Question, side: Side, case: Case) -> tuple[Comparison, ...]:
    """Return comparisons that tie each further claim of the side to its first."""
    first, *rest = side.claims
    return tuple(_echo(first, claim, relate(question, claim, first, case)) for claim in rest)


def _echo(first: Claim, claim: Claim, match: Match) -> Comparison:
    if match.relation not in ("same", "refines", "compatible"):
        return Comparison(claim.id, first.id, "same", Reason("same_answer"))
    left, right = (claim, first) if match.forward else (first, claim)
    return Comparison(left.id, right.id, match.relation, match.reason)
