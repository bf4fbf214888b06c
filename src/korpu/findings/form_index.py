"""The index of forms: which may be of one question at all, so that not every two must be compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence

from korpu.findings.forms import Form, period_of
from korpu.findings.names import EXACT, Marks, entity_of, marks, names
from korpu.kinds import Answer, Kind, RoleType


class FormIndex:
    """Which of the places that forms were put in a form may belong to at all.

    Forms are looked up by the words of one role that is compared as a name, else by the period of
    an amount; a form that has neither is compared with all.
    """

    def __init__(self, kind: Kind, forms: Sequence[Form]) -> None:
        loose = [role for role in kind.roles if role in kind.question and kind.roles[role] not in EXACT]
        self._role = loose[0] if loose else None
        self._type = kind.roles[self._role] if self._role else RoleType.TERM
        self._entity = entity_of(kind, self._role) if self._role else None
        self._by_period = kind.answer is Answer.VALUE and not loose
        self._frequency: Counter[Hashable] = Counter()
        self._frequency.update(mark for form in forms for mark in self._marks(form).has)
        self._having: dict[Hashable, set[int]] = defaultdict(set)
        self._seeking: dict[Hashable, set[int]] = defaultdict(set)
        self._unsorted: set[int] = set()
        self._all: set[int] = set()

    def add(self, form: Form, place: int) -> None:
        """Note that `form`, one of those that were given first, is at the place."""
        own = self._marks(form)
        for mark in own.has:
            self._having[mark].add(place)
        for mark in own.seeks:
            self._seeking[mark].add(place)
        if not own.has:
            self._unsorted.add(place)
        self._all.add(place)

    def candidates(self, form: Form) -> list[int]:
        """Return the places of the forms to compare `form` with, which has no more words than they, in their order."""
        own = self._marks(form)
        if not own.has:
            return sorted(self._all)
        found = (self._having.get(mark, set()) for mark in own.seeks)
        back = (self._seeking.get(mark, set()) for mark in own.has) if self._entity == "person" else ()
        return sorted(self._unsorted.union(*found, *back))

    def _marks(self, form: Form) -> Marks:
        """What the form has, and what one of the same question must have: of a long title, one of its rarest marks."""
        if self._by_period:
            period = frozenset({period_of(form.when)})
            return Marks(period, period)
        if self._role is None or self._role not in form.roles:
            return _NO_MARKS
        own = [marks(self._entity, name) for name in names(form.roles[self._role])]
        has = frozenset[Hashable]().union(*(one.has for one in own))
        if self._type is RoleType.ACTOR or self._entity in _BY_ANY:
            return Marks(has, frozenset[Hashable]().union(*(one.seeks for one in own)))
        rarest = sorted(has, key=lambda mark: (self._frequency[mark], str(mark)))
        return Marks(has, frozenset(rarest[: len(rarest) // 5 + 1]))


_NO_MARKS = Marks(frozenset(), frozenset())
_BY_ANY = ("person", "place", "organisation", "project")
"""What is known by a few words, any of which may be the one that two names have in common."""
