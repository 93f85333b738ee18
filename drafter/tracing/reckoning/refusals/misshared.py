"""Shares of what the words do not name: 占星级的2% of all, 按期办结率 of others, 未破 of 破案."""

from __future__ import annotations

import re

from drafter.tracing import cues
from drafter.tracing.operands import covered, is_total, related
from drafter.tracing.reckoning.among import is_named_whole
from drafter.tracing.reckoning.indicators import tells_indicator
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.refusals.other_part import of_other_part
from drafter.tracing.reckoning.task import Task
from drafter.tracing.reckoning.told_of_all import beside_whole_behind
from drafter.tracing.subject import also_called, pieces
from drafter.tracing.units import same_unit

_SET_AGAINST = re.compile(
    r"(?P<part>[^，。；、0-9]{2,12}?)(?:是|为|相当于|达到?)(?P<whole>[^，。；、0-9]{2,12})的(?:约|近)?$"
)
_CAME_FROM = re.compile("[率度面][由从自]$")
_ASKED = re.compile(
    rf"(?P<what>{cues.SURVEYED.pattern})(?!(?:度|率)?(?:调查)?[问答评]卷[\u4e00-\u9fff]{{2}}率)[^，。；0-9]{{0,6}}$"
)
"""What a survey asks; 满意度问卷回收率 is a rate of its sheets, and not of what they say."""
_RATE = re.compile(r"([\u4e00-\u9fff]{3,8})(?:率|面|比例)[^，,。；;0-9]{0,4}$")
_SHARE_OF = re.compile(r"占(?:到|了|全部|总)*(?P<whole>[^，,。；;、0-9]{2,8}?)(?:的|比|总数)*(?:约|近)?$")
_OF_TOTAL = re.compile(r"占(?:到|了)?(?:全部|总)(?!部|裁|支)[^，。；、0-9]{0,8}(?:的|比)?(?:约|近)?$")
_SUMMED = re.compile("合计|总计|共计|^共|总[计额投]")
_BARE = re.compile(r"^\s*(?:约|仅|只|共)?占(?:比|到|了|总[数量]|约|近)*$")
_OF_WHOLE = re.compile(r"^\s*(?:约|仅|只|共|合)?占[^，。；、0-9]{2,8}的(?:约|近)?$")
_RATE_OF = re.compile(r"([\u4e00-\u9fff]{2})率[^，,。；;0-9]{0,4}$")
_NAMED = 0.3
_APART = 0.3
_MOSTLY = 0.5
_LEAST_SIGNS = 3
_BOTH = 2
_REACH = 6


def misshared(task: Task, found: Outcome) -> bool:
    """Say whether the words of a share name another part or another whole than those it was reckoned from."""
    return (
        of_other_part(task, found)
        or beside_whole_behind(task, found)
        or _of_no_survey(task, found)
        or _before_a_known_rate(task, found)
        or _of_another_rate(task, found)
        or _of_another_whole(task, found)
        or _of_another_part(task, found)
        or _outside_of(task, found)
        or _of_count(task, found)
        or _out_of_the_blue(task, found)
        or _of_nothing_told(task, found)
        or _upside_down(task, found)
        or _turned_about(task, found)
        or _of_what_was_taken_off(task, found)
    )


def _of_no_survey(task: Task, found: Outcome) -> bool:
    """Say whether what is asked in a survey, 满意度98%, was reckoned of counts that say nothing of the answers."""
    asked = _ASKED.search(task.words)
    if asked is None:
        return False
    part = found.operands[0]
    nears = [e.near or e.subject for at in part.evidence if (e := task.reading.known.evidence[at])]
    names = {asked["what"], *also_called(asked["what"])}  # 赞成率 of 同意54人
    return not any(name in near for name in names for near in nears)


def _before_a_known_rate(task: Task, found: Outcome) -> bool:
    """Say whether a rate's earlier value was reckoned, where a fact states what it came to: 缴费率由72%提高到85%."""
    behind = task.reading.stated(task.spot.at + 1) if _CAME_FROM.search(task.words) else None
    if behind is None or task.reading.spots[task.spot.at + 1].clause != task.spot.clause:
        return False
    return behind.fact not in {fact for o in found.operands for fact in o.facts}


def _of_another_rate(task: Task, found: Outcome) -> bool:
    """Say whether another fact has the whole name of the rate, and none that the rate was reckoned from has."""
    told = _RATE.search(task.words)
    if told is None:
        return False
    for start in range(len(told[1]) - _LEAST_SIGNS + 1):
        name = told[1][start:]
        if any(name in o.words for o in task.reading.silent):
            return not any(name in o.words for o in found.operands)
    return False


def _of_another_whole(task: Task, found: Outcome) -> bool:
    """Say whether the base that 占…的 names is another fact than the one used: 占星级的 of all volunteers."""
    named = _SHARE_OF.search(task.words)
    if named is None or len(found.operands) != _BOTH:
        return False
    own, whole = pieces(named["whole"]), found.operands[-1]
    alike = [
        o for o in task.reading.silent if same_unit(o.unit, whole.unit) and o.evidence != found.operands[0].evidence
    ]
    best = max((covered(own, o) for o in alike), default=0.0)
    if best > _MOSTLY and best - covered(own, whole) > _APART:
        return True
    names = also_called(named["whole"])
    return not any(name in whole.words for name in names) and any(name in o.words for name in names for o in alike)


def _of_another_part(task: Task, found: Outcome) -> bool:
    """Say whether a share of the total was taken of another part: 占总投入的42.9% of 28万元 among 合计40万元."""
    if len(found.operands) != _BOTH or len(found.operands[1].evidence) != 1 or not _OF_TOTAL.search(task.words):
        return False
    base = task.reading.known.evidence[found.operands[1].evidence[0]]
    alike = (e for e in task.reading.known.of_fact[base.fact] if e.place == base.place and same_unit(e.unit, base.unit))
    return not _SUMMED.search(base.near) and any(_SUMMED.search(e.near) for e in alike if e.at != base.at)


def _outside_of(task: Task, found: Outcome) -> bool:
    """Say whether another whole was used than the clause before told: 84名教师中高级21人，占50%."""
    spots, at = task.reading.spots, task.spot.at
    if at < 2 or not _BARE.match(task.words) or spots[at - 1].clause != spots[at - 2].clause:
        return False
    between = task.reading.text[spots[at - 2].unit_end : spots[at - 1].mention.start]
    backing = task.reading.backings.get(at - 2)
    if not re.search(r"中(?![心学小级等部央])", between) or backing is None or not backing.evidence:
        return False
    used = {e for o in found.operands for e in o.evidence}
    return used.isdisjoint(backing.evidence)


def _of_count(task: Task, found: Outcome) -> bool:
    """Say whether a share was taken of a count of names in what they count: 三项 of 39场."""
    counts = [
        o
        for o in found.operands
        if o.reasoned and (b := task.reading.backings.get(o.spot)) and b.category == "count_of_list"
    ]
    return any(o.unit.name != other.unit.name for o in counts for other in found.operands)


def _out_of_the_blue(task: Task, found: Outcome) -> bool:
    """Say whether a rate was taken of something that neither the sentence nor the part's words speak of."""
    bare = _BARE.match(task.words)
    if len(found.operands) != _BOTH or not (bare or ("率" in task.words and "占" not in task.words)):
        return False
    part, whole = found.operands
    if related(part, whole) or part.facts == whole.facts or whole.reasoned:
        return False
    if tells_indicator(task.words, part, whole):
        return False
    spots = task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]
    # A number of the sentence that was found wrong may be the whole that was meant.
    amiss = any(
        o.sentence == task.spot.sentence and o.at not in task.reading.backings and (o.value or 0) > part.value
        for o in spots
    )
    told = {at for o in spots if (b := task.reading.backings.get(o.at)) is not None for at in b.evidence}
    here = amiss or not told.isdisjoint(whole.evidence) or (whole.spot >= 0 and whole.spot in task.reading.backings)
    named = any(task.reading.fits[task.spot.at].close(at) >= _NAMED for at in whole.evidence)
    sentence = task.reading.text[task.spot.sentence[0] : task.spot.mention.start]
    label = task.reading.known.evidence[whole.evidence[0]].subject
    named = named or (len(label) >= _LEAST_SIGNS and label in sentence)
    total = any(is_total(o, "") for o in task.reading.silent if o.evidence == whole.evidence)
    return not (here or named or total or is_named_whole(task, whole))


def _of_nothing_told(task: Task, found: Outcome) -> bool:
    """Say whether a share that names its whole, but no part, is one of nothing that the sentence told before."""
    if not _OF_WHOLE.match(task.words):
        return False
    near = task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at]
    backings = [task.reading.backings.get(o.at) for o in near if o.sentence == task.spot.sentence]
    told = {at for b in backings if b is not None for at in b.evidence}
    return bool(told) and None not in backings and told.isdisjoint(e for o in found.operands for e in o.evidence)


def _upside_down(task: Task, found: Outcome) -> bool:
    """Say whether the whole of a rate is what the rate names as its part: 安装率 of others in those who 安装."""
    told = _RATE_OF.search(task.words)
    if told is None or len(found.operands) != _BOTH:
        return False
    part, whole = found.operands
    return told[1] in whole.words and told[1] not in part.words and part.facts != whole.facts


def _turned_about(task: Task, found: Outcome) -> bool:
    """Say whether A是B的 was reckoned as B of A: 户籍人口是流动人口的60%."""
    told = _SET_AGAINST.search(task.words)
    if told is None or any(len(o.evidence) != 1 for o in found.operands):
        return False
    names = [task.reading.known.evidence[o.evidence[0]].subject for o in found.operands]
    return len(names) == _BOTH and all(names) and told["part"].endswith(names[1]) and told["whole"].endswith(names[0])


def _of_what_was_taken_off(task: Task, found: Outcome) -> bool:
    """Say whether what is left was set against what had been taken off, and not against all: 未破12起 of 破案36起."""
    if len(found.operands) != _BOTH or "占" not in task.words:
        return False
    part, base = found.operands
    backing = task.reading.backings.get(part.spot)
    if backing is None or backing.category != "derived_diff" or part.prior or base.prior or base.reasoned:
        return False
    known = [task.reading.known.evidence[at] for at in part.evidence]
    if len(known) != 2 or any(e.prior for e in known) or len(base.evidence) != 1:
        return False
    values = {e.at: e.number or 0 for e in known}
    return base.evidence[0] in values and values[base.evidence[0]] < max(values.values())
