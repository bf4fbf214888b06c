"""Made ledgers: invented documents with claims, in the proportions that real ones have. The same seed makes the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate, combinations

from korpu.claims import Claim, Step, Trace, Value
from korpu.document import Document, SourceCard
from korpu.ledger.adding import Reading

STATES = [
    "AZ",
    "TR",
    "KZ",
    "GE",
    "UZ",
    "RU",
    "CN",
    "US",
    "DE",
    "FR",
    "IT",
    "GB",
    "IR",
    "PK",
    "UA",
    "KG",
    "TM",
    "TJ",
    "PL",
    "HU",
    "RO",
    "BG",
    "RS",
    "GR",
    "ES",
    "IL",
    "SA",
    "AE",
    "QA",
    "EG",
]
PAIRS = list(combinations(STATES, 2))
_WEIGHTS = list(accumulate(1 / (place + 3) for place in range(len(PAIRS))))
_CLAIMS = (2, 30)
"""How many claims a document makes: from, to."""
_KINDS = ("trade.turnover", "mission.opened", "visit", "meeting", "trade.exports", "agreement.signed")


def make_readings(claims: int, seed: int = 1) -> Iterator[Reading]:
    """Yield documents with their claims until there are at least so many."""
    chance = random.Random(seed)
    made = number = 0
    while made < claims:
        number += 1
        reading = _make_reading(chance, seed, number)
        made += len(reading.claims)
        yield reading


def _make_reading(chance: random.Random, seed: int, number: int) -> Reading:
    pairs = chance.choices(PAIRS, cum_weights=_WEIGHTS, k=2)
    count = chance.randint(*_CLAIMS)
    sentences = [_sentence(chance, pairs[place % 7 == 6], place) for place in range(count)]
    filler = "Hava isti olub, küçələrdə adam çox idi, axşam külək əsib. " * (1 + count // 4)
    text = f"Sənəd {seed}-{number}. " + " ".join(sentences) + " " + filler
    card = SourceCard(
        title=f"Sənəd {seed}-{number}",
        publisher=f"Agentlik {number % 50}",
        published=_date(chance),
        language="az",
    )
    document = Document(text, card)
    claims, start = [], text.index(sentences[0])
    for place, sentence in enumerate(sentences):
        claims.append(_claim(chance, document.id, pairs[place % 7 == 6], start, sentence))
        start += len(sentence) + 1
    return Reading(document, tuple(claims))


def _date(chance: random.Random) -> str:
    return f"{chance.randint(1992, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def _sentence(chance: random.Random, pair: tuple[str, str], place: int) -> str:
    amount = chance.randint(1, 9000)
    return f"{pair[0]} ilə {pair[1]} arasında {place + 1}-ci göstərici {amount} milyon dollar təşkil edib, bu barədə məlumat verilib."


def _claim(chance: random.Random, document: str, pair: tuple[str, str], start: int, quote: str) -> Claim:
    kind = chance.choice(_KINDS)
    trade = kind.startswith("trade.")
    steps = tuple(
        Step(part, "pair", start + 10, start + 20) for part in ("trigger", "parties", "when", "value")
    )
    return Claim(
        kind=kind,
        parties=tuple(sorted(pair)),
        roles={"reporter": pair[0]} if trade else {"sender": pair[0], "host": pair[1], "mission": "embassy"},
        when=_date(chance)[: chance.choice((4, 7, 10))],
        when_from="stated",
        value=Value(f"{chance.randint(1, 9000)}000000", "USD", "exact") if trade else None,
        stance="fact",
        speaker=None if chance.random() < 0.7 else f"Şəxs {chance.randint(1, 5000)}",
        document=document,
        start=start,
        end=start + len(quote),
        quote=quote,
        trace=Trace(f"{kind}/told", steps),
    )


_GIVEN = [
    "Rəşad",
    "Elçin",
    "Orxan",
    "Nigar",
    "Sevinc",
    "Kamran",
    "Tural",
    "Aysel",
    "Vüqar",
    "Ceyhun",
    "Ramil",
    "Leyla",
    "Fərid",
    "Günel",
    "Hikmət",
    "Şahin",
]
_SURNAMES = [
    "Qəmbərli",
    "Vahabzadə",
    "Ağayarov",
    "Cabbarlı",
    "Çıraqov",
    "Əfəndiyev",
    "Həsənov",
    "Hüseynov",
    "Kərimli",
    "Mərdanlı",
    "Nağıyev",
    "Öməroğlu",
    "Rzayev",
    "Şükürlü",
    "Tağıyev",
    "Zeynallı",
]
_SUBJECTS = [
    "mədəniyyət",
    "ticarət",
    "turizm",
    "gömrük",
    "nəqliyyat",
    "təhsil",
    "idman",
    "səhiyyə",
    "energetika",
    "rabitə",
    "ekologiya",
    "baytarlıq",
    "karantin",
    "arxiv",
]
_PLACES = (
    "Bakı",
    "Baku",
    "Gəncə",
    "İstanbul",
    "Istanbul",
    "Ankara",
    "Qars",
    "Kars",
    "İzmir",
    "Naxçıvan",
    "Nakhchivan",
    "Şuşa",
)
_PROJECTS = (
    "Bakı-Tbilisi-Qars",
    "BTQ",
    "TANAP",
    "Trans-Anadolu",
    "Orta Dəhliz",
    "Cənub Qaz Dəhlizi",
    "Xəzər kabeli",
)
_BARE = str.maketrans("əƏşŞçÇğöÖüÜıİ", "eEsScCgoOuUiI")


def make_named(claims: int, pair: tuple[str, str] = PAIRS[0], seed: int = 1) -> Iterator[Reading]:
    """Yield documents whose claims, so many in all, are on one pair and name persons, agreements, places and projects.

    The names are of some hundreds of persons in several spellings, as a pair has that is told of for thirty years.
    """
    chance = random.Random(seed)
    for number in range(claims // 10):
        sentence = f"{number}-ci sənəd: {' '.join(pair)} arasında görüş olub, saziş imzalanıb."
        document = Document(sentence, SourceCard(title=f"Sənəd {number}", published=_date(chance)))
        made = (
            Claim(
                kind,
                tuple(sorted(pair)),
                roles,
                _date(chance),
                "stated",
                None,
                "fact",
                None,
                document.id,
                0,
                end,
                sentence[:end],
            )
            for end, (kind, roles) in enumerate((_named_roles(chance, pair) for _ in range(10)), 1)
        )
        yield Reading(document, tuple(made))


def _named_roles(
    chance: random.Random, pair: tuple[str, str]
) -> tuple[str, dict[str, str | tuple[str, ...]]]:
    sender, host = chance.sample(pair, 2)
    kind = chance.choice(
        (
            "mission.head",
            "visit",
            "visit",
            "meeting",
            "agreement.signed",
            "agreement.signed",
            "project.joined",
        )
    )
    office = chance.choice(("president", "minister", "foreign_minister", "deputy"))
    if kind == "mission.head":
        return kind, {
            "sender": sender,
            "host": host,
            "mission": "embassy",
            "office": "ambassador",
            "person": _person(chance),
        }
    if kind == "visit":
        return kind, {
            "visitor": _person(chance),
            "office": office,
            "from": sender,
            "to": host,
            "place": chance.choice(_PLACES),
        }
    if kind == "meeting":
        return kind, {"participants": (_person(chance), _person(chance)), "place": chance.choice(_PLACES)}
    if kind == "project.joined":
        return kind, {"state": sender, "project": chance.choice(_PROJECTS)}
    subjects = " və ".join(chance.sample(_SUBJECTS, chance.randint(1, 2)))
    return kind, {
        "title": f"{subjects.capitalize()} sahəsində əməkdaşlıq {chance.choice(('haqqında', 'barədə'))} Saziş",
        "place": chance.choice(_PLACES),
    }


def _person(chance: random.Random) -> str:
    given, surname = chance.choice(_GIVEN), chance.choice(_SURNAMES)
    way = chance.randrange(8)
    name = f"{given[0]}. {surname}" if way == 0 else surname if way == 1 else f"{given} {surname}"
    return name.translate(_BARE) if way == 2 else name
