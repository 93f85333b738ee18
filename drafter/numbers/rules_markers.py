"""Rules for numbers that only enumerate: 一、 （一） 1. ① 一是 第一， 篇1, and 一抓……二抓……."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.numbers.measure import unit_after
from drafter.numbers.shapes import ARAB_STARTS, D, Found, Rule, compiled, cores

_HAN_N = "(?:二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_N = rf"(?:{D}{{1,2}}|{_HAN_N})"
_STARTS = ARAB_STARTS + "一二三四五六七八九十"
OPENERS = frozenset("。；;：:！!？?\n“\"'‘（(【[]】●■◆★·•>*#|")
_BLANKS = frozenset(" \t\u3000\xa0")
_COUNTED = frozenset("户人名个次场件条处份块套台家元天年月日岁吨亩米册张位期栋支所") | {"平方米", "小时", "公里"}
_SIGHT = 300
"""How far away the next item of a list is looked for."""
_ORDER = "一二三四五六七八九十"


def before(text: str, at: int) -> str:
    """Return the sign before `at`, blanks left out; a line break stands for the beginning of the text."""
    here = at - 1
    while here >= 0 and at - here < 40 and text[here] in _BLANKS:
        here -= 1
    return text[here] if here >= 0 else "\n"


def _heading(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Take 一、 and 1. at the beginning of a line or sentence; 一、二、三等奖 and 12 户 are none."""
    sign, last = before(text, m.start()), m["sep"][-1]
    if last in _BLANKS or last == ",":
        good = sign == "\n" and unit_after(text, m.end("n")).name not in _COUNTED
    elif last in ")）":
        good = sign in OPENERS or sign in "，,、"
    else:
        good = sign in OPENERS
    lists_on = last not in ")）" and _LISTS_ON.match(text, m.end()) and not _dated_item(text, m, sign)
    return [Found(m.start("n"), m.end("n"), "marker")] if good and not lists_on else []


_LISTS_ON = re.compile(r"[一二三四五六七八九十]、|[一二三]等奖|\d+[、.．]?\d*[号楼栋组期月日年级]")
_DATE = re.compile(r"[12]\d{3}[ ]?年|\d{1,2}月\d{1,2}日")
_MONTH = re.compile(r"(\d{1,2})月")


def _dated_item(text: str, m: re.Match[str], sign: str) -> bool:
    """Say whether a date or place stands behind an item's number: 1、2023年, and 1、5月 before a line 2、6月.

    1、2月 is rather two months, where no item 2 follows.
    """
    if not m["n"].isdecimal():
        return False
    if _DATE.match(text, m.end()) or in_a_list(text, m.start(), int(m["n"]), m["sep"].strip()):
        return True
    month = _MONTH.match(text, m.end())
    return month is not None and sign == "\n" and int(month[1]) != int(m["n"]) + 1


def in_a_list(text: str, start: int, number: int, sep: str) -> bool:
    """Say whether the item before or behind one stands nearby, at the beginning of a line or sentence."""
    behind, ahead = f"{number + 1}{sep}", f"{number - 1}{sep}"
    later, earlier = text.find(behind, start, start + _SIGHT), text.rfind(ahead, max(0, start - _SIGHT), start)
    return any(at >= 0 and before(text, at) in OPENERS for at in (later, earlier))


def _item(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Take 一是 behind a stop or a word that announces items; 统一是 and 初一是 are none."""
    sign = before(text, m.start())
    announced = re.search(
        r"(?:做法|措施|方面|主要|工作|做到|就是|体现在|表现为|原因|特点|经验|体会|问题|坚持|要)$",
        text[max(0, m.start() - 3) : m.start()],
    )
    if sign == "第" or not ("一" <= sign <= "龥" or sign.isalnum()) or (announced and m.group().endswith("是")):
        return [Found(m.start("n"), m.end("n"), "marker")]
    return []


def _repeated(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Take 一抓组织，二抓宣传 as markers: the same verb stands behind the neighbouring number nearby."""
    verb, place = m["verb"], _ORDER.index(m["n"])
    if "一" <= before(text, m.start()) <= "龥" or unit_after(text, m.end("n")).name:
        return []
    later = place < 9 and text.find(_ORDER[place + 1] + verb, m.end(), m.end() + 50) >= 0
    earlier = place > 0 and text.rfind(_ORDER[place - 1] + verb, max(0, m.start() - 50), m.start()) >= 0
    return [Found(m.start("n"), m.end("n"), "marker")] if later or earlier else []


def _opened(text: str, m: re.Match[str]) -> Iterable[Found]:
    sign = before(text, m.start() - 1)
    return [Found(m.start("n"), m.end("n"), "marker")] if sign in OPENERS or sign in "，,、" else []


def _in_turn(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Take 第一次……第二次…… as a sequence: the neighbour stands within sight."""
    place = _ORDER.index(m["n"]) if m["n"] in _ORDER else int(m["n"]) - 1
    for other in (place - 1, place + 1):
        if 0 <= other < 9:
            for name in (_ORDER[other], str(other + 1)):
                if text.find(f"第{name}{m['unit']}", max(0, m.start() - 80), m.end() + 80) >= 0:
                    return [Found(m.start("n"), m.end("n"), "marker")]
    return []


RULES: tuple[Rule, ...] = (
    Rule(
        "heading number",
        _STARTS,
        compiled(
            rf"(?<![(（【〔\[])(?P<n>{_N}(?:[.．]{D}{{1,2}}){{0,3}})"
            rf"(?P<sep>[ ]?(?:、|[.．](?!{D})|[ ]?[)）](?![班室]))|[　 \t]+(?=[一-龥“《])|,(?=[一-龥]))"
        ),
        _heading,
        {
            "[一]、加强领导": None,
            "\n[1]．健全制度": None,
            "。[2]）环境": None,
            "\n[1.2] 组织": None,
            "\n[1]、2023年": None,
            "[1]）5月": None,
        },
        ("一、二、三等奖", "开展1.5次", "\n12 户居民", "1、2月走访"),
        after="、.．)） ,\t\u3000",
    ),
    Rule(
        "bracketed number",
        _STARTS,
        compiled(rf"(?<=[(（【〔\[])[ ]?(?P<n>{_N})[ ]?(?=[)）】〕\]])(?![)）][班中小区号栋])"),
        cores("marker"),
        {"（[一]）推进": None, "([2])宣传": None, "总结【[一]】": None},
        ("（12人）", "三年级（2）班"),
        after=")）】〕] ",
        before="(（【〔[",
    ),
    Rule(
        "circled number",
        "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺❻❼❽❾❿㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑㊀㊁㊂㊃㊄",
        compiled("(.)"),
        cores("marker"),
        {"[①]以社区": None, "[㈠]组织": None},
        ("一个圈",),
    ),
    Rule(
        "item",
        "一二三四五六七八九十",
        compiled(rf"(?P<n>{_HAN_N})(?:是(?!否)|则是|要是|要(?=[^求]))"),
        _item,
        {"，[一]是加强领导": None, "。[二]是": None, "做法[一]是": None, "；[三]要抓落实": None},
        ("统一是", "初一是"),
        after="是则要",
    ),
    Rule(
        "repeated verb",
        "一二三四五六七八九十",
        compiled(
            r"(?P<n>[一二三四五六七八九十])(?P<verb>[抓看查问听访促建强管树优创聚重学帮进比讲亮带争评送联定改治清拆育选谈思议办督考奖引推传做立化防护爱守练夯拓盯严])"
        ),
        _repeated,
        {"。[一]抓组织，二抓宣传": None},
        ("一抓到底", "一个社区，二个网格"),
    ),
    Rule(
        "first of all",
        _STARTS,
        compiled(
            rf"(?<=第)(?P<n>{_N})(?=[，,、：:；;]|[章条节节款编](?![主红龙线])|部分|阶段|方面|步[，,：:是]|步骤|篇|个方面|层面|环节|板块|，)(?!、第?[一二三四1-4]季度|、第[0-9一二三四五六七八九十]+[、和名位])(?![，,][全在]?[\u4e00-\u9fff]{{0,3}}共有?[0-9])"
        ),
        _opened,
        {"。第[一]，加强": None, "\n第[一]章 总则": None, "；第[二]阶段：": None},
        ("名列第一，", "街道排名第3，共9个村", "全市第一条地铁", "。第二、三季度", "、第4、第2名"),
        before="第",
    ),
    Rule(
        "in turn",
        "123456789一二三四五六七八九",
        compiled(r"(?<=第)(?P<n>[一二三四五六七八九]|[1-9])(?P<unit>次|步|阶段|轮)"),
        _in_turn,
        {"第[一]次到会13家，第二次到会17家": None},
        ("第一次获奖",),
        before="第",
    ),
    Rule(
        "numbered part",
        _STARTS,
        compiled(rf"""(?:(?<=篇)|(?<=其)|(?<=附件)|(?<=附表)|(?<=附录)|(?<=案例)|(?<=举措)|(?<=亮点)|(?<=做法)|(?<=[图表])|(?<=问题)|(?<=步骤)|(?<=范文)
            |(?<=例文)|(?<=任务)|(?<=措施)|(?<=议题)|(?<=样本)|(?<=镜头)|(?<=故事)|(?<=专题)|(?<=模块))
            [ ]?(?P<n>{_N})(?![0-9０-９一-龥％%.]|、[一二三四五六七八九]、)"""),
        cores("marker"),
        {"总结 篇[1]\n": None, "其[一]，": None, "附件[2]：": None},
        ("图12人",),
        before="篇其件表录例措点法图题骤文务施本头事块",
    ),
)
