"""Who may only read is offered no change of a claim, and makes none."""

from pathlib import Path

from korpu.ledger.store import open_ledger
from tests.web.safety.conftest import Visit, post


def test_who_may_only_read_changes_no_claim_and_is_offered_nothing(office: Visit, ledger_path: Path) -> None:
    with open_ledger(ledger_path) as ledger:
        claim = ledger.claims(("AZ", "KZ"))[0]
    reader, page = office("Aytən"), f"/documents/{claim.document}"
    for action in ("accept", "unaccept", "withdraw", "restore", "correct"):
        assert post(reader, f"/claims/{claim.id}/{action}", because="x").status_code == 403
    assert post(reader, f"{page}/claims", because="x").status_code == 403
    for path in (f"/claims/{claim.id}/correct", f"{page}/claims/new?paragraph=1"):
        assert reader.get(path).status_code == 403
    shown = reader.get(page).text
    assert f'id="claim-{claim.id}"' in shown
    assert "/correct" not in shown and "claims/new" not in shown
    with open_ledger(ledger_path) as ledger:
        assert not ledger.accepted([claim.id]) and ledger.withdrawal(claim.id) is None


def test_an_editors_name_stands_with_what_was_changed(office: Visit, ledger_path: Path) -> None:
    with open_ledger(ledger_path) as ledger:
        claim = ledger.claims(("AZ", "KZ"))[0]
    editor = office("Orxan")
    assert post(editor, f"/claims/{claim.id}/accept").status_code == 303
    assert "Orxan" in editor.get(f"/documents/{claim.document}").text
