"""The form of a claim: a field for each of its parts, by the declaration of its kind; and the claim that it makes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar, get_args

import msgspec

from korpu.claims import COUNTED_UNITS, Bound, Claim, RoleValue, Stance, Value, WhenFrom
from korpu.contract import LISTS, takes_value, units
from korpu.document import Document
from korpu.kinds import Kind, RoleType, Section, kinds
from korpu.web.document.fillers import (
    SCALES,
    Unfit,
    choices,
    read_amount,
    read_date,
    read_role,
    read_states,
    suggestions,
    write_amount,
    write_role,
)
from korpu.web.interface import Interface

Given = Mapping[str, str]
"""What the fields of a form have, by their names."""
Read = TypeVar("Read")

COMMON = ("USD", "EUR", "AZN", "RUB", "TRY", "KZT", "GEL", "UZS", "CNY", "GBP")
"""Currencies that stand first in the list."""


class Field(msgspec.Struct, frozen=True):
    """A field of the form.

    Attributes:
        sort: `line`, `lines` (one a line), `choice`.
        options: what may be chosen, codes and words, in groups; the first group may have no title.
        suggested: names that may be written, beside any other; or `states`, for all states.
        hint: how it is to be written, or what it means.
        error: what is wrong with what it has.
    """

    name: str
    label: str
    sort: str
    value: str
    options: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    suggested: tuple[str, ...] | str = ()
    hint: str = ""
    error: str = ""
    is_needed: bool = False


def given_by(claim: Claim, words: Interface) -> dict[str, str]:
    """Return what the fields have where the form is for a claim that there is."""
    say, kind = words.say, kinds()[claim.kind]
    given = {
        "kind": claim.kind,
        "parties": "\n".join(say.state(party) for party in claim.parties),
        "when": claim.when or "",
        "stance": claim.stance,
        "speaker": claim.speaker or "",
    }
    for role, filler in claim.roles.items():
        given[f"role-{role}"] = write_role(kind.roles[role], role, filler, say)
    if claim.value:
        given |= {
            "amount": write_amount(claim.value.amount, say),
            "to": write_amount(claim.value.to, say) if claim.value.to else "",
            "unit": claim.value.unit or "",
            "bound": claim.value.bound,
        }
    return given


def fields_of(kind: Kind, given: Given, errors: Given, words: Interface) -> list[Field]:
    """Return the fields for a claim of a kind, with what they have and what is wrong with it."""
    say, text = words.say, words.text

    def field(name: str, label: str, sort: str = "line", **more: Any) -> Field:
        return Field(name, label, sort, given.get(name, ""), error=errors.get(name, ""), **more)

    found = [
        field("parties", text("Between which states"), "lines", suggested="states",
              hint=text("One on each line."), is_needed=True)
    ]  # fmt: skip
    for role, type in kind.roles.items():
        options = choices(type, role, say)
        found.append(
            field(
                f"role-{role}",
                say.grammar.capitalise(str(say.words["roles"].get(role, role))),
                "choice" if options else "lines" if type in LISTS else "line",
                options=(("", (("", "–"), *options)),) if options else (),
                suggested="states"
                if type in (RoleType.STATE, RoleType.ACTOR, RoleType.STATES)
                else suggestions(type, role, say),
                hint=text("One on each line.") if type in LISTS else "",
            )
        )
    found.append(field("when", text("When"), hint=text("2004, 2004-03, 2004-03-01, 2004/2010, 2004/.. (since), 2004~ (about)")))  # fmt: skip
    if takes_value(kind):
        found += _amount_fields(field, kind, words)
    stances = tuple((one, str(say.words["stances"][one])) for one in get_args(Stance))
    found.append(field("stance", text("Said as"), "choice", options=(("", stances),)))
    found.append(field("speaker", text("According to whom"), hint=text("Only where the text names another than its author.")))  # fmt: skip
    return found


def _amount_fields(field: Callable[..., Field], kind: Kind, words: Interface) -> list[Field]:
    text = words.text
    bounds = {"exact": text("exactly"), "about": text("about"), "over": text("more than"),
              "under": text("less than"), "up_to": text("up to")}  # fmt: skip
    scales = dict(
        zip(SCALES, ("×1", text("thousand"), text("million"), text("thousand million")), strict=True)
    )
    return [
        field("bound", text("Bound"), "choice", options=(("", tuple(bounds.items())),)),
        field("amount", text("Amount"), is_needed="value" in kind.identity),
        field("to", text("Up to (of a range)"), hint=text("Only of a range: its upper end.")),
        field("scale", text("Times"), "choice", options=(("", tuple(scales.items())),)),
        field("unit", text("Unit"), "choice", options=_units(words)),
    ]


def _units(words: Interface) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    from babel.numbers import get_currency_name

    names = words.say.words["units"]
    counted = (*sorted(COUNTED_UNITS), "percent")
    currencies = {
        code: f"{code} · {get_currency_name(code, locale=words.language)}" for code in units() - set(counted)
    }
    return (
        ("", (("", words.text("none is given")), *((one, str(names[one]["name"])) for one in counted))),
        (words.text("Currencies"), tuple((code, currencies[code]) for code in COMMON)),
        (words.text("Other currencies"), tuple((c, currencies[c]) for c in sorted(currencies) if c not in COMMON)),
    )  # fmt: skip


def kinds_by_section(words: Interface) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the kinds that a claim may be of, by section, each with what it is called."""
    say = words.say
    return [
        (say.section(one.value), [(k.name, say.kind(k.name)) for k in kinds().values() if k.section is one])
        for one in Section
    ]


def read_form(
    given: Given, document: Document, start: int, end: int, before: Claim | None, words: Interface
) -> tuple[Claim | None, dict[str, str]]:
    """Return the claim that a form makes of words of a document, and what is wrong, by field; no claim where anything is.

    Args:
        before: the claim that is corrected, if one is: how its date was got is kept where the date is.
    """
    errors: dict[str, str] = {}
    kind = kinds().get(given.get("kind", ""))
    if kind is None:
        return None, {"kind": words.text("Choose what the sentence claims.")}

    def read(name: str, how: Callable[[str], Read]) -> Read | None:
        try:
            return how(given.get(name, "")) if given.get(name, "").strip() else None
        except Unfit as error:
            errors[name] = str(error)
            return None

    filled = {
        role: read(f"role-{role}", partial(_read_role, type, role, words))
        for role, type in kind.roles.items()
    }
    parties = read("parties", lambda text: read_states(text.splitlines(), words)) or ()
    if len(parties) < 2 and "parties" not in errors:
        errors["parties"] = words.text("Name two states or more, one on each line.")
    when = read("when", lambda text: read_date(text, words))
    value = _read_value(given, kind, read, errors, words)
    stance = given.get("stance", "")
    if stance not in get_args(Stance):
        errors["stance"] = _choose(words)
    if errors:
        return None, errors
    claim = Claim(
        kind=kind.name,
        parties=parties,
        roles={role: filler for role, filler in filled.items() if filler is not None},
        when=when,
        when_from=_when_from(when, before),
        value=value,
        stance=msgspec.convert(stance, Stance),
        speaker=" ".join(given.get("speaker", "").split()) or None,
        document=document.id,
        start=start,
        end=end,
        quote=document.text[start:end],
    )
    return claim, errors


def _choose(words: Interface) -> str:
    return words.text("Choose one of the list, or leave it empty where the text does not say it.")


def _read_role(type: RoleType, role: str, words: Interface, text: str) -> RoleValue | None:
    return read_role(type, role, text, words)


def _when_from(when: str | None, before: Claim | None) -> WhenFrom | None:
    """How a date was got: as it was before, where it is the same; a person who gives another has it from the text."""
    if when is None:
        return None
    return before.when_from if before and before.when == when else "stated"


def _read_value(
    given: Given, kind: Kind, read: Callable[..., Any], errors: dict[str, str], words: Interface
) -> Value | None:
    if not takes_value(kind):
        return None
    scale = given.get("scale", "") or "1"
    amount = read("amount", lambda text: read_amount(text, scale, words))
    to = read("to", lambda text: read_amount(text, scale, words))
    unit, bound = given.get("unit", ""), given.get("bound", "") or "exact"
    if unit and unit not in units():
        errors["unit"] = _choose(words)
    if bound not in get_args(Bound):
        errors["bound"] = _choose(words)
    if amount is None:
        if ("value" in kind.identity or to) and "amount" not in errors:
            errors["amount"] = words.text("A claim of this kind gives an amount.")
        return None
    if to is not None and Decimal(to) <= Decimal(amount):
        errors["to"] = words.text("The upper end is to be more than the lower.")
    if errors.keys() & {"unit", "bound", "to"}:
        return None
    return Value(amount, unit or None, msgspec.convert(bound, Bound), to)
