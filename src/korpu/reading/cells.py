"""From a cell and its label to a clause: what the row leaves out comes from the ground and the table."""

from __future__ import annotations

import msgspec

from korpu.claims import Stance
from korpu.clauses import Argument, Clause, Mention, Part
from korpu.document import Span
from korpu.languages import Group, Label
from korpu.reading.ground import Ground, is_placed

FLOWS = frozenset({"turnover", "exports", "imports"})
_OWNING = (Part.OWNER, Part.MODIFIER, Part.SUBJECT)
_AWAY = (Part.GOAL, Part.SOURCE, Part.PARTNER)


class Around(msgspec.Struct, frozen=True):
    """What a table says of a cell, its own label apart.

    Attributes:
        row: the row that carries the claim.
        caption: the line above the table, or an empty label.
        partner: the state that the row is about.
        mission: the mission that the row is about.
        envoy: the head of mission whom the row names.
        group: the parliamentary group that the row is about.
        times: when, from another cell or the heading of the column.
        places: where, likewise.
        totals: whether a total stands beside exports and imports.
        flow: the flow of the row above, which a row of growth is about.
    """

    row: Span
    caption: Label = Label()
    partner: Mention | None = None
    mission: Mention | None = None
    envoy: Mention | None = None
    group: Mention | None = None
    times: Group = ()
    places: Group = ()
    stance: Stance = "fact"
    totals: bool = False
    flow: str = ""


def make_clause(label: Label, group: Group, ground: Ground, around: Around) -> Clause | None:
    """Return the clause that a cell makes under its label; None where too little is known of whom it is."""
    if label.sort == "amount":
        return _amount(label, group, ground, around)
    if label.sort == "person":
        chairs = "chair" in label.concepts
        return _chair(label, group, ground, around) if chairs else _head(label, group, ground, around)
    if label.sort == "address":
        return _address(label, group, ground, around)
    if label.sort == "date" and label.concepts:
        return _dated(label, group, ground, around)
    if label.sort == "title" and group[0].mention.type == "amount":
        return _clause(around, ("document", "number"), (*group, _pair_of(label, ground, around)))
    if label.sort == "title":
        # «(with Peru, Lima, 2008)»: another's
        named = any(argument.part is Part.PARTNER for argument in group)
        pair = () if named else (_pair_of(label, ground, around),)
        return _clause(around, ("sign",), (*group, *pair, *around.times, *around.places))
    if label.sort == "twins":
        return _twins(label, group, ground, around)
    return None


def _twins(label: Label, group: Group, ground: Ground, around: Around) -> Clause | None:
    """Two sister cities; of one, the other is that of the label, of the row or of the title."""
    towns = [argument for argument in group if argument.mention.type == "place"]
    if len(towns) == 1:
        told = (label.first("place"), *(a.mention for a in around.places), ground.city)
        other = next((mention for mention in told if mention), None)
        if other is None or other.value == towns[0].mention.value:
            return None
        group = (Argument(Part.SUBJECT, other), *group)
    states = [a.mention.attributes.get("state") for a in group if a.mention.type == "place"]
    if states[0] and states[0] == states[1]:
        return None
    return _clause(around, label.concepts, _timed((*group, _pair_of(Label(), ground, around)), around))


def _clause(around: Around, concepts: tuple[str, ...], arguments: Group) -> Clause:
    return Clause(
        around.row.start, around.row.end, dict.fromkeys(concepts, around.row), arguments, around.stance
    )


def _has_time(group: Group) -> bool:
    return any(argument.part is Part.TIME for argument in group)


def _timed(group: Group, around: Around) -> Group:
    """The cell's own date, else the row's."""
    return group if _has_time(group) else (*group, *around.times)


# Missions ------------------------------------------------------------------------------------------------


def _mission(label: Label, ground: Ground, around: Around) -> dict[str, str] | None:
    """Whose mission it is and where: by the label, the row, the caption, else what was told before."""
    said = label.first("mission") or around.mission
    person = label.first("person")
    if said and is_placed(said):
        return dict(said.attributes)
    if person and is_placed(person):
        return {name: person.attributes[name] for name in ("sender", "host") if name in person.attributes}
    told = around.caption.first("mission") or around.caption.first("person") or ground.mission
    if told is None or not is_placed(told):
        return None
    attributes: dict[str, str] = {
        name: told.attributes[name] for name in ("sender", "host") if name in told.attributes
    }
    if around.partner:
        known = [code for code in attributes.values() if code != around.partner.value]
        if len(known) != 1 and len(attributes) != 1:
            return None
        open_ = "host" if "host" not in attributes else "sender"
        attributes = attributes | ({open_: around.partner.value} if len(attributes) == 1 else {})
    sort = said.attributes.get("mission", said.value) if said else None
    if sort or ground.section or told is not ground.mission:
        attributes["mission"] = sort or told.attributes.get("mission", "")
    return {name: value for name, value in attributes.items() if value}


def _head(label: Label, group: Group, ground: Ground, around: Around) -> Clause | None:
    mention = envoy_of(label, group, ground, around)
    if mention is None:
        return None
    return _clause(around, ("serve",), _timed((Argument(Part.SUBJECT, mention), *group[1:]), around))


def envoy_of(label: Label, group: Group, ground: Ground, around: Around) -> Mention | None:
    """Return the head of mission whom a cell names, with his post; None where it is not known whose."""
    attributes = _mission(label, ground, around)
    if attributes is None:
        return None
    person = label.first("person")
    office = person.attributes.get("office", "") if person else ""
    own = {"mission_head": "yes", **attributes} | ({"office": office} if office else {})
    own.setdefault("state", attributes.get("sender", ""))
    return msgspec.structs.replace(group[0].mention, attributes=own)


def _address(label: Label, group: Group, ground: Ground, around: Around) -> Clause | None:
    attributes = _mission(label, ground, around)
    state = group[0].mention.attributes.get("state")
    if attributes is None:
        return None
    attributes.setdefault("mission", ground.mission.value if ground.mission else "")
    said = label.first("mission")
    if state and state == attributes.get("sender") and not (said and is_placed(said)):
        # The mission last named stands elsewhere: the address is that of its counterpart.
        attributes["sender"], attributes["host"] = attributes.get("host", ""), state
    elif state and attributes.get("host") not in (None, "", state) and attributes.get("sender") != state:
        return None
    kept = {name: value for name, value in attributes.items() if value}
    if "mission" not in kept:
        return None
    theme = Mention("mission", kept["mission"], around.row.start, around.row.start, kept)
    return _clause(around, ("address",), (Argument(Part.SUBJECT, theme), *group))


def _dated(label: Label, group: Group, ground: Ground, around: Around) -> Clause | None:
    if label.value == "envoy":
        return _presented(label, group, around)
    if label.value != "mission":
        told = (around.caption.first("independence"), around.partner)
        others = tuple(Argument(Part.PARTNER, mention) for mention in told if mention)
        return _clause(around, label.concepts, (*group, *others, _pair_of(label, ground, around)))
    attributes = _mission(label, ground, around)
    if around.group or not attributes or "mission" not in attributes:
        return _group_formed(label, group, ground, around)
    theme = Mention("mission", attributes["mission"], around.row.start, around.row.start, attributes)
    return _clause(around, label.concepts, (Argument(Part.SUBJECT, theme), *group, *around.places))


def _presented(label: Label, group: Group, around: Around) -> Clause | None:
    """When the head of mission whom the row names presented his credentials."""
    if around.envoy is None:
        return None
    start = around.row.start
    credentials = Argument(Part.OBJECT, Mention("theme", "", start, start, concept="credentials"))
    return _clause(around, label.concepts, (Argument(Part.SUBJECT, around.envoy), credentials, *group))


def _chair(label: Label, group: Group, ground: Ground, around: Around) -> Clause | None:
    told = around.group or label.first("group") or around.caption.first("group") or ground.group
    if told is None and label.value != "group":
        return None
    attributes = dict(told.attributes) if told else {}
    state = label.first("state") or (None if "state" in attributes else around.partner)
    parliament = label.first("parliament") or around.caption.first("parliament")
    pair = _pair_of(Label(), ground, around)
    if around.group and "pair" in attributes:
        start = around.row.start
        pair = Argument(Part.BETWEEN, Mention("pair", attributes["pair"], start, start))
        attributes.setdefault("state", attributes["pair"].split()[0])
    elif parliament and parliament.attributes.get("state"):
        attributes["state"] = parliament.attributes["state"]
    elif state:
        attributes["state"] = state.value
    if ground.pair:
        attributes["pair"] = " ".join(ground.pair)
        attributes.setdefault("state", ground.pair[0])
    theme = Mention("group", "", around.row.start, around.row.start, attributes)
    return _clause(around, ("chair",), _timed((Argument(Part.OWNER, theme), *group, pair), around))


def _group_formed(label: Label, group: Group, ground: Ground, around: Around) -> Clause | None:
    """When a parliament's group for relations with the row's state was formed, under a heading that names such groups."""
    told = around.group or around.caption.first("group")
    if told is None or (around.group is None and around.partner is None and ground.pair == ()):
        return None
    attributes = dict(told.attributes)
    parliament = around.caption.first("parliament")
    pair = _pair_of(Label(), ground, around)
    if around.group and "pair" in attributes:
        attributes.setdefault("state", attributes["pair"].split()[0])
        pair = Argument(Part.BETWEEN, Mention("pair", attributes["pair"], around.row.start, around.row.start))
    elif parliament and parliament.attributes.get("state"):
        attributes["state"] = parliament.attributes["state"]
    theme = Mention("group", "", around.row.start, around.row.start, attributes)
    return _clause(around, label.concepts, (Argument(Part.SUBJECT, theme), *group, pair))


# Amounts -------------------------------------------------------------------------------------------------


def _amount(label: Label, group: Group, ground: Ground, around: Around) -> Clause | None:
    if label.world or around.caption.world:
        return None
    if "document" in label.concepts:
        return _clause(around, label.concepts, (*group, _pair_of(label, ground, around)))
    if "number" in label.concepts:
        return _people(label, group, around)
    if not FLOWS & set(label.concepts):
        return None
    grows = "rise" in label.concepts
    if grows != (group[0].mention.value == "percent"):
        return None
    owner = Argument(Part.OWNER, _reporter(label, ground, around))
    told_times = [a for said in (label, around.caption) for a in said.arguments if a.part is Part.TIME]
    arguments = _timed((*group, owner, _pair_of(label, ground, around)), around)
    return _clause(
        around, label.concepts, arguments if _has_time(arguments) else (*arguments, *told_times[:1])
    )


def _people(label: Label, group: Group, around: Around) -> Clause | None:
    """A number of people of a nation in the row's state."""
    people = label.first("people") or around.caption.first("people")
    hosts = [
        *_states(label, (Part.LOCATED, Part.PLACE)),
        *_states(around.caption, (Part.LOCATED, Part.PLACE)),
    ]
    host = around.partner or next(iter(hosts), None)
    if people is None or host is None or people.value == host.value:
        return None
    counted, *rest = group
    if counted.mention.value not in ("", "person"):
        return None
    data = msgspec.structs.replace(counted.mention.data, unit="person")  # type: ignore[type-var]
    mention = msgspec.structs.replace(counted.mention, value="person", data=data)
    arguments = (
        Argument(Part.SUBJECT, people), Argument(Part.PLACE, host), Argument(counted.part, mention),
        *rest,
    )  # fmt: skip
    return _clause(around, ("live",), _timed(arguments, around))


def _states(label: Label, parts: tuple[Part, ...]) -> list[Mention]:
    return [a.mention for a in label.arguments if a.mention.type == "state" and a.part in parts]


def _reporter(label: Label, ground: Ground, around: Around) -> Mention:
    """Whose exports or imports they are: by the label, the statistics or the caption, else the title."""
    said = _states(label, _OWNING)
    if said:
        return said[0]
    away = _states(label, _AWAY)
    if away:
        return _pointer(f"other:{away[0].value}", around)
    told = [a.mention for a in around.caption.arguments if a.mention.type == "state"]
    statistics = _states(around.caption, (Part.SOURCE,))
    owners = statistics or _states(around.caption, (Part.OWNER,))
    if owners and len({mention.value for mention in told}) <= 2:
        return owners[0]
    if around.partner:
        return _pointer("our", around)
    if ground.pair:
        return Mention("state", ground.pair[0], around.row.start, around.row.start)
    return _pointer("first", around)


def _pointer(value: str, around: Around) -> Mention:
    return Mention("pointer", value, around.row.start, around.row.start, {}, None)


def _pair_of(label: Label, ground: Ground, around: Around) -> Argument:
    """The two states that the row relates, as far as the table names them, else the document's pair."""
    told = [*label.arguments, *around.caption.arguments]
    codes = [code for a in told if a.mention.type in ("state", "pair") for code in a.mention.value.split()]
    codes += [around.partner.value] if around.partner else []
    distinct = list(dict.fromkeys(codes))
    start = around.row.start
    if len(distinct) == 2:
        return Argument(Part.BETWEEN, Mention("pair", " ".join(distinct), start, start))
    if around.partner:
        return Argument(Part.PARTNER, around.partner)
    if ground.pair and set(distinct) <= set(ground.pair):
        return Argument(Part.BETWEEN, Mention("pair", " ".join(ground.pair), start, start))
    return Argument(Part.BETWEEN, Mention("pointer", "pair", start, start, {"table": "yes"}))
