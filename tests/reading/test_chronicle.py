"""Chronicles: what stands under a day happened on it."""

from __future__ import annotations

import korpu

CHRONICLE = """DİPLOMATİK TƏQVİM
2–8 may 2022-ci il

3 may, çərşənbə axşamı
Norveç Limadakı səfirliyini bağlayıb.
Çilidə 40 min norveçli yaşayır.

5 may, cümə axşamı
Fici Slovakiyanın müstəqilliyini tanıyıb. Yunanıstan Kubadakı səfirliyini 2019-cu ildə açıb.

QEYDLƏR
Nepal Maltadakı səfirliyini bağlayıb.
"""


def dates(text: str) -> list[tuple[str, str | None]]:
    return [(claim.kind, claim.when) for claim in korpu.read(text)]


def test_what_happened_under_a_day_is_of_that_day() -> None:
    told = dates(CHRONICLE)
    assert ("mission.closed", "2022-05-03") in told
    assert ("independence.recognized", "2022-05-05") in told


def test_what_has_its_own_date_or_lasts_is_not() -> None:
    told = dates(CHRONICLE)
    assert ("mission.opened", "2019") in told
    assert ("diaspora.size", None) in told


def test_another_heading_ends_the_day() -> None:
    assert dates(CHRONICLE)[-1] == ("mission.closed", None)


def test_a_single_day_is_that_of_the_publication() -> None:
    text = "Səfirlik xəbəri\n5 may 2022\nNorveç Limadakı səfirliyini bağlayıb.\n"
    assert dates(text) == [("mission.closed", None)]


BY_MONTHS = """SALNAMƏ. 2016-cı il

YANVAR
9. Norveç Limadakı səfirliyini bağlayıb.
22–24. Çili Prezidenti Xorxe Salas Slovakiyada səfərdə olub.

FEVRAL
5. Fici Slovakiyanın müstəqilliyini tanıyıb.
"""

BY_LINES = """Mövsümün xronikası
14 oktyabr 2022. Norveç Limadakı səfirliyini bağlayıb. 3 noyabr. Nepal Maltadakı səfirliyini açıb.
Fevral. Fici Slovakiyanın müstəqilliyini tanıyıb.
"""


def test_a_number_before_a_line_is_a_day_of_the_month_above() -> None:
    assert dates(BY_MONTHS) == [
        ("mission.closed", "2016-01-09"),
        ("visit", "2016-01-22/2016-01-24"),
        ("independence.recognized", "2016-02-05"),
    ]


def test_a_date_before_a_sentence_is_behind_the_one_before_it() -> None:
    assert dates(BY_LINES) == [
        ("mission.closed", "2022-10-14"),
        ("mission.opened", "2022-11-03"),
        ("independence.recognized", "2023-02"),
    ]
