"""Families: things joined two by two, where what is joined to one is joined to all that are joined to it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Member = TypeVar("Member", bound=Hashable)


class Families(Generic[Member]):
    """Members joined two by two; each family is known by its least member, whatever the order."""

    def __init__(self) -> None:
        self._parent: dict[Member, Member] = {}

    def root(self, member: Member) -> Member:
        """Return the member that stands for the family of `member`."""
        while (parent := self._parent.get(member, member)) != member:
            member = parent
        return member

    def join(self, left: Member, right: Member) -> None:
        """Make the two families one."""
        low, high = sorted((self.root(left), self.root(right)), key=repr)
        if low != high:
            self._parent[high] = low
