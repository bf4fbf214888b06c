"""What was made of two states' file is kept until a change touches them."""

from pathlib import Path

import pytest

from korpu.coverage import Coverage
from korpu.ledger.store import Ledger, open_ledger
from korpu.web.versions import Versions
from tests.samples import make_claim, make_document, opened

PAIR, OTHER = ("CL", "NO"), ("PE", "UY")


@pytest.fixture
def ledger(tmp_path: Path):
    with open_ledger(tmp_path / "own.ledger", author="Samirə") as one:
        document = make_document()
        one.add(document, [opened(document)])
        yield one


def add_on(ledger: Ledger, pair: tuple[str, str], word: str) -> str:
    document = make_document(f"{word} ölkələr haqqında cümlə.")
    claim = make_claim(
        document,
        document.text,
        parties=pair,
        roles={"sender": pair[0], "host": pair[1], "mission": "embassy"},
    )
    ledger.add(document, [claim])
    return claim.id


def test_a_version_stays_while_nothing_is_done(ledger: Ledger) -> None:
    versions = Versions()
    assert versions.of(ledger, PAIR) == versions.of(ledger, PAIR) == versions.of(ledger, PAIR[::-1])


def test_a_document_touches_the_states_that_it_tells_of_and_no_others(ledger: Ledger) -> None:
    versions = Versions()
    before, other = versions.of(ledger, PAIR), versions.of(ledger, OTHER)
    add_on(ledger, PAIR, "Bu")
    assert versions.of(ledger, PAIR) > before
    assert versions.of(ledger, OTHER) == other


def test_what_is_withdrawn_and_restored_touches_too(ledger: Ledger) -> None:
    versions = Versions()
    id = add_on(ledger, OTHER, "O")
    seen = [versions.of(ledger, OTHER)]
    ledger.withdraw(id, "it is of another state")
    seen.append(versions.of(ledger, OTHER))
    ledger.restore(id, "it is not")
    seen.append(versions.of(ledger, OTHER))
    assert seen == sorted(set(seen))


def test_a_decision_touches_the_states_of_its_claims(ledger: Ledger) -> None:
    versions = Versions()
    ids = [add_on(ledger, PAIR, word) for word in ("Bu", "O")]
    before, other = versions.of(ledger, PAIR), versions.of(ledger, OTHER)
    ledger.decide(ids, "the first is the embassy's own", prefer=ids[0])
    assert versions.of(ledger, PAIR) > before
    assert versions.of(ledger, OTHER) == other


def test_what_another_program_does_is_seen(ledger: Ledger, tmp_path: Path) -> None:
    versions = Versions()
    before = versions.of(ledger, PAIR)
    with open_ledger(tmp_path / "own.ledger") as another:
        add_on(another, PAIR, "Həmin")
    assert versions.of(ledger, PAIR) > before


def test_what_is_changed_while_it_is_looked_at_is_looked_at_again(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = Versions()
    before = versions.of(ledger, OTHER)
    add_on(ledger, PAIR, "Bu")
    touched = ledger.touched_pairs

    def meanwhile(*given: object) -> object:
        found = touched(*given)  # type: ignore[arg-type]
        monkeypatch.setattr(ledger, "touched_pairs", touched)
        add_on(ledger, OTHER, "O")
        return found

    monkeypatch.setattr(ledger, "touched_pairs", meanwhile)
    versions.of(ledger, PAIR)
    assert versions.of(ledger, OTHER) > before


def test_reading_again_touches_the_states_of_a_document_though_no_claim_moves(ledger: Ledger) -> None:
    versions = Versions()
    (document,) = ledger.document_ids()
    before, other = versions.of(ledger, PAIR), versions.of(ledger, OTHER)
    ledger.reread(
        ledger.document(document), ledger.claims_in(document), Coverage(claim=1, nothing=2, not_understood=3)
    )
    assert versions.of(ledger, PAIR) > before
    assert versions.of(ledger, OTHER) == other
