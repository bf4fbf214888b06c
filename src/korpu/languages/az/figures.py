"""Figures: the sums and counts of a sentence, each a fact of its own with what it shares with its neighbours.

«2022-ci ildə dövriyyə 20 milyon, ixrac 4 milyon, oradan idxal isə 16 milyon dollar olub» tells three facts:
the year is said once, the verb once, and the state once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from korpu.clauses import Argument, Mention, Part
from korpu.languages.az.morphology import Features
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.flows import FLOWS, TRADE, fillers, is_placed
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.phrases.quantities import COUNTS, sort_of
from korpu.languages.az.predicates import Predicate
from korpu.languages.az.stance import word_stance
from korpu.languages.az.verbs import Form
from korpu.languages.az.words import FOLDER
from korpu.lexicon import read_table

_SEPARATORS = frozenset({",", ";", ":", "və", "–", "—", "-"})
_STATES = frozenset({"state", "pointer", "people", "pair", "place"})
_TELLING = _STATES | {"date", "organisation", "statistics"}
_COUNTED = frozenset({"company", "people", "compatriot", "number", "document"})
_NEUTRAL = (Features(case="Ins"),)


class Group(NamedTuple):
    """The phrases of one fact and the tokens that they stand among.

    From `tail` on, the words serve all facts.
    """

    phrases: tuple[Phrase, ...]
    first: int
    last: int
    tail: int = 0

    def others(self) -> frozenset[int]:
        """The tokens that tell the facts beside it."""
        return frozenset({*range(self.first), *range(self.last + 1, self.tail)})


def split_figures(sentence: Sentence, phrases: Sequence[Phrase], first: int, last: int) -> list[Group]:
    """Return a group for each amount that is told of something of its own; none where there is but one fact."""
    rows = split_rows(sentence, phrases, first, last)
    if rows:
        return rows
    kept = _without_parts(sentence, _without_old(phrases))
    cuts = _cuts(sentence, kept, last)
    if not cuts:
        kept = _without_wholes(kept)
        return [Group(kept, first, last)] if len(kept) < len(phrases) else []
    phrases = kept
    bounds = list(zip([first, *cuts], [cut - 1 for cut in cuts] + [last], strict=True))
    tail = max(phrase.last for phrase in phrases if _is_amount(phrase)) + 1
    groups = [
        Group(
            tuple(p for p in phrases if start <= p.first and (p.first <= end or end == last)),
            start,
            end,
            tail,
        )
        for start, end in bounds
    ]
    groups = [group._replace(phrases=_without_wholes(group.phrases)) for group in groups]
    return [_completed(sentence, groups, number) for number in range(len(groups))]


def split_rows(sentence: Sentence, phrases: Sequence[Phrase], first: int, last: int) -> list[Group]:
    """Return a group for each amount of a bare list and the date, flow or state that it goes with.

    «2019, 2020 və 2021-ci illərdə 200, 170 və 240 milyon dollar» tells three facts; where nothing else has as
    many members as the list, no amount can be told to be of anything, and there is one group without them.
    """
    row = _row(sentence, [phrase for phrase in phrases if _is_amount(phrase)])
    if not row:
        return []
    others = tuple(phrase for phrase in phrases if phrase not in row)
    for type_ in ("date", "flow", "state"):
        heads = [
            p
            for p in others
            if p.first < row[0].first and (_concept(p) in FLOWS if type_ == "flow" else p.type == type_)
        ]
        if len(heads) == len(row):
            rest = tuple(phrase for phrase in others if phrase not in heads)
            return [
                Group((*rest, head, amount), first, last) for head, amount in zip(heads, row, strict=True)
            ]
    return [Group(others, first, last)]


def _row(sentence: Sentence, amounts: list[Phrase]) -> list[Phrase]:
    """The first amounts with only commas and «və» between them; none, if fewer than two."""
    row: list[Phrase] = []
    for amount in amounts:
        listed = (
            row and set(sentence.between(row[-1], amount)) <= {",", "və"} and row[-1].value == amount.value
        )
        if row and not listed:
            if len(row) > 1:
                break
            row = []
        row.append(amount)
    return row if len(row) > 1 else []


def _without_old(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The phrases without what was before: «2020-ci ildəki 4 milyarddan 2021-ci ildə 9 milyarda»."""
    kept: list[Phrase] = []
    for phrase, after in zip(phrases, [*phrases[1:], None], strict=False):
        if (
            after
            and _is_amount(phrase)
            and _is_from(phrase)
            and any(_is_amount(p) for p in phrases if p.first > phrase.last)
        ):
            if kept and kept[-1].type == "date" and kept[-1].last + 1 == phrase.first:
                kept.pop()
            continue
        kept.append(phrase)
    return tuple(kept)


def _without_parts(sentence: Sentence, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The phrases without the counts behind «o cümlədən»: «yeddi sənəd, o cümlədən üç memorandum»."""
    start = next((i for i in range(len(sentence.tokens)) if sentence.key(i) == "cümlədən"), None)
    total = next((p for p in phrases if _is_amount(p) and start is not None and p.last < start), None)
    if total is None or start is None or total.value not in COUNTS - {"percent"}:
        return phrases
    return tuple(p for p in phrases if p.first < start or not _is_amount(p) or p.value != total.value)


def _is_from(phrase: Phrase) -> bool:
    return getattr(phrase.data, "case", None) == "ablative" and getattr(phrase.data, "bound", "") == "exact"


def _without_wholes(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The phrases without a flow of which others are parts: «dövriyyənin 5 milyonu ixracın payına düşür»."""
    flows = [phrase for phrase in phrases if _concept(phrase) in FLOWS]
    whole = flows[0] if len({_concept(flow) for flow in flows}) > 1 else None
    amount = next((p for p in phrases if whole and _is_amount(p) and p.first > whole.last), None)
    if not whole or not amount or whole.features.case not in ("Gen", "Loc") or flows[1].first < amount.first:
        return tuple(phrases)
    return tuple(phrase for phrase in phrases if phrase is not whole)


def _is_amount(phrase: Phrase) -> bool:
    return phrase.type == "amount" and bool(phrase.value or "bare" in phrase.attributes)


def _cuts(sentence: Sentence, phrases: Sequence[Phrase], last: int) -> list[int]:
    """Where the next fact begins: at the first mark or «və» behind an amount, if something new follows it."""
    amounts = [phrase for phrase in phrases if _is_amount(phrase)]
    cuts: list[int] = []
    for here, after in pairwise(amounts):
        cut = next((i for i in range(here.last + 1, after.first) if sentence.key(i) in _SEPARATORS), None)
        if cut is None or sentence.key(cut + 1) == "ya":
            continue
        end = next((i for i in range(after.last + 1, last + 1) if sentence.key(i) in _SEPARATORS), last + 1)
        aims = word_stance(sentence, cut, end - 1)[0] in ("target", "plan", "estimate")
        if aims or any(_tells(p) and cut < p.first < end for p in phrases if p is not here):
            cuts.append(cut)
    return cuts


_REACHED = tuple(
    fold("keçib keçmiş keçdi ötüb ötmüş ötdü aşıb aşmış aşdı üstələ çatmay çatmır yaxınlaş ötüş").split()
)
"""How the verbs begin that an amount takes to itself as its bound."""


def closes(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether an amount ends a clause, its verb or copula being part of it («5 milyonu keçib,», «3 minə yaxındır,»)."""
    if not _is_amount(phrase) or sentence.key(phrase.last + 1) not in _SEPARATORS | {
        "lakin",
        "amma",
        "halbuki",
    }:
        return False
    key = sentence.key(phrase.last)
    return key.startswith(_REACHED) or key.endswith(_COPULAS)


_COPULAS = ("dir", "dur", "dür")


def _tells(phrase: Phrase) -> bool:
    return phrase.type in _TELLING or _concept(phrase) in FLOWS


def _concept(phrase: Phrase) -> str:
    return phrase.concept.split(" ")[0]


# What a fact takes from its neighbours -----------------------------------------------------------------


def _completed(sentence: Sentence, groups: list[Group], number: int) -> Group:
    """The group with the noun, the date, the states and the place that it leaves out."""
    own = groups[number].phrases
    before = [group.phrases for group in reversed(groups[:number])]
    behind = [group.phrases for group in groups[number + 1 :]]
    aims = word_stance(sentence, groups[number].first, groups[number].last)[0] in ("target", "plan")
    added = [*_noun(own, before, behind), *([] if aims else _date(own, before))]
    if any(_concept(phrase) in FLOWS for phrase in (*own, *added)):
        added += _states(own, before)
    else:
        added += _place(own, [*before, *behind])
        own = tuple(_numbered(phrase, added) for phrase in own)
    return groups[number]._replace(phrases=(*own, *added))


def _numbered(phrase: Phrase, nouns: Sequence[Phrase]) -> Phrase:
    """An amount with the unit of the noun that it shares («40 min, … yarım milyon soydaşımız»)."""
    unit = next((sort for noun in nouns if (sort := sort_of(noun))), None)
    return phrase._replace(value=unit) if unit and phrase.type == "amount" and not phrase.value else phrase


def _noun(
    own: Sequence[Phrase], before: list[tuple[Phrase, ...]], behind: list[tuple[Phrase, ...]]
) -> list[Phrase]:
    """The flow told before, else what is counted behind («40 min, … yarım milyon soydaşımız»)."""
    if any(_concept(p) in FLOWS or _concept(p) in _COUNTED - {"number"} or p.type == "people" for p in own):
        return []
    for phrases in (*before, *behind):
        found = [p for p in phrases if _concept(p) in FLOWS]
        if found:
            return found[-1:]
    for phrases in (*behind, *before):
        found = [p for p in phrases if _concept(p) in _COUNTED or p.type in _COUNTED]
        if found:
            return found
    return []


def _date(own: Sequence[Phrase], before: list[tuple[Phrase, ...]]) -> list[Phrase]:
    if any(phrase.type == "date" and not _is_base(phrase) for phrase in own):
        return []
    for phrases in before:
        found = [phrase for phrase in phrases if phrase.type == "date" and not _is_base(phrase)]
        if found:
            return found[-1:]
    return []


def _is_base(phrase: Phrase) -> bool:
    return getattr(phrase.data, "part", "") in ("base", "for")


def _states(own: Sequence[Phrase], before: list[tuple[Phrase, ...]]) -> list[Phrase]:
    """All states told last, if none is said; only whose the flow is, if the other state is said."""
    said = [phrase for phrase in own if phrase.type in _STATES]
    if any(phrase.type == "pair" or _is_owner(phrase) for phrase in said):
        return []
    for phrases in before:
        states = [phrase for phrase in phrases if phrase.type in _STATES]
        if not states:
            continue
        if said:
            owners = [phrase for phrase in states if _is_owner(phrase)]
            if owners:
                return owners
            continue
        same = _flows(own) <= _flows(phrases)
        # «X-ə ixrac 5, idxal 3 milyon»: whither the exports go is not where the imports come to.
        return [p if same or _is_owner(p) else p._replace(readings=_NEUTRAL) for p in states]
    return []


def _flows(phrases: Sequence[Phrase]) -> set[str]:
    return {_concept(phrase) for phrase in phrases} & FLOWS


def _is_owner(phrase: Phrase) -> bool:
    return (
        phrase.type in ("state", "pointer")
        and phrase.value != "pair"
        and phrase.features.case in ("Gen", "Nom")
    )


def _place(own: Sequence[Phrase], others: list[tuple[Phrase, ...]]) -> list[Phrase]:
    if any(_is_place(phrase) for phrase in own):
        return []
    return next((found for phrases in others if (found := [p for p in phrases if _is_place(p)][-1:])), [])


def _is_place(phrase: Phrase) -> bool:
    return phrase.type in _STATES and (phrase.features.case == "Loc" or phrase.features.attributive)


def is_aim(predicate: Predicate, phrases: Sequence[Phrase]) -> bool:
    """Whether an amount is to be reached: «1 milyarda çatdırılması», «çatdırılsın»."""
    made = "lift" in predicate.concepts and predicate.form.form in (Form.DOING, Form.LET)
    return made and any(_is_amount(phrase) for phrase in phrases)


# What kind of figure it is -----------------------------------------------------------------------------

_POINTING = frozenset(fold("bu həmin o göstərilən adıçəkilən").split())
_PRONOUNS = frozenset(fold("bu bunu bunun buna o onu onun ona").split())
_REPORTS = ("məlumat", "hesabat", "statistika", "rəqəm", "araşdirma", "görə", "əsasən")


def figure_concepts(
    sentence: Sentence, group: Group, arguments: Sequence[Argument], told: Sequence[Argument]
) -> dict[str, Phrase]:
    """Return what the amount of a group is besides: `world`, `alone`, `part`, `figure`, `apart`, with the words.

    `world`: the trade with the whole world or a bloc. `alone`: one state's trade, with whom is not said.
    `part`: of some goods only, or a share. `figure`: of what was told last («bu rəqəm», or nothing said).
    `apart`: of something that no table has («neft hasilatı 3 faiz artıb»).
    """
    amounts = [phrase for phrase in group.phrases if _is_amount(phrase) and group.first <= phrase.first]
    if not amounts:
        return {}
    flows = [phrase for phrase in group.phrases if _concept(phrase) in FLOWS]
    goods = any(phrase.concept == "goods" for phrase in group.phrases)
    if not flows and not goods:
        return _without_flow(sentence, group, amounts[0], told)
    found: dict[str, Phrase] = {}
    here = flows[0] if flows else amounts[0]
    if any(_concept(flow) in TRADE for flow in flows) or goods:
        scope = _scope(sentence, group, arguments)
        if scope:
            found[scope] = here
    if _is_share(flows, amounts[0]):
        found["part"] = here
    return found


def _scope(sentence: Sentence, group: Group, arguments: Sequence[Argument]) -> str | None:
    words = [_scope_of(sentence, index) for index in _told_among(sentence, group)]
    for scope in ("part", "world"):
        if scope in words:
            return scope
    if any(a.mention.type == "organisation" and _trades(sentence, group, a.mention) for a in arguments):
        return "world"
    states = {a.mention.value for a in arguments if a.mention.type in ("state", "pointer", "place", "people")}
    pairs = any(a.mention.type == "pair" or a.mention.value == "pair" for a in arguments)
    related = pairs or len(states) > 1 or any(
        a.part in (Part.PARTNER, Part.BETWEEN, Part.GOAL, Part.SOURCE) and a.mention.type in _STATES for a in arguments
    )  # fmt: skip
    ours = any(a.mention.attributes.get("our") for a in arguments)
    if related or (ours and states):
        return None
    if "foreign" in words:
        return "world"
    return "alone" if states else None


def _told_among(sentence: Sentence, group: Group) -> list[int]:
    """The tokens of a fact, with those before its flow where that stands in another («Blokun X-lə dövriyyəsi 5, Y-lə 6»)."""
    indexes = list(range(group.first, group.last + 1))
    for phrase in group.phrases:
        if _concept(phrase) in FLOWS and phrase.last < group.first:
            index = phrase.last
            while index >= 0 and phrase.first - index < 8 and sentence.key(index) not in _SEPARATORS:
                indexes.append(index)
                index -= 1
    return indexes


@cache
def _scopes() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in read_table(FOLDER, "scopes"):
        words = tuple(fold(row["word"]).split())
        found.setdefault(words[0][:3], []).append((words, row["scope"]))
    return found


def _scope_of(sentence: Sentence, index: int) -> str | None:
    for words, scope in _scopes().get(sentence.key(index)[:3], ()):
        keys = [sentence.key(index + offset) for offset in range(len(words))]
        if keys[:-1] == list(words[:-1]) and keys[-1].startswith(words[-1]):
            return scope
    return None


def _trades(sentence: Sentence, group: Group, mention: Mention) -> bool:
    """Whether the organisation is who trades, and not who counts it."""
    behind = next(
        (i for i in range(group.first, group.last + 1) if sentence.tokens[i].start >= mention.end), None
    )
    if behind is None:
        return False
    return not any(sentence.key(index).startswith(_REPORTS) for index in (behind, behind + 1, behind + 2))


def _is_share(flows: list[Phrase], amount: Phrase) -> bool:
    """Two flows and one amount, or «dövriyyənin 5 milyon dolları …»: a sum, a balance, a part of the whole."""
    concepts = {_concept(flow) for flow in flows}
    if len(concepts) > 1:
        return True
    owned = bool(flows) and flows[0].features.case == "Gen" and flows[0].last + 1 == amount.first
    case, bound = getattr(amount.data, "case", None), getattr(amount.data, "bound", "exact")
    return owned and case == "accusative" and bound == "exact"


def _without_flow(
    sentence: Sentence, group: Group, amount: Phrase, told: Sequence[Argument]
) -> dict[str, Phrase]:
    for phrase in group.phrases:
        if phrase.type == "figure" and sentence.key(phrase.first - 1) in _POINTING:
            return {"figure": phrase}
    if amount.value in COUNTS - {"percent"} or not _is_all_known(sentence, group, amount):
        return {"apart": amount} if amount.value == "percent" else {}
    points = any(
        (sentence.key(index) in _PRONOUNS and not sentence.tokens[index + 1].is_word)
        or sentence.key(index) in _PRONOUNS - {"bu", "o"}
        for index in range(group.first, amount.first)
    )  # fmt: skip
    counts = not amount.value and amount.attributes.get("bare") != "scaled"
    elliptic = not counts and any(
        a.mention.type == "amount" or a.mention.concept.split(" ")[0] in FLOWS for a in told
    )
    growth = any(phrase.type == "theme" and phrase.concept in ("rise", "fall") for phrase in group.phrases)
    return {"figure": amount} if points or elliptic or growth else {}


_KNOWN_TYPES = frozenset(
    {"date", "it", "figure", "amount", "pointer", "state", "people", "pair", "statistics", "place"}
)


def _is_all_known(sentence: Sentence, group: Group, amount: Phrase) -> bool:
    """Whether nothing before the amount could be what it is an amount of."""
    known: set[int] = set()
    for phrase in group.phrases:
        if phrase.type in _KNOWN_TYPES or phrase.concept in ("rise", "fall"):
            known.update(range(phrase.first, phrase.last + 1))
    for index in range(group.first, amount.first):
        token = sentence.tokens[index]
        if (
            index in known
            or not token.is_word
            or token.key in fillers() | _PRONOUNS
            or word_stance(sentence, index, index)[0]
        ):
            continue
        if _names_something(token.key):
            return False
    return True


def _names_something(key: str) -> bool:
    """Whether a word may be a noun that is measured: one in the nominative, with or without a possessor."""
    return not is_placed(key) and not key.endswith(("ca", "cə", "in", "un", "ün"))
