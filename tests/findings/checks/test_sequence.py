import pytest

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
        "mission.opened", "1995-03-01", quote="bundan xeyli sonra açılıb", offset=("xeyli sonra", offset)
    )
    assert codes(mission("mission.founded", "1990-05-01"), opened) == [expected]


def test_another_documents_span_is_not_counted_from_here():
    opened = mission(
        "mission.opened", "1995", doc="b", quote="9 il sonra açılıb", offset=("9 il sonra", "offset:+9Y")
    )
    assert codes(mission("mission.founded", "1990"), opened) == [("sequence_holds", "inferred")]


def test_missions_in_different_places_are_not_one():
    founded = told("mission.founded", "1995", sender="PE", host="UY", mission="consulate", place="Salto")
    opened = told("mission.opened", "1990", sender="PE", host="UY", mission="consulate", place="Rivera")
    assert codes(founded, opened) == []


def test_a_group_is_formed_before_its_first_chair():
    chair = told("parliament.group_chair", "1990/1995", state="PE", person="Ana Soto")
    assert codes(told("parliament.group_formed", "1994", state="PE"), chair) == [
        ("sequence_broken", "disputed")
    ]
    assert codes(told("parliament.group_formed", "1994", state="UY"), chair) == []
