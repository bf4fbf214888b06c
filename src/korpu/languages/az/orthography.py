"""How Azerbaijani is written: casing, damaged letters, Cyrillic.

Every function here maps one code point to one code point, so that a span in the folded text is the same
span in the document. Folded text is for comparing only; what a user sees is always the document's own.
"""

from __future__ import annotations

import re
import unicodedata

_CASE = {"İ": "i", "I": "ı"}
"""Plain `lower()` gives I→i, which is another letter, and İ→i plus a combining dot, which shifts offsets."""

_SCHWAS = dict.fromkeys("әӘǝƎäÄƏ", "ə")
_SPACES = dict.fromkeys("\xa0\u2007\u2009\u202f\u200a\u2002\u2003", " ")
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
BLANKS_AND_DASHES = str.maketrans(_SPACES | _DASHES | {"\t": " "})
"""To make every blank and every dash a plain one."""
_QUOTES = dict.fromkeys("«»“”„‟‹›", '"') | dict.fromkeys("‘’ʼ`´", "'")
_DAMAGE = {
    "º": "ş",
    "ª": "ş",
    "þ": "ş",
    "Þ": "ş",
    "ð": "ğ",
    "Ð": "ğ",
    "ý": "ı",
    "Ý": "i",
    "¹": "№",
    "ǧ": "ğ",
    "Ǧ": "ğ",
}

_LOOKALIKES = dict(zip("асеорхуіАСЕОРХУІКМТВН", "aceopxyiACEOPXYIKMTBH", strict=True))
"""Cyrillic letters that hide in Latin words («diplоmatik»)."""

_CYRILLIC = dict(
    zip(
        "абвгғдежзијкҝлмноөпрстуүфхһчҹшыәэйцщъьюя",
        "abvqğdejziykglmnoöprstuüfxhçcşıəeyssiiua",
        strict=True,
    )
)
"""The Azerbaijani Cyrillic of 1958–91, and what else of the Russian letters turns up in it, one to one."""

_ALPHABET = {letter: place for place, letter in enumerate("0123456789abcçdeəfgğhxıijkqlmnoöprsştuüvwyz", 1)}
"""The order of the letters; w, of foreign names, stands where Turkish has it."""

_LOWER = str.maketrans(_CASE)
_MARKS = str.maketrans(_SPACES | _DASHES | _QUOTES)
_FOLD = str.maketrans(_CASE | _SCHWAS | _SPACES | _DASHES | _QUOTES | _DAMAGE)
_DOTLESS = str.maketrans({"ı": "i"})
_ASCII = str.maketrans("əşçğöüı", "escgoui")
_UPPER = str.maketrans({"i": "İ", "ı": "I"})
_CAPITAL_CYRILLIC = {small.upper(): latin.translate(_UPPER).upper() for small, latin in _CYRILLIC.items()}
_FROM_CYRILLIC = str.maketrans({**_CYRILLIC, **_CAPITAL_CYRILLIC})
_TO_LATIN = str.maketrans(_LOOKALIKES)
_MIXED = re.compile(r"(?=\w*[a-zA-ZəƏğĞıİöÖüÜşŞçÇ])(?=\w*[а-яА-ЯіІ])\w+")
_CYRILLIC_LETTER = re.compile(r"[\u0400-\u04ff]")
_AZERBAIJANI_CYRILLIC = re.compile(r"[әӘғҒҝҜөӨүҮһҺҹҸјЈ]")


def lower(text: str) -> str:
    """Return `text` in small letters, dotted and dotless i kept apart; as long as `text`.

    >>> lower("İSTANBUL DIŞ")
    'istanbul dış'
    """
    return text.translate(_LOWER).lower()


def upper_first(text: str) -> str:
    """Return `text` with a capital first letter, i becoming İ.

    >>> upper_first("iraq")
    'İraq'
    """
    return {"i": "İ", "ı": "I"}.get(text[:1], text[:1].upper()) + text[1:]


def fold(text: str) -> str:
    """Return the key by which text is compared: small letters, i = ı, every schwa one, marks made plain.

    As long as `text`. Use it to compare, never to show.

    >>> fold("Təbriz") == fold("TӘBRİZ") == fold("TǝBRIZ")
    True
    >>> len(fold("İı“–”")) == 5
    True
    """
    folded = text.translate(_FOLD).lower().translate(_DOTLESS)
    return folded if len(folded) == len(text) else "".join(_fold_letter(letter) for letter in text)


def _fold_letter(letter: str) -> str:
    folded = letter.translate(_FOLD).lower().translate(_DOTLESS)
    return folded if len(folded) == 1 else letter


def fold_ascii(folded: str) -> str:
    """Return a folded word without its Azerbaijani letters, as careless keyboards write it.

    It collides (ən, en), so only words that `fold` does not find are looked up by it.

    >>> fold_ascii(fold("Əlaqələr"))
    'elaqeler'
    """
    return folded.translate(_ASCII)


def is_cyrillic(text: str) -> bool:
    """Whether `text` is Azerbaijani written in Cyrillic: mostly Cyrillic, with letters that Russian lacks."""
    sample = text[:4000]
    letters = sum(map(str.isalpha, sample))
    cyrillic = len(_CYRILLIC_LETTER.findall(sample))
    return cyrillic > letters * 0.6 and len(_AZERBAIJANI_CYRILLIC.findall(sample)) > cyrillic * 0.02


def to_latin(text: str) -> str:
    """Return `text` in Latin letters, as long as it was: Cyrillic transliterated, hidden letters mended.

    >>> to_latin("Азәрбајҹан ҝөрүшү")
    'Azərbaycan görüşü'
    >>> to_latin("diplоmatik Путин")
    'diplomatik Путин'
    """
    if is_cyrillic(text):
        return text.translate(_FROM_CYRILLIC)
    if _CYRILLIC_LETTER.search(text):
        return _MIXED.sub(lambda match: match.group().translate(_TO_LATIN), text)
    return text


def word_to_latin(word: str) -> str:
    """Return a word in Latin letters, as long as it was, whatever the text is in that it stands in.

    >>> word_to_latin("Бакы"), word_to_latin("diplоmatik")
    ('Bakı', 'diplomatik')
    """
    if not _CYRILLIC_LETTER.search(word):
        return word
    return (_MIXED.sub(lambda match: match.group().translate(_TO_LATIN), word)).translate(_FROM_CYRILLIC)


def compose(text: str) -> str:
    """Return `text` in composed form (NFC), for names that are to be compared."""
    return unicodedata.normalize("NFC", text)


def sort_key(text: str) -> tuple[tuple[int, ...], str]:
    """Return by what names are put in alphabetical order: ç after c, ə after e, x after h, ı before i, q after k.

    Capitals, hyphens and other marks do not count, a foreign letter stands with the one that it is made of, and Cyrillic
    comes last. Names that differ in nothing else stand in the order of their code points.

    >>> sorted(["Xankəndi", "Çexiya", "Həsən", "Cəfər", "Qax", "Kür", "Əli", "Elçin"], key=sort_key)
    ['Cəfər', 'Çexiya', 'Elçin', 'Əli', 'Həsən', 'Xankəndi', 'Kür', 'Qax']
    """
    places = []
    for letter in lower(compose(text)):
        if letter in _ALPHABET:
            places.append(_ALPHABET[letter])
        elif letter.isspace():
            places.append(0)
        elif letter.isalnum():
            plain = unicodedata.normalize("NFKD", letter)[0]
            places.append(_ALPHABET.get(plain, len(_ALPHABET) + ord(plain)))
    return tuple(places), text
