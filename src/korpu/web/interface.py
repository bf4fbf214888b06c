"""The interface in a language: its own words by gettext, dates, numbers and claims by the wording of dossiers."""

from __future__ import annotations

import gettext
import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec

from korpu.errors import KorpuError, Sentence
from korpu.render.wording.words import Wording, wording
from korpu.translations import languages

FOLDER = Path(__file__).parent / "locale"
SOURCE = "en"
"""The language in which the templates are written."""


class Interface(msgspec.Struct, frozen=True):
    """What the interface says in one language."""

    language: str
    catalogue: gettext.NullTranslations

    @property
    def say(self) -> Wording:
        """Dates, amounts, names of states and claims in words."""
        return wording(self.language)

    def text(self, message: str, **fields: object) -> str:
        """Return the message in the language, its fields filled."""
        found = self.catalogue.gettext(message)
        return found.format(**fields) if fields else found

    def tell(self, told: str | KorpuError) -> str:
        """Return what an error says in the language; in English what the catalogue has not."""
        sentence = told.sentence if isinstance(told, KorpuError) else told
        if not isinstance(sentence, Sentence) or not sentence:
            return str(sentence)
        values = {
            name: self.tell(one) if isinstance(one, str) else one for name, one in sentence.values.items()
        }
        return self.text(sentence.template, **values)

    def count(self, one: str, many: str, number: int, **fields: object) -> str:
        """Return the message for so many things; `{n}` is the number as the language writes it."""
        return self.catalogue.ngettext(one, many, number).format(n=self.number(number), **fields)

    def number(self, number: int) -> str:
        """Return a whole number with its digits in groups."""
        from babel.numbers import format_decimal

        return str(format_decimal(number, locale=self.language))


@cache
def interface(language: str) -> Interface:
    """Return the interface in a language that there is (see `offered`)."""
    return Interface(language, _catalogue(language))


@cache
def offered() -> tuple[str, ...]:
    """Return the languages that there are both words and a catalogue for.

    >>> offered()
    ('az', 'en')
    """
    made = {path.stem for path in FOLDER.glob("*.po")} | {SOURCE}
    return tuple(language for language in languages() if language in made)


def negotiate(wanted: str | None, accepted: str, usual: str) -> str:
    """Return the language to speak: the one that was chosen, else the first offered that the browser accepts.

    >>> negotiate(None, "ru;q=0.9, en-GB;q=0.5", "az"), negotiate("az", "en", "en"), negotiate("xx", "", "az")
    ('en', 'az', 'az')

    Args:
        accepted: an Accept-Language header.
    """
    if wanted in offered():
        return str(wanted)
    ranges = [part.partition(";") for part in accepted.split(",")]
    ordered = sorted(((_weight(rest), tag.strip().lower()) for tag, _, rest in ranges), key=lambda r: -r[0])
    for weight, tag in ordered:
        if weight and (language := tag.partition("-")[0]) in offered():
            return language
    return usual


def _weight(rest: str) -> float:
    try:
        return float(rest.partition("=")[2] or 1)
    except ValueError:
        return 0.0


def _catalogue(language: str) -> gettext.NullTranslations:
    """The catalogue, compiled as it is read: only what people edit is kept in files."""
    if language == SOURCE:
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with (FOLDER / f"{language}.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


_CALLED = {"az": "Azərbaycanca"}
"""What CLDR calls as the country is called."""


def names_of_languages(tags: Sequence[str]) -> dict[str, str]:
    """Return what each language calls itself."""
    from babel import Locale

    return {
        tag: _CALLED.get(tag) or str(Locale(tag).get_display_name(tag) or tag).capitalize() for tag in tags
    }
