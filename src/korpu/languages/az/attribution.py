"""Attribution: who says what a sentence tells, and which words of it he says.

Each way of saying is a function that returns a `Saying` or None; they are asked in one order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from korpu.languages import Saying
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import DASHES, QUOTES, Phrase, Sentence
from korpu.languages.az.predicates import read_predicate
from korpu.languages.az.sayers import Sayer, find_sayers
from korpu.languages.az.sayings import SayVerb, find_say_verbs, starts_with, words_of
from korpu.languages.az.scenes import Scene, in_nominative, nearest, nearest_behind
from korpu.languages.az.verbs import FINITE, Form


def find_saying(sentence: Sentence, phrases: Sequence[Phrase]) -> Saying | None:
    """Return who says the sentence, None where it does not tell.

    «O bildirib ki», «X deyib», «X-in sözlərinə görə»; «bu sözləri X deyib» points back; the newsroom's own
    formulas («Qeyd edək ki») end whoever spoke.
    """
    if not sentence.tokens:
        return None
    scene = Scene(sentence, phrases, find_say_verbs(sentence), find_sayers(sentence, phrases))
    return next((saying for way in _WAYS if (saying := way(scene))), None)


def _newsroom(scene: Scene) -> Saying | None:
    """«Xatırladaq ki», «Onu da qeyd edək ki»: the newsroom speaks again."""
    formula = starts_with(scene.sentence, "off")
    return _saying(scene, None, 0, len(formula) - 1, "off") if formula else None


def _turn(scene: Scene) -> Saying | None:
    """«Sual:», «Cavab:», «Anar Nurlu:» before a turn of an interview, or before what someone says."""
    colon = next((i for i in range(1, min(6, scene.length)) if scene.key(i) == ":"), None)
    if colon is None:
        return None
    first = 1 if scene.key(0) in ("-", "–", "—", "-") else 0
    asker = words_of("question") | words_of("agency")
    if scene.key(first) in asker and colon == first + 1:
        return _saying(scene, None, 0, colon, "question", told=(colon + 1, scene.length))
    if scene.key(first) in words_of("answer") and colon == first + 1:
        return _saying(scene, None, 0, colon, "answer", told=(colon + 1, scene.length))
    for sayer in scene.sayers:
        if (
            sayer.last == colon - 1
            and sayer.first <= first + 1
            and "Nom" in sayer.cases
            and sayer.mention.type == "person"
            and sayer.mention.value
            and not sayer.mention.attributes.get("surname")
        ):
            return _saying(scene, sayer, 0, colon, "answer", told=(colon + 1, scene.length))
    return None


def _tag(scene: Scene) -> Saying | None:
    """«…”, – deyə X bildirib»: the words behind a quotation that say whose it is."""
    start = _tag_start(scene)
    if start is None:
        return None
    formula = any(scene.key(i) in ("deyə", "deyən") for i in range(start, min(start + 3, scene.length)))
    verb = next(
        (verb for verb in scene.verbs if verb.first >= start and verb.is_finite and not verb.passive), None
    )
    if verb is None and not formula:
        return None
    last = verb.first if verb else scene.length
    sayer = nearest(scene, start, last) or (nearest_behind(scene, verb.last + 1) if verb else None)
    told = (0, start)
    if sayer:
        return _saying(scene, sayer, start, scene.length - 1, "quote", told=told)
    links = words_of("link") | {"deyən", *QUOTES, *DASHES, ",", "."}
    goes_on = (
        verb is not None and not verb.many and all(scene.key(i) in links for i in range(start, verb.first))
    )
    return _saying(scene, None, start, scene.length - 1, "quote" if goes_on else "other", told=told)


def _tag_start(scene: Scene) -> int | None:
    """The token behind the quotation, None where none ends within the sentence and words of saying follow."""
    for index in range(scene.length - 1, 0, -1):
        if scene.key(index) in ("deyə", "deyən") and scene.key(index - 1) in (*DASHES, ",", *QUOTES):
            return index
        token = scene.sentence.tokens[index]
        if token.text not in QUOTES or not _closes(scene.sentence, index) or token.tail:
            continue
        after = index + 1
        while scene.key(after) in (",", ".", "!", "?"):
            after += 1
        if scene.key(after) in DASHES:
            return after + 1
        if after > index + 1 and index - _opening(scene, index) > 6 and scene.key(after) not in {"", *QUOTES}:
            return after
    return None


def _closes(sentence: Sentence, index: int) -> bool:
    at = sentence.tokens[index].start
    return sentence.tokens[index].text == "»" or (at > 0 and not sentence.text[at - 1].isspace())


def _opening(scene: Scene, closing: int) -> int:
    for index in range(closing - 1, -1, -1):
        if scene.key(index) in QUOTES and not _closes(scene.sentence, index):
            return index
    return -1


def _back(scene: Scene) -> Saying | None:
    """«Bu fikirləri X deyib», «Trend xəbər verir ki, bunu X bildirib», «Bu barədə … X-ə istinadən»."""
    verb = next((verb for verb in reversed(scene.verbs) if verb.is_finite), None)
    if verb is None or verb.type == "show" or scene.key(verb.last + 1) == "ki":
        return None
    at = next((i for i in range(verb.first) if starts_with(scene.sentence, "back", i)), None)
    if at is None or (at > 2 and not _begins_clause(scene, at) and scene.key(at + 1) not in _WORDS_SAID):
        return None
    source = _source(scene, at, verb.first)
    if source:
        holds = "source" if _is_referred(scene, source) else "before"
        return _saying(scene, source, at, verb.last, holds, told=(0, 0))
    sayer = _issuer(scene, verb) if verb.passive else nearest(scene, 0, verb.first)
    return _saying(scene, sayer, at, verb.last, "before", told=(0, 0)) if sayer else None


def _issuer(scene: Scene, verb: SayVerb) -> Sayer | None:
    """Who issued what something is told in («Bu barədə X-in yaydığı bəyanatda deyilir»)."""
    told_in = scene.key(verb.first - 1)
    if not told_in.endswith(("da", "də")) or not told_in.startswith(_STATEMENTS):
        return None
    owners = [s for s in scene.sayers if "Gen" in s.cases and 0 < verb.first - s.last <= _NEAR]
    named = [s for s in owners if s.mention.type == "body" or s.mention.value]
    return named[-1] if named else None


_STATEMENTS = tuple(fold("bəyanat məlumat açıqlama hesabat press-reliz xəbər məktub müraciət").split())
_NEAR = 5
_WORDS_SAID = frozenset({"sözləri", "fikirləri", "fikri"})


def _begins_clause(scene: Scene, at: int) -> bool:
    return scene.key(at - 1) in (",", "ki", ":", *DASHES)


def _source(scene: Scene, first: int, last: int) -> Sayer | None:
    """«X-dən məlumat verilib», «X-ə istinadən»: an institution that something is told from."""
    for sayer in reversed(scene.sayers):
        if sayer.first < first or sayer.last >= last:
            continue
        if "Abl" in sayer.cases and sayer.mention.type == "body":
            return sayer
        if _is_referred(scene, sayer):
            return sayer
    return None


def _is_referred(scene: Scene, sayer: Sayer) -> bool:
    return "Dat" in sayer.cases and scene.key(sayer.last + 1).startswith(("istinad", "əsaslan"))


_BY = ("görə", "əsasən", "kimi", "əsaslanaraq", "istinadən")
_ALONE = frozenset({"fikrincə", "rəyincə", "qənaətincə", "sözlərincə"})


def _view(scene: Scene) -> Saying | None:
    """«X-in sözlərinə görə», «X-in də söylədiyi kimi», «X-in hesabatında göstərilir ki»."""
    for sayer in scene.sayers:
        if _is_referred(scene, sayer):
            return _saying(scene, sayer, sayer.first, sayer.last + 1, "sentence")
        if "Dat" in sayer.cases and scene.key(sayer.last + 1) == "görə" and sayer.mention.type == "body":
            return _saying(scene, sayer, sayer.first, sayer.last + 1, "sentence")
        if not sayer.cases & {"Gen", "Abl"} or (sayer.cases == {"Abl"} and sayer.mention.type != "body"):
            continue
        last = _view_end(scene, sayer)
        if last is not None:
            return _saying(
                scene, sayer, _tag_from(scene, max(0, sayer.first - 12), sayer.first), last, "sentence"
            )
    return None


def _view_end(scene: Scene, sayer: Sayer) -> int | None:
    for index in range(sayer.last + 1, min(sayer.last + 8, scene.length)):
        key = scene.key(index)
        if key in (",", ";", ":", ".", "ki"):
            return None
        if any(
            other.first <= index <= other.last
            and "Gen" in other.cases
            and other.mention.value
            and not other.mention.attributes.get("surname")
            for other in scene.sayers
            if other is not sayer
        ):
            return None  # a nearer owner
        after = scene.key(index + 1)
        if key in words_of("view"):
            if key in _ALONE and "Gen" in sayer.cases:
                return index
            if after in _BY:
                return index + 1
            if key.endswith(("nda", "ndə")) and _is_told_in(scene, index):
                return index
        elif _is_said_noun(scene, index) and after in _BY:
            return index + 1
    return None


def _is_said_noun(scene: Scene, index: int) -> bool:
    return any(verb.last == index and verb.form is Form.DONE for verb in scene.verbs)


def _is_told_in(scene: Scene, index: int) -> bool:
    """«hesabatında göstərilir ki», «məlumatında deyilir»; with an active verb the speaker is its subject."""
    later = [verb for verb in scene.verbs if verb.first > index and verb.is_finite]
    return bool(later) and later[0].passive


def _active(scene: Scene) -> Saying | None:
    """«X bildirib ki», «X … olduğunu bildirib», «X deyib: “…»."""
    verbs = [verb for verb in scene.verbs if verb.is_finite and not verb.passive]
    verbs.sort(key=lambda verb: not _introduces(scene, verb))
    for verb in verbs:
        introduces = _introduces(scene, verb)
        since = _clause_start(scene, verb)
        if not introduces and not _has_content(scene, verb, since):
            continue
        source = _source(scene, since, verb.first) if verb.many else None
        sayer = source or _subject(scene, verb, since, introduces)
        goes_on = not verb.many and introduces and _only_links(scene, since, verb.first)
        if sayer is None and not goes_on:
            continue
        holds = "on" if _ends_open(scene, verb) else "sentence"
        told = (since, scene.length) if introduces else (since, verb.first)
        first, last = (sayer.first, sayer.last) if sayer else (verb.first, verb.last)
        if introduces:
            first, last = _tag_from(scene, since, min(first, verb.first)), verb.last
        return _saying(scene, sayer, first, last, holds, told=told)
    return None


def _tag_from(scene: Scene, since: int, sayer: int) -> int:
    """Where the words begin that name the speaker: his offices are theirs, what he is told to say before is not."""
    for index in range(sayer - 1, since - 1, -1):
        if _THAT.search(scene.key(index)) or scene.key(index) in (";", ":", "ki"):
            return index + 1
    return since


def _ends_open(scene: Scene, verb: SayVerb) -> bool:
    """«X məlumat verir:» at the end of its line: all that follows is X's."""
    return scene.key(verb.last + 1) == ":" and verb.last + 2 >= scene.length


def _introduces(scene: Scene, verb: SayVerb) -> bool:
    return scene.key(verb.last + 1) in ("ki", ":") or (
        scene.key(verb.last + 1) in (",", "-", "–") and scene.key(verb.last + 2) == "ki"
    )


def _clause_start(scene: Scene, verb: SayVerb) -> int:
    """The token behind the last finite verb before the verb of saying, its mark or «və» included."""
    start = 0
    for phrase in scene.phrases:
        if phrase.type != "verb" or phrase.last >= verb.first:
            continue
        after = scene.key(phrase.last + 1)
        if after not in (",", "və", ";", ":", "lakin", "amma") or any(
            v.first <= phrase.first <= v.last for v in scene.verbs
        ):
            continue
        if read_predicate(scene.sentence, phrase, 0).form.form in FINITE:
            start = phrase.last + 2
    for index in range(start, verb.first):
        if scene.key(index) in (":", ";") and scene.sentence.tokens[index].glued is not False:
            start = index + 1
    return start


_THAT = re.compile(
    r"(?:d[iuü][ğyq](?:lar|lər)?[iuü]n[iuü]|dikl[aə]rini|diql[aə]rini|[aə]ca[ğy]ini|[aə]cəyini|[aə]caqlarini|əcəklərini|m[aə](?:l[aə]r)?sini|m[aə]yini|ma[ğq]i|məyi)$"
)
_ABOUT = re.compile(r"(?:m[aə]si|d[iuü][ğy][iuü]|ac[aə]ği|əcəyi|m[aə]q|m[aə]k)$")


def _has_content(scene: Scene, verb: SayVerb, since: int) -> bool:
    """Whether the verb has a clause as its object («… olduğunu», «… qoyulması barədə»), or needs none."""
    if verb.type in ("feeling", "show"):
        return verb.type == "feeling"
    for index in range(max(since, verb.first - 14), verb.first):
        key = scene.key(index)
        if _THAT.search(key) and len(key) > 5:
            return True
        if key in ("barədə", "haqqinda", "haqda") and _ABOUT.search(scene.key(index - 1)):
            return True
    return False


def _subject(scene: Scene, verb: SayVerb, since: int, introduces: bool) -> Sayer | None:
    """The one in the nominative: nearest before «… ki», first where the told clause stands in between."""
    if verb.many:
        return None
    if introduces:
        return nearest(scene, since, verb.first) or nearest(scene, 0, since)
    found = in_nominative(scene, since, verb.first) or in_nominative(scene, 0, since)
    strong = [sayer for sayer in found if not sayer.mention.attributes.get("surname")]
    return next(iter(strong or found), None)


def _only_links(scene: Scene, first: int, last: int) -> bool:
    links = words_of("link") | {",", *DASHES, *QUOTES}
    return all(scene.key(index) in links for index in range(first, last))


def _told_from(scene: Scene) -> Saying | None:
    """«Mətbuat xidmətindən bildirilib ki», «Nazirlikdən onu da deyiblər ki»."""
    for verb in scene.verbs:
        if not verb.is_finite or not (verb.passive or verb.many):
            continue
        source = _source(scene, 0, verb.first)
        if source and (_introduces(scene, verb) or _has_content(scene, verb, 0)):
            return _saying(scene, source, source.first, verb.last, "sentence", told=(0, scene.length))
    return None


def _interview(scene: Scene) -> Saying | None:
    """«Suallarımızı səfir X cavablandırır», «X ilə müsahibə»: who answers the questions that follow."""
    if not any(scene.key(index) in words_of("interview") for index in range(scene.length)):
        return None
    named = [
        s
        for s in scene.sayers
        if s.mention.type == "person" and s.mention.value and not s.mention.attributes.get("surname")
    ]
    return (
        _saying(scene, named[0], named[0].first, named[0].last, "interview", told=(0, 0)) if named else None
    )


def _saying(
    scene: Scene, sayer: Sayer | None, first: int, last: int, holds: str, told: tuple[int, int] | None = None
) -> Saying:
    tokens = scene.sentence.tokens
    start, end = told or (0, len(tokens))
    starts = tokens[start].start if start < len(tokens) else scene.sentence.end
    ends = (
        tokens[end - 1].tail_end
        if 0 < end <= len(tokens)
        else (scene.sentence.start if end <= 0 else scene.sentence.end)
    )
    return Saying(
        sayer.mention if sayer else None, tokens[first].start, tokens[min(last, len(tokens) - 1)].tail_end,
        holds, starts if start or not end else scene.sentence.start, ends if end < len(tokens) else scene.sentence.end,
    )  # fmt: skip


_WAYS = (_newsroom, _turn, _tag, _back, _view, _active, _told_from, _interview)
