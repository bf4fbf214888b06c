"""Dates, as rows: what the text says, and the EDTF it gives under fixed anchors (its part applied)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.edtf import is_edtf
from korpu.languages.az.damaged_months import mend_month
from korpu.languages.az.date_rules import RULES
from korpu.languages.az.dates import find_dates, parse_cell_date
from korpu.languages.az.orthography import fold
from korpu.reading.calendar import Anchors, Anniversary, DateMention, as_interval, infer_year, resolve

ANCHORS = Anchors(published="2024-05-20", last="2007-10-24")


def dates(text: str, anchors: Anchors = ANCHORS) -> list[tuple[str, str | None]]:
    return [
        (text[mention.start : mention.end], edtf and as_interval(edtf, mention.part))
        for mention in find_dates(text, fold(text))
        if not mention.overruled
        for edtf in (resolve(mention.form, anchors).edtf,)
    ]


def told(text: str, anchors: Anchors = ANCHORS) -> list[str]:
    """The dates of a text, those that come to nothing left out."""
    return [edtf for _, edtf in dates(text, anchors) if edtf]


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [(rule.name, text, expected) for rule in RULES for text, expected in rule.examples],
)
def test_each_rule_reads_its_own_examples(rule: str, text: str, expected: str | None) -> None:
    assert told(text)[-1:] == ([expected] if expected else [])


def test_every_rule_has_an_example_and_a_name_of_its_own() -> None:
    assert all(rule.examples for rule in RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


DAYS = [
    ("14 iyun 1994", "1994-06-14"),
    ("14 iyun 1994-cü il", "1994-06-14"),
    ("14 iyun 1994-cü ildə", "1994-06-14"),
    ("14 İYUN 1994-CÜ İLDƏ", "1994-06-14"),
    ("14 iyun, 1994-cü il", "1994-06-14"),
    ("1994-cü il iyunun 14-də", "1994-06-14"),
    ("1994-cü il iyunun 14-ü", "1994-06-14"),
    ("1994-cü ilin iyun ayının 14-də", "1994-06-14"),
    ("1994-cü ilin iyunun 14-də", "1994-06-14"),
    ("1994-cü ilin 14 iyununda", "1994-06-14"),
    ("1994-cü il 14 iyun tarixində", "1994-06-14"),
    ("14 iyun 1994-cü il tarixli Fərman", "1994-06-14"),
    ("1994-cü il 14 iyun tarixli Fərman", "1994-06-14"),
    ("1994, 14 iyun", "1994-06-14"),
    ("14.06.1994", "1994-06-14"),
    ("14/06/1994", "1994-06-14"),
    ("14-06-1994", "1994-06-14"),
    ("1994-06-14", "1994-06-14"),
    ("1994.06.14", "1994-06-14"),
    ("14.06.1994-cü il tarixində", "1994-06-14"),
    ("1994 Jun 14", "1994-06-14"),
    ("İyn 14, 1994", "1994-06-14"),
    ("14 Jun 1994", "1994-06-14"),
    ("Noyabr 21, 2016", "2016-11-21"),
    ("saat 15:40-da, 14 iyun 1994", "1994-06-14"),
    ("14.06.1994 15:40", "1994-06-14"),
    ("2 noyabır 1998-ci ildə", "1998-11-02"),
    ("1998-ci il noyabırın 2-də", "1998-11-02"),
    ("7 oktaybr 2003", "2003-10-07"),
    ("2003-cü ilin sentybrında", "2003-09"),
    ("7 dekabrr 2003", "2003-12-07"),
    ("14 iyun 1994 cü ildə", "1994-06-14"),
    ("14 iyun 1994cü ildə", "1994-06-14"),
    ("1994 – cü il iyunun 14 -də", "1994-06-14"),
    ("1994-cu il iyunun 14-de", "1994-06-14"),
    ("1994-cu ilde", "1994"),
    ("1994- cü il", "1994"),
    ("14 iyun 1994-cü ildən etibarən", "1994-06-14/.."),
    ("14 iyun 1994-cü il tarixindən", "1994-06-14/.."),
    ("1994-cü il iyunun 14-dən", "1994-06-14/.."),
    ("1994-cü il iyunun 14-dək", "../1994-06-14"),
    ("1994-cü il iyunun 14-nə qədər", "../1994-06-14"),
    ("1994-cü il iyunun 14-nədək", "../1994-06-14"),
    ("29 fevral 2004-cü ildə", "2004-02-29"),
    ("1994-cü ilin iyununun 14-ü", "1994-06-14"),
    ("14. 06. 1994-cü ildə", "1994-06-14"),
    ("1994-cü il iyunun14-də", "1994-06-14"),
    ("14iyun 1994-cü ildə", "1994-06-14"),
    ("14-iyun-1994-cü ildə", "1994-06-14"),
    ("14 iyun1994-cü ildə", "1994-06-14"),
]  # fmt: skip

SPANS = [
    ("1999-cu il martın 8-9-da", "1999-03-08/1999-03-09"),
    ("1999-cu il martın 8–9-da", "1999-03-08/1999-03-09"),
    ("1999-cu il martın 8 və 9-da", "1999-03-08/1999-03-09"),
    ("1999-cu il martın 8-dən 12-dək", "1999-03-08/1999-03-12"),
    ("1999-cu il martın 8-dən 12-nə qədər", "1999-03-08/1999-03-12"),
    ("8–12 mart 1999-cu ildə", "1999-03-08/1999-03-12"),
    ("8-12 mart 1999", "1999-03-08/1999-03-12"),
    ("1999-cu il martın 30-dan aprelin 2-dək", "1999-03-30/1999-04-02"),
    ("30 mart - 2 aprel 1999-cu il", "1999-03-30/1999-04-02"),
    ("30 dekabr 1998-ci il – 2 yanvar 1999-cu il", "1998-12-30/1999-01-02"),
    ("1999-cu ilin martından 2001-ci ilin mayınadək", "1999-03/2001-05"),
    ("1999-cu ildən 2003-cü ilədək", "1999/2003"),
    ("1999-cu ildən 2003-cü ilə qədər", "1999/2003"),
    ("1999–2003-cü illərdə", "1999/2003"),
    ("1999-2003-cü illər ərzində", "1999/2003"),
    ("1999-cu – 2003-cü illərdə", "1999/2003"),
    ("2025–2029-cu illər üzrə", "2025/2029"),
    ("2025-2029-cu illər üçün", "2025/2029"),
    ("2025-2029-cu illəri əhatə edən", "2025/2029"),
    ("(1999–2003)", "1999/2003"),
    ("2018-ci ilin yanvar-iyun aylarında", "2018-01/2018-06"),
    ("2018-ci ilin yanvar–sentyabrında", "2018-01/2018-09"),
    ("2018-ci ilin ilk 11 ayında", "2018-01/2018-11"),
    ("2018-ci ilin altı ayında", "2018-01/2018-06"),
    ("2018-ci ilin birinci yarısında", "2018-01/2018-06"),
    ("2018-ci ilin ikinci yarısı", "2018-07/2018-12"),
    ("2018-ci ilin ikinci yarısından", "2018-07/.."),
    ("2018-ci ilin IV rübündə", "2018-10/2018-12"),
    ("2018-ci ilin dördüncü rübü", "2018-10/2018-12"),
    ("2018-ci ilin 2-ci rübündə", "2018-04/2018-06"),
    ("2018-ci ilin son üç ayında", "2018-10/2018-12"),
    ("2018-ci ilin birinci və ikinci rüblərində", "2018-01/2018-06"),
    ("2018/2019-cu illərdə", "2018/2019"),
]  # fmt: skip

MONTHS_AND_YEARS = [
    ("1996-cı ilin oktyabr ayında", "1996-10"),
    ("1996-cı ilin oktyabrında", "1996-10"),
    ("1996-cı ilin oktyabrı", "1996-10"),
    ("1996-cı il oktyabr", "1996-10"),
    ("oktyabr 1996", "1996-10"),
    ("oktyabr, 1996-cı il", "1996-10"),
    ("1996-cı ilin oktyabrından", "1996-10/.."),
    ("1996-cı ilin oktyabr ayından etibarən", "1996-10/.."),
    ("1996-cı ilin oktyabrınadək", "../1996-10"),
    ("1996-cı ilin oktyabrına qədər", "../1996-10"),
    ("1996-cı ilin oktyabrının sonunda", "1996-10"),
    ("1996-cı ilin may ayının əvvəlində", "1996-05"),
    ("1996-cı ilin mayında", "1996-05"),
    ("1996-cı ilin martı", "1996-03"),
    ("2009-cu ilin yazında", "2009-21"),
    ("2009-cu ilin yayı", "2009-22"),
    ("2009-cu ilin payızında", "2009-23"),
    ("2009-cu ilin qışında", "2009-24"),
    ("2009-cu ilin qış fəslində", "2009-24"),
    ("2009-cu ilin yayından", "2009-22/.."),
    ("2009-cu il", "2009"),
    ("2009-cu ildə", "2009"),
    ("2009-CU İLDƏ", "2009"),
    ("2009 ildə", "2009"),
    ("2009-cu ilin", "2009"),
    ("2009-cu ilin əvvəllərində", "2009"),
    ("2009-cu ilin ortalarında", "2009"),
    ("2009-cu ilin sonunda", "2009"),
    ("2009-cu ilin sonuna qədər", "../2009"),
    ("2009-cu ilin sonunadək", "../2009"),
    ("2009-cu ilin əvvəlindən", "2009/.."),
    ("2009-cu ilədək", "../2009"),
    ("2009-cu ilə qədər", "../2009"),
    ("2009-cu ilə kimi", "../2009"),
    ("2009-cu ildən əvvəl", "../2009"),
    ("2009-cu ildən", "2009/.."),
    ("2009-cu ildən sonra", "2009/.."),
    ("2009-cu ildən bəri", "2009/.."),
    ("2009-cu ildən başlayaraq", "2009/.."),
    ("təxminən 2009-cu ildə", "2009~"),
    ("təqribən 2009-cu ildə", "2009~"),
    ("2009-da", "2009"),
    ("2009-dan", "2009/.."),
    ("2035-dək", "../2035"),
    ("(2009)", "2009"),
    ("(Praqa, 2009)", "2009"),
    ("845-ci ildə", "0845"),
    ("1747-ci ildə", "1747"),
    ("1930-cu illərdə", "193X"),
    ("1930-cu illərin əvvəllərində", "193X"),
    ("1930-cu illərdən", "193X/.."),
    ("1930-cu illərin sonlarından", "193X/.."),
    ("XX əsrin 30-cu illəri", "193X"),
    ("XIX əsrin 50-ci illərində", "185X"),
    ("20-ci əsrin 80-cı illərində", "198X"),
    ("ötən əsrin 80-ci illərində", "198X"),
    ("80-ci illərin sonu", "198X"),
    ("XVIII əsrdə", "17XX"),
    ("XXİ əsrin əvvəllərində", "20XX"),
    ("on doqquzuncu əsrin ikinci yarısında", "18XX"),
    ("18-ci əsrdən", "17XX/.."),
    ("XVI-XVIII əsrlərdə", "15XX/17XX"),
    ("ötən əsr", "19XX"),
    ("iyirminci əsrin 30-cu illərində", "193X"),
    ("XX yüzilliyin 30-cu illərində", "193X"),
    ("2009   ilində", "2009"),
]  # fmt: skip

RELATIVE = [
    ("bu il", "2024"),
    ("bu ilin martında", "2024-03"),
    ("cari ildə", "2024"),
    ("cari ilin yanvar-aprel aylarında", "2024-01/2024-04"),
    ("cari ilin 7 martında", "2024-03-07"),
    ("bu il martın 7-də", "2024-03-07"),
    ("ötən il", "2023"),
    ("ötən ilin dekabrında", "2023-12"),
    ("keçən il dekabrın 3-də", "2023-12-03"),
    ("keçən ildən", "2023/.."),
    ("əvvəlki ildə", "2023"),
    ("gələn il", "2025"),
    ("gələn ilin yazında", "2025-21"),
    ("gələn ilin I rübündə", "2025-01/2025-03"),
    ("bu ay", "2024-05"),
    ("ötən ay", "2024-04"),
    ("gələn ayın 3-də", "2024-06-03"),
    ("ayın 14-də", "2024-05-14"),
    ("bu gün", "2024-05-20"),
    ("bugün", "2024-05-20"),
    ("dünən", "2024-05-19"),
    ("sabah", "2024-05-21"),
    ("srağagün", "2024-05-18"),
    ("ötən həftə", "2024-05-13/2024-05-19"),
    ("üç il əvvəl", "2021"),
    ("bundan iyirmi beş il əvvəl", "1999"),
    ("3 il öncə", "2021"),
    ("iki ay əvvəl", "2024-03"),
    ("10 gün qabaq", "2024-05-10"),
    ("beş il sonra", "2012"),
    ("bundan 5 il sonra", "2012"),
    ("beş il bundan əvvəl", "2019"),
    ("dünənki", "2024-05-19"),
    ("bu ayın 3-dən 5-dək", "2024-05-03/2024-05-05"),
    ("iki ay sonra", "2007-12"),
    ("ertəsi gün", "2007-10-25"),
    ("həmin il", "2007"),
    ("elə həmin ilin 9 oktyabrında", "2007-10-09"),
    ("həmin ilin sentyabrında", "2007-09"),
    ("həmin gün", "2007-10-24"),
    ("həmin ayın 28-də", "2007-10-28"),
    ("növbəti il", "2008"),
    ("növbəti ilin iyulunda", "2008-07"),
    ("çərşənbə axşamı", "2024-05-14"),
    ("cümə axşamı", "2024-05-16"),
    ("şənbə günü", "2024-05-18"),
    ("bazar ertəsi", "2024-05-20"),
    ("aprelin 6-da", "2024-04-06"),
    ("iyunun 6-da", "2023-06-06"),
    ("6 iyun", "2023-06-06"),
    ("iyun ayında", "2023-06"),
    ("aprel ayında", "2024-04"),
    ("iyulunda isə", "2007-07"),
    ("6 iyunda isə", "2007-06-06"),
    ("fevralın 29-da", "2024-02-29"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DAYS + SPANS + MONTHS_AND_YEARS + RELATIVE)
def test_a_date_expression_gives_its_edtf(text: str, expected: str) -> None:
    assert told(text) == [expected]


SENTENCES = [
    (
        "Norveç ölkəmizi 1993-cü ilin fevralında, İslandiya isə aprelində tanıyıb.",
        ["1993-02", "1993-04"],
    ),
    ("1993-cü ilin mayında Misir, iyulunda isə Oman səfirlik açıb.", ["1993-05", "1993-07"]),
    ("1993-cü il mayın 5-də başlayıb, 9 iyunda bitib.", ["1993-05-05", "1993-06-09"]),
    ("6 may 2011-ci il tarixli Sərəncamla yaradılıb, bir il sonra isə işə başlayıb.", ["2011-05-06", "2012"]),
    ("12 may 2010-cu ildə təsis edilib və həmin ilin 3 iyunundan işləyir.", ["2010-05-12", "2010-06-03/.."]),
    ("Qanun 1995-ci ildə çıxıb, səfirlik bundan 6 il sonra – 4 fevral 2001-ci ildə açılıb.", ["1995", "2001-02-04"]),
    ("Dünən, mayın 19-da görüş olub.", ["2024-05-19"]),
    ("2018-ci ilin aprelin 9-da gəlib, ayın 12-də gedib.", ["2018-04-09", "2018-04-12"]),
    ("Çərşənbə axşamı, mayın 14-də görüş olub.", ["2024-05-14"]),
    ("Ötən ilin mayında gəlib, iyununda gedib.", ["2023-05", "2023-06"]),
    ("2019, 2020 və 2021-ci illərdə", ["2019", "2020", "2021"]),
    ("2019 və 2021-ci illərdə", ["2019", "2021"]),
    ("2008-ci ildə ticarət bir il əvvəlkindən çox olub.", ["2008", "2007"]),
    ("2018-ci ildə artım 2017-ci illə müqayisədə 5 faizdir.", ["2018", "2017"]),
    ("Martın 3, 7 və 12-də görüşlər olub.", ["2024-03-03", "2024-03-07", "2024-03-12"]),
    ("1994 — Praqa ilə Gəncə qardaşlaşıb", ["1994"]),
    ("1992, aprel — Omanın səfirliyi, sentyabr — Misirin səfirliyi açılıb", ["1992-04", "1992-09"]),
    ("2022-ci ilin eyni dövrü ilə müqayisədə", ["2022"]),
    ("2012-ci il mayın 5-də, bir gün əvvəl", ["2012-05-05", "2012-05-04"]),
    ("Bakı, 3 iyun 2014; Roma, 2011-ci il", ["2014-06-03", "2011"]),
    ("Müddət: 2019-cu ilin dekabrından 2020-ci ilin martınadək", ["2019-12/2020-03"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_the_dates_of_one_sentence_lend_each_other_what_they_lack(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2000 nəfər",
        "1945 sənəd imzalanıb",
        "2000-dən çox şirkət",
        "2015-dək sənəd",
        "Kod 2005",
        "33 yaşlı diplomat",
        "saat 14:30-da",
        "saat 15.30-da",
        "üç gün ərzində",
        "iki ildə",
        "10 illik müqavilə",
        "30 illik yubileyi",
        "25-ci ildönümü",
        "iyirmi illiyi",
        "hazırda",
        "hal-hazırda",
        "bu günədək",
        "indiyədək",
        "bu vaxta qədər",
        "günümüzdə",
        "mayak",
        "martin",
        "olmayıb",
        "bazar iqtisadiyyatı",
        "yayda",
        "yazıçı",
        "31.04.2012",
        "12.13.2012",
        "2062-ci küçə",
        "11000 Praqa",
        "bir neçə il əvvəl",
        "sayı 1930-a çatıb",
        "28 May küçəsi",
        "8 Noyabr prospektində",
        "son illərdə",
        "bu illərdə",
        "bazar ertəsi – cümə axşamı, 9:30-dan",
        "şənbə və bazar günləri",
        "hər bazar günü",
        "Pavilyon 2005 — adı",
        "(+52 55) 5540 00 00",
        "",
    ],
)
def test_what_only_looks_like_a_date_gives_none(text: str) -> None:
    assert told(text) == []


def test_a_day_that_no_calendar_has_leaves_the_year_alone() -> None:
    assert told("30 fevral 2012-ci ildə") == ["2012"]


@pytest.mark.parametrize(
    ("text", "part", "modifies"),
    [
        ("2009-cu ildən", "since", False),
        ("2009-cu ilədək", "until", False),
        ("2022-ci ilin fevralına planlaşdırılır", "planned", False),
        ("martın 9-na planlaşdırılıb", "planned", False),
        ("2025-2029-cu illər üzrə proqram", "for", False),
        ("2017-ci illə müqayisədə", "base", False),
        ("ötən ilin eyni dövrü ilə müqayisədə", "base", False),
        ("2017-ci ilə nisbətən", "base", False),
        ("4 mart 2005-ci il tarixli Qanun", "on", True),
        ("2019-cu ildəki görüş", "on", True),
        ("yanvarın 11-nə təsadüf edir", "on", False),
        ("2023-cü ilin əvvəlinə", "on", False),
    ],
)
def test_a_date_says_how_it_bounds(text: str, part: str, modifies: bool) -> None:
    mention = find_dates(text, fold(text))[0]
    assert (mention.part, mention.modifies) == (part, modifies)


@pytest.mark.parametrize(
    ("text", "future"),
    [
        ("2027-ci ildə görüş planlaşdırılır.", True),
        ("2027-ci ildə açılacaq.", True),
        ("2027-ci ildə açılmalıdır.", True),
        ("2017-ci ildə açılıb.", False),
        ("Martın 9-na təyin olunub.", True),
        ("2017-ci ildə açılıb, yenisi planlaşdırılır.", False),
        ("2017-ci ilin noyabrında tanımışdır, əlaqələrin təməli möhkəmdir", False),
    ],
)
def test_words_of_plan_mark_a_date_as_one_to_come(text: str, future: bool) -> None:
    assert find_dates(text, fold(text))[0].future is future


def test_an_absolute_date_in_apposition_wins_and_keeps_the_offset() -> None:
    text = "işə bundan 6 il sonra – 4 fevral 2001-ci ildə başlayıb"
    offset, absolute = find_dates(text, fold(text))
    assert offset.overruled
    assert absolute.form.offset == "+6Y"  # type: ignore[union-attr]


def test_now_is_marked_and_has_no_date() -> None:
    [mention] = find_dates("hazırda işləyir", "hazirda işləyir")
    assert mention.now


def test_an_anniversary_is_a_kind_of_its_own() -> None:
    text = "əlaqələrin 30 illiyi"
    assert [m.form for m in find_dates(text, fold(text))] == [Anniversary(30)]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2019", "2019"),
        ("2019[7]", "2019"),
        ("2019-cu il", "2019"),
        ("1994–2000", "1994/2000"),
        ("1994-97", "1994/1997"),
        ("1994-07", None),
        ("2020–hazırda", "2020/.."),
        ("2020 –", "2020/.."),
        ("2021-ci ilin martından", "2021-03/.."),
        ("5 may 1994", "1994-05-05"),
        ("I rüb 2019", "2019-01/2019-03"),
        ("Aktiv", None),
        ("1 322", None),
        ("", None),
        ("30 illik", None),
    ],
)
def test_a_cell_gives_its_date(cell: str, expected: str | None) -> None:
    assert parse_cell_date(cell) == expected


@pytest.mark.parametrize(
    ("word", "mended"),
    [
        ("oktayabr", "oktyabr"),
        ("fevaral", "fevral"),
        ("avqustu", None),
        ("sentyab", "sentyabr"),
        ("nazir", None),
    ],
)
def test_a_month_is_mended_by_one_letter(word: str, mended: str | None) -> None:
    assert mend_month(word) == mended


def test_spans_are_of_the_text_as_written_also_where_a_month_was_mended() -> None:
    text = "Görüş 2 noyabır 1998-ci ildə olub."
    [mention] = find_dates(text, fold(text))
    assert text[mention.start : mention.end] == "2 noyabır 1998-ci ildə"


def mentions(*texts: str) -> list[DateMention]:
    return [mention for text in texts for mention in find_dates(text, fold(text))]


@pytest.mark.parametrize(
    ("texts", "year"),
    [
        (("2027-ci ildə yeni görüş nəzərdə tutulub.", "Ötən il artım olub."), "2027"),
        (("2014-cü ildə açılıb.", "2018-ci ildə bağlanıb."), "2018"),
        (("2018-ci ildə bağlanıb.", "2040-cı ilədək artacaq."), "2018"),
        (("2025-2029-cu illər üzrə proqram imzalanıb.",), "2025"),
        (("Ötən il artıb.",), None),
    ],
)
def test_the_year_of_writing_is_worked_out_from_the_texts_own_dates(
    texts: tuple[str, ...], year: str | None
) -> None:
    assert infer_year(mentions(*texts)) == year


WORDS = st.sampled_from(
    ["1992", "-ci", "il", "ilin", "ildə", "ildən", "iyun", "mayın", "may", "14", "-də", "-dən", "3", "–", ",", "(", ")", "həmin", "ötən", "bundan", "sonra", "əvvəl", "XX", "əsrin", "60", "cı", "illəri", "noyabır", "isə", "bu", "gün", "dünən", "ilk", "yarısı", "rübü", "2004", "12.05.2001", "üzrə", "illiyi", "İ", "I", "ı", "və"]
)  # fmt: skip


@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(WORDS, max_size=12).map(" ".join),
        st.lists(WORDS, max_size=8).map("".join),
    )
)
def test_reading_any_text_raises_nothing_and_gives_dates_that_exist(text: str) -> None:
    for mention in find_dates(text, fold(text)):
        assert 0 <= mention.start < mention.end <= len(text)
        for anchors in (ANCHORS, Anchors(), Anchors(published="2023", last="199X", tense="future")):
            edtf = resolve(mention.form, anchors).edtf
            assert edtf is None or (is_edtf(edtf) and is_edtf(as_interval(edtf, mention.part)))
