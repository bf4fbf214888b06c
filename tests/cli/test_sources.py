from pathlib import Path

import msgspec

from tests.cli.conftest import Run


def test_documents_are_listed_by_date(run: Run) -> None:
    Path("a.txt").write_text("Norveç Çilidə səfirlik açıb.", encoding="utf-8")
    Path("b.txt").write_text("Heç nə.", encoding="utf-8")
    run("add", "a.txt", "--published", "2022", "--title", "Bir", "--publisher", "Sınaq")
    run("add", "b.txt", "--published", "2021")
    table = run("sources").stdout
    assert table.index("b.txt") < table.index("Bir")
    assert all(len(line) <= 80 for line in table.splitlines())
    second, first = (
        msgspec.json.decode(line) for line in run("sources", "--format", "jsonl").stdout.splitlines()
    )
    assert (first["title"], first["publisher"], first["claims"], first["length"]) == ("Bir", "Sınaq", 1, 28)
    assert (second["origin"], second["claims"]) == ("b.txt", 0)
    assert first["recorded_at"].endswith("Z")


def test_an_empty_ledger_and_none_are_told_apart(run: Run) -> None:
    assert run("sources").exit_code == 1
    run("add", "yox.txt")
    result = run("sources")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no document in the ledger yet" in result.stderr


def test_each_document_says_how_much_of_it_was_understood(run: Run) -> None:
    Path("a.txt").write_text("Norveç Çilidə səfirlik açıb. Görüş demək olar ki, baş tutub.", encoding="utf-8")
    run("add", "a.txt")
    assert "2 sentences: 1 with claims, 1 not understood" in " ".join(run("sources").stdout.split())
    document = msgspec.json.decode(run("sources", "--format", "jsonl").stdout)
    assert document["coverage"] == {"claim": 1, "nothing": 0, "not_understood": 1}


def test_as_of_a_day_only_what_had_been_published_is_listed(run: Run) -> None:
    for name, published in {
        "a.txt": ["--published", "2022"],
        "b.txt": ["--published", "2021"],
        "c.txt": [],
    }.items():
        Path(name).write_text(f"{name} Heç nə.", encoding="utf-8")
        run("add", name, *published)
    listed = run("sources", "--as-of", "2021", "--format", "jsonl").stdout.splitlines()
    assert [msgspec.json.decode(line)["origin"] for line in listed] == ["b.txt", "c.txt"]
    nothing = run("sources", "--known-at", "1999")
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    assert "no document as of then" in nothing.stderr
