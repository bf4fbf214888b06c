"""When a document was published, by its dateline («Bakı, 8 oktyabr 2019, AZƏRTAC») or its site's stamp."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from korpu.edtf import year_of
from korpu.languages.az.date_words import canonical, compile_canonical
from korpu.languages.az.dates import find_dates
from korpu.languages.az.orthography import fold
from korpu.reading.calendar import Absolute, DateMention, Relative, YearMissing, fill, infer_year

Sort = Literal["dateline", "stamp", "labelled", "updated"]

_SORTS: tuple[Sort, ...] = ("dateline", "stamp", "labelled", "updated")
"""From the best witness to the weakest: a page is updated long after it is written."""

TITLE_LINES = 12
"""A stamp is the title's where it stands so near the top; further down it may be another headline's."""

LAST_LINES = 6
"""A stamp at the foot counts where the top has none."""

_CLOCK = compile_canonical(r"(?:saat\s+)?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?(?:gmt|utc)?\s?[+-]?\d*)?")
_AGENCY = compile_canonical(
    r"/[^/]{3,60}/|azertac|apa\b|report\b|trend\b|turan\b|müxbir|xəbər\s+verir|\bkorr\b"
)
_PLACE = re.compile(r"(?:[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,2}[,.]\s*){1,3}$")
_ENDS_DATELINE = re.compile(r"\s*(?:$|[,./(–—-])")
_LABEL = compile_canonical(
    r"(?:tarix|dərc\s+(?:edil|olun)\w*|yayimlan\w*|yerləşdiril\w*|nəşr\s+\w+|paylaşil\w*|əlavə\s+(?:edil|olun)\w*|buraxiliş\w*|tarixi)\s*:?\s*$"
)
_UPDATED = compile_canonical(r"(?:yenilən\w*|dəyişdiril\w*|redaktə)\s*(?:tarixi)?\s*:?\s*$")
_NOISE = compile_canonical(
    r"qurul|əlaqə|münasib|yarad|təsis|doğul|müstəqil|imzala|saziş|səfər|tanin|açil|hava|°|temperatur|məzənnə|valyuta|\busd\b|təqvim|arxiv\w*|baxil\w*|əldə\s+edil|istinad|bu\s+gün"
)
_MARKS = " \"'«“-–—("
_BARE_END = compile_canonical(r"(?:\d|il|[a-z]{3,}r|mart|aprel|may|iyun|iyul|avqust|tarixi)\.?$")
"""How a stamp's date ends: no case suffix («ildə») follows."""
_AS_OF = compile_canonical(r"\bvəziyyət(?:i|ə)?\s*:?\s*-?\s*$")
"""«vəziyyət 5 fevral 2024-cü il tarixinə»: the day of which a fact sheet is."""
_FILLING = re.compile(r"[\s|,;:/()\[\]–—-]+")


class Stamp(msgspec.Struct, frozen=True):
    """A line that says when it was published; `edtf` lacks its year (`*-10-08`) where the line does."""

    edtf: str
    sort: Sort
    line: int


def find_document_date(text: str, year: str | None = None) -> tuple[str | None, bool]:
    """Return when the document says it was published, and whether that is known.

    A dateline without its year («Bakı, 8 oktyabr, AZƏRTAC») takes it from a stamp of the same day, else
    from `year`, which a caller has worked out: the date is then not known but assumed. Clock times, the
    weather, lists of other headlines and copyright lines give no date.

    >>> find_document_date("Səfir qəbul edilib\\n08.10.2019 14:35\\nBakı, 8 oktyabr, AZƏRTAC")
    ('2019-10-08', True)
    >>> find_document_date("Bakı, 8 oktyabr, AZƏRTAC"), find_document_date("Bakı, 8 oktyabr, AZƏRTAC", "2019")
    ((None, False), ('2019-10-08', False))
    """
    stamps = find_stamps(text)
    days = [stamp.edtf for stamp in stamps if stamp.edtf.startswith("*")]
    dated = [stamp for stamp in stamps if not stamp.edtf.startswith("*")]
    if dated:
        best = min(dated, key=lambda stamp: (_SORTS.index(stamp.sort), stamp.line))
        if days and not best.edtf.endswith(days[0][1:]):
            agreeing = [stamp for stamp in dated if stamp.edtf.endswith(days[0][1:])]
            best = agreeing[0] if agreeing else best
        return best.edtf, True
    if days and year:
        return fill(days[0], year), False
    return None, False


def find_publication(text: str) -> tuple[str | None, bool]:
    """Return when a document was published, by its dateline or else worked out from the dates in it.

    The second value says whether it is known, and not worked out.

    >>> find_publication("2018-ci ildə dövriyyə artıb. 2019-cu ildə yeni saziş imzalanacaq.")
    ('2018', False)
    """
    published, known = find_document_date(text)
    if published:
        return published, known
    sentences = _SENTENCE_END.split(text)
    told = [find_dates(sentence, fold(sentence)) for sentence in sentences]
    year = _not_before(infer_year(mention for mentions in told for mention in mentions), told)
    return (find_document_date(text, year)[0] or year), False


def _not_before(year: str | None, told: list[list[DateMention]]) -> str | None:
    """The year worked out; later where «last year» or «this year» would be a year that its sentence sets apart.

    «2014-cü ildə 5, ötən il isə 6 milyon» was written in 2016 at the earliest.
    """
    for mentions in told if year else ():
        near = [
            m.form.amount for m in mentions
            if isinstance(m.form, Relative) and m.form.unit == "year" and m.form.to == "published"
            and m.form.amount <= 0 and m.part == "on" and not (m.overruled or m.future)
        ]  # fmt: skip
        apart = [
            int(m.form.edtf) for m in mentions
            if isinstance(m.form, Absolute) and len(m.form.edtf) == len("2014") and m.form.edtf.isdecimal()
            and m.part in ("on", "base") and not (m.future or m.form.offset)
        ]  # fmt: skip
        if near and apart and year and int(year) + min(near) <= max(apart) <= int(year):
            year = f"{max(apart) + 1 - min(near):04d}"
    return year


_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-zəğıöüşç]|(?:1[89]|20)\d\d-)|\n+")
"""Good enough to keep the plans of one sentence from the dates of the next."""


def find_stamps(text: str) -> list[Stamp]:
    """Return the datelines and stamps of a document's first and last lines, in their order."""
    lines = [line for line in text.splitlines() if line.strip()]
    near = [*enumerate(lines[:TITLE_LINES])]
    near += [
        (number, lines[number]) for number in range(max(TITLE_LINES, len(lines) - LAST_LINES), len(lines))
    ]
    return [
        stamp for number, line in near if not _is_row(lines, number) and (stamp := _read_line(line, number))
    ]


def _is_row(lines: list[str], number: int) -> bool:
    """Whether a line is a table's row: one beside it has as many cells."""
    bars = lines[number].count("|")
    beside = lines[max(number - 1, 0) : number] + lines[number + 1 : number + 2]
    return bars > 1 and any(line.count("|") == bars for line in beside)


def _read_line(line: str, number: int) -> Stamp | None:
    head = line[:160]
    folded = fold(head)
    for mention in find_dates(head, folded):
        edtf = _exact(mention)
        if edtf and (sort := _sort_of(head, canonical(folded), mention, dated=not edtf.startswith("*"))):
            return Stamp(edtf, sort, number)
    return None


def _exact(mention: DateMention) -> str | None:
    """Return the mention's day, `*` for its missing year; None where it is no day."""
    if isinstance(mention.form, Absolute) and re.fullmatch(r"\d{4}-\d\d-\d\d", mention.form.edtf):
        return mention.form.edtf
    if isinstance(mention.form, YearMissing) and re.fullmatch(r"\*-\d\d-\d\d", mention.form.pattern):
        return mention.form.pattern
    return None


def _sort_of(head: str, line: str, mention: DateMention, *, dated: bool) -> Sort | None:
    before, after = line[: mention.start], line[mention.end :]
    if dated and _AS_OF.search(before):
        return "labelled"
    if mention.part != "on" or mention.modifies:
        return None
    opening = head[: mention.start].lstrip(_MARKS)
    behind = opening.rsplit(". ", 1)[-1]  # «… ilə söhbət. Bakı, 3 mart 2014.»
    placed = _PLACE.fullmatch(opening) or (dated and _PLACE.fullmatch(behind))
    if (
        placed
        and _ENDS_DATELINE.match(head, mention.end)
        and (
            _AGENCY.search(after[:80])
            or (dated and (len(after) < 40 or _begins_text(opening, mention, after)))
        )
    ):
        return "dateline"
    if not _BARE_END.search(line[: mention.end]):
        return None
    if not dated:
        return "stamp" if not _words(before, after) and _CLOCK.search(line) else None
    if _UPDATED.search(before):
        return "updated"
    if _NOISE.search(line) or mention_year(mention) < FIRST_SITE_YEAR:
        return None
    if _LABEL.search(before):
        return "labelled"
    return "stamp" if len(_words(before, after)) <= STAMP_WORDS else None


def _begins_text(opening: str, mention: DateMention, after: str) -> bool:
    """Whether a place and a day, with nothing before them, open what is told («Astana, 27 sentyabr 2024. Dünən …»)."""
    whole = _PLACE.fullmatch(opening) is not None and mention_year(mention) >= FIRST_SITE_YEAR
    return whole and after.lstrip()[:1] in tuple(".–—-")


def mention_year(mention: DateMention) -> int:
    """Return the mention's year, 0 where it lacks one."""
    return (year_of(mention.form.edtf) or 0) if isinstance(mention.form, Absolute) else 0


FIRST_SITE_YEAR = 1991
"""Stamps are a site's or an agency's; an older date beside a word is a row of facts."""

STAMP_WORDS = 3
"""A stamp's line holds at most so many other words: the rubric, the agency, a place."""


def _words(before: str, after: str) -> list[str]:
    rest = _FILLING.sub(" ", _CLOCK.sub(" ", before) + " " + _CLOCK.sub(" ", after))
    return [word for word in rest.split() if any(map(str.isalpha, word))]
