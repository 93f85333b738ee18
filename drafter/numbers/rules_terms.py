"""Rules for productive kinds of names that hold numbers: congresses, campaigns in quotes, 3+2 models, feast days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import ascii_letters

from drafter.numbers.measure import unit_after
from drafter.numbers.shapes import ARAB_STARTS, ENDS, D, Found, Rule, compiled, cores, surrounded

_N = "[一二两三四五六七八九十百千万兩萬]"
_COUNTED = (
    r"(?:期(?!间)|[个名人户家次场件项条支处份块张套台辆栋年月日点岁元届号楼天亩米吨里册本篇幅"
    r"盏棵株只头口艘讲轮批种样款层根把双副盘桌箱袋包瓶桶罐盒枚例笔])"
)
_DAYS = r"(?:3\.15|6\.26|6\.5|5\.12|12\.4|12\.5|4\.15|4\.26|11\.9|12\.1|1\.10|3\.5|7\.1|9\.8|5\.1)"
_CAMPAIGN = (
    r"(?:工作法|工程|模式|机制|体系|行动|计划|战略|服务圈|生活圈|便民圈"
    r"|课堂|夜校|学校|公益日|活动日|服务法|管理法|网格法|工作模式|平台|系统|理念|规划纲要)"
)

_OFFERED = re.compile("[一-龥]{0,4}(?:品牌|服务|党建|工作室|驿站)")
"""What quoted words that end in bare digits are the name of: “365”党建品牌."""


def _in_quotes(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Take a numeral within a short quoted name as part of it; a whole quoted sentence is no name."""
    around = surrounded(text, m.start(), m.end())
    if around is None:
        return []
    first, last = around
    inside = text[first:last]
    cited = all(re.match(_N, part) for part in re.split("[，,、；]", inside))  # “五条标准，八项内容”
    if not cited and (len(inside) > 16 or any(sign in "，,。！？；" for sign in inside)):
        return []
    if "每" in text[first : m.start()] or m.group() in ("一两", "两三", "三五", "七八", "三四", "五六", "二三"):
        return []
    title = text[first - 1] in "《〈"
    counts_list = (
        m.start() == first and inside[m.end() - first :] in ("大", "项", "个") and text[last + 1 : last + 2] not in ENDS
    )
    if counts_list or (title and m.group() != "一" and unit_after(text, m.end()).name not in ("",)):
        return []
    return [Found(m.start(), m.end(), "term")]


def _named_digits(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Take digits as a campaign's name where 行动, 工程, 工作法 and the like close or follow the quoted words."""
    around = surrounded(text, m.start(), m.end())
    if around is None or text[around[0] - 1] in "《〈":
        return []
    inside, behind = text[around[0] : around[1]], text[around[1] + 1 : around[1] + 9]
    named = re.search(rf"{_CAMPAIGN}$", inside) or re.match(rf"{_CAMPAIGN}|活动|专项|攻坚", behind)
    if len(inside) <= 14 and (named or (m.end() == around[1] and _OFFERED.match(behind))):
        return [Found(m.start(), m.end(), "term")]
    return []


def _school_year(text: str, m: re.Match[str]) -> Iterable[Found]:
    named = text.startswith(("年级", "班", "支部", "党支部"), m.end()) or not unit_after(text, m.end()).name
    return [Found(m.start(), m.end(), "term")] if named else []


def _one_each(text: str, m: re.Match[str]) -> Iterable[Found]:
    if text[m.start(2) + 1] in "年月周天日次份":
        return []
    return [Found(m.start(1), m.end(1), "term"), Found(m.start(2), m.end(2), "term")]


def _pairs(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Take 三进三帮, 五室三站两栏 as a shorthand when none of its nouns is a unit that would count."""
    found = [Found(m.start() + p.start(), m.start() + p.end(), "term") for p in re.finditer(_N, m.group())]
    nouns = re.split(_N, m.group())[1:]
    return found if not any(unit_after(noun, 0).name for noun in nouns) else []


RULES: tuple[Rule, ...] = (
    Rule(
        "party congress",
        "十二12",
        compiled(
            r"(十[一二三四五六七八九]|二十[一二]?|1[1-9]|2[0-2])(?:大(?![类支项队件块亮举工行主重片板会课]|多数)|次全国代表大会|届)"
            r"(?:(?<=届)(?:历次全会|([一二三四五六七八九1-9])(?:中全会|次全会|中))|(?<!届))"
        ),
        cores("term"),
        {"党的[二十]大精神": None, "学习贯彻[十九]大": None, "[十八]届三中全会": None},
        ("十二大类", "第十二届运动会", "二十大项"),
        after="大次届",
    ),
    Rule(
        "feast day",
        "一三五六七八九十双",
        compiled(
            rf"(?<![一二三四五六七八九十百第周0-9])(?<!星期)(?<!礼拜)(三八|五一|六一|七一|八一|十一|五四|双十一|双十二|九一八|七七|一二·?九|一一九|三一五|七\s一)"
            rf"(?![0-9一二三四五六七八九十百千万亿成]|[余多]|{_COUNTED})"
        ),
        cores("term"),
        {"庆“[三八]”": None, "迎[五一]红歌": None, "[十一]期间": None},
        ("十一人", "三八五户", "五一百货十五一", "每周六一场", "星期五一早"),
    ),
    Rule(
        "dotted day",
        ARAB_STARTS,
        compiled(
            rf"(?<![\d.·])({D}{{1,2}}[·•・‧]{D}{{1,2}}"
            rf"|{_DAYS}(?=[”\"’]?(?:国际|全国|国家|世界|学雷锋|消费|消防|防灾|护士|宪法|法[制治]|禁毒|安全|知识产权|志愿|环境|爱国|警察|纪念))"
            rf"|(?<=[“\"‘]){_DAYS}(?=[”\"’])"
            rf"|(?:1[0-2]|[1-9])\.(?:[12]\d|3[01]|[1-9])(?=[”\"’]?(?:(?:世界|国际|全国)[一-龥]{{1,6}}[日周]|(?:地球|读书|植树|航天|气象|博物馆)日)))"
        ),
        cores("term"),
        {"“[12·4]”宪法日": None, "“[3.15]”活动": None, "“[4.23]”世界读书日": None, "[4.22]地球日": None},
        ("得分9.8分",),
        after="·•・‧.",
    ),
    Rule(
        "model",
        ARAB_STARTS + "NXn",
        compiled(r"(?<![\d.A-Za-z])((?:\d{1,3}|[NXn])(?:[ ]?[+＋][ ]?(?:\d{1,3}|[NnXx]))+)(?![\d%.])"),
        cores("term"),
        {"“[1+7]”体系": None, "[1+N]模式": None, "[3+2]": None},
        ("1＝1",),
        after="+＋ NXn",
    ),
    Rule(
        "named words",
        "124十二",
        compiled(
            r"(4050)(?=[”\"]?(?:失业|下岗|就业)?人员)|(24|12|20|二十四|十二)个?字的?(?=[“”\"]?(?:社会主义|核心|公民|价值观|道德|基本|方针|人文))"
            r"|(?:(?<=价值观)|(?<=价值观[”\"“：的])|(?<=价值观”“))(24|12|二十四|十二)(?=个?字)"
        ),
        cores("term"),
        {
            "“[4050]”人员": None,
            "[24]字核心价值观": None,
            "[20]字公民基本道德规范": None,
            "价值观[24]字": None,
            "价值观“[24]字”": None,
        },
        ("1500字",),
        after='字个”"人失下就',
    ),
    Rule(
        "law campaign",
        "一二三四五六七八九",
        compiled(r"([一二三四五六七八九]五)(?=[”\"’]?(?:普法|法治宣传|法制宣传|依法治))"),
        cores("term"),
        {"[六五]普法": None, "“[八五]”普法": None},
        ("三五天",),
        after='普法依”"’',
    ),
    Rule(
        "five-year plan",
        "十七八九",
        compiled(
            r"(十[一二三四五六]五|[七八九]五|十五)(?=[”\"’]?(?:规划|计划|期间|时期|以来|发展规划|末|初|开局|收官|[”\"’]))"
        ),
        cores("term"),
        {"“[十四五]”规划": None, "[十二五]期间": None, "“[十五]”计划": None},
        ("十五天", "十五期"),
        after='规计期时以发末初开收”"’',
    ),
    Rule(
        "one each",
        "一",
        compiled(
            r"(?<![每第])(一)(?:[人户处村社街校院楼格企岗厂店区路巷案品组站点镇乡家老网刻门窗图馆河湖廊片孩师生课班居园]|社区|网格|小区|校园)(?:（[^）]{1,4}）)?(一)(?=[一-龥])"
        ),
        _one_each,
        {"[一]人一档": None, "[一]巷一景": None},
        ("一人一次", "每一户一册"),
    ),
    Rule(
        "one to one",
        "1１",
        compiled(rf"(?<![0-9.])({D})对({D})(?![0-9.%个户名])"),
        cores("term"),
        {"“[1]对1”帮扶": None},
        ("1对夫妻",),
        after="对",
    ),
    Rule(
        "shorthand",
        "二两三四五六七八九",
        compiled(
            rf"(?<![{ARAB_STARTS}一二两三四五六七八九十百千万第每])[二两三四五六七八九]([一-龥]){{1,2}}[一二两三四五六七八九](?:[一-龥]){{1,2}}(?=[”\"’」]|制度|活动|工作|机制|模式|要求|教育|政策|行动|专项)"
        ),
        _pairs,
        {"“[三]比四看”活动": None, "[五]议三公开制度": None},
        ("三户五人", "两年三次"),
    ),
    Rule(
        "quoted name",
        "一二三四五六七八九十百千万两兩萬",
        compiled(
            rf"(?<![第{ARAB_STARTS}.])({_N}{{1,3}})(?![一二两三四五六七八九十百千万亿]|等[奖功]|星级|[届年月日岁元成折](?![一二两三四五六七八九])|分(?![一二两三四五六七八九”\"])|[余多几])"
        ),
        _in_quotes,
        {"“[四]个结合”": None, "《写给孩子的[一]堂课》": None, "“文明旅游[十]大提醒语”": None},
        ("“五星级志愿者”", "“九大”亮点", "三个结合"),
        quoted=True,
    ),
    Rule(
        "named campaign",
        ARAB_STARTS,
        compiled(rf"({D}{{1,4}}(?:/{D}{{1,3}})?)(?![.．%％年月{ARAB_STARTS}])"),
        _named_digits,
        {"“[15]分钟养老服务圈”": None, "“[721]工作法”": None, "“[100]天攻坚”行动": None, "“[365]”党建品牌": None},
        ("“发展党员5名”", "15分钟", "“3天”办结服务"),
        quoted=True,
    ),
    Rule(
        "circle of life",
        ARAB_STARTS + "一二三五十",
        compiled(
            rf"(?<![\d.])({D}{{1,2}}|[一二三五十]{{1,3}})(?=[”\"]?(?:分钟|公里|小时|里)[”\"]?"
            r"(?:[一-龥]{0,8}(?:生活|便民|服务|就医|健身|阅读|养老|文化|消费|就业|活动|政务|医疗|急救|教育|体育|托育)){1,2}圈)"
        ),
        cores("term"),
        {"打造[15]分钟生活圈": None, "建成[十五]分钟社区养老服务圈": None, "“[10]分钟”健身圈": None},
        ("步行15分钟", "15分钟跑一圈"),
    ),
    Rule(
        "so many forms",
        ARAB_STARTS + "一二三四五六七八九十",
        compiled(rf"(?<![\d.])({D}{{1,3}}|[一二三四五六七八九十]{{1,4}})(?=式[一-龥]{{0,4}}(?:太极|[拳剑扇刀棍]))"),
        cores("term"),
        {"练习[24]式太极拳": None, "表演[24]式简化太极拳": None, "[四十八]式太极剑": None},
        ("24套太极拳", "2式样品"),
        after="式",
    ),
    Rule(
        "numbered model",
        ARAB_STARTS,
        compiled(
            rf"(?<![\d.])({D}{{2,5}})(?=[”\"]?(?:工作法|管理法|服务法|模式|工程|机制|体系|战略|方针|安全阀)(?!量))"
        ),
        cores("term"),
        {"推行[136]工作法": None, "[5335]工程": None},
        ("投资136万元工程",),
        after='工管服模机体战方安”"',
    ),
    Rule(
        "level of government",
        "一",
        compiled(r"(?<=[村区镇乡县市省道层组])(一)(?=级(?:$|[，。；、]|[^级医院警响建造消资重要流文古]))"),
        cores("term"),
        {"七成在村[一]级。": None, "街道[一]级的窗口": None},
        ("国家一级馆", "一级抓一级", "全市一级医院"),
        before="村区镇乡县市省道层组",
        after="级",
    ),
    Rule(
        "generation",
        "056789九八七六",
        compiled(r"(?<!\d)([05-9]0|零零|九五|[六七八九]零)后(?![，。的续期来勤台备进退])"),
        cores("term"),
        {"[90]后社工": None, "“[80]后”": None},
        ("年过50后，",),
        after="后",
    ),
    Rule(
        "school year",
        "一二三123",
        compiled(
            r"(?:(?<=[^提最新升]高)|(?<=^高)|(?<=初)|(?<=大)(?=.(?:新生|学生|年级)))([一二三四123])(?![0-9一二三四五六七八九十成])"
        ),
        _school_year,
        {"我校高[三]、初三": None, "初[一]新生": None},
        ("提高三个", "大四个", "初三天"),
        before="高初大",
    ),
    Rule(
        "letter and digits",
        ARAB_STARTS,
        compiled(r"(?<=[A-Za-z@_])(\d+(?:\.\d+)?)(?![\d.]|[ ]?[万千百余多%％个名人户家次场期件项条支处份块张套台辆])"),
        cores("term"),
        {"PM[2.5]": None, "TOP[10]": None},
        ("LED5块",),
        before="@_" + ascii_letters,
    ),
)
