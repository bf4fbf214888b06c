"""The frame: how a clause, of whatever language, becomes a claim of a kind.

A frame asks for concepts and says where each role's filler stands. A filler is written as selectors, tried
in order, apart by spaces:

    goal:state|place    a mention of one of these types that plays that part
    goal+place:state    … that plays one of these parts
    whose:person        the owner that stands nearest before the words of the cue
    any:person          of that type, whatever part it plays
    own:person          … in this clause, and not in one before it
    theme.sender        what the theme says of itself («Litvanın səfirliyi» has a sender)
    person.office       what the person chosen for the role `person` … says of itself (`visitor.office`)
    known.sender        what was said of the theme before («səfirlik» is the embassy told of last)
    person.known_host   what is known of the post of the person in a role, by what was said now or before
    mission.sender      what the mission told of last has that the theme may be at the head of
    post.sender         what the post has that a person was last said to hold («bu vəzifəyə»)
    first               the state that the document names first of its pair
    other:sender        the pair's other state than the one in the role `sender`
    paired:recognized   the same, but of the pair in question alone, and never the publisher's state besides
    topic               the person whom the text is about, where the clause names no subject
    facing:goal         the state that the clause relates to the one that plays that part
    =embassy            just that word

`nation` stands for state|people|pointer, `land` for state|place|pointer and `someone` for person|it. What
plays several parts is written with `&`, each of which must be there: `subject:someone&partner:someone`.
`subject:someone~mission_head` passes over mentions with that attribute; `^goal:land` wants one that the clause
itself names, and not an earlier one of the sentence. After `visitor.state!` no further
selector is tried once it says something, even where another role has that state already; `visitor.likely` is
the state that an office without one speaks of.
"""

from __future__ import annotations

import msgspec

from korpu.claims import Stance


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """One way of claiming a kind.

    Attributes:
        name: the rule's name, as `korpu explain` shows it, behind the kind's.
        cues: concepts that the clause must hold, each one alternative or several apart by `|`.
        unless: concepts that it must not hold.
        theme: the type of the mention that the claim is about (`mission`), with an attribute that it must
            have (`person.mission_head`); each such mention is matched by itself. Empty where there is none.
        roles: each role's selectors.
        needs: roles, `when` or `value` without which there is no claim.
        value: the units that the amount may have: `money`, `percent`, `person`, …; empty where there is none.
        falls: a concept under which the amount is negative.
        each: the role for whose every filler there is a claim; where no other state is in a role, all the
            fillers are parties of each claim.
        verbal: whether its predicate is a verb alone: a theme in the genitive is then something else's.
        afresh: whether all that it takes must be said in the clause itself, and not be told before.
        identified: whether a theme without a name counts only where one with a name was told of before.
        together: whether one clause must hold all the cues, none of them told before.
        mutual: two roles that the two parties fill in turn, so that there are two claims («each other»).
        reflexive: whether two roles may be of one state (people deported within their own).
        alone: roles that one state alone fills: of several that are said («in X, Y and Z») it cannot be told which.
        joint: whether it must be said of both states or more, not of one alone («both are members»); where the
            clause names three or more, all of them are parties.
        several: whether three or more states that do it together are all parties, or those of the occasion told last.
        theme_parts: the parts that the theme may play; where the predicate is nominalised, also `owner`.
        parties: the roles whose states are the parties, where not all of them are.
        related: whether the clause itself must relate two states, by name or as the pair.
        pair: whether the parties are the pair that the clause speaks of, and not the states in the roles.
        stances: what becomes of a stance; None where there is then no claim.
        presupposed: whether what is only discussed is there already («cooperation within X was discussed»).
        denied_by: concepts under which it is denied (a visit that is cancelled).
        unless_told: concepts that no earlier clause of the sentence may hold.
        begins: whether it tells of a beginning, so that there is none where the clause only says until when.
        once: whether it is a claim only where the document has not told it before.
        event: the occasion that it tells of and that other things happen during (`visit`, `meeting`, `session`).
        during: whether it takes the date of the occasion that the clause says it happened in.
        when: `any` date of the clause, the one that stands `near` its cue, only one that is `open` («since»), `none`, or, where the clause has none,
            that of the `figure` told last.
    """

    name: str
    cues: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    theme: str = ""
    roles: dict[str, str] = {}
    needs: tuple[str, ...] = ()
    value: str = ""
    falls: str = ""
    each: str = ""
    verbal: bool = False
    afresh: bool = False
    identified: bool = False
    alone: tuple[str, ...] = ()
    joint: bool = False
    reflexive: bool = False
    together: bool = False
    mutual: tuple[str, ...] = ()
    related: bool = False
    pair: bool = False
    parties: tuple[str, ...] = ()
    several: bool = False
    theme_parts: str = "subject modifier object"
    stances: dict[Stance, Stance | None] = {}
    presupposed: bool = False
    denied_by: tuple[str, ...] = ()
    unless_told: tuple[str, ...] = ()
    begins: bool = False
    once: bool = False
    when: str = "any"
    during: bool = False
    event: str = ""
