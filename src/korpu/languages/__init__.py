"""Languages: what the reader may ask of any language; each is a folder here, found by its name."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence, Set
from typing import NamedTuple, Protocol

import msgspec

from korpu.claims import Stance
from korpu.clauses import Argument, Clause, Mention
from korpu.errors import WrongUse


class Saying(msgspec.Struct, frozen=True):
    """Who says what a sentence tells.

    Attributes:
        speaker: a person or a public `body`, None where the words only go on with an earlier one. A person
            without a name is one told before: by an office, by a `role`, or a mere pronoun (`he`).
        start, end: the words that say so; what they claim by the way («Serbia's ambassador X») is not X's.
        holds: `sentence` for this sentence, `quote` for the quotation that ends in it, `before` for what
            came before («bu sözləri»), `source` for that and for what follows, `on` for what follows,
            `off` where the newsroom speaks again, `other` where someone speaks whom the words do not name,
            `interview` where one who will answer is named, `question` and `answer` at its turns.
        told_start, told_end: the words of the sentence that he says.
    """

    speaker: Mention | None
    start: int
    end: int
    holds: str
    told_start: int = 0
    told_end: int = 1 << 60


class Reading(msgspec.Struct, frozen=True):
    """What a language makes of one sentence or row."""

    mentions: tuple[Mention, ...]
    clauses: tuple[Clause, ...]
    saying: Saying | None = None


class Label(msgspec.Struct, frozen=True):
    """What a label, the heading of a column or of a list, or a caption says of what it heads.

    Attributes:
        sort: what stands there: `amount`, `date`, `person`, `address`, `state`, `place`, `mission`, `title`,
            `visit`, `event`, `twins`, `contact`; empty where that is not known.
        concepts: what is said of it, as in a clause («exports», «address»).
        value: a word that qualifies the sort («total», «since»); empty for none.
        arguments: what the label names, each with its part («X's exports to Y»).
        unit, scale: what amounts are in, and what they are multiplied by; None and «1» where it is not said.
        known: whether all its words were understood.
        world: whether it is about all the world, and not about two states.
    """

    sort: str = ""
    concepts: tuple[str, ...] = ()
    value: str = ""
    arguments: tuple[Argument, ...] = ()
    unit: str | None = None
    scale: str = "1"
    known: bool = False
    world: bool = False

    def first(self, type_: str) -> Mention | None:
        """Return the first mention of a type that the label names."""
        return next((a.mention for a in self.arguments if a.mention.type == type_), None)


Group = tuple[Argument, ...]
"""What belongs together in a cell: a person and the years, an amount and its date."""


class Triggers(NamedTuple):
    """What a word may call up, told from its form alone.

    Attributes:
        names: concepts, types of mentions, and `@XX` for a state.
        first, second: the pairs of words that it may be half of: where both halves are, so is what the pair calls up.
    """

    names: frozenset[str]
    first: frozenset[int] = frozenset()
    second: frozenset[int] = frozenset()


class Language(Protocol):
    """A language, as the reader sees it. All offsets are code points of the text that was handed in."""

    tag: str
    home: str
    """The state where documents in the language are published, unless something says otherwise."""
    abbreviations: frozenset[str]

    certain_triggers: frozenset[str]
    """The names of `triggers_of` that nothing else than a word calls up."""

    pair_triggers: tuple[frozenset[str], ...]
    """What each pair of words calls up, by its number."""
    made_triggers: Sequence[tuple[str, Sequence[Set[str]]]]
    """What is called up by other names together: by one of each set. What others are made of comes first."""

    def triggers_of(self, word: str) -> Triggers:
        """Return what a word, as it is written, may call up."""

    def normalise(self, text: str) -> str:
        """Return the text in the letters that the language's words are in, as long as it was."""

    def find_names(self, text: str) -> frozenset[str]:
        """Return what the reader needs of the whole text to tell a name from its endings."""

    def read_sentence(
        self, text: str, start: int, end: int, names: frozenset[str], claims: bool = True
    ) -> Reading:
        """Return the mentions and clauses of `text[start:end]`; no clauses, where it `claims` nothing."""

    def read_label(self, text: str, start: int, end: int, names: frozenset[str]) -> Label:
        """Return what a label or a heading says."""

    def read_cell(
        self, text: str, start: int, end: int, names: frozenset[str], label: Label
    ) -> tuple[Group, ...]:
        """Return what a cell or item under a label gives; nothing where it is not what the label announces."""

    def read_row_stance(self, text: str, start: int, end: int) -> Stance:
        """Return the stance that words in a row give it («estimated»), else `fact`."""

    def find_publication_date(self, text: str) -> tuple[str | None, bool]:
        """Return the date in a dateline or stamp (EDTF), and whether the text says it outright."""

    def terms_of(self, word: str) -> tuple[str, ...]:
        """Return what a word is searched by, sorted: two words of which one may be a form of the other share a term.

        A term is made of letters and digits, small ones where there are such.
        """

    def sort_key(self, text: str) -> tuple[tuple[int, ...], str]:
        """Return by what names are put in the order of the language's alphabet."""


DEFAULT = "az"
"""The language of a text of which nobody says in which it is."""


def language_or_default(tag: str | None) -> Language:
    """Return the language of a tag, scripts and regions apart («az-Cyrl»); the default where there is none of it."""
    try:
        return find_language((tag or DEFAULT).partition("-")[0].lower())
    except WrongUse:
        return find_language(DEFAULT)


def languages_read() -> tuple[str, ...]:
    """Return the tags of the languages that are read, sorted.

    >>> languages_read()
    ('az',)
    """
    return tuple(sorted(one.name.replace("_", "-") for one in pkgutil.iter_modules(__path__) if one.ispkg))


def find_language(tag: str) -> Language:
    """Return the language of a tag.

    Raises:
        WrongUse: there is no such folder.
    """
    try:
        module = importlib.import_module(f"korpu.languages.{tag.replace('-', '_')}")
    except ModuleNotFoundError as error:
        raise WrongUse(f"No language «{tag}». Körpü reads az (Azerbaijani).") from error
    language: Language = module.LANGUAGE
    return language
