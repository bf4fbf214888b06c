"""News as JSON: an object a change, with what it was and what it is, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from korpu.dossier.news import Item, PairNews
from korpu.dossier.tree import Line, Remark
from korpu.render.state_jsonl import Evidence, line_object, remark_object
from korpu.render.wording.words import Wording, wording


def news_lines(told: Iterable[PairNews], language: str) -> Iterator[bytes]:
    """Yield each change as one line of JSON, without a line end.

    An object has `what` happened, `at` which instant (UTC), the `pair`, `section`, `kind`, `parties`, `roles` and `when` of
    the question, `now` and `was` (null where nothing is, or was; else as `korpu state --format jsonl` has them), and
    `because`, the reasons for which claims that it rested on were withdrawn.
    """
    say = wording(language)
    for one in told:
        evidence = Evidence(one.notes, one.sources)
        for item in one.items:
            yield msgspec.json.encode(_object(item, one.pair, evidence, say))


def _object(item: Item, pair: tuple[str, str], evidence: Evidence, say: Wording) -> dict[str, Any]:
    finding = item.change.finding
    return {
        "what": item.change.what,
        "at": item.at,
        "pair": pair,
        "section": item.section,
        "kind": finding.kind,
        "parties": finding.parties,
        "roles": finding.roles,
        "when": finding.when,
        "now": _told(item.now, item.section, evidence, say),
        "was": _told(item.was, item.section, evidence, say),
        "because": item.because,
    }


def _told(
    told: Line | Remark | None, section: str, evidence: Evidence, say: Wording
) -> dict[str, Any] | None:
    if told is None:
        return None
    if isinstance(told, Line):
        return line_object(section, told, evidence, say)
    return remark_object(section, told, evidence, say)
