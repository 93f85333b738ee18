"""Write a whole document, or one section of it: with a chat model, or with the offline writer where there is none.

`on_event` is always called on the calling thread. What has been written when `options.stop` is set is kept; sections
that were not come back empty, so that each can be written later.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

from drafter.models import Draft, Fact, FactSheet, Section, SectionSpec, Skeleton
from drafter.structure.assign import assign_facts
from drafter.tracing.trace import trace_numbers
from drafter.writing.events import Event, EventKind, OnEvent, Rewrite, SectionReport, WritingOptions, ignore
from drafter.writing.masking import MaskedModel
from drafter.writing.model import ChatModel
from drafter.writing.offline import OfflineWriter
from drafter.writing.offline_rewrite import other_words
from drafter.writing.parallel import run_jobs
from drafter.writing.section import SectionWriter, StoppedError
from drafter.writing.task import SectionTask

_Written = tuple[Section, SectionReport] | None


def write_document(
    sheet: FactSheet,
    skeleton: Skeleton,
    model: ChatModel | None,
    on_event: OnEvent = ignore,
    options: WritingOptions | None = None,
) -> Draft:
    """Return the whole document; sections that are not required and have no fact are left out.

    A model that fails costs nothing but its words: the section is written offline, and its event says why.
    """
    options = options or WritingOptions()
    lots = assign_facts(sheet, skeleton)
    specs = [s for s in skeleton.sections if s.required or lots.get(s.key)]
    write_offline = _OfflineSections(sheet, skeleton)
    guarded = MaskedModel(model, sheet) if model is not None else None
    jobs = []
    for spec in specs:
        task = SectionTask(sheet, skeleton, spec, lots.get(spec.key, ()))
        writer = SectionWriter(task, guarded, partial(write_offline, spec), options)
        jobs.append(partial(_write_section, writer, spec))
    if model is not None:
        threading.Thread(target=_read_ahead, args=(sheet,), daemon=True, name="drafter-ahead").start()
    workers = options.concurrency if model is not None else 1
    written = run_jobs(jobs, workers, options.stop, on_event)
    sections = tuple(
        done[0] if done else Section(key=spec.key, heading=spec.heading)
        for spec, done in zip(specs, written, strict=True)
    )
    return Draft(
        title=skeleton.title.format(unit=sheet.unit, period=sheet.period),
        unit=sheet.unit,
        date=sheet.date,
        document=skeleton.key,
        period=sheet.period,
        sections=sections,
    )


def rewrite_section(
    sheet: FactSheet,
    skeleton: Skeleton,
    model: ChatModel | None,
    request: Rewrite,
    options: WritingOptions | None = None,
) -> Section:
    """Return one section written anew, with its revision raised; the section as it was where the writing is stopped.

    Raises ValueError where the skeleton has no such section.
    """
    present, options = request.section, options or WritingOptions()
    spec = skeleton.spec(present.key)
    if spec is None:
        raise ValueError(f"skeleton {skeleton.key!r} has no section {present.key!r}")
    facts = assign_facts(sheet, skeleton).get(spec.key, ())
    task = SectionTask(sheet, skeleton, spec, facts, present.text, request.instruction)
    guarded = MaskedModel(model, sheet) if model is not None else None
    writer = SectionWriter(task, guarded, partial(_OfflineSections(sheet, skeleton, task), spec), options)
    (done,) = run_jobs([partial(_write_section, writer, spec)], 1, options.stop, request.on_event)
    if done is None:
        return present
    return done[0].model_copy(
        update={"heading": present.heading, "table": present.table, "revision": present.revision + 1}
    )


def _read_ahead(sheet: FactSheet) -> None:
    """Read the facts while the first replies are on their way, so that not all sections do so when these come."""
    trace_numbers("\n".join(fact.wording for fact in sheet.facts), sheet)


class _OfflineSections:
    """The offline writer of one document, shared by the threads that write its sections; a rewrite gets other words."""

    def __init__(self, sheet: FactSheet, skeleton: Skeleton, rewrite: SectionTask | None = None) -> None:
        self._writer = other_words(rewrite) if rewrite else OfflineWriter(sheet, skeleton)
        self._one_at_a_time = threading.Lock()

    def __call__(self, spec: SectionSpec, facts: tuple[Fact, ...]) -> str:
        with self._one_at_a_time:
            return self._writer.write(spec, facts)


def _write_section(writer: SectionWriter, spec: SectionSpec, tell: Callable[[Event], None]) -> _Written:
    tell(Event("started", spec.key, spec.heading))
    try:
        section, report = writer.write(lambda text: tell(Event("text", spec.key, spec.heading, text)))
    except StoppedError:
        return None
    kind: EventKind = "failed" if report.error else "done"
    tell(Event(kind, spec.key, spec.heading, section.text, section, report))
    return section, report
