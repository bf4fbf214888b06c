"""Candidates: which of many claims may be on a draft's matter, without a look at each."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.claims import Claim
from korpu.findings.form_index import FormIndex
from korpu.findings.forms import form_of
from korpu.kinds import Kind, RoleType
from korpu.verify.bearing import is_of_a_period, may_be_on_same_matter


class Candidates:
    """The claims of one kind on the same states, sorted by what they answer."""

    def __init__(self, kind: Kind, claims: Sequence[Claim]) -> None:
        self._kind = kind
        self._claims = claims
        forms = [form_of(kind, claim) for claim in claims]
        self._index = FormIndex(kind, forms)
        for place, form in enumerate(forms):
            self._index.add(form, place)

    def on_matter_of(self, draft: Claim) -> list[Claim]:
        """Return the claims that may be on the matter of a draft's claim of the kind, as `may_be_on_same_matter` tells."""
        return [claim for claim in self._near(draft) if may_be_on_same_matter(draft, claim)]

    def _near(self, draft: Claim) -> Sequence[Claim]:
        """The claims that the index does not tell apart from the draft's."""
        by_period = is_of_a_period(self._kind, draft) and not self._kind.past
        by = self._index.sorted_by
        # Actors are states, persons or others, whose names the index does not know in all spellings.
        if by is RoleType.ACTOR or (by == "period" and not by_period):
            return self._claims
        places = self._index.candidates(form_of(self._kind, draft), is_fuller=True)
        return [self._claims[place] for place in places]
