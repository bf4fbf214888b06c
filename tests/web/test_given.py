"""What somebody gives to be read."""

from korpu.document import SourceCard
from korpu.intake import Failure, Reading
from korpu.sources.web import Fetched
from korpu.web.given import Given, fetch_given, read_given, text_of

TEXT = "Norveçin Çilidəki səfirliyi 1997-ci ildə açılıb."


def test_a_file_keeps_its_name_and_a_pasted_text_has_none() -> None:
    file = read_given(Given("a.txt", TEXT.encode()))
    pasted = read_given(Given("Pasted text", TEXT.encode(), is_named=False))
    assert isinstance(file, Reading) and file.document.card.origin == "a.txt"
    assert isinstance(pasted, Reading) and pasted.document.card.origin is None
    assert file.document.id == pasted.document.id


def test_a_page_that_was_fetched_has_the_address_where_it_was_found() -> None:
    page = f"<html><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body></html>".encode()
    fetched = Fetched("https://a.example.org/1", "https://b.example.org/2", page, None)
    read = read_given(Given("https://a.example.org/1", fetched, SourceCard(publisher="Xəbər")))
    assert isinstance(read, Reading)
    assert read.document.card.url == "https://b.example.org/2" and read.document.card.publisher == "Xəbər"


def test_another_encoding_is_chosen_on_the_page_and_not_by_an_option() -> None:
    data = "Görüş keçirilmişdir, səfir gəlmişdir.".replace("ə", "e").encode("windows-1254")
    failed = read_given(Given("a.txt", data))
    assert isinstance(failed, Failure)
    assert "--encoding" not in failed.message and "Choose the encoding beside the files" in failed.message
    assert isinstance(read_given(Given("a.txt", data, encoding="windows-1254")), Reading)


def test_what_is_no_address_and_what_is_not_public_is_not_fetched() -> None:
    for address in ("nothing", "file:///etc/passwd", "http://localhost/", "http://169.254.169.254/latest"):
        failed = fetch_given(address, SourceCard())
        assert isinstance(failed, Failure) and failed.message.startswith(address)


def test_half_a_pair_of_a_letter_does_no_harm() -> None:
    assert text_of("a\ud800b") == b"a?b"
