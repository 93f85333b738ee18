"""Jobs at once: kept in order, told on the calling thread, stopped promptly."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from drafter.writing.parallel import run_jobs


def _job(result: int, seconds: float = 0.0) -> Callable[[Callable[[str], None]], int]:
    def work(tell: Callable[[str], None]) -> int:
        tell(f"begun {result}")
        time.sleep(seconds)
        return result

    return work


def test_results_keep_the_order_of_the_jobs() -> None:
    told: list[str] = []
    jobs = [_job(1, 0.1), _job(2), _job(3, 0.05)]
    assert run_jobs(jobs, 3, threading.Event(), told.append) == [1, 2, 3]
    assert sorted(told) == ["begun 1", "begun 2", "begun 3"]


def test_what_is_told_arrives_on_the_calling_thread() -> None:
    threads: set[threading.Thread] = set()
    run_jobs([_job(1), _job(2)], 2, threading.Event(), lambda message: threads.add(threading.current_thread()))
    assert threads == {threading.current_thread()}


def test_no_more_jobs_run_at_once_than_there_are_workers() -> None:
    running: list[int] = []
    most: list[int] = []

    def work(tell: Callable[[str], None]) -> None:
        running.append(1)
        most.append(len(running))
        time.sleep(0.02)
        running.pop()

    run_jobs([work] * 8, 2, threading.Event(), lambda message: None)
    assert max(most) == 2


def test_a_stop_returns_at_once_and_keeps_what_is_done() -> None:
    stop = threading.Event()

    def listen(message: str) -> None:
        if message == "begun 2":  # so that the first has ended, however slow the machine
            stop.set()

    begun = time.monotonic()
    assert run_jobs([_job(1), _job(2, 30.0), _job(3)], 1, stop, listen) == [1, None, None]
    assert time.monotonic() - begun < 10


def test_an_error_of_a_job_is_raised_to_the_caller_and_stops_the_others() -> None:
    stop = threading.Event()

    def fail(tell: Callable[[str], None]) -> None:
        raise KeyError("bug")

    with pytest.raises(KeyError):
        run_jobs([fail], 1, stop, lambda message: None)
    assert stop.is_set()


def test_a_listener_that_breaks_off_stops_the_jobs() -> None:
    stop = threading.Event()

    def listen(message: str) -> None:
        raise RuntimeError("page left")

    with pytest.raises(RuntimeError):
        run_jobs([_job(1)], 1, stop, listen)
    assert stop.is_set()
