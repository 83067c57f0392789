"""Events: values that tell listeners what changed, after it has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from nuki.web import SmartlockAuth, SmartlockLog

    from .devices import Device, Status
    from .journal import Cause


@attrs.frozen
class Event:
    """Something about a device changed."""

    device: Device


@attrs.frozen
class StatusReported(Event):
    """Bridge and server learned a new status; ``before`` is ``None`` the first time.

    Not emitted while the device is offline, but once when it is back.
    """

    before: Status | None
    after: Status
    cause: Cause


@attrs.frozen
class DeviceChanged(Event):
    """Name, firmware, server state or another master datum changed, or the device was deleted."""

    deleted: bool = False


@attrs.frozen
class ConfigChanged(Event):
    """The configuration of a device changed."""


@attrs.frozen
class LogAdded(Event):
    """The activity log of a device has a new entry."""

    entry: SmartlockLog


@attrs.frozen
class AuthChanged(Event):
    """An authorisation was created, changed or deleted."""

    auth: SmartlockAuth
    deleted: bool = False
