"""Check the drafts to be verified, `drafts/NAME/`, against the form that they are promised to have.

`PYTHONPATH=src python tests/gold/validate_drafts.py` prints what is wrong, a line for each fault, and how many
claims there are of each verdict and kind; its exit status is 1 where anything is wrong.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from korpu.kinds import kinds

DRAFTS = Path(__file__).parent / "drafts"
VERDICTS = (
    "supported",
    "contradicted",
    "conflicting",
    "out_of_date",
    "plan_not_fact",
    "not_in_ledger",
)
COLUMNS = ["file", "title", "publisher", "published", "url"]
FIELDS = ["sentence", "kind", "verdict", "why", "source", "proposed"]
# What a verdict rests on: without a source there is nothing that could have decided it.
DECIDED = frozenset(VERDICTS) - {"not_in_ledger"}
WORDS_OF_SOURCE, WORDS_OF_DRAFT, CLAIMS_OF_DRAFT = range(80, 251), range(60, 201), range(5, 9)


def faults_of_cards(folder: Path) -> Iterator[str]:
    """What is wrong with a folder's cards: columns, sources without a card, cards without a source."""
    lines = (folder / "cards.tsv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t"))
    if rows[0] != COLUMNS:
        yield f"{folder.name}/cards.tsv: the columns are {rows[0]}, not {COLUMNS}"
    for row in rows[1:]:
        if len(row) != len(COLUMNS) or not all(row[:4]):
            yield f"{folder.name}/cards.tsv: {row} lacks a column, title, publisher or date"
    carded = Counter(row[0] for row in rows[1:])
    stored = Counter(path.name for path in (folder / "sources").glob("*.txt"))
    for name in sorted((carded - stored) | (stored - carded)):
        yield f"{folder.name}: {name} is not once in sources/ and once in cards.tsv"


def faults_of_claim(claim: dict[str, str | None], text: str, folder: Path) -> Iterator[str]:
    """What is wrong with one labelled claim of the draft that reads `text`."""
    if list(claim) != FIELDS:
        yield f"the fields are {list(claim)}"
        return
    sentence, source, proposed = claim["sentence"], claim["source"], claim["proposed"]
    if not sentence or sentence not in text:
        yield "the sentence does not stand word for word in the draft"
    if claim["kind"] not in kinds():
        yield f"there is no kind {claim['kind']}"
    if claim["verdict"] not in VERDICTS:
        yield f"there is no verdict {claim['verdict']}"
    if claim["verdict"] in DECIDED and source is None:
        yield f"{claim['verdict']} names no source"
    if source is None:
        if proposed is not None:
            yield f"{proposed} is proposed by no source"
    elif not (folder / "sources" / source).is_file():
        yield f"there is no source {source}"
    elif proposed and proposed not in (folder / "sources" / source).read_text(encoding="utf-8"):
        yield f"{source} does not say {proposed}"


def faults_of_draft(path: Path) -> Iterator[str]:
    """What is wrong with the draft at `path` and with its claims: their form, number and order."""
    text, claims = path.read_text(encoding="utf-8"), read_claims(path)
    where = f"{path.parent.name}/{path.name}"
    if len(text.split()) not in WORDS_OF_DRAFT:
        yield f"{where}: {len(text.split())} words"
    if len(claims) not in CLAIMS_OF_DRAFT:
        yield f"{where}: {len(claims)} claims"
    for number, claim in enumerate(claims, 1):
        for fault in faults_of_claim(claim, text, path.parent):
            yield f"{where}, claim {number}: {fault}"
    places = [text.find(claim["sentence"] or "") for claim in claims]
    if places != sorted(places):
        yield f"{where}: the claims are not in the order of the text"


def faults_of_folder(folder: Path) -> Iterator[str]:
    """What is wrong with one ledger: its cards, its sources and its drafts."""
    yield from faults_of_cards(folder)
    for source in sorted((folder / "sources").glob("*.txt")):
        words = len(source.read_text(encoding="utf-8").split())
        if words not in WORDS_OF_SOURCE:
            yield f"{folder.name}/sources/{source.name}: {words} words"
    drafts = sorted(folder.glob("draft-*.txt"))
    if len(drafts) < 7:
        yield f"{folder.name}: {len(drafts)} drafts"
    yield from chain.from_iterable(map(faults_of_draft, drafts))


def read_claims(draft: Path) -> list[dict[str, str | None]]:
    """The labelled claims that stand beside the draft at `draft`, in the order of the text."""
    lines = draft.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def main() -> int:
    """Print the faults and the counts; 1 where there is a fault, else 0."""
    folders = sorted(path for path in DRAFTS.iterdir() if (path / "cards.tsv").exists())
    faults = list(chain.from_iterable(map(faults_of_folder, folders)))
    print(*faults, sep="\n", end="\n" if faults else "")
    drafts = [draft for folder in folders for draft in sorted(folder.glob("draft-*.txt"))]
    claims = list(chain.from_iterable(map(read_claims, drafts)))
    print(f"{len(folders)} ledgers, {len(drafts)} drafts, {len(claims)} claims")
    for field in ("verdict", "kind"):
        for name, count in Counter(claim[field] for claim in claims).most_common():
            print(f"{count:5} {name}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
