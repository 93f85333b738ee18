"""How fast numbers are read on one core, beside a peer where one is installed.

    python benchmarks/reading_speed.py                  texts made here
    python benchmarks/reading_speed.py FILE...          one's own .txt files

Prints characters a second (CPU time, median of five), how time grows from a text to one four times as long, and the
ratio to recognizers-text-number or jionlp when they can be imported; both are measured in the same run, in turns.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from drafter.numbers.find import find_mentions

DATA = Path(__file__).parent / "data" / "numbers_own.jsonl"
LENGTH = 60_000


def passages() -> str:
    """Return the project's own passages, repeated to the length that is measured."""
    lines = [json.loads(line)["text"] for line in DATA.read_text(encoding="utf-8").splitlines() if line]
    text = "\n".join(lines)
    return (text + "\n") * (LENGTH // len(text) + 1)


def seconds(read: Callable[[str], object], text: str) -> float:
    """Return the CPU time of one reading."""
    begin = time.process_time()
    read(text)
    return time.process_time() - begin


def peers() -> dict[str, Callable[[str], object]]:
    """Return the readers of Chinese numbers that are installed beside this project."""
    found: dict[str, Callable[[str], object]] = {}
    try:
        from recognizers_number import Culture, recognize_number

        found["recognizers-text-number"] = lambda text: [
            recognize_number(p, Culture.Chinese) for p in text.split("\n") if p
        ]
    except ImportError:
        pass
    try:
        import jionlp

        found["jionlp (time and money)"] = lambda text: [
            (jionlp.ner.extract_time(p), jionlp.ner.extract_money(p)) for p in text.split("\n") if p
        ]
    except ImportError:
        pass
    return found


def main(files: list[str]) -> None:
    """Measure and print."""
    text = "\n".join(Path(f).read_text(encoding="utf-8") for f in files) if files else passages()
    find_mentions(text[:2000])  # the first call loads terms.yaml
    others = peers()
    own, theirs = [], {name: [] for name in others}
    for _ in range(5):
        own.append(seconds(find_mentions, text))
        for name, read in others.items():
            theirs[name].append(seconds(read, text))
    middle, count = statistics.median(own), len(find_mentions(text))
    print(f"reading {len(text):,} characters, {count:,} numbers: {len(text) / middle:,.0f} characters/s")
    for name, taken in theirs.items():
        other = statistics.median(taken)
        print(f"  {name}: {len(text) / other:,.0f} characters/s, this is {other / middle:.1f} times as fast")
    if not theirs:
        print("  no peer is installed (pip install recognizers-text-number or jionlp to compare)")
    noise = "".join(random.Random(7).choices(sorted(set(text)), k=100_000))
    quarter, whole = seconds(find_mentions, noise[:25_000]), seconds(find_mentions, noise)
    print(f"100,000 characters at random: {whole * 1000:.0f} ms, {whole / quarter:.1f} times the time of 25,000")


if __name__ == "__main__":
    main(sys.argv[1:])
