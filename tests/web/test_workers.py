"""Processes that do what takes long."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from korpu.web.workers import MOST_WORKERS, Busy, WorkEnded, Workers, WorkFailed, WorkLost


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers()
    yield made
    made.end()


def test_what_a_function_returns_comes_back_from_another_process(workers: Workers) -> None:
    assert workers.run(sum, (1, 2)) == 3
    assert workers.run(os.getpid) != os.getpid()


def test_what_it_raises_is_told_and_the_worker_goes_on(workers: Workers) -> None:
    with pytest.raises(WorkFailed, match="invalid literal"):
        workers.run(int, "many")
    assert workers.run(int, "12") == 12


def test_a_worker_that_dies_or_takes_too_long_is_replaced(workers: Workers) -> None:
    with pytest.raises(WorkLost, match="ended before it was done"):
        workers.run(os._exit, 3)
    with pytest.raises(WorkLost, match="was given up"):
        workers.run(time.sleep, 60, longest=0.1)
    assert workers.run(int, "12") == 12


def test_long_work_leaves_a_worker_to_others(workers: Workers) -> None:
    begun = [
        threading.Thread(target=lambda: workers.run(time.sleep, 3, is_long=True), daemon=True)
        for _ in range(MOST_WORKERS + 1)
    ]
    for thread in begun:
        thread.start()
    time.sleep(0.2)
    begin = time.monotonic()
    assert workers.run(sum, (1, 2)) == 3
    assert time.monotonic() - begin < 2.5
    for thread in begun:
        thread.join(timeout=60)


def test_work_goes_to_the_worker_that_did_work_about_the_same(workers: Workers) -> None:
    first = {about: workers.run(os.getpid, is_long=True, about=about) for about in ("a", "b")}
    for about in ("b", "a", "a", "b"):
        assert workers.run(os.getpid, is_long=True, about=about) == first[about]


def test_a_worker_that_was_ended_while_it_did_nothing_is_begun_anew(workers: Workers) -> None:
    os.kill(workers.run(os.getpid), signal.SIGKILL)
    time.sleep(0.2)
    assert workers.run(int, "12") == 12


def test_who_comes_when_many_wait_is_told(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("korpu.web.workers.MOST_WAITING", 0)
    with pytest.raises(Busy):
        workers.run(int, "12")
    assert workers.run(int, "12", is_long=True) == 12


def test_a_single_worker_does_long_work_too() -> None:
    one = Workers(1)
    assert one.run(sum, (1, 2), is_long=True) == 3
    one.end()


def test_no_more_work_at_once_than_there_are_workers(workers: Workers) -> None:
    found: list[int] = []
    threads = [
        threading.Thread(target=lambda: found.append(workers.run(os.getpid)), daemon=True) for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert len(found) == 6 and len(set(found)) <= MOST_WORKERS


def test_warm_workers_wait_for_work(workers: Workers, tmp_path: Path) -> None:
    workers.warm(os.getpid)
    workers.warm(os.getpid)
    assert workers.run(int, "12") == 12


def test_what_is_under_way_ends_when_the_workers_do() -> None:
    workers, raised = Workers(), list[BaseException]()

    def wait() -> None:
        try:
            workers.run(time.sleep, 600)
        except WorkEnded as error:
            raised.append(error)

    waiting = [threading.Thread(target=wait, daemon=True) for _ in range(4)]  # two of them for a worker
    for thread in waiting:
        thread.start()
    time.sleep(0.5)
    begun = time.monotonic()
    workers.end()
    for thread in waiting:
        thread.join(timeout=30)
    assert len(raised) == 4 and time.monotonic() - begun < 10
    with pytest.raises(WorkEnded):
        workers.run(int, "12")
