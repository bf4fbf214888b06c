"""Predicates: light verbs with their nouns, and the form that fits what follows."""

from __future__ import annotations

import pytest

from korpu.languages.az.phrases.find import find_phrases
from korpu.languages.az.predicates import Predicate, read_predicate
from korpu.languages.az.verbs import Form
from tests.languages.az.said import make_sentence


def last(text: str) -> Predicate:
    """The predicate of the last verb."""
    sentence = make_sentence(text)
    verb = [phrase for phrase in find_phrases(sentence) if phrase.type == "verb"][-1]
    return read_predicate(sentence, verb, 0)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Səfirlik açılıb.", "open"),
        ("Səfirlik təsis edilib.", "create"),
        ("Münasibətlər bərpa olunub.", "restore"),
        ("Səfirlik fəaliyyət göstərir.", "operate"),
        ("Səfirlik fəaliyyətə 2004-cü ildə başlayıb.", "open"),  # the noun stands some words off
        ("Saziş imzalanıb.", "sign"),
        ("Nazir Tallinnə səfər edib.", "visit"),
    ],
)
def test_what_a_verb_means(text: str, concept: str) -> None:
    assert concept in last(text).concepts


@pytest.mark.parametrize(
    "text",
    ["Nazir Tallinnə gəlib, sonra nahar edib.", "Binanı tərk edib.", "Bu barədə söhbət edib."],
)
def test_a_light_verb_without_its_noun_means_none_of_them(text: str) -> None:
    assert not {"visit", "create", "operate"} & set(last(text).concepts)


@pytest.mark.parametrize(
    ("text", "form", "finite"),
    [
        ("Səfirlik açılıb.", Form.PERFECT, True),
        ("Səfirlik açılıb və işləyir", Form.PRESENT, True),
        ("Səfirlik açılıb, sonra", Form.PERFECT, True),
        ("açılan səfirlik", Form.PARTICIPLE, False),
        ("açılmış səfirlik", Form.PARTICIPLE, False),
        ("Səfirlik açılmış.", Form.PERFECT, True),
        ("açılacaq səfirlik", Form.WILL, False),
        ("Səfirlik açılacaq.", Form.FUTURE, True),
        ("Səfirliyin açılması", Form.DOING, False),
        ("Səfirlik açılsa, gələrəm", Form.IF, True),
        ("Səfirlik açılarkən", Form.WHILE, False),
        ("Səfirlik açıldıqdan sonra", Form.AFTER, False),
    ],
)
def test_the_form_that_fits_what_follows(text: str, form: Form, finite: bool) -> None:
    found = last(text)
    assert (found.form.form, found.is_finite) == (form, finite)


def test_a_predicate_begins_with_its_noun() -> None:
    assert last("Səfirlik təsis edilib.").first == 1
    assert last("Səfirlik açılıb.").first == 1


def test_what_has_a_passive_beside_it_is_active() -> None:
    assert last("Nazir sazişi imzaladı.").active
    assert not last("Saziş imzalandı.").active
