"""What a figure is of, beside what its words call up: the whole world's, some goods', or what was told before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from korpu.claims import COUNTED_UNITS
from korpu.clauses import Argument, Mention, Part
from korpu.languages.az.figures import SEPARATORS, STATES, Group, concept_of, is_amount
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.flows import FLOWS, TRADE, fillers, is_goods_word, is_measure, is_placed
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.phrases.quantities import THEIRS
from korpu.languages.az.stance import word_stance
from korpu.languages.az.words import FOLDER
from korpu.lexicon import read_table

_POINTING = frozenset(fold("bu həmin o göstərilən adıçəkilən").split())
_PRONOUNS = frozenset(fold("bu bunu bunun buna o onu onun ona").split())
_REPORTS = ("məlumat", "hesabat", "statistika", "rəqəm", "araşdirma", "görə", "əsasən")


def figure_concepts(
    sentence: Sentence, group: Group, arguments: Sequence[Argument], told: Sequence[Argument]
) -> dict[str, Phrase]:
    """Return what the amount of a group is besides: `world`, `alone`, `part`, …, with the words.

    `world`: the trade with the whole world or a bloc. `alone`: one state's trade, with whom is not said.
    `mutual`: the two states', without their names. `part`: of some goods only, or a share. `figure`: of what was told last («bu rəqəm», or nothing said).
    `apart`: of something that no table has («neft hasilatı 3 faiz artıb»).
    """
    amounts = [phrase for phrase in group.phrases if is_amount(phrase) and group.first <= phrase.first]
    flows = [phrase for phrase in group.phrases if concept_of(phrase) in FLOWS]
    if not amounts:
        scope = _scope(sentence, group, arguments, told) if flows else None
        return {scope: flows[0]} if scope else {}
    goods = any(phrase.concept == "goods" for phrase in group.phrases)
    if not flows and not goods:
        return _without_flow(sentence, group, amounts[0], told)
    found: dict[str, Phrase] = {}
    here = flows[0] if flows else amounts[0]
    if not any(concept_of(flow) in TRADE for flow in flows) and _is_of_a_bloc(sentence, group):
        found["world"] = here
    if any(concept_of(flow) in TRADE for flow in flows) or goods:
        scope = _scope(sentence, group, arguments, told)
        if scope:
            found[scope] = here
    if any(_is_mutual(sentence, flow) for flow in flows):
        found.pop("alone", None)
        found["mutual"] = here
    if _is_share(flows, amounts[0]) or _is_portion(sentence, group) or _is_price(sentence, group, amounts[0]):
        found["part"] = here
    return found


def _is_of_a_bloc(sentence: Sentence, group: Group) -> bool:
    """«təşkilatın üzv ölkələrinə 5 milyard sərmayə»: to several that are not named."""
    scopes = (
        _scope_of(sentence, index)
        for index in range(group.first, group.last)
        if sentence.key(index + 1).startswith(_LANDS)
    )
    return "world" in scopes


_LANDS = tuple(fold("ölkələr dövlətlər").split())


def _is_portion(sentence: Sentence, group: Group) -> bool:
    """«bunun 5 milyonu X-in payına düşüb»: the portion of one of many; a flow's own portion is all of that flow."""
    at = next((i for i in range(group.first, group.last + 1) if sentence.key(i) == "payina"), None)
    whose = next((p for p in group.phrases if at is not None and p.last == at - 1), None)
    return at is not None and (whose is None or concept_of(whose) not in FLOWS)


_MUTUAL = frozenset(fold("qarşılıqlı ikitərəfli aramızda aramızdakı").split())


def _is_mutual(sentence: Sentence, flow: Phrase) -> bool:
    return any(sentence.key(index) in _MUTUAL for index in range(flow.first - 1, flow.last + 1))


def _is_price(sentence: Sentence, group: Group, amount: Phrase) -> bool:
    """«… 100 milyon dollarlıq kredit xətti», «… dollar dəyərində çay idxal»: of something else than the flow."""
    flows = [phrase for phrase in group.phrases if concept_of(phrase) in FLOWS and phrase.first > amount.last]
    adjective = getattr(amount.data, "adjective", False)
    if not adjective and not any(concept_of(flow) in _SENT for flow in flows):
        return False
    index = amount.last + 1
    while sentence.key(index) in fillers() or (flows and is_measure(sentence.key(index))):
        index += 1
    known = any(phrase.first <= index <= phrase.last for phrase in group.phrases)
    if known or index >= group.last or not sentence.tokens[index].is_word or is_measure(sentence.key(index)):
        return False
    return not flows or (is_goods_word(sentence.key(index)) and not _is_far(sentence, index, flows[0]))


_SENT = frozenset({"exports", "imports"})


def _is_far(sentence: Sentence, index: int, flow: Phrase) -> bool:
    """Whether more than goods stands between a token and the flow («… çay və fındıq ixrac edilib» has but goods)."""
    return flow.first - index > 5 or any(
        sentence.tokens[at].capital or not sentence.tokens[at].is_word for at in range(index, flow.first)
    )


def _scope(
    sentence: Sentence, group: Group, arguments: Sequence[Argument], told: Sequence[Argument]
) -> str | None:
    words = [_scope_of(sentence, index) for index in _told_among(sentence, group)]
    for scope in ("part", "world"):
        if scope in words:
            return scope
    if any(a.mention.type == "organisation" and _trades(sentence, group, a.mention) for a in arguments):
        return "world"
    if not any(a.mention.type in STATES for a in arguments):
        arguments = [
            *arguments,
            *(a for a in told if a.mention.type in STATES and a.mention.type != "pointer"),
        ]
    states = {a.mention.value for a in arguments if a.mention.type in ("state", "pointer", "place", "people")}
    pairs = any(a.mention.type == "pair" or a.mention.value == "pair" for a in arguments)
    related = pairs or len(states) > 1 or any(
        a.part in (Part.PARTNER, Part.BETWEEN, Part.GOAL, Part.SOURCE) and a.mention.type in STATES for a in arguments
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
        if concept_of(phrase) in FLOWS and phrase.last < group.first:
            index = phrase.last
            while index >= 0 and phrase.first - index < 8 and sentence.key(index) not in SEPARATORS:
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
    concepts = {concept_of(flow) for flow in flows}
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
    if _is_portion(sentence, group):
        return {"apart": amount}
    aimed = word_stance(sentence, group.first, amount.first)[0] == "target"
    if amount.value == "document":
        among = any(sentence.key(index) in _MANY for index in range(group.first, group.last + 1))
        return {"world": amount} if among else {}
    if amount.value in COUNTED_UNITS or not (aimed or _is_all_known(sentence, group, amount)):
        return {"apart": amount} if amount.value == "percent" else {}
    points = any(
        (sentence.key(index) in _PRONOUNS and not sentence.tokens[index + 1].is_word)
        or sentence.key(index) in _PRONOUNS - {"bu", "o"}
        or (sentence.key(index) in _POINTING and is_measure(sentence.key(index + 1)))
        for index in range(group.first, amount.first)
    )  # fmt: skip
    if _is_priced(sentence, amount) and not any(phrase.type == "goods" for phrase in group.phrases):
        return {"apart": amount}
    counts = not amount.value and amount.attributes.get("bare") != "scaled"
    elliptic = not counts and any(
        a.mention.type == "amount" or a.mention.concept.split(" ")[0] in FLOWS for a in told
    )
    elliptic = elliptic and sentence.key(amount.first - 1) not in THEIRS
    elliptic = elliptic and not any(
        p.type in ("state", "pointer") and p.features.case == "Dat" for p in group.phrases
    )
    growth = any(phrase.type == "theme" and phrase.concept in ("rise", "fall") for phrase in group.phrases)
    return {"figure": amount} if points or elliptic or growth else {}


def _is_priced(sentence: Sentence, amount: Phrase) -> bool:
    """«612 milyon dollarlıq xammal»: the sum is that of the thing behind it."""
    key = sentence.key(amount.last + 1)
    return (
        bool(getattr(amount.data, "adjective", False))
        and key.isalpha()
        and is_goods_word(key)
        and not is_measure(key)
    )


_MANY = frozenset(fold("ölkələrlə dövlətlərlə tərəfdaşlarla xalqlarla").split())
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
        if _names_something(token.key) and not _measures_what_was_told(sentence, index, known):
            return False
    return True


def _measures_what_was_told(sentence: Sentence, index: int, known: set[int]) -> bool:
    """«və həcm 5 milyon dollar təşkil edib»: a noun of measure that nothing owns measures what was told last."""
    before = sentence.key(index - 1)
    owned = index - 1 not in known and before.isalpha() and before not in fillers() | _PRONOUNS
    return is_measure(sentence.key(index)) and not owned


def _names_something(key: str) -> bool:
    """Whether a word may be a noun that is measured: one in the nominative, with or without a possessor."""
    return not is_placed(key) and not key.endswith(("ca", "cə", "in", "un", "ün"))
