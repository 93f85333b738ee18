import socket
import sys
import threading
import time

import pytest

from drafter.writing import prompts, warm
from drafter.writing.model import OpenAIModel


def test_everything_is_made_ready_once_and_without_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(*_: object) -> None:
        raise AssertionError("something was sent")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    warm.start.cache_clear()
    begun = warm.start()
    begun.join(60)
    assert not begun.is_alive()
    assert warm.start() is begun
    assert "openai.resources.chat.completions" in sys.modules
    assert "section.jinja" in str(list(prompts._environment().cache or ()))


def test_making_a_model_begins_to_make_ready_what_its_first_document_needs() -> None:
    warm.start.cache_clear()
    OpenAIModel("key", "http://127.0.0.1:9/v1", "m")
    assert warm.start.cache_info().currsize == 1
    assert warm.start().daemon, "it never keeps the program from ending"


def test_what_cannot_be_made_ready_is_told_to_the_log_alone(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(warm, "_PACKAGES", ("no_such_package",))
    with caplog.at_level("INFO"):
        warm._make_ready()
    assert "ModuleNotFoundError" in caplog.text


def test_two_threads_never_read_in_the_packages_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    inside: list[str] = []
    met: list[int] = []

    def slow(name: str) -> None:
        inside.append(name)
        time.sleep(0.02)
        met.append(len(inside))
        inside.remove(name)

    for begun in [t for t in threading.enumerate() if t.name == "drafter-warm"]:
        begun.join(60)  # One that another test began would read in here as well.
    monkeypatch.setattr(warm, "start", lambda: None)
    monkeypatch.setattr(warm.importlib, "import_module", slow)
    makers = [threading.Thread(target=OpenAIModel, args=("key", "http://127.0.0.1:9/v1", "m")) for _ in range(3)]
    threads = [*makers, threading.Thread(target=warm.read_in)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(met) == len(threads) * len(warm._PACKAGES)
    assert set(met) == {1}
