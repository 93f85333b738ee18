"""The one call: a draft and a sheet to a report that says for each number which fact backs it, or why none does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.models import FactSheet, Report, Trace
from drafter.tracing.coverage import Traced, conflicts, conflicts_across, unused_facts
from drafter.tracing.dates import match_dates
from drafter.tracing.denials import match_denials
from drafter.tracing.derive import match_derived
from drafter.tracing.explain import flagged_trace, sentence
from drafter.tracing.head import match_head
from drafter.tracing.layout import Spot, lay_out
from drafter.tracing.lists import match_counts
from drafter.tracing.match import match_directly
from drafter.tracing.reading import Reading, knowledge_of, read_draft

# 一 twice in one breath: parallel words, which count nothing.
_PAIRED = 6
_ANOTHER_ONE = re.compile(r"一[\u4e00-\u9fff]{1,2}、?[\u4e00-\u9fff]{0,2}$")
_ONE_MORE = re.compile(r"^[\u4e00-\u9fff]{1,2}、?[\u4e00-\u9fff]{0,2}一[\u4e00-\u9fff]")
_EACH_SO_MANY = ("十", "百", "千", "万")
# 每50户一处, 不到两天半就有一次: the other number says how often, and is judged.
_AFTER_EACH = re.compile(
    r"每[0-9一二两三四五六七八九十百]+[^，。；]{0,10}$"
    r"|[0-9一二两三四五六七八九十半](?:个?[天周月日]|天半)(?:多|左右)?(?:就|便|即)?有?(?:开展|举办|组织)?$"
)
# 一辆车40人, 平均一次230人: the number behind is judged.
_EACH_ONE = re.compile(r"(?:^|平均|相当于|大约)$")
_EACH_ONE_OF = re.compile(r"每[\u4e00-\u9fff]{1,2}$|平均$|折合$|相当于$")
_THEN_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,5}[0-9０-９]")
_PLAIN = {"marker": "序号，不是数据", "term": "固定用语中的数字，不是数据", "vague": "泛指，不是数据"}


def trace_numbers(text: str, sheet: FactSheet) -> Report:
    """Trace every number of `text` to the facts of `sheet`.

    Returns a trace for each mention in the order of the text, the facts that the text never used, and what in the
    text contradicts itself. Nothing is raised, whatever the text; time grows linearly with it.
    """
    reading = read_draft(text, sheet)
    match_dates(reading)
    match_head(reading, sheet)
    match_directly(reading)
    match_denials(reading)
    match_counts(reading)
    match_derived(reading)
    traces = tuple(_trace(reading, spot) for spot in reading.spots)
    return Report(text, traces, unused_facts(reading, traces), conflicts(reading, traces))


def conflicts_between(reports: Sequence[Report], sheet: FactSheet) -> tuple[str, ...]:
    """Return what contradicts itself across texts of one document that were traced one by one, and within each."""
    laid = [Traced(r.text, lay_out(r.text, [t.mention for t in r.traces]), r.traces) for r in reports]
    return conflicts_across(laid, knowledge_of(sheet))


def _trace(reading: Reading, spot: Spot) -> Trace:
    mention = spot.mention
    if mention.kind != "claim":
        return Trace(mention, False, mention.kind, because=sentence(_PLAIN[mention.kind]))
    backing = reading.backings.get(spot.at)
    if backing is None and _means_each(reading, spot):
        return Trace(mention, False, "vague", because=sentence(_PLAIN["vague"]))
    if backing is None:
        return flagged_trace(reading, spot)
    return Trace(mention, False, backing.category, backing.facts, sentence(backing.because), backing.reckoning)


def _heads_an_average(reading: Reading, spot: Spot) -> bool:
    """Say whether the next number of the clause is what one of the things has: 一名护理员要服务400人次."""
    behind = reading.spots[spot.at + 1] if spot.at + 1 < len(reading.spots) else None
    if behind is None or behind.clause != spot.clause or not spot.unit.name:
        return False
    backing = reading.backings.get(behind.at)
    ahead = reading.text[spot.clause[0] : spot.mention.start]
    return (
        backing is not None
        and backing.category == "derived_ratio"
        and (not ahead or _EACH_ONE_OF.search(ahead) is not None)
    )


def _means_each(reading: Reading, spot: Spot) -> bool:
    """Say whether 一 only means each or any: 一副副, 约谈一次、警醒一片, 一天一个样, 一月一调度."""
    text = reading.text
    start, end = spot.mention.start, spot.mention.end
    ahead = text[spot.clause[0] : start]
    if spot.mention.text in _EACH_SO_MANY and ahead.endswith("每"):
        return True
    if spot.mention.text != "一" or spot.mention.type == "ordinal":
        return False
    if ahead.endswith("平均") or _AFTER_EACH.search(ahead):
        return True
    if _heads_an_average(reading, spot):
        return True
    if spot.unit.name and text.startswith(spot.unit.name, spot.unit_end):
        return True
    if _EACH_ONE.search(ahead) and _THEN_NUMBER.match(text, end):
        return True
    around = text[max(spot.clause[0], start - _PAIRED) : start], text[end : min(spot.clause[1], end + _PAIRED)]
    return _ANOTHER_ONE.search(around[0]) is not None or _ONE_MORE.search(around[1]) is not None
