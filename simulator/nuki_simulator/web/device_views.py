"""Devices as the Web API shows them, and how a call finds the one that it means."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final, TypeVar

import attrs

from nuki.web import (
    AdminPinState,
    LockMechanism,
    LockTrigger,
    LogAction,
    LogSource,
    LogState,
    ServerState,
    Smartlock,
    SmartlockAuth,
    SmartlockLog,
    SmartlockState,
)
from nuki_core.ids import DeviceType
from nuki_core.unset import UNSET

from .errors import ApiError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nuki_core.model import Model
    from nuki_core.unset import Unset
    from nuki_simulator.world.devices import Device

    from .cloud import Call, Cloud

    M = TypeVar("M", bound=Model)
    T = TypeVar("T")

NO_SUBSCRIPTION: Final = "No active Smart Hosting subscription for the Smart Lock, please get one!"
_NOT_AFFECTED: Final = frozenset({DeviceType.OPENER, DeviceType.BOX})
_MASKED: Final = 255
_MASKED_SOURCE: Final = 6


def device_of(call: Call, *, unmasked: bool = True) -> Device:
    """Find the device that ``smartlockId`` names; with ``unmasked`` a masked one is refused."""
    device = call.cloud.world.devices.get(call.arguments["smartlock_id"])
    if device is None or device.account_id != call.account.mine.account_id:
        # Also where the description lists 403, or nothing at all.
        raise ApiError(HTTPStatus.NOT_FOUND, "no such smartlock")
    if unmasked and is_masked(call.cloud, device):
        raise no_subscription(call.cloud)
    return device


def devices_of(call: Call, smartlock_ids: Iterable[int]) -> list[Device]:
    """Find the devices that a body names, all of which must be the account's own."""
    own = {device.smartlock_id: device for device in own_devices(call)}
    wanted = list(dict.fromkeys(smartlock_ids))
    if any(smartlock_id not in own for smartlock_id in wanted):
        raise call.missing("no such smartlock")
    return [own[smartlock_id] for smartlock_id in wanted]  # type: ignore[index]


def own_devices(call: Call) -> list[Device]:
    """List the devices of the account."""
    return call.cloud.world.devices_of(call.account.mine.account_id)


def require_free(operation_id: str | Unset | None) -> None:
    """Refuse while another operation is running."""
    if operation_id:
        raise ApiError(423)


def smartlock(cloud: Cloud, device: Device) -> Smartlock:
    """Show a device as the server knows it: an offline one as it was when last heard of."""
    if is_masked(cloud, device):
        return masked_smartlock(cloud, device)
    record = cloud.device(device)
    return Smartlock(
        smartlock_id=device.smartlock_id,
        account_id=device.account_id,
        type=device.type,
        lm_type=LockMechanism.MY_EVO if device.type == DeviceType.SMART_DOOR else UNSET,
        auth_id=record.auth_id,
        name=device.name,
        favorite=record.favorite,
        config=_with_operation(record.config, device),
        advanced_config=_with_operation(record.advanced, device),
        opener_advanced_config=_with_operation(record.opener, device),
        smartdoor_advanced_config=_with_operation(record.smartdoor, device),
        web_config=record.web,
        state=device_state(cloud, device),
        firmware_version=int(device.firmware),
        hardware_version=device.hardware_version,
        operation_id=_or_unset(device.operation_id),
        server_state=server_state(device),
        admin_pin_state=admin_pin_state(device),
        virtual_device=False,
        creation_date=device.created,
        update_date=device.updated,
        current_subscription=_or_unset(record.subscription),
        previous_subscriptions=list(record.past_subscriptions),
    )


def device_state(cloud: Cloud, device: Device) -> SmartlockState | Unset:
    """Show the state that the device last reported."""
    known = device.reported
    if known is None:
        return UNSET
    state = SmartlockState(
        mode=known.mode,
        state=known.state,
        trigger=known.trigger,
        last_action=known.last_action,
        battery_critical=known.battery_critical,
        battery_charging=UNSET if device.is_opener else known.battery_charging,
        battery_charge=UNSET if device.is_opener else known.battery_charge,
        # Also without a keypad or a sensor, unlike a bridge.
        keypad_battery_critical=bool(known.keypad_battery_critical),
        door_sensor_battery_critical=bool(known.door_sensor_battery_critical),
        door_state=known.door,
        ring_to_open_timer=0,
        night_mode=known.night_mode,
        operation_id=_or_unset(device.operation_id),
    )
    if device.is_opener:
        end = known.ring_to_open_end
        state.ring_to_open_end = end
        state.ring_to_open_timer = max(0, int((end - cloud.now).total_seconds())) if end else 0
    return state


def server_state(device: Device) -> ServerState:
    """Tell how the server is connected with the device."""
    if device.server_state == ServerState.OK and not device.online:
        return ServerState.OFFLINE
    return device.server_state


def admin_pin_state(device: Device) -> AdminPinState:
    """Tell whether the server has the device's PIN."""
    return AdminPinState.MISSING if device.admin_pin is None else AdminPinState.OK


def _with_operation(config: M | None, device: Device) -> M | Unset:
    if config is None:
        return UNSET
    if device.operation_id is None:
        return config
    return attrs.evolve(config, operation_id=device.operation_id)  # type: ignore[call-arg]


def _or_unset(value: T | None) -> T | Unset:
    return UNSET if value is None else value


# Smart Hosting: what is left of answers about Smart Locks and Smart Doors without a subscription
# (Nuki Web API v.1.5.0, "Smart Hosting")


def is_masked(cloud: Cloud, device: Device) -> bool:
    """Tell whether answers about the device are masked."""
    if not cloud.settings.smart_hosting or device.type in _NOT_AFFECTED:
        return False
    return cloud.device(device).subscription is None


def no_subscription(cloud: Cloud) -> ApiError:
    """Return the refusal of a call about a single masked device."""
    return ApiError(cloud.settings.smart_hosting_status, NO_SUBSCRIPTION)


def auths_refused(devices: list[Device]) -> str:
    """Word the error in the answer of ``PUT /smartlock/auth/advanced``."""
    ids = ", ".join(str(int(device.smartlock_id)) for device in devices)
    return (
        "Auths cannot be created. "
        f"Please get Smart Hosting subscription for the Smart Locks with ID: {ids}"
    )


def masked_smartlock(cloud: Cloud, device: Device) -> Smartlock:
    """Show a device without a subscription; its type is hidden, its id is not."""
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
    """Show an authorisation on such a device."""
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
    """Show an entry of such a device's activity log."""
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
