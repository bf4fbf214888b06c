"""The patterns of days that are written in figures or with a short month, as heads of pages and tables have them."""

from __future__ import annotations

from korpu.languages.az.date_patterns import ORDINAL_YEAR_TAIL
from korpu.languages.az.date_pieces import Rule, read_written
from korpu.languages.az.date_words import ONLY_SHORT, SHORT, compile_canonical
from korpu.languages.az.numerals import ORDINAL_SUFFIX

WRITTEN: tuple[Rule, ...] = (
    Rule(
        "day in figures",
        compile_canonical(
            rf"(?<![\w.,/:-])(?:(?P<first>\d{{1,2}})\s?-\s?)?(?P<day>\d{{1,2}})(?P<mark>\.\s|[./-])(?P<month>\d{{1,2}})(?P=mark)(?P<year>\d{{4}})(?![\d/-]*\d)"
            rf"(?:{ORDINAL_YEAR_TAIL}|(?:{ORDINAL_SUFFIX})(?!\w))?"
        ),
        read_written,
        "digit",
        (
            ("18.02.2003", "2003-02-18"),
            ("18/02/2003-cü il", "2003-02-18"),
            ("31.02.2003", None),
            ("24-25.11.2017", "2017-11-24/2017-11-25"),
        ),
        words=(".", "/", "-"),
    ),
    Rule(
        "day in figures, year first",
        compile_canonical(
            r"(?<![\w.,/:-])(?P<year>(?:19|20)\d\d)(?P<mark>[.-])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d|[.-]\d)"
        ),
        read_written,
        "digit",
        (("2003-02-18", "2003-02-18"), ("2003-13-18", None)),
        words=(".", "-"),
    ),
    Rule(
        "short month first",
        compile_canonical(
            rf"(?<!\w)(?P<month>{SHORT})\.?\s+(?P<day>\d{{1,2}})(?:\s?,\s?|\s+)(?P<year>(?:19|20)\d\d)(?!\d|-?[cç][iuü])"
        ),
        read_written,
        "digit",
        (("Dek 03, 2024", "2024-12-03"), ("Oktyabr 8, 2019", "2019-10-08")),
        words=tuple(SHORT.split("|")),
    ),
    Rule(
        "short month between",
        compile_canonical(
            rf"(?<![\w.])(?P<year>(?:19|20)\d\d)\s+(?P<month>{SHORT})\.?\s+(?P<day>\d{{1,2}})(?![\d:])(?!\s?-?\s?\w)"
        ),
        read_written,
        "digit",
        (("2009 Sep 08", "2009-09-08"),),
        words=tuple(SHORT.split("|")),
    ),
    Rule(
        "short month after the day",
        compile_canonical(
            rf"(?<![\w.])(?P<day>\d{{1,2}})(?:\s+|-)(?P<month>{ONLY_SHORT})\.?(?:\s?,\s?|\s+|-)(?P<year>(?:19|20)\d\d)(?!\d|\s?-?[cç][iuü]|\s?-?\s?il|-\w)"
        ),
        read_written,
        "digit",
        (("03 Dek 2024", "2024-12-03"), ("8 okt. 2019", "2019-10-08")),
        words=tuple(ONLY_SHORT.split("|")),
    ),
)
