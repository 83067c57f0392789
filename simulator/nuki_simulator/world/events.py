"""Events: values that tell listeners what changed, after it has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from nuki.web import SmartlockAuth, SmartlockLog

    from .bridges import Bridge
    from .devices import Device, Status
    from .journal import Cause
    from .outbox import Delivery


@attrs.frozen
class Event:
    """Something changed."""


@attrs.frozen
class DeviceEvent(Event):
    """Something about a device changed."""

    device: Device


@attrs.frozen
class BridgeRestarted(Event):
    """A bridge went out of reach, or is ``running`` again."""

    bridge: Bridge
    running: bool


@attrs.frozen
class PushSent(Event):
    """A callback or webhook set out; ``delivery`` comes to know how it fared."""

    delivery: Delivery


@attrs.frozen
class StatusReported(DeviceEvent):
    """Bridge and server learned a new status; ``before`` is ``None`` the first time.

    Not emitted while the device is offline, but once when it is back.
    """

    before: Status | None
    after: Status
    cause: Cause


@attrs.frozen
class DeviceChanged(DeviceEvent):
    """Name, firmware, server state or another master datum changed, or the device was deleted."""

    deleted: bool = False


@attrs.frozen
class ConfigChanged(DeviceEvent):
    """The configuration of a device changed."""


@attrs.frozen
class LogAdded(DeviceEvent):
    """The activity log of a device has a new entry."""

    entry: SmartlockLog


@attrs.frozen
class AuthChanged(DeviceEvent):
    """An authorisation was created, changed or deleted."""

    auth: SmartlockAuth
    deleted: bool = False
