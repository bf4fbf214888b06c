"""What went wrong is told in the language of the interface; programs and the command line are told in English."""

import pytest
from litestar.testing import TestClient

from korpu.errors import KorpuError, Sentence
from korpu.sources.errors import SourceEmpty
from korpu.web.interface import interface

TOLD = [
    ("/az-kz?as_of=dünən", 400, "«dünən» is not an EDTF date", "«dünən»: belə tarix yoxdur."),
    ("/az-kz?as_of=2021-02-30", 400, "«2021-02-30»: no such day.", "«2021-02-30»: belə gün yoxdur."),
    ("/?state=Atlantida", 200, "«Atlantida» names no state.", "«Atlantida»: belə dövlət yoxdur."),
    ("/?state=Qazaxıstn", 200, "Did you mean", "Bəlkə, bunu nəzərdə tuturdunuz: Qazaxıstan (KZ)?"),
    (
        "/claims/ffffffff",
        404,
        "The ledger has no claim whose id begins with ffffffff.",
        "Reyestrdə identifikatoru ffffffff ilə başlayan məlumat yoxdur.",
    ),
    ("/search?q=!!", 200, "«!!» has no word to search for", "«!!»: axtarılacaq söz yoxdur"),
    ("/az-xx", 404, "There is no page «/az-xx».", "Belə səhifə yoxdur: «/az-xx»."),
    ("/no/such/page", 404, "There is no page at this address.", "Bu ünvanda səhifə yoxdur."),
    (
        "/az-kz/timeline?page=x",
        400,
        "a value that makes no sense (page)",
        "Sorğuda yararsız dəyər var (page).",
    ),
]


@pytest.mark.parametrize(("path", "status", "english", "azerbaijani"), TOLD, ids=[path for path, *_ in TOLD])
def test_a_page_tells_what_went_wrong_in_the_language_of_the_interface(
    client: TestClient, path: str, status: int, english: str, azerbaijani: str
) -> None:
    for language, sentence in (("en", english), ("az", azerbaijani)):
        answer = client.get(path, headers={"accept-language": language})
        assert (answer.status_code, sentence in answer.text) == (status, True), answer.text


def test_a_program_is_told_in_english_whatever_language_it_accepts(client: TestClient) -> None:
    answer = client.get("/api/v1/claims/ffffffff", headers={"accept-language": "az"})
    assert answer.json()["detail"] == "The ledger has no claim whose id begins with ffffffff."


def test_a_form_tells_what_is_wrong_with_it_in_azerbaijani(client: TestClient) -> None:
    client.cookies.set("korpu-language", "az")
    told = client.post("/verify", data={"text": "Görüş olub.", "first": "AZ"}).text
    assert "Hər iki dövləti göstərin və ya heç birini göstərməyin." in told


def test_a_source_tells_its_name_and_the_reason_in_the_language() -> None:
    error = SourceEmpty("a.txt", "it is empty; there is nothing to read.")
    assert interface("az").tell(error) == "a.txt: boşdur, oxunacaq heç nə yoxdur."
    assert interface("en").tell(error) == str(error) == "a.txt: it is empty; there is nothing to read."


def test_what_has_no_translation_is_told_as_it_is() -> None:
    assert interface("az").tell(KorpuError("{braces} stay")) == "{braces} stay"
    assert interface("az").tell(Sentence("")) == ""
    assert interface("az").tell("A line.") == "A line."
