"""Smart Hosting: what is left of the answers about devices without a subscription.

The facts: Nuki Web API v.1.5.0, "Smart Hosting". Smart Locks and Smart Doors are affected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nuki.web import (
    AdminPinState,
    LockTrigger,
    LogAction,
    LogSource,
    LogState,
    ServerState,
    Smartlock,
    SmartlockAuth,
    SmartlockLog,
)
from nuki_core.ids import DeviceType

from .refusals import Refused

if TYPE_CHECKING:
    from nuki_simulator.world.devices import Device

    from .cloud import Cloud

NO_SUBSCRIPTION: Final = "No active Smart Hosting subscription for the Smart Lock, please get one!"
_NOT_AFFECTED: Final = frozenset({DeviceType.OPENER, DeviceType.BOX})
_MASKED: Final = 255
_MASKED_SOURCE: Final = 6


def is_masked(cloud: Cloud, device: Device) -> bool:
    """Whether answers about the device are masked."""
    if not cloud.settings.smart_hosting or device.type in _NOT_AFFECTED:
        return False
    return cloud.device(device).subscription is None


def no_subscription(cloud: Cloud) -> Refused:
    """The refusal of a call about a single masked device."""
    return Refused(cloud.settings.smart_hosting_status, NO_SUBSCRIPTION)


def auths_refused(devices: list[Device]) -> str:
    """The error in the answer of ``PUT /smartlock/auth/advanced``."""
    ids = ", ".join(str(int(device.smartlock_id)) for device in devices)
    return (
        "Auths cannot be created. "
        f"Please get Smart Hosting subscription for the Smart Locks with ID: {ids}"
    )


def masked_smartlock(cloud: Cloud, device: Device) -> Smartlock:
    """The entry of a device without a subscription; its type is hidden, its id is not."""
    return Smartlock(
        smartlock_id=device.smartlock_id,
        account_id=0,
        type=DeviceType.SMART_LOCK,
        favorite=cloud.device(device).favorite,
        server_state=ServerState.UNREGISTERED,
        admin_pin_state=AdminPinState.MISSING,
        virtual_device=False,
        error=NO_SUBSCRIPTION,
        subscriptions=[],
    )


def masked_auth(auth: SmartlockAuth) -> SmartlockAuth:
    """The entry of an authorisation on such a device."""
    return SmartlockAuth(
        smartlock_id=auth.smartlock_id,
        auth_id=auth.auth_id,
        type=auth.type,
        enabled=auth.enabled,
        remote_allowed=auth.remote_allowed,
        lock_count=auth.lock_count,
        error=NO_SUBSCRIPTION,
    )


def masked_log(entry: SmartlockLog) -> SmartlockLog:
    """The entry of such a device's activity log."""
    return SmartlockLog(
        id=entry.id,
        smartlock_id=entry.smartlock_id,
        device_type=DeviceType.SMART_LOCK,
        action=LogAction(_MASKED),
        trigger=LockTrigger(_MASKED),
        state=LogState(_MASKED),
        auto_unlock=False,
        date=entry.date,
        source=LogSource(_MASKED_SOURCE),
        error=NO_SUBSCRIPTION,
    )
