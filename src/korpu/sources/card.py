"""What is known of a source, put together from what was given and what was found."""

from __future__ import annotations

import msgspec

from korpu.document import SourceCard


def completed(given: SourceCard, found: SourceCard) -> SourceCard:
    """Return the given card, its open fields filled with what was found.

    >>> completed(SourceCard(title="A"), SourceCard(title="B", publisher="C")).publisher
    'C'
    """
    fields = SourceCard.__struct_fields__
    open_fields = {field: getattr(found, field) for field in fields if getattr(given, field) is None}
    return msgspec.structs.replace(given, **open_fields)
