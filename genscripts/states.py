"""Complete `languages/az/lexicon/states.tsv` from CLDR, and leave what people wrote in it.

    PYTHONPATH=src python genscripts/states.py > states.new

A territory of ISO 3166-1 that the table lacks gets a row with CLDR's name as `short`; a CLDR name that
no cell of its row has joins `other`; the origin word (`qazaxıstanlı`) of the short name joins `peoples`.
On a complete table the output is the table itself (`tests/test_states_table.py` checks it).
"""

from __future__ import annotations

import sys

from babel import Locale

from korpu.lexicon import PACKAGE, Row, read_table, split_forms

FOLDER, NAME = "languages/az/lexicon", "states"

# CLDR names these two-letter codes too, but ISO 3166-1 reserves them, or they are no territory.
NOT_IN_ISO_3166_1 = frozenset(
    ("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ")
)

# Their origin words would be made up: nobody comes from there, or the name ends in a possessive.
WITHOUT_ORIGIN_WORD = frozenset((
    "AE", "AQ", "AS", "BQ", "BV", "CX", "GF", "GS", "HM", "IM", "IO",
    "NF", "PF", "PN", "SA", "SH", "SU", "TF", "UM", "US", "VG", "VI",
))  # fmt: skip

HARMONY = dict(zip("aıouəeiöü", "ııuuiiiüü", strict=True))
HEADS = (" adaları", " Respublikası", " Demokratik")


def lower(text: str) -> str:
    """Return `text` in small letters, dotted and dotless i kept apart."""
    return text.replace("İ", "i").replace("I", "ı").lower()


def origin_word(short: str) -> str:
    """Return the word for one from there: the name, without its head noun, and -lı by its last vowel.

    >>> origin_word("Qırğızıstan"), origin_word("Seyşel adaları"), origin_word("Trinidad və Tobaqo")
    ('qırğızıstanlı', 'seyşelli', 'trinidadlı')
    """
    stem = short.partition(" və ")[0]
    for head in HEADS:
        stem = stem.removesuffix(head)
    stem = lower(stem)
    vowel = next(letter for letter in reversed(stem) if letter in HARMONY)
    return f"{stem}l{HARMONY[vowel]}"


def forms_of(cell: str) -> list[str]:
    """Return the forms of a cell without their marks."""
    return [form for form, _ in split_forms(cell)]


def complete(row: Row, cldr_name: str | None) -> Row:
    """Return the row with CLDR's name and the origin word, each where no cell has it yet."""
    names = [form for column in ("short", "official", "other") for form in forms_of(row[column])]
    other, peoples = row["other"], row["peoples"]
    if cldr_name and cldr_name not in names:
        other = f"{other}|{cldr_name}".lstrip("|")
    if row["code"] not in WITHOUT_ORIGIN_WORD:
        word = origin_word(forms_of(row["short"])[0])
        if word not in forms_of(peoples):
            peoples = f"{peoples}|{word}".lstrip("|")
    return row | {"other": other, "peoples": peoples}


def completed_table() -> str:
    """Return the whole table as text: its comment lines, its header, a row for every code, sorted."""
    path = PACKAGE / FOLDER / f"{NAME}.tsv"
    comments = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    rows = {row["code"]: row for row in read_table(FOLDER, NAME)}
    columns = list(next(iter(rows.values())))
    territories = {
        code: name
        for code, name in Locale("az").territories.items()
        if len(code) == 2 and code not in NOT_IN_ISO_3166_1
    }
    for code in territories.keys() - rows.keys():
        rows[code] = dict.fromkeys(columns, "") | {"code": code, "short": territories[code]}
    completed = [complete(rows[code], territories.get(code)) for code in sorted(rows)]
    lines = ["\t".join(row[column] for column in columns) for row in completed]
    return "\n".join([*comments, "\t".join(columns), *lines]) + "\n"


if __name__ == "__main__":
    sys.stdout.write(completed_table())
