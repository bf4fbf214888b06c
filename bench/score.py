"""Compare the claims of a document with its gold claims.

A claim is right where it is of the gold claim's kind and parties, and agrees in what tells one claim of
the kind from another (`Kind.identity`): roles, date, amount; its place overlaps the gold claim's. The other
roles, the stance, the speaker and the bound are *slots*: counted apart, on the claims that are right.

A gold claim may be `"optional": true` (finding it or not costs nothing), its `when` a list of dates of which
each is right, a role `{"any": [...]}`; without `start` and `end` it is compared without its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from typing import Any, NamedTuple

import msgspec

from korpu.kinds import kinds

Labels = Mapping[str, Any]
"""A claim as JSON has it; a gold one may leave fields out, and allow for several answers."""

SIMILAR = 0.85
"""The least share of letters in common of two spellings of one name."""

_CODE = re.compile(r"[A-Z]{2}(-[A-Z]+)?|[a-z_]+")


class Counts(msgspec.Struct, frozen=True):
    """What was found, missed and wrongly claimed; and the slots of what was found.

    >>> Counts(found=3, missed=1, wrong=0).f1
    0.8571428571428571
    """

    found: int = 0
    missed: int = 0
    wrong: int = 0
    slots_right: int = 0
    slots: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(mine + its for mine, its in zip(_numbers(self), _numbers(other), strict=True)))

    @property
    def precision(self) -> float:
        """The share of the claims that are right; 1 where there is none."""
        return _share(self.found, self.found + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the gold claims that were found; 1 where there is none."""
        return _share(self.found, self.found + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def slot_share(self) -> float:
        """The share of the slots that are right; 1 where there is none."""
        return _share(self.slots_right, self.slots)


class Comparison(NamedTuple):
    """How a document's claims stand to its gold claims.

    Attributes:
        pairs: each claim that is right, with its gold claim.
        missed: gold claims that are not optional and were not found.
        wrong: claims that are no gold claim.
    """

    pairs: list[tuple[Labels, Labels]]
    missed: list[Labels]
    wrong: list[Labels]

    def by_kind(self) -> dict[str, Counts]:
        """Return the counts of each kind that occurs, by its name; what is optional does not count."""
        found: dict[str, Counts] = {}

        def note(kind: str, counts: Counts) -> None:
            found[kind] = found.get(kind, Counts()) + counts

        for claim, gold in self.pairs:
            if not gold.get("optional"):
                checks = check_slots(claim, gold)
                note(gold["kind"], Counts(found=1, slots_right=sum(checks), slots=len(checks)))
        for gold in self.missed:
            note(gold["kind"], Counts(missed=1))
        for claim in self.wrong:
            note(claim["kind"], Counts(wrong=1))
        return found


def compare(claims: Iterable[Labels], gold: Iterable[Labels]) -> Comparison:
    """Pair each gold claim with at most one claim: of those that are right, the one with the best slots.

    Claims that are not optional choose first. Kinds that are not Körpü's are passed over.
    """
    free = [claim for claim in claims if claim["kind"] in kinds()]
    wanted = [one for one in gold if one["kind"] in kinds()]
    pairs, missed = [], []
    for one in sorted(wanted, key=lambda one: bool(one.get("optional"))):
        fits = [number for number, claim in enumerate(free) if is_right(claim, one)]
        if fits:
            best = max(fits, key=lambda number: sum(check_slots(free[number], one)))
            pairs.append((free.pop(best), one))
        elif not one.get("optional"):
            missed.append(one)
    return Comparison(pairs, missed, free)


def is_right(claim: Labels, gold: Labels) -> bool:
    """Whether the claim is the gold claim: what tells it apart agrees, and so does its place."""
    if claim["kind"] != gold["kind"] or sorted(claim["parties"]) != sorted(gold["parties"]):
        return False
    return _overlap(claim, gold) and all(
        _agrees(part, claim, gold) for part in kinds()[gold["kind"]].identity
    )


def check_slots(claim: Labels, gold: Labels) -> list[bool]:
    """Return for each slot that the gold claim fills whether the claim fills it alike."""
    identity = kinds()[gold["kind"]].identity
    checks = [_agrees(role, claim, gold) for role in _roles(gold) if role not in identity]
    checks.append(claim.get("stance", "fact") == gold.get("stance", "fact"))
    if gold.get("speaker"):
        checks.append(bool(claim.get("speaker")) and is_same_name(claim["speaker"], gold["speaker"]))
    if gold.get("when") and "when" not in identity:
        checks.append(_agrees("when", claim, gold))
    if gold.get("value"):
        checks.append((claim.get("value") or {}).get("bound") == gold["value"].get("bound"))
    return checks


def is_same_name(one: str, other: str) -> bool:
    """Whether two spellings are of one name: nearly alike, or five letters or more whole in the other.

    >>> is_same_name("İlham Əliyev", "ilham əliyev"), is_same_name("Vüqar Əhmədov", "Əhmədov")
    (True, True)
    >>> is_same_name("Anar Quliyev", "Samir Quliyev")
    False
    """
    one, other = fold(one), fold(other)
    short, long = sorted((one, other), key=len)
    if one == other or (len(short) >= 5 and f" {short} " in f" {long} "):
        return True
    return SequenceMatcher(None, one, other).ratio() >= SIMILAR


def fold(text: str) -> str:
    """Return the letters and digits of `text` in small letters (İ → i, I → ı), words one space apart.

    >>> fold("«İrəli» – Qızıl küç., 5")
    'irəli qızıl küç 5'
    """
    small = unicodedata.normalize("NFC", text).replace("İ", "i").replace("I", "ı").casefold()
    return re.sub(r"[\W_]+", " ", small).strip()


def _agrees(part: str, claim: Labels, gold: Labels) -> bool:
    """Whether one part of a claim, a role, `when` or `value`, agrees; a role that the gold lacks does."""
    if part == "when":
        allowed = gold.get("when")
        return claim.get("when") in (allowed if isinstance(allowed, list) else [allowed])
    if part == "value":
        return _amount(claim) == _amount(gold)
    return part not in _roles(gold) or _fills(_roles(claim).get(part), _roles(gold)[part])


def _fills(said: Any, wanted: Any) -> bool:
    if isinstance(wanted, dict):
        return any(_fills(said, choice) for choice in wanted["any"])
    if isinstance(wanted, list):
        return isinstance(said, list | tuple) and _same_names(said, wanted)
    if said is None:
        return False
    if _CODE.fullmatch(str(wanted)):
        return bool(said == wanted)
    return is_same_name(str(said), str(wanted))


def _same_names(said: Sequence[Any], wanted: Sequence[Any]) -> bool:
    left = list(said)
    for one in wanted:
        match = next((number for number, name in enumerate(left) if _fills(name, one)), None)
        if match is None:
            return False
        del left[match]
    return not left


def _amount(claim: Labels) -> tuple[Decimal | None, str | None]:
    value = claim.get("value") or {}
    try:
        return Decimal(str(value["amount"])), value.get("unit")
    except (KeyError, InvalidOperation):
        return None, value.get("unit")


def _overlap(claim: Labels, gold: Labels) -> bool:
    if "start" not in claim or "start" not in gold:
        return True
    return bool(claim["start"] < gold["end"] and gold["start"] < claim["end"])


def _roles(claim: Labels) -> Mapping[str, Any]:
    return claim.get("roles") or {}


def _numbers(counts: Counts) -> tuple[int, ...]:
    return msgspec.structs.astuple(counts)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
