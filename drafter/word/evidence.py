"""The evidence behind each number of a draft, as rows: what the review copy and the archive file both print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass

from drafter.models import Absolute, Draft, FactSheet, Mention, Report, Trace
from drafter.tracing.summary import DOUBT, Verdict, sentence_around, summary_line, verdict
from drafter.word.places import Place, places, trace_places

COLUMNS = ("序号", "所在部分", "数字", "所在句子", "结论", "对应事实", "推算过程或原因", "来源")
_VERDICTS: dict[Verdict, str] = {"backed": "有出处", "derived": "推算得出", "flagged": "待核"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One number or absolute and what stands behind it; all values as they are printed, in the order of COLUMNS."""

    number: int
    place: str
    figure: str
    sentence: str
    verdict: str
    facts: str
    reckoning: str
    source: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as texts."""
        return tuple(str(value) for value in astuple(self))


def trace_draft(draft: Draft, sheet: FactSheet) -> dict[str, Report]:
    """Trace every number that leaves with a draft; reports by the keys of `places.places`."""
    return trace_places(draft, sheet)


def flagged_count(reports: Mapping[str, Report]) -> int:
    """Return how many numbers still need a look."""
    return sum(len(report.flagged) for report in reports.values())


def evidence_of(draft: Draft, sheet: FactSheet, reports: Mapping[str, Report]) -> tuple[Evidence, ...]:
    """Return a row for each number that states something, and for each absolute that no fact bears out.

    Markers, fixed terms and vague numbers have none.
    """
    rows: list[Evidence] = []
    for place in places(draft):
        report = reports.get(place.key)
        for trace in report.traces if report is not None else ():
            if verdict(trace) != "none":
                rows.append(_row(len(rows) + 1, place, trace, sheet))
        for absolute in report.overstated if report is not None else ():
            rows.append(_doubt(len(rows) + 1, place, absolute, sheet))
    return tuple(rows)


def summary(reports: Mapping[str, Report]) -> str:
    """Return the line that says it all, for the whole draft."""
    return summary_line(trace for report in reports.values() for trace in report.traces)


def nearest_facts(trace: Trace, sheet: FactSheet) -> tuple[str, ...]:
    """Return the facts behind a number, or for a flagged one those nearest to it, as staff know them: 志愿者 326人."""
    return tuple(fact.wording for key in trace.facts or trace.closest if (fact := sheet.fact(key)) is not None)


def _figure(text: str, mention: Mention) -> str:
    """Return the number as staff read it: with its unit, and 余 or 多 before that."""
    unit = text.find(mention.unit, mention.end, mention.end + 1 + len(mention.unit)) if mention.unit else -1
    return text[mention.start : unit + len(mention.unit) if unit >= 0 else mention.end]


def _row(number: int, place: Place, trace: Trace, sheet: FactSheet) -> Evidence:
    mention = trace.mention
    facts = "\n".join(nearest_facts(trace, sheet))
    sources = (fact.note for key in trace.facts if (fact := sheet.fact(key)) is not None)
    return Evidence(
        number,
        place.name,
        _figure(place.text, mention),
        sentence_around(place.text, mention.start, mention.end),
        _VERDICTS[verdict(trace)],
        f"最接近：{facts}" if trace.flagged and facts else facts,
        trace.because if trace.flagged or not trace.reckoning else trace.reckoning,
        "\n".join(dict.fromkeys(note for note in sources if note)),
    )


def _doubt(number: int, place: Place, absolute: Absolute, sheet: FactSheet) -> Evidence:
    wordings = "\n".join(fact.wording for key in absolute.facts if (fact := sheet.fact(key)) is not None)
    return Evidence(
        number,
        place.name,
        absolute.text,
        sentence_around(place.text, absolute.start, absolute.end),
        DOUBT,
        f"最接近：{wordings}" if wordings else "",
        absolute.because,
        "",
    )
