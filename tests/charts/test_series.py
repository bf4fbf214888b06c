from typing import Any

import pytest

from korpu.charts.series import Group, Point, Series, series_of
from korpu.dossier import compose
from korpu.kinds import Answer, kinds
from korpu.render.wording.words import wording
from tests.dossier import example
from tests.findings.told import told


def groups(language: str = "en") -> dict[str, Group]:
    return {group.name: group for group in series_of(example.dossier(), wording(language))}


def series(group: str, name: str) -> Series:
    return next(one for one in groups()[group].series if one.name == name)


def points(period: str | None) -> list[Point]:
    return [point for point in series("trade-USD", "Turnover").points if point.period == period]


def test_every_amount_of_the_dossier_is_a_point() -> None:
    valued = {claim.id for claim in example.claims() if claim.value}
    shown = {told.claim for group in groups().values() for point in group.points() for told in point.told}
    answering = {c.id for c in example.claims() if c.value and kinds()[c.kind].answer is Answer.VALUE}
    assert shown == answering <= valued


def test_amounts_of_one_section_and_unit_make_a_group() -> None:
    assert list(groups()) == [
        "agreements-document",
        "trade-USD",
        "trade-percent",
        "investment-USD",
        "investment-company",
        "people-person",
    ]
    assert [one.name for one in groups()["trade-USD"].series] == [
        "Turnover",
        "Exports (Azerbaijan)",
        "Imports (Azerbaijan)",
    ]


def test_all_answers_of_a_year_are_there_with_what_they_are() -> None:
    assert [(p.place, p.amount, p.bound, p.sources) for p in points("2021")] == [
        ("answer", "2929750", "exact", ("E",)),
        ("rival", "7000000", "over", ("C",)),
        ("beside", "2930000", "exact", ("E",)),
    ]


def test_a_unit_that_was_worked_out_is_marked() -> None:
    assert [point.unit_inferred for point in points("2021")] == [True, False, False]
    assert points("2019")[0].amount == "1514750"


def test_a_target_has_its_outcome_and_one_without_a_time_no_period() -> None:
    (target,) = [point for point in points("2023") if point.place == "target"]
    assert (target.amount, target.status) == ("5000000", "met")
    (open_target,) = points(None)
    assert (open_target.amount, open_target.status) == ("50000000", "open")


def test_what_no_sentence_dates_is_of_the_day_of_its_document() -> None:
    (count, earlier) = [p for p in groups()["people-person"].points() if p.place in ("answer", "earlier")]
    assert (count.period, count.is_of_publication) == ("2022-06-09", True)
    assert (earlier.period, earlier.is_of_publication) == (None, False)


def test_a_group_of_one_period_is_no_chart() -> None:
    assert groups()["trade-USD"].is_drawable and not groups()["trade-percent"].is_drawable


@pytest.mark.parametrize("name", [name for name, kind in kinds().items() if kind.answer is Answer.VALUE])
@pytest.mark.parametrize("language", ["az", "en"])
def test_every_kind_with_amounts_has_a_series_with_a_name(name: str, language: str) -> None:
    kind = kinds()[name]
    codes = iter(("AZ", "MN"))
    roles: dict[str, Any] = {
        role: next(codes) if kind.roles[role].value == "state" else "visit"
        for role in kind.question
        if role != "when"
    }
    if "flow" in roles:
        roles["flow"] = "exports"
    claim = told(
        name, "2020", "exact 5 USD", parties=("AZ", "MN"), **{f"{role}_": roles[role] for role in roles}
    )
    found = series_of(compose(("AZ", "MN"), [claim], {}), wording(language))
    (one,) = found[0].series
    assert one.kind == name and one.name and "{" not in one.name
