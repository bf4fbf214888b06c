"""What sources gave, and the claims read in it."""

from pathlib import Path

import pytest

from korpu.document import Document, SourceCard
from korpu.errors import WrongUse
from korpu.intake import Failure, Reading, read_all, read_claims


def test_a_bad_source_leaves_the_others(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("Norveçin Çilidəki səfirliyi 1997-ci ildə açılıb.", encoding="utf-8")
    missing = str(tmp_path / "missing.txt")
    first, second = read_all([missing, str(good)], SourceCard(), None, "az")
    assert isinstance(first, Failure) and "no such file" in first.message and not first.is_ours
    assert isinstance(second, Reading) and [claim.kind for claim in second.claims] == ["mission.opened"]


def test_what_is_wrong_with_every_document_is_raised() -> None:
    with pytest.raises(WrongUse):
        read_claims("a", Document("Salam."), "xx")


def fail(*given: object) -> None:
    raise ZeroDivisionError("of the reader's own")


def test_what_the_reader_itself_fails_with_is_told_or_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("korpu.reading.read.read_with_coverage", fail)
    told = read_claims("a.txt", Document("Salam."), "az")
    assert isinstance(told, Failure) and told.is_ours
    assert told.message == "a.txt: Körpü failed at reading it (ZeroDivisionError: of the reader's own)."
    with pytest.raises(ZeroDivisionError):
        read_claims("a.txt", Document("Salam."), "az", debug=True)
