"""Verbs: every stem of the table is found again in every form that the press uses; endings as rows."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.languages.az.morphology import Features
from korpu.languages.az.orthography import fold
from korpu.languages.az.tokens import tokenise
from korpu.languages.az.units import find_units
from korpu.languages.az.verbs import Form, VerbForm, analyse_ending, passive, stem_variants
from korpu.lexicon import read_table
from tests.languages.az.said import unit

ROUND = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}
VOWELS = "aeəıioöuü"


def spell(stem: str, ending: str) -> str:
    """The form as Azerbaijani spells it, by rule and letter by letter.

    A and I harmonise with the vowel before them, Y stands between vowels only, Q is q or k, Ğ is ğ or y.
    """
    form = stem
    for letter in ending:
        last = next(each for each in reversed(form) if each in VOWELS)
        back = last in "aıou"
        match letter:
            case "A":
                form += "a" if back else "ə"
            case "I":
                form += ROUND.get(last, "i")
            case "Y":
                form += "y" if form[-1] in VOWELS else ""
            case "Q":
                form += "q" if back else "k"
            case "Ğ":
                form += "ğ" if back else "y"
            case _:
                form += letter
    return form


ENDINGS = (
    # finite
    ("dI", Form.PAST, False), ("dIlAr", Form.PAST, False), ("dIQ", Form.PAST, False),
    ("YIb", Form.PERFECT, False), ("YIblAr", Form.PERFECT, False), ("YIbdIr", Form.PERFECT, False),
    ("YIblArdIr", Form.PERFECT, False), ("mIşdIr", Form.PERFECT, False), ("mIşlAr", Form.PERFECT, False),
    ("mIşdI", Form.PERFECT, False), ("YIr", Form.PRESENT, False), ("YIrlAr", Form.PRESENT, False),
    ("YIrdI", Form.PRESENT, False), ("mAQdAdIr", Form.PRESENT, False), ("mAQdAdIrlAr", Form.PRESENT, False),
    ("YAcAQ", Form.FUTURE, False), ("YAcAQdIr", Form.FUTURE, False), ("YAcAQlAr", Form.FUTURE, False),
    ("YAcAQdI", Form.FUTURE, False), ("YAcAĞIQ", Form.FUTURE, False), ("mAlIdIr", Form.MUST, False),
    ("mAlIdIrlAr", Form.MUST, False), ("mAlIdI", Form.MUST, False), ("mAlIyIQ", Form.MUST, False),
    ("sIn", Form.LET, False), ("sInlAr", Form.LET, False), ("sA", Form.IF, False), ("sAlAr", Form.IF, False),
    # before a noun
    ("YAn", Form.PARTICIPLE, False), ("mIş", Form.PARTICIPLE, False), ("YAcAQ", Form.WILL, False),
    # declined
    ("dIĞI", Form.DONE, False), ("dIĞInI", Form.DONE, False), ("dIĞInA", Form.DONE, False),
    ("dIQlArInI", Form.DONE, False), ("YAcAĞI", Form.WILL, False), ("YAcAĞInI", Form.WILL, False),
    ("mAsI", Form.DOING, False), ("mAsInA", Form.DOING, False), ("mAsInI", Form.DOING, False),
    ("mAsInIn", Form.DOING, False), ("mAsIndA", Form.DOING, False), ("mAQ", Form.DOING, False),
    ("mAĞI", Form.DOING, False), ("mAĞA", Form.DOING, False),
    # beside another verb
    ("YArAQ", Form.CONVERB, False), ("YIb", Form.CONVERB, False), ("YArkən", Form.WHILE, False),
    ("dIQdA", Form.WHILE, False), ("YIncA", Form.WHILE, False), ("dIQdAn", Form.AFTER, False),
    # denied
    ("mAdI", Form.PAST, True), ("mAyIb", Form.PERFECT, True), ("mAmIşdIr", Form.PERFECT, True),
    ("mAyAcAQ", Form.FUTURE, True), ("mAz", Form.FUTURE, True), ("mAzlAr", Form.FUTURE, True),
    ("mAmAlIdIr", Form.MUST, True), ("mAdIĞInI", Form.DONE, True), ("mAmAsI", Form.DOING, True),
    ("mAyAn", Form.PARTICIPLE, True), ("mAyAcAĞInI", Form.WILL, True),
)  # fmt: skip


@cache
def stems() -> tuple[tuple[str, str], ...]:
    """Each stem of the table, with what its verb means."""
    rows = read_table("languages/az/lexicon", "verbs")
    return tuple((form.split()[-1], row["concept"]) for row in rows for form in row["stems"].split("|"))


def is_found(stem: str, concept: str, ending: str, form: Form, negative: bool) -> bool:
    softened = stem_variants(fold(stem))[-1] != fold(stem)
    written = spell(stem[:-1] + "d" if ending.startswith("Y") and softened else stem, ending)
    if any(written.startswith(longer) for longer, _ in stems() if longer.startswith(stem) and longer != stem):
        return True  # a form of that one as well («keçirdi» of «keçir-»)
    return any(
        any(found.form is form and found.negative is negative for found in each.forms)
        and any(verb.concept == concept for verb in each.verbs)
        for each in find_units(tokenise(written))
    )


@pytest.mark.parametrize(("ending", "form", "negative"), ENDINGS)
def test_every_stem_of_the_table_is_found_in_every_form(ending: str, form: Form, negative: bool) -> None:
    lost = [stem for stem, concept in stems() if not is_found(stem, concept, ending, form, negative)]
    assert lost == []


@pytest.mark.parametrize("stem", ["aç", "gör", "qur", "bağla", "et", "de", "imzala", "göndər", "otur"])
def test_the_negative_present_loses_its_vowel(stem: str) -> None:
    last = [letter for letter in stem if letter in VOWELS][-1]
    ending = fold("m" + ROUND.get(last, "i") + "r")
    assert VerbForm(Form.PRESENT, negative=True) in analyse_ending(fold(stem), ending)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("açıldı", {Form.PAST}),
        ("açılıb", {Form.PERFECT, Form.CONVERB}),
        ("açılmış", {Form.PERFECT, Form.PARTICIPLE}),
        ("açılır", {Form.PRESENT}),
        ("açılacaq", {Form.FUTURE, Form.WILL}),
        ("açılmalıdır", {Form.MUST}),
        ("qurulmalıdır", {Form.MUST}),
        ("görüşməlidirlər", {Form.MUST}),
        ("açılsın", {Form.LET}),
        ("açılsa", {Form.IF}),
        ("açıldıqda", {Form.WHILE, Form.DONE}),
        ("açılması", {Form.DOING}),
        ("açılışdan", set()),
    ],
)
def test_what_a_form_may_say(word: str, forms: set[Form]) -> None:
    found = [each for each in find_units(tokenise(word)) if each.verbs]
    assert {form.form for each in found for form in each.forms} == forms


@pytest.mark.parametrize(
    ("word", "remote"),
    [("açılmışdı", True), ("açılacaqdı", True), ("açılırdı", True), ("açılmalıydı", False), ("açılmışdır", False)],
)  # fmt: skip
def test_plans_and_events_told_in_the_past(word: str, remote: bool) -> None:
    found = [each for each in find_units(tokenise(word)) if each.verbs]
    assert any(form.remote for each in found for form in each.forms) is remote


@pytest.mark.parametrize(
    ("word", "features"),
    [
        ("açılmasının", Features("Gen", "3")),
        ("açılmasını", Features("Acc", "3")),
        ("açılmasında", Features("Loc", "3")),
        ("açdığımız", Features("Nom", "1p")),
        ("açılacağına", Features("Dat", "3")),
        ("imzalananlar", Features("Nom", "", True)),
    ],
)
def test_declined_forms_keep_the_endings_of_nouns(word: str, features: Features) -> None:
    assert features in [form.noun for form in unit(word).forms]


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("qur", "qurul"), ("aç", "açil"), ("bağla", "bağlan"), ("yarat", "yaradil"), ("et", "edil"), ("al", "alin"),
        ("göndər", "göndəril"), ("gör", "görül"), ("sat", "satil"), ("imzala", "imzalan"), ("böl", "bölün"),
    ],
)  # fmt: skip
def test_passives(stem: str, expected: str) -> None:
    assert passive(fold(stem)) == expected


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("et", ("et", "ed")),
        ("yarat", ("yarat", "yarad")),
        ("art", ("art",)),
        ("sat", ("sat",)),
        ("qur", ("qur",)),
    ],
)
def test_stems_that_soften_before_a_vowel(stem: str, expected: tuple[str, ...]) -> None:
    assert stem_variants(stem) == expected


@pytest.mark.parametrize(
    ("stem", "ending"),
    [("aç", "dı"), ("aç", "ilibla"), ("qur", "malidur"), ("et", "arkən"), ("gör", "muş"), ("aç", ""), ("bağla", "ib")],
)  # fmt: skip
def test_near_misses_are_no_endings(stem: str, ending: str) -> None:
    assert analyse_ending(stem, ending) == ()


@given(st.text("abdegiklmnrsyzəüöuşçq", min_size=1, max_size=12), st.text(max_size=12))
def test_any_ending_is_looked_up(stem: str, ending: str) -> None:
    assert isinstance(analyse_ending(stem, ending), tuple)
