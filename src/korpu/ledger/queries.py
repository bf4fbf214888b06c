"""What is asked of the ledger's tables. Pure: statements are made here, and none is run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa

from korpu import edtf
from korpu.ledger.rows import pair_key
from korpu.ledger.schema import CHANGE, CLAIM, CLAIM_PAIR, CLAIM_PARTY, COVERAGE, DOCUMENT, ENTITY_NAME

# Both databases count code points here, as Python does; theirs begin at 1.
_QUOTE = sa.func.substr(DOCUMENT.c.text, CLAIM.c.start + 1, CLAIM.c.end - CLAIM.c.start)

Select = sa.Select[Any]

_Value = TypeVar("_Value")


def batches(values: Sequence[_Value], size: int = 400) -> Iterable[Sequence[_Value]]:
    """Yield values a few at a time, as one statement may ask for: SQLite allows a thousand in an expression."""
    return (values[start : start + size] for start in range(0, len(values), size))


def all_claims() -> Select:
    """Return what selects every claim with its quote and its document's date, withdrawn ones too."""
    return sa.select(CLAIM, _QUOTE.label("quote"), DOCUMENT.c.published).join(DOCUMENT)


def claims_on(parties: Iterable[str], kind: str | None, known_at: dt.datetime | None) -> Select:
    """Return what selects the claims that stood at an instant, or stand now, and have all those parties."""
    chosen = all_claims().where(stands(CLAIM.c.id, known_at), *recorded(CLAIM.c.recorded_at, known_at))
    chosen = chosen.where(*_among(parties))
    return chosen if kind is None else chosen.where(CLAIM.c.kind == kind)


def bare_claims_on(parties: Iterable[str], known_at: dt.datetime | None) -> Select:
    """Return what selects the same claims of any kind without what their documents have of them."""
    return sa.select(CLAIM).where(
        stands(CLAIM.c.id, known_at), *recorded(CLAIM.c.recorded_at, known_at), *_among(parties)
    )


def claims_by_date(
    pair: Iterable[str],
    after: tuple[str, str],
    limit: int,
    known_at: dt.datetime | None,
    kind: str | None = None,
    as_of: dt.date | None = None,
) -> Select:
    """Return what selects the next claims of two states in the order of what they are about.

    Args:
        after: the first day and the id of the last claim before them.
        as_of: leave out what surely tells of later times; `korpu.as_of` has the last word on the others.
    """
    place = sa.tuple_(CLAIM_PAIR.c.first_day, CLAIM_PAIR.c.claim_id)
    chosen = [] if kind is None else [CLAIM.c.kind == kind]
    if as_of is not None:
        last = min(as_of, dt.date.max - edtf.ABOUT) + edtf.ABOUT
        may_be_told = (
            CLAIM_PAIR.c.first_day <= last.isoformat(),
            CLAIM_PAIR.c.first_day == edtf.sort_key(None)[0],
        )
        chosen.append(sa.or_(*may_be_told, CLAIM.c.stance.in_(("plan", "target"))))
    return (
        all_claims()
        .join(CLAIM_PAIR, CLAIM_PAIR.c.claim_id == CLAIM.c.id)
        .where(CLAIM_PAIR.c.pair == pair_key(pair), place > sa.tuple_(*map(sa.literal, after)))
        .where(stands(CLAIM.c.id, known_at), *recorded(CLAIM.c.recorded_at, known_at), *chosen)
        .order_by(CLAIM_PAIR.c.first_day, CLAIM_PAIR.c.claim_id)
        .limit(limit)
    )


def documents_of(
    parties: Iterable[str], known_at: dt.datetime | None, ids: Sequence[str] | None = None
) -> Select:
    """Return what selects documents, without their texts and with how many claims of theirs stand.

    With parties, only documents that have a claim on all of them, and how many such claims they have.

    Args:
        ids: only these documents, and no claim of others is looked at; all, where it is None.
    """
    chosen = sorted(set(parties))
    standing = [stands(CLAIM.c.id, known_at), *recorded(CLAIM.c.recorded_at, known_at)]
    chosen_ids = [] if ids is None else [DOCUMENT.c.id.in_(ids)]
    standing += [] if ids is None else [CLAIM.c.document_id.in_(ids)]
    number = sa.func.count().label("number")
    counted = sa.select(CLAIM.c.document_id, number).where(*standing, *_among(chosen))
    counts = counted.group_by(CLAIM.c.document_id).subquery()
    columns = (column for column in DOCUMENT.c if column.name != "text")
    covered = (column for column in COVERAGE.c if column.name.startswith("sentences_"))
    return (
        sa.select(*columns, *covered, sa.func.coalesce(counts.c.number, 0).label("claims"))
        .join(counts, counts.c.document_id == DOCUMENT.c.id, isouter=not chosen)
        .outerjoin(COVERAGE, _last_coverage(known_at))
        .where(stands(DOCUMENT.c.id, known_at), *recorded(DOCUMENT.c.recorded_at, known_at), *chosen_ids)
    )


def documents_with(ids: Sequence[str], known_at: dt.datetime | None) -> Select:
    """Return what selects a few documents without their texts, no claim being looked at."""
    columns = (column for column in DOCUMENT.c if column.name != "text")
    covered = (column for column in COVERAGE.c if column.name.startswith("sentences_"))
    return (
        sa.select(*columns, *covered)
        .join_from(DOCUMENT, COVERAGE, _last_coverage(known_at), isouter=True)
        .where(stands(DOCUMENT.c.id, known_at), *recorded(DOCUMENT.c.recorded_at, known_at))
        .where(DOCUMENT.c.id.in_(ids))
    )


def dates_of_documents(parties: Iterable[str], known_at: dt.datetime | None, named: bool) -> Select:
    """Return what selects the id and date of documents, with parties those of them that have a claim on all of these.

    Args:
        named: with their titles and publishers, too, which lie behind their texts.
    """
    names = (DOCUMENT.c.title, DOCUMENT.c.publisher) if named else ()
    chosen = sa.select(DOCUMENT.c.id, DOCUMENT.c.published, *names)
    chosen = chosen.where(stands(DOCUMENT.c.id, known_at), *recorded(DOCUMENT.c.recorded_at, known_at))
    among = _among(parties)
    if not among:
        return chosen
    claimed = sa.select(CLAIM.c.document_id).where(
        *among, stands(CLAIM.c.id, known_at), *recorded(CLAIM.c.recorded_at, known_at)
    )
    return chosen.where(DOCUMENT.c.id.in_(claimed))


def _last_coverage(known_at: dt.datetime | None) -> sa.ColumnElement[bool]:
    """The condition that a row of `coverage` is what was told of a document last, by an instant or by now."""
    told = COVERAGE.alias()
    last = sa.select(sa.func.max(told.c.recorded_at)).where(
        told.c.document_id == DOCUMENT.c.id, *recorded(told.c.recorded_at, known_at)
    )
    return (COVERAGE.c.document_id == DOCUMENT.c.id) & (COVERAGE.c.recorded_at == last.scalar_subquery())


def documents_standing(known_at: dt.datetime | None) -> Select:
    """Return what selects the id and date of publication of the documents that stood at an instant, or stand now."""
    standing = (stands(DOCUMENT.c.id, known_at), *recorded(DOCUMENT.c.recorded_at, known_at))
    return sa.select(DOCUMENT.c.id, DOCUMENT.c.published).where(*standing)


def has_claim(parties: Iterable[str], kind: str | None) -> list[sa.ColumnElement[bool]]:
    """Return the condition that a document has a claim on all these states and of this kind; none, where neither is asked for."""
    chosen = tuple(parties)
    if chosen:
        of_kind = [] if kind is None else [CLAIM.c.kind == kind]
        return [DOCUMENT.c.id.in_(sa.select(CLAIM.c.document_id).where(*_among(chosen), *of_kind))]
    if kind is None:
        return []
    return [sa.exists().where(CLAIM.c.document_id == DOCUMENT.c.id, CLAIM.c.kind == kind)]


def changes_on(
    parties: Iterable[str], since: dt.datetime | None, known_at: dt.datetime | None
) -> sa.Select[Any]:
    """Return what selects the changes from one instant to another.

    With parties, only those of claims on all of them, withdrawn ones too, of their documents, and of names in them.
    """
    chosen = sa.select(CHANGE).where(*recorded(CHANGE.c.at, known_at))
    if since is not None:
        chosen = chosen.where(CHANGE.c.at >= since)
    parties = tuple(parties)
    if not parties:
        return chosen
    claims = claim_ids_on(parties)
    documents = sa.select(CLAIM.c.document_id).where(CLAIM.c.id.in_(claims))
    names = sa.select(ENTITY_NAME.c.id).where(ENTITY_NAME.c.claim_id.in_(claims))
    return chosen.where(CHANGE.c.subject.in_(sa.union_all(claims, documents, names)))


def is_on(subject: sa.ColumnElement[str], parties: Iterable[str]) -> sa.ColumnElement[bool]:
    """Return the condition that what was changed is a claim on all these states, a document with one, or a name in one.

    It says the same as `changes_on` does with parties, and is looked at for each change: that is sooner where many of the
    last changes are.
    """

    def has_all(claim: sa.ColumnElement[str]) -> list[sa.ColumnElement[bool]]:
        found = (CLAIM_PARTY.alias() for _ in chosen)
        return [
            sa.exists().where(one.c.party == party, one.c.claim_id == claim)
            for one, party in zip(found, chosen, strict=True)
        ]

    chosen = sorted(set(parties))
    claims, names = CLAIM.alias(), ENTITY_NAME.alias()
    return sa.or_(
        sa.and_(*has_all(subject)),
        sa.exists().where(claims.c.document_id == subject, *has_all(claims.c.id)),
        sa.exists().where(names.c.id == subject, *has_all(names.c.claim_id)),
    )


def touched_claims(since: dt.datetime, until: dt.datetime | None, parties: Iterable[str] = ()) -> sa.Subquery:
    """Return a table of the claims that came, went or came back from one instant to another: `id`, `parties`, and of the change
    by which `number` and `at`.

    With parties, only those on all of them.
    """
    window = [CHANGE.c.at >= since, *recorded(CHANGE.c.at, until), *_among(parties)]
    # Of a document that was read again, only what was new then.
    read = sa.and_(CLAIM.c.document_id == CHANGE.c.subject, CLAIM.c.recorded_at == CHANGE.c.at)
    touched = sa.select(CLAIM.c.id, CLAIM.c.parties, CHANGE.c.number, CHANGE.c.at).where(*window)
    came = touched.join_from(CHANGE, CLAIM, read).where(CHANGE.c.action.in_(("add", "reread")))
    moved = touched.join_from(CHANGE, CLAIM, CLAIM.c.id == CHANGE.c.subject)
    return sa.union_all(came, moved.where(CHANGE.c.action.in_(("withdraw", "restore", "assert")))).subquery()


def by_themselves(changes: Select) -> Select:
    """Return what selects of changes those that did not come with another (a claim's with its document's, an edition's)."""
    added = CHANGE.alias()
    with_document = sa.exists().where(
        added.c.subject == CHANGE.c.subject, added.c.at == CHANGE.c.at, added.c.action == "add"
    )
    return changes.where(CHANGE.c.of_change.is_(None), sa.or_(CHANGE.c.action != "edition", ~with_document))


def first_of_last(changes: Select, limit: int) -> Select:
    """Return what selects the number of the first of the last few changes, not counting what came with another.

    Args:
        changes: what selects the changes.
        limit: how many of them.
    """
    counted = by_themselves(changes).with_only_columns(CHANGE.c.number)
    numbers = counted.order_by(CHANGE.c.number.desc()).limit(limit)
    return sa.select(sa.func.min(numbers.subquery().c.number))


def stands(subject: sa.ColumnElement[str], known_at: dt.datetime | None) -> sa.ColumnElement[bool]:
    """Return the condition that a document or claim had not been withdrawn at an instant, or is not now.

    Of what was done to it last but one may say the contrary: the last counts.
    """
    withdrawn, restored = CHANGE.alias(), CHANGE.alias()
    back = sa.exists().where(
        restored.c.subject == withdrawn.c.subject,
        restored.c.number > withdrawn.c.number,
        restored.c.action == "restore",
        *recorded(restored.c.at, known_at),
    )
    return ~sa.exists().where(
        withdrawn.c.subject == subject,
        withdrawn.c.action == "withdraw",
        *recorded(withdrawn.c.at, known_at),
        ~back,
    )


def recorded(at: sa.ColumnElement[Any], known_at: dt.datetime | None) -> list[sa.ColumnElement[bool]]:
    """Return the condition that something was in the ledger at an instant; none, where it is of now."""
    return [] if known_at is None else [at <= known_at]


def claim_ids_on(parties: Iterable[str]) -> Select:
    """Return what selects the ids of the claims on all these states, one at least: of two, by the index of pairs."""
    first, *others = sorted(set(parties))
    if len(others) == 1:
        return sa.select(CLAIM_PAIR.c.claim_id).where(CLAIM_PAIR.c.pair == pair_key((first, *others)))
    chosen = sa.select(CLAIM_PARTY.c.claim_id).where(CLAIM_PARTY.c.party == first)
    return chosen.where(CLAIM_PARTY.c.claim_id.in_(claim_ids_on(others))) if others else chosen


def _among(parties: Iterable[str]) -> list[sa.ColumnElement[bool]]:
    """The condition that a claim has all these parties; none, where none are asked for."""
    chosen = tuple(parties)
    return [CLAIM.c.id.in_(claim_ids_on(chosen))] if chosen else []
