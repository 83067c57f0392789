"""What is posted to others: callbacks of bridges, webhooks of the Web API."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Final, TypeAlias

import attrs

_KEPT: Final = 1000


@attrs.define(eq=False)
class Post:
    """A message to a URL.

    ``status`` is what the receiver answered, ``None`` while it has not, or if it cannot be
    reached; ``done`` says whether the attempt is over.
    """

    url: str
    headers: tuple[tuple[str, str], ...] = attrs.field(repr=False)
    body: bytes = attrs.field(repr=False)
    time: float
    status: int | None = None
    done: bool = False
    _waiting: list[Callable[[Post], object]] = attrs.field(
        factory=list["Callable[[Post], object]"], repr=False
    )

    def when_done(self, listener: Callable[[Post], object]) -> None:
        """Call ``listener`` when the attempt is over, or now if it is."""
        if self.done:
            listener(self)
        else:
            self._waiting.append(listener)

    def finish(self, status: int | None) -> None:
        """Note the receiver's answer."""
        self.status, self.done = status, True
        for listener in self._waiting:
            listener(self)
        self._waiting.clear()


Receiver: TypeAlias = Callable[[Post], "int | None"]
Carrier: TypeAlias = Callable[[Post], object]


class Outbox:
    """The last thousand messages, oldest first, and who takes them.

    Without a carrier, nothing leaves the process: ``receivers`` map a URL's beginning to a
    function that returns a status, or ``None`` for "unreachable"; all other URLs answer 200.
    """

    def __init__(self) -> None:
        self.posts: deque[Post] = deque(maxlen=_KEPT)
        self.receivers: dict[str, Receiver] = {}
        self.carrier: Carrier | None = None

    def send(self, post: Post) -> None:
        """Keep the message, and hand it to the carrier or to the receiver of its URL."""
        self.posts.append(post)
        if self.carrier is not None:
            self.carrier(post)
            return
        for beginning, receiver in self.receivers.items():
            if post.url.startswith(beginning):
                post.finish(receiver(post))
                return
        post.finish(200)
