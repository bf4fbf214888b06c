import pytest

from korpu.languages import find_language
from korpu.ledger.terms import find_words, terms_asked

AZ = find_language("az")


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Norveçin səfirliyi açılıb; SƏFİRLİK yoxdur.", "səfirliyin", ["səfirliyi", "SƏFİRLİK"]),
        ("Səfir gəldi.", "konsul", []),
        ("СӘФИРЛИК ачылды", "sefirlik açıldı", ["СӘФИРЛИК", "ачылды"]),
        ("No\u0308vbe C\u0327ində", "Çin", ["C\u0327ində"]),
    ],
)
def test_words_are_found_where_they_stand(text: str, words: str, found: list[str]) -> None:
    spans = find_words(text, terms_asked(words, AZ), AZ)
    assert [text[span.start : span.end] for span in spans] == found
