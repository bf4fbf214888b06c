"""Numbers, amounts, dates and spans, written as people read them in a language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from korpu.states import state_name

Words = Mapping[str, Any]
"""What a language's TOML file holds, by section."""

_SPAN_UNITS = {"Y": "years", "M": "months", "D": "days"}


def number(text: str, words: Words) -> str:
    """Return a plain decimal with the language's marks.

    >>> number("-1234567.5", {"numbers": {"group": " ", "fewest": 5, "decimal": ","}})
    '-1 234 567,5'
    """
    match = re.fullmatch(r"(-?)(\d+)(?:\.(\d+))?", text)
    if not match:
        return text
    sign, whole, fraction = match.groups()
    marks = words["numbers"]
    grouped = f"{int(whole):,}".replace(",", marks["group"]) if len(whole) >= marks["fewest"] else whole
    return sign + grouped + (marks["decimal"] + fraction if fraction else "")


def total(text: str, words: Words) -> str:
    """Return the terms of a sum («1250 + 3.5»), each with the language's marks."""
    return " + ".join(number(term, words) for term in text.split(" + "))


def value(text: str, words: Words) -> str:
    """Return an amount, written as `BOUND AMOUNT[/TO] UNIT`, with the words for its bound and unit.

    >>> words = {"numbers": {"group": " ", "fewest": 5, "decimal": "."}, "bounds": {"over": "over {amount} {name}"},
    ...     "units": {"document": {"name": "documents"}}}
    >>> value("over 100 document", words)
    'over 100 documents'
    """
    bound, amount, unit = text.split(" ")
    first, _, last = amount.partition("/")
    figures = number(first, words) + (f"–{number(last, words)}" if last else "")
    names = words["units"].get(unit) or {
        form: template.format(code=unit) for form, template in words["units"]["other"].items()
    }
    many = {**names, "name": names.get("one", names["name"]) if amount == "1" else names["name"]}
    # A unit without a name leaves a space behind; the no-break spaces within figures stay.
    return str(words["bounds"][bound]).format(amount=figures, **many).strip(" ")


def date(text: str, words: Words) -> str:
    """Return an EDTF date in words; what is no EDTF date is returned as it is."""
    forms = words["dates"]
    first, slash, last = text.partition("/")
    if not slash:
        return _point(text, forms)
    if last in ("", ".."):
        return str(forms["since"]).format(first=_point(first, forms))
    if first in ("", ".."):
        return str(forms["until"]).format(last=_point(last, forms))
    return str(forms["between"]).format(first=_point(first, forms), last=_point(last, forms))


def _point(text: str, forms: Words) -> str:
    match = re.fullmatch(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d))?(?:-(\d\d))?(~?)", text)
    if not match:
        return text
    year, month, day, about = match.groups()
    fields = {"year": year.replace("X", "0"), "ordinal": _ordinal(year.replace("X", "0"), forms)}
    name = "years" if "X" in year else "year"
    if month and int(month) > 12:
        fields["season"] = forms["seasons"][int(month) - 21]
        name = "season"
    elif month:
        fields["month"] = forms["months"][int(month) - 1]
        name = "day" if day else "month"
        fields["day"] = str(int(day or 0))
    written = str(forms[name]).format(**fields)
    return str(forms["about"]).format(date=written) if about else written


def _ordinal(year: str, forms: Words) -> str:
    """The ending of the year as an ordinal: the language's table goes by the last digit that is not nought."""
    endings = forms.get("ordinals", {})
    digits = year.lstrip("0") or "0"
    noughts = len(digits) - len(digits.rstrip("0"))
    return str(endings.get(digits.rstrip("0")[-1:] + "0" * noughts, endings.get("0" * noughts, "")))


def span(text: str, words: Words) -> str:
    """Return a span of time, written as ISO 8601 does, in words («P6Y10M»)."""
    parts = [(int(count), _SPAN_UNITS[unit]) for count, unit in re.findall(r"(\d+)([YMD])", text)]
    forms = words["spans"]
    told = [
        str(forms["one"][unit] if count == 1 else forms[unit]).format(count=count)
        for count, unit in parts
        if count
    ]
    return " ".join(told) or str(forms["days"]).format(count=0)


def step(text: str, words: Words) -> str:
    """Return what a thing of the kind is called within a sentence: an event of a sequence, a flow of goods."""
    return str(words["steps"].get(text, text))


def state(text: str, words: Words) -> str:
    """Return a state's name."""
    return state_name(text, words["tag"])


FORMATS: dict[str, Callable[[str, Words], str]] = {
    "number": number,
    "sum": total,
    "value": value,
    "date": date,
    "span": span,
    "step": step,
    "state": state,
}
"""What may stand after the colon of a template's field."""
