from itertools import combinations

import pytest

from korpu.claims import RoleValue, Stance, Value
from korpu.dossier.tree import Statement
from korpu.kinds import Kind, RoleType, kinds
from korpu.lexicon import read_table
from korpu.render.wording.template import parse, slots
from korpu.render.wording.words import wording
from korpu.translations import languages, table

SPOKEN = languages()
FILLERS: dict[RoleType, RoleValue] = {
    RoleType.STATE: "AZ",
    RoleType.PERSON: "Aytən Nəsirli",
    RoleType.NAME: "Bir ad",
    RoleType.PLACE: "Gəncə",
    RoleType.ADDRESS: "Gəncə, Üfüq küçəsi 5",
    RoleType.ACTOR: "MN",
    RoleType.ORGANISATION: "UN",
    RoleType.PHRASE: "bir söz",
    RoleType.DATE: "2023/2027",
    RoleType.PERSONS: ("Aytən Nəsirli", "Bat Dorj"),
    RoleType.STATES: ("AZ", "MN"),
    RoleType.PLACES: ("Gəncə", "Darxan"),
}
CONTRACT_TERMS = {
    "level": "embassy legation consular strategic_partnership alliance comprehensive_strategic_partnership",
    "mission": "embassy consulate_general consulate honorary_consulate trade_mission permanent_mission",
    "instrument": "law decree order agreement",
    "office": "ambassador consul_general charge_d_affaires honorary_consul president prime_minister "
    "foreign_minister minister speaker deputy delegation",
    "type": "official state working declaration treaty agreement memorandum programme protocol communique",
    "scope": "all visit",
    "flow": "turnover exports imports",
    "polity": "RU-EMPIRE SU SAFAVID",
    "organisation": "UN OIC CIS OTS ECO OSCE EU NATO CoE TURKSOY TURKPA GUAM CICA SCO EAEU BSEC IMF WTO NAM",
}


def filled(kind: Kind, roles: tuple[str, ...], language: str) -> dict[str, RoleValue]:
    terms = table(language)["terms"]
    return {
        role: next(iter(terms[role]), "3") if kind.roles[role] is RoleType.TERM else FILLERS[kind.roles[role]]
        for role in roles
    }


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("name", kinds())
def test_every_kind_has_lines_that_name_only_its_roles(language: str, name: str) -> None:
    lines = table(language)["lines"][name]
    assert lines
    for line in lines:
        parse(line)
        assert slots(line) <= {*kinds()[name].roles, "when", "value"}, line


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("name", kinds())
def test_every_line_reads_well_whatever_is_absent(language: str, name: str) -> None:
    kind, say = kinds()[name], wording(language)
    # Identity roles are what a claim of the kind always has; the rest come and go.
    always = tuple(role for role in kind.question if role in kind.roles)[:3]
    free = [role for role in kind.roles if role not in always]
    value = Value("12", "document", "over") if "value" in kind.identity or "value" in kind.line else None
    stances: tuple[Stance, ...] = ("fact", "plan", "denied")
    for size in range(len(free) + 1):
        for some in combinations(free, size):
            for when in (None, "1994-08-30", "2016-03/.."):
                for stance in stances:
                    roles = filled(kind, (*always, *some), language)
                    line = say.line(Statement(name, ("AZ", "MN"), roles, when, value, stance, (1,)))
                    assert line == line.strip() and line[0] == say.grammar.capitalise(line[0])
                    for mark in ("  ", "{", "[", "<", "|", " ,", " )", "( ", "()", " :", "None"):
                        assert mark not in line, (mark, line)


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("role, words", CONTRACT_TERMS.items())
def test_every_term_of_the_contract_has_a_word(language: str, role: str, words: str) -> None:
    assert set(words.split()) <= set(table(language)["terms"][role])


def test_languages_have_the_same_terms_labels_and_sections() -> None:
    first, *others = (table(language) for language in SPOKEN)
    for other in others:
        for section in ("labels", "sections", "columns", "scales", "lines"):
            assert set(first[section]) == set(other[section])
        assert {r: set(t) for r, t in first["terms"].items()} == {
            r: set(t) for r, t in other["terms"].items()
        }


@pytest.mark.parametrize("language", SPOKEN)
def test_every_role_of_terms_has_a_table_of_words(language: str) -> None:
    roles = {role for kind in kinds().values() for role, type in kind.roles.items() if type is RoleType.TERM}
    assert roles <= set(table(language)["terms"])


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize(
    "lexicon, column, role", [("offices", "office", "office"), ("polities", "code", "polity")]
)
def test_every_term_that_the_reader_may_give_has_a_word(
    language: str, lexicon: str, column: str, role: str
) -> None:
    given = {row[column] for row in read_table("languages/az/lexicon", lexicon)}
    assert given <= set(table(language)["terms"][role])


@pytest.mark.parametrize(
    "kind, roles, when, stance, expected",
    [
        ("mission.opened", {"sender": "AZ", "host": "KZ", "mission": "embassy"}, "1999-03-01", "fact",
         "1999-cu il martın 1-də Azərbaycanın Qazaxıstandakı səfirliyi açılmışdır"),
        ("mission.opened", {"sender": "AZ", "host": "US", "mission": "consulate_general"}, None, "fact",
         "Azərbaycanın Amerika Birləşmiş Ştatlarındakı baş konsulluğu fəaliyyət göstərir"),
        ("mission.closed", {"sender": "TR", "host": "AZ", "mission": "trade_mission"}, None, "denied",
         "Türkiyənin Azərbaycandakı ticarət nümayəndəliyi bağlanmamışdır"),
        ("mission.head", {"sender": "TR", "host": "AZ", "office": "ambassador", "person": "Bir Kəs"}, "2016-03/..", "fact",
         "Türkiyənin Azərbaycandakı səfiri: Bir Kəs, 2016-cı ilin martından"),
        ("visit", {"visitor": "Bir Kəs", "office": "president", "from": "MN", "to": "TR", "type": "state"}, "2022", "plan",
         "2022-ci ildə Monqolustanın prezidenti Bir Kəs Türkiyəyə dövlət səfəri edəcəkdir"),
        ("diaspora.size", {"people": "AZ", "host": "TR"}, None, "fact", "Türkiyədə Azərbaycan diasporu yaşayır"),
    ],
)  # fmt: skip
def test_azerbaijani_lines_are_idiomatic(
    kind: str, roles: dict[str, RoleValue], when: str | None, stance: Stance, expected: str
) -> None:
    statement = Statement(kind, ("AZ", "MN"), roles, when, None, stance, ())
    assert wording("az").line(statement) == expected


def test_a_kind_without_a_line_falls_back_to_its_declaration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording("en"), "words", {**table("en"), "lines": {}})
    statement = Statement(
        "mission.opened", ("AZ", "MN"), {"sender": "AZ", "host": "MN"}, None, None, "fact", ()
    )
    assert wording("en").line(statement) == "Azerbaijan opened its in Mongolia"


@pytest.mark.parametrize("language", SPOKEN)
def test_every_kind_has_a_name_and_no_two_the_same(language: str) -> None:
    names = [wording(language).kind(name) for name in kinds()]
    assert list(table(language)["kinds"]) == list(kinds())
    assert len(set(names)) == len(names)
    assert wording(language).kind("no.such") == "no.such"
