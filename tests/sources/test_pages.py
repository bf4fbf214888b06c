import pytest

from korpu.document import SourceCard
from korpu.sources.errors import SourceEmpty
from korpu.sources.pages import declared_encoding, is_page, plain_tables, read_page

PAGE = """<!DOCTYPE html>
<html lang="az"><head><title>Norveç–Çili münasibətləri — Sınaq</title>
<meta property="og:title" content="Norveç–Çili münasibətləri"><meta property="og:site_name" content="Sınaq">
<meta property="article:published_time" content="2021-05-03T10:00:00+04:00"></head><body>
<nav><ul><li><a href="/">Ana səhifə</a></li><li><a href="/giris">Daxil ol</a></li></ul></nav>
<main><h1>Norveç–Çili münasibətləri</h1>
<table class="infobox"><tr><th colspan="2">Norveç–Çili münasibətləri</th></tr>
<tr><td colspan="2"><img src="x.png" alt=""></td></tr>
<tr><th>Səfir</th><td>Petar İliç</td></tr><tr><th>Ünvan</th><td>Oslo,<br>Storgata 4</td></tr></table>
<p>İki ölkə arasında diplomatik əlaqələr 1995-ci il yanvarın 6-da qurulmuşdur.<sup><a href="#1">[1]</a></sup>
Norveçin Çilidəki səfirliyi 1997-ci ildə açılmışdır. Çilinin Norveçdəki səfirliyi isə iki il sonra açılmışdır.</p>
<h2>Ticarət</h2><p>Ticarət dövriyyəsi ildən-ilə artır, bu barədə rəqəmlər cədvəldə verilmişdir.</p>
<table class="wikitable"><tr><th>İl</th><th>İxrac</th><th>İdxal</th></tr>
<tr><td>2020<sup>[9]</sup></td><td>25 919,70</td><td>116 107,75</td></tr></table>
</main><footer>Bütün hüquqlar qorunur</footer></body></html>"""


def test_the_main_text_is_kept_and_menus_are_not() -> None:
    text = read_page(PAGE, "a.html", SourceCard()).text
    assert "1995-ci il yanvarın 6-da qurulmuşdur.[1] Norveçin" in text
    for other in ("Daxil ol", "hüquqlar", "<", "article:"):
        assert other not in text


@pytest.mark.parametrize(
    "row",
    [
        "Səfir | Petar İliç |",
        "Ünvan | Oslo, Storgata 4 |",
        "İl | İxrac | İdxal |",
        "---|---|---|",
        "2020[9] | 25 919,70 | 116 107,75 |",
    ],
)
def test_tables_and_infoboxes_are_rows_of_cells(row: str) -> None:
    assert row in read_page(PAGE, "a.html", SourceCard()).text.split("\n")


def test_the_card_takes_what_the_page_says_of_itself() -> None:
    card = read_page(PAGE, "a.html", SourceCard()).card
    assert card == SourceCard(title="Norveç–Çili münasibətləri", publisher="Sınaq", published="2021-05-03")


def test_what_was_given_wins_over_what_the_page_says() -> None:
    given = SourceCard(title="Başqa", published="2020", language="az")
    card = read_page(PAGE, "a.html", given).card
    assert (card.title, card.published, card.publisher) == ("Başqa", "2020", "Sınaq")


def test_a_date_is_not_looked_for_in_the_text() -> None:
    page = "<html><body><p>İki ölkə 12 may 2019-cu ildə saziş imzalayıb. Copyright 2018.</p></body></html>"
    assert read_page(page, "a.html", SourceCard()).card.published is None


@pytest.mark.parametrize(
    "page",
    [
        "<html>",
        "<html><body></body></html>",
        "<html><body><script>qur()</script></body></html>",
        "<!doctype html>",
    ],
)
def test_a_page_without_text_is_told(page: str) -> None:
    with pytest.raises(SourceEmpty, match=r"a\.html: no main text"):
        read_page(page, "a.html", SourceCard())


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("<!DOCTYPE HTML>", True),
        ('\n<?xml version="1.0"?>\n<!-- b --><html xmlns="x">', True),
        ("<HTML lang=az>", True),
        ("<html>", True),
        ("<htmlx>", False),
        ("Mətn <html> haqqında", False),
        ("<feed>", False),
    ],
)
def test_a_page_is_known_by_how_it_begins(text: str, answer: bool) -> None:
    assert is_page(text) is answer


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="windows-1254">', "windows-1254"),
        (b"<META http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"),
        (b"<p>charset=utf-8</p>", None),
    ],
)
def test_the_declared_encoding_is_found(head: bytes, encoding: str | None) -> None:
    assert declared_encoding(head) == encoding


def test_rows_that_are_plain_already_stay() -> None:
    assert plain_tables("a | b |\n---|---|\n| tək\n|") == "a | b |\n---|---|\n| tək\n|"
