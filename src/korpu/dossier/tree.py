"""The dossier: findings on two states arranged for reading, before any language and any form."""

from __future__ import annotations

import msgspec

from korpu.claims import RoleValue, Stance, Value, WhenFrom
from korpu.coverage import Coverage
from korpu.document import SourceCard
from korpu.findings.finding import Decided, Reason, Relation, Status


class Note(msgspec.Struct, frozen=True):
    """A sentence that is referred to by its number.

    Attributes:
        number: 1 and up, in the order in which a reader meets the references.
        document: the id of the document.
        claims: the ids of the claims that the sentence makes here, sorted.
    """

    number: int
    document: str
    start: int
    end: int
    quote: str
    claims: tuple[str, ...]


class Source(msgspec.Struct, frozen=True):
    """A document that the dossier refers to, and the numbers of its sentences.

    Attributes:
        copy_of: the id of the document that it copies as a whole, so that the two are one witness.
        coverage: how many of its sentences were understood; None where that is not known.
    """

    document: str
    card: SourceCard
    notes: tuple[int, ...]
    copy_of: str | None = None
    coverage: Coverage | None = None


class Attribution(msgspec.Struct, frozen=True):
    """Who says a thing, or how sure it is said to be, where not all of its sentences say it alike.

    Attributes:
        stance: `estimate` for an amount said to be one; None where only the speaker counts.
        notes: the sentences it holds of; empty where it holds of all.
    """

    speaker: str | None = None
    stance: Stance | None = None
    notes: tuple[int, ...] = ()


class Told(msgspec.Struct, frozen=True):
    """One claim of a statement, as it gives the answer itself.

    Attributes:
        claim: its id.
        note: the number of its sentence.
        value: its amount, with the unit that was worked out for it, if one was.
        unit_inferred: whether one was.
    """

    claim: str
    note: int
    when: str | None
    value: Value | None
    stance: Stance
    unit_inferred: bool = False


class Statement(msgspec.Struct, frozen=True):
    """One answer, as the sentences that give it say it together.

    Attributes:
        stance: `fact` where at least one sentence states it so.
        when_from: how the date was got, where no sentence states it.
        unit_inferred: whether the value's unit was worked out from other claims.
        notes: the numbers of its sentences.
        as_of: when the newest of its documents was published, EDTF; None where none has a date.
        is_undated: whether it may have changed since: it changes with time, and no sentence dates it.
        told: the claims that it is made of, in the order of their publication.
    """

    kind: str
    parties: tuple[str, ...]
    roles: dict[str, RoleValue]
    when: str | None
    value: Value | None
    stance: Stance
    notes: tuple[int, ...]
    when_from: WhenFrom | None = None
    unit_inferred: bool = False
    attributions: tuple[Attribution, ...] = ()
    as_of: str | None = None
    is_undated: bool = False
    told: tuple[Told, ...] = ()


class Rival(msgspec.Struct, frozen=True):
    """Another answer to the same question, and how it stands to the one it is shown beside.

    Attributes:
        side: which answers it is of: 0 those that agree with the one shown, from 1 on those that contradict it, each with what
            agrees with it; None where it cannot be compared.
    """

    statement: Statement
    relation: Relation
    reason: Reason
    side: int | None = None


class Remark(msgspec.Struct, frozen=True):
    """What was worked out from several claims, or is not known: its reason, and the sentences it rests on.

    Attributes:
        subject: of a gap, what is not known, without an answer; None for any other remark.
        decided: what a person decided of sentences that do not fit together; None where nobody did.
    """

    reason: Reason
    notes: tuple[int, ...]
    status: Status = "inferred"
    subject: Statement | None = None
    decided: Decided | None = None

    @property
    def is_disputed(self) -> bool:
        """Whether it says that they do not fit together (a sum that does not add up)."""
        return self.status == "disputed"

    @property
    def is_open(self) -> bool:
        """Whether they do not fit together, and no person decided of all of them."""
        return self.is_disputed and not (self.decided and self.decided.holds)


class Line(msgspec.Struct, frozen=True):
    """One finding: the answer, other answers beside it, and what was so before.

    Attributes:
        reason: why its status is what it is.
        rivals: answers that contradict it first, then those that say the same more or less exactly.
        earlier: answers that it supersedes, the latest first.
        remarks: for a plan or target, how it came out.
        documents: how many documents say any of this.
        witnesses: how many of them are witnesses of their own.
        is_preferred: whether the sources disagree, and a person, or a rule that the user named, chose the answer.
        decided: what a person decided of the dispute; None where nobody did.
    """

    statement: Statement
    status: Status
    reason: Reason
    rivals: tuple[Rival, ...] = ()
    earlier: tuple[Statement, ...] = ()
    remarks: tuple[Remark, ...] = ()
    documents: int = 0
    witnesses: int = 0
    is_preferred: bool = False
    decided: Decided | None = None

    @property
    def is_disputed(self) -> bool:
        """Whether another source says something that cannot be so at the same time."""
        return any(rival.relation == "contradicts" for rival in self.rivals)

    @property
    def is_open(self) -> bool:
        """Whether the sources disagree, and no person decided of all that they say."""
        return self.is_disputed and not (self.decided and self.decided.holds)


class Column(msgspec.Struct, frozen=True):
    """A column of a table: a kind, and the roles that its cells share."""

    kind: str
    roles: dict[str, RoleValue]


class Row(msgspec.Struct, frozen=True):
    """A row of a table: a period, EDTF, and for each column the line that stands in it, if any."""

    when: str
    cells: tuple[Line | None, ...]


class Table(msgspec.Struct, frozen=True):
    """Amounts by period.

    Attributes:
        unit: the unit of all cells that have one and are no share, None where they differ or have none.
        unit_inferred: whether the unit of some cell was worked out from other claims.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    unit: str | None
    unit_inferred: bool


class Section(msgspec.Struct, frozen=True):
    """A section: its name (a value of `korpu.kinds.Section`), what stands in it, what follows from it, and its gaps."""

    name: str
    tables: tuple[Table, ...] = ()
    lines: tuple[Line, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether no document says anything that belongs here."""
        return not (self.tables or self.lines or any(remark.subject is None for remark in self.remarks))

    @property
    def gaps(self) -> tuple[Remark, ...]:
        """The remarks that something is not known."""
        return tuple(remark for remark in self.remarks if remark.subject is not None)

    def all_lines(self) -> tuple[Line, ...]:
        """Return every line, those in the tables first, in reading order."""
        cells = (cell for table in self.tables for row in table.rows for cell in row.cells if cell)
        return (*cells, *self.lines)


class Dossier(msgspec.Struct, frozen=True):
    """The state of relations of two states, according to whom, and where the sources disagree.

    Attributes:
        pair: the two codes, in the order in which they were asked for.
        as_of: the day that the dossier is as of, EDTF; None for all that the ledger holds.
        newest: when the newest document was published, EDTF; None where none has a date.
        claims: how many claims it rests on.
        witnesses: how many documents, those that copy each other counted once.
        undated: how many documents do not say when they were published.
        sections: every section, in order, also the empty ones.
        disputed: the lines where sources disagree, in reading order.
        misfits: the remarks that sentences do not fit together, in reading order.
        by: the source or speaker whose word alone it is; None for all.
    """

    pair: tuple[str, str]
    as_of: str | None
    newest: str | None
    claims: int
    witnesses: int
    undated: int
    sections: tuple[Section, ...]
    disputed: tuple[Line, ...]
    misfits: tuple[Remark, ...]
    notes: tuple[Note, ...]
    sources: tuple[Source, ...]
    by: str | None = None

    @property
    def disputes(self) -> int:
        """How many disagreements there are, decided or not."""
        return len(self.disputed) + len(self.misfits)

    @property
    def open_disputes(self) -> int:
        """How many disagreements nobody decided, or are open again since a new source came."""
        lines = sum(line.is_open for line in self.disputed)
        return lines + sum(remark.is_open for remark in self.misfits)

    @property
    def findings(self) -> int:
        """How many questions the documents answer."""
        return sum(len(section.all_lines()) for section in self.sections)
