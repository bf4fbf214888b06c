"""Tables, infoboxes, labelled lines and lists, read end to end into claims."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from korpu.claims import Claim
from korpu.document import Document
from korpu.reading.layout import Table, find_layout
from korpu.reading.read import read_document

TITLE = "Malta–Kipr münasibətləri\n\n"


def read(text: str, kind: str = "") -> list[Claim]:
    return [claim for claim in read_document(Document(text)) if claim.kind.startswith(kind)]


def trade(text: str) -> list[tuple[str, object, str | None, str, str | None]]:
    return [
        (c.kind.removeprefix("trade."), c.roles.get("reporter"), c.when, c.value.amount, c.value.unit)
        for c in read(text, "trade.")
        if c.value
    ]


INFOBOX = TITLE + (
    "Malta-Kipr münasibətləri | |||||\n---|---|---|---|---|---|\n|\n|||||\n"
    "Kiprdəki Maltanın səfirliyi | |||||\nSəfir | Con Borq?! | ||||\nÜnvan | Nikosiya, Malta küç., 4 | ||||\n"
    "Maltadakı Kiprin səfirliyi | |||||\nSəfir | Andreas Nikolau[el] | ||||\n"
    "Digər | |||||\nQuruluş tarixi | 5 iyun 1971 | ||||\nDövriyyə | 0,2 mlrd avro (2021) | ||||\nSərhəd | yoxdur | ||||\n"
)


def test_the_rows_of_an_infobox_are_about_the_mission_above_them() -> None:
    heads = [
        (c.roles["sender"], c.roles["host"], c.roles["mission"], c.roles["person"])
        for c in read(INFOBOX, "mission.head")
    ]
    assert heads == [("MT", "CY", "embassy", "Con Borq"), ("CY", "MT", "embassy", "Andreas Nikolau")]
    (address,) = read(INFOBOX, "mission.address")
    assert (address.roles["sender"], address.roles["address"]) == ("MT", "Nikosiya, Malta küç., 4")


def test_a_claim_of_a_row_spans_the_row_without_its_borders() -> None:
    (claim,) = read(INFOBOX, "relations.established")
    assert (claim.when, claim.quote) == ("1971-06-05", "Quruluş tarixi | 5 iyun 1971")


def test_an_infobox_gives_an_amount_with_its_year() -> None:
    assert trade(INFOBOX) == [("turnover", None, "2021", "200000000", "EUR")]


def test_a_table_without_a_unit_leaves_amounts_as_written_and_takes_the_titles_first_state() -> None:
    text = TITLE + "İl | İxrac | Idxal | Cəmi |\n---|---|---|---|\n2020[9] | 25,70 | 16,75 | 42,45 |\n"
    assert trade(text) == [
        ("exports", "MT", "2020", "25.70", None),
        ("imports", "MT", "2020", "16.75", None),
        ("turnover", None, "2020", "42.45", None),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "Ticarət (mln avro)\nİl | İxrac\n2020 | 1 200,5\n",
        "Ticarət\nİl | İxrac, mln avro\n2020 | 1 200,5\n",
        "Ticarət, mln avro\nGöstərici\t2020\t2021\nİxrac\t1 200,5\t–\n",
        "Rəqəmlər milyon avro ilə göstərilir (mln avro).\nİl | İxrac\n2020 | 1 200,5\n",
        "Ticarət (mln avro)\n| | Maltanın ixracı |\n|---|---|\n| 2020 | 1 200,5 |\n",
        "Ticarət (mln avro)\nİl;İxrac;İdxal\n2020;1200,5;3\n2021;4;5\n",
    ],
)
def test_the_unit_is_found_where_a_table_says_it(table: str) -> None:
    exports = [row for row in trade(TITLE + table) if row[0] == "exports" and row[2] == "2020"]
    assert exports == [("exports", "MT", "2020", "1200500000", "EUR")]


def test_years_may_stand_across() -> None:
    text = (
        TITLE
        + "Ticarət, min avro\n | 2020 | 2021\nKiprin ixracı | 10 | 20\nKiprin idxalı | 1 | 2\nCəmi | 11 | 22\n"
    )
    assert trade(text) == [
        ("exports", "CY", "2020", "10000", "EUR"),
        ("exports", "CY", "2021", "20000", "EUR"),
        ("imports", "CY", "2020", "1000", "EUR"),
        ("imports", "CY", "2021", "2000", "EUR"),
        ("turnover", None, "2020", "11000", "EUR"),
        ("turnover", None, "2021", "22000", "EUR"),
    ]


def test_a_table_of_partners_relates_the_captions_state_to_each() -> None:
    text = (
        "Maltanın tərəfdaşlarla ticarəti (mln avro, 2021)\n\nÖlkə | İxrac | İdxal\n"
        "Kipr | 10 | 20\nİtaliya | 30 | 40\nCəmi | 40 | 60\n"
    )
    assert [(c.parties, c.kind, c.value and c.value.amount) for c in read(text)] == [
        (("CY", "MT"), "trade.exports", "10000000"),
        (("CY", "MT"), "trade.imports", "20000000"),
        (("IT", "MT"), "trade.exports", "30000000"),
        (("IT", "MT"), "trade.imports", "40000000"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ölkə | Qızıl | Gümüş | Cəmi\n---|---|---|---\nMalta | 4 | 1 | 5\n",
        "Maltanın xarici ticarəti (mlrd avro)\nİl | İxrac | İdxal\n2022 | 19,3 | 30,7\n",
        TITLE + "Məhsul | İxrac | İdxal\nBalıq | 3 | 4\n",
        "Ana səhifə | Səfirlik | Səfir | Viza | Əlaqə\n",
        "Janr | dram\nRejissor | Con Borq\n",
        "Səfir | Con Borq\n",
    ],
)
def test_tables_of_other_things_say_nothing(text: str) -> None:
    assert read(text) == []


def test_heads_of_mission_are_listed_under_a_heading() -> None:
    text = TITLE + (
        "Maltanın Kiprdəki səfirləri\n1. Con Borq (1992–1996)\n2. Mario Vella (2018-ci ildən)\n"
        "Siyahı tam deyil.\n"
    )
    assert [(c.roles["person"], c.when) for c in read(text)] == [
        ("Con Borq", "1992/1996"),
        ("Mario Vella", "2018/.."),
    ]


def heads(text: str) -> list[tuple[object, str | None]]:
    return [(c.roles["person"], c.when) for c in read(text, "mission.head")]


def test_columns_say_since_and_until_when_a_head_of_mission_serves() -> None:
    text = TITLE + (
        "Maltanın Kiprdəki səfirləri\n\n| Ad, soyad | Təyin olunduğu tarix | Vəzifəni tərk etdiyi tarix |\n|---|---|---|\n"
        "| Con Borq | 2004 | 2008 |\n| Anna Vella | 12 may 2009 | |\n"
    )
    assert heads(text) == [("Con Borq", "2004/2008"), ("Anna Vella", "2009-05-12/..")]


def test_the_markup_of_a_wiki_is_a_table_and_credentials_stand_in_a_column() -> None:
    text = TITLE + (
        '{| class="wikitable"\n! № !! Maltanın Kiprdəki səfiri !! Etimadnamənin təqdimi\n|-\n'
        "| 1 || Con Borq || 14 sentyabr 1998\n|-\n| 2 || Anna Vella || —\n|}\nMətn | mətn.\n"
    )
    assert heads(text) == [("Con Borq", None), ("Anna Vella", None)]
    presented = [(c.roles["person"], c.when) for c in read(text, "credentials.presented")]
    assert presented == [("Con Borq", "1998-09-14")]


def test_cells_may_be_labels_with_their_values() -> None:
    text = (
        TITLE
        + "Maltanın Kiprdəki səfirliyi\nÜnvan: Nikosiya, Malta küç., 4 | Tel.: 22 555 | Qəbul: 9:00–12:00\n"
    )
    assert [c.roles["address"] for c in read(text, "mission.address")] == ["Nikosiya, Malta küç., 4"]


def test_dots_lead_from_a_name_to_its_years() -> None:
    text = (
        TITLE
        + "Maltanın Kiprdəki səfirləri (ardıcıl)\n .Con Borq . . . . 1992-95\n .Anna Vella ..... 2004 — 2008\n"
    )
    assert heads(text) == [("Con Borq", "1992/1995"), ("Anna Vella", "2004/2008")]


def test_an_embassy_page_has_labels_with_a_colon() -> None:
    text = (
        "Maltanın Kiprdəki səfirliyi\nÜnvan: Nikosiya, Av. Malta 4, 3-cü mərtəbə\nTel.: 555\n"
        "Müvəqqəti işlər vəkili: Con Borq\n"
    )
    assert [(c.kind, c.roles.get("address") or c.roles.get("office")) for c in read(text)] == [
        ("mission.address", "Nikosiya, Av. Malta 4, 3-cü mərtəbə"),
        ("mission.head", "charge_d_affaires"),
    ]


def test_an_address_in_the_other_capital_is_the_other_missions() -> None:
    text = (
        TITLE
        + "Maltanın Kiprdəki səfirliyi 1995-ci ildə açılıb. Səfirliyin ünvanı: Valletta, Kipr küç., 2.\n"
    )
    (claim,) = read(text, "mission.address")
    assert (claim.roles["sender"], claim.roles["host"]) == ("CY", "MT")


def test_signed_documents_are_listed_with_place_and_date() -> None:
    text = TITLE + (
        "İmzalanmış sənədlər\n- “Hava əlaqələri haqqında” Saziş (Valletta, 3 may 2004);\n"
        "- Turizm sahəsində əməkdaşlıq haqqında Memorandum – 12.10.2009\n"
    )
    assert [(c.roles["title"], c.roles.get("place"), c.when) for c in read(text, "agreement.signed")] == [
        ("Hava əlaqələri haqqında Saziş", "Valletta", "2004-05-03"),
        ("Turizm sahəsində əməkdaşlıq haqqında Memorandum", None, "2009-10-12"),
    ]


def test_visits_are_listed_by_their_way() -> None:
    text = (
        TITLE
        + "Qarşılıqlı səfərlər\nMaltadan Kiprə:\n- 2–4 iyun 2014 – xarici işlər naziri Con Borq (rəsmi səfər)\n"
    )
    (claim,) = read(text, "visit")
    assert (claim.roles["visitor"], claim.roles["to"], claim.when) == (
        "Con Borq",
        "CY",
        "2014-06-02/2014-06-04",
    )


def test_chairs_of_groups_stand_in_a_table() -> None:
    text = TITLE + "Dostluq qrupları\nÖlkə | Qrupun sədri\nMalta | Con Borq\nKipr | Andreas Nikolau\n"
    assert [(c.roles["state"], c.roles["person"]) for c in read(text)] == [
        ("MT", "Con Borq"),
        ("CY", "Andreas Nikolau"),
    ]


def test_people_are_counted_by_country() -> None:
    text = "Ölkələr üzrə maltalıların sayı (min nəfər)\nÖlkə | Say | Mənbə\nKipr | 1,5 | 2011\nİtaliya | 2-dək | icmanın təxmini\n"
    assert [(c.roles["host"], c.value and c.value.amount, c.when, c.stance) for c in read(text)] == [
        ("CY", "1500", "2011", "fact"),
        ("IT", "2000", None, "estimate"),
    ]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["|", "\t", ";", "  ", "\n", "Səfir", "2020", "İxrac", "Malta", "1,5", ":", "- ", "Con Borq"]
        ),
        max_size=40,
    )
)
def test_any_layout_is_read_and_quoted(pieces: list[str]) -> None:
    text = "".join(pieces)
    for claim in read_document(Document(text)):
        assert text[claim.start : claim.end] == claim.quote


@given(st.text(alphabet="|;\t\n a1-:", max_size=60))
def test_layout_covers_lines_in_order(text: str) -> None:
    last = 0
    for part in find_layout(text):
        assert last <= part.start <= part.end <= len(text)
        last = part.end
        if isinstance(part, Table):
            for row in part.rows:
                assert all(row.start <= c.start and c.end <= row.end for c in row.filled)


VISITS = """Norveç–Çili

Səfərlər
Tarix | Qonaq | Vəzifəsi | Haraya | Növü
12–14 may 2009 | Erik Hansen | Norveçin xarici işlər naziri | Santyaqo | işgüzar
oktyabr 2019 | Xorxe Salas | Çilinin Prezidenti | Oslo | rəsmi
2021 | | Çilinin Prezidenti | Oslo | rəsmi
"""


def test_a_table_of_visits_tells_who_went_where_when_and_how() -> None:
    told = [
        (c.roles.get("visitor"), c.roles["to"], c.roles.get("type"), c.when)
        for c in read_document(Document(VISITS))
    ]
    assert told == [
        ("Erik Hansen", "CL", "working", "2009-05-12/2009-05-14"),
        ("Xorxe Salas", "NO", "official", "2019-10"),
    ]


def test_a_column_says_when_credentials_were_presented() -> None:
    table = (
        "Çexiya–Malta münasibətləri\n\n"
        "| № | Maltanın Çexiyadakı səfiri | Etimadnamə təqdim etdiyi gün |\n|---|---|---|\n"
        "| 1 | Karol Borq | 14 sentyabr 1998 |\n| 2 | Dan Mifsud | 2 dekabr 2003 |\n"
    )
    told = [
        (c.roles["sender"], c.roles["host"], c.roles["person"], c.when) for c in read(table, "credentials")
    ]
    assert told == [("MT", "CZ", "Karol Borq", "1998-09-14"), ("MT", "CZ", "Dan Mifsud", "2003-12-02")]
