"""Changes: what was withdrawn does not stand, all that was done is in the log, and what was known stays known."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from korpu.ledger.errors import AlreadySo, DocumentWithdrawn, UnknownId
from korpu.ledger.store import Ledger, open_ledger
from tests.ledger.clock import Clock
from tests.samples import make_document, opened, turnover

DAY = dt.timedelta(days=1)


def ids(ledger: Ledger, known_at: dt.datetime | None = None) -> set[str]:
    return {claim.id for claim in ledger.claims(known_at=known_at)}


def test_a_claim_that_was_withdrawn_does_not_count_and_is_not_lost(ledger: Ledger) -> None:
    document = make_document()
    first, second = opened(document), turnover(document)
    ledger.add(document, [first, second])
    assert ledger.withdraw(first.id[:6], "misread") == first.id
    assert ids(ledger) == {second.id}
    assert ledger.claim(first.id) == first
    assert ledger.documents()[0].claims == 1
    assert ledger.claims_by_date(["NO", "CL"]) == [second]
    assert ledger.restore(first.id) == first.id
    assert ids(ledger) == {first.id, second.id}


def test_a_document_goes_with_its_claims_and_comes_back_with_them(ledger: Ledger) -> None:
    document = make_document()
    first, second = opened(document), turnover(document)
    ledger.add(document, [first, second])
    ledger.withdraw(first.id, "misread")
    ledger.withdraw(document.id, "a forgery")
    assert ledger.claims() == []
    assert ledger.documents() == []
    ledger.restore(document.id, "genuine after all")
    assert ids(ledger) == {second.id}  # what was withdrawn before, by itself, stays so


def test_what_is_so_already_is_told(ledger: Ledger) -> None:
    document = make_document()
    claim = opened(document)
    ledger.add(document, [claim])
    with pytest.raises(AlreadySo, match="nothing to restore"):
        ledger.restore(claim.id)
    ledger.withdraw(claim.id, "misread")
    with pytest.raises(AlreadySo, match="already"):
        ledger.withdraw(claim.id, "misread")
    with pytest.raises(UnknownId):
        ledger.withdraw("0" * 16, "misread")


def test_the_log_tells_who_did_what_when_and_why(address: str) -> None:
    clock = Clock()
    document = make_document(url="https://example.org/1")
    claim = opened(document)
    with open_ledger(address, clock=clock, author="Aysel") as ledger:
        ledger.add(document, [claim])
    at = clock.pass_day() + DAY
    with open_ledger(address, clock=clock, author="Rauf") as ledger:
        ledger.withdraw(document.id, "a forgery")
        log = ledger.log()
    told = [(change.author, change.action, change.subject, change.because) for change in log]
    assert told == [
        ("Aysel", "add", document.id, None),
        ("Aysel", "edition", document.id, "https://example.org/1"),
        ("Rauf", "withdraw", document.id, "a forgery"),
        ("Rauf", "withdraw", claim.id, "a forgery"),
    ]
    assert log[-1].of_change == log[-2].number
    assert log[-1].at == at


def test_a_claim_of_a_document_that_is_withdrawn_is_not_restored_alone(ledger: Ledger) -> None:
    document = make_document()
    ledger.add(document, [opened(document)])
    ledger.withdraw(document.id, "a forgery")
    with pytest.raises(DocumentWithdrawn, match=f"korpu restore {document.id[:8]}"):
        ledger.restore(opened(document).id)
    assert ledger.claims() == []


def test_the_log_of_two_states_is_what_was_done_to_their_claims(ledger: Ledger) -> None:
    document, other = make_document(), make_document("Başqa.")
    claim = opened(document)
    ledger.add(document, [claim])
    ledger.add(other, [])
    ledger.withdraw(claim.id, "misread")
    subjects = [change.subject for change in ledger.log(["CL", "NO"])]
    assert subjects == [document.id, claim.id]
    assert ledger.log(["PE", "NO"]) == []


def test_each_change_is_later_than_the_one_before_whatever_the_clock_says(address: str) -> None:
    clock = Clock()
    with open_ledger(address, clock=clock) as ledger:
        ledger.add(make_document(), [])
        clock.now -= DAY
        ledger.add(make_document("Başqa."), [])
        times = [change.at for change in ledger.log()]
    assert times == sorted(set(times))


def test_what_the_ledger_said_on_a_day_it_says_again(address: str) -> None:
    clock = Clock()
    document, later = make_document(), make_document("Sonra. " + make_document().text)
    first, second = opened(document), turnover(document)
    with open_ledger(address, clock=clock) as ledger:
        days = [clock.now - DAY]
        ledger.add(document, [first, second])
        days.append(clock.pass_day())
        ledger.withdraw(first.id, "misread")
        days.append(clock.pass_day())
        ledger.add(later, [opened(later)])
        days.append(clock.pass_day())
        ledger.restore(first.id)
        days.append(clock.pass_day())
        known = [ids(ledger, day) for day in days]
        documents = [len(ledger.documents(known_at=day)) for day in days]
    third = opened(later).id
    assert known == [
        set(),
        {first.id, second.id},
        {second.id},
        {second.id, third},
        {first.id, second.id, third},
    ]
    assert documents == [0, 1, 1, 2, 2]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(["withdraw", "restore"]), st.integers(0, 2)), max_size=10))
def test_whatever_is_done_later_what_was_known_stays(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    clock = Clock()
    document = make_document()
    subjects = [opened(document).id, turnover(document).id, document.id]
    said: list[tuple[dt.datetime, set[str]]] = []
    with open_ledger(tmp_path_factory.mktemp("known") / "ledger", clock=clock) as ledger:
        ledger.add(document, [opened(document), turnover(document)])
        said.append((clock.pass_day(), ids(ledger)))
        for action, which in steps:
            try:
                if action == "withdraw":
                    ledger.withdraw(subjects[which], "a reason")
                else:
                    ledger.restore(subjects[which])
            except (AlreadySo, DocumentWithdrawn):
                pass
            said.append((clock.pass_day(), ids(ledger)))
        for day, known in said:
            assert ids(ledger, day) == known
