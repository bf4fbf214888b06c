"""The phrase: a noun group that names one thing, with its endings and what it says of the thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from korpu.clauses import Mention
from korpu.languages.az.morphology import Features, analyse, inflect
from korpu.languages.az.orthography import fold
from korpu.languages.az.tokens import Token
from korpu.languages.az.units import BARE, Unit
from korpu.languages.az.verbs import VerbForm

QUOTES = frozenset('"“”„«»')
DASHES = frozenset("-–—")
COPULAS = ("dir", "dur", "dür")
"""What words end in that are said to be so («səfirdir»), their letters folded."""


class Phrase(NamedTuple):
    """A noun group or a verb of a sentence.

    Attributes:
        first, last: the tokens that it spans, both included.
        type, value: as in `korpu.clauses.Mention`.
        readings: what its last word's endings may say, the likeliest first.
        concept: what it calls up by itself; empty for names.
        attributes: what it says of the thing («sender», «office», …).
        data: the amount or date.
        unit: the lexicon's unit that it was made from.
    """

    first: int
    last: int
    type: str
    value: str = ""
    readings: tuple[Features, ...] = (BARE,)
    concept: str = ""
    attributes: Mapping[str, str] = MappingProxyType({})
    data: object = None
    unit: Unit | None = None

    @property
    def features(self) -> Features:
        """Its likeliest reading."""
        return self.readings[0]

    @property
    def forms(self) -> tuple[VerbForm, ...]:
        """A verb's forms; none for a noun group."""
        return self.unit.forms if self.unit else ()

    def has(self, case: str) -> bool:
        """Whether it may stand in `case`."""
        return any(reading.case == case for reading in self.readings)

    @property
    def is_owner(self) -> bool:
        """Whether it is in the genitive."""
        return self.features.case == "Gen"

    @property
    def is_our(self) -> bool:
        """Whether it belongs to the speakers («-imiz»)."""
        return any(reading.possessor == "1p" for reading in self.readings)

    @property
    def is_your(self) -> bool:
        """Whether it belongs to those spoken to («-iniz»)."""
        return any(reading.possessor == "2p" for reading in self.readings)


class _Keys(dict[int, str]):
    def __missing__(self, index: int) -> str:
        return ""


@dataclass(frozen=True)
class Sentence:
    """A sentence and its tokens, as the composers of phrases see them.

    Attributes:
        text: the document's whole text, in Latin letters.
        key: gives the folded token at an index, empty outside the sentence.
        bare_names: folded words that the document has with a capital letter, as they stand.
        mentions, memory: what has been made of it, so that it is made once.
    """

    text: str
    start: int
    end: int
    tokens: Sequence[Token]
    key: Callable[[int], str] = field(init=False, compare=False, repr=False)
    bare_names: frozenset[str] = frozenset()
    mentions: dict[int, tuple[Phrase, Mention]] = field(default_factory=dict, compare=False, repr=False)
    memory: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Index the tokens' keys: `key` is asked for more than anything else."""
        keys = _Keys(enumerate(token.key for token in self.tokens))
        object.__setattr__(self, "key", keys.__getitem__)

    def words(self, first: int, last: int) -> str:
        """The text of the tokens `first` to `last`, without endings behind a hyphen or quote."""
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def between(self, left: Phrase, right: Phrase) -> list[str]:
        """The folded tokens between two phrases."""
        return [token.key for token in self.tokens[left.last + 1 : right.first]]


def dictionary_group(sentence: Sentence, first: int, head: Phrase, izafet: bool) -> str:
    """Return the words from `first` to the head with the head's last word in the nominative singular.

    With `izafet`, a possessive ending is the group's own and stays («mədəniyyət mərkəzi»); without, it is
    the outer one and goes («… haqqında Sazişin» and «… haqqında Sazişi» give «… haqqında Saziş»).
    """
    token = sentence.tokens[head.last]
    before = sentence.text[sentence.tokens[first].start : token.start]
    stem = head.unit.stem if head.unit else token.key
    possessed = any(reading.possessor == "3" for reading in head.readings)
    if not possessed or not izafet or head.last == first:
        return before + _cut(token.text, token.key, stem)
    body = token.text[: len(stem)]
    for ending in ("si", "sı", "su", "sü", "i", "ı", "u", "ü"):
        if token.key.startswith(stem[:-1]) and fold(token.text[len(stem) : len(stem) + len(ending)]) == fold(
            ending
        ):
            return before + body + token.text[len(stem) : len(stem) + len(ending)]
    if any(reading.plural for reading in head.readings):  # «mərkəzləri» is «mərkəzi» many times over
        return before + inflect(body, "Nom", "3")
    return before + token.text


def _cut(text: str, key: str, stem: str) -> str:
    """The word cut to its stem, a softened last letter restored («səfirliyin» → «səfirlik»)."""
    if key.startswith(stem):
        return text[: len(stem)]
    return text[: len(stem) - 1] + stem[-1:]


def group_start(sentence: Sentence, phrases: Sequence[Phrase], head: Phrase, longest: int = 9) -> int:
    """Return the token at which the noun group before `head` begins.

    It goes left over names, quotations, adjectives and bare nouns, and stops at marks, verbs, dates,
    amounts and at whatever stands in a case of its own.
    """
    stops: dict[int, Phrase] = {}
    for phrase in phrases:
        numbers = phrase.type == "amount" and sentence.key(phrase.last + 1) in NUMBERED
        if phrase.last < head.first and _stands_apart(phrase) and not numbers:
            stops[phrase.last] = phrase
    index = head.first
    inside_quote = False
    while index > 0 and head.first - index < longest:
        token = sentence.tokens[index - 1]
        if token.text in QUOTES:
            inside_quote = not inside_quote
        elif not inside_quote and (index - 1 in stops or _ends_group(token)):
            break
        index -= 1
    while index < head.first and (
        sentence.tokens[index].text in "-–—" or sentence.key(index) in ("və", "da", "də")
    ):
        index += 1
    return index


NUMBERED = frozenset({"nömrəli", "sayli"})
"""Behind a number these belong to a name («3 nömrəli məktəb»)."""


def _stands_apart(phrase: Phrase) -> bool:
    if phrase.type in ("verb", "date", "amount", "pointer", "polity", "mission", "group"):
        return True
    features = phrase.features
    if phrase.type == "person" and phrase.value and phrase.attributes.get("office"):
        return True
    if phrase.type in ("state", "place", "pointer"):
        return features.case != "Nom" or features.attributive
    if phrase.type == "person" and phrase.value and phrase.attributes.get("office"):
        return True
    return features.case not in ("Nom", "Gen") and phrase.type != "person"


_BREAKS = frozenset(
    fold(
        "ilə isə ki həmçinin eləcə habelə artıq hazırda indi də da bir sıra bəzi daha hər iki arasında tərəfindən çərçivəsində üçün sonra əvvəl sayda bu həmin bir neçə ən isə edən olan hesabına vəsaiti vəsaitinə vəsaitilə köməyilə dəstəyilə puluna büdcəsi büdcəsinin sayəsində"
    ).split()
)


def _ends_group(token: Token) -> bool:
    if token.is_word and not token.capital and len(token.key) > 4 and any(
        found.features.case in ("Loc", "Abl") and not found.features.attributive for found in analyse(token.key)
    ):  # fmt: skip
        return True
    return (not token.is_word and token.text not in "-–—") or token.key in _BREAKS


def quotation_before(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """The tokens of the quotation marks of a quotation that ends at `index`."""
    if index < 1 or sentence.tokens[index].text not in QUOTES:
        return None
    for start in range(index - 1, max(-1, index - 14), -1):
        if sentence.tokens[start].text in QUOTES:
            return (start, index)
    return None
