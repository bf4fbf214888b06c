"""Speakers: who says each sentence of a document, through whole quotations and interviews."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from korpu.clauses import Mention, Part
from korpu.document import Span
from korpu.languages import Reading, Saying
from korpu.reading.cast import Cast
from korpu.reading.discourse import Discourse
from korpu.reading.interviews import Read, Turn, find_turns
from korpu.reading.quotations import State, find_quotations
from korpu.reading.sentences import BlockType


class Voice(NamedTuple):
    """Who says a sentence.

    Attributes:
        speaker: his name, None where the document itself says it.
        outer: who says of him that he says it («Serbia's ambassador X»); None for the document.
        told: where what he says begins and ends.
        tag: where the words stand that name him; they are not his.
    """

    speaker: str | None
    outer: str | None = None
    told: Span = Span(0, 1 << 60)
    tag: Span = Span(0, 0)

    def at(self, position: int) -> str | None:
        """Return who says the words at a code point of the sentence; the speaker where it is negative."""
        if self.tag.start <= position < self.tag.end:
            return self.outer
        if position < 0 or self.told.start <= position < self.told.end:
            return self.speaker
        return self.outer


def find_voices(text: str, sentences: Sequence[Read], discourse: Discourse) -> list[Voice]:
    """Return for each sentence who says it, the document's own words told from his.

    A speaker named at the end of a quotation holds for all of it; one introduced once holds to its end.
    """
    stage = _play(text, sentences, discourse)
    voices: list[Voice] = []
    for index, sentence in enumerate(sentences):
        saying = sentence.reading.saying
        speaker = stage.speakers[index]
        if saying and saying.holds in ("sentence", "quote", "on") and speaker:
            told = Span(saying.told_start, saying.told_end)
            inside = stage.states[index].before or index in stage.fixed or stage.turns[index]
            outer = stage.outer[index] if not inside else None
            whole = Span(0, 1 << 60) if inside and saying.holds != "quote" else told
            tag = Span(0, 0) if _is_institution(saying) else Span(saying.start, saying.end)
            voices.append(Voice(speaker, outer, whole, tag))
        else:
            voices.append(Voice(speaker, stage.outer[index]))
    return voices


def _play(text: str, sentences: Sequence[Read], discourse: Discourse) -> Stage:
    sayings = [sentence.reading.saying for sentence in sentences]
    states = find_quotations(text, sentences, [bool(s and s.holds in ("quote", "other")) for s in sayings])
    stage = Stage(
        text,
        sentences,
        states,
        find_turns(text, sentences),
        Cast(discourse.cast.names, home=discourse.publisher),
    )
    for index in range(len(sentences)):
        stage.step(index)
    stage.bridge()
    for member in stage.cast.members:
        if member.state and not member.state.startswith("@"):
            discourse.states_of_persons.setdefault(member.name, member.state)
    return stage


def is_source(saying: Saying | None) -> bool:
    """Return whether a saying only names the institution that counts («… idarəsinin hesabatına əsasən»): «our» is not its."""
    return saying is not None and _is_institution(saying) and saying.holds == "sentence"


def spell(name: str | None, text: str, original: str) -> str | None:
    """Return the name in the letters of the document, whose `text` is a transcription as long as itself.

    >>> spell("Anar", "Anar dedi", "Анар деди")
    'Анар'
    """
    at = text.find(name) if name else -1
    return original[at : at + len(name)] if name and at >= 0 else name


@dataclass
class Stage:
    """Where the reading stands: who has spoken, who speaks, what is open.

    Attributes:
        current: who spoke last.
        base: whom the document relays as a whole, where it does («… xidməti məlumat verir:»).
        opened: the first sentence of the open quotation.
        fixed: sentences whose speaker was named for them alone within another's quotation.
    """

    text: str
    sentences: Sequence[Read]
    states: Sequence[State]
    turns: Sequence[Turn | None]
    cast: Cast
    speakers: list[str | None] = field(default_factory=list)
    current: str | None = None
    base: str | None = None
    interviewee: str | None = None
    opened: int | None = None
    spoken: bool = False
    fixed: set[int] = field(default_factory=set)
    attributed: set[int] = field(default_factory=set)
    outer: list[str | None] = field(default_factory=list)

    def step(self, index: int) -> None:
        """Find who says the sentence `index`, and mend what came before it where it tells."""
        sentence = self.sentences[index]
        saying = sentence.reading.saying
        self.speakers.append(None)
        self.outer.append(self.base)
        self.cast.note(m for m in sentence.reading.mentions if m.type == "body")
        named = self._resolve(saying)
        self.cast.note(m for m in sentence.reading.mentions if m.type == "person")
        if saying and saying.speaker and named is None:
            named = self._resolve(saying)
        state = self.states[index]
        turn = self.turns[index]
        if sentence.type is BlockType.ROW and turn is None:
            return  # a table is the document's own, whoever is quoted around it
        if turn is not None:
            self._take_turn(index, turn, saying, named)
        elif saying and saying.holds == "interview":
            self.interviewee = self.interviewee or named
            self.current = named or self.current
            self.speakers[index] = self.base
        elif saying and saying.holds == "off":
            self.base, self.opened = None, None
        elif state.before or (state.begins and not (saying and saying.holds in ("before", "source"))):
            self._within(index, saying, named)
        else:
            self._narrate(index, saying, named)
        if not state.before and not (state.begins and state.after):
            self.cast.note((), subjects(sentence.reading, saying))
            if saying and named and saying.holds not in ("off", "interview"):
                self.cast.topic = named if not _is_institution(saying) else self.cast.topic

    def _resolve(self, saying: Saying | None) -> str | None:
        if not saying:
            return None
        if saying.speaker:
            return self.cast.find(saying.speaker, self.current)
        return self.current if saying.holds in ("sentence", "quote", "on", "answer") else None

    def _take_turn(self, index: int, turn: Turn, saying: Saying | None, named: str | None) -> None:
        """A question is nobody's claim; an answer is that of who was named as answering."""
        if turn is Turn.QUESTION:
            return
        if saying and saying.holds == "answer" and saying.speaker and named:
            self.interviewee = named
        if self.interviewee is None:
            persons = [m.name for m in self.cast.members if not m.head]
            self.interviewee = self.current or (persons[0] if persons else None)
        nested = (
            named
            if saying and saying.speaker and saying.speaker.value and saying.holds == "sentence"
            else None
        )
        self.speakers[index] = nested or self.interviewee

    def _within(self, index: int, saying: Saying | None, named: str | None) -> None:
        """A sentence of a quotation: its speaker is named at its end, or was before it opened."""
        state = self.states[index]
        if not state.before:
            self.opened = index
        first = self.opened if self.opened is not None else index
        if saying and saying.holds in ("quote", "other"):
            self._give(first, index, named)
            self.current = named or self.current
            self.opened = None
            return
        if saying and saying.speaker and named and saying.speaker.value:
            if not state.before and not state.after:
                self._narrate(index, saying, named)
                return
            self.fixed.add(index)
            self.speakers[index] = named
        else:
            self.speakers[index] = self.current if self._follows(first, index) else None
        if not state.after:
            self.opened = None

    def _follows(self, first: int, index: int) -> bool:
        """Whether a quotation goes on from what its speaker was just said to say."""
        if first < index and self.speakers[first] is not None and first not in self.fixed:
            return self.speakers[first] == self.current
        return first > 0 and self.speakers[first - 1] is not None and self.speakers[first - 1] == self.current

    def _give(self, first: int, last: int, name: str | None) -> None:
        for index in range(first, last + 1):
            if index not in self.fixed:
                self.speakers[index] = name
                self.attributed.add(index)

    def _narrate(self, index: int, saying: Saying | None, named: str | None) -> None:
        """A sentence outside quotations: who it says speaks, else whom the document relays."""
        if self.states[index].after:
            self.opened = index
        if saying is None or named is None:
            self.speakers[index] = self.base
            return
        self.current = named
        if saying.holds in ("before", "source"):
            self._point_back(index, named)
            self.base = named if saying.holds == "source" else self.base
            self.speakers[index] = self.base
        else:
            self.speakers[index] = named
            self.attributed.add(index)
            if saying.holds == "on":
                self.base = named
        self.spoken = True

    def _point_back(self, index: int, named: str) -> None:
        """«Bu sözləri X deyib»: all that came before, where nobody has spoken yet; else the last paragraph."""
        first = 0
        lines = [
            at for at in range(1, index + 1)
            if "\n" in self.text[self.sentences[at - 1].end : self.sentences[at].start]
        ]  # fmt: skip
        prose = [at for at in lines if self.sentences[at].type is BlockType.PROSE]
        if self.spoken or len(prose) > 5:
            first = lines[-2] if len(lines) > 1 and lines[-1] == index else (lines[-1] if lines else 0)
        for at in range(first, index):
            if self.speakers[at] is None and at not in self.fixed:
                self.speakers[at] = named

    def bridge(self) -> None:
        """Give what stands in a paragraph between two sentences of one speaker, the second by a pronoun, to him."""
        for index, sentence in enumerate(self.sentences):
            saying = sentence.reading.saying
            if not (saying and saying.speaker and not saying.speaker.value and index in self.attributed):
                continue
            pronoun = bool(saying.speaker.attributes.get("he"))
            back = index - 1
            while (
                back >= 0 and back not in self.attributed and self.speakers[back] is None and index - back < 5
            ):
                if self.sentences[back].type is not BlockType.PROSE or self.sentences[back].reading.saying:
                    break
                if (
                    not pronoun
                    and "\n" in self.text[self.sentences[back].end : self.sentences[back + 1].start]
                ):
                    break
                back -= 1
            if (
                0 <= back < index - 1
                and back in self.attributed
                and self.speakers[back] == self.speakers[index]
            ):
                for at in range(back + 1, index):
                    self.speakers[at] = self.speakers[index]


def _is_institution(saying: Saying) -> bool:
    return saying.speaker is not None and saying.speaker.type == "body"


def subjects(reading: Reading, saying: Saying | None) -> Iterable[Mention]:
    """The persons that are subjects of the sentence's clauses, outside what is told in it."""
    for clause in reading.clauses:
        for argument in clause.arguments:
            mention = argument.mention
            told = saying is not None and saying.told_start <= mention.start < saying.told_end
            if argument.own and argument.part is Part.SUBJECT and mention.type == "person" and not told:
                yield mention
