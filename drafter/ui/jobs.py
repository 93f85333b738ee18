"""Writing in the background: a job runs on a thread of its own, saves each section as it is done, and can be stopped.

A job belongs to a work and not to a browser tab, so a reload in the middle finds it again. No Streamlit here.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from drafter.models import Section
from drafter.ui.background import failure
from drafter.writing.events import Event, SectionReport

State = Literal["waiting", "writing", "done", "failed"]
_jobs: dict[str, Job] = {}
_lock = threading.Lock()


@dataclass(eq=False)
class Job:
    """One run of the writer. The page reads it, the writer's thread writes it; each field is replaced, never mended."""

    work_id: str
    headings: dict[str, str]
    """By section key, in the document's order."""
    save: Callable[[Section], None]
    stop: threading.Event = field(default_factory=threading.Event)
    states: dict[str, State] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    reports: dict[str, SectionReport] = field(default_factory=dict)
    error: str = ""
    began: float = field(default_factory=time.monotonic)
    ended: float = 0.0

    @property
    def running(self) -> bool:
        """True until the writer has returned or was told to stop."""
        return not self.ended

    @property
    def seconds(self) -> float:
        """How long it has been running, or took."""
        return (self.ended or time.monotonic()) - self.began

    @property
    def finished_keys(self) -> tuple[str, ...]:
        """The sections that are done, whether by the model or, where it failed, offline."""
        return tuple(k for k in self.headings if self.states.get(k) in ("done", "failed"))

    def listen(self, event: Event) -> None:
        """Take what the writer tells; after a stop nothing is taken any more."""
        if self.stop.is_set():
            return
        if event.kind == "text":
            self.texts[event.key] = event.text
            return
        if event.section is not None:
            self.save(event.section)
        if event.report is not None:
            self.reports[event.key] = event.report
        self.states[event.key] = "writing" if event.kind == "started" else event.kind


def start(job: Job, work: Callable[[Job], None]) -> bool:
    """Run `work` on a thread; return False where the same document is being written already."""
    with _lock:
        running = _jobs.get(job.work_id)
        if running and running.running:
            return False
        _jobs[job.work_id] = job
    threading.Thread(target=_run, args=(job, work), daemon=True, name=f"writing-{job.work_id}").start()
    return True


def find(work_id: str) -> Job | None:
    """Return the job that writes or last wrote a document in this process, or None."""
    return _jobs.get(work_id)


def stop(work_id: str) -> None:
    """Stop at once: what is done stays, what the thread still brings is not taken."""
    job = _jobs.get(work_id)
    if job and job.running:
        job.stop.set()
        job.ended = time.monotonic()


def stop_all(work_ids: Iterable[str]) -> None:
    """Stop every running job of these works, at once."""
    for work_id in work_ids:
        stop(work_id)


def forget(work_id: str) -> None:
    """Forget a finished job, once its outcome was told."""
    with _lock:
        job = _jobs.get(work_id)
        if job and not job.running:
            del _jobs[work_id]


def _run(job: Job, work: Callable[[Job], None]) -> None:
    bug = "撰写时程序出错，已写好的各节都在；请重试，仍不行请把终端里的报错发给维护人员"
    job.error = failure(partial(work, job), "the writer", bug)
    job.ended = job.ended or time.monotonic()
