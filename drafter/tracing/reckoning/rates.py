"""What a rate is a rate of: 300元 a table, 16名 a day, 每月 18场; and how often that comes in the period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from drafter.tracing.operands import Operand
from drafter.tracing.period import Period

_PER = re.compile(r"每(?:一|个)?([\u4e00-\u9fff]{1,2})|/\s*([\u4e00-\u9fff]{1,2})|([\u4e00-\u9fff](?<!平))均|(亩)产")
_PLAIN_PERS = frozenset("月周日年季户人场")
_DAILY_TIMES = re.compile(r"([早午晚]{2,3})[\u4e00-\u9fff]{0,3}各")
_DENIED = re.compile(r"(?:未|不|没有?|无)([\u4e00-\u9fff]{2})")


def per_of(rate: Operand) -> str:
    """Return what an operand's words make it a rate of; empty where it is none.

    An average that the draft itself drew, 村均88人次, multiplied by anything makes nothing new.
    """
    per = _per_in(rate.words)
    return "" if rate.reasoned and rate.mean and per not in _PLAIN_PERS else per


@lru_cache(maxsize=4096)
def _per_in(words: str) -> str:
    found = _DAILY_TIMES.search(words) or _PER.search(words)
    return next((group for group in found.groups() if group), "") if found else ""


def denies(words: str, clause: str) -> bool:
    """Say whether words deny what a clause affirms: 未达标 and 21项达标."""
    found = _DENIED.search(words)
    return found is not None and re.search(rf"(?<![未不没无有]){found.group(1)}", clause) is not None


def times_in(period: Period, per: str, rate: Operand) -> Iterator[tuple[Decimal, str]]:
    """Yield how many times a stretch of time comes in the period, and how to show it; 早晚各 comes twice a day."""
    if re.fullmatch(r"[早午晚]+", per) and len(per) > 1:
        yield Decimal(len(per)), str(len(per))
    elif period.months and not rate.reasoned:
        weeks = period.months * 52 // 12
        spans = {"月": period.months, "季": period.months // 3, "周": weeks, "日": period.days, "天": period.days}
        count = period.months // 6 if per == "学期" else spans.get(per[:1], 0)
        if count:
            yield Decimal(count), str(count)
