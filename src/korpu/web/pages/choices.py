"""What fields for states offer: names of those that anything is claimed on."""

from __future__ import annotations

import heapq

from litestar import Response, get
from litestar.di import NamedDependency

from korpu.states import name_key
from korpu.web.visit import Visit

MOST_PAIRS = 300
"""Pairs of states that a field offers: those of most claims."""


@get("/choices/pairs", sync_to_thread=True)
def offer_pairs(visit: NamedDependency[Visit]) -> Response[str]:
    """Offer the pairs that most is claimed on."""
    counts = visit.dossiers.all_claims(visit.ledger)
    pairs = heapq.nsmallest(MOST_PAIRS, counts, key=lambda pair: (-counts[pair], pair))
    return visit.page("choices.html.jinja", names=list(map(visit.pair_name, pairs)))


@get("/choices/states", sync_to_thread=True)
def offer_states(visit: NamedDependency[Visit]) -> Response[str]:
    """Offer all states that anything is claimed on, in the order of the alphabet."""
    states = {state for pair in visit.dossiers.all_claims(visit.ledger) for state in pair}
    return visit.page(
        "choices.html.jinja", names=sorted(map(visit.interface.say.state, states), key=name_key)
    )
