"""Drafts that strangers to the tracer wrote to find where it goes wrong: each was judged wrongly once."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from drafter.models import FactSheet, Report, Trace
from drafter.tracing.trace import trace_numbers

CORPUS: dict[str, Any] = json.loads((Path(__file__).parent / "corpus" / "audited.json").read_text(encoding="utf-8"))

NOTHING = "\0"
"""What stands in no sentence."""


def number(report: Report, check: dict[str, Any]) -> Trace:
    """Return the trace of a number as it is written, the first one or a later one."""
    return [trace for trace in report.traces if trace.mention.text == check["number"]][check["nth"]]


def meets(report: Report, check: dict[str, Any]) -> bool:
    """Say whether a report says of one number, or of the whole draft, what a careful reader would."""
    if "contradiction" in check:
        told = "".join(report.conflicts)
        return bool(told) == check["contradiction"] and f"“{check.get('unnamed', NOTHING)}”前后" not in told
    trace = number(report, check)
    if trace.flagged != check["flagged"]:
        return False
    suggested = trace.suggestion in check.get("suggestions", (trace.suggestion,))
    reasoned = re.search(check.get("reason", ""), trace.because) is not None
    return (
        suggested
        and reasoned
        and check.get("unnamed", NOTHING) not in trace.because
        and (bool(trace.closest) or not check.get("closest"))
    )


@pytest.mark.parametrize("draft", CORPUS["drafts"], ids=lambda draft: draft["text"])
def test_a_draft_is_judged_as_a_careful_reader_would(draft: dict[str, Any]):
    sheet = FactSheet.model_validate(CORPUS["sheets"][draft["sheet"]]).with_ids()
    report = trace_numbers(draft["text"], sheet)
    assert [check for check in draft["checks"] if not meets(report, check)] == []
