"""Figures: the sums and counts of a sentence, each a fact of its own with what it shares with its neighbours.

«2022-ci ildə dövriyyə 20 milyon, ixrac 4 milyon, oradan idxal isə 16 milyon dollar olub» tells three facts:
the year is said once, the verb once, and the state once.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from korpu.claims import COUNTED_UNITS
from korpu.languages.az.morphology import Features
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.flows import FLOWS
from korpu.languages.az.phrases.phrase import COPULAS, Phrase, Sentence
from korpu.languages.az.phrases.quantities import sort_of
from korpu.languages.az.predicates import Predicate
from korpu.languages.az.stance import word_stance
from korpu.languages.az.verbs import Form

SEPARATORS = frozenset({",", ";", ":", "və", "–", "—", "-"})
STATES = frozenset({"state", "pointer", "people", "pair", "place"})
_TELLING = STATES | {"date", "organisation", "statistics"}
_COUNTED = frozenset({"company", "people", "compatriot", "community", "number", "document"})
_NEUTRAL = (Features(case="Ins"),)


class Group(NamedTuple):
    """The phrases of one fact and the tokens that they stand among.

    From `tail` on, the words serve all facts.
    """

    phrases: tuple[Phrase, ...]
    first: int
    last: int
    tail: int = 0
    is_aside: bool = False
    """Whether it stands in brackets behind what it is compared with, so that no verb is its own."""

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
    tail = max(phrase.last for phrase in phrases if is_amount(phrase)) + 1
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
    row = _row(sentence, [phrase for phrase in phrases if is_amount(phrase)])
    if not row:
        return []
    others = tuple(phrase for phrase in phrases if phrase not in row)
    for type_ in ("date", "flow", "state"):
        heads = [
            p
            for p in others
            if p.first < row[0].first and (concept_of(p) in FLOWS if type_ == "flow" else p.type == type_)
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
        gap = set(sentence.between(row[-1], amount)) if row else set()
        listed = gap and gap <= {",", "və"} and row[-1].value == amount.value
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
            and is_amount(phrase)
            and _is_from(phrase)
            and any(is_amount(p) for p in phrases if p.first > phrase.last)
        ):
            if kept and kept[-1].type == "date" and kept[-1].last + 1 == phrase.first:
                kept.pop()
            continue
        kept.append(phrase)
    return tuple(kept)


def _without_parts(sentence: Sentence, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The phrases without the counts behind «o cümlədən»: «yeddi sənəd, o cümlədən üç memorandum»."""
    start = next((i for i in range(len(sentence.tokens)) if sentence.key(i) == "cümlədən"), None)
    total = next((p for p in phrases if is_amount(p) and start is not None and p.last < start), None)
    if total is None or start is None or total.value not in COUNTED_UNITS:
        return phrases
    return tuple(p for p in phrases if p.first < start or not is_amount(p) or p.value != total.value)


def _is_from(phrase: Phrase) -> bool:
    return getattr(phrase.data, "case", None) == "ablative" and getattr(phrase.data, "bound", "") == "exact"


def _without_wholes(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The phrases without a flow of which others are parts: «dövriyyənin 5 milyonu ixracın payına düşür»."""
    flows = [phrase for phrase in phrases if concept_of(phrase) in FLOWS]
    whole = flows[0] if len({concept_of(flow) for flow in flows}) > 1 else None
    amount = next((p for p in phrases if whole and is_amount(p) and p.first > whole.last), None)
    if not whole or not amount or whole.features.case not in ("Gen", "Loc") or flows[1].first < amount.first:
        return tuple(phrases)
    return tuple(phrase for phrase in phrases if phrase is not whole)


def is_amount(phrase: Phrase) -> bool:
    """Return whether a phrase is an amount of something, one that counts nothing known, or a factor («3 dəfə»)."""
    if phrase.type != "amount":
        return False
    return bool(phrase.value or "bare" in phrase.attributes) or phrase.data.noun.startswith("dəfə")  # type: ignore[attr-defined]


def _cuts(sentence: Sentence, phrases: Sequence[Phrase], last: int) -> list[int]:
    """Where the next fact begins: at the first mark or «və» behind an amount, if something new follows it."""
    amounts = [phrase for phrase in phrases if is_amount(phrase)]
    cuts: list[int] = []
    for here, after in pairwise(amounts):
        cut = next((i for i in range(here.last + 1, after.first) if _separates(sentence, i)), None)
        if cut is None or sentence.key(cut + 1) == "ya":
            continue
        end = next((i for i in range(after.last + 1, last + 1) if _separates(sentence, i)), last + 1)
        aims = word_stance(sentence, cut, end - 1)[0] in ("target", "plan", "estimate")
        if aims or any(_tells(p) and cut < p.first < end for p in phrases if p is not here):
            cuts.append(cut)
    return cuts


def _separates(sentence: Sentence, index: int) -> bool:
    """Whether a mark parts two facts; the hyphen of «800-dən artıq» does not."""
    return sentence.key(index) in SEPARATORS and not (
        sentence.key(index) == "-" and sentence.tokens[index].glued and sentence.tokens[index + 1].glued
    )


_REACHED = tuple(
    fold("keçib keçmiş keçdi ötüb ötmüş ötdü aşıb aşmış aşdı üstələ çatmay çatmır yaxınlaş ötüş").split()
)
"""How the verbs begin that an amount takes to itself as its bound."""


def closes(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase that is no verb ends a clause.

    An amount, its verb or copula being part of it («5 milyonu keçib,», «3 minə yaxındır,»); «var,», «yoxdur,»; what
    somebody is, or is in («üzvüdür,», «daxildir,»).
    """
    if phrase.concept in _STANDING and sentence.key(phrase.last).endswith(COPULAS):
        return sentence.key(phrase.last + 1) in (",", "və")
    if phrase.type == "theme" and concept_of(phrase) in _BEING:
        return sentence.key(phrase.last + 1) in (",", "və")
    if phrase.type == "theme" and sentence.key(phrase.last).startswith("qal"):
        return True
    if not is_amount(phrase) or sentence.key(phrase.last + 1) not in SEPARATORS | {
        "lakin",
        "amma",
        "halbuki",
    }:
        return False
    key = sentence.key(phrase.last)
    return key.startswith(_REACHED) or key.endswith(COPULAS)


_BEING = frozenset({"exist", "absent", "operate"})
_STANDING = frozenset({"member", "composition", "participant", "partner_noun", "live", "project exist"})
"""What a copula makes a predicate of («üzvüdür», «qeydiyyatdadır», «Orta Dəhlizdədir»)."""


def _tells(phrase: Phrase) -> bool:
    return phrase.type in _TELLING or concept_of(phrase) in FLOWS


def concept_of(phrase: Phrase) -> str:
    """Return the first concept that a phrase calls up; empty where it calls up none."""
    return phrase.concept.split(" ")[0]


# What a fact takes from its neighbours -----------------------------------------------------------------


def _completed(sentence: Sentence, groups: list[Group], number: int) -> Group:
    """The group with the noun, the date, the states and the place that it leaves out."""
    own = groups[number].phrases
    before = [group.phrases for group in reversed(groups[:number])]
    behind = [group.phrases for group in groups[number + 1 :]]
    aims = word_stance(sentence, groups[number].first, groups[number].last)[0] in ("target", "plan")
    added = [*_noun(own, before, behind), *([] if aims else _date(own, before))]
    if any(concept_of(phrase) in FLOWS for phrase in (*own, *added)):
        added += _states(sentence, own, before)
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
    if any(
        concept_of(p) in FLOWS or concept_of(p) in _COUNTED - {"number"} or p.type == "people" for p in own
    ):
        return []
    for phrases in (*before, *behind):
        found = [p for p in phrases if concept_of(p) in FLOWS]
        if found:
            return [] if _flows_back(own, phrases) else found[-1:]
    for phrases in (*behind, *before):
        found = [p for p in phrases if concept_of(p) in _COUNTED or p.type in _COUNTED]
        if found:
            return found
    # «A B-yə 5 mln, B isə A-ya 3 mln dollarlıq mal göndərib»
    return next((goods for phrases in behind if (goods := [p for p in phrases if p.concept == "goods"])), [])


def _flows_back(own: Sequence[Phrase], before: Sequence[Phrase]) -> bool:
    """«X-ə … 5, oradan … 3 milyon»: what comes from where the other goes to is not the same flow."""
    thence = {p.value for p in own if p.type in STATES and p.features.case == "Abl"}
    return any(p.value in thence and p.features.case == "Dat" for p in before if p.type in STATES)


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


def _states(sentence: Sentence, own: Sequence[Phrase], before: list[tuple[Phrase, ...]]) -> list[Phrase]:
    """All states told last, if none is said; only whose the flow is, if the other state is said."""
    said = [phrase for phrase in own if phrase.type in STATES]
    if any(phrase.type == "pair" or _is_owner(sentence, phrase) for phrase in said):
        return []
    for phrases in before:
        states = [phrase for phrase in phrases if phrase.type in STATES]
        if not states:
            continue
        if said:
            owners = [phrase for phrase in states if _is_owner(sentence, phrase)]
            if owners:
                return owners
            continue
        same = _flows(own) <= _flows(phrases)
        # «X-ə ixrac 5, idxal 3 milyon»: whither the exports go is not where the imports come to.
        return [p if same or _is_owner(sentence, p) else p._replace(readings=_NEUTRAL) for p in states]
    return []


def _flows(phrases: Sequence[Phrase]) -> set[str]:
    return {concept_of(phrase) for phrase in phrases} & FLOWS


def _is_owner(sentence: Sentence, phrase: Phrase) -> bool:
    if phrase.type not in ("state", "pointer", "people") or phrase.value == "pair":
        return False
    alone = phrase.features.case == "Nom" and sentence.key(phrase.last + 1) not in ("ilə", "və", "arasinda")
    return alone or phrase.features.case == "Gen"


def _place(own: Sequence[Phrase], others: list[tuple[Phrase, ...]]) -> list[Phrase]:
    if any(_is_place(phrase) for phrase in own):
        return []
    return next((found for phrases in others if (found := [p for p in phrases if _is_place(p)][-1:])), [])


def _is_place(phrase: Phrase) -> bool:
    return phrase.type in STATES and (phrase.features.case == "Loc" or phrase.features.attributive)


def is_aim(sentence: Sentence, predicate: Predicate | None, group: Group) -> bool:
    """Whether an amount is to be reached: «1 milyarda çatdırılması», «çatdırılsın», «çatdırmaqdır»."""
    amounts = [phrase for phrase in group.phrases if is_amount(phrase)]
    if not amounts:
        return False
    if any(sentence.key(amount.last + 1).endswith(_TO_DO) for amount in amounts):
        return True  # «5 milyarda çatdırmaqdır», – deyə …
    if predicate is None:
        ends = (sentence.key(group.last), sentence.key(group.last - 1))
        return any(key.endswith(_TO_DO) and key != "deməkdir" for key in ends)
    behind = predicate.phrase.last + 1
    if sentence.key(behind) == "nail" and not sentence.key(behind + 1).startswith("olmaq"):
        return False  # «22 % artırmağa nail olmuşuq»: it was reached
    return "lift" in predicate.concepts and predicate.form.form in (Form.DOING, Form.LET)


_TO_DO = ("maqdir", "məkdir", "çatdirilmasidir", "artirilmasidir", "yüksəldilməsidir", "qaldirilmasidir")
