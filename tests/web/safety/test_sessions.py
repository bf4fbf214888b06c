import datetime as dt

from korpu.accounts.account import Account, Role
from korpu.web.safety.sessions import IDLE_SECONDS, MOST_OF_ONE, WHOLE_SECONDS, Sessions
from tests.web.safety.test_throttle import Clock

AYTEN = Account("Aytən", Role.EDITOR, dt.datetime(2026, 1, 1, tzinfo=dt.UTC))


def test_a_session_is_found_by_its_id_and_by_no_other() -> None:
    sessions = Sessions(Clock())
    session = sessions.begin(AYTEN)
    assert sessions.find(session.id) == session
    assert len(session.id) >= 43
    for id in ("", session.id[:-1], session.id + "a", "a" * 43, "\ud800", "ə"):
        assert sessions.find(id) is None


def test_each_session_has_an_id_of_its_own() -> None:
    sessions = Sessions(Clock())
    assert len({sessions.begin(AYTEN).id for _ in range(10)}) == 10


def test_a_session_ends_when_it_is_ended_and_may_be_ended_again() -> None:
    sessions = Sessions(Clock())
    session = sessions.begin(AYTEN)
    sessions.end(session.id)
    sessions.end(session.id)
    assert sessions.find(session.id) is None


def test_a_session_that_is_not_used_ends() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    session = sessions.begin(AYTEN)
    clock.now += IDLE_SECONDS
    assert sessions.find(session.id)
    clock.now += IDLE_SECONDS + 1
    assert sessions.find(session.id) is None


def test_a_session_that_is_used_ends_with_the_day() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    session = sessions.begin(AYTEN)
    begun = clock.now
    while sessions.find(session.id):
        clock.now += IDLE_SECONDS / 2
    assert WHOLE_SECONDS < clock.now - begun <= WHOLE_SECONDS + IDLE_SECONDS / 2


def test_an_account_has_so_many_sessions_and_the_oldest_ends() -> None:
    sessions = Sessions(Clock())
    begun = [sessions.begin(AYTEN) for _ in range(MOST_OF_ONE + 3)]
    assert [sessions.find(session.id) is None for session in begun[:4]] == [True, True, True, False]
    assert len(sessions) == MOST_OF_ONE


def test_sessions_that_are_over_are_not_kept() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    sessions.begin(AYTEN)
    clock.now += WHOLE_SECONDS + 1
    assert len(sessions) == 0
