"""Rules for productive kinds of fixed names that hold numbers: congresses, campaigns in quotes, 3+2 models, feast days."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.numbers.shapes import ARAB_STARTS, HAN_STARTS, Found, Rule, D, compiled

_ALL = ARAB_STARTS + HAN_STARTS
_N = "[一二两三四五六七八九十百千万]"


def _numerals(text: str, m: re.Match[str]) -> Iterable[Found]:
    for group in range(1, (m.re.groups or 0) + 1):
        if m.start(group) >= 0 and m.end(group) > m.start(group):
            yield Found(m.start(group), m.end(group), "term")


RULES: tuple[Rule, ...] = (
    Rule("congress", "一二三四五六七八九十12", compiled(r"(?:(?<=党的)|(?<=的)|(?<=第)|(?<![一-龥])|(?<=[和与及贯彻]))(十[一二三四五六七八九]|二十|1[1-9]|20|2[0-9])(?:大(?!类|支|项|队|队伍|件|块|亮|举|工|行|主|重|片|板)|次全国代表大会|届([一二三四五六七八九1-9])(?:中全会)|届([一二三四五六七八九1-9])次全会)"), _numerals,
         {"党的[二十]大精神": None, "学习贯彻[十九]大": None}, ("二十大类",)),
    Rule("plenum", "一二三四五六七八九十12", compiled(r"(十[一二三四五六七八九]|二十)届([一二三四五六七八九])中"), _numerals, {}, ()),
    Rule("feast day", HAN_STARTS, compiled(r"(?<![一二三四五六七八九十第])(三八|五一|六一|七一|八一|十一|五四|双十一|双十二|一二·九|九一八|七七|三一五|一二九|一一九|七\s一)(?![0-9一二三四五六七八九十百千万]|[个名人户家次场期件项条支处份块张套台辆栋年月日点岁元届号楼路])"), _numerals,
         {"庆“[三八]”": None, "迎[五一]红歌": None}, ("十一人", "三八五户")),
    Rule("dotted day", ARAB_STARTS, compiled(rf"(?<![\d.·])({D}{{1,2}}[·•・‧]{D}{{1,2}}|(?<=[“\"])(?:3\.15|6\.26|5\.12|12\.4|4\.15|11\.9|12\.1|1\.10|3\.5|7\.1|9\.8)(?=[”\"]))"), _numerals,
         {"“[12·4]”宪法日": None}),
    Rule("model", ARAB_STARTS + "NX", compiled(r"(?<![\d.])((?:\d{1,3}|[NXn])(?:[+＋](?:\d{1,3}|[NnXx]))+)(?![\d%])"), _numerals,
         {"“[1+7]”体系": None, "[1+N]模式": None}),
    Rule("named core values", ARAB_STARTS + "二", compiled(r"(24|12|20|二十四|二十)字(?=社会主义|核心|公民|价值观|道德|基本|方针)"), _numerals, {"[24]字核心价值观": None}),
    Rule("law campaign", "一二三四五六七八九", compiled(r"([一二三四五六七八九]五)(?=普法|”普法|\"普法|法治|依法治)"), _numerals, {"[六五]普法": None}),
    Rule("five-year plan", "十一二三四五六七八九", compiled(r"(?<![一-龥0-9][一二三四五六七八九])(十[一二三四五]五|(?<=[“\"])(?:[一二三四五六七八九十]五)(?=[”\"]))(?=[”\"]?(?:规划|计划|期间|时期|以来|发展|末|[初开])|[”\"])"), _numerals, {"“[十四五]”规划": None, "[十二五]期间": None}),
    Rule("hotline", ARAB_STARTS, compiled(r"(?<![\d.])(12345|12315|12348|12355|12333|12338|12319|12320|12329|12366|12369|12371|12377|12380|12388|12389|12309|12368|12318|12350|12356|12385|12393|12395|96110|95598|110|119|120|122|114|10086|95588|96345)(?![\d.]|\s?[余多]?[个名人户家次场期件项条支处份块张套台辆栋年月天岁元平米册吨万对盏株棵只例幅篇]|[万千百%％])"), _numerals, {"[12345]热线": None, "[119]消防日": None}, ("110户", "120名")),
    Rule("one each", "一", compiled(r"(?<![一-龥]每)(一)[人户村社街校院楼格企岗厂店区路巷案品组站点镇乡家老网刻门窗事核图表园馆河湖廊片](一)(?![次天月年周])[一-龥]"), _numerals, {"[一]人": None} and {}, ()),
    Rule("generation", ARAB_STARTS, compiled(r"(?<!\d)([056789]0)后(?![，。的续期]?[，。])"), _numerals, {"[90]后社工": None}),
)
_QUOTED = re.compile(rf"({_N}{{1,2}})(?![等星届年月日岁元分成级])")
