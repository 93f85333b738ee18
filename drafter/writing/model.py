"""The chat model: the one-method protocol that the writer needs, and the OpenAI-compatible endpoint that meets it.

Retries happen before the first token only, here and nowhere else. Keys and prompts reach no log, repr or exception.
"""

from __future__ import annotations

import contextlib
import logging
import queue
import socket
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

if TYPE_CHECKING:
    from openai import OpenAI
    from tenacity import RetryCallState

_log = logging.getLogger(__name__)
_OPENAI_URL = "https://api.openai.com/v1"
_PROBED = 100
"""Characters after which a reply that should be one word need not be read on."""
_NO_KEY = "none"  # Local servers need no key, but the openai package insists on one.


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
        """Yield the pieces of the reply; an empty piece says that the model is thinking. Raises ModelError."""
        deadline = time.monotonic() + self._limits.total
        reply = self._begin_with_retries(messages, deadline)
        try:
            return (yield from reply.pieces())
        finally:
            reply.abandon()

    def _begin_with_retries(self, messages: Sequence[Message], deadline: float) -> _Reply:
        from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, stop_after_delay

        retrying = Retrying(
            retry=retry_if_exception_type(TransientError),
            stop=stop_after_attempt(self._limits.attempts) | stop_after_delay(self._limits.total),
            wait=_pause,
            reraise=True,
        )
        return retrying(self._begin, messages, deadline)

    def _begin(self, messages: Sequence[Message], deadline: float) -> _Reply:
        reply = _Reply(self, messages, deadline)
        try:
            reply.await_first(self._limits.first_token)
        except ModelError as problem:
            reply.abandon()
            _log.info("model request failed before the first token: %s", type(problem).__name__)
            if isinstance(problem, TransientError) and (problem.wait or 0) > self._limits.longest_pause:
                raise ModelError(str(problem)) from None
            raise
        return reply

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
        self._items: queue.SimpleQueue[str | Ending | Exception] = queue.SimpleQueue()
        self._first: str | Ending = ""
        self._abandoned = False
        self._response: Any = None
        threading.Thread(target=self._read, args=(messages,), daemon=True, name="drafter-reply").start()

    def await_first(self, seconds: float) -> None:
        """Wait for the first piece. Raises ModelError where none comes."""
        allowed = min(seconds, self._deadline - time.monotonic())
        try:
            first = self._items.get(timeout=max(0.0, allowed))
        except queue.Empty:
            raise model_errors.no_first_token(seconds) from None
        if isinstance(first, Exception):
            raise first
        if isinstance(first, Ending) and first.broken:
            raise model_errors.lost(self._model._host)
        self._first = first

    def pieces(self) -> Generator[str, None, Ending]:
        """Yield all pieces and return how the reply ended. Raises ModelError where it breaks off."""
        item: str | Ending | Exception = self._first
        while isinstance(item, str):
            yield item
            try:
                item = self._items.get(timeout=max(0.0, self._deadline - time.monotonic()))
            except queue.Empty:
                raise model_errors.too_slow(self._model._limits.total) from None
        if isinstance(item, Exception):
            raise item
        return item

    def abandon(self) -> None:
        """Close the connection, also under a read that is still waiting."""
        self._abandoned = True
        if self._response is not None:
            _hang_up(self._response)

    def _read(self, messages: Sequence[Message]) -> None:
        """Read the whole reply into the queue; whatever goes wrong is raised again by whoever takes it out."""
        import httpx2
        from openai import OpenAIError

        begun = False
        problem: Exception
        try:
            with self._model._open(messages) as stream:
                self._response = stream.response
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


def probe(model: ChatModel) -> float:
    """Ask for one word and return the seconds until it came. Raises ModelError where none came, or the reply broke off.

    The reply is read to its end, or as far as nobody would call short: one that breaks there breaks in a section, too.
    """
    begun = time.monotonic()
    pieces = model.stream([{"role": "user", "content": "请只回答一个字：好"}])
    said, seconds = "", 0.0
    try:
        while len(said) < _PROBED:
            said += next(pieces).lstrip() if not said else next(pieces)
            seconds = seconds or (time.monotonic() - begun if said else 0.0)
    except StopIteration as stop:
        if isinstance(stop.value, Ending) and stop.value.broken and said:
            raise model_errors.broke_off() from None
    finally:
        if isinstance(pieces, Generator):
            pieces.close()
    if not said:
        raise ModelError("模型服务接通了，但回答是空的：请换一个模型再试。")
    return seconds


def _pause(state: RetryCallState) -> float:
    """Return the seconds before the next try: what the server asks for, or ever longer with jitter."""
    from tenacity import wait_random_exponential

    outcome = state.outcome.exception() if state.outcome else None
    asked = outcome.wait if isinstance(outcome, TransientError) else None
    jittered = wait_random_exponential(multiplier=0.5, max=8)(state)
    return asked + min(jittered, 0.5) if asked is not None else jittered


def _hang_up(response: Any) -> None:
    stream = response.extensions.get("network_stream")
    wire = stream.get_extra_info("socket") if stream is not None else None
    if isinstance(wire, socket.socket):
        # The plain socket's own method: that of a TLS socket would tear its state away under the reading thread.
        with contextlib.suppress(OSError):
            socket.socket.shutdown(wire, socket.SHUT_RDWR)


def _client(api_key: str, base_url: str, limits: Limits) -> OpenAI:
    warm.read_in()
    import httpx2
    from openai import OpenAI

    # At DEBUG the openai package logs whole requests.
    logging.getLogger("openai").setLevel(logging.WARNING)
    timeout = httpx2.Timeout(2 * limits.total, connect=limits.connect)  # _Reply judges how long words may take
    return OpenAI(api_key=api_key or _NO_KEY, base_url=base_url, timeout=timeout, max_retries=0)


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
