"""Time as calls see it, in one value, so that tests can pass a time of their own."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from . import inbox as inboxes
from .lazy_attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .inbox import Inbox


async def _sleep(seconds: float) -> None:
    import anyio  # noqa: PLC0415 - synchronous clients need no event loop

    await anyio.sleep(seconds)


def _date() -> datetime:
    return datetime.now(UTC)


class Sleep:
    """A step of a flow: let so many seconds pass."""

    __slots__ = ("seconds",)

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds


@frozen
class Clock:
    """``now`` in seconds from any start, never going back; two ways to let them pass.

    ``wait`` and ``await_`` let them pass until something is in an inbox. ``date`` is the date and
    time in UTC, which may go back.
    """

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] = time.sleep
    asleep: Callable[[float], Awaitable[object]] = _sleep
    wait: Callable[[Inbox[Any], float], object] = inboxes.wait
    await_: Callable[[Inbox[Any], float], Awaitable[object]] = inboxes.await_
    date: Callable[[], datetime] = _date
