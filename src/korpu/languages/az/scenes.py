"""Scenes: a sentence with its words of saying and those who may say, and who of them is a subject."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from korpu.languages.az.phrases.phrase import QUOTES, Phrase, Sentence
from korpu.languages.az.sayers import Sayer
from korpu.languages.az.sayings import SayVerb


class Scene(NamedTuple):
    """A sentence with its words of saying and those who may say."""

    sentence: Sentence
    phrases: Sequence[Phrase]
    verbs: Sequence[SayVerb]
    sayers: Sequence[Sayer]

    def key(self, index: int) -> str:
        """The folded token at `index`."""
        return self.sentence.key(index)

    @property
    def length(self) -> int:
        """How many tokens the sentence has."""
        return len(self.sentence.tokens)


def in_nominative(scene: Scene, first: int, last: int) -> list[Sayer]:
    """Return those who may be subjects among the tokens `first` to `last`, the end left out."""
    return [
        sayer
        for sayer in scene.sayers
        if first <= sayer.first and sayer.last < last and "Nom" in sayer.cases and _is_free(scene, sayer)
    ]


def _is_free(scene: Scene, sayer: Sayer) -> bool:
    """Whether the nominative is no part of another group: «X ilə», «X adına», «“X”un», «o vaxt»."""
    after = scene.key(sayer.last + 1)
    if after in ("ilə", "adina", "adli", "tərəfindən", "üçün", "haqqinda", "kimi", "arasinda"):
        return False
    if sayer.mention.attributes.get("he"):
        return (
            after in (",", "da", "də", "isə")
            or any(verb.first == sayer.last + 1 for verb in scene.verbs)
            or (sayer.first == 0 and after not in _NOUNS_OF_THAT)
        )
    before = scene.key(sayer.first - 1)
    return not (before and before in QUOTES and after and after in QUOTES)


_NOUNS_OF_THAT = frozenset({"vaxt", "zaman", "cümlədən", "il", "gün", "dövrdə", "vaxtdan", "vaxta"})


def nearest(scene: Scene, first: int, last: int) -> Sayer | None:
    """Return the last one in the nominative among the tokens `first` to `last`, one surely a person if there is."""
    found = in_nominative(scene, first, last)
    strong = [sayer for sayer in found if not sayer.mention.attributes.get("surname")]
    return (strong or found or [None])[-1]  # type: ignore[list-item]


def nearest_behind(scene: Scene, first: int) -> Sayer | None:
    """Return the one in the nominative right behind: «… bildirib Anar Nurlu»."""
    found = in_nominative(scene, first, min(first + 8, scene.length))
    return found[0] if found and found[0].first - first <= 3 else None
