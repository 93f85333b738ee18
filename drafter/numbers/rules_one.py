"""The rule for 一, 几 and 数 before a classifier: mostly no more than "a" or "some", sometimes a count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from drafter.models import MentionClass
from drafter.numbers.measure import Unit, approx_around, unit_after
from drafter.numbers.shapes import ENDS, Found, Rule, compiled
from drafter.numbers.units import VAGUE_CLASSIFIERS, words

_LISTED = re.compile(r"[0-9二两兩三四五六七八九十百千万][^、，,]{1,8}[、和及与與]$")
_FOLLOWED = re.compile(r"\w{1,4}、[0-9二两兩三四五六七八九十]+[一-龥]")
_EACH_DONE = re.compile(
    "发现|整改|销号|查处|处理|处置|解决|发展|成熟|办理|办结|验收|排查|化解|建成|拆除|清理|取缔|宣传|巩固|推进|落实|完成|达标|清零"
)
_PERIOD = "(?:[年月周天日旬夜晚]|季度?|学期|学年|半年|星期|小时|分钟|个月)"
_EVERY = re.compile(
    rf"(?:每|毎|[一两二三四五六七八九十半]){_PERIOD}(?:[^，。；、\n0-9一的]{{0,6}})$|每[^，。；、\n]{{0,6}}$"
    r"|(?:各|人均|户均|平均|场均|仅|只有|(?<![织造成铸将])就|才|第|共|共计|合计|总计|不少于|不低于|至少)$"
)
_NOT_ONE_LESS = re.compile(
    "[不未没无别](?:有|能|曾|可)?(?:落|少|漏|缺|差|丢|留|让|遗漏|错过|放过|落下|漏掉|漏登|漏报|丢下)$"
)
_AND_AGAIN = re.compile("(?:又|[接挨连跟]着?)$")
_STILL_VAGUE = words("批 些 系列 番 片 种 阵 部分 堂 腔 方 体 条龙 遍 趟 回")
_NO_NOUN = frozenset("的了是有成为着过这那同每第另某何作当做于无没出到如像不再近未下上前后首末")
_COUNTS_OF = frozenset(
    "次场期份个名条块项件张册本支处户节讲课人轮家篇座所间台辆栋幢套部只顶把对双幅面副袋桶箱瓶盒包根枚"
)
_LEFT_OPEN = frozenset("天夜晚里方平度手人代下身级站校点大步日款关班省市县国区街乡镇村员院室字流分层楼者重卡")
_OWN_SHARE = re.compile("各[管守抓挑包领掌看带占负把护顾据担扛]$")
_PIECES_OF_WORK = words("摊 片 块 段 头 门 角 面 方 线 路 边 关 环")
"""What somebody takes on of a common task, 各管一摊, 各守一段: a way of saying that each has their own."""
_AS_SOON_AS = re.compile("(?<=[一-龥])(?<![了是有演唱这那每第])一(?:[出发打][，,]|出台|出炉|出现|发布|发出|打响|打开)")
"""一 before a deed, and no counting word: 消息一出，报名踊跃."""
_ALONE = re.compile(
    "[来内里间中以之后前多余时]|就|能|可|不到|左右|，|。|、|；|）|的(?:时间|工作|努力|建设|创建|整治|试|活动)"
)


def _read(text: str, m: re.Match[str]) -> Iterable[Found]:
    start, end = m.span()
    unit = unit_after(text, end)
    if not unit.name or _AS_SOON_AS.match(text, start):
        return []
    if m.group() not in "一壹":
        return [Found(start, end, "vague", "quantity", None, unit.name)] if unit.approx == "exact" else []
    if _counts(text, start, unit):
        approx = approx_around(text, start, unit.end, unit.approx)
        return [Found(start, end, "claim", unit.type, Decimal(1), unit.name, approx)]
    return [Found(start, end, "vague", "quantity", Decimal(1), unit.name)]


def _counts(text: str, start: int, unit: Unit) -> bool:
    """Say whether 一 at `start` counts: a length of time, a measure, in a frequency, behind its noun, in a parallel."""
    before, after = text[max(0, start - 12) : start], text[unit.end : unit.end + 1]
    if unit.name in _PIECES_OF_WORK and _OWN_SHARE.search(before):
        return False
    if before.endswith(("每", "最后")) or _NOT_ONE_LESS.search(before) or _again(text, start, unit):
        return False
    behind_noun = bool(before) and "一" <= before[-1] <= "龥" and before[-1] not in _NO_NOUN
    closed = not after or after in ENDS
    if _EVERY.search(before) and unit.name in _COUNTS_OF | {"天", "小时"}:
        return True
    if unit.type in ("duration", "money"):
        return _lasts(text, start, unit)
    if unit.name in _LEFT_OPEN:
        return closed and behind_noun and unit.name not in ("方", "身", "点", "流", "体", "下", "手", "步", "里")
    if unit.name not in VAGUE_CLASSIFIERS:
        return True
    if closed and behind_noun and unit.name not in _STILL_VAGUE:
        return not _one_by_one(text, start, unit)
    return _parallel(text, start, unit)


def _again(text: str, start: int, unit: Unit) -> bool:
    """Say whether 一 is the second of a pair that means one after the other: 一户又一户, 一个接着一个."""
    joint = _AND_AGAIN.search(text[max(0, start - 2) : start])
    return joint is not None and text.endswith(f"一{unit.name}", 0, start - len(joint.group()))


def _one_by_one(text: str, start: int, unit: Unit) -> bool:
    """Say whether 一 is half of a pair that means each: 整改一处、销号一处."""
    near = text[max(0, start - 14) : unit.end + 14]
    return _EACH_DONE.search(text[max(0, start - 2) : start]) is not None and near.count(f"一{unit.name}") > 1


def _lasts(text: str, start: int, unit: Unit) -> bool:
    """Say whether 一年 and the like measure a time: 一年来 does, 新的一年 and 这一天 do not."""
    last = text[start - 1 : start]
    if (
        last in ("的", "新", "这", "那", "每", "某", "同", "有", "另", "第", "键", "官", "局", "之")
        and last
        and unit.approx == "exact"
    ):
        return (last in ("的", "有") and unit.name not in ("年", "天", "日", "夜", "晚", "周", "学期")) or last == "每"
    if unit.name in ("天", "夜", "晚", "日", "时", "季", "秒"):
        return bool(re.match("[0-9一二两三四五六七八九十]", text[unit.end :])) or bool(_ALONE.match(text, unit.end))
    return True


def _parallel(text: str, start: int, unit: Unit) -> bool:
    """Say whether the clause before counts with the same unit: 举办三场讲座、一场演出; or a list does."""
    last = text[start - 1 : start]
    if unit.name in _STILL_VAGUE or (last and last in "这那每同另某何出"):
        return False
    if _FOLLOWED.match(text, unit.end):
        return True
    if last and last in _NO_NOUN:
        return False
    sentence = text[max(0, start - 24) : start]
    sentence = sentence[max(sentence.rfind(stop) for stop in "。；\n：:") + 1 :]
    if _LISTED.search(sentence):
        return True
    same = rf"[0-9二两三四五六七八九十]{re.escape(unit.name)}[^、，,”’」』]*[、，,和及与]\w{{0,2}}$"
    return re.search(same, sentence) is not None


NONE = "none at all"
_HAPPENED = "发生|出现|收到|接到|发现|产生|引发|新增|造成|受理"
_NOTHING = re.compile(rf"(?:未|没有?|无|無)(?:曾|再)?(?:(?P<happened>{_HAPPENED})|有)?过?$")
_INCIDENTS = "起例件宗桩"
_HARM = re.compile(
    "[^，。；、]{0,4}(?:伤|亡|上访|信访|[案火警纠]|返贫|致贫|感染|确诊|投诉|事故|违[规纪法]|辍学|失[联学踪]|溺|受[骗灾]|犯罪|吸毒)"
)


def _none(text: str, m: re.Match[str]) -> Iterable[Found]:
    """Read 一 in 未发生一起事故, 无一例感染: nought of what follows; 没有一个旁观者 is no such claim."""
    start, end = m.span()
    denied = _NOTHING.search(text[max(0, start - 8) : start])
    if denied is None:
        return []
    plain = text[end] in _INCIDENTS and (text[end] != "起" or denied.group() == "无")
    if not (plain or denied["happened"] or _HARM.match(text, end + 1)):
        return []
    return [Found(start, end, "vague", "quantity", Decimal(0), text[end])]


_OF_EACH = "一[^一，。；、年月周季天日旬]{1,2}一[一-龥]{1,2}"
_MORE = "(?:一[年月周季天日旬]一[一-龥]{1,2}[、，]){0,3}"
_SLOGANS = (re.compile(rf"{_OF_EACH}[、，]{_MORE}$"), re.compile(rf"[一-龥]{{1,2}}[、，]{_MORE}{_OF_EACH}"))
"""一人一策 before and behind 一月一查, which is then one more slogan and claims nothing."""


def _per_period(text: str, m: re.Match[str]) -> Iterable[Found]:
    ahead, behind = _SLOGANS
    slogan = m["a"] and (ahead.search(text[max(0, m.start() - 26) : m.start()]) or behind.match(text, m.end()))
    kind: MentionClass = "term" if slogan else "claim"
    return [Found(*m.span(group), kind, "quantity", Decimal(1)) for group in ("a", "b", "c") if m[group]]


RULES: tuple[Rule, ...] = (
    Rule(
        NONE,
        "一",
        compiled("一(?=[起例件宗桩人名户次个处笔单])"),
        _none,
        {"未发生[一]起事故": Decimal(0), "无[一]例确诊": Decimal(0), "无[一]人伤亡": Decimal(0)},
        ("没有一个旁观者", "发生一起事故"),
    ),
    Rule(
        "one per period",
        "一",
        compiled(
            "(?:(?<=每[年月周季天日旬])|(?P<a>一)[年月周季天日旬])(?P<b>一)(?=[学课评考查访巡训报测检主议研会督例讲清扫通调总练推谈部品歌事案])"
            "|(?P<c>一)(?=[年月周季天日]度?[一-龥]{0,4}一[次场期回轮课讲])"
        ),
        _per_period,
        {"做到[一]月一调度": Decimal(1), "每季[一]评": Decimal(1), "一人一策、[一]月一查": Decimal(1)},
        ("一年一度", "每年一次"),
    ),
    Rule(
        "a or some",
        "一几幾数數",
        compiled(
            "(?<!第)(?:一(?![次户人个项件场期天家]不[落少漏缺差])|[几幾]"
            "|(?<![人户戶总次件多少无倍分指系整半算计参招额字函点个份场名时岁虚实基])[数數])"
        ),
        _read,
        {
            "[一]支队伍": Decimal(1),
            "[几]个方面": None,
            "每月[一]次": Decimal(1),
            "主任[一]名，": Decimal(1),
            "[一]年多来": Decimal(1),
        },
        ("一定", "人数达", "统一思想", "一次不落"),
    ),
)
