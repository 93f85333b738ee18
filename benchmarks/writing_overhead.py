"""How much time and memory the writer adds to a model's own: the pipeline's overhead.

    python benchmarks/writing_overhead.py [--documents 200]

A fixture behind a real HTTP server takes 1 s a section. A document of 8 sections at concurrency 8 may take 1.30 s
(1.15 s plus 0.15 s), and memory must not grow over many documents. Exits with 1 where it does.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import sys
import time
import tracemalloc
from pathlib import Path

_TESTS = Path(__file__).resolve().parent.parent / "tests"
sys.path[:0] = [str(_TESTS), str(_TESTS / "writing")]

from chat_server import ChatServer, Reply, good_writer  # noqa: E402
from sheet_factory import generated  # noqa: E402

from drafter.models import FactSheet, Skeleton  # noqa: E402
from drafter.structure.assign import assign_facts  # noqa: E402
from drafter.structure.skeletons import load_skeleton  # noqa: E402
from drafter.writing.events import WritingOptions  # noqa: E402
from drafter.writing.model import OpenAIModel  # noqa: E402
from drafter.writing.writer import write_document  # noqa: E402

SECTIONS = 8
LATENCY = 1.0
ALLOWED = 1.15 + 0.15
GROWTH = 2_000_000
"""Bytes that memory may grow by between the second document and the last."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=200)
    given = parser.parse_args()
    sheet, skeleton = _eight_sections()
    slowest = _time(sheet, skeleton)
    grown = _memory(sheet, skeleton, given.documents)
    raise SystemExit(0 if slowest <= ALLOWED and grown <= GROWTH else 1)


def _eight_sections() -> tuple[FactSheet, Skeleton]:
    """Return a sheet and a document type cut to the first eight sections that have facts."""
    skeleton = load_skeleton("application")
    sheet = generated(3, skeleton.key)
    lots = assign_facts(sheet, skeleton)
    sections = tuple(s for s in skeleton.sections if lots[s.key])[:SECTIONS]
    assert len(sections) == SECTIONS
    kept = {fact.id for s in sections for fact in lots[s.key]}
    facts = tuple(f for f in sheet.facts if f.id in kept)
    return sheet.model_copy(update={"facts": facts}), skeleton.model_copy(update={"sections": sections})


def _time(sheet: FactSheet, skeleton: Skeleton) -> float:
    taken = []
    with ChatServer(lambda messages: Reply(good_writer(messages).text, before=LATENCY)) as server:
        model = OpenAIModel("key", server.url, "fixture")
        for _ in range(6):
            begun = time.perf_counter()
            draft = write_document(sheet, skeleton, model, options=WritingOptions(concurrency=SECTIONS, repairs=0))
            taken.append(time.perf_counter() - begun)
            assert {s.origin for s in draft.sections} == {"model"}
    first, *rest = taken
    print(
        f"{SECTIONS} sections of {LATENCY:g} s, concurrency {SECTIONS}, {len(sheet.facts)} facts: "
        f"allowed {ALLOWED:.2f} s"
    )
    print(f"  first document of a process  {first:.3f} s")
    print(f"  median of the next {len(rest)}         {statistics.median(rest):.3f} s")
    print(f"  slowest of the next {len(rest)}        {max(rest):.3f} s", flush=True)
    return max(first, statistics.median(rest))


def _memory(sheet: FactSheet, skeleton: Skeleton, documents: int) -> int:
    with ChatServer(good_writer) as server:
        model = OpenAIModel("key", server.url, "fixture")
        options = WritingOptions(concurrency=SECTIONS)
        for _ in range(2):
            write_document(sheet, skeleton, model, options=options)
        server.requests.clear()
        server.headers.clear()
        gc.collect()
        tracemalloc.start()
        before = tracemalloc.get_traced_memory()[0]
        for _ in range(documents):
            write_document(sheet, skeleton, model, options=options)
            server.requests.clear()
            server.headers.clear()
        gc.collect()
        grown = tracemalloc.get_traced_memory()[0] - before
        tracemalloc.stop()
    print(f"memory grown over {documents} documents: {grown / 1e6:.2f} MB (allowed {GROWTH / 1e6:g} MB)")
    return grown


if __name__ == "__main__":
    main()
