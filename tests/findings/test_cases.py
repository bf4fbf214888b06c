"""The eight named cases of the design, on invented claims and, where they are at hand, on the seeds."""

from __future__ import annotations

from functools import cache

from korpu.claims import Claim, Value
from korpu.document import SourceCard
from korpu.findings import Finding, find

from .seeds import needs_seeds, seed_claims
from .told import document, ids, the, told


@cache
def seeds() -> tuple[tuple[Claim, ...], tuple[Finding, ...]]:
    claims = tuple(seed_claims())
    return claims, find(claims, {})


def pick(kind: str, when: str | None = None, **wanted: object) -> list[Claim]:
    return [
        claim
        for claim in seeds()[0]
        if claim.kind == kind
        and (when is None or claim.when == when)
        and all(
            claim.roles.get(role, getattr(claim, role, None)) == filler for role, filler in wanted.items()
        )
    ]


def on(kind: str, status: str, when: str | None = None) -> Finding:
    found = [f for f in seeds()[1] if (f.kind, f.status) == (kind, status) and when in (None, f.when)]
    assert len(found) == 1, found
    return found[0]


def table(doc: str = "table") -> list[Claim]:
    """Two rows without a unit: exports, imports and their sum."""
    rows = {"2014": ("312.40", "87.60", "400.00"), "2015": ("1250.75", "630.25", "1881.00")}
    return [
        told(
            kind,
            when,
            f"exact {amount} -",
            doc=doc,
            row=when,
            **({} if kind == "trade.turnover" else {"reporter": "PE"}),
        )
        for when, amounts in rows.items()
        for kind, amount in zip(("trade.exports", "trade.imports", "trade.turnover"), amounts, strict=True)
    ]


ANCHOR = told("trade.turnover", "2015", "exact 1880000 EUR", doc="box")


def last_year(when_from: str = "assumed") -> Claim:
    quote = "Keçən il dövriyyə bir milyon avrodan çox olub."
    return told(
        "trade.turnover", "2014", "over 1000000 EUR", doc="news", when_from=when_from, quote=quote,
        offset=("Keçən il", "offset:-1Y"),
    )  # fmt: skip


def test_s1_two_figures_for_one_year_are_disputed_and_last_year_is_explained():
    target = told("trade.turnover", "2015", "exact 1500000 EUR", doc="news", stance="target")
    claims = [*table(), ANCHOR, last_year(), target]
    finding = the("values_differ_times", find(claims, {}))
    assert finding.status == "disputed"
    assert finding.when == "2014"
    assert finding.value is None
    assert finding.claims == ids(claims[2], claims[-2])
    assert finding.reason.details["ratio"] == "2.5"
    assert finding.reason.notes == ("when_assumed", "unit_was_inferred", "mirror_statistics")
    sentence = finding.reason.sentence()
    assert "400,000 euros and over 1,000,000 euros, 2.5 times as much" in sentence
    assert "«Keçən il» was read as 2014" in sentence
    assert "names 2015" in sentence
    assert "possible reason, not established" in sentence
    assert [c.relation for c in finding.comparisons] == ["contradicts"]


def test_s1_a_known_publication_date_is_named_as_the_anchor():
    claims = [*table(), ANCHOR, last_year("published")]
    finding = the("values_differ_times", find(claims, {document("news"): SourceCard(published="2015-03-02")}))
    assert "counted from the document's publication (2 March 2015)" in finding.reason.sentence()


def test_s1_figures_of_one_and_the_same_reporter_are_no_mirror_statistics():
    claims = [told("trade.exports", "2015", f"exact {n} USD", doc=n, reporter="PE") for n in ("100", "300")]
    assert the("values_differ_times", find(claims, {})).reason.notes == ()


@needs_seeds
def test_s1_seeds_two_figures_for_one_year():
    finding = on("trade.turnover", "disputed")
    assert (finding.when, finding.reason.code) == ("2021", "values_differ_times")
    assert finding.claims == ids(*pick("trade.turnover", "2021", stance="fact"))
    assert finding.reason.details["ratio"] == "2.4"
    assert {"when_assumed", "mirror_statistics", "unit_was_inferred"} == set(finding.reason.notes)
    assert "2,4 dəfə" in finding.reason.sentence("az")


def test_s2_a_tables_unit_is_worked_out_and_the_figures_then_agree():
    claims = [*table(), ANCHOR]
    findings = find(claims, {})
    unit = the("unit_inferred", findings)
    assert (unit.status, unit.value) == ("inferred", Value("1000", "EUR", "exact"))
    assert unit.claims == ids(*claims)
    figure = the("rounded", findings)
    assert (figure.status, figure.when, figure.value) == ("agreed", "2015", Value("1881000", "EUR", "exact"))
    assert figure.claims == ids(claims[5], ANCHOR)
    assert [(c.left, c.right, c.relation) for c in figure.comparisons] == [
        (claims[5].id, ANCHOR.id, "refines")
    ]
    assert "rounded: they agree within 0.1 %" in figure.reason.sentence()


@needs_seeds
def test_s2_seeds_the_tables_unit():
    figure = on("trade.turnover", "agreed")
    unit = the("unit_inferred", seeds()[1])
    bare = [claim for claim in seeds()[0] if claim.value and claim.value.unit is None]
    anchor = pick("trade.turnover", "2022", stance="fact", value=Value("599000000", "USD", "exact"))
    assert (unit.status, unit.value) == ("inferred", Value("1000", "USD", "exact"))
    assert unit.claims == ids(*bare, *anchor)
    assert len(bare) == 9
    assert (figure.reason.code, figure.when) == ("rounded", "2022")
    assert figure.reason.details["percent"] == "0.1"
    assert figure.claims == ids(*pick("trade.turnover", "2022", stance="fact"))
    assert [c.relation for c in figure.comparisons] == ["refines"]


def test_s3_exports_and_imports_add_up_to_the_turnover():
    claims = table()
    sums = [finding for finding in find(claims, {}) if finding.reason.code == "sum_holds"]
    assert [(f.status, f.when, f.claims) for f in sums] == [
        ("inferred", "2014", ids(*claims[:3])),
        ("inferred", "2015", ids(*claims[3:])),
    ]
    assert "1,250.75 + 630.25 = 1,881" in sums[1].reason.sentence()


@needs_seeds
def test_s3_seeds_the_sum_holds_in_all_rows():
    sums = [finding for finding in seeds()[1] if finding.reason.code == "sum_holds"]
    assert [(finding.when, finding.status, len(finding.claims)) for finding in sums] == [
        (year, "inferred", 3) for year in ("2020", "2021", "2022")
    ]


def test_s4_overlapping_ranges_are_compatible():
    claims = [
        told("agreement.count", None, f"{n} document", doc=n, scope="all") for n in ("over 40", "up_to 60")
    ]
    finding = the("ranges_overlap", find(claims, {}))
    assert (finding.status, finding.claims) == ("agreed", ids(*claims))
    assert [c.relation for c in finding.comparisons] == ["compatible"]


@needs_seeds
def test_s4_seeds_counts_of_documents():
    finding = on("agreement.count", "agreed")
    assert finding.reason.code == "ranges_overlap"
    assert finding.claims == ids(*pick("agreement.count", scope="all"))
    assert "over 100 documents" in finding.reason.sentence()


def test_s5_a_copied_sentence_is_one_witness():
    sentence = "bu gün Limada qırx minə qədər uruqvaylı yaşayır"
    claims = [
        told("diaspora.size", None, "up_to 40000 person", doc="a", people="UY", host="PE", stance="estimate",
             quote=f"Təxmini hesablamalara görə {sentence}."),
        told("diaspora.size", None, "up_to 40000 person", doc="b", people="UY", host="PE",
             quote=f"Xatırladaq ki, {sentence}"),
    ]  # fmt: skip
    finding = the("one_witness", find(claims, {}))
    assert (finding.status, finding.claims) == ("single", ids(*claims))
    assert "one witness" in finding.reason.sentence()
    assert "estimate" in finding.reason.sentence()


@needs_seeds
def test_s5_seeds_one_witness():
    finding = on("diaspora.size", "single")
    assert (finding.reason.code, finding.reason.notes) == ("one_witness", ("estimate_and_fact",))
    assert finding.claims == ids(*pick("diaspora.size"))


def mission(kind: str, when: str, **fields: object) -> Claim:
    return told(kind, when, sender="PE", host="UY", mission="embassy", **fields)


def test_s6_founded_and_opened_are_two_claims_whose_order_and_span_hold():
    quote = "1990-cı ildə təsis edilib, 12 il sonra fəaliyyətə başlayıb"
    founded = mission("mission.founded", "1990-05-10", row=1)
    opened = mission("mission.opened", "2001-12-01", quote=quote, offset=("12 il sonra", "offset:+12Y"))
    findings = find([founded, opened], {})
    finding = the("sequence_holds", findings)
    assert (finding.status, finding.claims) == ("inferred", ids(founded, opened))
    assert finding.reason.notes == ("span_holds",)
    assert "«12 il sonra» fits: 11 years 6 months" in finding.reason.sentence()
    assert [f.status for f in findings if f.reason.code == "one_claim"] == ["single", "single"]


@needs_seeds
def test_s6_seeds_founded_by_law_and_opened():
    finding = on("mission.opened", "inferred", "2004-03-01")
    assert (finding.reason.code, finding.reason.notes) == ("sequence_holds", ("span_holds",))
    assert finding.claims == ids(
        *pick("mission.founded", "1997-04-11"), *pick("mission.opened", "2004-03-01")
    )  # fmt: skip
    assert finding.reason.details["span"] == "P6Y10M"


def test_s7_a_target_is_met_or_open():
    met = told("trade.turnover", "2015", "exact 1500 USD", stance="target")
    undated = told("trade.turnover", None, "exact 9000 USD", stance="target")
    ahead = told("trade.turnover", "2019", "exact 5000 USD", stance="target")
    fact = told("trade.turnover", "2015", "exact 1820 USD", doc="b")
    findings = find([met, undated, ahead, fact], {})
    assert the("target_met", findings).status == "met"
    assert the("target_met", findings).claims == ids(met, fact)
    assert the("target_undated", findings).status == "open"
    assert the("target_undated", findings).claims == ids(undated)
    assert the("target_without_figure", findings).status == "open"
    assert "1,500 US dollars for 2015 was met: 1,820" in the("target_met", findings).reason.sentence()


@needs_seeds
def test_s7_seeds_one_target_met_and_one_open():
    met, undated = on("trade.turnover", "met"), on("trade.turnover", "open")
    assert (met.when, met.reason.code) == ("2022", "target_met")
    assert met.claims == ids(*pick("trade.turnover", "2022"))
    assert met.reason.details["target"] == "exact 500000000 USD"
    assert (undated.when, undated.reason.code) == (None, "target_undated")


def test_s8_an_office_without_any_date_holds_for_its_document_only():
    claims = [
        told("mission.head", sender=sender, host=host, office="ambassador", person=person)
        for sender, host, person in (("PE", "UY", "Ana Soto"), ("UY", "PE", "Luis Vega"))
    ]
    found = find(claims, {})
    assert [(f.status, f.reason.code) for f in found] == [("single", "as_of_document")] * 2
    assert sorted(f.claims for f in found) == sorted(ids(claim) for claim in claims)
    later = told(
        "mission.head", "2019/..", sender="PE", host="UY", office="ambassador", person="Eva Ruiz", doc="b"
    )
    beside = next(f for f in find([*claims, later], {}) if f.roles["person"] == "Ana Soto")
    assert (beside.status, beside.reason.code) == ("single", "as_of_document")
    assert beside.reason.notes == ("later_unknown",)
    assert [(c.relation, c.reason.code) for c in beside.comparisons] == [
        ("not_comparable", "may_have_changed")
    ]


@needs_seeds
def test_s8_seeds_ambassadors_as_of_the_document():
    found = [finding for finding in seeds()[1] if finding.kind == "mission.head"]
    assert [(f.status, f.reason.code) for f in found] == [("single", "as_of_document")] * 2
    assert sorted(f.claims for f in found) == sorted(ids(claim) for claim in pick("mission.head"))
    assert not any("?" in str(f.roles["person"]) or "[" in str(f.roles["person"]) for f in found)
