"""How often a fact's value told of something else is flagged, and how seldom the same told in other words.

    python benchmarks/subjects_told.py [FILE.jsonl ...] [--errors]

Each line of a file is a sheet of five facts and sentences with the first one's value, written by authors who had seen
nothing of the tracer. `other` tells the value of something else that no fact states, `narrower` of only some of what
the fact counts, `wrong` of either; `right` says what the fact says. What adds a modifier to a fact's noun may be its
writer's elaboration, so `narrower` is where the tracer objects least.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from drafter.models import Fact, FactSheet
from drafter.tracing.trace import trace_numbers

DATA = Path(__file__).parent / "data" / "subjects_told.jsonl"
PERIOD = "2024年"
KINDS = ("other", "narrower", "wrong", "right")


def score(paths: list[Path]) -> tuple[Counter[str], Counter[str], list[str]]:
    """Return how many sentences of each kind there are, how many are flagged, and those that are judged wrongly."""
    told: Counter[str] = Counter()
    flagged: Counter[str] = Counter()
    errors: list[str] = []
    for line in (line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line):
        case = json.loads(line)
        sheet = FactSheet(period=PERIOD, facts=tuple(Fact(**fact) for fact in case["facts"])).with_ids()
        for kind in KINDS:
            for text in case.get(kind, ()):
                alarms = trace_numbers(text, sheet).flagged
                told[kind] += 1
                flagged[kind] += bool(alarms)
                if bool(alarms) == (kind == "right"):
                    errors.append(f"{kind} {case['id']} {text} {''.join(trace.because for trace in alarms)}")
    return told, flagged, errors


def main() -> None:
    """Print a row for each kind, and with --errors every sentence that was judged wrongly."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", default=[DATA])
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    told, flagged, errors = score(given.files)
    if given.errors:
        print(*errors, "", sep="\n")
    names = {"other": "说成别的事", "narrower": "说成其中一部分", "wrong": "两者都有", "right": "换个说法"}
    print("| 同一个数 | 句数 | 报警 |\n|---|---|---|")
    for kind in (kind for kind in KINDS if told[kind]):
        print(f"| {names[kind]} | {told[kind]} | {flagged[kind] / told[kind]:.3f} |")


if __name__ == "__main__":
    main()
