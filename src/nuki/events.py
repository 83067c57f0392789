"""What a watch tells of: values with the device, and what it was like before and after."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - for get_type_hints
from typing import Generic, TypeVar

import attrs

from nuki_generated.web import SmartlockLog  # noqa: TC001 - as above

from .snapshots import Snapshot  # noqa: TC001 - as above

D = TypeVar("D")


@attrs.frozen(kw_only=True)
class Event(Generic[D]):
    """Something about a device changed; ``before`` and ``after`` are what was known of it."""

    device: D
    before: Snapshot
    after: Snapshot


@attrs.frozen(kw_only=True)
class StateChanged(Event[D]):
    """Its state, or an opener's mode, is another one, or is known now, or no longer."""


@attrs.frozen(kw_only=True)
class DoorChanged(Event[D]):
    """The door was opened or closed, or its sensor says something else."""


@attrs.frozen(kw_only=True)
class BatteryChanged(Event[D]):
    """The batteries of the device or of its keypad are nearly empty, or no longer; or charging."""


@attrs.frozen(kw_only=True)
class Rang(Event[D]):
    """Somebody rang the bell; ``at`` is when, by the clock of bridge or server if that said so."""

    at: datetime


@attrs.frozen(kw_only=True)
class LogAdded(Event[D]):
    """The activity log has a new entry."""

    entry: SmartlockLog


@attrs.frozen(kw_only=True)
class DeviceAdded(Event[D]):
    """The home has a new device."""


@attrs.frozen(kw_only=True)
class DeviceGone(Event[D]):
    """The home has lost a device: neither bridge nor server know it any more."""


@attrs.frozen(kw_only=True)
class BecameUnavailable(Event[D]):
    """It has not been reached for a while; ``after.problem`` says why."""

    @property
    def why(self) -> str:
        """Why it is not available."""
        return self.after.problem


@attrs.frozen(kw_only=True)
class BecameAvailable(Event[D]):
    """It is reached again."""
