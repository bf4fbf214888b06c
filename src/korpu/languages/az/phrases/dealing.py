"""Names dealt out: «A və B prezidentləri X və Y», «maltalı və qanalı həmkarları – X və Y»: to each state the name in its turn."""

from __future__ import annotations

from korpu.languages.az.phrases.phrase import DASHES, Phrase, Sentence

_JOINTS: tuple[list[str], ...] = (["və"], [","], ["ilə"], [])


def deal_names(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases; as many names behind several holders of one office are theirs, in the same order."""
    dealt = list(phrases)
    index = 0
    while index < len(dealt):
        holders = _holders(sentence, dealt, index)
        names = _names(sentence, dealt, index + len(holders)) if len(holders) > 1 else []
        if len(names) == len(holders) > 1:
            after = index + len(holders) + len(names) - (not _is_title(dealt[index + len(holders) - 1]))
            dealt[index:after] = [_given(*two) for two in zip(holders, names, strict=True)]
        index += max(1, len(holders))
    return dealt


def _is_title(phrase: Phrase) -> bool:
    """Whether it is an office or a colleague without a name."""
    return phrase.type == "person" and not phrase.value and "body" not in phrase.attributes


def _holders(sentence: Sentence, phrases: list[Phrase], index: int) -> list[Phrase]:
    """The holders that share one noun from `index` on; the last may have the first of the names already."""
    found: list[Phrase] = []
    for at in range(index, len(phrases)):
        here = phrases[at]
        if found and sentence.between(found[-1], here) not in _JOINTS:
            break
        if here.type == "people" and not here.features.plural:
            found.append(here)
            continue
        if here.type != "person" or not here.attributes.keys() & {"office", "colleague"}:
            break
        shares = here.unit is not None and here.unit.first > here.last
        if not here.attributes.get("state") or (not shares and not found):
            break
        found.append(here)
        if not shares:
            return _of_one_office(found)
    return []


def _of_one_office(holders: list[Phrase]) -> list[Phrase]:
    """The holders, each people before «həmkarları» as one of them; none, where their offices differ."""
    last = holders[-1]
    if "colleague" in last.attributes:
        if any(holder.type != "people" for holder in holders[:-1]):
            return []
        said = {name: word for name, word in last.attributes.items() if name != "state"}
        others = [
            Phrase(p.first, p.last, "person", "", last.readings, "", {**said, "state": p.value})
            for p in holders[:-1]
        ]
        return [*others, last]
    offices = {holder.attributes.get("office") for holder in holders}
    return holders if len(offices) == 1 and all(p.type == "person" for p in holders) else []


def _names(sentence: Sentence, phrases: list[Phrase], index: int) -> list[Phrase]:
    """The names that follow, the first of them the last holder's own where that has one."""
    last = phrases[index - 1]
    found = [last] if last.value else []
    for at in range(index, len(phrases)):
        here = phrases[at]
        gap = sentence.between(found[-1] if found else last, here)
        joined = gap in _JOINTS[:3] if found else len(gap) == 1 and gap[0] in DASHES
        if here.type != "person" or not here.value or here.attributes.keys() & {"office", "state"}:
            break
        if not joined:
            break
        found.append(here)
    return found


def _given(holder: Phrase, name: Phrase) -> Phrase:
    kept = {key: said for key, said in holder.attributes.items() if key not in ("plural", "shares")}
    return name._replace(attributes=kept)
