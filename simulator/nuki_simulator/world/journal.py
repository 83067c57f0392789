"""The journal: what each device physically did, when, and on whose account.

It is the truth that both APIs only report on, so that a test can tell whether a request moved a
bolt once, twice or never.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Final, overload

import attrs

if TYPE_CHECKING:
    from datetime import datetime

    from nuki_core.ids import SmartlockId

_KEPT: Final = 100_000


class CauseKind(Enum):
    """Who or what made a device do something."""

    WEB = "web"
    BRIDGE = "bridge"
    APP = "app"
    KEY = "key"
    BUTTON = "button"
    KEYPAD = "keypad"
    FOB = "fob"
    BELL = "bell"
    DOOR = "door"
    AUTOMATIC = "automatic"
    POWER = "power"


@attrs.frozen
class Cause:
    """``call`` is the number of the request behind it, ``auth_id`` the authorisation used.

    ``name`` is what the activity log shows: the user's, the code's or the bridge's name.
    """

    kind: CauseKind
    call: int | None = None
    auth_id: str | None = None
    name: str = ""


class PhysicalEvent(Enum):
    """Events in the physical world: of a device, or the door it is mounted on."""

    LOCKED = "the bolt went out"
    UNLOCKED = "the bolt went in"
    UNLATCHED = "the latch was held back"
    STRIKE_RELEASED = "the strike was released"
    BLOCKED = "the motor could not turn"
    RANG = "the bell rang"
    DOOR_OPENED = "the door opened"
    DOOR_CLOSED = "the door closed"
    MODE_CHANGED = "ring to open or continuous mode was switched"
    POWERED_OFF = "the power went"
    POWERED_ON = "the power came back"


@attrs.frozen
class JournalEntry:
    """One event; ``time`` is in seconds since the start of the simulation."""

    time: float
    moment: datetime
    smartlock_id: SmartlockId
    event: PhysicalEvent
    cause: Cause


class Journal(Sequence[JournalEntry]):
    """The last hundred thousand events, oldest first."""

    def __init__(self) -> None:
        self._entries: deque[JournalEntry] = deque(maxlen=_KEPT)

    def add(self, entry: JournalEntry) -> None:
        """Note an event."""
        self._entries.append(entry)

    def clear(self) -> None:
        """Forget everything so far."""
        self._entries.clear()

    def of(self, smartlock_id: int, *events: PhysicalEvent) -> list[JournalEntry]:
        """List what one device did; without ``events``, everything."""
        return [
            entry
            for entry in self._entries
            if entry.smartlock_id == smartlock_id and (not events or entry.event in events)
        ]

    def caused_by(self, call: int) -> list[JournalEntry]:
        """List what one request made devices do."""
        return [entry for entry in self._entries if entry.cause.call == call]

    @overload
    def __getitem__(self, index: int) -> JournalEntry: ...
    @overload
    def __getitem__(self, index: slice) -> list[JournalEntry]: ...
    def __getitem__(self, index: int | slice) -> JournalEntry | list[JournalEntry]:
        return [*self._entries][index] if isinstance(index, slice) else self._entries[index]

    def __iter__(self) -> Iterator[JournalEntry]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)
