"""Time as calls see it, in one value, so that tests can pass a time of their own."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


async def _sleep(seconds: float) -> None:
    import anyio  # noqa: PLC0415 - synchronous clients need no event loop

    await anyio.sleep(seconds)


@attrs.frozen
class Clock:
    """``now`` in seconds from any start, never going back; two ways to let them pass."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] = time.sleep
    asleep: Callable[[float], Awaitable[object]] = _sleep
