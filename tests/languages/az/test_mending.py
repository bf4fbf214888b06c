"""Mending: what lost its Azerbaijani letters is found again, and nothing that stands well is touched."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.languages.az.mending import mend
from korpu.languages.az.morphology import inflect
from korpu.languages.az.orthography import fold, fold_ascii
from korpu.languages.az.tokens import tokenise
from korpu.languages.az.units import find_units
from korpu.languages.az.verbs import passive
from korpu.languages.az.words import words
from korpu.lexicon import read_table, split_forms


@cache
def forms() -> tuple[str, ...]:
    """Folded forms of the single words of names and nouns, of four letters and more."""
    found: dict[str, None] = {}
    columns = {"states": "short", "places": "place", "nouns": "words", "heads": "words"}
    for table, cell in columns.items():
        for row in read_table("languages/az/lexicon", table):
            for word, _ in split_forms(row[cell]):
                if word.isalpha() and len(word) >= 4:
                    for case in ("Nom", "Gen", "Dat", "Acc", "Loc", "Abl"):
                        found[fold(inflect(word, case))] = None
                        found[fold(inflect(word, case, "3"))] = None
    return tuple(found)


def meanings(key: str) -> set[str]:
    """What a word may mean, whatever its case."""
    tokens = [token._replace(capital=True) for token in tokenise(key)]
    units = find_units(tokens)
    named = {  # a place is as it is spelt: what tells it is the state that it is in
        f"{entry.type} {entry.extra if entry.type == 'place' else entry.value}"
        for unit in units for entry in unit.entries
    }  # fmt: skip
    return named | {f"verb {verb.concept}" for unit in units for verb in unit.verbs}


TAKEN = ("ədən", "şuşa", "bender")
"""Written without their letters, these cannot be told from forms of commoner words («edən», «susa», «Bəndər»)."""


def test_words_that_lost_their_letters_are_found_again() -> None:
    lost = [
        form
        for form in forms()
        if not form.startswith(TAKEN)
        and not meanings(form) & meanings(mend(fold_ascii(form)))
        and not meanings(fold_ascii(form))
    ]
    assert lost == []


def test_words_that_stand_well_are_left_alone() -> None:
    assert [(form, mend(form)) for form in forms() if mend(form) != form] == []


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        # nouns in any case
        ("Azerbaycanin", "azərbaycanin"),
        ("sefirliyi", "səfirliyi"),
        ("sefirliyinde", "səfirliyində"),
        ("munasibetler", "münasibətlər"),
        ("olkemizde", "ölkəmizdə"),
        ("Turkiyede", "türkiyədə"),
        ("sefirlikler", "səfirliklər"),
        # verbs
        ("acilib", "açilib"),
        ("gorusmusdur", "görüşmüşdür"),
        ("imzalanmisdir", "imzalanmişdir"),
        ("gosterilecek", "göstəriləcək"),
        # small words
        ("ve", "və"),
        ("ucun", "üçün"),
        ("arasinda", "arasinda"),
        ("cercivesinde", "çərçivəsində"),
        # some letters kept, others lost
        ("səfirliyinde", "səfirliyində"),
        ("görusüb", "görüşüb"),
        # near misses
        ("Bakida", "bakida"),
        ("Anar", "anar"),
        ("Kask", "kask"),
        ("en", "en"),
        ("Serena", "serena"),
        ("qurulub", "qurulub"),
    ],
)
def test_words(written: str, mended: str) -> None:
    assert mend(fold(written)) == mended


@given(
    st.text("abcdegghiklmnoprsuxyzəşçğöü", max_size=14) | st.text() | st.sampled_from(("ənin", "öşü", "şşş"))
)
def test_mending_gives_letters_and_takes_none(text: str) -> None:
    key = fold(text)
    mended = mend(key)
    assert len(mended) == len(key)
    assert all(was == now or was == fold_ascii(now) for was, now in zip(key, mended, strict=True))


@given(st.sampled_from(forms()), st.data())
def test_mending_mended_words_changes_nothing(form: str, data: st.DataObject) -> None:
    lost = data.draw(st.lists(st.booleans(), min_size=len(form), max_size=len(form)))
    damaged = "".join(fold_ascii(letter) if gone else letter for letter, gone in zip(form, lost, strict=True))
    assert mend(mend(damaged)) == mend(damaged)


def test_passives_of_the_table_are_mended_too() -> None:
    for stem in ("aç", "göndər", "bağla"):
        form = passive(fold(stem)) + "di"
        assert form[:-2] in words().verbs
        assert mend(fold_ascii(form)) == form
