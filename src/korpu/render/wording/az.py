"""Azerbaijani wording: case endings on names, digits and acronyms; dates and amounts in their forms."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from korpu.claims import Value
from korpu.languages.az.morphology import inflect
from korpu.languages.az.orthography import upper_first
from korpu.render.wording.amounts import write_number
from korpu.render.wording.points import Point, Span, parse_when, roman_century
from korpu.translations.formats import Words

CASES = {"gen": "Gen", "dat": "Dat", "loc": "Loc", "abl": "Abl", "acc": "Acc", "ins": "Ins", "ter": "Ter"}
_VOWELS = "aeəıioöuü"
_DIGIT_WORDS = ("sıfır", "bir", "iki", "üç", "dörd", "beş", "altı", "yeddi", "səkkiz", "doqquz")
_TENS_WORDS = ("", "on", "iyirmi", "otuz", "qırx", "əlli", "altmış", "yetmiş", "səksən", "doxsan")
_SEASONS = {21: "yaz", 22: "yay", 23: "payız", 24: "qış"}
_READ_AS = {"ABŞ": "ştat"}
"""Acronyms that take the endings of a word in them, not of their last letter's name («ABŞ-ın»)."""
_NO_IZAFET = ("Prinsipi",)
"""Last words of several that end like an izafet and are none."""


def spoken(number: str) -> str:
    """Return the last word of a number as it is read aloud; endings on digits follow it.

    >>> spoken("1990"), spoken("300"), spoken("11,6"), spoken("2000")
    ('doxsan', 'yüz', 'altı', 'min')
    """
    digits = [sign for sign in number.rpartition(",")[2] if sign.isdigit()]
    if not digits:
        return number
    if digits[-1] != "0" or len(digits) == 1:
        return _DIGIT_WORDS[int(digits[-1])]
    zeros = len(digits) - len("".join(digits).rstrip("0"))
    if zeros == 1:
        return _TENS_WORDS[int(digits[-2])]
    return ("yüz", "min", "min", "min", "milyon", "milyon", "milyon", "milyard")[min(zeros, 9) - 2]


def ordinal(number: str) -> str:
    """Return a number in digits with the ordinal's ending.

    >>> ordinal("2004"), ordinal("1992"), ordinal("2026"), ordinal("1990")
    ('2004-cü', '1992-ci', '2026-cı', '1990-cı')
    """
    return f"{number}-c{high_vowel(spoken(number))}"


def high_vowel(word: str) -> str:
    """Return the high vowel of endings after a word in small letters.

    >>> high_vowel("kobalia"), high_vowel("dörd"), high_vowel("altı"), high_vowel("on")
    ('ı', 'ü', 'ı', 'u')
    """
    vowels = [letter for letter in word if letter in _VOWELS]
    return {"a": "ı", "ı": "ı", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}.get(vowels[-1] if vowels else "", "i")


def decline(words: str, case: str, izafet: bool | None = None) -> str:
    """Return a name, acronym or number in a case, a hyphen before the ending where the spelling wants one.

    >>> decline("Bakı", "Loc"), decline("BMT", "Gen"), decline("ABŞ", "Dat"), decline("30", "Abl")
    ('Bakıda', 'BMT-nin', 'ABŞ-a', '30-dan')
    >>> decline("Amerika Birləşmiş Ştatları", "Loc")
    'Amerika Birləşmiş Ştatlarında'

    Args:
        izafet: whether the last word already has its possessive; worked out from its look where None.
    """
    if not words or case == "Nom":
        return words
    last = words.rsplit(" ", 1)[-1].rstrip('»”")')
    if last[-1:].isdigit() or (len(last) > 1 and last.isupper()):
        return f"{words}-{_ending(_read(last), case)}"
    if words[-1] in '»”"':
        return words + _ending(last.casefold(), case)
    if not last[-1:].isalpha():
        return words
    if izafet is None:
        izafet = " " in words and last[-1] in "ıiuü" and last not in _NO_IZAFET
    return inflect(words, case, "+3" if izafet else "")


def _read(last: str) -> str:
    if last[-1].isdigit():
        return spoken(last)
    if last in _READ_AS:
        return _READ_AS[last]
    # An acronym with a vowel between consonants is read as a word (ATƏT); others letter by letter (be-em-te).
    lower = last.replace("I", "ı").replace("İ", "i").lower()
    if lower[-1] in _VOWELS or any(letter in _VOWELS for letter in lower[1:-1]):
        return lower
    return lower[-1] + "e"


def _ending(word: str, case: str) -> str:
    if case == "Ter":
        return "dək"
    return inflect(word, case)[len(word) :]


def attribute(words: str) -> str:
    """Return the locative with -kI: «that is in».

    >>> attribute("Qazaxıstan"), attribute("Türkiyə")
    ('Qazaxıstandakı', 'Türkiyədəki')
    """
    place = decline(words, "Loc")
    return place + ("kı" if place.endswith("a") else "ki")


def own(words: str) -> str:
    """Return a common noun as the possessed part of an izafet; an izafet already stays as it is.

    >>> own("səfirlik"), own("ticarət nümayəndəliyi"), own("səfir")
    ('səfirliyi', 'ticarət nümayəndəliyi', 'səfiri')
    """
    if " " in words and words[-1] in "ıiuü":
        return words
    return inflect(words, "Nom", "3")


def quote(words: str) -> str:
    """Return a name in quotation marks, unless it has its own.

    >>> quote("Dostluq"), quote("“Dostluq” ordeni")
    ('«Dostluq»', '“Dostluq” ordeni')
    """
    return words if any(mark in words for mark in '«»“”„"') else f"«{words}»"


def listed(words: Sequence[str], form: str = "") -> str:
    """Return several names as one phrase, the last in the form that a template names.

    >>> listed(["Bakı", "Aktau", "Oral"], "gen")
    'Bakı, Aktau və Oralın'
    """
    last = shape(words[-1], form)
    return f"{', '.join(words[:-1])} və {last}" if len(words) > 1 else last


capitalise = upper_first
"""First letters keep i and ı apart."""


def shape(words: str, form: str) -> str:
    """Return words in a form that a template names: a case, `loc_ki`, `poss`, `poss_CASE`, `ordinal`.

    >>> shape("konsulluq", "poss_loc"), shape("5", "ordinal")
    ('konsulluğunda', '5-ci')
    """
    if form == "loc_ki":
        return attribute(words)
    if form == "ordinal":
        return ordinal(words) if words.isdigit() else words
    if form == "quoted":
        return quote(words)
    if form == "poss":
        return own(words)
    if form in ("the", "a", "in", "nation"):
        return words
    if form.startswith("poss_"):
        return decline(own(words), CASES[form.removeprefix("poss_")], izafet=True)
    return decline(words, CASES[form]) if form else words


@cache
def _months() -> dict[int, str]:
    from babel.dates import get_month_names

    return dict(get_month_names("wide", "format", "az"))


def date(when: str, form: str = "") -> str:
    """Return a date as it is written; with the form `loc`, as it says when something was.

    >>> date("1994-08-30"), date("1994-08"), date("199X"), date("2016-03/..")
    ('30 avqust 1994', 'avqust 1994', '1990-cı illər', '2016-cı ilin martından')
    >>> date("1994-08-30", "loc"), date("2023/2027", "loc"), date("2021~", "loc")
    ('1994-cü il avqustun 30-da', '2023–2027-ci illərdə', 'təxminən 2021-ci ildə')
    """
    parts = parse_when(when)
    case = CASES.get(form, "Nom")
    return _point(parts, case) if isinstance(parts, Point) else _span(parts, case)


def _point(point: Point, case: str) -> str:
    return ("təxminən " if point.about else "") + _exact_point(point, case)


def _exact_point(point: Point, case: str) -> str:
    year = ordinal(str(point.year))
    if point.precision == "day":
        month = _months()[point.month]
        if case == "Nom":
            return f"{point.day} {month} {point.year}"
        return f"{year} il {inflect(month, 'Gen')} {decline(str(point.day), case)}"
    if point.precision == "month":
        month = _months()[point.month]
        return f"{month} {point.year}" if case == "Nom" else f"{year} ilin {inflect(month, case, '3')}"
    if point.precision == "season":
        return f"{year} ilin {inflect(_SEASONS[point.month], case, '3')}"
    if point.precision == "decade":
        return f"{year} {inflect('il', case, plural=True)}"
    if point.precision == "century":
        return f"{roman_century(point.year)} {inflect('əsr', case)}"
    return str(point.year) if case == "Nom" else f"{year} {inflect('il', case)}"


def _span(span: Span, case: str) -> str:
    first, last = span
    if first is None or last is None:
        return _point(first, "Abl") if first else _point(last, "Ter") if last else ""
    same = first.year == last.year and not (first.about or last.about)
    precision = first.precision if first.precision == last.precision else None
    if same and precision == "day" and first.month == last.month:
        month = _months()[first.month]
        if case == "Nom":
            return f"{first.day}–{last.day} {month} {first.year}"
        days = decline(str(last.day), case)
        return f"{ordinal(str(first.year))} il {inflect(month, 'Gen')} {first.day}–{days}"
    if same and precision == "month":
        months = f"{_months()[first.month]}–{_months()[last.month]}"
        return f"{ordinal(str(first.year))} ilin {months} {inflect('ay', case, '3', plural=True)}"
    if precision == "year" and not (first.about or last.about):
        years = f"{first.year}–{last.year}"
        return (
            years
            if case == "Nom"
            else f"{first.year}–{ordinal(str(last.year))} {inflect('il', case, plural=True)}"
        )
    return f"{_point(first, 'Abl')} {_point(last, 'Ter')}"


def years(when: str) -> str:
    """Return a period as what an agreement covers: «2023–2027-ci illər», «2024-cü il».

    >>> years("2023/2027"), years("2024")
    ('2023–2027-ci illər', '2024-cü il')
    """
    parts = parse_when(when)
    if isinstance(parts, Point):
        return f"{ordinal(str(parts.year))} il" if parts.precision == "year" else date(when)
    if parts.first and parts.last and parts.first.precision == parts.last.precision == "year":
        return f"{parts.first.year}–{ordinal(str(parts.last.year))} illər"
    return date(when)


def unit_name(unit: str) -> str:
    """Return a currency's name, in small letters but for a proper name at its head.

    >>> unit_name("USD"), unit_name("KZT"), unit_name("EUR")
    ('ABŞ dolları', 'Qazaxıstan tengesi', 'avro')
    """
    from babel.core import UnknownLocaleError
    from babel.numbers import get_currency_name

    try:
        first, *rest = get_currency_name(unit, locale="az").split(" ")
    except UnknownLocaleError:  # pragma: no cover
        return unit
    if not rest:
        return first if first == unit else first.lower()
    return " ".join([first, *(word.lower() for word in rest)])


def amount(value: Value, words: Words, scaled: bool = True) -> str:
    """Return an amount with its bound and unit, as exact as it was said.

    >>> from korpu.translations import table
    >>> amount(Value("340000000", "USD", "over"), table("az"))
    '340 milyon ABŞ dollarından çox'
    >>> amount(Value("140", "document", "up_to"), table("az")), amount(Value("11.6", "percent", "exact"), table("az"))
    ('140-dək sənəd', '11,6 faiz')

    Args:
        scaled: whether a scale word («milyon») may stand for noughts.
    """
    number = write_number(value.amount, words, scaled)
    if value.to is not None:
        number = f"{number}–{write_number(value.to, words, scaled)}"
    counted, unit = words["counted"], value.unit
    if unit is None or (unit in counted and unit != "percent"):
        return bounded(number, value.bound) + (f" {counted[unit]}" if unit else "")
    return bounded(f"{number} {counted.get(unit) or unit_name(unit)}", value.bound)


def bare_amount(value: Value, words: Words) -> str:
    """Return an amount without its unit, as a table's cell has it.

    >>> from korpu.translations import table
    >>> bare_amount(Value("340000", "USD", "over"), table("az")).replace(chr(160), " ")
    '340 000-dən çox'
    """
    return amount(Value(value.amount, None, value.bound, value.to), words, scaled=False)


def nation(code: str) -> str | None:
    """Return the people of a state in the plural, None where the language has no word for it.

    >>> nation("AZ"), nation("RU")
    ('azərbaycanlılar', 'ruslar')
    """
    from korpu.lexicon import read_table, split_forms

    for row in read_table("languages/az/lexicon", "states"):
        if row["code"] == code:
            forms = [form for form, _ in split_forms(row["peoples"])]
            return inflect(forms[0], "Nom", plural=True) if forms else None
    return None


def bounded(words: str, bound: str) -> str:
    """Return an amount in words with what bounds it.

    >>> bounded("150", "over"), bounded("300", "up_to")
    ('150-dən çox', '300-dək')
    """
    if bound == "over":
        return f"{decline(words, 'Abl')} çox"
    if bound == "under":
        return f"{decline(words, 'Abl')} az"
    if bound == "up_to":
        return decline(words, "Ter")
    return f"təxminən {words}" if bound == "about" else words
