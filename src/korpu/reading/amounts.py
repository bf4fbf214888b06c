"""Amounts: which amount of a clause a claim takes, and with what bound."""

from __future__ import annotations

from typing import Protocol, cast

from korpu.claims import COUNTED_UNITS, Bound, Step, Value
from korpu.clauses import Clause, Mention
from korpu.document import Span
from korpu.kinds.frames import Frame

_CHANGE = frozenset({"rise", "fall", "reach", "raise"})


class ReadAmount(Protocol):
    """What a language reads of an amount, as far as a claim needs it."""

    @property
    def amount(self) -> str:
        """A plain decimal."""

    @property
    def to(self) -> str | None:
        """The upper end of a range."""

    @property
    def bound(self) -> Bound:
        """How exact it is."""

    @property
    def case(self) -> str | None:
        """The case that it stands in."""


def choose_value(clause: Clause, frame: Frame, near: Span | None) -> tuple[Value, Step] | None:
    """Return the amount of the frame's unit that stands nearest behind the words `near`, else before them.

    A difference («artıb 5 milyon») and an old level («400 milyondan») are none of the claim's.
    """
    amounts = [
        argument.mention for argument in clause.arguments
        if argument.own and argument.mention.type == "amount" and argument.mention.data is not None
        and _fits(argument.mention, frame.value, clause)
    ]  # fmt: skip
    for mention in sorted(amounts, key=lambda m: _distance(m, near)):
        value = _value(cast(ReadAmount, mention.data), mention.value or None, clause, frame)
        return value, Step("value", "amount", mention.start, mention.end)
    return None


def _distance(mention: Mention, near: Span | None) -> tuple[int, int]:
    if near is None:
        return (0, mention.start)
    behind = mention.start >= near.start
    return (0 if behind else 1, abs(mention.start - near.start))


def _fits(mention: Mention, wanted: str, clause: Clause) -> bool:
    unit = mention.value
    if wanted == "money":
        if "unitless" in mention.attributes:
            return True
        if not unit or unit in COUNTED_UNITS | {"percent"}:
            return False
        return _is_level(mention, clause)
    return unit == wanted and (unit != "percent" or not _is_share(mention))


def _is_share(mention: Mention) -> bool:
    """Whether a percentage is a part of a whole («ixracın 12 faizi») or an old one («5 faizdən»)."""
    case, bound = getattr(mention.data, "case", None), getattr(mention.data, "bound", "exact")
    return bound == "exact" and case in ("accusative", "genitive", "ablative", "locative")


def _is_level(mention: Mention, clause: Clause) -> bool:
    """Whether the amount is what was reached, not a difference or what it was before."""
    data = cast(ReadAmount, mention.data)
    if data.case == "ablative" and data.bound == "exact":
        return False
    if (
        data.case == "accusative" and data.bound == "over"
    ):  # «… dolları keçib»: the verb of a neighbour is not its own
        return True
    changes = clause.concepts.keys() & {"rise", "fall"}
    if not changes:
        return True
    settled = clause.concepts.keys() & {"reach", "amount", "be", "exceed"}
    return bool(settled) or data.case in ("dative", "terminative") or data.bound == "up_to"


def _value(data: ReadAmount, unit: str | None, clause: Clause, frame: Frame) -> Value:
    bound, amount = data.bound, data.amount
    if bound == "up_to" and data.case == "terminative" and clause.concepts.keys() & _CHANGE:
        bound = "exact"
    if frame.falls and frame.falls in clause.concepts and not amount.startswith("-"):
        amount = "-" + amount
    return Value(amount, unit, bound, data.to)
