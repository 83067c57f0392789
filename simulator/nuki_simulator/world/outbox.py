"""Messages that leave the simulator: callbacks of bridges, webhooks of the Web API."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

if TYPE_CHECKING:
    from .bridges import Bridge

_KEPT: Final = 1000


@attrs.define(eq=False)
class Delivery:
    """A message to a URL.

    ``bridge`` is who sends it, ``None`` for the server of the Web API. ``status`` is what the
    receiver answered, ``None`` while it has not, or if it cannot be reached, of which ``problem``
    tells the reason; ``done`` says whether the attempt is over. ``fault`` is what befell it on its
    way (:class:`~.pushes.PushFault`), empty for nothing.
    """

    url: str
    headers: tuple[tuple[str, str], ...] = attrs.field(repr=False)
    body: bytes = attrs.field(repr=False)
    time: float
    bridge: Bridge | None = None
    status: int | None = None
    done: bool = False
    problem: str = ""
    fault: str = ""
    _listeners: list[Callable[[Delivery], object]] = attrs.field(
        factory=list["Callable[[Delivery], object]"], repr=False
    )

    def when_done(self, listener: Callable[[Delivery], object]) -> None:
        """Call ``listener`` when the attempt is over, or now if it is."""
        if self.done:
            listener(self)
        else:
            self._listeners.append(listener)

    def finish(self, status: int | None, problem: str = "") -> None:
        """Note the receiver's answer, or why there is none."""
        self.status, self.problem, self.done = status, problem, True
        for listener in self._listeners:
            listener(self)
        self._listeners.clear()


Receiver: TypeAlias = Callable[[Delivery], "int | None"]
Sender: TypeAlias = Callable[[Delivery], object]


class Outbox:
    """The last thousand messages, oldest first, and who takes them.

    Without a ``sender``, nothing leaves the process: ``receivers`` map a URL's beginning to a
    function that returns a status, or ``None`` for "unreachable"; all other URLs answer 200.
    """

    def __init__(self) -> None:
        self.deliveries: deque[Delivery] = deque(maxlen=_KEPT)
        self.receivers: dict[str, Receiver] = {}
        self.sender: Sender | None = None

    def send(self, delivery: Delivery) -> None:
        """Keep a message, and hand it to the sender or to the receiver of its URL."""
        self.deliveries.append(delivery)
        if self.sender is not None:
            self.sender(delivery)
            return
        for beginning, receiver in self.receivers.items():
            if delivery.url.startswith(beginning):
                delivery.finish(receiver(delivery))
                return
        delivery.finish(200)

    def lose(self, delivery: Delivery) -> None:
        """Keep a message that arrives nowhere."""
        self.deliveries.append(delivery)
        delivery.finish(None, "lost on its way")
