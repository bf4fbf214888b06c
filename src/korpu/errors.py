"""The errors that a person who runs Körpü sees: what was read, where, what is wrong, what to do."""

from __future__ import annotations

from typing import ClassVar


class KorpuError(Exception):
    """Something asked for could not be done.

    Its message is for the person who asked: a sentence that stands by itself, without a traceback.
    The command line prints it on standard error and ends with `exit_status`.

    >>> str(KorpuError("notes.txt is empty; there is nothing to read."))
    'notes.txt is empty; there is nothing to read.'
    """

    exit_status: ClassVar[int] = 1


class WrongUse(KorpuError):
    """What was asked for makes no sense as it was asked (an unknown state, a date that is none)."""

    exit_status: ClassVar[int] = 2
