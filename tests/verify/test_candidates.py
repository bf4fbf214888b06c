"""Candidates are all claims that a look at each would find."""

from collections import defaultdict

import msgspec
import pytest

from bench.pairs import read_pairs
from korpu.claims import Claim
from korpu.kinds import kinds
from korpu.verify.bearing import may_be_on_same_matter
from korpu.verify.candidates import Candidates

PARTIES = ("AO", "NA")


def claims_of_kinds() -> dict[str, list[Claim]]:
    """Claims in many spellings, as though all were on the same two states."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for pair in read_pairs():
        for told in (pair.left, pair.right):
            found[told.kind].append(msgspec.structs.replace(told.claim(0), parties=PARTIES))
    return found


CLAIMS = claims_of_kinds()


@pytest.mark.parametrize("kind", sorted(CLAIMS))
def test_no_claim_on_a_drafts_matter_is_passed_over(kind: str) -> None:
    told = CLAIMS[kind]
    candidates = Candidates(kinds()[kind], told)
    for draft in told:
        each = [claim for claim in told if may_be_on_same_matter(draft, claim)]
        assert candidates.on_matter_of(draft) == each, draft
