import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.entities.spelling import coarse, small, sounds, spellings_of
from korpu.entities.words import plain, split_words

NAMES = st.text("İIıiŞşÇçƏəĞğӘәДжЖҸyYеЁя -.?«»'aboмcz", max_size=20)


@pytest.mark.parametrize(
    "names",
    [
        ("Qəmbərli", "Gambarli", "Гамбарли", "Kamberli"),
        ("Cavadov", "Джавадов", "Ҹавадов", "Javadov"),
        ("Şıxəliyev", "Shikhaliyev", "Шихалиев"),
        ("Mirzəhəsənov", "Мирзәһәсәнов", "MİRZƏHƏSƏNOV"),
        ("Zaytsev", "Зайцев"),
        ("Hüseyn", "Guseyn", "Гусейн"),
        ("Con", "John"),
    ],
)
def test_spellings_of_one_name_share_a_sound_and_a_key(names: tuple[str, ...]) -> None:
    heard = [sounds(name, spellings_of(name)) for name in names]
    assert all(heard[0] & other for other in heard)
    assert len({coarse(name, spellings_of(name)) for name in names}) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [("Camal", "Kamal"), ("Rəşad", "Rəşid"), ("Nazim", "Nizami"), ("Əhməd", "Mehmet"), ("Elman", "Elmar")],
)
def test_near_names_share_none(left: str, right: str) -> None:
    assert not sounds(left, spellings_of(left)) & sounds(right, spellings_of(right))


def test_letters_of_a_language_count_only_where_something_else_is_of_it() -> None:
    assert "es" in spellings_of("Carlos López")
    assert "es" not in spellings_of("Camal Salmanov")


@given(NAMES)
def test_any_text_has_sounds_and_a_key(text: str) -> None:
    for word in split_words(text):
        assert sounds(word, spellings_of(text))
        assert coarse(word, spellings_of(text)) is not None


@given(NAMES)
def test_plain_and_small_change_nothing_twice(text: str) -> None:
    assert small(small(text)) == small(text)
    assert plain(plain(text)) == plain(text)
