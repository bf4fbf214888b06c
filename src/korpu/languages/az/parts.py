"""The part that a phrase plays in its clause: by its case, and by the word behind it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from korpu.clauses import Part
from korpu.languages.az.morphology import analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.words import FOLDER, words
from korpu.lexicon import read_table

_BY_CASE = {
    "Gen": Part.OWNER,
    "Dat": Part.GOAL,
    "Acc": Part.OBJECT,
    "Loc": Part.PLACE,
    "Abl": Part.SOURCE,
    "Ins": Part.PARTNER,
    "Ter": Part.UNTIL,
}
_BY_WORD = {
    "ilə": Part.PARTNER,
    "arasinda": Part.BETWEEN,
    "arasindaki": Part.BETWEEN,
    "arasi": Part.BETWEEN,
    "tərəfindən": Part.AGENT,
    "adindan": Part.AGENT,
    "üzərindən": Part.SOURCE,
    "çərçivəsində": Part.WITHIN,
    "zamani": Part.WITHIN,
    "sonunda": Part.WITHIN,
    "yekununda": Part.WITHIN,
    "nəticəsində": Part.WITHIN,
    "gedişində": Part.WITHIN,
    "günlərində": Part.WITHIN,
    "əsnasinda": Part.WITHIN,
    "ərəfəsində": Part.WITHIN,
    "müddətində": Part.WITHIN,
    "ərzində": Part.WITHIN,
    "günü": Part.WITHIN,
    "günündə": Part.WITHIN,
    "haqqinda": Part.TOPIC,
    "barədə": Part.TOPIC,
    "barəsində": Part.TOPIC,
    "haqda": Part.TOPIC,
    "məsələsi": Part.TOPIC,
}


@cache
def adjectives() -> frozenset[str]:
    """Return the folded adjectives that look like possessed nouns («rəsmi»)."""
    return frozenset(fold(row["word"]) for row in read_table(FOLDER, "adjectives"))


_PLACED = frozenset({"state", "place", "institution"})
_INSIDE = frozenset(
    fold(
        "yaxınlığındakı ətrafındakı kənarındakı nəzdində tabeliyində həyətində mərkəzində yaxınlığında ətrafında kampusunda binasında ərazisində paytaxtında"
    ).split()
)
"""In, at or near what stands before."""
_BESIDE = _INSIDE | frozenset(
    fold(
        "yanında nəzdindəki qarşısında önündə qarşısındakı yanındakı önündəki girişində salonunda dəstəyi xətti"
    ).split()
)
"""Behind these, a mission is where or by whose help something is, and nothing is said of itself."""
_OCCASIONS = frozenset({"visit", "meeting", "session", "occasion", "summit"})
_LINKS = frozenset(fold("və ilə , həm də habelə eləcə isə").split())


_ONE_OF = frozenset(fold("biri birini örtük pərdə").split())
"""Behind these a monument in the ablative is what the clause tells of («küçələrindən biri …», «heykəldən örtük götürülüb»)."""


def part_of(sentence: Sentence, phrases: Sequence[Phrase], index: int) -> Part:
    """Return the part that `phrases[index]` plays."""
    phrase = phrases[index]
    if phrase.type == "date":
        return Part.TIME
    after = sentence.key(phrase.last + 1)
    closing = _closing_word(sentence, phrases, index)
    if closing:
        return closing
    if after in _FUNDING and phrase.type in _FUNDERS and phrase.features.case in ("Nom", "Gen"):
        return Part.AGENT
    if after in _BY_WORD and phrase.features.case == "Nom":
        return _BY_WORD[after]
    if phrase.is_owner and phrase.type in _PLACED:
        if after == "lehinə":
            return Part.OBJECT
        if _is_from_within(sentence, phrase):
            return Part.SOURCE
    if near := _near(phrase, after):
        return near
    if after == "üçün" and phrase.type == "institution":
        return Part.GOAL
    if after == "üçün" and phrase.type in _OCCASIONS:
        return Part.TOPIC
    if after in _BY_WORD and phrase.type in _OCCASIONS:
        return _BY_WORD[after]
    features = phrase.features
    if phrase.type == "title" and (after == "əsasinda" or (features.case == "Dat" and after in _ACCORDING)):
        return Part.TOPIC
    if (
        features.case == "Gen"
        and phrase.type in ("mission", "group", "relations")
        and _holds_another(sentence, phrases, index)
    ):
        return Part.HOLDER
    if features.case == "Gen" and phrase.type == "person" and after == "özü":
        return Part.SUBJECT  # «Prezidentin özü gələcək»
    if features.case == "Gen" and phrase.type in ("person", "it") and after in _BY_WHOSE:
        return Part.HOLDER
    if phrase.type in _OCCASIONS and (part := _of_occasion(sentence, phrase, after)):
        return part
    if features.attributive:
        return Part.LOCATED
    if features.case in _BY_CASE:
        return _BY_CASE[features.case]
    if phrase.type == "level" and _is_of_body(sentence, phrase):
        return Part.LOCATED
    return Part.MODIFIER if _belongs_to_next(sentence, phrases, index) else Part.SUBJECT


def _near(phrase: Phrase, after: str) -> Part | None:
    """The part of what something is in, at or near («Köln yaxınlığındakı …»), `after` the word behind it; and of one of several."""
    if phrase.type == "monument" and phrase.features.case == "Abl" and after in _ONE_OF:
        return Part.SUBJECT
    if phrase.features.case not in ("Nom", "Gen"):
        return None
    if phrase.type in _PLACED and after.removesuffix("ki") in _INSIDE | {after} & _INSIDE:
        return Part.LOCATED if after.endswith("ki") else Part.PLACE
    return Part.PLACE if after in _BESIDE and phrase.type in ("mission", "group") else None


def _of_occasion(sentence: Sentence, occasion: Phrase, after: str) -> Part | None:
    """The part of a visit, meeting or session that the words about it give, `after` the one behind it."""
    case = occasion.features.case
    if case == "Abl" and after == "sonra":
        return Part.WITHIN  # «görüşdən sonra»: on the same day, as far as the text says
    if sentence.key(occasion.first - 1) in _MAYBE or after == "üzrə":
        return Part.TOPIC  # «mümkün görüşü», «səfəri üzrə hazırlıq»
    if case == "Dat" and after.startswith(_READYING):
        return Part.TOPIC  # «səfərinə hazırlıq»
    if case == "Gen" and after.startswith(_UNSETTLED):
        return Part.TOPIC  # «səfərinin vaxtı»: nothing is said of whether it was
    if case == "Loc" or (
        case == "Gen" and (day_of_occasion(sentence, occasion) or after.startswith("kuluar"))
    ):
        return Part.WITHIN
    return None


_REGIONS = ("rayon", "vilayət", "bölgə", "region", "ərazi", "şəhər", "kənd", "əyalət", "quberniya", "hissə")


def _is_from_within(sentence: Sentence, land: Phrase) -> bool:
    """«Maltanın qərb rayonlarından»: from where in a land is from that land."""
    for index in range(land.last + 1, land.last + 4):
        key = sentence.key(index)
        if key.startswith(_REGIONS) and key.endswith(("dan", "dən")):
            return True
        if not key.isalpha():
            return False
    return False


_BY_WHOSE = frozenset(
    fold("dəvəti dəvətinə dəvətilə təklifi təşəbbüsü şərəfinə adından iştirakı iştirakilə müşayiəti").split()
)
"""By whose invitation, in whose honour: not whose the visit is that follows."""
_FUNDERS = frozenset({"state", "people", "company", "pointer"})
_FUNDING = frozenset(
    fold(
        "köməyilə dəstəyilə vəsaiti vəsaitilə vəsaitinə pulu puluna hesabına büdcəsi büdcəsinin işidir əsəridir "
        "hədiyyəsidir töhfəsidir hədiyyəsi töhfəsi maliyyəsi"
    ).split()
)
"""By whose means or as whose work something is made."""

_IN_ORGANISATION = frozenset(
    fold(
        "daxilində iclaslarında sessiyalarında tədbirlərində toplantılarında sammitlərində üzrə xətti xəttilə sıralarında tribunasından tribunasında çətiri platformasında"
    ).split()
)
_ACCORDING = frozenset(
    fold("əsasən uyğun müvafiq görə əsaslanaraq əlavə əlavələr dəyişiklik dəyişikliklər").split()
)


def _is_of_body(sentence: Sentence, level: Phrase) -> bool:
    """«Strateji Tərəfdaşlıq Şurası»: a council that is named so."""
    at = level.last + 1
    return at < len(sentence.tokens) and sentence.tokens[at].is_word and sentence.tokens[at].capital


_UNSETTLED = tuple(fold("vaxt tarix müddət proqram ehtimal mümkün imkan hazırlı təşkil gündə").split())

_MAYBE = frozenset(fold("mümkün ehtimal potensial").split())
_READYING = fold("hazırl")


def are_ahead(sentence: Sentence, phrases: Sequence[Phrase]) -> bool:
    """Return whether a clause tells of a visit or a meeting, and only of such that are yet to come."""
    occasions = [phrase for phrase in phrases if phrase.type in ("visit", "meeting")]
    return bool(occasions) and all(_is_ahead(sentence, occasion) for occasion in occasions)


def _is_ahead(sentence: Sentence, occasion: Phrase) -> bool:
    """Whether the words before a visit or a meeting say that it is yet to come («qarşıdan gələn səfəri»)."""
    before = sentence.key(occasion.first - 1)
    if before in _AHEAD or (before == "gələn" and sentence.key(occasion.first - 2) == "qarşidan"):
        return True
    return before in ("tutulan", "tutulmuş") and sentence.key(occasion.first - 2) == "nəzərdə"


_AHEAD = frozenset(fold("gözlənilən planlaşdırılan planlaşdırılmış qarşıdakı gələcək gözlənən").split())


def day_of_occasion(sentence: Sentence, occasion: Phrase) -> str:
    """Return which day of the occasion is named («səfərin ilk günündə»): `first_day`, `second_day`, …, or none."""
    which = _WHICH.get(sentence.key(occasion.last + 1), "")
    return which if sentence.key(occasion.last + 2).startswith("gün") else ""


def called_up(sentence: Sentence, phrases: Sequence[Phrase], noun: Phrase) -> list[str]:
    """Return the concepts that a noun calls up, by what stands beside it too."""
    concepts = noun.concept.split()
    if noun.features.case == "Loc" and sentence.key(noun.last + 1) in _WAS:
        concepts += ["visit"] if noun.type == "visit" else ["be_in"] if noun.type in _PLACED else []
    if noun.type == "visit" and noun.features.copula:
        concepts.append("under_way")
    if noun.type in ("visit", "session") and (day := day_of_occasion(sentence, noun)):
        concepts.append(day)
    if noun.type == "meeting" and (noun.features.copula or _is_counted(phrases, noun)):
        concepts.append("counted")
    return concepts


def _is_counted(phrases: Sequence[Phrase], noun: Phrase) -> bool:
    """Whether it is one of a number that no more is told of («dövlət başçıları arasında 13 görüş», «bu, 7-ci görüşdür»)."""
    return any(phrase.type == "amount" and 0 < noun.first - phrase.last <= 3 for phrase in phrases)


_WAS = frozenset(fold("idi idim idik idilər imiş").split())
"""Behind these someone is told to have been on a visit, or in a place («səfərdə idi», «Bakıda idik»)."""
_WHICH = {
    "ilk": "first_day",
    "birinci": "first_day",
    "ikinci": "second_day",
    "növbəti": "second_day",
    "üçüncü": "third_day",
    "son": "last_day",
    "sonuncu": "last_day",
}
_STATES = frozenset({"state", "pointer", "people"})
_BESIDES = {"başqa": Part.PARTNER, "savayi": Part.PARTNER}
"""Behind the ablative: who does it too («X-dən başqa Y də iştirak edir»)."""
_CLOSING = {"arasinda": Part.BETWEEN, "arasindaki": Part.BETWEEN, "çərçivəsində": Part.WITHIN}


def _closing_word(sentence: Sentence, phrases: Sequence[Phrase], index: int) -> Part | None:
    """The part that the word behind the phrase's whole group gives: «A, B və C çərçivəsində»."""
    besides = phrases[index].features.case == "Abl" and phrases[index].type in _STATES
    closing = _BESIDES if besides else _CLOSING
    body = phrases[index].type in ("organisation", "project") and phrases[index].features.case in (
        "Nom",
        "Gen",
    )
    at = phrases[index].last + 1
    ahead = index + 1
    while True:
        key = sentence.key(at)
        if key in closing:
            return closing[key]
        if body and key in _IN_ORGANISATION:
            return Part.WITHIN
        if body and key == "parlament" and sentence.key(at + 1).startswith("assambleyalarinda"):
            return Part.WITHIN
        if body and key in _LIKE and (part := _in_bodies(sentence, at)):
            return part
        if key not in _LINKS or not key:
            return None
        while sentence.key(at) in _LINKS and sentence.key(at):
            at += 1
        if ahead >= len(phrases) or phrases[ahead].first != at:
            if body and sentence.key(at) in _OTHER and (part := _in_bodies(sentence, at)):
                return part
            return _CLOSING.get(sentence.key(at))
        at = phrases[ahead].last + 1
        ahead += 1


_LIKE = frozenset({"kimi"})
_OTHER = frozenset(fold("digər başqa bir s sair həmçinin eləcə bütün").split())
_BODIES = tuple(fold("təşkilat qurum platforma təsisat struktur format institusiya çərçivə forum").split())


def _in_bodies(sentence: Sentence, at: int) -> Part | None:
    """The part of the nearest noun for bodies («kimi təşkilatlarda», «və digər qurumların üzvüdür»)."""
    for index in range(at + 1, at + 6):
        key = sentence.key(index)
        if not key.startswith(_BODIES):
            continue
        after = sentence.key(index + 1)
        if key.endswith(("da", "də", "daki", "dəki")) or after in _IN_ORGANISATION or after in _CLOSING:
            return Part.WITHIN
        return Part.OWNER if key.endswith(("in", "un")) else Part.GOAL if key.endswith(("a", "ə")) else None
    return None


_VERBAL = ("ma", "mə", "diği", "duğu", "düyü", "acaği", "əcəyi")


_ANNIVERSARIES = tuple(fold("illiyi ildönümü yubiley").split())
_BUILDINGS = frozenset(fold("binasının binası binasını").split())
"""Behind a mission's, however far: «səfirliyin X küçəsində yerləşən yeni binasının açılışı» opens no mission."""
_OF_EVENTS = frozenset(fold("tarixi əsası təməli bünövrəsi rəsmi").split())


def _holds_another(sentence: Sentence, phrases: Sequence[Phrase], index: int) -> bool:
    """Whether the genitive belongs to a thing behind it («səfirliyin yeni binası»), not to an event («açılışı»)."""
    at = phrases[index].last + 1
    if any(sentence.key(ahead).startswith(_ANNIVERSARIES) for ahead in range(at, at + 4)):
        return True
    if any(sentence.key(ahead) in _BUILDINGS for ahead in range(at, at + 9)):
        return True
    for ahead in range(at, min(at + 3, len(sentence.tokens))):
        key = sentence.key(ahead)
        after = next((p for p in phrases if p.first <= ahead <= p.last), None)
        if after is not None:
            return False
        if not key.isalpha() or key in _LINKS:
            return False
        if (
            len(key) > 3
            and key not in adjectives()
            and key not in words().nouns_of_verbs
            and key not in _OF_EVENTS
            and any(
                found.features.possessor == "3" and not found.stem.endswith(_VERBAL) for found in analyse(key)
            )
        ):
            return True
    return False


_OF_ORIGIN = frozenset(fold("kapitallı mənşəli əsilli sərmayəli investisiyalı paylı").split())
"""Adjectives that a bare name belongs to («Çin kapitallı müəssisə»)."""


def _belongs_to_next(sentence: Sentence, phrases: Sequence[Phrase], index: int) -> bool:
    """Whether a bare name stands before a possessed noun («Litva şirkəti», «Malta parlamenti»)."""
    phrase = phrases[index]
    if phrase.type not in ("state", "people", "pair", "place", "organisation") and phrase.value != "own":
        return False
    if phrase.type == "people" or sentence.key(phrase.last + 1) in _OF_ORIGIN:
        return True
    after = phrases[index + 1] if index + 1 < len(phrases) else None
    if after and after.first - phrase.last <= 3 and not set(sentence.between(phrase, after)) & _LINKS:
        if (after.unit and after.unit.first > after.first) or "head" in after.attributes:
            return False  # it has modifiers of its own
        if after.type == "place" and after.first < after.last:
            return False  # «Malta Riqa şəhərində …»: the town's own
        if _is_in_its(sentence.key(phrase.last + 1)) and after.first > phrase.last + 1:
            return True
        return any(reading.possessor == "3" for reading in after.readings)
    at = phrase.last + 1
    if sentence.key(at + 1) == "-" and sentence.tokens[at + 1].glued:  # «Oslo sui-qəsdindən sonra»
        at += 2
    key = sentence.key(at)
    if key in _OF_ORIGIN:
        return True
    if not key.isalpha() or key in _LINKS or key in adjectives():
        return False
    return any(found.features.possessor == "3" for found in analyse(key))


@lru_cache(maxsize=8192)
def _is_in_its(key: str) -> bool:
    """Whether the word says in what of someone's («… məsələsində»), so that whose it is stands before it."""
    return len(key) > 5 and key.endswith(("sində", "sinda", "inda", "ində", "unda", "ündə")) and any(
        found.features.possessor == "3" and found.features.case == "Loc" and not found.features.attributive
        for found in analyse(key)
    )  # fmt: skip
