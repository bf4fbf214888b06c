import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.accounts.account import Role, check_password, clean_name, key_of
from korpu.accounts.errors import BadName, BadPassword


def test_each_role_includes_those_before_it() -> None:
    included = {(a, b) for a in Role for b in Role if a.includes(b)}
    assert included == {
        (Role.READER, Role.READER),
        (Role.EDITOR, Role.READER),
        (Role.EDITOR, Role.EDITOR),
        (Role.ADMINISTRATOR, Role.READER),
        (Role.ADMINISTRATOR, Role.EDITOR),
        (Role.ADMINISTRATOR, Role.ADMINISTRATOR),
    }


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "at least one"),
        ("  \u00a0 ", "at least one"),
        ("a" * 65, "at most 64 characters; this one has 65"),
        ("a\nb", r"U\+000A"),
        ("a\0", r"U\+0000"),
        ("Aytən\u202e", r"U\+202E"),
        ("Ay\u200btən", r"U\+200B"),
        ("a\u2028b", r"U\+2028"),
        ("a\ud800", r"U\+D800"),
    ],
)
def test_a_name_that_none_may_have_is_told(name: str, message: str) -> None:
    with pytest.raises(BadName, match=message):
        clean_name(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aytən", "AYTƏN"),
        ("Ilqar", "ılqar"),
        ("İlqar", "ilqar"),
        ("Günel", "Gu\u0308nel"),
        ("ａ", "A"),
        ("ß", "SS"),
    ],
)
def test_names_that_look_alike_are_one(one: str, other: str) -> None:
    assert key_of(clean_name(one)) == key_of(clean_name(other))


@given(st.text(alphabet="İIiıßſKÅ \u0307aA", max_size=6))
def test_a_key_is_its_own_key(name: str) -> None:
    assert key_of(key_of(name)) == key_of(name)


@given(st.text(max_size=80))
def test_a_clean_name_stays_and_is_found(name: str) -> None:
    try:
        cleaned = clean_name(name)
    except BadName:
        return
    assert clean_name(cleaned) == cleaned
    assert key_of(name) == key_of(cleaned)


@pytest.mark.parametrize(
    ("password", "message"),
    [
        ("", "at least 12 characters; this one has 0"),
        ("bala bala bu", None),
        ("elevencharс", "this one has 11"),
        ("u\u0308" * 11, "this one has 11"),
        ("aaaaAAAA1111bbb", "few different"),
        ("Leyla Hüseynova", "name is no password"),
        ("LEYLA HÜSEYNOVA 2026!", "name is no password"),
        ("leyla hüseynova went home", None),
        ("a good one\nof two lines", "line breaks"),
        ("dörd yüz qırx dörd at" * 30, "at most 512"),
    ],
)
def test_a_password_that_none_may_have_is_told(password: str, message: str | None) -> None:
    if message is None:
        check_password(password, "Leyla Hüseynova")
        return
    with pytest.raises(BadPassword, match=message):
        check_password(password, "Leyla Hüseynova")


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_password_is_taken_or_told(password: str, name: str) -> None:
    try:
        check_password(password, name)
    except BadPassword as error:
        assert str(error).endswith(".")
