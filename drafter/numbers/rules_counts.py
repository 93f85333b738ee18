"""Rules for what a numeral counts or measures: counts, percents, shares, ranges, ordinals, and a vague 一."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from drafter.models import Approx, NumberType, Value
from drafter.numbers.measure import UNITS, VAGUE_CLASSIFIERS, Unit, approx_around, unit_after
from drafter.numbers.numerals import FULL_WIDTH, SOME, read_numeral
from drafter.numbers.shapes import ARAB, ARAB_COUNT, ARAB_STARTS, COUNT, HAN_COUNT, HAN_STARTS, SPACE, Found, Rule, D, compiled

_ALL = ARAB_STARTS + HAN_STARTS
_BARE = frozenset("百千万亿萬億佰仟")


def _claim(text: str, start: int, end: int, value: Value | None, unit: Unit, kind: NumberType | None = None) -> Found:
    core = text[start:end]
    read: Approx = unit.approx
    if any(sign in SOME for sign in core) or (len(core) > 1 and any(sign in "余餘多" for sign in core)):
        read = "over"
    approx = approx_around(text, start, max(end, unit.end), read)
    return Found(start, end, "claim", kind or unit.type, value, unit.name, approx)


def _read_arabic(text: str, m: re.Match[str]) -> Iterable[Found]:
    start, end = m.span()
    value = read_numeral(m.group())
    if value is None:
        return
    unit = unit_after(text, end)
    before = text[start - 1] if start else ""
    if before.isascii() and before.isalpha() and not unit.name:
        yield Found(start, end, "term", "other", value)
        return
    after = text[end : end + 1]
    if not unit.name and after.isascii() and after.isalpha():
        yield Found(start, end, "term", "other", value)
        return
    yield _claim(text, start, end, value, unit)


def _read_han(text: str, m: re.Match[str]) -> Iterable[Found]:
    start, end = m.span()
    core = m.group()
    if core in ("一", "壹") or core in SOME:
        return
    value = read_numeral(core)
    if value is None:
        return
    unit = unit_after(text, end)
    approx = approx_around(text, start, max(end, unit.end), unit.approx)
    before = text[start - 1] if start else ""
    if core[0] in _BARE:
        if before in "上近超破过好" and before or approx != "exact" or unit.approx == "over":
            yield _claim(text, start, end, value, unit)._replace(approx="over" if before == "上" else approx)
        return
    if unit.name or approx == "over" or len(core) > 1 and any(sign in "十百千万亿拾佰仟萬億廿卅" for sign in core):
        yield _claim(text, start, end, value, unit)
        return
    yield Found(start, end, "term", "other", value)


def _read_some(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read 一, 几 or 数 before a classifier: a or some, unless it counts."""
    start, end = m.span()
    unit = unit_after(text, end)
    if not unit.name:
        return
    if m.group() != "一":
        if unit.approx == "exact":
            yield Found(start, end, "vague", "quantity", None, unit.name)
        return
    if counts(text, start, unit):
        yield _claim(text, start, end, Decimal(1), unit)
    else:
        yield Found(start, end, "vague", "quantity", Decimal(1), unit.name)


_EVERY = re.compile(r"(?:每|毎)[^，。；、\n]{0,5}$|(?:[年月周季天日]度?)(?:更新|召开|开展|举行|组织|进行|通报|调度|评比|检查|研究|轮换)?(?:了)?$")
_STOP = frozenset("，。；、,;！？）)：:\n ”》")


def counts(text: str, start: int, unit: Unit) -> bool:
    """Say whether 一 at `start` counts: a duration or measure, behind its noun, in a frequency."""
    before = text[max(0, start - 7) : start]
    after = text[unit.end : unit.end + 1]
    if unit.name not in VAGUE_CLASSIFIERS:
        return not (unit.name in ("天", "夜", "里", "方", "平", "度", "手", "人", "代", "下", "身", "级", "站", "校", "点", "大") and not _EVERY.search(before) and after not in _STOP)
    if _EVERY.search(before) and unit.name in ("次", "场", "期", "份", "个", "名", "条", "块", "项", "件", "张", "册", "本", "支", "处", "户", "节", "讲", "课", "人", "轮", "家", "篇", "期次"):
        return True
    if (not after or after in _STOP) and unit.name not in ("批", "些", "系列", "番", "片", "种", "套"):
        last = text[start - 1] if start else ""
        return "一" <= last <= "龥" and last not in "的了是有成为着过这那同每第另某任何作当做于无没出到一"
    return False


def _read_percent(text: str, m: re.Match[str]) -> Iterable[Found]:
    whole = m.group()
    start, end = m.span()
    sign = whole[-1]
    core = re.sub(r"[。·,，](?=\d{1,2}\D?$)", ".", whole[:-1].translate(FULL_WIDTH)).strip()
    value = read_numeral(core)
    if value is not None:
        yield _share(text, start, end, value, "‰" if sign == "‰" else "%")


def _share(text: str, start: int, end: int, value: Value | None, unit: str, kind: NumberType = "percent") -> Found:
    after = "over" if text[end : end + 1] in ("多", "余", "强") else "exact"
    return Found(start, end, "claim", kind, value, unit, approx_around(text, start, end, "over" if after == "over" else "exact"))


def _read_of_hundred(text: str, m: re.Match[str]) -> Iterable[Found]:
    value = read_numeral(m["n"])
    if value is not None:
        unit = {"百": "%", "千": "‰", "万": "‱"}[m["d"]]
        yield _share(text, m.start(), m.end(), value, unit)


def _read_tenths(text: str, m: re.Match[str]) -> Iterable[Found]:
    value = read_numeral(m["n"])
    if value is None or value > 10:
        return
    extra = Decimal(5) if m["half"] == "半" else (read_numeral(m["half"]) if m["half"] else Decimal(0)) or Decimal(0)
    yield _share(text, m.start(), m.end(), value * 10 + extra, "%")


def _read_discount(text: str, m: re.Match[str]) -> Iterable[Found]:
    value = read_numeral(m["n"])
    if value is not None:
        yield _share(text, m.start(), m.end(), value * 10 if value < 10 else value, "%")


def _read_fraction(text: str, m: re.Match[str]) -> Iterable[Found]:
    over, under = read_numeral(m["over"]), read_numeral(m["under"])
    if over is not None and under:
        yield _share(text, m.start(), m.end(), over / under, "", "ratio")


def _read_half(text: str, m: re.Match[str]) -> Iterable[Found]:
    yield _share(text, m.start(), m.end(), Decimal("0.5"), "", "ratio")


def _read_half_unit(text: str, m: re.Match[str]) -> Iterable[Found]:
    unit = unit_after(text, m.end())
    if unit.type == "duration" and unit.name:
        yield _claim(text, m.start(), m.end(), Decimal("0.5"), unit)


def _read_and_a_half(text: str, m: re.Match[str]) -> Iterable[Found]:
    value = read_numeral(m["n"])
    if value is not None:
        unit = unit_after(text, m.start("u"))
        yield _claim(text, m.start(), m.end(), value + Decimal("0.5"), unit._replace(end=m.end()))


def _read_times(text: str, m: re.Match[str]) -> Iterable[Found]:
    value = read_numeral(m["n"])
    if value is not None and value < 30:
        yield _share(text, m.start("n"), m.end(), Decimal(2) ** int(value), "倍", "ratio")


def _read_range(text: str, m: re.Match[str]) -> Iterable[Found]:
    low, high = read_numeral(m["lo"]), read_numeral(m["hi"])
    if low is None or high is None:
        return
    tail = m["pct"] or ""
    if tail:
        yield _share(text, m.start(), m.end(), (low, high), "‰" if tail == "‰" else "%", "range")
        return
    unit = unit_after(text, m.end())
    power = re.search("[万亿萬億]$", m["hi"])
    if power and not re.search("[万亿萬億千百]", m["lo"]) and low < 10**4:
        low *= Decimal(10**4 if power.group() in "万萬" else 10**8)
    if unit.name or low < high:
        yield _claim(text, m.start(), m.end(), (low, high), unit, "range")


_ADJOINING = {a + b for a, b in zip("一二三四五六七八", "二三四五六七八九", strict=True)} | {"一两", "两三", "三五", "三两"}


def _read_adjoining(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read 三五, 七八十, 二三百, 十七八: both ends with the same place."""
    head, pair, place = m["head"] or "", m["pair"], m["place"] or ""
    if pair not in _ADJOINING:
        return
    low, high = read_numeral(head + pair[0] + place), read_numeral(head + pair[1] + place)
    unit = unit_after(text, m.end())
    if low is None or high is None or not (unit.name or len(place) > 0):
        return
    found = _claim(text, m.start(), m.end(), (low, high), unit, "range")
    yield found._replace(approx="about" if found.approx == "exact" else found.approx)


def _read_ratio(text: str, m: re.Match[str]) -> Iterable[Found]:
    a, b = read_numeral(m["a"]), read_numeral(m["b"])
    if a is not None and b:
        yield Found(m.start(), m.end(), "claim", "ratio", a / b)


_NOT_ORDINAL = re.compile(r"时间|责任人|责任|书记|生产力|要务|线|课堂|方(?![面])|产业|课|人称|资源|粒扣子|动力|位置|位的|选择|现场|手资料|战线|战略|主体|代(?![表])")
_NAMED = re.compile(r"(?:[一-龥]{0,4}?)(?:中学|小学|高中|初中|中心小学|幼儿园|医院|人民医院|职业|完全小学|实验|师范|附属|中(?![国央心华])|小(?![组区时])|社区|居委会|看守所|监狱|建筑|税务|检察|巡察|巡回|监督|专员)")
_ORDINAL_UNITS = "名 届 位 批 次 期 家 张 个 等 季度 轮 站 季 代 场 例 枚 部 条 座 支 所 人 件 天 年 周 月 组 级 层 楼 号 版 集 章 讲 课 篇 辑 阶段 步 方面 方队 档 次会议 项 把 本 块 间 台 顺位 梯队"
_ORDINAL_NEXT = re.compile("|".join(sorted(_ORDINAL_UNITS.split(), key=len, reverse=True)))
_RANKED = re.compile(r"(?:列|居|排名|名次|获|得|夺|全市|全区|全省|全国|街道|全县|全镇|评比|考核|比赛|位|排|保持|评为|总分|成绩|综合)第$")


def _read_ordinal(text: str, m: re.Match[str]) -> Iterable[Found]:
    start, end = m.start("n"), m.end("n")
    value = read_numeral(m["n"])
    if value is None:
        return
    rest = text[end : end + 8]
    if _NOT_ORDINAL.match(rest) or _NAMED.match(rest):
        yield Found(start, end, "term", "ordinal", value)
        return
    unit = _ORDINAL_NEXT.match(rest)
    after = rest[:1]
    before = text[max(0, start - 4) : start]
    if unit:
        yield Found(start, end, "claim", "ordinal", value, unit.group())
    elif not after or after in _STOP or _RANKED.search(before):
        yield Found(start, end, "claim", "ordinal", value)
    elif m["n"].translate(FULL_WIDTH).isascii() or len(m["n"]) > 1:
        yield Found(start, end, "claim", "ordinal", value)
    else:
        yield Found(start, end, "term", "ordinal", value)


def _read_grade(text: str, m: re.Match[str]) -> Iterable[Found]:
    value = read_numeral(m["n"])
    yield Found(m.start("n"), m.end("n"), "claim", "ordinal", value, m["u"])


def _read_grades(text: str, m: re.Match[str]) -> Iterable[Found]:
    for part in re.finditer(rf"[一二三四五]|{D}", m.group()):
        at = m.start() + part.start()
        yield Found(at, at + 1, "claim", "ordinal", read_numeral(part.group()), m["u"])


def _read_place_number(text: str, m: re.Match[str]) -> Iterable[Found]:
    yield Found(m.start(), m.end("n"), "claim", "other", read_numeral(m["n"]), "号")


def _read_masked(text: str, m: re.Match[str]) -> Iterable[Found]:
    unit = unit_after(text, m.end())
    yield _claim(text, m.start(), m.end(), m.group(), unit)


def _read_zero(text: str, m: re.Match[str]) -> Iterable[Found]:
    yield Found(m.start(), m.start() + 1, "claim", "quantity", Decimal(0))


_PCT = "[%％‰﹪]"
RULES: tuple[Rule, ...] = (
    Rule("phone number", ARAB_STARTS, compiled(r"(?<![\d.])(?:\d{3,4}[-—－ ])?(?:\d{7,8}|1[3-9]\d{9}|400[-\d]{7,9})(?![\d万亿,.]|[余多]?[元人户册份吨次])"),
         lambda text, m: [Found(m.start(), m.end(), "claim", "other", read_numeral(re.sub(r"\D", "", m.group())))] if not unit_after(text, m.end()).name else [],
         {"电话[0371-66668888]": Decimal(37166668888), "热线[8203366]全年": Decimal(8203366)}, ("8203366人",)),
    Rule("percent", ARAB_STARTS, compiled(rf"(?:{ARAB}|{D}+[。·]{D}{{1,2}}){SPACE}{_PCT}"), _read_percent,
         {"[45.6%]": Decimal("45.6"), "[45。6%]": Decimal("45.6"), "达[１００％]": Decimal(100), "[3.1‰]": Decimal("3.1")}, ("45.6",)),
    Rule("percent in words", "百千万", compiled(rf"(?P<d>[百千万])分之(?P<n>{ARAB}|{HAN_COUNT})"), _read_of_hundred,
         {"[百分之四十五点六]": Decimal("45.6"), "[百分之百]": Decimal(100), "[千分之五]": Decimal(5)}),
    Rule("tenths", _ALL, compiled(rf"(?P<n>{D}(?:\.{D})?|[一二两三四五六七八九])成(?P<half>[半一二三四五六七八九](?!年))?(?![立员为功长果绩效都本交就份套熟例语不型人])"), _read_tenths,
         {"[九成]以上": Decimal(90), "[三成半]": Decimal(35), "超过[7成]": Decimal(70)}, ("三成员", "一成不变", "二成为")),
    Rule("discount", _ALL, compiled(rf"(?P<n>{D}(?:\.{D})?|[一二三四五六七八九]{{1,2}})折(?![扣不叠返合页])"), _read_discount,
         {"[八折]优惠": Decimal(80), "[八五折]": Decimal(85), "[9.5折]": Decimal(95)}),
    Rule("fraction", _ALL, compiled(rf"(?P<under>{ARAB}|[一二三四五六七八九十百]{{1,4}})分之(?P<over>{ARAB}|[一二两三四五六七八九十百]{{1,4}})"), _read_fraction,
         {"[三分之二]": Decimal(2) / 3, "[四分之一]": Decimal("0.25")}),
    Rule("written fraction", ARAB_STARTS, compiled(r"(?<![\d/])(?P<over>\d{1,3})/(?P<under>\d{1,4})(?![\d/年月])"), _read_fraction,
         {"[1/4]的楼道": Decimal("0.25")}),
    Rule("half", "一半", compiled(r"一半|(?<=[过大])半(?=[数的以]|[，。；]|$)|半(?=数|价)"), _read_half,
         {"占[一半]": Decimal("0.5"), "[半]数以上": Decimal("0.5"), "过[半]": Decimal("0.5")}, ("半年", "一半年")),
    Rule("half a year", "半", compiled(r"(?<![上下])半(?=个?[多]?(?:年|天|月|小时|学期|世纪|学年|个))"), _read_half_unit,
         {"[半]年来": Decimal("0.5"), "[半]个小时": Decimal("0.5")}, ("上半年", "下半年", "半边天")),
    Rule("and a half", _ALL, compiled(rf"(?P<n>{D}{{1,3}}|[一二两三四五六七八九十]{{1,3}})(?P<u>天|年|个(?=半(?:月|小时|星期|学期|钟头))|小时|倍|成|里|亩)半(?!年|天|数)"), _read_and_a_half,
         {"[两天半]": Decimal("2.5"), "[一年半]": Decimal("1.5")}),
    Rule("doubling", _ALL, compiled(r"(?:(?<=翻)|(?<=翻了)|(?<=翻近)|(?<=翻了近)|(?<=翻了约)|(?<=翻约))(?P<n>[一两二三四五]|\d)番"), _read_times,
         {"翻了[一番]": Decimal(2), "翻[两番]": Decimal(4)}),
    Rule("range", _ALL, compiled(rf"(?<![0-9.])(?P<lo>{ARAB_COUNT}|{HAN_COUNT}){SPACE}(?:--|[-—–－~～─至到]){SPACE}(?P<hi>{ARAB_COUNT}|{HAN_COUNT})(?![-/.：:])(?P<pct>{_PCT})?"), _read_range,
         {"[12至18]岁": (Decimal(12), Decimal(18)), "[9-11]号楼": (Decimal(9), Decimal(11)), "[3-5%]": (Decimal(3), Decimal(5)), "[一到两]次": (Decimal(1), Decimal(2)), "[2~3万]元": (Decimal(20000), Decimal(30000))},
         ("6岁到14岁",)),
    Rule("adjoining numerals", HAN_STARTS, compiled(r"(?P<head>[一二三四五六七八九]?十)?(?P<pair>[一二两三四五六七八九]{2})(?P<place>[十百千万亿]{1,2})?(?![一二三四五六七八九普])"), _read_adjoining,
         {"[七八十]人": (Decimal(70), Decimal(80)), "[三五]个": (Decimal(3), Decimal(5)), "[十七八]岁": (Decimal(17), Decimal(18)), "[两三]遍": (Decimal(2), Decimal(3))}, ("一二九", "六五普法")),
    Rule("ratio", _ALL, compiled(rf"(?<![\d:：])(?P<a>{ARAB}|[一二三四五六七八九十])[:：∶比](?P<b>{ARAB}|[一二三四五六七八九十])(?![\d:：一二三四五六七八九])"), _read_ratio,
         {"比例为[2:1]": Decimal(2), "[3比1]": Decimal(3)}),
    Rule("grades", _ALL, compiled(rf"(?:[一二三四五1-5][、和及]){{1,4}}[一二三四五1-5](?P<u>等奖|级|期|星级|楼|层|年级)"), _read_grades,
         {}, ()),
    Rule("grade", _ALL, compiled(rf"(?P<n>{D}{{1,2}}|[一二三四五六七八九十]{{1,2}})(?P<u>等奖|星级|年级|等功|级(?!别)|层(?=[是为设楼]|[，。])|楼(?![栋宇道长院门盘房层梯组])|期(?=工程|项目|改造|建设))"), _read_grade,
         {"获[一]等奖": Decimal(1), "[五]星级": Decimal(5), "楼下[一]层为": Decimal(1)}, ("106栋",)),
    Rule("ordinal", _ALL, compiled(rf"(?<=第)[ ]?(?P<n>{ARAB}|{HAN_COUNT})"), _read_ordinal,
         {"第[三]届": Decimal(3), "名列第[二]，": Decimal(2), "第[十二]届": Decimal(12), "第[一]张": Decimal(1)}, ()),
    Rule("house number", ARAB_STARTS, compiled(rf"(?P<n>{D}{{1,5}})(?=号(?:楼|院|线|路|门|附|库|栋|大院|地块|文|令|商铺|店|公馆|[，。、）)]))"), _read_place_number,
         {"人民路[12]号院": Decimal(12), "地铁[4]号线": Decimal(4)}),
    Rule("masked figure", ARAB_STARTS + "xX", compiled(r"(?<![0-9A-Za-z])\d+[xX×]{2,}(?![年A-Za-z])"), _read_masked, {"约[70xxxx]平方米": "70xxxx"}),
    Rule("zero", "零〇", compiled(r"零(?=上访|事故|投诉|发案|违规|感染|新增|增长|火灾|案件|差错|伤亡|死亡|举报|发生|案发|疫情|信访|受灾|犯罪|警情|纠纷|缺勤|积压|复发|炊烟|[，。；、]|$)"), _read_zero,
         {"实现[零]上访": Decimal(0), "案件为[零]。": Decimal(0)}, ("零距离", "零星")),
    Rule("digits", ARAB_STARTS, compiled(ARAB_COUNT), _read_arabic,
         {"居民[1779]户": Decimal(1779), "近[3万]人": Decimal(30000), "[20余万]元": Decimal(200000), "[2,496]户": Decimal(2496), "[２２６３]户": Decimal(2263), "[3千]多人": Decimal(3000)}),
    Rule("Chinese numeral", HAN_STARTS, compiled(HAN_COUNT), _read_han,
         {"[三千]余元": Decimal(3000), "上[千]张": Decimal(1000), "[二十三]家": Decimal(23), "[数十]项": Decimal(10), "[两]次": Decimal(2), "[三点二万]册": Decimal(32000)}, ("千方百计", "一流")),
    Rule("a or some", "一几幾数數", compiled(r"(?<![人户总次件多少无倍分指系整半算计参招额字函戶])[一几幾数數]"), _read_some,
         {"[一]支队伍": Decimal(1), "[几]个方面": None, "每季度[一]次": Decimal(1)}, ("一定", "人数达")),
)
COUNTED = frozenset(UNITS)
