"""Persons: names with the office and the state that stand before them, behind them, or for them."""

from __future__ import annotations

from korpu.languages.az.morphology import Features
from korpu.languages.az.phrases.names import find_names, name_words, place_surnames
from korpu.languages.az.phrases.offices import MISSION_OFFICES, compose_colleague, compose_holder
from korpu.languages.az.phrases.phrase import Phrase, Sentence

__all__ = ["MISSION_OFFICES", "compose_persons"]


def compose_persons(sentence: Sentence, phrases: list[Phrase], taken: frozenset[int]) -> list[Phrase]:
    """Return the phrases with each person's name, office and state joined into one."""
    covered = set(taken)
    for phrase in phrases:
        covered.update(range(phrase.first, phrase.last + 1))
    surnames = place_surnames(sentence, phrases, covered)
    titled = {phrase.last + 1 for phrase in phrases if phrase.type in ("office", "colleague")}
    found = [*find_names(sentence, phrases, covered - surnames, titled), *_pronouns(sentence, covered)]
    kept = [phrase for phrase in phrases if phrase.first not in surnames]
    joined = _join_offices(sentence, sorted([*kept, *found], key=lambda phrase: phrase.first))
    return _join_appositions(sentence, _join_peoples(sentence, joined))


_PRONOUNS = {  # the folded pronoun: its case, and whom it stands for
    "onu": ("Acc", "he"),
    "ona": ("Dat", "he"),
    "onun": ("Gen", "he"),
    "onunla": ("Ins", "he"),
    "onlar": ("Nom", "they"),
    "onlarin": ("Gen", "they"),
    "onlarla": ("Ins", "they"),
}
_BEHIND_HE = frozenset({",", "isə", "da", "də", "eyni", "həmçinin", "həmin", "artiq", "burada", "ilk"})


def _pronouns(sentence: Sentence, covered: set[int]) -> list[Phrase]:
    """The pronouns that may stand for persons; «o» before a noun points at that («o vaxt»)."""
    found: list[Phrase] = []
    for index, token in enumerate(sentence.tokens):
        if index in covered:
            continue
        case, whom = _PRONOUNS.get(token.key, ("", ""))
        if token.key == "o" and token.text in "oO" and _stands_alone(sentence, index, covered):
            case, whom = "Nom", "he"
        if token.key == "onun" and sentence.key(index + 1) == "ilə":
            case = "Ins"
        if case:
            found.append(Phrase(index, index, "person", "", (Features(case),), "", {"pronoun": whom}))
    return found


def _stands_alone(sentence: Sentence, index: int, covered: set[int]) -> bool:
    after = sentence.key(index + 1)
    if after in _BEHIND_HE or sentence.key(index - 1) == "və":
        return after != "cümlədən"
    return index + 1 in covered and sentence.tokens[index + 1].capital


def _join_offices(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Join «state office name»; an office without a name stands for its holder."""
    joined: list[Phrase] = []
    for phrase in phrases:
        before = joined[-1] if joined else None
        if (
            before
            and phrase.type == "person"
            and phrase.value
            and _is_nameless(before)
            and set(sentence.between(before, phrase)) <= name_words("title")
        ):
            joined[-1] = phrase._replace(
                first=before.first, attributes={**before.attributes, **phrase.attributes}
            )
            _drop_title(sentence, joined)
            continue
        if phrase.type == "office":
            joined.append(compose_holder(sentence, phrase, joined))
        elif phrase.type == "colleague":
            joined.append(compose_colleague(sentence, phrase, joined))
        else:
            joined.append(phrase)
    return joined


def _is_nameless(phrase: Phrase) -> bool:
    return phrase.type == "person" and not phrase.value and "pronoun" not in phrase.attributes


def _drop_title(sentence: Sentence, joined: list[Phrase]) -> None:
    """«Komissiyanın həmsədri, Azərbaycanın naziri X»: two titles of one person; the one by the name stays."""
    if len(joined) < 2:
        return
    title, person = joined[-2], joined[-1]
    if not _is_nameless(title) or title.features.case != "Nom" or "plural" in title.attributes:
        return
    states = {title.attributes.get("state"), person.attributes.get("state")} - {None}
    if sentence.between(title, person) == [","] and len(states) < 2:
        joined[-2:] = [
            person._replace(first=title.first, attributes={**title.attributes, **person.attributes})
        ]


def _join_peoples(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """«slovak türkoloqu X», «azərbaycanlı bəstəkar X»: a nation and a trade before a name."""
    joined: list[Phrase] = []
    for phrase in phrases:
        before = joined[-1] if joined else None
        if (
            phrase.type == "person" and phrase.value and "state" not in phrase.attributes and before
            and before.type in ("people", "state") and _is_trade(sentence, before, phrase)
        ):  # fmt: skip
            attributes = {**phrase.attributes, "state": before.value}
            joined[-1] = phrase._replace(first=before.first, attributes=attributes)
        else:
            joined.append(phrase)
    return joined


def _is_trade(sentence: Sentence, nation: Phrase, person: Phrase) -> bool:
    if nation.features.attributive or nation.features.case not in ("Nom", "Gen"):
        return False
    gap = sentence.tokens[nation.last + 1 : person.first]
    if nation.type == "state" and (nation.features.case != "Gen" or not gap):
        return False
    return len(gap) <= 3 and all(token.is_word and not token.capital and len(token.key) > 2 for token in gap)


_OPENING, _ENDING = frozenset({",", "(", "-", "–"}), frozenset({",", ")", "-", "–"})


def _join_appositions(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """«X, Polşanın xarici işlər naziri, …»: what a name is followed by between two marks."""
    joined: list[Phrase] = []
    for phrase in phrases:
        before = joined[-1] if joined else None
        if (
            before and before.type == "person" and before.value and not before.attributes.get("office")
            and _is_nameless(phrase) and phrase.attributes.get("office") and "plural" not in phrase.attributes
            and set(sentence.between(before, phrase)) & _OPENING and phrase.first - before.last == 2
            and sentence.key(phrase.last + 1) in _ENDING
        ):  # fmt: skip
            joined[-1] = before._replace(
                last=phrase.last, attributes={**phrase.attributes, **before.attributes}
            )
        else:
            joined.append(phrase)
    return joined
