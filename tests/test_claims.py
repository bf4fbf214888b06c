"""Claims and documents as values: what they are is all that they are known by."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.claims import CONTRACT_FIELDS, Claim, Step, Trace, Value, content_id, from_json, to_json
from korpu.document import Document, SourceCard, Span, document_id
from tests.samples import make_document, opened, turnover

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NUMBERS = st.decimals(-(10**15), 10**15, places=2).map(lambda number: f"{number:f}")
VALUES = st.builds(
    Value,
    NUMBERS,
    st.sampled_from(["USD", "person", None]),
    st.sampled_from(["exact", "about", "over", "under", "up_to"]),
    st.none() | NUMBERS,
)
CLAIMS = st.builds(
    Claim,
    kind=TEXTS,
    parties=st.lists(TEXTS, max_size=3).map(tuple),
    roles=st.dictionaries(TEXTS, TEXTS | st.lists(TEXTS, max_size=3).map(tuple), max_size=4),
    when=st.none() | st.just("2004-03"),
    when_from=st.sampled_from([None, "stated", "document", "published", "assumed"]),
    value=st.none() | VALUES,
    stance=st.sampled_from(["fact", "estimate", "plan", "target", "denied"]),
    speaker=st.none() | TEXTS,
    document=TEXTS,
    start=st.integers(0, 10**6),
    end=st.integers(0, 10**6),
    quote=TEXTS,
    trace=st.none() | st.just(Trace("rule", (Step("when", "pair"),))),
)


@given(CLAIMS)
def test_a_claim_survives_json_all_but_its_trace(claim: Claim) -> None:
    assert from_json(to_json(claim)) == msgspec.structs.replace(claim, trace=None)
    assert from_json(to_json(claim)).id == claim.id


@given(CLAIMS)
def test_json_is_one_line_with_the_fields_of_the_contract(claim: Claim) -> None:
    line = to_json(claim)
    assert b"\n" not in line
    assert tuple(json.loads(line)) == CONTRACT_FIELDS
    assert "trace" not in CONTRACT_FIELDS


@given(CLAIMS)
def test_an_id_is_sixteen_hex_digits_that_trace_and_quote_do_not_change(claim: Claim) -> None:
    assert len(claim.id) == 16
    int(claim.id, 16)
    changed = msgspec.structs.replace(claim, trace=Trace("another"), quote="…")
    assert changed.id == claim.id


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "mission.closed"},
        {"parties": ("CL", "PE")},
        {"roles": {"sender": "NO"}},
        {"when": "1998"},
        {"stance": "plan"},
        {"speaker": "Anar Nurlu"},
        {"value": Value("1", None, "exact")},
        {"start": 1},
        {"document": "f" * 64},
    ],
    ids=lambda change: next(iter(change)),
)
def test_an_id_changes_with_all_that_is_claimed(change: dict[str, object]) -> None:
    claim = opened(make_document())
    assert msgspec.structs.replace(claim, **change).id != claim.id


def test_an_id_does_not_depend_on_the_order_in_which_roles_were_filled() -> None:
    document = make_document()
    one = opened(document, roles={"sender": "NO", "host": "CL"})
    assert one.id == opened(document, roles={"host": "CL", "sender": "NO"}).id


def test_an_id_is_the_same_on_every_machine() -> None:
    assert content_id("a", 1, None, ("b",)) == "3c9466a53aea8c53"
    assert turnover(make_document()).id == turnover(make_document()).id


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("stance", '"maybe"'), ("parties", '"AZ"'), ("start", '"x"'), ("when_from", '"guessed"'), ("value", '{"amount": 5}')],
)  # fmt: skip
def test_what_is_no_claim_is_refused_by_the_name_of_its_field(field: str, wrong: str) -> None:
    whole = json.loads(to_json(opened(make_document())))
    line = json.dumps({**whole, field: json.loads(wrong)})
    with pytest.raises(msgspec.ValidationError, match=field):
        from_json(line)


@given(st.text())
def test_the_same_text_is_the_same_document_whatever_its_card(text: str) -> None:
    assert Document(text).id == Document(text, SourceCard(title="T")).id == document_id(text)
    assert Document(text).id != Document(text + "x").id


def test_a_lone_surrogate_has_an_id_of_its_own() -> None:
    assert document_id("\ud800") != document_id("\ud801")


SPANS = st.tuples(st.integers(0, 9), st.integers(1, 9)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(SPANS, SPANS)
def test_spans_overlap_where_they_share_a_code_point(one: Span, other: Span) -> None:
    here, there = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert one.overlaps(other) is bool(here & there) is other.overlaps(one)
    assert one.covers(other) is (there <= here)
