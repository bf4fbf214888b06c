"""Make src/korpu/entities/cities.tsv: what several languages call the cities that the Azerbaijani lexicon has.

    python -m genscripts.cities

The names are CLDR's, which has the cities that time zones are named after, as Babel ships them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel import Locale

from korpu.entities.spelling import coarse, sounds, spellings_of
from korpu.entities.words import plain
from korpu.lexicon import read_table, split_forms

LANGUAGES = ("az", "en", "ru", "tr", "de", "fr", "uk", "uz")
OUT = Path(__file__).parents[1] / "src" / "korpu" / "entities" / "cities.tsv"
HEAD = """\
# What languages call cities of the Azerbaijani lexicon, where it does not sound like the Azerbaijani name; made by `python -m genscripts.cities` from CLDR. Others are in places.tsv.
names
"""


def main() -> int:
    """Write the table; return the exit status."""
    OUT.write_text(HEAD + "".join(f"{'|'.join(names)}\n" for names in rows()), encoding="utf-8")
    return 0


def rows() -> list[list[str]]:
    """Return the names of each city, those of the lexicon first, sorted by them."""
    found = []
    named = {language: _cities(language) for language in LANGUAGES}
    lexicon = {
        plain(form): forms[0]
        for row in read_table("languages/az/lexicon", "places")
        if row["kind"] != "region"
        and (forms := [form for form, doubtful in split_forms(row["place"]) if not doubtful])
        for form in forms
    }
    for zone in sorted(set().union(*named.values())):
        names = [cities[zone] for cities in named.values() if zone in cities] + [_of_zone(zone)]
        own = (named["az"].get(zone, ""), _of_zone(zone))
        known = {lexicon[plain(name)] for name in own if plain(name) in lexicon}
        if len(known) == 1:
            (usual,) = known
            others = {
                plain(name): name
                for name in names
                if plain(name) not in lexicon and not _sounds_like(name, usual)
            }
            found += [[usual, *others.values()]] if others else []
    return sorted(found)


def _sounds_like(name: str, usual: str) -> bool:
    """Whether a name is found to be the usual one without a table."""
    heard = [sounds(one, spellings_of(one)) for one in (name, usual)]
    return bool(heard[0] & heard[1]) and coarse(name, spellings_of(name)) == coarse(
        usual, spellings_of(usual)
    )


def _cities(language: str) -> dict[str, str]:
    zones = Locale.parse(language)._data["time_zones"]
    return {zone: told["city"] for zone, told in zones.items() if "city" in told and zone != "Etc/Unknown"}


def _of_zone(zone: str) -> str:
    """The city as the zone's name has it: CLDR leaves it out in English where the two are alike."""
    return zone.rpartition("/")[2].replace("_", " ")


if __name__ == "__main__":
    sys.exit(main())
