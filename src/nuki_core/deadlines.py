"""Bounds in time what tasks do, on asyncio with one timer for all that a transport does at once.

``asyncio.timeout`` sets a timer for each attempt and cancels it again. That takes longer than all
else that is done around a request, and hardly any attempt ever meets its deadline.
"""

from __future__ import annotations

import asyncio
from math import inf
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from types import TracebackType
    from typing import Self


class Deadlines:
    """The deadlines of one transport, in every event loop that uses it."""

    def __init__(self) -> None:
        self._timers: dict[object, _Timer] = {}

    def after(self, seconds: float, loop: object) -> AbstractContextManager[object]:
        """Cancel what this task does in the block once so many seconds are over.

        ``loop`` is the one that runs the task. The block then ends without an exception; if
        somebody else cancels the task, it ends with that.
        """
        if not isinstance(loop, asyncio.AbstractEventLoop):
            import anyio  # noqa: PLC0415 - only trio needs it

            return anyio.move_on_after(seconds)
        timer = self._timers.get(loop)
        if timer is None:
            for each in tuple(self._timers.values()):
                if each.loop.is_closed():
                    self._timers.pop(each.loop, None)
            timer = self._timers[loop] = _Timer(loop)
        return _Deadline(timer, seconds)

    def close(self, loop: object) -> None:
        """Leave nothing to do in this event loop."""
        timer = self._timers.pop(loop, None)
        if timer is not None:
            timer.set(inf)


class _Timer:
    """Goes off at the first deadline ahead, and is set to the next one then."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.ahead: set[_Deadline] = set()
        self._when = inf
        self._handle: asyncio.TimerHandle | None = None

    def add(self, deadline: _Deadline) -> None:
        self.ahead.add(deadline)
        # Whoever leaves does not set it back: one that goes off for nothing costs less.
        if deadline.when < self._when:
            self.set(deadline.when)

    def set(self, when: float) -> None:
        if self._handle is not None:
            self._handle.cancel()
        self._when = when
        self._handle = None if when == inf else self.loop.call_at(when, self._go_off)

    def _go_off(self) -> None:
        now = self.loop.time()
        for each in self.ahead:
            if each.when <= now and not each.is_over:
                each.is_over = True
                each.task.cancel()
        self.set(min((each.when for each in self.ahead if not each.is_over), default=inf))


class _Deadline:
    __slots__ = ("_cancelling", "_timer", "is_over", "task", "when")

    def __init__(self, timer: _Timer, seconds: float) -> None:
        self._timer = timer
        self.when = timer.loop.time() + seconds
        self.is_over = False

    def __enter__(self) -> Self:
        # What is awaited runs in a task.
        self.task: asyncio.Task[Any] = asyncio.current_task(self._timer.loop)  # type: ignore[assignment]
        self._cancelling = self.task.cancelling()
        self._timer.add(self)
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool:
        self._timer.ahead.discard(self)
        # Others may have cancelled the task before, or meanwhile.
        was_cancelled_alone = self.is_over and self.task.uncancel() <= self._cancelling
        return was_cancelled_alone and exc_type is asyncio.CancelledError
