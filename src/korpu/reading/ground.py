"""The ground of a row: what the headings and sentences above it say that it leaves out."""

from __future__ import annotations

from dataclasses import dataclass, field

from korpu.clauses import Mention, Part
from korpu.document import Span
from korpu.languages import Group, Label, Language, Reading

LISTS = frozenset({"person", "title", "visit", "event", "twins"})
"""The sorts of things that are listed under a heading."""


@dataclass
class Ground:
    """What is known where a row begins; updated line by line.

    Attributes:
        mission: the mission last named with its sender or host.
        own: whether it is the one that the title names, and the page is its own.
        section: whether a heading right above, or a row, names it: then rows are about that mission.
        group: the parliamentary group last named.
        pair: the two states that a heading names.
        city: the town that the first heading names, and nothing else.
        listed: what the lines under the last heading list.
        route: from where to where the visits listed go.
        above: the label of the line right above, None where that is a sentence of prose.
        measures: the heading above that says in what a table's amounts are.
        said: the sentence right above, which may say it too.
    """

    text: str
    language: Language
    names: frozenset[str]
    mission: Mention | None = None
    section: bool = False
    own: bool = False
    group: Mention | None = None
    pair: tuple[str, ...] = ()
    city: Mention | None = None
    listed: Label | None = None
    route: tuple[Mention | None, Mention | None] = (None, None)
    above: Label | None = None
    measures: Label = field(default_factory=Label)
    said: Span | None = None

    def label(self, span: Span) -> Label:
        """Return the label that stands at `span`."""
        return self.language.read_label(self.text, span.start, span.end, self.names)

    @property
    def measure(self) -> Label:
        """The unit and scale that the lines above give a table; read only when a table asks."""
        said = self.label(self.said) if self.said else self.measures
        return Label(unit=said.unit, scale=said.scale)

    def cell(self, span: Span, label: Label) -> tuple[Group, ...]:
        """Return what stands at `span` under a label."""
        return self.language.read_cell(self.text, span.start, span.end, self.names, label)

    def reading(self, span: Span, claims: bool = True) -> Reading:
        """Return what the words at `span` say as a sentence; no clauses, where it `claims` nothing."""
        return self.language.read_sentence(self.text, span.start, span.end, self.names, claims)


def hear_heading(ground: Ground, span: Span, announces: bool = False) -> None:
    """Let the heading at `span` set the ground; `announces` for a line that ends in a colon."""
    label = ground.label(span)
    ground.above = label
    if ground.listed and not label.known and label.first("date"):
        return  # An item that could not be read ends no list.
    _measure(ground, label)
    if label.known and not label.sort and len(label.arguments) == 1:
        ground.city = ground.city or label.first("place")
    mission = label.first("mission") or (label.first("person") if label.sort == "person" else None)
    route = _route(label)
    if any(route):
        ground.route = route
        return
    pair = label.first("pair")
    states = [a.mention.value for a in label.arguments if a.mention.type == "state"]
    named = tuple(pair.value.split()) if pair else tuple(dict.fromkeys(states))
    if label.known and not label.sort and len(named) == 2:
        ground.pair = named
        ground.section = False
        return
    if label.first("group"):
        ground.group = label.first("group")
    if label.sort in LISTS:
        ground.listed, ground.route = label, (None, None)
    elif not announces:
        ground.listed, ground.route = None, (None, None)
    if not announces:
        ground.section = False
    if mission and is_placed(mission):
        ground.own = ground.own or (ground.mission is None and is_whole(mission, span))
        ground.mission, ground.section = mission, mission.type == "mission"


def _route(label: Label) -> tuple[Mention | None, Mention | None]:
    """«From X to Y»: the two states, where the label says nothing else."""
    ends = {a.part: a.mention for a in label.arguments if a.mention.type in ("state", "place")}
    if not label.known or label.sort not in ("", "visit") or Part.GOAL not in ends:
        return None, None
    return ends.get(Part.SOURCE), ends[Part.GOAL]


def hear_sentence(ground: Ground, span: Span, reading: Reading) -> None:
    """Let a sentence of prose set the ground."""
    for mention in reading.mentions:
        if mention.type == "mission" and is_placed(mention) and not ground.own:
            ground.mission, ground.section = mention, False
        elif mention.type == "group":
            ground.group = mention
    ground.above = None
    ground.measures = Label()
    ground.said = span if span.end - span.start < 200 else None


def _measure(ground: Ground, label: Label) -> None:
    if label.unit or label.scale != "1":
        ground.measures, ground.said = label, None


def is_whole(mention: Mention, span: Span) -> bool:
    """Whether what stands at `span` is the full name of a mission and hardly more."""
    full = mention.attributes.keys() >= {"sender", "host"} and mention.type == "mission"
    return full and 5 * (mention.end - mention.start) >= 4 * (span.end - span.start)


def is_placed(mention: Mention) -> bool:
    """Whether a mission or its head comes with the state that sends or hosts it."""
    return bool(mention.attributes.get("sender") or mention.attributes.get("host"))
