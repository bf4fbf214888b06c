from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.claims import Claim
from korpu.findings import find
from tests.findings.told import told


def mission(kind: str, when: str, **fields: object) -> Claim:
    return told(kind, when, sender="PE", host="UY", mission="embassy", **fields)


def codes(*claims: Claim) -> list[tuple[str, str]]:
    found = [(f.reason.code, f.status) for f in find(claims, {})]
    return [item for item in found if item[0].startswith(("sequence", "span"))]


@pytest.mark.parametrize(
    ("founded", "opened", "expected"),
    [
        ("1990", "1995-03", [("sequence_holds", "inferred")]),
        ("1990-05-01", "1990-05-01", [("sequence_holds", "inferred")]),
        ("1995", "1990", [("sequence_broken", "disputed")]),
        ("1990", "1990-05", []),
    ],
)
def test_founding_comes_before_opening(founded: str, opened: str, expected: list[tuple[str, str]]):
    assert codes(mission("mission.founded", founded), mission("mission.opened", opened)) == expected


@pytest.mark.parametrize(
    ("offset", "expected"),
    [
        ("offset:+5Y", ("sequence_holds", "inferred")),
        ("offset:+4Y", ("span_broken", "disputed")),
        ("offset:+58M", ("sequence_holds", "inferred")),
        ("offset:+1704D", ("span_broken", "disputed")),
        ("offset:+252W", ("sequence_holds", "inferred")),
        ("offset:+1765D", ("sequence_holds", "inferred")),
        ("offset:-1Y", ("sequence_holds", "inferred")),
    ],
)
def test_the_span_in_the_text_is_checked(offset: str, expected: tuple[str, str]):
    opened = mission(
        "mission.opened",
        "1995-03-01",
        row=1,
        quote="bundan xeyli sonra açılıb",
        offset=("xeyli sonra", offset),
    )
    assert codes(mission("mission.founded", "1990-05-01", row=1), opened) == [expected]


def test_a_span_told_elsewhere_in_the_document_may_be_counted_from_something_else():
    quote = "Əlaqələrdən 9 il sonra, 1995-ci ildə açılıb"
    opened = mission("mission.opened", "1995", quote=quote, offset=("9 il sonra", "offset:+9Y"))
    found = [f.reason for f in find([mission("mission.founded", "1990"), opened], {})]
    assert ("sequence_holds", ()) in [(reason.code, reason.notes) for reason in found]
    assert "span_broken" not in [reason.code for reason in found]


def test_another_documents_span_is_not_counted_from_here():
    opened = mission(
        "mission.opened", "1995", doc="b", quote="9 il sonra açılıb", offset=("9 il sonra", "offset:+9Y")
    )
    assert codes(mission("mission.founded", "1990"), opened) == [("sequence_holds", "inferred")]


def test_missions_in_different_places_are_not_one():
    founded = told("mission.founded", "1995", sender="PE", host="UY", mission="consulate", place="Salto")
    opened = told("mission.opened", "1990", sender="PE", host="UY", mission="consulate", place="Rivera")
    assert codes(founded, opened) == []


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        # Two sources on the founding: the order holds with one of them.
        (
            [
                ("mission.founded", "1990", "a"),
                ("mission.founded", "1997", "b"),
                ("mission.opened", "1995", "a"),
            ],
            [("sequence_holds", "inferred")],
        ),
        (
            [
                ("mission.founded", "1996", "a"),
                ("mission.founded", "1997", "b"),
                ("mission.opened", "1995", "a"),
            ],
            [("sequence_broken", "disputed")],
        ),
        # A mission that was closed may open again.
        ([("mission.closed", "1990", "a"), ("mission.opened", "1995", "b")], []),
        (
            [("mission.opened", "1990", "a"), ("mission.closed", "1995-02", "b")],
            [("sequence_holds", "inferred")],
        ),
    ],
)
def test_several_dates_and_openings_contradict_nothing_where_some_order_is_right(
    claims: list, expected: list
):
    assert codes(*(mission(kind, when, doc=doc) for kind, when, doc in claims)) == expected


def test_a_place_that_only_one_of_two_documents_gives_may_be_another_missions():
    founded = told("mission.founded", "1995", sender="PE", host="UY", mission="consulate")
    opened = {"sender": "PE", "host": "UY", "mission": "consulate", "place": "Rivera"}
    assert codes(founded, told("mission.opened", "1990", doc="b", **opened)) == []
    assert codes(founded, told("mission.opened", "1990", doc="a", **opened)) == [
        ("sequence_broken", "disputed")
    ]


def test_an_estimated_date_is_no_ground_for_a_dispute():
    founded = mission("mission.founded", "1995", stance="estimate")
    assert codes(founded, mission("mission.opened", "1990")) == []


def test_the_order_that_holds_with_one_date_says_that_another_would_not_fit():
    claims = [mission("mission.founded", when, doc=when) for when in ("1990", "1997")]
    found = find([*claims, mission("mission.opened", "1995")], {})
    sentences = [f.reason.sentence() for f in found if f.reason.code == "sequence_holds"]
    assert len(sentences) == 1
    assert "founding 1990, opening 1995" in sentences[0]
    assert "Another date" in sentences[0]


def test_a_group_is_formed_before_its_first_chair_but_each_parliament_forms_it_anew():
    chair = told("parliament.group_chair", "1995/1999", state="PE", person="Ana Soto")
    assert codes(told("parliament.group_formed", "1994", state="PE"), chair) == [
        ("sequence_holds", "inferred")
    ]
    assert codes(told("parliament.group_formed", "1996", state="PE"), chair) == []
    assert codes(told("parliament.group_formed", "1994", state="UY"), chair) == []


years = st.lists(st.integers(1990, 1999), min_size=1, max_size=4)


@given(years, years, st.randoms(use_true_random=False))
def test_an_order_is_disputed_only_where_no_two_dates_fit_whatever_is_told_first(
    founded: list[int], opened: list[int], random: Random
) -> None:
    claims = [mission("mission.founded", str(year), doc=f"f{n}") for n, year in enumerate(founded)]
    claims += [mission("mission.opened", str(year), doc=f"o{n}") for n, year in enumerate(opened)]
    found = find(claims, {})
    is_broken = max(opened) < min(founded)
    expected = ("sequence_broken", "disputed") if is_broken else ("sequence_holds", "inferred")
    assert codes(*claims) == [expected]
    random.shuffle(claims)
    assert find(claims, {}) == found
