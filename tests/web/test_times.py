"""The two times of a page."""

import datetime as dt

import pytest

from korpu.errors import WrongUse
from korpu.web.times import Times, times_of


def test_times_stay_in_the_addresses_of_other_pages() -> None:
    times = times_of({"as_of": "2015-03", "known_at": "2024-05-03", "kind": "visit"})
    assert times.address("/az-kz/map") == "/az-kz/map?as_of=2015-03&known_at=2024-05-03"
    assert times.day == dt.date(2015, 3, 31)
    assert times.instant == dt.datetime.combine(dt.date(2024, 5, 3), dt.time.max, dt.UTC)


def test_no_times_are_no_query() -> None:
    assert times_of({"as_of": " "}) == Times()
    assert Times().address("/az-kz") == "/az-kz"


@pytest.mark.parametrize(
    "query", [{"as_of": "yesterday"}, {"known_at": "2024-13-01"}, {"as_of": "2001/2002"}]
)
def test_what_is_no_date_is_wrong_use(query: dict[str, str]) -> None:
    with pytest.raises(WrongUse):
        times_of(query)
