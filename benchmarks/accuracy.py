"""How well numbers are read and traced: the figures of the table in README.

    python benchmarks/accuracy.py                       the project's own passages, in benchmarks/data/
    python benchmarks/accuracy.py FILE.jsonl... --errors     other files; a file that holds facts is scored for tracing

A mention meets an annotated one when they overlap by at least half of the shorter. For reading, only claims count:
precision and recall of finding them, and the share of right values among those found. For tracing: `caught` is the
share of the numbers that need an alarm and got one; `false alarms` the share of those that need none and got one
(alarms elsewhere added); `evidence` the share of backed numbers whose facts include a right one; `clean` the share of
passages judged right throughout.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from drafter.jsonl import case_sheet, mention_record, read_cases, trace_record
from drafter.numbers.find import find_mentions
from drafter.tracing.trace import trace_numbers

DATA = Path(__file__).parent / "data"
Span = dict[str, Any]


@dataclass
class Reading:
    """Counts over passages whose numbers are annotated."""

    passages: int = 0
    expected: int = 0
    found: int = 0
    matched: int = 0
    right_values: int = 0
    comparable: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def figures(self) -> dict[str, float]:
        """F1 of finding claims, and the share of right values among those found."""
        return {
            "claim_f1": 2 * self.matched / max(1, self.found + self.expected),
            "value_accuracy": self.right_values / max(1, self.comparable),
            "false_claims": self.found - self.matched,
        }


@dataclass
class Tracing:
    """Counts over passages in which each number is judged."""

    cases: int = 0
    clean: int = 0
    bad: int = 0
    caught: int = 0
    good: int = 0
    false_alarms: int = 0
    backed: int = 0
    evidence: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def figures(self) -> dict[str, float]:
        """The four shares that the module's first lines explain."""
        return {
            "caught": self.caught / max(1, self.bad),
            "false_alarms": self.false_alarms / max(1, self.good),
            "evidence": self.evidence / max(1, self.backed),
            "clean": self.clean / max(1, self.cases),
        }


def score_reading(path: Path, score: Reading | None = None) -> Reading:
    """Score the reader on a file of annotated passages, added to a score so far."""
    score = score or Reading()
    for case in read_cases(path):
        score.passages += 1
        expected = [m for m in case["mentions"] if m["class"] == "claim"]
        found = [r for m in find_mentions(case["text"]) if (r := mention_record(m))["class"] == "claim"]
        score.expected += len(expected)
        score.found += len(found)
        pairs = dict(_pairs(expected, found))
        score.matched += len(pairs)
        for i, wanted in enumerate(expected):
            if i not in pairs:
                score.errors.append(f"missed {case['id']} {wanted['text']} ({_context(case, wanted)})")
            elif not _is_masked(wanted):
                score.comparable += 1
                got = found[pairs[i]]["value"]
                score.right_values += same_value(wanted["value"], got)
                if not same_value(wanted["value"], got):
                    score.errors.append(f"value {case['id']} {wanted['text']}: {got} for {wanted['value']}")
        taken = set(pairs.values())
        extra = [f for j, f in enumerate(found) if j not in taken]
        score.errors += [f"extra {case['id']} {f['text']} ({_context(case, f)})" for f in extra]
    return score


def score_tracing(path: Path, score: Tracing | None = None) -> Tracing:
    """Score the tracer on a file of facts and judged drafts, added to a score so far."""
    score = score or Tracing()
    for case in read_cases(path):
        traces = [trace_record(t) for t in trace_numbers(case["text"], case_sheet(case)).traces]
        wrong = list(_wrong_decisions(case, traces, score))
        score.cases += 1
        score.clean += not wrong
        score.errors += wrong
    return score


def same_value(wanted: Any, got: Any) -> bool:
    """Compare two values as JSON holds them; dates on the parts that both state."""
    if isinstance(wanted, list) or isinstance(got, list):
        both = isinstance(wanted, list) and isinstance(got, list) and len(wanted) == len(got)
        return both and all(same_value(a, b) for a, b in zip(wanted, got, strict=True))
    if isinstance(wanted, str) and isinstance(got, str):
        parts = [(a, b) for a, b in zip(_date(wanted), _date(got), strict=True) if a and b]
        return wanted == got or (bool(parts) and all(a == b for a, b in parts))
    try:
        return abs(float(wanted) - float(got)) <= 1e-9 * max(1.0, abs(float(wanted)))
    except (TypeError, ValueError):
        return False


def _wrong_decisions(case: dict[str, Any], traces: list[Span], score: Tracing) -> Iterator[str]:
    for wanted in case["mentions"]:
        hits = [t for t in traces if _meets(wanted, t)]
        alarm = any(t["flagged"] for t in hits)
        if wanted["flag"]:
            score.bad += 1
            score.caught += alarm
        else:
            score.good += 1
            score.false_alarms += alarm
        if alarm != wanted["flag"]:
            yield f"{'false alarm' if alarm else 'not caught'} {case['id']} {wanted['text']} ({_context(case, wanted)})"
        if wanted["facts"] and not wanted["flag"] and not alarm:
            score.backed += 1
            score.evidence += bool({f for t in hits for f in t["facts"]} & set(wanted["facts"]))
    for trace in traces:
        if trace["flagged"] and not any(_meets(m, trace) for m in case["mentions"]):
            score.false_alarms += 1
            yield f"extra alarm {case['id']} {trace['text']} ({_context(case, trace)})"


def _pairs(expected: list[Span], found: list[Span]) -> Iterator[tuple[int, int]]:
    """Pair one to one, largest overlap first."""
    near = ((_overlap(a, b), i, j) for i, a in enumerate(expected) for j, b in enumerate(found) if _meets(a, b))
    left, right = set[int](), set[int]()
    for _, i, j in sorted(near, reverse=True):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            yield i, j


def _overlap(a: Span, b: Span) -> int:
    return min(a["end"], b["end"]) - max(a["start"], b["start"])


def _meets(a: Span, b: Span) -> bool:
    common = _overlap(a, b)
    return common > 0 and 2 * common >= min(a["end"] - a["start"], b["end"] - b["start"])


def _date(text: str) -> tuple[str, str, str]:
    year, _, rest = ("", "", text[2:]) if text.startswith("--") else text.partition("-")
    month, _, day = rest.partition("-")
    return year, month, day


def _is_masked(mention: Span) -> bool:
    return bool(mention.get("masked")) or any(c in str(mention["value"]) for c in "xX_")


def _context(case: dict[str, Any], span: Span) -> str:
    return str(case["text"])[max(0, span["start"] - 12) : span["end"] + 8].replace("\n", " ")


def table(reading: Reading, tracing: Tracing) -> str:
    """Return the figures as the Markdown table that stands in README, of what was scored."""
    r, t = reading.figures, tracing.figures
    read = [
        ("识别：该有出处的数字（F1）", f"{r['claim_f1']:.3f}", f"{reading.passages} 段，{reading.expected} 处数字"),
        ("识别：读出的值正确", f"{r['value_accuracy']:.3f}", "同上"),
    ]
    traced = [
        ("核对：该报警的报了警", f"{t['caught']:.3f}", f"{tracing.cases} 段，{tracing.bad} 处错误数字"),
        ("核对：误报", f"{t['false_alarms']:.3f}", f"{tracing.good} 处正确数字"),
        ("核对：出处找对", f"{t['evidence']:.3f}", f"{tracing.backed} 处有出处的数字"),
        ("核对：整段全对", f"{t['clean']:.3f}", f"{tracing.cases} 段"),
    ]
    rows = (read if reading.passages else []) + (traced if tracing.cases else [])
    return "\n".join(["| 项目 | 结果 | 范围 |", "|---|---|---|", *(f"| {a} | {b} | {c} |" for a, b, c in rows)])


def main() -> None:
    """Print the table, and with --errors every wrong decision."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", default=[DATA / "numbers_own.jsonl", DATA / "trace_own.jsonl"])
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    reading, tracing = Reading(), Tracing()
    for path in given.files:
        if any("facts" in case for case in read_cases(path)):
            score_tracing(path, tracing)
        else:
            score_reading(path, reading)
    if given.errors:
        print("\n".join(reading.errors + tracing.errors), end="\n\n")
    if given.json:
        print(json.dumps(reading.figures | tracing.figures))
    else:
        print(table(reading, tracing))


if __name__ == "__main__":
    main()
