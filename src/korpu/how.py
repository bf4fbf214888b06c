"""How a part of a claim came to be: the terms of a trace's steps.

A step's `how` is a term, with a detail behind a colon where there is one («role:visitor», «published:latest»).
The words for each term, in each language, are in the section [how] of the translations.
"""

from __future__ import annotations

from enum import Enum

from korpu.clauses import Part


class How(Enum):
    """The ways in which words, or what was told before, decide a part of a claim, besides the parts of a clause."""

    # The trigger.
    CONCEPT = "concept"
    """Words that call up a concept that the rule goes by; the detail is the concept."""
    # A role: by the part that its words play in the clause (`korpu.clauses.Part`), or
    ANY = "any"
    """By its type alone."""
    THEME = "theme"
    """The thing that the claim is about, or what its words say of it."""
    ROLE = "role"
    """What the words for another role say by the way; the detail is that role."""
    ROW = "row"
    """The row, its table, or the heading above it says so, by no words of the row that could be pointed at."""
    EARLIER_CLAUSE = "earlier_clause"
    CONSTANT = "constant"
    REMEMBERED = "remembered"
    """What an earlier sentence said of the same thing."""
    PAIR = "pair"
    """The other state of the two in question."""
    FIRST = "first"
    """The state that the document names first."""
    POINTS = "points"
    """The words name no state but point at one; the detail is how («our», «that»)."""
    FULL_NAME = "full_name"
    """The words give part of the name, or the office; another sentence gives the name."""
    # The date.
    STATED = "stated"
    UNIT_OF = "unit_of"
    """Its year, month … is that of a date told before; the detail is which and where («year:last»)."""
    OFFSET = "offset"
    SAME_AS = "same_as"
    PUBLISHED = "published"
    """From the day of publication; the detail is `latest`, `earliest` or an offset («-1Y»)."""
    DURING = "during"
    HEADING = "heading"
    """The day of the heading that it stands under."""
    FIGURE = "figure"
    """Of the figure told before, which this one goes on with."""
    COUNTED_FROM = "counted_from"
    """The detail is the date that the one before was counted from."""
    # The amount.
    AMOUNT = "amount"
    FALLS = "falls"
    # The parties.
    ROLES = "roles"
    SAID = "said"
    """Words of the clause name the state that is the detail, or point at it."""
    IN_PAIR = "in_pair"
    HOME = "home"
    """It is the publisher's, or the speaker's."""
    # The stance.
    PLAIN = "plain"
    """Nothing says that it is other than a fact."""
    WORDS = "words"
    RULE = "rule"
    """The rule decides what becomes of the stance of its words."""
    # The speaker.
    NAMED = "named"
    GOES_ON = "goes_on"
    """An earlier or later sentence of the same speech names him."""


TERMS = frozenset(term.value for term in (*Part, *How))
"""Every term of a step."""


def parse_how(how: str) -> tuple[str, str]:
    """Return a step's term and its detail, an empty string where there is none.

    >>> parse_how("published-1Y"), parse_how("year_of:last"), parse_how("constant")
    (('published', '-1Y'), ('unit_of', 'year:last'), ('constant', ''))
    """
    if how.startswith("published") and how[9:10] in ("-", "+"):
        return "published", how[9:]
    term, _, detail = how.partition(":")
    if term.endswith("_of"):
        return "unit_of", f"{term.removesuffix('_of')}:{detail}"
    return term, detail
