"""A thread that ends calls whose time is over, where the HTTP library cannot be bounded otherwise.

Each read that a synchronous library waits for has a time-out of its own, so a server that sends a
byte now and then keeps a call busy for as long as it likes. Shutting its socket down ends that.

Calls hand over what is to be done in one operation of a deque and take no lock, which an interrupt
between two lines could leave locked. The thread looks there ten times a second, and ends when there
has been nothing to do for a while.
"""

from __future__ import annotations

import threading
from collections import deque
from heapq import heappop, heappush
from itertools import count
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakMethod

from . import fork

if TYPE_CHECKING:
    from collections.abc import Callable

_LOOK_AGAIN: Final = 0.1
_ENDS_AFTER: Final = 5.0


class Watchdog:
    """Calls bound methods when their time has come, unless their objects are gone by then."""

    def __init__(self) -> None:
        self.after_fork()
        fork.register(self)

    def after_fork(self) -> None:
        """Start over: the thread lives in the parent process only."""
        self._numbers = count()
        self._new: deque[tuple[float, int, WeakMethod[Any]]] = deque()
        self._thread: threading.Thread | None = None

    def at(self, moment: float, method: Callable[[], object]) -> None:
        """Call the method at that time of the monotonic clock, or up to a tenth later."""
        self._new.append((moment, next(self._numbers), WeakMethod(method)))
        if self._thread is None or not self._thread.is_alive():
            thread = threading.Thread(target=self._watch, name="nuki-watchdog", daemon=True)
            self._thread = thread
            thread.start()

    def _watch(self) -> None:
        due: list[tuple[float, int, WeakMethod[Any]]] = []
        last = monotonic()
        while due or self._new or monotonic() < last + _ENDS_AFTER:
            while self._new:
                heappush(due, self._new.popleft())
                last = monotonic()
            while due and due[0][0] <= monotonic():
                method = heappop(due)[2]()
                if method is not None:
                    method()
            sleep(_LOOK_AGAIN)
            if not due and not self._new and monotonic() >= last + _ENDS_AFTER:
                # Whoever adds something from now on starts a thread; what was added before, this
                # one still finds.
                self._thread = None


WATCHDOG = Watchdog()
