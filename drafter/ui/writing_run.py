"""What a click on 生成全文 or 重写本节 starts: a job over the sections that may be written, saved one by one."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.models import Fact, FactSheet, Section, Skeleton
from drafter.settings import Settings
from drafter.store import Store, Work
from drafter.structure.assign import assign_facts
from drafter.ui import jobs
from drafter.ui.document_types import left_out_of, planned_type
from drafter.ui.drafting import name_of, prepared, with_written
from drafter.ui.entries import sheet_of
from drafter.ui.jobs import Job
from drafter.ui.preferences import Preferences
from drafter.writing.events import Rewrite, WritingOptions
from drafter.writing.model import ChatModel, Limits, OpenAIModel
from drafter.writing.writer import rewrite_section, write_document


@dataclass(frozen=True)
class How:
    """How texts are written: with which model (None: offline), how many sections at once, how often sent back."""

    model: ChatModel | None
    preferences: Preferences

    def options(self, job: Job) -> WritingOptions:
        """Return the writer's options for a job."""
        chosen = self.preferences
        return WritingOptions(concurrency=chosen.concurrency, repairs=chosen.repairs, stop=job.stop)


def chosen_how(settings: Settings, preferences: Preferences) -> How:
    """Return how texts are written as it is set now; the only place of the page that makes a model to write with."""
    if not settings.has_model:
        return How(None, preferences)
    limits = Limits(silence=settings.model_silence)
    return How(OpenAIModel(settings.api_key, settings.base_url, settings.model, limits), preferences)


def write_all(store: Store, work: Work, how: How, *, keep_staff: bool) -> bool:
    """Write every section that isn't locked, left out nor, with `keep_staff`, edited by staff.

    False where a job runs already.
    """
    skeleton, out = planned_type(work), left_out_of(work)
    edited = {s.key for s in (work.draft.sections if work.draft else ()) if s.origin == "staff" and s.text}
    kept = out | set(work.locked) | (edited if keep_staff else set())
    rest = skeleton.model_copy(update={"sections": tuple(s for s in skeleton.sections if s.key not in kept)})
    lots = assign_facts(sheet_of(work), skeleton)
    sheet = _without_kept(sheet_of(work), lots, rest)
    first = skeleton.sections[0].key
    written = {s.key: name_of(s.key, s.heading, first) for s in rest.sections if s.required or lots[s.key]}
    emptied = frozenset(s.key for s in rest.sections) - set(written)
    wanted = skeleton.model_copy(update={"sections": tuple(s for s in skeleton.sections if s.key not in out)})
    job = _job(store, work, written)

    def run(job: Job) -> None:
        store.change(work.id, lambda w: prepared(w, wanted, emptied))
        write_document(sheet, rest, how.model, job.listen, how.options(job))

    return jobs.start(job, run)


def rewrite_one(store: Store, work: Work, how: How, key: str, wish: str) -> bool:
    """Write one section anew, following the wish where a model writes; False where a job runs already."""
    skeleton = planned_type(work)
    section = work.draft.section(key) if work.draft else None
    if section is None or skeleton.spec(key) is None:
        return False
    job = _job(store, work, {key: name_of(key, section.heading, skeleton.sections[0].key)}, section.heading)

    def run(job: Job) -> None:
        request = Rewrite(section, wish, job.listen)
        rewrite_section(sheet_of(work), skeleton, how.model, request, how.options(job))

    return jobs.start(job, run)


def _job(store: Store, work: Work, headings: dict[str, str], worded: str = "") -> Job:
    """Return a job that saves each section; `worded` is the heading that staff may have given a single one."""

    def save(section: Section) -> None:
        kept = section.model_copy(update={"heading": worded}) if worded else section
        store.change(work.id, lambda w: with_written(w, kept))

    return Job(work.id, headings, save)


def _without_kept(sheet: FactSheet, lots: dict[str, tuple[Fact, ...]], rest: Skeleton) -> FactSheet:
    """Return only the facts of these sections, so that those of a kept section are not told a second time."""
    wanted = {f.id for s in rest.sections for f in lots[s.key]}
    return sheet.model_copy(update={"facts": tuple(f for f in sheet.facts if f.id in wanted)})
