"""Nouns: forms as rows, grouped by what changes in them; and that analysis undoes generation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from korpu.languages.az.morphology import (
    ANY_HARMONY,
    Analysis,
    Features,
    analyse,
    harmonies,
    inflect,
    loose_chains,
    noun_chains,
)
from korpu.languages.az.orthography import fold
from korpu.lexicon import read_table, split_forms

FOLDER = "languages/az/lexicon"
CASES = ("Nom", "Gen", "Dat", "Acc", "Loc", "Abl", "Ins", "Ter")
POSSESSORS = ("", "1", "3", "1p", "2p")
STEMS = [
    "ad",
    "ada",
    "daş",
    "qapı",
    "qonşu",
    "göz",
    "söz",
    "gün",
    "ölkə",
    "şəhər",
    "kənd",
    "dəniz",
    "körpü",
    "yol",
    "yolçu",
    "dost",
    "qrup",
    "əlaqə",
    "paytaxt",
    "sərhəd",
    "elçi",
    "səfirlik",
    "konsulluq",
    "qonaqlıq",
    "böyüklük",
    "uşaq",
    "torpaq",
    "bayraq",
    "ayaq",
    "ürək",
    "çörək",
    "kömək",
    "mələk",
    "gələcək",
    "tətbiq",
    "hüquq",
    "müttəfiq",
    "park",
    "bank",
    "xalq",
    "şərq",
    "disk",
    "işıq",
    "fondu",
    "ofis",
]


@cache
def named() -> tuple[str, ...]:
    """The last words of all names of states, peoples, cities and organisations, and of all nouns."""
    found: dict[str, None] = {}
    columns = {"states": ("short", "official", "other", "capitals", "peoples"), "places": ("place",),
               "nouns": ("words",), "organisations": ("names",), "heads": ("words",)}  # fmt: skip
    for table, cells in columns.items():
        for row in read_table(FOLDER, table):
            for cell in cells:
                for form, _ in split_forms(row[cell]):
                    word = form.split()[-1].split("-")[-1].split("’")[-1]
                    if word.isalpha() and any(letter in "aeəioöuü" for letter in fold(word)):
                        found[word] = None
    return tuple(found)


def slots() -> Iterator[Features]:
    for plural, possessor, case in product((False, True), POSSESSORS, CASES):
        yield Features(case, possessor, plural)


def undone(stem: str, features: Features) -> bool:
    """Whether the form, taken apart, gives the stem and its features back among its readings."""
    form = inflect(stem, features.case, features.possessor, features.plural)
    return Analysis(fold(stem), features) in analyse(fold(form))


@pytest.mark.parametrize("stem", STEMS)
def test_analysis_undoes_generation(stem: str) -> None:
    assert [features for features in slots() if not undone(stem, features)] == []


def test_analysis_undoes_generation_of_every_name_and_noun_of_the_tables() -> None:
    assert len(named()) > 1500
    wrong = [(stem, features) for stem in named() for features in slots() if not undone(stem, features)]
    assert wrong == []


@settings(deadline=None)
@given(
    st.from_regex(r"[bcçdfgğhxkqlmnprsştvyz]?[aeəıioöuü][bcdlmnprstz]?[aəıiuü]?[dlmnrs]", fullmatch=True),
    st.sampled_from(tuple(slots())),
)
def test_analysis_undoes_generation_of_words_that_no_table_has(stem: str, features: Features) -> None:
    assert undone(stem, features)


@given(st.text("abcçdeəfgğhxiijkqlmnoöprsştuüvyz", max_size=30) | st.text())
def test_any_word_is_taken_apart_into_itself_first(word: str) -> None:
    found = analyse(word)
    assert found[0] == Analysis(word, Features())
    assert len(set(found)) == len(found)
    assert all(len(each.stem) >= 2 or each.stem == word for each in found)


@pytest.mark.parametrize(
    ("stem", "case", "possessor", "plural", "form"),
    [
        # back and front, round and not
        ("ada", "Gen", "", False, "adanın"),
        ("ölkə", "Gen", "", False, "ölkənin"),
        ("qonşu", "Gen", "", False, "qonşunun"),
        ("körpü", "Gen", "", False, "körpünün"),
        ("yol", "Acc", "", False, "yolu"),
        ("göz", "Acc", "", False, "gözü"),
        ("qız", "Acc", "", False, "qızı"),
        ("iş", "Acc", "", False, "işi"),
        # behind the plural harmony goes by its vowel
        ("yol", "Acc", "", True, "yolları"),
        ("göz", "Gen", "", True, "gözlərin"),
        ("qonşu", "Dat", "1p", True, "qonşularımıza"),
        # a consonant between two vowels
        ("Bakı", "Dat", "", False, "Bakıya"),
        ("Bakı", "Acc", "", False, "Bakını"),
        ("Peru", "Gen", "", False, "Perunun"),
        ("Praqa", "Ter", "", False, "Praqayadək"),
        ("ölkə", "Nom", "3", False, "ölkəsi"),
        # the n of the third person's possessive
        ("ölkə", "Loc", "3", False, "ölkəsində"),
        ("paytaxt", "Abl", "3", False, "paytaxtından"),
        ("paytaxt", "Dat", "3", False, "paytaxtına"),
        ("paytaxt", "Acc", "3", True, "paytaxtlarını"),
        ("mədəniyyət mərkəzi", "Dat", "+3", False, "mədəniyyət mərkəzinə"),
        # q and k soften before a vowel
        ("səfirlik", "Gen", "", False, "səfirliyin"),
        ("konsulluq", "Dat", "", False, "konsulluğa"),
        ("konsulluq", "Loc", "", False, "konsulluqda"),
        ("torpaq", "Nom", "3", False, "torpağı"),
        ("torpaq", "Nom", "3", True, "torpaqları"),
        # loans and names do not
        ("hüquq", "Acc", "", False, "hüququ"),
        ("tətbiq", "Nom", "3", False, "tətbiqi"),
        ("İraq", "Gen", "", False, "İraqın"),
        ("Lüksemburq", "Dat", "", False, "Lüksemburqa"),
        ("bank", "Nom", "3", False, "bankı"),
        ("xalq", "Gen", "", False, "xalqın"),
        # the speakers' and those spoken to
        ("ölkə", "Loc", "1p", False, "ölkəmizdə"),
        ("ölkə", "Nom", "2p", False, "ölkəniz"),
        ("dost", "Nom", "1p", True, "dostlarımız"),
    ],
)  # fmt: skip
def test_forms(stem: str, case: str, possessor: str, plural: bool, form: str) -> None:
    assert inflect(stem, case, possessor, plural) == form


def readings(form: str, stem: str) -> set[tuple[str, str, bool]]:
    return {
        (found.features.case, found.features.possessor, found.features.plural)
        for found in analyse(fold(form))
        if found.stem == fold(stem)
    }


@pytest.mark.parametrize(
    ("form", "stem", "expected"),
    [
        # one form, two readings
        ("səfirliyi", "səfirlik", {("Acc", "", False), ("Nom", "3", False)}),
        ("səfirliyinin", "səfirlik", {("Gen", "3", False)}),
        ("ölkəmizin", "ölkə", {("Gen", "1p", False)}),
        ("ölkələri", "ölkə", {("Acc", "", True), ("Nom", "3", True)}),
        ("Bakını", "Bakı", {("Acc", "", False)}),
        # near misses: no form of that word
        ("Bakın", "Bakı", set()),
        ("Peruda", "Per", set()),
        ("ölkələr", "ölkəl", set()),
        ("İraqğın", "İraq", set()),
        ("Perudə", "Peru", set()),
        ("kənddə", "kən", set()),
        ("torpağda", "torpaq", set()),
        ("gözlar", "göz", set()),
        ("yoller", "yol", set()),
    ],
)  # fmt: skip
def test_readings(form: str, stem: str, expected: set[tuple[str, str, bool]]) -> None:
    assert readings(form, stem) == expected


@pytest.mark.parametrize(
    ("form", "stem", "attributive", "copula"),
    [
        ("Perudakı", "Peru", True, False),
        ("Tallinndəki", "Tallinn", True, False),
        ("ölkəmizdəki", "ölkə", True, False),
        ("paytaxtdır", "paytaxt", False, True),
        ("ölkəsidir", "ölkə", False, True),
        ("Bakıdadır", "Bakı", False, True),
        ("dostlardır", "dost", False, True),
        ("körpüdür", "körpü", False, True),
    ],
)  # fmt: skip
def test_words_that_modify_and_words_that_are(form: str, stem: str, attributive: bool, copula: bool) -> None:
    found = [each.features for each in analyse(fold(form)) if each.stem == fold(stem)]
    assert [(features.attributive, features.copula) for features in found] == [(attributive, copula)]


def test_a_stem_without_a_vowel_may_have_any_harmony() -> None:
    assert harmonies("bmt") == ANY_HARMONY
    assert harmonies("peru") == (("a", "u"),)


def test_loose_chains_hold_the_chains_of_all_harmonies() -> None:
    for harmony, after_vowel in product(ANY_HARMONY, (False, True)):
        assert noun_chains(harmony, after_vowel).keys() <= loose_chains().keys()
