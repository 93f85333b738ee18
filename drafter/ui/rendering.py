"""Pages rendered beside the page: on a thread of its own, one file at a time, and every click is answered.

What was rendered is kept by what the file holds, for whoever shows the same content again. No Streamlit here.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from drafter.errors import DrafterError
from drafter.ui.background import failure

_KEPT = 8
_lock = threading.Lock()
_turn = threading.Lock()
"""LibreOffice takes a processor and some hundred MB: one at a time."""
_renderings: dict[str, Rendering] = {}


@dataclass(eq=False)
class Rendering:
    """The pages of one file. The page reads it, the thread writes it."""

    pages: tuple[bytes, ...] = ()
    error: str = ""
    ended: bool = False
    began: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        """How long it has been running."""
        return time.monotonic() - self.began


def begin(digest: str, render: Callable[[], tuple[bytes, ...]]) -> Rendering:
    """Return the rendering of the content that has this digest; it begins now where there is none yet."""
    with _lock:
        found = _renderings.pop(digest, None)
        rendering = _renderings[digest] = found or Rendering()
        ended = [key for key, kept in _renderings.items() if kept.ended and key != digest]
        for key in ended[: max(0, len(_renderings) - _KEPT)]:
            del _renderings[key]
    if not found:
        threading.Thread(target=_run, args=(rendering, render), daemon=True, name="rendering").start()
    return rendering


def forget_failure(digest: str) -> None:
    """Forget that the rendering of this content failed, so that it is tried again."""
    with _lock:
        found = _renderings.get(digest)
        if found and found.error:
            del _renderings[digest]


def _run(rendering: Rendering, render: Callable[[], tuple[bytes, ...]]) -> None:
    def work() -> None:
        with _turn:
            rendering.pages = render()
        if not rendering.pages:
            raise DrafterError("没有排出一页，请直接下载后用 Word 打开查看。")

    rendering.error = failure(work, "the rendering", "排出页面时程序出错，请直接下载后用 Word 打开查看。")
    rendering.ended = True
