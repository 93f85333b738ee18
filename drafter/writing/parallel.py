"""Several jobs at once, each on a thread of its own, told and kept in order on the thread that asked for them."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
M = TypeVar("M")
Job = Callable[[Callable[[M], None]], T]
_LOOK_EVERY = 0.05


@dataclass(frozen=True, slots=True)
class _Told(Generic[M]):
    message: M


@dataclass(frozen=True, slots=True)
class _Ended(Generic[T]):
    number: int
    result: T | None = None
    error: BaseException | None = None


def run_jobs(
    jobs: Sequence[Job[M, T]], workers: int, stop: threading.Event, listen: Callable[[M], None]
) -> list[T | None]:
    """Return the jobs' results in their order; None for a job that had not ended when `stop` was set.

    What a job tells is passed to `listen` on the calling thread. A job's error is raised here, after the jobs that
    have begun were told to stop. A job that doesn't look at `stop` is left behind: its thread ends by itself.
    """
    ended: queue.SimpleQueue[_Told[M] | _Ended[T]] = queue.SimpleQueue()
    waiting: queue.SimpleQueue[tuple[int, Job[M, T]]] = queue.SimpleQueue()
    for numbered in enumerate(jobs):
        waiting.put(numbered)
    for _ in range(min(max(1, workers), len(jobs))):
        threading.Thread(target=_work, args=(waiting, ended, stop), daemon=True, name="drafter-section").start()
    results: list[T | None] = [None] * len(jobs)
    left = len(jobs)
    try:
        while left and (item := _next(ended, stop)):
            if isinstance(item, _Told):
                listen(item.message)
                continue
            if item.error is not None:
                raise item.error
            results[item.number] = item.result
            left -= 1
    except BaseException:
        stop.set()
        raise
    return results


def _next(ended: queue.SimpleQueue[_Told[M] | _Ended[T]], stop: threading.Event) -> _Told[M] | _Ended[T] | None:
    """Return what comes next; None once `stop` is set and nothing more has come for a moment."""
    while True:
        stopping = stop.is_set()
        try:
            return ended.get(timeout=_LOOK_EVERY)
        except queue.Empty:
            if stopping:
                return None


def _work(
    waiting: queue.SimpleQueue[tuple[int, Job[M, T]]],
    ended: queue.SimpleQueue[_Told[M] | _Ended[T]],
    stop: threading.Event,
) -> None:
    while not stop.is_set():
        try:
            number, job = waiting.get_nowait()
        except queue.Empty:
            return
        try:
            ended.put(_Ended(number, job(lambda message: ended.put(_Told(message)))))
        except BaseException as error:
            ended.put(_Ended(number, error=error))
