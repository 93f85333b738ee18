"""How fast numbers are read on one core, beside a peer where one is installed.

    python benchmarks/reading_speed.py                  texts made here
    python benchmarks/reading_speed.py FILE...          one's own .txt files

Prints characters a second (CPU time, median of five) of two texts: an ordinary draft, with a figure every 19 characters
as documents have them, and the project's own passages for the reader, which hold one every 11. No text is read twice:
each round has figures of its own. Then how time grows from a text to one four times as long, and the ratio to
recognizers-text-number (beside emoji<2) or jionlp when they can be imported; all are measured in one run, in turns.
"""

from __future__ import annotations

import json
import random
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import tracing_speed

from drafter.numbers.find import find_mentions

DATA = Path(__file__).parent / "data" / "numbers_own.jsonl"
LENGTH = 60_000


def passages() -> str:
    """Return the project's own passages, repeated to the length that is measured."""
    lines = [json.loads(line)["text"] for line in DATA.read_text(encoding="utf-8").splitlines() if line]
    text = "\n".join(lines)
    return (text + "\n") * (LENGTH // len(text) + 1)


def ordinary() -> str:
    """Return the ordinary draft that tracing is measured with."""
    return tracing_speed.ordinary(tracing_speed.sheet(tracing_speed.FACTS), LENGTH)


def renewed(text: str, seed: int) -> str:
    """Return the text with other figures: each ASCII digit but a first one is drawn anew."""
    draw = random.Random(seed)
    return re.sub("(?<=[1-9])[0-9]", lambda _: draw.choice("0123456789"), text)


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


def compare(name: str, text: str, others: dict[str, Callable[[str], object]]) -> None:
    """Print how fast a text is read, here and by the peers."""
    own: list[float] = []
    theirs: dict[str, list[float]] = {peer: [] for peer in others}
    for seed in range(5):
        fresh = renewed(text, seed)
        own.append(seconds(find_mentions, fresh))
        for peer, read in others.items():
            theirs[peer].append(seconds(read, fresh))
    middle, count = statistics.median(own), len(find_mentions(text))
    print(f"{name}: {len(text):,} characters, {count:,} numbers: {len(text) / middle:,.0f} characters/s")
    for peer, taken in theirs.items():
        other = statistics.median(taken)
        print(f"  {peer}: {len(text) / other:,.0f} characters/s, this is {other / middle:.0f} times as fast")


def main(files: list[str]) -> None:
    """Measure and print."""
    texts = {"ordinary draft": ordinary(), "dense passages": passages()}
    if files:
        texts = {"files": "\n".join(Path(f).read_text(encoding="utf-8") for f in files)}
    find_mentions(passages()[:2000])  # the first call loads terms.yaml
    others = peers()
    for name, text in texts.items():
        compare(name, text, others)
    if not others:
        print("  no peer is installed (pip install recognizers-text-number or jionlp to compare)")
    noise = "".join(random.Random(7).choices(sorted(set(passages())), k=100_000))
    quarter, whole = seconds(find_mentions, noise[:25_000]), seconds(find_mentions, noise)
    print(f"100,000 characters at random: {whole * 1000:.0f} ms, {whole / quarter:.1f} times the time of 25,000")


if __name__ == "__main__":
    main(sys.argv[1:])
