"""Say what the relations of two states are, and according to whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from korpu.cli import options, output
from korpu.errors import KorpuError

if TYPE_CHECKING:
    from korpu.claims import Claim
    from korpu.document import SourceCard
    from korpu.dossier import Dossier
    from korpu.ledger.pair_file import PairFile


@click.command(short_help=__doc__)
@options.pair_argument
@options.as_of_option("What held on this day: 2022, 2022-03, 2022-03-01. Today, where it is not given.")
@options.known_at_option
@click.option(
    "--by",
    metavar="NAME",
    help="Only what this source or speaker says: a publisher, a title, an address or a person.",
)
@click.option(
    "--prefer",
    metavar="RULE",
    help="Where sources disagree, show first the answer that is official, newest or exact, or that of the source named.",
)
@options.words_option("The language of the answer: az or en. Sentences stay in their documents' own.", "az")
@options.format_option("text", "jsonl")
@options.ledger_option
def command(
    pair: tuple[str, str],
    as_of: str | None,
    known_at: dt.datetime | None,
    by: str | None,
    prefer: str | None,
    language: str,
    format: str,
    ledger: options.Address,
) -> None:
    """Say what the state of relations of two states, A and B, is: as of a day, and according to whom.

    Each line is a finding: what holds, how it stands (one source, agreed, superseded, disputed, worked out, not
    known), how many documents say so and how many of them are witnesses of their own, and why. What the file lacks
    is said too.

    \b
    korpu state AZ KZ
    korpu state AZ KZ --as-of 2015 --language en
    korpu state AZ KZ --by "Dövlət Gömrük Komitəsi" --format jsonl
    korpu state AZ KZ --prefer newest
    """
    from korpu.findings.voices import claims_of
    from korpu.ledger.store import open_ledger

    day = as_of or (known_at or dt.datetime.now(dt.UTC)).date().isoformat()
    with open_ledger(ledger, create=False) as opened:
        held = opened.pair_file(pair, known_at)
    if not held.claims:
        raise KorpuError(output.nothing_on(pair, known_at=known_at))
    if by and not claims_of(held.claims, held.cards, by):
        raise KorpuError(_nobody(by, held.claims, held.cards))
    dossier = _compose(held, day, prefer, by)
    if format == "jsonl":
        from korpu.render.state_jsonl import state_lines

        output.print_lines(state_lines(dossier, language))
        return
    from korpu.render.state import put_state_into_words
    from korpu.render.terminal import render_terminal
    from korpu.render.wording.words import wording

    moment = wording(language).moment(known_at) if known_at else None
    asked = (("known_at", moment), ("by", by), ("prefer", prefer))
    page = put_state_into_words(dossier, language, tuple((code, words) for code, words in asked if words))
    render_terminal(page, output.stdout())


def _compose(held: PairFile, day: str, prefer: str | None, by: str | None) -> Dossier:
    """The dossier on a pair of states, or what one source or speaker makes of it."""
    from korpu.dossier import compose

    return compose(
        held.pair,
        held.claims,
        held.cards,
        as_of=day,
        coverage=held.coverage,
        signatures=held.signatures,
        prefer=prefer,
        decisions=held.decisions,
        by=by,
    )


def _nobody(name: str, claims: Sequence[Claim], cards: Mapping[str, SourceCard]) -> str:
    """The sentence that no source or speaker has that name, with the nearest that there are."""
    from rapidfuzz import process

    from korpu.findings.folding import fold
    from korpu.findings.voices import names_of_voices

    voices = names_of_voices(claims, cards)
    near = [found[0] for found in process.extract(name, voices, processor=fold, limit=5)]
    there = "; ".join(near) or "none of its documents has a publisher or names a speaker"
    return f"No source or speaker on these two states is called «{name}». Nearest: {there}."
