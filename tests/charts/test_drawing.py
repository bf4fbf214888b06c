import pytest

from korpu.charts import drawing
from korpu.charts.missions import geography_of
from korpu.charts.missions_map import missions_map
from korpu.charts.palette import Spec
from korpu.charts.series import series_of
from korpu.charts.series_chart import series_spec
from korpu.charts.timeline import timeline_of
from korpu.charts.timeline_chart import timeline_spec
from korpu.charts.world import world_spec
from korpu.render.wording.words import wording
from tests.dossier import example

SAY = wording("az")


def specs() -> dict[str, Spec]:
    dossier = example.dossier()
    group = next(one for one in series_of(dossier, SAY) if one.name == "trade-USD")
    return {
        "timeline": timeline_spec(timeline_of(dossier, SAY), SAY),
        "series": series_spec(group, SAY),
        "map": missions_map(geography_of(dossier, SAY), dossier.pair, SAY),
        "world": world_spec({"KZ": 3}, SAY),
    }


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("timeline", "qurulmuşdur"),
        ("series", "milyon ABŞ dolları"),
        ("map", "Ulan-Bator"),
        ("world", "Məlumatlar"),
    ],
)
def test_a_chart_is_drawn_with_its_words(name: str, words: str) -> None:
    picture = drawing.svg(specs()[name])
    assert picture.startswith("<svg") and words in picture and "NaN" not in picture


def test_a_picture_is_as_large_as_was_asked() -> None:
    png = drawing.png(specs()["series"], scale=1, width=500)
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == 500


def test_the_same_chart_gives_the_same_picture() -> None:
    assert drawing.svg(specs()["map"]) == drawing.svg(specs()["map"])


def test_the_scripts_are_built_once_and_ask_no_other_host() -> None:
    scripts = drawing.scripts()
    assert "data-chart" in scripts and scripts is drawing.scripts()
