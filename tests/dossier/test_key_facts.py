"""Key facts of a file on two states."""

from korpu.document import SourceCard
from korpu.dossier import compose
from korpu.dossier.key_facts import key_facts
from tests.samples import make_claim, make_document, opened, turnover

TEXT = "Norveçin Çilidəki səfirliyi 1997-ci ildə açılıb. Dövriyyə 2020-ci ildə 3 milyon dollar olub. Dövriyyə 2021-ci ildə 4,5 milyon dollar olub."


def test_of_an_amount_by_period_only_the_latest_is_a_key_fact() -> None:
    document = make_document(TEXT)
    older = make_claim(
        document, "Dövriyyə 2020-ci ildə 3 milyon dollar olub.", "trade.turnover",
        roles={}, when="2020", value=turnover(document).value,
    )  # fmt: skip
    dossier = compose(
        ("CL", "NO"), [opened(document), turnover(document), older], {document.id: SourceCard()}
    )
    facts = [(line.statement.kind, line.statement.when) for line in key_facts(dossier)]
    assert ("trade.turnover", "2021") in facts
    assert ("trade.turnover", "2020") not in facts
