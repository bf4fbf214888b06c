"""More cases of the sort of the eight named ones: a few Azerbaijani documents each, and what Körpü says of them.

Each is read by the reader, added to a ledger of its own, and what is asked is what a user would see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from korpu.claims import Claim
from korpu.document import Document, SourceCard
from korpu.findings import Finding, find
from korpu.ledger.store import open_ledger
from korpu.reading.read import read_document


class File:
    """What a ledger says after some documents were added, in whatever order."""

    def __init__(self, claims: list[Claim], findings: tuple[Finding, ...]) -> None:
        self.claims = {claim.id: claim for claim in claims}
        self.findings = findings

    def on(self, kind: str, code: str) -> Finding:
        """The one finding on a kind that has a reason of this code."""
        fitting = [f for f in self.findings if (f.kind, f.reason.code) == (kind, code)]
        assert len(fitting) == 1, self.told()
        return fitting[0]

    def statuses(self, kind: str) -> list[str]:
        """How the findings on a kind stand, sorted."""
        return sorted(f.status for f in self.findings if f.kind == kind)

    def told(self) -> list[tuple[str, str | None, str, str]]:
        return [(f.kind, f.when, f.status, f.reason.code) for f in self.findings]

    def relations(self, finding: Finding) -> set[str]:
        return {comparison.relation for comparison in finding.comparisons}

    @property
    def disputed(self) -> list[str]:
        return [f.reason.code for f in self.findings if f.status == "disputed"]


Told = str | tuple[str, str] | tuple[str, str, str]
"""A text; with its day of publication; with its publisher."""

Reader = Callable[..., File]


@pytest.fixture
def read(tmp_path: Path) -> Iterator[Reader]:
    """A function that adds documents to a new ledger and gives its findings on all that they tell."""

    def add(*documents: Told) -> File:
        with open_ledger(tmp_path / f"ledger-{len(list(tmp_path.iterdir()))}") as ledger:
            for told in documents:
                text, published, publisher = (
                    (told, None, None) if isinstance(told, str) else (*told, None)[:3]
                )
                document = Document(text, SourceCard(published=published, publisher=publisher))
                ledger.add(document, read_document(document))
            claims = ledger.claims()
            cards = {stored.id: stored.card for stored in ledger.documents()}
        found = find(claims, cards)
        assert find(claims[::-1], cards) == found, "the order of claims changes nothing"
        return File(claims, found)

    yield add


# Amounts


def test_a_rounded_figure_agrees_with_the_exact_one(read: Reader) -> None:
    """187,5 million dollars is 187 463 200 dollars, rounded: agreed, and the exact one refines the other."""
    file = read(
        "2019-cu ildə Macarıstanla Gürcüstan arasında ticarət dövriyyəsi 187 463 200 ABŞ dolları olub.",
        "Gürcüstanla Macarıstanın ticarət dövriyyəsi 2019-cu ildə 187,5 milyon dollar təşkil edib.",
    )
    finding = file.on("trade.turnover", "rounded")
    assert (finding.status, finding.witnesses) == ("agreed", 2)
    assert finding.value is not None
    assert finding.value.amount == "187463200"
    assert file.relations(finding) == {"refines"}


def test_thousands_and_millions_are_one_scale(read: Reader) -> None:
    """74 218,6 thousand dollars and 74,2 million dollars agree."""
    file = read(
        "2020-ci ildə Latviya ilə Özbəkistan arasında əmtəə dövriyyəsi 74 218,6 min ABŞ dolları olmuşdur.",
        "Özbəkistanla Latviyanın ticarət dövriyyəsi 2020-ci ildə 74,2 milyon dollara çatıb.",
    )
    assert file.on("trade.turnover", "rounded").status == "agreed"


def test_a_thousandfold_difference_is_no_rounding(read: Reader) -> None:
    """74 million and 74 billion dollars of one year: disputed, and how many times as much is said."""
    file = read(
        "2020-ci ildə Latviya ilə Özbəkistan arasında ticarət dövriyyəsi 74,2 milyon dollar olub.",
        "Özbəkistanla Latviyanın ticarət dövriyyəsi 2020-ci ildə 74,2 milyard dollara çatıb.",
    )
    finding = file.on("trade.turnover", "values_differ_times")
    assert finding.status == "disputed"
    assert "1,000 times" in finding.reason.sentence("en")


@pytest.mark.parametrize("part", ["birinci rübündə", "ilk altı ayında", "yanvar–sentyabr aylarında"])
def test_a_part_of_the_year_is_not_held_against_the_year(read: Reader, part: str) -> None:
    """190 million in a part of 2021, 836 million in 2021: two questions, no dispute."""
    file = read(
        f"2021-ci ilin {part} Türkiyə ilə Qırğızıstan arasında ticarət dövriyyəsi 190 milyon dollar olub.",
        "2021-ci ildə Türkiyə ilə Qırğızıstan arasında ticarət dövriyyəsi 836 milyon dollar təşkil edib.",
    )
    assert file.statuses("trade.turnover") == ["single", "single"]
    assert len({f.when for f in file.findings}) == 2


def test_euros_and_dollars_are_never_compared(read: Reader) -> None:
    """497 million euros and 588 million dollars of one year: neither agreed nor disputed, and said so."""
    file = read(
        "2021-ci ildə Almaniya ilə Gürcüstan arasında ticarət dövriyyəsi 497 milyon avro olub.",
        "2021-ci ildə Almaniya ilə Gürcüstan arasında ticarət dövriyyəsi 588 milyon dollar olub.",
    )
    assert file.statuses("trade.turnover") == ["single", "single"]
    assert all("other units" in f.reason.sentence("en") for f in file.findings)


def test_over_80_and_up_to_95_documents_are_compatible(read: Reader) -> None:
    """The ranges of «over 80» and «up to 95» overlap: both can be right."""
    file = read(
        "Estoniya ilə Ukrayna arasında 80-dən çox sənəd imzalanıb.",
        "Ukrayna ilə Estoniya arasında 95-dək sənəd imzalanıb.",
    )
    finding = file.on("agreement.count", "ranges_overlap")
    assert finding.status == "agreed"
    assert file.relations(finding) == {"compatible"}


def test_an_exact_count_within_a_range_is_the_more_exact_answer(read: Reader) -> None:
    """An exact 112 lies within «over 80» and is the more exact answer."""
    file = read(
        "Estoniya ilə Ukrayna arasında 80-dən çox sənəd imzalanıb.",
        "Ukrayna ilə Estoniya arasında 112 sənəd imzalanıb.",
    )
    finding = file.on("agreement.count", "within_range")
    assert finding.status == "agreed"
    assert finding.value is not None
    assert finding.value.amount == "112"


TABLE = """Gürcüstanın Macarıstanla ticarəti{unit}

| İl | İxrac | İdxal | Dövriyyə |
|---|---|---|---|
| 2016 | 8 214,3 | 61 902,2 | {total} |
| 2017 | 9 377,1 | 64 005,9 | 73 383,0 |
"""


def test_a_table_without_a_unit_gets_it_from_another_documents_figure(read: Reader) -> None:
    """73 383,0 in a table and 73,4 million dollars elsewhere: the table counts in thousand dollars."""
    file = read(
        TABLE.format(unit="", total="70 116,5"),
        "2017-ci ildə Gürcüstanla Macarıstanın ticarət dövriyyəsi 73,4 milyon dollar olub.",
    )
    unit = file.on("trade.turnover", "unit_inferred")
    assert unit.status == "inferred"
    assert "1,000 US dollars" in unit.reason.sentence("en")
    assert file.on("trade.turnover", "rounded").status == "agreed"


def test_a_table_whose_sum_does_not_hold_is_pointed_at(read: Reader) -> None:
    """One row of the table adds up, the other is ten million off: both are said."""
    file = read(TABLE.format(unit=", min ABŞ dolları", total="80 116,5"))
    assert file.on("trade.turnover", "sum_holds").when == "2017"
    broken = file.on("trade.turnover", "sum_broken")
    assert (broken.status, broken.when) == ("disputed", "2016")
    assert "difference is 10,000,000" in broken.reason.sentence("en")


def test_last_year_is_the_year_before_the_publication(read: Reader) -> None:
    """«Last year» in a text of February 2018 and 2017 are one year: agreed within rounding."""
    file = read(
        ("Ötən il Latviya ilə Gürcüstan arasında ticarət dövriyyəsi 51,3 milyon dollar olub.", "2018-02-05"),
        "2017-ci ildə iki ölkənin – Latviya ilə Gürcüstanın ticarət dövriyyəsi 51 milyon dollar təşkil edib.",
    )
    finding = file.on("trade.turnover", "rounded")
    assert (finding.status, finding.when) == ("agreed", "2017")


# Growth and mirror statistics

TWO_YEARS = (
    "2021-ci ildə Macarıstanla Gürcüstan arasında ticarət dövriyyəsi 150,4 milyon dollar, "
    "2022-ci ildə isə 195,6 milyon dollar olub. "
)
GREW = "2022-ci ildə Macarıstanla Gürcüstanın ticarət dövriyyəsi 2021-ci illə müqayisədə {} faiz artıb."


def test_growth_that_the_two_years_bear_out_is_said_to_hold(read: Reader) -> None:
    """150,4 to 195,6 million is a growth of 30,1 per cent: «30 per cent» holds."""
    finding = read(TWO_YEARS + GREW.format(30)).on("trade.growth", "growth_holds")
    assert finding.status == "inferred"
    assert "30.1 per cent" in finding.reason.sentence("en")


def test_growth_that_the_same_documents_figures_exclude_is_disputed(read: Reader) -> None:
    """«45 per cent» cannot be right beside the figures of the same text."""
    finding = read(TWO_YEARS + GREW.format(45)).on("trade.growth", "growth_broken")
    assert finding.status == "disputed"
    assert len(finding.claims) == 3


def test_growth_told_by_another_document_is_only_set_beside_the_figures(read: Reader) -> None:
    """The two documents may go by different statistics: what the figures give is said, nothing is disputed."""
    file = read(TWO_YEARS, GREW.format(45))
    assert file.on("trade.growth", "growth_apart").status == "inferred"
    assert file.disputed == []


def test_exports_of_one_side_and_imports_of_the_other_are_mirror_statistics(read: Reader) -> None:
    """Türkiye counts 951,2 million, Uzbekistan 1198 million: the difference is said, both may be right."""
    file = read(
        "2018-ci ildə Türkiyənin Özbəkistana ixracı 951,2 milyon dollar olub.",
        "2018-ci ildə Özbəkistanın Türkiyədən idxalı 1 milyard 198 milyon dollar təşkil edib.",
    )
    finding = file.on("trade.exports", "mirror_apart")
    assert finding.status == "inferred"
    assert "differ by 26 %" in finding.reason.sentence("en")
    assert file.disputed == []


def test_mirror_statistics_that_agree_are_said_to(read: Reader) -> None:
    """951,2 million by one side and 951 million by the other agree within rounding."""
    file = read(
        "2018-ci ildə Türkiyənin Özbəkistana ixracı 951,2 milyon dollar olub.",
        "2018-ci ildə Özbəkistanın Türkiyədən idxalı 951 milyon dollar təşkil edib.",
    )
    assert file.on("trade.exports", "mirror_agrees").status == "inferred"


# Plans and targets


def test_a_planned_embassy_that_opened_is_a_plan_carried_out(read: Reader) -> None:
    """«Is to open next year», and it opened in October 2015: met."""
    file = read(
        ("Rumıniyanın Bişkekdəki səfirliyinin gələn il açılması planlaşdırılır.", "2014-05-10"),
        ("Rumıniyanın Qırğızıstandakı səfirliyi 2015-ci il oktyabrın 7-də Bişkekdə açılıb.", "2015-10-08"),
    )
    assert "met" in file.statuses("mission.opened")
    assert file.disputed == []


def test_a_target_that_was_not_reached_is_missed(read: Reader) -> None:
    """10 billion aimed at for 2020, 4,7 billion reached."""
    file = read(
        (
            "Tərəflər 2020-ci ildə Türkiyə ilə Ukrayna arasında ticarət dövriyyəsini 10 milyard dollara "
            "çatdırmağı hədəfləyirlər.",
            "2017-10-10",
        ),
        "2020-ci ildə Türkiyə ilə Ukrayna arasında ticarət dövriyyəsi 4,7 milyard dollar olub.",
    )
    assert file.on("trade.turnover", "target_missed").status == "missed"
    assert file.disputed == []


def test_a_target_for_a_year_to_come_is_open(read: Reader) -> None:
    """5 billion by 2030, and no figure yet."""
    file = read(
        (
            "Türkiyə ilə Özbəkistan 2030-cu ilədək ticarət dövriyyəsini 5 milyard dollara çatdırmağı hədəfləyir.",
            "2023-10-10",
        )
    )
    assert file.on("trade.turnover", "target_without_figure").status == "open"


# Things that change


def test_ambassadors_succeed_each_other(read: Reader) -> None:
    """Of three ambassadors told at different times the last is in office, the others are superseded."""
    file = read(
        "Litvanın Gürcüstandakı səfiri 2012-ci ildən 2016-cı ilədək Yonas Petrauskas olub.",
        "2016-cı ildən Litvanın Gürcüstandakı səfiri Andrus Kalnisdir.",
        "2020-ci ildə Litvanın Gürcüstandakı səfiri vəzifəsinə Darius Vitkus təyin olunub.",
    )
    assert file.statuses("mission.head") == ["single", "superseded", "superseded"]
    (current,) = [f for f in file.findings if f.status == "single"]
    assert current.roles["person"] == "Darius Vitkus"


def test_the_chairs_of_a_friendship_group_succeed_each_other(read: Reader) -> None:
    """The chair since 2016 supersedes the one since 2011."""
    group = "Milli Məclisdə Azərbaycan–Moldova dostluq qrupuna {} ildən deputat {} rəhbərlik edir."
    file = read(
        (group.format("2011-ci", "Tahir Səfərbəyli"), "2012-01-01"),
        (group.format("2016-cı", "Naqif Qasımbəyli"), "2018-01-01"),
    )
    finding = file.on("parliament.group_chair", "superseded")
    assert finding.roles["person"] == "Tahir Səfərbəyli"
    assert "Naqif Qasımbəyli" in finding.reason.sentence("en")


def test_an_address_that_changed_is_superseded(read: Reader) -> None:
    """The embassy's address of 2012 and that of 2019: the later one holds."""
    address = "Slovakiyanın Ukraynadakı səfirliyinin ünvanı: Kiyev, {}."
    file = read(
        (address.format("Yaroslaviv Val küçəsi, 34"), "2012-03-01"),
        (address.format("Bohdan Xmelnitski küçəsi, 12"), "2019-09-01"),
    )
    finding = file.on("mission.address", "superseded")
    assert finding.roles["address"] == "Kiyev, Yaroslaviv Val küçəsi, 34"
    assert file.disputed == []


def test_a_count_of_documents_that_grew_is_superseded(read: Reader) -> None:
    """35 documents in 2010, 48 in 2021."""
    file = read(
        ("Hazıradək Gürcüstanla Slovakiya arasında 35 sənəd imzalanıb.", "2010-01-15"),
        ("Hazıradək Gürcüstanla Slovakiya arasında 48 sənəd imzalanıb.", "2021-06-15"),
    )
    assert file.statuses("agreement.count") == ["single", "superseded"]
    assert file.on("agreement.count", "superseded_value").claims


def test_fewer_companies_later_are_no_contradiction(read: Reader) -> None:
    """90 companies in 2015, 60 in 2021: companies come and go, the later figure holds."""
    file = read(
        ("Hazırda Gürcüstanda 90 Macarıstan şirkəti fəaliyyət göstərir.", "2015-01-15"),
        ("Gürcüstanda 60 Macarıstan şirkəti fəaliyyət göstərir.", "2021-06-15"),
    )
    assert file.statuses("company.count") == ["single", "superseded"]


def test_an_ambassador_named_on_an_undated_page_is_probably_stale(read: Reader) -> None:
    """Nothing dates the page: it holds as of the document only."""
    finding = read("Moldovanın Latviyadakı səfiri Vasile Munteanudur.").on("mission.head", "as_of_document")
    assert "stale" in finding.reason.sentence("en")


def test_relations_denied_before_they_were_established_are_no_dispute(read: Reader) -> None:
    """«There are none» of February 1993 does not speak against their establishment in 1994."""
    file = read(
        ("Hazırda Malta ilə Özbəkistan arasında diplomatik əlaqələr yoxdur.", "1993-02-01"),
        "Malta ilə Özbəkistan arasında diplomatik əlaqələr 1994-cü il fevralın 25-də qurulub.",
    )
    assert file.disputed == []
    assert {f.when for f in file.findings if f.kind == "relations.established"} == {"1994-02-25"}


# Witnesses


def test_the_text_of_an_agency_in_three_papers_is_one_witness(read: Reader) -> None:
    """Three documents, one witness."""
    text = "Vilnüsdəki tədbirdə bildirilib ki, bu günədək Litva ilə Moldova arasında 74 ikitərəfli sənəd imzalanıb."
    file = read(
        (f"{text} Tədbirdə diplomatlar iştirak edib.", "2019-04-02", "Sahil xəbərləri"),
        (text, "2019-04-03", "Körfəz qəzeti"),
        (f"XƏBƏRLƏR\n\n{text}", "2019-04-03", "Gündəlik icmal"),
    )
    (finding,) = [f for f in file.findings if f.kind == "agreement.count"]
    assert (finding.documents, finding.witnesses) == (3, 1)
    assert finding.status == "single"


def test_a_speaker_quoted_by_two_documents_is_one_witness(read: Reader) -> None:
    """Both documents have the figure from one person's mouth."""
    file = read(
        "Polşanın Gürcüstandakı səfiri Yan Kovalski bildirib: “Gürcüstanda 120 Polşa şirkəti fəaliyyət göstərir”.",
        "Səfir Yan Kovalski deyib ki, Gürcüstanda 120 Polşa şirkəti fəaliyyət göstərir.",
    )
    (finding,) = [f for f in file.findings if f.kind == "company.count"]
    assert (finding.documents, finding.witnesses) == (2, 1)


def test_an_estimate_and_a_fact_in_nearly_the_same_words_are_one_witness(read: Reader) -> None:
    """One gives it as an estimate, the other plainly: one witness, and that they differ is said."""
    file = read(
        "Qeyri-rəsmi hesablamalara əsasən, Polşada 30 minə yaxın gürcü yaşayır.",
        "Polşada 30 minə yaxın gürcü yaşayır.",
    )
    finding = file.on("diaspora.size", "one_witness")
    assert finding.status == "single"
    assert "as an estimate" in finding.reason.sentence("en")


# Dates and order


def test_a_day_refines_a_month(read: Reader) -> None:
    """November 1992, and 10 November 1992: agreed."""
    file = read(
        "Estoniya ilə Moldova 1992-ci ilin noyabrında diplomatik münasibətlər qurublar.",
        "Estoniya ilə Moldova arasında diplomatik əlaqələr 1992-ci il noyabrın 10-da yaradılıb.",
    )
    finding = file.on("relations.established", "date_refined")
    assert (finding.status, finding.when) == ("agreed", "1992-11-10")


def test_two_days_of_one_founding_are_disputed(read: Reader) -> None:
    """10 and 20 November 1992 cannot both be the day."""
    file = read(
        "Estoniya ilə Moldova 1992-ci il noyabrın 20-də diplomatik münasibətlər qurublar.",
        "Estoniya ilə Moldova arasında diplomatik əlaqələr 1992-ci il noyabrın 10-da yaradılıb.",
    )
    assert file.on("relations.established", "dates_differ").status == "disputed"


def test_one_agreement_under_two_spellings_of_its_title_is_signed_once(read: Reader) -> None:
    """The month of the one text is refined by the day of the other."""
    file = read(
        "2011-ci il mayın 4-də Çexiya ilə Moldova arasında Gömrük işində qarşılıqlı yardım haqqında Saziş imzalanıb.",
        "Çexiya ilə Moldova arasında “Gömrük işində qarşılıqlı yardım haqqında” saziş 2011-ci ilin mayında imzalanmışdır.",
    )
    finding = file.on("agreement.signed", "date_refined")
    assert (finding.status, finding.when) == ("agreed", "2011-05-04")


def test_a_mission_opened_before_it_was_founded_is_disputed(read: Reader) -> None:
    """Founded in 1995, opened already in 1993."""
    file = read(
        "Bolqarıstanın Özbəkistandakı səfirliyi 1995-ci ildə təsis edilib. "
        "Bolqarıstanın Özbəkistandakı səfirliyi 1993-cü ildə açılıb."
    )
    assert file.on("mission.opened", "sequence_broken").status == "disputed"


def test_a_mission_that_opened_again_after_it_was_closed_is_not_disputed(read: Reader) -> None:
    """Closed in 1999, opened again in 2004."""
    file = read(
        "Ukraynanın Estoniyadakı səfirliyi 1999-cu ildə bağlanıb.",
        "Ukraynanın Estoniyadakı səfirliyi 2004-cü ildə yenidən açılıb.",
    )
    assert file.disputed == []


@pytest.mark.parametrize(
    ("years", "code", "status"), [("on", "sequence_holds", "inferred"), ("beş", "span_broken", "disputed")]
)
def test_the_years_that_a_text_puts_between_two_dates_are_counted(
    read: Reader, years: str, code: str, status: str
) -> None:
    """1994 to 2004 is ten years, not five."""
    file = read(
        f"Litvanın Moldovadakı səfirliyi 1994-cü ildə təsis edilib, lakin yalnız {years} il sonra, 2004-cü ildə açılıb."
    )
    assert file.on("mission.opened", code).status == status


def test_years_counted_from_something_else_are_no_dispute(read: Reader) -> None:
    """«13 years after independence» is not counted from the founding of 1997."""
    file = read(
        "Litvanın Moldovadakı səfirliyi 1997-ci ildə təsis edilib. "
        "Müstəqillikdən 13 il sonra, 2004-cü ildə Litvanın Moldovadakı səfirliyi açılıb."
    )
    assert file.on("mission.opened", "sequence_holds").status == "inferred"
    assert file.disputed == []


VISIT = "Gürcüstan Prezidenti Salome Zurabişvili 2019-cu il mayın 8-də Polşaya rəsmi səfər edib. "


@pytest.mark.parametrize(
    ("day", "code", "status"),
    [("mayın 8-də", "during_holds", "inferred"), ("iyulun 30-da", "during_broken", "disputed")],
)
def test_what_was_signed_on_a_visit_is_held_against_its_day(
    read: Reader, day: str, code: str, status: str
) -> None:
    """Signed on the day of the visit; «on the visit, on 30 July» cannot be right."""
    signed = f"Səfər çərçivəsində, 2019-cu il {day} Turizm sahəsində əməkdaşlıq haqqında Saziş imzalanıb."
    finding = read(VISIT + signed).on("agreement.signed", code)
    assert finding.status == status
    assert "8 May 2019" in finding.reason.sentence("en")


def test_an_older_agreement_discussed_on_a_visit_is_no_dispute(read: Reader) -> None:
    """What was signed in 2016 was only discussed on the visit of 2019."""
    file = read(
        VISIT + "Səfər çərçivəsində 2016-cı ilin may ayında imzalanmış "
        "Turizm sahəsində əməkdaşlıq haqqında Sazişin icrası müzakirə edilib."
    )
    assert file.disputed == []


def test_an_ambassador_of_two_states_at_once_is_pointed_out(read: Reader) -> None:
    """Accredited to both, or another person of that name: worth knowing, no dispute."""
    file = read(
        "Slovakiyanın Moldovadakı səfiri 2010-cu ildən 2015-ci ilədək Pavol Hornak olub.",
        "2012-ci ildən 2016-cı ilədək Slovakiyanın Ukraynadakı səfiri Pavol Hornak olub.",
    )
    finding = file.on("mission.head", "one_post")
    assert (finding.status, finding.parties) == ("inferred", ("MD", "SK", "UA"))
    assert file.disputed == []
