"""What took long to make is kept as long as there is room."""

import threading
import time

import pytest

from korpu.web.kept import MISSING, Kept


def test_what_was_made_is_not_made_again() -> None:
    kept, made = Kept(10), []
    for _ in range(3):
        kept.get("a", lambda: made.append(1))
    assert made == [1]


def test_what_was_asked_for_least_lately_goes_first() -> None:
    kept = Kept(10)
    for name, weight in (("a", 4), ("b", 4)):
        kept.get(name, lambda: "made", lambda _, weight=weight: weight)
    kept.get("a", lambda: "never")
    kept.get("c", lambda: "c", lambda _: 4)
    assert [kept.has(name) for name in "abc"] == [True, False, True]


def test_what_is_heavier_than_all_room_is_kept_alone() -> None:
    kept = Kept(10)
    kept.get("a", lambda: "a")
    kept.get("b", lambda: "b", lambda _: 99)
    assert [kept.has(name) for name in "ab"] == [False, True]


def test_of_several_that_ask_at_once_one_makes_it() -> None:
    kept, made = Kept(10), []

    def make() -> str:
        made.append(1)
        time.sleep(0.05)
        return "done"

    threads = [threading.Thread(target=lambda: kept.get("a", make)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [1]


def test_what_fails_is_made_anew_the_next_time() -> None:
    kept = Kept(10)
    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: 1 // 0)
    assert kept.get("a", lambda: 1) == 1


def test_what_is_put_twice_weighs_once() -> None:
    kept = Kept(10)
    for _ in range(5):
        kept.put("a", "a", 6)
    kept.put("b", "b", 4)
    assert [kept.find(name) for name in "ab"] == ["a", "b"]


def test_what_could_not_be_made_is_made_by_the_next() -> None:
    kept = Kept(10)
    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: 1 // 0)
    assert kept.find("a") is MISSING
    assert kept.get("a", lambda: 2) == 2
