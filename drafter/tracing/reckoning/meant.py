"""What a number that nothing backs was to be, where its words announce a reckoned one and the facts give it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from drafter.tracing import cues
from drafter.tracing.approximation import shown_like
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Objection, Reading
from drafter.tracing.reckoning.adding import leaves_out
from drafter.tracing.reckoning.carried import carried_on, carried_over
from drafter.tracing.reckoning.outcome import Outcome, explains, stated_by
from drafter.tracing.reckoning.refusals.misnamed import misnamed
from drafter.tracing.reckoning.refusals.untelling import untelling
from drafter.tracing.reckoning.surely import surely
from drafter.tracing.reckoning.task import set_task
from drafter.tracing.slips import digits_slipped

_AS_RELEVANT = 0.2
_FACTOR = Decimal("2.5")
_POWERS = (Decimal(10), Decimal(100), Decimal(1000), Decimal(10000))
_JUST = Decimal("0.02")
_ALL = 100
_CLOSE = Decimal("0.15")
_NOUN = 2
_WHOSE = "(?P<whose>[\u4e00-\u9fff]{0,6}?)"
_SUMS = f"(?:{cues.TOGETHER_WORD}(?!计)|累计|另有|还有|另外有)"
_ITS_OWN = re.compile(f"^{_WHOSE}{_SUMS}有?(?P<name>[^，。；、和与及0-9]*)$")
_HEADS_A_LIST = re.compile(
    f"{_WHOSE}{_SUMS}有?[^，。；、和与及]*[0-9一二三四五六七八九十百千万]+[\u4e00-\u9fff]{{0,2}}、"
)
_SEVERAL = re.compile("[一二三四五六七八九十两几多各每]")
_JOINTS = ("、", "和", "与", "及")
_TOTAL = re.compile("(?:总数|总量|总额|总人数|人数|数量)$")
_BEHIND = re.compile("[\u4e00-\u9fff]+")
_MADE = re.compile("[均每增减降升节超]")


def announced(reading: Reading, spot: Spot) -> bool:
    """Say whether the words announce a reckoned number, so that a wrong one is a wrong reckoning."""
    words = cues.ahead(reading.text, spot)
    if cues.SURVEYED.search(words):
        return False
    if spot.form == "share":
        return bool(cues.GROWTH.search(words) or cues.SHARE.search(words))
    cued = (cues.AVERAGE, cues.DIFFERENCE, cues.REST)
    return any(cue.search(words) for cue in cued) or bool(cues.JOINT.search(words)) or spot.unit.name in ("倍", "番")


def carries_average(reading: Reading, spot: Spot) -> bool:
    """Say whether a number goes on with an average, and is not just the figure of some other fact."""
    stated = any(e.number == spot.value for e in reading.known.plain)
    return not stated and carried_over(reading, spot) is not None


def is_change_or_mean(reading: Reading, spot: Spot) -> bool:
    """Say whether the words tell of a change or of each, so that a fact's own value is not meant: 平均每月6.3场."""
    words = cues.ahead(reading.text, spot)
    cued = (cues.AVERAGES, cues.GROWTH, *((cues.DIFFERENCE,) if spot.form == "number" else ()))
    return any(cue.search(words) for cue in cued)


def is_made(e: Evidence) -> bool:
    """Say whether a fact itself tells a change or a mean: 平均出警时间, 节约."""
    return _MADE.search(e.near or e.subject) is not None


def is_total(reading: Reading, spot: Spot) -> bool:
    """Say whether the words add up what they name."""
    return cues.JOINT.search(cues.ahead(reading.text, spot)) is not None


def tells_its_own(reading: Reading, spot: Spot, e: Evidence) -> bool:
    """Say whether 共有 or 还有 stands before the name of what is counted, so that nothing is added: 共有党员93名.

    队员和教练共93名 adds what stands before it.
    """
    words, before = cues.ahead(reading.text, spot), reading.text[slice(*spot.before)]
    found = _ITS_OWN.search(words) or _HEADS_A_LIST.match(words)
    if found is None or cues.AVERAGES.search(words) or cues.DIFFERENCE.search(words) or _SEVERAL.search(found["whose"]):
        return False
    if found.re is _HEADS_A_LIST:
        return before.startswith(_JOINTS)  # 共有讲座5场、演出8场: what heads a list adds up none of it
    name, told = _TOTAL.sub("", e.near or e.subject), found["name"]
    behind = _BEHIND.match(reading.text, *spot.after)
    if len(told) < _NOUN:
        return behind is not None and behind.group().startswith(name)
    return len(name) >= _NOUN and (told.endswith(name) or name.endswith(told))


def nearest_of(spot: Spot, tried: list[Outcome]) -> tuple[Outcome, bool] | None:
    """Return the outcome that the number most probably missed, and whether it may as well have missed another.

    Of the most relevant ones that is the only one which a slip of the pen makes the number of, else the closest one.
    """
    stated = stated_by(spot).value
    best = max((o.weight for o in tried), default=0.0)
    fair = [o for o in tried if o.weight >= best - _AS_RELEVANT and o.derived.value > 0 and stated > 0]
    slipped = [o for o in fair if _is_slip(spot, o)]
    likely = slipped if len(_values(slipped)) == 1 else fair
    nearest = min(likely, key=lambda o: abs(o.derived.value - stated) / max(o.derived.value, stated), default=None)
    if nearest is None or not stated / _FACTOR <= nearest.derived.value <= stated * _FACTOR:
        return None
    return nearest, len(_values(likely)) > 1


def _values(found: Sequence[Outcome]) -> set[Decimal]:
    return {o.derived.value for o in found}


def _is_slip(spot: Spot, found: Outcome) -> bool:
    """Say whether a slip of the pen makes the number of an outcome as it would be written."""
    stated = stated_by(spot)
    last = stated.resolution or 1  # 79.0 for 70.9 has the same signs, in another order
    return bool(digits_slipped(stated.value / last, shown_like(stated, found.derived.value) / last))


def reckoned_by_name(reading: Reading, spot: Spot) -> Objection | None:
    """Return the objection that the words reckon something else by name, where they leave but one value."""
    if spot.number is None or spot.form not in ("number", "share"):
        return None
    task = set_task(reading, spot)
    refusals = (leaves_out, misnamed, untelling)
    named = [o for o in surely(task) if not any(refuses(task, o) for refuses in refusals)]
    if any(e.number == spot.value for e in reading.known.plain):
        carried = {o.derived.value for o in carried_on(task)}  # 储备救生衣385件 took another fact's figure
        named = [o for o in named if o.derived.value not in carried]
    if len({o.derived.value for o in named}) > 1:
        named = [o for o in named if _is_close(spot, o) and _is_slip(spot, o)]
    if len({o.derived.value for o in named}) != 1 or explains(spot, named[0]) or not may_be_meant(spot, named[0]):
        return None
    meant = tuple(reading.known.evidence[at] for o in named[0].operands for at in o.evidence)
    return Objection("wrong_derived", (), meant, named[0].derived)


def _is_close(spot: Spot, found: Outcome) -> bool:
    """Say whether of several outcomes one comes so close that the number was hardly meant to state another."""
    stated, value = stated_by(spot).value, abs(found.derived.value)
    return value > 0 and abs(value - stated) <= _CLOSE * value


def may_be_meant(spot: Spot, found: Outcome) -> bool:
    """Say whether a number may have been to state an outcome: of its size, or off by a place, or a share like it."""
    stated, value = stated_by(spot).value, abs(found.derived.value)
    if not stated or not value:
        return False
    ratio = max(stated, value) / min(stated, value)
    if digits_slipped(stated, value.to_integral_value()):
        return True
    share = spot.form == "share" and max(stated, value) <= _ALL
    return ratio <= _FACTOR or share or any(abs(ratio / power - 1) <= _JUST for power in _POWERS)
