"""Request queues: who may send next, across threads and tasks of any event loop.

A bridge answers one request at a time, and parallel ones with 503 (Bridge API 1.13.3, "FAQ"), so
all its clients in a process share a queue with one place. A client of the Web API has a queue of
its own with as many places as it opens connections.

The order of the waiters is the whole state: whoever is among the first ``places`` has a place.
Every change is one operation of a deque, so an interrupt between two lines cannot tear it, and a
waiter whose call or time has ended no longer counts, even if an interrupt kept it from leaving.
"""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypeVar

from . import fork
from .clock import Sleep

if TYPE_CHECKING:
    from collections.abc import Callable

    from .clock import Clock
    from .flow import Flow

T = TypeVar("T")

NEVER: Final = float("-inf")
_GRACE: Final = 5.0  # seconds that a call may take to end after its time
_LOOK_AGAIN: Final = 0.1
_LOOK_AGAIN_EACH: Final = 0.01


def _nobody_waits() -> None:
    pass


class Waiter:
    """A call in a queue.

    ``is_alive`` tells whether the call still runs, ``ends`` until when it wants to, ``wake`` makes
    it look again from any thread. ``started`` is true once it has used its place.
    """

    __slots__ = ("ends", "is_alive", "started", "wake")

    def __init__(self, is_alive: Callable[[], bool]) -> None:
        self.is_alive = is_alive
        self.ends = float("inf")
        self.wake: Callable[[], object] = _nobody_waits
        self.started = False

    def counts(self, now: float) -> bool:
        """Whether it is to be waited for; a task in an event loop that stopped never leaves."""
        return self.is_alive() and now < self.ends + (_GRACE if self.started else 0)


class Wait:
    """A step of a flow: wait until the waiter may have a place, at most so many seconds."""

    __slots__ = ("queue", "seconds", "waiter")

    def __init__(self, queue: RequestQueue, waiter: Waiter, seconds: float) -> None:
        self.queue = queue
        self.waiter = waiter
        self.seconds = seconds


class RequestQueue:
    """The queue at one server: ``places`` calls at a time, in the order in which they came."""

    def __init__(self, places: int = 1) -> None:
        self.places = places
        self.after_fork()
        fork.register(self)

    def after_fork(self) -> None:
        """Forget the calls of the parent process, which go on there."""
        self._waiters: deque[Waiter] = deque()
        self._last_end = NEVER

    def join(self, is_alive: Callable[[], bool]) -> Waiter:
        """Queue up."""
        waiter = Waiter(is_alive)
        self._waiters.append(waiter)
        return waiter

    def has_place(self, waiter: Waiter, now: float) -> bool:
        """Whether it is this call's turn."""
        if len(self._waiters) <= self.places or self._is_first(waiter):
            return True
        while True:
            first: list[Waiter] = []
            with suppress(IndexError):  # others leave meanwhile
                first.extend(self._waiters[number] for number in range(self.places))
            gone = [each for each in first if not each.counts(now)]
            if not gone:
                return self._is_first(waiter)
            for each in gone:
                self.leave(each, now)

    def _is_first(self, waiter: Waiter) -> bool:
        try:
            self._waiters.index(waiter, 0, self.places)
        except ValueError:
            return False
        return True

    def look_again(self, waiter: Waiter) -> float:
        """The seconds after which it asks again whether it has a place, if nobody wakes it.

        Whoever leaves wakes the next one. This is for those who were killed before they could. Who
        stands far behind looks less often: a thousand would have nothing else to do.
        """
        try:
            before = self._waiters.index(waiter) - self.places
        except ValueError:
            before = 0
        return max(_LOOK_AGAIN, before * _LOOK_AGAIN_EACH)

    def pause(self, min_interval: float, now: float) -> float:
        """The seconds until so much time lies between the end of the last call and the next."""
        return max(self._last_end + min_interval - now, 0.0)

    def leave(self, waiter: Waiter, now: float) -> None:
        """Give the place back, or give up waiting; doing so again changes nothing."""
        if waiter.started:
            self._last_end, waiter.started = now, False
        with suppress(ValueError):
            self._waiters.remove(waiter)
        if len(self._waiters) >= self.places:
            # Others leave meanwhile, and an event loop may be closed: another look finds that.
            with suppress(IndexError, RuntimeError):
                self._waiters[self.places - 1].wake()


def hold_place(
    queue: RequestQueue, inner: Flow[T], ends: float, clock: Clock, min_interval: float = 0.0
) -> Flow[T | None]:
    """Carry out the inner flow with a place in the queue; ``None`` if there is none in time.

    ``ends`` is the time of the clock until which to wait, ``min_interval`` the seconds that have to
    lie between the end of the last call in the queue and the start of this one.
    """
    waiter: Waiter = yield queue
    try:
        waiter.ends = ends
        while True:
            now = clock.now()
            if now >= ends:
                return None
            if not queue.has_place(waiter, now):
                yield Wait(queue, waiter, min(ends - now, queue.look_again(waiter)))
            elif min_interval and (pause := queue.pause(min_interval, now)) > 0:
                if now + pause >= ends:
                    return None
                yield Sleep(pause)
            else:
                break
        waiter.started = True
        return (yield from inner)
    finally:
        queue.leave(waiter, clock.now())
        inner.close()


_QUEUES: Final[dict[str, RequestQueue]] = {}


def queue_at(server: str) -> RequestQueue:
    """The queue at a server, the same for everyone in this process who names it the same way."""
    return _QUEUES.setdefault(server, RequestQueue())
