"""What a chat server sends, read as pieces of text and how it ended; what is no chat is told apart from what is torn.

Knows the protocol, no retries and no words for staff.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Ending:
    """How a reply ended: cut off by the length limit or whole, and the usage, None where the server told none."""

    cut_off: bool = False
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    broken: bool = False
    """The stream stopped without a word that the reply is at its end."""


class NotAChatError(ValueError):
    """An answer in good order that is no chat completion; `events` tells data of another kind from none at all."""

    def __init__(self, events: bool) -> None:
        super().__init__("no chat completion")
        self.events = events


class ReportedError(Exception):
    """The server reports an error in an answer that says of itself that all is well."""


def pieces_of(stream: Any) -> Iterator[str | Ending]:
    """Yield the pieces of a server's answer, then how it ended; an empty piece is a thought.

    Raises NotAChatError for an answer of another kind, ReportedError for an error, ValueError for what can't be read.
    """
    if "json" in stream.response.headers.get("content-type", ""):
        yield from _whole(stream.response)
        return
    finish = ""
    usage: Any = None
    events = answered = False
    for chunk in stream:
        events = True
        usage = getattr(chunk, "usage", None) or usage
        for choice in _choices(chunk):
            answered = True
            finish = getattr(choice, "finish_reason", None) or finish
            piece = _piece(choice.delta)
            if piece is not None:
                yield piece
    if not answered:
        raise NotAChatError(events)
    yield Ending(
        cut_off=finish in ("", "length"),
        prompt_tokens=_count(getattr(usage, "prompt_tokens", None)),
        completion_tokens=_count(getattr(usage, "completion_tokens", None)),
        broken=not finish,
    )


def _choices(chunk: Any) -> list[Any]:
    """Return the choices of a chunk that have the form of a streamed chat; none where it has another."""
    choices = getattr(chunk, "choices", None)
    found = choices if isinstance(choices, list) else []
    return [c for c in found if getattr(c, "delta", None) is not None and not isinstance(c.delta, str | int | list)]


def _piece(delta: Any) -> str | None:
    """Return the words of one step, empty for a thought; None for a step that only says who speaks, or that ends."""
    content = getattr(delta, "content", None)
    if isinstance(content, str) and content:
        return content
    said = delta if isinstance(delta, dict) else delta.model_dump(exclude_none=True)
    return "" if any(said[name] for name in said if name not in ("role", "content")) else None


def _whole(response: Any) -> Iterator[str | Ending]:
    """Read the answer of a server that does not stream."""
    given = json.loads(response.read())
    if isinstance(given, dict) and given.get("error"):
        told = given["error"]
        raise ReportedError(str(told.get("message", "")) if isinstance(told, dict) else str(told))
    try:
        choice = given["choices"][0]
        content = choice["message"]["content"]
        usage = given.get("usage") or {}
        counts = _count(usage.get("prompt_tokens")), _count(usage.get("completion_tokens"))
        cut_off = choice.get("finish_reason") == "length"
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise NotAChatError(True) from error
    yield content if isinstance(content, str) else ""
    yield Ending(cut_off, *counts)


def _count(given: object) -> int | None:
    return given if isinstance(given, int) and given >= 0 else None
