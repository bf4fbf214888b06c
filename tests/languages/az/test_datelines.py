from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.edtf import is_edtf
from korpu.languages.az.datelines import find_document_date, find_publication

TITLE = "Nazir həmkarını qəbul edib\n"
BODY = "\nGörüşdə 14 may 2003-cü il tarixli Saziş müzakirə olunub.\n"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Bakı, 3 aprel 2019, AZƏRTAC\n" + BODY, "2019-04-03"),
        (TITLE + "Bakı, 3 aprel 2019-cu il, AZƏRTAC" + BODY, "2019-04-03"),
        (TITLE + "Praqa, 3 aprel 2019-cu il" + BODY, "2019-04-03"),
        (
            TITLE
            + "Praqa, 3 aprel 2019. Dünən burada iki ölkənin nazirləri bir araya gəlib və söhbət edib"
            + BODY,
            "2019-04-03",
        ),
        (TITLE + "3 aprel 2019, Praqa" + BODY, "2019-04-03"),
        (TITLE + "03.04.2019 14:35" + BODY, "2019-04-03"),
        (TITLE + "14:35 | 03.04.2019 | Siyasət" + BODY, "2019-04-03"),
        (TITLE + "03 Aprel 2019 [14:35]" + BODY, "2019-04-03"),
        (TITLE + "Apr 03, 2019" + BODY, "2019-04-03"),
        (TITLE + "Tarix: 03.04.2019" + BODY, "2019-04-03"),
        (TITLE + "Dərc olunub: 3 aprel 2019" + BODY, "2019-04-03"),
        (TITLE + BODY + "Son yenilənmə: 03.04.2019 | Çap et", "2019-04-03"),
        (TITLE + "03.04.2019 14:35\nBakı, 3 aprel, AZƏRTAC" + BODY, "2019-04-03"),
        # Of several stamps the title's counts, and a dateline says which one that is.
        (TITLE + "03.04.2019" + BODY * 6 + "Oxşar\n05.04.2019", "2019-04-03"),
        ("05.04.2019\n03.04.2019 12:00\nBakı, 3 aprel, AZƏRTAC" + BODY, "2019-04-03"),
        (TITLE + "03.04.2019\nSon yenilənmə: 09.09.2021" + BODY, "2019-04-03"),
    ],
)
def test_a_dateline_or_the_titles_stamp_dates_the_document(text: str, published: str) -> None:
    assert find_document_date(text) == (published, True)


@pytest.mark.parametrize(
    "text",
    [
        TITLE + BODY,
        TITLE + "Bakı, 3 aprel, AZƏRTAC" + BODY,
        TITLE + "Azərbaycan, Bakı, 3 aprel /Trend, müxbir Lalə Nurlu/" + BODY,
        TITLE + "14:35" + BODY,
        TITLE + "Bu gün, 3 aprel 2019: hava +12°" + BODY,
        TITLE + "USD 1.7 03.04.2019" + BODY,
        TITLE + "© 2019 Bütün hüquqlar qorunur" + BODY,
        TITLE + "Diplomatik əlaqələr | 3 aprel 1993 |" + BODY,
        TITLE + "| Quruluş tarixi | 3 aprel 1993 | ||||" + BODY,
        TITLE + "Əlaqələr 3 aprel 1993-cü ildə qurulub." + BODY,
        TITLE + "Əlaqələrin qurulması tarixi: 03.04.1993." + BODY,
        TITLE + "Arxivləşdirilib 3 aprel 2019." + BODY,
        "3 aprel 2019-cu ildə\n" + BODY,
        "",
    ],
)
def test_what_else_holds_a_date_does_not_date_the_document(text: str) -> None:
    assert find_document_date(text) == (None, False)


@pytest.mark.parametrize(
    "line",
    [
        "Bakı, 3 aprel, AZƏRTAC",
        "Azərbaycan, Bakı, 3 aprel /Trend, müxbir Lalə Nurlu/",
        "Bakı. 3 aprel. REPORT.AZ/",
    ],
)
def test_a_dateline_without_year_takes_one_that_was_worked_out_and_is_then_not_known(line: str) -> None:
    assert find_document_date(TITLE + line + BODY, year="2019") == ("2019-04-03", False)


@given(st.text(alphabet="Bakı, 3aprel2019 AZƏRTAC.:/\n|14", max_size=80))
def test_reading_any_text_raises_nothing(text: str) -> None:
    published, known = find_document_date(text, "2019")
    assert published is None or is_edtf(published)
    assert known <= (published is not None)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Dövriyyə 2014-cü ildə 5, ötən il isə 6 milyon dollar olub.", "2016"),
        ("Ötən il dövriyyə 2014-cü illə müqayisədə 3 faiz artıb.", "2016"),
        ("2014-cü ildə dövriyyə 5 milyon, bu ilin yeddi ayında 4 milyon dollar olub.", "2015"),
        ("Ötən il – 2014-cü ildə dövriyyə artıb.", "2014"),
        ("Ötən il dövriyyə artıb. 2014-cü ildə azalmışdı.", "2014"),
    ],
)
def test_a_year_set_apart_from_last_year_was_before_it(text: str, year: str) -> None:
    assert find_publication(text) == (year, False)
