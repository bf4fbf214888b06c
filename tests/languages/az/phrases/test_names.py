"""Names of persons: where one ends, and its dictionary form."""

import pytest

from korpu.languages.az.language import LANGUAGE


def persons(text: str) -> list[str]:
    reading = LANGUAGE.read_sentence(text, 0, len(text), LANGUAGE.find_names(text))
    return [mention.value for mention in reading.mentions if mention.type == "person" and mention.value]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dostum Anar Kərimovla görüşdük.", ["Anar Kərimov"]),
        ("Baş konsul Sultan Kərimov gəlib.", ["Sultan Kərimov"]),
        ("Nazir Giorgi Beridziya gəlib.", ["Giorgi Beridziya"]),
        ("Nazir Anar Nurluya sual verilib.", ["Anar Nurlu"]),
        ("Aram Sarukyan Norbekin gəlmədiyini görüb, Norbekə yazıb.", ["Aram Sarukyan", "Norbek"]),
        ("Bunu səfir Tomas Tirm Beynəlxalq Rabitə Mərkəzində deyib.", ["Tomas Tirm"]),
        ("Komitənin üzvü Asim Nurlu məlumat verib.", ["Asim Nurlu"]),
        ("Anar Nurlunun Yaxın Şərq səfəri davam edir.", ["Anar Nurlu"]),
        ("Al Nairobi xəbər verir ki, səfirlik açılıb.", []),
    ],
)
def test_a_name_ends_where_another_begins(text: str, found: list[str]) -> None:
    assert persons(text) == found
