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
        found = candidates.on_matter_of(draft)
        assert sorted(claim.id for claim in found) == sorted(claim.id for claim in each), draft


@pytest.mark.parametrize(
    ("kind", "role", "one", "other"),
    [
        ("mission.opened", "place", "Tel-Əviv", "Teləviv"),
        ("mission.opened", "place", "Göy Göl", "Göygöl"),
        ("agreement.signed", "title", "Sahil Bəyannaməsi", "sahil bəyannaməsi"),
        ("visit", "visitor", "Nikolay Nazarov", "Nikolay Nazarovun"),
        ("organisation.shared", "organisation", "Ticarət Palatası", "Chamber of Commerce"),
    ],
)
def test_names_are_found_in_every_spelling_that_is_compared(
    kind: str, role: str, one: str, other: str
) -> None:
    told = [
        Claim(kind, PARTIES, {role: name}, None, None, None, "fact", None, "a" * 64, 0, 9, "a quote")
        for name in (one, other)
    ]
    candidates = Candidates(kinds()[kind], told)
    for draft in told:
        assert len(candidates.on_matter_of(draft)) == 2
