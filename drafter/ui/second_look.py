"""请模型再看一遍: what a model finds unsaid by the facts and that is no number, on a thread of its own.

Hints of their own kind: they are shown apart from the verdicts on numbers, change no text and hold nothing up.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

from drafter.models import FactSheet, Section
from drafter.ui.background import failure
from drafter.writing.judge import Hint, judge_section
from drafter.writing.model import ChatModel
from drafter.writing.parallel import run_jobs

_looks: dict[str, Look] = {}
_lock = threading.Lock()


@dataclass(eq=False)
class Look:
    """One reading of a document by a model. The page reads it, the thread writes it."""

    sections: tuple[Section, ...]
    stop: threading.Event = field(default_factory=threading.Event)
    hints: tuple[Hint, ...] = ()
    read: int = 0
    error: str = ""
    running: bool = True

    def hints_in(self, section: Section) -> tuple[Hint, ...]:
        """The hints whose words still stand in a section."""
        return tuple(h for h in self.hints if h.section == section.key and h.quote in section.text)


def start(work_id: str, look: Look, sheet: FactSheet, model: ChatModel, concurrency: int) -> None:
    """Begin to read a document, in place of an earlier reading; one that is still going on is left to end."""
    with _lock:
        present = _looks.get(work_id)
        if present and present.running:
            return
        _looks[work_id] = look
    threading.Thread(target=_run, args=(look, sheet, model, concurrency), daemon=True, name="second-look").start()


def find(work_id: str) -> Look | None:
    """Return the last reading of a document in this process, or None."""
    return _looks.get(work_id)


def stop(work_id: str) -> None:
    """Stop a reading at once; what was found stays."""
    look = _looks.get(work_id)
    if look:
        look.stop.set()
        look.running = False


def stop_all(work_ids: Iterable[str]) -> None:
    """Stop every reading of these works, at once."""
    for work_id in work_ids:
        stop(work_id)


def _run(look: Look, sheet: FactSheet, model: ChatModel, concurrency: int) -> None:
    def listen(found: tuple[Hint, ...]) -> None:
        look.hints += found
        look.read += 1

    def read(section: Section, tell: object) -> None:
        assert callable(tell)
        tell(judge_section(sheet, section, model))

    jobs = [partial(read, s) for s in look.sections]
    bug = "模型通读时程序出错，文稿没有动；请重试，仍不行请把终端里的报错发给维护人员"
    look.error = failure(partial(run_jobs, jobs, concurrency, look.stop, listen), "the second look", bug)
    look.running = False
