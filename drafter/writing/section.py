"""Write one section with a model: ask, fill, trace, send back with the reasons, and settle what is left."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from drafter.errors import ModelError
from drafter.models import Origin, Section
from drafter.tracing.trace import trace_numbers
from drafter.writing.answers import Ending
from drafter.writing.events import SectionReport, WritingOptions
from drafter.writing.examine import Candidate, examine, unused_problem
from drafter.writing.filling import fill
from drafter.writing.model import ChatModel
from drafter.writing.model_errors import BrokenReplyError
from drafter.writing.offline_rewrite import note_on
from drafter.writing.prompts import Message, render, replied
from drafter.writing.replies import preview, read_reply
from drafter.writing.settle import WriteOffline, settle, settle_offline
from drafter.writing.task import SectionTask

_log = logging.getLogger(__name__)
RUNAWAY = 4
"""A reply that is this many times longer than its section may be is stopped."""
_THINKING_CHARS = 20_000
_LOOP = 24, 4
"""So many characters, said so many times, show a model that turns in circles."""
_NO_LETTER = re.compile(r"[\W\d_]+")
_ENOUGH_TO_JUDGE = 200
_SHOWN_EVERY = 0.1


class StoppedError(Exception):
    """Staff have stopped the writing; caught by the writer alone."""


@dataclass
class _Log:
    """What happened while a section was written."""

    requests: int = 0
    endings: list[Ending | None] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    error: str = ""
    """Why the model could not be used, or why its last reply broke off."""


class SectionWriter:
    """Writes one section with a model, and with the offline writer where the model fails."""

    def __init__(
        self, task: SectionTask, model: ChatModel | None, write_offline: WriteOffline, options: WritingOptions
    ) -> None:
        self._task = task
        self._model = model
        self._write_offline = write_offline
        self._options = options
        self._happened = _Log()

    def write(self, show: Callable[[str], None]) -> tuple[Section, SectionReport]:
        """Return the finished section and its report; `show` is told the text so far. Raises StoppedError."""
        begun = time.monotonic()
        text = ""
        if self._model is not None:
            text = self._with_model(self._model, show)
        origin: Origin = "model" if text else "offline"
        if not text:
            settled = settle_offline(self._task, self._write_offline)
            text = settled.text
            self._happened.notes.extend(settled.notes)
            self._happened.notes.extend(filter(None, [note_on(self._task, text)]))
        spec = self._task.spec
        section = Section(key=spec.key, heading=spec.heading, text=text, origin=origin)
        return section, self._report(text, time.monotonic() - begun)

    def _with_model(self, model: ChatModel, show: Callable[[str], None]) -> str:
        """Return the text that the model and the program made together; empty where the model was of no use."""
        best: Candidate | None = None
        try:
            for candidate in self._candidates(model, show):
                best = candidate if best is None or candidate.rank < best.rank else best
        except ModelError as error:
            self._happened.error = str(error)
        settled = settle(self._task, best, self._write_offline) if best else None
        if settled is None:
            self._note("模型没有写出站得住的文字，本节由程序按事实写成。")
            return ""
        self._happened.notes.extend(settled.notes)
        if self._happened.error:
            self._note(f"本节用的是模型较早的回答。{self._happened.error}")
            self._happened.error = ""
        return settled.text

    def _candidates(self, model: ChatModel, show: Callable[[str], None]) -> Iterator[Candidate]:
        """Yield each usable reply, until one is faultless or has been sent back often enough. Raises ModelError."""
        messages = self._task.messages()
        asked_for_unused = False
        for turn in range(1 + self._options.repairs):
            raw = self._ask(model, messages, show)
            reply = read_reply(raw.text, self._task.headings, raw.cut_off)
            if reply.fault:
                self._note(f"第{turn + 1}次回答不能用：{reply.fault}。")
                messages = self._task.messages(again=reply.fault)
                continue
            self._happened.error = ""
            candidate = examine(self._task, reply)
            self._note_reading(reply.cleaned, candidate)
            yield candidate
            unused = candidate.unused if not asked_for_unused else ()
            asked_for_unused = asked_for_unused or bool(unused)
            problems = [*candidate.problems, *([unused_problem(self._task, unused)] if unused else [])]
            if not problems or turn == self._options.repairs:
                return
            messages = replied(self._task.messages(), candidate.raw, render("repair", problems=problems))
            self._note(f"第{turn + 1}次回答有{len(problems)}处问题，已退回修改。")

    def _ask(self, model: ChatModel, messages: Sequence[Message], show: Callable[[str], None]) -> _Raw:
        """Return what the model said, as far as it came before it broke off. Raises ModelError, StoppedError."""
        self._happened.requests += 1
        raw = _Raw()
        stream = model.stream(messages)
        shown = 0.0
        try:
            for piece in _until_end(stream, raw):
                if self._options.stop.is_set():
                    raise StoppedError
                raw.text += piece
                if not piece or time.monotonic() - shown < _SHOWN_EVERY:
                    continue
                shown = time.monotonic()
                text = preview(raw.text)
                if self._runs_away(raw.text, text):
                    raw.cut_off = True
                    break
                show(fill(text, self._task.slots).text)
        except BrokenReplyError as error:
            raw.cut_off = True
            self._happened.error = str(error)
        finally:
            close = getattr(stream, "close", None)
            if close is not None:
                close()
        self._happened.endings.append(raw.ending)
        return raw

    def _runs_away(self, raw: str, text: str) -> bool:
        """Whether nothing good can come any more: far too long, in circles, or plainly not Chinese."""
        size, times = _LOOP
        longest = self._task.spec.max_chars * RUNAWAY
        too_long = len(text) > longest or len(raw) > longest + _THINKING_CHARS
        useless = len(text) > _ENOUGH_TO_JUDGE and bool(read_reply(text, (), cut_off=False).fault)
        letters = _NO_LETTER.sub("", raw)
        in_circles = len(letters) >= size * times and letters.count(letters[-size:]) >= times
        return too_long or useless or in_circles

    def _note(self, sentence: str) -> None:
        self._happened.notes.append(sentence)

    def _note_reading(self, cleaned: Sequence[str], candidate: Candidate) -> None:
        if cleaned:
            self._note(f"从回答里去掉了{'、'.join(cleaned)}。")
        if candidate.filled.mended:
            self._note(f"补正了{len(candidate.filled.mended)}个写法有误的占位符。")

    def _report(self, text: str, seconds: float) -> SectionReport:
        happened, spec = self._happened, self._task.spec
        _log.info(
            "section %s: %d requests, %.1f s, %d notes", spec.key, happened.requests, seconds, len(happened.notes)
        )
        return SectionReport(
            key=spec.key,
            heading=spec.heading,
            seconds=seconds,
            requests=happened.requests,
            prompt_tokens=_sum(e.prompt_tokens if e else None for e in happened.endings),
            completion_tokens=_sum(e.completion_tokens if e else None for e in happened.endings),
            notes=tuple(happened.notes),
            flagged=len(trace_numbers(text, self._task.sheet).flagged),
            error=happened.error,
        )


@dataclass
class _Raw:
    text: str = ""
    cut_off: bool = False
    ending: Ending | None = None


def _until_end(stream: Iterator[str], raw: _Raw) -> Iterator[str]:
    """Yield the pieces of a reply, and note on `raw` how it ended, where the model tells."""
    while True:
        try:
            piece = next(stream)
        except StopIteration as stop:
            ending = stop.value
            break
        yield piece
    if isinstance(ending, Ending):
        raw.ending = ending
        raw.cut_off = ending.cut_off


def _sum(counts: Iterable[int | None]) -> int | None:
    """Return the sum, or None where one of the counts, or all, are unknown."""
    known = list(counts)
    return sum(n for n in known if n is not None) if known and None not in known else None
