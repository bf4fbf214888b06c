"""How many nouns and names come to their dictionary form and case, on corpus/az/forms.tsv, by sort and by case.

    python -m bench.forms [--errors] [--raise]

A name's form is right where it is spelt as in the gold, a noun's where its last word is, capitals apart.
"""

from __future__ import annotations

import sys
from functools import lru_cache

from bench.rows import Outcome, Row, read_rows, run
from korpu.languages import find_language
from korpu.languages.az.forms import dictionary_form_of
from korpu.languages.az.mending import mend_tokens
from korpu.languages.az.orthography import lower
from korpu.languages.az.phrases.phrase import Sentence
from korpu.languages.az.tokens import tokenise


def main(arguments: list[str] | None = None) -> int:
    """Measure; return the exit status."""
    return run("forms", measure, __doc__ or "", arguments)


def measure() -> list[Outcome]:
    """Return what became of each row: under its sort; and under its case (`case_Gen`), for information."""
    outcomes: list[Outcome] = []
    for row in read_rows("forms"):
        found = dictionary_form_of(_sentence(row["text"]), int(row["start"]) + len(row["word"]))
        right = found is not None and found[1] == row["case"] and _is_form(row, found[0])
        shown = f"{row['word']}: {row['form']} {row['case']}, but {found}  | {row['text']}"
        outcomes += [Outcome(row["sort"], right, shown), Outcome(f"case_{row['case']}", right, shown)]
    return outcomes


def _is_form(row: Row, found: str) -> bool:
    right = row["form"].split("|")
    if row["sort"] == "noun":
        return lower(found.split()[-1]) in {lower(form.split()[-1]) for form in right}
    return found in right


@lru_cache(maxsize=1)
def _sentence(text: str) -> Sentence:
    language = find_language("az")
    return Sentence(text, 0, len(text), mend_tokens(tokenise(text)), language.find_names(text))


if __name__ == "__main__":
    sys.exit(main())
