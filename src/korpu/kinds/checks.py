"""What a kind declares that must fit together: amounts that add up, dates in order, both sides' statistics, and what need not.

Findings look for claims that a check is about and say whether it holds; none of them knows which kind it checks.
"""

from __future__ import annotations

import msgspec


class Follows(msgspec.Struct, frozen=True):
    """Its date is no earlier than those of `kinds`, where the roles that both have agree.

    Attributes:
        again: whether what `kinds` begin may begin anew (a mission that is closed opens again, a group is formed for
            each parliament), so that the other order contradicts nothing.
    """

    kinds: tuple[str, ...]
    again: bool = False


class Sum(msgspec.Struct, frozen=True):
    """Its amount is what the amounts of `kinds` add up to, over one period."""

    kinds: tuple[str, ...]


class Growth(msgspec.Struct, frozen=True):
    """It says in per cent how the amount of a kind grew against the period before.

    Attributes:
        role: the role whose term says which kind.
        kinds: the kinds by these terms.
    """

    role: str
    kinds: dict[str, str]


class Mirror(msgspec.Struct, frozen=True):
    """The same flow is told by the other side's statistics as an amount of `kind`.

    Attributes:
        role: the role that says whose statistics they are: one state in the one, another in the other.
    """

    kind: str
    role: str


class During(msgspec.Struct, frozen=True):
    """What one document tells together with an event of `kind` is dated within it, as what is signed on a visit."""

    kind: str


class OnePost(msgspec.Struct, frozen=True):
    """The filler of `role` has one answer at a time: a person who heads two missions at once is remarkable."""

    role: str


class Awaited(msgspec.Struct, frozen=True):
    """A file on two states lacks something where it has no answer.

    Attributes:
        begun_by: kinds by one of which it must have begun, where the roles that both have agree.
        begun_with: fillers by which claims on its begin and its end count, where they have the role.
        asked: fillers that the question has, where a claim gives the role.
        told_by: further kinds whose claims tell of it, where the roles that both have agree.
    """

    begun_by: tuple[str, ...]
    begun_with: dict[str, str] = {}
    asked: dict[str, str] = {}
    told_by: tuple[str, ...] = ()


class Several(msgspec.Struct, frozen=True):
    """Where `role` has one of `terms`, there may be several at a time, which only `by` tells apart.

    Attributes:
        terms: none where there may be several whatever the role has.
        by: a role that both claims must give before one can contradict the other.
    """

    role: str
    terms: tuple[str, ...]
    by: str


Check = Follows | Sum | Growth | Mirror | During | OnePost


def checked_kinds(check: Check) -> tuple[str, ...]:
    """Return the kinds that a check sets beside the one that declares it.

    >>> checked_kinds(Growth("flow", {"exports": "trade.exports"})), checked_kinds(OnePost("person"))
    (('trade.exports',), ())
    """
    match check:
        case Follows(kinds) | Sum(kinds):
            return kinds
        case Growth(_, kinds):
            return tuple(kinds.values())
        case Mirror(kind) | During(kind):
            return (kind,)
        case OnePost():
            return ()
