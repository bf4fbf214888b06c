"""Projects across borders: pipelines, railways, corridors, under the name that the document gives them.

A name is known from the lexicon, or a head makes it one («Şərq–Qərb dəhlizi», «“Vikinq” qatarı layihəsi»). A bare
head («dəhlizə», «layihədə») is the project told of last: its phrase has no value.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from korpu.languages.az.breaks import is_spaced_dash
from korpu.languages.az.morphology import Features, analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.parts import adjectives
from korpu.languages.az.phrases.phrase import DASHES, QUOTES, Phrase, Sentence, dictionary_group
from korpu.languages.az.units import Unit
from korpu.languages.az.words import FOLDER
from korpu.lexicon import read_table

_POINTING = frozenset(fold("bu həmin ki isə da də ilə və o hər bir bütün").split())
_OWNERS = frozenset({"state", "people", "place"})
_BARE_CASES = frozenset({"Dat", "Loc", "Gen", "Acc"})


@cache
def _parts() -> dict[str, str]:
    """The folded words that make a project's name, and which part of it each is."""
    return {fold(row["word"]): row["part"] for row in read_table(FOLDER, "project_words")}


class _Head(NamedTuple):
    """What ends a project's name: its tokens, part and stem, and what its endings say."""

    first: int
    last: int
    part: str
    stem: str
    readings: tuple[Features, ...]

    @property
    def is_possessed(self) -> bool:
        """Whether it is the second noun of a name («qaz kəməri» is by its dictionary form)."""
        return self.last > self.first or any(reading.possessor == "3" for reading in self.readings)


def compose_projects(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with each project under its whole name, and bare heads as projects without one."""
    known = {phrase.last: phrase for phrase in phrases if phrase.type == "project"}
    kept = [phrase for phrase in phrases if phrase.type != "project"]
    found: list[Phrase] = []
    for head in _heads(sentence, kept):
        project = _named(sentence, kept, known, head) or _bare(sentence, head)
        if project:
            found = [p for p in found if not project.first <= p.first <= project.last] + [project]
    taken = {index for project in found for index in range(project.first, project.last + 1)}
    found += [
        _known(sentence, phrase)
        for phrase in known.values() if phrase.last not in taken and "ambiguous" not in phrase.attributes
    ]  # fmt: skip
    found = _with_short_names(sentence, sorted(found, key=lambda project: project.first))
    found = _share_ending(sentence, sorted(found, key=lambda project: project.first))
    found = [_with_presence(sentence, project) for project in found]
    taken |= {index for project in found for index in range(project.first, project.last + 1)}
    rest = [phrase for phrase in kept if phrase.type != "project_head" and phrase.first not in taken]
    return sorted([*rest, *found], key=lambda phrase: phrase.first)


def _with_presence(sentence: Sentence, project: Phrase) -> Phrase:
    """«Hər iki ölkə Şərq dəhlizindədir»: who is in it takes part; so does who is in a leg of it («dəhlizin şərq qolunda»)."""
    if sentence.key(project.last).endswith(_ARE_IN):
        return project._replace(concept="project exist")
    behind = (sentence.key(project.last + 1), sentence.key(project.last + 2))
    if project.is_owner and any(key in _LEGS for key in behind):
        return project._replace(readings=(Features("Loc"),))
    return project


_LEGS = frozenset(fold("qolunda hissəsində seqmentində ayağında istiqamətində bölməsində").split())
_ARE_IN = ("dədir", "dadir", "dədirlər", "dadirlar")


def _with_short_names(sentence: Sentence, projects: list[Phrase]) -> list[Phrase]:
    """«Transadriatik qaz kəməri (TAP)» is one project."""
    joined: list[Phrase] = []
    for project in projects:
        before = joined[-1] if joined else None
        aside = before is not None and sentence.between(before, project) == ["("]
        if before and _is_apposed(sentence, before, project):
            joined[-1] = project._replace(first=before.first)
            continue
        if before and aside and sentence.key(project.last + 1) == ")":
            joined[-1] = before._replace(last=project.last + 1)
        else:
            joined.append(project)
    return joined


def _is_apposed(sentence: Sentence, before: Phrase, project: Phrase) -> bool:
    """«… marşrutunda – Orta Dəhlizdə», «“A” – … kabel xətti layihəsində»: one project under two names."""
    dash = before.last + 1
    if not is_spaced_dash(sentence, dash):
        return False
    return project.first == dash + 1 and before.features.case in ("Nom", project.features.case)


def _share_ending(sentence: Sentence, projects: list[Phrase]) -> list[Phrase]:
    """«BTC, BTƏ və TANAP layihələrində»: the last one's ending is of all."""
    shared = list(projects)
    for index in range(len(shared) - 2, -1, -1):
        gap = sentence.between(shared[index], shared[index + 1])
        if gap in (["və"], [","]) and shared[index].features.case == "Nom":
            shared[index] = shared[index]._replace(readings=shared[index + 1].readings)
    return shared


def _heads(sentence: Sentence, phrases: list[Phrase]) -> list[_Head]:
    """The words that may end a project's name, in the order of the text."""
    heads = [
        _Head(p.first, p.last, "head", p.unit.stem if p.unit else "", p.readings)
        for p in phrases if p.type == "project_head"
    ]  # fmt: skip
    covered = {head.last for head in heads}
    for index, token in enumerate(sentence.tokens):
        if index in covered or not token.is_word:
            continue
        for part, stem, readings in _ends(token.key):
            if part in ("project", "sure") or _parts().get(sentence.key(index - 1)) == "inner":
                part = "head" if part == "sure" else part
                heads.append(_Head(index, index, part, stem, readings))
                break
    return sorted(heads)


@lru_cache(maxsize=65536)
def _ends(key: str) -> tuple[tuple[str, str, tuple[Features, ...]], ...]:
    """The words that end a project's name of which a folded word may be a form: part, stem, what its endings say."""
    stems = dict.fromkeys(found.stem for found in analyse(key))
    ends = [(_parts()[stem], stem) for stem in stems if _parts().get(stem) in ("project", "head", "sure")]
    return tuple(
        (part, stem, tuple(f.features for f in analyse(key) if f.stem == stem)) for part, stem in ends
    )


def _named(sentence: Sentence, phrases: list[Phrase], known: dict[int, Phrase], head: _Head) -> Phrase | None:
    first = head.first
    quoted: tuple[int, int] | None = None
    while first > 0:
        before = first - 1
        if before in known:
            first = known[before].first
        elif sentence.tokens[before].text in QUOTES:
            if _begins_quotation(sentence, before):
                break
            opening = _opening(sentence, before)
            if opening is None:
                break
            quoted, first = (opening + 1, before - 1), opening
            break
        elif _goes_on(sentence, phrases, first):
            first = before
        else:
            break
    leftmost = first
    while first < head.first and _is_loose(sentence, known, first):
        first += 1
    if first == head.first and head.part == "project" and _is_work(sentence, leftmost, head):
        return _phrase(leftmost, head, sentence.words(leftmost, head.first - 1))
    if first == head.first or (head.part == "project" and not head.is_possessed):
        return None
    if not quoted and not _is_proper(sentence, known, first, head):
        return None
    return _phrase(first, head, _value(sentence, first, quoted, head))


def _phrase(first: int, head: _Head, name: str) -> Phrase:
    unit = Unit(head.first, head.last, (), head.readings, stem=head.stem)
    attributes = {"sort": "" if head.part == "project" else head.stem.split()[-1].rstrip("iu")}
    readings = head.readings
    if name:
        attributes["name"] = name
        # a name owns its noun: «“A” marşrutu» is no object for its ending alone
        own = tuple(reading for reading in readings if reading.possessor or reading.case != "Acc")
        readings = own if head.part == "head" and own else readings
    return Phrase(first, head.last, "project", name, readings, "project", attributes, unit=unit)


def _is_work(sentence: Sentence, first: int, head: _Head) -> bool:
    """«elektrik kabeli layihəsi»: without a name, but of a sort that crosses borders."""
    if not head.is_possessed or head.first - first < 2:
        return False
    return any(_parts().get(found.stem) == "head" for found in analyse(sentence.key(head.first - 1)))


def _goes_on(sentence: Sentence, phrases: list[Phrase], first: int) -> bool:
    """Whether the token before `first` still belongs to the name."""
    token = sentence.tokens[first - 1]
    if token.text in DASHES:
        return first > 1 and sentence.tokens[first - 2].is_word and sentence.tokens[first].capital
    if token.key in _POINTING or not token.is_word:
        return False
    if not token.capital:
        return any(found.stem in _parts() for found in analyse(token.key)) or _is_in_head(phrases, first - 1)
    joined = sentence.tokens[first].text in DASHES or (
        first > 1 and sentence.tokens[first - 2].text in DASHES
    )
    owner = next((p for p in phrases if p.type in _OWNERS and p.first <= first - 1 <= p.last), None)
    after = owner is not None and owner.type == "place" and owner.features.case == "Nom"
    return joined or owner is None or (after and _is_in_head(phrases, first))  # «Lobito dəhlizi»


def _is_in_head(phrases: list[Phrase], index: int) -> bool:
    return any(p.type == "project_head" and p.first <= index <= p.last for p in phrases)


def _is_loose(sentence: Sentence, known: dict[int, Phrase], index: int) -> bool:
    """Whether the word at the beginning is none of a name: a mark, or a lower-case word."""
    token = sentence.tokens[index]
    if token.text in QUOTES or any(p.first <= index <= p.last for p in known.values()):
        return False
    return not token.capital


def _is_proper(sentence: Sentence, known: dict[int, Phrase], first: int, head: _Head) -> bool:
    """Whether the words from `first` are a name, and not an adjective that begins a sentence («Yeni dəhliz»)."""
    if any(first <= p.first <= head.last for p in known.values()):
        return True
    if first == 0 and sentence.key(0) in adjectives():
        return False
    return head.is_possessed or sentence.tokens[head.first].capital


def _value(sentence: Sentence, first: int, quoted: tuple[int, int] | None, head: _Head) -> str:
    if quoted:
        return sentence.words(*quoted)
    if head.part == "project":
        return sentence.words(first, head.first - 1)
    return dictionary_group(sentence, first, _phrase(head.first, head, ""), True)


def _begins_quotation(sentence: Sentence, mark: int) -> bool:
    """Whether a mark stands before a word and apart from what is before it («“X “Y kabeli” layihəsinə …”»)."""
    return mark > 0 and not sentence.tokens[mark].glued and sentence.tokens[mark + 1].glued


def _opening(sentence: Sentence, closing: int) -> int | None:
    """The quotation mark that the one at `closing` answers."""
    ahead = range(closing - 1, max(-1, closing - 12), -1)
    return next((index for index in ahead if sentence.tokens[index].text in QUOTES), None)


def _bare(sentence: Sentence, head: _Head) -> Phrase | None:
    """«layihədə», «bu dəhliz»: the project told of last; a noun or an adjective before makes it another."""
    reading = head.readings[0]
    if reading.plural or (head.part == "project" and head.stem != "layihə"):
        return None
    before = sentence.tokens[head.first - 1] if head.first else None
    points = before is not None and before.key in ("bu", "həmin")
    begins = before is None or not before.is_word or before.key in ("ki", "isə", "da", "də")
    cased = reading.case in _BARE_CASES and not reading.possessor
    if points or (begins and cased):
        return _phrase(head.first, head, "")
    return None


def _known(sentence: Sentence, phrase: Phrase) -> Phrase:
    """A project of the lexicon, spelt as the document spells it."""
    name = dictionary_group(sentence, phrase.first, phrase, False)
    return phrase._replace(value=name, concept="project", attributes={"name": name})
