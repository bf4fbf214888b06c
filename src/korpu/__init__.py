r"""Körpü keeps the file on relations between states.

Two calls are the way in:

- `read(text)` returns the claims of a text,
- `open_ledger(path)` opens the file that keeps documents and their claims.

```python
import korpu
from korpu.document import Document, SourceCard

document = Document(text, SourceCard(title="…", published="2022-05-03"))
claims = korpu.read(document.text, published="2022-05-03")
with korpu.open_ledger("relations.sqlite") as ledger:
    ledger.add(document, claims)
    for claim in ledger.claims(["AZ", "KZ"], kind="trade.turnover"):
        print(claim.when, claim.value, claim.quote)
```

A claim is a frozen value (`korpu.claims.Claim`): states are ISO 3166-1 alpha-2 codes, dates EDTF strings,
amounts plain decimal strings with an ISO 4217 unit, places half-open spans of code points of the text.
What cannot be done raises a `korpu.errors.KorpuError`, whose message is a sentence for people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from korpu.claims import Claim
    from korpu.ledger.store import Ledger

__all__ = ["open_ledger", "read"]


def read(
    text: str, *, published: str | None = None, url: str | None = None, language: str = "az"
) -> list[Claim]:
    """Return the claims that a text makes, in the order of its sentences.

    >>> read("Bu gün hava yaxşıdır.")
    []

    Args:
        text: the whole text, as it is; claims point into it (`text[claim.start:claim.end] == claim.quote`).
        published: when it was published, EDTF («2022-05-03»); «last year» counts from it.
        url: where it was published, where that is known.
        language: the text's language tag.

    Raises:
        korpu.edtf.NotADate: `published` is no date.
        korpu.errors.KorpuError: Körpü does not read that language.
    """
    from korpu.document import Document, SourceCard
    from korpu.edtf import extent
    from korpu.reading.read import read_document

    if published is not None:
        extent(published)
    card = SourceCard(published=published, url=url, language=language)
    return read_document(Document(text, card), language)


def open_ledger(address: str | Path, author: str | None = None) -> AbstractContextManager[Ledger]:
    """Open the ledger at an address, for a `with` statement; it is made where it is missing.

    The ledger has `add(document, claims)`, `claims(parties, kind)`, `claim(id)`, `document(id)`,
    `documents()` and `states()`; see `korpu.ledger.store.Ledger`.

    Args:
        address: the path of a file, or `postgresql://USER@HOST/DATABASE`.
        author: who changes the ledger, as its log will say.

    Raises (on entering the `with` block):
        korpu.ledger.errors.NotALedger: the file is another application's; it was not touched.
        korpu.ledger.errors.LedgerReadOnly: a ledger cannot be made there. One that is there and cannot be
            written to opens; only `add` fails.
    """
    from korpu.ledger import store

    return store.open_ledger(address, author=author)
