"""Why a number is flagged, in one Chinese sentence, with the closest facts."""

from __future__ import annotations

import re

from drafter.amount import joined
from drafter.models import Trace
from drafter.tracing.companions import named_with
from drafter.tracing.diagnose import diagnose
from drafter.tracing.diagnosis import Diagnosis
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.objections.foreign import kinds_of
from drafter.tracing.reading import Reading
from drafter.tracing.reckoning.multiples_meant import TIMES, is_multiple
from drafter.tracing.statements import quoted
from drafter.tracing.suggesting import suggested

_NONE = re.compile(r"(?:未|没|无)[\u4e00-\u9fff]{0,4}$")


def flagged_trace(reading: Reading, spot: Spot) -> Trace:
    """Return the alarm for a number that nothing backs."""
    found = diagnose(reading, spot)
    objection = reading.objections.get(spot.at)
    listed = objection.facts if objection is not None and objection.reckoned == found.reckoned else ()
    closest = tuple(dict.fromkeys((*(e.fact for e in (*found.meant, *found.taken)), *listed)))
    suggestion = found.instead or suggested(reading, spot, found) if found.certain else ""
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
        lacking = f"说的是“{found.unstated}”，材料中没有这项数据" if found.unstated else "但材料中没有它的依据"
        return f"{given}，{lacking}{source}{nearest}，请补充事实或改写"
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
    if found.meant and found.meant[0].place == "previous":
        meant = reading.known.wording_of(found.meant[0])
    if found.category == "wrong_value" and found.meant and spot.value == found.meant[0].number is not None:
        return f"{given}，但材料中“{meant}”说的不是这件事，请核对或改写"
    return f"{given}，与“{meant}”不符{hint}" if meant else f"{given}，与材料不符，请核对"


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
    if name and taken is not None and name in reading.known.wordings[taken.fact]:
        return "此处所说事项"  # 清洗垃圾桶 beside 设置垃圾桶: another deed, to the same things
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
    end = spot.unit_end + (is_multiple(spot) and reading.text.startswith(TIMES, spot.unit_end))
    behind = re.match(r"余|多|以上|左右|等奖|[+＋]|不[到足]", reading.text[end : end + 2])
    text = spot.mention.text + reading.text[spot.mention.end : end]
    plainly = ahead is None or (ahead.group() != "第" and spot.number is not None and spot.number.sense == "exact")
    return ("" if ahead is None or plainly else ahead.group()) + text + (behind.group() if behind else "")


def _wording(reading: Reading, evidence: tuple[Evidence, ...]) -> str:
    told: dict[str, str] = {}
    for e in sorted(evidence[:2], key=lambda e: (reading.known.order[e.fact], e.place != "previous")):
        told[e.fact] = reading.known.wording_of(e) if e.place == "previous" else reading.known.wordings[e.fact]
    return "”“".join(told.values())


def _apart(reading: Reading, found: Diagnosis, taken: str, meant: str) -> tuple[str, str]:
    """Return what a number was taken from and what it should state; of one statement the clauses that tell each."""
    if found.meant and taken != meant:
        return taken, _told_in(reading, found.meant[0], meant)
    if not found.meant or not found.taken:
        return taken, meant
    one, other = found.taken[0], found.meant[0]
    if one.fact != other.fact or one.place != other.place or one.place not in ("text", "value"):
        return taken, meant
    if one.place == "value":
        return _part(reading, one), _part(reading, other)
    text = reading.known.by_id[one.fact].text
    return quoted(text, one.start, other.start), quoted(text, other.start, one.start)


def _told_in(reading: Reading, e: Evidence, wording: str) -> str:
    """Return the clause of a statement that tells a number, where it tells several in that unit; else all of it."""
    alike = [o for o in reading.known.of_fact[e.fact] if o.unit == e.unit and o.place == e.place]
    return (
        quoted(reading.known.by_id[e.fact].text, e.start, e.start) if e.place == "text" and len(alike) > 1 else wording
    )


def _part(reading: Reading, e: Evidence) -> str:
    """Return one of several numbers of a fact as it is told, with its label: 低保 农村低保98人."""
    name = named_with(reading, e).split(" ")[0]
    label, unit = reading.known.by_id[e.fact].label, e.said or e.unit.name
    return f"{label} {name}{e.core}{'' if unit == '%' else unit}".strip()
