"""Two names of one type, and what is known of each: whether they name one thing, and why."""

from __future__ import annotations

from functools import lru_cache

from korpu.entities.context import OPEN, Context, Related, relate_agreements, relate_persons, relate_places
from korpu.entities.persons import compare_persons
from korpu.entities.titles import compare_titles
from korpu.entities.verdict import Likeness, Verdict
from korpu.kinds import EntityType

NOTHING = Context()
"""What is known where nothing is."""


def compare_names(
    type: EntityType, left: str, right: str, left_of: Context = NOTHING, right_of: Context = NOTHING
) -> Verdict:
    """Return whether two names of a type name one thing.

    A shortened name (an initial, a surname alone) is joined only where both hold one office; names that are alike are not
    joined where what is known of the two cannot be of one. The order of the two does not matter.

    >>> compare_names("person", "N. Sadvakasov", "Nurjan Sadvakasov").sameness
    'unsure'
    >>> compare_names("place", "Varşava", "Warsaw").sentence()
    'Both are known names of it.'
    """
    alike = likeness(type, left, right)
    if alike.how == "none":
        return Verdict("different", alike.code)
    return weigh(alike, relate(type, left_of, right_of))


def relate(type: EntityType, left_of: Context, right_of: Context) -> Related:
    """Return whether what is known of two can be known of one, and whether they have a thing of one only in common."""
    if type == "person":
        return relate_persons(left_of, right_of)
    if type == "place":
        return relate_places(left_of, right_of)
    if type == "agreement":
        return relate_agreements(left_of, right_of)
    return OPEN


def weigh(alike: Likeness, related: Related) -> Verdict:
    """Return the verdict on names that are alike, from what is known of the two."""
    if related.relation == "conflict":
        certain = alike.how == "short" or related.code == "other_parties"
        return Verdict("different" if certain else "unsure", related.code, related.details)
    if alike.how == "full":
        return Verdict("same", alike.code)
    if related.code == "same_office" and alike.code not in ("nouns_differ", "acronym"):
        return Verdict("same", f"{alike.code}_same_office", related.details)
    if related.code == "same_date" and alike.code == "named_after_place":
        return Verdict("same", "named_after_place_same_date")
    return Verdict("unsure", alike.code)


def likeness(type: EntityType, left: str, right: str) -> Likeness:
    """Return how alike two names of a type are by themselves; the order of the two does not matter."""
    return _likeness(type, *sorted((left, right)))


@lru_cache(maxsize=262144)
def _likeness(type: EntityType, left: str, right: str) -> Likeness:
    if type == "person":
        return compare_persons(left, right)
    if type == "mission":
        return _compare_missions(left, right)
    return compare_titles(type, left, right)


def _compare_missions(left: str, right: str) -> Likeness:
    """Missions are named by sender, sort, host and place, with spaces between: «AZ embassy KZ Astana»."""
    (*one, place), (*other, other_place) = _mission(left), _mission(right)
    if one != other:
        return Likeness("none", "other_mission")
    if place and other_place:
        found = compare_titles("place", place, other_place)
        if found.how == "full":
            return Likeness("full", "same_mission")
        # An embassy moves with the capital; of consulates a state has several.
        return Likeness("near", "moved") if one[1] == "embassy" else Likeness("none", "other_place")
    if place == other_place or one[1] == "embassy":
        return Likeness("full", "same_mission")
    return Likeness("short", "place_not_told")


def _mission(name: str) -> list[str]:
    parts = name.split(" ", 3)
    return parts + [""] * (4 - len(parts))
