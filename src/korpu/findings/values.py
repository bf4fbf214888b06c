"""How two amounts stand to each other: what each leaves open, and whether one rounds the other."""

from __future__ import annotations

from decimal import ROUND_UP, Decimal, InvalidOperation
from functools import lru_cache

import msgspec

from korpu.claims import COUNTED_UNITS, Value
from korpu.findings.dates import Match
from korpu.findings.finding import Reason

INFINITE = Decimal("Infinity")
ABOUT = Decimal("0.1")
"""How far from itself an amount said to be approximate may lie at least, as a share."""
NEAR = Decimal("0.001")
"""Amounts that differ by no more than this share are the same but for rounding."""
COARSE = Decimal("0.05")
"""By how much, as a share, rounding may move a figure that a unit is to be worked out from."""
COARSEST = Decimal("0.25")
"""Rounding never moves an amount by more than this share, however few digits it has."""
FEW = 1000
"""Of fewer things, a round number is at most as far from the true one as «about» would let it be."""


class Range(msgspec.Struct, frozen=True):
    """The amounts that a value allows; an open end is not itself allowed."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def overlaps(self, other: Range, strictly: bool = False) -> bool:
        """Whether an amount is in both; an end that only one of them leaves out counts as shared, unless `strictly`."""
        low = max(self, other, key=lambda r: (r.low, r.low_open))
        high = min(self, other, key=lambda r: (r.high, not r.high_open))
        ends = low.low_open, high.high_open
        return low.low < high.high or (low.low == high.high and not (any(ends) if strictly else all(ends)))

    def covers(self, other: Range) -> bool:
        """Whether all of `other` lies within."""
        low = self.low < other.low or (self.low == other.low and (other.low_open or not self.low_open))
        high = other.high < self.high or (other.high == self.high and (other.high_open or not self.high_open))
        return low and high

    def turned(self) -> Range:
        """Return the same on the other side of zero."""
        return Range(-self.high, -self.low, self.high_open, self.low_open)


def decimal(text: str) -> Decimal | None:
    """Return the number that a plain decimal string writes, None where it writes none."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


@lru_cache(maxsize=4096)
def range_of(value: Value) -> Range | None:
    """Return the amounts that `value` names, None where its amount is no number. A fall is a rise turned round.

    >>> range_of(Value("130", "document", "up_to"))
    Range(low=Decimal('65'), high=Decimal('130'), low_open=True, high_open=False)
    >>> range_of(Value("-10", "percent", "over"))
    Range(low=Decimal('-Infinity'), high=Decimal('-10'), low_open=False, high_open=True)
    """
    amount = decimal(value.amount)
    end = decimal(value.to) if value.to is not None else amount
    if amount is None or end is None:
        return None
    if amount < 0 and end <= 0:
        to = plain(-amount) if value.to is not None else None
        turned = range_of(Value(plain(-end), value.unit, value.bound, to))
        return turned.turned() if turned is not None else None
    if value.bound == "over" and value.to is None:
        return Range(amount, INFINITE, low_open=True)
    if value.bound == "under":
        return Range(min(Decimal(0), amount), end, high_open=True)
    if value.bound == "up_to" and value.to is None:
        # «Close to, from below» names no lower end; half is far below any use of it.
        return Range(amount / 2, amount, low_open=True)
    if value.bound == "about":
        return Range(amount - _about(amount), end + _about(end))
    return Range(amount, end)


def _about(amount: Decimal) -> Decimal:
    """How far from itself an approximate amount may lie: a tenth, or more where it has one digit only."""
    half = min(resolution(amount) / 2, COARSEST * abs(amount))
    return max(ABOUT * abs(amount), half)


def leeway(value: Value) -> Range | None:
    """Return the amounts that `value` may stand for: a plain figure may be rounded, or cut off, after its last digit.

    A figure of one digit is taken to be rounded; one of more may as well be cut off or rounded up.

    >>> leeway(Value("600000000", "USD", "exact")).low, leeway(Value("743000000", "USD", "exact")).low
    (Decimal('550000000'), Decimal('742000000'))
    >>> leeway(Value("165", "company", "exact")).low
    Decimal('165')
    """
    found = range_of(value)
    if found is None or not is_figure(value):
        return found
    amount = found.low
    step = last_digit(amount, value.unit)
    if not amount or (step == 1 and value.unit in COUNTED_UNITS):
        return found
    if abs(amount) >= 10 * step:
        return Range(amount - step, amount + step, low_open=True, high_open=True)
    few = value.unit in COUNTED_UNITS and abs(amount) < FEW
    margin = min(step / 2, (ABOUT if few else COARSEST) * abs(amount)) if step > 1 else step / 2
    return Range(amount - margin, amount + margin, low_open=few, high_open=few)


def last_digit(amount: Decimal, unit: str | None) -> Decimal:
    """Return what one unit of the last digit given is worth; of per cents, closing zeros are digits below a hundred."""
    step = resolution(amount)
    return min(step, Decimal(1)) if unit == "percent" and abs(amount) < 100 else step


def is_figure(value: Value) -> bool:
    """Return whether a value is one number, given without «about», «over» or a range."""
    return value.bound == "exact" and value.to is None


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
    """Whether `rounded` is `exact` with fewer digits, so that nothing else is likely: what a unit is worked out from.

    Three digits or more may be off by one in the last (both rounding up and cutting off are met),
    fewer by half of one. Whether two figures can both be right is another question: `compare_values`.

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
    details = _written(left, right)
    if left.unit != right.unit or a is None or b is None:
        return Match("not_comparable", Reason("different_units", details))
    if a == b and is_figure(left) == is_figure(right):
        return Match("same", Reason("same_answer"))
    if is_figure(left) and is_figure(right):
        return _compare_figures(left, right)
    forward, back = _lies_within(left, right), _lies_within(right, left)
    if forward or back:
        details = details if forward else _written(right, left)
        return Match("refines", Reason("within_range", details), forward)
    if _overlap(left, right):
        return Match("compatible", Reason("ranges_overlap", details))
    return Match("contradicts", _difference(left, right))


def _lies_within(left: Value, right: Value) -> bool:
    """Whether `left` is one of the amounts, or names none but amounts, that `right` names; a figure names one only."""
    a, b = range_of(left), range_of(right)
    return a is not None and b is not None and not is_figure(right) and b.covers(a)


def _overlap(left: Value, right: Value) -> bool:
    a, b = leeway(left), leeway(right)
    figures = is_figure(left) and is_figure(right)
    return a is not None and b is not None and a.overlaps(b, strictly=figures)


def _written(first: Value, second: Value) -> dict[str, str]:
    return {"first": write(first), "second": write(second)}


def _compare_figures(left: Value, right: Value) -> Match:
    """How two plain figures stand: one rounded to the other, both rounded from one amount, or too far apart."""
    a, b = Decimal(left.amount), Decimal(right.amount)
    steps = last_digit(a, left.unit), last_digit(b, right.unit)
    forward = (steps[0], a) <= (steps[1], b)
    exact, rounded = (left, right) if forward else (right, left)
    named, allowed = range_of(exact), leeway(rounded)
    is_near = abs(a - b) <= NEAR * min(abs(a), abs(b))
    is_rounded_to = named is not None and allowed is not None and allowed.covers(named)
    details = _written(exact, rounded) | {"percent": percent_apart(a, b)}
    if steps[0] != steps[1] and (is_near or is_rounded_to):
        return Match("refines", Reason("rounded", details), forward)
    if is_near or _overlap(left, right):
        return Match("compatible", Reason("both_rounded", details))
    return Match("contradicts", _difference(left, right))


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
