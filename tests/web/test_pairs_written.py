"""Two states are found as they are written."""

import pytest

from korpu.errors import WrongUse
from korpu.render.wording.words import wording
from korpu.states import state_codes
from korpu.web.pairs_written import pair_written


@pytest.mark.parametrize("language", ["az", "en"])
def test_any_two_states_are_found_by_the_names_that_fields_show(language: str) -> None:
    say, codes = wording(language), sorted(state_codes())
    for first, second in zip(codes, [*codes[7:], *codes[:7]], strict=True):
        shown = f"{say.state(first)} – {say.state(second)}"
        assert pair_written(shown) == tuple(sorted((first, second))), shown


@pytest.mark.parametrize(
    "written",
    ["az-kz", "KZ AZ", "Azerbaijan – Kazakhstan", "az—Qazaxıstan", "Qazaxıstan və Azərbaycan", "AZ, kazakhstan", "az‑kz"],
)  # fmt: skip
def test_names_and_codes_may_be_mixed(written: str) -> None:
    assert pair_written(written) == ("AZ", "KZ")


@pytest.mark.parametrize(
    "written", ["South Sudan", "az-az", "az", "Narnia – Azerbaijan", "az-kz-ge", "x " * 9999]
)
def test_what_is_no_two_states_is_refused(written: str) -> None:
    with pytest.raises(WrongUse, match="is no two states"):
        pair_written(written)
