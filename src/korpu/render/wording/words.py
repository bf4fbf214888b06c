"""Statements in words: a kind's line of the language, its slots filled with the roles in their forms."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache

from korpu.claims import Claim, RoleValue, Value
from korpu.dossier.statements import manner
from korpu.dossier.tree import Statement
from korpu.findings.finding import Reason
from korpu.kinds import Answer, RoleType, kinds
from korpu.render.wording import Grammar, grammar, template
from korpu.states import state_codes, state_name
from korpu.translations import table
from korpu.translations.formats import Words

_GAP = "…"
"""Stands in a line for the answer, where only what is asked is told."""

_OPTION = {"is": 0, "ahead": 1, "denied": 2}

_NO_DATE = "\ufffc"
_AROUND_NO_DATE = re.compile(rf",?\s*{_NO_DATE}")


class Wording:
    """All that a dossier says in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: Words = table(language)
        self.grammar: Grammar = grammar(language)

    def label(self, code: str, **slots: str) -> str:
        """Return a label, its slots filled."""
        return self._fill(self.words["labels"][code], slots)

    def section(self, name: str) -> str:
        """Return a section's title."""
        return str(self.words["sections"][name])

    def kind(self, name: str) -> str:
        """Return what a kind is called («visit»); a name that is no kind's is given back."""
        return str(self.words["kinds"].get(name, name))

    def state(self, code: str) -> str:
        """Return a state's name; what is no code is given back."""
        return state_name(code, self.language) if code in state_codes() else code

    def date(self, when: str) -> str:
        """Return a date as it is written."""
        return self.grammar.date(when)

    def moment(self, at: dt.datetime) -> str:
        """Return an instant (UTC): a day where it is its begin or its end, else with the hour."""
        day = self.date(at.date().isoformat())
        return day if at.time() in (dt.time.min, dt.time.max) else f"{day}, {at:%H:%M} UTC"

    def reason(self, reason: Reason) -> str:
        """Return the reason in a sentence or a few."""
        return reason.sentence(self.language)

    def column(self, kind: str, roles: dict[str, RoleValue]) -> str:
        """Return the head of a table's column."""
        slots = {role: self._filler(kind, role, filler) for role, filler in roles.items()}
        return self._fill(self.words["columns"][kind], slots)

    def line(self, statement: Statement) -> str:
        """Return the statement as one sentence, without a full stop.

        The first of the kind's lines whose slots can all be filled is taken; where the language has none,
        the declaration's own English one.
        """
        return self._line(statement, lambda name, form: self._slot(statement, name, form))

    def dateless(self, statement: Statement) -> str:
        """Return the line of a dated statement without its date, in the words that it has with one («opened»)."""

        def slot(name: str, form: str) -> str | None:
            return _NO_DATE if name == "when" and statement.when else self._slot(statement, name, form)

        return self.grammar.capitalise(_AROUND_NO_DATE.sub("", self._line(statement, slot)).strip())

    def _line(self, statement: Statement, slot: Callable[[str, str], str | None]) -> str:
        option = _OPTION[manner(statement.stance)]
        for text in self.words["lines"].get(statement.kind, ()):
            try:
                return self.grammar.capitalise(template.fill(text, slot, option))
            except template.Absent:
                continue
        declared = kinds()[statement.kind].line.replace("{", "[{").replace("}", "}]")
        return template.fill(declared.replace("([{", "[({").replace("}])", "})]"), slot, option)

    def claim(self, claim: Claim) -> str:
        """Return what a claim says, as one sentence without a full stop."""
        return self.line(
            Statement(claim.kind, claim.parties, claim.roles, claim.when, claim.value, claim.stance, ())
        )

    def subject(self, statement: Statement) -> str:
        """Return what is asked, as words that begin a sentence («Chile’s ambassador in Peru»), without an answer.

        Where the language has no words for it, the line that would answer it.
        """

        def slot(name: str, form: str) -> str | None:
            return self._slot(statement, name, form)

        for text in self.words["subjects"].get(statement.kind, ()):
            try:
                return self.grammar.capitalise(template.fill(text, slot))
            except template.Absent:
                continue
        return self.line(statement)

    def question(self, statement: Statement) -> str:
        """Return what a statement answers, without the answer: what is asked, with its period; or, where the language has no
        words for that, its line with a gap («Chile has … companies in Peru»), a date being left out."""
        kind = kinds()[statement.kind]
        if self.words["subjects"].get(statement.kind):
            asked = self.subject(statement)
            dated = kind.answer is Answer.VALUE and statement.when
            return f"{asked}, {self.date(dated)}" if dated else asked
        if kind.answer is Answer.WHEN:
            return self.dateless(statement)
        answer = kind.answer_role or kind.answer.value

        def slot(name: str, form: str) -> str | None:
            return _GAP if name == answer else self._slot(statement, name, form)

        return self._line(statement, slot)

    def filler(self, kind: str, role: str, filler: RoleValue) -> str:
        """Return what fills a role of a kind, in words."""
        if kinds()[kind].roles[role] is RoleType.DATE and isinstance(filler, str):
            return self.date(filler)
        return self._filler(kind, role, filler)

    def answer(self, statement: Statement) -> str:
        """Return only what the statement answers to its question: an amount, a date, a name; else its line."""
        kind = kinds()[statement.kind]
        said: str | None = None
        if manner(statement.stance) == "is":
            if kind.answer is Answer.VALUE and statement.value is not None:
                said = self.amount(statement.value)
            elif kind.answer is Answer.WHEN and statement.when is not None:
                said = self.date(statement.when)
            elif kind.answer is Answer.ROLE and kind.answer_role is not None:
                said = self._slot(statement, kind.answer_role, "")
        return said or self.line(statement)

    def bare(self, statement: Statement) -> str:
        """Return what a statement leaves unsaid («without a date») where it does not answer its question."""
        kind = kinds()[statement.kind]
        missing = {
            Answer.VALUE: statement.value is None,
            Answer.WHEN: statement.when is None,
            Answer.ROLE: (kind.answer_role or "") not in statement.roles,
        }
        is_bare = manner(statement.stance) == "is" and missing.get(kind.answer, False)
        return self.label(f"bare_{kind.answer.value}") if is_bare else ""

    def amount(self, value: Value) -> str:
        """Return an amount with its bound and unit."""
        return self.grammar.amount(value, self.words)

    def count(self, number: int, unit: str) -> str:
        """Return a number of things («1 document»); the unit is one of the words that are counted."""
        return self.amount(Value(str(number), unit, "exact"))

    def _fill(self, text: str, slots: dict[str, str]) -> str:
        def slot(name: str, form: str) -> str | None:
            return self.grammar.shape(slots[name], form) if name in slots else None

        return template.fill(text, slot)

    def _slot(self, statement: Statement, name: str, form: str) -> str | None:
        if name == "when":
            return self.grammar.date(statement.when, form) if statement.when else None
        if name == "value":
            return self.amount(statement.value) if statement.value else None
        filler = statement.roles.get(name)
        if not filler:
            return None
        type = kinds()[statement.kind].roles[name]
        if type is RoleType.DATE and isinstance(filler, str):
            return self.grammar.years(filler) if form == "years" else self.grammar.date(filler, form)
        if form == "nation" and isinstance(filler, str):
            return self.grammar.nation(filler) or self.state(filler)
        if isinstance(filler, tuple):
            return self.grammar.listed([self._name(type, name, one) for one in filler], form)
        return self.grammar.shape(self._name(type, name, filler), form)

    def _filler(self, kind: str, role: str, filler: RoleValue) -> str:
        type = kinds()[kind].roles[role]
        fillers = (filler,) if isinstance(filler, str) else filler
        return self.grammar.listed([self._name(type, role, one) for one in fillers])

    def _name(self, type: RoleType, role: str, filler: str) -> str:
        if type in (RoleType.STATE, RoleType.STATES, RoleType.ACTOR):
            return self.state(filler)
        if type is RoleType.TERM:
            return str(self.words["terms"].get(role, {}).get(filler, filler.replace("_", " ")))
        if type is RoleType.ORGANISATION:
            return str(self.words["terms"]["organisation"].get(filler, filler))
        return filler


@cache
def wording(language: str) -> Wording:
    """Return the wording of a language, by its tag (`az`, `en`)."""
    return Wording(language)
