"""Questions: what claims are answers to, worked out from the declarations of the kinds.

Two claims answer one question where kind and parties are the same and the question's roles may be:
names are compared as people write them, and a state, term or place that a text leaves out may be any.
A claim that would fit several questions («Əliyev» where two Əliyevs are known) is put to none of them.
One that lacks what tells its question from others (whose visit, turnover of which year) is compared
within its own document only: elsewhere the same words may be about another visit, another year.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

import msgspec

from korpu.claims import Claim, RoleValue
from korpu.edtf import days
from korpu.findings.dates import width_of
from korpu.findings.folding import fold
from korpu.findings.names import EXACT, Marks, entity_of, marks, names, same_filler
from korpu.kinds import Answer, Kind, RoleType, kinds

OCCASIONAL = ("scope", "visit")
"""A role's filler by which an answer belongs to one occasion, so that no later one supersedes it."""

TELLING = frozenset(RoleType) - EXACT - {RoleType.PLACE}
"""The types of role that, in a question, name the thing it is about."""


class Question(msgspec.Struct, frozen=True):
    """A question and all claims on it, in the order of `claim_order`.

    Attributes:
        roles: the question's roles, each with the fullest filler that a claim gives.
        when: the period that the question is about, None where it is about none.
        changes: whether a later answer supersedes an earlier one.
    """

    kind: Kind
    parties: tuple[str, ...]
    roles: dict[str, RoleValue]
    when: str | None
    changes: bool
    claims: tuple[Claim, ...]


def claim_order(claim: Claim) -> tuple[str, int, int, str, str]:
    """Return a key that orders claims by where they stand, and then by all that they say."""
    return claim.document, claim.start, claim.end, claim.kind, claim.id


def ask(claims: Iterable[Claim]) -> tuple[Question, ...]:
    """Return the questions that the claims answer, each claim in one; kinds not declared are passed over."""
    blocks: dict[tuple[str, tuple[str, ...]], list[Claim]] = defaultdict(list)
    for claim in sorted({claim.id: claim for claim in claims}.values(), key=claim_order):
        if claim.kind in kinds():
            blocks[claim.kind, claim.parties].append(claim)
    return tuple(
        question
        for (kind, parties), told in sorted(blocks.items())
        for question in _questions(kinds()[kind], parties, told)
    )


class Form(msgspec.Struct, frozen=True):
    """The question as one claim, or several in the same words, puts it.

    Attributes:
        document: the only document whose claims it may be compared with; None where it is told apart.
    """

    roles: dict[str, RoleValue]
    when: str | None
    document: str | None
    claims: list[Claim]


def is_changing(kind: Kind, roles: dict[str, RoleValue]) -> bool:
    """Whether a later answer to the kind's question about `roles` supersedes an earlier one, unless it is of a period."""
    name, filler = OCCASIONAL
    return kind.changes and roles.get(name) != filler


def is_of_period(kind: Kind, when: str | None) -> bool:
    """Whether an amount that changes is of a period of its own (invested in 2014), and not what there was in all.

    >>> from korpu.kinds import kinds
    >>> [is_of_period(kinds()[kind], "2014") for kind in ("investment.amount", "company.count")]
    [True, False]
    """
    begin, slash, end = (when or "").partition("/")
    if slash:
        return (kind.flows or kind.grows) and ".." not in (begin, end)
    return kind.flows and len(begin) == len("2014")


def _questions(kind: Kind, parties: tuple[str, ...], claims: Sequence[Claim]) -> Iterator[Question]:
    for forms in _cluster(kind, _forms(kind, claims)):
        roles = _fullest(kind, forms)
        whens = sorted({form.when for form in forms if form.when is not None}, key=_exactness)
        told = sorted((claim for form in forms for claim in form.claims), key=claim_order)
        when = whens[0] if whens and not _is_numbered(kind, forms[0], forms[0]) else None
        changes = is_changing(kind, roles) and when is None
        yield Question(kind, parties, roles, when, changes, tuple(told))


def may_be_one_question(left: Claim, right: Claim) -> bool:
    """Whether two claims of one kind on the same states answer one question, were there no others that either fits, too."""
    kind = kinds()[left.kind]
    return _is_compatible(kind, _form(kind, left), _form(kind, right))


def _forms(kind: Kind, claims: Sequence[Claim]) -> list[Form]:
    """The different ways in which the claims put their question, the fullest first."""
    forms: dict[tuple[object, ...], Form] = {}
    for claim in claims:
        form = _form(kind, claim)
        folded = (_folded(kind, form.roles, role) for role in kind.roles if role in kind.question)
        key = (*folded, form.when or "", form.document or "any")
        forms.setdefault(key, form).claims.append(claim)
    keys = sorted(forms, key=lambda key: (key.count(""), -len(str(key)), key))
    return [forms[key] for key in keys]


def _form(kind: Kind, claim: Claim) -> Form:
    """How a claim puts its question, without the claim."""
    roles = {role: claim.roles[role] for role in kind.question if role in claim.roles}
    is_dated = kind.answer is Answer.WHEN and "when" in kind.question
    when = claim.when if is_dated or is_timed(kind, roles, claim.when) else None
    document = None if _is_told_apart(kind, roles, when) else claim.document
    return Form(roles, when, document, [])


def _folded(kind: Kind, roles: dict[str, RoleValue], role: str) -> str:
    if role not in roles:
        return ""
    exact = kind.roles[role] in EXACT
    return ", ".join(name if exact else fold(name) for name in names(roles[role]))


def is_timed(kind: Kind, roles: dict[str, RoleValue], when: str | None) -> bool:
    """Whether `when` tells this question from others.

    Not where a later answer supersedes an earlier one, nor where the date is the answer and
    something else (the ordinal of a session) already tells the questions apart.
    """
    if "when" not in kind.question:
        return False
    if is_changing(kind, roles):
        return is_of_period(kind, when)
    return kind.answer is not Answer.WHEN or not roles


def _is_told_apart(kind: Kind, roles: dict[str, RoleValue], when: str | None) -> bool:
    """Whether a claim gives the names and the time by which its question is known."""
    if when is None and is_timed(kind, roles, None) and kind.answer is not Answer.WHEN and not kind.past:
        return False
    return all(role in roles for role in kind.question if kind.roles.get(role) in TELLING)


def _cluster(kind: Kind, forms: Sequence[Form]) -> list[list[Form]]:
    """Forms that may be one question together; a form that fits several clusters stays alone."""
    index = _Index(kind, forms)
    clusters: list[list[Form]] = []
    for form in forms:
        fits = [
            number
            for number in index.candidates(form)
            if all(_is_compatible(kind, form, other) for other in clusters[number])
        ]
        if len(fits) == 1:
            clusters[fits[0]].append(form)
        else:
            clusters.append([form])
        index.add(form, fits[0] if len(fits) == 1 else len(clusters) - 1)
    return clusters


def _is_compatible(kind: Kind, left: Form, right: Form) -> bool:
    return (
        left.document == right.document
        and (_is_numbered(kind, left, right) or _same_time(kind, left.when, right.when))
        and all(_same_role(kind, role, left.roles.get(role), right.roles.get(role)) for role in kind.roles)
    )


def _is_numbered(kind: Kind, left: Form, right: Form) -> bool:
    """Whether something else than the date, which is the answer, tells the questions apart: the ordinal of a session."""
    return kind.answer is Answer.WHEN and bool(left.roles) and bool(right.roles)


def _same_role(kind: Kind, role: str, left: RoleValue | None, right: RoleValue | None) -> bool:
    if left is None or right is None:
        return left is right or kind.roles[role] not in TELLING
    return same_filler(kind, role, left, right)


def _same_time(kind: Kind, left: str | None, right: str | None) -> bool:
    """Amounts are of one period only where it is the same; events may be dated more or less exactly."""
    if left == right:
        return True
    if kind.answer is Answer.VALUE and not kind.past:
        return _period(left) == _period(right)
    if kind.past and None in (left, right):
        return True
    a, b = days(left), days(right)
    return a is not None and b is not None and a.overlaps(b)


def _period(when: str | None) -> str:
    """The days of a period: «January to December» are those of the year."""
    found = days(when.rstrip("~")) if when is not None else None
    return f"{found.first}/{found.last}" if found is not None else when or ""


class _Index:
    """Which clusters a form may belong to at all, so that not every one must be compared.

    Forms are looked up by the words of one role that is compared as a name, else by the period of
    an amount; a form that has neither is compared with all.
    """

    def __init__(self, kind: Kind, forms: Sequence[Form]) -> None:
        loose = [role for role in kind.roles if role in kind.question and kind.roles[role] not in EXACT]
        self._role = loose[0] if loose else None
        self._type = kind.roles[self._role] if self._role else RoleType.TERM
        self._entity = entity_of(kind, self._role) if self._role else None
        self._by_period = kind.answer is Answer.VALUE and not loose
        self._frequency: Counter[Hashable] = Counter()
        self._frequency.update(mark for form in forms for mark in self._marks(form).has)
        self._having: dict[Hashable, set[int]] = defaultdict(set)
        self._seeking: dict[Hashable, set[int]] = defaultdict(set)
        self._unsorted: set[int] = set()
        self._all: set[int] = set()

    def add(self, form: Form, cluster: int) -> None:
        """Note that `form` is in the cluster."""
        own = self._marks(form)
        for mark in own.has:
            self._having[mark].add(cluster)
        for mark in own.seeks:
            self._seeking[mark].add(cluster)
        if not own.has:
            self._unsorted.add(cluster)
        self._all.add(cluster)

    def candidates(self, form: Form) -> list[int]:
        """Return the clusters to compare `form` with, in their order."""
        own = self._marks(form)
        if not own.has:
            return sorted(self._all)
        found = (self._having.get(mark, set()) for mark in own.seeks)
        back = (self._seeking.get(mark, set()) for mark in own.has) if self._entity == "person" else ()
        return sorted(self._unsorted.union(*found, *back))

    def _marks(self, form: Form) -> Marks:
        """What the form has, and what one of the same question must have: of a long title, one of its rarest marks."""
        if self._by_period:
            period = frozenset({_period(form.when)})
            return Marks(period, period)
        if self._role is None or self._role not in form.roles:
            return _NO_MARKS
        own = [marks(self._entity, name) for name in names(form.roles[self._role])]
        has = frozenset[Hashable]().union(*(one.has for one in own))
        if self._type is RoleType.ACTOR or self._entity in _BY_ANY:
            return Marks(has, frozenset[Hashable]().union(*(one.seeks for one in own)))
        rarest = sorted(has, key=lambda mark: (self._frequency[mark], str(mark)))
        return Marks(has, frozenset(rarest[: len(rarest) // 5 + 1]))


_NO_MARKS = Marks(frozenset(), frozenset())
_BY_ANY = ("person", "place", "organisation", "project")
"""What is known by a few words, any of which may be the one that two names have in common."""


def _fullest(kind: Kind, forms: Sequence[Form]) -> dict[str, RoleValue]:
    """Each of the question's roles with the longest filler that a form gives."""
    fullest: dict[str, RoleValue] = {}
    for role in kind.roles:
        fillers = [form.roles[role] for form in forms if role in form.roles]
        if fillers:
            fullest[role] = min(fillers, key=lambda filler: (-len(", ".join(names(filler))), names(filler)))
    return fullest


def _exactness(when: str) -> tuple[int, str]:
    return width_of(when), when
