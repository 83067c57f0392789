"""One at a time: turns that threads and tasks of any event loop take at the same server.

A bridge answers one request at a time, and parallel ones with 503 (Bridge API 1.13.3, "FAQ"). All
clients of one bridge in the process therefore queue here, in the order in which they came.
"""

from __future__ import annotations

import sys
import threading
from collections import deque
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Generator

    from .clock import Clock

_GRACE: Final = 30.0


@attrs.define(eq=False)
class Ticket:
    """A place in the queue.

    It is good until ``ends``, then ``too_late`` makes the error; ``gap`` seconds must lie between
    the turn before and its own; ``wake`` is called, from any thread, when to ask again.
    """

    ends: float
    too_late: Callable[[], Exception]
    gap: float = 0.0
    wake: Callable[[], object] = int


class Turns:
    """The queue of one server: who holds the turn, who waits, and when the last turn ended."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._queue: deque[Ticket] = deque()
        self._holder: Ticket | None = None
        self._ended = float("-inf")

    def join(self, ticket: Ticket) -> None:
        """Queue up."""
        with self._lock:
            self._queue.append(ticket)

    def ask(self, ticket: Ticket, now: float) -> float | None:
        """Take the turn: 0. Not yet: the seconds of the gap, or ``None`` to wait to be woken.

        Raises what the ticket's ``too_late`` makes when there is no time left to wait.
        """
        if now >= ticket.ends:
            raise ticket.too_late()
        with self._lock:
            self._forget_expired(now)
            if self._holder is not None or not self._queue or self._queue[0] is not ticket:
                return None
            gap = self._ended + ticket.gap - now
            if gap <= 0:
                self._holder = self._queue.popleft()
                return 0.0
        if now + gap >= ticket.ends:
            raise ticket.too_late()
        return gap

    def _forget_expired(self, now: float) -> None:
        # A task whose event loop has stopped for good never leaves by itself.
        while self._queue and self._queue[0].ends <= now:
            self._queue.popleft()
        if self._holder is not None and self._holder.ends + _GRACE <= now:
            self._holder = None

    def leave(self, ticket: Ticket, now: float) -> None:
        """End the turn, or give up waiting for it."""
        with self._lock:
            if self._holder is ticket:
                self._holder, self._ended = None, now
            elif ticket in self._queue:
                self._queue.remove(ticket)
            waiting = [other for other in self._queue if other.ends > now]
        for other in waiting:
            try:
                other.wake()
            except RuntimeError:  # its event loop is closed
                continue
            break


@contextmanager
def turn(turns: Turns, ticket: Ticket, clock: Clock) -> Generator[None]:
    """Wait for the turn in this thread, and hold it while the block runs."""
    turns.join(ticket)
    try:
        if turns.ask(ticket, clock.now()) != 0:
            _wait(turns, ticket, clock)
        yield
    finally:
        turns.leave(ticket, clock.now())


def _wait(turns: Turns, ticket: Ticket, clock: Clock) -> None:
    event = threading.Event()
    ticket.wake = event.set
    while (pause := turns.ask(ticket, clock.now())) != 0:
        if pause is None:
            event.wait(ticket.ends - clock.now())
            event.clear()
        else:
            clock.sleep(pause)


@asynccontextmanager
async def aturn(turns: Turns, ticket: Ticket, clock: Clock) -> AsyncGenerator[None]:
    """As :func:`turn`, in this task."""
    turns.join(ticket)
    try:
        if turns.ask(ticket, clock.now()) != 0:
            await _await(turns, ticket, clock)
        yield
    finally:
        turns.leave(ticket, clock.now())


async def _await(turns: Turns, ticket: Ticket, clock: Clock) -> None:
    import anyio  # noqa: PLC0415 - synchronous clients need no event loop

    event = anyio.Event()
    ticket.wake = _from_any_thread(lambda: event.set())  # noqa: PLW0108 - of the event by then
    while (pause := turns.ask(ticket, clock.now())) != 0:
        if pause is None:
            with anyio.move_on_after(ticket.ends - clock.now()):
                await event.wait()
            event = anyio.Event()
        else:
            await clock.asleep(pause)


def _from_any_thread(function: Callable[[], object]) -> Callable[[], object]:
    import asyncio  # noqa: PLC0415 - as above

    trio: Any = sys.modules.get("trio")
    if trio is not None:
        try:
            return partial(trio.lowlevel.current_trio_token().run_sync_soon, function)
        except RuntimeError:  # this task belongs to asyncio
            pass
    return partial(asyncio.get_running_loop().call_soon_threadsafe, function)


_TURNS: Final[dict[str, Turns]] = {}
_TURNS_LOCK: Final = threading.Lock()


def turns_at(server: str) -> Turns:
    """The turns at a server, the same for everyone in this process who names it the same way."""
    with _TURNS_LOCK:
        return _TURNS.setdefault(server, Turns())
