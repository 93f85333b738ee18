"""Mentions and traces as tables in a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table

from drafter.models import FactSheet, Mention, Report
from drafter.structure.conform import KIND_NAMES, Finding
from drafter.structure.outline import Outline
from drafter.tracing.summary import DOUBT, sentence_around, summary_line

_KINDS = {"claim": "需要出处", "marker": "序号", "term": "固定用语", "vague": "泛指"}
_UNUSED_SHOWN = 5
_APPROX = {"exact": "", "about": "约", "over": "以上", "under": "不足"}


def print_mentions(mentions: Sequence[Mention]) -> None:
    """Print every number of a text with its reading."""
    table = _table("数字", "类别", "读作", "单位", "程度")
    for mention in mentions:
        table.add_row(mention.text, _KINDS[mention.kind], _reading(mention), mention.unit, _APPROX[mention.approx])
    _console().print(table)


def print_report(report: Report, sheet: FactSheet, *, every_unused: bool = False) -> None:
    """Print the flagged numbers with reasons, what was contradictory, overstated or unused, and a summary line.

    Of many unused facts the first few stand for all, unless each of them is asked for.
    """
    console = _console()
    if report.flagged:
        console.print(_flag_table(report))
    for conflict in report.conflicts:
        console.print(conflict)
    for absolute in report.overstated:
        console.print(f"{DOUBT}：{absolute.because}")
    unused = [fact.wording for fact in sheet.facts if fact.id in report.unused]
    if unused:
        shown = unused if every_unused else unused[:_UNUSED_SHOWN]
        rest = len(unused) - len(shown)
        more = f"；……还有 {rest} 条，用 drafter check 加 --unused 全部列出" if rest else ""
        console.print(f"没有用到的事实（{len(unused)} 条）：{'；'.join(shown)}{more}")
    console.print(summary_line(report.traces))


def print_findings(findings: Sequence[Finding], type_name: str) -> None:
    """Print in what a text departs from its document type; nothing of it is an error."""
    console = _console()
    if not findings:
        console.print(f"结构合“{type_name}”的习惯。")
        return
    table = _table("结构提示", "说明")
    for finding in findings:
        table.add_row(KIND_NAMES[finding.kind], finding.because)
    console.print(table)
    console.print(f"{len(findings)} 条结构提示，按“{type_name}”对照，供参考。")


def print_outlines(found: Mapping[str, Sequence[Outline]]) -> None:
    """Print the documents of each file with their headings, indented by level."""
    console = _console()
    for name, outlines in found.items():
        console.print(f"{name}：{len(outlines)} 篇文档")
        for number, outline in enumerate(outlines, start=1):
            console.print(f"  第 {number} 篇 {outline.title or '（没有标题）'}")
            for section in outline.sections:
                console.print(f"{'  ' * (section.level + 1)}{section.marker}{section.text}  [{section.role}]")


def _flag_table(report: Report) -> Table:
    table = _table("待核数字", "所在句子", "原因", "建议改为")
    for trace in report.flagged:
        mention = trace.mention
        sentence = sentence_around(report.text, mention.start, mention.end)
        table.add_row(mention.text, sentence, trace.because, trace.suggestion)
    return table


def _reading(mention: Mention) -> str:
    if isinstance(mention.value, tuple):
        return f"{mention.value[0]}–{mention.value[1]}"
    return "" if mention.value is None else str(mention.value)


def _table(*headings: str) -> Table:
    table = Table(show_lines=True)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _console() -> Console:
    return Console(highlight=False, markup=False, emoji=False)
