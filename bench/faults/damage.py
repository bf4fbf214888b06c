"""Files of ledgers that are cut short, or have a bit turned, at random places."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.faults.documents import make_readings
from korpu.errors import KorpuError
from korpu.ledger.keeping import checking
from korpu.ledger.store import Ledger, open_ledger

Damage = Callable[[bytes, random.Random], bytes]
Contents = dict[str, object]
"""All that a ledger says, by what was asked."""

HARMLESS = "harmless: every answer is as it was"
OPENED = "told when it was opened"
READ = "told when it was read"
CHECKED = "told by `korpu ledger check`"
LOST = "the journal ends where it is damaged: what was added after that is gone"
UNTOLD = "other answers, and nothing told"
FAILED = "a traceback"


@dataclass
class Damages:
    """What came of one sort of damage: how many times, and what was told where."""

    broken: str
    results: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    bad: list[str] = field(default_factory=list)


def cut(data: bytes, chance: random.Random) -> bytes:
    """Return a beginning of the data."""
    return data[: chance.randrange(len(data))]


def flip(data: bytes, chance: random.Random) -> bytes:
    """Return the data with one bit turned."""
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]


def zero_sector(data: bytes, chance: random.Random) -> bytes:
    """Return the data with 512 bytes, as a disk keeps them together, replaced by zeros."""
    place = chance.randrange(len(data) // 512) * 512
    return data[:place] + bytes(512) + data[place + 512 :]


def damage_files(
    broken: str, name: str, damage: Damage, rounds: int, documents: int, chance: random.Random
) -> Damages:
    """Damage one file of a ledger, `ledger.sqlite` or its journal, many times over, and read, check and add to it.

    With the journal, the ledger is as a crash leaves it: the last documents are in the journal alone.
    """
    done = Damages(broken)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        files, contents = _make(folder / "whole.sqlite", documents, with_journal=name.endswith("-wal"))
        for number in range(rounds):
            place = folder / str(number)
            place.mkdir()
            for each, data in files.items():
                (place / each).write_bytes(damage(data, chance) if each == name else data)
            result, said = _examine(place / "ledger.sqlite", contents)
            done.results[result] += 1
            if said:
                done.said[said.replace(str(place), "…")] += 1
            if result in (UNTOLD, FAILED):
                done.bad.append(said)
            shutil.rmtree(place)
    return done


def _make(path: Path, documents: int, with_journal: bool) -> tuple[dict[str, bytes], Contents]:
    """Make a ledger; return its files and what it says."""
    with open_ledger(path) as ledger:
        for reading in make_readings(7, documents):
            ledger.add(reading.document, reading.claims)
        contents = read_all(ledger)
        journal = path.with_name(f"{path.name}-wal")
        files = {"ledger.sqlite": path.read_bytes(), "ledger.sqlite-wal": journal.read_bytes()}
    return (files if with_journal else {"ledger.sqlite": path.read_bytes()}), contents


def _examine(path: Path, contents: Contents) -> tuple[str, str]:
    """Return what came of the damage, and what was told of it."""
    result, said = _read(path, contents)
    if result == HARMLESS:
        result, said = _add(path)
    if result == UNTOLD and (told := _check(path)):
        return CHECKED, told
    return result, said


def _read(path: Path, contents: Contents) -> tuple[str, str]:
    result = OPENED
    try:
        with open_ledger(path, create=False) as ledger:
            result = READ
            found = read_all(ledger)
    except KorpuError as error:
        return result, str(error)
    except Exception as error:
        return FAILED, f"{type(error).__name__}: {error}"
    other = [what for what in contents if found.get(what) != contents[what]]
    if not other:
        return HARMLESS, ""
    if _is_earlier(found, contents):
        return LOST, ""
    return UNTOLD, f"other: {', '.join(sorted({what.partition(' ')[0] for what in other}))}"


def _is_earlier(found: Contents, contents: Contents) -> bool:
    """Whether a ledger says what this one said when it had fewer documents."""
    log, whole = found["log"], contents["log"]
    assert isinstance(log, Sequence) and isinstance(whole, Sequence)
    same = all(contents[what] == found[what] for what in found if what.startswith("text "))
    return same and len(log) < len(whole) and list(log) == list(whole[: len(log)])


def _add(path: Path) -> tuple[str, str]:
    """Add more to a ledger that reads well."""
    try:
        with open_ledger(path) as ledger:
            for reading in make_readings(8, 3):
                ledger.add(reading.document, reading.claims)
    except KorpuError as error:
        return READ, str(error)
    except Exception as error:
        return FAILED, f"{type(error).__name__}: {error}"
    return HARMLESS, ""


def _check(path: Path) -> str:
    """Return what the check finds, the empty string where it finds nothing."""
    try:
        with checking(path) as check:
            return next((problem.what for problem in check.problems()), "")
    except KorpuError as error:
        return str(error)


def read_all(ledger: Ledger) -> Contents:
    """Return all that a ledger says, each answer by what was asked."""
    documents = ledger.documents()
    found: Contents = {
        "documents": documents,
        "claims": ledger.claims(),
        "log": ledger.log(),
        "states": ledger.states(),
    }
    for stored in documents:
        found[f"text {stored.id}"] = ledger.document(stored.id)
        if stored.card.url:
            found[f"editions {stored.card.url}"] = ledger.editions(stored.card.url)
    for pair in (("NO", "CL"), ("NO", "PE"), ("CL", "PE"), ("KE", "FJ")):
        found[f"pairs {pair}"] = ledger.claims_by_date(pair, limit=1_000_000)
        found[f"parties {pair}"] = ledger.claims(pair, "trade.turnover")
    return found
