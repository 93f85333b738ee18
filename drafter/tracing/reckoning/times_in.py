"""How many months, weeks, halves of months, quarters or days the period has, as 每 and 隔 name them."""

from __future__ import annotations

from decimal import Decimal

from drafter.tracing.reckoning.task import Task

WEEKS = 52
_TWO = ("两", "双", "隔")


def times_in(task: Task, span: str) -> Decimal:
    """Return how often a stretch of time begins in the period: 12 times each month, 26 every other week."""
    period = task.reading.known.period
    weeks = (period.months or 0) * WEEKS // 12
    months = period.months or 0
    spans = {
        "旬": months * 3,
        "季": months // 3,
        "学": months // 6,
        "半": months // 6,
        "月": period.months,
        "周": weeks,
        "天": period.days,
        "日": period.days,
    }
    if span.startswith("半") and span.endswith("月"):
        return Decimal(months * 2)
    if span[0] in _TWO:
        return Decimal((spans[span[-1]] or 0) // 2)
    return Decimal(spans.get("天" if span == "晚" else span[:1], 0) or 0)
