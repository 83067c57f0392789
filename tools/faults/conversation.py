"""One connection, seen from the server: bytes in, bytes out, and every way to end it."""

from __future__ import annotations

import asyncio
import re
import socket
import ssl
import struct
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from .server import Host

_ACTION: Final = re.compile(rb"(?:nukiId=|/smartlock/)(\d+)")
_LENGTH: Final = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CREDENTIALS: Final = re.compile(rb"[?&](?:ctoken|hash|token)=([^& ]+)|: Bearer ([^\r]+)")
_RESET: Final = struct.pack("ii", 1, 0)
_CHUNK: Final = 65_536


class GoneError(Exception):
    """The other side has ended the connection."""


class Peer:
    """The other side of a connection, with or without TLS."""

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection
        self._loop = asyncio.get_running_loop()
        self._tls: ssl.SSLObject | None = None
        self._received, self._to_send = ssl.MemoryBIO(), ssl.MemoryBIO()
        connection.settimeout(0)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    async def handshake(
        self, context: ssl.SSLContext, replied: Callable[[], None] = lambda: None
    ) -> None:
        """Speak TLS from here on; ``replied`` is called when the other side may send a request."""
        tls = context.wrap_bio(self._received, self._to_send, server_side=True)
        while True:
            try:
                tls.do_handshake()
            except ssl.SSLWantReadError:
                if await self._flush():
                    replied()
                self._received.write(await self.receive())
            else:
                break
        await self._flush()
        self._tls = tls

    async def _flush(self) -> bool:
        if data := self._to_send.read():
            await self._loop.sock_sendall(self._socket, data)
        return bool(data)

    async def receive(self) -> bytes:
        """What comes next."""
        while True:
            if self._tls is not None:
                with suppress(ssl.SSLWantReadError):
                    if data := self._tls.read(_CHUNK):
                        return data
                    raise GoneError
            data = await self._loop.sock_recv(self._socket, _CHUNK)
            if not data:
                raise GoneError
            if self._tls is None:
                return data
            self._received.write(data)

    async def send(self, data: bytes) -> None:
        """All of it."""
        if self._tls is None:
            await self._loop.sock_sendall(self._socket, data)
        else:
            self._tls.write(data)
            await self._flush()

    def close(self) -> None:
        """End it in the usual way; a reset if something came that nobody read."""
        self._socket.close()

    def will_reset(self) -> None:
        """When it is closed, the other side gets an error instead of an end."""
        with suppress(OSError):
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)

    def reset(self) -> None:
        """Break it."""
        self.will_reset()
        self._socket.close()


@dataclass(frozen=True, slots=True)
class Received:
    """A request: its bytes, and the number of the action that it asks for."""

    head: bytes
    body: bytes
    action: int

    @property
    def credentials(self) -> tuple[bytes, ...]:
        return tuple(query or header for query, header in _CREDENTIALS.findall(self.head))


class Exchange:
    """What a fault does with one request, or with a connection before any."""

    def __init__(self, host: Host, peer: Peer) -> None:
        self.host = host
        self.peer = peer
        self.is_kept = False
        self._buffer = b""
        self._request: Received | None = None

    async def begun(self) -> None:
        """Wait until something of a request is there."""
        if not self._buffer:
            self._buffer = await self.peer.receive()

    async def head(self) -> bytes:
        """Read up to the blank line."""
        while b"\r\n\r\n" not in self._buffer:
            self._buffer += await self.peer.receive()
        return self._buffer.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"

    async def request(self) -> Received:
        """Read all of it."""
        if self._request is None:
            head = await self.head()
            length = _LENGTH.search(head)
            end = len(head) + (int(length[1]) if length else 0)
            while len(self._buffer) < end:
                self._buffer += await self.peer.receive()
            action = _ACTION.search(head)
            body = self._buffer[len(head) : end]
            self._request = Received(head, body, int(action[1]) if action else -1)
            self.host.ledger.saw(self._request)
        return self._request

    async def carry_out(self) -> None:
        """Do what is asked for."""
        self.host.ledger.carry_out((await self.request()).action)

    async def answer(
        self, status: str = "200 OK", body: bytes | None = None, *headers: str, keep: bool = False
    ) -> None:
        """Send a proper answer."""
        await self.peer.send(await self.message(status, body, *headers))
        self.is_kept = keep

    async def message(
        self, status: str = "200 OK", body: bytes | None = None, *headers: str
    ) -> bytes:
        """A proper answer, to be sent by pieces."""
        body = await self.success() if body is None else body
        lines = (f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers)
        return "\r\n".join((*lines, "", "")).encode() + body

    async def success(self) -> bytes:
        """The body that says that it was done, and for which action."""
        return b'{"success": true, "state": 1, "forId": %d}' % (await self.request()).action

    async def while_they_last(self, every: float) -> AsyncIterator[None]:
        """Go on and on, though not for ever: the faulty side must not hang the program."""
        ends = monotonic() + self.host.endless
        while monotonic() < ends:
            yield
            await asyncio.sleep(every)

    async def silence(self) -> None:
        """Say nothing until the other side gives up, though not for ever."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self.host.endless):
                while True:
                    await self.peer.receive()

    async def later(self) -> None:
        """Wait until the other side must have given up."""
        with self.host.busy():
            await asyncio.sleep(self.host.late)
