"""Amounts for people: nothing rounded, digits grouped, a scale word only where it is exact."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from korpu.translations.formats import Words


class NumberMarks(NamedTuple):
    """How a language writes numbers.

    Attributes:
        decimal: its decimal mark.
        group: what stands between groups of three digits.
        fewest: how many digits a number has at least to be grouped.
    """

    decimal: str
    group: str
    fewest: int = 4


SCALES = (("milliard", Decimal(10) ** 9), ("million", Decimal(10) ** 6))
"""Scale words by the name of their entry in the translations. Thousands are written out."""


def marks_of(words: Words) -> NumberMarks:
    """Return the marks that a language's translations give."""
    numbers = words["numbers"]
    return NumberMarks(numbers["decimal"], numbers["group"], numbers["fewest"])


def group_digits(amount: str, marks: NumberMarks) -> str:
    """Return a plain decimal string with the language's marks, digit for digit.

    >>> group_digits("-742613.40", NumberMarks(",", " "))
    '−742 613,40'
    >>> group_digits("1200", NumberMarks(".", ","))
    '1,200'
    """
    sign = "−" if amount.startswith("-") else ""
    whole, _, part = amount.lstrip("-+").partition(".")
    if len(whole) >= marks.fewest and whole.isdigit():
        whole = f"{int(whole):,}".replace(",", marks.group)
    return sign + whole + (marks.decimal + part if part else "")


def write_number(amount: str, words: Words, scaled: bool = True) -> str:
    """Return an amount with the language's marks, with a scale word where that is exact and `scaled`."""
    digits, scale = scale_exactly(amount) if scaled else (amount, None)
    written = group_digits(digits, marks_of(words))
    return f"{written} {words['scales'][scale]}" if scale else written


def scale_exactly(amount: str) -> tuple[str, str | None]:
    """Return the amount in a scale that needs at most one decimal, and the scale; else as it is and None.

    >>> scale_exactly("2500000"), scale_exactly("742613400")
    (('2.5', 'million'), ('742613400', None))
    """
    try:
        number = Decimal(amount)
    except InvalidOperation:
        return amount, None
    for name, scale in SCALES:
        if abs(number) >= scale:
            scaled = number / scale
            if scaled == scaled.quantize(Decimal("0.1")):
                return format(scaled.normalize(), "f"), name
    return amount, None
