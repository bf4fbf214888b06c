from __future__ import annotations

import pytest
from msgspec.structs import replace

from korpu.claims import Claim, Step, Trace
from korpu.findings import find
from tests.findings.told import document, told

VISIT = "Prezident Ana Soto 2015-ci il martın 5-də Uruqvaya səfər edib."
SIGNED = "Səfər çərçivəsində 2015-ci il martın 5-də Gömrük Sazişi imzalanıb."


def visit(when: str, start: int = 0, doc: str = "a", **roles: str) -> Claim:
    claim = told("visit", when, visitor="Ana Soto", from_="PE", to="UY", doc=doc, quote=VISIT, **roles)
    return replace(claim, start=start, end=start + len(VISIT))


def signed(
    when: str, start: int = len(VISIT) + 1, doc: str = "a", quote: str = SIGNED, on: bool = True, **roles: str
) -> Claim:
    """A document signed; `on`: whether the sentence has words for the visit."""
    place = quote.index("imzalan")
    words = [("trigger", "concept:sign", place, place + len("imzalanıb"))]
    words += [("trigger", "concept:within_visit", 0, len("Səfər"))] if on else []
    date = quote.index("2015")
    words += [("when", "stated", date, date + len("2015-ci il martın 5-də"))]
    trace = Trace("signed", tuple(Step(part, how, start + a, start + b) for part, how, a, b in words))
    claim = told("agreement.signed", when, title="Gömrük Sazişi", doc=doc, quote=quote, **roles)
    return replace(claim, start=start, end=start + len(quote), trace=trace)


def checked(*claims: Claim) -> list[tuple[str, str]]:
    return [(f.reason.code, f.status) for f in find(claims, {}) if f.reason.code.startswith("during_")]


@pytest.mark.parametrize(
    ("visited", "when", "expected"),
    [
        ("2015-03-05", "2015-03-05", [("during_holds", "inferred")]),
        ("2015-03-04/2015-03-06", "2015-03-05", [("during_holds", "inferred")]),
        ("2015-03", "2015-03-05", [("during_holds", "inferred")]),
        ("2015-03-05", "2015-03-09", []),  # it may have lasted
        ("2015-03-04/2015-03-06", "2015-03-07", []),
        ("2015-03-05", "2015-03", []),
        ("2015", "2015-03-05", []),
        ("2015-03-05", "2015-04-20", [("during_broken", "disputed")]),
        ("2015-03-04/2015-03-06", "2015-03-20", [("during_broken", "disputed")]),
        ("2015-03-05", "2014-03-05", [("during_broken", "disputed")]),
        ("2015-03", "2015-05-05", [("during_broken", "disputed")]),
        ("2015-03-05", "2016", []),
    ],
)
def test_what_was_signed_on_a_visit_is_dated_within_it(
    visited: str, when: str, expected: list[tuple[str, str]]
) -> None:
    assert checked(visit(visited), signed(when)) == expected


def test_the_reason_says_both_dates() -> None:
    (found,) = [f for f in find([visit("2015-03-05"), signed("2015-04-20")], {}) if f.status == "disputed"]
    assert found.reason.sentence("en").endswith("(5 March 2015), but 20 April 2015 is given.")
    assert "20 aprel 2015-ci il" in found.reason.sentence("az")


DISCUSSED = "Səfər çərçivəsində 2015-ci il martın 5-də imzalanmış Gömrük Sazişi müzakirə edilib."
AGREED = "Səfər zamanı əldə olunmuş razılığa əsasən 2015-ci il martın 5-də Gömrük Sazişi imzalanıb."


@pytest.mark.parametrize(
    "claims",
    [
        [visit("2015-03-05"), signed("2015-05-20", doc="b")],
        [visit("2015-03-05"), signed("2015-05-20", start=500)],
        [visit("2015-03-05"), signed("2015-05-20", on=False)],
        [visit("2015-03-05"), signed("2013-05-20", quote=DISCUSSED)],
        [visit("2015-03-05"), signed("2015-05-20", quote=AGREED)],
        [visit("2015-03-05", place="Salto"), signed("2015-05-20", place="Rivera")],
        [visit("2015-03-05", stance="plan"), signed("2015-05-20")],
        # Of two visits told before, one fits.
        [visit("2015-03-05"), replace(visit("2015-05-20"), start=1), replace(signed("2016-05-20"), start=63)],
    ],
)
def test_what_the_text_does_not_tie_to_the_visit_is_never_disputed(claims: list[Claim]) -> None:
    assert not [item for item in checked(*claims) if item[1] == "disputed"]


def test_a_date_taken_over_from_the_visit_always_fits_and_is_not_said() -> None:
    trace = Trace("signed", (Step("when", "during:visit"),))
    assert checked(visit("2015-03-05"), replace(signed("2015-03-05"), trace=trace)) == []


@pytest.mark.parametrize(("scope", "expected"), [("visit", 1), ("all", 0)])
def test_documents_counted_since_ever_are_not_of_the_visit(scope: str, expected: int) -> None:
    count = told("agreement.count", "2015-03-05", "exact 14 document", scope=scope)
    count = replace(count, start=len(VISIT) + 1, end=len(VISIT) + 60)
    assert count.document == document("a")
    assert len(checked(visit("2015-03-05"), count)) == expected
