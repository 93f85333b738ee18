"""Totals that disagree with their parts, wherever both stand in a draft: before, behind 其中, in brackets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.models import Trace
from drafter.numbers.find import find_mentions
from drafter.tracing import cues
from drafter.tracing.arithmetic import plain
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.splits import are_of_one_split
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import OPPOSITES

_MOST_PARTS = 8
_FAR_OFF = Decimal("0.27")
"""What lies further off is no sum of just these: a total of other things as well."""
_CLOSE = Decimal("0.1")
_CLOSER = Decimal("0.05")
_FULL = Decimal("100.5")
_AMONG = re.compile(r"^[，,；;]?其中[:：，,]?|^[（(](?:其中)?[:：]?")
_PEOPLE = frozenset(("人", "名", "位", "户"))
_TAIL = re.compile("[、，,和及与:：]|(?:共|各|有|为)$")
_YEAR = re.compile(r"(?:19|20)\d\d年")
_END = re.compile(r"[。！？!?\n；;]")
_OVERLAPPING = re.compile("每|均|以上|以下|比|增|减|降|升|其中|超|不足|近|约|原|上年|去年|目标|计划|含|包括|累计")
_EACH = re.compile("[每各均]")
_UNDONE = re.compile("正在|尚未|尚在|在办|待办|未办")
_SUM_OR_REST = re.compile(r"(?P<sides>[\d.]+(?: [+-] [\d.]+)+) = [\d.]+")
_VALUE = re.compile(r"[\d.]+")
_OPENING = 6
_PURELY = re.compile(
    "[，,；;]?(?:合计|总计|共计|一共|总共|(?P<noun>[\u4e00-\u9fff]{2,4})?总[户人]?数|总人次|总量|共)(?:有|为|是|达到?)?"
)
_SOURCE = re.compile("补助|补贴|自筹|拨款|财政|配套|筹[资集措]|捐[款赠助]|众筹|奖补|贷款|出资|投资")
_MONEY = "金额"
_SEVERAL = 3
_WAN = "万"
_LINKS = re.compile(r"[\u4e00-\u9fff“”‘’、，,和及与:：]{0,14}")


def disagreeing(reading: Reading, traces: Sequence[Trace]) -> Iterator[str]:
    """Yield a Chinese sentence for each total that the numbers listed as its parts don't make."""
    told = _values(reading) if any(trace.category == "wrong_derived" for trace in traces) else Counter()
    for spot, trace in zip(reading.spots, traces, strict=True):
        if spot.mention.kind != "claim" or spot.value is None:
            continue
        if spot.form == "number" and spot.unit.name:
            found = [*_told_after(reading, spot, trace, traces), *_told_before(reading, spot, traces)]
            yield from found or _reckoned(reading, spot, trace, told)
        elif spot.form == "share":
            yield from _over_full(reading, spot)


def _told_after(reading: Reading, spot: Spot, trace: Trace, traces: Sequence[Trace]) -> Iterator[str]:
    """Yield a total that is not the sum of the numbers that the draft lists before it: 甲12、乙10，合计30."""
    purely = _is_pure_total(reading, spot)
    if not (purely or cues.JOINT.search(cues.ahead(reading.text, spot))):
        return
    derived = trace.category in ("derived_sum", "wrong_derived")
    parts = _parts_before(reading, spot, traces)
    if len(parts) < 2 or (trace.category == "derived_sum" and len(parts) < len(trace.facts)):
        return
    runs = [sum(parts[a:b], Decimal(0)) for a in range(len(parts)) for b in range(a + 2, len(parts) + 1)]
    whole = spot.value or Decimal(0)
    made = sum(parts, Decimal(0))
    if whole in runs or not _is_near(made, whole, _FAR_OFF if derived or purely else _CLOSE):
        return
    listed = " + ".join(plain(part) for part in reversed(parts))
    yield f"“{_written(reading, spot)}”与前面所列各项之和不符：{listed} = {plain(made)}"


def _is_pure_total(reading: Reading, spot: Spot) -> bool:
    """Say whether a number is told right behind a list, as its total and nothing else: 甲12、乙10，共30."""
    before = reading.spots[spot.at - 1] if spot.at else None
    if before is None or before.sentence != spot.sentence or before.unit != spot.unit:
        return False
    told = _PURELY.fullmatch(reading.text, before.unit_end, spot.mention.start)
    return told is not None and (told["noun"] or "") in reading.text[slice(*before.clause)]


def _parts_before(reading: Reading, spot: Spot, traces: Sequence[Trace]) -> list[Decimal]:
    """Return the numbers in the total's own unit that stand before it in its sentence, nearest first."""
    parts: list[Decimal] = []
    for other in reversed(reading.spots[max(0, spot.at - 2 * _MOST_PARTS) : spot.at]):
        if other.sentence != spot.sentence or len(parts) == _MOST_PARTS:
            break
        if "derived" in traces[other.at].category:
            continue
        if other.value is not None and other.unit == spot.unit and other.form == "number":
            if _EACH.search(reading.text[slice(*other.before)]):
                return []  # 每季度各1次 stands for four of them
            parts.append(other.value)
    return parts


def _values(reading: Reading) -> Counter[str]:
    """Count the numbers of a draft by their values, as reckonings write them: in the unit's base, and as they stand."""
    known = [(o.value, o.unit.size) for o in reading.spots if o.value is not None]
    return Counter(form for value, size in known for form in {plain(value), plain(value * size)})


def _reckoned(reading: Reading, spot: Spot, trace: Trace, told: Counter[str]) -> Iterator[str]:
    """Yield a wrong sum or rest of numbers that the draft itself tells: 受理74件，办结71件，其余4件正在办理."""
    if trace.category != "wrong_derived" or not (found := _SUM_OR_REST.fullmatch(trace.reckoning)):
        return
    if not (trace.suggestion or _takes_up_told(reading, spot, _VALUE.findall(found["sides"]))):
        return
    words = cues.ahead(reading.text, spot)
    wanted = (cues.JOINT, cues.REST) if "+" in trace.reckoning else (cues.REST,)
    behind = _AMONG.match(reading.text[spot.unit_end : spot.unit_end + _OPENING])
    own = plain(spot.value or Decimal(0))
    others = all(told[side] > (side == own) for side in _VALUE.findall(found["sides"]))
    if others and (behind or any(cue.search(words) for cue in wanted)):
        yield f"“{_written(reading, spot)}”与文中其他数字不符：{trace.reckoning}"


def _takes_up_told(reading: Reading, spot: Spot, sides: Sequence[str]) -> bool:
    """Say whether a reckoning that may be another is of what the sentence has told, the number right before with it."""
    before = [o for o in reading.spots[max(0, spot.at - 2 * _MOST_PARTS) : spot.at] if o.sentence == spot.sentence]
    told = [
        {plain(o.value), plain(o.value * o.unit.size)} for o in before if o.value is not None and o.form == "number"
    ]
    return bool(told) and not told[-1].isdisjoint(sides) and all(any(side in each for each in told) for side in sides)


def _told_before(reading: Reading, spot: Spot, traces: Sequence[Trace]) -> Iterator[str]:
    """Yield a total that the parts behind it do not make: 共24场，其中文艺8场、体育10场、科普5场."""
    opening = _AMONG.match(reading.text[spot.unit_end : spot.unit_end + _OPENING])
    number = spot.number
    if opening is None or number is None or number.sense != "exact":
        return
    start = spot.unit_end + len(opening.group())
    parts = _parts_behind(reading, spot, start, bracketed=opening.group()[0] in "（(")
    if len(parts) < 2:
        return
    whole, made = number.value, sum((p.value or Decimal(0) for p, _ in parts), Decimal(0))
    sides = len(parts) == 2 and _opposed(parts[0][1], parts[1][1])
    names = [words for _, words in parts]
    apart = made > whole and spot.unit.name not in _PEOPLE and _of_one_sort(names)
    apart = apart or all(words.endswith("年") for words in names)
    apart = apart or are_of_one_split(names)
    apart = apart or (spot.unit.dimension == _MONEY and all(_SOURCE.search(words) for words in names))
    apart = apart or _are_all_of(reading, traces, spot, [p for p, _ in parts])
    if len(parts) < _SEVERAL and not (sides or apart):
        return  # 其中女性67名、离退休83名 need not be all, and may be the same
    trace = traces[spot.at]
    all_of_them = trace.category == "derived_sum" and trace.reckoning.count("+") + 1 == len(parts)
    near = _CLOSE if len(parts) > 2 and not (apart or all_of_them) else _FAR_OFF
    if made != whole and _is_near(made, whole, near):
        size, sign = _scale([p for p, _ in parts])
        listed = " + ".join(f"{plain((p.value or Decimal(0)) / size, 4)}{sign}" for p, _ in parts)
        yield f"“{_written(reading, spot)}”与所列各项之和不符：{listed} = {plain(made / size, 4)}{sign}"


def _scale(parts: Sequence[Spot]) -> tuple[Decimal, str]:
    """Return in what all numbers of a list are written, so that their sum can be written so: 20万 + 15.5万."""
    scaled = all(_WAN in p.mention.text for p in parts)
    return (Decimal(10_000), _WAN) if scaled else (Decimal(1), "")


def _are_all_of(reading: Reading, traces: Sequence[Trace], whole: Spot, parts: Sequence[Spot]) -> bool:
    """Say whether by the facts the parts are all there are: what they state, or should, makes up the total's value."""
    known = [_stated_or_due(reading, spot, traces[spot.at]) for spot in (whole, *parts)]
    amounts = [e.number * e.unit.size for e in known if e is not None and e.number is not None]
    return len(amounts) == len(parts) + 1 and amounts[0] == sum(amounts[1:], Decimal(0))


def _stated_or_due(reading: Reading, spot: Spot, trace: Trace) -> Evidence | None:
    """Return what a number states of the facts, or what is to be put in its place."""
    due = find_mentions(trace.suggestion) if trace.suggestion and len(trace.closest) == 1 else []
    if len(due) != 1:
        return reading.stated(spot.at)
    own = reading.known.of_fact.get(trace.closest[0], ())
    return next((e for e in own if e.value == due[0].value and same_unit(e.unit, spot.unit)), None)


def _parts_behind(reading: Reading, spot: Spot, start: int, *, bracketed: bool) -> list[tuple[Spot, str]]:
    """Return the numbers of a list behind a total, each with the words before it; none where they may overlap."""
    parts: list[tuple[Spot, str]] = []
    at = start
    for other in reading.spots[spot.at + 1 : spot.at + 1 + _MOST_PARTS]:
        if other.form == "date":
            continue  # 其中2022年320座、2023年540座: the year is a part's name
        words = _YEAR.sub("年", reading.text[at : other.mention.start])
        if other.mention.kind != "claim" or not _LINKS.fullmatch(words) or _END.search(words):
            break
        exact = other.number is not None and other.number.sense == "exact" and other.value is not None
        if not exact or other.unit != spot.unit or other.form != "number":
            break
        if _OVERLAPPING.search(words):
            return []
        behind = reading.text[other.unit_end : other.unit_end + 1]
        parts.append((other, words))
        at = other.unit_end
        if behind not in "、，,；;和及":
            closed = "）)" if bracketed else "。；;\n"
            return parts if not behind or behind in closed else []
    # Another list begins: what was read is a part of the sentence only.
    return parts if at and reading.text[at - 1 : at] and _END.match(reading.text, at) else []


def _of_one_sort(names: Sequence[str]) -> bool:
    """Say whether all parts are named alike at the end, so that none counts what another does: 企业类, 个人类."""
    tails = [_TAIL.sub("", words)[-1:] for words in names]
    return all(tails) and len(set(tails)) == 1 and len(set(names)) == len(names)


def _opposed(one: str, other: str) -> bool:
    if bool(_UNDONE.search(one)) != bool(_UNDONE.search(other)):
        return True
    return any(a in one and b in other and b not in one for a, b in OPPOSITES)


def _over_full(reading: Reading, spot: Spot) -> Iterator[str]:
    """Yield two shares of one whole that come to more than all of it: 男性占52%，女性占49%."""
    if spot.at + 1 >= len(reading.spots) or spot.shown is None:
        return
    other = reading.spots[spot.at + 1]
    if other.form != "share" or other.shown is None or other.sentence != spot.sentence:
        return
    one, second = (reading.text[slice(*s.before)] for s in (spot, other))
    if not (_opposed(one, second) and "占" in one and "占" in second):
        return
    made = spot.shown.value + other.shown.value
    if made > _FULL and spot.shown.sense == other.shown.sense == "exact":
        told = f"“{_written(reading, spot)}”和“{_written(reading, other)}”"
        yield f"{told}合计超过100%：{plain(spot.shown.value)}% + {plain(other.shown.value)}% = {plain(made)}%"


def _is_near(made: Decimal, whole: Decimal, share: Decimal) -> bool:
    return bool(whole) and abs(made - whole) <= max(share * abs(whole), Decimal(1) if share > _CLOSER else Decimal(0))


def _written(reading: Reading, spot: Spot) -> str:
    return reading.text[spot.mention.start : spot.unit_end]
