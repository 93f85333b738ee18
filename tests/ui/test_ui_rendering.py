"""Pages rendered beside the page."""

import threading
import time
from collections.abc import Callable

from drafter.errors import DrafterError
from drafter.ui import rendering


def wait_until(true: Callable[[], bool]) -> None:
    limit = time.monotonic() + 5
    while not true():
        assert time.monotonic() < limit
        time.sleep(0.01)


def test_content_is_rendered_once_and_kept():
    made: list[int] = []

    def render() -> tuple[bytes, ...]:
        made.append(1)
        return (b"page",)

    first = rendering.begin("kept", render)
    wait_until(lambda: first.ended)
    assert rendering.begin("kept", render) is first
    assert (first.pages, first.error, made) == ((b"page",), "", [1])


def test_a_failure_stays_until_it_is_tried_again():
    def fails() -> tuple[bytes, ...]:
        raise DrafterError("没有排出页面")

    first = rendering.begin("fails", fails)
    wait_until(lambda: first.ended)
    assert rendering.begin("fails", fails) is first
    assert first.error == "没有排出页面"
    rendering.forget_failure("fails")
    again = rendering.begin("fails", lambda: (b"page",))
    wait_until(lambda: again.ended)
    assert again.pages == (b"page",)


def test_no_page_and_a_bug_both_end_in_a_sentence():
    def breaks() -> tuple[bytes, ...]:
        raise KeyError("a bug")

    for digest, render in (("none", tuple), ("bug", breaks)):
        found = rendering.begin(digest, render)
        wait_until(lambda found=found: found.ended)
        assert "用 Word 打开查看" in found.error


def test_one_file_is_rendered_at_a_time_and_only_the_last_are_kept():
    busy, most, go_on = 0, 0, threading.Event()

    def render() -> tuple[bytes, ...]:
        nonlocal busy, most
        busy += 1
        most = max(most, busy)
        assert go_on.wait(5)
        busy -= 1
        return (b"page",)

    all_of_them = [rendering.begin(f"many {n}", render) for n in range(12)]
    go_on.set()
    wait_until(lambda: all(r.ended for r in all_of_them))
    assert most == 1
    last = rendering.begin("the last", lambda: (b"page",))
    wait_until(lambda: last.ended)
    assert rendering.begin("many 11", render) is all_of_them[11]
    assert rendering.begin("many 0", render) is not all_of_them[0]
