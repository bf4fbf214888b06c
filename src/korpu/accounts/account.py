"""An account, its role, and which names and passwords it may have: values and questions, no file."""

from __future__ import annotations

import datetime as dt
import enum
import re
import unicodedata

import msgspec

from korpu.accounts.errors import BadName, BadPassword

LONGEST_NAME = 64
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 512
LEAST_DIFFERENT = 5
"""How many different characters a password has at least: «aaaaaaaaaaaa» is long, too."""


class Role(enum.Enum):
    """What somebody may do. Each may all that the ones before may."""

    READER = "reader"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"

    def includes(self, other: Role) -> bool:
        """Whether who has this role may all that who has the other may.

        >>> Role.EDITOR.includes(Role.READER), Role.EDITOR.includes(Role.ADMINISTRATOR)
        (True, False)
        """
        roles = list(Role)
        return roles.index(self) >= roles.index(other)


class Account(msgspec.Struct, frozen=True):
    """Somebody who may log in.

    Attributes:
        name: as it was given; the log of a ledger shows it.
        made_at: when it was made, UTC.
        is_active: whether its owner may log in; a removed account stays, so that nobody else gets its name unnoticed.
        epoch: rises whenever what was granted before must no longer hold: with a password, and with removal.
    """

    name: str
    role: Role
    made_at: dt.datetime
    is_active: bool = True
    epoch: int = 1


def clean_name(name: str) -> str:
    """Return the name as it is kept: without spaces around it, letters composed.

    >>> clean_name("  Ayşə\\u00a0K. ")
    'Ayşə K.'

    Raises:
        BadName: it is empty, longer than 64 characters, or has characters that cannot be seen.
    """
    composed = unicodedata.normalize("NFKC", name)
    for character in composed:
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}:
            raise BadName(
                "A name has letters, digits, signs and spaces; this one has {code}, which cannot be seen.",
                code=f"U+{ord(character):04X}",
            )
    cleaned = " ".join(composed.split(" ")).strip()
    if not cleaned:
        raise BadName("A name has at least one character.")
    if len(cleaned) > LONGEST_NAME:
        raise BadName(
            "A name has at most {most} characters; this one has {has}.", most=LONGEST_NAME, has=len(cleaned)
        )
    return cleaned


def key_of(name: str) -> str:
    """Return what names are compared by: neither capitals nor the dot of an i tell two people apart.

    >>> key_of("İLQAR") == key_of("ilqar") == key_of("Ilqar")
    True
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return re.sub("[iı]\u0307*", "i", folded).strip()


def clean_password(password: str) -> str:
    """Return the password as it is hashed: a keyboard that composes «ü» of two characters types the same one."""
    return unicodedata.normalize("NFKC", password)


def check_password(password: str, name: str) -> None:
    """Return where the password may be that of the account of that name.

    Raises:
        BadPassword: it is too short or too long, is the name, has hardly any different characters, or a line break.
    """
    cleaned = clean_password(password)
    if len(cleaned) < SHORTEST_PASSWORD:
        raise BadPassword(
            "A password has at least {least} characters; this one has {has}. A sentence is easy to remember.",
            least=SHORTEST_PASSWORD,
            has=len(cleaned),
        )
    if len(cleaned) > LONGEST_PASSWORD:
        raise BadPassword("A password has at most {most} characters.", most=LONGEST_PASSWORD)
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in cleaned):
        raise BadPassword(
            "A password has no line breaks, tabs or other control characters: not every form lets you type them."
        )
    if len(set(cleaned.casefold())) < LEAST_DIFFERENT:
        raise BadPassword("A password of so few different characters is soon guessed.")
    if _is_made_of(key_of(cleaned), key_of(name)):
        raise BadPassword("The name is no password: everybody knows it.")


def _is_made_of(password: str, name: str) -> bool:
    """Whether a password is the name, once or several times, with or without digits and signs around.

    >>> _is_made_of("ayten1234567", "ayten"), _is_made_of("ayten went home", "ayten")
    (True, False)
    """
    return name in password and not any(letter.isalpha() for letter in password.replace(name, ""))
