import datetime as dt

import pytest

from korpu.charts.timeline import Item, chosen, timeline_of
from korpu.render.wording.words import wording
from tests.dossier import example


def items(language: str = "en") -> tuple[Item, ...]:
    return timeline_of(example.dossier(), wording(language))


def item(words: str) -> Item:
    (found,) = [one for one in items() if words in one.words]
    return found


@pytest.mark.parametrize(
    ("words", "shape", "first", "last"),
    [
        ("opened on 5 November 2013", "day", "2013-11-05", "2013-11-05"),
        ("opened in autumn 2013", "vague", "2013-09-01", "2013-11-30"),
        ("gave aid to Mongolia in 1999", "vague", "1999-01-01", "1999-12-31"),
        ("in about 2009", "vague", "2008-01-02", "2010-12-31"),
        ("Trade turnover, 2019", "span", "2019-01-01", "2019-12-31"),
        ("Fuad Nəbizadə, 2013–2016", "span", "2013-01-01", "2016-12-31"),
        ("Kamal Vəliyev, since March 2016", "span", "2016-03-01", None),
        ("by 2030", "span", None, "2030-12-31"),
    ],
)
def test_a_date_is_as_wide_as_it_was_said(
    words: str, shape: str, first: str | None, last: str | None
) -> None:
    found = item(words)
    days = [day and day.isoformat() for day in (found.first, found.last)]
    assert (found.shape, *days) == (shape, first, last)


def test_items_stand_in_the_order_of_their_days() -> None:
    days = [one.first or one.last or dt.date.max for one in items()]
    assert days == sorted(days)


def test_rival_dates_are_of_one_group_and_disputed() -> None:
    rivals = [one for one in items() if "Diplomatic relations" in one.words]
    assert [one.when for one in rivals] == ["1994-03-14", "1994-03-15"]
    assert len({one.group for one in rivals}) == 1
    assert {one.standing for one in rivals} == {"disputed"}
    assert [one.is_contrary for one in rivals] == [False, True]


def test_a_more_exact_date_is_beside_the_wider_one_and_no_dispute() -> None:
    opened = [one for one in items() if "opened" in one.words and "embassy" in one.words]
    assert {one.standing for one in opened} == {"told"} and len({one.group for one in opened}) == 1


@pytest.mark.parametrize(
    ("words", "standing"),
    [("is to visit Mongolia", "plan"), ("Kamal Vəliyev", "earlier"), ("Leyla Hüseynzadə, since", "told")],
)
def test_plans_and_what_is_past_are_told_apart(words: str, standing: str) -> None:
    assert item(words).standing == standing


@pytest.mark.parametrize("language", ["az", "en"])
def test_a_label_says_the_same_without_the_date(language: str) -> None:
    for one in items(language):
        year = one.when.strip("./")[:4]
        assert one.label and (
            not year.isdigit() or year not in one.label or year in one.label.partition(";")[2]
        )
        assert one.label[0] == wording(language).grammar.capitalise(one.label)[0]


def test_every_item_has_its_claims_and_its_sentence() -> None:
    told = {claim.id: claim for claim in example.claims()}
    for one in items():
        assert one.claims and " ".join(told[one.claims[0]].quote.split()) == one.quote
        assert all(told[claim].kind == one.kind for claim in one.claims)


def test_what_is_chosen_has_a_day_in_the_period() -> None:
    since, until = dt.date(2020, 1, 1), dt.date(2020, 12, 31)
    found = chosen(items(), since=since, until=until)
    assert any("Kamal Vəliyev" in one.words for one in found)
    assert not any("1999" in one.words for one in found)


def test_sections_and_kinds_are_chosen() -> None:
    assert {one.section for one in chosen(items(), sections=("visits",))} == {"visits"}
    assert {one.kind for one in chosen(items(), kinds=("visit",))} == {"visit"}
    assert chosen(items()) == items()
