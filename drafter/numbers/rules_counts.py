"""Rules for plain numerals: digits, Chinese and financial numerals, and nought."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from drafter.models import Value
from drafter.numbers.measure import Unit, approx_around, unit_after
from drafter.numbers.money import UNNAMED_MONEY, as_money
from drafter.numbers.numerals import FINANCIAL, SOME, read_numeral
from drafter.numbers.shapes import ALL_STARTS, ARAB_COUNT, ARAB_STARTS, HAN_COUNT, HAN_STARTS, Found, Rule, compiled
from drafter.numbers.units import words

_OPEN = frozenset("余餘多" + SOME)
_SO = frozenset("来來")
_WITHIN = re.compile("内(?![容部外涵地科])")
_BARE = frozenset("百千万亿萬億")
_PLACED = frozenset("十百千万亿萬億廿卅")
_SQUARE = ("平方千米", "立方千米")
_COUNTING = re.compile("[拾佰仟万萬亿億]")
_COUNTS_BARE = words("名 户 人 家 场 册 元 亩 吨 件 份 张 平方米 米 公里 株 棵 斤 公斤 篇 人次")


def counted(text: str, start: int, end: int, value: Value | None, unit: Unit) -> Found:
    """Return the claim of a numeral between two places, with what its unit and the words around make of it."""
    core = text[start:end]
    if unit.name in UNNAMED_MONEY:
        unit = as_money(text, start, end, unit)
    read = unit.approx
    if len(core) > 1 and not core.isascii():
        read = "over" if not _OPEN.isdisjoint(core) else "about" if not _SO.isdisjoint(core) else read
    approx = approx_around(text, start, max(end, unit.end), read)
    if approx == "exact" and unit.type == "duration" and _WITHIN.match(text, unit.end):
        approx = "under"
    return Found(start, end, "claim", unit.type, value, unit.name, approx)


def _read_digits(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read digits; glued to letters that are no unit (4S店, 5G) they are a name."""
    start, end = m.span()
    value = read_numeral(m.group())
    if value is None:
        return []
    unit = unit_after(text, end)
    after = text[end : end + 1]
    letters = after.isascii() and after.isalpha()
    if letters and (
        not unit.name
        or (text[unit.end : unit.end + 1].isascii() and text[unit.end : unit.end + 1].isalpha())
        or unit.name in "KGMT"
    ):
        return [Found(start, end, "term", "other", value)]
    return [counted(text, start, end, value, unit)]


def _read_han(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read a Chinese numeral; a single digit without a unit is part of a name or a word (三资, 四风), and no claim."""
    start, end = m.span()
    core = m.group()
    value = None if core == "一" or core in SOME else read_numeral(core)
    if value is None:
        return []
    unit = unit_after(text, end)
    if core[0] in _BARE:
        return _read_bare(text, start, end, value, unit)
    placed = len(core) > 1 and any(sign in _PLACED for sign in core)
    if unit.name or unit.approx != "exact" or placed:
        return [counted(text, start, end, value, unit)]
    return [Found(start, end, "term", "other", value)]


def _read_bare(text: str, start: int, end: int, value: Decimal, unit: Unit) -> Iterable[Found]:
    """Read 百, 千, 万 without a digit before them: 上千张, 近百户, 百余名, 每百户, 百名党员."""
    before = text[start - 1 : start]
    if before.isdigit() or text.startswith(_SQUARE, start - 2):  # the 千 of 2.3千米, of 平方千米
        return []
    if unit.name == "把" and (counts := unit_after(text, unit.end)).name:  # 千把人
        return [counted(text, start, end, value, counts)._replace(approx="about")]
    found = counted(text, start, end, value, unit)
    if before and before in "上过過破":
        return [found._replace(approx="over")]
    if before == "每" or found.approx != "exact":
        return [found]
    if unit.name in _COUNTS_BARE and before not in ("：", ":", "（", "(", "位", "“"):
        return [found._replace(approx="about")]
    return []


def _read_financial(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read 叁仟 as money where nothing behind it says what it counts: 貳佰餘名, 叁户."""
    value, unit = read_numeral(m["n"]), unit_after(text, m.end("n"))
    if value is None or not (_COUNTING.search(m["n"]) or unit.name):
        return []
    if not unit.name or unit.name == "圆":
        unit = unit._replace(name="元", type="money")
    return [counted(text, m.start(), m.end("n"), value, unit)]


def _read_channels(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read 六路监控: 路 counts only what comes in channels, and not in 兵分三路."""
    value = read_numeral(m.group())
    return [] if value is None else [Found(m.start(), m.end(), "claim", "quantity", value, "路")]


def _read_zero(text: str, m: re.Match[str]) -> Iterable[Found]:
    unit = unit_after(text, m.end())
    return [Found(m.start(), m.end(), "claim", unit.type, Decimal(0), unit.name)]


def _read_name(text: str, m: re.Match[str]) -> Iterable[Found]:
    return [Found(m.start(), m.end(), "term", "other", Decimal(0))]


def _read_powers(text: str, m: re.Match[str]) -> Iterable[Found]:
    value = read_numeral(m["n"])
    return (
        []
        if value is None
        else [
            Found(
                m.start(),
                m.end(),
                "claim",
                "money",
                (value * 10**8).to_integral_value(),
                "元",
                approx_around(text, m.start(), m.end(), "exact"),
            )
        ]
    )


def _read_phone(text: str, m: re.Match[str]) -> Iterable[Found]:
    if unit_after(text, m.end()).name:
        return []
    return [Found(m.start(), m.end(), "claim", "other", read_numeral(re.sub(r"\D", "", m.group())))]


RULES: tuple[Rule, ...] = (
    Rule(
        "phone number",
        ARAB_STARTS,
        compiled(r"(?<![\d.])(?:\d{3,4}[-—－ ])?(?:\d{7,8}|1[3-9]\d{9}|400[-\d]{7,9})(?![\d万亿,.%％])"),
        _read_phone,
        {"电话[0371-66668888]": Decimal(37166668888), "热线[8203366]全年": Decimal(8203366)},
        ("8203366人", "82033"),
        run=3,
    ),
    Rule(
        "channels",
        "二两三四五六七八九十",
        compiled("[二两三四五六七八九十]{1,3}(?=路(?:高清|视频|监控|摄像|探头))"),
        _read_channels,
        {"新增[六]路监控": Decimal(6), "[十二]路高清视频": Decimal(12)},
        ("兵分三路", "三路公交"),
        after="路",
    ),
    Rule(
        "digits",
        ARAB_STARTS,
        compiled(ARAB_COUNT),
        _read_digits,
        {
            "居民[1779]户": Decimal(1779),
            "近[3万]人": Decimal(30000),
            "[20余万]元": Decimal(200000),
            "[20来万]元": Decimal(200000),
            "[2,496]户": Decimal(2496),
            "[２２６３]户": Decimal(2263),
            "[3千]多人": Decimal(3000),
            "[1 342]起": Decimal(1342),
            "[3.6百萬]元": Decimal(3600000),
        },
        ("两次",),
    ),
    Rule(
        "Chinese numeral",
        HAN_STARTS,
        compiled(rf"(?<![零〇])(?![零〇](?:[^点點〇零一二三四五六七八九]|$)){HAN_COUNT}"),
        _read_han,
        {
            "[三千]余元": Decimal(3000),
            "上[千]张": Decimal(1000),
            "[二十三]家": Decimal(23),
            "[数十]项": Decimal(10),
            "[两]次": Decimal(2),
            "[三点二万]册": Decimal(32000),
            "每[百]户": Decimal(100),
            "有[千]把人": Decimal(1000),
            "约[百十]户": Decimal(110),
            "[十几]个": Decimal(10),
        },
        ("千方百计", "一流", "百姓"),
    ),
    Rule(
        "financial numeral",
        FINANCIAL,
        compiled(
            rf"(?P<n>[{FINANCIAL}零万萬亿億]{{2,30}}|[{FINANCIAL}](?=[元圆])|[贰貳叁參柒捌玖](?=[名户戶位个個家场場件]))"
        ),
        _read_financial,
        {
            "计[叁拾陆万伍仟]元": Decimal(365000),
            "（大写：[壹佰玖拾捌万]元整）": Decimal(1980000),
            "志願者[貳佰]餘名": Decimal(200),
            "党员[叁]名": Decimal(3),
        },
        ("队伍", "捡拾垃圾", "陆续", "队伍位于"),
    ),
    Rule(
        "hundreds of millions",
        ALL_STARTS,
        compiled(rf"(?P<n>{ARAB_COUNT}|{HAN_COUNT})个多?(?P<power>[亿億])"),
        _read_powers,
        {"总投资[2.8个亿]": Decimal(280000000)},
        ("三个社区",),
        after="个.．,，点點几幾多",
    ),
    Rule(
        "nought",
        "零",
        compiled(r"""零(?!距离|容忍|接触|就业|基础|门槛|成本|首付|利率|跑腿|起步|关税|工)(?=[一-龥]{2,5}(?:事故|投诉|案件|事件|伤亡|死亡|上访|信访|纠纷|感染)(?![一-龥]?[员法处率])|上访|事故|投诉|发案|违规|违纪|感染|新增|增长|火灾|案件|差错|伤亡|死亡|举报|发生|案发|疫情|信访|受灾|犯罪|警情|纠纷|缺勤|积压|复发|失误|返贫|欠薪|拖欠|溺水
            |外溢|扩散|输入|输出|确诊|病例|溺亡|失联|脱管|漏管|越级|进京|非访|群访|发病|逾期|超时|退单|违建|停[水电气暖]|断[水电气]|中断|延误|误工|差评|漏报|迟报|瞒报|脱岗|空岗|泄[漏露]|污染|触电|中毒|坍塌|丢失|缺席|辍学|失学|报告|申诉|复议|例|起|件|人|个|户|次|元|分|时|[，。；、）)！]|$)"""),
        _read_zero,
        {"实现[零]上访": Decimal(0), "案件为[零]。": Decimal(0), "招待费[零]元": Decimal(0)},
        ("零距离", "零星", "一百零五人"),
    ),
    Rule(
        "nought in a name",
        "零",
        compiled("零(?=[的一-龥]{2})"),
        _read_name,
        {"[零]就业家庭": Decimal(0), "服务[零]距离": Decimal(0)},
        ("零星", "一百零五人"),
    ),
)
