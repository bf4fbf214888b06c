import time

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.findings import Finding, find, to_json

from .told import document, told

roles = st.fixed_dictionaries(
    {}, optional={"sender": st.just("PE"), "host": st.just("UY"), "mission": st.sampled_from(["embassy", "consulate"]),
                  "place": st.sampled_from(["Lima", "Salto"]), "office": st.just("ambassador"),
                  "person": st.sampled_from(["Ana Soto", "A. Soto", "Soto", "Eva Soto", "Eva Ruiz"]),
                  "reporter": st.sampled_from(["PE", "UY"]), "owner": st.just("PE")},
)  # fmt: skip
whens = st.sampled_from(
    [None, "2004", "2004-03", "2004-03-01", "2005", "2004/..", "199X", "2004~", "not a date"]
)
amounts = st.sampled_from(
    [None, "exact 100 USD", "exact 100 -", "exact 100000 USD", "over 90 USD", "up_to 130 USD", "exact 101 EUR", "exact x -"]
)  # fmt: skip
kinds = st.sampled_from(
    ["mission.opened", "mission.founded", "mission.head", "trade.turnover", "trade.exports", "trade.imports",
     "company.count", "parliament.group_chair", "visit", "organisation.shared"]
)  # fmt: skip
stances = st.sampled_from(["fact", "estimate", "plan", "target", "denied"])


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    return told(
        draw(kinds), draw(whens), draw(amounts), doc=draw(st.sampled_from("abc")), row=draw(st.integers(1, 3)),
        stance=draw(stances), **draw(roles),
    )  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(claims(), max_size=12).flatmap(
        lambda told_of: st.tuples(st.just(told_of), st.permutations(told_of))
    )
)
def test_the_order_of_claims_changes_no_finding(orders: tuple[list[Claim], list[Claim]]):
    cards = {document("b"): SourceCard(published="2006-01-01"), document("c"): SourceCard(published="2003")}
    first, second = (find(order, cards) for order in orders)
    assert first == second
    assert len({finding.id for finding in first}) == len(first)
    known = {claim.id for claim in orders[0]}
    for finding in first:
        assert finding.claims and set(finding.claims) <= known
        assert all({c.left, c.right} <= known for c in finding.comparisons)
        for language in ("en", "az"):
            assert "{" not in finding.reason.sentence(language)
            msgspec.json.decode(to_json(finding, language))


@given(st.lists(claims(), max_size=8))
@settings(max_examples=50, deadline=None)
def test_every_answering_claim_is_in_a_finding(told_of: list[Claim]):
    found = {id for finding in find(told_of, {}) for id in finding.claims}
    assert {claim.id for claim in told_of} <= found


def test_json_has_the_reason_as_a_sentence_in_the_language_asked_for():
    (finding,) = find([told("company.count", None, "exact 40 company", owner="PE", host="UY")], {})
    row = msgspec.json.decode(to_json(finding, "az"))
    assert {"id", "kind", "parties", "roles", "when", "value", "status", "reason", "reason_code", "claims", "documents", "witnesses", "preferred", "decided", "comparisons"} == set(row)  # fmt: skip
    assert row["reason"].startswith("Məlumat")
    assert row["value"] == {"amount": "40", "unit": "company", "bound": "exact", "to": None}
    assert row["id"] == finding.id


def many(kind: str, number: int) -> list[Claim]:
    year = str(1980 + number % 40)
    name = f"{chr(97 + number % 26)}na {chr(97 + number % 23)}{chr(97 + number % 19)}ov"
    fields = {
        "visit": {"visitor": name, "to": "PE"},
        "mission.head": {"sender": "PE", "host": "UY", "office": "ambassador", "person": name},
        "agreement.signed": {"title": f"{name} ilə {number % 300} nömrəli əməkdaşlıq haqqında Saziş"},
        "trade.turnover": {},
    }[kind]
    amount = f"exact {number} USD" if kind == "trade.turnover" else None
    return [told(kind, year, amount, doc=str(number % 150), row=number + 1, **fields)]


@pytest.mark.parametrize("kind", ["visit", "mission.head", "agreement.signed", "trade.turnover"])
def test_two_thousand_claims_take_no_time_to_speak_of(kind: str):
    claims = [claim for number in range(2000) for claim in many(kind, number)]
    start = time.process_time()
    found: tuple[Finding, ...] = find(claims, {})
    assert found
    assert time.process_time() - start < 3, "well under a second on an idle machine"
