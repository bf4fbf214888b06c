"""Titles of signed documents, quoted or not, and the sort of document that each is."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from korpu.languages.az.morphology import analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.parts import adjectives
from korpu.languages.az.phrases.phrase import Phrase, Sentence, dictionary_group, group_start
from korpu.languages.az.verbs import FINITE, Form
from korpu.languages.az.words import FOLDER
from korpu.lexicon import read_table
from korpu.reading.calendar import Absolute, DateMention

_ABOUT = frozenset(fold("haqqında dair barədə üzrə barəsində haqda bağlı aid").split())
_OPENING = frozenset("«“„")
_CLOSING = frozenset("»”“")
_STRAIGHT = '"'
_ENDS_BEFORE = frozenset(
    fold(
        "arasında arasındakı tərəfindən isə ki həmçinin eləcə habelə həmin çərçivəsində zamanı sonra sonunda "
        "cümlədən cümleden sırasında sırada siyahısında yekununda nəticəsində gedişində ərəfəsində əsnasında günlərində "
        "edilən imzalanan"
    ).split()
) | {",", ";", ":", "(", ")"}
_TREATIES = frozenset({"agreement", "treaty"})
"""Documents by which states found something between them."""
_TITLE_DATE = frozenset({"üzrə", "üçün", "dair"})
_FIELDS = frozenset(fold("sahəsində sahələrində sahəsi").split())
"""Behind what a document is about, where no «haqqında» stands («enerji sahəsində memorandum»)."""
_CLOSING_WORDS = _ABOUT | _TITLE_DATE | _FIELDS


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
    izafet = False
    if _is_vague(sentence, head):
        return head._replace(type="theme")
    first = _inside_quotation(sentence, phrases, head)
    if first is None:
        first = _behind_quotation(sentence, head.first)
    if first is None:
        first = _about_start(sentence, phrases, head)
    if first is None:
        first, izafet = _izafet_start(sentence, phrases, head), True
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
    pair = _between(sentence, phrases, first, head)
    if pair:
        attributes["pair"] = pair
    izafet = izafet or _is_of_name(phrases, head) or _has_noun_of_its_own(sentence, first, head)
    title = " ".join(_MARKS.sub(" ", dictionary_group(sentence, first, head, izafet)).split())
    last, readings = head.last, head.readings
    concept = f"{head.concept} twinned" if _is_of_twins(phrases, first, head) else head.concept
    if not izafet:  # «… haqqında Sazişi» has no possessor
        readings = tuple(sorted(readings, key=lambda reading: reading.possessor == "3"))
    mark = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
    if mark and (mark.text in _CLOSING or mark.text == _STRAIGHT):  # «“… Proqramı”nı»
        last, readings = last + 1, mark.tail or readings
    attributes["name"] = title
    return Phrase(first, last, "title", title, readings, concept, attributes, unit=head.unit)


def _bounded(sentence: Sentence, amount: Phrase) -> bool:
    """Whether words say about how many there are («10-a yaxın saziş»): documents are then counted, and none is named."""
    return any(sentence.key(index) in _BOUNDS for index in range(amount.last, amount.last + 4))


_BOUNDS = frozenset(fold("yaxın qədər çox artıq az yuxarı").split())
_MARKS = re.compile(r"[“”„«»\"]")
_TWINS = frozenset({"twin", "twinned"})


def _is_of_twins(phrases: list[Phrase], first: int, head: Phrase) -> bool:
    """Whether the document makes cities sisters («qardaşlaşma haqqında memorandum»)."""
    inside = [p for p in phrases if first <= p.first and p.last < head.first]
    return any(p.concept in _TWINS or _twins(p) for p in inside)


def _twins(phrase: Phrase) -> bool:
    verbs = phrase.unit.verbs if phrase.unit and phrase.type == "verb" else ()
    return any(verb.concept == "twin" and not verb.noun for verb in verbs)


def _is_of_name(phrases: list[Phrase], head: Phrase) -> bool:
    """Whether a name stands right before the noun («… haqqında Praqa Bəyannaməsi»): the ending is the title's own."""
    return any(p.last == head.first - 1 and p.type in ("place", "person", "decoy") for p in phrases)


def _has_noun_of_its_own(sentence: Sentence, first: int, head: Phrase) -> bool:
    """«2024–2027-ci illər üzrə mübadilə Proqramı»: behind the years or the field a noun that the document is of."""
    before = range(head.first - 1, first, -1)
    closing = next((at for at in before if sentence.key(at) in _CLOSING_WORDS), None)
    if closing is None or closing == head.first - 1:
        return False
    dated = sentence.key(closing) in _FIELDS or sentence.key(closing - 1).startswith("ill")
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
            sentence.tokens[first - 1].text in _OPENING and sentence.key(first - 2) in ("və", ",")
            and sentence.tokens[closing].text in _CLOSING
        )  # fmt: skip
        start = _opened(sentence, closing - 1) if joined else None
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
    if key in ("sira", "neçə", "xeyli") and sentence.key(head.first - 2) == "bir":
        return True
    return head.features.plural and key in _SOME


_SOME = frozenset(
    fold("müxtəlif neçə çoxsaylı bəzi digər başqa ikitərəfli mühüm yeni müvafiq bu həmin").split()
)


def _is_any(sentence: Sentence, about: int, head: int) -> bool:
    """«mövzuya dair mühüm bir müqavilə»: the document is described and not named."""
    return any(sentence.key(index) == "bir" for index in range(about + 1, head))


def _inside_quotation(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> int | None:
    """«“… haqqında Saziş”»: where the quotation that the head stands in begins; None where it tells of a signing.

    «“Bu gün … haqqında saziş imzalanıb”» is what somebody said.
    """
    first = _opened(sentence, head.first)
    if first is None:
        return None
    closing = _CLOSING | {_STRAIGHT}
    until = next(
        (at for at in range(head.last, len(sentence.tokens)) if sentence.tokens[at].text in closing), None
    )
    told = any(
        p.type == "verb" and head.last < p.first < (until or p.last + 1) and any(f.form in FINITE for f in p.forms)
        for p in phrases
    )  # fmt: skip
    return None if until is None or told else first


def _opened(sentence: Sentence, head: int) -> int | None:
    """The first token of the quotation that is open where the head stands."""
    depth = 0
    for index in range(head - 1, -1, -1):
        text = sentence.tokens[index].text
        if text in "»”":
            depth += 1
        elif text in _OPENING:
            if depth == 0:
                return index + 1
            depth -= 1
    straight = [index for index in range(head) if sentence.tokens[index].text == _STRAIGHT]
    return straight[-1] + 1 if len(straight) % 2 else None


def _behind_quotation(sentence: Sentence, head: int) -> int | None:
    """«“…” Saziş», «“…” mövzusunda Memorandum»: where the quotation right before the head begins."""
    index = head - 1
    while index > max(0, head - 3) and sentence.tokens[index].is_word:
        index -= 1
    mark = sentence.tokens[index].text if index >= 0 else ""
    if mark not in _CLOSING and mark != _STRAIGHT:
        return None
    opening = _OPENING if mark != _STRAIGHT else {_STRAIGHT}
    return next(
        (start + 1 for start in range(index - 1, -1, -1) if sentence.tokens[start].text in opening), None
    )


def _about_start(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> int | None:
    """«… haqqında Saziş»: from where the phrase that `haqqında` closes begins."""
    about = _about(sentence, phrases, head)
    if about is None or _is_any(sentence, about, head.first) or _points_back(sentence, about):
        return None
    start = 0
    for phrase in phrases:
        if phrase.last < about and (
            _ends_before_title(sentence, phrase, about)
            or _is_joined(sentence, phrases, phrase, start)
            or (phrase.type == "pair" and phrase.first == start)  # whose document it is
        ):
            start = phrase.last + 1
    for index in range(start, about):
        if sentence.key(index) in _ENDS_BEFORE and not _lists_on(sentence, index):
            start = index + 1
    twins = next(
        (p for p in phrases if start <= p.first < about and (p.concept in _TWINS or _twins(p))), None
    )
    start = twins.first if twins else start  # the cities are said of the document and not in its name
    while start < about and (sentence.key(start) in _LINKS or not sentence.tokens[start].text.isalnum()):
        start += 1
    return start if start < about else None


_LINKS = frozenset({"və", "ilə", "da", "də", "həm", "artiq", "sonda", "sonra", "bir"})
"""Words with which no title begins."""


def _about(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> int | None:
    """Where before the noun the word stands that closes what the document is about."""
    near = range(head.first - 1, max(-1, head.first - 6), -1)
    about = next((index for index in near if sentence.key(index) in _ABOUT), None)
    if about is not None:
        return about
    years = next(
        (i for i in near if sentence.key(i) == "üçün" and sentence.key(i - 1).startswith("ill")), None
    )
    if years is not None:
        return years
    field = next((index for index in near if sentence.key(index) in _FIELDS), None)
    apart = any(
        p.type in ("verb", "date", "amount") or p.features.case == "Loc"
        for p in phrases
        if field is not None and field < p.first and p.last < head.first
    )
    return None if apart else field


def _points_back(sentence: Sentence, about: int) -> bool:
    """«bu barədə», «bununla bağlı»: what the document is about was told before."""
    return sentence.key(about - 1) in _BACK or (
        sentence.key(about - 2) in _BACK and sentence.key(about - 1) in _OF_MATTER
    )


_BACK = frozenset(fold("bu o bunun onun buna ona bununla onunla həmin bunlar onlar").split())
_OF_MATTER = frozenset(fold("məsələ məsələyə məsələlər mövzu mövzuya ilə sahəyə").split())


def _is_joined(sentence: Sentence, phrases: list[Phrase], phrase: Phrase, start: int) -> bool:
    """Whether it is the second of the two states that sign it («Lüksemburqla Monako …», «Peru və Çili …»)."""
    before = next((p for p in reversed(phrases) if p.last < phrase.first), None)
    bare = phrase.features.case == "Nom" and not phrase.features.possessor
    if before is None or phrase.type not in ("state", "place") or before.type != phrase.type or not bare:
        return False
    after = sentence.key(phrase.last + 1)
    owns = after not in adjectives() and any(f.features.possessor == "3" for f in analyse(after))
    joined = before.first == start and sentence.between(before, phrase) == ["və"]
    return (joined and not owns) or (phrase.first == start and before.features.case == "Ins")


def _ends_before_title(sentence: Sentence, phrase: Phrase, about: int) -> bool:
    """Whether a title can only begin behind the phrase: a finite verb, a place, a date of its own, a person."""
    if phrase.type == "verb":
        return any(form.form in FINITE or form.form is Form.CONVERB for form in phrase.forms)
    if phrase.type == "date":
        return (
            sentence.key(phrase.last) not in _TITLE_DATE and sentence.key(phrase.last + 1) not in _TITLE_DATE
        )
    if phrase.type in ("meeting", "visit", "session") and sentence.key(phrase.last + 1).startswith("yekun"):
        return phrase.last < about - 3
    if phrase.type in ("title_head", "person", "meeting", "visit") or phrase.concept == "within_signing":
        return True
    features = phrase.features
    if phrase.type in ("state", "place") and features.case == "Ins":
        return True
    if phrase.last == about - 1:  # «dair» governs it
        return False
    return features.case in ("Loc", "Dat") and not features.attributive and not features.possessor


def _lists_on(sentence: Sentence, comma: int) -> bool:
    """A comma between bare nouns of a list («elm, təhsil və mədəniyyət sahəsində …») ends nothing."""
    ahead = [token.key for token in sentence.tokens[comma + 1 : comma + 4]]
    return sentence.key(comma) == "," and ("və" in ahead or "," in ahead)


def _izafet_start(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> int | None:
    """«Bakı Bəyannaməsi», «müdafiə paktı», «Birgə Bəyanat»: the nouns right before a possessed or capital head."""
    if any(reading.possessor == "3" for reading in head.readings):
        first = group_start(sentence, phrases, head, longest=4)
    else:
        first = head.first
        while first > 1 and sentence.tokens[first - 1].is_word and sentence.tokens[first - 1].capital:
            first -= 1
        if not sentence.tokens[head.first].capital:
            return None
    owners = [
        phrase.last
        for phrase in phrases
        if first <= phrase.last < head.first
        and phrase.type in ("state", "pair", "person")
        and sentence.key(phrase.last) not in adjectives()  # «Birgə» with its capital is nobody's name
    ]
    return max([first, *(last + 1 for last in owners)])
