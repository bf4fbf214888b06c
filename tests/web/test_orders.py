"""What is ordered of workers is made once, kept, and told of where it fails."""

import os
import time
from collections.abc import Iterator

import pytest

from korpu.web import orders
from korpu.web.kept import Kept
from korpu.web.orders import NotYet, Order, Orders
from korpu.web.workers import WorkEnded, Workers, WorkFailed


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers()
    yield made
    made.end()


def order(function: object, *given: object) -> Order:
    return Order(function, given, None, lambda made: 1)  # type: ignore[arg-type]


def test_what_was_made_is_kept(workers: Workers) -> None:
    found = Orders(workers, Kept(10))
    first = found.find("pid", order(os.getpid), 60)
    assert first != os.getpid()
    assert found.find("pid", order(time.sleep, 60), 0) == first


def test_who_asks_again_waits_for_the_same(workers: Workers) -> None:
    found = Orders(workers, Kept(10))
    with pytest.raises(NotYet):
        found.find("a", order(time.monotonic), 0)
    first = found.find("a", order(time.monotonic), 60)
    assert found.find("a", order(time.monotonic), 60) == first


def test_a_failure_is_told_and_not_tried_again_at_once(
    workers: Workers, caplog: pytest.LogCaptureFixture
) -> None:
    found = Orders(workers, Kept(10))
    for _ in range(2):
        with pytest.raises(WorkFailed, match="ZeroDivisionError"):
            found.find("a", order(divmod, 1, 0), 60)
    assert "could not be made" in caplog.text
    assert len(caplog.records) == 1


def test_a_failure_is_forgotten_in_time(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orders, "FAILURES_KEPT", 0.0)
    found = Orders(workers, Kept(10))
    with pytest.raises(WorkFailed):
        found.find("a", order(divmod, 1, 0), 60)
    assert found.find("a", order(divmod, 7, 2), 60) == (3, 1)


def made_while_one_is_busy(found: Orders) -> tuple[float, float]:
    """When a small and a large order were made of which the large one was given first, and both had to wait."""
    for name, size in {"first": 0, "large": 80_000, "small": 1}.items():
        asked = order(time.sleep, 1) if name == "first" else order(time.monotonic)
        with pytest.raises(NotYet):
            found.find(name, asked._replace(size=size), 0)
    small, large = (found.find(name, order(time.monotonic), 60) for name in ("small", "large"))
    assert isinstance(small, float) and isinstance(large, float)
    return small, large


def test_of_what_waits_the_least_is_made_first(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orders, "AT_ONCE", 1)
    small, large = made_while_one_is_busy(Orders(workers, Kept(10)))
    assert small < large


def test_what_has_waited_long_is_made_before_what_is_less(
    workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orders, "AT_ONCE", 1)
    monkeypatch.setattr(orders, "PASSED_OVER", 0.0)
    small, large = made_while_one_is_busy(Orders(workers, Kept(10)))
    assert large < small


def test_who_waits_is_told_when_it_ends(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orders, "AT_ONCE", 1)
    found = Orders(workers, Kept(10))
    for name in ("made", "waiting"):
        with pytest.raises(NotYet):
            found.find(name, order(time.sleep, 1), 0)
    found.end()
    for name in ("waiting", "other"):
        with pytest.raises(WorkEnded):
            found.find(name, order(time.monotonic), 60)


def test_no_more_is_ordered_than_can_wait(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orders, "MOST_ORDERED", 1)
    found = Orders(workers, Kept(10))
    for key in ("a", "b"):
        with pytest.raises(NotYet):
            found.find(key, order(time.sleep, 1), 0)
    assert found.find("a", order(time.sleep, 1), 60) is None
    assert found.find("b", order(abs, -3), 60) == 3


def test_several_things_are_made_at_once_but_not_those_that_are_there(workers: Workers) -> None:
    kept = Kept(10)
    kept.put("a", 5, 1)
    found = Orders(workers, kept)
    found.make(workers, {"a": -1, "b": -2, "c": -3}, lambda wanted: order(sorted, list(wanted)))
    assert [kept.find(key) for key in "abc"] == [5, -3, -2]
