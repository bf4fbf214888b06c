"""Clauses: where a sentence is cut, who plays which part, several facts under one predicate."""

from __future__ import annotations

import pytest

from korpu.clauses import Clause, Part
from tests.languages.az.said import clauses, with_concept


def part(clause: Clause, type_: str, value: str = "") -> Part:
    """The part that the mention plays."""
    return next(
        a.part for a in clause.arguments if a.mention.type == type_ and value in ("", a.mention.value)
    )


@pytest.mark.parametrize(
    ("text", "concept", "type_", "expected"),
    [
        # by case
        ("Serbiya Estoniyanın müstəqilliyini tanıyıb.", "recognize", "independence", Part.OBJECT),
        ("Nazir Estoniyaya səfər edib.", "visit", "state", Part.GOAL),
        ("Nazir Tallinndə görüşüb.", "meet", "place", Part.PLACE),
        ("Nazir Estoniyadan gəlib.", "arrive", "state", Part.SOURCE),
        ("Səfirliyin açılması bildirilib.", "open", "mission", Part.OWNER),
        ("Saziş mayın 3-də imzalanıb.", "sign", "date", Part.TIME),
        # by the word behind
        ("Serbiya ilə Estoniya arasında münasibətlər qurulub.", "create", "state", Part.BETWEEN),
        ("Sənəd nazir tərəfindən imzalanıb.", "sign", "person", Part.AGENT),
        ("Səfər çərçivəsində saziş imzalanıb.", "sign", "visit", Part.WITHIN),
        ("Görüş zamanı saziş imzalanıb.", "sign", "meeting", Part.WITHIN),
        # before its noun
        ("Estoniya şirkəti açılıb.", "open", "state", Part.MODIFIER),
        ("Səfirlik açılıb.", "open", "mission", Part.SUBJECT),
        # a participle's noun: «opened» or «that … opened»
        ("Açılan səfirlik böyükdür.", "open", "mission", Part.SUBJECT),
        ("Prezidentin açdığı səfirlik böyükdür.", "open", "mission", Part.OBJECT),
        # bare, right before a verb that does something to it
        ("Serbiya səfirlik açıb.", "open", "mission", Part.OBJECT),
    ],
)  # fmt: skip
def test_parts(text: str, concept: str, type_: str, expected: Part) -> None:
    assert part(with_concept(text, concept), type_) is expected


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("Səfirlik açılıb, konsulluq bağlanıb.", ["open", "close"]),
        ("Səfirlik açılıb və saziş imzalanıb.", ["open", "sign"]),
        ("Bildirilib ki, səfirlik açılacaq.", ["say", "open"]),
        ("Nazir səfirliyin açılacağını bildirib.", ["open", "say"]),
        ("Səfirlik açıldıqdan sonra saziş imzalanıb.", ["open", "sign"]),
        ("İmzalanmış saziş səfirliyin açılmasını nəzərdə tutur.", ["sign", "open", "plan"]),
    ],
)
def test_a_sentence_is_cut_at_its_predicates(text: str, concepts: list[str]) -> None:
    wanted = set(concepts)
    assert [c for clause in clauses(text) for c in clause.concepts if c in wanted] == concepts


def test_what_a_clause_leaves_out_is_taken_from_those_before() -> None:
    clause = with_concept("Serbiyanın Estoniyadakı səfirliyi açılıb, 2003-cü ildə bağlanıb.", "close")
    told = [a for a in clause.arguments if a.mention.type == "mission"]
    assert [a.own for a in told] == [False]
    assert "mission" in clause.told


def test_the_date_of_a_participle_is_the_participles() -> None:
    text = "2003-cü ildə bağlanmış konsulluğun yerində səfirlik açılıb."
    assert any(a.mention.type == "date" for a in with_concept(text, "close").arguments)
    assert not any(a.mention.type == "date" and a.own for a in with_concept(text, "open").arguments)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Səfirlik 1994-cü ildə, konsulluq isə 2003-cü ildə açılıb.", 2),
        ("Səfirlik 1994-cü ildə, konsulluq 2003-cü ildə açılıb.", 2),
        ("Estoniyanın Belqradda, Serbiyanın isə Tallinndə səfirlikləri fəaliyyət göstərir.", 2),
        # near misses: one fact
        ("Səfirlik və konsulluq 1994-cü ildə açılıb.", 1),
        ("Səfirlik 1994-cü ilin may və iyun aylarında açılıb.", 1),
        ("Səfirlik isə 1994-cü ildə açılıb.", 1),
    ],
)
def test_several_facts_under_one_predicate(text: str, count: int) -> None:
    verbs = {"open", "operate"}
    assert sum(bool(verbs & clause.concepts.keys()) for clause in clauses(text)) == count


def test_each_conjunct_has_its_own_date_and_the_shared_noun() -> None:
    first, second = clauses(
        "Estoniyanın Belqradda, Serbiyanın isə Tallinndə səfirlikləri fəaliyyət göstərir."
    )
    for clause in (first, second):
        assert [a.mention.value for a in clause.arguments if a.mention.type == "mission" and a.own] == [
            "embassy"
        ]
    assert [a.mention.value for a in first.arguments if a.mention.type in ("state", "place")] == [
        "EE",
        "Belqrad",
    ]


@pytest.mark.parametrize("text", ["Səfirlik açılıb?", "Səfirlik nə vaxt açılacaq?", "", "1994", "…"])
def test_questions_and_scraps_have_no_clause(text: str) -> None:
    assert clauses(text) == []


@pytest.mark.parametrize(
    ("text", "concept", "nominal"),
    [
        ("Səfirliyin açılması bildirilib.", "open", True),
        ("Səfirlik açılıb.", "open", False),
        ("Açılan səfirlik böyükdür.", "open", False),
    ],
)
def test_events_that_are_nouns(text: str, concept: str, nominal: bool) -> None:
    assert with_concept(text, concept).nominal is nominal


def test_mentions_stand_where_their_words_stand() -> None:
    text = "BMT-nin və “Xəzər”in iştirakı ilə Estoniyada səfirlik açılıb."
    for clause in clauses(text):
        for argument in clause.arguments:
            assert text[argument.mention.start : argument.mention.end].strip()
    organisation = next(
        a.mention for c in clauses(text) for a in c.arguments if a.mention.type == "organisation"
    )
    assert text[organisation.start : organisation.end] == "BMT-nin"


def test_no_marks_of_the_work_are_left_on_a_mention() -> None:
    for clause in clauses("Tallinndə və Rigadakı səfirliklər açılıb, Serbiyanın Perudakı səfiri gəlib."):
        assert all(not name.startswith("_") for a in clause.arguments for name in a.mention.attributes)
