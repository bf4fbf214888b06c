import pytest

from korpu.document import Document
from korpu.edtf import is_edtf
from korpu.lexicon import PACKAGE
from korpu.sources.samples import read_samples


def test_every_text_has_a_card_and_every_card_a_text() -> None:
    texts = sorted(path.name for path in (PACKAGE / "samples").glob("*.txt"))
    assert [document.card.origin for document in read_samples()] == texts


@pytest.mark.parametrize("document", read_samples(), ids=lambda document: document.card.origin)
def test_a_card_names_title_and_publisher_and_real_dates_only(document: Document) -> None:
    card = document.card
    assert card.title and card.publisher and document.text.strip()
    assert card.published is None or is_edtf(card.published)
    assert card.url is None or ".example." in card.url
