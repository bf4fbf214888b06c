"""What Körpü says, in each language it speaks: one TOML file a language, in sections.

A sentence is a template whose fields say how their detail is written: `{when:date}`, `{ratio:number}`,
`{first:value}`, `{terms:sum}`, `{span:span}`, `{earlier:step}`, `{reporter:state}`; a bare `{words}` is put in as it is.
"""

from __future__ import annotations

import string
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from korpu.translations import formats

__all__ = ["DEFAULT", "NotTranslated", "languages", "table", "translate"]

DEFAULT = "en"
"""The language that every sentence exists in."""


class NotTranslated(LookupError):
    """A language, or a sentence in the default language, that does not exist."""


@cache
def languages() -> tuple[str, ...]:
    """Return the tags of the languages that there are files for.

    >>> languages()
    ('az', 'en')
    """
    files = resources.files(__name__).iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")))


@cache
def table(language: str) -> dict[str, Any]:
    """Return all that the language's file holds, by section, and the language's `tag`.

    Raises:
        NotTranslated: there is no such file; the message names those there are.
    """
    if language not in languages():
        raise NotTranslated(f"no translation into «{language}»; there are: {', '.join(languages())}")
    text = resources.files(__name__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return {"tag": language, **tomllib.loads(text)}


def translate(language: str, section: str, code: str, **details: str) -> str:
    """Return the section's sentence `code` in `language`, its fields filled from `details`.

    What a language lacks is given in the default one.

    >>> translate("az", "reasons", "dates_differ", first="2004-03-01", second="2005")
    'Tarixlər bir-birinə ziddir: 1 mart 2004-cü il və 2005-ci il.'

    Raises:
        NotTranslated: neither language has the sentence, or there is no such language.
        KeyError: a detail that the sentence names is missing.
    """
    for tag in (language, DEFAULT):
        template = table(tag).get(section, {}).get(code)
        if template is not None:
            return _Sentence(tag).format(template, **details)
    raise NotTranslated(f"«{code}» is not in the section [{section}] of {DEFAULT}.toml: add it there")


class _Sentence(string.Formatter):
    """Fills the fields of one language's templates."""

    def __init__(self, language: str) -> None:
        self._words = table(language)

    def format_field(self, value: Any, format_spec: str) -> str:
        if not format_spec:
            return str(value)
        return formats.FORMATS[format_spec](str(value), self._words)
