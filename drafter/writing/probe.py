"""Tries a model with one word, for the button 测试连接."""

from __future__ import annotations

import time
from collections.abc import Generator

from drafter.errors import ModelError
from drafter.writing import model_errors
from drafter.writing.answers import Ending
from drafter.writing.model import ChatModel

_PROBED = 100
"""Characters after which a reply that should be one word need not be read on."""


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
