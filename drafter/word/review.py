"""The review copy: the clean file with a Word comment on each flagged number or absolute, and the evidence table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from drafter.models import Draft, FactSheet, Report, Section, Trace
from drafter.tracing.summary import DOUBT
from drafter.word import styles
from drafter.word.canvas import Canvas, Piece
from drafter.word.evidence import COLUMNS, evidence_of, nearest_facts, summary
from drafter.word.export import Cut, Written, new_canvas, write_draft
from drafter.word.places import places, table_key
from drafter.word.styles import STOCK, FontSet
from drafter.word.tables import cell_at
from drafter.word.template import Template

if TYPE_CHECKING:
    from docx.text.run import Run

AUTHOR = "数字核对"
_INITIALS = "核"
_SHARES = (5, 11, 9, 26, 8, 18, 15, 8)


def review_bytes(
    draft: Draft,
    sheet: FactSheet,
    reports: Mapping[str, Report],
    fonts: FontSet = STOCK,
    template: Template | None = None,
) -> bytes:
    """Return the review copy as a Word file; `reports` are those of `evidence.trace_draft`, by key."""
    canvas = new_canvas(fonts, template)
    cuts = {key: _cuts(report) for key, report in reports.items()}
    written = write_draft(canvas, draft, cuts)
    tables = {table_key(section): section for section in draft.sections if section.table is not None}
    for key in (place.key for place in places(draft) if place.key in reports):
        words = [_words(trace, sheet) for trace in reports[key].flagged]
        words += [f"{DOUBT}：{absolute.because}" for absolute in reports[key].overstated]
        for cut, said in zip(cuts[key], words, strict=True):
            runs = _cell_runs(written, tables[key], cut) if key in tables else written.text.get((key, cut), [])
            _comment(canvas, runs, said)
    _write_evidence(canvas, draft, sheet, reports)
    _name_styles(canvas)
    return canvas.saved()


def _cuts(report: Report) -> list[Cut]:
    """Return the places of all that gets a comment: flagged numbers, then absolutes that no fact bears out."""
    return [(t.mention.start, t.mention.end) for t in report.flagged] + [(a.start, a.end) for a in report.overstated]


def _cell_runs(written: Written, section: Section, cut: Cut) -> list[Run]:
    assert section.table is not None
    row, column = cell_at(section.table, cut[0])
    return written.cells[section.key][row + 1][column]


def _words(trace: Trace, sheet: FactSheet) -> str:
    lines = [f"待核：{trace.because}"]
    if trace.suggestion:
        lines.append(f"建议：改为“{trace.suggestion}”。")
    else:
        lines.append("建议：在事实表里补上这个数，或者改正文字。")
    facts = nearest_facts(trace, sheet)
    lines.append("最接近的事实：" + "；".join(facts) if facts else "事实表里没有相近的数。")
    return "\n".join(lines)


def _comment(canvas: Canvas, runs: list[Run], text: str) -> None:
    if runs:
        canvas.document.add_comment(runs, text=text, author=AUTHOR, initials=_INITIALS)


def _write_evidence(canvas: Canvas, draft: Draft, sheet: FactSheet, reports: Mapping[str, Report]) -> None:
    canvas.paragraph(styles.EVIDENCE_TITLE, [Piece("数字核对表")])
    canvas.start_page()
    canvas.paragraph(styles.EVIDENCE_NOTE, [Piece(summary(reports))])
    rows = [row.cells for row in evidence_of(draft, sheet, reports)]
    canvas.table(COLUMNS, rows, styles.EVIDENCE_CELL, _SHARES)


def _name_styles(canvas: Canvas) -> None:
    """Give comments the styles' ids of this document: python-docx writes its own, whatever a template calls them."""
    roots: list[Any] = [canvas.document.element.body]
    if canvas.has_comments():
        roots.append(canvas.document.part._comments_part.element)
    for root in roots:
        for style in root.xpath(".//w:rStyle[@w:val='CommentReference']|.//w:pStyle[@w:val='CommentText']"):
            style.val = canvas.ids[style.val]
