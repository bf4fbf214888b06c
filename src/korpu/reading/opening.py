"""The opening of a document: the pair that it is about, whose publisher's it is, when it was published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from korpu.document import Document, Span
from korpu.languages import Language
from korpu.reading.calendar import Anchors
from korpu.reading.cast import Cast, fullest_names
from korpu.reading.discourse import Discourse
from korpu.reading.ground import is_whole
from korpu.reading.sentences import BlockType, ReadSentence


def begin(sentences: Sequence[ReadSentence], published_in: str) -> Discourse:
    """Return what is known before the first sentence, from all of them together.

    `published_in` is the state where documents of the language are published, unless one says otherwise.
    """
    counts: Counter[str] = Counter()
    ours = 0
    names: list[str] = []
    for sentence in sentences:
        for mention in sentence.reading.mentions:
            if mention.type == "state":
                counts[mention.value] += 1
            elif mention.type == "pair":
                counts.update(dict.fromkeys(mention.value.split(), 2))
            elif mention.type == "place":
                counts[mention.attributes.get("state", "")] += 1
            elif (mention.type, mention.value) == ("pointer", "our") or (
                mention.concept and "our" in mention.attributes
            ):
                ours += 1
            elif mention.type == "person" and mention.value:
                names.append(mention.value)
            for name in ("sender", "host"):
                code = mention.attributes.get(name, "")
                if len(code) == 2:
                    counts[code] += 1
    del counts[""]
    published_in = _place_of_issue(sentences, counts, published_in)
    titled = _titled(sentences, published_in)
    pair = main_pair(counts, titled) if counts[published_in] < _FEW else None
    if pair is None or published_in in pair or min(counts[code] for code in pair) < 2 * ours:
        # else «our» is said by one of the pair
        counts[published_in] += ours
        pair = main_pair(counts, titled)
    home = (
        _whose_mission(sentences)
        or _abroad(sentences, published_in, pair)
        or _hub(published_in, counts, pair)
        or (published_in if _is_named(published_in, counts, sentences, pair) else None)
    )
    return Discourse(
        pair=pair,
        main_pair=pair,
        is_sure=pair is not None,
        titled=titled,
        home=home,
        publisher=home,
        focus=titled[0] if len(titled) == 1 and pair is None else None,
        cast=Cast(fullest_names(names), home=home),
    )


def _is_named(
    home: str, counts: Counter[str], sentences: Sequence[ReadSentence], pair: tuple[str, ...] | None
) -> bool:
    """Whether what names no state may be the publisher's: it is named, or too few others are to be the whole matter."""
    if pair is None and len(counts) > _MANY and counts[home] < counts.total() * _SELDOM:
        return False
    if counts[home] or (pair is None and len(counts) < _SEVERAL):
        return True
    return pair is None and any(
        mention.attributes.get("state") == home for s in sentences for mention in s.reading.mentions
    )


def _place_of_issue(sentences: Sequence[ReadSentence], counts: Counter[str], home: str) -> str:
    """The state in whose capital a document is dated («Tbilisi, 9 oktyabr 2021»), where it is about that state most of all.

    A correspondent's dateline names his agency too, or what he writes tells of `home` as much: that it then remains.
    """
    for sentence in sentences[:_OPENING]:
        place, date, *others = (*sentence.reading.mentions, None, None)
        if place is None or date is None or others[0] is not None or sentence.end - date.end > 1:
            continue
        state = place.attributes.get("capital")
        if state and date.type == "date" and place.start == sentence.start:
            others_named = max((count for code, count in counts.items() if code != state), default=0)
            return state if counts[state] > max(others_named, 2 * counts[home]) else home
    return home


_OPENING = 6
"""So many sentences and headings may hold the dateline."""
_FEW = 2


def _hub(home: str, counts: Counter[str], pair: tuple[str, ...] | None) -> str | None:
    """The state whose affairs a document of many pairs tells («Notes from Ankara»), where that is not `home`."""
    ranked = counts.most_common(2)
    if pair is not None or len(ranked) < 2 or home == ranked[0][0]:
        return None
    (hub, most), (_, second) = ranked
    total = counts.total()
    stands_out = most >= max(_OFTEN, _HUB * total, 1.8 * second)
    return hub if stands_out and counts[home] <= _RARE * total else None


_HUB, _RARE = 0.3, 0.15
"""The shares of what is said of states: from which one is the hub, up to which the publisher's is only one of the others."""

_OFTEN = 6
"""How often the hub is named at least."""
_SEVERAL = 3
"""The states of which a text that does not name the publisher's is likely the affair."""
_MANY, _SELDOM = 6, 0.05
"""So many states, and so small a share of the publisher's among them, are of a text about others."""


def _whose_mission(sentences: Sequence[ReadSentence]) -> str | None:
    """The state whose mission's page it is: the first line is that mission's full name and nothing else."""
    first = sentences[0] if sentences else None
    if first is None or first.type is not BlockType.HEADING:
        return None
    span = Span(first.start, first.end)
    return next((m.attributes["sender"] for m in first.reading.mentions if is_whole(m, span)), None)


def _abroad(sentences: Sequence[ReadSentence], state: str, pair: tuple[str, ...] | None) -> str | None:
    """The pair's other state, where a heading relates «us» to `state` («Ölkəmizin X ilə əlaqələri»): it is its page."""
    if pair is None or state not in pair:
        return None
    for sentence in sentences:
        if sentence.type is BlockType.HEADING and sentence.end - sentence.start < _SHORT:
            pointed = any(m.type == "pointer" and m.value == "our" for m in sentence.reading.mentions)
            named = [m.value for m in sentence.reading.mentions if m.type == "state"]
            if pointed and named == [state]:
                return pair[0] if pair[1] == state else pair[1]
    return None


_SHORT = 60
"""Code points of a heading that is no headline."""


def _titled(sentences: Sequence[ReadSentence], home: str) -> tuple[str, ...]:
    """The two states that the title or the first sentence names; else the one that the title does.

    Under another state's name alone a page of `home` tells of that state: then `home` comes first.
    """
    for sentence in sentences[:5]:
        pair = next((m for m in sentence.reading.mentions if m.type == "pair"), None)
        if pair and sentence.type is BlockType.HEADING:
            return tuple(pair.value.split())
    alone: tuple[str, ...] = ()
    for number, sentence in enumerate(sentences[:3]):
        states: dict[str, None] = {}
        for mention in sentence.reading.mentions:
            if mention.type == "pair":
                return tuple(mention.value.split())
            if mention.type == "state":
                states[mention.value] = None
        persons = {m.attributes.get("state", "") for m in sentence.reading.mentions if m.type == "person"}
        if len(states) == 2 and not any(len(code) == 2 and code not in states for code in persons):
            first, other = states
            plain = alone == (first,) or any(m.type == "date" for m in sentence.reading.mentions)
            return (other, first) if plain and other == home else (first, other)
        if len(states) == 1 and number == 0:
            alone = tuple(states)
    return alone


def find_anchors(document: Document, text: str, language: Language) -> Anchors:
    """Return what relative dates count from: the card's date, else a dateline's, else one worked out from the text."""
    if document.card.published:
        return Anchors(document.card.published, True, None)
    published, known = language.find_publication_date(text)
    return Anchors(published, known, None)


def main_pair(counts: Counter[str], titled: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the pair that a document is about: the title's two states, else the two named most.

    The two must make up most of what the document says of states; else it has several pairs, and each
    sentence's own is taken.
    """
    total = counts.total()
    if len(titled) == 2 and sum(counts[code] for code in titled) >= 0.55 * total:
        return (titled[0], titled[1])
    ranked = counts.most_common(3)
    if len(ranked) == 3 and ranked[1][1] > ranked[2][1]:  # two that are named as often are none the other's
        ranked = ranked[:2]
    if len(ranked) == 2 and sum(count for _, count in ranked) >= 0.8 * total and ranked[1][1] >= 0.15 * total:
        return (ranked[0][0], ranked[1][0])
    return None
