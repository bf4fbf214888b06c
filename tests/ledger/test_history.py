"""What a ledger says of its own past: its changes in words, and every answer as it was on its day."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from korpu.claims import Claim
from korpu.document import Document
from korpu.dossier import compose
from korpu.errors import WrongUse
from korpu.ledger.errors import LedgerError, UnknownId
from korpu.ledger.store import Ledger, open_ledger
from korpu.render.markdown import render_markdown
from korpu.render.words import put_into_words
from tests.ledger.clock import Clock
from tests.samples import make_document, opened, turnover

PAIR = ("NO", "CL")
SOURCE = "https://example.org/1"


def actions(ledger: Ledger, **asked: object) -> list[str]:
    return [change.action for change in ledger.log(**asked)]  # type: ignore[arg-type]


def test_the_log_is_of_a_time_and_of_so_many_changes(address: str) -> None:
    clock = Clock()
    with open_ledger(address, clock=clock) as ledger:
        document = make_document(url=SOURCE)
        ledger.add(document, [opened(document), turnover(document)])
        first = clock.pass_day()
        ledger.withdraw(document.id, "a forgery")
        second = clock.pass_day()
        ledger.restore(document.id)
        withdrawn = ["withdraw"] * 3
        assert actions(ledger, known_at=second) == ["add", "edition", *withdrawn]
        assert actions(ledger, since=second) == withdrawn + ["restore"] * 3
        assert actions(ledger, since=second, known_at=second) == withdrawn
        # What came with a change comes with it, and does not count.
        assert actions(ledger, limit=1) == ["restore"] * 3
        assert actions(ledger, known_at=first, limit=1) == ["add", "edition"]
        assert actions(ledger, limit=9) == actions(ledger)
        assert actions(ledger, parties=("PE", "CL"), limit=2) == []


def test_what_changed_is_told_with_what_it_was_done_to(address: str) -> None:
    clock = Clock()
    document, next_one = make_document(title="Bir", url=SOURCE), make_document("İki.", url=SOURCE)
    claim, other = opened(document), turnover(document)
    with open_ledger(address, clock=clock) as ledger:
        ledger.add(document, [claim])
        clock.pass_day()
        ledger.reread(document, [other])
        ledger.add(next_one, [])
        events = ledger.events(ledger.log())
    told = [(event.change.action, event.claims, event.edition, event.claim) for event in events]
    assert told == [
        ("add", 1, None, None),
        ("edition", 0, 1, None),
        ("reread", 1, None, None),
        ("withdraw", 0, None, claim),
        ("add", 0, None, None),
        ("edition", 0, 2, None),
    ]
    assert {event.card for event in events[:4]} == {document.card}


def test_a_merge_is_told_by_the_names(ledger: Ledger) -> None:
    for number, person in enumerate(["Ane Brekke", "Erik Solhaug"]):
        ledger.add(*headed(number, person))
    persons = [one.id for one in ledger.entities(PAIR, "person").entities]
    merged = ledger.merge(*persons, because="so it is")
    ledger.split(merged.id, ["Ane Brekke"], "it is not so")
    joined, parted = ledger.events(ledger.log(PAIR))[-2:]
    assert {*joined.names, *joined.others} == {"Ane Brekke", "Erik Solhaug"}
    assert (parted.names, parted.others) == (("Ane Brekke",), ("Erik Solhaug",))


def test_editions_are_those_of_a_time(address: str) -> None:
    clock = Clock()
    with open_ledger(address, clock=clock) as ledger:
        ledger.add(make_document("Bir."), [], source="səhifə")
        first = clock.pass_day()
        ledger.add(make_document("İki."), [], source="səhifə")
        assert [one.number for one in ledger.editions("səhifə")] == [1, 2]
        assert [one.number for one in ledger.editions("səhifə", first)] == [1]
        with pytest.raises(UnknownId, match="at 2024-05-02"):
            ledger.editions("səhifə", first.replace(day=2))


def test_who_withdrew_a_claim_is_known_and_a_later_claim_is_not(address: str) -> None:
    clock = Clock()
    document = make_document()
    claim = opened(document)
    with open_ledger(address, clock=clock, author="Rauf") as ledger:
        before = clock.pass_day()
        ledger.add(document, [claim])
        stood = clock.pass_day()
        ledger.withdraw(claim.id, "misread")
        withdrawal = ledger.withdrawal(claim.id)
        assert withdrawal and (withdrawal.author, withdrawal.because) == ("Rauf", "misread")
        assert ledger.withdrawal(claim.id, stood) is None
        assert ledger.claim(claim.id, stood) == claim
        with pytest.raises(UnknownId):
            ledger.claim(claim.id, before)


def headed(number: int, person: str) -> tuple[Document, list[Claim]]:
    document = make_document(f"{make_document().text} {number}", published=f"{2000 + number % 20}")
    roles = {"sender": "NO", "host": "CL", "mission": "embassy", "office": "ambassador", "person": person}
    claims = [opened(document), turnover(document), opened(document, kind="mission.head", roles=roles)]
    return document, claims


class Hand:
    """Does to a ledger whatever it is told, with ever new documents; what cannot be done is not done."""

    numbers = itertools.count()

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.documents: list[Document] = []
        self.claims: list[Claim] = []

    def do(self, step: str, which: int) -> None:
        doings: dict[str, Callable[[int], object]] = {
            "add": self.add,
            "withdraw": lambda which: self.ledger.withdraw(self.subject(which), "a reason"),
            "restore": lambda which: self.ledger.restore(self.subject(which)),
            "reread": self.reread,
            "merge": self.merge,
            "split": self.split,
        }
        with contextlib.suppress(LedgerError, WrongUse):
            doings[step](which)

    def add(self, which: int) -> None:
        document, claims = headed(next(self.numbers), ("Erik Solhaug", "E. Solhaug", "Ane Brekke")[which % 3])
        self.ledger.add(document, claims[: 1 + which % 3], source=("a", None)[which % 2])
        self.documents.append(document)
        self.claims += claims

    def subject(self, which: int) -> str:
        subjects = [one.id for pair in zip(self.claims, self.documents, strict=False) for one in pair]
        return subjects[which % len(subjects)] if subjects else "0000"

    def reread(self, which: int) -> None:
        if self.documents:
            document = self.documents[which % len(self.documents)]
            claims = [claim for claim in self.claims if claim.document == document.id]
            self.ledger.reread(document, claims[which % 3 :])

    def persons(self) -> list[str]:
        return [one.id for one in self.ledger.entities(PAIR, "person").entities]

    def merge(self, which: int) -> None:
        persons = self.persons()
        if len(persons) > 1:
            self.ledger.merge(persons[0], persons[1 + which % (len(persons) - 1)], "a reason", anyway=True)

    def split(self, which: int) -> None:
        persons = self.persons()
        if persons:
            self.ledger.split(persons[which % len(persons)], (), "a reason")


STEPS = st.sampled_from(["add", "add", "withdraw", "restore", "reread", "merge", "split"])


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(STEPS, st.integers(0, 11)), min_size=4, max_size=10))
def test_a_dossier_known_at_an_instant_has_the_bytes_of_that_instant(
    address: str, steps: list[tuple[str, int]]
) -> None:
    clock = Clock()
    with open_ledger(address, clock=clock) as ledger:
        if changes := ledger.log():  # of the example before
            clock.now = changes[-1].at
        clock.pass_day()
        hand, said = Hand(ledger), []
        for step, which in steps:
            hand.do(step, which)
            said.append((clock.pass_day(), dossier(ledger, None)))
        for instant, text in said:
            assert dossier(ledger, instant) == text


def dossier(ledger: Ledger, known_at: object) -> bytes:
    """What `korpu dossier` writes."""
    held = ledger.pair_file(PAIR, known_at)  # type: ignore[arg-type]
    dossier = compose(PAIR, held.claims, held.cards, coverage=held.coverage, signatures=held.signatures)
    return render_markdown(put_into_words(dossier, "az")).encode()
