"""Who says a sentence, told from the sentence alone."""

import pytest

from korpu.languages import Saying
from korpu.languages.az.language import LANGUAGE


def saying(text: str) -> Saying | None:
    return LANGUAGE.read_sentence(text, 0, len(text), LANGUAGE.find_names(text)).saying


@pytest.mark.parametrize(
    ("text", "speaker", "holds"),
    [
        ("Anar Nurlu bildirib ki, saziş imzalanıb.", "Anar Nurlu", "sentence"),
        ("Keniyanın Omandakı səfiri Cozef Ndeqe deyib ki, ticarət artıb.", "Cozef Ndeqe", "sentence"),
        ("Anar Nurlu səfirliyin 2011-ci ildə açıldığını xatırladıb.", "Anar Nurlu", "sentence"),
        ("Anar Nurlunun sözlərinə görə, səfirlik açılıb.", "Anar Nurlu", "sentence"),
        ("Prezident Anar Nurlunun da söylədiyi kimi, dövriyyə artıb.", "Anar Nurlu", "sentence"),
        ("“Oman ilə saziş imzalanıb”, – deyə Anar Nurlu qeyd edib.", "Anar Nurlu", "quote"),
        ("“Səfirlik açılıb”, - Anar Nurlu bildirib.", "Anar Nurlu", "quote"),
        ("Bu fikirləri Xəbər-ə açıqlamasında politoloq Anar Nurlu səsləndirib.", "Anar Nurlu", "before"),
        ("“Report” xəbər verir ki, bunu nazir Anar Nurlu jurnalistlərə deyib.", "Anar Nurlu", "before"),
        ("Dövlət Meşə Komitəsinin məlumatına görə, ixrac artıb.", "Dövlət Meşə Komitəsi", "sentence"),
        ("Keniya Statistika Bürosunun hesabatında göstərilir ki, ixrac artıb.",
         "Keniya Statistika Bürosu", "sentence"),
        ("Rabitə Nazirliyinin mətbuat xidmətindən bildirilib ki, saziş imzalanıb.",
         "Rabitə Nazirliyinin mətbuat xidməti", "sentence"),
        ("Bu barədə Trend Dövlət Meşə Komitəsinə istinadən xəbər verir.", "Dövlət Meşə Komitəsi", "source"),
        ("Rabitə Nazirliyinin mətbuat xidməti məlumat verir:",
         "Rabitə Nazirliyinin mətbuat xidməti", "on"),
        ("Bu barədə Oman Rabitə Nazirliyinin yaydığı bəyanatda deyilir.", "Oman Rabitə Nazirliyi", "before"),
        ("Bu barədə Keniya Prezidentinin mətbuat xidməti məlumat yayıb.",
         "Keniya Prezidentinin mətbuat xidməti", "before"),
        ("Keniyanın Baş naziri Anar Nurlunun məktubunda deyilir:", "Anar Nurlu", "sentence"),
        ("Suallarımızı Keniyanın ölkəmizdəki səfiri Cozef Ndeqe cavablandırır.", "Cozef Ndeqe", "interview"),
    ],
)  # fmt: skip
def test_the_speaker_is_told_in_dictionary_form(text: str, speaker: str, holds: str) -> None:
    found = saying(text)
    assert found and found.speaker
    assert (found.speaker.value, found.holds) == (speaker, holds)


@pytest.mark.parametrize(
    "text",
    [
        "Görüşdə bildirilib ki, ticarət artıb.",
        "Ekspertlər hesab edirlər ki, dövriyyə artacaq.",
        "Tərəflər xatırladıblar ki, saziş imzalanıb.",
        "Rəsmi məlumata görə, Keniyada 300 nəfər yaşayır.",
        "Anar Nurlu xalqının səsini dünyaya bəyan edib.",
        "Saziş hökumətlərin dostluğunu göstərir.",
        "Bu barədə “The Post of Nairobi” məlumat yayıb.",
        "“Xəbər”in Oman bürosu xatırladır ki, saziş imzalanıb.",
        "“Report” xəbər verir ki, saziş imzalanıb.",
    ],
)
def test_nobody_speaks_where_nobody_is_named(text: str) -> None:
    found = saying(text)
    assert found is None or found.speaker is None or found.speaker.attributes.get("surname")


@pytest.mark.parametrize("text", ["Qeyd edək ki, saziş imzalanıb.", "Onu da xatırladaq ki, saziş var."])
def test_the_newsroom_speaks_again(text: str) -> None:
    found = saying(text)
    assert found and found.holds == "off"


def test_only_what_follows_is_told_where_the_speaker_first_did_something() -> None:
    text = "Anar Nurlu Omana gəlib və dövriyyənin artdığını deyib."
    found = saying(text)
    assert found and text[found.told_start : found.told_end].startswith("dövriyyənin")
