"""Looks at addresses from this machine, without a client: who is there, and what does it say?

Nothing is sent but a ``GET /info`` without credentials, and that only on request.
"""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from email.parser import HeaderParser
from enum import Enum
from ipaddress import ip_address
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from nuki.subscriptions import addresses_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nuki.subscriptions import Resolve

Connect: TypeAlias = Callable[[tuple[str, int], float], socket.socket]

_LONGEST_HEAD: Final = 1 << 14
_MOST_ADDRESSES: Final = 3
_STATUS_LINE: Final = re.compile(rb"HTTP/1\.[01] (\d{3})")
_PROXY_HEADERS: Final = (
    "Via",
    "Proxy-Authenticate",
    "Proxy-Connection",
    "X-Cache",
    "X-Squid-Error",
)
_PROXY_STATUS: Final = 407


class Reach(Enum):
    """How far a look at an address came; the value says it in words."""

    NAME_UNKNOWN = "its name is not known"
    REFUSED = "the connection is refused"
    NO_ROUTE = "there is no way to it"
    TOO_SLOW = "no connection in time"
    CONNECTED = "it takes connections"
    CLOSED = "it ends the connection without an answer"
    SILENT = "it takes the connection and says nothing"
    NO_HTTP = "it speaks another language than HTTP"
    HTTP = "it speaks HTTP"


@attrs.frozen
class Look:
    """What a look at an address showed; ``status`` and ``headers`` of an answer over HTTP."""

    reach: Reach
    status: int = 0
    headers: Mapping[str, str] = attrs.field(factory=dict[str, str], repr=False)


def shows_proxy(status: int, headers: Mapping[str, str]) -> bool:
    """Whether an answer came through a proxy, or from one (RFC 9110, sections 7.6.3 and 15.5.8)."""
    names = {name.lower() for name in headers}
    return status == _PROXY_STATUS or any(name.lower() in names for name in _PROXY_HEADERS)


@attrs.frozen
class Network:
    """The network as this machine sees it.

    ``resolve`` looks up the addresses of a name; ``connect`` opens a connection to an address and
    port within so many seconds, or raises :class:`OSError`. ``timeout`` bounds in seconds the
    looking up, the connecting, and the answering, each by itself.
    """

    resolve: Resolve = addresses_of
    connect: Connect = socket.create_connection
    timeout: float = 3.0

    def look(self, host: str, port: int) -> Look:
        """See whether anybody takes connections there; nothing is sent."""
        found = self._connected(host, port)
        if isinstance(found, Look):
            return found
        found.close()
        return Look(Reach.CONNECTED)

    def listen(self, host: str, port: int) -> Look:
        """See what answers there to a ``GET /info`` without credentials."""
        found = self._connected(host, port)
        if isinstance(found, Look):
            return found
        shown = f"[{host}]" if ":" in host else host
        request = (
            f"GET /info HTTP/1.1\r\nHost: {shown}:{port}\r\nUser-Agent: nuki-sdk\r\n"
            "Accept: application/json\r\nConnection: close\r\n\r\n"
        )
        with found:
            with suppress(OSError):  # what it says may have come already
                found.sendall(request.encode("ascii", "replace"))
            head, ended = self._head(found)
        if not head:
            return Look(Reach.CLOSED if ended else Reach.SILENT)
        status = _STATUS_LINE.match(head)
        if status is None:
            return Look(Reach.NO_HTTP)
        fields = head.partition(b"\r\n\r\n")[0].partition(b"\r\n")[2].decode("latin-1")
        return Look(Reach.HTTP, int(status[1]), dict(HeaderParser().parsestr(fields).items()))

    def _connected(self, host: str, port: int) -> socket.socket | Look:
        addresses = self._addresses(host)
        if not addresses:
            return Look(Reach.NAME_UNKNOWN)
        failures: list[Reach] = []
        for address in addresses[:_MOST_ADDRESSES]:
            try:
                return self.connect((address, port), self.timeout)
            except ConnectionRefusedError:
                failures.append(Reach.REFUSED)
            except TimeoutError:
                failures.append(Reach.TOO_SLOW)
            except OSError:
                failures.append(Reach.NO_ROUTE)
        return Look(failures[0])

    def _addresses(self, host: str) -> Sequence[str]:
        """The addresses of a host. The system's resolver knows no time-outs; a thread asks it."""
        try:
            return [str(ip_address(host))]
        except ValueError:
            pass
        answers: SimpleQueue[Sequence[str] | BaseException] = SimpleQueue()

        def resolve() -> None:
            try:
                answers.put(self.resolve(host))
            except BaseException as error:  # noqa: BLE001 - it is raised where the answer is awaited
                answers.put(error)

        threading.Thread(target=resolve, name="nuki-diagnosis", daemon=True).start()
        try:
            found = answers.get(timeout=self.timeout)
        except Empty:
            return []
        if isinstance(found, BaseException):
            raise found
        return found

    def _head(self, connection: socket.socket) -> tuple[bytes, bool]:
        """What comes until the head of an answer is complete, and whether the sender ended it."""
        ends, head = monotonic() + self.timeout, b""
        while b"\r\n\r\n" not in head and len(head) < _LONGEST_HEAD:
            left = ends - monotonic()
            if left <= 0:
                return head, False
            connection.settimeout(left)
            try:
                received = connection.recv(_LONGEST_HEAD)
            except TimeoutError:
                return head, False
            except OSError:
                return head, True
            if not received:
                return head, True
            head += received
        return head, False
