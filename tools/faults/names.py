"""Names that lead nowhere, or slowly: a resolver for this process, in front of the system's.

Names are looked up in one place by every client, threads and event loops alike, and there is no
other way to have one whose look-up hangs.
"""

from __future__ import annotations

import re
import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Self

if TYPE_CHECKING:
    from collections.abc import Callable

DOMAIN: Final = "faults.invalid"
_NAME: Final = re.compile(rf"(dead|six|stalled|unknown|second)-\d+\.{re.escape(DOMAIN)}")
_ADDRESS: Final = "127.0.0.1"
_NOBODY: Final = "127.0.0.9"
_DEAD: Final = tuple(f"127.0.0.{number}" for number in range(11, 17))
_ADDRESSES: Final = {
    "dead": _DEAD[:1],
    "six": _DEAD,
    "stalled": (_ADDRESS,),
    "second": (_NOBODY, _ADDRESS),
}
_MORE_THAN_FIT: Final = 3


class Names:
    """What each name under :data:`DOMAIN` means.

    ``dead`` and ``six`` have one or six addresses that never answer, ``stalled`` takes
    ``stalled_for`` seconds to be looked up, ``unknown`` does not exist, and ``second`` has an
    address where nobody listens before the right one.
    """

    def __init__(self, stalled_for: float) -> None:
        self._stalled_for = stalled_for
        self._system: Callable[..., Any] = socket.getaddrinfo
        self._closing = threading.Event()
        self._taken: list[socket.socket] = []
        self.dead_port = 0

    def __enter__(self) -> Self:
        for address in _DEAD:
            listener = socket.socket()
            self._taken.append(listener)
            listener.bind((address, self.dead_port))
            self.dead_port = listener.getsockname()[1]
            listener.listen(0)
            # Nobody accepts; once its queue is full, the system answers no one else.
            for _ in range(_MORE_THAN_FIT):
                caller = socket.socket()
                self._taken.append(caller)
                caller.settimeout(0)
                with suppress(BlockingIOError):
                    caller.connect((address, self.dead_port))
        self._system = socket.getaddrinfo
        socket.getaddrinfo = self._look_up
        return self

    def __exit__(self, *_exception: object) -> None:
        self._closing.set()
        socket.getaddrinfo = self._system
        for each in self._taken:
            each.close()

    def _look_up(self, host: Any, port: Any, *arguments: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else str(host)
        found = _NAME.fullmatch(name)
        if found is None:
            return self._system(host, port, *arguments, **options)
        what = found[1]
        flags = arguments[3] if len(arguments) > 3 else options.get("flags", 0)
        if what == "unknown" or flags & socket.AI_NUMERICHOST:  # trio first asks for numbers
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if what == "stalled":
            self._closing.wait(self._stalled_for)
        kind, protocol = socket.SOCK_STREAM, socket.IPPROTO_TCP
        number = int(port or 0)
        return [
            (socket.AF_INET, kind, protocol, "", (address, number)) for address in _ADDRESSES[what]
        ]
