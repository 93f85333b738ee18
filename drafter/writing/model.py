"""The chat model: the one-method protocol that the writer needs, and the OpenAI-compatible endpoint that meets it.

Retries happen before the first token only, here and nowhere else. Keys and prompts reach no log, repr or exception.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from drafter.errors import ModelError
from drafter.writing import model_errors, warm
from drafter.writing.answers import Ending, NotAChatError, ReportedError, pieces_of
from drafter.writing.model_errors import TransientError
from drafter.writing.prompts import Message
from drafter.writing.wire import Wire, watch

if TYPE_CHECKING:
    from openai import OpenAI
    from tenacity import RetryCallState

_log = logging.getLogger(__name__)
_OPENAI_URL = "https://api.openai.com/v1"
_LOOK_EVERY = 0.1
"""Seconds after which whoever waits for a piece may say that none is wanted any more."""
_NO_KEY = "none"  # Local servers need no key, but the openai package insists on one.


_Item = str | Ending | Exception


class ChatModel(Protocol):
    """Anything that answers a chat: `stream` yields the reply piece by piece.

    A model that knows how its reply ended returns an `Ending` from its generator; a plain iterator tells nothing.
    Raises ModelError where it can't answer.
    """

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """Yield the pieces of the reply to these messages."""
        ...


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a model is waited for, in seconds, and how often a request is tried before its first token."""

    connect: float = 10
    first_token: float = 60
    silence: float = 60
    """Between two pieces of a reply, thoughts among them."""
    total: float = 300
    attempts: int = 4
    longest_pause: float = 30


class OpenAIModel:
    """A model behind any endpoint that speaks the OpenAI chat-completions protocol."""

    def __init__(self, api_key: str, base_url: str, model: str, limits: Limits | None = None) -> None:
        warm.start()
        self._limits = limits or Limits()
        self._model = model
        self._host = _checked_host(base_url or _OPENAI_URL)
        self._client = _client(_checked_key(api_key), base_url or _OPENAI_URL, self._limits)
        self._chat = self._client.chat.completions  # Read in here, not by the first request.
        self._asks_usage = True

    def stream(self, messages: Sequence[Message]) -> Generator[str, None, Ending]:
        """Yield the pieces of the reply; an empty piece says that nothing has come, or a thought. Raises ModelError.

        Whoever wants no more closes the generator: the connection is hung up, also while the server is still silent.
        """
        deadline = time.monotonic() + self._limits.total
        reply = yield from self._begin_with_retries(messages, deadline)
        try:
            return (yield from reply.pieces())
        finally:
            reply.abandon()

    def _begin_with_retries(self, messages: Sequence[Message], deadline: float) -> Generator[str, None, _Reply]:
        from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, stop_after_delay

        pauses: list[float] = []
        retrying = Retrying(
            retry=retry_if_exception_type(TransientError),
            stop=stop_after_attempt(self._limits.attempts) | stop_after_delay(self._limits.total),
            wait=_pause,
            sleep=pauses.append,  # Waited for in here, so that a stop comes through.
            reraise=True,
        )
        for attempt in retrying:
            while pauses:
                yield from _wait(pauses.pop())
            reply, problem = yield from self._begin(messages, deadline)
            with attempt:
                if problem is not None:
                    raise problem
                return reply
        raise AssertionError("tenacity raises the last problem")

    def _begin(
        self, messages: Sequence[Message], deadline: float
    ) -> Generator[str, None, tuple[_Reply, ModelError | None]]:
        """Send the request and wait for the first piece; return the reply, and why there is none."""
        reply = _Reply(self, messages, deadline)
        begun = False
        try:
            yield from reply.await_first(self._limits.first_token)
            begun = True
        except ModelError as problem:
            _log.info("model request failed before the first token: %s", type(problem).__name__)
            if isinstance(problem, TransientError) and (problem.wait or 0) > self._limits.longest_pause:
                return reply, ModelError(str(problem))
            return reply, problem
        finally:
            if not begun:
                reply.abandon()
        return reply, None

    def _open(self, messages: Sequence[Message]) -> Any:
        """Send the request, without asking for usage where the server does not know that option."""
        from openai import BadRequestError, UnprocessableEntityError

        request: dict[str, Any] = {"model": self._model, "messages": list(messages), "stream": True}
        if self._asks_usage:
            try:
                return self._chat.create(**request, stream_options={"include_usage": True})
            except (BadRequestError, UnprocessableEntityError) as error:
                if "stream_options" not in error.message:
                    raise
                self._asks_usage = False
        return self._chat.create(**request)

    def _explain(self, error: Exception) -> ModelError:
        return model_errors.explain(error, self._host, self._model)


class _Reply:
    """One reply, read on a thread of its own, so that no silence of the server can outlast the time limits."""

    def __init__(self, model: OpenAIModel, messages: Sequence[Message], deadline: float) -> None:
        self._model = model
        self._deadline = deadline
        self._items: queue.SimpleQueue[_Item] = queue.SimpleQueue()
        self._first: str | Ending = ""
        self._abandoned = False
        self._wire = Wire()
        threading.Thread(target=self._read, args=(messages,), daemon=True, name="drafter-reply").start()

    def await_first(self, seconds: float) -> Generator[str, None, None]:
        """Wait for the first piece, yielding empty ones. Raises ModelError where none comes."""
        first = yield from self._next(seconds)
        if first is None:
            raise model_errors.no_first_token(seconds)
        if isinstance(first, Exception):
            raise first
        if isinstance(first, Ending) and first.broken:
            raise model_errors.lost(self._model._host)
        self._first = first

    def pieces(self) -> Generator[str, None, Ending]:
        """Yield all pieces and return how the reply ended. Raises ModelError where it breaks off or falls silent."""
        limits = self._model._limits
        item: _Item | None = self._first
        while isinstance(item, str):
            yield item
            item = yield from self._next(limits.silence)
        if item is None and time.monotonic() >= self._deadline:
            raise model_errors.too_slow(limits.total)
        if item is None:
            raise model_errors.fell_silent(limits.silence)
        if isinstance(item, Exception):
            raise item
        return item

    def abandon(self) -> None:
        """Close the connection, also under a read that is still waiting, for the server's first word as well."""
        self._abandoned = True
        self._wire.hang_up()

    def _next(self, seconds: float) -> Generator[str, None, _Item | None]:
        """Wait for the next item, yielding empty pieces; None where none comes in time, or before the deadline."""
        until = min(time.monotonic() + seconds, self._deadline)
        while True:
            left = max(0.0, until - time.monotonic())
            try:
                return self._items.get(timeout=min(left, _LOOK_EVERY))
            except queue.Empty:
                if not left:
                    return None
            yield ""

    def _read(self, messages: Sequence[Message]) -> None:
        """Read the whole reply into the queue; whatever goes wrong is raised again by whoever takes it out."""
        import httpx2
        from openai import OpenAIError

        begun = False
        problem: Exception
        try:
            with self._wire.held(), self._model._open(messages) as stream:
                for item in pieces_of(stream):
                    if self._abandoned:
                        return
                    begun = True
                    self._items.put(item)
                return
        except (OpenAIError, ReportedError) as error:
            problem = model_errors.broke_off() if begun else self._model._explain(error)
        except httpx2.HTTPError:
            problem = model_errors.broke_off()
        except NotAChatError as error:
            problem = model_errors.no_chat(error.events)
        except ValueError:
            problem = model_errors.torn(begun)
        except Exception as error:
            problem = error
        self._items.put(problem)


def _pause(state: RetryCallState) -> float:
    """Return the seconds before the next try: what the server asks for, or ever longer with jitter."""
    from tenacity import wait_random_exponential

    outcome = state.outcome.exception() if state.outcome else None
    asked = outcome.wait if isinstance(outcome, TransientError) else None
    jittered = wait_random_exponential(multiplier=0.5, max=8)(state)
    return asked + min(jittered, 0.5) if asked is not None else jittered


def _wait(seconds: float) -> Generator[str, None, None]:
    """Let time pass, yielding empty pieces."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        time.sleep(min(left, _LOOK_EVERY))
        yield ""


def _client(api_key: str, base_url: str, limits: Limits) -> OpenAI:
    warm.read_in()
    import httpx2
    from openai import OpenAI

    # At DEBUG the openai package logs whole requests.
    logging.getLogger("openai").setLevel(logging.WARNING)
    timeout = httpx2.Timeout(2 * limits.total, connect=limits.connect)  # _Reply judges how long words may take
    # A connection of its own for each request: one that served before could not be hung up for this one alone.
    http = httpx2.Client(
        timeout=timeout,
        limits=httpx2.Limits(max_connections=None, max_keepalive_connections=0),
        follow_redirects=True,
        event_hooks={"request": [watch]},
    )
    return OpenAI(api_key=api_key or _NO_KEY, base_url=base_url, timeout=timeout, max_retries=0, http_client=http)


def _checked_key(api_key: str) -> str:
    key = api_key.strip()
    if not key.isascii() or any(c.isspace() or not c.isprintable() for c in key):
        raise ModelError("密钥里有空格或汉字：请重新复制完整的密钥。")
    return key


def _checked_host(base_url: str) -> str:
    try:
        parts = urlsplit(base_url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        parts, host, port = urlsplit(""), "", None
    if parts.scheme not in ("http", "https") or not host or any(c.isspace() for c in base_url):
        raise ModelError("模型服务地址不可用：请写成 https://主机/v1 或 http://主机:端口/v1 的形式。")
    return f"{host}:{port}" if port else host
