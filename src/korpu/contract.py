"""The contract of a claim: what a claim must be, whoever makes it. A reader keeps to it; what a person claims is checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from typing import get_args

from korpu.claims import COUNTED_UNITS, Bound, Claim, RoleValue, Stance, Value, WhenFrom
from korpu.edtf import is_edtf
from korpu.errors import WrongUse
from korpu.kinds import Answer, Kind, RoleType, kinds
from korpu.states import state_codes
from korpu.translations import DEFAULT, table

LISTS = frozenset({RoleType.PERSONS, RoleType.STATES, RoleType.PLACES})
"""The types of roles that several fill."""
_STATES = frozenset({RoleType.STATE, RoleType.STATES})
_OPEN = frozenset({"polity", "ordinal"})
"""Roles whose list is not closed: what it lacks is named as the document does, and sessions are counted."""
_AMOUNT = re.compile(r"-?\d+(\.\d+)?")
_UNFIT = re.compile("[\x00-\x1f\ud800-\udfff]")


class NotAClaim(WrongUse):
    """What was to be a claim breaks the contract of claims; the message says where. Nothing was recorded."""


def check_claim(claim: Claim) -> None:
    """Do nothing where a claim keeps to the contract. Whether its document says so is not looked at.

    Raises:
        NotAClaim: it does not; the message says all that is wrong.
    """
    kind = kinds().get(claim.kind)
    if kind is None:
        raise NotAClaim(f"There is no kind «{claim.kind}». There are: {', '.join(kinds())}.")
    faults = [fault for check in _CHECKS for fault in check(claim, kind)]
    if faults:
        raise NotAClaim(" ".join(faults))


def terms_of(role: str) -> tuple[str, ...]:
    """Return the words of the list that fills a role of the type `TERM`; none where the list is not closed.

    >>> terms_of("scope"), terms_of("ordinal")
    (('all', 'visit'), ())
    """
    return () if role in _OPEN else tuple(table(DEFAULT)["terms"].get(role, ()))


def units() -> frozenset[str]:
    """Return the units that a value may have: ISO 4217 codes, shares, and what is counted.

    >>> {"AZN", "person", "percent"} <= units()
    True
    """
    return COUNTED_UNITS | {"percent"} | _currencies()


@cache
def _currencies() -> frozenset[str]:
    from babel.numbers import list_currencies

    return frozenset(list_currencies())


def takes_value(kind: Kind) -> bool:
    """Return whether claims of a kind may have an amount."""
    return kind.answer is Answer.VALUE or "value" in kind.identity


def _parties(claim: Claim, kind: Kind) -> Iterator[str]:
    parties = claim.parties
    if len(parties) < 2:
        yield "A claim has two parties or more."
    yield from (f"The party «{party}» is no state's code." for party in _unknown(parties))
    if list(parties) != sorted(set(parties)):
        yield f"The parties ({', '.join(parties)}) are to be sorted, each once."


def _roles(claim: Claim, kind: Kind) -> Iterator[str]:
    for role, filler in claim.roles.items():
        if role not in kind.roles:
            roles = ", ".join(kind.roles) or "none"
            yield f"The kind {kind.name} has no role «{role}»; its roles are: {roles}."
        else:
            yield from _filler(role, kind.roles[role], filler)


def _filler(role: str, type: RoleType, filler: RoleValue) -> Iterator[str]:
    if (type in LISTS) is isinstance(filler, str):
        yield f"The role {role} takes {'several, as a list' if type in LISTS else 'one filler and no list'}."
        return
    fillers = (filler,) if isinstance(filler, str) else filler
    if not fillers or not all(map(_is_fit, fillers)):
        yield f"The role {role} is empty, or has blanks at its ends or signs that no text has: leave it out where the text does not give it."
        return
    if type in _STATES:
        yield from (f"The role {role} takes states' codes, and «{one}» is none." for one in _unknown(fillers))
    if type is RoleType.DATE:
        yield from (_no_date(f"The role {role}", one) for one in fillers if not is_edtf(one))
    if type is RoleType.TERM and (terms := terms_of(role)):
        yield from (
            f"The role {role} takes one of {', '.join(terms)}, and «{one}» is none." for one in fillers if one not in terms
        )  # fmt: skip


def _when(claim: Claim, kind: Kind) -> Iterator[str]:
    if claim.when is not None and not is_edtf(claim.when):
        yield _no_date("The time", claim.when)
    if (claim.when is None) is not (claim.when_from is None):
        yield "How the time was got is told where there is a time, and only there."
    elif claim.when_from is not None and claim.when_from not in get_args(WhenFrom):
        yield f"The time is got as one of {', '.join(get_args(WhenFrom))}, and not as «{claim.when_from}»."


def _value(claim: Claim, kind: Kind) -> Iterator[str]:
    value = claim.value
    if value is None:
        if "value" in kind.identity:
            yield f"A claim of the kind {kind.name} has an amount."
        return
    if not takes_value(kind):
        yield f"A claim of the kind {kind.name} has no amount."
    yield from _amount(value)


def _amount(value: Value) -> Iterator[str]:
    amounts = [value.amount, *([] if value.to is None else [value.to])]
    wrong = [amount for amount in amounts if not _AMOUNT.fullmatch(amount)]
    yield from (f"«{one}» is no plain decimal number, such as 598468600 or -3.5." for one in wrong)
    if not wrong and value.to is not None and Decimal(value.to) < Decimal(value.amount):
        yield f"The range ends ({value.to}) below its begin ({value.amount})."
    if value.unit is not None and value.unit not in units():
        counted = ", ".join(sorted(COUNTED_UNITS))
        yield f"«{value.unit}» is no unit: give an ISO 4217 code (USD, AZN), percent, or one of {counted}."
    if value.bound not in get_args(Bound):
        yield f"«{value.bound}» is no bound: give one of {', '.join(get_args(Bound))}."


def _manner(claim: Claim, kind: Kind) -> Iterator[str]:
    if claim.stance not in get_args(Stance):
        yield f"«{claim.stance}» is no stance: give one of {', '.join(get_args(Stance))}."
    if claim.speaker is not None and not _is_fit(claim.speaker):
        yield "The speaker's name is empty, or has blanks at its ends: leave it out where the text names none."


_CHECKS: tuple[Callable[[Claim, Kind], Iterator[str]], ...] = (_parties, _roles, _when, _value, _manner)


def _unknown(codes: tuple[str, ...]) -> list[str]:
    return [code for code in codes if code not in state_codes()]


def _is_fit(text: str) -> bool:
    return bool(text) and text == text.strip() and not _UNFIT.search(text)


def _no_date(what: str, text: str) -> str:
    return (
        f"{what} is no date: «{text}». Give EDTF: 2004, 2004-03, 2004-03-01, 2004/2010, 2004/.., 199X, 2004~."
    )
