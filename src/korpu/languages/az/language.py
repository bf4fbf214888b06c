"""Azerbaijani, as the reader asks for it: a sentence into mentions, clauses and who says it."""

from __future__ import annotations

import re

from korpu.claims import Stance
from korpu.clauses import Mention
from korpu.languages import Group, Label, Reading, Triggers
from korpu.languages.az import labels, rows
from korpu.languages.az.attribution import find_saying
from korpu.languages.az.clauses import find_clauses
from korpu.languages.az.cut_words import join_cut_words
from korpu.languages.az.datelines import find_publication
from korpu.languages.az.mending import mend_tokens
from korpu.languages.az.mentions import to_mention
from korpu.languages.az.orthography import sort_key, to_latin
from korpu.languages.az.phrases.find import find_phrases
from korpu.languages.az.phrases.phrase import Sentence
from korpu.languages.az.sayers import find_institutions
from korpu.languages.az.searching import terms_of
from korpu.languages.az.tokens import key_of, tokenise
from korpu.languages.az.triggers import MADE_OF, certain_triggers, pair_triggers, triggers_of

_CAPITALISED = re.compile(r"(?<![\w-])[A-ZƏÖÜĞÇŞİI][\wƏəıİ'’]+")

_INITIAL = re.compile(r"[A-ZƏÖÜĞÇŞİI]\. ?$")
_FOOTNOTE = re.compile(r"\[(?:\d{1,3}|[a-z]{2}|[a-z])\]")


class Azerbaijani:
    """The language «az» (see `korpu.languages.Language`)."""

    tag = "az"
    home = "AZ"
    made_triggers = MADE_OF
    terms_of = staticmethod(terms_of)
    sort_key = staticmethod(sort_key)
    abbreviations = frozenset(
        {
            "küç",
            "pr",
            "mln",
            "mlrd",
            "doll",
            "dol",
            "və s",
            "s",
            "m",
            "bax",
            "məs",
            "təq",
            "prof",
            "akad",
            "dos",
            "ev",
            "mən",
            "r",
            "ş",
            "kv",
            "min",
            "v",
        }
    )

    @property
    def certain_triggers(self) -> frozenset[str]:
        """The names that nothing else than a word calls up."""
        return certain_triggers()

    @property
    def pair_triggers(self) -> tuple[frozenset[str], ...]:
        """What each pair of words calls up."""
        return pair_triggers()

    def triggers_of(self, word: str) -> Triggers:
        """Return what a word may call up."""
        return triggers_of(word)

    def normalise(self, text: str) -> str:
        """Return the text in Latin letters, with spaces for footnote marks («[4]», «[ru]»)."""
        return _FOOTNOTE.sub(lambda match: " " * len(match.group()), to_latin(text))

    def find_names(self, text: str) -> frozenset[str]:
        """Return the folded capitalised words of the text as they stand, and pairs of them in a row."""
        names: set[str] = set()
        before, end = "", -2
        for match in _CAPITALISED.finditer(text):
            word, start = key_of(match.group()), match.start()
            names.add(word)
            if start == end + 1 and text[end] == " ":
                names.add(f"{before} {word}")
            elif "." in text[max(0, start - 2) : start] and _INITIAL.search(text, max(0, start - 3), start):
                names.add(f". {word}")
            before, end = word, match.end()
        return frozenset(names)

    def find_publication_date(self, text: str) -> tuple[str | None, bool]:
        """Return the date of a dateline or stamp."""
        return find_publication(text)

    def read_sentence(
        self, text: str, start: int, end: int, names: frozenset[str], claims: bool = True
    ) -> Reading:
        """Return what one sentence says; no clauses, where it `claims` nothing."""
        tokens = mend_tokens(join_cut_words(tokenise(text, start, end)))
        sentence = Sentence(text, start, end, tokens, names)
        phrases = find_phrases(sentence)
        # Who a sentence is about is known from its clauses, be there a claim in it or not.
        has_person = any(phrase.type == "person" for phrase in phrases)
        institutions = [sayer.mention for sayer in find_institutions(sentence, phrases)]
        return Reading(
            (*(to_mention(sentence, phrase) for phrase in phrases if phrase.type != "verb"), *institutions),
            tuple(find_clauses(sentence, phrases)) if claims or has_person else (),
            find_saying(sentence, phrases),
        )

    def read_label(self, text: str, start: int, end: int, names: frozenset[str]) -> Label:
        """Return what a label or a heading says."""
        return labels.read_label(text, start, end, names)

    def read_cell(
        self, text: str, start: int, end: int, names: frozenset[str], label: Label
    ) -> tuple[Group, ...]:
        """Return what a cell gives."""
        return rows.read_cell(text, start, end, names, label)

    def read_row_stance(self, text: str, start: int, end: int) -> Stance:
        """Return the stance that words in a row give it."""
        return rows.read_row_stance(text, start, end)


LANGUAGE = Azerbaijani()
__all__ = ["LANGUAGE", "Mention"]
