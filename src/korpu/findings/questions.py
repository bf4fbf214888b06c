"""Questions: what claims are answers to, worked out from the declarations of the kinds.

Two claims answer one question where kind and parties are the same and the question's roles may be:
names are compared as people write them, and a state, term or place that a text leaves out may be any.
A claim that would fit several questions («Əliyev» where two Əliyevs are known) is put to none of them.
One that lacks what tells its question from others (whose visit, turnover of which year) is compared
within its own document only: elsewhere the same words may be about another visit, another year.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from korpu.claims import Claim, RoleValue
from korpu.edtf import days
from korpu.findings.names import EXACT, fold, names, same_filler, stems
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
    """Whether a later answer to the kind's question about `roles` supersedes an earlier one."""
    name, filler = OCCASIONAL
    return kind.changes and roles.get(name) != filler


def _questions(kind: Kind, parties: tuple[str, ...], claims: Sequence[Claim]) -> Iterator[Question]:
    for forms in _cluster(kind, _forms(kind, claims)):
        roles = _fullest(kind, forms)
        whens = sorted({form.when for form in forms if form.when is not None}, key=_exactness)
        told = sorted((claim for form in forms for claim in form.claims), key=claim_order)
        when = whens[0] if whens else None
        yield Question(kind, parties, roles, when, is_changing(kind, roles), tuple(told))


def _forms(kind: Kind, claims: Sequence[Claim]) -> list[Form]:
    """The different ways in which the claims put their question, the fullest first."""
    forms: dict[tuple[object, ...], Form] = {}
    for claim in claims:
        roles = {role: claim.roles[role] for role in kind.question if role in claim.roles}
        when = claim.when if is_timed(kind, roles) else None
        document = None if _is_told_apart(kind, roles, when) else claim.document
        folded = (_folded(kind, roles, role) for role in kind.roles if role in kind.question)
        key = (*folded, when or "", document or "any")
        forms.setdefault(key, Form(roles, when, document, [])).claims.append(claim)
    keys = sorted(forms, key=lambda key: (key.count(""), -len(str(key)), key))
    return [forms[key] for key in keys]


def _folded(kind: Kind, roles: dict[str, RoleValue], role: str) -> str:
    if role not in roles:
        return ""
    exact = kind.roles[role] in EXACT
    return ", ".join(name if exact else fold(name) for name in names(roles[role]))


def is_timed(kind: Kind, roles: dict[str, RoleValue]) -> bool:
    """Whether `when` tells this question from others.

    Not where a later answer supersedes an earlier one, nor where the date is the answer and
    something else (the ordinal of a session) already tells the questions apart.
    """
    if "when" not in kind.question or is_changing(kind, roles):
        return False
    return kind.answer is not Answer.WHEN or not roles


def _is_told_apart(kind: Kind, roles: dict[str, RoleValue], when: str | None) -> bool:
    """Whether a claim gives the names and the time by which its question is known."""
    if when is None and is_timed(kind, roles) and kind.answer is not Answer.WHEN:
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
        and _same_time(kind, left.when, right.when)
        and all(
            _same_role(kind.roles[role], left.roles.get(role), right.roles.get(role)) for role in kind.roles
        )
    )


def _same_role(role: RoleType, left: RoleValue | None, right: RoleValue | None) -> bool:
    if left is None or right is None:
        return left is right or role not in TELLING
    return same_filler(role, left, right)


def _same_time(kind: Kind, left: str | None, right: str | None) -> bool:
    """Amounts are of one period only where it is the same; events may be dated more or less exactly."""
    if left == right:
        return True
    if kind.answer is Answer.VALUE:
        return (left or "").rstrip("~") == (right or "").rstrip("~")
    a, b = days(left), days(right)
    return a is not None and b is not None and a.overlaps(b)


class _Index:
    """Which clusters a form may belong to at all, so that not every one must be compared.

    Forms are looked up by the words of one role that is compared as a name, else by the period of
    an amount; a form that has neither is compared with all.
    """

    def __init__(self, kind: Kind, forms: Sequence[Form]) -> None:
        loose = [role for role in kind.roles if role in kind.question and kind.roles[role] not in EXACT]
        self._role = loose[0] if loose else None
        self._type = kind.roles[self._role] if self._role else RoleType.TERM
        self._by_period = kind.answer is Answer.VALUE and not loose
        self._frequency = Counter(word for form in forms for word in self._words(form))
        self._clusters: dict[str, set[int]] = defaultdict(set)
        self._unsorted: set[int] = set()
        self._all: set[int] = set()

    def add(self, form: Form, cluster: int) -> None:
        """Note that `form` is in the cluster."""
        words = self._words(form)
        for word in words:
            self._clusters[word].add(cluster)
        if not words:
            self._unsorted.add(cluster)
        self._all.add(cluster)

    def candidates(self, form: Form) -> list[int]:
        """Return the clusters to compare `form` with, in their order."""
        words = self._words(form)
        if not words:
            return sorted(self._all)
        return sorted(self._unsorted.union(*(self._clusters[word] for word in self._telling(form, words))))

    def _words(self, form: Form) -> frozenset[str]:
        if self._by_period:
            return frozenset({(form.when or "").rstrip("~")})
        if self._role is None or self._role not in form.roles:
            return frozenset()
        return frozenset(word for name in names(form.roles[self._role]) for word in stems(name))

    def _telling(self, form: Form, words: frozenset[str]) -> Sequence[str]:
        """The words of which a form of the same question has at least one: a surname, a title's rarest."""
        if self._role and self._type in (RoleType.PERSON, RoleType.PERSONS):
            first = next(iter(names(form.roles[self._role])), "")
            return [word[:6] for word in fold(first).split()[-1:]]
        rarest = sorted(words, key=lambda word: (self._frequency[word], word))
        return rarest if self._type is RoleType.ACTOR else rarest[: len(words) // 5 + 1]


def _fullest(kind: Kind, forms: Sequence[Form]) -> dict[str, RoleValue]:
    """Each of the question's roles with the longest filler that a form gives."""
    fullest: dict[str, RoleValue] = {}
    for role in kind.roles:
        fillers = [form.roles[role] for form in forms if role in form.roles]
        if fillers:
            fullest[role] = min(fillers, key=lambda filler: (-len(", ".join(names(filler))), names(filler)))
    return fullest


def _exactness(when: str) -> tuple[int, str]:
    found = days(when)
    if found is None or found.first is None or found.last is None:
        return 10**6, when
    return (found.last - found.first).days, when
