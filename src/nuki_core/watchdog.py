"""A thread that ends calls whose time is over, where the HTTP library cannot be bounded otherwise.

Each read that a synchronous library waits for has a time-out of its own, so a server that sends a
byte now and then keeps a call busy for as long as it likes. Shutting its socket down ends that.

Calls hand themselves over in one operation of a deque and take no lock, which an interrupt between
two lines could leave locked. They are held by weak references, so that nothing is left to do when
they are over. The thread looks ten times a second, and ends when there was nothing for a while.
"""

from __future__ import annotations

import threading
from collections import deque
from time import monotonic, sleep
from typing import Final, Protocol
from weakref import ref

from . import fork

_LOOK_AGAIN: Final = 0.1
_ENDS_AFTER: Final = 5.0


class Bounded(Protocol):
    """What is ended when the monotonic clock reaches ``ends``, unless it is gone by then."""

    @property
    def ends(self) -> float: ...  # noqa: D102
    def end(self) -> object: ...  # noqa: D102


class Watchdog:
    """Ends calls when their time has come, or up to a tenth of a second later."""

    def __init__(self) -> None:
        self.after_fork()
        fork.register(self)

    def after_fork(self) -> None:
        """Start over: the thread lives in the parent process only."""
        self._new: deque[ref[Bounded]] = deque()
        self._thread: threading.Thread | None = None

    def watch(self, call: Bounded) -> None:
        """End this call when its time has come."""
        self._new.append(ref(call))
        if self._thread is None or not self._thread.is_alive():
            thread = threading.Thread(target=self._watch, name="nuki-watchdog", daemon=True)
            self._thread = thread
            thread.start()

    def _watch(self) -> None:
        watched: list[ref[Bounded]] = []
        last = monotonic()
        while watched or self._new or monotonic() < last + _ENDS_AFTER:
            while self._new:
                watched.append(self._new.popleft())
                last = monotonic()
            watched = [each for each in watched if _goes_on(each)]
            sleep(_LOOK_AGAIN)
            if not watched and not self._new and monotonic() >= last + _ENDS_AFTER:
                # Whoever adds something from now on starts a thread; what was added before, this
                # one still finds.
                self._thread = None


def _goes_on(each: ref[Bounded]) -> bool:
    call = each()
    if call is None:
        return False
    if call.ends > monotonic():
        return True
    call.end()
    return False


WATCHDOG = Watchdog()
