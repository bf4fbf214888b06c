"""The opening: which pair a document is about, and whose what names no state is."""

from __future__ import annotations

from korpu.languages.az.language import LANGUAGE
from korpu.reading.analysis import analyse
from korpu.reading.discourse import Discourse
from korpu.reading.opening import begin
from korpu.reading.plan import outline


def opened(text: str) -> Discourse:
    return begin(list(analyse(text, LANGUAGE, outline(text, LANGUAGE.abbreviations))), "AZ")


def test_the_pair_is_the_two_states_named_most() -> None:
    text = "Norveç və Çili əməkdaşlıq edir. Norveçin Santyaqoda səfirliyi var. Çili Norveçə meyvə satır."
    assert opened(text).main_pair == ("NO", "CL")


def test_our_state_is_no_party_where_two_others_are_the_pair() -> None:
    text = "Norveçlə Çili əməkdaşlıq edir. Çilinin Norveçdə səfirliyi var. Ölkəmiz buna önəm verir, dövlətimiz hazırdır."
    assert opened(text).main_pair == ("NO", "CL")
    assert opened("Norveç ölkəmizlə əməkdaşlıq edir. Ölkəmizin Norveçdə səfirliyi var.").main_pair == (
        "NO",
        "AZ",
    )


def test_the_affairs_of_a_hub_are_its_own() -> None:
    others = ["Çili", "Fici", "Kuba", "Nepal", "Peru", "Malta", "Qana"]
    text = "Norveçdə səfirlər dəyişir. Norveç bunu gözləyirdi. Norveç hazırdır. "
    text += " ".join(f"{other} Norveçə nümayəndə göndərib." for other in others)
    assert opened(text).main_pair is None
    assert opened(text).home == "NO"
    assert opened(text + " Azərbaycan, Azərbaycanın Bakı və Gəncə şəhərləri də var.").home == "AZ"
