"""The state of relations as JSON: an object a line, each finding with its evidence and with what speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from korpu.dossier.tree import Dossier, Line, Note, Remark, Source, Statement
from korpu.findings.finding import decided_fields
from korpu.render.entries import remark_of
from korpu.render.source_cards import card_fields
from korpu.render.wording.words import Wording, wording


def state_lines(dossier: Dossier, language: str) -> Iterator[bytes]:
    """Yield the lines and then the remarks of each section, each as one line of JSON, without a line end.

    An object has `section`, `status`, `text`, `kind`, `roles`, `when`, `value`, `reason`, `documents`, `witnesses`,
    `preferred`, `decided` (what a person decided of a dispute; null where nobody did), `evidence`, `others` and `earlier`; a
    remark (a sum that holds) has `section`, `status`, `text`, `reason_code`, `decided` and `evidence`, a gap (its status is `unknown`) also `kind`, `parties`, `roles` and `when`. Texts and reasons are in `language`, sentences as their documents have them.
    """
    say = wording(language)
    evidence = Evidence(dossier.notes, dossier.sources)
    for section in dossier.sections:
        for line in section.all_lines():
            yield msgspec.json.encode(line_object(section.name, line, evidence, say))
        for remark in section.remarks:
            yield msgspec.json.encode(remark_object(section.name, remark, evidence, say))


class Evidence:
    """Sentences with their documents, by their numbers."""

    def __init__(self, notes: Iterable[Note], sources: Iterable[Source]) -> None:
        self._notes: Mapping[int, Note] = {note.number: note for note in notes}
        self._sources: Mapping[str, Source] = {source.document: source for source in sources}

    def of(self, numbers: Sequence[int]) -> list[dict[str, Any]]:
        """Return the sentences with these numbers, each with what is known of its document."""
        return [self._one(self._notes[number]) for number in numbers]

    def _one(self, note: Note) -> dict[str, Any]:
        card = self._sources[note.document].card
        return {
            "claims": note.claims,
            "document": note.document,
            "start": note.start,
            "end": note.end,
            "quote": note.quote,
            **card_fields(card),
        }


def remark_object(section: str, remark: Remark, evidence: Evidence, say: Wording) -> dict[str, Any]:
    """Return what a remark of a section says, as JSON has it."""
    return {
        "section": section,
        "status": remark.status,
        "text": remark_of(remark, say).text,
        **(_asked(remark.subject) if remark.subject is not None else {}),
        "reason_code": remark.reason.code,
        "decided": decided_fields(remark.decided, say.language),
        "evidence": evidence.of(remark.notes),
    }


def line_object(section: str, line: Line, evidence: Evidence, say: Wording) -> dict[str, Any]:
    """Return what a line of a section says, as JSON has it."""
    return {
        "section": section,
        "status": line.status,
        **_statement(line.statement, evidence, say),
        "reason": say.reason(line.reason),
        "reason_code": line.reason.code,
        "documents": line.documents,
        "witnesses": line.witnesses,
        "preferred": line.is_preferred,
        "decided": decided_fields(line.decided, say.language),
        "others": [
            {
                "relation": rival.relation,
                **_statement(rival.statement, evidence, say),
                "reason": say.reason(rival.reason),
                "reason_code": rival.reason.code,
            }
            for rival in line.rivals
        ],
        "earlier": [_statement(statement, evidence, say) for statement in line.earlier],
        "outcome": [
            {"text": say.reason(remark.reason), "evidence": evidence.of(remark.notes)}
            for remark in line.remarks
        ],
    }


def _asked(subject: Statement) -> dict[str, Any]:
    """What a gap is about."""
    return {
        "kind": subject.kind,
        "parties": subject.parties,
        "roles": subject.roles,
        "when": subject.when,
    }


def _statement(statement: Statement, evidence: Evidence, say: Wording) -> dict[str, Any]:
    return {
        "text": say.line(statement),
        "kind": statement.kind,
        "parties": statement.parties,
        "roles": statement.roles,
        "when": statement.when,
        "when_from": statement.when_from,
        "value": statement.value,
        "stance": statement.stance,
        "evidence": evidence.of(statement.notes),
    }
