"""What the checker says of a text beside a few facts, each written as shortly as a test can write one."""

from __future__ import annotations

from drafter.models import Fact, FactSheet, Report, Trace
from drafter.tracing.trace import trace_numbers

Told = Fact | tuple[str, ...] | str
"""A fact, its columns (label, value, unit, previous), the same in one line "label|value|unit|previous", or a statement.

Unit and previous may be left out; where the label is empty, the value is a statement.
"""


def sheet_of(*facts: Told, period: str = "2024年") -> FactSheet:
    """Return a sheet of these facts; those without an id get F1, F2, ... in their order."""
    return FactSheet(period=period, facts=tuple(map(_fact, facts))).with_ids()


def report_on(text: str, *facts: Told, period: str = "2024年") -> Report:
    """Return all that is found about a text."""
    return trace_numbers(text, sheet_of(*facts, period=period))


def flags(text: str, *facts: Told, period: str = "2024年") -> list[str]:
    """Return the flagged numbers of a text, in their order."""
    return [trace.mention.text for trace in report_on(text, *facts, period=period).flagged]


def only_alarm(text: str, *facts: Told, period: str = "2024年") -> Trace:
    """Return the trace of the one flagged number of a text."""
    (trace,) = report_on(text, *facts, period=period).flagged
    return trace


def only_trace(text: str, *facts: Told, period: str = "2024年") -> Trace:
    """Return the trace of the one number of a text, flagged or not."""
    (trace,) = report_on(text, *facts, period=period).traces
    return trace


def last_trace(text: str, *facts: Told, period: str = "2024年") -> Trace:
    """Return the trace of the last number of a text, flagged or not."""
    return report_on(text, *facts, period=period).traces[-1]


def _fact(told: Told) -> Fact:
    if isinstance(told, Fact):
        return told
    if isinstance(told, str):
        return _of_columns(*told.split("|")) if "|" in told else Fact(text=told)
    return _of_columns(*told)


def _of_columns(label: str, value: str, unit: str = "", previous: str = "") -> Fact:
    return Fact(label=label, value=value, unit=unit, previous=previous) if label else Fact(text=value)
