"""A made pair whose claims name persons, agreements, places and projects, in several spellings. The same seed makes the same."""

from __future__ import annotations

import random
from collections.abc import Iterator

from bench.ledger.made import PAIRS, make_date
from korpu.claims import Claim
from korpu.document import Document, SourceCard
from korpu.ledger.adding import Reading

_GIVEN = (
    "Rəşad", "Elçin", "Orxan", "Nigar", "Sevinc", "Kamran", "Tural", "Aysel", "Vüqar", "Ceyhun", "Ramil",
    "Leyla", "Fərid", "Günel", "Hikmət", "Şahin",
)  # fmt: skip
_SURNAMES = (
    "Qəmbərli", "Vahabzadə", "Ağayarov", "Cabbarlı", "Çıraqov", "Əfəndiyev", "Həsənov", "Hüseynov",
    "Kərimli", "Mərdanlı", "Nağıyev", "Öməroğlu", "Rzayev", "Şükürlü", "Tağıyev", "Zeynallı",
)  # fmt: skip
_SUBJECTS = (
    "mədəniyyət", "ticarət", "turizm", "gömrük", "nəqliyyat", "təhsil", "idman", "səhiyyə", "energetika",
    "rabitə", "ekologiya", "baytarlıq", "karantin", "arxiv",
)  # fmt: skip
_PLACES = (
    "Bakı", "Baku", "Gəncə", "İstanbul", "Istanbul", "Ankara", "Qars", "Kars", "İzmir", "Naxçıvan",
    "Nakhchivan", "Şuşa",
)  # fmt: skip
_PROJECTS = (
    "Bakı-Tbilisi-Qars", "BTQ", "TANAP", "Trans-Anadolu", "Orta Dəhliz", "Cənub Qaz Dəhlizi",
    "Xəzər kabeli",
)  # fmt: skip
_BARE = str.maketrans("əƏşŞçÇğöÖüÜıİ", "eEsScCgoOuUiI")


def make_named(claims: int, pair: tuple[str, str] = PAIRS[0], seed: int = 1) -> Iterator[Reading]:
    """Yield documents whose claims, so many in all, are on one pair and name persons, agreements, places and projects.

    The names are of some hundreds of persons in several spellings, as a pair has that is told of for thirty years.
    """
    chance = random.Random(seed)
    for number in range(claims // 10):
        sentence = f"{number}-ci sənəd: {' '.join(pair)} arasında görüş olub, saziş imzalanıb."
        document = Document(sentence, SourceCard(title=f"Sənəd {number}", published=make_date(chance)))
        made = (
            Claim(
                kind,
                tuple(sorted(pair)),
                roles,
                make_date(chance),
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
