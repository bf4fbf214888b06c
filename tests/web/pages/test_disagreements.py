"""The page of disagreements."""

import re
from pathlib import Path

import msgspec
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from korpu.document import Document, SourceCard
from korpu.ledger.store import open_ledger
from korpu.web.changes import LONGEST_REASON
from korpu.web.pages.disagreements import MOST_CLAIMS
from tests.web.conftest import OpenPage

PAGE = "/az-kz/disagreements"


def withdrawn_claim(page: str) -> str:
    """The first claim that the page offers for withdrawal."""
    found = re.search(r'name="claim" value="(\w+)"', page)
    assert found
    return found[1]


def test_each_disagreement_has_its_sides_sentences_and_reason(client: TestClient[Litestar]) -> None:
    page = client.get(PAGE).text
    assert page.count('<article class="dispute"') == 3
    assert "Trade turnover, 2021" in page
    assert "over 330 million US dollars" in page
    assert "mirror statistics" in page
    assert "independent witness" in page
    assert page.count("<blockquote") >= 6


def offered(page: str) -> tuple[str, list[str]]:
    """What the form of the first open disagreement offers: its claims, and what may be preferred."""
    article = page[page.index('<article class="dispute"') : page.index("</article>")]
    claims = re.search(r'name="claims" value="([^"]+)"', article)
    assert claims
    return claims[1], re.findall(r'name="prefer" value="(\w+)"', article)


def test_a_side_is_preferred_with_a_reason_and_the_decision_undone(
    client: TestClient[Litestar], ledger_path: Path
) -> None:
    claims, sides = offered(client.get(PAGE).text)
    assert len(sides) == 3 and sides[-1] == "both"
    sent = {"claims": claims, "prefer": sides[1], "because": "the ministry says so"}
    page = client.post(f"{PAGE}/decide", data=sent).text
    assert "On 2 questions the sources do not agree." in page
    assert "1 more is decided." in page
    assert "Samirə decided on" in page and "the ministry says so" in page
    decided = page[page.index('id="decided"') :]
    preferred = decided[decided.index("Preferred") :]
    assert "6 September 2008" in preferred[: preferred.index("10 September 2008")]
    with open_ledger(ledger_path) as ledger:
        (decision,) = ledger.decisions(("AZ", "KZ"))
    assert (decision.preferred, decision.author) == (sides[1], "Samirə")
    undone = client.post(f"/log/{decision.number}/undo", data={"back": PAGE}).text
    assert "On 3 questions" in undone and "decided-title" not in undone


def test_decided_disagreements_are_not_counted_as_open(client: TestClient[Litestar]) -> None:
    assert '<b class="count">3</b>' in client.get("/az-kz").text
    claims, _ = offered(client.get(PAGE).text)
    client.post(f"{PAGE}/decide", data={"claims": claims, "prefer": "both", "because": "each may be right"})
    assert '<b class="count">2</b>' in client.get("/az-kz").text
    assert ">2</a>" in client.get("/az-kz/row").text


def test_a_new_source_opens_what_was_decided(client: TestClient[Litestar], ledger_path: Path) -> None:
    claims, sides = offered(client.get(PAGE).text)
    client.post(f"{PAGE}/decide", data={"claims": claims, "prefer": sides[0], "because": "so it is"})
    with open_ledger(ledger_path) as ledger:
        old = ledger.claim(claims.split()[0])
        text = "Azərbaycanın Aktaudakı baş konsulluğu 2009-cu il mayın 5-də açılıb."
        document = Document(text, SourceCard(title="Yeni mənbə"))
        new = msgspec.structs.replace(
            old, document=document.id, start=0, end=len(text), quote=text, when="2009-05-05", trace=None
        )
        ledger.add(document, [new])
    page = client.get(PAGE).text
    assert "On 3 questions" in page
    assert "It is open again" in page and "Yeni mənbə" in page


@pytest.mark.parametrize(("prefer", "because"), [("", "so it is"), ("both", " ")])
def test_nothing_is_decided_without_a_choice_and_a_reason(
    client: TestClient[Litestar], prefer: str, because: str
) -> None:
    claims, _ = offered(client.get(PAGE).text)
    answer = client.post(f"{PAGE}/decide", data={"claims": claims, "prefer": prefer, "because": because})
    assert answer.status_code == 400
    assert "On 3 questions" in client.get(PAGE).text


def test_what_changed_meanwhile_is_not_decided_unseen(
    client: TestClient[Litestar], ledger_path: Path
) -> None:
    claims, sides = offered(client.get(PAGE).text)
    with open_ledger(ledger_path) as ledger:
        ledger.withdraw(claims.split()[0], "misread")
    answer = client.post(f"{PAGE}/decide", data={"claims": claims, "prefer": sides[0], "because": "x"})
    assert answer.status_code == 400 and "withdrawn" in answer.text


def test_two_states_that_agree_have_none(client: TestClient[Litestar]) -> None:
    assert "No contradiction between the sources was found." in client.get("/nz-is/disagreements").text


def test_the_past_has_its_own_disagreements(client: TestClient[Litestar]) -> None:
    page = client.get(f"{PAGE}?known_at=1999-01-01").text
    assert "<article" not in page
    now = client.get(f"{PAGE}?as_of=2090").text
    assert f'action="{PAGE}/withdraw?as_of=2090"' in now


def test_what_was_known_once_is_not_changed_now(client: TestClient[Litestar]) -> None:
    page = client.get(f"{PAGE}?known_at=2090-01-01").text
    assert "<article" in page and "<form method=" not in page.replace('<form class="times" method=', "")


def test_a_misread_claim_is_withdrawn_with_a_cause_and_comes_back(
    client: TestClient[Litestar], ledger_path: Path
) -> None:
    claim = withdrawn_claim(client.get(PAGE).text)
    page = client.post(f"{PAGE}/withdraw", data={"claim": claim, "because": " misread:  another year "})
    assert page.status_code == 200
    assert page.text.count('<article class="dispute"') == 2
    assert "misread: another year" in page.text and "Samirə" in page.text
    with open_ledger(ledger_path) as ledger:
        withdrawal = ledger.withdrawal(claim)
    assert withdrawal is not None and withdrawal.author == "Samirə"
    back = client.post(f"/log/{withdrawal.number}/undo", data={"back": PAGE})
    assert back.text.count('<article class="dispute"') == 3


@pytest.mark.parametrize("because", ["", "  "])
def test_nothing_is_withdrawn_without_a_cause(client: TestClient[Litestar], because: str) -> None:
    claim = withdrawn_claim(client.get(PAGE).text)
    answer = client.post(f"{PAGE}/withdraw", data={"claim": claim, "because": because})
    assert answer.status_code == 400
    assert "Say why" in answer.text
    assert client.get(PAGE).text.count('<article class="dispute"') == 3


def test_a_claim_is_withdrawn_and_restored_in_a_browser_without_scripts(open_page: OpenPage) -> None:
    page = open_page(PAGE, scripts=False, language="az", width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    first = page.locator(".dispute").first
    first.get_by_text("Səhv oxunan məlumatı geri götür").click()
    first.locator("input[name=claim]").last.check()
    first.locator("textarea[id^=withdraw]").fill("başqa ilə aiddir")
    first.get_by_role("button", name="Məlumatı geri götür", exact=True).click()
    page.locator(".done").wait_for()
    assert page.locator(".dispute").count() == 2
    assert "başqa ilə aiddir" in page.locator(".done").inner_text()
    page.get_by_role("button", name="Ləğv et").click()
    page.locator(".done").wait_for(state="detached")
    assert page.locator(".dispute").count() == 3


@pytest.mark.parametrize("language", ["az", "en"])
def test_a_disagreement_is_decided_and_opened_again_in_a_browser_without_scripts(
    open_page: OpenPage, language: str
) -> None:
    words = {
        "az": ("Qərar ver", "Hər ikisi yanaşı qalır", "Səbəb", "Qərarı qeydə al", "Qərarı ləğv et"),
        "en": ("Decide", "Both stay side by side", "Why", "Record the decision", "Undo the decision"),
    }
    decide, both, why, record, undo = words[language]
    page = open_page(PAGE, scripts=False, language=language)
    first = page.locator(".dispute").first
    first.locator("summary", has_text=decide).click()
    first.get_by_label(both).check()
    first.get_by_label(why, exact=True).first.fill("hər biri öz gömrüyünün rəqəmidir")
    first.get_by_role("button", name=record).click()
    page.locator(".decided").wait_for()
    assert page.locator(".decided .dispute").count() == 1
    assert "hər biri" in page.locator(".decided .decision").inner_text()
    page.get_by_role("button", name=undo).click()
    page.locator(".decided").wait_for(state="detached")


def test_a_sentence_opens_beside_the_sides(open_page: OpenPage) -> None:
    page = open_page(PAGE, dark=True)
    page.locator(".voices a").first.click()
    page.locator("#evidence mark").wait_for()
    assert page.url.endswith(PAGE)


def test_the_form_for_a_misread_claim_withdraws_no_document(
    client: TestClient[Litestar], ledger_path: Path
) -> None:
    with open_ledger(ledger_path) as ledger:
        document = ledger.documents(("AZ", "KZ"))[0].id
    answer = client.post(f"{PAGE}/withdraw", data={"claim": document, "because": "misread"})
    assert answer.status_code == 404 and "no claim" in answer.text
    with open_ledger(ledger_path) as ledger:
        assert ledger.withdrawal(document) is None


def test_who_decides_on_a_later_page_comes_back_to_it(
    client: TestClient[Litestar], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("korpu.web.pages.disagreements.PAGE", 1)
    page = client.get(f"{PAGE}?page=2&as_of=2090").text
    assert f'action="{PAGE}/decide?as_of=2090&amp;page=2"' in page
    claims, sides = offered(page)
    sent = {"claims": claims, "prefer": sides[0], "because": "so it is"}
    answer = client.post(f"{PAGE}/decide?as_of=2090&page=2", data=sent)
    assert answer.url.params["page"] == "2" and "so it is" in answer.text
    assert f'name="back" value="{PAGE}?as_of=2090&amp;page=2"' in answer.text
    sent = {"claim": withdrawn_claim(answer.text), "because": "misread"}
    assert client.post(f"{PAGE}/withdraw?page=2", data=sent).url.params["page"] == "2"


def test_a_decision_is_on_so_many_claims_at_most_each_named_once(client: TestClient[Litestar]) -> None:
    claims, _ = offered(client.get(PAGE).text)
    many = " ".join(f"{number:016x}" for number in range(MOST_CLAIMS + 1))
    answer = client.post(f"{PAGE}/decide", data={"claims": many, "prefer": "both", "because": "so"})
    assert answer.status_code == 400 and "10,000 claims at most; this one is on 10,001" in answer.text
    again = " ".join([claims] * 200)
    answer = client.post(f"{PAGE}/decide", data={"claims": again, "prefer": "both", "because": "so it is"})
    assert answer.status_code == 200 and "1 more is decided." in answer.text


def test_a_reason_is_as_long_as_its_field_lets_it_be(client: TestClient[Litestar], ledger_path: Path) -> None:
    claims, _ = offered(client.get(PAGE).text)
    claim = withdrawn_claim(client.get(PAGE).text)
    with open_ledger(ledger_path) as ledger:
        before = ledger.last_change()
        person = ledger.entities(("AZ", "KZ"), "person").entities[0].id
    long = "ə" * (LONGEST_REASON + 1)
    for path, sent in {
        f"{PAGE}/decide": {"claims": claims, "prefer": "both"},
        f"{PAGE}/withdraw": {"claim": claim},
        f"/claims/{claim}/withdraw": {},
        f"/claims/{claim}/accept": {},
        f"/log/{before}/undo": {},
        f"/entities/{person}/split": {},
    }.items():
        answer = client.post(path, data=sent | {"because": long})
        assert answer.status_code == 400 and "The reason has 2,001 letters" in answer.text, path
    answer = client.post(f"/claims/{claim}/correct", data={"kind": "mission.opened", "because": long})
    assert answer.status_code == 422 and "The reason has 2,001 letters" in answer.text
    with open_ledger(ledger_path) as ledger:
        assert ledger.last_change() == before
    page = client.post(f"{PAGE}/decide", data={"claims": claims, "prefer": "both", "because": long[1:]}).text
    assert "1 more is decided." in page
