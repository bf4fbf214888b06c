"""Stance: what is asserted, planned, aimed at, denied, or not said at all."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Literal

import msgspec

from korpu.claims import Stance
from korpu.clauses import Tense
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Sentence
from korpu.languages.az.predicates import NOMINAL, Predicate
from korpu.languages.az.verbs import Form
from korpu.languages.az.words import FOLDER
from korpu.lexicon import read_table

_SILENT = frozenset({"wish", "discuss", "refute"})
_PLANNING = frozenset({"plan", "prepare", "promise"})
_JOURNEYS = frozenset({"visit", "arrive"})
_READY = "hazir"
_PARTICLES = frozenset({"da", "də"})
_ENABLING = frozenset(fold("imkan şərait icazə").split())
_PURPOSE = _ENABLING | frozenset(
    fold(
        "üçün məsələsi məsələsini məsələləri məsələlərini ehtiyac ehtiyacı zərurət zərurəti təklifi təşəbbüsü təklifini təşəbbüsünü niyyəti niyyətini məqsədilə imkanı imkanları imkanını imkanlarını ehtimalı ehtimalını arzusu arzusunu istəyi istəyini ideyası ideyasını fikri fikrini fikrində fikirləri variantı variantını cəhdi cəhdini cəhdləri tələbi tələbini söhbəti söhbətləri perspektivi perspektivləri perspektivlərini zəruriliyi vacibliyi vacibliyini zəruriliyini ehtiyacını maraq maraqlı maraqlıdır ümid çağırış cəhd xərcləri xərclərini prosesi prosesini hazırlığı hazırlıqları məmnun məmnunluq şad xoşbəxt istiqamətində naminə yolunda uğrunda"
    ).split()
)


WordStance = Stance | Literal["none"]
"""What a word says of stance by itself; `none` where nothing is asserted."""


@cache
def _words() -> dict[str, WordStance]:
    rows = read_table(FOLDER, "stances")
    return msgspec.convert({fold(row["word"]): row["stance"] for row in rows}, dict[str, WordStance])


@cache
def _first_words() -> frozenset[str]:
    return frozenset(part for word in _words() for part in (word.split()[0], word.split("-")[0]))


_HELD = tuple(fold("görüş səfər sammit zirvə toplanti iclas danişiq format").split())


def word_stance(
    sentence: Sentence, first: int, last: int, quiet: Collection[int] = ()
) -> tuple[WordStance | None, int]:
    """Return what the words from `first` to `last` say of stance by themselves, and the token that does.

    `none`, `estimate`, …; None, at -1, where they say nothing. Those at `quiet` are passed over: words of a
    name, or of a participle.
    """
    found: tuple[WordStance | None, int] = (None, -1)
    for index in range(first, last + 1):
        key = sentence.key(index)
        if key not in _first_words() or index in quiet:
            continue
        two = f"{key} {sentence.key(index + 1)}"
        three = f"{key}-{sentence.key(index + 2)}" if sentence.key(index + 1) == "-" else ""
        if three and sentence.key(index + 3).startswith(_HELD):
            continue  # «qeyri-rəsmi görüş» is told as so
        stance = _words().get(two) or _words().get(three) or _words().get(key)
        if not stance or f"{sentence.key(index - 1)} {key}" in _words():
            continue  # nothing, or the word before says it too
        if stance == "denied" and sentence.key(index + 1).startswith("deyil"):
            stance = _denial(sentence, range(first, index), range(index + 2, last + 1), quiet)
        if stance == "none":
            return stance, index
        found = found if found[0] or not stance else (stance, index)
    return ("denied", first) if found[0] is None and _is_of_neither(sentence, first, last) else found


def _denial(sentence: Sentence, before: range, behind: range, quiet: Collection[int]) -> WordStance | None:
    """Return what «üzvü deyil» says: nothing behind «təkcə», and nothing sure where the clause goes on behind it."""
    if any(sentence.key(at) in _ONLY for at in before):
        return None
    goes_on = any(sentence.tokens[at].is_word for at in behind if at not in quiet)
    return "none" if goes_on else "denied"


_ONLY = frozenset(fold("təkcə yalnız tək sadəcə ancaq").split())
"""«təkcə X-in üzvü deyil, …»: of X too."""


def _is_of_neither(sentence: Sentence, first: int, last: int) -> bool:
    """Whether neither of two does it («nə X, nə də Y üzvdür»)."""
    nots = [at for at in range(first, last + 1) if sentence.key(at) == "nə"]
    nots = [at for at in nots if sentence.key(at + 1) not in _ASKING]
    return len(nots) > 1 and (sentence.key(nots[1] - 1) == "," or sentence.key(nots[1] + 1) in _PARTICLES)


_ASKING = frozenset(fold("qədər vaxt zaman üçün cür dərəcədə olursa olsa isə").split())
"""Behind these «nə» asks what, how or when."""


def stance_of(sentence: Sentence, predicate: Predicate | None, governor: Predicate | None) -> Stance | None:
    """Return the stance of what `predicate` says under the finite verb that governs it.

    An inner clause takes its stance from the main verb: «imzalanması» is a fact under «göstərir», a plan
    under «nəzərdə tutulur», nothing under «vacibdir». None means that nothing is asserted.
    """
    if predicate is None:
        return _under(governor) if governor else "fact"
    form = predicate.form
    if _is_asked(sentence, predicate):
        return None
    if form.form is Form.IF:
        return "fact" if sentence.key(predicate.phrase.last + 1) in ("da", "də") else None
    if form.form is Form.LET and _is_act(sentence, predicate):
        return "fact"
    if form.form in (Form.LET, Form.CAN):
        return None
    if set(predicate.concepts) & _SILENT:
        return None
    if form.form is Form.FUTURE and form.negative and set(predicate.concepts) & _JOURNEYS:
        return "denied"  # who will not come was to come
    if form.form is Form.WILL and _is_rumoured(sentence, predicate.phrase.last + 1):
        return None
    if form.form in (Form.FUTURE, Form.MUST, Form.WILL):
        return None if form.remote or form.negative else "plan"
    if form.form in NOMINAL:
        return _nominal(sentence, predicate, governor)
    if set(predicate.concepts) & _PLANNING:
        return None if form.remote or form.negative else "plan"
    if "postpone" in predicate.concepts:
        return None if form.negative else "denied"
    if form.negative:
        return "denied" if form.form is not Form.PARTICIPLE else None
    if form.form in _BESIDE and governor and not (governor.form.negative or governor.form.remote):
        return "plan" if governor.form.form in _AHEAD or set(governor.concepts) & _PLANNING else "fact"
    return "fact"


def _is_asked(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether it is asked if it is so («səs verib-verməyəcəyini soruşdu», «gəlib-gəlmədiyi»)."""
    last = predicate.phrase.last
    again = sentence.key(last + 2)
    begin = sentence.key(last)[:2]
    return sentence.key(last + 1) == "-" and again.startswith(begin) and any(n in again for n in _NEGATED)


_NEGATED = tuple(fold("məyəc mayac mədi madı məy").split())


def ends_in_may(sentence: Sentence) -> bool:
    """Return whether the sentence ends in what may be, by a verb that the tables do not have («imkan yarada bilər»)."""
    return any(token.key.startswith("bilər") for token in sentence.tokens[-2:])


_DECREED = frozenset({"confer", "appoint"})
_DONE_BY_ACT = tuple(fold("edil olun").split())


def _is_act(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether an act itself orders it («… ordeni ilə təltif edilsin.»): that is when it comes to be."""
    last = predicate.phrase.last
    closes = not sentence.key(last + 1).isalnum() and "”" not in (
        sentence.key(last + 1),
        sentence.key(last + 2),
    )
    return closes and bool(set(predicate.concepts) & _DECREED) and sentence.key(last).startswith(_DONE_BY_ACT)


_BESIDE = frozenset({Form.CONVERB, Form.WHILE, Form.AFTER})
_AHEAD = frozenset({Form.FUTURE, Form.MUST})
"""What is done beside or before what is still to be done is itself to be done («gələrək imzalayacaq»)."""


def stance_behind_ki(
    sentence: Sentence, since: int, ki: int, main: Predicate | None, stance: Stance | None
) -> Stance | None:
    """Return the stance of what «ki» introduces: nothing under a wish, an estimate behind «güman ki».

    The main clause is the tokens from `since` to `ki`; `main` is its predicate.
    """
    if main and set(main.concepts) & _SILENT:
        return None
    if ki - since <= 2 and sentence.key(ki - 1) in _HEARSAY:
        return None  # «deyirlər ki»: nobody in particular says so
    said, _ = word_stance(sentence, since, ki)
    return "estimate" if said == "estimate" and stance in ("fact", "plan") else stance


def says_on(wish: Predicate | None, what: Predicate | None) -> bool:
    """Return whether who wishes to say says: «vurğulamaq istəyirəm ki», `what` he wishes being right before."""
    if wish is None or what is None or "wish" not in wish.concepts:
        return False
    return "say" in what.concepts and what.form.form is Form.DOING


_WISHED = tuple(fold("istə istəy arzula niyyətində").split())
"""What begins so says that one wishes to («yüksəltmək istədiyini bildirib»)."""


_NEEDED = tuple(fold("zəruri vacib lazım mümkün məqsədəuyğun faydalı gərək").split())
"""«imzalanmasının zəruri olduğunu bildirib»: it is not told to be done."""
_WOULD = frozenset(fold("olardı olar").split())
"""«açılması faydalı olardı»."""


def _would_be(sentence: Sentence, governor: Predicate | None) -> bool:
    """Whether the sentence ends in what would be, and no finite verb and comma stand before that («açmağı planlaşdırır, bu, yazda olar»)."""
    if not _WOULD & {token.key for token in sentence.tokens[-3:]}:
        return False
    return governor is None or not governor.is_finite or sentence.key(governor.phrase.last + 1) != ","


def _nominal(sentence: Sentence, predicate: Predicate, governor: Predicate | None) -> Stance | None:
    if sentence.key(predicate.phrase.last + 1) in _PURPOSE:
        return None
    if _is_talked_of(sentence, predicate.phrase.last + 1):
        return None
    if predicate.form.negative:
        return "denied" if predicate.form.form is Form.DONE else None
    ahead = (sentence.key(predicate.phrase.last + distance) for distance in (1, 2))
    after = next((key for key in ahead if key not in _PARTICLES), "")
    if after.startswith(_WISHED) or _would_be(sentence, governor):
        return None
    if after.startswith(_NEEDED) and sentence.key(predicate.phrase.last + 2).startswith("ol"):
        return None
    if after.startswith(_READY):
        return "plan"
    if governor and "decide" in governor.concepts and "create" not in predicate.concepts:
        return "plan"  # what is decided is still to be done, save what the decision itself founds
    return _under(governor)


_REPORTS = tuple(fold("xəbər məlumat iddia şayiə yazıl yayıl yayım deyil söz-söhbət informasiya").split())
_REFUTED = tuple(fold("təkzib əsassız yalan uydurma cəfəng qeyri-dəqiq").split())
_UNTRUE = tuple(fold("həqiqət gerçək gerçəyi doğru düzgün əsl").split())
_NOT = tuple(fold("etdirmir etmir deyil yoxdur").split())


def is_refuted(sentence: Sentence, predicate: Predicate | None) -> bool:
    """Return whether reports of it are called untrue («… bağlandığı barədə xəbərlər həqiqəti əks etdirmir»)."""
    if predicate is None or predicate.form.form not in NOMINAL or predicate.form.negative:
        return False
    behind = [sentence.key(at) for at in range(predicate.phrase.last + 1, len(sentence.tokens))]
    at = next((n for n, key in enumerate(behind[:3]) if key in _ABOUT), len(behind))
    report = next((n for n, key in enumerate(behind[at + 1 : at + 7]) if key.startswith(_REPORTS)), None)
    if report is None:
        return False
    rest = behind[at + 1 + report :]
    untrue = any(key.startswith(_UNTRUE) for key in rest) and any(key.startswith(_NOT) for key in rest[1:])
    return untrue or any(key.startswith(_REFUTED) for key in rest)


_ABOUT = frozenset(fold("haqqında haqda barədə barəsində dair bağlı əlaqədar").split())
_TALK = tuple(
    fold("sual müzakirə təklif danışıq ideya istək istəy arzu layihə müraciət xahiş zərurət təşəbbüs").split()
)


def _is_talked_of(sentence: Sentence, index: int) -> bool:
    """Whether words that bring up a subject stand there: «açılması ilə bağlı sual», «… haqqında qanun layihəsi»."""
    ahead = [sentence.key(at) for at in range(index, index + 8)]
    at = next((n for n, key in enumerate(ahead[:2]) if key in _ABOUT), None)
    if at is None:
        return False
    behind = ahead[at + 1 :]
    if behind and behind[0].startswith(_TALK):
        return True
    acts = next(
        (n for n, key in enumerate(behind[:4]) if key.startswith(("qanun", "qərar", "sərəncam"))), None
    )
    return acts is not None and acts + 1 < len(behind) and behind[acts + 1].startswith("layihə")


_RUMOURS = tuple(fold("ehtimal şayiə fərziyyə dedi-qodu söz-söhbət versiya spekulyasiya güman").split())


def _is_rumoured(sentence: Sentence, index: int) -> bool:
    """Whether words for what is only supposed stand there («görüşəcəyi barədə ehtimallar»)."""
    ahead = [sentence.key(at) for at in range(index, index + 5)]
    at = next((n for n, key in enumerate(ahead[:3]) if key in _ABOUT), None)
    return at is not None and any(key.startswith(_RUMOURS) for key in ahead[at + 1 :])


_HEARSAY = frozenset(fold("yazırlar deyirlər danışırlar söyləyirlər").split())


def _under(governor: Predicate | None) -> Stance | None:
    if governor is None:
        return "fact"
    if governor.form.form is Form.CAN or set(governor.concepts) & _SILENT:
        return None
    if set(governor.concepts) & _PLANNING:
        return None if governor.form.remote or governor.form.negative else "plan"
    if "hold" in governor.concepts and governor.form.form is Form.FUTURE:
        return "plan"
    return "fact"


def tense_of(predicate: Predicate | None) -> Tense:
    """Return past, present or future, as the predicate's form has it."""
    if predicate is None:
        return "past"
    if predicate.form.form in (Form.FUTURE, Form.MUST, Form.WILL) or set(predicate.concepts) & _PLANNING:
        return "future"
    return "present" if predicate.form.form is Form.PRESENT else "past"
