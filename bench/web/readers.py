"""Readers: what fifty people ask of the application, and how long each page takes to come."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import httpx

from bench.ledger.made import PAIRS, make_readings
from korpu.ledger.store import open_ledger
from korpu.web.dossiers import MANY

READERS = 50
THINKING = (5.0, 15.0)
"""Seconds for which somebody reads a page before opening the next: from, to."""
_TOKEN = re.compile(r'name="_csrf_token" value="([^"]+)"')
_WORDS = (
    "ticarət dövriyyəsi",
    "səfirlik",
    "Qazaxıstan səfir",
    "saziş imzalanıb",
    "Bakı",
    "ixrac 2019",
    "səfər",
)


class Asked(NamedTuple):
    """What one reader asks: a page, or a draft to verify."""

    what: str
    path: str
    draft: str = ""


WEIGHTS = {"two states": 4, "document": 3, "search": 2, "verify": 1}
"""Of ten pages that are opened, how many are of each sort."""


def read_for(
    address: str, ledger: Path, seconds: float, sorts: Sequence[str] = tuple(WEIGHTS)
) -> dict[str, list[float]]:
    """Return how long the pages of each sort took, in seconds, asked for by so many readers for so long.

    Args:
        sorts: the pages that are opened.

    Raises:
        SystemExit: a page did not come.
    """
    choose = _chooser(ledger, sorts)
    return asyncio.run(_read_all(address, choose, seconds))


def wait_for_dossiers(address: str, ledger: Path) -> None:
    """Wait until the page of each two states comes at once."""
    with open_ledger(ledger, create=False) as opened:
        large = [pair for pair, claims in opened.pair_claims().items() if claims >= MANY]
    with httpx.Client(base_url=address, timeout=300) as client:
        for first, second in large:
            while client.get(f"/{first}-{second}".lower()).status_code == 202:
                time.sleep(1)


def _chooser(ledger: Path, sorts: Sequence[str]) -> Callable[[random.Random], Asked]:
    weights = list(accumulate(1 / (place + 3) for place in range(len(PAIRS))))
    with open_ledger(ledger, create=False) as opened:
        documents = [change.subject for change in opened.log(limit=2000) if change.action == "add"]
    drafts = [reading.document.text[:1500] for reading in make_readings(2000, seed=9)]

    def choose(chance: random.Random) -> Asked:
        first, second = chance.choices(PAIRS, cum_weights=weights)[0]
        (sort,) = chance.choices(sorts, weights=[WEIGHTS[one] for one in sorts])
        if sort == "two states":
            return Asked(sort, f"/{first}-{second}".lower())
        if sort == "document":
            return Asked(sort, f"/documents/{chance.choice(documents)}")
        if sort == "search":
            return Asked(sort, f"/search?q={chance.choice(_WORDS)}")
        return Asked(sort, "/verify", chance.choice(drafts))

    return choose


async def _read_all(
    address: str, choose: Callable[[random.Random], Asked], seconds: float
) -> dict[str, list[float]]:
    found: dict[str, list[float]] = defaultdict(list)
    end = time.monotonic() + seconds
    async with asyncio.TaskGroup() as readers:
        for number in range(READERS):
            readers.create_task(_read(address, choose, random.Random(number), end, found))
    return dict(sorted(found.items()))


async def _page(client: httpx.AsyncClient, path: str) -> httpx.Response:
    """A page; one that says that it is being made is asked for again, as a browser does."""
    while (answer := await client.get(path)).status_code == 202:
        await asyncio.sleep(float(answer.headers["Retry-After"]))
    return answer


async def _read(
    address: str,
    choose: Callable[[random.Random], Asked],
    chance: random.Random,
    end: float,
    found: dict[str, list[float]],
) -> None:
    # A page is read for longer than a server keeps a connection: each is asked for by a new one.
    limits = httpx.Limits(max_keepalive_connections=0)
    async with httpx.AsyncClient(base_url=address, timeout=300, limits=limits) as client:
        await asyncio.sleep(chance.uniform(0, THINKING[1]))
        token = _TOKEN.search((await client.get("/verify")).text)
        while time.monotonic() < end:
            asked = choose(chance)
            begin = time.perf_counter()
            if asked.draft:
                form = {"text": asked.draft, "_csrf_token": token[1] if token else ""}
                answer = await client.post(asked.path, data=form)
            else:
                answer = await _page(client, asked.path)
            found[asked.what].append(time.perf_counter() - begin)
            if answer.status_code != 200:
                raise SystemExit(f"{asked.path} came back with {answer.status_code}: {answer.text[:300]}")
            await asyncio.sleep(chance.uniform(*THINKING))
