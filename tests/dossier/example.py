"""An example to look at: six invented documents on Azerbaijan and Mongolia; none of their facts is a fact."""

from __future__ import annotations

from functools import cache
from typing import Any

from korpu.claims import Claim, Stance, Value, WhenFrom
from korpu.document import Document, SourceCard
from korpu.dossier import Dossier, compose

PAIR = ("AZ", "MN")


def said(
    kind: str,
    roles: dict[str, Any],
    when: str | None = None,
    value: tuple[str, str | None] | tuple[str, str | None, str] | None = None,
    stance: Stance = "fact",
    speaker: str | None = None,
    when_from: WhenFrom | None = "stated",
    parties: tuple[str, ...] = PAIR,
) -> dict[str, Any]:
    """Return what a claim says; where it says it comes from its sentence."""
    amount = None
    if value:
        amount = Value(value[0], value[1], value[2] if len(value) == 3 else "exact")  # type: ignore[arg-type]
    return {
        "kind": kind, "roles": roles, "when": when, "value": amount, "stance": stance, "speaker": speaker,
        "when_from": when_from if when else None, "parties": parties,
    }  # fmt: skip


AZ_MN = {"sender": "AZ", "host": "MN"}
MN_AZ = {"sender": "MN", "host": "AZ"}

ENCYCLOPEDIA = [
    ("Diplomatik əlaqələr 14 mart 1994-cü ildə qurulub.", [said("relations.established", {}, "1994-03-14")]),
    (
        "Monqolustan Azərbaycanın müstəqilliyini 1992-ci ilin yanvarında tanıyıb.",
        [said("independence.recognized", {"recognizer": "MN", "recognized": "AZ"}, "1992-01")],
    ),
    (
        "Azərbaycanın Ulan-Batordakı səfirliyi 2 may 2011-ci il tarixli qanunla təsis edilib.",
        [said("mission.founded", AZ_MN | {"mission": "embassy", "place": "Ulan-Bator", "instrument": "law"}, "2011-05-02")],
    ),
    (
        "Səfirlik 2013-cü il noyabrın 5-də fəaliyyətə başlayıb.",
        [said("mission.opened", AZ_MN | {"mission": "embassy", "place": "Ulan-Bator"}, "2013-11-05")],
    ),
    (
        "Monqolustanın Bakıdakı fəxri konsulluğu fəaliyyət göstərir.",
        [said("mission.opened", MN_AZ | {"mission": "honorary_consulate", "place": "Bakı"})],
    ),
    (
        "Fəxri konsul Batbayar Dorjdur.",
        [said("mission.head", MN_AZ | {"office": "honorary_consul", "person": "Batbayar Dorj"})],
    ),
    (
        "Azərbaycanın Monqolustandakı səfiri Rəşad Səmədlidir.",
        [said("mission.head", AZ_MN | {"office": "ambassador", "person": "Rəşad Səmədli"})],
    ),
    ("2019 | 1204,5 | 310,25 | 1514,75", [
        said("trade.exports", {"reporter": "AZ"}, "2019", ("1204.5", None)),
        said("trade.imports", {"reporter": "AZ"}, "2019", ("310.25", None)),
        said("trade.turnover", {}, "2019", ("1514.75", None)),
    ]),
    ("2020 | 980,1 | 402,7 | 1382,8", [
        said("trade.exports", {"reporter": "AZ"}, "2020", ("980.1", None)),
        said("trade.imports", {"reporter": "AZ"}, "2020", ("402.7", None)),
        said("trade.turnover", {}, "2020", ("1382.8", None)),
    ]),
    ("2021 | 2411,35 | 518,4 | 2929,75", [
        said("trade.exports", {"reporter": "AZ"}, "2021", ("2411.35", None)),
        said("trade.imports", {"reporter": "AZ"}, "2021", ("518.4", None)),
        said("trade.turnover", {}, "2021", ("2929.75", None)),
    ]),
    ("2021-ci ildə ticarət dövriyyəsi 2,93 milyon dollar olub.", [said("trade.turnover", {}, "2021", ("2930000", "USD"))]),
    ("Monqolustanda 90-dək azərbaycanlı yaşayır.", [
        said("diaspora.size", {"people": "AZ", "host": "MN"}, None, ("90", "person", "up_to")),
    ]),
    ("İki ölkə BMT və Qoşulmama Hərəkatının üzvüdür.", [
        said("organisation.shared", {"organisation": "UN"}), said("organisation.shared", {"organisation": "NAM"}),
    ]),
    ("Hər iki ölkədə Elxanilər dövründən qalma abidələr var; bu torpaqlar XIII əsrdə Monqol imperiyasının tərkibində olub.", [
        said("polity.shared", {"polity": "ILKHANATE"}), said("polity.shared", {"polity": "MONGOL"}, "12XX"),
    ]),
    ("Səfirliyin ünvanı: Sülh prospekti 41, Ulan-Bator.", [
        said("mission.address", AZ_MN | {"mission": "embassy", "address": "Sülh prospekti 41, Ulan-Bator"}),
    ]),
]  # fmt: skip

AGENCY = [
    ("Prezident Xurelbat Ganzoriq 2022-ci il iyunun 8-də Azərbaycana rəsmi səfər edib.", [
        said("visit", {"visitor": "Xurelbat Ganzoriq", "office": "president", "from": "MN", "to": "AZ", "type": "official"}, "2022-06-08"),
    ]),
    ("Səfər çərçivəsində 7 sənəd imzalanıb.", [said("agreement.count", {"scope": "visit"}, "2022-06-08", ("7", "document"))]),
    ("Tərəflər «Hava əlaqəsi haqqında Saziş» imzalayıblar.", [
        said("agreement.signed", {"title": "Hava əlaqəsi haqqında Saziş", "type": "agreement", "place": "Bakı"}, "2022-06-08", when_from="document"),
    ]),
    ("Həmçinin 2023–2027-ci illər üzrə mədəniyyət sahəsində əməkdaşlıq proqramı imzalanıb.", [
        said("agreement.signed", {"title": "Mədəniyyət sahəsində əməkdaşlıq proqramı", "type": "programme", "period": "2023/2027"}, "2022-06-08", when_from="document"),
    ]),
    ("İqtisadiyyat naziri Elnur Qasımlı bildirib ki, ötən il ticarət dövriyyəsi 7 milyon dolları ötüb.", [
        said("trade.turnover", {}, "2021", ("7000000", "USD", "over"), speaker="Elnur Qasımlı", when_from="published"),
    ]),
    ("Nazir deyib ki, 2023-cü ildə dövriyyəni 5 milyon dollara çatdırmaq hədəflənir.", [
        said("trade.turnover", {}, "2023", ("5000000", "USD"), stance="target", speaker="Elnur Qasımlı"),
    ]),
    ("Uzunmüddətli hədəf 50 milyon dollardır.", [
        said("trade.turnover", {}, None, ("50000000", "USD"), stance="target"),
    ]),
    ("Azərbaycan Monqolustana 2018-ci ildən 12,4 milyon dollardan çox sərmayə qoyub.", [
        said("investment.amount", {"investor": "AZ", "host": "MN"}, "2018/..", ("12400000", "USD", "over")),
    ]),
    ("Azərbaycanda 14 monqol şirkəti qeydiyyatdan keçib.", [
        said("company.count", {"owner": "MN", "host": "AZ"}, None, ("14", "company")),
    ]),
    ("Qeyri-rəsmi məlumata görə, Monqolustanda təxminən 400 azərbaycanlı yaşayır.", [
        said("diaspora.size", {"people": "AZ", "host": "MN"}, None, ("400", "person", "about"), stance="estimate"),
    ]),
    ("Monqolustan Azərbaycanın ərazi bütövlüyünü dəstəkləyir.", [
        said("support.declared", {"supporter": "MN", "supported": "AZ", "topic": "ərazi bütövlüyü"}),
    ]),
    ("2023-cü ildə Azərbaycan Prezidentinin Ulan-Batora səfəri planlaşdırılır.", [
        said("visit", {"office": "president", "from": "AZ", "to": "MN", "place": "Ulan-Bator"}, "2023", stance="plan"),
    ]),
    ("Bakıda Monqol mədəniyyət mərkəzinin açılması nəzərdə tutulur.", [
        said("institution.active", {"people": "MN", "host": "AZ", "institution": "Monqol mədəniyyət mərkəzi"}, None, stance="plan"),
    ]),
]  # fmt: skip

EMBASSY = [
    ("İki ölkə arasında diplomatik əlaqələr 14 mart 1994-cü ildə yaradılmışdır.", [said("relations.established", {}, "1994-03-14")]),
    ("Səfirlik 2013-cü ilin payızında açılmışdır.", [
        said("mission.opened", AZ_MN | {"mission": "embassy"}, "2013-23"),
    ]),
    ("2016-cı ilin martından səfir Kamal Vəliyevdir.", [
        said("mission.head", AZ_MN | {"office": "ambassador", "person": "Kamal Vəliyev", "mission": "embassy"}, "2016-03/.."),
    ]),
    ("Səfir Leyla Hüseynzadə 2021-ci il sentyabrın 17-də etimadnaməsini təqdim etmişdir.", [
        said("credentials.presented", AZ_MN | {"person": "Leyla Hüseynzadə"}, "2021-09-17"),
    ]),
    ("2021-ci ilin avqustundan Azərbaycanın səfiri Leyla Hüseynzadədir.", [
        said("mission.head", AZ_MN | {"office": "ambassador", "person": "Leyla Hüseynzadə"}, "2021-08/.."),
    ]),
    ("İndiyədək 30-dan çox sənəd imzalanmışdır.", [said("agreement.count", {"scope": "all"}, None, ("30", "document", "over"))]),
    ("Azərbaycan parlamentində 2017-ci il martın 3-də Monqolustanla dostluq qrupu yaradılmışdır.", [
        said("parliament.group_formed", {"state": "AZ"}, "2017-03-03"),
    ]),
    ("Qrupun sədri Tahir Mirzəlidir.", [said("parliament.group_chair", {"state": "AZ", "person": "Tahir Mirzəli"}, "2020-03/..")]),
    ("Monqolustanın Dövlət Böyük Xuralında da dostluq qrupu fəaliyyət göstərir.", [said("parliament.group_formed", {"state": "MN"})]),
    ("Ulan-Batorda Nizami adına məktəb fəaliyyət göstərir.", [
        said("institution.active", {"people": "AZ", "host": "MN", "institution": "Nizami adına məktəb"}),
    ]),
    ("Azərbaycan 1999-cu ildə Monqolustana 20 ton ərzaq göndərmişdir.", [
        said("aid.given", {"giver": "AZ", "receiver": "MN", "what": "20 ton ərzaq"}, "1999"),
    ]),
    ("Bakı ilə Ulan-Bator arasında hökumətlərarası komissiyanın III iclası 2019-cu ilin aprelində keçirilmişdir.", [
        said("commission.session", {"place": "Ulan-Bator", "ordinal": "3"}, "2019-04"),
    ]),
    ("1990-cı illərdə siyasi məsləhətləşmələr barədə memorandum imzalanmışdır.", [
        said("agreement.signed", {"type": "memorandum", "title": "Siyasi məsləhətləşmələr haqqında Memorandum"}, "199X"),
    ]),
]  # fmt: skip

NEWS = [
    ("Gömrük Komitəsinin məlumatına görə, 2023-cü ildə ticarət dövriyyəsi 5 120 400 dollar təşkil edib.", [
        said("trade.turnover", {}, "2023", ("5120400", "USD"), speaker="Gömrük Komitəsi"),
    ]),
    ("2022-ci ildə dövriyyə 3 870 000 dollar olub, bu, 2021-ci illə müqayisədə 32 faiz çoxdur.", [
        said("trade.turnover", {}, "2022", ("3870000", "USD")),
        said("trade.growth", {"flow": "turnover"}, "2022", ("32", "percent")),
    ]),
    ("Azərbaycanın ixracı 2022-ci ildə 3,1 milyon dollar, idxalı 0,77 milyon dollar olub.", [
        said("trade.exports", {"reporter": "AZ"}, "2022", ("3100000", "USD")),
        said("trade.imports", {"reporter": "AZ"}, "2022", ("770000", "USD")),
    ]),
    ("Monqolustanın xarici işlər naziri Tsolmon Baatar və Azərbaycanın xarici işlər naziri Murad Ələkbərov 2024-cü il fevralın 12-də Bakıda görüşüblər.", [
        said("meeting", {"participants": ("Tsolmon Baatar", "Murad Ələkbərov"), "states": ("AZ", "MN"), "place": "Bakı", "topic": "nəqliyyat"}, "2024-02-12"),
    ]),
    ("Nazirlik səfirliyin bağlandığı barədə xəbərləri təkzib edib.", [
        said("mission.closed", AZ_MN | {"mission": "embassy"}, None, stance="denied", speaker="Azərbaycan Xarici İşlər Nazirliyi"),
    ]),
    ("2024-cü ilin mayında Gəncə və Darxan qardaşlaşmış şəhərlər olub.", [
        said("cities.twinned", {"cities": ("Gəncə", "Darxan")}, "2024-05"),
    ]),
    ("Monqolustan rektor Aysel Nuriyevanı “Qütb ulduzu” ordeni ilə təltif edib.", [
        said("award.conferred", {"award": "“Qütb ulduzu” ordeni", "recipient": "Aysel Nuriyeva", "by": "MN"}, "2024"),
    ]),
    ("İndiyədək 45-dək sənəd imzalanıb.", [said("agreement.count", {"scope": "all"}, None, ("45", "document", "up_to"))]),
    ("Orta Dəhlizə Azərbaycan, Qazaxıstan və Monqolustan da qoşulub.", [
        said("project.joined", {"state": "MN", "project": "Orta Dəhliz"}, None, parties=("AZ", "KZ", "MN")),
        said("project.joined", {"state": "AZ", "project": "Orta Dəhliz"}, None, parties=("AZ", "KZ", "MN")),
    ]),
]  # fmt: skip

COPY = [
    ("Diplomatik əlaqələr 15 mart 1994-cü ildə qurulub.", [said("relations.established", {}, "1994-03-15")]),
    *(line for line in ENCYCLOPEDIA if line[0].startswith(("Azərbaycanın Ulan", "Monqolustan Azər", "Səfirlik 2013", "Azərbaycanın Monqol"))),
]  # fmt: skip

OLD = [
    ("Azərbaycanın Monqolustandakı səfiri əvvəllər Fuad Nəbizadə idi (2013–2016).", [
        said("mission.head", AZ_MN | {"office": "ambassador", "person": "Fuad Nəbizadə"}, "2013/2016"),
    ]),
    ("1937-ci ildə repressiya illərində Bakıdan Monqolustana onlarla mütəxəssis sürgün edilib.", [
        said("people.deported", {"people": "AZ", "to": "MN", "under": "repressiya illəri"}, "1937"),
    ]),
    ("2030-cu ilədək münasibətlərin strateji tərəfdaşlıq səviyyəsinə yüksəldilməsi planlaşdırılır.", [
        said("statement.level", {"level": "strategic_partnership"}, "../2030", stance="plan"),
    ]),
    ("Ulan-Batorda Üzeyir Hacıbəylinin büstü təxminən 2009-cu ildə qoyulub.", [
        said("monument.opened", {"honoured": "Üzeyir Hacıbəyli", "host": "MN", "place": "Ulan-Bator"}, "2009~"),
    ]),
    ("Monqolustanın “Altay” şirkəti Şəkidə ipək fabriki tikib.", [
        said("institution.built", {"builder": "Altay", "host": "AZ", "place": "Şəki", "name": "ipək fabriki"}),
    ]),
]  # fmt: skip

DOCUMENTS = (
    (SourceCard(title="Azərbaycan–Monqolustan münasibətləri", publisher="Açıq Ensiklopediya", language="az"), ENCYCLOPEDIA),
    (SourceCard(title="Monqolustan Prezidenti Bakıdadır", publisher="Xəbər Agentliyi", published="2022-06-09", url="https://agency.example/mn?id=1&a=2", language="az"), AGENCY),
    (SourceCard(title="İkitərəfli əlaqələr", publisher="Azərbaycanın Ulan-Batordakı səfirliyi", published="2021-11", language="az"), EMBASSY),
    (SourceCard(title="Ticarət artır <yeni>", publisher="«İqtisadi Gündəm»", published="2024-06-03", url="https://news.example/2024", language="az"), NEWS),
    (SourceCard(origin="notes/copied page.txt", language="az"), COPY),
    (SourceCard(title="Dostluğun tarixi", publisher="Tarix jurnalı", published="2017", language="az"), OLD),
)  # fmt: skip


@cache
def documents() -> dict[str, Document]:
    """Return the invented documents by id."""
    texts = [Document("\n".join(sentence for sentence, _ in lines) + "\n", card) for card, lines in DOCUMENTS]
    return {document.id: document for document in texts}


@cache
def claims() -> tuple[Claim, ...]:
    """Return all claims of the invented documents."""
    found = []
    for document, (_, lines) in zip(documents().values(), DOCUMENTS, strict=True):
        for sentence, told in lines:
            start = document.text.index(sentence)
            place: dict[str, Any] = {
                "document": document.id,
                "start": start,
                "end": start + len(sentence),
                "quote": sentence,
            }
            found += [Claim(**said_here, **place) for said_here in told]
    return tuple(found)


@cache
def dossier(as_of: str | None = None) -> Dossier:
    """Return the dossier on the invented documents."""
    return compose(PAIR, claims(), {id: document.card for id, document in documents().items()}, as_of=as_of)
