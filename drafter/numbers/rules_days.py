"""Rules for days without their year: of a month (每月8日, 5月21、22日), of the lunar year, and from one to another.

So many 日 that last are no such day: 停水2日, 公示期为7日.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.numbers.rules_dates import DAY, DAYS_ON, MONTH, YEAR, iso, read_range
from drafter.numbers.shapes import COUNTED_STARTS, DASH, SPACE, Found, Rule, compiled

_DATED = re.compile(rf"月{SPACE}{DAY}{SPACE}[日号]?(?:[、和及与]{DAY}[日号]?)*[、和及与]$")
"""A day of a month before another of the same: 5月18日、25日, 5月21、22日."""
_NEAR = 40
_REACH = 12
_LASTING = re.compile(
    r"(?:(?P<always>连续|持续|历时|為期|为期|提前|(?<![是力])限期?|延[长期]|宽限|累计|共计?|合计|缩短|推迟)"
    r"|(?:公示|公告|隔离|停[水电气课工业运产诊]|放假|休假|请假|展出|集训|军训|试用|试行|试运行|拘留|住院|留观|观察|展期|工期|假期)"
    r"(?:期限?|时间|时长)?)(?:了|共|约|共计|(?:[为達达]|不[少超][于过]|不低于))?[ ]?$"
)
"""Words behind which so many 日 are a length of time: 停水2日, 公示期为7日, 提前3日通知."""
_BEGINS = re.compile("[前起至到止—~-]|[上下中]午|晚|早|凌晨|开[始展]|举行|召开|结束|恢复|[、和及与][0-9一二三]")
"""Behind a day of the month: 公示7日开始, 限15日前整改."""


def _day(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Leave a single Chinese digit before 日 alone, 慈善一日捐, and what follows no day of a month: 2日、3日游."""
    if m["f"] and not _DATED.search(text[max(0, m.start() - _NEAR) : m.start()]):
        return []
    if m["d"] and m.group()[-1] == "日" and _lasts(text, m):
        return []
    if m["d"] and m["d"] in "一二三四五六七八九" and not text[: m.start()].endswith("月"):
        return []
    return [Found(m.start(), m.end(), "claim", "date", iso(None, None, m["d"] or m["e"] or m["f"]))]


def _lasts(text: str, m: re.Match[str]) -> bool:
    """Say whether so many 日 are a length of time, for the words before them: 停课3日, 连续3日开展义诊."""
    before = _LASTING.search(text[max(0, m.start() - _REACH) : m.start()])
    begins = _BEGINS.match(text, m.end()) if before else None
    return before is not None and (begins is None or (before["always"] is not None and begins.group() not in "前起止"))


RULES: tuple[Rule, ...] = (
    Rule(
        "lunar day",
        "正腊一二三四五六七八九十",
        compiled(
            rf"(?:(?P<m>正)|(?P<m2>腊)|(?<=农历)(?P<m3>{MONTH}))月(?P<d>初?[一二三四五六七八九]|初十|十[一二三四五六七八九]?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]|三十)(?:日)?(?![个名])"
        ),
        lambda text, m: [
            Found(
                m.start(), m.end(), "claim", "date", iso(None, "1" if m["m"] else "12" if m["m2"] else m["m3"], m["d"])
            )
        ],
        {"[正月十五]闹元宵": "--01-15", "[腊月廿三]": "--12-23", "农历[九月初九]": "--09-09"},
        ("正月里来",),
        after="月正腊",
    ),
    Rule(
        "day of month",
        COUNTED_STARTS + "十廿",
        compiled(
            rf"(?:(?<![0-9０-９.．月第期周百千万路街巷弄道院区园苑楼里村栋座幢组号、-]))(?P<d>{DAY})(?:{SPACE}日(?![常用均间夜子游内捐志报]|之内|以内|后|行)|号(?=[，,。、；上下早晚前后之起至到]))"
            rf"|(?<=[每当本同次上下]月)(?P<e>{DAY})(?:[日号](?!常)|{DAYS_ON})"
            rf"|(?<=[日号0-9０-９一二三四五六七八九十][、和及与])(?P<f>{DAY})(?:[日号](?!常)|{DAYS_ON})"
        ),
        _day,
        {
            "每月[8日]": "---08",
            "[10号]前": "---10",
            "每月[15日]为": "---15",
            "于[16日]举行": "---16",
            "5月18日、[25日]两场": "---25",
            "每月[5]、15、25日": "---05",
            "每月5、[15]、25日": "---15",
            "5月21、[22日]": "---22",
        },
        ("3号线", "12号楼", "百日攻坚", "10日内", "一日捐", "隔离14日", "公示期为7日", "提前3日通知", "共21、22场"),
        after="日号、和及与 \u3000\xa0",
    ),
    Rule(
        "days",
        COUNTED_STARTS + "十廿",
        compiled(rf"""(?<![0-9０-９.．个])(?:(?:(?P<y>{YEAR}){SPACE}年{SPACE})?(?P<m>{MONTH}){SPACE}月{SPACE})?
            (?P<d>{DAY}){SPACE}[日号]?{SPACE}{DASH}{SPACE}(?P<d2>{DAY}){SPACE}(?:日(?!内|以内|游)|号(?=[，,。、上下早晚前后之举]))"""),
        read_range,
        {
            "[5月16日至27日]": ("--05-16", "--05-27"),
            "[10月21日—22日]": ("--10-21", "--10-22"),
            "[5—7日]": ("---05", "---07"),
        },
        ("9-11号楼", "5月17日至5月23日"),
        after="-—–－~～─至到年月日号OolI \u3000\xa0",
    ),
)
