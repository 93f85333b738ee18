"""Write example sheets of every document type with a careless model and with a failing server; count what is unsound.

    python benchmarks/writing_soundness.py [--sheets 30] [--writer careless|failing]

The model is the fixture of tests/chat_server.py behind a real HTTP server. Prints one line a document type and a total;
exits with 1 where a document holds a flagged number, a slot, markdown, or departs from its skeleton, or states less
than 90 % of its facts.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass
from pathlib import Path

_TESTS = Path(__file__).resolve().parent.parent / "tests"
sys.path[:0] = [str(_TESTS), str(_TESTS / "writing")]

from chat_server import ChatServer, careless_writer, failing, good_writer  # noqa: E402
from soundness import faults, share_of_facts_used, sheets_for  # noqa: E402

from drafter.structure.skeletons import load_skeleton, skeleton_keys  # noqa: E402
from drafter.writing.events import Event, WritingOptions  # noqa: E402
from drafter.writing.model import Limits, OpenAIModel  # noqa: E402
from drafter.writing.writer import write_document  # noqa: E402

LEAST_USED = 0.9
LIMITS = Limits(connect=2, first_token=0.5, total=10, attempts=2)


@dataclass
class Tally:
    """What was counted over some documents."""

    documents: int = 0
    sections: int = 0
    requests: int = 0
    sent_back: int = 0
    changed: int = 0
    offline: int = 0
    unsound: int = 0
    used: float = 1.0

    def add(self, other: Tally) -> None:
        """Add another tally to this one."""
        for name in ("documents", "sections", "requests", "sent_back", "changed", "offline", "unsound"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.used = min(self.used, other.used)

    def row(self, name: str) -> str:
        """Return one line of the table."""
        return (
            f"{name:<22}{self.documents:>6}{self.sections:>10}{self.requests:>10}{self.sent_back:>10}"
            f"{self.changed:>9}{self.offline:>9}{self.used:>9.0%}{self.unsound:>9}"
        )


def main() -> None:
    """Write all the documents and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sheets", type=int, default=30)
    parser.add_argument("--writer", choices=("careless", "failing"), default="careless")
    given = parser.parse_args()
    begun = time.perf_counter()
    total = Tally()
    print(
        f"{'document type':<22}{'docs':>6}{'sections':>10}{'requests':>10}{'sent back':>10}{'changed':>9}{'offline':>9}"
        f"{'facts>=':>9}{'unsound':>9}"
    )
    for number, key in enumerate(skeleton_keys()):
        tally = _one_type(key, number, given.sheets, given.writer)
        print(tally.row(key), flush=True)
        total.add(tally)
    print(total.row("all"))
    print(f"{time.perf_counter() - begun:.0f} s")
    raise SystemExit(1 if total.unsound else 0)


def _one_type(key: str, number: int, sheets: int, kind: str) -> Tally:
    skeleton, tally = load_skeleton(key), Tally()
    writer = careless_writer(number) if kind == "careless" else failing(good_writer, 0.3, number)
    with ChatServer(writer) as server:
        model = OpenAIModel("key", server.url, "fixture", LIMITS)
        for sheet in sheets_for(key, sheets):
            ended: list[Event] = []
            options = WritingOptions(concurrency=8)
            draft = write_document(sheet, skeleton, model, ended.append, options)
            wrong = faults(draft, sheet, skeleton)
            used = share_of_facts_used(draft, sheet)
            reports = [e.report for e in ended if e.report]
            for fault in wrong:
                print(f"  {sheet.unit}: {fault}")
            notes = [r.notes for r in reports]
            tally.add(
                Tally(
                    documents=1,
                    sections=len(draft.sections),
                    requests=sum(r.requests for r in reports),
                    sent_back=sum("退回" in n for some in notes for n in some),
                    changed=sum(any(w in n for n in some for w in ("改由程序", "删去", "补写")) for some in notes),
                    offline=sum(s.origin == "offline" for s in draft.sections),
                    unsound=int(bool(wrong) or used < LEAST_USED),
                    used=used,
                )
            )
    return tally


if __name__ == "__main__":
    main()
