"""Why a number is flagged, in one Chinese sentence, with the closest facts and the text to put in its place."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from drafter.amount import joined
from drafter.models import Trace
from drafter.tracing.approximation import Stated, holds
from drafter.tracing.arithmetic import plain
from drafter.tracing.companions import named_with
from drafter.tracing.decades import tens_like
from drafter.tracing.diagnose import Diagnosis, diagnose
from drafter.tracing.evidence import Evidence
from drafter.tracing.forms import DECADE, as_share
from drafter.tracing.hours import times_told, written_like
from drafter.tracing.layout import Spot
from drafter.tracing.objections.foreign import kinds_of
from drafter.tracing.reading import Reading
from drafter.tracing.reckoning.outcome import stated_by
from drafter.tracing.statements import quoted
from drafter.tracing.units import convert

_RATIO = re.compile(r"(?P<one>[0-9.]+)(?P<sign>[:：比∶])(?P<other>[0-9.]+)")
_SAID = {"about": "约", "near": "近", "below": "不足"}
"""How a bare figure is told of a fact that knows it only roughly."""
_LARGE = (("亿", Decimal(100_000_000)), ("万", Decimal(10_000)))
_DIGITS = "零一二三四五六七八九十"
_SPELT = re.compile(f"[{_DIGITS}两]")
_SMALL = range(1, len(_DIGITS))
_PAIR = 2
_ALL = 100
_NONE = re.compile(r"(?:未|没|无)[\u4e00-\u9fff]{0,4}$")
_ROUNDING = {"near": ROUND_CEILING, "below": ROUND_CEILING, "most": ROUND_CEILING, "weak": ROUND_CEILING,
             "more": ROUND_FLOOR, "least": ROUND_FLOOR, "beyond": ROUND_FLOOR, "strong": ROUND_FLOOR}  # fmt: skip


def flagged_trace(reading: Reading, spot: Spot) -> Trace:
    """Return the alarm for a number that nothing backs."""
    found = diagnose(reading, spot)
    objection = reading.objections.get(spot.at)
    listed = objection.facts if objection is not None and objection.reckoned == found.reckoned else ()
    closest = tuple(dict.fromkeys((*(e.fact for e in (*found.meant, *found.taken)), *listed)))
    suggestion = _suggestion(reading, spot, found) if found.certain else ""
    because = sentence(_because(reading, spot, found))
    reckoning = found.reckoned.reckoning if found.reckoned else ""
    return Trace(
        spot.mention, True, found.category, because=because, reckoning=reckoning, closest=closest, suggestion=suggestion
    )


def sentence(words: str) -> str:
    """Return words as a sentence that ends in a full stop."""
    return f"{words.rstrip('。')}。"


def _because(reading: Reading, spot: Spot, found: Diagnosis) -> str:
    given = f"正文写“{_as_written(reading, spot)}”"
    meant = _wording(reading, found.meant)
    taken = _wording(reading, found.taken)
    if found.category == "invented":
        source = f"，可能取自“{taken}”" if taken else ""
        nearest = f"，最接近的是“{meant}”" if meant else ""
        return f"{given}，但材料中没有它的依据{source}{nearest}，请补充事实或改写"
    if found.category == "stale_period":
        if found.taken and found.meant and found.meant[0].prior and not found.taken[0].prior:
            return f"{given}，这是“{taken}”本期的数，此处说的是上期{_value_before(reading, found.meant[0])}"
        return f"{given}，{_of_before(reading, found.taken)}，{_why(reading, spot)}" + (
            f"，本期是“{meant}”" if meant else ""
        )
    if found.category == "swapped_subject":
        taken, meant = _apart(reading, found, taken, meant)
        own = f"此处说的是“{meant}”" if meant else f"材料中没有{_named(reading, spot)}的数，请补充事实或改写"
        return f"{given}，可能取自“{taken}”，{own}" if taken else f"{given}，{own}"
    if found.category == "wrong_unit":
        return f"{given}，与“{taken}”单位不符" + (f"，此处应是“{meant}”" if meant not in ("", taken) else "")
    if found.category == "wrong_derived" and found.reckoned is not None:
        return f"{given}，按材料推算不符：{found.reckoned.reckoning}"
    hint = {
        "wrong_digit": f"，可能是{found.slip}",
        "wrong_magnitude": "，可能是数量级有误，请核对“万”、小数点和百分号",
        "approx_wrong": "，约数用得不当",
    }.get(found.category, "")
    hint += f"，可能取自“{taken}”" if taken else ""
    meant = _last_period(reading, found) or meant
    if found.category == "wrong_value" and found.meant and spot.value == found.meant[0].number is not None:
        return f"{given}，但材料中“{meant}”说的不是这件事，请核对或改写"
    return f"{given}，与“{meant}”不符{hint}" if meant else f"{given}，与材料不符，请核对"


def _last_period(reading: Reading, found: Diagnosis) -> str:
    """Return what a fact's last period was, where a number should state that: 注册志愿者 上期431名."""
    e = found.meant[0] if found.meant else None
    if e is None or e.place != "previous":
        return ""
    fact = reading.known.by_id[e.fact]
    return f"{fact.label} 上期{joined(fact.previous, fact.unit)}"


def _value_before(reading: Reading, e: Evidence) -> str:
    """Return in brackets what a fact's last period was, where it has a field of its own for that."""
    fact = reading.known.by_id[e.fact]
    return f"（{joined(fact.previous, fact.unit)}）" if e.place == "previous" else ""


def _of_before(reading: Reading, taken: tuple[Evidence, ...]) -> str:
    """Say of what earlier time a number is: the fact's last period, or what it says of one."""
    fact = reading.known.by_id[taken[0].fact] if taken else None
    if fact is not None and taken[0].place == "previous":
        return f"这是“{fact.label}”上期的数（{joined(fact.previous, fact.unit)}）"
    return f"这是“{_wording(reading, taken)}”的数"


def _why(reading: Reading, spot: Spot) -> str:
    objection = reading.objections.get(spot.at)
    return (objection.because if objection else "") or "不是本期的"


def _named(reading: Reading, spot: Spot) -> str:
    """Return in quotes what the words at a number name, as they name it."""
    clause = reading.text[slice(*spot.clause)]
    objection = reading.objections.get(spot.at)
    taken = objection.taken[0] if objection and objection.taken else None
    names = (n for k in (kinds_of(reading, spot, taken) if taken else ()) for n in k.names if n in clause)
    name = max(names, key=lambda n: (len(n), clause.rfind(n)), default="")
    return f"“{name}”" if name else "此处所说对象"


def _as_written(reading: Reading, spot: Spot) -> str:
    """Return the number with its unit and the word before that makes it approximate: 近3900人."""
    if spot.value == 0:
        none = _NONE.search(reading.text[max(0, spot.mention.start - 8) : spot.mention.start])
        start = spot.mention.start - len(none.group() if none else "")
        noun = re.match(r"[\u4e00-\u9fff]{0,6}", reading.text[spot.unit_end : spot.after[1]])
        return reading.text[start : spot.unit_end] + (noun.group() if noun else "")
    near = reading.text[max(0, spot.mention.start - 3) : spot.mention.start]
    ahead = re.search(r"(?:不足|不到|超过|突破|接近|将近|大约|近|约|超|逾|第)$", near)
    behind = re.match(r"余|多|以上|左右|等奖|[+＋]|不[到足]", reading.text[spot.unit_end : spot.unit_end + 2])
    text = spot.mention.text + reading.text[spot.mention.end : spot.unit_end]
    plainly = ahead is None or (ahead.group() != "第" and spot.number is not None and spot.number.sense == "exact")
    return ("" if ahead is None or plainly else ahead.group()) + text + (behind.group() if behind else "")


def _wording(reading: Reading, evidence: tuple[Evidence, ...]) -> str:
    facts = sorted({e.fact for e in evidence[:2]}, key=lambda fact: reading.known.order[fact])
    return "”“".join(reading.known.wordings[fact] for fact in facts)


def _apart(reading: Reading, found: Diagnosis, taken: str, meant: str) -> tuple[str, str]:
    """Return what a number was taken from and what it should state; of one statement the clauses that tell each."""
    if taken != meant or not found.meant or not found.taken:
        return taken, meant
    one, other = found.taken[0], found.meant[0]
    if one.fact != other.fact or one.place != other.place or one.place not in ("text", "value"):
        return taken, meant
    if one.place == "value":
        return _part(reading, one), _part(reading, other)
    text = reading.known.by_id[one.fact].text
    return quoted(text, one.start, other.start), quoted(text, other.start, one.start)


def _part(reading: Reading, e: Evidence) -> str:
    """Return one of several numbers of a fact as it is told, with its label: 低保 农村低保98人."""
    name = named_with(reading, e).split(" ")[0]
    label, unit = reading.known.by_id[e.fact].label, e.said or e.unit.name
    return f"{label} {name}{e.core}{'' if unit == '%' else unit}".strip()


def _suggestion(reading: Reading, spot: Spot, found: Diagnosis) -> str:
    """Return what to put in place of the number's own text, or nothing where that is not certain."""
    if found.reckoned is not None:
        if _RATIO.fullmatch(spot.mention.text):
            like = _as_ratio(spot.mention.text, found.reckoned.value)
        else:
            like = _written_like(spot, found.reckoned.value, derived=True) if spot.form in ("number", "share") else ""
        return like if like != spot.mention.text else ""
    if not found.meant:
        return ""
    e = found.meant[0]
    if spot.form == DECADE and e.number is not None:
        return tens_like(reading, spot, e.number)
    if spot.form != reading.values.forms[e.at]:
        return ""
    if spot.form == "clock":
        told = times_told(reading.text, spot.mention)
        return written_like(told[0], e.times[0], e.core) if told and e.times else ""
    if e.number is not None and spot.number is not None and e.sense in _SAID and spot.value == e.number:
        return _SAID[e.sense] + spot.mention.text if spot.number.sense == "exact" else ""
    if spot.number is None or e.number is None or spot.form == "ordinal":
        core = e.core if spot.form != "date" or "年" in spot.mention.text else e.core.rpartition("年")[2]
        return "" if core == spot.mention.text else core
    if spot.form == "share":
        return e.core if spot.number.sense == "exact" else _written_like(spot, as_share(e.number, e.core, e.type))
    actual = convert(e.number, e.unit, spot.unit)
    if spot.number.sense != "exact":
        return _written_like(spot, actual)
    return _SAID.get(e.sense, "") + _plainly(spot, actual) + ("余" if e.sense == "more" else "")


def _written_like(spot: Spot, actual: Decimal, *, derived: bool = False) -> str:
    """Return a value in the manner of the number that it replaces: in 万, as a percentage, rounded for its 余 or 近."""
    number = stated_by(spot)
    value = _fitting(number, actual, derived, share=spot.form == "share")
    if value is None:
        return ""
    core = spot.mention.text
    if spot.form == "share":
        if "‰" in core:
            return f"{plain(value * 10)}‰"
        return f"{plain(value, 1)}%" if not number.fraction and "成" not in core else ""
    return _plainly(spot, value)


def _as_ratio(written: str, value: Decimal) -> str:
    """Return a quotient in the manner of the ratio that it replaces, one side of which is 1: 1.65:1, 1:1.4."""
    sides = _RATIO.fullmatch(written)
    if sides is None or value <= 0 or "1" not in (sides["one"], sides["other"]):
        return ""
    turned = sides["one"] == "1"
    shown = sides["other"] if turned else sides["one"]
    places = len(shown.partition(".")[2])
    each = plain(1 / value if turned else value, places)
    return f"1{sides['sign']}{each}" if turned else f"{each}{sides['sign']}1"


def _plainly(spot: Spot, value: Decimal) -> str:
    if _SPELT.fullmatch(spot.mention.text) and value in _SMALL:
        return "两" if value == _PAIR and spot.unit.name else _DIGITS[int(value)]
    for sign, size in _LARGE:
        if sign in spot.mention.text and value >= size:
            return f"{plain(value / size, 4)}{sign}"
    return plain(value, 4)


def _fitting(number: Stated, actual: Decimal, derived: bool, *, share: bool) -> Decimal | None:
    """Return the number nearest to the actual one for which the words around it hold.

    What is told as exact is rounded to the last digit written: 96.9% comes to 97%, also in place of 90%.
    """
    if number.fraction:
        return None
    rounding = _ROUNDING.get(number.sense, ROUND_HALF_UP)
    if number.sense == "exact" and actual == actual.to_integral_value():
        return actual
    finest = number.resolution if number.sense == "exact" and number.resolution else number.step
    for step in (finest, finest / 10, finest / 100):
        value = (actual / step).to_integral_value(rounding) * step
        told = Stated(value, number.resolution or step, step, number.sense)
        if share and value == _ALL != actual:
            continue  # 99.5% is not all
        if value and value.is_finite() and holds(told, actual, rounded=derived):
            return value
    return None
