import pytest

from korpu.render.wording.template import Absent, BadTemplate, fill, parse, slots


def filler(**words: str):  # type: ignore[no-untyped-def]
    return lambda name, form: words.get(name) and words[name] + (f"-{form}" if form else "")


@pytest.mark.parametrize(
    "text, words, expected",
    [
        ("{a} b", {"a": "x"}, "x b"),
        ("{a:gen} b", {"a": "x"}, "x-gen b"),
        ("[{a} ]b", {}, "b"),
        ("[{a} [in {b} ]]c", {"a": "x"}, "x c"),
        ("c[ {a}[, {b}]]", {"a": "x", "b": "y"}, "c x, y"),
        ("a [{x}] , b", {}, "a, b"),
        ("<is|will be|is not> {a}", {"a": "x"}, "is x"),
    ],
)
def test_fill_leaves_no_hole_where_a_role_is_absent(text: str, words: dict[str, str], expected: str) -> None:
    assert fill(text, filler(**words)) == expected


@pytest.mark.parametrize("option, expected", [(0, "was"), (1, "will be"), (2, "was not"), (5, "was not")])
def test_fill_takes_the_option_that_the_stance_asks_for(option: int, expected: str) -> None:
    assert fill("<was|will be|was not>", filler(), option) == expected


def test_fill_refuses_a_template_whose_slot_must_be_filled() -> None:
    with pytest.raises(Absent):
        fill("{a} [{b}]", filler(b="x"))


@pytest.mark.parametrize("text", ["[a", "a]", "<a|b", "a>", "{a", "a|b"])
def test_parse_shows_a_template_whose_brackets_do_not_close(text: str) -> None:
    with pytest.raises(BadTemplate, match="«"):
        parse(text)


def test_slots_are_found_within_groups_and_choices() -> None:
    assert slots("{a} [{b:gen} <{c}|{d}>]") == {"a", "b", "c", "d"}
