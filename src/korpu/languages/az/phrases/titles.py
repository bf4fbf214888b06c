"""Titles of signed documents, quoted or not, and the sort of document that each is."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from korpu.languages.az.morphology import analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.parts import adjectives
from korpu.languages.az.phrases.phrase import Phrase, Sentence, dictionary_group
from korpu.languages.az.phrases.title_starts import (
    CLOSING,
    CLOSING_WORDS,
    FIELDS,
    OPENING,
    STRAIGHT,
    find_start,
    is_twinning,
    opened,
)
from korpu.languages.az.verbs import FINITE
from korpu.languages.az.words import FOLDER
from korpu.lexicon import read_table
from korpu.reading.calendar import Absolute, DateMention

_TREATIES = frozenset({"agreement", "treaty"})
"""Documents by which states found something between them."""


def compose_titles(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with one title for each named document; what stands inside a title is part of it."""
    titles = [
        _of_signers(sentence, phrases, title, phrase)
        for phrase in phrases if phrase.type == "title_head"
        for title in _sharing(sentence, _title(sentence, phrases, phrase), phrase)
    ]  # fmt: skip
    titles = [title for title in titles if not any(_is_inside(title, other) for other in titles)]
    kept = [
        _unsigned(phrase, phrases[index - 1] if index else None)
        for index, phrase in enumerate(phrases)
        if phrase.type != "title_head"
        and not any(title.first <= phrase.first <= title.last for title in titles)
    ]
    return sorted([*kept, *titles], key=lambda phrase: phrase.first)


def _is_inside(title: Phrase, other: Phrase) -> bool:
    """«“X haqqında Sazişin icrası barədə Protokol”»: a document that another's name tells of."""
    return title is not other and other.first <= title.first and title.last < other.last


@cache
def _signers() -> dict[str, str]:
    """Folded words by which a document is no states' own, and whether they say who signs it or what it is."""
    return {fold(row["word"]): row["part"] for row in read_table(FOLDER, "signers")}


@lru_cache(maxsize=8192)
def _signer(key: str) -> str:
    """Which of these a word is: `what` in any form, `by` where it may be who signs; empty for others."""
    for found in analyse(key):
        part = _signers().get(found.stem, "")
        signs = found.features.case in ("Nom", "Ins") and not found.features.attributive
        if part == "what" or (part and signs):
            return part
    return ""


def _of_signers(sentence: Sentence, phrases: list[Phrase], title: Phrase, head: Phrase) -> Phrase:
    """The title, `private_party` where no two states sign it («klubla iki illik müqavilə», «BMT ilə memorandum»)."""
    ends = [p for p in phrases if p.type == "verb" and any(form.form in FINITE for form in p.forms)]
    since = max((p.last for p in ends if p.last < title.first), default=-1) + 1
    until = min((p.first for p in ends if p.first > head.last), default=len(sentence.tokens))
    states = {at for p in phrases if p.type in ("state", "pair") for at in range(p.first, p.last + 1)}
    around = [at for at in (*range(since, title.first), *range(head.last + 1, until)) if at not in states]
    named = range(max(title.first, head.first - 2), head.first) or range(head.first - 1, head.first)
    private = any(_signer(sentence.key(index)) == "what" for index in named) or any(
        _signer(sentence.key(index)) == "by" for index in around
    )
    bodies = (p for p in phrases if p.type == "organisation" and since <= p.first and p.last < until)
    private = private or any(
        p.features.case == "Ins" or sentence.key(p.last + 1) in ("ilə", "arasinda") for p in bodies
    )
    return title._replace(concept=f"{title.concept} private_party") if private else title


def _unsigned(phrase: Phrase, before: Phrase | None) -> Phrase:
    """«müzakirə edilən sənədlər arasında»: those documents are not told to be signed."""
    if phrase.concept != "within_signing" or before is None or before.last + 1 != phrase.first:
        return phrase
    verbs = before.unit.verbs if before.unit else ()
    return phrase._replace(concept="") if verbs and all(v.concept != "sign" for v in verbs) else phrase


def _title(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> Phrase:
    """The title that ends in `head`; without a name where nothing before the noun names it."""
    attributes = {"type": head.value, **({"act": "agreement"} if head.value in _TREATIES else {})}
    if _is_vague(sentence, head):
        return head._replace(type="theme")
    first, izafet = find_start(sentence, phrases, head)
    if first is None or first == head.last:
        noun = dictionary_group(sentence, head.first, head, head.first < head.last)
        capital = head.first > 0 and sentence.tokens[head.first].capital
        told = {**attributes, "noun": noun} | ({"proper": "yes"} if capital else {})
        return head._replace(type="title", value="", attributes=told)
    if any(p.type == "amount" and p.first == first and _bounded(sentence, p) for p in phrases):
        return head._replace(type="theme")  # «10-a yaxın … haqqında saziş»
    period = _period(phrases, first, head.first)
    if period:
        attributes["period"] = period
    level = _level(phrases, first, head)
    if level:
        attributes["level"] = level
    pair = _between(sentence, phrases, first, head)
    if pair:
        attributes["pair"] = pair
    izafet = izafet or _is_of_name(phrases, head) or _has_noun_of_its_own(sentence, first, head)
    title = " ".join(_MARKS.sub(" ", dictionary_group(sentence, first, head, izafet)).split())
    if {sentence.key(first), sentence.key(first - 1)} & _OF_SEVERAL:
        attributes["sides"] = "several"
    last, readings = head.last, head.readings
    concept = f"{head.concept} twinned" if _is_of_twins(phrases, first, head) else head.concept
    if not izafet:  # «… haqqında Sazişi» has no possessor
        readings = tuple(sorted(readings, key=lambda reading: reading.possessor == "3"))
    mark = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
    if mark and (mark.text in CLOSING or mark.text == STRAIGHT):  # «“… Proqramı”nı»
        last, readings = last + 1, mark.tail or readings
    attributes["name"] = title
    return Phrase(first, last, "title", title, readings, concept, attributes, unit=head.unit)


def _level(phrases: list[Phrase], first: int, head: Phrase) -> str:
    """The level to which the document raises the relations («… səviyyəsinə yüksəldilməsi haqqında Bəyannamə»), else empty."""
    inside = [p for p in phrases if first <= p.first and p.last < head.first]
    verbs = [v.concept for p in inside if p.type == "verb" and p.unit for v in p.unit.verbs]
    level = next((p for p in inside if p.type == "level"), None)
    return level.value if level and {"raise", "reach"} & set(verbs) else ""


def _bounded(sentence: Sentence, amount: Phrase) -> bool:
    """Whether words say about how many there are («10-a yaxın saziş»): documents are then counted, and none is named."""
    return any(sentence.key(index) in _BOUNDS for index in range(amount.last, amount.last + 4))


_BOUNDS = frozenset(fold("yaxın qədər çox artıq az yuxarı").split())
_OF_SEVERAL = frozenset(fold("üçtərəfli dördtərəfli beştərəfli çoxtərəfli").split())
_MARKS = re.compile(r"[“”„«»\"]")


def _is_of_twins(phrases: list[Phrase], first: int, head: Phrase) -> bool:
    """Whether the document makes cities sisters («qardaşlaşma haqqında memorandum»)."""
    inside = [p for p in phrases if first <= p.first and p.last < head.first]
    return any(is_twinning(p) for p in inside)


def _is_of_name(phrases: list[Phrase], head: Phrase) -> bool:
    """Whether a name stands right before the noun («… haqqında Praqa Bəyannaməsi»): the ending is the title's own."""
    return any(p.last == head.first - 1 and p.type in ("place", "person", "decoy") for p in phrases)


def _has_noun_of_its_own(sentence: Sentence, first: int, head: Phrase) -> bool:
    """«2024–2027-ci illər üzrə mübadilə Proqramı»: behind the years or the field a noun that the document is of."""
    before = range(head.first - 1, first, -1)
    closing = next((at for at in before if sentence.key(at) in CLOSING_WORDS), None)
    if closing is None or closing == head.first - 1:
        return False
    dated = sentence.key(closing) in FIELDS or sentence.key(closing - 1).startswith("ill")
    return dated and sentence.key(head.first - 1) not in adjectives()


def _between(sentence: Sentence, phrases: list[Phrase], first: int, head: Phrase) -> str:
    """The two states that the title itself names («“X Hökuməti ilə Y Hökuməti arasında … haqqında Saziş”»), apart by a space."""
    until = next((at for at in range(first, head.first) if sentence.key(at) in _BETWEEN), first)
    named = [p for p in phrases if first <= p.first and p.last < until and p.type in ("state", "pair")]
    codes = list(dict.fromkeys(code for p in named for code in p.value.split()))
    return " ".join(codes) if len(codes) == 2 else ""


_BETWEEN = frozenset({"arasinda", "arasindaki"})


def _period(phrases: list[Phrase], first: int, last: int) -> str | None:
    """The years that the title itself names («2022–2026-cı illər üzrə»), as EDTF."""
    for phrase in phrases:
        if phrase.type == "date" and first <= phrase.first <= last and isinstance(phrase.data, DateMention):
            form = phrase.data.form
            if isinstance(form, Absolute) and "/" in form.edtf:
                return form.edtf
    return None


def _sharing(sentence: Sentence, title: Phrase, head: Phrase) -> list[Phrase]:
    """The titles that end in one noun: «“A haqqında” və “B haqqında” Sazişlər» are two."""
    titles = [title]
    while head.features.plural and title.value and titles[0].first > 2:
        first = titles[0].first
        closing = first - 3
        joined = (
            sentence.tokens[first - 1].text in OPENING and sentence.key(first - 2) in ("və", ",")
            and sentence.tokens[closing].text in CLOSING
        )  # fmt: skip
        start = opened(sentence, closing - 1) if joined else None
        if start is None:
            break
        noun = dictionary_group(sentence, head.first, head, False)
        name = f"{sentence.words(start, closing - 1)} {noun}"
        told = {**title.attributes, "name": name}
        titles.insert(0, title._replace(first=start, last=closing, value=name, attributes=told))
    return titles


def _is_vague(sentence: Sentence, head: Phrase) -> bool:
    """«bir sıra müqavilələr», «müxtəlif sazişlər»: documents of which none is named."""
    key = sentence.key(head.first - 1)
    if sentence.key(head.last + 1) in ("-", "–") and sentence.tokens[head.last + 1].glued:
        return True  # «müqavilə-hüquq bazası»
    ahead = range(head.last + 1, head.last + (4 if sentence.key(head.last + 1) in ("və", ",") else 2))
    if any(sentence.key(index) in _COUNTED for index in ahead):
        return True  # «müqavilə və sazişlərin sayı»
    if key in ("sira", "neçə", "xeyli") and sentence.key(head.first - 2) == "bir":
        return True
    return head.features.plural and key in _SOME


_COUNTED = frozenset(fold("sayı sayını sayının sayına sayında ümumi").split())
_SOME = frozenset(
    fold("müxtəlif neçə çoxsaylı bəzi digər başqa ikitərəfli mühüm yeni müvafiq bu həmin").split()
)
