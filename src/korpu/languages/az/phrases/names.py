"""Names of persons: runs of capitalised words, told from other names and taken to their dictionary form."""

from __future__ import annotations

from collections.abc import Iterator, Set

from korpu.languages.az.morphology import Features, analyse
from korpu.languages.az.phrases.name_forms import dictionary_form
from korpu.languages.az.phrases.name_runs import is_behind_role, is_calling, run_end, says_where
from korpu.languages.az.phrases.name_stems import is_given_like, is_given_name
from korpu.languages.az.phrases.phrase import QUOTES, Phrase, Sentence
from korpu.languages.az.phrases.surnames import (
    ends_organisation,
    given_names,
    given_names_or,
    is_closing,
    is_well_known,
    name_words,
    surnames,
)
from korpu.languages.az.sayings import roles
from korpu.languages.az.units import BARE
from korpu.languages.az.words import words

__all__ = ["as_place", "ends_organisation", "find_names", "is_closing", "name_tokens", "name_words"]


def find_names(sentence: Sentence, covered: Set[int], titled: Set[int]) -> Iterator[Phrase]:
    """Yield each person's name, without office and state; `titled` are tokens right behind an office.

    Tokens in `covered` belong to something that the lexicon knows.
    """
    tokens = sentence.tokens
    index = 0
    while index < len(tokens):
        if index in covered or not (_may_begin(sentence, index) or _is_given(sentence, index, covered)):
            index += 1
            continue
        last = run_end(sentence, index, covered)
        has_title = index in titled or sentence.key(index - 1) in name_words("title")
        is_person = has_title or is_closing(sentence.key(index + 1))
        begins_body = sentence.key(index) in name_words("body_start") and not is_person
        if (
            not begins_body
            and _is_name(sentence, index, last, has_title)
            and not (_is_quoted(sentence, index, last) or says_where(sentence.key(last)))
        ):
            yield from _people(sentence, index, last, has_title)
        index = last + 1


def _people(sentence: Sentence, first: int, last: int, titled: bool) -> Iterator[Phrase]:
    """The names of a run: one, or two where a surname stands inside it («Anar Nurlu Tural Saarova»)."""
    kin = sentence.key(first) in name_words("kin")
    if kin and last - first >= (2 if sentence.key(first) in given_names() else 1):
        first += 1
    for index in range(first + 1, last):
        words = [at for at in range(index + 1, last + 1) if sentence.tokens[at].is_word]
        after = sentence.tokens[index + 1]
        whole = len(words) >= 2 or (len(words) == 1 and _is_of_another(sentence, last))
        if is_closing(sentence.key(index)) and whole and after.is_word and after.capital:
            yield _name(sentence, first, index, titled)
            yield _name(sentence, index + 1, last, False)
            return
        if _is_second(sentence, first, index):
            yield _name(sentence, first, index - 1, titled)
            yield _name(sentence, index, last, False)
            return
    yield _name(sentence, first, last, titled)


def _is_second(sentence: Sentence, first: int, index: int) -> bool:
    """Whether a second name begins with an initial, glued to its surname («Ali Hasan A.Nurlunu …»): the first one is whole."""
    tokens = sentence.tokens
    whole = index - first >= 2 and all(token.is_word and len(token.text) > 2 for token in tokens[first:index])
    glued = index + 2 < len(tokens) and tokens[index + 1].text == "." and tokens[index + 2].glued
    return whole and len(tokens[index].text) == 1 and glued


def _is_of_another(sentence: Sentence, index: int) -> bool:
    """Whether a surname behind a surname is another person's («Anar Kərimov Saarun …»): in a case, and told elsewhere."""
    key = sentence.key(index)
    stems = {
        found.stem
        for found in analyse(key)
        if found.features.case != "Nom" and not found.features.possessor and len(found.stem) > 3
    }
    return bool(stems) and any(
        name != key and name.startswith(tuple(stems)) and " " not in name for name in sentence.bare_names
    )


def _is_quoted(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the run stands alone between quotation marks, as papers and firms do."""
    after = sentence.key(last + 1)
    return sentence.key(first - 1) in QUOTES and (after in QUOTES or after in _ENGLISH)


_ENGLISH = frozenset({"of", "and", "the", "for"})
"""Words in the names of papers («“The Post of …”»)."""


def name_tokens(sentence: Sentence, phrases: list[Phrase], titling: Set[int]) -> set[int]:
    """Return the tokens that are parts of names here, though the lexicon knows them as something else.

    «səfir Fatma Ceyhan», «sədri Andrey Rusu», «Prezidenti Almaz …»: what stands in a run of capitalised words
    behind an office; «Nursultan …yev»: a place right before a surname.
    """
    starts = {phrase.first: phrase for phrase in phrases if phrase.first == phrase.last}
    covered = {i for phrase in phrases for i in range(phrase.first, phrase.last + 1)}
    found: set[int] = set()
    for title in titling:
        index = title
        while (
            index < len(sentence.tokens) and sentence.tokens[index].capital and sentence.tokens[index].is_word
        ):
            known = starts.get(index)
            if index in covered and (known is None or not _may_be_name(sentence, known, index - title)):
                break
            if known:
                found.add(index)
            index += 1
        if index == title + 1:  # «prezident Bakıda …», «Baş nazir Vilayət»: one word may be what it says
            found.discard(title)
    for index, phrase in starts.items():
        place = phrase.type == "place" and (phrase.features.case == "Nom" or "ambiguous" in phrase.attributes)
        given = sentence.tokens[index].capital and sentence.key(index) in given_names_or("given")
        if (place or given) and _is_before_surname(sentence, index, covered):
            found.add(index)
        before = sentence.key(index - 1) in given_names() and index - 1 not in covered
        surname = "ambiguous" in phrase.attributes or is_well_known(sentence.key(index))
        if phrase.type == "place" and before and surname:
            found.add(index)
        begins = place and _is_given_of(sentence, index, covered)
        if begins or (phrase.type in ("place", "state") and _is_inside(sentence, phrase, covered)):
            found.add(index)
        common = phrase.unit is not None and not any(entry.proper for entry in phrase.unit.entries)
        common = common and not phrase.features.possessor and sentence.key(index - 1) in given_names()
        if (phrase.type == "people" or common) and _is_behind_given(sentence, phrase, covered):
            found.add(index)
    return found


def _is_given_of(sentence: Sentence, index: int, covered: Set[int]) -> bool:
    """«Milan Kuçan», «Van Yi»: a town's name that is a given name too, before a word that no table has."""
    if sentence.key(index) not in given_names_or("east") or index + 1 >= len(sentence.tokens):
        return False
    surname = sentence.key(index + 1)
    owns = surname.endswith(("in", "un", "ün"))  # «Milan Kuçanın partiyası»
    closes = ends_organisation(surname) or (not owns and ends_organisation(sentence.key(index + 2)))
    return index + 1 not in covered and _is_capitalised(sentence, index + 1) and not closes


def _is_inside(sentence: Sentence, place: Phrase, covered: Set[int]) -> bool:
    """«Çan Van Tuy»: a town's name between two words of a person's."""
    index = place.first
    entries = place.unit.entries if place.unit else ()
    if sentence.key(index - 1) in name_words("east") and len(sentence.key(index)) <= _SYLLABLE:
        pass  # «Pak Çin Ho»
    elif "ambiguous" not in place.attributes or any(entry.type == "people" for entry in entries):
        return False
    beside = [at for at in (index - 1, index + 1) if 0 <= at < len(sentence.tokens) and at not in covered]
    return (
        len(beside) == 2 and all(_is_capitalised(sentence, at) for at in beside)
        and not sentence.tokens[index].tail
        and not any(ends_organisation(sentence.key(at)) for at in (index + 1, index + 2))
    )  # fmt: skip


_SYLLABLE = 4


def _is_behind_given(sentence: Sentence, people: Phrase, covered: Set[int]) -> bool:
    """«Veronika Rusu»: inside a sentence peoples have no capital letter, so the word is a surname."""
    index = people.first
    if index == 0 or people.features.plural or not sentence.tokens[index].capital:
        return False
    before = sentence.tokens[index - 1]
    after = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    return (
        index - 1 not in covered and before.is_word and before.capital and len(before.text) > 2
        and not before.text.isupper() and _may_begin(sentence, index - 1)
        and not (after is not None and after.is_word and after.capital and index + 1 not in covered)
        and not ends_organisation(after.key if after else "")
    )  # fmt: skip


_WEAK = frozenset(
    {"verb", "state_head", "people", "theme", "place", "institution", "monument", "it", "project"}
)


_TITLES = frozenset({"office", "role"})


def _may_be_name(sentence: Sentence, known: Phrase, place: int) -> bool:
    if place == 0 and _opens_name(sentence, known):
        return True
    if known.type not in _WEAK and (known.type != "office" or place == 0):
        return False
    if known.type == "verb":
        return True
    following = sentence.tokens[known.last + 1] if known.last + 1 < len(sentence.tokens) else None
    if known.type == "office" and following is not None and following.capital:
        return False  # «Petr Dvorjak Prezident Marek Lipskinin sərəncamı ilə …»: another's office
    surname_follows = (
        following is not None and following.capital and is_closing(following.key)
        and not ends_organisation(sentence.key(known.last + 2))
    )  # fmt: skip
    if place == 0:
        in_case = (
            known.type == "place" and known.features.case != "Nom" and "ambiguous" not in known.attributes
        )
        given = (
            sentence.key(known.first) in name_words("given") and following is not None and following.capital
        )
        return given or (surname_follows and not in_case)
    if known.type == "place" and following is not None and _is_of_its(following.text, following.key):
        return False  # «səfir Anar Nurlu Vyana meri ilə …»
    bare = known.features.case == "Nom" if known.type == "place" else known.features.case != "Loc"
    return bare or surname_follows


def _is_of_its(text: str, key: str) -> bool:
    """Whether a word is a noun of something's («meri», «şəhəri»), and no name."""
    return text[:1].islower() and any(
        found.features == Features(possessor="3") and found.stem in words().single for found in analyse(key)
    )


def _opens_name(sentence: Sentence, known: Phrase) -> bool:
    """Whether a place or a title is a given name here, right behind an office: «səfiri Milan Horak», «səfiri Sultan …lı».

    What follows must be capitalised words that end in no case of their own and name no organisation.
    """
    if known.type not in _TITLES and (known.type != "place" or not _is_bare(known)):
        return False
    last = known.last
    while last + 1 < len(sentence.tokens) and last - known.last < 3 and _is_capitalised(sentence, last + 1):
        if ends_organisation(sentence.key(last + 1)):
            return False
        last += 1
    if last == known.last or ends_organisation(sentence.key(last + 1)):
        return False
    after = sentence.tokens[known.last + 1]
    if known.type in _TITLES:
        return _closes(after.key)
    return _closes(after.key) or not _is_declined(sentence.key(last))


def _is_capitalised(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.is_word and token.capital and not token.tail


def _is_bare(place: Phrase) -> bool:
    return place.features.case == "Nom" or "ambiguous" in place.attributes


def _is_declined(key: str) -> bool:
    """Whether a word may be a noun's with a possessive and a case («Qalasında»), as the last of a place's name is."""
    return any(found.features.possessor == "3" and found.features.case != "Nom" for found in analyse(key))


def _is_before_surname(sentence: Sentence, index: int, covered: Set[int]) -> bool:
    after = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    return (
        after is not None and after.capital and index + 1 not in covered and _closes(after.key)
        and not ends_organisation(sentence.key(index + 2)) and not sentence.key(index + 2).startswith(_SCHOOLS)
    )  # fmt: skip


_SCHOOLS = ("universitet", "institut", "akademiya", "konservatoriya")


def _is_run_together(text: str) -> bool:
    """Whether a capital stands inside a word behind a small letter, save after a particle of two («McNeil»)."""
    return any(text[i].isupper() and text[i - 1].islower() for i in range(3, len(text)))


def _may_begin(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if not (token.is_word and token.capital) or token.key in name_words("title"):
        return False
    if _is_run_together(token.text) or token.key.endswith(("liyi", "liği")):
        return False  # «SəhərXəbər»: a site; «Prezidentliyi» is no name
    if (
        token.key.endswith(("də", "dəki", "daki"))
        and token.key not in given_names()
        and not is_closing(token.key)
        and not is_behind_role(sentence, index)
    ):
        return False  # «Mərakeşdə Anar …»
    if token.key in roles() and token.key not in name_words("given"):
        return False
    opens = index == 0 or not sentence.tokens[index - 1].is_word
    return not (opens and _opens_sentence(sentence, index))


def _opens_sentence(sentence: Sentence, index: int) -> bool:
    """«Sonra Anar …», «İclasa Anar Nurlu …»: a word that is no part of the name that follows it."""
    key = sentence.tokens[index].key
    if key in name_words("opening") or is_calling(sentence, index):
        return True
    after = sentence.tokens[index + 1 : index + 3]
    if len(after) < 2 or not (after[0].is_word and after[0].capital and after[1].is_word):
        return False
    if not after[1].capital and after[1].key not in name_words("particle"):
        return False
    if key in given_names() or (_closes(after[0].key) and not _closes(after[1].key)):
        return False  # «Zülfiyyə Rəhimovanı Dohaya …»
    if after[0].key in given_names() and len(key) > 4 and not is_given_name(key) and not is_given_like(key):
        return any(
            found.features.case != "Nom" and len(found.stem) > 3 for found in analyse(key)
        )  # «Sərgini Mark …»
    return (
        key.endswith(_PLACING)
        and not is_given_like(key)
        and any(
            found.features.case in ("Dat", "Loc", "Abl")
            and not found.features.possessor
            and len(found.stem) > 3
            for found in analyse(key)
        )
    )


_PLACING = ("da", "də", "dan", "dən", "ya", "yə")


def _is_given(sentence: Sentence, index: int, covered: Set[int]) -> bool:
    """Whether a word for who speaks («natiq») is a given name here: inside a sentence, before a surname."""
    given = index > 0 and sentence.tokens[index].capital and sentence.key(index) in name_words("given")
    return given and _is_before_surname(sentence, index, covered)


def _is_name(sentence: Sentence, first: int, last: int, titled: bool) -> bool:
    tokens = [token for token in sentence.tokens[first : last + 1] if token.is_word]
    if ends_organisation(tokens[-1].key) and not (
        len(tokens) > 2 and {tokens[0].key, tokens[1].key} <= given_names()
    ):
        return False
    if sentence.key(last + 1) in ("adina", "adli"):
        return False
    if not titled and sentence.key(last + 1) == "xəbər" and sentence.key(last + 2).startswith("ver"):
        return False  # an agency
    if ends_organisation(sentence.key(last + 1)) and not titled:  # «Nizami muzeyi», not «Novotniyə mükafatı»
        case = dictionary_form(sentence, last)[1].case
        return len(tokens) > 1 and case not in ("Nom", "Acc")
    if all(len(token.text) > 1 and token.text.isupper() for token in tokens):
        return len(tokens) >= 2 and titled
    if titled:
        return True
    if len(tokens) == 1:
        return first == last and _is_surname(sentence, tokens[0].key)
    if first == 0 and len(tokens) == 2 and not _closes(tokens[-1].key):
        known = (
            is_given_name(tokens[0].key) or tokens[0].key in given_names()
            or is_well_known(tokens[-1].key) or is_given_like(tokens[0].key)
        )  # fmt: skip
        return known or bool({tokens[0].key, tokens[-1].key} & sentence.bare_names)
    return True


def _is_surname(sentence: Sentence, key: str) -> bool:
    """Whether a word that stands alone is a surname that the document has with a given name elsewhere."""
    known = surnames(sentence.bare_names)
    return any(
        found.stem in known and (found.features == BARE or not found.features.possessor)
        for found in analyse(key)
    )


def _closes(key: str) -> bool:
    return is_closing(key) or any(
        is_closing(found.stem) and not found.features.possessor for found in analyse(key)
    )


def _name(sentence: Sentence, first: int, last: int, titled: bool) -> Phrase:
    token = sentence.tokens[last]
    text = sentence.words(first, last)
    if token.tail or not token.is_word:
        return Phrase(first, last, "person", text, token.tail or (BARE,))
    stem, reading = dictionary_form(sentence, last)
    value = text[: len(text) - len(token.text)] + token.text[: len(stem)]
    return Phrase(first, last, "person", value, (reading,))


def as_place(sentence: Sentence, name: Phrase) -> Phrase | None:
    """Return the name as a place in the locative, where it may be one; nothing happens «in» a person."""
    token = sentence.tokens[name.last]
    if is_closing(token.key) or name.features.case != "Nom":
        return None
    for found in analyse(token.key):
        bare = not found.features.possessor and not found.features.plural and not found.features.attributive
        if found.features.case == "Loc" and bare and len(found.stem) > 3:
            value = name.value[: len(name.value) - len(token.text)] + token.text[: len(found.stem)]
            return Phrase(name.first, name.last, "place", value, (found.features,))
    return None
