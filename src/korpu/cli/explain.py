"""Show how a claim was read, or what a finding rests on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from korpu.cli import options, output
from korpu.cli.finding import find_finding

if TYPE_CHECKING:
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
        for by_people in (ledger.asserted, ledger.accepted):
            for change in by_people([claim.id], known_at=known_at).values():
                output.note(output.describe_made("this claim", change))
        return explain_claim(claim, ledger.document(claim.document), language)
    finding = find_finding(ledger, id, "claim and no finding", as_of, known_at)
    claims = [ledger.claim(one) for one in finding.claims]
    documents = {claim.document: ledger.document(claim.document) for claim in claims}
    return explain_finding(finding, claims, documents, language)
