"""How fast a draft is traced on one core.

    python benchmarks/tracing_speed.py

Prints the CPU time (best of seven) of tracing a 5,000-character draft against 200 facts, and how time grows with the
text and the facts. The facts are those of the project's own passages; the draft states them in sentences of ordinary
length, a figure every 25 characters. The denser text is those passages themselves, a figure every ten characters.
"""

from __future__ import annotations

import json
import time
from pathlib import Path

from drafter.models import Fact, FactSheet
from drafter.numbers.find import find_mentions
from drafter.tracing import reading
from drafter.tracing.trace import trace_numbers

DATA = Path(__file__).parent / "data" / "trace_own.jsonl"
LENGTH = 5_000
FACTS = 200
PADDING = ("社区坚持把群众满意放在首位", "全年工作扎实有序推进", "党员干部带头落实责任", "居民参与热情不断提高")


def cases() -> list[dict[str, object]]:
    """Return the project's own traced passages."""
    return [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines() if line]


def sheet(count: int) -> FactSheet:
    """Return a sheet of that many facts of the passages, each under an id of its own."""
    facts = [Fact(**{**fact, "id": ""}) for case in cases() for fact in case["facts"]]  # type: ignore[attr-defined]
    while len(facts) < count:
        facts += facts
    return FactSheet(period="2023年", facts=tuple(facts[:count])).with_ids()


def ordinary(facts: FactSheet, length: int) -> str:
    """Return a draft that states the facts one after the other, in sentences with some words between the figures."""
    pieces: list[str] = []
    while sum(map(len, pieces)) < length:
        for n, fact in enumerate(facts.facts):
            pieces.append(f"{PADDING[n % len(PADDING)]}，{fact.label}{fact.value}{fact.unit}{fact.text}。")
    return "".join(pieces)[:length]


def dense(length: int) -> str:
    """Return the passages themselves."""
    text = "\n".join(str(case["text"]) for case in cases())
    return (text * (length // len(text) + 1))[:length]


def milliseconds(text: str, facts: FactSheet, *, fresh: bool) -> float:
    """Return the CPU time of one tracing; `fresh` reads the sheet anew, as the first tracing of a session does."""
    best = float("inf")
    for _ in range(7):
        if fresh:
            reading.forget_sheets()
        begin = time.process_time()
        trace_numbers(text, facts)
        best = min(best, time.process_time() - begin)
    return best * 1000


def main() -> None:
    """Print the figures."""
    facts = sheet(FACTS)
    for name, text in (("ordinary draft", ordinary(facts, LENGTH)), ("dense text", dense(LENGTH))):
        count = len(find_mentions(text))
        first, again = (milliseconds(text, facts, fresh=fresh) for fresh in (True, False))
        print(
            f"{name}: {len(text)} characters, {count} numbers, {FACTS} facts: {again:.1f} ms, first time {first:.1f} ms"
        )
    growth = [milliseconds(ordinary(facts, n * LENGTH), facts, fresh=False) for n in (1, 4)]
    print(f"a text four times as long takes {growth[1] / growth[0]:.1f} times as long")
    text = ordinary(facts, LENGTH)
    growth = [milliseconds(text, sheet(n * FACTS), fresh=True) for n in (1, 4)]
    print(f"four times the facts take {growth[1] / growth[0]:.1f} times as long")


if __name__ == "__main__":
    main()
