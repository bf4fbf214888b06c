"""Plans and what came of them: each row is a case, the plan first."""

import datetime as dt

import pytest

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.findings import Finding, find

from .told import document, ids, the, told

DAY = dt.date(2026, 6, 1)


def embassy(stance: str, when: str | None = None, doc: str = "plan", **roles: object) -> Claim:
    return told(
        "mission.opened",
        when,
        stance=stance,
        doc=doc,
        **{"sender": "PE", "host": "UY", "mission": "embassy", **roles},
    )


def visit(stance: str, when: str | None = None, doc: str = "plan") -> Claim:
    return told("visit", when, stance=stance, doc=doc, visitor="Ana Soto", to="PE")


def ambassador(stance: str, person: str | None, when: str | None = None, doc: str = "plan") -> Claim:
    names = {"person": person} if person else {}
    return told(
        "mission.head", when, stance=stance, doc=doc, sender="PE", host="UY", office="ambassador", **names
    )


def cards(**published: str) -> dict[str, SourceCard]:
    return {document(name): SourceCard(published=date) for name, date in published.items()}


def outcome(claims: list[Claim], of: Claim, day: dt.date | None = DAY, **published: str) -> Finding:
    """The finding on a plan."""
    found = [
        finding
        for finding in find(claims, cards(**published), day)
        if of.id in finding.claims and finding.reason.code.startswith("plan_")
    ]
    assert len(found) == 1, [(finding.status, finding.reason.code) for finding in found]
    return found[0]


@pytest.mark.parametrize(
    ("plan", "other", "published", "status", "code"),
    [
        (embassy("plan", "2025"), embassy("fact", "2025-03-01", "b"), {}, "met", "plan_carried_out"),
        (embassy("plan", "2025"), embassy("fact", "2026-02", "b"), {}, "met", "plan_carried_out_late"),
        (embassy("plan", "2025"), embassy("fact", None, "b"), {"b": "2026-01"}, "met", "plan_carried_out"),
        # Sooner than planned, but after the plan was told.
        (embassy("plan", "2025"), embassy("fact", "2024-11", "b"), {"plan": "2023-05"}, "met", "plan_carried_out"),
        # It was open once before.
        (embassy("plan", "2025"), embassy("fact", "1993", "b"), {"plan": "2023"}, "unknown", "plan_unknown"),
        (embassy("plan", "2025"), embassy("fact", "2024", "b"), {}, "unknown", "plan_unknown"),
        (embassy("plan"), embassy("fact", "1993", "b"), {"plan": "2023"}, "open", "plan_open"),
        (embassy("plan", "2025"), embassy("fact", None, "b"), {"plan": "2023", "b": "2010"}, "unknown", "plan_unknown"),
        # Another embassy, another mission, another city.
        (embassy("plan", "2025"), embassy("fact", "2025", "b", host="CL"), {}, "unknown", "plan_unknown"),
        (embassy("plan", "2025"), embassy("fact", "2025", "b", mission="consulate"), {}, "unknown", "plan_unknown"),
        (
            embassy("plan", "2025", place="Salto"),
            embassy("fact", "2025", "b", place="Montevideo"),
            {},
            "unknown",
            "plan_unknown",
        ),
        # The person who was to be appointed, or another one.
        (ambassador("plan", "Ana Soto", "2025"), ambassador("fact", "A. Soto", "2025-05/..", "b"), {}, "met", "plan_carried_out"),
        (ambassador("plan", "Ana Soto", "2025"), ambassador("fact", "Li Van", "2025-05/..", "b"), {}, "unknown", "plan_unknown"),
        (ambassador("plan", None, "2025"), ambassador("fact", "Li Van", "2025-05/..", "b"), {}, "met", "plan_carried_out"),
        # Called off, or only not yet so.
        (visit("plan", "2025-05-12"), visit("denied", "2025-05-12", "b"), {}, "missed", "plan_dropped"),
        (visit("plan", "2025-05-12"), visit("denied", "2025-05-12", "b"), {"plan": "2025-03", "b": "2025-02"}, "unknown", "plan_unknown"),
        (embassy("plan", "2025"), embassy("denied", None, "b"), {"plan": "2023", "b": "2024"}, "unknown", "plan_unknown"),
        (embassy("plan", "2027"), embassy("denied", None, "b"), {"plan": "2023", "b": "2024"}, "open", "plan_open"),
        (embassy("plan", "2025"), embassy("denied", None, "b"), {"plan": "2023", "b": "2026-03"}, "missed", "plan_dropped"),
        (embassy("plan", "2025"), embassy("denied", None), {"plan": "2023"}, "unknown", "plan_unknown"),
        (embassy("plan"), embassy("denied", None), {}, "open", "plan_open"),
    ],
)  # fmt: skip
def test_a_plan_is_held_against_what_was_told_of_it(
    plan: Claim, other: Claim, published: dict[str, str], status: str, code: str
):
    finding = outcome([plan, other], plan, **published)
    assert (finding.status, finding.reason.code) == (status, code)
    assert all(finding.reason.sentence(language) for language in ("en", "az"))


@pytest.mark.parametrize("day", [None, dt.date(2025, 12, 31)])
def test_a_plan_is_open_until_its_time_has_passed(day: dt.date | None):
    plan = embassy("plan", "2025")
    assert outcome([plan], plan, day).status == "open"


def test_a_plan_whose_time_has_passed_names_that_time():
    finding = outcome([plan := embassy("plan", "2025-04")], plan)
    assert finding.claims == ids(plan)
    assert "April 2025" in finding.reason.sentence() and "2025-ci ilin aprel" in finding.reason.sentence("az")


def test_a_plan_told_again_later_with_another_date_supersedes_the_earlier():
    first, again = embassy("plan", "2024"), embassy("plan", "2027-03", "b")
    findings = find([first, again], cards(plan="2022", b="2024-05"), DAY)
    earlier, stands = the("plan_superseded", findings), the("plan_open", findings)
    assert (earlier.status, earlier.claims) == ("superseded", ids(first, again))
    assert [(c.left, c.relation, c.right) for c in earlier.comparisons] == [
        (again.id, "supersedes", first.id)
    ]
    assert stands.claims == ids(again)


@pytest.mark.parametrize("again", ["2024", "2024-05", None])
def test_a_plan_told_again_with_no_other_date_is_the_same_plan(again: str | None):
    claims = [embassy("plan", "2024"), embassy("plan", again, "b")]
    found = find(claims, cards(plan="2022", b="2023"), dt.date(2023, 6, 1))
    assert [(finding.status, finding.claims) for finding in found] == [("open", ids(*claims))]


def test_of_two_plans_of_which_nothing_says_which_is_later_both_stand():
    claims = [embassy("plan", "2027"), embassy("plan", "2028", "b")]
    assert [finding.status for finding in find(claims, {}, DAY)] == ["open", "open"]


def test_a_missed_plan_or_target_is_no_contradiction():
    target = told("trade.turnover", "2020", "exact 100 USD", stance="target")
    claims = [
        target,
        told("trade.turnover", "2020", "exact 50 USD", doc="b"),
        visit("plan", "2025-05-12"),
        visit("denied", "2025-05-12", "b"),
    ]
    findings = find(claims, {}, DAY)
    assert {"missed"} <= {finding.status for finding in findings}
    assert "contradicts" not in {c.relation for finding in findings for c in finding.comparisons}
