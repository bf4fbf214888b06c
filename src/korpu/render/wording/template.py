"""The little language of lines: slots, groups that vanish with an absent role, choices by stance.

    {sender:gen} {host:loc_ki} {mission:poss} [{when:loc} ]<açılıb|açılacaq|açılmayıb>

`{role:form}` is a slot; `[…]` vanishes when a slot in it is absent; `<a|b|c>` says it of a fact, of what is
to be, and of what is denied.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

FillSlot = Callable[[str, str], "str | None"]
"""Takes a slot's name and form; returns its words, None where the role is absent."""


class Absent(LookupError):
    """A slot that the template cannot do without has nothing to stand in it."""


class BadTemplate(ValueError):
    """A template's brackets do not close; the message shows it."""


class Slot(NamedTuple):
    """The place of a role, and the form that its filler takes there."""

    name: str
    form: str


class Group(NamedTuple):
    """What vanishes as a whole when a slot in it is absent."""

    parts: Template


class Choice(NamedTuple):
    """What is said of a fact, of what is to be, and of what is denied."""

    options: tuple[Template, ...]


Template = tuple["str | Slot | Group | Choice", ...]

_TOKEN = re.compile(r"\{(\w+)(?::(\w+))?\}|([\[\]<>|])|([^{}\[\]<>|]+)")
_SPACES = re.compile(r" {2,}")
_SPACE_BEFORE_MARK = re.compile(r" +([,.;:)])")


@lru_cache(maxsize=512)
def parse(text: str) -> Template:
    """Return the template that `text` writes.

    >>> parse("{host:loc} [in {place}]")
    (Slot(name='host', form='loc'), ' ', Group(parts=('in ', Slot(name='place', form=''))))

    Raises:
        BadTemplate: a bracket is left open, or closes nothing.
    """
    position = 0
    tokens: list[re.Match[str]] = []
    while position < len(text):
        match = _TOKEN.match(text, position)
        if not match:
            raise BadTemplate(f"«{text}»: cannot be read from character {position} on")
        tokens.append(match)
        position = match.end()
    stream = iter(tokens)
    parts, end = _parts(stream, text)
    if end:
        raise BadTemplate(f"«{text}»: «{end}» closes nothing")
    return parts


def _parts(stream: Iterator[re.Match[str]], text: str) -> tuple[Template, str]:
    """Read up to the bracket that ends this stretch; returns what was read and that bracket."""
    parts: list[str | Slot | Group | Choice] = []
    for match in stream:
        name, form, bracket, words = match.groups()
        if name:
            parts.append(Slot(name, form or ""))
        elif words:
            parts.append(words)
        elif bracket == "[":
            inner, end = _parts(stream, text)
            if end != "]":
                raise BadTemplate(f"«{text}»: a «[» is not closed")
            parts.append(Group(inner))
        elif bracket == "<":
            parts.append(_choice(stream, text))
        else:
            return tuple(parts), bracket
    return tuple(parts), ""


def _choice(stream: Iterator[re.Match[str]], text: str) -> Choice:
    options: list[Template] = []
    while True:
        option, end = _parts(stream, text)
        options.append(option)
        if end == ">":
            return Choice(tuple(options))
        if end != "|":
            raise BadTemplate(f"«{text}»: a «<» is not closed")


def fill(text: str, slot: FillSlot, option: int = 0) -> str:
    """Return the template's words, without double spaces and without a space before a mark.

    >>> fill("{who} came [to {place} ]<today|soon>", lambda name, form: {"who": "Ann"}.get(name))
    'Ann came today'

    Args:
        option: which option of each choice; the last one where there are fewer.

    Raises:
        Absent: a slot outside every group has no filler.
    """
    words = _SPACES.sub(" ", _fill(parse(text), slot, option)).strip()
    return _SPACE_BEFORE_MARK.sub(r"\1", words)


def _fill(parts: Template, slot: FillSlot, option: int) -> str:
    return "".join(_fill_part(part, slot, option) for part in parts)


def _fill_part(part: str | Slot | Group | Choice, slot: FillSlot, option: int) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Slot):
        words = slot(part.name, part.form)
        if words is None:
            raise Absent(part.name)
        return words
    if isinstance(part, Choice):
        return _fill(part.options[min(option, len(part.options) - 1)], slot, option)
    try:
        return _fill(part.parts, slot, option)
    except Absent:
        return ""


def slots(text: str) -> set[str]:
    """Return the names of all slots of a template.

    >>> sorted(slots("{a} [{b} <{c}|d>]"))
    ['a', 'b', 'c']
    """
    return _slots(parse(text))


def _slots(parts: Template) -> set[str]:
    found: set[str] = set()
    for part in parts:
        if isinstance(part, Slot):
            found.add(part.name)
        elif isinstance(part, Group):
            found |= _slots(part.parts)
        elif isinstance(part, Choice):
            for option in part.options:
                found |= _slots(option)
    return found
