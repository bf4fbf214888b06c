"""Invented documents and claims for tests of the edges."""

from typing import Any

from korpu.claims import Claim, Step, Trace, Value
from korpu.document import Document, SourceCard

TEXT = "Salam. Norveçin Çilidəki səfirliyi 1997-ci ildə açılıb. Dövriyyə 2021-ci ildə 4,5 milyon dollar olub."


def make_document(text: str = TEXT, **card: str) -> Document:
    return Document(text, SourceCard(**card))


def make_claim(document: Document, quote: str, kind: str = "mission.opened", **fields: Any) -> Claim:
    start = document.text.index(quote)
    whole: dict[str, Any] = {
        "parties": ("CL", "NO"),
        "roles": {"sender": "NO", "host": "CL", "mission": "embassy"},
        "when": "1997",
        "when_from": "stated",
        "value": None,
        "stance": "fact",
        "speaker": None,
    }
    whole |= fields
    return Claim(kind=kind, document=document.id, start=start, end=start + len(quote), quote=quote, **whole)


def opened(document: Document, **fields: Any) -> Claim:
    return make_claim(document, "Norveçin Çilidəki səfirliyi 1997-ci ildə açılıb.", **fields)


def turnover(document: Document) -> Claim:
    return make_claim(
        document,
        "Dövriyyə 2021-ci ildə 4,5 milyon dollar olub.",
        kind="trade.turnover",
        roles={},
        when="2021",
        value=Value("4500000", "USD", "exact"),
        trace=Trace("turnover", (Step("trigger", "case", 56, 64), Step("when", "pair"))),
    )
