"""The page of a document."""

import re
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from korpu.claims import Claim
from korpu.coverage import Coverage
from korpu.document import Document, SourceCard
from korpu.ledger.store import Ledger, open_ledger
from korpu.web.app import create_app
from korpu.web.settings import Settings
from tests.samples import make_claim, make_document
from tests.web.conftest import OpenPage


def sample(path: Path, title: str = "Gəncədə gürcü bayrağı") -> str:
    """The id of a sample document."""
    with open_ledger(path) as ledger:
        return next(one.id for one in ledger.documents() if one.card.title == title)


def claims_of(path: Path, document: str) -> list[Claim]:
    with open_ledger(path) as ledger:
        return ledger.claims_in(document)


def over(ledger: Path) -> TestClient[Litestar]:
    return TestClient(create_app(Settings(ledger, language="en")), base_url="http://127.0.0.1:8000")


def in_words(html: str) -> str:
    """The text of the document on a page: what its pieces say, joined."""
    import html as escaping

    return escaping.unescape("".join(re.findall(r'data-start="\d+"[^>]*>([^<]*)<', html)))


def test_the_text_is_whole_and_every_claim_stands_beside_it(
    client: TestClient[Litestar], ledger_path: Path
) -> None:
    id = sample(ledger_path)
    page = client.get(f"/documents/{id[:8]}").text
    with open_ledger(ledger_path) as ledger:
        text = ledger.document(id).text
    assert "".join(in_words(page).split()) == "".join(text.split())
    for claim in claims_of(ledger_path, id):
        assert f'id="claim-{claim.id}"' in page
        assert f'href="#claim-{claim.id}"' in page
    assert "consulate" in page


def test_a_claim_leads_to_its_place_in_the_document(client: TestClient[Litestar], ledger_path: Path) -> None:
    claim = claims_of(ledger_path, sample(ledger_path))[0]
    answer = client.get(f"/claims/{claim.id}?as_of=2020", follow_redirects=False)
    assert answer.headers["location"] == f"/documents/{claim.document}?as_of=2020#claim-{claim.id}"


@pytest.mark.parametrize("id", ["1234567", "nothing0", "0" * 64, "0" * 65])
def test_what_is_no_document_is_said(client: TestClient[Litestar], id: str) -> None:
    answer = client.get(f"/documents/{id}")
    assert answer.status_code == 404
    assert "document" in answer.text


def test_a_document_is_text_and_never_markup(tmp_path: Path) -> None:
    text = "<script>alert(1)</script> Norveçin Çilidəki səfirliyi 1997-ci ildə açılıb. <img src=x onerror=y>"
    document = Document(
        text, SourceCard(title='"><b>x', publisher="<i>", url="javascript:alert(1)", language='x"y')
    )
    claim = make_claim(document, "Norveçin Çilidəki səfirliyi 1997-ci ildə açılıb.")
    with open_ledger(tmp_path / "a.ledger") as ledger:
        ledger.add(document, [claim])
    with over(tmp_path / "a.ledger") as client:
        page = client.get(f"/documents/{document.id}").text
    for raw in ("<script>alert", "<img src=x", "<b>x", "<i></p>", "javascript:alert"):
        assert raw not in page


def overlapping(ledger: Ledger) -> Document:
    document = make_document("Səfirlik 1997-ci ildə açılıb və 1999-cu ildə bağlanıb. Sonra heç nə olmayıb.")
    ledger.add(
        document,
        [
            make_claim(document, "Səfirlik 1997-ci ildə açılıb və 1999-cu ildə"),
            make_claim(document, "açılıb və 1999-cu ildə bağlanıb.", kind="mission.closed", when="1999"),
            make_claim(document, "1997-ci ildə", when="1997", stance="plan"),
        ],
    )
    return document


def test_claims_that_overlap_or_lie_within_each_other_are_all_told(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.ledger") as ledger:
        document = overlapping(ledger)
    with over(tmp_path / "a.ledger") as client:
        page = client.get(f"/documents/{document.id}").text
    assert in_words(page) == document.text
    assert page.count('class="note') == 3
    assert re.search(r'<mark class="s-missions twice"[^>]*>1997-ci ildə</mark>', page)


def test_what_was_withdrawn_is_struck_with_its_cause_unless_it_stood_then(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.ledger", author="Aytən") as ledger:
        document = overlapping(ledger)
        added = ledger.log()[-1].at
        ledger.withdraw(ledger.claims_in(document.id)[0].id, "başqa səfirlik")
    with over(tmp_path / "a.ledger") as client:
        page = client.get(f"/documents/{document.id}").text
        assert page.count("<del>") == 1
        assert "Aytən" in page and "«başqa səfirlik»" in page
        assert "withdrawn: 1" in page
        then = client.get(f"/documents/{document.id}", params={"known_at": added.isoformat()}).text
        assert "<del>" not in then
        before = client.get(f"/documents/{document.id}?known_at=1999").text
        assert "did not have this document yet" in before


def test_claims_of_later_times_are_left_out_and_counted(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.ledger") as ledger:
        document = overlapping(ledger)
    with over(tmp_path / "a.ledger") as client:
        page = client.get(f"/documents/{document.id}?as_of=1998").text
    assert "of later times, not shown: 1" in page


def test_what_was_not_understood_is_marked_with_what_it_lacks(
    client: TestClient[Litestar], ledger_path: Path
) -> None:
    id = sample(ledger_path, "Gürcüstan: ölkə arayışı")
    assert 'hx-trigger="load"' in client.get(f"/documents/{id}").text
    page = client.get(f"/documents/{id}?missed=true").text
    assert page.count('class="missed"') >= 1
    assert "could not make out" in page
    # It is known by now, and need not be asked for again.
    assert 'class="missed"' in client.get(f"/documents/{id}").text
    part = client.get(f"/documents/{id}/coverage", headers={"hx-request": "true"}).text
    assert part.count("hx-swap-oob") == 1
    assert "<html" in client.get(f"/documents/{id}/coverage").text


def test_a_long_document_has_pages_and_its_claims_lead_to_theirs(tmp_path: Path) -> None:
    sentence = "Norveçin Çilidəki səfirliyi 1997-ci ildə açılıb."
    document = make_document("\n".join([f"Sətir {number}." for number in range(450)] + [sentence]))
    claim = make_claim(document, sentence)
    with open_ledger(tmp_path / "a.ledger") as ledger:
        ledger.add(document, [claim], Coverage(1, 450, 0))
    with over(tmp_path / "a.ledger") as client:
        first = client.get(f"/documents/{document.id}").text
        assert "Sətir 199." in first and "Sətir 200." not in first
        assert 'rel="next"' in first
        location = client.get(f"/claims/{claim.id}", follow_redirects=False).headers["location"]
        assert "page=3" in location
        assert f'id="claim-{claim.id}"' in client.get(location).text


def test_editions_lead_to_what_changed_between_them(tmp_path: Path) -> None:
    first = make_document("Norveçin Çilidəki səfirliyi 1997-ci ildə açılıb.")
    later = make_document("Norveçin Çilidəki səfirliyi 1998-ci ildə açılıb.")
    with open_ledger(tmp_path / "a.ledger") as ledger:
        ledger.add(first, [make_claim(first, first.text)], source="Sorğu kitabı")
        ledger.add(later, [make_claim(later, later.text, when="1998")], source="Sorğu kitabı")
    with over(tmp_path / "a.ledger") as client:
        page = client.get(f"/documents/{later.id}").text
        assert "Edition 2 of 2 of «Sorğu kitabı»" in page
        changes = client.get(f"/documents/{later.id}/changes").text
        assert "changed" in changes and "1997" in changes and "1998" in changes
        assert "the newest edition" in client.get(f"/documents/{first.id}").text
        assert "no edition before this one" in client.get(f"/documents/{first.id}/changes").text


def test_how_a_claim_was_read_is_told_down_to_its_words(
    client: TestClient[Litestar], ledger_path: Path
) -> None:
    claim = claims_of(ledger_path, sample(ledger_path))[0]
    page = client.get(f"/claims/{claim.id}/how").text
    assert "How it was read" in page and "<html" in page
    part = client.get(f"/claims/{claim.id}/how", headers={"hx-request": "true"}).text
    assert "How it was read" in part and "<html" not in part


def test_a_number_leads_to_its_claim_and_back_and_both_light_up(
    open_page: OpenPage, ledger_path: Path
) -> None:
    page = open_page(f"/documents/{sample(ledger_path)}")
    number = page.locator(".text .numbers a").first
    number.click()
    assert "#claim-" in page.url
    note = page.locator(".note:target")
    note.hover()
    assert page.locator("mark.lit").count() >= 1
    note.locator(".number").click()
    assert "#at-" in page.url


def test_what_was_not_understood_comes_by_itself_where_there_are_scripts(
    open_page: OpenPage, ledger_path: Path
) -> None:
    page = open_page(f"/documents/{sample(ledger_path, 'Gürcüstan: ölkə arayışı')}")
    page.locator(".note.miss").first.wait_for(timeout=30_000)
    assert page.locator(".missed").count() >= 1


@pytest.mark.parametrize("scripts", [True, False])
def test_the_page_fits_a_phone_in_azerbaijani_in_the_dark(
    open_page: OpenPage, ledger_path: Path, scripts: bool
) -> None:
    path = f"/documents/{sample(ledger_path, 'Azərbaycan–Qazaxıstan əlaqələri')}"
    page = open_page(path, width=360, dark=True, language="az", scripts=scripts)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator(".note").count() > 20
