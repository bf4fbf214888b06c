"""List the persons, agreements, places … that are named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

import click

from korpu.cli import options, output
from korpu.kinds import EntityType

if TYPE_CHECKING:
    from rich.table import Table

    from korpu.entities.clusters import Entities, Entity, Link

TYPES: tuple[EntityType, ...] = get_args(EntityType)


@click.command(short_help=__doc__)
@options.optional_pair_argument
@click.option("--type", type=click.Choice(TYPES), help="Only these.")
@click.option("--doubts", is_flag=True, help="List instead what may be one, for you to decide.")
@options.as_of_option()
@options.known_at_option
@options.words_option("The language of the reasons: en or az.")
@options.format_option()
@options.ledger_option
def command(
    pair: tuple[str, str] | None,
    type: EntityType | None,
    doubts: bool,
    as_of: str | None,
    known_at: dt.datetime | None,
    language: str,
    format: str,
    ledger: options.Address,
) -> None:
    """List the persons, missions, organisations, agreements, projects and places that the ledger names.

    With two states, A and B, only what claims on both name. Each stands under all its spellings, with the reason why they
    are one. Names are joined only where nothing that the ledger knows speaks against it; --doubts lists those that a person
    must decide on, with `korpu merge` and `korpu split`. They stand in the order of the Azerbaijani alphabet.

    \b
    korpu entities AZ KZ --type person
    korpu entities AZ KZ --doubts
    korpu entities AZ KZ --as-of 2005 --known-at 2024-05-03
    korpu entities --type agreement --format jsonl
    """
    from korpu.as_of import last_day
    from korpu.ledger.store import open_ledger

    with open_ledger(ledger, create=False) as opened:
        found = opened.entities(pair or (), type, known_at, last_day(as_of))
    entities = _in_order(found.entities)
    if doubts:
        _show_doubts(found, format, language)
    elif format == "jsonl":
        output.print_lines(entity_line(entity, language) for entity in entities)
    elif entities:
        output.stdout().print(entities_table(entities, language))
        if found.doubts:
            number = len(found.doubts)
            pairs = "Two" if number == 1 else f"{number:,} pairs"
            output.note(f"{pairs} of them may be one: `korpu entities --doubts` lists what is not decided.")
    if not (found.doubts if doubts else found.entities):
        what = "doubt about a name" if doubts else f"name of the type {type}" if type else "name"
        of_pair = f" on {pair[0]} and {pair[1]}" if pair else ""
        output.note(f"The ledger holds no {what}{of_pair}{output.then(as_of, known_at)}.")


def _in_order(entities: Sequence[Entity]) -> list[Entity]:
    """By type, and by name as the language of the documents orders it."""
    from korpu.languages import DEFAULT, find_language

    key = find_language(DEFAULT).sort_key
    return sorted(entities, key=lambda entity: (TYPES.index(entity.type), key(entity.name), entity.id))


def entity_line(entity: Entity, language: str) -> bytes:
    """Return an entity as a line of JSON: its id, type and name, its spellings with the claims that have them, and reasons."""
    import msgspec

    claims: dict[str, list[str]] = {}
    for mention in entity.mentions:
        of_name = claims.setdefault(mention.name, [])
        if mention.claim not in of_name:
            of_name.append(mention.claim)
    reasons = [_reason(link, entity, language) for link in entity.links]
    fields = {"id": entity.id, "type": entity.type, "name": entity.name}
    return msgspec.json.encode(fields | {"names": dict(sorted(claims.items())), "reasons": reasons})


def entities_table(entities: Sequence[Entity], language: str) -> Table:
    """Return entities as a table, each with its spellings and why they are one."""
    from rich.text import Text

    table = output.new_table()
    table.add_column("id", no_wrap=True, style="dim")
    table.add_column("type", no_wrap=True)
    table.add_column("name", overflow="fold", ratio=1)
    table.add_column("claims", justify="right", no_wrap=True)
    for entity in entities:
        text = Text(entity.name)
        others = [name for name in entity.spellings if name != entity.name]
        if others:
            text.append(f"\n{' · '.join(others)}")
        for line in dict.fromkeys(_reason(link, entity, language) for link in entity.links):
            text.append(f"\n{line}", "dim italic")
        claims = len({mention.claim for mention in entity.mentions})
        table.add_row(entity.id[: output.SHORT_ID], entity.type, text, f"{claims:,}")
    return table


def _reason(link: Link, entity: Entity, language: str) -> str:
    names = {mention.id: mention.name for mention in entity.mentions}
    by = f" ({link.author})" if link.verdict.code.startswith("judged") and link.author else ""
    return f"{names[link.left]} = {names[link.right]}: {link.verdict.sentence(language)}{by}"


def _show_doubts(found: Entities, format: str, language: str) -> None:
    import msgspec

    of_id = {mention.id: (entity, mention.name) for entity in found.entities for mention in entity.mentions}
    rows = [
        (link, of_id[link.left], of_id[link.right])
        for link in found.doubts
        if {link.left, link.right} <= of_id.keys()
    ]
    if format == "jsonl":
        output.print_lines(
            msgspec.json.encode(
                {
                    "type": entity.type,
                    "left": {"id": link.left, "name": name},
                    "right": {"id": link.right, "name": other_name},
                    "reason": link.verdict.sentence(language),
                }
            )
            for link, (entity, name), (_, other_name) in rows
        )
    elif rows:
        table = output.new_table()
        for title in ("id", "name", "id", "may be", "why it is not decided"):
            table.add_column(title, overflow="fold")
        for link, (_, name), (_, other_name) in rows:
            short = (link.left[: output.SHORT_ID], name, link.right[: output.SHORT_ID], other_name)
            table.add_row(*short, link.verdict.sentence(language))
        output.stdout().print(table)
