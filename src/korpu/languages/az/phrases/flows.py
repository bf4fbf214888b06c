"""Flows: exports, imports, turnover, investment, with the noun that measures them and the goods that are sent."""

from __future__ import annotations

from functools import cache

from korpu.languages.az.morphology import analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.parts import adjectives
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.verbs import RELATIVE, Form
from korpu.languages.az.words import FOLDER
from korpu.lexicon import read_table

TRADE = frozenset({"turnover", "exports", "imports"})
FLOWS = TRADE | {"investment"}
_SENT = {"send": "exports", "sell": "exports", "bring": "imports", "obtain": "imports"}
"""What goods are that were sent, sold, brought, bought."""


@cache
def _measures() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in read_table(FOLDER, "measures"))


def is_measure(key: str) -> bool:
    """Whether a folded word is a noun of measure or an aim, in any form («həcmində», «hədəfə»)."""
    return any(found.stem in _measures() or found.stem in _AIMS for found in analyse(key))


_AIMS = frozenset(fold("hədəf məqsəd").split())


@cache
def fillers() -> frozenset[str]:
    """Return the folded words that name no goods and count nothing."""
    return frozenset(fold(row["word"]) for row in read_table(FOLDER, "fillers")) | adjectives()


def compose_flows(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with each flow up to its measure, and goods as the flow that their participle makes.

    «ixracın ümumi həcmi» is one flow; «ixrac potensialı» is none; «fındıq ixracı» is one of some goods only
    (concept `part`); «gətirilən malların dəyəri» is an import.
    """
    composed: list[Phrase] = []
    for phrase, after in zip(phrases, [*phrases[1:], None], strict=False):
        if phrase.type == "goods":
            phrase = _goods(sentence, composed, phrase)
        elif phrase.concept.split(" ")[0] in FLOWS:
            phrase = _flow(sentence, composed, phrase, after)
        elif phrase.type == "statistics":
            phrase = _office(composed, phrase)
        elif phrase.type == "amount" and after is not None and after.type == "verb":
            phrase = _worth(sentence, phrase, after)
        elif phrase.type == "verb":
            phrase = _what_was_put(sentence, phrase) or _what_was_sent(sentence, phrase, after)
            phrase = _change(phrase, after)
        composed.append(phrase)
    return composed


def _flow(sentence: Sentence, before: list[Phrase], phrase: Phrase, after: Phrase | None) -> Phrase:
    next_to = after if after and after.first == phrase.last + 1 else None
    acts = next_to is not None and next_to.type == "verb"
    named = next_to is not None and next_to.type in ("verb", "date", "amount", "state")
    if before and before[-1].type == "goods" and before[-1].last + 1 == phrase.first:
        phrase = phrase._replace(attributes={**phrase.attributes, "goods": "yes"})
    phrase = _measured(sentence, phrase)
    if not named and _is_modifier(sentence, phrase):
        return phrase._replace(concept="", type="theme")
    if _is_of_some_goods(sentence, before, phrase) or (acts and _has_object(sentence, before, phrase)):
        phrase = phrase._replace(concept=phrase.concept + " part")
    return phrase


def _is_modifier(sentence: Sentence, phrase: Phrase) -> bool:
    """«ixrac potensialı», «ixracın maliyyələşdirilməsi»: the flow only says which potential, what is financed."""
    features = phrase.features
    bare = phrase.first == phrase.last and not features.possessor and not features.plural
    if features.case != "Gen" and not (bare and features.case == "Nom"):
        return False
    token = sentence.tokens[phrase.last + 1] if phrase.last + 1 < len(sentence.tokens) else None
    if token is None or not token.is_word or token.capital or token.key in fillers():
        return False
    readings = [found for found in analyse(token.key) if found.features.possessor == "3"]
    return any(len(found.stem) > 2 for found in readings) and not any(
        found.stem in _measures() or found.stem == "hədəf" for found in readings
    )


def _is_of_some_goods(sentence: Sentence, before: list[Phrase], phrase: Phrase) -> bool:
    """«fındıq ixracı», «məhsullarının idxalı»: a possessed flow behind a common noun that owns it."""
    if not any(reading.possessor for reading in phrase.readings) or phrase.concept == "investment":
        return False
    key = sentence.key(phrase.first)
    if key not in ("ixrac", "idxal", "ticarət") and phrase.first == phrase.last:
        key = phrase.unit.stem if phrase.unit else key
    index = phrase.first - 1
    if index < 0:
        return False
    if phrase.concept == "turnover" and key != "ticarət":
        return key == _TURNOVER and _is_of_something(sentence, before, index)
    if _owner_is_goods(sentence, before, index):
        return True
    token = sentence.tokens[index]
    if not token.is_word or token.key in fillers():
        return False
    held = next((p for p in reversed(before) if p.first <= index <= p.last), None)
    if held:
        return held.type == "goods"
    return is_goods_word(token.key)


_TURNOVER = fold("dövriyyə")


def _is_of_something(sentence: Sentence, before: list[Phrase], index: int) -> bool:
    """«istiqrazların dövriyyəsi», «yük dövriyyəsi»: not the states' but of the thing named right before it."""
    token = sentence.tokens[index]
    if not token.is_word or token.key in fillers() or any(p.first <= index <= p.last for p in before):
        return False
    possessed = any(
        found.features.possessor == "3" and found.features.case == "Nom" for found in analyse(token.key)
    )
    return is_goods_word(token.key) and not possessed


def _owner_is_goods(sentence: Sentence, before: list[Phrase], index: int) -> bool:
    """«neftinin X-ə ixracı»: behind the states and dates that stand between, a common noun owns the flow."""
    for phrase in reversed(before):
        if phrase.last != index:
            break
        if phrase.type not in ("state", "place", "date", "pointer") or phrase.is_owner:
            return False
        index = phrase.first - 1
    if index < 0 or not sentence.tokens[index].is_word or sentence.tokens[index].capital:
        return False
    key = sentence.key(index)
    return key not in fillers() and any(
        found.features.case == "Gen" and len(found.stem) > 2 and found.stem not in _AIMS
        for found in analyse(key)
    )


def _has_object(sentence: Sentence, before: list[Phrase], phrase: Phrase) -> bool:
    """«5 milyon dollarlıq çay idxal edib»: the goods are named right before the verb."""
    index = phrase.first - 1
    if index < 0 or not sentence.tokens[index].is_word or sentence.key(index) in fillers():
        return False
    if any(other.first <= index <= other.last for other in before):
        return False
    return is_goods_word(sentence.key(index))


_ADJECTIVE_ENDINGS = ("li", "lu", "lü", "liq", "lik", "luq", "lük", "ki")


def is_goods_word(key: str) -> bool:
    """Whether a folded word may name goods: no adjective by its ending, and in no case of place."""
    if key.endswith(_ADJECTIVE_ENDINGS) or key.isdigit():
        return False
    return not is_placed(key) or any(found.features.case == "Gen" for found in analyse(key))


def is_placed(key: str) -> bool:
    """Whether an unknown word stands in a case of place («dövrdə», «xaricdən»).

    A stem as short as in «buğ-da» is no stem.
    """
    return any(
        ((case in ("Loc", "Abl", "Ins", "Ter") or found.features.attributive) and len(found.stem) > 3)
        or (case == "Dat" and (len(found.stem) > 4 or (key.endswith(("ya", "yə")) and len(found.stem) > 3)))
        for found in analyse(key)
        for case in (found.features.case,)
    )  # fmt: skip


def _measured(sentence: Sentence, phrase: Phrase) -> Phrase:
    """The flow with the measure behind it, in the measure's case."""
    at = phrase.last + 1
    if sentence.key(at) in ("ümumi", "illik", "faktiki"):
        at += 1
    readings = tuple(
        found.features for found in analyse(sentence.key(at))
        if found.stem in _measures() and found.features.possessor == "3"
    )  # fmt: skip
    return phrase._replace(last=at, readings=readings) if readings else phrase


def _goods(sentence: Sentence, composed: list[Phrase], phrase: Phrase) -> Phrase:
    """Goods that are sent or brought are a flow; those behind a sum of money are what it was paid for."""
    before = composed[-1] if composed else None
    if before is None or phrase.first - before.last > 2:
        return phrase
    if before.type == "verb" and before.unit and any(f.form in RELATIVE for f in before.forms):
        flow = _sent(composed)
        if flow:
            first = composed.pop().first
            if composed and composed[-1].concept == flow:
                first = composed.pop().first
            ours = {"our": "@our"} if any(form.ours for form in before.forms) else {}
            ours["goods"] = "yes"
            return _measured(
                sentence, phrase._replace(type="theme", concept=flow, first=first, attributes=ours)
            )
    if before.type == "verb" and sentence.key(before.last) == "olan" and len(composed) > 1:
        before = composed[-2]  # «dəyəri 5 milyon dollar olan mal»
    unit = getattr(before.data, "unit", None)
    paid = (
        before.type == "amount" and unit != "percent" and (unit or getattr(before.data, "adjective", False))
    )
    if paid and all(
        key in fillers() or key == "olan" or is_measure(key) for key in sentence.between(before, phrase)
    ):
        return phrase._replace(concept="goods")
    return phrase


def _sent(composed: list[Phrase]) -> str | None:
    """Which flow goods are by the participle before them («satdığımız», «idxal etdiyi»)."""
    verb = composed[-1]
    verbs = verb.unit.verbs if verb.unit else ()
    noun = composed[-2] if len(composed) > 1 and composed[-2].last + 1 == verb.first else None
    if noun and noun.concept in _SENT.values() and any(v.concept in ("do", "be") for v in verbs):
        return noun.concept
    return next((_SENT[v.concept] for v in verbs if v.concept in _SENT and not v.noun), None)


def _what_was_put(sentence: Sentence, verb: Phrase) -> Phrase | None:
    """«X-in Y-yə qoyduğu vəsait»: the means that were put there are an investment."""
    if sentence.key(verb.last) not in _PUT:
        return None
    readings = tuple(found.features for found in analyse(sentence.key(verb.last + 1)) if found.stem in _MEANS)
    if not readings:
        return None
    means = Phrase(verb.first, verb.last + 1, "theme", "", readings, "investment")
    return _measured(sentence, means)


_PUT = frozenset(
    fold(
        "qoyduğu qoyduqları qoyulan qoyulmuş yatırdığı yatırdıqları yatırılan yatırılmış yönəltdiyi yönəldilən"
    ).split()
)
_MEANS = frozenset(fold("vəsait kapital məbləğ").split())


def _what_was_sent(sentence: Sentence, verb: Phrase, after: Phrase | None) -> Phrase:
    """«ora satdıqlarının dəyəri», «oradan aldıqları 5 milyon»: what was sold or bought, named by the verb alone."""
    if after is None or not sentence.key(verb.last).startswith(_OF_GOODS):
        return verb
    flow = _sent([verb])
    form = next((form for form in verb.forms if form.form is Form.DONE and form.noun), None)
    if flow is None or form is None or form.noun is None or form.noun.case not in ("Nom", "Gen"):
        return verb
    named = Phrase(verb.first, verb.last, "theme", "", (form.noun,), flow, {"goods": "yes"})
    measured = _measured(sentence, named)
    unit = getattr(after.data, "unit", None)
    near = all(key in fillers() for key in sentence.between(verb, after))
    priced = after.type == "amount" and unit not in (None, "percent") and near
    if measured is named and not (priced and form.noun.case == "Nom"):
        return verb
    ours = {"our": "@our"} if form.ours else {}
    return measured._replace(attributes={"goods": "yes", **ours})


def _worth(sentence: Sentence, amount: Phrase, verb: Phrase) -> Phrase:
    """«oraya 72 milyonluq satmışıq»: goods worth that, though none are named."""
    unit = getattr(amount.data, "unit", None)
    scaled = sentence.key(amount.last).startswith(("milyon", "milyard"))
    sum_ = getattr(amount.data, "adjective", False) and (unit not in (None, "percent") or scaled)
    verbs = verb.unit.verbs if verb.unit else ()
    traded = any(found.concept in _TRADED and not found.noun for found in verbs)
    return amount._replace(concept="goods") if sum_ and traded and amount.last + 1 == verb.first else amount


_TRADED = frozenset({"sell", "obtain"})


def _change(verb: Phrase, after: Phrase | None) -> Phrase:
    """«azalma 5 faizdir», «artma 3 faiz olub»: a change that the share right behind it measures, and no predicate."""
    share = (
        after is not None and after.first == verb.last + 1 and getattr(after.data, "unit", "") == "percent"
    )
    noun = next((form.noun for form in verb.forms if form.form is Form.DOING and form.noun), None)
    concepts = {found.concept for found in verb.unit.verbs} if verb.unit else set()
    if not share or noun is None or noun.case != "Nom" or not concepts & {"rise", "fall"}:
        return verb
    return Phrase(verb.first, verb.last, "theme", "", (noun,), "rise" if "rise" in concepts else "fall")


_OF_GOODS = ("al", "sat", "gətir", "göndər")


def makes_goods(sentence: Sentence, flow: Phrase, participle: Phrase) -> bool:
    """Return whether a participle makes some goods what is sent: «idxal olunan tütünün dəyəri»."""
    verbs = participle.unit.verbs if participle.unit else ()
    key = sentence.key(participle.last + 1)
    made = flow.concept in _SENT.values() and flow.last + 1 == participle.first
    some = key.isalpha() and key not in fillers() and not is_measure(key) and is_goods_word(key)
    return made and some and any(verb.concept in ("do", "be") for verb in verbs)


def _office(composed: list[Phrase], phrase: Phrase) -> Phrase:
    """«Çexiya Gömrük İdarəsi» counts for the state before it, which then owns nothing else; «iki ölkənin» for neither."""
    before = composed[-1] if composed else None
    if (
        before
        and before.type in ("state", "pointer")
        and before.value != "pair"
        and before.last + 1 == phrase.first
    ):
        composed.pop()
        code = before.value if before.type == "state" else "@" + before.value
        return phrase._replace(first=before.first, attributes={"state": code})
    return phrase
