"""The errors that a person who runs Körpü sees: what was read, where, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar


class Sentence(str):
    """A sentence in English that can be said in another language, too.

    >>> Sentence("«{text}» is no date.", text="soon")
    '«soon» is no date.'

    Attributes:
        template: the sentence, with `{…}` where a value stands.
        values: the values by the names that stand in braces; sentences among them are said in the other language, too.
    """

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, /, **values: object) -> Sentence:
        """Return the sentence; a template without values stands as it is."""
        made = super().__new__(cls, template.format(**values) if values else template)
        made.template, made.values = template, values
        return made


def joined(sentences: Iterable[str]) -> Sentence:
    """Return several sentences as one.

    >>> joined(["It is too long.", Sentence("Write {most}.", most="10 words")])
    'It is too long. Write 10 words.'
    """
    parts = {f"part_{number}": one for number, one in enumerate(sentences)}
    return Sentence(" ".join(f"{{{name}}}" for name in parts), **parts)


class KorpuError(Exception):
    """Something asked for could not be done.

    Its message is for the person who asked: a sentence that stands by itself, without a traceback.
    The command line prints it on standard error and ends with `exit_status`.

    >>> str(KorpuError("{name} is empty; there is nothing to read.", name="notes.txt"))
    'notes.txt is empty; there is nothing to read.'

    Attributes:
        sentence: the message, as one that can be said in another language.
    """

    exit_status: ClassVar[int] = 1

    def __init__(self, message: str = "", /, **values: object) -> None:
        self.sentence = message if isinstance(message, Sentence) else Sentence(message, **values)
        super().__init__(self.sentence)


class WrongUse(KorpuError):
    """What was asked for makes no sense as it was asked (an unknown state, a date that is none)."""

    exit_status: ClassVar[int] = 2
