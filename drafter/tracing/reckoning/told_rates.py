"""Rates of the number told right before, that only a rate's bare name or a fraction tells: 组建率78%, 正好一半."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.tracing.reckoning.named_rates import plain_facts, share_between, wholes_of
from drafter.tracing.reckoning.outcome import Outcome
from drafter.tracing.reckoning.task import Task
from drafter.tracing.told_pairs import told_pair
from drafter.tracing.units import same_unit

_REACH = 8
_JUST_A = re.compile("(?:正好|恰好|刚好|恰|刚|整整|将近|接近|近|约|超过|过)*(?:是|占|为)?")
_COVERAGE = re.compile("^(?:覆盖率|覆盖面)[^，。；0-9]{0,3}$")
_LEVEL = re.compile("(?P<body>村|社区|镇|乡|街道|校|网格|小区)级")
_MADE = re.compile("(?:组建|成立|建成|设立|建立|配备|安装|覆盖)率")


def rate_of_made(task: Task) -> Iterator[Outcome]:
    """Yield the rate of the number right before in the first one of its sentence: 9个小区，成立业委会7个，组建率78%."""
    told = task.reading.stated(task.spot.at - 1) if task.spot.at and _MADE.match(task.words) else None
    if told is None or task.reading.spots[task.spot.at - 1].sentence != task.spot.sentence:
        return
    for other in task.reading.spots[max(0, task.spot.at - _REACH) : task.spot.at - 1]:
        whole = task.reading.stated(other.at) if other.sentence == task.spot.sentence else None
        if whole is not None and whole.unit == told.unit and (whole.number or 0) > (told.number or 0):
            yield from share_between(task, told, whole)
            return


def rate_of_pair(task: Task) -> Iterator[Outcome]:
    """Yield the rate of the part in the whole of one fact, told just before: 应聘75人，录用48人，录用率64%."""
    pair = told_pair(task.reading, task.spot)
    if pair is not None:
        yield from share_between(task, *pair)


def half_of_all(task: Task) -> Iterator[Outcome]:
    """Yield the share of the number right before in all there are, which a bare fraction tells: 134户挂牌，正好一半."""
    bare = _JUST_A.fullmatch(task.words) is not None and task.spot.number is not None and task.spot.number.fraction
    told = task.reading.stated(task.spot.at - 1) if bare and task.spot.at else None
    if told is None or task.reading.spots[task.spot.at - 1].sentence != task.spot.sentence:
        return
    for whole in wholes_of(task, told):
        if whole.at != told.at and same_unit(whole.unit, told.unit):
            yield from share_between(task, told, whole)


def coverage_of_bodies(task: Task) -> Iterator[Outcome]:
    """Yield in how many of the bodies that its name tells there is one: 村级文化礼堂11个, 覆盖率47.8% of 行政村23个."""
    told = task.reading.stated(task.spot.at - 1) if task.spot.at and _COVERAGE.search(task.words) else None
    level = _LEVEL.match(told.subject) if told is not None else None
    if told is None or level is None or task.reading.spots[task.spot.at - 1].sentence != task.spot.sentence:
        return
    for whole in plain_facts(task):
        if whole.subject.endswith(level["body"]) and whole.unit == told.unit and whole.at != told.at:
            yield from share_between(task, told, whole)
