"""Predicates: which verb stands there, in which form, and where it ends a clause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import QUOTES, Phrase, Sentence
from korpu.languages.az.units import BARE
from korpu.languages.az.verbs import FINITE, Form, VerbForm
from korpu.languages.az.words import Verb, words

_CONJUNCTIONS = frozenset(
    {"və", "ki", "lakin", "amma", "ancaq", "habelə", "həmçinin", "isə", "çünki", "eləcə", "o", "həm"}
)
_LINKS = ("ol", "be")
NOMINAL = frozenset({Form.DOING, Form.DONE, Form.WILL})


class Predicate(NamedTuple):
    """A verb in its sentence.

    Attributes:
        phrase: the verb's phrase.
        concepts: what it means, the light verb's noun taken into account; empty for other verbs.
        form: what its ending makes of it here.
        first: the token where it begins, its noun included.
        active: whether what it is done to is its object (it has a passive beside it).
    """

    phrase: Phrase
    concepts: tuple[str, ...]
    form: VerbForm
    first: int
    active: bool = False

    @property
    def is_finite(self) -> bool:
        """Whether it ends a sentence or a coordinate clause."""
        return self.form.form in FINITE or self.form.form is Form.IF

    @property
    def is_of_doer(self) -> bool:
        """Whether a genitive before it is who does it («səfirliyin açdığı sərgi»)."""
        return self.active and self.form.form in (Form.DONE, Form.WILL)


def read_predicate(sentence: Sentence, phrase: Phrase, since: int) -> Predicate:
    """Return the predicate that a verb makes, its noun looked for among the tokens from `since` on."""
    begin = max(since, phrase.first - _REACH)
    key = (id(phrase.unit), phrase.first, begin)
    known = sentence.memory.get(key)
    if not isinstance(known, Predicate):
        known = sentence.memory[key] = _read(sentence, phrase, begin)
    return known


def _read(sentence: Sentence, phrase: Phrase, begin: int) -> Predicate:
    verbs = phrase.unit.verbs if phrase.unit else ()
    if any(verb.concept == "can" for verb in verbs):
        verbs = (*verbs, *_managed(sentence, phrase))
    concepts: list[str] = []
    first = phrase.first
    nearest, active = (-1, 0), False
    before = _without_brackets([token.key for token in sentence.tokens[begin : phrase.first]])
    for verb in verbs:
        if verb.noun:
            at = _find_noun(before, verb.noun, begin) if verb.noun[0] in before else None
            if at is None or sentence.key(at + len(verb.noun)) in _ASIDE:
                continue
            # «səfər zamanı … hədiyyə edib»: the noun that stands nearest is the verb's.
            end = (at + len(verb.noun), len(verb.noun))
            if end > nearest:
                concepts, first, active, nearest = [verb.concept], at, verb.active, end
        elif first == phrase.first and verb.concept:
            concepts.append(verb.concept)
            active = active or verb.active
    form = _form(sentence, phrase)
    if form.negative and form.form is Form.PARTICIPLE and concepts == ["be"]:  # «əlaqələri olmayan A və B»
        concepts, form = ["absent"], form._replace(negative=False)
    return Predicate(phrase, tuple(dict.fromkeys(concepts)), form, first, active)


def _without_brackets(keys: list[str]) -> list[str]:
    """The folded words, empty where they stand in closed brackets: a verb's noun is none of them."""
    opening = -1
    for index, key in enumerate(keys):
        if key == "(":
            opening = index
        elif key == ")" and opening >= 0:
            keys[opening : index + 1] = [""] * (index + 1 - opening)
            opening = -1
    return keys


def _managed(sentence: Sentence, phrase: Phrase) -> tuple[Verb, ...]:
    """The verbs before «bil-» that someone is told to have managed or not («təqdim edə bilməyib»)."""
    key = sentence.key(phrase.first - 1)
    if key[-1:] not in ("a", "ə") or not any(form.form in _TOLD for form in phrase.forms):
        return ()
    return tuple(words().verbs.get(key[:-1].removesuffix("y"), ()))


_TOLD = frozenset({Form.PAST, Form.PERFECT})
_ASIDE = frozenset(fold("zamanı əsnasında çərçivəsində barədə haqqında ərəfəsində günü vaxtı").split())
"""Behind these a noun says when or of what, and is no verb's («söhbət zamanı … təşəkkür edib»)."""
_REACH = 20
"""The tokens before a light verb among which its noun is looked for («işə … bundan yeddi il sonra … başlayıb»)."""


def _find_noun(before: list[str], noun: tuple[str, ...], begin: int) -> int | None:
    """The token at which the noun last stands among the folded words that begin at token `begin`."""
    for start in range(len(before) - len(noun), -1, -1):
        if tuple(before[start : start + len(noun)]) == noun:
            return begin + start
    rest = noun[1:]  # «işini 2002-ci ildə bərpa etdi»
    if rest and tuple(before[-len(rest) :]) == rest:
        return begin + len(before) - len(rest)
    return None


def _form(sentence: Sentence, phrase: Phrase) -> VerbForm:
    """The form that fits what follows: a finite one before a mark or a conjunction, a participle before a noun."""
    forms = phrase.forms
    after = sentence.key(phrase.last + 1)
    closes = not _opens(sentence, phrase.last + 1) and (
        not after or not after[0].isalnum() or after in _CONJUNCTIONS
    )
    wanted = _CLOSING_ORDER if closes else _OPEN_ORDER
    form = min(forms, key=lambda form: wanted.index(form.form) if form.form in wanted else len(wanted))
    return form._replace(remote=True) if after in ("idi", "imiş") else form


def _opens(sentence: Sentence, index: int) -> bool:
    """Whether a quotation begins there; a mark before «, - deyə» closes one."""
    words_behind = sentence.key(index + 1)[:1].isalnum()
    return sentence.key(index) == '"' and words_behind and not _is_inside(sentence, index - 1)


def _is_inside(sentence: Sentence, index: int) -> bool:
    """Whether the token stands in a quotation."""
    return sum(token.key == '"' for token in sentence.tokens[: index + 1]) % 2 == 1


_CLOSING_ORDER = (
    Form.PAST, Form.PERFECT, Form.PRESENT, Form.FUTURE, Form.MUST, Form.LET, Form.IF, Form.CAN, Form.CONVERB,
    Form.WHILE, Form.AFTER, Form.DOING, Form.DONE, Form.WILL, Form.PARTICIPLE,
)  # fmt: skip
_OPEN_ORDER = (
    Form.PAST, Form.PRESENT, Form.PARTICIPLE, Form.CONVERB, Form.PERFECT, Form.DOING, Form.WHILE, Form.AFTER,
    Form.DONE, Form.WILL, Form.FUTURE, Form.MUST, Form.LET, Form.IF,
)  # fmt: skip


def is_participle(sentence: Sentence, predicate: Predicate, after: Sequence[Phrase]) -> bool:
    """-An, -mIş, -AcAq, and -dIğI and -AcAğI with the doer's ending alone, before a noun."""
    form = predicate.form
    if form.form is Form.PARTICIPLE:
        return form.noun is None or form.noun.case == "Nom"
    if form.form not in (Form.WILL, Form.DONE) or form.noun is None:
        return False
    if form.noun == BARE:
        return form.form is Form.WILL
    modifies = any(
        f.form is form.form and f.noun and f.noun.case == "Nom" and f.noun.possessor
        for f in predicate.phrase.forms
    )
    behind = predicate.phrase.last + 1 + _opens(sentence, predicate.phrase.last + 1)
    if after and after[0].type == "verb" and after[0].first == behind:
        return False
    if after and after[0].first in (behind, behind + 1) and sentence.key(behind) in QUOTES:
        behind += 1  # «tikdiyi “Nur” məktəbi», «qoşulduğu “A” layihəsi»
    key = sentence.key(behind)
    return modifies and key[:1].isalnum() and key not in _AFTER_CLAUSES


def ends_nothing(sentence: Sentence, verb: Phrase) -> bool:
    """Return whether a verb's form is none here: a particle, «keçmiş sovet respublikaları», «13-nə keçən gecə»."""
    key, after = sentence.key(verb.last), sentence.key(verb.last + 1)
    if key == "keçmiş":
        return after[:1].isalpha() and after not in _CONJUNCTIONS
    return (key in _PARTICLES and after != "halda") or after == "gecə"


_PARTICLES = frozenset({"olaraq", "olmaqla", "olduğu"})
"""Forms of «to be» that only mean «as»: they end no clause."""

_AFTER_CLAUSES = frozenset(
    fold(
        "üçün kimi qədər halda haqda haqqında barədə barəsində təqdirdə zaman vaxt vaxtdan müddətdə andan gündən "
        "ildən sonra və də da isə nə əlavə bildirilir bildirilib qeyd"
    ).split()
)
"""Behind these, -dIğI ends a clause and modifies no noun («imzalandığı barədə»)."""


def ends_before(sentence: Sentence, predicate: Predicate | None) -> bool:
    """Return whether it tells since or after what the rest is («başlayandan bəri», «açıldıqdan sonra»): its date is its own."""
    return predicate is not None and sentence.key(predicate.phrase.last + 1) in ("bəri", "sonra")
