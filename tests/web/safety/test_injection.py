"""Nothing of a document, a name or an address is ever taken for markup: the whole application is walked, over a hostile ledger."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

import lxml.html
import pytest
from litestar.testing import TestClient

from korpu.claims import Claim, Value
from korpu.document import Document, SourceCard
from korpu.ledger.store import open_ledger
from korpu.web.app import create_app
from korpu.web.settings import Settings
from tests.web.safety.conftest import FORM_FIELDS, Client, everything, post, token_for

MOST_PAGES = 60
OWN_SCRIPTS = ("/static/", "/charts.js?v=")

MARKUP = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>'><svg/onload=alert(1)>{{7*7}}{%raw%}&lt;b&gt;</textarea></title>"
ADDRESSES = (
    "javascript:alert(1)",
    " javascript:alert(1)",
    "JaVaScRiPt:alert(1)//https://example.org",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    'https://example.org/" onmouseover="alert(1)',
    "https://example.org/<script>alert(1)</script>",
    "//evil.example/",
    "http://user:secret@example.org/",
    "file:///etc/passwd",
    "https://example.org/ok",
)


def hostile(number: int, url: str) -> tuple[Document, list[Claim]]:
    """A document whose text, card and claims are all markup, and whose address is this."""
    sentence = f"{MARKUP} {number} Norveçin Çilidəki səfiri {MARKUP} 2021-ci ildə təyin olunub."
    card = SourceCard(
        origin=f"{MARKUP}.txt",
        title=MARKUP,
        publisher=MARKUP,
        published=f"202{number % 10}-01-01",
        url=url,
        language="az",
    )
    document = Document(sentence, card)

    def claim(kind: str, **fields: object) -> Claim:
        given = {
            "roles": {},
            "value": None,
            "when": "2021",
            "when_from": "stated",
            "stance": "fact",
            "speaker": MARKUP,
        }
        return Claim(
            kind=kind, parties=("CL", "NO"), document=document.id, start=0, end=len(sentence), quote=sentence,
            **(given | fields),  # type: ignore[arg-type]
        )  # fmt: skip

    post: dict[str, object] = {"sender": "NO", "host": "CL", "mission": "embassy"}
    return document, [
        claim("mission.head", roles=post | {"office": "ambassador", "person": MARKUP}),
        claim("mission.address", roles=post | {"place": MARKUP}, when=None, when_from=None),
        claim("agreement.signed", roles={"title": MARKUP, "place": MARKUP}),
        claim("visit", roles={"visitor": MARKUP, "from": "NO", "to": "CL", "place": MARKUP}),
        claim("trade.turnover", value=Value(str(100 + number), "USD", "exact")),
        claim("trade.turnover", value=Value(str(900 + number), None, "exact"), stance="estimate"),
    ]


@pytest.fixture(scope="module")
def hostile_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "ledger"
    with open_ledger(path, author=MARKUP) as ledger:
        for number, url in enumerate(ADDRESSES):
            document, claims = hostile(number, url)
            ledger.add(document, claims, source=f"{MARKUP} {number}")
    return path


@pytest.fixture
def client(hostile_ledger: Path, tmp_path: Path) -> Iterator[Client]:
    path = Path(shutil.copy(hostile_ledger, tmp_path / "own"))
    app = create_app(Settings(path, author=MARKUP, language="en"))
    with TestClient(app, base_url="http://127.0.0.1:8000", raise_server_exceptions=False) as client:
        yield client


def check_page(text: str, where: str) -> lxml.html.HtmlElement:
    """Fail where a page has markup that is not the application's."""
    page = lxml.html.document_fromstring(text or "<html></html>")
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag not in ("iframe", "object", "embed", "base", "style", "foreignobject"), where
        if element.tag == "script":
            kind = element.get("type", "")
            assert kind == "application/json" or str(element.get("src", "")).startswith(OWN_SCRIPTS), where
            assert kind == "application/json" or not (element.text or "").strip(), where
        if element.tag == "img":
            assert str(element.get("src", "")).startswith(("/", "data:image/")), where
        for name, value in element.attrib.items():
            assert not name.lower().startswith(("on", "hx-on", "style")), (where, element.tag, name)
            if name.lower() in (
                "href",
                "src",
                "action",
                "formaction",
                "xlink:href",
                "hx-get",
                "hx-post",
                "cite",
                "data",
            ):
                check_address(str(value), where)
    return page


def check_address(address: str, where: str) -> None:
    if address.startswith(("data:image/", "#")):
        return
    parts = urlsplit(urljoin("http://127.0.0.1:8000/", address))
    assert parts.scheme in ("http", "https"), (where, address)
    assert parts.netloc.rpartition("@")[2] in ("127.0.0.1:8000", "example.org"), (where, address)


def is_page(answer: object) -> bool:
    return getattr(answer, "headers", {}).get("content-type", "").startswith("text/html")


def test_no_page_takes_a_document_for_markup(client: Client) -> None:
    waiting = ["/", "/cl-no", "/no-cl", "/documents", "/entities", "/log", "/search?q=Norveçin"]
    # One of each sort of page is looked at before the next of any.
    of_pair = [
        asked.route.replace("{pair:str}", "cl-no")
        for asked in everything(client.app)
        if asked.method == "GET"
    ]
    waiting += [path for path in of_pair if "{" not in path]
    seen: set[str] = set()
    pages = 0
    while waiting and pages < MOST_PAGES:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        answer = client.get(path, headers={"accept-language": "en"})
        assert answer.status_code < 500, (path, answer.text[:300])
        if not is_page(answer):
            assert (
                "html" not in answer.headers.get("content-type", "").lower().replace("text/html", "html")[:4]
            )
            continue
        pages += 1
        page = check_page(answer.text, path)
        for link in page.xpath("//@href | //@hx-get"):
            target = urlsplit(urljoin(str(answer.url), str(link)))
            if target.netloc == "127.0.0.1:8000" and not target.path.startswith(("/static", "/language")):
                waiting.append(target.path + (f"?{target.query}" if target.query else ""))
    assert pages > 20


def test_the_text_is_there_as_text(client: Client) -> None:
    texts = [client.get(path).text for path in ("/cl-no", "/cl-no?as_of=2022")]
    assert any("&lt;script&gt;" in text for text in texts)


REFLECTED = (
    MARKUP,
    "javascript:alert(1)",
    '"onmouseover=alert(1) x="',
    "'-alert(1)-'",
    "\u2028alert(1)",
    "</script><script>alert(1)</script>",
    "%3Cscript%3E",
    "\0<script>",
)


@pytest.mark.parametrize("words", REFLECTED)
def test_no_page_takes_what_it_is_asked_for_for_markup(client: Client, words: str) -> None:
    names = (
        "q",
        "state",
        "as_of",
        "known_at",
        "page",
        "back",
        "next",
        "kind",
        "type",
        "from",
        "to",
        "language",
        "done",
        "after",
        "year",
    )
    for asked in everything(client.app):
        if asked.method != "GET":
            continue
        for query in [dict.fromkeys(names, words), *({name: words} for name in names)]:
            answer = client.get(asked.path, params=query, follow_redirects=False)
            assert answer.status_code < 500, (asked, query)
            if is_page(answer):
                check_page(answer.text, f"{asked.path}?{query}")
            elif answer.status_code in (301, 302, 303, 307, 308):
                check_address(answer.headers["location"], asked.path)


@pytest.mark.parametrize("words", [*REFLECTED, 'az-kz"><script>alert(1)</script>', "az-<b>"])
def test_no_page_takes_its_own_address_for_markup(client: Client, words: str) -> None:
    for asked in everything(client.app):
        if asked.method != "GET" or "{" not in asked.route:
            continue
        path = asked.route
        while "{" in path:
            before, _, rest = path.partition("{")
            path = before + quote(words, safe="") + rest.partition("}")[2]
        answer = client.get(path, follow_redirects=False)
        assert answer.status_code < 500, path
        if is_page(answer):
            check_page(answer.text, path)
        elif answer.status_code in (301, 302, 303, 307, 308):
            check_address(answer.headers["location"], path)


def test_headers_of_a_request_are_not_taken_for_markup(client: Client) -> None:
    for name in (
        "accept-language",
        "hx-current-url",
        "hx-target",
        "hx-trigger",
        "referer",
        "user-agent",
        "hx-prompt",
        "if-none-match",
    ):
        for path in ("/", "/cl-no", "/none/such"):
            answer = client.get(path, headers={name: MARKUP, "hx-request": "true"})
            assert answer.status_code < 500
            check_page(answer.text, name)


def test_what_a_form_brings_is_not_taken_for_markup(client: Client) -> None:
    for asked in everything(client.app):
        if asked.method == "POST" and not asked.is_of_api:
            answer = post(client, asked.path, **dict.fromkeys(FORM_FIELDS, MARKUP))
            assert answer.status_code < 500, (asked, answer.text[:300])
            if is_page(answer):
                check_page(answer.text, asked.path)


def test_an_error_of_the_api_is_json_whatever_is_asked(client: Client) -> None:
    answer = client.get(f"/api/v1/{quote(MARKUP, safe='')}")
    assert answer.headers["content-type"].startswith(("application/json", "application/problem+json"))
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_name_of_an_account_is_text(hostile_ledger: Path, client: Client) -> None:
    check_page(client.get("/account").text, "/account")
    assert token_for(client)
