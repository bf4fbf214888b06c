import pytest

from korpu.findings.folding import fold
from korpu.findings.names import same_actor, same_filler, same_person, same_title
from korpu.kinds import kinds


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("N. Nazarov", "Nikolay Nazarov", True),
        ("Nazarov", "Nikolay Nazarov", True),
        ("NİKOLAY NAZAROV", "Nikolay Nazarov", True),
        ("Nazarov Nikolay", "Nikolay Nazarov", True),
        ("K.-J. Isgenderov", "Kamal-Jalə İsgəndərov", True),
        ("Əli Rza Quliyev", "Əli Quliyev", True),
        ("Əli Quliyev", "Əli Heydər oğlu Quliyev", True),
        ("M. Nazarov", "Nikolay Nazarov", False),
        ("Nikolay Nazarova", "Nikolay Nazarov", False),
        ("Nikolay", "Nikolay Nazarov", False),
        ("?!", "Nikolay Nazarov", False),
    ],
)
def test_one_person_under_two_spellings(left: str, right: str, same: bool):
    assert same_person(left, right) is same
    assert same_person(right, left) is same


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Gömrük işində əməkdaşlıq haqqında Saziş", "Gömrük işində əməkdaşlıq haqqında saziş", True),
        (
            "Gömrük işində qarşılıqlı əməkdaşlıq haqqında Saziş",
            "Gömrük işində əməkdaşlıq haqqında Saziş",
            True,
        ),
        ("Gömrük işində əməkdaşlıq haqqında Protokol", "Gömrük işində əməkdaşlıq haqqında Saziş", False),
        ("2017-2021-ci illər üçün Proqram", "2022-2026-cı illər üçün Proqram", False),
        ("Saziş", "Gömrük işində əməkdaşlıq haqqında Saziş", False),
        ("Lima Bəyannaməsi", "Lima bəyannaməsi", True),
        ("UN", "UN", True),
        ("UN", "EU", False),
        ("", "EU", False),
    ],
)
def test_one_title_under_two_spellings(left: str, right: str, same: bool):
    assert same_title(left, right) is same
    assert same_title(right, left) is same


def test_the_dotted_and_the_dotless_i_meet_in_names_but_not_with_other_vowels():
    assert fold("İSMAYIL") == fold("ismayıl") == "ismayil"
    assert fold("Ümid") != fold("Əmid")


def test_a_state_that_acts_is_no_person():
    assert same_actor("PE", "PE")
    assert not same_actor("PE", "Pe Uy")


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (("Lima", "Salto"), ("Salto", "Lima"), True),
        (("Lima",), ("Salto", "Lima"), False),
        (("Lima", "Cusco"), ("Salto", "Lima"), False),
    ],
)
def test_of_several_names_each_finds_its_own(left: tuple[str, ...], right: tuple[str, ...], same: bool):
    assert same_filler(kinds()["cities.twinned"], "cities", left, right) is same
