"""Rules for dates, ranges of dates, clock times, weekdays and quarters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from drafter.models import Value
from drafter.numbers.numerals import FULL_WIDTH, HAN, read_numeral
from drafter.numbers.shapes import ARAB_STARTS, HAN_STARTS, SPACE, Found, Rule, D, compiled

_HAN_YEAR = "[一二][〇零○0０oO九八七六五四三二一]{3}"
_MASK = "[xX×＿_*○ｘ某]"
_YEAR = rf"(?:[12１２]{D}{{3}}|{_HAN_YEAR}|[12][0-9oO]{{3}})"
_MASKED_YEAR = rf"(?:[12]\d{{0,2}}{_MASK}{{1,4}}|{_MASK}{{2,4}}|二[〇零○]{_MASK}{{2}})"
_SHORT_YEAR = rf"(?:{D}{D}|[〇零○九八七六][〇零○一二三四五六七八九])"
_MONTH = r"(?:[1１][0-2０-２]|[0０]?[1-9１-９]|十[一二]?|[一二三四五六七八九元])"
_DAY = r"(?:[3３][01０１]|[12１２][0-9０-９]|[0０]?[1-9１-９]|三十一?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|十[一二三四五六七八九]?|初?[一二三四五六七八九]|初十)"
_DASH = "(?:--|[-—–－~～─至到])"
_STARTS = ARAB_STARTS + HAN_STARTS
_NO_PLACE = "(?![楼院线号库门店栋幢机路桥井])"


def _plain(text: str | None) -> str:
    """Write the digits of a year, month or day as ASCII digits; unreadable ones become empty."""
    if not text:
        return ""
    if text == "元":
        return "1"
    value = read_numeral(text.replace("初", "").translate(FULL_WIDTH))
    return "" if value is None else str(int(value))


def iso(year: str | None, month: str | None, day: str | None) -> str:
    """Write a date with unknown parts left out: 2006-05, --05-12, ---10."""
    y, m, d = _plain(year), _plain(month), _plain(day)
    if len(y) == 2:
        y = f"19{y}" if int(y) > 40 else f"20{y}"
    if len(y) == 1:
        y = f"200{y}"
    if m:
        m = m.zfill(2)
    if d:
        d = d.zfill(2)
    if y:
        return "-".join(part for part in (y.zfill(4), m, d) if part)
    if m:
        return f"--{m}-{d}" if d else f"--{m}"
    return f"---{d}"


def _read_date(text: str, m: re.Match[str]) -> Iterable[Found]:
    part = m.groupdict()
    yield Found(m.start(), m.end(), "claim", "date", iso(part.get("y"), part.get("m"), part.get("d")))


def _read_masked(text: str, m: re.Match[str]) -> Iterable[Found]:
    part = m.groupdict()
    value: Value = iso(None, part["m"], part["d"]) if part["m"] else m["y"].replace("某", "x").replace("×", "x")
    yield Found(m.start(), m.end(), "claim", "date", value)


def _read_dates(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read a range in which the ends share what only one of them states."""
    part = m.groupdict()
    low = iso(part.get("y"), part.get("m"), part.get("d"))
    high = iso(part.get("y2") or part.get("y"), part.get("m2") or part.get("m"), part.get("d2"))
    yield Found(m.start(), m.end(), "claim", "range", (low, high))


def _read_clock(text: str, m: re.Match[str]) -> Iterable[Found]:
    yield Found(m.start(), m.end(), "claim", "other", _clock(m["h"], m["min"]))


def _read_clocks(text: str, m: re.Match[str]) -> Iterable[Found]:
    yield Found(m.start(), m.end(), "claim", "range", (_clock(m["h"], m["min"]), _clock(m["h2"], m["min2"])))


def _clock(hour: str, minute: str | None) -> str:
    half = {"半": "30", "整": "0", "一刻": "15", "三刻": "45", "钟": "0"}
    return f"{_plain(hour).zfill(2)}:{(half.get(minute or '') or _plain(minute) or '0').zfill(2)}"


def _read_oclock(text: str, m: re.Match[str]) -> Iterable[Found]:
    hour = read_numeral(m["h"])
    if hour is not None and hour <= 24:
        yield Found(m.start(), m.end(), "claim", "other", _clock(m["h"], m["min"] or m["half"]))


def _read_weekday(text: str, m: re.Match[str]) -> Iterable[Found]:
    prefix = 1 if text[m.start() - 1] == "周" else 2
    yield Found(m.start() - prefix, m.end(), "claim", "other", read_numeral(m["n"]))


def _read_quarter(text: str, m: re.Match[str]) -> Iterable[Found]:
    yield Found(m.start(), m.end(), "claim", "date", read_numeral(m["n"]), "季度")


def _read_decade(text: str, m: re.Match[str]) -> Iterable[Found]:
    yield Found(m.start(), m.end(), "claim", "date", read_numeral(m["n"]), "年代")


_TIME = rf"{D}{{1,2}}[:：]{D}{{2}}(?![{HAN}0-9０-９])"
_RULES = (
    Rule(
        "full date", _STARTS,
        compiled(rf"""(?<![0-9０-９.．])(?P<y>{_YEAR}|{_SHORT_YEAR}){SPACE}[年的]{SPACE}(?P<m>{_MONTH}){SPACE}月(?!季|饼|经)(?:份(?!额))?
            (?:{SPACE}(?P<d>{_DAY})(?:{SPACE}[日号號]{_NO_PLACE}|(?=[上下中]午|晚上|凌晨)))?"""),
        _read_date,
        {"于[2006年5月12日]": "2006-05-12", "[二〇一〇年五月]": "2010-05", "[二0一一年五月十八日]": "2011-05-18", "[2008的5月12日]": "2008-05-12",
         "[08年9月]底": "2008-09", "[２０１９年３月]": "2019-03"},
        ("2006年", "10年来", "三年级5月"),
    ),
    Rule(
        "year", _STARTS,
        compiled(rf"(?<![0-9０-９.．])(?:(?P<y>{_YEAR}){SPACE}年(?![级轮])"
                 rf"|(?P<y2>[09０９〇零○九八]{D}|[〇零○九八][〇零○一二三四五六七八九])年(?=被|获|荣获|底|初|[，,、]|以来|至|到|起|度|上半年|下半年|版|成立))"),
        lambda text, m: [Found(m.start(), m.end(), "claim", "date", iso(m["y"] or m["y2"], None, None))],
        {"[2006年]以来": "2006", "[二〇〇二年]": "2002", "[1998年]底": "1998", "[2O10年]获奖": "2010", "[08年]被评为": "2008"},
        ("20年来", "三年规划", "3000年级"),
    ),
    Rule(
        "bare year", ARAB_STARTS,
        compiled(r"(?<![0-9０-９.．A-Za-z])(?P<y>(?:19|20)\d\d)(?=上半年|下半年|学年|财年|春节|元旦|国庆|版|届|级|秋|春|夏|冬|第[一二三四]季)"),
        _read_date,
        {"[2023]上半年": "2023"},
    ),
    Rule(
        "month and day", _STARTS,
        compiled(rf"""(?<![0-9０-９.．])(?P<m>{_MONTH}){SPACE}月{SPACE}(?:
            (?P<d>{_DAY})(?:{SPACE}[日号號]{_NO_PLACE}|(?=[上下中]午|晚上|凌晨)))"""),
        _read_date,
        {"[5月12日]": "--05-12", "[三月五日]": "--03-05", "[9月3号]": "--09-03"},
        ("5月12场",),
    ),
    Rule(
        "month", _STARTS,
        compiled(rf"""(?<![0-9０-９.．个這这])(?P<m>{_MONTH}){SPACE}月(?:份(?!额))?(?![季饼经光球亮牙薪一两二三四五六七八九][^0-9]?)"""),
        _read_date,
        {"[六月份]以来": "--06", "[5月]以后": "--05", "[十二月]底": "--12"},
        ("5个月", "6月季"),
    ),
    Rule(
        "day of month", _STARTS,
        compiled(rf"(?<![0-9０-９.．月第星期周])(?P<d>{_DAY})(?:日(?![常用均间夜子游])|号(?=[，,。、上下早晚前后之起至到]))"),
        _read_date,
        {"每月[8日]": "---08", "[10号]前": "---10"},
        ("3号线", "12号楼", "百日攻坚"),
    ),
    Rule(
        "numeric date", ARAB_STARTS,
        compiled(r"(?<![\d.])(?P<y>(?:19|20)\d\d)(?P<sep>[-/.．])(?P<m>1[0-2]|0?[1-9])(?:(?P=sep)(?P<d>3[01]|[12]\d|0?[1-9]))(?![\d.]\d?)"),
        _read_date,
        {"[2010.5.12]": "2010-05-12", "[2010-05-12]": "2010-05-12", "[2010/5/12]": "2010-05-12"},
    ),
    Rule(
        "numeric month", ARAB_STARTS,
        compiled(r"(?<![\d.])(?P<y>(?:19|20)\d\d)(?P<sep>[-/.．])(?P<m>1[0-2]|0?[1-9])(?![\d.%％万亿个人户次名元条件份平])"),
        _read_date,
        {"自[2010.5]起": "2010-05", "（[2021-09]）": "2021-09"},
    ),
    Rule(
        "masked year", ARAB_STARTS + "xX×＿_ｘ二",
        compiled(rf"(?<![0-9A-Za-z_])(?P<y>{_MASKED_YEAR}){SPACE}(?:年|(?=上半年|下半年))(?:{SPACE}(?P<m>{_MONTH}){SPACE}月(?:份(?!额))?(?:(?P<d>{_DAY})[日号])?)?"),
        _read_masked,
        {"[20xx年]上半年": "20xx", "[xxx年3月]": "--03", "[201x年6月23日]": "--06-23"},
    ),
    Rule(
        "years", _STARTS,
        compiled(rf"(?<![0-9０-９.．])(?P<y>{_YEAR}){SPACE}{_DASH}{SPACE}(?P<y2>{_YEAR}){SPACE}(?:年(?!级)|(?=学年|财年))"),
        _read_dates,
        {"[2008—2010年]": ("2008", "2010"), "[2009-2010年]": ("2009", "2010")},
        ("1200-1500人",),
    ),
    Rule(
        "months", _STARTS,
        compiled(rf"(?<![0-9０-９.．个])(?:(?P<y>{_YEAR}){SPACE}年)?(?P<m>{_MONTH}){SPACE}{_DASH}{SPACE}(?P<m2>{_MONTH}){SPACE}月(?:份(?!额))?"),
        _read_dates,
        {"[1至9月]": ("--01", "--09"), "[4—6月份]": ("--04", "--06"), "[2010年1-6月]": ("2010-01", "2010-06")},
        ("3至5个月",),
    ),
    Rule(
        "days", _STARTS,
        compiled(rf"""(?<![0-9０-９.．个])(?:(?:(?P<y>{_YEAR}){SPACE}年{SPACE})?(?P<m>{_MONTH}){SPACE}月{SPACE})?
            (?P<d>{_DAY}){SPACE}[日号]?{SPACE}{_DASH}{SPACE}(?P<d2>{_DAY}){SPACE}(?:日|号(?=[，,。、上下早晚前后之]))"""),
        _read_dates,
        {"[5月19日至26日]": ("--05-19", "--05-26"), "[10月21日—22日]": ("--10-21", "--10-22"), "[5—7日]": ("---05", "---07")},
        ("9-11号楼",),
    ),
    Rule(
        "clock", ARAB_STARTS,
        compiled(rf"(?<![0-9０-９:：.])(?P<h>[01]?\d|2[0-4]|[０-９]{{1,2}})[:：](?P<min>[0-5][0-9]|[０-５][０-９])(?:[:：][0-5]\d)?(?![0-9０-９:：]|{SPACE}的比例|比)"),
        _read_clock,
        {"每天[16:30]至18点": "16:30"},
        ("2:1", "比例为10:1"),
    ),
    Rule(
        "clock to clock", ARAB_STARTS,
        compiled(rf"(?<![0-9０-９:：.])(?P<h>{D}{{1,2}})[:：](?P<min>{D}{{2}}){SPACE}(?:--?|[—–－~～─]+){SPACE}(?P<h2>{D}{{1,2}})[:：](?P<min2>{D}{{2}})(?![0-9０-９:：])"),
        _read_clocks,
        {"[8:30—17:30]": ("08:30", "17:30")},
    ),
    Rule(
        "o'clock", _STARTS,
        compiled(rf"""(?P<h>{D}{{1,2}}|二?十[一二三四五六七八九]?|二十[一二三四]|[一二三四五六七八九两])
            (?:[点點](?:(?P<min>{D}{{1,2}}|[一二三四五]?十[一二三四五六七八九]?)分|(?P<half>半|整|钟|一刻|三刻)|(?=[前后多许起开至到—-]|就|左右))
              |[时時](?:(?P<min2>{D}{{1,2}})分|(?P<half2>半|整)))
            |(?<=[早晚午晨夜日至到])(?P<h3>{D}{{1,2}}|十[一二]?|[一二三四五六七八九两])[点點時时](?!建议|要求|意见)"""),
        lambda text, m: _read_any_hour(m),
        {"早上[8点半]": "08:30", "上午[9时30分]": "09:30", "晚[7点]": "07:00", "[18点]前": "18:00"},
        ("三点要求", "四点建议", "几点体会"),
    ),
    Rule(
        "weekday", "一二三四五六1-6",
        compiled(r"(?:(?<=周)|(?<=星期)|(?<=礼拜))(?P<n>[一二三四五六])(?![次年会课期讲场个户遍届支条轮把])"),
        _read_weekday,
        {"[周五]组织": Decimal(5), "每[星期一]": Decimal(1)},
        ("每周一次", "三周一次"),
    ),
    Rule(
        "quarter", "一二三四1234",
        compiled(r"(?P<n>[一二三四1234])季度"),
        _read_quarter,
        {"[三季度]": Decimal(3)},
        ("四季有花",),
    ),
    Rule(
        "decade", ARAB_STARTS + "二三四五六七八九",
        compiled(rf"(?P<n>{D}0|[二三四五六七八九]十|{D}{{3}}0)年代"),
        _read_decade,
        {"上世纪[80年代]": Decimal(80), "[九十年代]": Decimal(90)},
    ),
)


def _read_any_hour(m: re.Match[str]) -> Iterable[Found]:
    hour = m["h"] or m["h3"]
    value = read_numeral(hour)
    if value is not None and value <= 24:
        yield Found(m.start(), m.end(), "claim", "other", _clock(hour, m["min"] or m["min2"] or m["half"] or m["half2"]))


RULES: tuple[Rule, ...] = _RULES
