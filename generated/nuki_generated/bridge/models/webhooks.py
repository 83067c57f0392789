# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki Bridge HTTP API: webhooks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from nuki_core.arguments import EnumByDeviceType
from nuki_core.datetimes import parse_datetime
from nuki_core.enums import members
from nuki_core.ids import DeviceType, NukiId, device_type_of, shared_nuki_id
from nuki_core.json import JsonValue
from nuki_core.lazy_attrs import define
from nuki_core.model import NO_PROPERTIES, Model, new
from nuki_core.unset import UNSET, Unset

from ..enums.device import DeviceMode, DoorState, LockState, OpenerState

_DeviceModeMembers: Final = members(DeviceMode)
_DeviceTypeMembers: Final = members(DeviceType)
_DoorStateMembers: Final = members(DoorState)
_LockStateMembers: Final = members(LockState)
_OpenerStateMembers: Final = members(OpenerState)
_LockStateOrOpenerStateByDeviceType: Final[Mapping[int, dict[Any, Any]]] = {2: _OpenerStateMembers}


@define(kw_only=True, repr=False)
class StateCallback(Model):
    """What the bridge posts to a registered URL when a device changes its state."""

    nuki_id: NukiId
    device_type: DeviceType | Unset = UNSET
    """What kind of device it is. Missing before version 1.9, and then to be taken as 0."""
    mode: DeviceMode | Unset = UNSET
    """Operating mode. Missing on firmware older than version 1.9."""
    state: LockState | OpenerState
    """State of the lock or opener; which enumeration applies follows from the device type."""
    state_name: str
    """Name of the state, for people; it is not always in step with `state`."""
    battery_critical: bool
    """Whether the batteries are nearly empty."""
    battery_charging: bool | None | Unset = UNSET
    """Whether the batteries are being charged. Locks with recent firmware only. Since 1.12.2."""
    battery_charge_state: int | None | Unset = UNSET
    """Charge in percent. Locks with recent firmware only. Since 1.12.2."""
    keypad_battery_critical: bool | None | Unset = UNSET
    """Whether the batteries of the keypad are nearly empty. Only with a paired keypad. Since 1.12.
    """
    door_state: DoorState | None | Unset = UNSET
    """What the door sensor says. Only for locks that support one. Since 1.11."""
    door_state_name: str | None | Unset = UNSET
    """Name of the door sensor's state, for people. Comes with `door_state`."""
    ringaction_timestamp: datetime | None | Unset = UNSET
    """When the bell last rang. Openers only. Since 1.12."""
    ringaction_state: bool | None | Unset = UNSET
    """Whether somebody is ringing. True is reported once; its end after 30 seconds is not reported.
    Openers only. Since 1.12.
    """
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "nuki_id": "nukiId",
        "device_type": "deviceType",
        "mode": "mode",
        "state": "state",
        "state_name": "stateName",
        "battery_critical": "batteryCritical",
        "battery_charging": "batteryCharging",
        "battery_charge_state": "batteryChargeState",
        "keypad_battery_critical": "keypadBatteryCritical",
        "door_state": "doorsensorState",
        "door_state_name": "doorsensorStateName",
        "ringaction_timestamp": "ringactionTimestamp",
        "ringaction_state": "ringactionState",
    }
    enums_by_device_type: ClassVar[Mapping[str, EnumByDeviceType]] = {
        "state": EnumByDeviceType(LockState, {2: OpenerState}),
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            raw_nuki_id,
            raw_device_type,
            raw_mode,
            raw_state,
            self.state_name,
            self.battery_critical,
            self.battery_charging,
            self.battery_charge_state,
            self.keypad_battery_critical,
            raw_door_state,
            self.door_state_name,
            raw_ringaction_timestamp,
            self.ringaction_state,
        ) = self._members(d)
        device_type = device_type_of(raw_device_type, None)
        self.nuki_id = shared_nuki_id(raw_nuki_id) if raw_nuki_id.__class__ is int else raw_nuki_id
        if raw_device_type.__class__ is int:
            raw_device_type = _DeviceTypeMembers[raw_device_type]
        self.device_type = raw_device_type
        self.mode = _DeviceModeMembers[raw_mode] if raw_mode.__class__ is int else raw_mode
        if raw_state.__class__ is int:
            raw_state = _LockStateOrOpenerStateByDeviceType.get(device_type, _LockStateMembers)[
                raw_state
            ]
        self.state = raw_state
        if raw_door_state.__class__ is int:
            raw_door_state = _DoorStateMembers[raw_door_state]
        self.door_state = raw_door_state
        if raw_ringaction_timestamp.__class__ is str:
            raw_ringaction_timestamp = parse_datetime(raw_ringaction_timestamp)
        self.ringaction_timestamp = raw_ringaction_timestamp
        return self
