"""Time inside the simulator: it stands still until somebody lets it pass."""

from __future__ import annotations

import heapq
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

START: Final = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
"""Where virtual time begins unless told otherwise: a Monday morning."""
_ROOMY: Final = 1024
_MOMENT: Final = 0.05


@attrs.define(eq=False)
class Timer:
    """Something that will happen at ``time``, in seconds since the start; until then, cancel it."""

    time: float
    action: Callable[[], object] = attrs.field(repr=False)
    cancelled: bool = False

    def cancel(self) -> None:
        """Let it not happen."""
        self.cancelled = True


class VirtualClock:
    """Seconds since ``start``, and what is due when.

    Time passes by :meth:`advance`, each timer being due at its own moment. After :meth:`follow` it
    also keeps step with a real clock whenever :meth:`catch_up` is called, ``speed`` times as fast;
    0 stops it.
    """

    def __init__(self, start: datetime = START) -> None:
        self.start = start
        self.elapsed = 0.0
        self.speed = 1.0
        self._order = count()
        self._timers: list[tuple[float, int, Timer]] = []
        self._seconds: Callable[[], float] | None = None
        self._seen = 0.0
        self._gained = 0.0
        self._roomy = _ROOMY

    @property
    def is_virtual(self) -> bool:
        """Whether time only passes when told to."""
        return self._seconds is None

    @property
    def pending(self) -> int:
        """How many timers are still to come."""
        return sum(not timer.cancelled for _, _, timer in self._timers)

    def now(self) -> datetime:
        """Return the date and time, in UTC and in whole milliseconds, as servers tell them."""
        return self.start + timedelta(milliseconds=round(self.elapsed * 1000))

    def after(self, seconds: float, action: Callable[[], object]) -> Timer:
        """Do something in so many seconds."""
        if len(self._timers) >= self._roomy:
            self._timers = [entry for entry in self._timers if not entry[2].cancelled]
            heapq.heapify(self._timers)
            self._roomy = max(_ROOMY, 2 * len(self._timers))
        timer = Timer(self.elapsed + max(0.0, seconds), action)
        heapq.heappush(self._timers, (timer.time, next(self._order), timer))
        return timer

    def real_now(self) -> datetime:
        """Return the date and time outside: what programs see that do not live on this clock."""
        return self.now() - timedelta(seconds=self._gained)

    def advance(self, seconds: float) -> None:
        """Let time pass, and everything happen that is due on the way, in order."""
        if self._seconds is not None:
            self._gained += seconds
        self._run_to(self.elapsed + seconds)

    def _run_to(self, end: float) -> None:
        while (due := self.next_timer()) is not None and due <= end:
            _, _, timer = heapq.heappop(self._timers)
            self.elapsed = max(self.elapsed, timer.time)
            timer.action()
        self.elapsed = max(self.elapsed, end)

    def settle(self, limit: float = 86_400.0) -> None:
        """Let time pass until nothing is due any more, at most ``limit`` seconds."""
        end = self.elapsed + limit
        while (due := self.next_timer()) is not None and due <= end:
            self.advance(due - self.elapsed)

    def next_timer(self) -> float | None:
        """Tell when the next timer is due, in seconds since the start; ``None`` without one."""
        while self._timers and self._timers[0][2].cancelled:
            heapq.heappop(self._timers)
        return self._timers[0][0] if self._timers else None

    def follow(self, seconds: Callable[[], float]) -> None:
        """Keep step with a real clock such as ``time.monotonic``."""
        self._seconds = seconds
        self._seen = seconds()

    def restart(self, start: datetime) -> None:
        """Make it ``start`` now, at normal speed, and forget all timers; ``elapsed`` goes on."""
        self._timers.clear()
        self._gained = 0.0
        self.speed = 1.0
        self.start = start - timedelta(seconds=self.elapsed)

    def catch_up(self) -> None:
        """Let as much time pass as the followed clock has moved on; nothing if there is none."""
        if self._seconds is None:
            return
        seen = self._seconds()
        passed, self._seen = max(0.0, seen - self._seen), seen
        self._gained += passed * (self.speed - 1)
        self._run_to(self.elapsed + passed * self.speed)

    def real_seconds_until(self, due: float) -> float:
        """Catch up, and tell how long to sleep before asking again; 0 once ``due`` is reached.

        Not longer than a moment: the speed may be changed meanwhile.
        """
        self.catch_up()
        left = due - self.elapsed
        if left <= 0:
            return 0.0
        return min(left / self.speed, _MOMENT) if self.speed else _MOMENT
