"""From a report to the editor's marks: which line stands under each number, and what the box beside it says."""

from __future__ import annotations

from drafter.models import FactSheet, Report, Trace
from drafter.tracing.summary import verdict
from drafter.ui.editor.values import Mark, MarkVerdict

_NAMES: dict[MarkVerdict, str] = {"backed": "有出处", "derived": "推算", "flagged": "待核", "term": "固定用语"}
_SIGNS: dict[MarkVerdict, str] = {"backed": "", "derived": "算", "flagged": "⚠", "term": ""}


def report_marks(report: Report, sheet: FactSheet) -> tuple[Mark, ...]:
    """Return a mark for each number that states something and for each fixed term, in the order of the text."""
    return tuple(_mark(t, kind, sheet) for t in report.traces if (kind := _kind(t)))


def _kind(trace: Trace) -> MarkVerdict | None:
    found = verdict(trace)
    if found == "none":
        return "term" if trace.category == "term" else None
    return found


def _mark(trace: Trace, kind: MarkVerdict, sheet: FactSheet) -> Mark:
    # A reckoning over facts says more than the sentence that it is one.
    because = "" if kind == "derived" and trace.facts else trace.because
    lines = (f"{_NAMES[kind]}：{trace.mention.text}", because, _reckoning(trace), *_facts(trace, sheet))
    kept = tuple(dict.fromkeys(line for line in lines if line))
    return Mark(trace.mention.start, trace.mention.end, kind, _SIGNS[kind], kept)


def _reckoning(trace: Trace) -> str:
    return f"算式：{trace.reckoning}" if trace.reckoning else ""


def _facts(trace: Trace, sheet: FactSheet) -> list[str]:
    lines = [_fact("事实", i, sheet) for i in trace.facts]
    lines += [_fact("最接近的事实", i, sheet) for i in trace.closest]
    if trace.suggestion:
        lines.append(f"建议改为：{trace.suggestion}")
    return lines


def _fact(name: str, fact_id: str, sheet: FactSheet) -> str:
    fact = sheet.fact(fact_id)
    if not fact:
        return ""
    return f"{name}：{fact.wording}" + (f"（来源：{fact.note}）" if fact.note else "")
