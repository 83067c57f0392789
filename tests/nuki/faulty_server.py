"""A real server that fails in every way a network can, and counts what it carried out.

It stands for a bridge and for the Web API: the last number in a request's target names an action.
"""

from __future__ import annotations

import re
import socket
import struct
import threading
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from random import Random

FAULTS: Final = (
    "none",
    "refused",
    "reset-before",
    "reset-after",
    "silent",
    "slow",
    "busy",
    "limited",
)

_LINGER_AND_RESET: Final = struct.pack("ii", 1, 0)
_ACTION: Final = re.compile(rb"(?:nukiId=|/smartlock/)(\d+)")


def _answer(status: str, body: bytes, *headers: str) -> bytes:
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
    return "\r\n".join([*head, "", ""]).encode() + body


_ANSWERS: Final = {
    "none": _answer("200 OK", b'{"success": true}'),
    "busy": _answer("503 Service Unavailable", b"HTTP 503 Unavailable"),
    "limited": _answer("429 Too Many Requests", b"", "Retry-After: 0"),
}
_CARRIED_OUT: Final = frozenset({"none", "reset-after", "slow"})


class FaultyServer:
    """Each request meets a random fault; ``executed`` counts how often each action was done."""

    def __init__(self, source: Random, faults: tuple[str, ...] = FAULTS) -> None:
        self._source = source
        self._faults = faults
        self._hanging: list[socket.socket] = []
        self._closed = threading.Event()
        self.executed: Counter[int] = Counter()
        self.met: Counter[str] = Counter()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._nobody = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.closed_port: int = self._nobody.getsockname()[1]
        self._nobody.close()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def next_port(self) -> int:
        """Where the next request goes: nobody listens at the one that refuses connections."""
        if "refused" in self._faults and self._source.random() < 1 / len(self._faults):
            self.met["refused"] += 1
            return self.closed_port
        return self.port

    def close(self) -> None:
        """Stop, and let go of those who wait in vain."""
        self._closed.set()
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port), 1).close()
        self._thread.join()
        self._listener.close()
        for connection in self._hanging:
            connection.close()

    def _serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self._closed.is_set():
                connection.close()
                return
            with suppress(OSError):
                self._meet(connection)

    def _meet(self, connection: socket.socket) -> None:
        fault = self._source.choice([each for each in self._faults if each != "refused"])
        self.met[fault] += 1
        if fault != "reset-before":
            self._read(connection, carry_out=fault in _CARRIED_OUT)
        if fault in _ANSWERS:
            connection.sendall(_ANSWERS[fault])
            connection.close()
        elif fault in {"silent", "slow"}:
            self._hanging.append(connection)
        else:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_AND_RESET)
            connection.close()

    def _read(self, connection: socket.socket, *, carry_out: bool) -> None:
        received = b""
        while b"\r\n\r\n" not in received:
            received += connection.recv(65_536)
        action = _ACTION.search(received)
        if carry_out and action:
            self.executed[int(action[1])] += 1
