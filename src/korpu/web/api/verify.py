"""Verify: a draft held against the ledger, claim by claim. Nothing of it is kept."""

from __future__ import annotations

import msgspec
from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from korpu.document import Document, SourceCard
from korpu.errors import KorpuError
from korpu.intake import Failure
from korpu.render.verified_jsonl import verified_lines
from korpu.web.protocol.answers import Draft, VerifiedAnswer, VerifiedLine
from korpu.web.protocol.exchange import Asked, answer
from korpu.web.protocol.parameters import parties_asked
from korpu.web.protocol.problems import told
from korpu.web.safety.rights import FOR_READERS
from korpu.web.times import times_of
from korpu.web.visit import Visit


@post(
    "/verify",
    sync_to_thread=True,
    status_code=200,
    opt=FOR_READERS,
    responses=told(413, 415, 422),
    tags=["verify"],
)
def verify_draft(
    visit: NamedDependency[Visit], request: Asked, data: JSONBody[Draft]
) -> Response[VerifiedAnswer]:
    """Say of each claim of a draft whether the ledger supports it, with the sentences that say so and a corrected wording."""
    times = times_of({"as_of": data.as_of or "", "known_at": data.known_at or ""})
    published = times_of({"as_of": data.published or ""}).as_of
    first, second = parties_asked(data.pair) or ("", "")
    draft = Document(data.text, SourceCard(published=published))
    found = visit.verify(draft, (first, second) if first else None, times)
    if isinstance(found, Failure):
        raise KorpuError(found.message)
    reading, held = found
    lines = verified_lines(draft, reading.covered, held.checked, held.cards, data.language)
    return answer(
        request, VerifiedAnswer(tuple(msgspec.json.decode(line, type=VerifiedLine) for line in lines))
    )
