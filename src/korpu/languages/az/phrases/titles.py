"""Titles of signed documents, quoted or not, and the sort of document that each is."""

from __future__ import annotations

from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Phrase, Sentence, dictionary_group
from korpu.languages.az.verbs import FINITE, Form

_ABOUT = frozenset(fold("haqqında dair barədə üzrə barəsində haqda").split())
_OPENING = frozenset('«“„"')
_CLOSING = frozenset('»”"“')
_BOUNDARY_KEYS = frozenset(
    fold(
        "arasında arasındakı tərəfindən isə ki həmçinin eləcə habelə həmin çərçivəsində zamanı sonra"
    ).split()
) | {",", ";", ":", "(", ")"}


def compose_titles(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with one title for each named document; what stands inside a title is part of it."""
    titles = [
        title
        for phrase in phrases
        if phrase.type == "title_head" and (title := _title(sentence, phrases, phrase))
    ]
    kept = [
        phrase for phrase in phrases
        if phrase.type != "title_head" and not any(title.first <= phrase.first <= title.last for title in titles)
    ]  # fmt: skip
    return sorted([*kept, *titles], key=lambda phrase: phrase.first)


def _title(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> Phrase | None:
    first = _quoted_start(sentence, head.first)
    if first is None:
        first = _about_start(sentence, phrases, head)
    named = first is not None
    if first is None:
        first = _bare_start(sentence, head)
    if first is None:
        return head._replace(type="title", attributes={"type": head.value}, value="")
    title = _dictionary(sentence, first, head)
    attributes = {"type": head.value, "named": "yes" if named else ""}
    period = next((p for p in phrases if p.type == "date" and first <= p.first <= head.first), None)
    return Phrase(
        first, head.last, "title", title, head.readings, head.concept, attributes, period and period.data
    )


def _dictionary(sentence: Sentence, first: int, head: Phrase) -> str:
    """The title with its last word in the nominative; an izafet's own ending stays («Bakı Bəyannaməsi»)."""
    izafet = not (_is_about(sentence, head.first - 1) or sentence.key(head.first - 1) in _CLOSING)
    return dictionary_group(sentence, first, head, izafet)


def _is_about(sentence: Sentence, index: int) -> bool:
    return any(sentence.key(i) in _ABOUT for i in (index, index - 1, index - 2))


def _quoted_start(sentence: Sentence, head: int) -> int | None:
    """«“…” Saziş», «“…” mövzusunda Memorandum»: the quotation that ends right before the head."""
    index = head - 1
    while index >= 0 and index >= head - 3 and sentence.tokens[index].text not in _CLOSING:
        index -= 1
    if index < 0 or sentence.tokens[index].text not in _CLOSING:
        return None
    for start in range(index - 1, -1, -1):
        if sentence.tokens[start].text in _OPENING and (start == 0 or not sentence.tokens[start].tail):
            return start + 1
    return None


def _about_start(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> int | None:
    """«… haqqında Saziş»: from where the phrase that `haqqında` closes begins."""
    about = next(
        (i for i in range(head.first - 1, max(-1, head.first - 6), -1) if sentence.key(i) in _ABOUT), None
    )
    if about is None:
        return None
    stop = -1
    for phrase in phrases:
        if phrase.last >= about:
            break
        ends = phrase.type == "verb" and any(f.form in FINITE or f.form is Form.CONVERB for f in phrase.forms)
        apart = (
            phrase.type in ("place", "state", "pointer")
            and phrase.features.case in ("Loc", "Dat")
            and not phrase.features.attributive
        )
        dated = (
            phrase.type == "date"
            and sentence.key(phrase.last + 1) != "üzrə"
            and sentence.key(phrase.last) != "üzrə"
        )
        if ends or apart or dated or phrase.type in ("title_head", "person"):
            stop = phrase.last
            if phrase.type == "title_head" and sentence.key(stop + 1) == "və":
                stop += 1
    start = stop + 1
    for index in range(start, about):
        key = sentence.key(index)
        if key in _BOUNDARY_KEYS and not (key == "," and _within_title(sentence, index, about)):
            start = index + 1
    while (start < about and sentence.key(start) in ("və", "ilə", "-", "–")) or not sentence.tokens[
        start
    ].text.isalnum():
        start += 1
        if start >= about:
            return None
    return start


def _within_title(sentence: Sentence, comma: int, about: int) -> bool:
    """A comma between bare nouns of a list («elm, təhsil və mədəniyyət sahəsində …») ends nothing."""
    ahead = [token.key for token in sentence.tokens[comma + 1 : comma + 4]]
    return "və" in ahead or "," in ahead


def _bare_start(sentence: Sentence, head: Phrase) -> int | None:
    """«Bakı Bəyannaməsi», «Birgə Bəyanat»: the capitalised words right before the head."""
    if (
        not any(reading.possessor == "3" for reading in head.readings)
        and not sentence.tokens[head.first].capital
    ):
        return None
    start = head.first
    while (
        start - 1 >= 0
        and sentence.tokens[start - 1].is_word
        and sentence.tokens[start - 1].capital
        and start - 1 > 0
    ):
        start -= 1
    if start == head.first and not sentence.tokens[head.first].capital:
        return None
    return start if start < head.first else None
