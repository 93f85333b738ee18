"""Mentions and traces as the JSON lines that scorers and other programs read.

One object a line. For reading numbers a case is {"id", "text"}; for tracing {"id", "period", "facts", "text"}. Offsets
are code points into `text`, end exclusive.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from drafter.errors import InputError
from drafter.models import FactSheet, Mention, Trace, Value


def read_cases(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the cases of a file. Raises InputError with the line that is no case."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"读不到文件 {path}：应是 UTF-8 编码的 JSONL，每行一个 JSON 对象。") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _case(line, number)


def case_sheet(case: dict[str, Any]) -> FactSheet:
    """Return the fact sheet of a tracing case. Raises InputError where its facts can't be read."""
    try:
        sheet = FactSheet.model_validate({"period": case.get("period", ""), "facts": case.get("facts", [])})
    except ValidationError as error:
        raise InputError(f"用例 {case['id']} 的 facts 有误：{error.errors()[0]['msg']}") from error
    return sheet.with_ids()


def mention_record(mention: Mention) -> dict[str, Any]:
    """Return a mention as plain JSON values: numbers, [lo, hi] for a range, ISO-like text for a date."""
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "class": mention.kind,
        "type": mention.type,
        "value": _plain(mention.value),
        "unit": mention.unit,
        "approx": mention.approx,
    }


def trace_record(trace: Trace) -> dict[str, Any]:
    """Return a trace as plain JSON values."""
    return {
        "start": trace.mention.start,
        "end": trace.mention.end,
        "text": trace.mention.text,
        "flagged": trace.flagged,
        "category": trace.category,
        "facts": list(trace.facts),
        "because": trace.because,
        "reckoning": trace.reckoning,
        "suggestion": trace.suggestion,
    }


def _case(line: str, number: int) -> dict[str, Any]:
    try:
        case = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"第 {number} 行不是 JSON：请检查引号和括号。") from error
    if not isinstance(case, dict) or not isinstance(case.get("text"), str) or "id" not in case:
        raise InputError(f"第 {number} 行缺少 id 或 text。")
    return case


def _plain(value: Value | None) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value
