"""Help: what one state gives another, as the noun phrase with its quantity («12 ton dərman», «dərman dəstəyi»).

The phrase stands before a verb of giving, or behind it where that is a participle («göndərdiyi 12 ton dərman»).
"""

from __future__ import annotations

from functools import cache, lru_cache

from korpu.languages.az.morphology import Features, analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Phrase, Sentence, quotation_before
from korpu.languages.az.predicates import Predicate, read_predicate
from korpu.languages.az.units import BARE
from korpu.languages.az.verbs import RELATIVE
from korpu.languages.az.words import FOLDER, is_passive
from korpu.lexicon import read_table

_GIFTS = frozenset({"aid", "gift"})
_GIVING = frozenset({"give", "send", "deliver", "allocate", "grant", "present", "promise"}) | _GIFTS
_SUPPORT = frozenset({"support"})
_COMING = frozenset({"arrive"})
"""What help itself does («yardım gəlib», «yola düşüb»)."""
_OF_NOUN = frozenset({"aid"}) | _SUPPORT
"""What a light verb's noun says, which is what is given («yardım edib», «maliyyə dəstəyini göstərib»)."""
_NOUNS = frozenset({"help", "goods", "weak"})
_HELP = frozenset({"help"})
_PARTICLES = frozenset(fold("da də isə").split())
_JOINTS = frozenset(fold("və , habelə").split()) | {","}
_STOPS = frozenset(
    fold(
        "isə da də ki üçün ilə bu həmin hər daha artıq həmçinin eləcə dəfələrlə birgə birlikdə tərəfindən olaraq "
        "bir-birinə ona onlara sonra qarşı görə kimi ümumilikdə indiyədək hesabına"
    ).split()
)
_BOUNDS = frozenset(fold("yaxın qədər artıq çox az").split())
_APART = frozenset(
    {"state", "pointer", "person", "place", "date", "verb", "pair", "mission", "organisation", "people"}
)
_MEASURES = frozenset(
    fold("məbləğində həcmində dəyərində miqdarında məbləğdə həcmdə dəyərdə miqdarda sayda").split()
)
_CASE_ENDINGS = ("lara", "lərə", "yə", "ya", "inə", "ina", "una", "ünə", "dan", "dən", "nda", "ndə")
_TO_DO = ("masina", "məsinə", "malarina", "mələrinə")
"""Behind these, help is with doing something and to nobody («açılmasına kömək edib»)."""
_LONGEST = 9


@cache
def _words() -> dict[str, str]:
    """The folded words of help and goods, and which part of the phrase each is."""
    return {fold(row["word"]): row["part"] for row in read_table(FOLDER, "help")}


@lru_cache(maxsize=8192)
def _part(key: str) -> str:
    """Which part of the phrase a word may be, in whatever form; empty for other words."""
    found = {_words()[f.stem] for f in analyse(key) if f.stem in _words()}
    return next((part for part in ("help", "weak", "goods", "modifier") if part in found), "")


def is_of_help(key: str) -> bool:
    """Return whether the word is one of goods or help, or modifies such («maliyyə», «kitab»)."""
    return bool(_part(key))


def is_help(key: str) -> bool:
    """Return whether the word is one of help or goods by itself («yardım», «kitab»), no mere modifier («humanitar»)."""
    return _part(key) in _NOUNS


def compose_help(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with what is given at each verb of giving, in place of the words that it is made of."""
    owner = {index: phrase for phrase in phrases for index in range(phrase.first, phrase.last + 1)}
    for verb in phrases:
        if verb.type != "verb":
            continue
        predicate = read_predicate(sentence, verb, 0)
        means = set(predicate.concepts) & (_GIVING | _SUPPORT | _COMING)
        if "deport" in predicate.concepts and (before := owner.get(verb.first - 1)) and _is_money(before):
            means = {"give"}  # «1 milyon dollar köçürüb»
        if not means and _helps(sentence, predicate):
            means = {"aid"}
        passive = is_passive(sentence.key(verb.last)) or bool(means & _COMING)
        concept = "help help_received" if passive else "help"
        for first, last in _given(sentence, owner, predicate, means):
            inner = [p for p in phrases if first <= p.first and p.last <= last]
            help_ = Phrase(first, last, "help", _name(sentence, first, last), (BARE,), concept)
            others = [_in_its_parts(sentence, p, verb, owner) for p in phrases if p not in inner]
            phrases = sorted([*others, help_], key=lambda phrase: phrase.first)
    return phrases


def _in_its_parts(sentence: Sentence, phrase: Phrase, verb: Phrase, owner: dict[int, Phrase]) -> Phrase:
    """«Latviyanın su basmış rayonlarına», «Malta büdcəsi üçün», «litvalı fermerlərə»: the state with the case of what is its own or its people's."""
    bare = phrase.features.case == "Nom" and not (phrase.features.plural or phrase.features.attributive)
    near = bare and phrase.type in ("people", "state")
    if phrase.last > verb.first or not (
        near or (phrase.type in ("state", "pointer", "place") and phrase.is_owner)
    ):
        return phrase
    counted = owner.get(phrase.last + 1)
    before = counted.last if counted and counted.type == "amount" else phrase.last
    farthest = before + (2 if near else 5)  # «Maltanın 40-a yaxın kəndinə»
    if near and phrase.type == "state" and sentence.key(phrase.last + 1) in _OF_STATES:
        farthest += 1
    for index in range(before + 1, min(farthest, verb.first)):
        key = sentence.key(index)
        here = owner.get(index)
        later = owner.get(index + 1)
        if later and later.type == "verb" and later.first < verb.first:
            return phrase  # what another verb is done to
        if key in _STOPS or not sentence.tokens[index].is_word or (here and here.type in _APART):
            return phrase
        if sentence.key(index + 1) == _FOR and _is_its(key):
            return phrase._replace(readings=(Features("Dat"),))
        for found in analyse(key):
            features, stem = found.features, found.stem
            if phrase.type == "people" and features == _TO_SEVERAL and _part(key) not in _NOUNS:
                return phrase._replace(readings=(Features("Dat"),))
            if (
                features.case in ("Dat", "Acc")
                and features.possessor == "3"
                and len(stem) > 3
                and _part(key) not in _NOUNS
            ):
                return phrase._replace(readings=(Features(features.case),))
    return phrase


_TO_SEVERAL = Features("Dat", plural=True)
_FOR = fold("üçün")
_OF_STATES = frozenset(fold("dövlət silahlı hərbi müdafiə səhiyyə sərhəd təhlükəsizlik xalq").split())


def _is_its(key: str) -> bool:
    """Whether the word is what someone has, in no case («büdcəsi», «bölgəsi»)."""
    return len(key) > 4 and any(
        found.features.possessor == "3" and found.features.case == "Nom" and len(found.stem) > 3
        for found in analyse(key)
    )


def _given(
    sentence: Sentence, owner: dict[int, Phrase], predicate: Predicate, means: set[str]
) -> list[tuple[int, int]]:
    """The tokens of what is given at a verb of such meanings; of each fact that «isə» sets against it, too."""
    verb, found = predicate.phrase, None
    if not means:
        supplied = _supplied(sentence, predicate) if "supply" in predicate.concepts else None
        return [supplied] if supplied else []
    if predicate.form.form in RELATIVE:
        found = _behind(sentence, owner, verb.last + 1)
        if found and means & _COMING and _part(sentence.key(found[1])) != "help":
            found = None  # «gələn təyyarə»
    of_noun = means & _OF_NOUN and not (
        _part(sentence.key(verb.first - 1)) and predicate.first < verb.first - 1
    )
    end = predicate.first if of_noun else verb.first - 1 if means & _OF_NOUN else predicate.first - 1
    if of_noun and sentence.key(end - 1) == "ilə" and _amount_before(sentence, owner, end - 2) is not None:
        end -= 2  # «5 min çadır ilə kömək edib»
    end = _before_manner(sentence, end)
    part = _part(sentence.key(end))
    if means & _SUPPORT and part != "weak":
        return [found] if found else []
    if not means & _COMING or (part == "help" and _is_bare(sentence.key(end))):
        found = found or _before(sentence, owner, end, bool(means & _GIFTS))
    if not found and not means & _SUPPORT:
        found = _farther(sentence, owner, end, _HELP if means & _COMING else _NOUNS)
    if not found or sentence.key(found[0] - 1).endswith(_TO_DO):
        return []
    told = [found]
    while against := _set_against(sentence, owner, told[-1][0]):
        told += against
    return told


def _supplied(sentence: Sentence, predicate: Predicate) -> tuple[int, int] | None:
    """«… pulsuz yanacaqla təmin edib»: goods that are given for nothing; others are sold."""
    end = _before_manner(sentence, predicate.first - 1)
    free = end < predicate.first - 1 or sentence.key(end - 1) in _FREELY
    goods = {f.features.case for f in analyse(sentence.key(end)) if f.stem in _words()}
    if not free or "Ins" not in goods:
        return None
    counted = sentence.tokens[end - 2].text.isdigit()
    return (end - 2 if counted else end - (sentence.key(end - 1) in _FREELY)), end


def _is_bare(key: str) -> bool:
    """Whether a word of help is what comes, and not whereto («köməyinə gəlib»)."""
    return any(f.features.case == "Nom" for f in analyse(key) if f.stem in _words())


def _before_manner(sentence: Sentence, end: int) -> int:
    """The token before the words that say how it is given («təmənnasız», «yardım kimi»)."""
    while end > 1:
        if sentence.key(end) in _FREELY:
            end -= 1
        elif sentence.key(end) in _AS and _part(sentence.key(end - 1)) == "help":
            end -= 2
        else:
            break
    return end


_FREELY = frozenset(fold("təmənnasız ödənişsiz pulsuz əvəzsiz qarşılıqsız").split())
_AS = frozenset(fold("kimi olaraq şəklində qismində məqsədilə").split())


def _farther(
    sentence: Sentence, owner: dict[int, Phrase], end: int, parts: frozenset[str]
) -> tuple[int, int] | None:
    """What is given where from or whereto stands between it and the verb («humanitar yük Bakıdan … göndərilib»)."""
    for index in range(end - 1, max(-1, end - _LONGEST), -1):
        phrase, key = owner.get(index), sentence.key(index)
        if (phrase and phrase.type == "verb") or key in _CUTS:
            return None
        after = owner.get(index + 1)
        ends = (after and after.type in _WHENCE and after.first == index + 1) or _is_name(sentence, index + 1)
        if not ends or (phrase and phrase.type in _APART) or _part(key) not in parts:
            continue
        cases = {f.features.case for f in analyse(key) if f.stem in _words()}
        return _before(sentence, owner, index, False) if cases & {"Nom", "Acc"} else None
    return None


_WHENCE = frozenset({"state", "place", "pointer", "people", "date"})
_CUTS = frozenset({"ki", ";", ":", "isə", "və"})


def _is_name(sentence: Sentence, index: int) -> bool:
    return index < len(sentence.tokens) and sentence.tokens[index].is_word and sentence.tokens[index].capital


def _set_against(sentence: Sentence, owner: dict[int, Phrase], first: int) -> list[tuple[int, int]]:
    """What others gave, told before («A 3 ton un, B isə 5 çadır göndərib»): it ends at the mark before «B»."""
    index, against = first - 1, False
    while index > 0:
        phrase, key = owner.get(index), sentence.key(index)
        if phrase and phrase.type in _WHENCE:
            index = phrase.first - 1
            continue
        if key in (",", "və") and (against or _gives_too(sentence, owner, index + 1, first)):
            found = _before(sentence, owner, index - 1, False)
            return [found] if found else []
        if key not in _PARTICLES:
            return []
        against = against or key == "isə"
        index -= 1
    return []


def _gives_too(sentence: Sentence, owner: dict[int, Phrase], at: int, first: int) -> bool:
    """Whether a state that gives, and nothing else, stands between the mark and what is given («A 3 çadır, B 5 ton un»)."""
    giver = owner.get(at)
    bare = giver is not None and giver.type == "state" and giver.features.case == "Nom"
    return bare and giver is not None and giver.last == first - 1


def _helps(sentence: Sentence, predicate: Predicate) -> bool:
    """«etdiyi yardım», «göstərdiyi humanitar kömək»: a light verb as a participle before what it is made with."""
    if predicate.form.form not in RELATIVE or not {"do", "show"} & set(predicate.concepts):
        return False
    first = predicate.phrase.last + 1
    for index in range(first, min(len(sentence.tokens), first + _LONGEST)):
        part, key = _part(sentence.key(index)), sentence.key(index)
        if part == "help" or (part == "weak" and _part(sentence.key(index - 1)) == "modifier"):
            return True
        if not sentence.tokens[index].is_word or key in _STOPS:
            return False
    return False


def _name(sentence: Sentence, first: int, last: int) -> str:
    """The words in dictionary form («maliyyə dəstəyini» → «maliyyə dəstəyi», «yardımın» → «yardım»)."""
    token, text = sentence.tokens[last], sentence.words(first, last)
    found = [f for f in analyse(token.key) if f.stem in _words()]
    if any(f.features.case == "Acc" and f.features.possessor == "3" for f in found):
        return text[:-2]
    bare = next((f.stem for f in found if f.features.case in _DECLINED and not f.features.possessor), "")
    counted = sentence.tokens[last - 1].text.isdigit() or sentence.key(last - 1) in _UNITS
    named = any(f.features.case == "Nom" for f in found if not (counted and f.features.possessor))
    if not bare or named or not token.key.startswith(bare[:-1]):
        return text
    stem = token.text[: len(bare)] if token.key.startswith(bare) else token.text[: len(bare) - 1] + bare[-1]
    return text[: len(text) - len(token.text)] + stem


_UNITS = frozenset(fold("ton min milyon ədəd kq kiloqram litr dəst qutu").split())
_DECLINED = frozenset({"Gen", "Dat", "Acc", "Ins", "Abl"})


def _before(sentence: Sentence, owner: dict[int, Phrase], end: int, is_gift: bool) -> tuple[int, int] | None:
    """The tokens of what is given, which ends at `end`."""
    while end > 0 and sentence.key(end) in _PARTICLES:
        end -= 1
    last = owner.get(end)
    if last and last.type == "amount":
        return (last.first, end) if _is_money(last) else None
    if last and last.type in _APART:
        return None
    if sentence.key(end - 1) in _MEASURES and sentence.key(end - 2) == "eyni":
        return end - 2, end
    amount = _amount_before(sentence, owner, end)
    known = _part(sentence.key(end)) in _NOUNS
    if amount is not None and (known or is_gift):
        return _first_of_list(sentence, owner, amount), end
    first = _made_of(sentence, owner, _first_of_words(sentence, owner, end))
    return (first, end) if known and not _is_weak(sentence, owner, first, end) else None


def _made_of(sentence: Sentence, owner: dict[int, Phrase], first: int) -> int:
    """Where it begins what the load consists of («elektrik avadanlıqlarından ibarət növbəti yük»)."""
    at = first - 1 - (sentence.key(first - 1) in _FURTHER)
    if sentence.key(at) != _CONSISTING or not _part(sentence.key(at - 1)):
        return first
    amount = _amount_before(sentence, owner, at - 1)
    if amount is not None:
        return _first_of_list(sentence, owner, amount)
    return _first_of_words(sentence, owner, at - 1)


_CONSISTING = fold("ibarət")
_FURTHER = frozenset(fold("növbəti yeni ilk ikinci üçüncü sonuncu").split())


def _is_weak(sentence: Sentence, owner: dict[int, Phrase], first: int, last: int) -> bool:
    """Whether nothing says what it is that is given («dəstək», «vəsait» alone)."""
    counted = any((p := owner.get(index)) and p.type == "amount" for index in range(first, last + 1))
    return not counted and all(_part(sentence.key(index)) == "weak" for index in range(first, last + 1))


def _is_money(amount: Phrase) -> bool:
    """Whether it is a sum that can be given: not «1 milyard dollara», to which something is brought."""
    if amount.type != "amount":
        return False
    unit = getattr(amount.data, "unit", None) or ""
    given = getattr(amount.data, "case", None) in (None, "accusative")
    return given and len(unit) == 3 and unit.isupper()


def _amount_before(sentence: Sentence, owner: dict[int, Phrase], end: int) -> int | None:
    """Where the quantity of a noun begins; None where it has none."""
    quoted = quotation_before(sentence, end - 1)
    end = quoted[0] if quoted else end  # «8 ədəd “Umka” traktoru»
    for index in range(end - 1, max(-1, end - _LONGEST), -1):
        phrase, key = owner.get(index), sentence.key(index)
        if phrase and phrase.type == "amount":
            return phrase.first
        if phrase and phrase.type in _APART:
            return None
        is_word = key.isalnum()  # «4 ədəd M5 haubitsası»
        if (key in _STOPS and key not in _BOUNDS) or (not is_word and key != ","):
            return None
        bounded = sentence.key(index + 1) in _BOUNDS or key in _MEASURES
        if key.endswith(_CASE_ENDINGS) and len(key) > 4 and not bounded and not _part(key):
            return None
    return None


def _first_of_list(sentence: Sentence, owner: dict[int, Phrase], first: int) -> int:
    """«60 çadır və 15 yurta»: a quantity of something else may stand before."""
    while sentence.key(first - 1) in _JOINTS:
        before = _amount_before(sentence, owner, first - 1)
        if before is None:
            return first
        first = before
    return first


def _first_of_words(sentence: Sentence, owner: dict[int, Phrase], end: int) -> int:
    """«humanitar yük», «ərzaq və dərman»: known words only belong to it, where no quantity is said."""
    first = end
    while first > 0:
        at = first - 1
        if sentence.key(at) in _JOINTS and _part(sentence.key(at - 1)) == "goods":
            at -= 1
        phrase = owner.get(at)
        if not _part(sentence.key(at)) or (phrase and phrase.type in _APART):
            break
        first = at
    return first


def _behind(sentence: Sentence, owner: dict[int, Phrase], first: int) -> tuple[int, int] | None:
    """The tokens of what is given, which begins at `first`, up to its last known word."""
    last = None
    for index in range(first, min(len(sentence.tokens), first + _LONGEST)):
        phrase, key = owner.get(index), sentence.key(index)
        if (phrase and phrase.type in _APART) or (key in _STOPS and key not in _BOUNDS):
            break
        if _part(key) in _NOUNS:
            last = index
        elif last is not None and key not in _JOINTS:
            break
    return (first, last) if last is not None and not _is_weak(sentence, owner, first, last) else None
