"""Which amount a claim takes, and with what bound."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from korpu.claims import Bound
from korpu.clauses import Argument, Clause, Mention, Part
from korpu.document import Span
from korpu.kinds.frames import Frame
from korpu.reading.amounts import choose_value

MONEY = Frame(name="m", value="money", falls="fall")
PERCENT = Frame(name="p", value="percent", falls="fall")
PEOPLE = Frame(name="n", value="person")


@dataclass(frozen=True)
class Read:
    amount: str
    case: str | None = None
    bound: Bound = "exact"
    suffix: str = ""
    to: str | None = None


def amount(unit: str, start: int, read: Read) -> Argument:
    return Argument(Part.SUBJECT, Mention("amount", unit, start, start + 5, {}, read))


def clause(concepts: str, *arguments: Argument) -> Clause:
    return Clause(0, 100, {concept: Span(40, 45) for concept in concepts.split()}, arguments)


@pytest.mark.parametrize(
    ("frame", "concepts", "amounts", "expected"),
    [
        # the unit that the kind asks for
        (MONEY, "turnover", [("USD", 50, Read("5"))], ("5", "USD", "exact")),
        (MONEY, "turnover", [("person", 50, Read("5"))], None),
        (MONEY, "turnover", [("percent", 50, Read("5"))], None),
        (MONEY, "turnover", [("", 50, Read("5"))], None),
        (PEOPLE, "live", [("USD", 50, Read("1")), ("person", 70, Read("2"))], ("2", "person", "exact")),
        # the nearest behind the words, else before them
        (MONEY, "turnover", [("USD", 10, Read("1")), ("USD", 50, Read("2")), ("USD", 70, Read("3"))], ("2", "USD", "exact")),
        (MONEY, "turnover", [("USD", 10, Read("1")), ("USD", 30, Read("2"))], ("2", "USD", "exact")),
        # what it was before, and a difference, are not what was reached
        (MONEY, "turnover rise", [("USD", 50, Read("4", "ablative")), ("USD", 60, Read("5", "dative"))], ("5", "USD", "exact")),
        (MONEY, "turnover rise", [("USD", 50, Read("5"))], None),
        (MONEY, "turnover rise reach", [("USD", 50, Read("5", "dative"))], ("5", "USD", "exact")),
        # bounds
        (MONEY, "turnover", [("USD", 50, Read("5", None, "over", "dan çox"))], ("5", "USD", "over")),
        (MONEY, "turnover rise", [("USD", 50, Read("5", "terminative", "up_to", "dək"))], ("5", "USD", "exact")),
        (MONEY, "turnover", [("USD", 50, Read("5", "terminative", "up_to", "dək"))], ("5", "USD", "up_to")),
        # a fall is negative
        (PERCENT, "turnover fall", [("percent", 50, Read("5"))], ("-5", "percent", "exact")),
        (PERCENT, "turnover fall", [("percent", 50, Read("-5"))], ("-5", "percent", "exact")),
        (PERCENT, "turnover rise", [("percent", 50, Read("5"))], ("5", "percent", "exact")),
    ],
)  # fmt: skip
def test_the_amount_of_a_claim(
    frame: Frame, concepts: str, amounts: list[tuple[str, int, Read]], expected: tuple[str, str, str] | None
) -> None:
    told = clause(concepts, *(amount(*each) for each in amounts))
    found = choose_value(told, frame, Span(40, 45))
    assert (found and (found[0].amount, found[0].unit, found[0].bound)) == expected


def test_the_step_says_where_the_amount_stands() -> None:
    found = choose_value(clause("turnover", amount("USD", 50, Read("5"))), MONEY, Span(40, 45))
    assert found is not None
    assert (found[1].part, found[1].start, found[1].end) == ("value", 50, 55)


def test_what_no_language_read_is_no_amount() -> None:
    said = Argument(Part.SUBJECT, Mention("amount", "USD", 50, 55))
    assert choose_value(clause("turnover", said), MONEY, None) is None


def test_an_amount_of_an_earlier_clause_is_not_taken() -> None:
    earlier = Argument(Part.SUBJECT, Mention("amount", "USD", 50, 55, {}, Read("5")), own=False)
    assert choose_value(clause("turnover", earlier), MONEY, None) is None
