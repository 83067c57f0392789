"""A server on the loopback interface that does to each request what the request asks for.

It counts how often each action, known by its number in the URL, was carried out.
"""

from __future__ import annotations

import asyncio
import re
import socket
import struct
import threading
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Self

from .faults import Fault

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from types import TracebackType

FAULT: Final = "X-Fault"
_FAULT: Final = re.compile(rb"x-fault: (\S+)", re.IGNORECASE)
_LENGTH: Final = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
ACTION: Final = re.compile(r"(?:nukiId=|/smartlock/)(\d+)")
_HOST: Final = "127.0.0.1"
_RESET: Final = struct.pack("ii", 1, 0)


def _answer(status: str, body: str, *headers: str) -> bytes:
    head = (f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers)
    return "\r\n".join((*head, "", body)).encode()


_DONE: Final = _answer("200 OK", '{"success": true}', "Content-Type: application/json")
_BUSY: Final = _answer("503 Service Unavailable", "HTTP 503 Unavailable", "Content-Type: text/html")
_LIMITED: Final = _answer("429 Too Many Requests", "", "Retry-After: 0")

_ANSWERS: Final = {
    Fault.LIMITED: _LIMITED,
    Fault.BUSY: _BUSY,
    Fault.BUSY_AFTER: _BUSY,
    Fault.TRUNCATED: _DONE[:-8],
    Fault.NONE: _DONE,
}
_BREAK: Final = {Fault.RESET_BEFORE, Fault.RESET_AFTER, Fault.TRUNCATED}


class FaultyServer:
    """Serves from a thread until the block ends; ``late`` is how many seconds late "late" is."""

    def __init__(self, *, late: float) -> None:
        self._late = late
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._open: set[asyncio.Task[None]] = set()
        self._nobody = socket.socket()
        self._nobody.bind((_HOST, 0))  # taken, so that nobody else listens there either
        self.executed: Counter[int] = Counter()

    def port(self, fault: Fault) -> int:
        """Where to send a request for this to happen to it."""
        elsewhere = {Fault.REFUSED: self._nobody, Fault.RESET_AT_ONCE: self._rude}
        found: int = elsewhere.get(fault, self._listener).getsockname()[1]
        return found

    @property
    def url(self) -> str:
        return f"http://{_HOST}:{self.port(Fault.NONE)}"

    def __enter__(self) -> Self:
        self._thread.start()
        self._run(self._listen())
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._run(self._finish())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._nobody.close()

    def _run(self, coroutine: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(coroutine, self._loop).result()

    async def _listen(self) -> None:
        self._servers = [
            await asyncio.start_server(connected, _HOST, 0)
            for connected in (self._converse, self._reset_at_once)
        ]
        self._listener, self._rude = (server.sockets[0] for server in self._servers)

    async def _finish(self) -> None:
        for server in self._servers:
            server.close()
        await asyncio.sleep(2 * self._late)  # for what is yet to be carried out
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    async def _reset_at_once(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        _reset(writer)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._open.add(task)
        task.add_done_callback(self._open.discard)
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while not writer.is_closing():
                await self._meet(reader, writer)
        writer.close()

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length, asked_for = _LENGTH.search(head), _FAULT.search(head)
        action = ACTION.search(head.decode())
        assert asked_for
        assert action
        await reader.readexactly(int(length[1]) if length else 0)
        fault = Fault(asked_for[1].decode())
        if fault is Fault.SILENT:
            await reader.readexactly(1)  # nothing comes: the caller gives up
        if fault is Fault.LATE:
            await asyncio.sleep(self._late)
        if fault.moves:
            self.executed[int(action[1])] += 1
        writer.write(_ANSWERS.get(fault, b""))
        if fault in _BREAK:
            _reset(writer)


def _reset(writer: asyncio.StreamWriter) -> None:
    """Break the connection, so that the other side gets an error instead of an end."""
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
    writer.transport.abort()
