"""Rules for clock times, weekdays, quarters and decades."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from drafter.models import Value
from drafter.numbers.day_parts import hour_told, of_part, part_of_day
from drafter.numbers.numerals import read_numeral
from drafter.numbers.shapes import ARAB_STARTS, COUNTED_STARTS, SPACE, D, Found, Rule, compiled

_HOUR = rf"(?:{D}{{1,2}}|二?十[一二三四五六七八九]?|[零一二三四五六七八九两])"
_MINUTE = rf"(?:{D}{{1,2}}|[二三四五]?十[一二三四五六七八九]?|零[一二三四五六七八九])"
_BEFORE_HOUR = frozenset("早晚午晨夜日至到天上")
_AFTER_HOUR = re.compile("前|后|多|许|起|开[始门放]|至|到|左右|—|-|~|～|以前|以后|之前|之后|上班|下班")
_AFTER_TIME = re.compile("许|前|后|起|至|到|，|。|左右|—|整|在|以前|以后")
_BEFORE_RATIO = re.compile(r"比(?:例|值|重)?(?:大?约|不?[低高]于|接近|[不未]?超过|不足|达到)?[为是达]?到?[ ]?$")
_NEAR = 8
_PARTS = {"半": "30", "整": "00", "钟": "00", "一刻": "15", "三刻": "45"}


def _clock(hour: int, minute: str) -> str:
    value = _PARTS.get(minute) or str(int(read_numeral(minute) or 0)).zfill(2)
    return f"{hour:02d}:{value}"


def _hour(text: str, m: re.Match[str]) -> int:
    """Return the hour of the day: 19 for the 7 of 晚上7点半."""
    return hour_told(int(read_numeral(m["h"]) or 0), text, m.start())


def _read_clock(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read 16:30 as a time of day; behind 比 it is a ratio, which another rule reads."""
    if _BEFORE_RATIO.search(text[max(0, m.start() - _NEAR) : m.start()]):
        return []
    return [Found(m.start(), m.end(), "claim", "other", _clock(_hour(text, m), m["min"]))]


def _read_clocks(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read both ends; the later one is of the same part of the day, or of the next day."""
    first = _hour(text, m)
    last = int(read_numeral(m["h2"]) or 0)
    later = of_part(last, part_of_day(text, m.start()))
    value: Value = (_clock(first, m["min"]), _clock(later if later > first else last, m["min2"]))
    return [Found(m.start(), m.end(), "claim", "range", value)]


def _read_hour(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read 8点 as the hour 8 as written, and 8点半 as 08:30 or, in the evening, 20:30.

    三点要求 are no hour, so the words around must speak of time.
    """
    hour, minute = read_numeral(m["h"]), m["min"] or m["two"] or m["part"]
    if hour is None or hour > 24:
        return []
    if minute in (None, "钟", "整"):
        announced = text[m.start() - 1 : m.start()] in _BEFORE_HOUR and m.start() > 0
        if not (announced or minute or (_AFTER_HOUR if m["sign"] in "点點" else _AFTER_TIME).match(text, m.end())):
            return []
        return [Found(m.start(), m.end(), "claim", "other", hour, "点")]
    return [Found(m.start(), m.end(), "claim", "other", _clock(hour_told(int(hour), text, m.start()), minute))]


_SUNDAY = Decimal(7)


def _read_weekday(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Take the whole word for a weekday named alone; in 周二、四、六 the later ones are numerals only."""
    prefix = 1 if text[m.start() - 1] == "周" else 2
    found = [
        Found(
            m.start() - prefix,
            m.end("n"),
            "claim",
            "other",
            _weekday(m),
            "周",
        )
    ]
    for more in re.finditer("[一二三四五六]", m["more"]):
        at = m.start("more") + more.start()
        found.append(Found(at, at + 1, "claim", "other", read_numeral(more.group()), "周"))
    return found


def _read_weekday_once(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Take 周六 and 一 of 每周六一场 for a weekday and a count, and not for sixty-one."""
    once = m.start("once")
    weekday = Found(m.start() - (1 if text[m.start() - 1] == "周" else 2), once, "claim", "other", _weekday(m), "周")
    return [weekday, Found(once, m.end(), "claim", "quantity", Decimal(1), text[m.end()])]


def _weekday(m: re.Match[str]) -> Decimal | None:
    return _SUNDAY if m["n"] in "日天" else read_numeral(m["n"])


def _read_quarter(text: str, m: re.Match[str]) -> Iterable[Found]:
    return [Found(m.start(), m.end(), "claim", "date", read_numeral(m["n"]), "季度")]


def _read_decade(text: str, m: re.Match[str]) -> Iterable[Found]:
    return [Found(m.start(), m.end(), "claim", "date", read_numeral(m["n"]), "年代")]


RULES: tuple[Rule, ...] = (
    Rule(
        "clock",
        ARAB_STARTS,
        compiled(
            r"(?<![0-9０-９:：.])(?P<h>[01]?\d|2[0-4]|[０-９]{1,2})[:：](?P<min>[0-5][0-9]|[０-５][０-９])"
            r"(?:[:：][0-5]\d)?(?![0-9０-９:：%]|[ ]?的?(?:比例|比))"
        ),
        _read_clock,
        {"每天[16:30]至18点": "16:30", "[8：30]开始": "08:30", "每晚[7:30]": "19:30"},
        ("2:1", "按1:10的比例", "师生比约为1:15", "师生比不低于1:15", "师生比例接近1:20"),
        after=":：",
    ),
    Rule(
        "clock to clock",
        ARAB_STARTS,
        compiled(
            rf"(?<![0-9０-９:：.])(?P<h>{D}{{1,2}})[:：](?P<min>{D}{{2}}){SPACE}(?:--?|[—–－~～─]+){SPACE}(?P<h2>{D}{{1,2}})[:：](?P<min2>{D}{{2}})(?![0-9０-９:：])"
        ),
        _read_clocks,
        {"[8:30—17:30]": ("08:30", "17:30"), "下午[2:30—5:00]": ("14:30", "17:00")},
        ("16:30至18:00",),
        after=":：",
    ),
    Rule(
        "hour",
        COUNTED_STARTS + "零十两",
        compiled(
            rf"(?<![0-9０-９.第])(?P<h>{_HOUR}){SPACE}(?P<sign>[点點时時])(?:(?P<min>{_MINUTE})分|(?P<two>[0-5][0-9])(?!\d)|(?P<part>半|整|钟|一刻|三刻))?"
        ),
        _read_hour,
        {
            "早上[8点半]": "08:30",
            "下午[3点半]": "15:30",
            "上午[9时30分]": "09:30",
            "晚[7点]": Decimal(7),
            "[18点]前": Decimal(18),
            "晚上[10点]": Decimal(10),
        },
        ("三点要求", "四点建议", "几点体会", "24小时"),
        after="点點时時 \u3000\xa0",
    ),
    Rule(
        "weekday",
        "一二三四五六日天",
        compiled(
            r"(?:(?<=周)|(?<=星期)|(?<=礼拜))(?P<n>[一二三四五六]|日(?![常均用程本])|(?<=[期拜])天(?!气))(?P<more>(?:[、和至到-]?[一二三四五六](?![0-9个名场次]))*)(?!天(?!天)|课(?![后余间前])|[次年期讲场个户遍届支条篇件份节批项名]|[学查评训报测检访巡议研督清主][、，。”；题]|会(?!商|议)|轮(?!流|班|值))"
        ),
        _read_weekday,
        {
            "[周五]组织": Decimal(5),
            "[周五]天天开门": Decimal(5),
            "[周五]课后": Decimal(5),
            "每[星期一]": Decimal(1),
            "每逢[周日]": Decimal(7),
        },
        ("每周一次", "每周四篇", "三周一期", "每周日均3次", "一周天气"),
        before="周期拜",
    ),
    Rule(
        "weekday and once",
        "一二三四五六",
        compiled("(?:(?<=每周)|(?<=星期)|(?<=礼拜))(?P<n>[一二三四五六])(?P<once>一)(?=[场次期课节堂])"),
        _read_weekday_once,
        {"每[周三]一期": Decimal(3), "[星期四]一课": Decimal(4)},
        ("每周一期", "每周十一场", "六一场"),
        before="周期拜",
    ),
    Rule(
        "quarter",
        "一二三四1234",
        compiled(r"(?<![0-9第每])(?P<n>[一二三四1234])季度(?![一1]次|更新)"),
        _read_quarter,
        {"[三季度]": Decimal(3)},
        ("四季有花", "每一季度"),
        after="季",
    ),
    Rule(
        "quarters in a row",
        "一二三四1234",
        compiled("(?<![0-9每])(?P<n>[一二三四1-4])(?=(?:[、和及与]第?[一二三四1-4]){1,3}季度)"),
        _read_quarter,
        {"全年[一]、二季度": Decimal(1), "第[二]、三季度": Decimal(2), "第[三]、第四季度": Decimal(3)},
        ("一、二季花", "每1、2季度"),
        after="、和及与",
    ),
    Rule(
        "decade",
        ARAB_STARTS + "二三四五六七八九",
        compiled(rf"(?P<n>{D}0|[二三四五六七八九]十|{D}{{3}}0)年代"),
        _read_decade,
        {"上世纪[80年代]": Decimal(80), "[九十年代]": Decimal(90)},
        ("80年",),
        after="年",
    ),
)
