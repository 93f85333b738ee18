"""What runs on a thread beside the page fails with a sentence that the page can show. No Streamlit here."""

from __future__ import annotations

import logging
from collections.abc import Callable

from drafter.errors import DrafterError

_log = logging.getLogger(__name__)


def failure(work: Callable[[], object], what: str, bug: str) -> str:
    """Do the work and return what to tell of its failure: a known reason's own sentence, or `bug`; empty when done.

    `what` names the work in the terminal, which gets the traceback of a bug.
    """
    try:
        work()
    except DrafterError as e:
        return str(e)
    except Exception:
        # The page must learn that the work is over, whatever went wrong.
        _log.exception("%s broke off", what)
        return bug
    return ""
