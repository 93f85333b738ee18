"""What the writer tells while it works: one event at a time, always on the thread that called it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from drafter.models import Section

EventKind = Literal["started", "text", "done", "failed"]


@dataclass(frozen=True, slots=True)
class SectionReport:
    """How one section came about: what it took, and what the program changed in the model's text."""

    key: str
    heading: str
    seconds: float = 0.0
    requests: int = 0
    prompt_tokens: int | None = None
    """None where the server reported no usage: unknown, never guessed."""
    completion_tokens: int | None = None
    notes: tuple[str, ...] = ()
    """Chinese sentences for staff: what was sent back, repaired, replaced, dropped or added."""
    flagged: int = 0
    """Numbers that are still flagged in the finished text."""
    error: str = ""
    """Why the model could not be used, in one Chinese sentence; empty when it could."""


@dataclass(frozen=True, slots=True)
class Event:
    """One step of one section.

    started: `heading` is being written. text: `text` so far, slots filled. done: `section` and `report` are final.
    failed: as done, but the model could not be used, `report.error` says why, and the section was written offline.
    """

    kind: EventKind
    key: str
    heading: str
    text: str = ""
    section: Section | None = None
    report: SectionReport | None = None


OnEvent = Callable[[Event], None]


def ignore(event: Event) -> None:
    """Listen to nothing."""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Ask for one section anew: as it stands now, what staff want changed (may be empty), and who listens."""

    section: Section
    instruction: str = ""
    on_event: OnEvent = ignore


@dataclass(frozen=True, slots=True)
class WritingOptions:
    """How the writer works: how many sections at once, how often one is sent back, and the switch that stops it."""

    concurrency: int = 4
    repairs: int = 2
    stop: threading.Event = field(default_factory=threading.Event)
