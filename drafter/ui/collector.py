"""Keeps Python's garbage collector from stopping a page while it looks through the program itself."""

from __future__ import annotations

import gc
import threading

_settled = threading.Event()


def settle() -> None:
    """Take what is loaded by now out of the collector's view, once in a process: all but a page's own objects stays.

    Looking through the program's own objects, which never go, costs a page a fifth of a second each time.
    """
    if not _settled.is_set():
        _settled.set()
        gc.collect()
        gc.freeze()
