"""Rules for numbers that only enumerate: 一、 （一） 1. ① 一是 第一， 篇1."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.numbers.shapes import ARAB_STARTS, Found, Rule, D, compiled

_N = rf"(?:{D}{{1,2}}|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_HAN_N = "(?:二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_STARTS = ARAB_STARTS + "一二三四五六七八九十"
_OPENERS = frozenset("。；;：:！!？?\n　“\"'‘（(【[●■◆★·•>*#-—|")


def opens(text: str, at: int, also: str = "") -> bool:
    """Say whether a sentence, an item or a line begins at `at`."""
    here = at - 1
    while here >= 0 and text[here] in " \t\u3000\xa0" and at - here < 40:
        here -= 1
    return here < 0 or text[here] in _OPENERS or text[here] in also


def _at_opening(also: str = "") -> object:
    def read(text: str, m: re.Match[str]) -> Iterable[Found]:
        if opens(text, m.start() - len(m["pre"]) if "pre" in m.groupdict() else m.start(), also):
            yield Found(m.start("n"), m.end("n"), "marker")

    return read


def _always(text: str, m: re.Match[str]) -> Iterable[Found]:
    yield Found(m.start("n"), m.end("n"), "marker")


RULES: tuple[Rule, ...] = (
    Rule(
        "heading number", _STARTS,
        compiled(rf"(?P<n>{_N}(?:[.．]{D}{{1,2}}){{0,3}})[ ]?(?:、|[.．](?!{D})|\s*[)）](?![班室])|[　 \t]+(?=[一-龥“《])|,(?=[一-龥]))"),
        lambda text, m: _heading(text, m),
        {"[一]、加强领导": None, "\n[1]．健全制度": None, "[3]、繁荣文化": None, "。[2]）环境": None},
        ("一、二、三等奖", "开展1.5次", "12 户"),
    ),
    Rule(
        "bracketed number", _STARTS,
        compiled(rf"(?<=[(（【〔\[])(?P<n>{_N})[ ]?(?=[)）】〕\]])(?![)）][班中小区号栋])"),
        _always,
        {"（[一]）推进": None, "([2])宣传": None, "总结【[一]】": None},
        ("（12人）", "三年级（2）班"),
    ),
    Rule(
        "circled number", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺❻❼❽❾❿㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑㊀㊁㊂㊃㊄",
        compiled(r"(?P<n>.)"),
        _always,
        {"[①]以社区": None, "[㈠]组织": None},
    ),
    Rule(
        "firstly", _STARTS,
        compiled(rf"(?P<n>{_HAN_N})(?:(?:是|则是|要是)(?!否)|要(?=[^求]))"),
        lambda text, m: _item(text, m),
        {"，[一]是加强领导": None, "。[二]是": None, "做法[一]是": None},
        ("统一是", "初一是"),
    ),
    Rule(
        "in the first place", _STARTS,
        compiled(rf"(?<=第)(?P<n>{_N})(?=[，,、：:；;]|[ 　]*[一-龥]{{0,0}}[ 　])"),
        lambda text, m: [Found(m.start("n"), m.end("n"), "marker")] if opens(text, m.start() - 1, "，,") else [],
        {"。第[一]，加强": None},
        ("名列第一，",),
    ),
    Rule(
        "article", _STARTS,
        compiled(rf"(?<=第)(?P<n>{_N}|{D}{{1,3}}|[一二三四五六七八九十百]{{1,5}})(?=[章条節节款编](?![主红龙款])|部分|阶段|方面|步[，,：:是]|篇|个方面|层面|单元|环节|板块)"),
        lambda text, m: [Found(m.start("n"), m.end("n"), "marker")] if opens(text, m.start() - 1, "，,") else [],
        {"\n第[一]章 总则": None, "第[二]篇：": None, "第[一]阶段：": None},
        ("全市第一条地铁",),
    ),
    Rule(
        "numbered part", _STARTS,
        compiled(rf"(?:(?<=篇)|(?<=其)|(?<=附件)|(?<=附表)|(?<=附录)|(?<=案例)|(?<=举措)|(?<=亮点)|(?<=做法)|(?<=[图表])|(?<=问题)|(?<=步骤)|(?<=范文)|(?<=例文)|(?<=任务)|(?<=措施)|(?<=议题))[ ]?(?P<n>{_N})(?![0-9０-９一-龥％%.]|、[一二三四五六七八九]、)"),
        _always,
        {"总结 篇[1]\n": None, "其[一]，": None, "附件[2]：": None},
        ("图12人",),
    ),
)


def _heading(text: str, m: re.Match[str]) -> Iterable[Found]:
    blank = m.group()[-1] in " \t　"
    here = m.start() - 1
    while here >= 0 and text[here] in " \t\u3000\xa0" and m.start() - here < 40:
        here -= 1
    line = here < 0 or text[here] == "\n"
    if blank or m.group()[-1] == ",":
        good = line and m.end("n") - m.start("n") <= 4
    else:
        good = line or opens(text, m.start()) or (m.group()[-1] in ")）" and text[m.start() - 1] in "，、,")
    if good and not re.match(r"[一二三四五六七八九十]、|[一二三]等奖|[0-9]", text[m.end() :][:3]):
        yield Found(m.start("n"), m.end("n"), "marker")


def _item(text: str, m: re.Match[str]) -> Iterable[Found]:
    before = text[m.start() - 1] if m.start() else "\n"
    if before == "第" or not ("一" <= before <= "龥" or before in "〇0123456789"):
        yield Found(m.start("n"), m.end("n"), "marker")
    elif m.group().endswith("是") and re.search(r"(?:做法|措施|方面|主要|工作|做到|就是|体现在|表现为)$", text[max(0, m.start() - 3) : m.start()]):
        yield Found(m.start("n"), m.end("n"), "marker")
