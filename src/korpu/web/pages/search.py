"""Search: documents with their sentences, claims and names that hold words, in whatever form they stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import msgspec
from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from korpu.errors import KorpuError, WrongUse
from korpu.kinds import kinds
from korpu.languages import DEFAULT, find_language
from korpu.ledger.named import Named
from korpu.ledger.search import Hit, HitsPage, Passage
from korpu.ledger.terms import Terms, find_words, terms_asked
from korpu.render.source_cards import source_line
from korpu.web.pairs_asked import path_of
from korpu.web.protocol.cursors import cursor_of, document_place_at
from korpu.web.states_named import states_named
from korpu.web.visit import Visit

PAGE = 20
MOST_SENTENCES = 4
"""Sentences of a document that are shown; the others are counted."""
MOST_PAIRS = 6
"""Pairs of a state that is named; the list of pairs has all."""
LONGEST = 200
"""Letters of what is searched for."""


class Piece(msgspec.Struct, frozen=True):
    """Words of a sentence, and whether they were searched for."""

    text: str
    is_asked: bool = False


class HitWords(msgspec.Struct, frozen=True):
    """A document that holds the words.

    Attributes:
        sentences: those that hold them, each in pieces; `more` says how many others there are.
        claims: what its claims that hold them say, each with its id.
    """

    document: str
    source: str
    sentences: tuple[tuple[Piece, ...], ...]
    more: int
    claims: tuple[tuple[str, str, str], ...]


@get("/search", sync_to_thread=True)
def show_found(
    visit: NamedDependency[Visit],
    q: FromQuery[str] = "",
    pair: FromQuery[str] = "",
    kind: FromQuery[str] = "",
    after: FromQuery[str] = "",
) -> Response[str]:
    """Show what holds the words, the latest documents first; a state's name leads to its pairs, too."""
    words = q.strip()[:LONGEST]
    states, wrong = visit.pair_in(pair)
    if kind and kind not in kinds():
        raise WrongUse("«{kind}» is no kind of claim. The list beside the words has all.", kind=kind[:60])
    of_kind = kind or None
    found, names, problem = _found(visit, "" if wrong else words, states, of_kind, after)
    return visit.page(
        "search.html.jinja",
        words=words,
        pair=path_of(states)[1:] if states else "",
        parties=states,
        asked=pair,
        kind=of_kind,
        kind_names={name: visit.interface.say.kind(name) for name in kinds()},
        hits=[_hit(hit, words, visit) for hit in found.hits],
        names=names,
        states=states_named(words) if not after else (),
        pairs=_pairs(visit, states_named(words)) if not after else [],
        problem=wrong or problem,
        next=cursor_of(found.next) if found.next else "",
        looked_until=found.next.published if found.next and found.is_cut else None,
        is_first=not after,
    )


def _found(
    visit: Visit, words: str, states: tuple[str, str] | None, kind: str | None, after: str
) -> tuple[HitsPage, list[Named], str]:
    """The documents and names that hold the words, and why nothing was searched for where that is so."""
    if not words:
        return HitsPage(()), [], ""
    times, parties = visit.times, states or ()
    begin = document_place_at(after)
    try:
        hits = visit.ledger.search_page(words, parties, kind, times.instant, PAGE, times.day, begin)
        names = (
            [] if begin else visit.ledger.find_entities(words, parties, kind, times.instant, PAGE, times.day)
        )
    except KorpuError as error:
        return HitsPage(()), [], visit.interface.tell(error)
    return hits, names, ""


def _pairs(visit: Visit, states: tuple[str, ...]) -> list[tuple[str, str, int]]:
    """The names, the path and the number of claims of the pairs of one state that most is claimed on; of several, of theirs."""
    counts = visit.counts() if states else {}
    if len(states) > 1:
        chosen = [pair for pair in combinations(states, 2) if pair in counts]
    else:
        chosen = sorted(
            (pair for pair in counts if pair[0] in states or pair[1] in states),
            key=lambda pair: (-counts[pair], pair),
        )
    name = visit.interface.say.state
    return [
        (f"{name(pair[0])} – {name(pair[1])}", path_of(pair), counts[pair]) for pair in chosen[:MOST_PAIRS]
    ]


def _hit(hit: Hit, words: str, visit: Visit) -> HitWords:
    say = visit.interface.say
    asked = terms_asked(words, find_language(DEFAULT))
    shown = hit.passages[:MOST_SENTENCES]
    return HitWords(
        document=hit.document,
        source=source_line(hit.card, say),
        sentences=tuple(pieces_of(passage, asked) for passage in shown),
        more=len(hit.passages) - len(shown),
        claims=tuple((claim.id, say.kind(claim.kind), say.claim(claim)) for claim in hit.claims[:PAGE]),
    )


def pieces_of(passage: Passage, asked: Sequence[Terms]) -> tuple[Piece, ...]:
    """Return a sentence cut at the words that were searched for; joined, the pieces are the sentence."""
    found, place = [], 0
    for span in find_words(passage.quote, asked, find_language(DEFAULT)):
        found += [
            Piece(passage.quote[place : span.start]),
            Piece(passage.quote[span.start : span.end], is_asked=True),
        ]
        place = span.end
    found.append(Piece(passage.quote[place:]))
    return tuple(piece for piece in found if piece.text)
