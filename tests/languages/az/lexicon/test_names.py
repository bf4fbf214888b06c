"""What the tables of names promise to the reader (see docs/lexicon.md)."""

import runpy
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest
from babel import Locale

from korpu.languages.az.orthography import fold
from korpu.languages.az.words import words
from korpu.lexicon import Row, read_table, split_forms

FOLDER = "languages/az/lexicon"
STATES = read_table(FOLDER, "states")
CODES = {row["code"] for row in STATES}
GENERATOR = Path(__file__).parents[4] / "genscripts" / "states.py"
VOWELS = dict(zip("aıouəeiöü", "ııuuiiiüü", strict=True))


def unmarked(row: Row, columns: Iterable[str]) -> list[str]:
    return [form for column in columns for form, marked in split_forms(row[column]) if not marked]


def shared(rows: list[Row], key: str, columns: Iterable[str]) -> dict[str, set[str]]:
    """Return each unmarked form that rows of two keys have."""
    found = defaultdict(set)
    for row in rows:
        for form in unmarked(row, columns):
            found[form].add(row[key])
    return {form: keys for form, keys in found.items() if len(keys) > 1}


def test_every_code_of_iso_3166_1_has_one_row() -> None:
    generator = runpy.run_path(str(GENERATOR))
    territories = {code for code in map(str, Locale("az").territories) if len(code) == 2}
    assert territories - generator["NOT_IN_ISO_3166_1"] | {"SU"} == CODES
    assert len(CODES) == len(STATES) == 249 + len({"XK", "SU"})


def test_the_generator_adds_nothing_to_a_complete_table() -> None:
    text = runpy.run_path(str(GENERATOR))["completed_table"]()
    table = GENERATOR.parents[1] / "src" / "korpu" / FOLDER / "states.tsv"
    assert text == table.read_text(encoding="utf-8")


def test_no_unmarked_form_names_two_states() -> None:
    columns = ["short", "official", "other", "acronyms", "capitals", "peoples"]
    assert shared(STATES, "code", columns) == {}


@pytest.mark.parametrize(
    ("table", "key", "column"),
    [
        ("places", "state", "place"),
        ("organisations", "code", "names"),
        ("projects", "name", "names"),
        ("parliaments", "state", "name"),
        ("polities", "code", "names"),
        ("offices", "office", "phrase"),
    ],
)
def test_no_unmarked_form_has_two_meanings(table: str, key: str, column: str) -> None:
    assert shared(read_table(FOLDER, table), key, [column]) == {}


def test_an_unmarked_place_bears_no_other_states_name() -> None:
    names = {form: row["code"] for row in STATES for form in unmarked(row, ["short", "official", "other"])}
    for row in read_table(FOLDER, "places"):
        for form in unmarked(row, ["place"]):
            assert form not in names, row


@pytest.mark.parametrize(("table", "column"), [("places", "state"), ("parliaments", "state")])
def test_states_in_other_tables_are_states(table: str, column: str) -> None:
    assert {row[column] for row in read_table(FOLDER, table)} <= CODES


def test_origin_words_keep_vowel_harmony() -> None:
    words = [form for row in STATES for form, _ in split_forms(row["peoples"]) if form[-2:-1] == "l"]
    assert len(words) > 200
    for word in words:
        vowel = next(letter for letter in reversed(word[:-2]) if letter in VOWELS)
        assert word[-1] == VOWELS[vowel], word


def test_peoples_are_in_small_letters() -> None:
    for row in STATES:
        for form, _ in split_forms(row["peoples"]):
            assert form == form.replace("İ", "i").replace("I", "ı").lower()


@pytest.mark.parametrize("name", ["Çin", "Mali", "Qana", "Çad", "Niger", "Butan"])
def test_names_that_are_common_words_are_marked(name: str) -> None:
    assert any(f"?{name}" in row["short"].split("|") for row in STATES)


def test_kinds_of_places_are_three_and_most_states_have_their_capital() -> None:
    places = read_table(FOLDER, "places")
    assert {row["kind"] for row in places} == {"capital", "city", "region"}
    assert len({row["state"] for row in places if row["kind"] == "capital"}) > 190


@pytest.mark.parametrize(
    ("phrase", "office"),
    [
        ("prezident", "president"),
        ("baş nazirin müavini", "deputy_prime_minister"),
        ("xarici işlər nazirinin müavini", "deputy_minister"),
        ("iqtisadiyyat naziri", "minister"),
        ("Milli Məclisin sədri", "speaker"),
        ("Dövlət Duması sədrinin birinci müavini", "deputy_speaker"),
        ("müvəqqəti işlər vəkili", "charge_d_affaires"),
        ("vitse-spiker", "deputy_speaker"),
        ("millət vəkili", "deputy"),
    ],
)
def test_offices(phrase: str, office: str) -> None:
    keys = tuple(map(fold, phrase.replace("-", " ").split()))
    single = words().single.get(phrase, ()) if len(keys) == 1 else ()
    several = [entry for found, entry in words().phrases.get(keys[0], ()) if found == keys]
    assert {entry.value for entry in (*single, *several) if entry.type == "office"} == {office}


def test_the_common_acronym_of_two_organisations_is_marked_in_both() -> None:
    rows = [row for row in read_table(FOLDER, "organisations") if "?İƏT" in row["names"].split("|")]
    assert {row["code"] for row in rows} == {"OIC", "ECO"}
