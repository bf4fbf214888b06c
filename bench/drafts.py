"""Whether the claims of drafts get the verdicts that they should, on tests/gold/drafts.

    python -m bench.drafts [NAME] [--errors] [--raise]

The sources of each folder are read and make a ledger; its drafts are read and held against it. `accuracy` is over all
labelled claims, one that was not read being wrong; `read` is the share that was read, `judged` the accuracy over these;
`proposed` is the share of the labelled figures, dates and names that the proposed wording has, where the verdict is right.
"""

from __future__ import annotations

import argparse
import csv
import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, get_args

import msgspec

from bench.floors import Figures, hold
from korpu.claims import Claim
from korpu.document import Document, SourceCard
from korpu.drafts import hold_against
from korpu.ledger.store import Ledger, open_ledger
from korpu.reading.read import read_document
from korpu.render.proposal import propose
from korpu.verify import Checked, Verdict

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold" / "drafts"
FLOORS = Path(__file__).with_name("draft_floors.toml")
NOT_READ = "not read"
VERDICTS = get_args(Verdict)


class Label(msgspec.Struct):
    """A claim of a draft as a person judged it."""

    sentence: str
    kind: str
    verdict: Verdict
    why: str
    source: str | None
    proposed: str | None


class Judged(NamedTuple):
    """A labelled claim of a draft and what was said of it, None where it was not read."""

    draft: str
    label: Label
    checked: Checked | None
    wording: str

    @property
    def told(self) -> str:
        """The verdict that was given."""
        return self.checked.verdict if self.checked else NOT_READ

    @property
    def is_right(self) -> bool:
        """Whether it is the one that it should be."""
        return self.told == self.label.verdict

    @property
    def has_proposed(self) -> bool:
        """Whether the proposed wording has what it should, in whatever case and spacing."""
        return _plain(self.label.proposed or "") in _plain(self.wording)


def add_sources(ledger: Ledger, folder: Path) -> None:
    """Add the sources of a folder with the claims that they make."""
    lines = (folder / "cards.tsv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"):
        card = SourceCard(row["file"], row["title"], row["publisher"], row["published"], row["url"] or None)
        document = Document((folder / "sources" / row["file"]).read_text(encoding="utf-8"), card)
        ledger.add(document, read_document(document))


def read_labels(draft: Path) -> list[Label]:
    """Return the labels that stand beside a draft, in the order of its text."""
    lines = draft.with_suffix(".jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Label) for line in lines]


def judge(name: str = "*") -> Iterator[Judged]:
    """Yield each labelled claim of the drafts of the folders of that name, with what is said of it."""
    for folder in sorted(path.parent for path in GOLD.glob(f"{name}/cards.tsv")):
        with (
            TemporaryDirectory(prefix="korpu-bench-") as place,
            open_ledger(Path(place) / "ledger") as ledger,
        ):
            add_sources(ledger, folder)
            for path in sorted(folder.glob("draft-*.txt")):
                document = Document(path.read_text(encoding="utf-8"))
                checked = hold_against(ledger, read_document(document)).checked
                yield from _matched(f"{folder.name}/{path.stem}", document, read_labels(path), checked)


def _matched(
    draft: str, document: Document, labels: Sequence[Label], checked: Sequence[Checked]
) -> Iterator[Judged]:
    """Each label with the first claim of its kind that its sentence makes and no label before it took."""
    free = list(checked)
    place = 0
    for label in labels:
        start = document.text.find(label.sentence, place)
        start = start if start >= 0 else document.text.find(label.sentence)
        place, end = start, start + len(label.sentence)
        found = next(
            (
                one
                for one in free
                if one.claim.kind == label.kind and one.claim.start < end and start < one.claim.end
            ),
            None,
        )
        if found is not None:
            free.remove(found)
        yield Judged(draft, label, found, (propose(found, "az") or "") if found else "")


def _plain(text: str) -> str:
    return "".join(text.casefold().split())


def figures(judged: Sequence[Judged]) -> Figures:
    """Return the shares, rounded down to three digits."""
    read = [one for one in judged if one.checked]
    right = [one for one in judged if one.is_right]
    mended = [one for one in right if one.label.proposed]
    shares = {
        "accuracy": (len(right), len(judged)),
        "read": (len(read), len(judged)),
        "judged": (len(right), len(read)),
        "proposed": (sum(one.has_proposed for one in mended), len(mended)),
    }
    for verdict in VERDICTS:
        of_it = [one for one in judged if one.label.verdict == verdict]
        shares[verdict] = (sum(one.is_right for one in of_it), len(of_it))
    return {name: math.floor(1000 * part / (whole or 1)) / 1000 for name, (part, whole) in shares.items()}


def confusion(judged: Sequence[Judged]) -> Iterator[str]:
    """Yield the lines of a table: a row for each verdict that should be given, a column for each that was."""
    counts = Counter((one.label.verdict, one.told) for one in judged)
    columns = (*VERDICTS, NOT_READ)
    yield f"{'':16}" + "".join(f"{name:>15}" for name in columns)
    for verdict in VERDICTS:
        yield f"{verdict:16}" + "".join(f"{counts[verdict, column] or '·':>15}" for column in columns)


def main(arguments: list[str] | None = None) -> int:
    """Measure; return the exit status."""
    parser = argparse.ArgumentParser("python -m bench.drafts", description=__doc__)
    parser.add_argument("name", nargs="?", default="*", help="one folder of tests/gold/drafts")
    parser.add_argument("--errors", action="store_true", help="list what is not right")
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="lift the floors")
    chosen = parser.parse_args(arguments)
    judged = list(judge(chosen.name))
    reached = figures(judged)
    drafts = len({one.draft for one in judged})
    print(
        f"{drafts} drafts  {len(judged)} claims",
        *(f"{key} {share:.3f}" for key, share in reached.items()),
        sep="  ",
    )
    print(*confusion(judged), sep="\n")
    if chosen.errors:
        print(*(_shown(one) for one in judged if not one.is_right), sep="\n")
        lacking = (one for one in judged if one.is_right and not one.has_proposed)
        print(
            *(f"{one.draft}: «{one.label.proposed}» is not in «{one.wording}»" for one in lacking), sep="\n"
        )
    return hold(FLOORS, {"drafts": reached}, chosen.raise_floors) if chosen.name == "*" else 0


def _shown(judged: Judged) -> str:
    label, checked = judged.label, judged.checked
    lines = [
        f"{judged.draft} {label.kind}: {label.verdict}, told {judged.told}: {label.why} «{label.sentence}»"
    ]
    if checked:
        lines.append(f"    {checked.reason.code}: {_brief(checked.claim)}")
        lines += [f"    {one.bearing}: {_brief(one.claim)}" for one in checked.evidence]
    return "\n".join(lines)


def _brief(claim: Claim) -> str:
    value = claim.value and msgspec.to_builtins(claim.value)
    return f"{'-'.join(claim.parties)} {claim.roles} {claim.when} {value or ''} {claim.stance}"


if __name__ == "__main__":
    sys.exit(main())
