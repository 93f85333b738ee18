"""Reckonings that go astray among several numbers of one fact: 比2023年多2个 against 2022, 户 taken off 名."""

from __future__ import annotations

import re

from drafter.tracing import cues
from drafter.tracing.evidence import Evidence
from drafter.tracing.levels import level_named
from drafter.tracing.operands import Operand
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.short_names import turns_ratio
from drafter.tracing.reckoning.task import Task
from drafter.tracing.stretches import amount_in, told
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import DONE, OPPOSITES

_STRETCH = re.compile("(?:半年|季度|月份?)(?:[共计]|累计|为|达)?$")
_OTHERS = re.compile(r"(?:其余|其他|其它)[^，,。；;0-9]{0,4}$")
_YEAR = re.compile(r"[比较](?P<year>(?:19|20)\d\d)年")
_LAST = re.compile(r"[比较](?:上年|去年|上一年)")
_MORE = re.compile(
    r"比(?P<name>[\u4e00-\u9fff]{2,10}?)(?:还|要)?(?P<way>多|高|少|低|增加|增长|减少|下降|降低)(?:了|出)?$"
)
_BARE_CHANGE = re.compile(
    r"(?:共|净|累计|实际)?(?:增加|减少|提高|下降|降低|上升|增长|提升|净增|净减|缩短|压缩|压减|扩大|多|少)(?:了|近|约)?"
)
_FROM = re.compile("[由从自]")
_TO = re.compile("[到至为]")
_PEOPLE = frozenset(("人", "名", "位"))
_BOTH = 2
_IN_FULL = 4
_CHANGES = re.compile(f"(?:{cues.PRIOR.pattern}|同比|环比|增|减|升|降|多|少|差|超)")
_DONE = re.compile("|".join(DONE))
_DENIED_IN_SHORT = re.compile("[未没](?P<deed>[\u4e00-\u9fff])的?$")
_DENYING = ("不", "未", "没", "非", "无")


def goes_astray(task: Task, found: Outcome) -> bool:
    """Say whether a reckoning took another year, the wrong way round, other things or parts that nobody spoke of."""
    if _of_another_stretch(task, found) or _of_last_year(task, found):
        return True
    if found.category == "derived_sum":
        return False
    if _of_another_year(task, found) or _of_restated_share(found) or turns_ratio(task, found):
        return True
    if found.category != "derived_diff" or len(found.operands) != _BOTH:
        return False
    if _OTHERS.search(task.words) and _of_untold_rest(task, found):
        return True
    return (
        _of_named_part(task, found)
        or _past_what_was_told(task, found)
        or _beside_level(task, found)
        or _of_unlike_units(found)
        or _turned(task, found)
        or _of_untold_parts(task, found)
    )


def _past_what_was_told(task: Task, found: Outcome) -> bool:
    """Say whether a bare change was reckoned from others than the two sides just told: 由86次减至59次，减少23次."""
    first, last = task.spot.at - 2, task.spot.at - 1
    if first < 0 or not _BARE_CHANGE.fullmatch(task.words):
        return False
    one, other = task.reading.spots[first], task.reading.spots[last]
    if one.form != other.form or other.sentence != task.spot.sentence or one.sentence != other.sentence:
        return False
    between = task.reading.text[one.unit_end : other.mention.start]
    if not (_FROM.search(cues.beside(task.reading.text, one)) and _TO.search(between)):
        return False
    backings = task.reading.backings
    stated = {at for n in (first, last) if n in backings for at in backings[n].evidence}
    used = {at for o in found.operands for at in o.evidence}
    return (bool(stated) and used.isdisjoint(stated)) or (len(stated) == _BOTH and used != stated)


def _of_another_stretch(task: Task, found: Outcome) -> bool:
    """Say whether a rest or a sum is told as that of a stretch that the facts state otherwise: 其中上半年120件."""
    if found.category not in ("derived_diff", "derived_sum") or not _STRETCH.search(task.words):
        return False
    text, spot = task.reading.text, task.spot
    named = told(text, spot.before[0], spot.mention.start)
    alike = [s for s in task.reading.series if named is not None and same_unit(s.unit, spot.unit)]
    stated = [amount for s in alike if named in s.parts and (amount := amount_in(s, named)) is not None]
    used = {at for o in found.operands for at in o.evidence}
    own = {s.parts[named].at for s in alike if named in s.parts}
    return bool(stated) and spot.value not in stated and (found.category == "derived_diff" or used != own)


def _of_last_year(task: Task, found: Outcome) -> bool:
    """Say whether 环比, which sets one stretch of a year against the one before, was reckoned against last year."""
    if "环比" not in task.words:
        return False
    year = task.reading.known.period.first_year
    known = [task.reading.known.evidence[at] for o in found.operands for at in o.evidence]
    return any(e.prior and 0 < e.year < year for e in known)


def _of_another_year(task: Task, found: Outcome) -> bool:
    """Say whether the year that 比 names is another than that of the earlier value used."""
    named, last = _YEAR.search(task.words), _LAST.search(task.words)
    if found.category not in ("derived_diff", "derived_percent") or not (named or last):
        return False
    if last is not None and found.category == "derived_diff" and _of_this_year_alone(task, found):
        return True
    wanted = int(named["year"]) if named is not None else task.reading.known.period.first_year - 1
    known = [task.reading.known.evidence[at] for o in found.operands for at in o.evidence]
    years = {year for e in known if e.prior and (year := e.year or _year_told(task, e))}
    return bool(years) and wanted > 0 and wanted not in years


def _of_this_year_alone(task: Task, found: Outcome) -> bool:
    """Say whether two parts of one fact of this year were set against each other, where the words say 比上年."""
    facts = {fact for o in found.operands for fact in o.facts}
    known = [task.reading.known.evidence[at] for o in found.operands for at in o.evidence]
    return len(facts) == 1 and not any(e.prior or e.place == "text" for e in known)


def _year_told(task: Task, e: Evidence) -> int:
    """Return the year that a statement told last before one of its numbers; 0 where it told none."""
    before = [o for o in task.reading.known.of_fact[e.fact] if o.place == e.place == "text" and o.order < e.order]
    years = [str(o.value)[:4] for o in before if task.reading.values.forms[o.at] == "date"]
    return int(years[-1]) if years and years[-1].isdigit() else 0


def _of_restated_share(found: Outcome) -> bool:
    """Say whether a part was multiplied by its own share of the whole, which makes nothing: 25万元 × 65.8%."""
    if "×" not in found.derived.reckoning or len(found.operands) != _BOTH:
        return False
    shares = [o for o in found.operands if o.share and o.reasoned]
    return any(set(other.evidence) <= set(o.evidence) for o in shares for other in found.operands if other is not o)


def _of_untold_rest(task: Task, found: Outcome) -> bool:
    """Say whether 其余 was reckoned by taking off what nobody had told or named, from what was told."""
    whole, part = found.operands
    sentence = task.reading.text[slice(*task.spot.sentence)]
    # 其中八成为一般求助，其余549个: the part is told by its name and its share.
    named = any((e := task.reading.known.evidence[at]).subject and e.subject in sentence for at in part.evidence)
    return whole.spot >= 0 > part.spot and not (part.reasoned or part.prior or named)


def _beside_level(task: Task, found: Outcome) -> bool:
    """Say whether 区级以上 at the number asks for a sum of levels, and not for how far two of one fact lie apart."""
    facts = {fact for o in found.operands for fact in o.facts}
    return len(facts) == 1 and not _MORE.search(task.words) and level_named(task.reading.text, task.spot)


def _of_named_part(task: Task, found: Outcome) -> bool:
    """Say whether what is right before the number is one part of the fact that both sides are of: 其中省级2人."""
    facts = {fact for o in found.operands for fact in o.facts}
    ahead = task.reading.text[slice(*task.spot.before)]
    changes = cues.REST.search(task.words) or _CHANGES.search(task.words)
    if changes is None and _is_an_operand(task, found, ahead):
        return True
    return len(facts) == 1 and any(
        len(e.near) > 1
        and ahead.endswith(e.near)
        and ahead[: -len(e.near)][-1:] not in _DENYING
        and not _is_other_half(task, found, ahead, e.near)
        and same_unit(e.unit, task.spot.unit)
        for e in task.reading.known.of_fact[next(iter(facts))]
    )


def _is_an_operand(task: Task, found: Outcome, ahead: str) -> bool:
    """Say whether the words right before a number are the name of one of the sides of a difference: 无物业小区7个."""
    known = [task.reading.known.evidence[at] for o in found.operands if not o.reasoned for at in o.evidence]
    names = [e.near or e.subject for e in known if not e.prior and e.number != task.spot.value]
    told = [name for name in names if len(name) >= _IN_FULL and ahead.endswith(name)]
    return any(ahead[: -len(name)][-1:] not in _DENYING for name in told)


def _is_other_half(task: Task, found: Outcome, ahead: str, name: str) -> bool:
    """Say whether the words name the other half of a whole than the part taken off: 男党员 of 党员 less 女党员."""
    nears = {task.reading.known.evidence[at].near for o in found.operands for at in o.evidence}
    return any(
        ahead.endswith(one + name) and any(near.endswith(other + name) for near in nears) for one, other in OPPOSITES
    )


def _of_unlike_units(found: Outcome) -> bool:
    units = [o.unit.name for o in found.operands]
    return "户" in units and not _PEOPLE.isdisjoint(units)


def _turned(task: Task, found: Outcome) -> bool:
    """Say whether what stands behind 比 is on the other side than 多 or 少 says."""
    told = _MORE.search(task.words)
    if told is None:
        return False
    own = pieces(told["name"])
    covered = [sum(p in _words(task, o) for p in own) for o in found.operands]
    larger = 0 if found.operands[0].amount >= found.operands[1].amount else 1
    if covered[0] == covered[1]:
        return False
    compared = 0 if covered[0] > covered[1] else 1
    return (compared == larger) == (told["way"] in ("多", "高", "增加", "增长"))


def _words(task: Task, o: Operand) -> str:
    if len(o.evidence) != 1:
        return o.words
    e = task.reading.known.evidence[o.evidence[0]]
    return e.near or task.reading.known.by_id[e.fact].label


def _rated_before(task: Task, used: set[int]) -> bool:
    """Say whether the sentence has told just these two as a rate: 体检率88.5%，尚有380人未检."""
    near = task.reading.spots[max(0, task.spot.at - _BOTH) : task.spot.at]
    told = [task.reading.backings.get(o.at) for o in near if o.sentence == task.spot.sentence and o.form == "share"]
    return any(b is not None and set(b.evidence) == used for b in told)


def _denied_in_short(task: Task, name: str) -> bool:
    """Say whether the words at a number deny by one sign what a part is called: 未签 of what 签约 counts."""
    beside = task.reading.text[slice(*task.spot.before)] + task.reading.text[slice(*task.spot.after)]
    denied = _DENIED_IN_SHORT.search(beside)
    return denied is not None and denied["deed"] in name


def _of_untold_parts(task: Task, found: Outcome) -> bool:
    """Say whether both sides are parts of one fact of which the sentence speaks of neither."""
    sentence = task.reading.text[slice(*task.spot.sentence)]
    facts = {fact for o in found.operands for fact in o.facts}
    if len(facts) != 1 or any(o.prior or o.reasoned or o.spot >= 0 or len(o.evidence) != 1 for o in found.operands):
        return False
    known = [task.reading.known.evidence[o.evidence[0]] for o in found.operands]
    if any(e.prior for e in known) or _rated_before(task, {e.at for e in known}):
        return False
    settled = _DONE.search(known[1].near) and not _DONE.search(known[0].near)
    if settled and any(p in sentence for p in pieces(task.reading.known.by_id[next(iter(facts))].label)):
        return False  # 还有7件纠纷正在调处 of 矛盾纠纷 排查214件，化解207件
    whole = found.operands[0].whole or cues.TOGETHER.search(known[0].near) is not None
    if whole and _denied_in_short(task, known[1].near):
        return False  # 只剩9户没交 of 交费171户，共180户
    return all(
        e.number is not None and e.near and not any(p in sentence for p in pieces(e.near)) for e in known
    )  # dates of one fact are no parts
