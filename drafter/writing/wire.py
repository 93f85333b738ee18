"""The connection of one reply, which another thread may hang up at any moment, also before the server has answered.

Closing a socket doesn't wake the thread that reads from it; shutting it down does, and the server sees it at once. The
socket is kept as a duplicate, since a TLS handshake takes the original away.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from typing import Any

_here = threading.local()


class Wire:
    """What can be hung up: the socket of a request, as soon as there is one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._hung_up = False

    def hang_up(self) -> None:
        """End the connection, or the one that is just being made."""
        with self._lock:
            self._hung_up = True
            self._shut()

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Take the connections that this thread's requests open in here, and let go of them at the end."""
        _here.wire = self
        try:
            yield
        finally:
            del _here.wire
            with self._lock:
                self._let_go()

    def note(self, event: str, info: dict[str, Any]) -> None:
        """Keep the socket of a connection that has come about; called by the HTTP package with all that it does."""
        if not event.endswith(".connect_tcp.complete"):
            return
        made = info["return_value"].get_extra_info("socket")
        if isinstance(made, socket.socket):
            with self._lock:
                self._let_go()
                self._socket = made.dup()
                if self._hung_up:
                    self._shut()

    def _shut(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError):  # The server may have gone first.
                self._socket.shutdown(socket.SHUT_RDWR)

    def _let_go(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None


def watch(request: Any) -> None:
    """Have the thread's wire told of a request's connection; a hook of the HTTP client, called before it sends."""
    wire = getattr(_here, "wire", None)
    if wire is not None:
        request.extensions["trace"] = wire.note
