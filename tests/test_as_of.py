import datetime as dt

import pytest

from korpu.as_of import is_told_by
from tests.samples import make_document, opened, turnover

DAY = dt.date(2015, 6, 30)


@pytest.mark.parametrize(
    ("fields", "published", "told"),
    [
        ({"when": "2015"}, "2020", True),  # an event counts from the first day that it may be of
        ({"when": "2015-07"}, "2015", False),
        ({"when": "2016", "stance": "plan"}, "2014", True),  # a plan, from when it was said
        ({"when": "2014", "stance": "plan"}, "2016", False),
        ({"when": None}, "2016", False),  # what has no date is of its document's day
        ({"when": None}, "2015", True),
        ({"when": None}, None, True),
        ({"kind": "mission.head", "when": "2014/.."}, "2016", True),
    ],
)
def test_a_claim_is_told_by_a_day(fields: dict[str, str | None], published: str | None, told: bool) -> None:
    claim = opened(make_document(), **fields)
    assert is_told_by(claim, published, DAY) is told
    assert is_told_by(claim, published, None)


def test_a_periods_amount_is_told_when_the_period_is_over() -> None:
    claim = turnover(make_document())
    assert not is_told_by(claim, None, dt.date(2021, 12, 30))
    assert is_told_by(claim, None, dt.date(2021, 12, 31))
