"""Callbacks that run to their end, whatever comes meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.runtime.scriptrunner import get_script_run_ctx


@contextmanager
def unbroken() -> Iterator[None]:
    """Keep what comes meanwhile waiting: the next edit, or the closing of the tab.

    Streamlit looks for it whenever the session's state is touched, and would end a callback there for good, although
    its edit counts as told. There is no public way to put that off (streamlit issue 10578).
    """
    context = get_script_run_ctx(suppress_warning=True)
    requests = context.script_requests if context else None
    if requests is None or "on_scriptrunner_yield" in vars(requests):
        yield
        return
    vars(requests)["on_scriptrunner_yield"] = lambda: None
    try:
        yield
    finally:
        del vars(requests)["on_scriptrunner_yield"]
