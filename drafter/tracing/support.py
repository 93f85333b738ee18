"""What speaks for a fact whose words the draft hardly has: a rare value, signs in common, no other fact to be meant."""

from __future__ import annotations

import re

from drafter.tracing.candidates import Candidate
from drafter.tracing.comparisons import COMMON_UNITS
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.nouns import counts_bodies
from drafter.tracing.objections.rivals import digits
from drafter.tracing.objections.unrelated import from_nowhere, unrelated
from drafter.tracing.reading import Reading
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import GENERIC

# A value of four digits is hardly met by chance, one of a single digit often is.
_FLOORS = {1: 0.2, 2: 0.15, 3: 0.15}
_FLOOR_LONG = 0.13
_BY_CHARACTER = 0.3
_FOLLOWS = 0.12
_AROUND = 24
_RARE_DIGITS = 2
_PLAIN_DIGITS = 3
_CONTENT = re.compile(r"[\u4e00-\u9fff](?<![的了和与及共有约近达为在仅个这对现余多名])")
_WIDE = re.compile("|".join(sorted(GENERIC, key=len, reverse=True)))
_MEASURES = re.compile("总?(?:长度?|面积|宽度?|高度|里程|总量|金额)$")
_TIME = "时间"
_SIZE = re.compile("(?:建筑|占地|总|总建筑|使用|馆舍|场馆|校园|办公|经营)?面积")
_SCORE = re.compile("成绩|得分|评分|分数")
_SCORED = re.compile("(?:得|获|获得|拿到|考出|取得)了?$")
_SERVED = re.compile("(?:受助|受益|受惠|惠及|帮扶|救助|资助|扶助|被帮扶)(?:家庭|户|户数|人数|对象|群众)?")
_SERVES = re.compile("(?:帮扶|救助|资助|惠及|扶助|帮助|接济|补助|受益|用于)[^，。；0-9]{0,2}$")
_SERVICE = ("教龄", "工龄", "党龄", "军龄", "警龄", "医龄")
_WORN = frozenset("人员数总次场个项的和与有参加举办开展组织建成立设新发放印制理，、 “”（）")


def alone(
    reading: Reading, spot: Spot, best: Candidate, listed: list[Candidate], stating: dict[int, list[int]]
) -> bool:
    """Say whether only one fact can be meant, in the number's very unit, and no other number states it."""
    e, number = best.evidence, spot.number
    if number is None or e.place == "label":
        return False
    lone = len(listed) == 1
    spans = e.unit.dimension == _TIME and e.subject.endswith((e.unit.name, f"{e.unit.name}数"))
    if lone and spans and e.unit == spot.unit:
        return True  # 16周累计授课224课时 of 教学周数, 8天长假 of 假期天数, told again and again
    if lone and e.unit.dimension == "年龄" and e.subject.endswith("年龄"):
        return True  # 52岁的陈桂兰 of 年龄 52岁
    if lone and e.subject.endswith(_SERVICE) and e.unit == spot.unit:
        return True  # 26年的讲台生涯 of 教龄 26年
    if len(stating.get(e.at, ())) > 1:
        return False
    if counts_bodies(reading, spot, e):
        return True
    if not lone or best.actual != number.value:
        return False  # many a number is close to 680, 听众超过680人 is no 暂住人口702人
    if unrelated(reading, spot, e):
        return False
    if not (e.unit.name and spot.unit.name and same_unit(e.unit, spot.unit)) or "个" in (e.unit.name, spot.unit.name):
        return False
    alike = [o for o in reading.known.evidence if o.unit.kind == e.unit.kind and o.place != "label"]
    rare = e.unit.name not in COMMON_UNITS and len([o for o in alike if o.unit.name == e.unit.name]) == 1
    if rare and e.unit.dimension and e.unit.name == spot.unit.name and not _WIDE.sub("", e.subject):
        return True  # 面积 0.6平方公里: its label names nothing that the words could have
    if len(alike) == 1 and e.unit.name == spot.unit.name and _follows_its_neighbour(reading, spot, e):
        return True
    noun = reading.text[spot.unit_end : spot.unit_end + 1]
    last = (e.near or e.far)[-1:]
    if rare and noun and last and (noun == last or last in reading.text[slice(*spot.before)]):
        return True
    return digits(number.value) >= (_RARE_DIGITS if rare else _PLAIN_DIGITS)


def _sole(reading: Reading, e: Evidence) -> bool:
    """Say whether no other fact has a number in the unit of some evidence."""
    return not any(o.unit.kind == e.unit.kind and o.at != e.at for o in reading.known.evidence if o.place != "label")


def told_by_its_sort(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether a number can only be its fact's: those for whom something is done, the one size, the one score.

    帮扶73户特困家庭 of 受助 73户, 3400平方米的文化宫 of 建筑面积, 最终得了91.5分 of 测评成绩.
    """
    before = reading.text[slice(*spot.before)]
    if _SERVED.fullmatch(e.subject) and _SERVES.search(before):
        return True
    if e.unit != spot.unit or not _sole(reading, e):
        return False
    if e.unit.dimension == "面积":
        return _SIZE.fullmatch(e.subject) is not None
    return e.unit.dimension == "得分" and _SCORE.search(e.subject) is not None and _SCORED.search(before) is not None


def _follows_its_neighbour(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether the number right before, in the same clause, states the fact beside this one: 3个小组共18人."""
    before = reading.backings.get(spot.at - 1)
    if before is None or reading.spots[spot.at - 1].clause != spot.clause or len(before.facts) != 1:
        return False
    return before.facts[0] != e.fact and reading.neighbours(before.facts[0], e.fact)


def floor_of(reading: Reading, spot: Spot, e: Evidence) -> float:
    """Return how well words must fit before a number is taken to state a fact, by how many digits it has."""
    if e.place == "label" and e.unit.name == spot.unit.name and e.unit.name:
        return 0.0
    count = digits(spot.number.value) if spot.number else 1
    if spot.number and spot.number.sense in ("least", "beyond", "most", "below"):
        count -= 1
    if count > 2 and not _named_here(reading, spot) and not from_nowhere(reading, spot, e):
        return 0.0
    return _FLOORS.get(max(count, 1), _FLOOR_LONG)


def _named_here(reading: Reading, spot: Spot) -> bool:
    """Say whether words beside the number name what it counts; in 2496户、6828人 only the units do."""
    beside = reading.text[slice(*spot.before)] + reading.text[slice(*spot.after)]
    return len(_CONTENT.findall(beside)) >= 2


def kinship(reading: Reading, spot: Spot, e: Evidence) -> float:
    """Return what speaks for a fact beyond common words: single characters in common, and its neighbour just before."""
    label = set(_MEASURES.sub("", e.near or e.far) if e.unit.dimension else e.near or e.far) - _WORN
    rough = spot.number is not None and spot.number.sense != "exact"
    # What other words of the sentence say of a fact speaks for a number that is its very own, not for one close to it.
    start = spot.clause[0] if rough else max(spot.sentence[0], spot.clause[0] - _AROUND)
    around = reading.text[start : spot.clause[1]]
    beside = set(reading.text[slice(*spot.before)] + reading.text[slice(*spot.after)]) - _WORN
    if spot.unit.name == "个" != e.unit.name:
        label = set()  # 156个楼道 are no 156栋 of 楼栋: what 个 counts only its noun tells, and one sign is no noun
    common = sum(sign in around for sign in label) / len(label) if label else 0.0
    explained = len(beside & label) / len(beside) if beside else 0.0
    before = reading.backings.get(spot.at - 1)
    follows = before is not None and any(reading.neighbours(f, e.fact) for f in before.facts)
    later = reading.fits[spot.at].get(e.at)
    return _BY_CHARACTER * max(common, explained) + (_FOLLOWS if follows else 0.0) + later.later - later.whole
