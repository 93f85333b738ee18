"""Writing in the background."""

import threading
import time
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from drafter.errors import ModelError
from drafter.models import Section
from drafter.ui import jobs
from drafter.ui.jobs import Job
from drafter.writing.events import Event


def a_job(name: str, saved: list[str]) -> Job:
    return Job(name, {"a": "甲", "b": "乙"}, lambda s: saved.append(s.text))


def done(key: str, text: str) -> Event:
    return Event("done", key, key, text, Section(key=key, heading=key, text=text, origin="model"))


def wait_until(true: Callable[[], bool]) -> None:
    limit = time.monotonic() + 5
    while not true():
        assert time.monotonic() < limit
        time.sleep(0.01)


def test_each_section_is_saved_as_it_is_done():
    saved: list[str] = []
    job = a_job("w1", saved)

    def work(job: Job) -> None:
        job.listen(Event("started", "a", "甲"))
        job.listen(done("a", "文甲"))
        job.listen(Event("started", "b", "乙"))

    assert jobs.start(job, work)
    wait_until(lambda: not job.running)
    assert saved == ["文甲"]
    assert job.finished_keys == ("a",)
    assert job.states["b"] == "writing"


def test_a_second_click_starts_nothing():
    gate = threading.Event()
    first = a_job("w2", [])
    assert jobs.start(first, lambda _: gate.wait(5) and None)
    assert not jobs.start(a_job("w2", []), lambda _: None)
    assert jobs.find("w2") is first
    gate.set()
    wait_until(lambda: not first.running)


def test_stop_is_at_once_keeps_what_is_done_and_takes_nothing_more():
    saved: list[str] = []
    gate = threading.Event()
    job = a_job("w3", saved)

    def hanging(job: Job) -> None:
        job.listen(done("a", "文甲"))
        gate.wait(5)
        job.listen(done("b", "迟到"))

    jobs.start(job, hanging)
    wait_until(lambda: bool(saved))
    jobs.stop("w3")
    assert not job.running
    gate.set()
    time.sleep(0.05)
    assert saved == ["文甲"]
    assert jobs.start(a_job("w3", []), lambda _: None)


def test_an_error_for_staff_is_kept_for_the_page():
    job = a_job("w4", [])

    def failing(_: Job) -> None:
        raise ModelError("模型不通")

    jobs.start(job, failing)
    wait_until(lambda: not job.running)
    assert job.error == "模型不通"


def test_a_bug_ends_the_job_with_a_sentence_and_not_in_silence(caplog):
    job = a_job("w5", [])

    def broken(_: Job) -> None:
        raise KeyError("bug")

    jobs.start(job, broken)
    wait_until(lambda: not job.running)
    assert "程序出错" in job.error
    assert "the writer broke off" in caplog.text


def test_writing_that_broke_off_is_told_with_its_reason_and_not_as_stopped():
    def page() -> None:
        import time

        from drafter.errors import StoreError
        from drafter.models import FactSheet
        from drafter.structure.skeletons import load_skeleton
        from drafter.ui import jobs, progress
        from drafter.ui.jobs import Job
        from drafter.writing.events import WritingOptions
        from drafter.writing.writer import write_document

        def full(_: object) -> None:
            raise StoreError("文稿存不进去")

        job = Job("w", {"opening": "开头"}, full)
        sheet = FactSheet(unit="和平社区", period="2025年度")
        options = WritingOptions(stop=job.stop)

        def write(job: Job) -> None:
            write_document(sheet, load_skeleton("annual_summary"), None, job.listen, options)

        jobs.start(job, write)
        while job.running:
            time.sleep(0.01)
        progress.draw(job, busy=False)

    app = AppTest.from_function(page, default_timeout=30).run()
    assert [e.value for e in app.error] == ["文稿存不进去"]
    assert not app.info
