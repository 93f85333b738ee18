"""Rules for places in an order: 第三届, 第一名, 一等奖, 五星级, 二楼, 12号院."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from drafter.numbers.numerals import FULL_WIDTH, read_numeral
from drafter.numbers.shapes import (
    ALL_STARTS,
    ARAB,
    ARAB_STARTS,
    COUNTED_STARTS,
    ENDS,
    HAN_COUNT,
    D,
    Found,
    Rule,
    compiled,
)
from drafter.numbers.units import ORDINAL_UNITS

_FIXED = re.compile(
    "时间|责任人|责任|书记|生产力|要务|要素|线|课堂|方(?!面|队|阵|案)|产业|课(?![，。])|人称|资源|粒扣子|动力|位的|选择|现场|手资料|战线|战略|主体|信号|要位|关注|保障|标准"
    "|阵地|窗口|意识|声音|身份|职责|追求|目标|任务|需要|大党|大国|议程|把火|抓手|道防线|道关口|印象|家园|故乡|语言|桶金|梯队|届中央|次世界大战|个五年|个百年|颗扣子|所学校是家庭|个家(?=[园”，。；]|$)"
)
_SCHOOL = (
    "(?:初级|高级|中等|职业|实验|附属|中心|人民|师范|外国语|民族|农业|完全|联合|国际|军医)*(?:中学|小学|初中|高中|幼儿园|医院|学校|学院|大学|中专|技校|社区|居委会|居民区|看守所|监狱"
    "|建筑|税务|检察|巡察|巡回|监督|专员|分局|派出所|分公司|煤矿|油田|棉纺|纺织|毛纺|机床|汽车|电厂|水厂|厂|工程局|勘察|设计院|地质|轻工|机械|食品|粮库|市场)|中(?![国央心华层期小])"
)
_NAMED = re.compile(_SCHOOL)
_UNIT = re.compile("|".join(sorted(ORDINAL_UNITS, key=len, reverse=True)))
_RANKED = re.compile(
    "(?:列|居|名|获|得|夺|市|区|省|国|街道|县|镇|评比|考核|比赛|位|排|持|评为|总分|成绩|综合|团体|小组)第$"
)
_PLACING = re.compile(
    "(?:排名?|排在|位[列居次]|名列|列|居|进入|跻身|挺进|迈入|保持在?|处于|进|获|夺得)[^，。；：\n]{0,6}$"
)
_NEAR = 12
_NOT_PASSED_ON = "(?!一级(?:(?<=一级[一-龥]一级)|(?<=一级[一-龥][一-龥]一级)|(?<=一级[一-龥][一-龥][一-龥]一级)))"
"""Not the second half of 一级带着一级, which is no grade but those one after the other."""
_SEAT = re.compile("把?的?(?:交椅|宝座|桂冠)")


def _read_ordinal(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Tell 第三届 (a claim) from 第一责任人 and 第二中学 (fixed or proper names)."""
    start, end = m.span("n")
    value = read_numeral(m["n"])
    if value is None:
        return []
    if _FIXED.match(text, end) or _NAMED.match(text, end):
        return [Found(start, end, "term", "ordinal", value)]
    unit = _UNIT.match(text, end)
    if unit:
        return [Found(start, end, "claim", "ordinal", value, unit.group())]
    after = text[end : end + 1]
    alone = not after or after in ENDS or not "一" <= after <= "龥"
    ranked = _RANKED.search(text[max(0, start - 4) : start]) or _SEAT.match(text, end)
    written_out = m["n"].translate(FULL_WIDTH).isascii() or len(m["n"]) > 1
    kind = "claim" if (alone and text[start - 3 : start - 1] != "安全") or ranked or written_out else "term"
    return [Found(start, end, kind, "ordinal", value)]  # type: ignore[arg-type]


def _read_leading(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read 排名前三 and 进入前十: the leading places of an order, where the words before tell of one."""
    if not _PLACING.search(text[max(0, m.start() - _NEAR) : m.start() - 1]):
        return []
    return [Found(*m.span("n"), "claim", "ordinal", read_numeral(m["n"]), m["u"] or "")]


def _read_titles(text: str, m: re.Match[str]) -> Iterable[Found]:
    return [Found(*m.span("n"), "claim", "quantity", read_numeral(m["n"]), m["u"])]


def _read_grade(text: str, m: re.Match[str]) -> Iterable[Found]:
    return [Found(m.start("n"), m.end("n"), "claim", "ordinal", read_numeral(m["n"]), m["u"])]


def _read_house(text: str, m: re.Match[str]) -> Iterable[Found]:
    return [Found(m.start("n"), m.end("n"), "claim", "other", read_numeral(m["n"]), m["u"])]


TITLES: tuple[Rule, ...] = (
    Rule(
        "titles in a row",
        COUNTED_STARTS + "两十",
        compiled(
            rf"(?<![{ARAB_STARTS}一二两三四五六七八九十第])"
            rf"(?P<n>{D}{{1,2}}|[二两三四五六七八九十]{{1,2}})(?P<u>连[冠胜霸优])"
        ),
        _read_titles,
        {"实现[五]连冠": Decimal(5), "“[六]连冠”": Decimal(6)},
        ("三连环", "连续三年夺冠"),
        after="连",
    ),
)
"""Rules for what is a claim within quotation marks too: “五连冠”."""

RULES: tuple[Rule, ...] = (
    Rule(
        "leading places",
        COUNTED_STARTS + "十百",
        compiled(
            rf"(?<=前)(?P<n>{D}{{1,3}}|[一二三四五六七八九十百]{{1,3}})(?P<u>[名位])?(?=[，。；、）)！!\n]|$|强|甲)"
        ),
        _read_leading,
        {"排名前[三]。": Decimal(3), "进入全区前[十]，": Decimal(10), "稳居前[5]": Decimal(5)},
        ("前三季度", "门前三包", "前三年，"),
        before="前",
    ),
    Rule(
        "ordinal",
        ALL_STARTS,
        compiled(rf"(?<=第)(?P<n>{ARAB}|{HAN_COUNT})"),
        _read_ordinal,
        {
            "第[三]届": Decimal(3),
            "名列第[二]，": Decimal(2),
            "第[十二]届": Decimal(12),
            "国内第[一]张": Decimal(1),
            "第[1]名": Decimal(1),
            "坐稳第[一]的交椅": Decimal(1),
        },
        ("三届", "第几名"),
        before="第",
    ),
    Rule(
        "grade",
        COUNTED_STARTS,
        compiled(
            rf"(?<![第0-9.十百上下每逐各高低同本抓带给区县市镇乡村道会长格组省校社](?=.级))(?<![第0-9.十百]){_NOT_PASSED_ON}"
            rf"(?P<n>{D}{{1,2}}|[一二三四五六七八九十]{{1,2}})(?P<u>等奖|等獎|等功|星级|年级|级(?![别联差抓带管]|[一-龥]{{1,3}}一级)|层(?:(?=[是为设有]|楼(?!房))(?<!计.层)(?<!高.层)(?<!共.层)(?<!建.层)|(?=[，。])(?:(?<=[在于至].层)|(?<=[在于至]..层)))"
            rf"|楼(?![栋宇道长院门盘房层梯组])|期(?=工程|项目|改造|建设)|孩(?=率|[0-9０-９一二三四五六七八九十，。、]|$)|标段)"
        ),
        _read_grade,
        {
            "获[一]等奖": Decimal(1),
            "[五]星级": Decimal(5),
            "楼下[一]层为": Decimal(1),
            "位于[3]层，": Decimal(3),
            "[三]年级以上": Decimal(3),
            "荣立[二]等功": Decimal(2),
            "獲得[二]等獎": Decimal(2),
        },
        ("106栋", "3层，1200平方米", "六层楼房", "一级抓一级", "一级带动一级", "镇村两级", "上一级"),
        after="等星年级层楼期孩标",
    ),
    Rule(
        "house number",
        ARAB_STARTS,
        compiled(
            rf"(?P<n>{D}{{1,5}})(?P<u>号楼|号院|号线|号门|号库|号栋|号大院|号地块|号窗口|号文|号令|号商铺|号公馆|号(?=[，。、）)；社]|$|附)|室(?![外内温])|幢(?=\d)|栋(?=\d))"
        ),
        _read_house,
        {"人民路[12]号院": Decimal(12), "地铁[4]号线": Decimal(4), "办公室[302]室": Decimal(302)},
        ("12号前", "5室外", "106栋居民楼"),
        after="号室幢栋",
    ),
)
