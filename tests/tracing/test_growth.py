"""Three times the text takes about three times the work, whatever the text, and so do three times the facts.

Work is counted in calls, which no busy machine changes; how long it takes is for benchmarks/tracing_speed.py to say.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from flagging import sheet_of

from drafter.models import FactSheet
from drafter.numbers.find import find_mentions
from drafter.tracing import reading
from drafter.tracing.trace import trace_numbers

LENGTH = 700
MORE = 3
MOST = 4.2
"""How many times the work so many times as much may take; where work grows with the square, it takes nine times."""
REPEATED = (
    "党员94人，", "网格全覆盖", "其中5人", "2024年3月5日", "🙂6人", "1 ", "零",
    "党员、志愿者共419人，", "比上年增加46人，", "去年12场，今年15场，",
)  # fmt: skip
SHEET = sheet_of(
    "党员|93|人|88", "志愿者|326|人", "满意率|98.5|%", "走访|210|户",
    "全部326名志愿者参加培训", "开展义诊15场，服务居民480人次",
)  # fmt: skip


def steps(work: Callable[[], Any]) -> int:
    """Return how many calls some work takes."""
    count = 0

    def counted(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def repeated(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def alike(count: int) -> FactSheet:
    return sheet_of(*(f"第{n}网格走访居民{100 + n * 7}户，慰问老人{10 + n}人，上年{9 + n}人" for n in range(count)))


def labelled(count: int) -> FactSheet:
    return sheet_of(*(f"党员{n}组|{10 + n}|人|{8 + n}" for n in range(count)))


@pytest.mark.parametrize("piece", REPEATED)
def test_the_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    trace_numbers(repeated(piece, LENGTH // 10), SHEET)
    short, long = repeated(piece, LENGTH), repeated(piece, MORE * LENGTH)
    assert steps(lambda: trace_numbers(long, SHEET)) < MOST * steps(lambda: trace_numbers(short, SHEET))


@pytest.mark.parametrize("piece", ["志願者326人，黨員93人", "志愿者326人全部"])
def test_the_work_grows_no_faster_where_facts_are_told_time_and_again(piece: str) -> None:
    short, long = repeated(piece, 2 * LENGTH), repeated(piece, 8 * LENGTH)
    trace_numbers(short, SHEET)
    assert steps(lambda: trace_numbers(long, SHEET)) < 1.5 * 4 * steps(lambda: trace_numbers(short, SHEET))


@pytest.mark.parametrize("sheet", [alike, labelled])
def test_the_work_grows_with_facts_that_are_much_alike_and_no_faster(sheet: Callable[[int], FactSheet]) -> None:
    text = "第3网格走访居民121户，慰问老人13人。党员5组15人，比上年增加2人。全年慰问老人700人。"
    few, many = sheet(60), sheet(MORE * 60)
    reading.forget_sheets()
    assert steps(lambda: trace_numbers(text, many)) < MOST * steps(lambda: trace_numbers(text, few))


@pytest.mark.parametrize("piece", ["零", "〇", "十百", "1 ", "一二三"])
def test_a_long_run_of_numerals_is_read_as_fast_as_a_short_one(piece: str) -> None:
    """What the patterns scan is no call, so that it is timed after all; the limit is far from both what is and was."""

    def seconds(length: int) -> float:
        text = repeated(piece, length)
        took = []
        for _ in range(3):
            begin = time.process_time()
            find_mentions(text)
            took.append(time.process_time() - begin)
        return min(took)

    find_mentions(piece)
    assert seconds(80_000) < 10 * seconds(20_000)
