"""A traced text as HTML: each number marked by its verdict, with the reason and the facts behind it.

A verdict is told by the line and by a sign, so that it can be read without colour. Everything is escaped.
"""

from __future__ import annotations

from html import escape

from drafter.models import FactSheet, Report, Trace
from drafter.tracing.summary import Verdict, verdict

_STYLES: dict[Verdict, str] = {
    "backed": "border-bottom:2px solid #2e7d32",
    "derived": "border-bottom:2px dashed #1d5fa8",
    "none": "text-decoration:underline dotted 2px #6b6f76;text-underline-offset:4px",
    "flagged": "background:#fde3e1;color:#8c1d18;font-weight:600;border-bottom:3px double #b3261e;padding:0 2px",
}
_SIGNS: dict[Verdict, str] = {
    "backed": "",
    "none": "",
    "derived": '<sup style="color:#1d5fa8;font-size:0.7em">算</sup>',
    "flagged": '<sup style="color:#8c1d18;font-size:0.75em">⚠待核</sup>',
}
VERDICT_NAMES: dict[Verdict, str] = {
    "backed": "有出处",
    "derived": "推算",
    "flagged": "待核",
    "none": "不需出处，是固定用语",
}


def marked_html(report: Report, sheet: FactSheet) -> str:
    """Return the text as paragraphs in which every number that states something carries its mark and its reason."""
    parts: list[str] = []
    at = 0
    for trace in report.traces:
        kind = verdict(trace)
        if kind == "none" and trace.category != "term":
            continue
        parts.append(escape(report.text[at : trace.mention.start]))
        parts.append(_mark(trace, kind, sheet))
        at = trace.mention.end
    parts.append(escape(report.text[at:]))
    return _paragraphs("".join(parts))


def _paragraphs(markup: str) -> str:
    style = "margin:0 0 0.6em 0;text-indent:2em;line-height:1.9;overflow-wrap:anywhere"
    return "".join(f'<p style="{style}">{p}</p>' for p in markup.split("\n") if p.strip())


def legend_html() -> str:
    """Return one line that explains the marks."""
    samples: dict[Verdict, str] = {
        "backed": "有出处",
        "derived": "由事实推算",
        "flagged": "请改正文或补事实",
        "none": "固定用语",
    }
    shown = (
        f'<span style="margin-right:1.6em"><span style="{_STYLES[k]}">12</span>{_SIGNS[k]} {escape(words)}</span>'
        for k, words in samples.items()
    )
    return f'<div style="font-size:0.9em">{"".join(shown)}鼠标停在数字上，或点一下，看出处</div>'


def reason(trace: Trace, sheet: FactSheet) -> str:
    """Return in plain words why a number is backed or flagged, how it was reckoned, and which facts say so."""
    # A reckoning over facts says more than the sentence that it is one.
    because = "" if verdict(trace) == "derived" and trace.facts else trace.because.rstrip("。")
    reckoned = trace.reckoning if trace.reckoning not in because else ""
    parts = [because, reckoned, facts_wording(trace.facts, sheet)]
    return "；".join(dict.fromkeys(p for p in parts if p))


def facts_wording(ids: tuple[str, ...], sheet: FactSheet) -> str:
    """Return the facts of these ids as staff know them, with the source where one was noted."""
    facts = (sheet.fact(i) for i in ids)
    return "、".join(f.wording + (f"（来源：{f.note}）" if f.note else "") for f in facts if f)


def _mark(trace: Trace, kind: Verdict, sheet: FactSheet) -> str:
    hint = f"{VERDICT_NAMES[kind]}：{reason(trace, sheet)}"
    number, style = escape(trace.mention.text), f"{_STYLES[kind]};cursor:help"
    return f'<span tabindex="0" style="{style}" title="{escape(hint)}">{number}</span>{_SIGNS[kind]}'
