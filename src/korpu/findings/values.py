"""How two amounts stand to each other: what each leaves open, and whether one rounds the other."""

from __future__ import annotations

from decimal import ROUND_UP, Decimal, InvalidOperation
from functools import lru_cache

import msgspec

from korpu.claims import Value
from korpu.findings.dates import Match
from korpu.findings.finding import Reason

INFINITE = Decimal("Infinity")
ABOUT = Decimal("0.1")
"""How far from itself an amount said to be approximate may lie, as a share."""
NEAR = Decimal("0.001")
"""Amounts that differ by no more than this share are the same but for rounding."""
COARSE = Decimal("0.05")
"""Rounding never moves an amount by more than this share, however few digits it has."""


class Range(msgspec.Struct, frozen=True):
    """The amounts that a value allows; an open end is not itself allowed."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def overlaps(self, other: Range) -> bool:
        """Whether an amount is in both; an end that only one of them leaves out counts as shared."""
        low, high = max(self, other, key=lambda r: r.low), min(self, other, key=lambda r: r.high)
        return low.low < high.high or (low.low == high.high and not (low.low_open and high.high_open))

    def covers(self, other: Range) -> bool:
        """Whether all of `other` lies within."""
        return self.low <= other.low and other.high <= self.high


def decimal(text: str) -> Decimal | None:
    """Return the number that a plain decimal string writes, None where it writes none."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


@lru_cache(maxsize=4096)
def range_of(value: Value) -> Range | None:
    """Return the amounts that `value` allows, None where its amount is no number.

    >>> range_of(Value("130", "document", "up_to"))
    Range(low=Decimal('65'), high=Decimal('130'), low_open=True, high_open=False)
    """
    amount = decimal(value.amount)
    end = decimal(value.to) if value.to is not None else amount
    if amount is None or end is None:
        return None
    if value.bound == "over" and value.to is None:
        return Range(amount, INFINITE, low_open=True)
    if value.bound == "under":
        return Range(-INFINITE, end, high_open=True)
    if value.bound == "up_to" and value.to is None:
        # «Close to, from below» names no lower end; half is far below any use of it.
        return Range(min(amount / 2, amount), max(amount / 2, amount), low_open=True)
    margin = ABOUT if value.bound == "about" else Decimal(0)
    return Range(amount - abs(amount) * margin, end + abs(end) * margin)


def resolution(amount: Decimal) -> Decimal:
    """Return what one unit of the last digit that `amount` gives is worth; closing zeros are not digits.

    >>> resolution(Decimal("743000000")), resolution(Decimal("31284.60"))
    (Decimal('1E+6'), Decimal('0.01'))
    """
    exponent = amount.as_tuple().exponent
    if isinstance(exponent, int) and exponent < 0:
        return Decimal(1).scaleb(exponent)
    digits = str(int(amount))
    return Decimal(1).scaleb(len(digits) - len(digits.rstrip("0")) if amount else 0)


def is_rounded(exact: Decimal, rounded: Decimal) -> bool:
    """Whether `rounded` is `exact` with fewer digits, or so near that the difference is rounding.

    Three digits or more may be off by one in the last (both rounding up and cutting off are met),
    fewer by half of one.

    >>> is_rounded(Decimal("742613400"), Decimal("743000000")), is_rounded(Decimal("165"), Decimal("166"))
    (True, False)
    """
    difference = abs(exact - rounded)
    if difference <= NEAR * min(abs(exact), abs(rounded)):
        return True
    step = resolution(rounded)
    if step <= resolution(exact):
        return False
    allowed = step if abs(rounded) >= 100 * step else step / 2
    return difference <= min(allowed, COARSE * abs(rounded))


def compare_values(left: Value, right: Value) -> Match:
    """Return how two amounts on one question stand to each other.

    >>> over, up_to = Value("100", "document", "over"), Value("130", "document", "up_to")
    >>> compare_values(over, up_to).relation
    'compatible'
    """
    a, b = range_of(left), range_of(right)
    details, swapped = _written(left, right), _written(right, left)
    if left.unit != right.unit or a is None or b is None:
        return Match("not_comparable", Reason("different_units", details))
    if a == b:
        return Match("same", Reason("same_answer"))
    if a.low == a.high and b.low == b.high:
        return _compare_figures(left, right)
    if a.covers(b) or b.covers(a):
        forward = b.covers(a)
        return Match("refines", Reason("within_range", details if forward else swapped), forward)
    if a.overlaps(b):
        return Match("compatible", Reason("ranges_overlap", details))
    return Match("contradicts", _difference(left, right))


def _written(first: Value, second: Value) -> dict[str, str]:
    return {"first": write(first), "second": write(second)}


def _compare_figures(left: Value, right: Value) -> Match:
    a, b = Decimal(left.amount), Decimal(right.amount)
    forward = (resolution(a), a) <= (resolution(b), b)
    exact, rounded = (left, right) if forward else (right, left)
    if not is_rounded(Decimal(exact.amount), Decimal(rounded.amount)):
        return Match("contradicts", _difference(left, right))
    details = _written(exact, rounded) | {"percent": percent_apart(a, b)}
    return Match("refines", Reason("rounded", details), forward)


def _difference(left: Value, right: Value) -> Reason:
    first, second = sorted((left, right), key=lambda value: (Decimal(value.amount), write(value)))
    low, high = range_of(first), range_of(second)
    details = _written(first, second)
    if low is None or high is None or low.high <= 0 or low.high == INFINITE:
        return Reason("values_differ", details)
    ratio = high.low / low.high
    return Reason(
        "values_differ_times", details | {"ratio": plain(round(ratio, 1 if ratio >= Decimal("1.1") else 3))}
    )


def percent_apart(left: Decimal, right: Decimal) -> str:
    """Return the difference of two amounts in percent of the smaller, rounded up to a tenth.

    >>> percent_apart(Decimal("742613400"), Decimal("743000000"))
    '0.1'
    """
    share = abs(left - right) / (min(abs(left), abs(right)) or Decimal(1)) * 100
    return plain(share.quantize(Decimal("0.1"), ROUND_UP))


def exactness(value: Value) -> tuple[Decimal, Decimal, str]:
    """Return a key that puts the more exact of several values first."""
    span = range_of(value)
    if span is None:
        return INFINITE, INFINITE, value.amount
    return span.high - span.low, resolution(Decimal(value.amount)), write(value)


def scaled(value: Value, unit: str, scale: int) -> Value:
    """Return `value` with the unit and the scale that were worked out for it.

    >>> scaled(Value("742.50", None, "exact"), "USD", 1000).amount
    '742500'
    """
    amount = plain(Decimal(value.amount) * scale)
    to = plain(Decimal(value.to) * scale) if value.to is not None else None
    return Value(amount, unit, value.bound, to)


def plain(number: Decimal) -> str:
    """Return the number as a plain decimal string without closing zeros after the mark."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def write(value: Value) -> str:
    """Return the value in the plain form that `korpu.translations` formats as `{…:value}`.

    >>> write(Value("20", "document", "up_to", "30")), write(Value("7.5", None, "exact"))
    ('up_to 20/30 document', 'exact 7.5 -')
    """
    amount = f"{value.amount}/{value.to}" if value.to is not None else value.amount
    return f"{value.bound} {amount} {value.unit or '-'}"
