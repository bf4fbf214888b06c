import pytest

from korpu.claims import Claim
from korpu.findings.witness import copied_documents, is_copy, witnesses

from .told import document, told

SENTENCE = "Hazırda Limada qırx minə qədər uruqvaylı yaşayır"


@pytest.mark.parametrize(
    ("other", "copy"),
    [
        (SENTENCE.upper().replace("I", "İ"), True),
        (f"Onu da deyək ki, {SENTENCE[0].lower()}{SENTENCE[1:]}.", True),
        ("Limada yaşayan uruqvaylıların sayı qırx minə qədərdir", False),
        ("Kitabda yazılıb ki, bu gün Limada qırx minə qədər qədim abidə və yüzlərlə muzey var", False),
    ],
)  # fmt: skip
def test_nearly_the_same_sentence_is_a_copy(other: str, copy: bool):
    assert is_copy(SENTENCE, other) is copy
    assert is_copy(other, SENTENCE) is copy


def test_short_rows_are_copies_only_when_they_are_the_same():
    assert is_copy("Səfir | Ana Soto |", "səfir: Ana Soto")
    assert not is_copy("Səfir | Ana Soto |", "Səfir | Eva Ruiz |")


def test_copies_of_copies_are_one_witness():
    quotes = [
        SENTENCE,
        f"{SENTENCE}, deyə nazir bildirib",
        f"Nazir deyib: {SENTENCE}",
        "Tamam başqa bir cümlə",
    ]
    claims = [told("diaspora.size", doc=str(n), quote=quote) for n, quote in enumerate(quotes)]
    assert witnesses(claims, {}) == 2


def test_documents_that_share_most_of_their_quotes_are_copies():
    shared = [f"bu cümlə hər iki sənəddə eynidir, sıra nömrəsi {n}" for n in range(3)]
    told_in = {"a": shared, "b": [*shared, "bu isə yalnız ikinci sənəddə olan bir cümlədir"], "c": shared[:2]}
    claims = [told("visit", doc=doc, quote=quote) for doc, quotes in told_in.items() for quote in quotes]
    (copy,) = copied_documents(claims).items()
    assert set(copy) == {document("a"), document("b")}


def test_documents_that_quote_one_person_are_one_witness():
    def says(doc: str, speaker: str | None) -> Claim:
        return told("company.count", amount="exact 30 company", doc=doc, speaker=speaker)

    claims = [says("a", "Nikolay Nazarov"), says("b", "N. Nazarov"), says("c", "Ana Soto"), says("d", None)]
    assert witnesses(claims, {}) == 3
    assert witnesses([*claims, says("b", None)], {}) == 4
