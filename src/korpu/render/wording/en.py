"""English wording: articles before names of states, possessives; dates and amounts in their forms."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from korpu.claims import Value
from korpu.render.wording.amounts import write_number
from korpu.render.wording.points import Point, Span, parse_when
from korpu.translations.formats import Words

_ARTICLE_BY_LAST_WORD = (
    "States", "Kingdom", "Emirates", "Republic", "Federation", "Union", "Islands", "Territories", "Netherlands",
    "Philippines", "Bahamas", "Gambia", "Maldives", "Comoros", "Seychelles",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def ordinal(number: str) -> str:
    """Return a number in digits with the ordinal's ending.

    >>> [ordinal(n) for n in ("1", "2", "13", "23")]
    ['1st', '2nd', '13th', '23rd']
    """
    teen = number[-2:] in ("11", "12", "13")
    return number + ("th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th"))


def with_article(words: str) -> str:
    """Return a state's name as it stands in a sentence.

    >>> with_article("United States"), with_article("Peru")
    ('the United States', 'Peru')
    """
    return f"the {words}" if words.rsplit(" ", 1)[-1] in _ARTICLE_BY_LAST_WORD else words


def possessive(words: str) -> str:
    """Return the name with the possessive's mark.

    >>> possessive("Azerbaijan"), possessive("the United States")
    ('Azerbaijan’s', 'the United States’')
    """
    return words + ("’" if words.endswith("s") else "’s")


def with_indefinite(words: str) -> str:
    """Return a common noun with a or an.

    >>> with_indefinite("embassy"), with_indefinite("consulate")
    ('an embassy', 'a consulate')
    """
    return ("an " if words[:1].lower() in "aeio" else "a ") + words


def quote(words: str) -> str:
    """Return a name in quotation marks, unless it has its own."""
    return words if any(mark in words for mark in '«»“”„"') else f"“{words}”"


def listed(words: Sequence[str], form: str = "") -> str:
    """Return several names as one phrase, the last in the form that a template names.

    >>> listed(["Peru", "Chile"]), listed(["A", "B", "C"])
    ('Peru and Chile', 'A, B and C')
    """
    last = shape(words[-1], form)
    return f"{', '.join(words[:-1])} and {last}" if len(words) > 1 else last


def capitalise(text: str) -> str:
    """Return the text with a first capital."""
    return text[:1].upper() + text[1:]


def shape(words: str, form: str) -> str:
    """Return words in a form that a template names: `the`, `poss`, `a`, `ordinal`, or as they are."""
    if form == "the":
        return with_article(words)
    if form == "poss":
        return possessive(with_article(words))
    if form == "quoted":
        return quote(words)
    if form == "a":
        return with_indefinite(words)
    if form == "ordinal":
        return ordinal(words) if words.isdigit() else words
    return words


@cache
def _months() -> dict[int, str]:
    from babel.dates import get_month_names

    return dict(get_month_names("wide", "format", "en"))


def date(when: str, form: str = "") -> str:
    """Return a date as it is written; with the form `in`, as it says when something was.

    >>> date("1994-08-30"), date("199X"), date("2016-03/..")
    ('30 August 1994', '1990s', 'since March 2016')
    >>> date("1994-08-30", "in"), date("199X", "in"), date("2021~", "in"), date("2023-01/2023-06", "in")
    ('on 30 August 1994', 'in the 1990s', 'in about 2021', 'in January–June 2023')
    """
    parts = parse_when(when)
    if isinstance(parts, Point):
        return _point(parts, adverb=form == "in")
    return _span(parts, adverb=form == "in")


def _point(point: Point, adverb: bool) -> str:
    about = "about " if point.about else ""
    preposition = ("on " if point.precision == "day" else "in ") if adverb else ""
    # A decade or century takes its article inside a sentence only.
    the = "the " if adverb and point.precision in ("decade", "century") else ""
    return preposition + about + the + _bare(point)


def _bare(point: Point) -> str:
    if point.precision == "day":
        return f"{point.day} {_months()[point.month]} {point.year}"
    if point.precision == "month":
        return f"{_months()[point.month]} {point.year}"
    if point.precision == "season":
        return f"{_SEASONS[point.month]} {point.year}"
    if point.precision == "decade":
        return f"{point.year}s"
    if point.precision == "century":
        return f"{ordinal(str(point.year // 100 + 1))} century"
    return str(point.year)


def _span(span: Span, adverb: bool) -> str:
    first, last = span
    if first is None or last is None:
        end = first or last
        words = _point(end, adverb=False) if end else ""
        if end and end.precision in ("decade", "century"):
            words = f"the {words}"
        # An event came to be by then; a state of things lasted until then.
        until = "by" if adverb else "until"
        return f"{'since' if first else until} {words}" if end else ""
    same = first.year == last.year and not (first.about or last.about)
    precision = first.precision if first.precision == last.precision else None
    if same and precision == "day" and first.month == last.month:
        words = f"{first.day}–{_bare(last)}"
        return f"on {words}" if adverb else words
    if same and precision == "month":
        words = f"{_months()[first.month]}–{_bare(last)}"
        return f"in {words}" if adverb else words
    if precision == "year" and not (first.about or last.about):
        words = f"{first.year}–{last.year}"
        return f"in {words}" if adverb else words
    return f"from {_point(first, adverb=False)} to {_point(last, adverb=False)}"


def years(when: str) -> str:
    """Return a period as what an agreement covers («2023–2027»)."""
    return date(when)


def unit_name(unit: str) -> str:
    """Return a currency's name in the plural.

    >>> unit_name("USD")
    'US dollars'
    """
    from babel.numbers import get_currency_name

    return get_currency_name(unit, count=5, locale="en")


def amount(value: Value, words: Words, scaled: bool = True) -> str:
    """Return an amount with its bound and unit, as exact as it was said.

    >>> from korpu.translations import table
    >>> amount(Value("340000000", "USD", "over"), table("en"))
    'over 340 million US dollars'
    >>> amount(Value("140", "document", "up_to"), table("en")), amount(Value("1", "company", "exact"), table("en"))
    ('up to 140 documents', '1 company')

    Args:
        scaled: whether a scale word («million») may stand for noughts.
    """
    number = write_number(value.amount, words, scaled)
    if value.to is not None:
        number = f"{number}–{write_number(value.to, words, scaled)}"
    counted, unit = words["counted"], value.unit
    name = (counted.get(unit) or unit_name(unit)) if unit else ""
    if (value.amount, value.to) == ("1", None):
        name = counted.get(f"one_{unit}", name)
    bound = {"over": "over ", "under": "under ", "up_to": "up to ", "about": "about "}.get(value.bound, "")
    return f"{bound}{number} {name}".strip()


def bare_amount(value: Value, words: Words) -> str:
    """Return an amount without its unit, as a table's cell has it."""
    return amount(Value(value.amount, None, value.bound, value.to), words, scaled=False)


def nation(code: str) -> str | None:
    """Return None: English lines go by the state's name."""
    return None
