"""The lexicon: every word of the tables, indexed for finding it in whatever form it stands."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from korpu.languages.az.orthography import fold
from korpu.languages.az.tokens import tokenise
from korpu.languages.az.verbs import passive, stem_variants
from korpu.lexicon import Row, read_table, split_forms

FOLDER = "languages/az/lexicon"


class Entry(NamedTuple):
    """What a word or phrase of the tables means.

    Attributes:
        type: the type of the mention that it makes.
        value: its code, its concept's own value or its dictionary form.
        concept: the concept that it calls up; empty for names.
        proper: whether it is a name, to be found with a capital letter only.
        ambiguous: whether it is also another word («?» in the table): it needs further evidence.
        extra: the state that a place or a parliament is in.
        acronym: whether it is so short an acronym («AŞ») that small letters make another word («Aş», «Asim»).
    """

    type: str
    value: str
    concept: str = ""
    proper: bool = False
    ambiguous: bool = False
    extra: str = ""
    acronym: bool = False


class Verb(NamedTuple):
    """A verb of the tables: what it means and which noun goes with it, if it is a light one.

    `active` verbs have a passive beside them in the table: what they are done to is their object.
    """

    concept: str
    noun: tuple[str, ...]
    active: bool = False


class Words(NamedTuple):
    """The index: single words by their key, phrases by the key of their first word, verbs by their stem.

    `capitals` are cities that stand for their states.
    """

    single: dict[str, list[Entry]]
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]]
    verbs: dict[str, list[Verb]]
    nouns_of_verbs: frozenset[str]
    capitals: frozenset[str]


@cache
def words() -> Words:
    """Return the index over all tables of the folder."""
    single: dict[str, list[Entry]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for form, entry in _entries():
        keys = _keys(form)
        if not keys:
            continue
        if len(keys) == 1:
            single.setdefault(keys[0], []).append(entry)
        else:
            phrases.setdefault(keys[0], []).append((keys, entry))
    for found in phrases.values():
        found.sort(key=lambda item: -len(item[0]))
    verbs = _verbs()
    nouns = frozenset(verb.noun[-1] for found in verbs.values() for verb in found if verb.noun)
    return Words(single, phrases, verbs, nouns, _capitals())


def _keys(form: str) -> tuple[str, ...]:
    """The folded words of a form; only what has more in it than letters and blanks needs a tokeniser."""
    if form.replace(" ", "").isalpha():
        return tuple(map(fold, form.split()))
    return tuple(token.key for token in tokenise(form) if token.text not in "-–—’'")


def _capitals() -> frozenset[str]:
    """The capitals, in dictionary form: they speak for their states («Bakı bəyan edib»)."""
    rows = [row["place"] for row in read_table(FOLDER, "places") if row["kind"] == "capital"]
    rows += [row["capitals"] for row in read_table(FOLDER, "states")]
    return frozenset(form for row in rows for form, _ in split_forms(row))


@lru_cache(maxsize=8192)
def is_passive(key: str) -> bool:
    """Return whether a verb's form is of a passive that the tables have beside its active.

    >>> is_passive("göndərilib"), is_passive("göndərib")
    (True, False)
    """
    verbs = words().verbs
    stem = next((key[:cut] for cut in range(len(key), 1, -1) if key[:cut] in verbs), "")
    return any(
        active != stem and stem in (passive(active), _shortened(active)) for active in _stems(stem[:1])
    )


def _shortened(stem: str) -> str:
    """The passive of a stem that loses its last vowel («ayır-», «ayrıl-»)."""
    return f"{stem[:-2]}{stem[-1:]}il"


@cache
def _stems(initial: str) -> tuple[str, ...]:
    return tuple(stem for stem in words().verbs if stem.startswith(initial or "-"))


def _entries() -> list[tuple[str, Entry]]:
    found: list[tuple[str, Entry]] = []
    for row in read_table(FOLDER, "states"):
        found += _state_forms(row)
    for row in read_table(FOLDER, "nouns"):
        for form, ambiguous in split_forms(row["words"]):
            found.append(
                (
                    form,
                    Entry(
                        row["type"], (row["value"] or form).strip("-"), row["concept"], ambiguous=ambiguous
                    ),
                )
            )
    for table, type_, cell, code in _NAME_TABLES:
        for row in read_table(FOLDER, table):
            for form, ambiguous in split_forms(row[cell]):
                value = form if table in _AS_WRITTEN else row[code] or form
                extra = row.get("state", "")
                found.append(
                    (
                        form,
                        Entry(
                            type_,
                            value.split("|")[0].removeprefix("?"),
                            "",
                            type_ != "office" and form[:1].isupper(),
                            ambiguous,
                            extra,
                            form.isupper() and len(form) <= _SHORT,
                        ),
                    )
                )
    found += _chamber_offices()
    found += [
        (bare, entry) for form, entry in found if entry.type == "office" and (bare := _without_izafet(form))
    ]
    for row in read_table(FOLDER, "heads"):
        found.append((row["words"], Entry("state_head", row["part"])))
    heads = tuple(form for form, entry in found if entry.type == "title_head")
    for row in read_table(FOLDER, "decoys"):
        if not row["phrase"].rstrip("sıi").lower().endswith(heads):  # a title's own composer takes those
            _, _, land = row["why"].rpartition(" in ")
            within = land if len(land) == 2 and land.isupper() else ""
            found.append((row["phrase"], Entry("decoy", row["phrase"], proper=True, extra=within)))
    for row in read_table(FOLDER, "deixis"):
        for form, _ in split_forms(row["words"]):
            found.append((form, Entry("pointer", row["points"])))
    return found


def _chamber_offices() -> list[tuple[str, Entry]]:
    """The offices of every parliament and chamber («Milli Məclisin sədri», «Milli Məclis sədrinin müavini»)."""
    offices = [
        (row["words"], Entry("office", row["office"])) for row in read_table(FOLDER, "chamber_offices")
    ]
    chambers = [row[column] for row in read_table(FOLDER, "chambers") for column in ("name", "genitive")]
    return [(f"{chamber} {words}", office) for chamber in chambers for words, office in offices]


_HEADS = ("nazir", "başçı", "sədr", "katib", "müavin", "rəhbər", "heyət", "köməkçi", "nümayəndə", "müşavir")


def _without_izafet(form: str) -> str:
    """The office as its plural has it: «xarici işlər naziri» is met as «xarici işlər nazirləri».

    >>> _without_izafet("xarici işlər naziri"), _without_izafet("kansler")
    ('xarici işlər nazir', '')
    """
    *before, last = form.split()
    head = next((head for head in _HEADS if last in (head + "i", head + "sı", head + "si")), "")
    return " ".join((*before, head)) if before and head else ""


_NAME_TABLES = (
    # table, type, column of the forms, column of the value
    ("places", "place", "place", "place"),
    ("organisations", "organisation", "names", "code"),
    ("projects", "project", "names", "name"),
    ("parliaments", "parliament", "name", "name"),
    ("companies", "company", "names", "names"),
    ("polities", "polity", "names", "code"),
    ("offices", "office", "phrase", "office"),
)


_AS_WRITTEN = frozenset({"places", "companies"})
"""Tables whose names are given as the document spells them."""
_SHORT = 3
"""The letters of an acronym that is found in capitals only."""


def _state_forms(row: Row) -> list[tuple[str, Entry]]:
    code = row["code"]
    found = []
    for column in ("short", "official", "other", "acronyms"):
        for form, ambiguous in split_forms(row[column]):
            acronym = form.isupper() and len(form) <= _SHORT
            found.append((form, Entry("state", code, "", True, ambiguous, acronym=acronym)))
    for form, ambiguous in split_forms(row["capitals"]):
        found.append((form, Entry("place", form, "", True, ambiguous, code)))
    for form, ambiguous in split_forms(row["peoples"]):
        found.append((form, Entry("people", code, "", False, ambiguous)))
    return found


def _has_passive(stem: str, stems: set[str]) -> bool:
    """Whether a verb's passive is among `stems`; some drop a vowel («ayır» makes «ayrıl»)."""
    short = f"{stem[:-2]}{stem[-1]}"
    return not stems.isdisjoint({passive(stem), short + "il", short + "ul"})


def _verbs() -> dict[str, list[Verb]]:
    found: dict[str, list[Verb]] = {}
    for row in read_table(FOLDER, "verbs"):
        given = tuple(fold(row["with"]).split())
        forms = row["stems"].split("|")
        stems = {fold(form).split()[-1] for form in forms}
        for form in forms:
            *before, stem = fold(form).split()
            for variant in stem_variants(stem):
                verb = Verb(row["concept"], given + tuple(before), _has_passive(stem, stems))
                if verb not in found.setdefault(variant, []):
                    found[variant].append(verb)
    for verbs in found.values():
        verbs.sort(key=lambda verb: -len(verb.noun))
    return found
