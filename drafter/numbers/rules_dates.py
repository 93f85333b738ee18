"""Rules for dates and ranges of dates, in all notations, also masked ones (20xx年)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.models import Value
from drafter.numbers.numerals import FULL_WIDTH, MISREAD, read_numeral
from drafter.numbers.shapes import ARAB_STARTS, COUNTED_STARTS, DASH, SPACE, Found, Rule, compiled

_HAN_YEAR = "[一二][〇零○０0oOｏＯ九八七六五四三二一]{3}"
_MASK = "[xX×＿_*＊○ｘＸ某]"
YEAR = rf"(?:[12１２][0-9０-９]{{3}}|{_HAN_YEAR}|[12][0-9oOlI]{{3}}|[12][0-9][ ][0-9]{{2}})"
_MASKED_YEAR = rf"(?:[12]\d{{0,2}}{_MASK}{{1,4}}|二[〇零○]{_MASK}{{2}})"
_SHORT_YEAR = r"(?:[0-9０-９]{2}|[〇零○九八七六][〇零○一二三四五六七八九])"
_MONTH_TYPED = "1[OolI]|(?<![A-Za-z])[lI][0-2]|(?<![A-Za-z])[Oo][1-9]"
_DAY_TYPED = "[123][OolI]|(?<![A-Za-z])[lI][0-9]|(?<![A-Za-z])[Oo][1-9]"
"""Months and days of which one digit is typed as a letter: 1O月, l0月, 2O日."""
MONTH = rf"(?:[1１][0-2０-２]|[0０]?[1-9１-９]|十[一二]?|[一二三四五六七八九元]|{_MONTH_TYPED})"
DAY = (
    r"(?:[3３][01０１]|[12１２][0-9０-９]|[0０]?[1-9１-９]|三十一?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?"
    rf"|十[一二三四五六七八九]?|初?[一二三四五六七八九]|初十|{_DAY_TYPED})"
)
_NUMBER = "(?![楼院线库门店栋幢机路桥井车铺])"
DAYS_ON = rf"(?=(?:[、和及与]{DAY}){{1,6}}[日号](?!常))"
"""Behind a day, others of the same month of which the last has the sign: 5月21、22日."""
_DAY_SIGN = rf"(?:{SPACE}(?:日|[号號]{_NUMBER})|(?=[上下中]午|晚上|凌晨)|{DAYS_ON})"
_MONTH_SIGN = r"月(?:份(?!额))?"
_START = r"(?<![0-9０-９.．])"


def _plain(text: str | None) -> str:
    """Write a year, month or day as ASCII digits; what is missing or can't be read becomes empty."""
    if not text:
        return ""
    if text.isascii() and text.isdigit():
        return str(int(text))
    if text == "元":
        return "1"
    value = read_numeral(text.replace("初", "").translate(FULL_WIDTH).translate(MISREAD))
    return "" if value is None else str(int(value))


def iso(year: str | None, month: str | None, day: str | None) -> str:
    """Write a date with its unknown parts left out: 2006-05, --05-12, ---10; 98年 is 1998 and 08年 2008."""
    y, m, d = _plain(year), _plain(month), _plain(day)
    if y and len(y) < 3:
        y = f"19{y}" if int(y) > 40 else f"20{y.zfill(2)}"
    m, d = m.zfill(2) if m else "", d.zfill(2) if d else ""
    if y:
        return "-".join(part for part in (y.zfill(4), m, d) if part)
    if m:
        return f"--{m}-{d}" if d else f"--{m}"
    return f"---{d}"


def read_date(text: str, m: re.Match[str]) -> Iterable[Found]:
    part = m.groupdict()
    return [Found(m.start(), m.end(), "claim", "date", iso(part.get("y"), part.get("m"), part.get("d")))]


def _read_masked(text: str, m: re.Match[str]) -> Iterable[Found]:
    known = iso(None, m["m"], m["d"]) if m["m"] else m["y"]
    return [Found(m.start(), m.end(), "claim", "date", known)]


def read_range(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read a range in which the ends share what only one of them states."""
    part = m.groupdict()
    low = iso(part.get("y"), part.get("m"), part.get("d"))
    high = iso(part.get("y2") or part.get("y"), part.get("m2") or part.get("m"), part.get("d2"))
    value: Value = (low, high)
    return [Found(m.start(), m.end(), "claim", "range", value)]


_FOLLOWS_SHORT_YEAR = r"(?=被|获|荣|建|开|入|落|换|底|初|末|[，,、]|以来|至|到|起|度|上半年|下半年|版|成立|建成|投|的)"
RULES: tuple[Rule, ...] = (
    Rule(
        "full date",
        ARAB_STARTS + "〇零○一二六七八九",
        compiled(
            rf"{_START}(?P<y>{YEAR}|{_SHORT_YEAR}){SPACE}[年的]{SPACE}(?P<m>{MONTH}){SPACE}{_MONTH_SIGN}(?![季饼]|经[期常血量痛])(?:{SPACE}(?P<d>{DAY}){_DAY_SIGN})?"
        ),
        read_date,
        {
            "于[2006年5月12日]": "2006-05-12",
            "[二〇一〇年五月]": "2010-05",
            "[二0一一年五月十八日]": "2011-05-18",
            "[2008的5月12日]": "2008-05-12",
            "[08年9月]底": "2008-09",
            "[２０１９年３月]": "2019-03",
            "[2019 年 3 月 5 日]": "2019-03-05",
            "[2024年l0月1O日]": "2024-10-10",
        },
        ("2006年", "10年来", "三年级5月"),
        after="年的OoQlIｏＯ \u3000\xa0",
    ),
    Rule(
        "year",
        "0129０１２９〇零○一二八九",
        compiled(
            rf"{_START}(?:(?P<y>{YEAR}){SPACE}年(?![级轮])"
            rf"|(?P<z>[0０][0-9０-９])年(?![级轮])|(?P<s>[9９][0-9０-９]|[〇零○九八][〇零○一二三四五六七八九])年{_FOLLOWS_SHORT_YEAR})"
        ),
        lambda text, m: [Found(m.start(), m.end(), "claim", "date", iso(m["y"] or m["z"] or m["s"], None, None))],
        {
            "[2006年]以来": "2006",
            "[二〇〇二年]": "2002",
            "[1998年]底": "1998",
            "[2O10年]获奖": "2010",
            "[二Ｏ一五年]撤村": "2015",
            "[08年]被评为": "2008",
            "[09年]全村": "2009",
        },
        ("20年来", "三年规划", "3000年级"),
        after="年OoQlIｏＯ \u3000\xa0",
    ),
    Rule(
        "bare year",
        "12",
        compiled(
            r"(?<![0-9０-９.．A-Za-z])(?P<y>(?:19|20)\d\d)(?=上半年|下半年|学年|财年|春节|元旦|国庆|版|届|级|秋|春|夏|冬|第[一二三四]季|[）)]\d+号)"
            r"|(?<![0-9０-９.．A-Za-z])(?P<y2>(?:19|20)\d\d)(?=[、和](?:19|20)\d\d(?:[、年）)]|连续|[两二三四五]个?年))"
            r"|(?<=(?:19|20)\d\d[、和])(?P<y3>(?:19|20)\d\d)(?=[、）)]|连续|[两二三四五]个?年)"
        ),
        lambda text, m: [Found(m.start(), m.end(), "claim", "date", m["y"] or m["y2"] or m["y3"])],
        {
            "[2023]上半年": "2023",
            "[2019]级新生": "2019",
            "[2017]、2018、2019连续三年": "2017",
            "（2010、[2011]）": "2011",
            "[2022]、2023两年": "2022",
            "2022和[2023]两年": "2023",
        },
        ("2023上报", "2000人"),
        after="上下学财春元国版届级秋夏冬第)）、和连年个",
    ),
    Rule(
        "month and day",
        COUNTED_STARTS + "十元lIOo",
        compiled(rf"{_START}(?P<m>{MONTH}){SPACE}月{SPACE}(?P<d>{DAY}){_DAY_SIGN}"),
        read_date,
        {
            "[5月12日]": "--05-12",
            "[三月五日]": "--03-05",
            "[9月3号]": "--09-03",
            "[12 月 4 日]": "--12-04",
            "[元月16日]": "--01-16",
            "[1O月15日]": "--10-15",
            "[5月21]、22日": "--05-21",
        },
        ("5月12场", "5个月12日", "5月21、22场"),
        after="月元OolI \u3000\xa0",
    ),
    Rule(
        "month",
        COUNTED_STARTS + "十lIOo",
        compiled(
            rf"(?:(?<![0-9０-９.．个這这近])|(?<=整个))(?P<m>{MONTH}){SPACE}{_MONTH_SIGN}(?!(?<=一月)[一-龥]{{0,4}}一[次场期回轮])(?![季饼光球亮牙薪票均息嫂]|租(?![用借赁下])|供(?![水电暖热气应货])|经[期常血量痛])(?:(?<=月[、和与].月)|(?<=月[、和与]..月)|(?![一两二三四五六七八九][次期场个讲课主调]))"
        ),
        read_date,
        {
            "[六月份]以来": "--06",
            "整个[7月]": "--07",
            "[5月]以后": "--05",
            "[十二月]底": "--12",
            "[11 月]": "--11",
            "6月、[11月]两次": "--11",
            "[l0月]起": "--10",
            "[4月]供暖结束": "--04",
        },
        ("5个月", "6月季", "一月一次", "IO月", "3月供1200元"),
        after="月OolI \u3000\xa0",
    ),
    Rule(
        "numeric date",
        "12",
        compiled(
            r"(?<![\d.])(?P<y>(?:19|20)\d\d)(?P<sep>[-/.．])(?P<m>1[0-2]|0?[1-9])(?P=sep)(?P<d>3[01]|[12]\d|0?[1-9])(?!\d|\.\d)"
        ),
        read_date,
        {"[2010.5.12]": "2010-05-12", "[2010-05-12]": "2010-05-12", "[2010/5/12]": "2010-05-12"},
        ("2010.5.120", "1234.5.6"),
        after="-/.．",
    ),
    Rule(
        "numeric month",
        "12",
        compiled(
            r"(?<![\d.])(?P<y>(?:19|20)\d\d)(?P<sep>[-/.．])(?P<m>1[0-2]|0[1-9]|[1-9])(?![\d.%％万亿个人户次名元条件份平年月吨亩米公套]|[-/]\d)"
        ),
        read_date,
        {"自[2010.5]起": "2010-05", "（[2021-09]）": "2021-09"},
        ("2010.5万元", "2009-2010年", "2023-12年"),
        after="-/.．",
    ),
    Rule(
        "masked date",
        "12xX×＿_ｘＸ二",
        compiled(
            rf"(?<![0-9A-Za-z_])(?P<y>{_MASKED_YEAR}|{_MASK}{{1,4}}(?=[ ]?年[ ]?{MONTH}[ ]?月)){SPACE}"
            rf"(?:年|(?=上半年|下半年))"
            rf"(?:{SPACE}(?:(?P<m>{MONTH})|{_MASK}{{1,2}}){SPACE}{_MONTH_SIGN}(?:{SPACE}(?:(?P<d>{DAY})|{_MASK}{{1,2}})[日号])?)?"
        ),
        _read_masked,
        {
            "[20xx年]上半年": "20xx",
            "[xxx年3月]": "--03",
            "[201x年6月23日]": "--06-23",
            "[20__年]": "20__",
            "[20xx年x月]": "20xx",
        },
        ("xx街道", "xx年级"),
        after="xX×＿_*＊○ｘＸ某年 \u3000\xa0",
    ),
    Rule(
        "years",
        "12１２一二",
        compiled(rf"{_START}(?P<y>{YEAR}){SPACE}{DASH}{SPACE}(?P<y2>{YEAR}|\d\d){SPACE}(?:年(?!级)|(?=学年|财年))"),
        read_range,
        {"[2008—2010年]": ("2008", "2010"), "[2009-2010年]": ("2009", "2010"), "[2016至2020年]": ("2016", "2020")},
        ("1200-1500人", "2008年—2010年"),
        after="-—–－~～─至到OoQlI \u3000\xa0",
    ),
    Rule(
        "months",
        COUNTED_STARTS + "十",
        compiled(
            rf"(?<![0-9０-９.．个])(?:(?P<y>{YEAR}){SPACE}年{SPACE})?(?P<m>{MONTH}){SPACE}{DASH}{SPACE}(?P<m2>{MONTH}){SPACE}{_MONTH_SIGN}(?![季])"
        ),
        read_range,
        {
            "[1至9月]": ("--01", "--09"),
            "[4—6月份]": ("--04", "--06"),
            "[2010年1-6月]": ("2010-01", "2010-06"),
            "[七至九月]": ("--07", "--09"),
        },
        ("3至5个月", "3月至5月"),
        after="-—–－~～─至到年OolI \u3000\xa0",
    ),
)
