"""Heads of mission named behind the verb or before it: «ilk səfir X olub», «X Litvada səfirimizdir»."""

from __future__ import annotations

from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Phrase, Sentence

_PASSED_OVER = frozenset({"date", "verb", "place", "amount"})
_POST = frozenset(
    fold("vəzifəsinə vəzifəsini vəzifəsində vəzifəsindən vəzifəsi postuna postunda postundan").split()
)
_AS = frozenset(fold("kimi qismində rütbəsində statusunda simasında").split())
"""«səfir kimi»: who is so is named before."""
_LONGEST_GAP = 14


def equate_heads(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with the name on each head of mission that the sentence says is so called.

    «Y-dakı səfiri 2020-ci ildən X-dir», «ilk səfir X olub», «səfir vəzifəsini X icra edir», «O, səfirimizdir».
    """
    equated = list(phrases)
    for index, head in enumerate(phrases):
        if head.type != "person":
            continue
        if "mission_head" not in head.attributes and not _is_list(sentence, phrases, index):
            continue
        if head.value:
            if _is(sentence, phrases, index) or _was(sentence, head):
                dated = {"was": "yes"} if _is_dated(phrases, index) else {}
                equated[index] = head._replace(attributes={**head.attributes, "equated": "yes", **dated})
            continue
        listed = _listed(sentence, phrases, index)
        if listed:
            post = {name: said for name, said in head.attributes.items() if name != "plural"}
            for at in listed:
                attributes = {**post, **equated[at].attributes, "mission_head": "yes", "served": "yes"}
                equated[at] = equated[at]._replace(attributes=attributes)
            continue
        if "mission_head" not in head.attributes:
            continue
        ways = [_holder_before, _holder_behind]
        if sentence.key(head.last + 1) in _POST:  # «səfir vəzifəsini X icra edir» names him behind
            ways.reverse()
        holder = next((found for way in ways if (found := way(sentence, phrases, index))), None)
        if holder is not None:
            attributes = {**head.attributes, "equated": "yes"}
            if holder.type == "it":
                attributes["he"] = "yes"
            equated[index] = head._replace(
                value=holder.value if holder.type == "person" else "", attributes=attributes
            )
        elif (named := _in_apposition(sentence, phrases, index)) is not None:
            attributes = {
                **head.attributes,
                **({"served": "yes"} if _has_years(sentence, phrases, index) else {}),
            }
            equated[index] = head._replace(value=named.value, attributes=attributes)
        elif sentence.key(head.last + 1) in _AS:
            equated[index] = _as_head(head)
        elif _is_of_someone(sentence, phrases, index):
            attributes = {name: said for name, said in head.attributes.items() if name != "mission_head"}
            equated[index] = head._replace(attributes=attributes)
    return _with_post(_with_others(sentence, equated))


def _as_head(head: Phrase) -> Phrase:
    """What someone is who is told of elsewhere («B-də səfir kimi A, sonra C …»)."""
    attributes = {name: said for name, said in head.attributes.items() if name != "mission_head"}
    return head._replace(type="theme", concept="as_head", attributes=attributes)


def _with_post(phrases: list[Phrase]) -> list[Phrase]:
    """The phrases with the only post that the sentence told of before on «bu vəzifə»."""
    for index, phrase in enumerate(phrases):
        if phrase.concept != "post":
            continue
        told = [p.attributes for p in phrases[:index] if p.attributes.keys() >= {"sender", "host", "office"}]
        posts = {tuple(said[name] for name in _POST_NAMES) for said in told}
        if len(posts) == 1:
            said = dict(zip(_POST_NAMES, posts.pop(), strict=True))
            phrases[index] = phrase._replace(attributes={**phrase.attributes, **said})
    return phrases


_POST_NAMES = ("office", "sender", "host")


def _is_of_someone(sentence: Sentence, phrases: list[Phrase], index: int) -> bool:
    """Whether it is said who is or is not one, but not here: «səfiri olub», «səfiri yoxdur», «səfiri postunda çalışır»."""
    behind = sentence.key(phrases[index].last + 1)
    return behind in _POST or behind.startswith("yox") or _is(sentence, phrases, index)


_OTHERS = frozenset(fold("sələfi xələfi selefi xelefi").split())


def _with_others(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """The phrases with the post of a head of mission on who held it before or holds it after him («X-in sələfi Y»)."""
    for index in range(1, len(phrases)):
        head, other = phrases[index - 1], phrases[index]
        if other.type != "person" or not other.value or "office" in other.attributes or not head.is_owner:
            continue
        if "mission_head" in head.attributes and tuple(sentence.between(head, other)) in _BETWEEN_OTHERS:
            post = {name: head.attributes[name] for name in _POST_SAYS if name in head.attributes}
            phrases[index] = other._replace(attributes={**post, **other.attributes, "mission_head": "yes"})
    return phrases


_BETWEEN_OTHERS = frozenset((word,) for word in _OTHERS)
_POST_SAYS = ("office", "mission", "sender", "host", "state")


def _listed(sentence: Sentence, phrases: list[Phrase], index: int) -> list[int]:
    """The persons behind an office, each with his years: «səfir vəzifəsində A (1994–2000), B (2000–2008) olub»."""
    found: list[int] = []
    for at in range(index + 1, len(phrases) - 1):
        phrase, after = phrases[at], phrases[at + 1]
        if (
            phrase.type == "person"
            and phrase.value
            and after.type == "date"
            and after.first == phrase.last + 2
            and sentence.key(phrase.last + 1) == "("
        ):
            found.append(at)
    alone = sentence.key(phrases[index].last + 1) in _AS  # «səfir kimi A (1994–2000) çalışıb»
    return found if len(found) > 1 or alone else []


def _is_list(sentence: Sentence, phrases: list[Phrase], index: int) -> bool:
    """Whether a colon behind heads of one mission announces who they are («Y-dakı səfirləri …: A (1994–2000), …»)."""
    head = phrases[index]
    named = next((p for p in phrases[index + 1 :] if p.type == "person"), None)
    placed = "plural" in head.attributes and head.attributes.keys() & {"sender", "host"}
    return bool(placed and named and not head.value and ":" in sentence.between(head, named)[:8])


def _holder_before(sentence: Sentence, phrases: list[Phrase], index: int) -> Phrase | None:
    """«X … səfirdir»: the subject of a copula or of «to be»."""
    head = phrases[index]
    copula = any(reading.copula for reading in head.readings)
    behind = sentence.key(head.last + 1)
    if not copula and behind not in _AS | _POST and not _is(sentence, phrases, index):
        return None
    for phrase in reversed(phrases[:index]):
        if phrase.type == "it" and phrase.features.case == "Nom":
            return _whom_he_is(sentence, phrases, phrase) or phrase
        if phrase.type == "person":
            held = ("Nom", "Acc") if behind in _POST else ("Nom",)  # «X-i səfir vəzifəsindən geri çağırıb»
            return phrase if phrase.value and phrase.features.case in held else None
        ended = phrase.type == "verb" and sentence.key(phrase.last + 1) in (",", ";")
        if ended or phrase.type not in (*_PASSED_OVER, "state", "pointer"):
            return None
    return None


def _whom_he_is(sentence: Sentence, phrases: list[Phrase], pronoun: Phrase) -> Phrase | None:
    """The only person of whom the sentence tells before «o» («X səfirdir; o, eyni zamanda …»), where none is quoted."""
    before = [p for p in phrases if p.last < pronoun.first and p.type == "person" and p.value]
    told = {p.value for p in before}
    quoted = any(sentence.key(at) == "ki" for at in range(pronoun.first))
    return before[0] if len(told) == 1 and before[0].features.case == "Nom" and not quoted else None


_MARKS = frozenset({"-", "–", "—", ":"})
_ENDS = frozenset({",", ")", ";", "-", "–", "—", "", ".", "da", "də", "isə"})


def _in_apposition(sentence: Sentence, phrases: list[Phrase], index: int) -> Phrase | None:
    """The person named right beside an office: «(fəxri konsul – X)», «X (Y-nin Z-dəki səfiri)», «X, Y-nin səfiri,»."""
    head = phrases[index]
    before = phrases[index - 1] if index else None
    after = phrases[index + 1] if index + 1 < len(phrases) else None
    if after and _is_bare_name(after) and after.first == head.last + 2 and head.features.case == "Nom":
        named = sentence.key(head.last + 1) in _MARKS and sentence.key(after.last + 1) in _ENDS
        return after if named else None
    if before and _is_bare_name(before) and before.first < head.first == before.last + 2:
        opens, ends = sentence.key(head.first - 1), sentence.key(head.last + 1)
        placed = head.attributes.keys() & {"sender", "host"}
        return before if placed and (opens, ends) in (("(", ")"), (",", ",")) else None
    return None


def _is_bare_name(phrase: Phrase) -> bool:
    named = phrase.type == "person" and bool(phrase.value) and phrase.features.case == "Nom"
    return named and not phrase.attributes.keys() & {"office", "mission_head"}


def _has_years(sentence: Sentence, phrases: list[Phrase], index: int) -> bool:
    """Whether all that stands before a name and its office is from when until when («1996–2001 – X (… səfiri)»)."""
    dated = index == 2 and phrases[0].type == "date" and phrases[0].first <= 1
    return dated and sentence.key(phrases[0].last + 1) in _MARKS


def _is(sentence: Sentence, phrases: list[Phrase], index: int) -> bool:
    """Whether a form of «to be» or «to work» stands right behind the phrase."""
    head = phrases[index]
    after = phrases[index + 1] if index + 1 < len(phrases) else None
    return after is not None and after.type == "verb" and after.first == head.last + 1 and _links(after)


def _links(verb: Phrase) -> bool:
    unit = verb.unit
    return unit is not None and any(
        found.concept in ("be", "operate") and not found.noun for found in unit.verbs
    )


def _holder_behind(sentence: Sentence, phrases: list[Phrase], index: int) -> Phrase | None:
    """«səfiri X-dir», «ilk səfir X olub», «səfir vəzifəsinə X təyin olunub»: the next person named."""
    head = phrases[index]
    post = sentence.key(head.last + 1) in _POST
    if not post and (head.features.case != "Nom" or head.features.copula):
        return None
    for at in range(index + 1, len(phrases)):
        phrase = phrases[at]
        if post and phrase.first == head.last + 1:
            continue
        if phrase.first - head.last > _LONGEST_GAP or {";", "ki", "və"} & set(sentence.between(head, phrase)):
            return None
        if phrase.type == "person":
            named = phrase.value and "mission_head" not in phrase.attributes and phrase.features.case == "Nom"
            if not named or "," in sentence.between(head, phrase):
                return None
            said = phrase.features.copula or post or _is(sentence, phrases, at) or _was(sentence, phrase)
            said = said or _is_made(phrases[at + 1 : at + 2]) or _shares_copula(sentence, phrases, at)
            return phrase if said else None
        if phrase.type not in _PASSED_OVER:
            return None
    return None


def _shares_copula(sentence: Sentence, phrases: list[Phrase], at: int) -> bool:
    """Whether the copula stands behind the last of several («A-nın səfiri 2021-ci ildən X, B-nin səfiri Y-dir»)."""
    following = phrases[at + 1 : at + 3]
    joined = bool(following) and sentence.between(phrases[at], following[0])[:1] in ([","], ["və"])
    heads = [p for p in following if p.type == "person" and "mission_head" in p.attributes]
    last = following[-1] if following else None
    return joined and bool(heads) and last is not None and last.type == "person" and last.features.copula


def _is_made(behind: list[Phrase]) -> bool:
    """Whether a passive says that someone is appointed («yeni baş konsul isə X təyin edilib»)."""
    verbs = behind[0].unit.verbs if behind and behind[0].unit else ()
    return any(verb.concept == "appoint" and not verb.active for verb in verbs)


def _is_dated(phrases: list[Phrase], index: int) -> bool:
    """Whether a date stands right before a head who is so called with «to be», or he opens the sentence.

    «2021-ci ildə Y-dəki səfiri X olub» says when he was it; «mayın 5-də qonaq Y-dəki səfiri X idi» does not.
    """
    head, before = phrases[index], phrases[index - 1] if index else None
    beside = before is not None and before.type == "date" and before.last + 1 == head.first
    return beside or head.first == 0


def _was(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.key(phrase.last + 1) in ("idi", "imiş")
