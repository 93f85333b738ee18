"""How a draft's facts and numbers spread, and this period against the last: the rows that the charts draw. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from drafter.models import Fact, FactSheet, Skeleton, Trace
from drafter.structure.interval import Interval, read_interval
from drafter.tracing.arithmetic import difference, growth, plain, share
from drafter.tracing.summary import Verdict, verdict
from drafter.ui.charts import GREY, HOLLOW, LONGEST_BAR, OUTLINE, SOLID, Bar, Look, Part, Stack
from drafter.ui.judged import Judged, facts_of_sections

KINDS: tuple[tuple[Verdict, str, Look], ...] = (
    ("backed", "有出处", SOLID),
    ("derived", "推算", GREY),
    ("flagged", "⚠ 待核", HOLLOW),
)


def facts_by_section(judged: Judged, skeleton: Skeleton) -> list[Stack]:
    """Return how many facts belong to each section, and how many of them the text uses, in the type's order."""
    names = _names(judged, skeleton)
    unused = {f.id for f in judged.unused} if judged.written else {f.id for f in judged.sheet.facts}
    stacks = []
    for key, lot in facts_of_sections(judged.sheet, skeleton).items():
        left = sum(f.id in unused for f in lot)
        told = len(lot) - left
        words = f"共 {len(lot)} 项" + (f"：已写 {told}，未写 {left}" if lot else "")
        stacks.append(Stack(names[key], (Part("已写", told, SOLID), Part("未写", left, OUTLINE)), words))
    return stacks


def numbers_by_section(judged: Judged, skeleton: Skeleton) -> list[Stack]:
    """Return how many numbers each written section holds, by verdict; those of title and ending stand first."""
    names = _names(judged, skeleton)
    around = [_numbers("标题和落款", judged.traces_around)] if judged.traces_around else []
    return around + [_numbers(names[s.key], judged.traces_in(s)) for s in judged.written]


def _numbers(name: str, traces: Iterable[Trace]) -> Stack:
    counts = Counter(verdict(t) for t in traces)
    parts = tuple(Part(kind, counts[key], look) for key, kind, look in KINDS)
    told = "，".join(f"{p.kind} {p.count}" for p in parts if p.count)
    return Stack(name, parts, told or "没有数字")


def shares(judged: Judged) -> list[Stack]:
    """Return how many of all numbers are backed, derived and flagged, with their share of the whole."""
    counts = Counter(verdict(t) for r in judged.reports.values() for t in r.traces)
    whole = sum(counts[key] for key, _, _ in KINDS)
    stacks = []
    for key, kind, look in KINDS:
        part = share(Decimal(counts[key]), Decimal(whole))
        told = f"{counts[key]} 处" + (f"，占 {plain(part.value, 1)}%" if part else "")
        stacks.append(Stack(kind, (Part(kind, counts[key], look),), told))
    return stacks


def comparable(sheet: FactSheet) -> dict[str, Fact]:
    """Return by id the facts whose figures of this period and of the last are exact and can be compared."""
    return {f.id: f for f in sheet.facts if _pair(f)}


def vague(sheet: FactSheet) -> int:
    """Return how many facts have a figure of the last period that can't be drawn: 约数, or a last figure of nought."""
    return sum(bool(f.previous) and not _pair(f) for f in sheet.facts)


def changes(facts: Iterable[Fact]) -> list[Bar]:
    """Return this period in per cent of the last, with both figures, the difference and the growth in words."""
    return [_change(f, *pair) for f in facts if (pair := _pair(f))]


def _pair(fact: Fact) -> tuple[Decimal, Decimal] | None:
    """Return this period's and the last period's figure, where both are one number and the last isn't nought."""
    if not (fact.value and fact.previous):
        return None
    now, last = (_point(read_interval(t, fact.unit, fact.unit)) for t in (fact.value, fact.previous))
    return (now, last) if now is not None and last else None


def _point(read: Interval | str) -> Decimal | None:
    return None if isinstance(read, str) else read.point


def _change(fact: Fact, now: Decimal, last: Decimal) -> Bar:
    more, rate = difference(now, last).value, growth(now, last)
    of_rates = fact.unit == "%"
    step = f"{'增' if more > 0 else '减'}{plain(abs(more))}{'个百分点' if of_rates else fact.unit}" if more else "持平"
    grown = "" if not rate or not more or of_rates else f"（{'+' if more > 0 else ''}{plain(rate.value, 1)}%）"
    percent = now / last * 100
    cut = "（超出图幅）" if percent > LONGEST_BAR else ""
    words = f"{plain(last)} → {plain(now)}{fact.unit}，{step}{grown}{cut}"
    look = GREY if not more else SOLID if more > 0 else OUTLINE
    return Bar(fact.label, float(percent), float(percent), words, look)


def _names(judged: Judged, skeleton: Skeleton) -> dict[str, str]:
    """Return what staff call each section; equal names are told apart, since a chart draws one row a name."""
    names = {s.key: s.heading for s in skeleton.sections} | {s.key: judged.name(s) for s in judged.shown}
    return {key: name or "开头和结尾" for key, name in _apart(names).items()}


def _apart(names: dict[str, str]) -> dict[str, str]:
    seen: Counter[str] = Counter()
    apart: dict[str, str] = {}
    for key, name in names.items():
        seen[name] += 1
        apart[key] = name if seen[name] == 1 else f"{name}（{seen[name]}）"
    return apart


def with_single_names(bars: Sequence[Bar]) -> list[Bar]:
    """Return bars whose equal names are told apart."""
    names = _apart({str(at): b.name for at, b in enumerate(bars)})
    return [Bar(names[str(at)], b.low, b.high, b.words, b.look) for at, b in enumerate(bars)]
