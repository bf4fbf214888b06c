"""Jobs: documents that are read into the ledger one after another."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from korpu.document import SourceCard
from korpu.ledger.store import Ledger, open_ledger
from korpu.web import jobs as module
from korpu.web.given import Given
from korpu.web.jobs import Address, Job, Jobs, TooManyJobs
from korpu.web.workers import Workers

EMBASSY = "Norveçin Çilidəki səfirliyi {year}-ci ildə açılıb."


def given(name: str, text: str | bytes, **card: str) -> Given:
    return Given(name, text if isinstance(text, bytes) else text.encode(), SourceCard(**card))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "a.ledger", author="Samirə") as opened:
        yield opened


@pytest.fixture
def jobs(ledger: Ledger, tmp_path: Path) -> Iterator[Jobs]:
    made = Jobs(Workers(), tmp_path / "a.ledger")
    yield made
    made.end()


def wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not until():
        assert time.monotonic() < end
        time.sleep(0.02)


def done(job: Job) -> Job:
    wait(lambda: job.is_done)
    return job


def test_one_bad_document_of_three_leaves_the_others(jobs: Jobs, ledger: Ledger) -> None:
    items = [
        given("a.txt", EMBASSY.format(year=1997)),
        given("b.txt", b"%PDF-1.7 \x01\x02"),
        given("c.txt", "Görüş barədə məlumat verilməyib."),
    ]
    job = done(jobs.begin(ledger, "Samirə", items, "az"))
    first, second, third = job.outcomes
    assert first.added and first.added.is_new and first.kinds == (("mission.opened", 1),)
    assert first.pairs == (("CL", "NO"),) and first.coverage and first.coverage.claim == 1
    assert (
        second.failure
        == "b.txt: it is a PDF file, not text. Save it as text or as a web page (HTML), then add that."
    )
    assert third.added and not third.kinds
    assert len(ledger.documents()) == 2
    assert {change.author for change in ledger.log()} == {"Samirə"}


def test_what_was_known_withdrawn_or_another_edition_is_told(jobs: Jobs, ledger: Ledger) -> None:
    url = "https://a.example.org/1"
    first = done(jobs.begin(ledger, "a", [given("a", EMBASSY.format(year=1997), url=url)], "az")).outcomes[0]
    assert first.added and first.added.edition == 1
    ledger.withdraw(first.added.document, "doubtful")
    again, other = done(
        jobs.begin(
            ledger,
            "a",
            [given("a", EMBASSY.format(year=1997)), given("b", EMBASSY.format(year=1998), url=url)],
            "az",
        )
    ).outcomes
    assert again.added and not again.added.is_new and not again.added.stands
    assert other.added and other.added.edition == 2


def test_what_is_new_is_told_of_each_two_states(jobs: Jobs, ledger: Ledger) -> None:
    done(jobs.begin(ledger, "a", [given("a", EMBASSY.format(year=1997))], "az"))
    job = done(jobs.begin(ledger, "a", [given("b", EMBASSY.format(year=1998))], "az"))
    assert job.pairs == (("CL", "NO"),)
    assert [item.change.what for told in job.news for item in told.items] == ["disputed"]


def test_a_job_is_its_owners_only_and_its_id_is_not_guessed(jobs: Jobs, ledger: Ledger) -> None:
    mine = jobs.begin(ledger, "mine", [given("a", "Salam.")], "az")
    theirs = jobs.begin(ledger, "theirs", [given("b", "Salam.")], "az")
    assert jobs.find(mine.id, "mine") is mine
    assert jobs.find(mine.id, "theirs") is None and jobs.find("1", "mine") is None
    assert jobs.of("theirs") == (theirs,)
    assert len(mine.id) >= 24 and mine.id != theirs.id


def test_two_jobs_at_once_both_come_to_their_end(jobs: Jobs, ledger: Ledger) -> None:
    both = [
        jobs.begin(ledger, "a", [given(f"{n}", EMBASSY.format(year=year)) for n in range(3)], "az")
        for year in (1997, 1998)
    ]
    for job in both:
        assert len(done(job).outcomes) == 3
    assert len(ledger.documents()) == 2


def test_an_address_of_this_machine_is_not_fetched(jobs: Jobs, ledger: Ledger) -> None:
    (outcome,) = done(
        jobs.begin(ledger, "a", [Address("http://127.0.0.1:80/a", SourceCard())], "az")
    ).outcomes
    assert "not on the public web" in outcome.failure


def test_of_too_many_jobs_no_other_is_begun(
    jobs: Jobs, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_WAITING", 1)
    monkeypatch.setattr(module, "MOST_KEPT", 2)
    with jobs._turn:
        first = jobs.begin(ledger, "a", [given("a", "Salam.")], "az")
        with pytest.raises(TooManyJobs):
            jobs.begin(ledger, "a", [given("a", "Salam.")], "az")
    done(first)
    later = [done(jobs.begin(ledger, "a", [given("a", "Salam.")], "az")) for _ in range(3)]
    assert jobs.of("a") == (later[2], later[1])


def test_the_application_ends_while_a_job_runs(ledger: Ledger, tmp_path: Path) -> None:
    jobs = Jobs(Workers(), tmp_path / "a.ledger")
    long = " ".join(EMBASSY.format(year=1900 + n % 100) for n in range(20_000))
    items = [given("a", EMBASSY.format(year=1997)), given("long", long), given("c", "Salam.")]
    job = jobs.begin(ledger, "a", items, "az")
    wait(lambda: len(job.outcomes) == 1)
    begun = time.monotonic()
    jobs.end()
    assert job.is_done and time.monotonic() - begun < 10
    assert len(job.outcomes) < 3
    assert len(ledger.documents()) == 1
