"""The patterns of Azerbaijani dates, in order of preference.

A rule is a pattern over canonical text (see `canonical`) and the function that reads its match into pieces.
A stretch that an earlier rule has taken is closed to later ones.
"""

from __future__ import annotations

from korpu.languages.az.date_patterns import (
    ADJECTIVE,
    AY,
    DAY,
    DAY_GLUED,
    DIGIT_SUFFIX,
    NO_NAME,
    NTH,
    NUMBER,
    OF_MONEY,
    ORDINAL_YEAR_TAIL,
    QUARTER,
    ROMAN,
    TENS,
    YEAR,
)
from korpu.languages.az.date_pieces import (
    Rule,
    read_anniversary,
    read_bare_year,
    read_century,
    read_coming,
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
    DAYS_BARE,
    DAYS_BESIDE,
    MONTH,
    RELATIVE,
    SEASONS,
    SUFFIX,
    compile_canonical,
)
from korpu.languages.az.date_written import WRITTEN
from korpu.languages.az.numerals import ORDINAL_SUFFIX, ORDINAL_WORDS, WORDS

RULES: tuple[Rule, ...] = (
    *WRITTEN,
    Rule(
        "decade of a century",
        compile_canonical(
            rf"(?<!\w)(?:(?P<adjective>{ADJECTIVE})|(?P<century>{ROMAN}|\d{{1,2}}{ORDINAL_SUFFIX}|{ORDINAL_WORDS}))\s+(?:əsr|yüzil)(?:liy)?in\s+"
            rf"(?:(?P<decade>\d0)(?:\s?-\s?(?P<last>\d0))?(?:{ORDINAL_SUFFIX})?|(?P<tens>{TENS}))\s+il(?P<suffix>{SUFFIX})"
        ),
        read_decade,
        "",
        (
            ("XX əsrin 60-cı illəri", "196X"),
            ("ötən əsrin 90-cı illərində", "199X"),
            ("XX əsrin otuzuncu illəri", "193X"),
            ("XX əsrin 20-30-cu illəri", "1920/1930"),
        ),
        words=("esrin", "yuzilin", "yuzilliyin"),
    ),
    Rule(
        "decade",
        compile_canonical(
            # «2018, 2019 və 2020-ci illərdə» are three years.
            rf"(?<![\w.,/-])(?<!\d\d\d\d,\s)(?<!\d\d\d\d\svə\s)(?:(?P<decade>(?:1\d|20)\d0|\d0){ORDINAL_SUFFIX}|(?P<tens>{TENS}))\s+il(?=l[aə]r)(?P<suffix>{SUFFIX})"
        ),
        read_decade,
        "",
        (
            ("1960-cı illərdə", "196X"),
            ("70-ci illərin əvvəlləri", "197X"),
            ("səksəninci illərdə", "198X"),
            ("1960-cı ildə", "1960"),
        ),
        words=("iller",),
    ),
    Rule(
        "century",
        compile_canonical(
            rf"(?<![\w-])(?P<century>{ROMAN}|\d{{1,2}}{ORDINAL_SUFFIX}|{ORDINAL_WORDS})(?:\s?-\s?(?P<last>{ROMAN}))?"
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
            rf"|(?P<number>{NUMBER})\s?-?\s?(?:il(?:liyi|liyin)\w*|illik\s+yubiley\w*|il\s?dönüm\w*))"
        ),
        read_anniversary,
        "",
        (("30 illiyi", None), ("otuzuncu ildönümüdür", None)),
        words=("illi", "yubiley", "donum"),
    ),
    Rule(
        "years from to",
        compile_canonical(
            rf"(?P<year>{YEAR})(?:{ORDINAL_SUFFIX}(?:\s+il)?)?\s?[-/]\s?(?P<last>(?:\d\d)?\d\d)(?![\d.,]\d|\d)"
            rf"(?:(?:{ORDINAL_SUFFIX})?\s?-?\s?{OF_MONEY}il(?P<suffix>{SUFFIX}))?"
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
            rf"{OF_MONEY}il(?!l?i[yk])(?P<suffix>{SUFFIX})(?(nth)|(?!\s+(?:əvvəl|öncə|qabaq|sonra)(?!\w)))"
        ),
        read_year,
        "digit",
        (("2014-cu ildə", "2014"), ("100 il", None)),
    ),
    Rule(
        "day of a month told",
        compile_canonical(
            rf"(?<!\w)(?:(?P<adjective>{ADJECTIVE})\s+)?ay[iıu]n\s+(?P<day>{DAY})(?:\s?-\s?(?P<last>{DAY}))?"
            rf"(?:-?d[aə]n\s+(?P<until>{DAY})(?=-?\s?n?[aə]?d[aə]k|-?\s?[yn]?[aə]\s+(?:qədər|kimi)))?(?P<suffix>{DIGIT_SUFFIX})"
        ),
        read_month_ref,
        "digit",
        (("ötən ayın 5-də", "2024-04-05"), ("həmin ayın 6-da", "2007-10-06")),
        words=("ayin", "ayun"),
    ),
    Rule(
        "now, today, yesterday",
        compile_canonical(
            rf"(?<![\w-])(?P<word>{DAY_WORDS})(?P<suffix>(?:d[aə]n|k[iü]|d[aə]k)?)(?![\w”»])(?!\"\s)"
        ),
        read_word,
        "",
        (("dünən", "2024-05-19"), ("hazırda", None), ("sabah", "2024-05-21")),
    ),
    Rule(
        "year or month by another",
        compile_canonical(
            rf"(?<![\w-])(?P<adjective>{ADJECTIVE})\s+(?P<unit>il|ay|həftə|gün|əsr|dövr|vaxt|müddət)(?!l[iuü][yk])(?P<suffix>{SUFFIX})"
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
        "coming years",
        compile_canonical(
            rf"(?<![\w-])(?:növbəti|yaxın|gələn|qarşıdakı|qarşıdan\s+gələn)\s+(?:{NUMBER}|bir\s+neçə|bir-iki|iki-üç|üç-dörd|üç-beş)\s+(?:il|ay)(?P<suffix>{SUFFIX})(?:\s+(?:ərzində|müddətində))?"
        ),
        read_coming,
        "",
        (("növbəti beş ildə", None), ("yaxın 3 il ərzində", None)),
        words=("novbeti", "yaxin", "gelen", "qarsi"),
    ),
    Rule(
        "years before or after",
        compile_canonical(
            rf"(?<!\w)(?:bundan\s+|(?P<told>ondan)\s+)?(?:düz\s+|cəmi\s+)?(?P<number>(?<![\d.,])\d{{1,3}}|{WORDS})\s+(?P<unit>il|ay|həftə|gün|əsr)(?:d[aə]n)?"
            rf"(?:\s+bundan)?\s+(?P<way>əvvəl|öncə|qabaq|sonra)(?P<suffix>ki\w*|d[aə]n|)(?!\w)"
        ),
        read_distance,
        "",
        (
            ("iki il əvvəl", "2022"),
            ("bundan 9 il sonra", "2016"),
            ("ondan üç il əvvəl", "2004"),
            ("ondan üç il əvvəldən", "2004/.."),
            ("bir neçə il sonra", None),
        ),
        words=("evvel", "once", "qabaq", "sonra"),
    ),
    Rule(
        "day after its month",
        compile_canonical(
            rf"(?<!\w)(?P<month>{MONTH})(?:[iuü]n(?:[iuü]n)?|\s+ay[iuü]n[iuü]n)\s*"
            rf"(?P<days>{DAY_GLUED}(?:\s?(?:-|,|və|ilə)\s?{DAY})*(?:-?s?[iuü](?=\s+və\s))?(?:\s+və\s+{DAY})*)"
            rf"(?:-?d[aə]n\s+(?P<until>{DAY})(?=-?\s?n?[aə]?d[aə]k|-?\s?[yn]?[aə]\s+(?:qədər|kimi)))?(?P<suffix>{DIGIT_SUFFIX})"
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
            rf"(?P<day>{DAY})\s+(?P<month>{MONTH})(?P<year>(?:19|20)\d\d)(?!\d)(?:{ORDINAL_YEAR_TAIL})?"
        ),
        read_written,
        "month",
        (("16 noyabr2000-ci ildə", "2000-11-16"), ("16 noyabr20", None)),
    ),
    Rule(
        "day before its month",
        compile_canonical(
            rf"(?P<day>{DAY})(?:\s?(?:-|və)\s?(?P<last>{DAY}))?(?:\s*|-)(?P<month>{MONTH})(?P<suffix>{SUFFIX}){AY}{NO_NAME}"
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
        compile_canonical(rf"(?<!\w)(?P<month>{MONTH})\s?-\s?(?P<last>{MONTH})(?P<suffix>{SUFFIX}){AY}"),
        read_months,
        "month",
        (("2023-cü ilin yanvar-sentyabr aylarında", "2023-01/2023-09"),),
    ),
    Rule(
        "month",
        compile_canonical(rf"(?<!\w)(?P<month>{MONTH})(?P<suffix>{SUFFIX}){AY}"),
        read_month,
        "month",
        (
            ("1995-ci ilin fevral ayında", "1995-02"),
            ("mart 2018", "2018-03"),
            ("mayak", None),
            ("may idi", None),
        ),
    ),
    Rule(
        "half of a year",
        compile_canonical(
            rf"(?<![\w-])(?P<nth>{NTH}|son)\s+(?:yari(?:s|m)?|yarimil(?:lik|liy)?)(?P<suffix>{SUFFIX})"
        ),
        read_half,
        "",
        (("2023-cü ilin ilk yarısında", "2023-01/2023-06"), ("bu ilin II yarısı", "2024-07/2024-12")),
        words=("yari",),
    ),
    Rule(
        "quarter",
        compile_canonical(
            rf"(?<![\w-])(?:(?P<first>{NTH})\s?(?:-|\s(?:və|ilə)\s)\s?)?(?P<nth>{NTH}|son)\s+{QUARTER}(?P<suffix>{SUFFIX})"
        ),
        read_quarter,
        "",
        (
            ("2023-cü ilin I rübü", "2023-01/2023-03"),
            ("2022-ci ilin I-II rüblərində", "2022-01/2022-06"),
            ("2021-ci ilin son rübündə", "2021-10/2021-12"),
            ("2018-ci ilin 3-cü kvartalı", "2018-07/2018-09"),
        ),
        words=("rub", "kvartal"),
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
            rf"(?<![\w-])(?P<adjective>{ADJECTIVE})\s+(?P<season>{'|'.join(SEASONS)})(?!i)(?P<suffix>{SUFFIX})"
        ),
        read_near_season,
        "",
        (("bu payız", "2024-23"), ("ötən yay", "2023-22"), ("gələn yazda", "2025-21"), ("bu yazı", None)),
        words=("yaz", "yay", "payiz", "qis"),
    ),
    Rule(
        "season",
        compile_canonical(
            rf"(?<!\w)(?:(?:erkən|gec|son|isti|soyuq)\s+)?(?P<season>{'|'.join(SEASONS)})(?:\s+(?:fəsl|ay|mövsüm))?(?P<suffix>{SUFFIX})"
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
            rf"(?<![\w-])(?<!hər\s)(?:(?P<adjective>{ADJECTIVE})\s+(?:həftə(?:n?in)?\s+)?)?(?P<name>(?:{DAYS_ALONE})(?!\w)|(?(adjective)(?:{DAYS_BARE})(?!\w)|(?!))|(?:{DAYS_BESIDE})(?=\s+gün))"
            rf"(?:\s+gün(?!l[aə]r)(?P<suffix>{SUFFIX}))?(?!\s+gün)"
        ),
        read_weekday,
        "",
        (
            ("çərşənbə axşamı", "2024-05-14"),
            ("cümə günü", "2024-05-17"),
            ("bazar iqtisadiyyatı", None),
            ("ötən şənbə", "2024-05-18"),
            ("hər cümə günü", None),
        ),
        words=("gun", "ertesi", "axsami", "senbe", "cume"),
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
            rf"(?<!\w)ilin(?!\w)(?=\s+(?:(?:lap\s+)?(?:əvvəl|sonu|son(?:un|lar)|axir|orta)|ilk|birinci|i\s|{NTH}\s+(?:{QUARTER}|yari)|son\s+(?:{QUARTER}|{NUMBER}\s+ay)|yanvar|{NUMBER}\s+ay))"
        ),
        read_year_start,
        "",
        (("ilin əvvəlindən", "2024/.."), ("ilin üç ayında", "2024-01/2024-03"), ("ilin adamı", None)),
        words=("ilin ",),
    ),
    Rule(
        "year in figures alone",
        compile_canonical(
            rf"(?P<year>{YEAR})(?!\s?-\s?\d|[.,]\d|\s?%)(?:(?P<nth>{ORDINAL_SUFFIX})(?:s[iı])?(?!\w*[bcçfgğhjkmpqrsştvxz]))?"
            rf"(?P<suffix>(?:-(?:(?:[yn]?[aə])?d[aə]k|d[aə]ki|d[aə]n|d[aə]|y?[aə]|n?[iuü]n)|(?<=[iuü])(?:n?d[aə]n|n?d[aə]))?)(?!\w|-\w)"
        ),
        read_bare_year,
        "digit",
        (
            ("2021-də", "2021"),
            ("1992-nin yanvarında", "1992-01"),
            ("2016-nın 5–6 mayı", "2016-05-05/2016-05-06"),
            ("2024-ün ilk yarısı", "2024-01/2024-06"),
            ("2024-ün hər biri", None),
            ("(2022)", "2022"),
            ("2000 nəfər", None),
            ("2000-dən çox", None),
            ("2005", None),
        ),
    ),
)
