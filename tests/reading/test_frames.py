"""Frames matched: selectors, cues, and which kinds a clause calls."""

from __future__ import annotations

import pytest

from korpu.clauses import Argument, Clause, Mention, Part
from korpu.document import Span
from korpu.kinds import kinds
from korpu.reading.calls import called_frames
from korpu.reading.discourse import Discourse
from korpu.reading.frames import Match, match_frame
from korpu.reading.parties import find_parties
from korpu.reading.selectors import parse_selectors

HERE = Span(0, 5)


def argument(part: Part, type_: str, value: str, **attributes: str) -> Argument:
    return Argument(part, Mention(type_, value, 0, 5, attributes))


def clause(concepts: str, *arguments: Argument, nominal: bool = False, active: bool = False) -> Clause:
    called = dict.fromkeys(concepts.split(), HERE)
    return Clause(0, 50, called, arguments, nominal=nominal, active=active)


def roles(kind: str, told: Clause, discourse: Discourse | None = None) -> list[dict[str, object]]:
    """The roles of each match of the first frame that matches."""
    for found in matches(kind, told, discourse or Discourse()):
        if any(not match.lacks for match in found):
            return [dict(match.roles) for match in found if not match.lacks]
    return []


def matches(kind: str, told: Clause, discourse: Discourse) -> list[list[Match]]:
    """The matches of each frame of a kind that the clause calls up."""
    called = {called.name: frames for called, frames in called_frames(told)}
    return [list(match_frame(kinds()[kind], frame, told, discourse)) for frame in called.get(kind, ())]


def parties(kind: str, told: Clause, discourse: Discourse) -> tuple[str, ...] | None:
    for match in (match for found in matches(kind, told, discourse) for match in found):
        assert not match.lacks
        return find_parties(match, discourse)
    return None


@pytest.mark.parametrize(
    ("text", "source", "types", "attribute"),
    [
        ("goal:state|place", "goal", {"state", "place"}, ""),
        ("goal+place:state", "goal+place", {"state"}, ""),
        ("theme.sender", "theme", set(), "sender"),
        ("=embassy", "=", set(), "embassy"),
        ("any:mission.host", "any", {"mission"}, "host"),
        ("first", "first", set(), ""),
    ],
)
def test_selectors(text: str, source: str, types: set[str], attribute: str) -> None:
    (found,) = parse_selectors(text)
    assert (found.source, set(found.types), found.attribute) == (source, types, attribute)


EMBASSY = {"mission": "embassy"}
PAIR = Discourse(pair=("EE", "PE"), main_pair=("EE", "PE"), is_sure=True)


def test_a_mission_that_opens() -> None:
    told = clause(
        "mission open", argument(Part.SUBJECT, "mission", "embassy", sender="EE", host="PE", **EMBASSY)
    )
    assert roles("mission.opened", told) == [{"sender": "EE", "host": "PE", "mission": "embassy"}]
    assert roles("mission.closed", told) == []
    assert parties("mission.opened", told, Discourse()) == ("EE", "PE")


def test_what_the_mission_does_not_say_the_clause_does() -> None:
    told = clause(
        "mission open",
        argument(Part.OWNER, "state", "EE"),
        argument(Part.PLACE, "place", "Lima", state="PE"),
        argument(Part.SUBJECT, "mission", "embassy", **EMBASSY),
    )
    assert roles("mission.opened", told) == [
        {"sender": "EE", "host": "PE", "mission": "embassy", "place": "Lima"}
    ]


def test_what_nobody_says_is_the_pairs_other_state() -> None:
    told = clause("mission open", argument(Part.SUBJECT, "mission", "embassy", sender="EE", **EMBASSY))
    assert roles("mission.opened", told, PAIR) == [{"sender": "EE", "host": "PE", "mission": "embassy"}]
    assert roles("mission.opened", told) == []


def test_nobody_sends_a_mission_to_himself() -> None:
    told = clause(
        "mission open",
        argument(Part.OWNER, "state", "EE"),
        argument(Part.PLACE, "state", "EE"),
        argument(Part.SUBJECT, "mission", "embassy", **EMBASSY),
    )
    assert all(found["sender"] != found["host"] for found in roles("mission.opened", told, PAIR))


def test_a_genitive_is_the_theme_of_a_nominalised_event_only() -> None:
    owner = argument(Part.OWNER, "mission", "embassy", sender="EE", host="PE", **EMBASSY)
    assert roles("mission.opened", clause("mission open", owner, nominal=True))
    assert not roles("mission.opened", clause("mission open", owner))


def test_the_subject_of_what_is_done_to_an_object_is_no_theme() -> None:
    subject = argument(Part.SUBJECT, "mission", "embassy", sender="EE", host="PE", **EMBASSY)
    assert not roles("mission.opened", clause("mission open", subject, active=True))


def test_nobody_meets_alone() -> None:
    one = argument(Part.SUBJECT, "person", "Maret Kask", state="EE")
    other = argument(Part.PARTNER, "person", "Anar Nurlu", state="AZ")
    assert roles("meeting", clause("meet", one)) == []
    (found,) = roles("meeting", clause("meet", one, other))
    assert (found["participants"], found["states"]) == (("Maret Kask", "Anar Nurlu"), ("EE", "AZ"))


def test_kinds_are_called_by_concepts_and_by_themes() -> None:
    mission = argument(Part.SUBJECT, "mission", "")
    assert "mission.opened" in {kind.name for kind, _ in called_frames(clause("open", mission))}
    assert list(called_frames(clause("no_such_concept"))) == []


@pytest.mark.parametrize(
    ("arguments", "discourse", "expected"),
    [
        # the clause's own states first
        ([(Part.BETWEEN, "state", "CL"), (Part.BETWEEN, "state", "PE")], PAIR, ("CL", "PE")),
        ([(Part.SUBJECT, "state", "PE"), (Part.PARTNER, "state", "CL")], Discourse(), ("CL", "PE")),
        ([(Part.SUBJECT, "pair", "CL PE")], Discourse(), ("CL", "PE")),
        # one state: the pair's other one
        ([(Part.PARTNER, "state", "PE")], PAIR, ("EE", "PE")),
        # no state: the document's pair, where it has one
        ([], PAIR, ("EE", "PE")),
        ([], Discourse(), None),
    ],
)
def test_parties(
    arguments: list[tuple[Part, str, str]], discourse: Discourse, expected: tuple[str, str] | None
) -> None:
    told = clause("diplomatic_relations create", *(argument(*each) for each in arguments))
    assert parties("relations.established", told, discourse) == expected
