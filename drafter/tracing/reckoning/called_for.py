"""The ways of reckoning that the words around a number call for, and what comes out of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing import cues
from drafter.tracing.layout import Spot
from drafter.tracing.reading import Reading
from drafter.tracing.reckoning.averages import averages, of_each, of_period_before
from drafter.tracing.reckoning.named_totals import named_sums
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.products import frequencies, products
from drafter.tracing.reckoning.shares import (
    growth,
    increments,
    multiples,
    of_before,
    of_days,
    part_of_rate,
    shares,
)
from drafter.tracing.reckoning.spans import durations
from drafter.tracing.reckoning.task import Task
from drafter.tracing.reckoning.totals import changes, gains, levels, remainders, sums

_AMONG = re.compile(r"[0-9][名位人个件户家][^，。；0-9]{1,8}中[^，。；]{0,2}[^，。；0-9]{1,8}[0-9]")


def outcomes(task: Task) -> Iterator[Outcome]:
    """Yield the outcomes of every way of reckoning that the words allow."""
    reading, spot, words = task.reading, task.spot, task.words
    wider = cues.ahead(reading.text, spot, 2)
    if spot.form == "share":
        if cues.GROWTH.search(words):
            yield from growth(task)
            yield from increments(task)
        if not cues.GROWTH.search(words) or "占" in words:
            yield from shares(task)
            yield from of_days(task)
            yield from of_before(task)
        return
    yield from durations(task)
    yield from frequencies(task)
    if spot.mention.type == "ratio" or spot.unit.name in ("倍", "番") or spot.mention.unit == "倍":
        yield from multiples(task)
        return
    if cues.AVERAGES.search(cues.average_words(reading.text, spot, reading.spots)):
        yield from averages(task)
        yield from of_period_before(task)
    yield from of_each(task)
    if cues.DIFFERENCE.search(words) or "比" in words or "较" in words:
        yield from changes(task)
    if cues.CAME_ON_TOP.search(words):
        yield from gains(task)
    if cues.DIFFERENCE.search(words) or cues.REST.search(words) or is_rest(reading, spot):
        yield from remainders(task)
    yield from levels(task)
    if cues.TOTAL.search(wider) or heads_a_list(reading, spot):
        yield from sums(task)
    elif not (cues.REST.search(words) or cues.DIFFERENCE.search(words) or "均" in words):
        yield from named_sums(task)
    yield from products(task)
    if not cues.DIFFERENCE.search(words) and any(
        sign in wider for sign in ("成功", "化解", "办结", "解决", "即", "完成", "通过", "合格")
    ):
        yield from part_of_rate(task)


def is_rest(reading: Reading, spot: Spot) -> bool:
    """Say whether 其中 earlier in the sentence lets the number be what is left of a total."""
    joint = cues.JOINT.search(cues.ahead(reading.text, spot))
    told = reading.text[spot.sentence[0] : spot.mention.start]
    return not joint and ("其中" in told or _AMONG.search(told) is not None)


def heads_a_list(reading: Reading, spot: Spot) -> bool:
    """Say whether 其中 or 组成 around the number marks it as a total without saying 共."""
    around = reading.text[spot.unit_end : spot.clause[1] + 3]
    if reading.text.startswith(("共", "合计", "总"), spot.unit_end):
        return True
    return any(sign in around for sign in ("其中", "（含", "(含", "组成", "队伍", "力量", "全覆盖", "构建", "规模"))
