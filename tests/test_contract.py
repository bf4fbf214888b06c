from pathlib import Path
from typing import Any

import msgspec
import pytest

import korpu
from korpu.claims import Value
from korpu.contract import NotAClaim, check_claim, terms_of
from tests.samples import make_document, opened, turnover

SAMPLES = Path(korpu.__file__).parent / "samples"
DOCUMENT = make_document()
OPENED, TURNOVER = opened(DOCUMENT), turnover(DOCUMENT)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_what_the_reader_makes_keeps_to_the_contract(path: Path) -> None:
    for claim in korpu.read(path.read_text(encoding="utf-8")):
        check_claim(claim)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "mission.moved"}, "There is no kind «mission.moved»"),
        ({"parties": ("NO",)}, "two parties or more"),
        ({"parties": ("NO", "CL")}, "are to be sorted"),
        ({"parties": ("CL", "CL")}, "each once"),
        ({"parties": ("CL", "QQ")}, "«QQ» is no state's code"),
        ({"roles": {"visitor": "Petar İliç"}}, "has no role «visitor»; its roles are: sender"),
        ({"roles": {"sender": "Norveç"}}, "takes states' codes, and «Norveç» is none"),
        ({"roles": {"sender": ("NO", "CL")}}, "one filler and no list"),
        ({"roles": {"place": " Santyaqo"}}, "blanks at its ends"),
        ({"roles": {"place": ""}}, "leave it out"),
        ({"roles": {"mission": "embasy"}}, "takes one of embassy, "),
        ({"when": "3 may 1997"}, "no date: «3 may 1997»"),
        ({"when": None}, "only there"),
        ({"when_from": None}, "only there"),
        ({"when_from": "guessed"}, "not as «guessed»"),
        ({"value": Value("1", "USD", "exact")}, "has no amount"),
        ({"stance": "hope"}, "«hope» is no stance"),
        ({"speaker": " "}, "speaker's name is empty"),
    ],
)
def test_a_claim_that_breaks_the_contract_is_refused_with_what_is_wrong(
    change: dict[str, Any], message: str
) -> None:
    with pytest.raises(NotAClaim, match=message):
        check_claim(msgspec.structs.replace(OPENED, **change))


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, "has an amount"),
        (Value("4,5", "USD", "exact"), "no plain decimal number"),
        (Value("1e6", "USD", "exact"), "no plain decimal number"),
        (Value("5", "USD", "exact", "4"), r"ends \(4\) below its begin \(5\)"),
        (Value("5", "dollar", "exact"), "«dollar» is no unit"),
        (Value("5", "USD", "nearly"), "«nearly» is no bound"),  # type: ignore[arg-type]
    ],
)
def test_an_amount_that_is_none_is_refused(value: Value | None, message: str) -> None:
    with pytest.raises(NotAClaim, match=message):
        check_claim(msgspec.structs.replace(TURNOVER, value=value))


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(NotAClaim, match=r"no state's code.*no date"):
        check_claim(msgspec.structs.replace(OPENED, parties=("CL", "QQ"), when="soon"))


def test_roles_with_a_closed_list_have_its_words() -> None:
    assert terms_of("scope") == ("all", "visit")
    assert terms_of("polity") == ()
