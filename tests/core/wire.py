"""A server on the loopback interface that answers as it is told, byte by byte."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


class Wire:
    """Gives each request, as it came, to a function whose bytes it sends.

    Where it returns ``None``, the connection ends. ``connections`` counts these, ``gone`` is set
    when a client hung up.
    """

    def __init__(self, answer: Callable[[bytes], Iterable[bytes] | None]) -> None:
        self._answer = answer
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.requests: list[bytes] = []
        self.connections = 0
        self.gone = threading.Event()
        self.port: int = self._socket.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection = self._socket.accept()[0]
                self.connections += 1
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            while request := _request(connection):
                self.requests.append(request)
                parts = self._answer(request)
                if parts is None:
                    return
                for part in parts:
                    connection.sendall(part)
            self.gone.set()
            return
        self.gone.set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):  # some systems wake up who accepts, others refuse this
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


def _request(connection: socket.socket) -> bytes:
    found = connection.recv(65_536)
    length = _LENGTH.search(found)
    while length and len(found.partition(b"\r\n\r\n")[2]) < int(length[1]):
        found += connection.recv(65_536)
    return found


def answer(body: bytes = b"{}", status: str = "200 OK", **headers: str) -> list[bytes]:
    """An answer in one part; ``Content_Encoding="gzip"`` is a header."""
    named = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return [f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{named}\r\n".encode() + body]
