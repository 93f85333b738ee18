"""What the words leave over: 其余六成 of all shares told, 没有参加社团的126人, 空余床位24张."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.tracing import arithmetic, cues
from drafter.tracing.companions import follows, named_with
from drafter.tracing.evidence import Evidence
from drafter.tracing.layout import Spot
from drafter.tracing.operands import Operand, is_total, operand, plain_operands
from drafter.tracing.play import meant_by
from drafter.tracing.reading import Backing
from drafter.tracing.reckoning.adding import in_unit
from drafter.tracing.reckoning.free_sums import leaves_rest
from drafter.tracing.reckoning.outcome import Outcome, outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.subject import pieces
from drafter.tracing.units import same_unit
from drafter.tracing.vocabulary import GENERIC

_WEIGHT = 0.8
_REACH = 6
_RATED = 3
_TAIL = 2
_LISTED = 8
_AMONG = "其中"
_OTHER_NAME = re.compile("[\u4e00-\u9fff]{3,8}")
_HUNDRED = Decimal(100)
_REST = re.compile(r"(?:其余|其他|其它|剩余|余下|剩下)[^，。；0-9]{0,8}$")
_PART = re.compile(r"(?P<name>[^，。；、0-9]{2,12}?)(?:占比?|比例|比重|率)[^，。；、0-9]{0,4}$")
_DENIED = re.compile(r"(?:没有|尚未|还未|未|没|非)(?P<what>[\u4e00-\u9fff]{2,10})")
_DENIED_BEHIND = re.compile(r"[\u4e00-\u9fff]{0,3}?(?:没有|尚未|还未|仍未|未能|未|没)(?P<what>[\u4e00-\u9fff]{2,10})")
_DONE_TO = re.compile("^(?:被|能|有|得到|予以|进行|及时|按时)+")
_DENYING = frozenset("没未非")
_COUNTED = re.compile("^[0-9]+[人户名个]")
_SUCCESS, _FAILED = "成功", "失败"
_ABSENT = re.compile("缺席|缺勤|缺考|未到|未参会|未出席|请假")
_CAME = re.compile("实到|实参|参会|到会|出席|出勤|参加|参考|签到")
_COMING = re.compile("应到|应参加?|应出席|应考|实到|实参|参会|到会|出席|出勤|参加|参考|签到|人数|会议")
_VACANT = re.compile(
    r"(?:尚可|还可|还能|可再|仍可)(?=接收|入住|容纳|接待|收住)|空床|空位|空余|空置|空闲|闲置|富余|剩余|余(?=[\u4e00-\u9fff]{2})"
)
_PLACES = re.compile("床位|席位|座位|学位|铺位")
_STAYING = re.compile("在院|入住|在住|住院|住养|入托|寄宿|住校|入园")
_PEOPLE = ("人", "名", "位")
_UNTOUCHED = re.compile(
    "(?:[没未][^有，。；0-9]{1,5}的?|漏网的?|遗漏的?|漏掉的?)(?:只有|只剩|仅有|仅剩|仅|还有|尚有|不过)+$"
)
_WORN = re.compile("(?:的|人|居民|群众|户|家庭|还|尚|有|仅|只|约|共)+$")


def rest_of_shares(task: Task) -> Iterator[Outcome]:
    """Yield what the shares told right before leave of a hundred per cent, for the rest or for the other of two."""
    if not (_REST.search(task.words) or _PART.search(task.words)):
        return
    told = _shares_before(task)
    if _REST.search(task.words):
        yield from (_left_of(task, told[-count:]) for count in range(1, len(told) + 1))
    elif told and told[-1].at == task.spot.at - 1 and _is_other_part(task, told[-1]):
        yield _left_of(task, told[-1:])


def rest_of_listed(task: Task) -> Iterator[Outcome]:
    """Yield what the parts that the sentence told leave of the fact above them: 邻里42件，余下22件 of all 95件."""
    if not _REST.search(task.words):
        return
    near = task.reading.spots[max(0, task.spot.at - _LISTED) : task.spot.at]
    told = [task.reading.stated(o.at) for o in near if o.sentence == task.spot.sentence]
    known, order = task.reading.known, task.reading.known.order
    parts = [e for e in told if e is not None and known.by_id[e.fact].label.startswith(_AMONG)]
    parts = [e for e in parts if same_unit(e.unit, task.spot.unit)]
    for at in range(min((order[e.fact] for e in parts), default=0) - 1, -1, -1):
        if known.facts[at].label.startswith(_AMONG):
            continue
        wholes = [e for e in known.plain if e.fact == known.facts[at].id and same_unit(e.unit, task.spot.unit)]
        if len(wholes) == 1 and len(parts) > 1:
            sides = plain_operands((wholes[0], *parts), _WEIGHT)
            left = arithmetic.difference(*(in_unit(o, task.spot) for o in sides))
            if left.value > 0:
                yield outcome(left, sides, "derived_diff", exact=True)
        return


def _shares_before(task: Task) -> list[Spot]:
    """Return the shares that the sentence told before and that stand."""
    near = task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]
    here = (o for o in near if o.sentence == task.spot.sentence and o.form == "share" and o.shown is not None)
    return [o for o in here if _value(task, o) is not None and not cues.GROWTH.search(_ahead(task, o))]


def _value(task: Task, told: Spot) -> Decimal | None:
    """Return a share that was told; where it is that of the period before, the one of this period."""
    if told.at in task.reading.backings:
        return None if told.shown is None else told.shown.value
    objection = task.reading.objections.get(told.at)
    if objection is None or objection.category != "stale_period":
        return None
    meant = [task.reading.operands[at] for at in meant_by(task.reading, told)]
    return next((o.value for o in meant if o is not None and o.share), None)


def _ahead(task: Task, spot: Spot) -> str:
    return cues.ahead(task.reading.text, spot)


def _is_other_part(task: Task, before: Spot) -> bool:
    """Say whether both shares are said to be parts, and the number's words name another part than the share before."""
    one, other = _PART.search(_ahead(task, before)), _PART.search(task.words)
    if one is None or other is None:
        return False
    return other["name"] != one["name"] and cues.SURVEYED.search(task.words) is None


def _left_of(task: Task, told: Sequence[Spot]) -> Outcome:
    left = arithmetic.difference(_HUNDRED, *(value for o in told if (value := _value(task, o)) is not None))
    backings = [task.reading.backings.get(spot.at) for spot in told]
    evidence = [
        at for spot, b in zip(told, backings, strict=True)
        for at in (b.evidence if b is not None else meant_by(task.reading, spot))
    ]  # fmt: skip
    used = [o for at in evidence if (o := task.reading.operands[at]) is not None]
    return outcome(left, used, "derived_diff")


def left_of_rate(task: Task) -> Iterator[Outcome]:
    """Yield what the rate told just before leaves: 签约率70%，还有2760人未签约; 车位配比1:1.5，缺口仍有630个."""
    if not leaves_rest(task):
        return
    for other in reversed(task.reading.spots[max(0, task.spot.at - _RATED) : task.spot.at]):
        if other.sentence != task.spot.sentence or not (other.form == "share" or other.mention.type == "ratio"):
            continue
        parts = _rated(task, other.at)
        if len(parts) == 2 and any(same_unit(e.unit, task.spot.unit) for e in parts):
            less, more = sorted(parts, key=lambda e: e.number or Decimal(0))
            left = arithmetic.difference(more.number or Decimal(0), less.number or Decimal(0))
            yield outcome(left, plain_operands((more, less), _WEIGHT), "derived_diff", exact=True)
        return


def _rated(task: Task, at: int) -> list[Evidence]:
    """Return the two facts that a rate was, or should have been, reckoned from."""
    backing, objection = task.reading.backings.get(at), task.reading.objections.get(at)
    if isinstance(backing, Backing):
        known = [task.reading.known.evidence[e] for e in backing.evidence]
    else:
        known = list(objection.meant) if objection is not None else []
    return [e for e in known if e.number is not None and not e.prior and e.place != "label"]


def denied_part(task: Task) -> Iterator[Outcome]:
    """Yield the whole without the part that the words deny: 没有参加社团的学生126人, 非党员688人."""
    before = follows(task.reading, task.spot)
    words = task.words if before is None else cues.ahead(task.reading.text, before)
    found = None if _DENYING.isdisjoint(words) else _DENIED.search(words)
    behind = _COUNTED.sub("", task.reading.text[task.spot.after[0] : task.spot.clause[1]])
    found = found or (None if _DENYING.isdisjoint(behind) else _DENIED_BEHIND.match(behind))
    name = _WORN.sub("", _DONE_TO.sub("", found["what"])) if found is not None else ""
    name = name or (_SUCCESS if _FAILED in task.words + behind else "")
    for part in _called(task, name) if name else ():
        for whole in _wholes(task, part):
            sides = plain_operands((whole, part), _WEIGHT)
            values = [in_unit(o, task.spot) for o in sides]
            yield outcome(arithmetic.difference(*values), sides, "derived_diff", exact=True)


def absent(task: Task) -> Iterator[Outcome]:
    """Yield how many of those due did not come: 缺席4名 of 应到132名 and 参会128名."""
    if not _ABSENT.search(task.words + task.reading.text[slice(*task.spot.after)]):
        return
    alike = [e for e in task.reading.known.plain if same_unit(e.unit, task.spot.unit)]
    for due in (e for e in alike if (e.near or e.subject).startswith("应")):
        for came in (e for e in alike if e.at != due.at and _CAME.search(e.near or e.subject)):
            alike_named = due.fact == came.fact or not _name_of(due).isdisjoint(_name_of(came))
            if alike_named and (came.number or 0) < (due.number or 0):
                sides = plain_operands((due, came), _WEIGHT)
                yield outcome(arithmetic.difference(*(o.value for o in sides)), sides, "derived_diff", exact=True)


def _name_of(e: Evidence) -> set[str]:
    """Return what tells whom a fact of those due or those who came counts; the same for all where it tells nobody."""
    return set(pieces(_COMING.sub("", e.near or e.subject))) or {""}


def other_part(task: Task) -> Iterator[Outcome]:
    """Yield what a part of a 其中 leaves of its total, for another named alike: 集中供养19人，分散供养39人 of 58人."""
    last = task.reading.spots[task.spot.at - 1] if task.spot.at else None
    part = task.reading.stated(task.spot.at - 1) if last is not None else None
    if last is None or part is None or last.sentence != task.spot.sentence or last.unit_end + 1 < task.spot.clause[0]:
        return
    if "其中" not in task.reading.known.by_id[part.fact].label[:_REACH] or not _OTHER_NAME.fullmatch(task.words):
        return
    ends_alike = part.subject[-_TAIL:] == task.words[-_TAIL:] != part.subject != task.words
    for at in range(max(0, last.at - _REACH), last.at):
        whole = task.reading.stated(at) if task.reading.spots[at].sentence == last.sentence else None
        if whole is None or not ends_alike or not task.reading.neighbours(whole.fact, part.fact):
            continue
        if same_unit(whole.unit, part.unit) and same_unit(part.unit, task.spot.unit):
            sides = plain_operands((whole, part), _WEIGHT)
            yield outcome(arithmetic.difference(*(o.value for o in sides)), sides, "derived_diff", exact=True)


def _called(task: Task, name: str) -> list[Evidence]:
    """Return the facts that begin as the denied words do: 参加社团学生 of 没有参加社团的学生."""
    head, *others = pieces(name) or ("",)
    alike = [e for e in task.reading.known.plain if same_unit(e.unit, task.spot.unit)]
    named = [(e, named_with(task.reading, e) or e.subject) for e in alike]
    begun = [e for e, own in named if head and head in own]
    # 未参加课后服务 denies what the sheet calls 课后服务参与学生.
    held = [e for e, own in named if len(others) > 1 and all(p in own for p in others[1:])]
    return begun or held


def _wholes(task: Task, part: Evidence) -> list[Evidence]:
    """Return what a part may be of: the larger amounts in its unit that the sentence told or names, else the totals."""
    near = task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]
    backings = [task.reading.backings.get(o.at) for o in near if o.sentence == task.spot.sentence]
    told = {at for b in backings if b is not None for at in b.evidence}
    totals = {o.evidence[0] for o in task.reading.silent if is_total(o, "")}
    larger = [
        e for e in task.reading.known.plain if same_unit(e.unit, part.unit) and (e.number or 0) > (part.number or 0)
    ]
    clause = task.reading.text[slice(*task.spot.clause)]
    names = ((e, named_with(task.reading, e) or e.subject) for e in larger)
    named = [e for e, own in names if any(p in clause and p not in GENERIC for p in pieces(own))]
    beside = [e for e in larger if _in_step(task, e, part)]
    return [e for e in larger if e.at in told] or named or beside or [e for e in larger if e.at in totals]


def _in_step(task: Task, whole: Evidence, part: Evidence) -> bool:
    """Say whether two facts side by side tell several numbers in the same units: 412户1136人 and 357户1003人."""
    own, other = (task.reading.known.of_fact[e.fact] for e in (whole, part))
    units = [[e.unit.name for e in known if e.place == "value"] for known in (own, other)]
    alike = len(units[0]) > 1 and units[0] == units[1] and whole.order == part.order
    return alike and task.reading.neighbours(whole.fact, part.fact)


def untouched(task: Task) -> Iterator[Outcome]:
    """Yield what the number right before leaves of all there are: 敲开3150户家门，没走到的只有130户 of 总户数."""
    told = task.reading.stated(task.spot.at - 1) if task.spot.at and _UNTOUCHED.search(task.words) else None
    if told is None or task.reading.spots[task.spot.at - 1].sentence != task.spot.sentence:
        return
    if not same_unit(told.unit, task.spot.unit):
        return
    for whole in task.reading.silent.passing(is_total, ""):
        if same_unit(whole.unit, told.unit) and whole.largest and whole.value > (told.number or 0):
            sides = (whole, *plain_operands((told,), _WEIGHT))
            left = arithmetic.difference(*(in_unit(o, task.spot) for o in sides))
            yield outcome(left, sides, "derived_diff", exact=True)


def vacant(task: Task) -> Iterator[Outcome]:
    """Yield the places that those who were told of leave empty: 床位150张，入住126人，空余床位24张."""
    if not _VACANT.search(task.words):
        return
    beside = task.words + task.reading.text[slice(*task.spot.after)]
    places = [e for e in task.reading.known.plain if same_unit(e.unit, task.spot.unit) and _is_named(e, beside)]
    if task.spot.unit.name in _PEOPLE:
        places = [e for e in task.reading.known.plain if _PLACES.search(e.subject) and not e.unit.dimension]
    near = task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]
    backings = [task.reading.backings.get(o.at) for o in near if o.sentence == task.spot.sentence]
    told = [task.reading.operands[at] for b in backings if b is not None for at in b.evidence]
    staying = [e.at for e in task.reading.known.plain if _STAYING.search(e.subject) and e.unit.name in _PEOPLE]
    told += [task.reading.operands[at] for at in staying] if len(staying) == 1 else []
    for place in places:
        whole = operand(place, "number", _WEIGHT)
        for taken in told:
            if whole is not None and taken is not None and _fills(taken, whole):
                left = arithmetic.difference(whole.value, taken.value)
                yield outcome(left, (whole, taken), "derived_diff", exact=True)


def _is_named(e: Evidence, words: str) -> bool:
    # 空床 for 床位
    return any(p in words for p in pieces(e.near or e.subject)) or (e.subject != "" and f"空{e.subject[0]}" in words)


def _fills(taken: Operand, place: Operand) -> bool:
    return not (taken.share or taken.prior or taken.unit.dimension) and 0 < taken.value < place.value
