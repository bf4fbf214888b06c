"""The pages that add documents."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest
from litestar import Litestar
from litestar.testing import TestClient
from playwright.sync_api import Page

from korpu.accounts.account import Role
from korpu.web.jobs import Job, Jobs
from korpu.web.pages import add
from korpu.web.visit import Visitor
from tests.web.conftest import OpenPage

TEXT = "Azərbaycanın Qazaxıstandakı səfiri Vüqar <i>Həsənlidir</i>. Azərbaycanın Qazaxıstanda səfirliyi 1991-ci ildə açılıb."
FILES = {
    "bir.txt": "Çilinin Perudakı səfirliyi 1990-cı ildə açılıb.".encode(),
    "iki.pdf": b"%PDF-1.7 \x01\x02",
    "<b>üç.txt": "2021-ci ildə Çili ilə Peru arasında ticarət dövriyyəsi 3,1 milyard dollar olub.".encode(),
}


def begun(client: TestClient[Litestar], files: dict[str, bytes] | None = None, **fields: str) -> str:
    """The path of the job that the form begins."""
    token = re.search(r'name="_csrf_token" value="([^"]*)"', client.get("/add").text)
    assert token
    form = fields | {"_csrf_token": token[1]}
    parts = [(name, (None, value.encode())) for name, value in form.items()]
    parts += [("files", (name, data)) for name, data in (files or {}).items()]
    answer = client.post("/add", files=parts, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def jobs_of(client: TestClient[Litestar]) -> Jobs:
    jobs: Jobs = client.app.state.jobs
    return jobs


def ended(client: TestClient[Litestar], path: str) -> str:
    """The job's page, when all is done."""
    job = job_at(client, path)
    end = time.monotonic() + 60
    while not job.is_done:
        assert time.monotonic() < end
        time.sleep(0.02)
    return client.get(path).text


def job_at(client: TestClient[Litestar], path: str) -> Job:
    return jobs_of(client)._jobs[path.rpartition("/")[2]]


def test_three_files_of_which_one_fails(client: TestClient[Litestar]) -> None:
    page = ended(client, begun(client, FILES))
    assert "2 documents were added" in page and "1 could not be added" in page
    assert "it is a PDF file, not text" in page
    assert "<b>üç" not in page and "&lt;b&gt;üç.txt" in page
    assert "mission opened" in page and "trade turnover" in page


def test_a_text_with_its_card_and_what_no_longer_agrees(client: TestClient[Litestar]) -> None:
    path = begun(
        client,
        text=TEXT,
        title="Yeni <səfir>",
        publisher="Xəbər",
        published="2024-05",
        url="https://a.example.org/1",
    )
    page = ended(client, path)
    assert "Yeni &lt;səfir&gt;" in page and "no longer agree" in page
    assert 'href="/az-kz/disagreements"' in page
    (added,) = (one.added for one in job_at(client, path).outcomes)
    assert added
    card = client.app.state.ledger.document(added.document).card
    assert (card.publisher, card.published, card.url, card.origin) == (
        "Xəbər",
        "2024-05",
        "https://a.example.org/1",
        None,
    )
    assert "edition 2" in ended(client, begun(client, text=TEXT + " Salam.", url="https://a.example.org/1"))
    assert "already in the ledger" in ended(client, begun(client, text=TEXT))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "There is nothing to add"),
        ({"text": "Salam.", "published": "tomorrow"}, "tomorrow"),
        ({"text": "Salam.", "language": "xx"}, "No language «xx»"),
        ({"text": "Salam.", "encoding": "rot13"}, "No encoding «rot13»"),
        ({"addresses": "https://a.example\nhttps://b.example", "title": "A"}, "one document’s"),
        ({"addresses": "\n".join(f"https://a.example/{n}" for n in range(201))}, "more than 200 documents"),
    ],
)
def test_a_sentence_says_what_is_wrong_and_the_fields_stay(
    client: TestClient[Litestar], fields: dict[str, str], sentence: str
) -> None:
    answer = client.post(
        "/add", files={name: (None, value.encode()) for name, value in fields.items()} or {"a": (None, b"")}
    )
    assert answer.status_code == 400 and sentence.replace("’", "&#39;") in answer.text
    assert all(
        value.splitlines()[0][:60] in answer.text for name, value in fields.items() if name != "language"
    )


def test_events_come_in_the_order_of_the_documents_and_go_on_where_they_were(
    client: TestClient[Litestar],
) -> None:
    path = begun(client, FILES)
    told = list(stream(client, f"{path}/events"))
    documents = [(id, data) for event, id, data in told if event == "document"]
    assert [id for id, _ in documents] == ["1", "2", "3"]
    assert all(name in data for name, (_, data) in zip(("bir.txt", "iki.pdf", "üç"), documents, strict=True))
    assert [event for event, _, _ in told][-1] == "end"
    progress = [msgspec.json.decode(data)[0] for event, _, data in told if event == "progress"]
    assert progress == sorted(progress) and progress[-1] == 3
    again = [(event, id) for event, id, _ in stream(client, f"{path}/events", {"Last-Event-ID": "2"})]
    assert again == [("document", "3"), ("progress", ""), ("end", "")]


def stream(
    client: TestClient[Litestar], path: str, headers: dict[str, str] | None = None
) -> Iterator[tuple[str, str, str]]:
    """Each event's name, id and data."""
    answer = client.get(path, headers=headers or {})
    assert answer.headers["content-type"].startswith("text/event-stream")
    for block in answer.text.replace("\r\n", "\n").split("\n\n"):
        lines = dict(line.partition(": ")[::2] for line in block.splitlines() if not line.startswith(":"))
        if "event" in lines:
            yield lines["event"], lines.get("id", ""), lines.get("data", "")


@contextmanager
def visited_by(monkeypatch: pytest.MonkeyPatch, visitor: Visitor) -> Iterator[None]:
    async def identify(connection: Any) -> Visitor:
        connection.scope["auth"], connection.scope["user"] = None, visitor
        return visitor

    with monkeypatch.context() as patch:
        patch.setattr("korpu.web.safety.gate.identify", identify)
        yield


def test_a_job_of_another_visitor_is_not_shown(
    client: TestClient[Litestar], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = begun(client, text=TEXT)
    ended(client, path)
    with visited_by(monkeypatch, Visitor("Orxan", Role.EDITOR)):
        assert client.get(path).status_code == 404
        assert client.get(f"{path}/events").status_code == 404
        assert path not in client.get("/add").text
    assert client.get(path).status_code == 200 and path in client.get("/add").text
    assert client.get("/add/aaaaaaaaaaaaaaaaaaaaaaaa").status_code == 404


def test_a_reader_adds_nothing(client: TestClient[Litestar], monkeypatch: pytest.MonkeyPatch) -> None:
    before = client.app.state.ledger.last_change()
    with visited_by(monkeypatch, Visitor("Nigar", Role.READER)):
        assert client.get("/add").status_code == 403
        assert client.post("/add", files={"text": (None, TEXT.encode())}).status_code == 403
    assert client.app.state.ledger.last_change() == before


def test_other_pages_come_while_a_job_runs(client: TestClient[Litestar]) -> None:
    jobs = jobs_of(client)
    with jobs._turn:
        path = begun(client, text=TEXT)
        assert "Documents are being read" in client.get(path).text
        assert client.get("/az-kz").status_code == 200
    ended(client, path)


def test_a_stream_ends_by_itself_so_that_the_application_can(
    client: TestClient[Litestar], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(add, "STREAM", 0.5)
    jobs = jobs_of(client)
    with jobs._turn:
        path = begun(client, text=TEXT)
        assert [event for event, _, _ in stream(client, f"{path}/events")] == ["progress"]
    ended(client, path)


def test_the_application_ends_cleanly_while_a_job_runs(app: Litestar) -> None:
    threads = set(threading.enumerate())
    with TestClient(app, base_url="http://127.0.0.1:8000") as client:
        path = begun(client, {"uzun.txt": (TEXT * 20_000).encode()})
        job = job_at(client, path)
        begin = time.monotonic()
    assert job.is_done and time.monotonic() - begin < 20
    assert not [one for one in set(threading.enumerate()) - threads if one.name.startswith("job ")]


def write(folder: Path) -> list[Path]:
    paths = []
    for number, data in enumerate(FILES.values()):
        path = folder / f"{number}.txt"
        path.write_bytes(data)
        paths.append(path)
    return paths


def send(page: Page, folder: Path) -> None:
    page.locator("#files").set_input_files(write(folder))
    page.locator("#text").fill(TEXT)
    page.locator("button.first").click()


@pytest.mark.parametrize(
    ("language", "width", "found"), [("en", 1600, "What was found"), ("az", 360, "Nə tapıldı")]
)
def test_files_and_a_text_are_added_in_a_browser(
    open_page: OpenPage, tmp_path: Path, language: str, width: int, found: str
) -> None:
    page = open_page("/add", language=language, width=width, dark=width == 360)
    send(page, tmp_path)
    page.get_by_role("heading", name=found).wait_for()
    page.wait_for_load_state()
    assert page.locator(".outcome").count() == 4 and page.locator(".outcome.failed").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator(".by-pair .refs a").first.click()
    page.locator("#evidence mark").wait_for()


def test_without_scripts_the_page_comes_again_until_all_is_done(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("/add", scripts=False)
    send(page, tmp_path)
    page.get_by_role("heading", name="What was found").wait_for(timeout=30_000)
    assert page.locator(".outcome").count() == 4
