"""Whether the folders of drafts hold what they must, and what is in them.

`python tests/gold/drafts/check.py [FOLDER…]` prints every fault and then the counts; it ends with 1 where there is one.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from korpu.kinds import kinds

HERE = Path(__file__).parent
VERDICTS = ("supported", "contradicted", "conflicting", "out_of_date", "plan_not_fact", "not_in_ledger")
CARD = ["file", "title", "publisher", "published", "url"]
LABEL = ["sentence", "kind", "verdict", "why", "source", "proposed"]
SOURCE_WORDS, DRAFT_WORDS, CLAIMS = range(80, 251), range(60, 201), range(5, 9)


def labels(draft: Path) -> list[dict[str, str | None]]:
    return [json.loads(line) for line in draft.with_suffix(".jsonl").read_text("utf-8").splitlines()]


def faults_of_sources(folder: Path) -> Iterator[str]:
    with (folder / "cards.tsv").open(encoding="utf-8", newline="") as file:
        rows = [
            row
            for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if not row[0].startswith("#")
        ]
    if rows[0] != CARD:
        yield f"{folder.name}/cards.tsv: the columns are {rows[0]}, not {CARD}"
    for row in rows[1:]:
        if len(row) != len(CARD) or not all(row[:4]):
            yield f"{folder.name}/cards.tsv: {row[0]} lacks a title, a publisher or a date of publication"
    if [row[0] for row in rows[1:]] != sorted(path.name for path in (folder / "sources").iterdir()):
        yield f"{folder.name}/cards.tsv: the cards are not those of the files in sources/"
    for path in sorted((folder / "sources").iterdir()):
        words = len(path.read_text("utf-8").split())
        if words not in SOURCE_WORDS:
            yield f"{folder.name}/{path.name}: {words} words"


def faults_of_draft(draft: Path) -> Iterator[str]:
    text, found, reached = draft.read_text("utf-8"), labels(draft), 0
    where = f"{draft.parent.name}/{draft.name}"
    if len(text.split()) not in DRAFT_WORDS:
        yield f"{where}: {len(text.split())} words"
    if len(found) not in CLAIMS:
        yield f"{where}: {len(found)} claims"
    for label in found:
        sentence, source, proposed = (label.get(name) for name in ("sentence", "source", "proposed"))
        if list(label) != LABEL or not label["why"] or not sentence:
            yield f"{where}: a label without {', '.join(LABEL)}: {label}"
            continue
        if text.count(sentence) != 1:
            yield f"{where}: stands {text.count(sentence)} times, word for word: {sentence}"
        elif text.index(sentence) < reached:
            yield f"{where}: out of the order of the text: {sentence}"
        reached = max(reached, text.find(sentence))
        if label["kind"] not in kinds():
            yield f"{where}: no kind {label['kind']}"
        if label["verdict"] not in VERDICTS:
            yield f"{where}: no verdict {label['verdict']}"
        if source is None and label["verdict"] != "not_in_ledger":
            yield f"{where}: no source decides: {sentence}"
        if source is not None and not (draft.parent / "sources" / source).is_file():
            yield f"{where}: no source {source}"
        elif proposed is not None:
            if source is None or proposed not in (draft.parent / "sources" / source).read_text("utf-8"):
                yield f"{where}: «{proposed}» does not stand in {source}"
            if proposed in sentence.split():
                yield f"{where}: «{proposed}» stands in the draft already: {sentence}"


def main(names: list[str]) -> int:
    folders = [HERE / name for name in names] or sorted(
        path for path in HERE.iterdir() if (path / "cards.tsv").is_file()
    )
    drafts = [draft for folder in folders for draft in sorted(folder.glob("draft-*.txt"))]
    faults = [fault for folder in folders for fault in faults_of_sources(folder)]
    faults += [fault for draft in drafts for fault in faults_of_draft(draft)]
    claims = [label for draft in drafts for label in labels(draft)]
    print(*faults, f"{len(folders)} folders, {len(drafts)} drafts, {len(claims)} claims", sep="\n")
    for part in ("verdict", "kind"):
        counts = Counter(str(label[part]) for label in claims)
        print(f"\na {part}", *(f"{number:4} {name}" for name, number in counts.most_common()), sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
