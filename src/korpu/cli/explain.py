"""Show how a claim was read, or what a finding rests on."""

from __future__ import annotations

import datetime as dt
from itertools import combinations
from typing import TYPE_CHECKING

import click

from korpu.cli import options, output

if TYPE_CHECKING:
    from korpu.claims import Claim
    from korpu.findings import Finding
    from korpu.ledger.store import Ledger
    from korpu.render.explanation import ExplainedClaim, ExplainedFinding


@click.command(short_help=__doc__)
@click.argument("id", metavar="ID")
@options.as_of_option("For a finding that was asked for as of a day (2022, 2022-03, 2022-03-01).")
@options.known_at_option
@options.words_option("The language of the explanations: en or az.")
@options.format_option("terminal", "jsonl")
@options.ledger_option
def command(
    id: str,
    as_of: str | None,
    known_at: dt.datetime | None,
    language: str,
    format: str,
    ledger: options.Address,
) -> None:
    """Show how a claim was read, or what a finding rests on.

    ID is the id of a claim or of a finding, or its first digits, four or more. Of a claim: its document,
    its sentence with the words that decided something numbered, the rule, and for each part of the claim
    how it came to be, which --as-of leaves as it is. Of a finding: its claims with their sentences, and how they compare and why.

    \b
    korpu explain 1f3a90c2
    korpu explain 1f3a90c2 --language az --format jsonl
    """
    from korpu.as_of import last_day
    from korpu.ledger.store import open_ledger

    with open_ledger(ledger, create=False) as opened:
        explained = _explain(opened, id, language, last_day(as_of), known_at)
    if format == "jsonl":
        from korpu.render.explanation import to_json

        output.print_lines([to_json(explained)])
    else:
        from korpu.render.explanation_terminal import render_explanation

        render_explanation(explained, output.stdout(), language)


def _explain(
    ledger: Ledger, id: str, language: str, as_of: dt.date | None, known_at: dt.datetime | None
) -> ExplainedClaim | ExplainedFinding:
    from korpu.ledger.errors import UnknownId
    from korpu.render.explanation import explain_claim, explain_finding

    try:
        claim = ledger.claim(id, known_at)
    except UnknownId:
        pass
    else:
        if withdrawal := ledger.withdrawal(claim.id, known_at):
            output.note(output.describe_withdrawal("This claim", withdrawal))
        return explain_claim(claim, ledger.document(claim.document), language)
    finding = _finding(ledger, id.strip().lower(), as_of, known_at)
    claims = [ledger.claim(one) for one in finding.claims]
    documents = {claim.document: ledger.document(claim.document) for claim in claims}
    return explain_finding(finding, claims, documents, language)


def _finding(ledger: Ledger, id: str, as_of: dt.date | None, known_at: dt.datetime | None) -> Finding:
    """The finding whose id begins so. Findings are not stored: those of each pair of states are worked out."""
    from korpu.findings import find
    from korpu.ledger.errors import AmbiguousId, UnknownId

    cards = {document.id: document.card for document in ledger.documents(known_at=known_at)}
    of_pair: dict[tuple[str, ...], list[Claim]] = {}
    for claim in ledger.claims(known_at=known_at):
        for pair in combinations(claim.parties, 2):
            of_pair.setdefault(pair, []).append(claim)
    found: dict[str, Finding] = {}
    for _, claims in sorted(of_pair.items()):
        found |= {f.id: f for f in find(claims, cards, as_of) if f.id.startswith(id)}
        if id in found:
            return found[id]
    if not found:
        raise UnknownId(
            f"The ledger has no claim and no finding whose id begins with {id}{output.then(as_of, known_at)}."
        )
    if len(found) > 1:
        some = ", ".join(sorted(found)[:3])
        raise AmbiguousId(
            f"More than one finding has an id that begins with {id} ({some}). Give more digits."
        )
    return next(iter(found.values()))
