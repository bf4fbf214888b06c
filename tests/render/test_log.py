"""The log in words."""

from __future__ import annotations

from typing import get_args

import pytest

from korpu.document import SourceCard
from korpu.ledger.changes import Action
from korpu.render.log import action_in_words, came_in_words, subject_in_words
from korpu.render.wording.words import wording
from korpu.translations import table
from tests.samples import make_document, opened

EN, AZ = wording("en"), wording("az")


@pytest.mark.parametrize("language", ["en", "az"])
def test_everything_that_can_be_done_has_a_word(language: str) -> None:
    words = table(language)["log_actions"]
    assert set(get_args(Action)) <= set(words)
    assert action_in_words("add", wording(language)) == words["add"]


def test_what_came_with_a_change_is_told() -> None:
    assert came_in_words("add", 32, 0, [(1, "https://a.example/")], EN) == (
        "32 claims",
        "edition 1 of https://a.example/",
    )
    assert came_in_words("add", 0, 0, [], AZ) == ("0 məlumat",)
    assert came_in_words("withdraw", 0, 3, [], EN) == ("with 3 claims",)
    assert came_in_words("reread", 1, 3, [], EN) == ("new: 1 claim",)
    assert came_in_words("reread", 0, 3, [], EN) == ()


def test_what_it_was_done_to_is_told_by_its_own_words() -> None:
    claim = opened(make_document())
    card = SourceCard(title="Bir sənəd")
    assert subject_in_words("withdraw", claim, card, (), (), EN) == "Norway’s embassy in Chile opened in 1997"
    assert subject_in_words("add", None, card, (), (), EN) == "Bir sənəd"
    assert subject_in_words("merge", None, None, ("Ane",), ("Erik", "Eva"), EN) == "Ane = Erik, Eva"
    assert subject_in_words("split", None, None, ("Ane",), ("Erik",), EN) == "Ane ≠ Erik"
    assert subject_in_words("add", None, None, (), (), EN) == ""
