"""`korpu news`: what is new in a ledger between two moments, as a text, as JSON lines and as a feed."""

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from korpu.claims import Claim, Value
from korpu.cli import korpu
from korpu.document import Document, SourceCard
from korpu.ledger.store import Ledger, open_ledger
from tests.ledger.clock import Clock

from ..samples import make_claim

ATOM = "{http://www.w3.org/2005/Atom}"
FIRST_DAY, SECOND_DAY, THIRD_DAY = "2024-05-03", "2024-05-04", "2024-05-05"
OLD = "Dövriyyə 2021-ci ildə 4,5 milyon dollar olub."
OTHER = "Rəsmi statistikaya görə, 2021-ci ilin dövriyyəsi 9 milyon dollardır."
EMBASSY = "Norveçin Çilidəki səfirliyi 1997-ci ildə açılıb."


def add(
    ledger: Ledger, text: str, publisher: str, *claimed: tuple[str, str | None], published: str = "2022"
) -> Document:
    """Add a document in which each sentence claims a turnover of so much, or an embassy's opening."""
    document = Document(text, SourceCard(publisher=publisher, published=published))
    claims: list[Claim] = []
    for sentence, amount in claimed:
        if amount is None:
            claims.append(make_claim(document, sentence))
            continue
        value = Value(amount, "USD", "exact")
        claims.append(
            make_claim(document, sentence, kind="trade.turnover", roles={}, when="2021", value=value)
        )
    ledger.add(document, claims)
    return document


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """A ledger that on the first day learns a figure, on the second another and an embassy, and loses the latter on the third."""
    clock = Clock()
    with open_ledger(tmp_path / "ledger.sqlite", clock=clock) as ledger:
        add(ledger, OLD, "Səhər", (OLD, "4500000"))
        clock.pass_day()
        add(ledger, OTHER, "Gömrük Komitəsi", (OTHER, "9000000"), published="2023")
        embassy = add(ledger, EMBASSY, "Axşam", (EMBASSY, None))
        clock.pass_day()
        ledger.withdraw(embassy.id, "saxta sənəd")
    yield tmp_path / "ledger.sqlite"


def run(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(korpu, ["news", *arguments, "--ledger", str(path)])


def lines(path: Path, *arguments: str) -> list[dict[str, object]]:
    result = run(path, *arguments, "--format", "jsonl")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def words(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return " ".join(result.stdout.split())


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (FIRST_DAY, FIRST_DAY, ["appeared"]),
        (SECOND_DAY, SECOND_DAY, ["disputed", "appeared"]),
        (THIRD_DAY, THIRD_DAY, ["gone"]),
        (SECOND_DAY, THIRD_DAY, ["disputed"]),  # the embassy came and went
        ("2024-05-04T12:00:01Z", SECOND_DAY, []),
        ("2024-05-06", "2024-05-07", []),
    ],
)
def test_what_is_new_is_that_between_two_moments(path: Path, since: str, until: str, expected: list[str]):
    assert [line["what"] for line in lines(path, "--since", since, "--known-at", until)] == expected


def test_without_since_it_is_the_last_seven_days(path: Path):
    assert [line["what"] for line in lines(path, "--known-at", "2024-05-10")] == ["disputed"]
    assert [line["what"] for line in lines(path, "--known-at", "2024-05-12")] == ["gone"]
    assert lines(path, "--known-at", "2024-05-13") == []


def test_of_what_is_told_of_later_times_nothing_is_news(path: Path):
    asked = ("--since", SECOND_DAY, "--known-at", SECOND_DAY)
    assert [line["kind"] for line in lines(path, *asked, "--as-of", "2000")] == ["mission.opened"]


def test_json_has_what_is_what_was_and_the_sentences_of_both(path: Path):
    (line, _) = lines(path, "NO", "CL", "--since", SECOND_DAY, "--known-at", SECOND_DAY)
    assert (line["pair"], line["section"], line["kind"]) == (["NO", "CL"], "trade", "trade.turnover")
    assert str(line["at"]).startswith(SECOND_DAY)
    was, now = line["was"], line["now"]
    assert isinstance(was, dict) and isinstance(now, dict)
    assert (was["status"], now["status"]) == ("single", "disputed")
    assert [one["quote"] for one in was["evidence"]] == [OLD]
    assert {now["evidence"][0]["quote"], now["others"][0]["evidence"][0]["quote"]} == {OLD, OTHER}


def test_what_is_gone_says_why_its_ground_was_withdrawn(path: Path):
    (line,) = lines(path, "--since", THIRD_DAY, "--known-at", THIRD_DAY)
    assert (line["now"], line["because"]) == (None, ["saxta sənəd"])
    assert "Withdrawn because: «saxta sənəd»" in words(
        run(path, "--since", THIRD_DAY, "--known-at", THIRD_DAY, "--language", "en")
    )


def test_the_text_says_what_holds_what_was_before_and_who_says_so(path: Path):
    told = words(run(path, "--since", SECOND_DAY, "--known-at", SECOND_DAY, "--language", "en"))
    assert "4 May 2024 – 4 May 2024" in told
    assert "Chile and Norway" in told
    assert "Now disputed. Trade turnover, 2021: 4.5 million US dollars" in told
    assert "But: 9 million US dollars" in told
    assert "Before: 4.5 million US dollars [1] · one source · 1 document" in told
    assert f"«{OTHER}» Untitled document, Gömrük Komitəsi, 2023" in told
    assert "New. Norway’s embassy in Chile opened in 1997" in told


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("az", "Bu müddətdə yeni heç nə yoxdur."), ("en", "Nothing is new in this time.")],
)
def test_where_nothing_is_new_a_sentence_says_so(path: Path, language: str, sentence: str):
    assert sentence in words(run(path, "--since", "2024-05-06", "--language", language))


def test_a_pair_on_which_documents_came_but_nothing_is_new_is_named(path: Path):
    clock = Clock()
    clock.now = clock.now.replace(day=6)
    with open_ledger(path, clock=clock) as ledger:
        add(ledger, f"Yenə: {OLD}", "Səhər", (OLD, "4500000"))
    told = words(run(path, "--since", "2024-05-06", "--known-at", "2024-05-06", "--language", "en"))
    assert told.endswith("Nothing is new in this time.")


def test_a_file_takes_its_form_from_its_name(path: Path, tmp_path: Path):
    asked = ("--since", SECOND_DAY, "--known-at", SECOND_DAY)
    for name in ("news.atom", "news.jsonl", "news.txt"):
        result = run(path, *asked, "-o", str(tmp_path / name))
        assert (result.exit_code, result.output) == (0, "")
    feed = ET.fromstring((tmp_path / "news.atom").read_bytes())
    assert len(feed.findall(f"{ATOM}entry")) == 2
    assert len((tmp_path / "news.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    assert "Mübahisəli oldu" in (tmp_path / "news.txt").read_text(encoding="utf-8")


def test_the_same_question_makes_the_same_bytes(path: Path):
    asked = ("--since", SECOND_DAY, "--format", "atom")
    assert run(path, *asked).stdout_bytes == run(path, *asked).stdout_bytes


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("--since", "2024-05-06", "--known-at", "2024-05-05"), 2, "Give an earlier --since"),
        (("CL", "PE"), 1, "The ledger holds nothing on Chile and Peru"),
        (("CL",), 2, "give two states or none"),
    ],
)
def test_what_cannot_be_asked_is_said(path: Path, arguments: tuple[str, ...], status: int, message: str):
    result = run(path, *arguments)
    assert result.exit_code == status
    assert message in result.output
