"""Questions: what claims are answers to, worked out from the declarations of the kinds.

Two claims answer one question where kind and parties are the same and the question's roles may be:
names are compared as people write them, and a state, term or place that a text leaves out may be any.
A claim that would fit several questions («Əliyev» where two Əliyevs are known) is put to none of them.
One that lacks what tells its question from others (whose visit, turnover of which year) is compared
within its own document only: elsewhere the same words may be about another visit, another year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from korpu.claims import Claim, RoleValue
from korpu.findings.dates import width_of
from korpu.findings.folding import fold
from korpu.findings.form_index import FormIndex
from korpu.findings.forms import Form, form_of, is_changing, is_compatible, is_numbered
from korpu.findings.names import EXACT, names
from korpu.kinds import Kind, kinds


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


def _questions(kind: Kind, parties: tuple[str, ...], claims: Sequence[Claim]) -> Iterator[Question]:
    for forms in _cluster(kind, _forms(kind, claims)):
        roles = _fullest(kind, forms)
        whens = sorted({form.when for form in forms if form.when is not None}, key=_exactness)
        told = sorted((claim for form in forms for claim in form.claims), key=claim_order)
        when = whens[0] if whens and not is_numbered(kind, forms[0], forms[0]) else None
        changes = is_changing(kind, roles) and when is None
        yield Question(kind, parties, roles, when, changes, tuple(told))


def _forms(kind: Kind, claims: Sequence[Claim]) -> list[Form]:
    """The different ways in which the claims put their question, the fullest first."""
    forms: dict[tuple[object, ...], Form] = {}
    for claim in claims:
        form = form_of(kind, claim)
        folded = (_folded(kind, form.roles, role) for role in kind.roles if role in kind.question)
        key = (*folded, form.when or "", form.document or "any")
        forms.setdefault(key, form).claims.append(claim)
    keys = sorted(forms, key=lambda key: (key.count(""), -len(str(key)), key))
    return [forms[key] for key in keys]


def _folded(kind: Kind, roles: dict[str, RoleValue], role: str) -> str:
    if role not in roles:
        return ""
    exact = kind.roles[role] in EXACT
    return ", ".join(name if exact else fold(name) for name in names(roles[role]))


def _cluster(kind: Kind, forms: Sequence[Form]) -> list[list[Form]]:
    """Forms that may be one question together; a form that fits several clusters stays alone."""
    index = FormIndex(kind, forms)
    clusters: list[list[Form]] = []
    for form in forms:
        fits = [
            number
            for number in index.candidates(form)
            if all(is_compatible(kind, form, other) for other in clusters[number])
        ]
        if len(fits) == 1:
            clusters[fits[0]].append(form)
        else:
            clusters.append([form])
        index.add(form, fits[0] if len(fits) == 1 else len(clusters) - 1)
    return clusters


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
