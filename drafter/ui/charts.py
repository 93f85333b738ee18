"""Charts that are read without colour: each bar says its figure in words, and kinds differ by filling and outline.

The fonts are those of the theme in .streamlit/config.toml: the one place that names them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import streamlit as st

AnyChart = alt.LayerChart | alt.FacetChart
LONGEST_BAR = 160
"""In per cent of the mark: a bar that would be longer ends here, and its words say the figure."""
_ROW = 34
_AROUND = 56
_NAMES = 300
_INK = "#1f2328"


@dataclass(frozen=True)
class Look:
    """How a kind of bar is drawn."""

    fill: str
    stroke: str
    dash: tuple[int, int] = (1, 0)


SOLID = Look("#2f5d50", "#2f5d50")
GREY = Look("#c9c5bd", "#6b6760")
HOLLOW = Look("#ffffff", "#a3292f")
OUTLINE = Look("#ffffff", "#2f5d50")
DASHED = Look("#ffffff", "#6b6760", (5, 3))


@dataclass(frozen=True)
class Bar:
    """One figure against a mark; both ends in per cent of the mark (equal where the figure is one number)."""

    name: str
    low: float
    high: float
    words: str
    look: Look


@dataclass(frozen=True)
class Part:
    """One part of a stacked bar."""

    kind: str
    count: int
    look: Look


@dataclass(frozen=True)
class Stack:
    """One stacked bar with what it says at its end."""

    name: str
    parts: tuple[Part, ...]
    words: str


def draw(chart: AnyChart, key: str) -> None:
    """Draw a chart across the page, without Vega's own menu: it is in English and leads to the internet.

    A screen reader is told the chart's description, and not Vega's names of its parts, which are in English too.
    """
    styled = chart.configure(font=_font(), aria=False).configure_view(strokeWidth=0).properties(
        usermeta={"embedOptions": {"actions": False}}
    )  # fmt: skip
    st.altair_chart(styled, theme=None, key=key)


def against_mark(bars: Sequence[Bar], mark: str, axis: str) -> AnyChart:
    """Return bars against one line at 100 per cent, each with its words behind it.

    `mark` says what the line is, `axis` what a length means.
    """
    ends = [min(b.high, LONGEST_BAR) for b in bars]
    rows = [
        {"name": b.name, "from": 0, "low": min(b.low, LONGEST_BAR), "high": end, "words": b.words, "at": max(end, 100)}
        | _style(b.look)
        for b, end in zip(bars, ends, strict=True)
    ]
    scale = alt.Scale(domain=[0, 260], nice=False)
    horizontal = alt.Axis(values=[0, 50, 100, 150], labelExpr="datum.value + '%'", **_axis(axis))
    x = alt.X("low:Q", scale=scale, axis=horizontal)
    base = alt.Chart(alt.InlineData(values=rows)).encode(y=_names([b.name for b in bars]))
    filled = base.mark_bar(height=16, strokeWidth=2).encode(x, x2="from:Q", **_looks())
    reach = base.mark_rule(strokeWidth=6, color="#6b6760", opacity=0.55).encode(
        alt.X("low:Q", scale=scale), x2="high:Q"
    )
    words = base.mark_text(align="left", dx=8, fontSize=13, color=_INK).encode(
        alt.X("at:Q", scale=scale), text="words:N"
    )
    line = alt.Chart(alt.InlineData(values=[{"x": 100}])).mark_rule(color=_INK, strokeWidth=2).encode(
        alt.X("x:Q", scale=scale)
    )  # fmt: skip
    named = alt.Chart(alt.InlineData(values=[{"x": 100, "words": mark}])).mark_text(
        align="center", dy=-8, baseline="bottom", fontSize=13, color=_INK
    ).encode(alt.X("x:Q", scale=scale), y=alt.value(0), text="words:N")  # fmt: skip
    told = f"条形图：{axis}。{_told([(b.name, b.words) for b in bars])}"
    return alt.layer(filled, reach, line, named, words).properties(height=_ROW * len(bars) + _AROUND, description=told)


def stacked(stacks: Sequence[Stack], axis: str) -> AnyChart:
    """Return stacked bars, one a row, each with its words at its end; `axis` says what is counted."""
    rows: list[dict[str, Any]] = []
    for stack in stacks:
        at = 0
        for part in stack.parts:
            rows.append({"name": stack.name, "low": at, "high": at + part.count} | _style(part.look))
            at += part.count
    totals = [sum(p.count for p in stack.parts) for stack in stacks]
    ends = [{"name": s.name, "at": at, "words": s.words} for s, at in zip(stacks, totals, strict=True)]
    longest = max(totals, default=0) or 1
    scale = alt.Scale(domain=[0, longest * 1.9], nice=False)
    names = _names([s.name for s in stacks])
    whole = alt.Axis(tickMinStep=1, tickCount=5, format="d", **_axis(axis))
    bars = alt.Chart(alt.InlineData(values=[r for r in rows if r["low"] != r["high"]])).mark_bar(
        height=16, strokeWidth=2
    )
    words = alt.Chart(alt.InlineData(values=ends)).mark_text(align="left", dx=8, fontSize=13, color=_INK)
    return alt.layer(
        bars.encode(alt.X("low:Q", scale=scale, axis=whole), x2="high:Q", y=names, **_looks()),
        words.encode(alt.X("at:Q", scale=scale), y=names, text="words:N"),
    ).properties(
        height=_ROW * len(stacks) + _AROUND, description=f"条形图：{_told([(s.name, s.words) for s in stacks])}"
    )


def _told(bars: Sequence[tuple[str, str]]) -> str:
    return "；".join(f"{name}，{words}" for name, words in bars) + "。"


def _font() -> str:
    return str(st.get_option("theme.font") or "sans-serif")


def _style(look: Look) -> dict[str, Any]:
    return {"fill": look.fill, "stroke": look.stroke, "dash": f"{look.dash[0]},{look.dash[1]}"}


def _looks() -> dict[str, Any]:
    dashes = [look.dash for look in (SOLID, DASHED)]
    return {
        "fill": alt.Fill("fill:N", scale=None, legend=None),
        "stroke": alt.Stroke("stroke:N", scale=None, legend=None),
        "strokeDash": alt.StrokeDash(
            "dash:N",
            legend=None,
            scale=alt.Scale(domain=[f"{a},{b}" for a, b in dashes], range=[list(d) for d in dashes]),
        ),
    }


def _names(names: Sequence[str]) -> alt.Y:
    axis = alt.Axis(
        title=None, labelLimit=_NAMES, labelFontSize=13, labelColor=_INK, ticks=False, domain=False, labelPadding=8
    )
    return alt.Y("name:N", sort=list(names), axis=axis)


def _axis(title: str) -> dict[str, Any]:
    return {
        "title": title,
        "titleFontSize": 13,
        "labelFontSize": 12,
        "titleFontWeight": "normal",
        "gridColor": "#ece8e1",
    }
