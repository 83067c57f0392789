"""Events: values that tell listeners what changed, after it has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki.web import SmartlockAuth, SmartlockLog

    from .devices import Device, Status
    from .journal import Cause


@attrs.frozen
class Event:
    """Something changed."""


@attrs.frozen
class StatusReported(Event):
    """Bridge and server learned a new status; ``before`` is ``None`` the first time.

    Not emitted while the device is offline, but once when it is back.
    """

    device: Device
    before: Status | None
    after: Status
    cause: Cause


@attrs.frozen
class DeviceChanged(Event):
    """Name, firmware, server state or another master datum changed, or the device was deleted."""

    device: Device
    deleted: bool = False


@attrs.frozen
class ConfigChanged(Event):
    """The configuration of a device changed."""

    device: Device


@attrs.frozen
class LogAdded(Event):
    """The activity log of a device has a new entry."""

    device: Device
    entry: SmartlockLog


@attrs.frozen
class AuthChanged(Event):
    """An authorisation was created, changed or deleted."""

    device: Device
    auth: SmartlockAuth
    deleted: bool = False


Listener: TypeAlias = "Callable[[Event], object]"


class Listeners:
    """Listeners, who are told in the order in which they came."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def add(self, listener: Listener) -> Callable[[], None]:
        """Register, and get the function that ends it."""
        self._listeners.append(listener)

        def remove() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return remove

    def emit(self, event: Event) -> None:
        """Tell everyone."""
        for listener in tuple(self._listeners):
            listener(event)
