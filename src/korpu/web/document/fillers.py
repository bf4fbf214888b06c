"""What people write into the fields of a claim's form, and what a claim has: states by name, dates, amounts, terms, lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from korpu.claims import RoleValue
from korpu.contract import LISTS, terms_of
from korpu.edtf import is_edtf
from korpu.errors import KorpuError, WrongUse
from korpu.kinds import RoleType
from korpu.render.wording.amounts import group_digits, marks_of
from korpu.render.wording.words import Wording
from korpu.states import find_state, name_key, state_codes
from korpu.web.interface import Interface

SCALES = ("1", "1000", "1000000", "1000000000")
"""What an amount may be multiplied by, as texts write «4.5 million»."""

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_STATES = (RoleType.STATE, RoleType.STATES, RoleType.ACTOR)


class Unfit(WrongUse):
    """What a field was given cannot stand there; the message says why, in the interface's language."""


def write_role(type: RoleType, role: str, filler: RoleValue, say: Wording) -> str:
    """Return what fills a role as it stands in its field: several a line each, states by name, terms by their codes."""
    fillers = (filler,) if isinstance(filler, str) else filler
    return "\n".join(_written(type, role, one, say) for one in fillers)


def _written(type: RoleType, role: str, filler: str, say: Wording) -> str:
    if type in _STATES and filler in state_codes():
        return say.state(filler)
    if _is_named(type, role):
        return str(_terms(type, role, say).get(filler, filler))
    return filler


def read_role(type: RoleType, role: str, text: str, words: Interface) -> RoleValue | None:
    """Return what fills a role where its field has this text; None where it has none.

    Raises:
        Unfit: it cannot fill it.
    """
    lines = [" ".join(line.split()) for line in text.splitlines()]
    found = [_read(type, role, line, words) for line in lines if line]
    if not found:
        return None
    if type in LISTS:
        return tuple(dict.fromkeys(found))
    return found[0] if len(found) == 1 else " ".join(found)


def _read(type: RoleType, role: str, text: str, words: Interface) -> str:
    if type in (RoleType.STATE, RoleType.STATES):
        return read_state(text, words)
    if type is RoleType.ACTOR:
        try:
            return find_state(text)
        except KorpuError:
            return text
    if type is RoleType.DATE:
        return read_date(text, words)
    if _is_named(type, role):
        terms = _terms(type, role, words.say)
        return next(
            (code for code, name in terms.items() if name_key(text) in (name_key(code), name_key(name))), text
        )
    if type is RoleType.TERM and terms_of(role) and text not in terms_of(role):
        raise Unfit(words.text("Choose one of the list, or leave it empty where the text does not say it."))
    return text


def _is_named(type: RoleType, role: str) -> bool:
    """Whether some fillers have codes, and others are named as the document does."""
    return type is RoleType.ORGANISATION or (type is RoleType.TERM and not terms_of(role))


def _terms(type: RoleType, role: str, say: Wording) -> Mapping[str, str]:
    terms: Mapping[str, str] = say.words["terms"].get(
        "organisation" if type is RoleType.ORGANISATION else role, {}
    )
    return terms


def choices(type: RoleType, role: str, say: Wording) -> tuple[tuple[str, str], ...]:
    """Return what may be chosen for a role whose list is closed: codes and words; nothing for any other role."""
    if type is not RoleType.TERM:
        return ()
    return tuple((term, str(say.words["terms"][role].get(term, term))) for term in terms_of(role))


def suggestions(type: RoleType, role: str, say: Wording) -> tuple[str, ...]:
    """Return names that are known for a role and may be written, others may, too."""
    return tuple(sorted(set(_terms(type, role, say).values()))) if _is_named(type, role) else ()


def read_state(text: str, words: Interface) -> str:
    """Return the code of the state that is named.

    Raises:
        Unfit: none is, or several are.
    """
    try:
        return find_state(text)
    except KorpuError:
        raise Unfit(words.text("«{name}» names no state, or several. Write one as in the list, or its code, such as AZ.", name=text[:60])) from None  # fmt: skip


def read_states(lines: Iterable[str], words: Interface) -> tuple[str, ...]:
    """Return the codes of the states that are named, one a line, sorted.

    Raises:
        Unfit: one of them is none.
    """
    named = (" ".join(line.split()) for line in lines)
    return tuple(sorted({read_state(line, words) for line in named if line}))


def read_date(text: str, words: Interface) -> str:
    """Return a date as EDTF; a day may be written with dots, too.

    Raises:
        Unfit: it is no date.
    """
    text = text.strip()
    if dotted := _DOTTED.fullmatch(text):
        text = f"{dotted[3]}-{int(dotted[2]):02}-{int(dotted[1]):02}"
    if not is_edtf(text):
        raise Unfit(words.text("«{text}» is no date. Write 2004, 2004-03, 2004-03-01 or 01.03.2004; 2004/2010 for a span, 2004/.. for since, 2004~ for about.", text=text[:60]))  # fmt: skip
    return text


def write_amount(amount: str, say: Wording) -> str:
    """Return a plain decimal as the language writes it, digit for digit."""
    return group_digits(amount, marks_of(say.words)).replace("−", "-")


def read_amount(text: str, scale: str, words: Interface) -> str:
    """Return an amount as a plain decimal, multiplied out.

    Only the language's own marks are read: a mark of another language would be a guess, wrong a thousandfold.

    Raises:
        Unfit: it is no number in the language.
    """
    marks = marks_of(words.say.words)
    bare = re.sub(r"\s", "", text).replace("−", "-")
    group = "" if marks.group.isspace() else re.escape(marks.group)
    whole = rf"-?(?:\d+|\d{{1,3}}(?:{group}\d{{3}})+)" if group else r"-?\d+"
    if scale not in SCALES or not re.fullmatch(rf"{whole}(?:{re.escape(marks.decimal)}\d+)?", bare):
        example = f"598{marks.group}468{marks.decimal}6"
        raise Unfit(words.text("«{text}» is no number. Write it with figures only, such as {example}.", text=text[:40], example=example))  # fmt: skip
    plain = bare.replace(marks.group, "") if group else bare
    number = Decimal(plain.replace(marks.decimal, "."))
    return plain.replace(marks.decimal, ".") if scale == "1" else _plain(number * Decimal(scale))


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
