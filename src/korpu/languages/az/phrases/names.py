"""Names of persons: runs of capitalised words, told from other names and taken to their dictionary form."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Set
from functools import cache, lru_cache

from korpu.languages.az.morphology import VOWELS, Analysis, Features, analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.sayings import roles, words_of
from korpu.languages.az.units import BARE
from korpu.languages.az.words import FOLDER, words
from korpu.lexicon import read_table

_HYPHENS = frozenset("-–")


@cache
def name_words(sort: str) -> frozenset[str]:
    """Return the folded words of one sort of `names.tsv`.

    >>> "oğlu" in name_words("particle")
    True
    """
    rows = read_table(FOLDER, "names")
    return frozenset(fold(word) for row in rows if row["sort"] == sort for word in row["words"].split("|"))


def find_names(sentence: Sentence, covered: Set[int], titled: Set[int]) -> Iterator[Phrase]:
    """Yield each person's name, without office and state; `titled` are tokens right behind an office.

    Tokens in `covered` belong to something that the lexicon knows.
    """
    tokens = sentence.tokens
    index = 0
    while index < len(tokens):
        if index in covered or not _may_begin(sentence, index):
            index += 1
            continue
        last = _run_end(sentence, index, covered)
        has_title = index in titled or sentence.key(index - 1) in name_words("title")
        if _is_name(sentence, index, last, has_title) and not _is_quoted(sentence, index, last):
            yield from _people(sentence, index, last, has_title)
        index = last + 1


def _people(sentence: Sentence, first: int, last: int, titled: bool) -> Iterator[Phrase]:
    """The names of a run: one, or two where a surname stands inside it («Anar Nurlu Kasım-Jomart Tokayev»)."""
    for index in range(first + 1, last - 1):
        words = [at for at in range(index + 1, last + 1) if sentence.tokens[at].is_word]
        after = sentence.tokens[index + 1]
        if is_closing(sentence.key(index)) and len(words) >= 2 and after.is_word and after.capital:
            yield _name(sentence, first, index, titled)
            yield _name(sentence, index + 1, last, False)
            return
    yield _name(sentence, first, last, titled)


_MARKS = frozenset('"“”„«»')


def _is_quoted(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the run stands alone between quotation marks, as papers and firms do."""
    return sentence.key(first - 1) in _MARKS and sentence.key(last + 1) in _MARKS


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
        if (
            phrase.type == "place"
            and phrase.features.case == "Nom"
            and _is_before_surname(sentence, index, covered)
        ):
            found.add(index)
    return found


_WEAK = frozenset(
    {"verb", "state_head", "people", "theme", "place", "institution", "monument", "it", "project"}
)


def _may_be_name(sentence: Sentence, known: Phrase, place: int) -> bool:
    if known.type not in _WEAK and (known.type != "office" or place == 0):
        return False
    if known.type == "verb":
        return True
    following = sentence.tokens[known.last + 1] if known.last + 1 < len(sentence.tokens) else None
    surname_follows = (
        following is not None and following.capital and is_closing(following.key)
        and not ends_organisation(sentence.key(known.last + 2))
    )  # fmt: skip
    if place == 0:
        return surname_follows
    bare = known.features.case == "Nom" if known.type == "place" else known.features.case != "Loc"
    return bare or surname_follows


def _is_before_surname(sentence: Sentence, index: int, covered: Set[int]) -> bool:
    after = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    return (
        after is not None and after.capital and index + 1 not in covered and _closes(after.key)
        and not ends_organisation(sentence.key(index + 2))
    )  # fmt: skip


def _may_begin(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return (
        token.is_word and token.capital and token.key not in name_words("title") and token.key not in roles()
    )


def _run_end(sentence: Sentence, first: int, covered: Set[int]) -> int:
    """The last token of a run of capitalised words, initials, hyphens and particles of names."""
    tokens = sentence.tokens
    last = first
    while last + 1 < len(tokens) and last + 1 not in covered and not tokens[last].tail:
        after = tokens[last + 1]
        if after.text == "." and len(tokens[last].text) <= 2 and tokens[last].capital:
            last += 1
        elif _joins(sentence, last + 1) and last + 2 not in covered:
            last += 2
        elif after.is_word and after.key not in words_of("agency") and _goes_on(sentence, last + 1):
            if tokens[last].text != "." and _has_case(sentence, last):
                break
            last += 1
        else:
            break
    return last


def _joins(sentence: Sentence, index: int) -> bool:
    """Whether the token is a hyphen inside a name («Kasım-Jomart», «əs-Sisi»)."""
    if index + 1 >= len(sentence.tokens):
        return False
    hyphen, after = sentence.tokens[index], sentence.tokens[index + 1]
    return hyphen.text in _HYPHENS and hyphen.glued and after.glued and after.capital


def _goes_on(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if token.capital or token.key in ("oğlu", "qizi"):
        return True
    after = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    if token.key not in name_words("particle") or after is None:
        return False
    return after.capital or _joins(sentence, index + 1) or _goes_on(sentence, index + 1)


def _has_case(sentence: Sentence, index: int) -> bool:
    """Whether the word inside a run surely carries a case, so that another name begins behind it."""
    key = sentence.tokens[index].key
    if is_closing(key):
        return False
    known = surnames(sentence.bare_names)
    return any(
        found.features.case != "Nom" and not found.features.possessor and len(found.stem) > 3
        and (_closes_surely(found.stem) or (found.stem in known and key not in known))
        for found in analyse(key)
    )  # fmt: skip


def _closes_surely(stem: str) -> bool:
    """Whether a stem ends as surnames do and given names do not («Aureli-ya» is no dative)."""
    return is_closing(stem) and not stem.endswith(("li", "lu", "lü"))


@lru_cache(maxsize=65536)
def is_closing(key: str) -> bool:
    """Whether a folded word ends as surnames do.

    >>> is_closing("kərimova"), is_closing("bakida")
    (True, False)
    """
    return len(key) > 4 and key.endswith(tuple(name_words("surname_end")))


@lru_cache(maxsize=4)
def surnames(names: frozenset[str]) -> frozenset[str]:
    """Return the folded surnames of a document, whose names hold pairs of capitalised words in a row.

    >>> sorted(surnames(frozenset({"anar nurlu", "anar", "nurlu"})))
    ['nurlu']
    """
    seconds = {name.split()[1] for name in names if " " in name}
    known = words().single
    seconds = {word for word in seconds if len(word) > 2 and not _is_known(word, known)}
    shared: dict[str, set[str]] = {}
    for word in seconds:
        for found in analyse(word):
            if found.features.case != "Nom" and not found.features.possessor:
                shared.setdefault(found.stem, set()).add(word)
    stems = {stem for stem, forms in shared.items() if is_closing(stem) or len(forms) > 1 or stem in seconds}
    cased = {word for stem in stems for word in shared[stem] if not is_closing(word)}
    return frozenset((seconds - cased) | stems)


def _is_known(word: str, known: Collection[str]) -> bool:
    return ends_organisation(word) or any(
        found.stem in known and not found.features.attributive for found in analyse(word)
    )


def _is_name(sentence: Sentence, first: int, last: int, titled: bool) -> bool:
    tokens = [token for token in sentence.tokens[first : last + 1] if token.is_word]
    if ends_organisation(tokens[-1].key):
        return False
    if sentence.key(last + 1) in ("adina", "adli"):
        return False
    if ends_organisation(sentence.key(last + 1)) and not titled:  # «Nizami muzeyi», not «Novotniyə mükafatı»
        return len(tokens) > 1 and dictionary_form(sentence, last)[1].case not in ("Nom", "Gen")
    if all(len(token.text) > 1 and token.text.isupper() for token in tokens):
        return len(tokens) >= 2 and titled
    if titled:
        return True
    if len(tokens) == 1:
        return first == last and _is_surname(sentence, tokens[0].key)
    if first == 0 and len(tokens) == 2 and not _closes(tokens[-1].key):
        return bool({tokens[0].key, tokens[-1].key} & sentence.bare_names)
    return True


def _is_surname(sentence: Sentence, key: str) -> bool:
    """Whether a word that stands alone is a surname that the document has with a given name elsewhere."""
    known = surnames(sentence.bare_names)
    return any(
        found.stem in known and (found.features == BARE or not found.features.possessor)
        for found in analyse(key)
    )


@lru_cache(maxsize=65536)
def ends_organisation(key: str) -> bool:
    """Whether a folded word closes the name of an organisation, a place or a document («nazirliyi»)."""
    ends = name_words("organisation_end")
    if key in ends:
        return True
    return any(found.stem in ends for found in analyse(key)[:8]) if len(key) > 4 else False


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


def dictionary_form(sentence: Sentence, index: int) -> tuple[str, Features]:
    """Return the stem of an unknown name and what its endings say; the whole word, where nothing tells.

    In this order: a bare form elsewhere in the document, the same stem under other endings, a closing ending
    of surnames, the noun that follows (a possessed noun wants a genitive before it), the verb that follows.
    """
    key = sentence.tokens[index].key
    options = [
        found for found in analyse(key)
        if found.features.case != "Nom" and not found.features.possessor and not found.features.plural
        and not found.features.attributive and len(found.stem) >= 2 and key.startswith(found.stem)
    ]  # fmt: skip
    options.sort(key=lambda found: not _ends_in_of(found))
    known = surnames(sentence.bare_names)
    bare = [found for found in options if found.stem in sentence.bare_names or found.stem in known]
    unlike = key not in sentence.bare_names and key not in known
    if (
        bare
        and (unlike or is_closing(bare[0].stem))
        and (not (is_closing(key) and key.endswith("ova")) or bare[0].stem in sentence.bare_names)
    ):
        return bare[0].stem, bare[0].features
    if is_closing(key) and not key.endswith("ova"):
        return key, BARE
    closing = [found for found in options if is_closing(found.stem)]
    if closing and not key.endswith("ova"):
        return closing[0].stem, closing[0].features
    copula = [found for found in analyse(key) if found.features == BARE._replace(copula=True)]
    if copula and len(copula[0].stem) > 2:
        return copula[0].stem, copula[0].features
    if key.endswith(("unun", "ünün")):  # a name in -u more likely than one in -un
        options.sort(key=lambda found: found.stem[-1] not in VOWELS)
    wanted = next((found for found in options if _is_wanted(sentence, index, found)), None)
    return (wanted.stem, wanted.features) if wanted else (key, BARE)


def _ends_in_of(found: Analysis) -> bool:
    """Whether it is a surname in -lI in the genitive («Nurlu-nun», not «Nurlun-un»)."""
    return found.features.case == "Gen" and found.stem.endswith(("li", "lu", "lü")) and len(found.stem) > 4


def _is_wanted(sentence: Sentence, index: int, found: Analysis) -> bool:
    """Whether what follows asks for the case."""
    key, case = sentence.tokens[index].key, found.features.case
    if case == "Gen":
        return _wants_genitive(sentence, index, found.stem)
    if case == "Ins":
        return len(found.stem) > 2 and _comes(sentence, index, _MEETS)
    if case in ("Abl", "Ter"):
        return len(found.stem) > 4
    if case == "Dat":
        glide = key.endswith(("ya", "yə")) and found.stem[-1] in VOWELS
        return glide or (len(found.stem) > 3 and _is_given_to(sentence, index))
    if case == "Acc":
        passive = _comes(sentence, index, ("tərəfindən",))
        return len(found.stem) > 3 and not passive and _comes(sentence, index, _TAKES)
    return False


def _wants_genitive(sentence: Sentence, index: int, stem: str) -> bool:
    """Whether a possessed noun or a verbal noun comes within a few words («… səfəri», «… bildirdiyini»)."""
    if sentence.tokens[index].key.endswith(("nin", "nün", "nun")) and stem[-1:] in "aeəiouü":
        return True
    for ahead in range(index + 1, min(index + 14, len(sentence.tokens))):
        key = sentence.key(ahead)
        if key in (",", ";", ".", "ilə") or (key == "-" and not sentence.tokens[ahead].glued):
            return False
        if any(found.features.possessor == "3" for found in analyse(key)) and len(key) > 3:
            return True
    return False


_MEETS = ("görüş", "danişiq", "müzakirə", "söhbət", "araya")
_GIVES = ("təqdim", "bağişlan", "veril")
_TAKES = ("qəbul", "təltif", "qarşila", "müşayiət", "mükafatlandir", "yola", "dəvət")


def _comes(sentence: Sentence, index: int, starts: tuple[str, ...]) -> bool:
    end = min(index + 14, len(sentence.tokens))
    return any(sentence.key(ahead).startswith(starts) for ahead in range(index + 1, end))


def _is_given_to(sentence: Sentence, index: int) -> bool:
    """Whether something is given to the person: named before («etimadnaməsini … Şultsa təqdim edib»), or passive."""
    if not _comes(sentence, index, _GIVES):
        return False
    told = any(token.key.startswith(_GIFTS) for token in sentence.tokens[:index])
    passive = _comes(sentence, index, ("edil", "olun", "veril", "bağişlan"))
    return told or (passive and _comes(sentence, index, _GIFTS))


_GIFTS = ("etimadnamə", "orden", "medal", "mükafat")
