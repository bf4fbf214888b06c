"""Awards, institutions, monuments, companies: a head noun with the name before it."""

from __future__ import annotations

from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.institutions import compose_company, compose_institution
from korpu.languages.az.phrases.monuments import compose_monument
from korpu.languages.az.phrases.phrase import Phrase, Sentence, dictionary_group, quotation_before

_RANKS = frozenset(fold("i ii iii dərəcəli ali dövlət fəxri").split())


def compose_works(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with each award, institution, monument and project under its whole name."""
    composed = list(phrases)
    for head in phrases:
        compose = _COMPOSERS.get(head.type)
        for whole in compose(sentence, composed, head) if compose else ():
            composed = [
                p
                for p in composed
                if p is not head
                and not (whole.first <= p.first and p.last <= whole.last and _is_inner(p, whole))
            ]
            composed.append(whole)
            composed.sort(key=lambda phrase: phrase.first)
    return composed


def _is_inner(phrase: Phrase, whole: Phrase) -> bool:
    return phrase.type != "verb" and phrase is not whole


def _award(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> list[Phrase]:
    """«“Dostluq” ordeni», «Şöhrət ordeni»: the quoted or capitalised words are the award's name."""
    index = head.first - 1
    while index >= 0 and sentence.key(index) in _RANKS:
        index -= 1
    quoted = quotation_before(sentence, index)
    if quoted:
        name = sentence.words(quoted[0] + 1, quoted[1] - 1)
        attributes = {"sort": head.value, **_giver(sentence, phrases, quoted[0])}
        return [head._replace(first=quoted[0], value=name, attributes=attributes)]
    first = index + 1
    while (
        first > 0
        and sentence.tokens[first - 1].is_word
        and sentence.tokens[first - 1].capital
        and not _is_state(phrases, first - 1)
    ):
        first -= 1
    if first == index + 1:
        return []
    name = dictionary_group(sentence, first, head, True)
    attributes = {"sort": head.value, **_giver(sentence, phrases, first)}
    return [head._replace(first=first, value=name, attributes=attributes)]


def _giver(sentence: Sentence, phrases: list[Phrase], first: int) -> dict[str, str]:
    """The state whose award it is, said right before it («Qırğızıstanın birinci dərəcəli “…” ordeni»)."""
    before = [phrase for phrase in phrases if phrase.last < first]
    state = before[-1] if before else None
    if state is None or state.type != "state" or state.features.case not in ("Gen", "Nom"):
        return {}
    gap = sentence.tokens[state.last + 1 : first]
    return {"by": state.value} if len(gap) <= 6 and not any(token.text == "," for token in gap) else {}


def _is_state(phrases: list[Phrase], token: int) -> bool:
    return any(
        (p.type in ("state", "people") or (p.type == "person" and p.features.case != "Nom"))
        and p.first <= token <= p.last
        for p in phrases
    )


_COMPOSERS = {
    "award": _award,
    "institution": compose_institution,
    "monument": compose_monument,
    "company_head": compose_company,
    "theme": compose_company,
}
