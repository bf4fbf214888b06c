"""A draft that was held against the ledger as JSON: an object for each claim, then one for each sentence not understood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from korpu.claims import CONTRACT_FIELDS, Claim
from korpu.coverage import Covered
from korpu.coverage import Verdict as Understood
from korpu.document import Document, SourceCard
from korpu.render.proposal import propose
from korpu.render.source_cards import card_fields
from korpu.verify import Checked, Evidence
from korpu.verify.words import marked_words


def verified_lines(
    draft: Document,
    covered: Sequence[Covered],
    checked: Sequence[Checked],
    cards: Mapping[str, SourceCard],
    language: str,
    draft_language: str = "az",
) -> Iterator[bytes]:
    """Yield a line of JSON for each claim of a draft, without a line end.

    An object has `verdict`, `reason` (in `language`), `reason_code`, `sentence`, `start`, `end`, `words`, `claim`,
    `evidence` and `proposed`. A sentence that was not understood has the verdict `not_understood`, no claim, and
    under `lacks` what was not found.
    """
    for one in checked:
        part = one.correction.part if one.correction else None
        yield msgspec.json.encode(
            {
                "verdict": one.verdict,
                "reason": one.reason.sentence(language),
                "reason_code": one.reason.code,
                "sentence": one.claim.quote,
                "start": one.claim.start,
                "end": one.claim.end,
                "words": [
                    {"start": span.start, "end": span.end, "text": draft.text[span.start : span.end]}
                    for span in marked_words(one.claim, part)
                ],
                "claim": {"id": one.claim.id} | _fields(one.claim),
                "evidence": [_evidence(evidence, cards) for evidence in one.evidence],
                "proposed": _proposed(one, cards, draft_language),
            }
        )
    for sentence in covered:
        if sentence.verdict is Understood.NOT_UNDERSTOOD:
            yield msgspec.json.encode(
                {
                    "verdict": "not_understood",
                    "sentence": draft.text[sentence.start : sentence.end],
                    "start": sentence.start,
                    "end": sentence.end,
                    "claim": None,
                    "evidence": [],
                    "proposed": None,
                    "lacks": [{"kind": miss.kind, "lacks": miss.lacks} for miss in sentence.misses],
                }
            )


def _fields(claim: Claim) -> dict[str, Any]:
    return {field: getattr(claim, field) for field in CONTRACT_FIELDS}


def _evidence(evidence: Evidence, cards: Mapping[str, SourceCard]) -> dict[str, Any]:
    claim = evidence.claim
    place = {"start": claim.start, "end": claim.end, "quote": claim.quote}
    return {"bearing": evidence.bearing, "claim": claim.id, **_source(claim.document, cards), **place}


def _proposed(checked: Checked, cards: Mapping[str, SourceCard], language: str) -> dict[str, Any] | None:
    text = propose(checked, language)
    if text is None or checked.correction is None:
        return None
    claim = checked.correction.claim
    return {"text": text, "claim": claim.id, **_source(claim.document, cards), "quote": claim.quote}


def _source(document: str, cards: Mapping[str, SourceCard]) -> dict[str, Any]:
    return {"document": document, **card_fields(cards.get(document, SourceCard()))}
