"""Numbers that one dials: 12345热线, 拨打120. The same digits count things wherever no telephone stands near them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.numbers.measure import unit_after
from drafter.numbers.shapes import ENDS, OPENING, Found, Rule, compiled
from drafter.numbers.units import AGE, DURATION, MEASURE, MONEY, words

_SHORT = "110|119|120|122|114|999"
_LONG = (
    "12345|12315|12348|12355|12333|12338|12319|12320|12329|12366|12369|12371|12377|12380|12388|12389|12309|12368|12318"
    "|12350|12356|12385|12393|12395|12328|12331|12339|12301|12305|96110|95598|10086|95588|96345|95119"
)
_CALLED = (
    r"[”\"’]?(?:[市省县区镇][民长级]?)?(?:便民|政务|公共|服务|消费|投诉|举报|咨询|维权|报警|纳税|供[电水热气]|法律|心理|援助)*"
    r"(?:热线|专线|电话|平台|报警|接警|出警|处警|警情|警务|指挥|急救|救护车|联动|查号|反诈|预警"
    r"|消防(?:日|宣传|安全|主题)|宣传[日周月])"
)
_DIALLED = re.compile(
    r"(?:拨打?|致电|拨通|打通|打了?|热线(?:电话)?|专线|电话|报警|报警求助|呼叫|求助|急救|平台)[：:为是]?[“\"‘]?"
    r"(?:(?:\d{3,5})[”\"’]?(?:[、，,/和或及与]|以及)[“\"‘]?)*$"
)
_NAMED_LONG = re.compile(
    r"(?:通过|依托|借助|利用|依靠|对接|受理|承办|办理|接到|接|用好|来自|其中|与|和|及|、|设立)[“\"‘]?$"
)
_JOINED = r"[”\"’]?[、，,/和或及与][“\"‘]?"
_LISTED_AHEAD = re.compile(rf"(?<![\d.])(?:{_SHORT}){_JOINED}$")
_LISTED_BEHIND = re.compile(rf"{_JOINED}(?:{_SHORT})(?![\d.%％万千百])")
_WORD = re.compile("热线|专线|电话|平台|工单|诉求|报警")
_NEAR = 14
_COUNTED = re.compile(
    r"[ ]?[余多]?(?:期(?!间)|[个名人户家次场件项条支处份块张套台辆栋幢年月日元岁届楼天亩吨册本盏株棵位间])"
    r"|[万千百%％]|[-—~至]\d"
)
_MEASURED = (MEASURE | MONEY | AGE | DURATION) - words("平 方 里 度 角 夜 晚 日 年 周 K G M t L")


def _read_hotline(text: str, m: re.Match[str]) -> Iterable[Found]:
    start, end = m.span()
    dialled = _is_long(text, m) if m["long"] else _is_short(text, m)
    return [Found(start, end, "term")] if dialled else []


def _is_short(text: str, m: re.Match[str]) -> bool:
    """Say whether three digits are a telephone's: its words stand beside them, or quotation marks around them."""
    if _CALLED_HERE.match(text, m.end()):
        return True
    if _quoted(text, m):
        return True
    ahead = text[max(0, m.start() - _NEAR) : m.start()]
    behind = _LISTED_BEHIND.match(text, m.end())
    if not _counts(text, behind.end() if behind else m.end()) and (behind or _LISTED_AHEAD.search(ahead)):
        return True
    return not unit_after(text, m.end()).name and _DIALLED.search(ahead) is not None


def _is_long(text: str, m: re.Match[str]) -> bool:
    """Say whether five digits are a telephone's: they mostly are, where nothing is counted and no sentence ends."""
    start, end = m.span()
    if _CALLED_HERE.match(text, end) or _quoted(text, m):
        return True
    if _counts(text, end):
        return False
    ahead, after = text[max(0, start - _NEAR) : start], text[end : end + 1]
    if after and after not in ENDS and after not in "|\t":
        return True
    near = ahead + text[end : end + _NEAR]
    return bool(_DIALLED.search(ahead) or _NAMED_LONG.search(ahead) or _WORD.search(near.partition("\n")[0]))


def _counts(text: str, end: int) -> bool:
    """Say whether a unit follows that is no beginning of another word: 120分钟, 12345户; 12345回访 is none."""
    if _COUNTED.match(text, end):
        return True
    unit = unit_after(text, end)
    if not unit.name:
        return False
    if unit.name in _MEASURED:
        return True
    after = text[unit.end : unit.end + 1]
    return not after or after in ENDS or unit.approx != "exact"


def _quoted(text: str, m: re.Match[str]) -> bool:
    """Say whether quotation marks stand around a number, with or without a word that it is likened by: “山里的119”."""
    named = _LIKENED.search(text, max(0, m.start() - _NEAR), m.start())
    opened = text[m.start() - 1 : m.start()] in OPENING or named is not None
    return opened and text[m.end() : m.end() + 1] in '”」』’"'


_LIKENED = re.compile(r"[“「『‘][\u4e00-\u9fff]{1,6}(?<![共约达近为有至到计满超逾是第加减])$")


_CALLED_HERE = re.compile(_CALLED)

RULES: tuple[Rule, ...] = (
    Rule(
        "hotline",
        "19",
        compiled(rf"(?<![\d.])(?:(?P<long>{_LONG})|{_SHORT})(?![\d]|[.．,，]\d)"),
        _read_hotline,
        {
            "[12345]热线": None,
            "[12315]平台": None,
            "[119]消防日": None,
            "拨打[120]。": None,
            "“[110]”": None,
            "“山里的[119]”": None,
            "与[110]、119等部门": None,
            "依托[12345]、网格": None,
            "[12345]回访": None,
            "热线电话：[12315]": None,
        },
        (
            "119.5",
            "119幢",
            "缩短120分钟",
            "党员：120",
            "12345斤粮",
            "共120",
            "人口|12345|",
            "平台120次",
            "120名热线员",
            "“共120”",
        ),
        run=3,
    ),
)
