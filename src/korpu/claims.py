"""The claim: one thing that one document says, in one place, about a relation between states.

These are the values that everything else passes around. They are frozen, know no file, network,
database or clock, and their ids come from their content.

What a claim has of values cannot hold itself, so that the collector of garbage need not look through it (`gc=False`): of
the time that it takes to load many, that was a tenth. A claim keeps its id once that was asked for (`dict=True`): to find
what claims add up to asks for it some twenty times, a third of the time.
"""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import Literal

import msgspec

Bound = Literal["exact", "about", "over", "under", "up_to"]
Stance = Literal["fact", "estimate", "plan", "target", "denied"]
WhenFrom = Literal["stated", "document", "published", "assumed"]

RoleValue = str | tuple[str, ...]
"""What fills a role: an ISO 3166-1 alpha-2 code, a word of the kind's own list, a name, or several."""


COUNTED_UNITS = frozenset({"person", "company", "document", "mission"})
"""The units of a value that are no currency and no share."""


class Value(msgspec.Struct, frozen=True, gc=False):
    """An amount as the document gives it, its scale word multiplied out.

    Attributes:
        amount: a plain decimal string («598468600», «-3.5»), never in exponent form.
        unit: an ISO 4217 code, or `person`, `company`, `document`, `mission`, `percent`;
            None where the text gives none.
        bound: `over` is more than, `under` less than, `up_to` close to from below.
        to: the upper end of a range, else None.
    """

    amount: str
    unit: str | None
    bound: Bound
    to: str | None = None


class Step(msgspec.Struct, frozen=True, gc=False):
    """One step of how a claim was read: what it decided, from which words, and how.

    Attributes:
        part: `trigger`, `parties`, `when`, `value`, `stance`, `speaker` or `role:NAME`.
        how: why these words decided it, a term of `korpu.how` («owner», «pair», …).
        start, end: the words, as code-point offsets into the document; -1 where there are none.
    """

    part: str
    how: str
    start: int = -1
    end: int = -1


class Trace(msgspec.Struct, frozen=True, gc=False):
    """How a claim was read: the rule's name and its steps, in the order in which they were taken."""

    rule: str
    steps: tuple[Step, ...] = ()


class Claim(msgspec.Struct, frozen=True, dict=True):
    """One claim, in the form that `korpu read --format jsonl` prints.

    Attributes:
        kind: the name of a kind in `korpu.kinds`.
        parties: two states or more, ISO 3166-1 alpha-2 (and `SU`), sorted.
        roles: who or what plays which part; a role that the text does not give is absent.
        when: EDTF (ISO 8601-2), or None.
        when_from: how `when` was got; None where `when` is None.
        document: the SHA-256 of the document's text, in hex.
        start, end: a half-open span of code points; `text[start:end] == quote`.
        trace: how it was read. It is no part of what is claimed, nor of the id.
    """

    kind: str
    parties: tuple[str, ...]
    roles: dict[str, RoleValue]
    when: str | None
    when_from: WhenFrom | None
    value: Value | None
    stance: Stance
    speaker: str | None
    document: str
    start: int
    end: int
    quote: str
    trace: Trace | None = None

    @cached_property
    def id(self) -> str:
        """Sixteen hex digits from all that is claimed and where; the same for the same claim anywhere."""
        return content_id(
            self.document, self.start, self.end, self.kind, self.parties, sorted(self.roles.items()),
            self.when, self.value, self.stance, self.speaker,
        )  # fmt: skip


def content_id(*parts: object) -> str:
    """Return sixteen hex digits that depend on `parts` and on nothing else.

    >>> content_id("a", ("b", None)) == content_id("a", ("b", None))
    True
    """
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()[:16]


CONTRACT_FIELDS = tuple(field for field in Claim.__struct_fields__ if field != "trace")


def to_json(claim: Claim) -> bytes:
    """Return the claim as one line of JSON with exactly the contract's fields, without a line end."""
    return msgspec.json.encode({field: getattr(claim, field) for field in CONTRACT_FIELDS})


def from_json(line: bytes | str) -> Claim:
    """Return the claim that a line of JSON holds.

    Raises:
        msgspec.ValidationError: the line is not a claim; the message names the field.
    """
    return msgspec.json.decode(line, type=Claim)
