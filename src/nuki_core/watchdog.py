"""A thread that ends calls whose time is over, where the HTTP library cannot be bounded otherwise.

Each read that a synchronous library waits for has a time-out of its own, so a server that sends a
byte now and then keeps a call busy for as long as it likes. Shutting its socket down ends that.
"""

from __future__ import annotations

import threading
from heapq import heappop, heappush
from itertools import count
from time import monotonic
from typing import TYPE_CHECKING, Any
from weakref import WeakMethod

from . import fork

if TYPE_CHECKING:
    from collections.abc import Callable


class Watchdog:
    """Calls bound methods when their time has come, unless their objects are gone by then."""

    def __init__(self) -> None:
        self.after_fork()
        fork.register(self)

    def after_fork(self) -> None:
        """Start over: the thread lives in the parent process only."""
        self._schedule = _Schedule()
        self._thread: threading.Thread | None = None

    def at(self, moment: float, method: Callable[[], object]) -> None:
        """Call the method at that time of the monotonic clock."""
        self._schedule.add(moment, WeakMethod(method))
        if self._thread is None:
            self._thread = threading.Thread(target=self._schedule.run, name="nuki", daemon=True)
            self._thread.start()


class _Schedule:
    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._numbers = count()
        self._due: list[tuple[float, int, WeakMethod[Any]]] = []

    def add(self, moment: float, method: WeakMethod[Any]) -> None:
        entry = (moment, next(self._numbers), method)
        with self._changed:
            heappush(self._due, entry)
            if self._due[0] is entry:
                self._changed.notify()

    def run(self) -> None:
        while True:
            with self._changed:
                while not self._due or self._due[0][0] > monotonic():
                    self._changed.wait(self._due[0][0] - monotonic() if self._due else None)
                method = heappop(self._due)[2]()
            if method is not None:
                method()


WATCHDOG = Watchdog()
