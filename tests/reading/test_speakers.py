"""Who speaks, through a whole document."""

import pytest

from korpu.languages.az.language import LANGUAGE
from korpu.reading.analysis import analyse
from korpu.reading.opening import begin
from korpu.reading.plan import outline
from korpu.reading.speakers import find_voices


def speakers(text: str) -> list[str | None]:
    sentences = list(analyse(text, LANGUAGE, outline(text, LANGUAGE.abbreviations)))
    return [voice.speaker for voice in find_voices(text, sentences, begin(sentences, "AZ"))]


NDEQE, NURLU = "Cozef Ndeqe", "Anar Nurlu"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Keniya ilə ticarət artıb.\nBu fikirləri deputat Anar Nurlu deyib.\nO bildirib ki, saziş var.",
            [NURLU, None, NURLU],
            id="what was told before is his too",
        ),
        pytest.param(
            "Anar Nurlu deyib: “Biz dostuq. Səfirlik açılıb. Ticarət artıb”. Görüş keçirilib.",
            [NURLU, NURLU, NURLU, None],
            id="a quotation of several sentences, then the newsroom",
        ),
        pytest.param(
            "“Biz dostuq. Onların “Zirvə” ordeni var. Səfirlik açılıb”, – deyə Anar Nurlu qeyd edib.",
            [NURLU, NURLU, NURLU],
            id="a speaker named at the end, a name in marks within",
        ),
        pytest.param(
            "“Biz dostuq.\nSəfirlik açılıb.\nTicarət artıb, - deyə Anar Nurlu qeyd edib.\nGörüş olub.",
            [NURLU, NURLU, NURLU, None],
            id="paragraphs, and no closing mark",
        ),
        pytest.param(
            "Səfir Cozef Ndeqe nazir Anar Nurlu ilə görüşüb. Diplomat deyib ki, ticarət artıb. "
            "Nazir saziş imzalandığını vurğulayıb. Səfir əlavə edib ki, məktəb açılıb.",
            [None, NDEQE, NURLU, NDEQE],
            id="offices stand for their holders",
        ),
        pytest.param(
            "Anar Nurlu bildirib ki, saziş var. Görüşdə Cozef Ndeqe də çıxış edib. O deyib ki, qrup var.",
            [NURLU, None, NDEQE],
            id="a pronoun is who came on last",
        ),
        pytest.param(
            "Anar Nurlu deyib ki, ticarət artıb. Qeyd edək ki, səfirlik 2011-ci ildə açılıb. Saziş var.",
            [NURLU, None, None],
            id="back to the newsroom",
        ),
        pytest.param(
            "“Ticarət artıb. Prezident Elçin Quliyevin də dediyi kimi, bu azdır. Saziş var”, – Anar Nurlu deyib.",
            [NURLU, "Elçin Quliyev", NURLU],
            id="one quoted within another's quotation",
        ),
    ],
)
def test_each_sentence_is_its_speakers(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


INTERVIEW = (
    "Suallarımızı Keniyanın ölkəmizdəki səfiri Cozef Ndeqe cavablandırır.\n"
    "{q}Səfirlik nə vaxt açılıb?\n{a}Səfirliyimiz 2011-ci ildə açılıb. Ticarət artıb.\n"
    "{q}Sazişlər varmı?\n{a}Bəli, ikisi var.\nXəbər lenti"
)


@pytest.mark.parametrize(("q", "a"), [("- ", "- "), ("– ", "– "), ("Sual: ", "Cavab: "), ("", "")])
def test_the_answers_of_an_interview_are_his_who_was_asked(q: str, a: str) -> None:
    assert speakers(INTERVIEW.format(q=q, a=a)) == [None, None, NDEQE, NDEQE, None, NDEQE, None]


def test_a_bodys_own_text_is_told_by_it_to_the_end() -> None:
    text = "Rabitə Nazirliyinin mətbuat xidməti məlumat verir:\nSaziş imzalanıb. Nazir Omana gedib."
    assert speakers(text)[1:] == ["Rabitə Nazirliyinin mətbuat xidməti"] * 2


def test_what_names_the_speaker_is_the_documents_own() -> None:
    text = "Keniyanın Omandakı səfiri Cozef Ndeqe deyib ki, ticarət artıb."
    sentences = list(analyse(text, LANGUAGE, outline(text, LANGUAGE.abbreviations)))
    voice = find_voices(text, sentences, begin(sentences, "AZ"))[0]
    assert voice.at(text.index("səfiri")) is None
    assert voice.at(text.index("ticarət")) == NDEQE


def test_our_means_the_speakers_state() -> None:
    text = "Keniyanın ölkəmizdəki səfiri Cozef Ndeqe deyib ki, ticarət artıb."
    sentences = list(analyse(text, LANGUAGE, outline(text, LANGUAGE.abbreviations)))
    discourse = begin(sentences, "AZ")
    voice = find_voices(text, sentences, discourse)[0]
    discourse.speak_for(voice.speaker)
    assert discourse.home == "KE"
