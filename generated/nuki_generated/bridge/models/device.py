# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki Bridge HTTP API: device."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Self

from attrs import define

from nuki_core.enums import members
from nuki_core.ids import DeviceType, NukiId, device_type_of, shared_nuki_id
from nuki_core.instants import instant
from nuki_core.json import JsonObject
from nuki_core.model import Model, known, plain, unknown
from nuki_core.unset import MISSING, UNSET, Unset

from ..enums.device import DeviceMode, DoorSensorState, LockState, OpenerState
_DeviceMode: Final = members(DeviceMode)
_DeviceType: Final = members(DeviceType)
_DoorSensorState: Final = members(DoorSensorState)
_LockState: Final = members(LockState)
_OpenerState: Final = members(OpenerState)
_LockState_or_OpenerState: Final[Mapping[int, dict[Any, Any]]] = {2: _OpenerState}


@define(kw_only=True, repr=False, weakref_slot=False)
class ActionResult(Model):
    """Outcome of an action.

    Attributes:
        success: Whether the device carried the action out. False also when it could not be
            reached.
        battery_critical: Whether the batteries are nearly empty. May be missing when `success` is
            false.
    """

    success: bool
    battery_critical: bool | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.success = d.get("success", MISSING)
        self.battery_critical = d.get("batteryCritical", MISSING)
        self.additional_properties = unknown(d, _ActionResult)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "success": self.success, "batteryCritical": self.battery_critical,
        })


_ActionResult: Final = frozenset({"success", "batteryCritical"})


@define(kw_only=True, repr=False, weakref_slot=False)
class Device(Model):
    """A paired device with the state that the bridge remembers.

    Attributes:
        device_type: What kind of device it is. Missing on software bridges and older firmware,
            and then to be taken as 0.
        name: Name given in the app, up to 32 characters. It can be empty, and it can carry
            control characters.
        firmware_version: Firmware of the device. Undocumented; sent by hardware bridges.
        last_known_state: State at the time it was last read. Missing while the device is offline,
            and until the bridge has read it for the first time.
    """

    nuki_id: NukiId
    device_type: DeviceType | Unset = UNSET
    name: str
    firmware_version: str | Unset = UNSET
    last_known_state: DeviceState | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        device_type = device_type_of(d.get("deviceType"), None)
        self.nuki_id = shared_nuki_id(v) if (v := d.get("nukiId", MISSING)).__class__ is int else v
        self.device_type = _DeviceType[v] if (v := d.get("deviceType", MISSING)).__class__ is int else v
        self.name = d.get("name", MISSING)
        self.firmware_version = d.get("firmwareVersion", MISSING)
        self.last_known_state = DeviceState.from_dict(v, device_type) if (v := d.get("lastKnownState", MISSING)).__class__ is dict else v
        self.additional_properties = unknown(d, _Device)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "nukiId": plain(self.nuki_id), "deviceType": plain(self.device_type), "name": self.name,
            "firmwareVersion": self.firmware_version,
            "lastKnownState": plain(self.last_known_state),
        })


_Device: Final = frozenset({"nukiId", "deviceType", "name", "firmwareVersion", "lastKnownState"})


@define(kw_only=True, repr=False, weakref_slot=False)
class DeviceState(Model):
    """State of a device as the bridge read it last.

    Attributes:
        mode: Operating mode. Missing on firmware older than version 1.9.
        state: State of the lock or opener; which enumeration applies follows from the device
            type.
        state_name: Name of the state, for people; it is not always in step with `state`.
        battery_critical: Whether the batteries are nearly empty.
        battery_charging: Whether the batteries are being charged. Locks with recent firmware
            only. Since 1.12.2.
        battery_charge_state: Charge in percent. Locks with recent firmware only. Since 1.12.2.
        keypad_battery_critical: Whether the batteries of the keypad are nearly empty. Only with a
            paired keypad. Since 1.12.
        doorsensor_state: What the door sensor says. Only for locks that support one. Since 1.11.
        doorsensor_state_name: Name of the door sensor's state, for people. Comes with
            `doorsensorState`.
        ringaction_timestamp: When the bell last rang. Openers only. Since 1.12.
        ringaction_state: Whether somebody is ringing; falls back to false after 30 seconds.
            Openers only. Since 1.12.
        timestamp: When the bridge read this state, in UTC.
    """

    mode: DeviceMode | Unset = UNSET
    state: LockState | OpenerState
    state_name: str
    battery_critical: bool
    battery_charging: bool | None | Unset = UNSET
    battery_charge_state: int | None | Unset = UNSET
    keypad_battery_critical: bool | None | Unset = UNSET
    doorsensor_state: DoorSensorState | None | Unset = UNSET
    doorsensor_state_name: str | None | Unset = UNSET
    ringaction_timestamp: datetime | None | Unset = UNSET
    ringaction_state: bool | None | Unset = UNSET
    timestamp: datetime | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any], device_type: int = 0) -> Self:
        self = cls.__new__(cls)
        self.mode = _DeviceMode[v] if (v := d.get("mode", MISSING)).__class__ is int else v
        self.state = _LockState_or_OpenerState.get(device_type, _LockState)[v] if (v := d.get("state", MISSING)).__class__ is int else v
        self.state_name = d.get("stateName", MISSING)
        self.battery_critical = d.get("batteryCritical", MISSING)
        self.battery_charging = d.get("batteryCharging", MISSING)
        self.battery_charge_state = d.get("batteryChargeState", MISSING)
        self.keypad_battery_critical = d.get("keypadBatteryCritical", MISSING)
        self.doorsensor_state = _DoorSensorState[v] if (v := d.get("doorsensorState", MISSING)).__class__ is int else v
        self.doorsensor_state_name = d.get("doorsensorStateName", MISSING)
        self.ringaction_timestamp = instant(d.get("ringactionTimestamp", MISSING))
        self.ringaction_state = d.get("ringactionState", MISSING)
        self.timestamp = instant(d.get("timestamp", MISSING))
        self.additional_properties = unknown(d, _DeviceState)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "mode": plain(self.mode), "state": plain(self.state), "stateName": self.state_name,
            "batteryCritical": self.battery_critical, "batteryCharging": self.battery_charging,
            "batteryChargeState": self.battery_charge_state,
            "keypadBatteryCritical": self.keypad_battery_critical,
            "doorsensorState": plain(self.doorsensor_state),
            "doorsensorStateName": self.doorsensor_state_name,
            "ringactionTimestamp": plain(self.ringaction_timestamp),
            "ringactionState": self.ringaction_state, "timestamp": plain(self.timestamp),
        })


_DeviceState: Final = frozenset({
    "mode", "state", "stateName", "batteryCritical", "batteryCharging", "batteryChargeState",
    "keypadBatteryCritical", "doorsensorState", "doorsensorStateName", "ringactionTimestamp",
    "ringactionState", "timestamp",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class LockStateResult(Model):
    """Fresh state of a device, together with the outcome of reading it. All but `success` is missing
    when the device did not respond.

    Attributes:
        success: Whether the device responded.
        mode: Operating mode. Missing on firmware older than version 1.9.
        state: State of the lock or opener; which enumeration applies follows from the device
            type.
        state_name: Name of the state, for people; it is not always in step with `state`.
        battery_critical: Whether the batteries are nearly empty.
        battery_charging: Whether the batteries are being charged. Locks with recent firmware
            only. Since 1.12.2.
        battery_charge_state: Charge in percent. Locks with recent firmware only. Since 1.12.2.
        keypad_battery_critical: Whether the batteries of the keypad are nearly empty. Only with a
            paired keypad. Since 1.12.
        doorsensor_state: What the door sensor says. Only for locks that support one. Since 1.11.
        doorsensor_state_name: Name of the door sensor's state, for people. Comes with
            `doorsensorState`.
        ringaction_timestamp: When the bell last rang. Openers only. Since 1.12.
        ringaction_state: Whether somebody is ringing; falls back to false after 30 seconds.
            Openers only. Since 1.12.
    """

    success: bool
    mode: DeviceMode | Unset = UNSET
    state: LockState | OpenerState | Unset = UNSET
    state_name: str | Unset = UNSET
    battery_critical: bool | Unset = UNSET
    battery_charging: bool | None | Unset = UNSET
    battery_charge_state: int | None | Unset = UNSET
    keypad_battery_critical: bool | None | Unset = UNSET
    doorsensor_state: DoorSensorState | None | Unset = UNSET
    doorsensor_state_name: str | None | Unset = UNSET
    ringaction_timestamp: datetime | None | Unset = UNSET
    ringaction_state: bool | None | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any], device_type: int = 0) -> Self:
        self = cls.__new__(cls)
        self.success = d.get("success", MISSING)
        self.mode = _DeviceMode[v] if (v := d.get("mode", MISSING)).__class__ is int else v
        self.state = _LockState_or_OpenerState.get(device_type, _LockState)[v] if (v := d.get("state", MISSING)).__class__ is int else v
        self.state_name = d.get("stateName", MISSING)
        self.battery_critical = d.get("batteryCritical", MISSING)
        self.battery_charging = d.get("batteryCharging", MISSING)
        self.battery_charge_state = d.get("batteryChargeState", MISSING)
        self.keypad_battery_critical = d.get("keypadBatteryCritical", MISSING)
        self.doorsensor_state = _DoorSensorState[v] if (v := d.get("doorsensorState", MISSING)).__class__ is int else v
        self.doorsensor_state_name = d.get("doorsensorStateName", MISSING)
        self.ringaction_timestamp = instant(d.get("ringactionTimestamp", MISSING))
        self.ringaction_state = d.get("ringactionState", MISSING)
        self.additional_properties = unknown(d, _LockStateResult)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "success": self.success, "mode": plain(self.mode), "state": plain(self.state),
            "stateName": self.state_name, "batteryCritical": self.battery_critical,
            "batteryCharging": self.battery_charging,
            "batteryChargeState": self.battery_charge_state,
            "keypadBatteryCritical": self.keypad_battery_critical,
            "doorsensorState": plain(self.doorsensor_state),
            "doorsensorStateName": self.doorsensor_state_name,
            "ringactionTimestamp": plain(self.ringaction_timestamp),
            "ringactionState": self.ringaction_state,
        })


_LockStateResult: Final = frozenset({
    "success", "mode", "state", "stateName", "batteryCritical", "batteryCharging",
    "batteryChargeState", "keypadBatteryCritical", "doorsensorState", "doorsensorStateName",
    "ringactionTimestamp", "ringactionState",
})
