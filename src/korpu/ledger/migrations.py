"""What turned an empty database into today's schema, step by step. A step once released never changes.

To change the schema, append a function and bring `schema.py` to what it leaves; a test compares the two. What is derived
from texts and claims is filled in as today's functions make it, by which it is read, too; what they make otherwise than before
wants a migration that makes it anew, as `m008_keys_of_names`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import msgspec
import sqlalchemy as sa

from korpu.ledger.looked_up import fill
from korpu.ledger.recorded import seal_all
from korpu.ledger.rows import pair_rows
from korpu.ledger.schema import ENTITY_NAME, MIGRATION
from korpu.ledger.seals import seal_migration
from korpu.ledger.search_index import index_all
from korpu.ledger.signatures import sign_all

Migration = Callable[[sa.Connection], None]

MIGRATIONS: list[Migration] = []
"""Every migration in order; the first has the number 1."""


def migration(function: Migration) -> Migration:
    """Append the function to the migrations."""
    MIGRATIONS.append(function)
    return function


def applied(connection: sa.Connection) -> int:
    """Return the number of the last migration that the database has had, 0 where it has had none."""
    if not sa.inspect(connection).has_table(MIGRATION.name):
        return 0
    return connection.scalar(sa.select(sa.func.max(MIGRATION.c.number))) or 0


def migrate(connection: sa.Connection, at: dt.datetime) -> None:
    """Bring the database to today's schema; `at` is noted as the time. Nothing is committed here."""
    for number, step in enumerate(MIGRATIONS, start=1):
        if number > applied(connection):
            step(connection)
            connection.execute(MIGRATION.insert().values(number=number, applied_at=at))
    # The first of them had no column for seals yet.
    for number, then in connection.execute(sa.select(MIGRATION.c.number, MIGRATION.c.applied_at)).all():
        unsealed = MIGRATION.update().where(MIGRATION.c.number == number, MIGRATION.c.seal == "")
        connection.execute(unsealed.values(seal=seal_migration(number, then)))


_M001 = """
CREATE TABLE migration (
    number INTEGER NOT NULL PRIMARY KEY,
    applied_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE TABLE document (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    text TEXT NOT NULL,
    length INTEGER NOT NULL,
    origin TEXT,
    title TEXT,
    publisher TEXT,
    published TEXT,
    url TEXT,
    language TEXT,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE TABLE claim (
    id VARCHAR(16) NOT NULL PRIMARY KEY,
    document_id VARCHAR(64) NOT NULL REFERENCES document (id),
    kind TEXT NOT NULL,
    parties JSON NOT NULL,
    roles JSON NOT NULL,
    "when" TEXT,
    when_from TEXT,
    value_amount TEXT,
    value_unit TEXT,
    value_bound TEXT,
    value_to TEXT,
    stance TEXT NOT NULL,
    speaker TEXT,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    trace JSON,
    reader TEXT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX ix_claim_document_id ON claim (document_id);
CREATE INDEX ix_claim_kind ON claim (kind);
CREATE TABLE claim_party (
    party TEXT NOT NULL,
    claim_id VARCHAR(16) NOT NULL REFERENCES claim (id),
    PRIMARY KEY (party, claim_id)
);
CREATE INDEX ix_claim_party_claim_id ON claim_party (claim_id)
"""


@migration
def m001_documents_and_claims(connection: sa.Connection) -> None:
    """Documents, claims, and the parties by which claims are looked up."""
    for statement in _M001.split(";"):
        connection.execute(sa.text(statement))


@migration
def m002_coverage_of_documents(connection: sa.Connection) -> None:
    """How many sentences of a document make claims, say nothing of any kind, or were not understood."""
    for name in ("claim", "nothing", "not_understood"):
        connection.execute(sa.text(f"ALTER TABLE document ADD COLUMN sentences_{name} INTEGER"))


_M003 = """
CREATE TABLE claim_pair (
    pair VARCHAR(5) NOT NULL,
    first_day VARCHAR(10) NOT NULL,
    claim_id VARCHAR(16) NOT NULL REFERENCES claim (id),
    PRIMARY KEY (pair, first_day, claim_id)
);
DROP INDEX ix_claim_party_claim_id;
DROP INDEX ix_claim_kind;
CREATE TABLE edition (
    source TEXT NOT NULL,
    number INTEGER NOT NULL,
    document_id VARCHAR(64) NOT NULL REFERENCES document (id),
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (source, number)
);
CREATE INDEX ix_edition_document_id ON edition (document_id);
CREATE TABLE change (
    number {counter} PRIMARY KEY,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    author TEXT,
    action TEXT NOT NULL,
    subject VARCHAR(64) NOT NULL,
    because TEXT,
    of_change INTEGER REFERENCES change (number)
);
CREATE INDEX ix_change_subject ON change (subject, number);
CREATE INDEX ix_change_action ON change (action, subject, number);
CREATE VIEW withdrawn AS
SELECT subject, at, author, because FROM change AS last
WHERE action = 'withdraw' AND NOT EXISTS (
    SELECT 1 FROM change AS back
    WHERE back.subject = last.subject AND back.number > last.number AND back.action = 'restore'
);
CREATE VIEW standing_claim AS
SELECT claim.id, claim.kind, claim.parties, claim.roles, claim."when", claim.value_amount, claim.value_unit,
    claim.value_bound, claim.value_to, claim.stance, claim.speaker,
    substr(document.text, claim.start + 1, claim."end" - claim.start) AS quote,
    document.title, document.publisher, document.published, document.url, claim.document_id, claim.recorded_at
FROM claim JOIN document ON document.id = claim.document_id
WHERE claim.id NOT IN (SELECT subject FROM withdrawn)
"""


@migration
def m003_changes_editions_and_pairs(connection: sa.Connection) -> None:
    """What was done to the ledger, the editions of sources, the claims of two states by date, and views for people."""
    counter = "INTEGER NOT NULL" if connection.dialect.name == "sqlite" else "SERIAL NOT NULL"
    for statement in _M003.format(counter=counter).split(";"):
        connection.execute(sa.text(statement))
    connection.execute(
        sa.text(
            "INSERT INTO change (at, action, subject) "
            "SELECT recorded_at, 'add', id FROM document ORDER BY recorded_at, id"
        )
    )
    connection.execute(
        sa.text(
            "INSERT INTO edition (source, number, document_id, recorded_at) "
            "SELECT url, row_number() OVER (PARTITION BY url ORDER BY recorded_at, id), id, recorded_at "
            "FROM document WHERE url IS NOT NULL"
        )
    )
    claims = connection.execute(sa.text('SELECT id, parties, "when" FROM claim')).all()
    pairs = [pair for id, parties, when in claims for pair in pair_rows(id, _listed(parties), when)]
    if pairs:
        connection.execute(
            sa.text(
                "INSERT INTO claim_pair (pair, first_day, claim_id) VALUES (:pair, :first_day, :claim_id)"
            ),
            pairs,
        )


def _listed(parties: Any) -> list[str]:
    """The parties, which some drivers hand out as JSON and some as a list."""
    return msgspec.json.decode(parties) if isinstance(parties, str) else list(parties)


_M004 = {
    "sqlite": """
CREATE TABLE search_document (
    number INTEGER NOT NULL PRIMARY KEY,
    document_id VARCHAR(64) NOT NULL UNIQUE REFERENCES document (id)
);
CREATE VIRTUAL TABLE search USING fts5(terms, content='', detail=none, tokenize=ascii)
""",
    "postgresql": """
CREATE TABLE search_document (
    document_id VARCHAR(64) NOT NULL PRIMARY KEY REFERENCES document (id),
    terms TEXT[] NOT NULL
);
CREATE INDEX ix_search_document_terms ON search_document USING GIN (terms)
""",
}


@migration
def m004_search(connection: sa.Connection) -> None:
    """What documents are searched by, and that of those that are there."""
    for statement in _M004[connection.dialect.name].split(";"):
        connection.execute(sa.text(statement))
    index_all(connection)


_M005 = """
CREATE TABLE entity_name (
    id VARCHAR(16) NOT NULL,
    claim_id VARCHAR(16) NOT NULL REFERENCES claim (id),
    type TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (id, claim_id)
);
CREATE INDEX ix_entity_name_claim_id ON entity_name (claim_id);
CREATE INDEX ix_entity_name_key ON entity_name (type, key);
CREATE TABLE judgement (
    change INTEGER NOT NULL PRIMARY KEY REFERENCES change (number),
    sameness TEXT NOT NULL,
    names JSON NOT NULL,
    others JSON NOT NULL
)
"""


@migration
def m005_names_of_entities_and_judgements(connection: sa.Connection) -> None:
    """The names in claims, by which entities are found, and what people judge of them."""
    for statement in _M005.split(";"):
        connection.execute(sa.text(statement))
    fill(connection, ENTITY_NAME)


_M006 = """
CREATE TABLE document_signature (
    document_id VARCHAR(64) NOT NULL PRIMARY KEY REFERENCES document (id),
    signature {bytes} NOT NULL
)
"""


@migration
def m006_signatures_of_documents(connection: sa.Connection) -> None:
    """What near copies of documents are told by."""
    kind = "BLOB" if connection.dialect.name == "sqlite" else "BYTEA"
    connection.execute(sa.text(_M006.format(bytes=kind)))
    sign_all(connection)


_M007 = """
CREATE TABLE coverage (
    document_id VARCHAR(64) NOT NULL REFERENCES document (id),
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    reader TEXT,
    sentences_claim INTEGER NOT NULL,
    sentences_nothing INTEGER NOT NULL,
    sentences_not_understood INTEGER NOT NULL,
    PRIMARY KEY (document_id, recorded_at)
);
INSERT INTO coverage
SELECT id, recorded_at, NULL, sentences_claim, sentences_nothing, sentences_not_understood FROM document
WHERE sentences_claim IS NOT NULL AND sentences_nothing IS NOT NULL AND sentences_not_understood IS NOT NULL;
ALTER TABLE document DROP COLUMN sentences_claim;
ALTER TABLE document DROP COLUMN sentences_nothing;
ALTER TABLE document DROP COLUMN sentences_not_understood;
ALTER TABLE migration ADD COLUMN seal VARCHAR(16) NOT NULL DEFAULT '';
ALTER TABLE change ADD COLUMN recorded VARCHAR(16);
ALTER TABLE change ADD COLUMN seal VARCHAR(16) NOT NULL DEFAULT ''
"""


@migration
def m007_seals_and_coverage_of_each_reading(connection: sa.Connection) -> None:
    """What shows that everything is what was noted, and how much was understood each time that a text was read."""
    for statement in _M007.split(";"):
        connection.execute(sa.text(statement))
    seal_all(connection)


@migration
def m008_keys_of_names(connection: sa.Connection) -> None:
    """Names have keys in which more of one entity's spellings agree."""
    connection.execute(ENTITY_NAME.delete())
    fill(connection, ENTITY_NAME)


_M009 = """
CREATE TABLE decision (
    change INTEGER NOT NULL PRIMARY KEY REFERENCES change (number),
    claims JSON NOT NULL,
    preferred VARCHAR(16) REFERENCES claim (id),
    undoes INTEGER REFERENCES change (number)
);
CREATE VIEW decided AS
SELECT change.number, change.at, change.author, change.because, decision.claims, decision.preferred
FROM decision JOIN change ON change.number = decision.change
WHERE decision.undoes IS NULL
    AND NOT EXISTS (SELECT 1 FROM decision AS undo WHERE undo.undoes = decision.change);
CREATE VIEW accepted AS
SELECT subject, at, author, because FROM change AS last
WHERE action = 'accept' AND NOT EXISTS (
    SELECT 1 FROM change AS back
    WHERE back.subject = last.subject AND back.number > last.number AND back.action = 'unaccept'
)
"""


@migration
def m009_decisions_and_accepted_claims(connection: sa.Connection) -> None:
    """What people decide of claims that contradict each other, and views of what they decided and accepted."""
    for statement in _M009.split(";"):
        connection.execute(sa.text(statement))


@migration
def m010_documents_by_date(connection: sa.Connection) -> None:
    """The index by which documents are gone through by their dates of publication."""
    connection.execute(sa.text("CREATE INDEX ix_document_published ON document (published, id)"))
