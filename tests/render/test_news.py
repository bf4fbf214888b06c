"""News in words and as an Atom feed."""

import datetime as dt
import re
from collections.abc import Sequence
from html.parser import HTMLParser
from typing import get_args
from xml.etree import ElementTree as ET

import pytest

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.dossier.news import Known, PairNews, Touch, compose_news
from korpu.findings.news import What
from korpu.render.atom import render_atom
from korpu.render.news import NewsPage, put_news_into_words
from korpu.render.news_terminal import SIGNS
from korpu.translations import languages, table

from ..findings.told import document, told

PAIR = ("PE", "UY")
SINCE, UNTIL = dt.datetime(2024, 5, 3, tzinfo=dt.UTC), dt.datetime(2024, 5, 10, 14, 5, tzinfo=dt.UTC)
LEARNT = dt.datetime(2024, 5, 4, 9, 30, tzinfo=dt.UTC)
POST = {"sender": "PE", "host": "UY", "office": "ambassador"}
EMBASSY = {"sender": "PE", "host": "UY", "mission": "embassy"}
OLD = told("mission.head", "2016-03", person="Rosa Quispe", doc="a", **POST)
NEW = told("mission.head", "2021-05", person="Luis Mamani", doc="b", **POST)
OPENED = told("mission.opened", "2004", doc="a", quote="Açılıb <b>2004</b> & \x0b başqa", **EMBASSY)
OTHER = told("mission.opened", "2007", doc="b", **EMBASSY)
CARDS = {
    document("a"): SourceCard(title="Birinci <sənəd>", published="2022", url="https://example.org/?a=1&b=2"),
    document("b"): SourceCard(title="İkinci", publisher="Səhər", published="2023-05-01", url="javascript:alert(1)"),
}  # fmt: skip


def pair_news(
    before: Sequence[Claim], now: Sequence[Claim], because: str | None = None, pair: tuple[str, str] = PAIR
) -> PairNews:
    touched = {
        claim.id: Touch(LEARNT, because) for claim in (*before, *now) if (claim in before) != (claim in now)
    }
    known = [Known(tuple(claims), CARDS) for claims in (before, now)]
    return compose_news(pair, known[0], known[1], dt.date(2024, 5, 10), touched)


def page(*told: PairNews, language: str = "en") -> NewsPage:
    return put_news_into_words(told, language, SINCE, UNTIL)


FRESH = pair_news((OLD, OPENED), (OLD, NEW, OPENED, OTHER))


def test_an_entry_has_what_is_what_was_and_the_sentences_not_shown_before():
    (pair,) = page(FRESH).pairs
    disputed, superseded = pair.entries
    assert disputed.label == "Now disputed"
    assert [phrase.text for phrase in disputed.before] == ["2004"]
    assert disputed.before_standing == "one source · 1 document"
    assert superseded.entry.phrase.text == "Peru’s ambassador in Uruguay: Luis Mamani, May 2021"
    assert superseded.before[0].text == "Rosa Quispe"
    assert [one.number for one in superseded.cited] == [3, 4]
    assert [one.source for one in superseded.sentences] == [
        "“İkinci”, Səhər, 1 May 2023",
        "“Birinci <sənəd>”, 2022",
    ]
    assert superseded.at == LEARNT


def test_the_head_says_from_when_to_when_and_how_much_is_new():
    told = page(FRESH)
    assert told.period == "3 May 2024 – 10 May 2024, 14:05 UTC"
    assert told.summary == "Changes: 2. Of these: newly disputed: 1; superseded: 1."


def test_pairs_on_which_nothing_is_new_are_named_at_the_end():
    quiet = pair_news((OLD,), (OLD,), pair=("CL", "PE"))
    assert (
        page(FRESH, quiet).nothing == "Documents came or went on these, but nothing is new: Chile and Peru."
    )
    assert page(quiet).nothing == page().nothing == "Nothing is new in this time."
    assert page(FRESH).nothing == ""


def test_what_is_gone_says_why():
    (entry,) = page(pair_news((OLD, OPENED), (OPENED,), "a forgery")).pairs[0].entries
    assert (entry.what, entry.because, entry.before) == ("gone", "Withdrawn because: «a forgery».", ())


@pytest.mark.parametrize("language", languages())
def test_all_that_may_happen_has_a_label_a_count_and_a_sign(language: str):
    whats = set(get_args(What))
    assert whats <= table(language)["news"].keys()
    assert whats == table(language)["news_counts"].keys() == SIGNS.keys()


# The feed -------------------------------------------------------------------------------------------------

NAME = "{http://www.w3.org/2005/Atom}"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


class Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str | None] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


def read_html(text: str) -> Html:
    parser = Html()
    parser.feed(text)
    return parser


def only_text(element: ET.Element, name: str) -> str:
    (child,) = element.findall(NAME + name)
    return (child.text or "").strip()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("told", [(), (FRESH,), (FRESH, pair_news((OLD,), (), "çap səhvi"))])
def test_a_feed_has_what_rfc_4287_requires(language: str, told: tuple[PairNews, ...]):
    feed = ET.fromstring(render_atom(page(*told, language=language)))
    assert feed.tag == f"{NAME}feed"
    for element in (feed, *feed.findall(f"{NAME}entry")):
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", only_text(element, "id"))
        assert only_text(element, "title")
        assert TIME.fullmatch(only_text(element, "updated"))
    # An entry without an author of its own has its feed's; one without a link has a content.
    (author,) = feed.findall(f"{NAME}author")
    assert only_text(author, "name") == "Körpü"
    for entry in feed.findall(f"{NAME}entry"):
        (content,) = entry.findall(f"{NAME}content")
        assert (content.get("type"), len(content)) == ("html", 0)
    ids = [only_text(entry, "id") for entry in feed.findall(f"{NAME}entry")]
    assert len(set(ids)) == len(ids) == sum(len(one.items) for one in told)


def test_what_documents_say_is_text_in_a_feed_and_never_mark_up():
    feed = ET.fromstring(render_atom(page(FRESH)))
    disputed = read_html(only_text(feed.findall(f"{NAME}entry")[0], "content"))
    assert set(disputed.tags) == {"p", "strong", "em", "ul", "li", "a"}
    assert "«Açılıb <b>2004</b> & başqa» “Birinci <sənəd>”, 2022" in disputed.text
    assert disputed.links == ["https://example.org/?a=1&b=2"]


def test_a_feed_is_of_when_the_ledger_learnt_it():
    feed = ET.fromstring(render_atom(page(FRESH)))
    times = [only_text(element, "updated") for element in (feed, *feed.findall(f"{NAME}entry"))]
    assert times == ["2024-05-04T09:30:00.000000Z"] * 3
    assert only_text(ET.fromstring(render_atom(page())), "updated") == "2024-05-03T00:00:00.000000Z"


def test_an_entry_keeps_its_id_whatever_else_is_new_and_the_same_news_make_the_same_bytes():
    alone = page(pair_news((OLD,), (OLD, NEW)))
    (entry,) = alone.pairs[0].entries
    assert entry.id in {other.id for other in page(FRESH).pairs[0].entries}
    mixed = pair_news((OPENED, OLD), (OTHER, OPENED, NEW, OLD))
    assert render_atom(page(FRESH)) == render_atom(page(mixed))
    assert entry.id not in render_atom(page(FRESH, language="az")).decode()
