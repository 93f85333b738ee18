"""Units: which are measures that convert into each other, which are counting words of one kind, which never match.

A measure has a dimension and a size in the dimension's base unit. A counting word (量词) belongs to groups; two
counting words may stand for each other when they share a group. 人 and 人次, 户 and 人, 册 and 人次 share none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from drafter.models import Mention
from drafter.tracing.counted_bare import counted_bare
from drafter.tracing.forms import form_of

# dimension -> unit -> size in the base unit of the dimension
MEASURES: dict[str, dict[str, str]] = {
    "面积": {
        "平方米": "1", "平米": "1", "㎡": "1", "m²": "1", "m2": "1", "平方": "1", "平方公里": "1000000",
        "平方千米": "1000000", "km²": "1000000", "公顷": "10000", "hm²": "10000",
        "亩": "666.6666666667", "亩地": "666.6666666667", "平方厘米": "0.0001",
    },
    "长度": {
        "米": "1", "延米": "1", "延长米": "1", "m": "1", "公里": "1000", "千米": "1000", "km": "1000", "里": "500",
        "华里": "500", "里路": "500", "里地": "500", "厘米": "0.01", "cm": "0.01", "毫米": "0.001", "mm": "0.001",
        "分米": "0.1", "海里": "1852",
    },
    "体积": {
        "立方米": "1", "立方": "1", "方": "1", "m³": "1", "㎥": "1", "立方公里": "1000000000",
        "升": "0.001", "L": "0.001", "毫升": "0.000001", "ml": "0.000001", "mL": "0.000001",
    },
    "重量": {
        "公斤": "1", "千克": "1", "kg": "1", "斤": "0.5", "市斤": "0.5", "吨": "1000", "公吨": "1000", "克": "0.001",
        "毫克": "0.000001",
    },
    "金额": {"元": "1", "块钱": "1", "元钱": "1", "元人民币": "1", "角": "0.1"},
    "美元": {"美元": "1"},
    "欧元": {"欧元": "1"},
    "港元": {"港元": "1", "港币": "1"},
    "时间": {
        "小时": "3600", "个小时": "3600", "个钟头": "3600", "分钟": "60", "秒": "1", "秒钟": "1", "天": "86400",
        "日": "86400", "昼夜": "86400", "日夜": "86400", "个日夜": "86400", "个日日夜夜": "86400", "个昼夜": "86400",
        "周": "604800", "个星期": "604800", "星期": "604800", "个周": "604800",
    },
    "年月": {
        "个月": "1", "月": "1", "年": "12", "载": "12",
        "个春秋": "12", "周年": "12", "个年头": "12", "个季度": "3", "季度": "3", "余年": "12",
        "学年": "12", "个学期": "6", "学期": "6",
    },
    "工作日": {"个工作日": "1", "工作日": "1"},
    "年龄": {"岁": "1", "周岁": "1"},
    "得分": {"分": "1", "积分": "1"},
    "百分点": {"个百分点": "1", "百分点": "1", "个千分点": "0.1", "千分点": "0.1"},
    "数据量": {"MB": "1", "GB": "1000", "TB": "1000000", "PB": "1000000000"},
    "电量": {"千瓦时": "1", "度电": "1", "度": "1", "千瓦": "1000", "兆瓦": "1000000"},
    "温度": {"℃": "1", "摄氏度": "1"},
    "响度": {"分贝": "1"},
}  # fmt: skip

# counting words that may stand for each other; a word may be in several groups
COUNTED: dict[str, str] = {
    "人": "人 名 位 口 个 人员",
    "人次": "人次 人次数",
    "户": "户 个",
    "商户": "户 家 个",
    "户次": "户次 家次",
    "活动": "次 场 期 届 回 轮 节 讲 堂 课 趟 遍 场次 个 项 批 批次 站 番 次数 堂课 节课",
    "事件": "件 起 例 宗 桩 单 个 项 条 件次 件事",
    "队伍": "支 个 队",
    "楼": "栋 幢 座 个 排",
    "处所": "处 个 座 所 间 家 块 片 站 项 点 段 方 户外 处点",
    "机构": "家 个 所 间",
    "纸品": "份 张 本 册 页 封 套",
    "牌幅": "块 幅 面 条 张 个 处 组 版 件",
    "器物": "台 部 辆 架 套 具 个 只 把 件 组 根 盏 杆 盘 副 顶 口 块",
    "灯": "盏 个 处 杆 套",
    "植物": "棵 株 个",
    "盆栽": "盆 个 株",
    "文稿": "篇 条 个 则 部 首 幅 期 件 份 次",
    "种类": "项 个 类 种 大类 大项 大 门 方面 条 者",
    "层级": "级 层 个",
    "笔数": "笔 单 项 件 宗",
    "动物": "只 头 条 匹 个",
    "对子": "对 双 个",
    "班级": "个 班",
    "剂次": "剂 剂次 针 针次",
    "桌": "桌 个",
    "车辆": "辆 台 个 部 车",
    "车次": "车次 台次 辆次 车",
    "册次": "册次 本次",
    "包裹": "包 袋 件 份 套",
    "箱装": "箱 件",
    "盒装": "盒 件 份 套 个",
    "瓶装": "瓶 罐 件 个",
    "桶装": "桶 个 件 只",
    "被褥": "床 条 套 件 个",
    "花枝": "枝 束 朵 株 盆 棵 把 个",
    "鱼苗": "尾 条 只",
    "家禽": "羽 只 个",
    "颗粒": "颗 粒 片 丸 个",
    "杯盏": "杯 碗 壶 份",
    "餐饭": "餐 顿 份 次",
    "用餐": "餐 顿 人次",
    "试题": "道 条 个 题",
    "关口": "道 个 条 重 关",
    "门窗": "扇 樘 个 套 块",
    "语句": "句 条 个",
    "案卷": "卷 宗 册 份 本 件",
    "辑刊": "辑 期 集 部 册",
    "船只": "艘 条 只",
    "铺位": "铺 床 张 个",
    "网页": "条 次 篇 个",
    "品种": "样 种 类 个 款 道",
    "路线": "条 个 段",
    "章节": "章 节 条",
    "批次": "批次 批 次",
    "门类": "门 个 类",
    "课时": "课时 个课时 学时 节 节课",
    "进球": "球 个 粒",
    "作品": "幅 件 部 篇 首 个 份",
    "席位": "张 个 席 座",
    "岗位": "个 岗",
    "选票": "票 张",
    "服务": "次 件 项 起",
}

SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000}


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts or measures. `name` is "" where the text gives no unit: such a number matches any."""

    name: str = ""
    """A name means one unit only, so that two units are the same where their names are."""
    dimension: str = field(default="", compare=False)
    size: Decimal = field(default=Decimal(1), compare=False)
    groups: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def kind(self) -> str:
        """The dimension of a measure, else the word itself."""
        return self.dimension or self.name


NONE = Unit()


def _table() -> dict[str, Unit]:
    units = {
        name: Unit(name, dimension, Decimal(size))
        for dimension, sizes in MEASURES.items()
        for name, size in sizes.items()
    }
    groups: dict[str, set[str]] = {}
    for group, names in COUNTED.items():
        for name in names.split():
            groups.setdefault(name, set()).add(group)
    units |= {name: Unit(name, groups=frozenset(of)) for name, of in groups.items() if name not in units}
    return units


UNITS = _table()
LENGTHS: dict[str, tuple[int, ...]] = {
    sign: tuple(sorted({len(name) for name in UNITS if name[0] == sign}, reverse=True))
    for sign in {n[0] for n in UNITS}
}
"""How long the units that begin with a sign are, the longest first."""
BY_PAIR: dict[str, tuple[Unit, ...]] = {
    pair: tuple(UNITS[n] for n in sorted(UNITS, key=len, reverse=True) if n[:2] == pair)
    for pair in {n[:2] for n in UNITS if len(n) > 1}
}
"""The units that begin with two signs, the longest first."""
_PASSED = frozenset(" \t　余餘多来來几+＋")
_AFTER_NUMERAL = re.compile(r"[ \t　]*[余餘多来來几+＋]?[ \t　]*")


@lru_cache(maxsize=1024)
def named(name: str) -> Unit:
    """Return the unit of that name; an unknown name is a counting word of its own."""
    return UNITS.get(name) or (Unit(name, groups=frozenset({name})) if name else NONE)


@lru_cache(maxsize=1024)
def split_scale(name: str) -> tuple[int, Unit]:
    """Split a unit as typed into a form into its multiplier and the unit: 万元 -> 10000, 元."""
    name = name.strip().lstrip("余多")
    if name in UNITS:
        return 1, UNITS[name]
    for scale in sorted(SCALES, key=len, reverse=True):
        if name.startswith(scale):
            return SCALES[scale], named(name.removeprefix(scale))
    return 1, named(name)


_MORE_THAN = re.compile("个多(?P<unit>月|小时|星期)")
_PEOPLE = re.compile(
    "人(?![工民行家才物防大像生流文口员均次社武选力气居造体身道类间情心脸机群格数车士质])(?!参(?![加赛与训展演评])|荣誉|奖|项目?|先进|账|贷|参保|捐)"
)
"""12个人撑起 counts people; 3个人工湖 does not, nor do 2个人奖项."""

_SHARES = frozenset("%％‰")
_AMOUNTS = frozenset(("quantity", "money", "duration", "percent", "ratio", "ordinal"))


def unit_at(text: str, end: int) -> tuple[Unit, int]:
    """Return the unit that stands in `text` right behind a numeral that ends at `end`, and where the unit ends.

    The longest known unit wins; 余, 多 and spaces before it are passed over. Returns NONE and `end` where no known
    unit follows.
    """
    start, pair = end, text[end : end + 2]
    if end and text[end - 1] in _SHARES and pair[:1] not in _SHARES:
        return NONE, end  # 由11.2%升至13.5%: no litres
    if pair[:1] in _PASSED and (passed := _AFTER_NUMERAL.match(text, end)):
        start = passed.end()
        pair = text[start : start + 2]
    if pair == "个多" and (over := _MORE_THAN.match(text, start)):
        return UNITS[f"个{over['unit']}"], over.end()  # 五个多月
    for unit in BY_PAIR.get(pair, ()):
        if text.startswith(unit.name, start):
            return unit, start + len(unit.name)
    single = UNITS.get(pair[:1])
    if single is None:
        return NONE, end
    # 12个人 counts people as 12人 does; 3个人工湖 and 5个个人 do not.
    heads = pair in ("个人", "口人") and _PEOPLE.match(text, start + 1)
    return (UNITS["人"], start + 2) if heads else (single, start + 1)


_TIMELESS = frozenset(("date", "span", "clock", "weekday"))
"""Forms of numbers that have no unit: the 排 behind 晚8点排练 counts nothing."""


def unit_behind(text: str, mention: Mention) -> tuple[Unit, int]:
    """Return the unit that stands behind a mention, and where it ends; money in 块, or in 万 alone, is so many 元.

    So is 收费八角, which the reader reads as 0.8.
    """
    if mention.type not in _AMOUNTS and form_of(mention.type, mention.text, mention.value, mention.unit) in _TIMELESS:
        return NONE, mention.end
    if mention.type == "ordinal" and text.startswith("升", mention.end):
        return NONE, mention.end  # 由第三升至第一
    unit, end = unit_at(text, mention.end)
    if mention.type == "money" and mention.unit == "元" and (unit.dimension != "金额" or unit.name == "角"):
        return UNITS["元"], end if unit.name == "块" else mention.end
    bare = counted_bare(text, mention.end) if unit is NONE and mention.type == "quantity" else None
    if bare is not None:
        return UNITS[bare[0]], bare[1]
    return unit, end


@lru_cache(maxsize=1024)
def unit_of(words: str) -> str:
    """Return the longest unit that words begin with: 平方米 of 平方米绿地."""
    return next((words[:n] for n in LENGTHS.get(words[:1], ()) if words[:n] in UNITS), "")


def compatible(stated: Unit, known: Unit) -> bool:
    """Say whether a number in the one unit can state a number in the other; a missing unit matches all."""
    return _compatible(stated.name, known.name)


@lru_cache(maxsize=8192)
def _compatible(one: str, other: str) -> bool:
    if not one or not other or one == other:
        return True
    stated, known = named(one), named(other)
    if stated.dimension or known.dimension:
        return stated.dimension == known.dimension
    return bool(stated.groups & known.groups)


def divides(per: Unit, over: Unit) -> bool:
    """Say whether what is counted in the one unit may be what 每 with the other means: 每次 is no 个 of things."""
    return compatible(per, over) and bool(over.name) and not (over.name == "个" != per.name and "活动" in per.groups)


def convert(value: Decimal, known: Unit, stated: Unit) -> Decimal:
    """Return a value of the one unit in the other; the same value where they do not measure the same thing."""
    if known.dimension and known.dimension == stated.dimension and known.size != stated.size:
        return value * known.size / stated.size
    return value


def same_unit(first: Unit, second: Unit) -> bool:
    """Say whether two amounts can be added: one dimension, or counting words of one kind."""
    return first.name == second.name or _same_unit(first.name, second.name)


@lru_cache(maxsize=8192)
def _same_unit(one: str, other: str) -> bool:
    first, second = named(one), named(other)
    if first.dimension or second.dimension:
        return first.dimension == second.dimension
    if (one == "个") != (other == "个") and "人" in first.groups & second.groups:
        return False
    return bool(first.groups & second.groups)
