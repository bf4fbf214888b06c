import re
from html.parser import HTMLParser
from itertools import pairwise

import msgspec
import pytest

from korpu.dossier import compose
from korpu.render.html import css_string, render_html
from korpu.render.words import put_into_words
from tests.dossier import example

VOID = {"meta", "br", "link", "img", "line", "rect"}


class Reader(HTMLParser):
    """Collects ids, targets and the elements that are left open."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.open: list[str] = []
        self.headings: list[int] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.add(tag)
        if found.get("id"):
            self.ids.append(found["id"] or "")
        if (found.get("href") or "").startswith("#"):
            self.targets.append((found["href"] or "")[1:])
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


@pytest.fixture(scope="module", params=["az", "en"])
def html(request: pytest.FixtureRequest) -> str:
    return render_html(put_into_words(example.dossier(), request.param))


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


def test_every_element_is_closed_and_every_reference_resolves(html: str) -> None:
    reader = read(html)
    assert reader.open == []
    assert len(reader.ids) == len(set(reader.ids))
    assert set(reader.targets) <= set(reader.ids)


def test_headings_go_down_one_level_at_a_time(html: str) -> None:
    levels = read(html).headings
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_the_file_needs_nothing_else(html: str) -> None:
    assert not read(html).tags & {"script", "link", "img", "iframe", "object"}
    assert "url(" not in html and "@import" not in html


def test_text_of_documents_is_escaped(html: str) -> None:
    assert "Ticarət artır &lt;yeni&gt;" in html and "<yeni>" not in html
    assert 'href="https://agency.example/mn?id=1&amp;a=2"' in html


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    cards = {
        id: msgspec.structs.replace(document.card, url="javascript:alert(1)")
        for id, document in example.documents().items()
    }
    dossier = compose(example.PAIR, example.claims(), cards)
    assert "javascript:" not in render_html(put_into_words(dossier, "en"))


def test_the_same_dossier_gives_the_same_bytes() -> None:
    page = put_into_words(example.dossier(), "az")
    assert render_html(page) == render_html(page)


def test_a_title_cannot_leave_the_style_sheet() -> None:
    assert re.fullmatch(r'"[\w .,:;–()\\-]*"', css_string('a"; } </style><script>'))


@pytest.mark.parametrize(("language", "lead"), [("en", "Gap:"), ("az", "Boşluq:")])
def test_a_gap_has_a_mark_of_its_own(language: str, lead: str) -> None:
    page = render_html(put_into_words(example.dossier("2030-01-01"), language))
    assert f'<span class="mark" aria-hidden="true">?</span> <b>{lead}</b>' in page
    assert '<ul class="gaps">' not in render_html(put_into_words(example.dossier(), language))
