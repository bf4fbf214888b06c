import random

from korpu.document import Document, SourceCard
from korpu.ledger.store import Ledger
from korpu.near_copies import near_copies
from tests.samples import make_claim

WORDS = ["nazir", "ölkə", "görüş", "ticarət", "əlaqə", "qonaq", "məclis", "liman", "yol", "kitab"]


def news(seed: int, lead: str = "") -> str:
    """A text of a hundred words that no other seed makes, and the sentence that is claimed."""
    chance = random.Random(seed)
    body = " ".join(f"{chance.choice(WORDS)}{chance.randint(0, 99)}" for _ in range(100))
    return f"{lead}{body}. Norveçin səfirliyi açılıb."


def add(ledger: Ledger, text: str, **card: str) -> Document:
    document = Document(text, SourceCard(**card))
    ledger.add(document, [make_claim(document, "Norveçin səfirliyi açılıb.")])
    return document


def test_the_file_has_claims_their_documents_and_what_copies_what(ledger: Ledger) -> None:
    first = add(ledger, news(1), published="2020")
    copy = add(ledger, news(1, lead="Agentlik xəbər verir: "), published="2021")
    other = add(ledger, news(2), published="2022")
    held = ledger.pair_file(("NO", "CL"))
    assert [claim.document for claim in held.claims] == [first.id, copy.id, other.id]
    assert [document.id for document in held.documents] == [first.id, copy.id, other.id]
    assert held.cards[other.id].published == "2022"
    (told,) = near_copies(held.signatures).items()
    assert set(told) == {first.id, copy.id}


def test_withdrawn_documents_are_not_in_the_file(ledger: Ledger) -> None:
    first, copy = add(ledger, news(1)), add(ledger, news(1, lead="Eyni: "))
    ledger.withdraw(first.id, "a mistake")
    held = ledger.pair_file(("NO", "CL"))
    assert [document.id for document in held.documents] == [copy.id]
    assert held.signatures.keys() == {copy.id}
