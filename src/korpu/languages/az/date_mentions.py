"""From whole dates to mentions: how each bounds what is told, and what the dates of one sentence lend each other."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec.structs import replace

from korpu.edtf import is_edtf
from korpu.languages.az.date_pieces import Piece
from korpu.languages.az.date_words import Case, case_of, compile_canonical
from korpu.reading.calendar import (
    Absolute,
    Anchors,
    DateMention,
    Form,
    Now,
    Part,
    Relative,
    SamePeriod,
    Weekday,
    YearMissing,
    fill,
    offset_code,
    resolve,
)

_PLAN = compile_canonical(
    r"nəzərdə\s+tut|planlaşdir|gözlənil|hədəf|proqnoz|çatdirilmasi|yüksəldilmə|hazirlaş|yetir|qarşiya\s+qoy|qarşiya\s+məqsəd|niyyət|\w(?:a|ə)(?:ca|cə)[qğky]|\wm[aə]lidir"
    r"|(?P<told>\w(?:[iuü]b(?:l[aə]r)?(?:d[iuü]r)?|m[iuü]ş(?:d[iuü]r)?(?:l[aə]r)?|d[iuü](?:l[aə]r)?)(?!\w))"
)
"""Words of plan, or the past verb before which they would have to come."""

_SET = compile_canonical(r"\s+təyin\s+(?:ed|olun)")
"""«martın 9-na təyin olunub»: set for a day to come."""

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
_IN_SAME_PERIOD = compile_canonical(
    r"\s+(?:eyni|müvafiq|analoji|həmin)\s+(?:dövr|ay|müddət|rüb)\w*?d[aə](?!\w)(?!\s+olduğu\w*d[aə]n)"
)
"""«2022-ci ilin müvafiq dövründə 5 milyon idi»: not only what is compared with, but when that was."""
_SAME_THEN = compile_canonical(
    r"\s+(?:(?:eyni|müvafiq|analoji|həmin)\s+)?(?:dövr|ay|müddət|rüb|göstərici|rəqəm|səviyyə|il)\w*\s+(?:ilə\s+)?(?:müqayisədə|nisbətən)"
)
"""«bir il əvvəlki müvafiq dövrlə müqayisədə»."""
_THAN_THEN = compile_canonical(r"ki(?:l[aə]r)?n(?:in|d[aə]n|[aə]|i)$")
"""«bir il əvvəlkindən 5 faiz çox», «… əvvəlkinin iki misli»."""
_LEVEL_THEN = compile_canonical(
    r"\s+(?:göstərici|rəqəm|səviyyə|həcm|nəticə)\w*?(?:d[aə]n(?!\w)|n[iu](?=\s[\w\s,.%]{1,40}\s(?:üstələ|qabaqla|ötüb|ötmüş|ötür|aşib|aşmiş)))"
)
"""«2022-ci ilin göstəricisindən 7 faiz çoxdur», «… göstəricisini 7 faiz üstələyir»."""
_NOUN = compile_canonical(
    r"\s+(?:tarix|gün|mövsüm)(?P<suffix>(?:l[aə]r)?(?:li|[iuü]?n?(?:y?[aə]d[aə]k|d[aə]n|d[aə]ki|d[aə]|[aə]|[iuü]n)?))(?!\w)"
)
_CASE_PARTS: dict[Case, Part] = {"since": "since", "until": "until", "planned": "planned"}


def to_mention(piece: Piece, line: str) -> DateMention:
    """Return the mention that a whole piece makes with what follows it («ildən etibarən», «illər üzrə»)."""
    case, end = piece.case, piece.end
    modifies = case == "ki"
    noun = _NOUN.match(line, end)
    if noun and case in ("bare", "gen"):
        end = noun.end()
        suffix = noun["suffix"]
        modifies = suffix.endswith(("li", "ki"))
        case = "bare" if modifies else case_of(suffix)
    part: Part = _CASE_PARTS.get(case, "on")
    same = _SAME_PERIOD.match(line, end) or _LEVEL_THEN.match(line, end) if case == "gen" else None
    if modifies and case == "ki":
        same = _SAME_THEN.match(line, end) or _LEVEL_THEN.match(line, end)
    within = _IN_SAME_PERIOD.match(line, end) if case == "gen" else None
    if within:
        end = within.end()
    elif same:
        part, end = "base", same.end()
    elif case == "ki" and _THAN_THEN.search(line, piece.start, piece.end):
        part = "base"
    for cases, pattern, meant in _POSTPOSITIONS:
        match = pattern.match(line, end)
        if match and case in cases:
            part, end = meant, match.end()
            break
    form = _form(piece, line)
    if within and isinstance(form, Absolute | Relative):
        form = SamePeriod(form)
    if isinstance(form, Absolute) and _APPROXIMATE.search(line, 0, piece.start) and is_edtf(form.edtf + "~"):
        form = replace(form, edtf=form.edtf + "~")
    cue = _PLAN.search(line, end) if part != "for" else None
    future = (cue is not None and cue["told"] is None) or (part == "planned" and bool(_SET.match(line, end)))
    return DateMention(piece.start, end, form, part, isinstance(form, Now), modifies, future, rule=piece.rule)


_IS = compile_canonical(
    r"(?:(?<!ib)(?<!ub)(?<!iş)(?<!uş)(?<!aq)(?<!ək)d[iu]r(?:l[aə]r)?|\svar|\smövcuddur)\W*$"
)
"""A sentence that ends so tells what is, and no event."""
_KEPT_DAY = compile_canonical(r"il\s?dönüm|illi[yk]|ad\s+günü")


def _form(piece: Piece, line: str) -> Form:
    """The piece's form; «bu gün … ibarətdir» is «these days», unless an anniversary is kept that day."""
    today = isinstance(piece.form, Relative) and (piece.form.unit, piece.form.amount) == ("day", 0)
    if today and piece.case == "bare" and _IS.search(line, piece.end) and not _KEPT_DAY.search(line):
        return Now()
    return Now() if isinstance(piece.form, Relative) and _is_kept(piece, line) else piece.form


def _is_kept(piece: Piece, line: str) -> bool:
    """Whether it is the year in which an anniversary is kept («cari ildə … qurulmasının 30 illiyi»), and nothing happens between."""
    if (piece.form.unit, piece.form.amount) != ("year", 0):  # type: ignore[union-attr]
        return False
    kept = _KEPT_DAY.search(line, piece.end, piece.end + _NEAR)
    cue = _PLAN.search(line, piece.end, kept.start()) if kept else None
    return kept is not None and cue is None


_NEAR = 160
"""Code points: within a sentence."""


def join_mentions(mentions: list[DateMention], line: str) -> list[DateMention]:
    """Return the mentions with «from A», «to B» made one interval."""
    joined: list[DateMention] = []
    for mention in mentions:
        whole = _interval(joined[-1], mention, line) if joined else None
        if whole:
            joined[-1] = whole
        elif joined and _is_timetable(joined[-1], mention, line):
            joined.pop()
        elif joined and mention.start < joined[-1].end:  # «2022-ci ilin eyni dövrü» is one date.
            continue
        else:
            joined.append(mention)
    return joined


def _is_timetable(left: DateMention, right: DateMention, line: str) -> bool:
    """Whether two weekdays are opening hours: «bazar ertəsi – cümə axşamı», «şənbə və bazar günləri»."""
    both = isinstance(left.form, Weekday) and isinstance(right.form, Weekday)
    return both and line[left.end : right.start].strip() in ("-", ",", "ve")


def _interval(left: DateMention, right: DateMention, line: str) -> DateMention | None:
    gap = line[left.end : right.start].strip()
    begins = left.part == "since" and right.part == "until" and gap in ("", ",")
    dashed = gap == "-" and left.part == "on" == right.part and not isinstance(right.form, Relative)
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

_FROM = compile_canonical(r"(?<!\w)(?!bundan|ondan|sonradan)\w+d[aə]n\s+(?:\w+\s+)?$")
"""What the words count from, where they say that («müstəqillikdən 7 il sonra»): not from the date told last."""
_FROM_EVENT = compile_canonical(
    r"(?<!\w)(?!bundan|ondan|sonradan|haradan|azdan|çoxdan|il|ay|gün|həftə|vaxt|zaman|tarix|dövr|müddət|an\w|o\w*dan)\w+d[aə]n\s+(?:düz\s+|cəmi\s+|tam\s+|təxminən\s+)?$"
)
"""The same, where what it is counted from is an event, whose date need not be the one told last."""

_THAT_IS = compile_canonical(r"\s*,?\s*yəni\s+")


def mark_apposition(mentions: list[DateMention], line: str) -> list[DateMention]:
    """Mark «7 il sonra» as overruled in «7 il sonra – 2 aprel 2003-cü ildə», which keeps the offset."""
    marked = list(mentions)
    for index in range(len(marked) - 1):
        left, right = marked[index], marked[index + 1]
        if _is_weekday_of(left, right, line):
            marked[index + 1] = replace(right, overruled=True)
        if left.now and isinstance(right.form, Absolute) and _THAT_IS.fullmatch(line, left.end, right.start):
            marked[index] = replace(left, now=False, overruled=True)  # «indi, yəni 2020-ci ildə»
        if not isinstance(left.form, Relative | Weekday) or not _APPOSITION.fullmatch(
            line, left.end, right.start
        ):
            continue
        if isinstance(right.form, Absolute):
            is_counted = isinstance(left.form, Relative) and not _FROM.search(line, 0, left.start)
            offset = offset_code(left.form) if is_counted and isinstance(left.form, Relative) else None
            marked[index + 1] = replace(right, form=replace(right.form, offset=offset))
        elif not isinstance(right.form, YearMissing) or (
            isinstance(left.form, Relative) and left.form.unit not in ("day", "month", "year")
        ):
            continue
        marked[index] = replace(left, overruled=True)
    return marked


def mark_counted(mentions: list[DateMention], line: str) -> list[DateMention]:
    """Mark «13 il sonra» as overruled in «müstəqillikdən 13 il sonra»: its date is not worked out from the last one told."""
    ends = {mention.end for mention in mentions}
    return [
        replace(mention, overruled=True)
        if _is_from_event(mention, line) and len(line[: mention.start].rstrip()) not in ends
        else mention
        for mention in mentions
    ]


def _is_from_event(mention: DateMention, line: str) -> bool:
    form = mention.form
    counted = isinstance(form, Relative) and form.to == "last" and form.amount > 0
    return counted and _FROM_EVENT.search(line, 0, mention.start) is not None


def _is_weekday_of(left: DateMention, right: DateMention, line: str) -> bool:
    """Whether a day of the week only says which day of the week a date is: «mayın 16-da, cümə günü»."""
    dated = isinstance(left.form, Absolute | YearMissing) and isinstance(right.form, Weekday)
    return dated and line[left.end : right.start].strip() in (",", "(", "-", "")


_NEARER = compile_canonical(
    r"(?:\s+(?:ilk|son|elə|lap))?(?:\s+(?:gün|ay|yarısı|həftə)\w*)?\s*(?:-|,|\()\s*(?:(?:yəni|məhz|daha\s+dəqiq(?:\s+desək)?|dəqiq\s+desək|konkret\s+olaraq|düz)\s*,?\s*)?"
)


def mark_nearer(mentions: list[DateMention], line: str) -> list[DateMention]:
    """Mark a year or month as overruled where a day of it follows in apposition («1992-ci ildə, məhz mayın 5-də»)."""
    marked = list(mentions)
    for index, (left, right) in enumerate(pairwise(mentions)):
        if not (isinstance(left.form, Absolute) and isinstance(right.form, Absolute)):
            continue
        inside = right.form.edtf.startswith(left.form.edtf + "-") and left.part == right.part == "on"
        if inside and "/" not in right.form.edtf and _NEARER.fullmatch(line, left.end, right.start):
            marked[index] = replace(left, overruled=True)
    return marked


_ISE = compile_canonical(r"\s+isə(?!\w)")


def fill_in(mentions: list[DateMention], line: str) -> list[DateMention]:
    """Fill in what another date of the same sentence gives: the year, or what an offset counts from."""
    filled: list[DateMention] = []
    last: DateMention | None = None
    for mention in mentions:
        form = mention.form
        if isinstance(form, YearMissing):
            form = replace(form, inherits=form.inherits or bool(_ISE.match(line, mention.end)))
            form = _of_overruled(filled, last, form) or _with_year_of(last, form)
        elif isinstance(form, Relative) and last and _counts_from_told(mention, line):
            form = _counted_from(last.form, form)
        mention = replace(mention, form=form)
        filled.append(mention)
        if (
            isinstance(form, Absolute | Relative)
            and mention.part not in ("for", "base")
            and not mention.overruled
        ):
            last = mention
    return filled


_WAS_THEN = compile_canonical(r"(?<=əvvəl)(?:\s+isə)?\s[^;]{1,40}\sidi(?!\w)")
"""«2022-ci ildə 9 milyon oldu, bir il əvvəl 7 milyon idi»: that was so before the year told."""


def _counted_from(last: Form, form: Relative) -> Form:
    """The relative date counted from the one told last, where that is known so far."""
    if isinstance(last, Absolute):
        resolved = resolve(replace(form, to="last"), Anchors(last=last.edtf))
        how = resolved.how.replace(":last", ":sentence")
        return Absolute(resolved.edtf, how) if resolved.edtf else form
    years = isinstance(last, Relative) and last.unit == form.unit == "year" and last.to == form.to
    return replace(form, amount=form.amount + last.amount) if years and isinstance(last, Relative) else form


def _of_overruled(
    filled: list[DateMention], last: DateMention | None, form: YearMissing
) -> Absolute | YearMissing | None:
    """The date in the year that «iki ay sonra» before it comes to: «… 1991-ci ildə, iki ay sonra – fevralın 2-də»."""
    before = filled[-1] if filled else None
    if before is None or not before.overruled:
        return None
    if last is None and isinstance(before.form, Relative) and before.form.to == "last":
        return replace(form, inherits=True)
    if last is None or not isinstance(last.form, Absolute):
        return None
    if isinstance(before.form, Absolute):
        reached: str | None = before.form.edtf
    elif isinstance(before.form, Relative) and before.form.to == "last":
        reached = resolve(before.form, Anchors(last=last.form.edtf)).edtf
    else:
        return None
    edtf = fill(form.pattern, reached[:4]) if reached else None
    return Absolute(edtf, "year_of:sentence") if edtf else None


_COMPARES = compile_canonical(r"(?:\(|(?<!\w)(?:halbuki|müqayisə\s+üçün:?)\s)\s*$")
"""Before these a date is compared with the one told last («ötən il 5 milyon (bir il əvvəl 4 milyon)»)."""


def _counts_from_told(mention: DateMention, line: str) -> bool:
    """Whether a relative date after another date counts from that: «bir il əvvəlkindən», «ayın 12-də»."""
    form = mention.form
    if not isinstance(form, Relative):
        return False
    if form.unit == "month" and line.startswith("ayin", mention.start):
        return True
    if line.startswith("evvelki", mention.start) or _COMPARES.search(line, 0, mention.start):
        return True
    if form.unit == "year" and form.amount < 0 and _WAS_THEN.match(line, mention.end):
        return True
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
