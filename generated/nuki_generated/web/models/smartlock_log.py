# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: smartlock log."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from nuki_core.arguments import EnumByDeviceType
from nuki_core.datetimes import parse_datetime
from nuki_core.enums import members
from nuki_core.ids import DeviceType, SmartlockId, device_type_of, shared_smartlock_id
from nuki_core.json import JsonValue
from nuki_core.lazy_attrs import define
from nuki_core.model import NO_PROPERTIES, Model, new
from nuki_core.unset import UNSET, Unset

from ..enums.smartlock import LockTrigger, OpenerTrigger
from ..enums.smartlock_log import LogAction, LogSource, LogState, OpenerLogAction, OpenerLogSource

_DeviceTypeMembers: Final = members(DeviceType)
_LockTriggerMembers: Final = members(LockTrigger)
_LogActionMembers: Final = members(LogAction)
_LogSourceMembers: Final = members(LogSource)
_LogStateMembers: Final = members(LogState)
_OpenerLogActionMembers: Final = members(OpenerLogAction)
_OpenerLogSourceMembers: Final = members(OpenerLogSource)
_OpenerTriggerMembers: Final = members(OpenerTrigger)
_LockTriggerOrOpenerTriggerByDeviceType: Final[Mapping[int, dict[Any, Any]]] = {
    2: _OpenerTriggerMembers
}
_LogActionOrOpenerLogActionByDeviceType: Final[Mapping[int, dict[Any, Any]]] = {
    2: _OpenerLogActionMembers
}


@define(kw_only=True, repr=False)
class SmartlockLogOpenerLog(Model):
    """What only entries of an Opener hold; any member may be missing."""

    active_continuous_mode: bool | Unset = UNSET
    """Whether continuous mode was on."""
    active_ring_to_open: bool | Unset = UNSET
    """Whether ring to open was on."""
    flag_doorbell_suppression: bool | Unset = UNSET
    """Whether the doorbell was being silenced."""
    flag_force: bool | Unset = UNSET
    """Whether the action was forced."""
    flag_geo_fence: bool | Unset = UNSET
    """Whether a geofence set off the action."""
    source: OpenerLogSource | Unset = UNSET
    """What switched continuous mode or ring to open on."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "active_continuous_mode": "activeCm",
        "active_ring_to_open": "activeRto",
        "flag_doorbell_suppression": "flagDoorbellSuppression",
        "flag_force": "flagForce",
        "flag_geo_fence": "flagGeoFence",
        "source": "source",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.active_continuous_mode,
            self.active_ring_to_open,
            self.flag_doorbell_suppression,
            self.flag_force,
            self.flag_geo_fence,
            raw_source,
        ) = self._members(d)
        if raw_source.__class__ is int:
            raw_source = _OpenerLogSourceMembers[raw_source]
        self.source = raw_source
        return self


@define(kw_only=True, repr=False)
class SmartlockLog(Model):
    """A log entry of a device. Without a Smart Hosting subscription it is masked: error is set;
    action, trigger and state are 255 and mean nothing.
    """

    account_user_id: int | Unset = UNSET
    """Account user behind the entry."""
    action: LogAction | OpenerLogAction
    """What happened; OpenerLogAction for an Opener."""
    ajar_timeout: int | Unset = UNSET
    """Minutes after which the door sensor warns of a door left ajar; only with action 208."""
    auth_id: str | Unset = UNSET
    """Id of the authorization behind the entry."""
    auto_unlock: bool
    """Whether Auto Unlock did it."""
    date: datetime
    """When it happened (UTC)."""
    device_type: DeviceType
    """Type of the device; SMART_LOCK for a Box and in a masked entry, too."""
    error: str | Unset = UNSET
    """Error text; present only if the entry could not be given in full."""
    id: str
    """Id of the log entry."""
    name: str | Unset = UNSET
    """Name recorded with the entry; may be empty."""
    opener_log: SmartlockLogOpenerLog | Unset = UNSET
    smartlock_id: SmartlockId
    """Device id (type << 32 | hex id)."""
    source: LogSource | Unset = UNSET
    """What identified the person."""
    state: LogState
    """How it ended."""
    trigger: LockTrigger | OpenerTrigger
    """What caused it; OpenerTrigger for an Opener."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "account_user_id": "accountUserId",
        "action": "action",
        "ajar_timeout": "ajarTimeout",
        "auth_id": "authId",
        "auto_unlock": "autoUnlock",
        "date": "date",
        "device_type": "deviceType",
        "error": "error",
        "id": "id",
        "name": "name",
        "opener_log": "openerLog",
        "smartlock_id": "smartlockId",
        "source": "source",
        "state": "state",
        "trigger": "trigger",
    }
    enums_by_device_type: ClassVar[Mapping[str, EnumByDeviceType]] = {
        "action": EnumByDeviceType(LogAction, {2: OpenerLogAction}),
        "trigger": EnumByDeviceType(LockTrigger, {2: OpenerTrigger}),
    }

    masked_fields: ClassVar[tuple[str, ...]] = (
        "device_type",
        "action",
        "trigger",
        "state",
        "source",
    )

    @property
    def is_masked(self) -> bool:
        """Whether this is what is left for want of a Smart Hosting subscription.

        Then only the ids tell the truth; `error` says why.
        """
        return isinstance(self.error, str) and bool(self.error)

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.account_user_id,
            raw_action,
            self.ajar_timeout,
            self.auth_id,
            self.auto_unlock,
            raw_date,
            raw_device_type,
            self.error,
            self.id,
            self.name,
            raw_opener_log,
            raw_smartlock_id,
            raw_source,
            raw_state,
            raw_trigger,
        ) = self._members(d)
        device_type = device_type_of(raw_device_type, raw_smartlock_id)
        if raw_action.__class__ is int:
            raw_action = _LogActionOrOpenerLogActionByDeviceType.get(
                device_type, _LogActionMembers
            )[raw_action]
        self.action = raw_action
        self.date = parse_datetime(raw_date) if raw_date.__class__ is str else raw_date
        if raw_device_type.__class__ is int:
            raw_device_type = _DeviceTypeMembers[raw_device_type]
        self.device_type = raw_device_type
        if raw_opener_log.__class__ is dict:
            raw_opener_log = SmartlockLogOpenerLog.from_dict(raw_opener_log)
        self.opener_log = raw_opener_log
        if raw_smartlock_id.__class__ is int:
            raw_smartlock_id = shared_smartlock_id(raw_smartlock_id)
        self.smartlock_id = raw_smartlock_id
        self.source = _LogSourceMembers[raw_source] if raw_source.__class__ is int else raw_source
        self.state = _LogStateMembers[raw_state] if raw_state.__class__ is int else raw_state
        if raw_trigger.__class__ is int:
            raw_trigger = _LockTriggerOrOpenerTriggerByDeviceType.get(
                device_type, _LockTriggerMembers
            )[raw_trigger]
        self.trigger = raw_trigger
        return self
