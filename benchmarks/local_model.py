"""Draft a sheet with the small local model, and count how many replies needed repair, replacement or the program.

    python benchmarks/local_model.py samples/example_application.yaml [--runs 1] [--gguf FILE]

Needs the extra `local`. Prints one table; a flagged number or a slot left in the document makes it exit with 1.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from drafter.factfile import load_facts
from drafter.models import Draft, FactSheet
from drafter.structure.skeletons import load_skeleton
from drafter.tracing.trace import trace_numbers
from drafter.writing.events import Event, SectionReport, WritingOptions
from drafter.writing.filling import RESIDUE
from drafter.writing.local_server import MODEL, local_server
from drafter.writing.model import Limits, OpenAIModel
from drafter.writing.writer import write_document

LIMITS = Limits(first_token=240, silence=240, total=600)


def main() -> None:
    """Write the sheet once or more and print what happened."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facts", type=Path)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--gguf", type=Path, default=None)
    given = parser.parse_args()
    sheet = load_facts(given.facts)
    unsound = 0
    with local_server(0, given.gguf) as url:
        for _ in range(given.runs):
            unsound += _one_run(sheet, OpenAIModel("", url, MODEL, LIMITS))
    raise SystemExit(1 if unsound else 0)


def _one_run(sheet: FactSheet, model: OpenAIModel) -> int:
    ended: list[Event] = []
    begun = time.perf_counter()
    draft = write_document(
        sheet,
        load_skeleton(sheet.document),
        model,
        lambda event: _listen(event, ended),
        WritingOptions(concurrency=2),
    )
    seconds = time.perf_counter() - begun
    reports = [e.report for e in ended if e.report]
    _print(draft, reports, seconds)
    flagged = sum(len(trace_numbers(s.text, sheet).flagged) for s in draft.sections)
    residue = sum(len(RESIDUE.findall(s.text)) for s in draft.sections)
    print(f"flagged numbers left: {flagged}; slots left: {residue}")
    return flagged + residue


def _listen(event: Event, ended: list[Event]) -> None:
    if event.report:
        ended.append(event)
        print(f"{event.key:<16}{event.report.requests} requests {event.report.seconds:6.1f} s", flush=True)


def _print(draft: Draft, reports: list[SectionReport], seconds: float) -> None:
    requests = sum(r.requests for r in reports)
    origins = [s.origin for s in draft.sections]

    def with_note(*words: str) -> int:
        return sum(any(w in note for note in r.notes for w in words) for r in reports)

    print(f"{len(reports)} sections, {requests} requests, {seconds:.1f} s")
    print(f"replies sent back for repair      {sum('退回修改' in n for r in reports for n in r.notes)}")
    print(f"replies that could not be used    {sum('不能用' in n for r in reports for n in r.notes)}")
    print(f"sections with sentences replaced  {with_note('改由程序', '删去')}")
    print(f"sections with facts added         {with_note('补写')}")
    print(f"sections written by the program   {origins.count('offline')}")
    print(f"sections with the model's text    {origins.count('model')}")


if __name__ == "__main__":
    main()
