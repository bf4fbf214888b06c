"""Awards, institutions, monuments, projects: a head noun with the name before it."""

from __future__ import annotations

from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Phrase, Sentence, dictionary_group, group_start

_QUOTES = frozenset('"“”„«»')
_RANKS = frozenset(fold("i ii iii dərəcəli ali dövlət fəxri").split())


def compose_works(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with each award, institution, monument and project under its whole name."""
    composed = list(phrases)
    for head in phrases:
        compose = _COMPOSERS.get(head.type)
        whole = compose(sentence, composed, head) if compose else None
        if whole:
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
    return (
        phrase.type
        in (
            "person",
            "place",
            "people",
            "institution",
            "monument",
            "award",
            "project_head",
            "office",
            "theme",
            "state_head",
            "project",
            "organisation",
        )
        or whole.type != "institution"
    )


def _award(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> Phrase | None:
    """«“Dostluq” ordeni», «Şöhrət ordeni»: the quoted or capitalised words are the award's name."""
    index = head.first - 1
    while index >= 0 and sentence.key(index) in _RANKS:
        index -= 1
    quoted = _quotation_before(sentence, index)
    if quoted:
        name = sentence.words(quoted[0] + 1, quoted[1] - 1)
        attributes = {"sort": head.value, **_giver(sentence, phrases, quoted[0])}
        return head._replace(first=quoted[0], value=name, attributes=attributes)
    first = index + 1
    while (
        first > 0
        and sentence.tokens[first - 1].is_word
        and sentence.tokens[first - 1].capital
        and not _is_state(phrases, first - 1)
    ):
        first -= 1
    if first == index + 1:
        return None
    attributes = {"sort": head.value, **_giver(sentence, phrases, first)}
    return head._replace(
        first=first, value=dictionary_group(sentence, first, head, True), attributes=attributes
    )


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


def _quotation_before(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """The tokens of the quotation marks of a quotation that ends at `index`."""
    if index < 1 or sentence.tokens[index].text not in _QUOTES:
        return None
    for start in range(index - 1, max(-1, index - 14), -1):
        if sentence.tokens[start].text in _QUOTES:
            return (start, index)
    return None


def _institution(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> Phrase | None:
    """«Nizami adına Azərbaycan mərkəzi»: the whole noun group; a nation in it says whose it is."""
    first = group_start(sentence, phrases, head)
    if first == head.first:
        return None
    inside = [p for p in phrases if first <= p.first and p.last < head.first]
    people = next((p.value for p in reversed(inside) if p.type in ("state", "people")), "")
    attributes = {"people": people} if people else {}
    while (
        first < head.first
        and sentence.tokens[first].text in _QUOTES
        and not _closes_inside(sentence, first, head.first)
    ):
        first += 1
    value = (
        dictionary_group(sentence, first, head, True)
        .replace("“", "")
        .replace("”", "")
        .replace("«", "")
        .replace("»", "")
        .replace('"', "")
    )
    return head._replace(first=first, value=value, attributes=attributes)


def _closes_inside(sentence: Sentence, first: int, last: int) -> bool:
    return any(token.text in _QUOTES for token in sentence.tokens[first + 1 : last])


def _monument(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> Phrase | None:
    """«Füzulinin büstü», «Nizami küçəsi», «Abay adına park»: who is honoured stands before the noun."""
    index = head.first - 1
    if sentence.key(index) in ("adina", "adini", "şərəfinə", "xatirəsinə"):
        index -= 1
    honoured = next((p for p in phrases if p.last == index and p.type in ("person", "people")), None)
    if honoured:
        return head._replace(first=honoured.first, attributes={"honoured": honoured.value})
    first = index + 1
    while (
        first > 0
        and sentence.tokens[first - 1].is_word
        and sentence.tokens[first - 1].capital
        and not _is_state(phrases, first - 1)
    ):
        first -= 1
    if first > index:
        return None
    name = sentence.words(first, index)
    if head.first - 1 == index and sentence.tokens[index].key.endswith(("nin", "in", "un", "ün")):
        name = _without_genitive(sentence, first, index)
    return head._replace(first=first, attributes={"honoured": name})


def _without_genitive(sentence: Sentence, first: int, last: int) -> str:
    token = sentence.tokens[last]
    cut = 3 if token.key.endswith(("nin", "nun", "nün")) and token.key[-4:-3] in "aeəiouü" else 2
    return sentence.text[sentence.tokens[first].start : token.end - cut]


def _company(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> Phrase | None:
    """«“Karvan” şirkəti»: a quoted name before the noun makes a company of it."""
    quoted = _quotation_before(sentence, head.first - 1)
    if not quoted:
        return None
    name = sentence.words(quoted[0] + 1, quoted[1] - 1)
    return head._replace(first=quoted[0], type="company", value=name, concept="")


def _told_company(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> Phrase | None:
    """A company's name before the mere noun («“Norton” şirkəti»)."""
    return _company(sentence, phrases, head) if head.concept == "company" else None


_COMPOSERS = {
    "award": _award,
    "institution": _institution,
    "monument": _monument,
    "company_head": _company,
    "theme": _told_company,
}
