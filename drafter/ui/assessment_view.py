"""What came out against the criteria, as a table and as bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from html import escape

from drafter.models import FactSheet
from drafter.structure.assess import CONCLUSIONS, Assessed, Conclusion, requirement
from drafter.structure.interval import Interval
from drafter.ui.charts import DASHED, GREY, HOLLOW, LONGEST_BAR, SOLID, Bar, Look

COLUMNS = ("标准", "要求", "本单位", "结论", "差距", "依据的事实")
_WIDTHS = (20, 13, 14, 15, 14, 24)
_CELL = "border-bottom:1px solid #d9d4cc;padding:5px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere"
_LOOKS: dict[Conclusion, Look] = {"met": SOLID, "missed": HOLLOW, "unsure": DASHED, "nodata": GREY}
_WEIGHT = {
    "met": "",
    "missed": ";color:#8c1d18;font-weight:600",
    "unsure": ";font-weight:600",
    "nodata": ";color:#6b6760",
}


def conclusion_words(conclusion: Conclusion) -> str:
    """Return a conclusion with its sign: ✓ 达标."""
    return " ".join(CONCLUSIONS[conclusion])


def summary(assessed: Sequence[Assessed], off: int) -> str:
    """Return the line that says it all."""
    counts = Counter(a.conclusion for a in assessed)
    told = "，".join(f"{conclusion_words(c)} {counts[c]} 项" for c in CONCLUSIONS)
    return f"对照 {len(assessed)} 项标准：{told}" + (f"（停用 {off} 项）" if off else "")


def table_html(assessed: Iterable[Assessed], sheet: FactSheet) -> str:
    """Return the table, by chapter in the order of the rule; every text of people's is escaped."""
    chapters: dict[str, list[Assessed]] = {}
    for a in assessed:
        chapters.setdefault(a.criterion.chapter, []).append(a)
    widths = "".join(f'<col style="width:{w}%">' for w in _WIDTHS)
    head = "".join(f'<th scope="col" style="{_CELL};background:#f7f5f2">{name}</th>' for name in COLUMNS)
    body = "".join(_chapter(name) + "".join(_row(a, sheet) for a in lot) for name, lot in chapters.items())
    style = "border-collapse:collapse;width:100%;table-layout:fixed;font-size:0.9rem"
    columns = f"<colgroup>{widths}</colgroup><thead><tr>{head}</tr></thead>"
    return f'<table style="{style}">{columns}<tbody>{body}</tbody></table>'


def _chapter(name: str) -> str:
    style = f"{_CELL};font-weight:600;background:#fbfaf8"
    return f'<tr><th scope="rowgroup" colspan="{len(COLUMNS)}" style="{style}">{escape(name)}</th></tr>'


def _row(a: Assessed, sheet: FactSheet) -> str:
    cells = (
        a.criterion.name,
        requirement(a.criterion),
        a.stated or "—",
        conclusion_words(a.conclusion),
        a.gap or "—",
        grounds(a, sheet),
    )
    weights = ("", "", "", ";white-space:nowrap" + _WEIGHT[a.conclusion], "", "")
    drawn = [f'<td style="{_CELL}{weight}">{escape(cell)}</td>' for cell, weight in zip(cells, weights, strict=True)]
    return f"<tr>{''.join(drawn)}</tr>"


def grounds(a: Assessed, sheet: FactSheet) -> str:
    """Return which facts a conclusion rests on, how it was reckoned, and what else is to be known."""
    facts = "；".join(fact.wording for i in a.facts if (fact := sheet.fact(i)))
    return "。".join(part for part in (facts, a.reckoning, a.because) if part) or "还没有填"


def bars(assessed: Iterable[Assessed]) -> list[Bar]:
    """Return a bar for each figure that stands against a mark above nought; what must not happen has none."""
    return [_bar(a, a.interval) for a in assessed if a.interval and a.criterion.threshold]


def _bar(a: Assessed, interval: Interval) -> Bar:
    mark = a.criterion.threshold
    low, high = interval.low / mark * 100, None if interval.high is None else interval.high / mark * 100
    name = f"{a.criterion.name}（{requirement(a.criterion)}）"
    gap = f"，{a.gap}" if a.gap else ""
    most = Decimal(LONGEST_BAR) if high is None else high
    cut = "（超出图幅）" if most > LONGEST_BAR else ""
    words = f"{conclusion_words(a.conclusion)}　{a.stated}{gap}{cut}"
    return Bar(name, float(low), float(most), words, _LOOKS[a.conclusion])
