"""Dates in an Azerbaijani sentence: found, joined from their pieces, and told apart by how they bound.

`find_dates` answers with mentions (`korpu.reading.calendar`); what one comes to is for `resolve` to say.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from korpu.edtf import is_edtf
from korpu.languages.az.date_rules import MONTHS, RULES, Case, Piece, canonical, compile_canonical
from korpu.languages.az.numerals import alternatives, table
from korpu.languages.az.orthography import fold
from korpu.reading.calendar import (
    Absolute,
    Anchors,
    Anniversary,
    DateMention,
    Now,
    Part,
    Relative,
    Weekday,
    YearMissing,
    as_interval,
    fill,
    offset_code,
    resolve,
)

_TRIGGER = re.compile(
    rf"[0-9]|(?<!\w)(?:{'|'.join(MONTHS)}"
    r"|il(?![əe](?!\w|d))|ay[iıl]|[əe]sr|h[əe]ft|r[üu]b|d[üu]n[əe]n|sabah|sra[ğg]a|bu\s?g[üu]n|g[üu]n[üu]"
    r"|haz[iı]|hal-|indi|biri|[çc][əe]r[şs]|bazar|c[üu]m[əe]|[şs][əe]nb|h[əe]min)"
)
"""What a folded text must have for a date to be possible; «ilə» (with) is too common to count."""

_MONTH_WORD = compile_canonical(rf"(?<!\w)(?:{'|'.join(MONTHS)})")

_COUNTED = compile_canonical(
    rf"\s+(?:\w+\s+){{0,2}}?(?:{alternatives([row['form'] for row in table('units') if row['kind'] == 'counted'])}"
    r"|çox|artiq|yuxari|az|ziyadə|yaxin)"
)
_PLAN = compile_canonical(
    r"nəzərdə\s+tut|planlaşdir|gözlənil|hədəf|proqnoz|çatdirilmasi|yüksəldilmə|hazirlaş|\w(?:a|ə)(?:ca|cə)[qğky]|\wm[aə]lidir"
    r"|(?P<told>\w(?:[iuü]b(?:l[aə]r)?(?:d[iuü]r)?|m[iuü]ş(?:d[iuü]r)?(?:l[aə]r)?|d[iuü](?:l[aə]r)?)(?!\w))"
)
"""Words of plan, or the past verb before which they would have to come."""

_APPROXIMATE = compile_canonical(r"(?:təxminən|təqribən|haradasa)\s+$")

_POSTPOSITIONS: tuple[tuple[frozenset[Case], re.Pattern[str], Part], ...] = (
    (
        frozenset({"since"}),
        compile_canonical(r"\s+(?:etibarən|bəri|başlayaraq|başlamaqla|sonra(?!\w)|bu\s+yana|üzü\s+bəri)"),
        "since",
    ),
    (frozenset({"since"}), compile_canonical(r"\s+(?:əvvəl|qabaq|öncə)(?!\w)"), "until"),
    (frozenset({"planned"}), compile_canonical(r"\s+(?:qədər|kimi)(?!\w)"), "until"),
    (frozenset({"planned"}), compile_canonical(r"\s+nisbətən"), "base"),
    (frozenset({"planned"}), compile_canonical(r"\s+təsadüf"), "on"),
    (frozenset({"with", "bare"}), compile_canonical(r"(?:\s+ilə)?\s+müqayisədə"), "base"),
    (frozenset({"bare"}), compile_canonical(r"\s+(?:üzrə|üçün|əhatə\s+edən)"), "for"),
    (frozenset({"bare"}), compile_canonical(r"\s+əhatə"), "for"),
)
_SAME_PERIOD = compile_canonical(
    r"\s+(?:eyni|müvafiq|analoji|həmin)\s+(?:dövr|ay|müddət|rüb|göstərici)\w*(?:\s+(?:ilə\s+)?(?:müqayisədə|nisbətən))?"
)
_NOUN = compile_canonical(
    r"\s+(?:tarix|gün|mövsüm)(?P<suffix>(?:l[aə]r)?(?:li|[iuü]?n?(?:y?[aə]d[aə]k|d[aə]n|d[aə]ki|d[aə]|[aə]|[iuü]n)?))(?!\w)"
)
_CASE_PARTS: dict[Case, Part] = {"since": "since", "until": "until", "planned": "planned"}


def find_dates(text: str, folded: str) -> list[DateMention]:
    """Return the dates of a sentence (or of a table cell), in the order of the text.

    A year told before in the same sentence is filled in («1992-ci ilin martında …, mayında isə»), and so
    is what is counted from a date of the same sentence; the rest is left to `resolve`.

    Args:
        text: the sentence.
        folded: its `fold`, of the same length.

    >>> sentence = "Səfirlik 1993-cü ilin martında açılıb."
    >>> [(m.form.edtf, sentence[m.start:m.end]) for m in find_dates(sentence, fold(sentence))]
    [('1993-03', '1993-cü ilin martında')]
    """
    if not _TRIGGER.search(folded):
        return []
    line = canonical(folded)
    line, origins = _mend_months(line)
    pieces = _join(_find_pieces(line), line)
    mentions = _join_mentions([_mention(piece, line) for piece in pieces], line)
    mentions = _fill_in(_mark_apposition(mentions, line), line)
    if origins:
        mentions = [replace(m, start=origins[m.start], end=origins[m.end - 1] + 1) for m in mentions]
    return mentions


def _find_pieces(line: str) -> list[Piece]:
    has = {"digit": bool(re.search(r"\d", line)), "month": bool(_MONTH_WORD.search(line)), "": True}
    taken: list[Piece] = []
    for rule in RULES:
        if not has[rule.needs]:
            continue
        for match in rule.pattern.finditer(line):
            start, end = match.span()
            if end > start and not any(piece.start < end and start < piece.end for piece in taken):
                taken.extend(replace(piece, rule=rule.name) for piece in rule.build(match))
    return sorted(taken, key=lambda piece: (piece.start, piece.end))


# Damaged months -----------------------------------------------------------------------------------------

_NEAR_MONTH = re.compile(r"(?:\d\s+|(?<=\w)il(?:in)?\s+)(?P<word>[^\W\d]{5,14})(?!\w)")
_MONTH_SUFFIX = re.compile(r"[iu]?n?(?:d[ae]n?|[ae]|in)?(?:d[ae]k)?")


@cache
def mend_month(word: str) -> str | None:
    """Return a word that is a month but for one letter (and its suffix), mended; else None.

    >>> mend_month("noyabirin"), mend_month("noyabrin"), mend_month("sabah")
    ('noyabrin', None, None)
    """
    if any(word.startswith(month) for month in MONTHS):
        return None
    for month in MONTHS:
        if len(month) < 5:
            continue
        for length in (len(month), len(month) + 1, len(month) - 1):
            stem, suffix = word[:length], word[length:]
            if len(suffix) <= 6 and _is_one_edit(stem, month) and _MONTH_SUFFIX.fullmatch(suffix):
                return month + suffix
    return None


def _is_one_edit(word: str, month: str) -> bool:
    """Whether one letter changed, lost, added, or two swapped, turn one into the other."""
    start = 0
    while start < min(len(word), len(month)) and word[start] == month[start]:
        start += 1
    rest, goal = word[start:], month[start:]
    return (
        (rest[1:] == goal[1:] and bool(rest) and bool(goal))
        or (rest[1:] == goal and bool(rest))
        or (rest == goal[1:] and bool(goal))
        or (len(rest) > 1 and rest[1::-1] + rest[2:] == goal)
    )  # fmt: skip


def _mend_months(line: str) -> tuple[str, list[int]]:
    """Return the line with damaged months mended, and each place's origin; no origins where none was."""
    found = [(match, mended) for match in _NEAR_MONTH.finditer(line) if (mended := mend_month(match["word"]))]
    if not found:
        return line, []
    parts: list[str] = []
    origins: list[int] = []
    last = 0
    for match, mended in found:
        start, end = match.span("word")
        parts += [line[last:start], mended]
        origins += range(last, start)
        origins += [min(start + index, end - 1) for index in range(len(mended) - 1)] + [end - 1]
        last = end
    parts.append(line[last:])
    origins += range(last, len(line))
    return "".join(parts), origins


# Joining ------------------------------------------------------------------------------------------------

_GAP = re.compile(r"\s*,?\s*")
_LIST_GAP = compile_canonical(r"\s*(?:,|və|ilə|yaxud|və\s+ya)\s*")


def _join(pieces: list[Piece], line: str) -> list[Piece]:
    """Return whole pieces: years with their months and days, bare years where something makes them years."""
    pieces = _promote_listed_years(pieces, line)
    joined: list[Piece] = []
    for piece in pieces:
        whole = _joined(joined[-1], piece, line) if joined else None
        if whole:
            joined[-1] = whole
        else:
            joined.append(piece)
    return [piece for piece in joined if _stands(piece, line)]


def _joined(left: Piece, right: Piece, line: str) -> Piece | None:
    if not _GAP.fullmatch(line, left.end, right.start):
        return None
    if right.role == "edge":
        fits = (
            left.case in ("gen", "bare") and left.role != "edge" and "," not in line[left.end : right.start]
        )
        role = "rest" if left.role == "weak_rest" else left.role
        # «2023-cü ilin əvvəlinə» is as of then, no plan.
        case = (
            "on"
            if right.case == "planned" and not re.match(r"\s+(?:qeder|kimi)", line[right.end :])
            else right.case
        )
        return replace(left, end=right.end, case=case, role=role) if fits else None
    if (
        right.rule == "half of a year"
        and left.rule in ("century", "decade", "decade of a century")
        and left.case == "gen"
    ):
        return replace(left, end=right.end, case=right.case)
    first, second = left.form, right.form
    if (
        isinstance(second, YearMissing)
        and left.role in ("year", "bare_year", "weak_rest")
        and left.case in ("bare", "gen")
    ):
        if isinstance(first, Absolute) and len(first.edtf) == 4:
            edtf = fill(second.pattern, first.edtf)
            return (
                Piece(left.start, right.end, "whole", Absolute(edtf), right.case, right.rule)
                if edtf
                else None
            )
        if isinstance(first, Relative) and first.unit == "year":
            form = replace(first, pattern=second.pattern)
            return Piece(left.start, right.end, "whole", form, right.case, right.rule)
    if isinstance(first, YearMissing) and left.role in ("rest", "weak_rest") and left.case == "bare":
        if right.role in ("year", "bare_year") and isinstance(second, Absolute) and len(second.edtf) == 4:
            edtf = fill(first.pattern, second.edtf)
            return (
                Piece(left.start, right.end, "whole", Absolute(edtf), right.case, left.rule) if edtf else None
            )
    return None


def _promote_listed_years(pieces: list[Piece], line: str) -> list[Piece]:
    """Make «2020» in «2020, 2021 və 2022-ci illərdə» the year that the last of the list shows it to be."""
    promoted = list(pieces)
    for index in range(len(promoted) - 2, -1, -1):
        left, right = promoted[index], promoted[index + 1]
        if left.role == "bare_year" and right.role in ("year", "whole") and isinstance(right.form, Absolute):
            if right.rule.startswith("year") and _LIST_GAP.fullmatch(line, left.end, right.start):
                promoted[index] = replace(left, role="year", case=right.case)
    return promoted


def _stands(piece: Piece, line: str) -> bool:
    """Whether the piece is a date by itself."""
    if piece.role in ("year", "rest", "whole"):
        return True
    if piece.role != "bare_year":
        return False
    if re.match(r"[^()]*\)", line[piece.end :]) and re.search(r"[(\[][^()]*$", line[: piece.start]):
        return _is_bracketed(piece, line)
    if piece.case == "on":
        return True
    if piece.case in ("since", "until", "planned"):
        return not _COUNTED.match(line, piece.end)
    # «2009-cu, oktyabrda», but not «2062-ci küçə».
    return piece.case == "ki" and not re.match(r"\s+[^\W\d]", line[piece.end :])


def _is_bracketed(piece: Piece, line: str) -> bool:
    """Whether a bare year ends its brackets, or is all that they hold: «(2022)», «(Roma, 2011)»."""
    before, after = line[: piece.start].rstrip(), line[piece.end :].lstrip()
    return before[-1:] in "([,;" and after[:1] in ")],;"


# Mentions -----------------------------------------------------------------------------------------------


def _mention(piece: Piece, line: str) -> DateMention:
    case, end = piece.case, piece.end
    modifies = case == "ki"
    noun = _NOUN.match(line, end)
    if noun and case in ("bare", "gen"):
        end = noun.end()
        suffix = noun["suffix"]
        modifies = suffix.endswith(("li", "ki"))
        case = _noun_case(suffix)
    part: Part = _CASE_PARTS.get(case, "on")
    same = _SAME_PERIOD.match(line, end) if case == "gen" else None
    if same:
        part, end = "base", same.end()
    for cases, pattern, meant in _POSTPOSITIONS:
        match = pattern.match(line, end)
        if match and case in cases:
            part, end = meant, match.end()
            break
    form = piece.form
    if isinstance(form, Absolute) and _APPROXIMATE.search(line, 0, piece.start) and is_edtf(form.edtf + "~"):
        form = replace(form, edtf=form.edtf + "~")
    cue = _PLAN.search(line, end) if part != "for" else None
    future = cue is not None and cue["told"] is None
    return DateMention(piece.start, end, form, part, isinstance(form, Now), modifies, future, rule=piece.rule)


def _noun_case(suffix: str) -> Case:
    for ending, case in (
        ("dek", "until"),
        ("dak", "until"),
        ("dan", "since"),
        ("den", "since"),
        ("da", "on"),
        ("de", "on"),
        ("a", "planned"),
        ("e", "planned"),
    ):
        if suffix.endswith(ending):
            return case  # type: ignore[return-value]
    return "bare"


def _join_mentions(mentions: list[DateMention], line: str) -> list[DateMention]:
    """Return the mentions with «from A», «to B» made one interval."""
    joined: list[DateMention] = []
    for mention in mentions:
        whole = _interval(joined[-1], mention, line) if joined else None
        if whole:
            joined[-1] = whole
        elif joined and _is_timetable(joined[-1], mention, line):
            joined.pop()
        else:
            joined.append(mention)
    return joined


def _is_timetable(left: DateMention, right: DateMention, line: str) -> bool:
    """Whether two weekdays are opening hours: «bazar ertəsi – cümə axşamı»."""
    both = isinstance(left.form, Weekday) and isinstance(right.form, Weekday)
    return both and line[left.end : right.start].strip() == "-"


def _interval(left: DateMention, right: DateMention, line: str) -> DateMention | None:
    gap = line[left.end : right.start].strip()
    begins = left.part == "since" and right.part == "until" and gap in ("", ",")
    dashed = gap == "-" and left.part == "on" == right.part and type(left.form) is type(right.form)
    if not (begins or dashed):
        return None
    form = _spanned(left.form, right.form)
    return replace(right, start=left.start, form=form, part="on" if begins else right.part) if form else None


def _spanned(left: object, right: object) -> Absolute | YearMissing | None:
    """Return the interval from one form to another, the year of either serving both."""
    if isinstance(left, Absolute) and isinstance(right, YearMissing):
        edtf = fill(right.pattern, left.edtf[:4])
        right = Absolute(edtf) if edtf else right
    if isinstance(left, YearMissing) and isinstance(right, Absolute):
        edtf = fill(left.pattern, right.edtf[:4])
        left = Absolute(edtf) if edtf else left
    if isinstance(left, Absolute) and isinstance(right, Absolute):
        edtf = f"{left.edtf}/{right.edtf}"
        return Absolute(edtf) if "/" not in left.edtf + right.edtf and is_edtf(edtf) else None
    if isinstance(left, YearMissing) and isinstance(right, YearMissing):
        pattern = f"{left.pattern}/{right.pattern}"
        if "/" not in left.pattern + right.pattern and left.pattern < right.pattern:
            return YearMissing(pattern, left.inherits)
    return None


_APPOSITION = compile_canonical(r"\s*(?:-|,|\(|yəni)\s*(?:yəni\s+)?")


def _mark_apposition(mentions: list[DateMention], line: str) -> list[DateMention]:
    """Mark «7 il sonra» as overruled in «7 il sonra – 1 mart 2004-cü ildə», which keeps the offset."""
    marked = list(mentions)
    for index in range(len(marked) - 1):
        left, right = marked[index], marked[index + 1]
        if not isinstance(left.form, Relative | Weekday) or not _APPOSITION.fullmatch(
            line, left.end, right.start
        ):
            continue
        if isinstance(right.form, Absolute):
            offset = offset_code(left.form) if isinstance(left.form, Relative) else None
            marked[index + 1] = replace(right, form=replace(right.form, offset=offset))
        elif not isinstance(right.form, YearMissing) or (
            isinstance(left.form, Relative) and left.form.unit != "day"
        ):
            continue
        marked[index] = replace(left, overruled=True)
    return marked


_ISE = compile_canonical(r"\s+isə(?!\w)")


def _fill_in(mentions: list[DateMention], line: str) -> list[DateMention]:
    """Fill in what another date of the same sentence gives: the year, or what an offset counts from."""
    filled: list[DateMention] = []
    last: DateMention | None = None
    for mention in mentions:
        form = mention.form
        if isinstance(form, YearMissing):
            form = replace(form, inherits=form.inherits or bool(_ISE.match(line, mention.end)))
            form = _with_year_of(last, form)
        elif (
            isinstance(form, Relative)
            and last
            and isinstance(last.form, Absolute)
            and _counts_from_told(mention)
        ):
            resolved = resolve(replace(form, to="last"), Anchors(last=last.form.edtf))
            if resolved.edtf:
                form = Absolute(resolved.edtf, resolved.how.replace(":last", ":sentence"))
        mention = replace(mention, form=form)
        filled.append(mention)
        if (
            isinstance(form, Absolute | Relative)
            and mention.part not in ("for", "base")
            and not mention.overruled
        ):
            last = mention
    return filled


def _counts_from_told(mention: DateMention) -> bool:
    """Whether a relative date after another date counts from that: «bir il əvvəlkindən», «əvvəlki illə müqayisədə»."""
    form = mention.form
    if not isinstance(form, Relative):
        return False
    return form.to == "last" or (
        form.amount < 0 and form.unit != "century" and (mention.modifies or mention.part == "base")
    )


def _with_year_of(last: DateMention | None, form: YearMissing) -> Absolute | Relative | YearMissing:
    """Return the form with the year of the date before it, where that date dates the same course of events."""
    if last is None or (last.modifies and not form.inherits):
        return form
    if isinstance(last.form, Absolute):
        edtf = fill(form.pattern, last.form.edtf[:4])
        return Absolute(edtf, "year_of:sentence") if edtf else form
    if isinstance(last.form, Relative) and last.form.unit == "year":
        return replace(last.form, pattern=form.pattern)
    return form


# Cells --------------------------------------------------------------------------------------------------

_FOOTNOTE = re.compile(r"\[[^\]]{0,20}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰*]|\?!")
_CELL_YEAR = compile_canonical(r"\s*(?P<year>1[5-9]\d\d|20\d\d|21\d\d)\s*(?:-?\s?[cç][iuü]\s*(?:il)?)?\s*")
_CELL_RANGE = compile_canonical(
    r"\s*(?P<year>1[5-9]\d\d|20\d\d)\s*-\s*(?P<last>1[5-9]\d\d|20\d\d|(?:hal-?)?hazir\w*|h\.\s?h\.?|indiyədək|indiyə\s+qədər|)\s*"
)


def parse_cell_date(text: str) -> str | None:
    """Return the EDTF date that a table cell gives, footnote marks apart; None where it gives none.

    >>> parse_cell_date("2020[9]"), parse_cell_date("2014–2020"), parse_cell_date("2021-ci ilin martından")
    ('2020', '2014/2020', '2021-03/..')
    """
    bare = _FOOTNOTE.sub("", text)
    line = canonical(fold(bare))
    year = _CELL_YEAR.fullmatch(line)
    if year:
        return year["year"]
    between = _CELL_RANGE.fullmatch(line)
    if between:
        edtf = f"{between['year']}/{between['last'] if between['last'].isdecimal() else '..'}"
        return edtf if is_edtf(edtf) else None
    for mention in find_dates(bare, fold(bare)):
        if isinstance(mention.form, Absolute):
            return as_interval(mention.form.edtf, mention.part)
        if not isinstance(mention.form, Anniversary | Now):
            return None
    return None
