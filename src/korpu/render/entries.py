"""Lines of the dossier in words: the statement, what must be said beside it, and other answers."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.claims import Value
from korpu.dossier.lines import OUTCOMES
from korpu.dossier.statements import manner
from korpu.dossier.tree import Line, Remark, Section, Statement
from korpu.render.page import Entry, Other, Phrase, Tag
from korpu.render.wording.words import Wording

INFERRED_MARK = "*"
"""Stands behind an amount of a table whose unit was worked out; the table's note explains it."""


def entry_of(line: Line, pair: Sequence[str], say: Wording) -> Entry:
    """Return a line in words."""
    phrase = phrase_of(line.statement, pair, say)
    if line.status in OUTCOMES:
        phrase = Phrase(phrase.text, phrase.notes, (*phrase.tags, Tag(line.status, say.label(line.status))))
    return Entry(
        phrase=phrase,
        is_disputed=line.is_disputed,
        others=others_of(line, say),
        earlier_lead=say.label(_earlier_lead(line.earlier)),
        earlier=tuple(_earlier(statement, say) for statement in line.earlier),
        remarks=tuple(remark_of(remark, say) for remark in _worth_saying(line)),
        decided=_decided(line, say),
    )


def dispute_of(line: Line, pair: Sequence[str], say: Wording) -> Entry:
    """Return a line in words with nothing but what contradicts it, for the list of disagreements."""
    contrary = tuple(other for other in others_of(line, say) if other.is_contrary)
    return Entry(
        phrase_of(line.statement, pair, say), is_disputed=True, others=contrary, decided=_decided(line, say)
    )


def _decided(line: Line, say: Wording) -> str:
    return say.reason(line.decided.reason) if line.decided else ""


def _worth_saying(line: Line) -> tuple[Remark, ...]:
    """The remarks, but for the one that a plan is still open: its tags say that."""
    return tuple(remark for remark in line.remarks if remark.notes or line.statement.value is not None)


def phrase_of(statement: Statement, pair: Sequence[str], say: Wording) -> Phrase:
    """Return a statement in words, with its tags."""
    tags = list(tags_of(statement, say))
    if set(statement.parties) - set(pair):
        names = say.grammar.listed([say.state(code) for code in statement.parties])
        tags.append(Tag("parties", say.label("parties", names=names)))
    return Phrase(say.line(statement), statement.notes, tuple(tags))


def others_of(line: Line, say: Wording) -> tuple[Other, ...]:
    """Return the other answers, each with its reason; the finding's own, fuller reason where it is the same."""
    others: list[Other] = []
    for rival in line.rivals:
        is_contrary = rival.relation == "contradicts"
        bare = say.bare(rival.statement)
        if bare and not is_contrary:
            others.append(Other(False, say.label("also"), Phrase(bare, rival.statement.notes), ""))
            continue
        reason = say.reason(line.reason if rival.reason.code == line.reason.code else rival.reason)
        others.append(
            Other(
                is_contrary=is_contrary,
                lead=say.label("but" if is_contrary else "also"),
                phrase=_answer(rival.statement, say),
                # Two answers that contradict the first for the same reason share its sentence.
                reason="" if any(other.reason == reason for other in others) else reason,
            )
        )
    return tuple(others)


def remark_of(remark: Remark, say: Wording) -> Phrase:
    """Return a remark in words; of a gap first what is not known, of what was decided who decided it last."""
    reason = say.reason(remark.reason)
    if remark.decided is not None:
        reason = f"{reason} {say.reason(remark.decided.reason)}"
    text = f"{say.subject(remark.subject)}. {reason}" if remark.subject is not None else reason
    return Phrase(text, remark.notes)


def remarks_of(section: Section, say: Wording) -> tuple[Phrase, ...]:
    """Return what follows from the section's lines, in words; its gaps are not among it."""
    return tuple(remark_of(remark, say) for remark in section.remarks if remark.subject is None)


def gaps_of(section: Section, say: Wording) -> tuple[Phrase, ...]:
    """Return what the section should say and cannot, in words."""
    return tuple(remark_of(gap, say) for gap in section.gaps)


def _answer(statement: Statement, say: Wording) -> Phrase:
    return Phrase(say.answer(statement), statement.notes, tags_of(statement, say))


def _earlier_lead(statements: Sequence[Statement]) -> str:
    """The label of superseded answers: of one without any date nobody knows that it is the earlier."""
    return "earlier" if all(one.when or one.as_of for one in statements) else "earlier_or_undated"


def _earlier(statement: Statement, say: Wording) -> Phrase:
    """A superseded answer, with the date it was told of."""
    answer = say.answer(statement)
    date = statement.when or statement.as_of
    text = f"{answer} ({say.date(date)})" if date and say.date(date) not in answer else answer
    tags = [tag for tag in tags_of(statement, say) if tag.code != "undated"]
    if not date:
        tags.append(Tag("undated", say.label("unknown_date")))
    return Phrase(text, statement.notes, tuple(tags))


def tags_of(statement: Statement, say: Wording) -> tuple[Tag, ...]:
    """Return what must be said beside a statement, in the order in which it is read."""
    tags = []
    for attribution in statement.attributions:
        if attribution.speaker:
            text = say.label("speaker", name=attribution.speaker)
            tags.append(Tag("speaker", text, attribution.notes))
        elif attribution.stance:
            tags.append(Tag("estimate", say.label(attribution.stance), attribution.notes))
    if manner(statement.stance) != "is":
        tags.append(Tag(statement.stance, say.label(statement.stance)))
    if statement.value is not None and statement.unit_inferred:
        tags.append(Tag("unit_inferred", say.label("unit_inferred")))
    if statement.value is not None and statement.value.unit is None:
        tags.append(Tag("unit_absent", say.label("unit_absent")))
    if statement.when_from in ("published", "assumed"):
        code = f"when_{statement.when_from}"
        tags.append(Tag(code, say.label(code)))
    if statement.is_undated:
        date = statement.as_of
        text = say.label("undated", date=say.date(date)) if date else say.label("undated_document")
        tags.append(Tag("undated", text))
    return tuple(tags)


def cell_of(line: Line, unit: str | None, scale: int, say: Wording) -> Entry:
    """Return a table's cell: the amount in the table's unit, and the amounts that contradict it.

    Args:
        unit: the table's unit; an amount in another one carries its own.
        scale: by what power of ten the table's unit is shortened.
    """
    contrary = [rival for rival in line.rivals if rival.relation == "contradicts"]
    return Entry(
        phrase=_cell(line.statement, unit, scale, say),
        is_disputed=line.is_disputed,
        others=tuple(
            Other(True, say.label("but"), _cell(rival.statement, unit, scale, say), "") for rival in contrary
        ),
    )


IN_CELL = ("estimate", "denied", "unit_inferred", "unit_absent")
"""Tags that a table's cell says by itself."""


def needs_line(line: Line, say: Wording) -> bool:
    """Whether a table's cell leaves something unsaid: another answer, whose words it is, how it was dated."""
    return bool(line.rivals) or any(tag.code not in IN_CELL for tag in tags_of(line.statement, say))


def _cell(statement: Statement, unit: str | None, scale: int, say: Wording) -> Phrase:
    tags = tuple(tag for tag in tags_of(statement, say) if tag.code in ("estimate", "denied"))
    value = statement.value
    if value is None:
        return Phrase(say.line(statement), statement.notes, tags)
    if value.unit == "percent":
        return Phrase(say.grammar.bare_amount(value, say.words) + "\u00a0%", statement.notes, tags)
    if value.unit is None or value.unit == unit:
        text = say.grammar.bare_amount(shorten(value, scale if value.unit else 0), say.words)
        text += INFERRED_MARK if statement.unit_inferred else ""
        tags = tags if value.unit or unit is None else (*tags, Tag("unit_absent", say.label("unit_absent")))
        return Phrase(text, statement.notes, tags)
    return Phrase(say.amount(value), statement.notes, tags)


def shorten(value: Value, scale: int) -> Value:
    """Return the value with its decimal mark moved left by `scale` digits, no digit lost.

    >>> shorten(Value("742613400", "USD", "exact"), 3).amount
    '742613.4'
    """
    return Value(
        move_mark(value.amount, scale), value.unit, value.bound, value.to and move_mark(value.to, scale)
    )


def move_mark(amount: str, scale: int) -> str:
    """Return a plain decimal with its mark moved left by `scale` digits.

    >>> move_mark("-1500", 3), move_mark("20", 3), move_mark("340000000", 6)
    ('-1.5', '0.02', '340')
    """
    if not scale:
        return amount
    sign, digits = ("-", amount[1:]) if amount.startswith("-") else ("", amount)
    whole, _, part = digits.partition(".")
    whole = whole.rjust(scale + 1, "0")
    moved = f"{whole[:-scale]}.{whole[-scale:]}{part}".rstrip("0").rstrip(".")
    return sign + moved
