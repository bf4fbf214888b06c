"""What holds of the claims of any document whatever, well written or damaged."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from korpu.claims import Claim, from_json, to_json
from korpu.document import Document, SourceCard
from korpu.edtf import is_edtf
from korpu.kinds import RoleType, kinds
from korpu.reading.read import read_document
from korpu.sources.samples import read_samples

PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
Damage = Callable[[str, Random], str]
PARTY = re.compile(r"[A-Z]{2}")


def check(text: str) -> list[Claim]:
    """The claims of a text, after all that holds of any claim has been asserted of them."""
    document = Document(text)
    claims = read_document(document)
    assert [claim.start for claim in claims] == sorted(claim.start for claim in claims)
    for claim in claims:
        assert claim.document == document.id
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.quote == text[claim.start : claim.end]
        assert len(claim.parties) >= 2
        assert claim.parties == tuple(sorted(set(claim.parties)))
        assert all(PARTY.fullmatch(party) for party in claim.parties)
        kind = kinds()[claim.kind]
        assert claim.roles.keys() <= kind.roles.keys()
        for role, value in claim.roles.items():
            assert value
            check_role(kind.roles[role], value)
        assert (claim.when is None) == (claim.when_from is None)
        assert claim.when is None or is_edtf(claim.when)
        if claim.value:
            assert PLAIN.fullmatch(claim.value.amount)
            assert claim.value.to is None or Decimal(claim.value.to) >= Decimal(claim.value.amount)
        assert claim.speaker is None or claim.speaker.strip()
        if not any("\ud800" <= letter <= "\udfff" for letter in claim.quote):
            assert from_json(to_json(claim)) == structs.replace(claim, trace=None)
    return claims


def check_role(type_: RoleType, value: str | tuple[str, ...]) -> None:
    plural = type_ in (RoleType.PERSONS, RoleType.STATES, RoleType.PLACES)
    assert isinstance(value, tuple) is plural
    if type_ in (RoleType.STATE, RoleType.STATES):
        assert all(PARTY.fullmatch(code) for code in ([value] if isinstance(value, str) else value))
    if type_ is RoleType.DATE:
        assert isinstance(value, str)
        assert is_edtf(value)


@cache
def texts() -> tuple[str, ...]:
    return tuple(document.text for document in read_samples())


@settings(max_examples=150, deadline=None)
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    check(text)


PIECES = ["Serbiya", "Estoniya", "Peru", "Çili", "Bakı", "Tallinn", "BMT", "səfirlik", "səfirliyi", "səfiri", "konsulluq", "prezident", "prezidenti", "nazir", "Anar", "Nurlu", "Maret", "Kask", "görüşüb", "görüşmüşdür", "səfər", "edib", "imzalanıb", "imzalanacaq", "açılıb", "açılmayıb", "qurulmalıdır", "ki", "və", "isə", "ilə", "arasında", "haqqında", "Saziş", "Memorandum", "çərçivəsində", "dövriyyə", "ixrac", "idxal", "təşkil", "1994", "1994-cü", "il", "ildə", "3", "may", "mayın", "3-də", "4,5", "milyon", "dollar", "faiz", "27.991", "-dək", "10-15", "nəfər", "şirkət", "iki", "ölkə", "ölkəmiz", "dostluq", "qrupu", "sədri", "ünvanı:", "küç.", "4", "keçən", "il", "ötən", "ay", "bu", "gün", "31.02.2019", ".", ",", ";", ":", "!", "?", "…", "«", "»", "“", "”", "„", '"', "'", "(", ")", "[1]", "–", "—", "-", "|", "\n", "\t", "\r\n", "№", "%", "$", "2019;4,5;1,0", "deyib", "bildirib", "deyə", "Əgər", "olsa", "yoxdur", "ordeni", "ilə", "təltif", "edilib", "mədəniyyət", "mərkəzi", "azərbaycanlı", "yaşayır"]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from([" ", "", "  "]))
def test_words_in_any_order_are_read(pieces: list[str], gap: str) -> None:
    check(gap.join(pieces))


@pytest.mark.parametrize("number", range(len(texts())))
def test_claims_of_the_samples_keep_the_contract(number: int) -> None:
    assert check(texts()[number])


@pytest.mark.parametrize("number", range(len(texts())))
def test_reading_again_gives_the_same_claims(number: int) -> None:
    document = read_samples()[number]
    assert read_document(document) == read_document(document)
    assert [claim.id for claim in read_document(document)] == [claim.id for claim in read_document(document)]


def cut(text: str, chance: Random) -> str:
    start = chance.randrange(len(text))
    return text[start : start + chance.randrange(2000)]


def shuffle_lines(text: str, chance: Random) -> str:
    lines = text.split("\n")
    chance.shuffle(lines)
    return "\n".join(lines)


def join_lines(text: str, chance: Random) -> str:
    return text.replace("\n", chance.choice([" ", ""]))


def double_quotes(text: str, chance: Random) -> str:
    return "".join(letter * 2 if letter in "«»“”\"'" else letter for letter in text)


def drop_quotes(text: str, chance: Random) -> str:
    return "".join(letter for letter in text if letter not in "«»“”\"'" or chance.random() < 0.5)


def mix_cyrillic(text: str, chance: Random) -> str:
    hidden = {"a": "а", "o": "о", "e": "е", "c": "с", "p": "р", "x": "х"}
    return "".join(hidden.get(letter, letter) if chance.random() < 0.3 else letter for letter in text)


def sprinkle(text: str, chance: Random) -> str:
    odd = "\U0001f1ea\U0001f1ea\u200b\ufeff\xad\u0307\ud800\udfff\x00\x0b\x0c\u2028İI\xa0"
    return "".join(letter + chance.choice(odd) if chance.random() < 0.05 else letter for letter in text)


def lose_letters(text: str, chance: Random) -> str:
    return text.translate(str.maketrans("əƏşŞçÇğĞöÖüÜıİ", "eEsScCgGoOuUiI"))


def shout(text: str, chance: Random) -> str:
    return text.replace("i", "İ").replace("ı", "I").upper()


def decompose(text: str, chance: Random) -> str:
    return unicodedata.normalize("NFD", text)


def tabulate(text: str, chance: Random) -> str:
    return text.replace(", ", chance.choice([" | ", "\t", ";", "  "]))


def repeat_marks(text: str, chance: Random) -> str:
    return "".join(letter * chance.randrange(1, 4) if not letter.isalnum() else letter for letter in text)


def shuffle_words(text: str, chance: Random) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


DAMAGES = (
    cut, shuffle_lines, join_lines, double_quotes, drop_quotes, mix_cyrillic, sprinkle, lose_letters, shout,
    decompose, tabulate, repeat_marks, shuffle_words,
)  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@settings(max_examples=12, deadline=None)
@given(st.sampled_from(texts()), st.integers(0, 2**32))
def test_damaged_documents_are_read(damage: Damage, text: str, seed: int) -> None:
    check(damage(text, Random(seed)))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(texts()).flatmap(lambda text: st.sampled_from(text.split("\n"))), max_size=8),
    st.lists(st.sampled_from(DAMAGES), max_size=3),
    st.integers(0, 2**32),
)
def test_lines_of_several_documents_with_several_damages_are_read(
    lines: list[str], damages: list[Damage], seed: int
) -> None:
    text, chance = "\n".join(lines), Random(seed)
    for damage in damages:
        text = damage(text, chance) if text else text
    check(text)


@pytest.mark.parametrize(
    "line",
    [
        "a" * 20_000, "1" * 20_000, "İ" * 20_000, "Bakı " * 2_000, "«" * 5_000, "1 " * 2_000, ". " * 5_000, "| " * 5_000,
        "səfirliyi, " * 1_000, "Bakı və " * 1_000, "1;2;3;" * 300, "1994-cü il " * 500, "açılıb " * 1_000, "Saziş " * 1_000,
        "“ " * 2_000, "N. " * 2_000, "a-" * 5_000, "1" * 5_000 + " il əvvəl " + "9" * 5_000 + "-cu ildə 5." + "0" * 5_000 + " faiz",
    ],
    ids=lambda line: line[:4],
)  # fmt: skip
def test_very_long_lines_are_read_in_time(line: str) -> None:
    started = time.process_time()
    check(line)
    assert time.process_time() - started < 20


def test_a_publication_date_changes_relative_dates_only() -> None:
    text = "Serbiyanın Estoniyadakı səfirliyi ötən il açılıb. Estoniyanın Serbiyadakı səfirliyi 1994-cü ildə açılıb."
    told = read_document(Document(text, SourceCard(published="2011-05")))
    assert [(claim.when, claim.when_from) for claim in told] == [("2010", "published"), ("1994", "stated")]
