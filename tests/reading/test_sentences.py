"""Where sentences end. Each row is a text with its ends marked: «A.| |B.» is two sentences with a space between."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.languages.az.language import LANGUAGE
from korpu.reading.sentences import Block, BlockType, find_blocks, split_sentences


def split(text: str) -> list[str]:
    block = Block(BlockType.PROSE, 0, len(text))
    return [text[start:end] for start, end in split_sentences(text, block, LANGUAGE.abbreviations)]


@pytest.mark.parametrize(
    "marked",
    [
        # ends
        "Səfirlik 1992-ci ildə açılıb.| |Sonra konsulluq da açıldı.",
        "Nə vaxt açılıb?| |Bu il!| |Yaxşı…| |Davam edək.",
        "Səfirlik açılıb...| |Konsulluq bağlanıb.",
        "1994-cü ildə açılıb.| |2003-cü ildə bağlanıb.",
        "Səfir «Açıldıq» dedi.| |Sonra getdi.",
        "O, “Biz dostuq.”| |Sonra əlavə etdi.",
        "Səfirlik (Tallinn) açılıb.| |(Bu barədə yazılıb.)",
        "Açılıb.[3]| |Sonra bağlanıb.",
        "Sona çatdı.| |“Şərq” nəşriyyatı.",
        "Açılıb.|  |Bağlanıb.",
        # glued in extraction
        "Səfirlik açılıb.||Konsulluq bağlanıb.",
        "Danışıqlar aparılıb.||1994-cü ildə imzalanıb.",
        # initials
        "N. Nurlu çıxış etdi.| |A.B. Kask da.",
        "Görüşdə R.T. Kaya iştirak etdi.",
        "Səfir M. Kask “N. Nurlu ilə görüşdüm” dedi.",
        # numbers
        "Dövriyyə 27.991 dollardır.| |İxrac 5.4 faizdir.",
        "Görüş 15.09.2004 tarixində keçirilib.",
        "Görüş 15.09.2004-cü ildə, saat 14.30-da başlayıb.",
        "5. maddə belədir.| |6. Maddə yoxdur.",
        # abbreviations
        "Ünvan: Nizami küç. 4, Bakı.| |Tel. yoxdur.",
        "Dövriyyə 5 mln. manatdır.| |İdxal 3 mlrd. dollardır.",
        "Alma, armud və s. Satılıb.",
        "Prof. Anar Nurlu və akad. Maret Kask.",
        # goes on
        "“Biz dostuq!” – deyə bildirib.",
        "“Biz dostuq.”, – deyə səfir bildirib.",
        "Səfirlik açılıb... və bağlanıb.",
        "o.ü.x. adlanır",
        "Saytda: www.example.az ünvanında.",
        # spaces of all sorts
        "Açılıb.|\xa0|Bağlanıb.",
        "Tək cümlə",
    ],
)
def test_ends(marked: str) -> None:
    pieces = marked.split("|")
    assert split("".join(pieces)) == pieces[::2]


@pytest.mark.parametrize(
    ("line", "type_"),
    [
        ("Səfirlik açılıb.", BlockType.PROSE),
        ("Səfirlik açılıb.”", BlockType.PROSE),
        ("Səfirlik açılıb.[12]", BlockType.PROSE),
        ("Səfirliklər:", BlockType.PROSE),
        ("Ümumi məlumat", BlockType.HEADING),
        ("Səfirlik 1994-cü ildə açılıb. " * 6 + "- 90 -", BlockType.PROSE),
        ("Səfirlik 1994-cü ildə açılıb. Ümumi məlumat", BlockType.HEADING),
        ("İl | İxrac", BlockType.ROW),
        ("2019\t48,1", BlockType.ROW),
    ],
)
def test_what_a_line_is(line: str, type_: BlockType) -> None:
    assert [block.type for block in find_blocks(line)] == [type_]


@given(st.text() | st.text("Aa1.!?…«»”\n\r |\t[2]ş-–İ"))
def test_blocks_and_sentences_hold_every_letter_once_and_in_order(text: str) -> None:
    spans = [
        span for block in find_blocks(text) for span in split_sentences(text, block, LANGUAGE.abbreviations)
    ]
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


@given(st.integers(1, 9000), st.integers(1, 150))
def test_a_sentence_without_an_end_is_cut_between_words(words: int, length: int) -> None:
    text = " ".join(["a" * length] * (words // length + 1))
    pieces = split(text)
    assert " ".join(pieces) == text
    assert max(map(len, pieces)) <= 2000
    assert len(pieces) == 1 or len(text) > 2000


def test_a_word_without_an_end_is_cut_anyway() -> None:
    assert "".join(split("a" * 5000)) == "a" * 5000
