"""The interface speaks Azerbaijani wherever it speaks English."""

import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from genscripts.catalogues import catalogues, messages
from korpu.web.interface import interface, negotiate, offered


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("path", list(catalogues()), ids=lambda path: path.stem)
def test_every_message_is_translated_with_its_fields(path: Path) -> None:
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.stem)
    translated = {message.id: message.string for message in catalogue if message.id}
    for message in messages():
        if not message.id:
            continue
        assert message.id in translated, f"run python -m genscripts.catalogues: {message.id}"
        source = message.id if isinstance(message.id, tuple) else (message.id,)
        words = translated[message.id]
        for one in words if isinstance(words, tuple) else (words,):
            assert one, f"{path.name} lacks {message.id}"
            assert fields(one) <= fields("".join(source)), message.id
    assert set(translated) == {message.id for message in messages() if message.id}


def test_the_interface_is_in_both_languages() -> None:
    assert offered() == ("az", "en")
    assert interface("az").text("Pairs") == "Ölkələr"
    assert interface("en").text("Pairs") == "Pairs"


def test_numbers_are_written_as_the_language_does() -> None:
    assert interface("en").count("{n} pair", "{n} pairs", 1234) == "1,234 pairs"
    assert interface("az").count("{n} pair", "{n} pairs", 1234) == "1.234 ölkə cütü"


@pytest.mark.parametrize(
    ("wanted", "accepted", "language"),
    [
        ("en", "az", "en"),
        (None, "tr, az;q=0.8, en;q=0.9", "en"),
        (None, "en;q=x, az", "az"),
        ("../etc", "", "az"),
        (None, "en;q=0", "az"),
    ],
)
def test_the_language_is_the_chosen_one_else_the_first_that_the_browser_accepts(
    wanted: str | None, accepted: str, language: str
) -> None:
    assert negotiate(wanted, accepted, "az") == language
