"""A bounded queue between whoever hears of something and whoever waits for it.

Anything may put into it: another thread, a task, a callback of an event loop. It holds no lock that
an interrupt could leave locked.
"""

from __future__ import annotations

from collections import deque
from contextlib import contextmanager, suppress
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

T = TypeVar("T")


class Inbox(Generic[T]):
    """At most ``size`` things, oldest first; true while it holds any."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._items: deque[T] = deque()
        self._wakers: dict[object, Callable[[], object]] = {}

    def put(self, item: T) -> bool:
        """Add something, and wake who waits; false, and nothing added, if it is full."""
        if len(self._items) >= self.size:
            return False
        self._items.append(item)
        for key, wake in tuple(self._wakers.items()):
            try:
                wake()
            except RuntimeError:  # the event loop is closed, so that nobody waits there any more
                self._wakers.pop(key, None)
        return True

    def take(self) -> T | None:
        """Remove the oldest; ``None`` if there is none."""
        try:
            return self._items.popleft()
        except IndexError:
            return None

    def __len__(self) -> int:
        return len(self._items)

    @contextmanager
    def waking(self, wake: Callable[[], object]) -> Generator[None]:
        """Have ``wake`` called whenever something is put in, from whatever thread does it."""
        key = object()
        self._wakers[key] = wake
        try:
            yield
        finally:
            self._wakers.pop(key, None)


def wait(inbox: Inbox[T], seconds: float) -> None:
    """Wait in this thread until something is in the inbox, at most so many seconds."""
    signals: SimpleQueue[None] = SimpleQueue()
    with inbox.waking(partial(signals.put, None)):
        if not inbox:
            with suppress(Empty):
                signals.get(timeout=seconds)


async def await_(inbox: Inbox[T], seconds: float) -> None:
    """As :func:`wait`, in this task, on asyncio or trio."""
    import anyio  # noqa: PLC0415 - synchronous clients need no event loop

    from .flow import current_loop  # noqa: PLC0415 - as above

    event = anyio.Event()
    with inbox.waking(partial(current_loop()[1], event.set)):
        if not inbox:
            with anyio.move_on_after(seconds):
                await event.wait()
