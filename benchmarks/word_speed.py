"""How fast and how lean the Word files are made: python benchmarks/word_speed.py

Prints, for a document of 20 pages: the time of one export, of a review copy and of reading it back (median of 9 runs),
and by how much the process grew over 100 exports.
"""

from __future__ import annotations

import resource
import statistics
import time
from collections.abc import Callable

from drafter.models import Draft, Fact, FactSheet, Section
from drafter.word.evidence import trace_draft
from drafter.word.export import docx_bytes
from drafter.word.incoming import read_back
from drafter.word.review import review_bytes

PAGES = 20
LINES, CHARACTERS = 22, 28
SHEET = FactSheet(unit="南苑社区", facts=(Fact(label="志愿者", value="326", unit="人"),)).with_ids()


def document() -> Draft:
    """Return a draft of about 20 pages with four levels of headings and a number a paragraph."""
    sentence = "社区把创建工作摆在突出位置，党员干部带头参与，志愿者326人积极响应，各项任务有序推进。"
    text = sentence * 6
    part = "\n".join(["（一）建立机构", text, "1.明确分工", text, "（1）责任到人", text])
    count = -(-PAGES * LINES * CHARACTERS // len(part))
    sections = tuple(Section(key=f"s{n}", heading=f"第{n}项工作扎实推进", text=part) for n in range(1, count + 1))
    title = "南苑社区2025年度精神文明创建工作总结"
    return Draft(title=title, unit="南苑社区", date="2026年1月8日", document="annual_summary", sections=sections)


def seconds(work: Callable[[], object]) -> float:
    """Return the median time of nine runs."""
    times = []
    for _ in range(9):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def main() -> None:
    """Measure and print."""
    draft = document()
    reports = trace_draft(draft, SHEET)
    data = docx_bytes(draft)
    print(f"document: {sum(len(s.text) for s in draft.sections)} characters, {len(draft.sections)} sections")
    print(f"export: {seconds(lambda: docx_bytes(draft)):.3f} s, {len(data) // 1024} KB")
    print(f"review copy: {seconds(lambda: review_bytes(draft, SHEET, reports)):.3f} s")
    print(f"read back: {seconds(lambda: read_back(data, 'x.docx', draft)):.3f} s")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(100):
        docx_bytes(draft)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(f"100 exports: {grown / 1024:.1f} MB more at the peak")


if __name__ == "__main__":
    main()
