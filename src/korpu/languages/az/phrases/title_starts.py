"""Where the title of a document begins, told from the noun that it ends in."""

from __future__ import annotations

from korpu.languages.az.morphology import analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.parts import adjectives
from korpu.languages.az.phrases.phrase import DASHES, Phrase, Sentence, group_start
from korpu.languages.az.verbs import FINITE, Form

_ABOUT = frozenset(fold("haqqında dair barədə üzrə barəsində haqda bağlı aid").split())
OPENING = frozenset("«“„")
CLOSING = frozenset("»”“")
STRAIGHT = '"'
_ENDS_BEFORE = frozenset(
    fold(
        "arasında arasındakı tərəfindən isə ki həmçinin eləcə habelə həmin çərçivəsində zamanı sonra sonunda "
        "cümlədən cümleden sırasında sırada siyahısında yekununda nəticəsində gedişində ərəfəsində əsnasında günlərində "
        "edilən imzalanan əsasən görə münasibətilə"
    ).split()
) | {",", ";", ":", "(", ")"}
_TITLE_DATE = frozenset({"üzrə", "üçün", "dair"})
FIELDS = frozenset(fold("sahəsində sahələrində sahəsi").split())
"""Behind what a document is about, where no «haqqında» stands («enerji sahəsində memorandum»)."""
CLOSING_WORDS = _ABOUT | _TITLE_DATE | FIELDS
_TWINS = frozenset({"twin", "twinned"})


def is_twinning(phrase: Phrase) -> bool:
    """Return whether it says that cities become sisters («qardaşlaşma»)."""
    verbs = phrase.unit.verbs if phrase.unit and phrase.type == "verb" else ()
    return phrase.concept in _TWINS or any(verb.concept == "twin" and not verb.noun for verb in verbs)


def find_start(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> tuple[int | None, bool]:
    """Return the token with which the title that ends in `head` begins, None where nothing names the document.

    Also whether it is a mere row of nouns («Bakı Bəyannaməsi»), so that the noun keeps its ending.
    """
    first = _inside_quotation(sentence, phrases, head)
    if first is None:
        first = _behind_quotation(sentence, head.first)
    if first is None:
        first = _about_start(sentence, phrases, head)
    if first is not None:
        return first, False
    return _izafet_start(sentence, phrases, head), True


def _is_any(sentence: Sentence, about: int, head: int) -> bool:
    """«mövzuya dair mühüm bir müqavilə»: the document is described and not named."""
    return any(sentence.key(index) == "bir" for index in range(about + 1, head))


def _inside_quotation(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> int | None:
    """«“… haqqında Saziş”»: where the quotation that the head stands in begins; None where it tells of a signing.

    «“Bu gün … haqqında saziş imzalanıb”» is what somebody said.
    """
    first = opened(sentence, head.first)
    if first is None:
        return None
    closing = CLOSING | {STRAIGHT}
    until = next(
        (at for at in range(head.last, len(sentence.tokens)) if sentence.tokens[at].text in closing), None
    )
    told = any(
        p.type == "verb" and head.last < p.first < (until or p.last + 1) and any(f.form in FINITE for f in p.forms)
        for p in phrases
    )  # fmt: skip
    return None if until is None or told else first


def opened(sentence: Sentence, head: int) -> int | None:
    """Return the first token of the quotation that is open where the head stands."""
    depth = 0
    for index in range(head - 1, -1, -1):
        text = sentence.tokens[index].text
        if text in "»”":
            depth += 1
        elif text in OPENING:
            if depth == 0:
                return index + 1
            depth -= 1
    straight = [index for index in range(head) if sentence.tokens[index].text == STRAIGHT]
    return straight[-1] + 1 if len(straight) % 2 else None


def _behind_quotation(sentence: Sentence, head: int) -> int | None:
    """«“…” Saziş», «“…” mövzusunda Memorandum»: where the quotation right before the head begins."""
    index = head - 1
    while index > max(0, head - 3) and sentence.tokens[index].is_word:
        index -= 1
    mark = sentence.tokens[index].text if index >= 0 else ""
    if mark not in CLOSING and mark != STRAIGHT:
        return None
    opening = OPENING if mark != STRAIGHT else {STRAIGHT}
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
            or (phrase.concept == "document" and sentence.key(phrase.last + 1) in DASHES)
        ):
            start = phrase.last + 1
    for index in range(start, about):
        if sentence.key(index) in _ENDS_BEFORE and not _lists_on(sentence, index):
            start = index + 1
    twins = next((p for p in phrases if start <= p.first < about and is_twinning(p)), None)
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
    field = next((index for index in near if sentence.key(index) in FIELDS), None)
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
    opens = not any(sentence.tokens[at].is_word for at in range(start, before.first))  # «• Peru və Çili …»
    joined = opens and sentence.between(before, phrase) == ["və"]
    return (joined and not _owns(sentence, phrase)) or (
        phrase.first == start and before.features.case == "Ins"
    )


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
    if _is_signer(sentence, phrase) and phrase.last < about - 1:
        return True
    if _is_of_field(sentence, phrase):
        return False
    if phrase.type in ("title_head", "person", "meeting", "visit") or phrase.concept == "within_signing":
        return True
    features = phrase.features
    if phrase.type in ("state", "place") and features.case == "Ins":
        return True
    if phrase.last == about - 1:  # «dair» governs it
        return False
    return features.case in ("Loc", "Dat") and not features.attributive and not features.possessor


def _is_of_field(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a lone capital word, taken for a name, is what the possessed noun behind it is of («Turizm sahəsində …»)."""
    alone = phrase.type == "person" and phrase.first == phrase.last and not phrase.attributes
    after = sentence.tokens[phrase.last + 1] if phrase.last + 1 < len(sentence.tokens) else None
    if not alone or phrase.features.case != "Nom" or after is None or after.capital or not after.is_word:
        return False
    return _owns(sentence, phrase)


def _owns(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the noun right behind it is possessed («Kuba vətəndaşlarının …»)."""
    after = sentence.key(phrase.last + 1)
    return after not in adjectives() and any(f.features.possessor == "3" for f in analyse(after))


def _is_signer(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether it says who signs («tərəflər», «hər iki ölkə»), not whose something is («iki ölkə vətəndaşlarının …»)."""
    names = phrase.type == "pointer" and phrase.value == "pair" and phrase.features.case == "Nom"
    return names and (sentence.key(phrase.last).endswith(_PLURAL) or not _owns(sentence, phrase))


_PLURAL = ("lar", "lər")


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
