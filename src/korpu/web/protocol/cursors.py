"""Cursors: where the next page of an answer begins, as a text that only the API reads."""

from __future__ import annotations

import base64
import binascii
from typing import TypeVar

import msgspec

from korpu.edtf import is_edtf
from korpu.errors import Sentence, WrongUse
from korpu.ledger.latest import Place as DocumentPlace

Place = TypeVar("Place")


def cursor_of(place: object) -> str:
    """Return the cursor of a place.

    >>> cursor_of(("2021-05", "ab")), place_at(cursor_of(("2021-05", "ab")), tuple[str, str])
    ('WyIyMDIxLTA1IiwiYWIiXQ', ('2021-05', 'ab'))
    """
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def place_at(cursor: str, type: type[Place]) -> Place:
    """Return the place of a cursor.

    Raises:
        WrongUse: the API has given no such cursor.
    """
    try:
        written = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        return msgspec.json.decode(written, type=type)
    except (binascii.Error, msgspec.MsgspecError, ValueError):
        raise _no_place(cursor) from None


def document_place_at(cursor: str | None) -> DocumentPlace | None:
    """Return the place of a document among those that are listed by their dates; None where there is no cursor.

    Raises:
        WrongUse: the API has given no such cursor.
    """
    if not cursor:
        return None
    place = place_at(cursor, DocumentPlace)
    if place.published and not is_edtf(place.published):
        raise _no_place(cursor)
    return place


def _no_place(cursor: str) -> WrongUse:
    return WrongUse(
        Sentence(
            "«{cursor}» is no place in this list. Give the «next» of an answer to the same question, or nothing.",
            cursor=cursor[:60],
        )
    )
