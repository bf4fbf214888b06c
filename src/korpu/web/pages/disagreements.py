"""Where the sources on two states do not agree: each side with its sentences, and what people decided of it."""

from __future__ import annotations

from typing import Annotated

import msgspec
from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath, FromQuery
from litestar.response import Redirect

from korpu.dossier.disputes import disputes_of
from korpu.errors import WrongUse
from korpu.render.disputes import DisputeWords, disputes_in_words
from korpu.render.wording.words import wording
from korpu.web.changes import change_told, given_reason
from korpu.web.composed import Composed
from korpu.web.pairs_asked import pair_of, path_of
from korpu.web.visit import Visit


class Withdrawal(msgspec.Struct):
    """What the form for a claim that was misread brings."""

    claim: str = ""
    because: str = ""


class Deciding(msgspec.Struct):
    """What the form for a decision brings.

    Attributes:
        claims: the ids of all claims that were shown, apart by spaces.
        prefer: the id of the claim that is preferred, or `both`.
    """

    claims: str = ""
    prefer: str = ""
    because: str = ""


class Disagreements(msgspec.Struct, frozen=True):
    """A page of the disagreements of two states.

    Attributes:
        all_open, all_decided: how many there are on all pages.
    """

    open: tuple[DisputeWords, ...]
    decided: tuple[DisputeWords, ...]
    all_open: int
    all_decided: int
    page: int
    pages: int


PAGE = 50
"""Disagreements of a page."""
MOST_CLAIMS = 10_000
"""Claims that a decision is on; they are looked up while nobody else can write."""
BOTH = "both"
"""What the form says where both sides stay."""


@get("/{pair:str}/disagreements", sync_to_thread=True)
def show_disagreements(
    visit: NamedDependency[Visit],
    pair: FromPath[str],
    page: FromQuery[int] = 1,
    done: FromQuery[int | None] = None,
) -> Response[str]:
    """Show the disagreements of two states, each with its sides."""
    states = pair_of(pair)
    found = visit.view(states, disagreements, visit.language, page)
    return visit.page(
        "disagreements.html.jinja",
        found=found,
        path=path_of(states),
        codes=states,
        tab="disagreements",
        done=change_told(visit, done, ("withdraw", "decide")),
    )


@post("/{pair:str}/disagreements/decide", sync_to_thread=True)
def decide(
    visit: NamedDependency[Visit],
    pair: FromPath[str],
    data: Annotated[Deciding, Body(media_type=RequestEncodingType.URL_ENCODED)],
    page: FromQuery[int] = 1,
) -> Redirect:
    """Record what a person decided of a disagreement, and show it."""
    states = pair_of(pair)
    because = given_reason(visit, data.because)
    if not data.prefer:
        raise WrongUse(visit.interface.text("Choose which side is to be read first, or that both stay."))
    prefer = None if data.prefer == BOTH else data.prefer
    decision = visit.ledger.decide(_ids(visit, data.claims), because, prefer=prefer)
    return _back(visit, states, decision.number, page)


@post("/{pair:str}/disagreements/withdraw", sync_to_thread=True)
def withdraw_claim(
    visit: NamedDependency[Visit],
    pair: FromPath[str],
    data: Annotated[Withdrawal, Body(media_type=RequestEncodingType.URL_ENCODED)],
    page: FromQuery[int] = 1,
) -> Redirect:
    """Withdraw a claim that was misread, and show what is left."""
    states = pair_of(pair)
    because = given_reason(visit, data.because)
    # A claim, and nothing else: a document whose id begins so is not withdrawn here.
    id = visit.ledger.withdraw(visit.ledger.claim(data.claim).id, because)
    change = visit.ledger.withdrawal(id)
    return _back(visit, states, change.number if change else None, page)


def disagreements(composed: Composed, language: str, page: int) -> Disagreements:
    """Return a page of the disagreements of a dossier in words, those that are open first."""
    disputes = composed.made(disputes_on, language)
    is_open = [one for one in disputes if one.is_open]
    ordered = [*is_open, *(one for one in disputes if not one.is_open)]
    pages = max(1, -(-len(ordered) // PAGE))
    page = min(max(1, page), pages)
    shown = ordered[(page - 1) * PAGE : page * PAGE]
    return Disagreements(
        open=tuple(one for one in shown if one.is_open),
        decided=tuple(one for one in shown if not one.is_open),
        all_open=len(is_open),
        all_decided=len(disputes) - len(is_open),
        page=page,
        pages=pages,
    )


def disputes_on(composed: Composed, language: str) -> tuple[DisputeWords, ...]:
    """Return the disagreements of a dossier in words."""
    say = wording(language)
    alone = {voice.claim for dispute in disputes_of(composed.dossier) for voice in dispute.voices}
    lines = {id: say.claim(composed.claims[id]) for id in sorted(alone)}
    return disputes_in_words(composed.dossier, say, lines)


def _ids(visit: Visit, text: str) -> list[str]:
    """The ids of claims that a form brings, each once.

    Raises:
        WrongUse: there are too many.
    """
    ids = list(dict.fromkeys(text.split()))
    if len(ids) > MOST_CLAIMS:
        number = visit.interface.number
        raise WrongUse(
            visit.interface.text(
                "A decision is on {most} claims at most; this one is on {claims}.",
                most=number(MOST_CLAIMS),
                claims=number(len(ids)),
            )
        )
    return ids


def _back(visit: Visit, pair: tuple[str, str], done: int | None, page: int) -> Redirect:
    """Show the page again, with what was done."""
    path = f"{path_of(pair)}/disagreements"
    return Redirect(visit.times.address(path, page=page if page != 1 else None, done=done), status_code=303)
