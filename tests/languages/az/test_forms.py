"""Dictionary forms, as rows: a text, the word asked for, its form and case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.languages import find_language
from korpu.languages.az.forms import dictionary_form_of
from korpu.languages.az.mending import mend_tokens
from korpu.languages.az.morphology import compound_readings
from korpu.languages.az.phrases.phrase import Sentence
from korpu.languages.az.tokens import tokenise


def form(text: str, word: str) -> tuple[str, str] | None:
    names = find_language("az").find_names(text)
    sentence = Sentence(text, 0, len(text), mend_tokens(tokenise(text)), names)
    return dictionary_form_of(sentence, text.index(word) + len(word))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Avropa Şurasından gəlib.", "Şurasından", ("Avropa Şurası", "Abl")),
        ("Səudiyyə Ərəbistanına gedib.", "Ərəbistanına", ("Səudiyyə Ərəbistanı", "Dat")),
        ("Kuveyt Dövlətindəki səfir danışıb.", "Dövlətindəki", ("Kuveyt Dövləti", "Loc")),
        ("Xankəndində görüş olub.", "Xankəndində", ("Xankəndi", "Loc")),
        ("Azerbaycanin sefirliyi", "Azerbaycanin", ("Azərbaycan", "Gen")),
        ("BMT-nin iclası", "BMT", ("BMT", "Gen")),
        ("Malta və Kuba səfirləri gəlib.", "Malta", ("Malta", "Nom")),
        ("Qana ilə əlaqələr zəifdir.", "əlaqələr", ("əlaqə", "Nom")),
        ("Heyətlər məktubları gətirib.", "məktubları", ("məktub", "Acc")),
        ("Səfirlik qəbula hazırlaşır.", "qəbula", ("qəbul", "Dat")),
        ("Səfirlik layihə hazırlayır.", "layihə", ("layihə", "Nom")),
    ],
)
def test_a_name_or_noun_is_taken_to_its_dictionary_form(
    text: str, word: str, expected: tuple[str, str]
) -> None:
    assert form(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Nazir Kurt Vaysla telefonla danışıb.", "Vaysla", ("Kurt Vays", "Ins")),
        ("Kurt Makronla Olaf Şults görüşüblər.", "Makronla", ("Kurt Makron", "Ins")),
        ("Kurt Makronla Olaf Şults görüşüblər.", "Şults", ("Olaf Şults", "Nom")),
        ("Andjey Rudaya məktub yazılıb.", "Rudaya", ("Andjey Ruda", "Dat")),
        ("Nizam Şirvəvinin heykəli açılıb.", "Şirvəvinin", ("Nizam Şirvəvi", "Gen")),
        ("İlqar Səmədova sual verilib. İlqar Səmədov susub.", "Səmədova", ("İlqar Səmədov", "Dat")),
        ("Bu sual Aysel Səmədova tərəfindən verilib.", "Səmədova", ("Aysel Səmədova", "Nom")),
        ("Maya Sandunun köməkçisi ölkəyə dönüb.", "Sandunun", ("Maya Sandu", "Gen")),
    ],
)
def test_a_foreign_surname_gives_up_its_ending(text: str, word: str, expected: tuple[str, str]) -> None:
    assert form(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kəndin suyunun dadı dəyişib.", "suyunun", ("su", "Gen")),
        ("Dağ nəslindən olanlar gəlib.", "nəslindən", ("nəsil", "Abl")),
        ("Mədənin ağzında uçqun olub.", "ağzında", ("ağız", "Loc")),
        ("Tərəflərin mövqeyini soruşublar.", "mövqeyini", ("mövqe", "Acc")),
        ("Ordunun gücünə şübhə yoxdur.", "gücünə", ("güc", "Dat")),
    ],
)
def test_a_changed_stem_gives_back_its_noun(text: str, word: str, expected: tuple[str, str]) -> None:
    assert form(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Tədqiqat Sarvan Universitetində aparılıb.", "Universitetində", ("Sarvan Universiteti", "Loc")),
        ("Maltanın Su və Enerji Nazirliyindən yazıblar.", "Nazirliyindən", ("Su və Enerji Nazirliyi", "Abl")),
        ("“Sarvan”dan məktub gəlib.", "“Sarvan”dan", ("Sarvan", "Abl")),
        ("Tender “Sarsu”yun binasında keçirilib.", "“Sarsu”yun", ("Sarsu", "Gen")),
        ("Nar-Abad vilayətindən gəlib.", "Nar-Abad", ("Nar-Abad", "Nom")),
        ("Nazir Kurt Vaysı Sarvan Milli Parkında görüb.", "Vaysı", ("Kurt Vays", "Acc")),
        ("Nazir Kurt Vaysı Sarvan Milli Parkında görüb.", "Parkında", ("Sarvan Milli Parkı", "Loc")),
    ],
)
def test_a_body_is_named_by_all_its_words(text: str, word: str, expected: tuple[str, str]) -> None:
    assert form(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Cərrah Nurlan Sarvanlının adı çəkilib.", "Sarvanlının", ("Nurlan Sarvanlı", "Gen")),
        ("Səfir Kamil bəyin kitabı çıxıb.", "bəyin", ("Kamil bəy", "Gen")),
        ("Romanı yazıçı Çimamanda Sarvanova oxuyub.", "Sarvanova", ("Çimamanda Sarvanova", "Nom")),
        ("Zuzana Sarvanskaya sual verilib.", "Sarvanskaya", ("Zuzana Sarvanska", "Dat")),
        ("Məktub Lalə Sarvanlı xanıma yazılıb.", "xanıma", ("Lalə Sarvanlı xanım", "Dat")),
        ("Sədr İ. Sarvanovu işdən çıxaran qərar dərc olunub.", "Sarvanovu", ("İ. Sarvanov", "Acc")),
        ("Məktub Səadət Sarvanqızına yazılıb.", "Sarvanqızına", ("Səadət Sarvanqızı", "Dat")),
    ],
)
def test_what_somebody_is_called_is_no_part_of_a_name_before_it(
    text: str, word: str, expected: tuple[str, str]
) -> None:
    assert form(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "case"),
    [
        ("Səfiri prezident qəbul edib.", "Səfiri", "Acc"),
        ("Maltanın səfiri prezidenti qəbul edib.", "səfiri", "Nom"),
        ("Maltanın səfiri prezidenti qəbul edib.", "prezidenti", "Acc"),
        ("Malta səfiri çıxış edib.", "səfiri", "Nom"),
        ("Nazirlər sazişi Vilnüsdə imzalayıb.", "sazişi", "Acc"),
        ("Gömrük sazişi bağlayıblar.", "sazişi", "Nom"),
        ("Yeni məktəbi Polşa hədiyyə edib.", "məktəbi", "Acc"),
        ("Maltanın Valletta şəhərində konsulu nazirlik təyin edib.", "konsulu", "Acc"),
        ("Bakıda səfirliyi açılıb.", "səfirliyi", "Nom"),
        ("Bakıda səfirliyi fəaliyyət göstərir.", "səfirliyi", "Nom"),
        ("Bakıda həmkarları ilə görüşüb.", "həmkarları", "Nom"),
        ("Göndərilən yardımı hökumət bölüşdürüb.", "yardımı", "Acc"),
        ("Maltanın göndərdiyi yardımı hökumət bölüşdürüb.", "yardımı", "Acc"),
        ("“Dostluq” ordeni ona verilib.", "ordeni", "Nom"),
    ],
)
def test_a_noun_is_an_object_where_nothing_before_it_may_own_it(text: str, word: str, case: str) -> None:
    found = form(text, word)
    assert found is not None
    assert found[1] == case


def test_nothing_ends_between_words() -> None:
    assert dictionary_form_of(Sentence("Bakı ", 0, 5, tokenise("Bakı ")), 5) is None


@given(st.text(alphabet="İIiı nakSəş.-’", max_size=30), st.integers(0, 30))
def test_any_text_may_be_asked(text: str, end: int) -> None:
    dictionary_form_of(Sentence(text, 0, len(text), mend_tokens(tokenise(text))), end)


@pytest.mark.parametrize(
    ("word", "lemma", "cases"),
    [
        ("şurasina", "şurasi", ["Dat"]),
        ("birliyindəki", "birliyi", ["Loc"]),
        ("təşkilatinadək", "təşkilati", ["Ter"]),
        ("şurasinin", "şurasi", []),
        ("bankina", "bank", []),
    ],
)
def test_a_compound_takes_an_n_before_its_case(word: str, lemma: str, cases: list[str]) -> None:
    assert [reading.case for reading in compound_readings(word, lemma)] == cases
