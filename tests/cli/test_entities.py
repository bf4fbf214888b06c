"""Entities on the command line: listed, merged, split, and asked about."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from korpu.ledger.store import open_ledger
from tests.cli.conftest import Run
from tests.ledger.test_entities import add, head


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger") as opened:
        add(
            opened,
            head(1, "Erik Solhaug", "2010"),
            head(2, "E. Solhaug", "2011"),
            head(3, "Ane Brekke", "2015"),
        )
        add(opened, head(4, "Erik Solhaug", "2010/2014", "SE"))


def lines(result: Result) -> list[dict[str, Any]]:
    assert (result.exit_code, result.stderr) == (0, "")
    return [json.loads(line) for line in result.stdout.splitlines()]


def persons(run: Run) -> dict[str, str]:
    found = lines(run("entities", "NO", "CL", "--type", "person", "--format", "jsonl"))
    return {" = ".join(entity["names"]): entity["id"] for entity in found}


@pytest.mark.usefixtures("ledger")
def test_entities_are_listed_with_their_spellings_and_reasons(run: Run) -> None:
    assert set(persons(run)) == {"E. Solhaug = Erik Solhaug", "Ane Brekke"}
    table = run("entities", "NO", "CL", "--language", "az")
    assert "Ad qısaldılıb, lakin hər ikisi eyni vəzifədə" in " ".join(table.stdout.split())


@pytest.mark.usefixtures("ledger")
def test_merged_and_split_again(run: Run) -> None:
    before = persons(run)
    result = run("merge", *before.values(), "--because", "so it is", "--author", "Aysel")
    assert result.exit_code == 0 and "is one now" in result.stderr
    (merged,) = persons(run).values()
    result = run("split", merged[:8], "--because", "it is not")
    assert result.exit_code == 0 and "korpu merge" in result.stderr
    assert persons(run) == before


@pytest.mark.usefixtures("ledger")
def test_doubts_are_listed_and_not_joined_without_asking(run: Run) -> None:
    (doubt,) = [
        one
        for one in lines(run("entities", "--doubts", "--type", "person", "--format", "jsonl"))
        if one["left"]["name"] == one["right"]["name"]
    ]
    assert doubt["reason"].startswith("They are told of for two states")
    ids = doubt["left"]["id"], doubt["right"]["id"]
    refused = run("merge", *ids, "--because", "alike")
    assert refused.exit_code == 1 and "--yes" in refused.stderr
    assert run("merge", *ids, "--because", "alike", "--yes").exit_code == 0


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("entities", "NO"), 2, "give two states or none"),
        (("entities", "NO", "CL", "--type", "ship"), 2, "ship"),
        (("merge", "zz", "abcd", "--because", "x"), 1, "no id"),
        (("split", "0000", "--because", "x"), 1, "no entity"),
    ],
)
def test_what_is_wrong_is_told(run: Run, arguments: tuple[str, ...], status: int, said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == (2 if arguments[1] == "zz" else status)
    assert said in result.stderr


@pytest.mark.usefixtures("ledger")
def test_names_are_of_the_two_times(run: Run) -> None:
    of_2012 = ("entities", "NO", "CL", "--type", "person", "--as-of", "2012")
    assert [entity["name"] for entity in lines(run(*of_2012, "--format", "jsonl"))] == ["Erik Solhaug"]
    result = run(*of_2012, "--known-at", "2001-01-01")
    assert result.exit_code == 0 and "no name of the type person on NO and CL as of then" in result.stderr


def test_names_stand_in_the_order_of_the_alphabet(run: Run, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger") as opened:
        names = (
            "Zaur Ələkbərov",
            "Çingiz Qaya",
            "Əli Dağlı",
            "Elçin Ova",
            "Cavid Tan",
            "Qabil Sel",
            "Kamil Ün",
        )
        add(opened, *(head(number, name) for number, name in enumerate(names)))
    listed = lines(run("entities", "--type", "person", "--format", "jsonl"))
    assert [entity["name"].split()[0] for entity in listed] == [
        "Cavid",
        "Çingiz",
        "Elçin",
        "Əli",
        "Kamil",
        "Qabil",
        "Zaur",
    ]


@pytest.mark.usefixtures("ledger")
def test_nothing_found_is_told(run: Run) -> None:
    assert "no name" in run("entities", "AZ", "KZ").stderr
    assert "no doubt" in run("entities", "NO", "CL", "--type", "place", "--doubts").stderr
