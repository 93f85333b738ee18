"""How fast a draft is traced on one core.

    python benchmarks/tracing_speed.py

Prints the CPU time (best of seven) of tracing a 5,000-character draft against 200 facts, and how time grows with the
text and the facts. No draft is traced twice: each round has its sentences in an order of its own, so that nothing kept
from the round before can help but what is known of the facts; the first time reads these as well. The facts are those
of the project's own passages; the draft states them in sentences of ordinary length, a figure every 19 characters. The
denser text is those passages themselves, a figure every ten characters.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from drafter.models import Fact, FactSheet
from drafter.numbers.find import find_mentions
from drafter.tracing import reading
from drafter.tracing.trace import trace_numbers

T = TypeVar("T")
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


def alike(count: int) -> FactSheet:
    """Return a sheet of that many statements that differ in nothing but their numbers."""
    facts = (Fact(text=f"第{n}网格走访居民{100 + n * 7 % 900}户，慰问老人{10 + n % 80}人") for n in range(count))
    return FactSheet(period="2023年", facts=tuple(facts)).with_ids()


def ordinary(facts: FactSheet, length: int, seed: int = 0) -> str:
    """Return a draft that states the facts one after the other, in sentences with some words between the figures."""
    draw = random.Random(seed)
    pieces: list[str] = []
    while sum(map(len, pieces)) < length:
        for n, fact in enumerate(shuffled(facts.facts, draw, seed)):
            pieces.append(f"{PADDING[n % len(PADDING)]}，{fact.label}{fact.value}{fact.unit}{fact.text}。")
    return "".join(pieces)[:length]


def dense(length: int, seed: int = 0) -> str:
    """Return as many of the passages themselves, from the first on."""
    texts = [str(case["text"]) for case in cases()]
    most = next((n for n in range(len(texts)) if len("\n".join(texts[:n])) >= length), len(texts))
    text = "\n".join(shuffled(texts[:most], random.Random(seed), seed))
    return (text * (length // len(text) + 1))[:length]


def shuffled(items: Sequence[T], draw: random.Random, seed: int) -> list[T]:
    """Return the items in an order of the seed's own; in their own order for none."""
    return draw.sample(items, len(items)) if seed else list(items)


def milliseconds(texts: Sequence[str], facts: FactSheet, *, fresh: bool) -> float:
    """Return the CPU time of tracing one of the texts; `fresh` reads the sheet anew, as a session's first tracing."""
    trace_numbers(ordinary(facts, LENGTH // 10), facts)
    best = float("inf")
    for text in texts:
        if fresh:
            reading.forget_sheets()
        begin = time.process_time()
        trace_numbers(text, facts)
        best = min(best, time.process_time() - begin)
    return best * 1000


def main() -> None:
    """Print the figures."""
    facts = sheet(FACTS)
    for name, made in (("ordinary draft", ordinary(facts, LENGTH)), ("dense text", dense(LENGTH))):
        write = (lambda n: ordinary(facts, LENGTH, n)) if name == "ordinary draft" else (lambda n: dense(LENGTH, n))
        count = len(find_mentions(made))
        first = milliseconds([write(n) for n in range(1, 8)], facts, fresh=True)
        again = milliseconds([write(n) for n in range(8, 15)], facts, fresh=False)
        print(
            f"{name}: {len(made)} characters, {count} numbers, {FACTS} facts: {again:.1f} ms, first time {first:.1f} ms"
        )
    growth = [milliseconds([ordinary(facts, k * LENGTH, n) for n in range(20, 27)], facts, fresh=False) for k in (1, 4)]
    print(f"a text four times as long takes {growth[1] / growth[0]:.1f} times as long")
    drafts = [ordinary(facts, LENGTH, n) for n in range(30, 37)]
    growth = [milliseconds(drafts, sheet(n * FACTS), fresh=True) for n in (1, 4)]
    print(f"four times the facts take {growth[1] / growth[0]:.1f} times as long")
    growth = [milliseconds(drafts[:2], alike(n * FACTS), fresh=True) for n in (1, 4)]
    print(f"four times as many statements that are much alike take {growth[1] / growth[0]:.1f} times as long")


if __name__ == "__main__":
    main()
