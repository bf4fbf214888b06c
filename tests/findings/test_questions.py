import pytest

from korpu.claims import Claim
from korpu.findings.questions import ask

from .told import told


def sizes(*claims: Claim) -> list[int]:
    return sorted(len(question.claims) for question in ask(claims))


def opened(**fields: object) -> Claim:
    return told("mission.opened", "1999", sender="PE", host="UY", **fields)


def visit(when: str | None, visitor: str, **fields: object) -> Claim:
    return told("visit", when, visitor=visitor, to="PE", **fields)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ((opened(mission="embassy"), opened(mission="embassy", place="Lima")), [2]),
        ((opened(mission="consulate", place="Lima"), opened(mission="consulate", place="Cusco")), [1, 1]),
        (
            (
                opened(mission="consulate", place="Lima"),
                opened(mission="consulate", place="Cusco"),
                opened(mission="consulate"),
            ),
            [1, 1, 1],
        ),
        ((visit("2004-05-03", "Ana Soto"), visit("2004-05", "A. Soto", doc="b")), [2]),
        ((visit("2004-05-03", "Ana Soto"), visit("2004-05-09", "Ana Soto"), visit("2004", "Soto", doc="b")), [1, 1, 1]),
        ((visit("2004", "Ana Soto"), visit("2004", "Eva Soto"), visit("2004", "Soto", doc="b")), [1, 1, 1]),
        ((visit(None, "Ana Soto"), visit(None, "Ana Soto", row=2)), [2]),
        ((visit(None, "Ana Soto"), visit(None, "Ana Soto", doc="b")), [1, 1]),
        ((told("visit", "2004", to="PE"), told("visit", "2004", to="PE", doc="b")), [1, 1]),
        ((told("trade.turnover", "2014", "exact 5 USD"), told("trade.turnover", "2014-01/2014-06", "exact 5 USD")), [1, 1]),
        ((told("company.count", "2014", "exact 5 company", owner="PE"), told("company.count", None, "exact 6 company", owner="PE")), [2]),
        ((told("agreement.count", "2014", "exact 5 document", scope="visit"), told("agreement.count", "2015", "exact 5 document", scope="visit")), [1, 1]),
        ((told("commission.session", "2004", ordinal="2"), told("commission.session", "2005", ordinal="2")), [2]),
        ((told("commission.session", "2004"), told("commission.session", "2005")), [1, 1]),
        ((told("no.such_kind"),), []),
        ((opened(mission="embassy"), opened(mission="embassy", parties=("BR", "PE"))), [1, 1]),
    ],
)  # fmt: skip
def test_claims_on_one_question(claims: tuple[Claim, ...], expected: list[int]):
    assert sizes(*claims) == expected
    assert sizes(*reversed(claims)) == expected


def test_the_same_claim_twice_counts_once():
    assert sizes(opened(mission="embassy"), opened(mission="embassy")) == [1]


def test_a_question_gives_the_fullest_form_of_a_name_and_the_most_exact_date():
    (question,) = ask([visit("2004-05-03", "A. Soto"), visit("2004", "Ana Soto", doc="b")])
    assert question.roles == {"visitor": "Ana Soto", "to": "PE"}
    assert question.when == "2004-05-03"
