"""A device's status in the words of the Bridge API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from nuki.bridge import DeviceMode, DeviceState, DoorSensorState, LockState, OpenerState
from nuki.web import DoorState, SmartlockMode
from nuki_core.unset import UNSET

from .features import Feature

if TYPE_CHECKING:
    from nuki_core.enums import OpenIntEnum
    from nuki_simulator.world.bridges import Bridge
    from nuki_simulator.world.devices import Device, Status

_LOCK_N_GO_NAME: Final = (
    "unlocked (lock \N{RIGHT SINGLE QUOTATION MARK}n\N{RIGHT SINGLE QUOTATION MARK} go)"
)

PASSING: Final = frozenset(
    {
        LockState.UNLOCKING,
        LockState.LOCKING,
        LockState.UNLATCHED,
        LockState.UNLATCHING,
        OpenerState.OPEN,
        OpenerState.OPENING,
    }
)
"""States on the way to another one; callbacks do not report them."""


def bridge_state(device: Device, status: Status) -> LockState | OpenerState:
    """The state as the Bridge API numbers it."""
    return OpenerState(int(status.state)) if device.is_opener else LockState(int(status.state))


def state_of(bridge: Bridge, device: Device, status: Status) -> DeviceState:
    """What list, state and callback have in common, as far as the bridge knows it."""
    state = bridge_state(device, status)
    fields: dict[str, Any] = {
        "state": state,
        "state_name": _name(state),
        "battery_critical": status.battery_critical,
    }
    if Feature.DEVICE_TYPES.of(bridge):
        continuous = device.is_opener and status.mode == SmartlockMode.CONTINUOUS
        fields["mode"] = DeviceMode.CONTINUOUS_MODE if continuous else DeviceMode.DOOR_MODE
    if Feature.RING_AND_KEYPAD.of(bridge) and status.keypad_battery_critical is not None:
        fields["keypad_battery_critical"] = status.keypad_battery_critical
    fields |= _opener_fields(bridge, status) if device.is_opener else _lock_fields(bridge, status)
    return DeviceState(**fields)


def last_known_state(bridge: Bridge, device: Device) -> DeviceState | None:
    """What the bridge remembers; nothing while the device is offline."""
    if device.reported is None or not device.online:
        return None
    known = state_of(bridge, device, device.reported)
    known.timestamp = UNSET if device.reported_at is None else device.reported_at
    return known


def _opener_fields(bridge: Bridge, status: Status) -> dict[str, Any]:
    if not Feature.RING_AND_KEYPAD.of(bridge) or status.last_ring is None:
        return {"ringaction_state": False} if Feature.RING_AND_KEYPAD.of(bridge) else {}
    return {"ringaction_timestamp": status.last_ring, "ringaction_state": status.ringing}


def _lock_fields(bridge: Bridge, status: Status) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if Feature.BATTERY_CHARGE.of(bridge):
        fields["battery_charging"] = status.battery_charging
        fields["battery_charge_state"] = status.battery_charge
    if Feature.DOOR_SENSOR.of(bridge) and status.door != DoorState.UNAVAILABLE:
        door = DoorSensorState(int(status.door))
        fields |= {"doorsensor_state": door, "doorsensor_state_name": _name(door)}
    return fields


def _name(member: OpenIntEnum) -> str:
    if member == LockState.UNLOCKED_LOCK_N_GO:
        return _LOCK_N_GO_NAME
    return member.name.lower().replace("_", " ")
