# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki Bridge HTTP API: webhooks."""

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
class StateCallback(Model):
    """What the bridge posts to a registered URL when a device changes its state.

    Attributes:
        device_type: What kind of device it is. Missing before version 1.9, and then to be taken
            as 0.
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
        ringaction_state: Whether somebody is ringing. True is reported once; its end after 30
            seconds is not reported. Openers only. Since 1.12.
    """

    nuki_id: NukiId
    device_type: DeviceType | Unset = UNSET
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

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        device_type = device_type_of(d.get("deviceType"), None)
        self.nuki_id = shared_nuki_id(v) if (v := d.get("nukiId", MISSING)).__class__ is int else v
        self.device_type = _DeviceType[v] if (v := d.get("deviceType", MISSING)).__class__ is int else v
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
        self.additional_properties = unknown(d, _StateCallback)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "nukiId": plain(self.nuki_id), "deviceType": plain(self.device_type),
            "mode": plain(self.mode), "state": plain(self.state), "stateName": self.state_name,
            "batteryCritical": self.battery_critical, "batteryCharging": self.battery_charging,
            "batteryChargeState": self.battery_charge_state,
            "keypadBatteryCritical": self.keypad_battery_critical,
            "doorsensorState": plain(self.doorsensor_state),
            "doorsensorStateName": self.doorsensor_state_name,
            "ringactionTimestamp": plain(self.ringaction_timestamp),
            "ringactionState": self.ringaction_state,
        })


_StateCallback: Final = frozenset({
    "nukiId", "deviceType", "mode", "state", "stateName", "batteryCritical", "batteryCharging",
    "batteryChargeState", "keypadBatteryCritical", "doorsensorState", "doorsensorStateName",
    "ringactionTimestamp", "ringactionState",
})
