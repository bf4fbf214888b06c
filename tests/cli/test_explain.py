from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from korpu.claims import Claim, Step, Trace
from korpu.cli import korpu
from korpu.document import Document, SourceCard
from korpu.ledger.store import open_ledger
from korpu.reading.read import read_document

TEXT = (
    "Malta–Kipr münasibətləri\n\nMaltanın Kiprdəki səfirliyi 1997-ci ilin mayında açılıb. "
    "Ötən il iki ölkənin ticarət dövriyyəsi 4,5 milyon avro olub.\n"
)
OTHER = "Malta ilə Kipr arasında ticarət dövriyyəsi 2021-ci ildə 9 milyon avro təşkil edib.\n"


@pytest.fixture(autouse=True)
def stand_ins() -> None:
    """Nothing: an explanation is of a real reading, not of the one that the other tests of this folder put in its place."""


@pytest.fixture
def claims(tmp_path: Path) -> list[Claim]:
    found = []
    with open_ledger(tmp_path / "ledger") as ledger:
        for title, text in (("Birinci", TEXT), ("İkinci", OTHER)):
            document = Document(text, SourceCard(title=title, publisher="Sınaq", published="2022-03-01"))
            read = read_document(document)
            ledger.add(document, read)
            found += read
    return found


def run(tmp_path: Path, *arguments: str, columns: int = 80) -> Result:
    environment = {"KORPU_LEDGER": str(tmp_path / "ledger"), "COLUMNS": str(columns)}
    return CliRunner().invoke(korpu, list(arguments), env=environment)


def words(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return " ".join(result.stdout.split())


@pytest.mark.parametrize("columns", [80, 120])
def test_a_claim_is_explained_down_to_its_words(tmp_path: Path, claims: list[Claim], columns: int) -> None:
    opened = claims[0]
    result = run(tmp_path, "explain", opened.id[:6], columns=columns)
    told = words(result)
    assert "[Maltanın Kiprdəki səfirliyi]¹ [1997-ci ilin mayında]² [açılıb]³." in told
    assert "Birinci, Sınaq, 2022-03-01" in told
    assert "mission.opened/opened" in told
    assert "when May 1997 ² stated" in told
    assert all(len(line) <= columns for line in result.stdout.splitlines())


def test_a_date_counted_from_the_publication_says_from_which(tmp_path: Path, claims: list[Claim]) -> None:
    told = words(run(tmp_path, "explain", claims[1].id))
    assert "1 year before the publication; counted from the document’s publication date, 1 March 2022" in told


def test_it_is_told_in_azerbaijani_too(tmp_path: Path, claims: list[Claim]) -> None:
    told = words(run(tmp_path, "explain", claims[1].id, "--language", "az", columns=200))
    assert "Necə oxunub" in told
    assert "dərcdən 1 il əvvəl; sənədin dərc tarixindən hesablanıb: 1 mart 2022" in told


def test_json_lines_have_each_part_with_its_words(tmp_path: Path, claims: list[Claim]) -> None:
    opened = claims[0]
    (line,) = run(tmp_path, "explain", opened.id, "--format", "jsonl").stdout.splitlines()
    told = msgspec.json.decode(line)
    assert (told["explains"], told["id"], told["claim"]["quote"]) == ("claim", opened.id, opened.quote)
    parts = {point["part"]: point for point in told["points"]}
    assert set(parts) >= {"trigger", "role:sender", "role:host", "role:mission", "when", "parties", "stance"}
    (way,) = parts["when"]["ways"]
    assert (
        way["how"] == "stated" and TEXT[way["start"] : way["end"]] == way["words"] == "1997-ci ilin mayında"
    )


def test_a_finding_is_explained_by_its_claims_and_comparisons(tmp_path: Path, claims: list[Claim]) -> None:
    lines = run(tmp_path, "findings", "MT", "CY", "--status", "disputed", "--format", "jsonl").stdout
    finding = msgspec.json.decode(lines)
    told = words(run(tmp_path, "explain", finding["id"][:8]))
    assert "(1) contradicts (2)" in told or "(2) contradicts (1)" in told
    assert "[4,5 milyon avro]" in told and "[9 milyon avro]" in told
    assert "Birinci" in told and "İkinci" in told
    explained = msgspec.json.decode(run(tmp_path, "explain", finding["id"], "--format", "jsonl").stdout)
    assert (explained["explains"], explained["status"]) == ("finding", "disputed")
    assert sorted(claim["id"] for claim in explained["claims"]) == finding["claims"]


def test_a_finding_as_of_a_day_is_found_as_of_that_day(tmp_path: Path, claims: list[Claim]) -> None:
    asked = ("--as-of", "2022-06")
    lines = run(tmp_path, "findings", "MT", "CY", *asked, "--format", "jsonl").stdout.splitlines()
    for line in lines:
        assert run(tmp_path, "explain", msgspec.json.decode(line)["id"], *asked).exit_code == 0


@pytest.mark.parametrize(
    ("id", "status", "message"),
    [
        ("0000000000000000", 1, "no claim and no finding whose id begins with 0000"),
        ("xyz", 2, "is no id"),
        ("ab", 2, "first four hex digits"),
    ],
)
def test_an_id_that_is_none_is_told_in_one_sentence(
    tmp_path: Path, claims: list[Claim], id: str, status: int, message: str
) -> None:
    result = run(tmp_path, "explain", id)
    assert (result.exit_code, result.stdout) == (status, "")
    assert message in result.stderr


def test_a_trace_of_an_older_reader_or_none_is_no_obstacle(tmp_path: Path) -> None:
    document = Document(OTHER)
    (claim,) = read_document(document)
    old = msgspec.structs.replace(
        claim, trace=Trace("gone", (Step("when", "by_magic", 0, 5),)), stance="plan"
    )
    bare = msgspec.structs.replace(claim, trace=None)
    with open_ledger(tmp_path / "ledger") as ledger:
        ledger.add(document, [old, bare])
    assert "by_magic" in words(run(tmp_path, "explain", old.id))
    assert "How it was read was not kept." in words(run(tmp_path, "explain", bare.id))
