import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.sources import decoding
from korpu.sources.decoding import SIGNATURES, decode
from korpu.sources.errors import NotDecoded, NotText, SourceEmpty, SourceError, SourceTooLarge

TURKISH = (
    "Norveç ile Şili arasındaki diplomatik ilişkiler kurulmuş, büyükelçilik açılmıştır. İki ülke anlaştı."
)
RUSSIAN = "Дипломатические отношения между Норвегией и Чили установлены, посольство открыто."
AZERBAIJANI = "Norveçlə Çili arasında diplomatik əlaqələr qurulub, səfirlik açılıb. Dövlət başçıları görüşüb."


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (AZERBAIJANI.encode(), AZERBAIJANI),
        (b"\xef\xbb\xbf" + AZERBAIJANI.encode(), AZERBAIJANI),
        ("Bir\r\niki\rüç\n".encode(), "Bir\niki\nüç\n"),
        ("BMT-nin qərarı".encode(), "BMT-nin qərarı"),
        (b"MZ, ID3, RIFF, BZh", "MZ, ID3, RIFF, BZh"),
        ("bir\f\tiki\u2028\x0bü\u00ad\u200d".encode(), "bir\f\tiki\u2028\x0bü\u00ad\u200d"),
    ],
    ids=[
        "utf-8",
        "byte-order mark",
        "line ends",
        "BM begins no picture",
        "other beginnings",
        "odd white space",
    ],
)
def test_utf_8_is_read(data: bytes, text: str) -> None:
    assert decode(data, "a.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        (TURKISH, "windows-1254", "windows-1254"),
        (RUSSIAN, "windows-1251", "windows-1251"),
        (AZERBAIJANI, "utf-16", "utf-16"),
        (AZERBAIJANI, "utf-16-le", "utf-16-le"),
        (AZERBAIJANI, "utf-16-be", "utf-16-be"),
        (RUSSIAN, "koi8-r", "koi8-r"),
    ],
)
@pytest.mark.parametrize("times", [1, 300])
def test_a_text_in_another_encoding_is_told_with_what_it_looks_like_and_is_read_with_it(
    text: str, encoding: str, said: str, times: int
) -> None:
    data = (text * times).encode(encoding)
    with pytest.raises(NotDecoded, match=rf"a\.txt: .*looks like {said}\. Add `--encoding {said}`") as caught:
        decode(data, "a.txt")
    assert caught.value.looks_like == said
    assert decode(data, "a.txt", encoding=said) == text * times


def test_the_encoding_that_a_page_declares_is_tried_after_utf_8() -> None:
    assert decode(TURKISH.encode("windows-1254"), "a.html", declared="windows-1254") == TURKISH
    assert decode(AZERBAIJANI.encode(), "a.html", declared="windows-1254") == AZERBAIJANI
    with pytest.raises(NotDecoded):
        decode(TURKISH.encode("windows-1254"), "a.html", declared="no-such-encoding")


def test_an_encoding_that_does_not_fit_is_told_with_the_place() -> None:
    with pytest.raises(NotDecoded, match=r"not utf-8: .* byte at offset 5"):
        decode("Norveç".encode("windows-1254"), "a.txt", encoding="utf-8")


@pytest.mark.parametrize(("signature", "name"), SIGNATURES)
def test_pictures_programs_and_archives_are_refused_by_their_content(signature: bytes, name: str) -> None:
    with pytest.raises(NotText, match=r"a\.txt: it is .* not text") as caught:
        decode(signature + bytes(range(256)) * 4, "a.txt")
    assert name in str(caught.value)


def test_zero_bytes_are_no_text() -> None:
    with pytest.raises(NotText, match="a binary file"):
        decode(b"abc\x00\x00\x00\x01def" * 20, "a.txt")
    with pytest.raises(NotText, match="zero"):
        decode(b"a" * 5000 + b"\x00", "a.txt")


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf", "\u00a0\u2003".encode()])
def test_a_text_without_a_letter_is_empty(data: bytes) -> None:
    with pytest.raises(SourceEmpty, match="nothing to read"):
        decode(data, "a.txt")


def test_too_many_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_BYTES", 3 * 1024 * 1024)
    with pytest.raises(SourceTooLarge, match="it has 4 MB; one document may have 3"):
        decode(b"a" * (4 * 1024 * 1024), "a.txt")


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "utf-16", "windows-1254"]))
def test_any_bytes_are_a_text_or_a_clear_error(data: bytes, encoding: str | None) -> None:
    try:
        text = decode(data, "a.txt", encoding)
    except SourceError as error:
        assert str(error).startswith("a.txt: ")
    else:
        assert text.strip()
        assert "\x00" not in text
        assert "\r" not in text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: text.strip()))
def test_any_text_survives_utf_8(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text.removeprefix("\ufeff")
