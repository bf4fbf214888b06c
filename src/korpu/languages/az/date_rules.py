"""The patterns of Azerbaijani dates, in order of preference.

A rule is a pattern over canonical text (see `canonical`) and the function that reads its match into pieces.
A stretch that an earlier rule has taken is closed to later ones.
"""

from __future__ import annotations

from korpu.languages.az.date_pieces import (
    Rule,
    read_anniversary,
    read_bare_year,
    read_century,
    read_day_month,
    read_decade,
    read_distance,
    read_edge,
    read_first_months,
    read_half,
    read_month,
    read_month_day,
    read_month_ref,
    read_months,
    read_near_season,
    read_quarter,
    read_relative,
    read_season,
    read_weekday,
    read_word,
    read_written,
    read_year,
    read_year_range,
    read_year_start,
)
from korpu.languages.az.date_words import (
    DAY_WORDS,
    DAYS_ALONE,
    DAYS_BESIDE,
    MONTH,
    ONLY_SHORT,
    RELATIVE,
    SEASONS,
    SHORT,
    SUFFIX,
    compile_canonical,
)
from korpu.languages.az.numerals import ORDINAL_SUFFIX, ORDINAL_WORDS, WORDS, alternatives

_DIGIT_SUFFIX = r"(?:\s?-?\s?(?:s?[iuü])?n?(?:[yn]?[aə]d[aə]k|d[aə]k|d[aə]ki\w*|d[aə]n|d[aə]|y?[aə]|[iuü]n|)(?:d[iuü]r)?)(?!\w)"
_YEAR = r"(?<![\w.,/:-])(?:1[0-9]|20|21)\d\d(?!\d)"
_DAY = r"(?<![\w.,/:])(?:0?[1-9]|[12]\d|3[01])(?![\d:])"
_DAY_GLUED = r"(?:0?[1-9]|[12]\d|3[01])(?![\d:])"
_NUMBER = rf"(?:\d{{1,3}}|{WORDS})"
_ROMAN = r"[ivxlc]+"
_NTH = rf"(?:\d{{1,2}}{ORDINAL_SUFFIX}|{_ROMAN}|{ORDINAL_WORDS}|ilk)"
_ADJECTIVE = alternatives([form for form, row in RELATIVE.items() if row["kind"] == "adjective"])
_ORDINAL_YEAR_TAIL = rf"(?:{ORDINAL_SUFFIX})?\s?-?\s?il(?P<suffix>{SUFFIX})"
_OF_MONEY = r"(?:(?:maliyyə|təqvim|hesabat)\s+)?"
_AY = rf"(?:\s+ay(?P<ay>{SUFFIX}))?"
_NO_NAME = r"(?!\s+(?:küç[əi]|prospekt|meydan|stansiya|metro|qəsəbə|parki))"
"""Streets and squares are called after days."""

RULES: tuple[Rule, ...] = (
    Rule(
        "day in figures",
        compile_canonical(
            rf"(?<![\w.,/:-])(?:(?P<first>\d{{1,2}})(?:\.(?P<first_month>\d{{1,2}}))?\s?-\s?)?"
            rf"(?P<day>\d{{1,2}})(?P<mark>\.\s|[./-])(?P<month>\d{{1,2}})(?P=mark)(?P<year>\d{{4}})(?![\d/-]*\d)"
            rf"(?:{_ORDINAL_YEAR_TAIL}|(?:{ORDINAL_SUFFIX})(?!\w))?"
        ),
        read_written,
        "digit",
        (("18/02/2003-cü il", "2003-02-18"), ("31.02.2003", None), ("8–9.02.2003", "2003-02-08/2003-02-09")),
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
    Rule(
        "decade of a century",
        compile_canonical(
            rf"(?<!\w)(?:(?P<adjective>{_ADJECTIVE})|(?P<century>{_ROMAN}|\d{{1,2}}{ORDINAL_SUFFIX}|{ORDINAL_WORDS}))\s+(?:əsr|yüzil)(?:liy)?in\s+"
            rf"(?P<decade>\d0)(?:{ORDINAL_SUFFIX})?\s+il(?P<suffix>{SUFFIX})"
        ),
        read_decade,
        "digit",
        (("XX əsrin 60-cı illəri", "196X"), ("ötən əsrin 90-cı illərində", "199X")),
        words=("esrin", "yuzilin", "yuzilliyin"),
    ),
    Rule(
        "decade",
        compile_canonical(
            # «2018, 2019 və 2020-ci illərdə» are three years.
            rf"(?<![\w.,/-])(?<!\d\d\d\d,\s)(?<!\d\d\d\d\svə\s)(?P<decade>(?:1\d|20)\d0|\d0){ORDINAL_SUFFIX}\s+il(?=l[aə]r)(?P<suffix>{SUFFIX})"
        ),
        read_decade,
        "digit",
        (("1960-cı illərdə", "196X"), ("70-ci illərin əvvəlləri", "197X"), ("1960-cı ildə", "1960")),
        words=("iller",),
    ),
    Rule(
        "century",
        compile_canonical(
            rf"(?<![\w-])(?P<century>{_ROMAN}|\d{{1,2}}{ORDINAL_SUFFIX}|{ORDINAL_WORDS})(?:\s?-\s?(?P<last>{_ROMAN}))?"
            rf"\s+(?:əsr|yüzil)(?:lik|liy)?(?P<suffix>{SUFFIX})"
        ),
        read_century,
        "",
        (("XIX əsrin sonlarında", "18XX"), ("19-cu əsrdə", "18XX"), ("XIX–XX əsrlərdə", "18XX/19XX")),
        words=("esr", "yuzil"),
    ),
    Rule(
        "anniversary",
        compile_canonical(
            rf"(?<!\w)(?:(?P<nth>\d{{1,3}}{ORDINAL_SUFFIX}|{ORDINAL_WORDS})\s+il\s?dönüm\w*"
            rf"|(?P<number>{_NUMBER})\s?-?\s?(?:il(?:liyi|liyin)\w*|illik\s+yubiley\w*|il\s?dönüm\w*))"
        ),
        read_anniversary,
        "",
        (("30 illiyi", None), ("otuzuncu ildönümüdür", None)),
        words=("illi", "yubiley", "donum"),
    ),
    Rule(
        "years from to",
        compile_canonical(
            rf"(?P<year>{_YEAR})(?:{ORDINAL_SUFFIX}(?:\s+il)?)?\s?[-/]\s?(?P<last>(?:\d\d)?\d\d)(?![\d.,]\d|\d)"
            rf"(?:(?:{ORDINAL_SUFFIX})?\s?-?\s?{_OF_MONEY}il(?P<suffix>{SUFFIX}))?"
        ),
        read_year_range,
        "digit",
        (
            ("1918–1920-ci illərdə", "1918/1920"),
            ("2019/2020 maliyyə ili", "2019/2020"),
            ("1920-1918-ci", None),
        ),
        words=("-", "/"),
    ),
    Rule(
        "year",
        compile_canonical(
            rf"(?<![\w.,/:])(?P<year>(?:[5-9]|1\d|2[01])\d\d(?={ORDINAL_SUFFIX})|(?:1[89]|20)\d\d)(?P<nth>{ORDINAL_SUFFIX})?\s{{0,5}}-?\s?"
            rf"{_OF_MONEY}il(?!l?i[yk])(?P<suffix>{SUFFIX})(?(nth)|(?!\s+(?:əvvəl|öncə|qabaq|sonra)(?!\w)))"
        ),
        read_year,
        "digit",
        (("2014-cu ildə", "2014"), ("100 il", None)),
    ),
    Rule(
        "day of a month told",
        compile_canonical(
            rf"(?<!\w)(?:(?P<adjective>{_ADJECTIVE})\s+)?ay[iıu]n\s+(?P<day>{_DAY})(?:\s?-\s?(?P<last>{_DAY}))?"
            rf"(?:-?d[aə]n\s+(?P<until>{_DAY})(?=-?\s?n?[aə]?d[aə]k|-?\s?[yn]?[aə]\s+(?:qədər|kimi)))?(?P<suffix>{_DIGIT_SUFFIX})"
        ),
        read_month_ref,
        "digit",
        (("ötən ayın 5-də", "2024-04-05"), ("həmin ayın 6-da", "2007-10-06")),
        words=("ayin", "ayun"),
    ),
    Rule(
        "now, today, yesterday",
        compile_canonical(rf"(?<![\w-])(?P<word>{DAY_WORDS})(?P<suffix>(?:d[aə]n|k[iü]|d[aə]k)?)(?!\w)"),
        read_word,
        "",
        (("dünən", "2024-05-19"), ("hazırda", None), ("sabah", "2024-05-21")),
    ),
    Rule(
        "year or month by another",
        compile_canonical(
            rf"(?<![\w-])(?P<adjective>{_ADJECTIVE})\s+(?P<unit>il|ay|həftə|gün|əsr|dövr|vaxt|müddət)(?!l[iuü][yk])(?P<suffix>{SUFFIX})"
        ),
        read_relative,
        "",
        (
            ("ötən il", "2023"),
            ("gələn ilin mayında", "2025-05"),
            ("elə həmin ilin 8 sentyabrı", "2007-09-08"),
            ("bu illik", None),
        ),
        words=(
            "bu ",
            *(form for form, row in RELATIVE.items() if row["kind"] == "adjective" and form != "bu"),
        ),
    ),
    Rule(
        "years before or after",
        compile_canonical(
            rf"(?<!\w)(?:bundan\s+)?(?:düz\s+|cəmi\s+)?(?P<number>(?<![\d.,])\d{{1,3}}|{WORDS})\s+(?P<unit>il|ay|həftə|gün|əsr)(?:d[aə]n)?"
            rf"(?:\s+bundan)?\s+(?P<way>əvvəl|öncə|qabaq|sonra)(?P<suffix>ki\w*|)(?!\w)"
        ),
        read_distance,
        "",
        (("iki il əvvəl", "2022"), ("bundan 9 il sonra", "2016"), ("bir neçə il sonra", None)),
        words=("evvel", "once", "qabaq", "sonra"),
    ),
    Rule(
        "day after its month",
        compile_canonical(
            rf"(?<!\w)(?P<month>{MONTH})(?:[iuü]n(?:[iuü]n)?|\s+ay[iuü]n[iuü]n)\s*"
            rf"(?P<days>{_DAY_GLUED}(?:\s?(?:-|,|və|ilə)\s?{_DAY})*(?:-?s?[iuü](?=\s+və\s))?(?:\s+və\s+{_DAY})*)"
            rf"(?:-?d[aə]n\s+(?P<until>{_DAY})(?=-?\s?n?[aə]?d[aə]k|-?\s?[yn]?[aə]\s+(?:qədər|kimi)))?(?P<suffix>{_DIGIT_SUFFIX})"
        ),
        read_month_day,
        "month",
        (
            ("2004-cü il martın 23-24-də", "2004-03-23/2004-03-24"),
            ("2004-cü il mayın 17-dən 19-dək", "2004-05-17/2004-05-19"),
            ("1992-ci ilin avqust ayının 17 -də", "1992-08-17"),
            ("fevralın 31-də", None),
        ),
    ),
    Rule(
        "year glued to its month",
        compile_canonical(
            rf"(?P<day>{_DAY})\s+(?P<month>{MONTH})(?P<year>(?:19|20)\d\d)(?!\d)(?:{_ORDINAL_YEAR_TAIL})?"
        ),
        read_written,
        "month",
        (("16 noyabr2000-ci ildə", "2000-11-16"), ("16 noyabr20", None)),
    ),
    Rule(
        "day before its month",
        compile_canonical(
            rf"(?P<day>{_DAY})(?:\s?(?:-|və)\s?(?P<last>{_DAY}))?(?:\s*|-)(?P<month>{MONTH})(?P<suffix>{SUFFIX}){_AY}{_NO_NAME}"
        ),
        read_day_month,
        "month",
        (
            ("12 may 1998-ci il", "1998-05-12"),
            ("11–13 avqust 2011", "2011-08-11/2011-08-13"),
            ("1920, 28 aprel", "1920-04-28"),
            ("28 May küçəsində", None),
        ),
    ),
    Rule(
        "months from to",
        compile_canonical(rf"(?<!\w)(?P<month>{MONTH})\s?-\s?(?P<last>{MONTH})(?P<suffix>{SUFFIX}){_AY}"),
        read_months,
        "month",
        (("2023-cü ilin yanvar-sentyabr aylarında", "2023-01/2023-09"),),
    ),
    Rule(
        "month",
        compile_canonical(rf"(?<!\w)(?P<month>{MONTH})(?P<suffix>{SUFFIX}){_AY}"),
        read_month,
        "month",
        (("1995-ci ilin fevral ayında", "1995-02"), ("mart 2018", "2018-03"), ("mayak", None), ("may", None)),
    ),
    Rule(
        "half of a year",
        compile_canonical(
            rf"(?<![\w-])(?P<nth>{_NTH}|son)\s+(?:yari(?:s)?|yarimil(?:lik|liy)?)(?P<suffix>{SUFFIX})"
        ),
        read_half,
        "",
        (("2023-cü ilin ilk yarısında", "2023-01/2023-06"), ("bu ilin II yarısı", "2024-07/2024-12")),
        words=("yari",),
    ),
    Rule(
        "quarter",
        compile_canonical(
            rf"(?<![\w-])(?:(?P<first>{_NTH})\s?(?:-|\s(?:və|ilə)\s)\s?)?(?P<nth>{_NTH}|son)\s+rüb(?P<suffix>{SUFFIX})"
        ),
        read_quarter,
        "",
        (
            ("2023-cü ilin I rübü", "2023-01/2023-03"),
            ("2022-ci ilin I-II rüblərində", "2022-01/2022-06"),
            ("2021-ci ilin son rübündə", "2021-10/2021-12"),
        ),
        words=("rub",),
    ),
    Rule(
        "first months",
        compile_canonical(
            rf"(?<![\w-])(?:(?P<which>ilk|son|ötən|keçən)\s+)?(?P<number>(?<![\d.,])\d{{1,2}}|{WORDS})\s+ay(?P<suffix>{SUFFIX})"
        ),
        read_first_months,
        "",
        (
            ("2023-cü ilin ilk 9 ayında", "2023-01/2023-09"),
            ("ötən ilin doqquz ayı", "2023-01/2023-09"),
            ("üç ay", None),
        ),
        words=(" ay",),
    ),
    Rule(
        "season by another",
        compile_canonical(
            rf"(?<![\w-])(?P<adjective>{_ADJECTIVE})\s+(?P<season>{'|'.join(SEASONS)})(?!i)(?P<suffix>{SUFFIX})"
        ),
        read_near_season,
        "",
        (("bu payız", "2024-23"), ("ötən yay", "2023-22"), ("gələn yazda", "2025-21"), ("bu yazı", None)),
        words=("yaz", "yay", "payiz", "qis"),
    ),
    Rule(
        "season",
        compile_canonical(
            rf"(?<!\w)(?P<season>{'|'.join(SEASONS)})(?:\s+(?:fəsl|ay|mövsüm))?(?P<suffix>{SUFFIX})"
        ),
        read_season,
        "",
        (
            ("2019-cu ilin yazında", "2019-21"),
            ("1996-cı ilin qışı", "1996-24"),
            ("yazan", None),
            ("yayda", None),
        ),
        words=("yaz", "bahar", "yay", "payiz", "qis"),
    ),
    Rule(
        "day of the week",
        compile_canonical(
            rf"(?<![\w-])(?<!hər\s)(?:(?P<adjective>{_ADJECTIVE})\s+(?:həftə(?:n?in)?\s+)?)?(?P<name>(?:{DAYS_ALONE})(?!\w)|(?:{DAYS_BESIDE})(?=\s+gün))"
            rf"(?:\s+gün(?!l[aə]r)(?P<suffix>{SUFFIX}))?(?!\s+gün)"
        ),
        read_weekday,
        "",
        (
            ("çərşənbə axşamı", "2024-05-14"),
            ("cümə günü", "2024-05-17"),
            ("bazar iqtisadiyyatı", None),
            ("hər cümə günü", None),
        ),
        words=("gun", "ertesi", "axsami"),
    ),
    Rule(
        "beginning, middle or end",
        compile_canonical(
            rf"(?<!\w)(?:(?:lap|elə)\s+)?(?:əvvəl|son|axir|orta|başlanğic)(?:l[aə]r|s)?(?:i|u)(?P<suffix>{SUFFIX})"
        ),
        read_edge,
        "",
        (("1996-cı ilin ortalarında", "1996"), ("1960-cı illərin əvvəlləri", "196X"), ("sonra", None)),
        words=("evvel", "son", "axir", "orta", "baslan"),
    ),
    Rule(
        "of the year",
        compile_canonical(
            rf"(?<!\w)ilin(?!\w)(?=\s+(?:əvvəl|sonu|son(?:un|lar)|ilk|birinci|i\s|yanvar|{_NUMBER}\s+ay))"
        ),
        read_year_start,
        "",
        (("ilin əvvəlindən", "2024/.."), ("ilin üç ayında", "2024-01/2024-03"), ("ilin adamı", None)),
        words=("ilin ",),
    ),
    Rule(
        "year in figures alone",
        compile_canonical(
            rf"(?P<year>{_YEAR})(?!\s?-\s?\d|[.,]\d|\s?%)(?:(?P<nth>{ORDINAL_SUFFIX})(?:s[iı])?(?!\w*[bcçfgğhjkmpqrsştvxz]))?"
            rf"(?P<suffix>(?:-(?:(?:[yn]?[aə])?d[aə]k|d[aə]ki|d[aə]n|d[aə]|y?[aə])|(?<=[iuü])(?:n?d[aə]n|n?d[aə]))?)(?!\w|-\w)"
        ),
        read_bare_year,
        "digit",
        (
            ("2021-də", "2021"),
            ("(2022)", "2022"),
            ("2000 nəfər", None),
            ("2000-dən çox", None),
            ("2005", None),
        ),
    ),
)
