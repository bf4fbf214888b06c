"""The kinds against the contract of claims, and each declaration against itself."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from korpu.clauses import Part
from korpu.kinds import Answer, Kind, Section, frames, kinds
from korpu.kinds.frames import Frame
from korpu.reading.selectors import TYPE_GROUPS, parse_selectors

# Each kind of the contract with its roles; `*` marks what tells one claim from another.
CONTRACT = """
relations.established     level *when
independence.recognized   *recognizer recognized *when
mission.founded           *sender *host *mission place instrument *when
mission.opened            *sender *host *mission place *when
mission.closed            *sender *host *mission place *when
mission.head              *sender *host mission office *person
mission.address           *sender *host *mission *address
parliament.group_formed   *state *when
parliament.group_chair    *state *person
visit                     *visitor office from *to place type *when
meeting                   *participants states place host topic *when
agreement.signed          *title type place period *when
agreement.count           scope *value
trade.turnover            reporter *value *when
trade.exports             *reporter *value *when
trade.imports             *reporter *value *when
trade.growth              flow reporter *value *when
investment.amount         *investor *host *value
company.count             *owner *host *value
diaspora.size             *people *host *value
organisation.shared       *organisation
project.joined            *state *project
commission.session        place ordinal *when
institution.active        *people *host *institution
institution.built         *builder *host place *name
aid.given                 *giver *receiver *what
award.conferred           *award *recipient *by
support.declared          *supporter *supported topic
people.deported           *people *to under
polity.shared             *polity
statement.level           *level
credentials.presented     *sender *host *person
monument.opened           *honoured *host place
cities.twinned            *cities
""".strip().split("\n")
NO_ROLES = {"when", "value"}
PAGE = Path(__file__).parents[3] / "shared" / "claims.md"
FRAMES = [pytest.param(kind, frame, id=f"{kind.name}/{frame.name}") for kind in kinds().values() for frame in kind.frames]  # fmt: skip
KINDS = [pytest.param(kind, id=kind.name) for kind in kinds().values()]


def of_the_contract() -> dict[str, tuple[set[str], set[str]]]:
    """Roles, and what is compared, of each kind."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for line in CONTRACT:
        name, *words = line.split()
        roles = {word.strip("*") for word in words} - NO_ROLES
        found[name] = roles, {word[1:] for word in words if word[0] == "*"}
    return found


def test_every_kind_of_the_contract_is_declared_with_its_roles_and_identity() -> None:
    declared = {kind.name: (set(kind.roles), set(kind.identity)) for kind in kinds().values()}
    assert {name: declared.get(name) for name in of_the_contract()} == of_the_contract()


@pytest.mark.skipif(not PAGE.exists(), reason="the contract's page is not at hand")
def test_the_table_above_is_the_contract() -> None:
    rows = re.findall(
        r"^\| `([a-z_.]+)` \| [^|]*\| ([^|]*)\|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    page: dict[str, tuple[set[str], set[str]]] = {}
    for name, cell in rows:
        if "." in name or name in ("visit", "meeting"):
            bare = re.sub(r"\([^)]*\)", "", cell).replace(" or type where it has no title", "")
            bold = set(re.findall(r"\*\*([a-z]+)\*\*", bare))
            words = set(re.findall(r"[a-z]+", bare))
            page[name] = (words - NO_ROLES, bold)
    assert {name: of_the_contract()[name] for name in page} == page
    assert page.keys() == of_the_contract().keys()


def test_names_are_the_keys_and_sections_come_in_order() -> None:
    assert [kind.name for kind in kinds().values()] == list(kinds())
    order = [list(Section).index(kind.section) for kind in kinds().values()]
    assert order == sorted(order)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_speaks_of_its_own_roles_only(kind: Kind) -> None:
    roles = set(kind.roles)
    assert set(kind.identity) <= roles | NO_ROLES
    assert set(kind.question) <= roles | NO_ROLES
    assert (kind.answer is Answer.ROLE) == (kind.answer_role is not None)
    assert kind.answer_role is None or kind.answer_role in roles
    assert {name for _, name, _, _ in Formatter().parse(kind.line) if name} <= roles | NO_ROLES
    assert kind.frames


@pytest.mark.parametrize("kind", KINDS)
def test_the_frames_of_a_kind_have_names_of_their_own(kind: Kind) -> None:
    names = [frame.name for frame in kind.frames]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("kind", "frame"), FRAMES)
def test_a_frame_speaks_of_the_roles_of_its_kind_only(kind: Kind, frame: Frame) -> None:
    assert frame.roles.keys() <= kind.roles.keys()
    assert set(frame.needs) <= frame.roles.keys() | NO_ROLES
    assert set(frame.parties) <= frame.roles.keys()
    assert not frame.each or frame.each in frame.roles
    assert frame.cues or frame.theme
    assert not frame.falls or frame.value
    assert ("value" in frame.needs) <= bool(frame.value)
    assert frame.when in ("any", "near", "open", "figure", "none")


PARTS = {part.value for part in Part}
DESCRIBED = set(re.findall(r"^    ([a-z]+)\b", frames.__doc__ or "", re.MULTILINE))
"""The sources of fillers that the module of frames describes."""


@pytest.mark.parametrize(("kind", "frame"), FRAMES)
def test_a_frame_looks_for_fillers_only_where_its_page_says(kind: Kind, frame: Frame) -> None:
    assert set(frame.theme_parts.split()) <= PARTS
    for role, text in frame.roles.items():
        assert parse_selectors(text), role
        for selector in parse_selectors(text):
            known = {"=", *PARTS, *DESCRIBED, *frame.roles}
            assert set(re.split(r"[+&]", selector.source)) <= known, text
            assert not selector.types & TYPE_GROUPS.keys()
            if selector.source in ("theme", "known"):
                assert frame.theme
