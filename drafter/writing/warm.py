"""What the first document of a process would otherwise wait for, made ready once on a thread of its own.

A short document is written by a model that only pretends, so that packages are read in, prompts compiled and tables
built while staff still fill in their form, or while the first request is on its way. Nothing is sent or kept.
"""

from __future__ import annotations

import importlib
import logging
import threading
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from drafter.models import Fact, FactSheet
from drafter.structure.skeletons import load_skeleton
from drafter.writing.prompts import Message

_log = logging.getLogger(__name__)
_PACKAGES = ("tenacity", "openai.resources.chat.completions")
_READING = threading.Lock()
_REPLY = (
    'data: {"id":"","choices":[{"index":0,"delta":{"content":"好"}}],"usage":{"prompt_tokens":1}}\n\ndata: [DONE]\n\n'
)
"""What answers the request that never leaves: the openai package looks up its types at the first request and reply."""
_SHEET = FactSheet(
    unit="样例社区",
    period="2025年",
    facts=(
        Fact(topic="volunteer", label="注册志愿者", value="326", unit="名", previous="298"),
        Fact(topic="environment", text="3月开展清洁日活动"),
    ),
).with_ids()


class _Pretended:
    """A model that gives back the first fact, and a wrong figure beside it."""

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """Yield one reply."""
        yield "社区有注册志愿者{{F1}}，比上年增长{{F1.growth}}，约三百人参加。3月开展清洁日活动。"


def read_in() -> None:
    """Read in the packages that a model needs, one thread at a time.

    The modules of openai import each other in circles: a second thread in the middle of that meets half-read ones.
    """
    with _READING:
        for package in _PACKAGES:
            importlib.import_module(package)


@cache
def start() -> threading.Thread:
    """Begin to make everything ready; return the thread that does so, the same one for the whole process."""
    thread = threading.Thread(target=_make_ready, daemon=True, name="drafter-warm")
    thread.start()
    return thread


def _ask_nobody() -> None:
    import httpx2
    from openai import OpenAI

    nobody = httpx2.MockTransport(
        lambda _: httpx2.Response(200, text=_REPLY, headers={"content-type": "text/event-stream"})
    )
    with httpx2.Client(transport=nobody) as http:
        chat = OpenAI(api_key="none", base_url="http://localhost", http_client=http).chat.completions
        messages: Any = [{"role": "user", "content": "写"}]
        list(chat.create(model="none", messages=messages, stream=True, stream_options={"include_usage": True}))


def _make_ready() -> None:
    from drafter.writing.writer import write_document  # The writer knows the model, which begins this.

    try:
        # First what needs no package: it goes on while whoever makes a model reads the packages in.
        write_document(_SHEET, load_skeleton(_SHEET.document), _Pretended())
        read_in()
        _ask_nobody()
    except Exception as problem:  # Whoever writes next meets the same problem, and tells it where it can be seen.
        _log.info("nothing was made ready: %s", type(problem).__name__)
