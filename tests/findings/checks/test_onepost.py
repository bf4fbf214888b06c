from __future__ import annotations

from typing import Any

import pytest

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.findings import find
from tests.findings.told import document, the, told


def head(host: str, when: str | None, person: str = "Ana Soto", sender: str = "PE", **fields: Any) -> Claim:
    parties = tuple(sorted((sender, host)))
    fields = {"office": "ambassador", "doc": host, **fields}
    return told("mission.head", when, sender=sender, host=host, person=person, parties=parties, **fields)


CARDS = {document(name): SourceCard(published="2015-06-01") for name in ("UY", "PY", "a")}


def checked(*claims: Claim) -> list[str]:
    return [f.status for f in find(claims, CARDS) if f.reason.code == "one_post"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2010/2014", "2012/2016", ["inferred"]),
        ("2010/2014", "2014/2016", []),
        ("2010/2014", "2013-09/2016", ["inferred"]),
        ("2010/2014-03", "2014-03-20/2016", []),
        ("2010/..", "2013/..", ["inferred"]),
        ("2010/..", "2015/..", []),  # what is still held was sure to be when it was published only
        ("2010/..", "2016/..", []),
        ("2010", "2010/2012", []),
        (None, "2010/2012", []),
    ],
)
def test_a_person_in_two_posts_at_once_is_told_of(
    first: str | None, second: str, expected: list[str]
) -> None:
    assert checked(head("UY", first), head("PY", second)) == expected


def test_it_is_worded_as_accreditation_or_another_person() -> None:
    found = the("one_post", find([head("UY", "2010/2014"), head("PY", "2012/2016")], {}))
    assert found.parties == ("PE", "PY", "UY")
    sentence = found.reason.sentence("en")
    assert sentence.startswith("Ana Soto is named for two posts at once: in Paraguay")
    assert "accredited to both, or another person of that name" in sentence
    assert "akkreditə" in found.reason.sentence("az")


@pytest.mark.parametrize(
    "claims",
    [
        [head("UY", "2010/2014"), head("PY", "2012/2016", person="Eva Soto")],
        [head("UY", "2010/2014", person="Soto"), head("PY", "2012/2016", person="Soto")],
        [head("UY", "2010/2014", person="A. Soto"), head("PY", "2012/2016")],
        [head("UY", "2010/2014"), head("PY", "2012/2016", sender="BR")],
        [head("UY", "2010/2014"), head("UY", "2012/2016", office="consul_general")],
        [head("UY", "2010/2014"), head("PY", "2012/2016", stance="plan")],
    ],
)
def test_near_misses(claims: list[Claim]) -> None:
    assert checked(*claims) == []


def test_each_two_posts_are_told_once_and_no_name_hides_another() -> None:
    both = [head(host, "2010/2014", doc=doc) for host in ("UY", "PY") for doc in ("a", "b")]
    others = [head(host, "2010/2014", person="Eva Soto", office="consul") for host in ("UY", "PY")]
    assert checked(*both) == ["inferred"]
    assert checked(*both, *others) == ["inferred", "inferred"]
    assert find([*both, *others], CARDS) == find([*others, *both][::-1], CARDS)
