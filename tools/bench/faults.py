"""What goes wrong with a lock action, and when: at random, and the same on every run."""

from __future__ import annotations

import random
from enum import Enum
from typing import Final

_SEED: Final = 1968
_SHARE_WITHOUT: Final = 0.4


class Fault(Enum):
    """What happens to one request."""

    REFUSED = "refused"
    """Nobody listens."""
    RESET_AT_ONCE = "reset-at-once"
    """The connection breaks before the request is read."""
    RESET_BEFORE = "reset-before"
    """The connection breaks when the request was read."""
    SILENT = "silent"
    """No answer, ever."""
    LIMITED = "limited"
    """429; the device does not move."""
    BUSY = "busy"
    """503; the device does not move."""
    BUSY_AFTER = "busy-after"
    """503 of a gateway, although the device moves."""
    LATE = "late"
    """The device moves when the caller has given up waiting."""
    RESET_AFTER = "reset-after"
    """The device moves, then the connection breaks."""
    TRUNCATED = "truncated"
    """The device moves, then the connection breaks within the answer."""
    NONE = "none"
    """The device moves, and the answer says so."""

    @property
    def moves(self) -> bool:
        """Whether the device moves."""
        return self in _MOVES


_MOVES: Final = frozenset(
    {Fault.BUSY_AFTER, Fault.LATE, Fault.RESET_AFTER, Fault.TRUNCATED, Fault.NONE}
)


FAULTS: Final = {
    "web": tuple(fault for fault in Fault if fault is not Fault.NONE),
    # A bridge says 503 before it looks at a request (Bridge API 1.13.3, "FAQ").
    "bridge": tuple(fault for fault in Fault if fault not in {Fault.NONE, Fault.BUSY_AFTER}),
}


def fault_of(api: str, action: int, attempt: int) -> Fault:
    """What happens to an action at its first, second, ... attempt."""
    chance = random.Random(f"{_SEED} {api} {action} {attempt}")  # noqa: S311 - no secret
    return Fault.NONE if chance.random() < _SHARE_WITHOUT else chance.choice(FAULTS[api])
