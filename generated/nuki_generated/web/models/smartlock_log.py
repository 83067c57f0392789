# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: smartlock log."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Self

from attrs import define

from nuki_core.enums import members
from nuki_core.ids import DeviceType, SmartlockId, device_type_of, shared_smartlock_id
from nuki_core.instants import instant
from nuki_core.json import JsonObject
from nuki_core.model import Model, known, plain, unknown
from nuki_core.unset import MISSING, UNSET, Unset

from ..enums.smartlock import LockTrigger, OpenerTrigger
from ..enums.smartlock_log import LogAction, LogSource, LogState, OpenerLogAction, OpenerLogSource
_DeviceType: Final = members(DeviceType)
_LockTrigger: Final = members(LockTrigger)
_LogAction: Final = members(LogAction)
_LogSource: Final = members(LogSource)
_LogState: Final = members(LogState)
_OpenerLogAction: Final = members(OpenerLogAction)
_OpenerLogSource: Final = members(OpenerLogSource)
_OpenerTrigger: Final = members(OpenerTrigger)
_LockTrigger_or_OpenerTrigger: Final[Mapping[int, dict[Any, Any]]] = {2: _OpenerTrigger}
_LogAction_or_OpenerLogAction: Final[Mapping[int, dict[Any, Any]]] = {2: _OpenerLogAction}


@define(kw_only=True, repr=False, weakref_slot=False)
class SmartlockLog(Model):
    """A log entry of a device. Without a Smart Hosting subscription it is masked: error is set;
    action, trigger and state are 255 and mean nothing.

    Attributes:
        account_user_id: Account user behind the entry.
        action: What happened; OpenerLogAction for an Opener.
        ajar_timeout: Minutes after which the door sensor warns of a door left ajar; only with
            action 208.
        auth_id: Id of the authorization behind the entry.
        auto_unlock: Whether Auto Unlock did it.
        date: When it happened (UTC).
        device_type: Type of the device; SMART_LOCK for a Box and in a masked entry, too.
        error: Error text; present only if the entry could not be given in full.
        id: Id of the log entry.
        name: Name recorded with the entry; may be empty.
        smartlock_id: Device id (type << 32 | hex id).
        source: What identified the person.
        state: How it ended.
        trigger: What caused it; OpenerTrigger for an Opener.
    """

    account_user_id: int | Unset = UNSET
    action: LogAction | OpenerLogAction
    ajar_timeout: int | Unset = UNSET
    auth_id: str | Unset = UNSET
    auto_unlock: bool
    date: datetime
    device_type: DeviceType
    error: str | Unset = UNSET
    id: str
    name: str | Unset = UNSET
    opener_log: SmartlockLogOpenerLog | Unset = UNSET
    smartlock_id: SmartlockId
    source: LogSource | Unset = UNSET
    state: LogState
    trigger: LockTrigger | OpenerTrigger

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        device_type = device_type_of(d.get("deviceType"), d.get("smartlockId"))
        self.account_user_id = d.get("accountUserId", MISSING)
        self.action = _LogAction_or_OpenerLogAction.get(device_type, _LogAction)[v] if (v := d.get("action", MISSING)).__class__ is int else v
        self.ajar_timeout = d.get("ajarTimeout", MISSING)
        self.auth_id = d.get("authId", MISSING)
        self.auto_unlock = d.get("autoUnlock", MISSING)
        self.date = instant(d.get("date", MISSING))
        self.device_type = _DeviceType[v] if (v := d.get("deviceType", MISSING)).__class__ is int else v
        self.error = d.get("error", MISSING)
        self.id = d.get("id", MISSING)
        self.name = d.get("name", MISSING)
        self.opener_log = SmartlockLogOpenerLog.from_dict(v) if (v := d.get("openerLog", MISSING)).__class__ is dict else v
        self.smartlock_id = shared_smartlock_id(v) if (v := d.get("smartlockId", MISSING)).__class__ is int else v
        self.source = _LogSource[v] if (v := d.get("source", MISSING)).__class__ is int else v
        self.state = _LogState[v] if (v := d.get("state", MISSING)).__class__ is int else v
        self.trigger = _LockTrigger_or_OpenerTrigger.get(device_type, _LockTrigger)[v] if (v := d.get("trigger", MISSING)).__class__ is int else v
        self.additional_properties = unknown(d, _SmartlockLog)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "accountUserId": self.account_user_id, "action": plain(self.action),
            "ajarTimeout": self.ajar_timeout, "authId": self.auth_id,
            "autoUnlock": self.auto_unlock, "date": plain(self.date),
            "deviceType": plain(self.device_type), "error": self.error, "id": self.id,
            "name": self.name, "openerLog": plain(self.opener_log),
            "smartlockId": plain(self.smartlock_id), "source": plain(self.source),
            "state": plain(self.state), "trigger": plain(self.trigger),
        })


_SmartlockLog: Final = frozenset({
    "accountUserId", "action", "ajarTimeout", "authId", "autoUnlock", "date", "deviceType", "error",
    "id", "name", "openerLog", "smartlockId", "source", "state", "trigger",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class SmartlockLogOpenerLog(Model):
    """What only entries of an Opener hold; any member may be missing.

    Attributes:
        active_cm: Whether continuous mode was on.
        active_rto: Whether ring to open was on.
        flag_doorbell_suppression: Whether the doorbell was being silenced.
        flag_force: Whether the action was forced.
        flag_geo_fence: Whether a geofence set off the action.
        source: What switched continuous mode or ring to open on.
    """

    active_cm: bool | Unset = UNSET
    active_rto: bool | Unset = UNSET
    flag_doorbell_suppression: bool | Unset = UNSET
    flag_force: bool | Unset = UNSET
    flag_geo_fence: bool | Unset = UNSET
    source: OpenerLogSource | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.active_cm = d.get("activeCm", MISSING)
        self.active_rto = d.get("activeRto", MISSING)
        self.flag_doorbell_suppression = d.get("flagDoorbellSuppression", MISSING)
        self.flag_force = d.get("flagForce", MISSING)
        self.flag_geo_fence = d.get("flagGeoFence", MISSING)
        self.source = _OpenerLogSource[v] if (v := d.get("source", MISSING)).__class__ is int else v
        self.additional_properties = unknown(d, _SmartlockLogOpenerLog)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "activeCm": self.active_cm, "activeRto": self.active_rto,
            "flagDoorbellSuppression": self.flag_doorbell_suppression, "flagForce": self.flag_force,
            "flagGeoFence": self.flag_geo_fence, "source": plain(self.source),
        })


_SmartlockLogOpenerLog: Final = frozenset({
    "activeCm", "activeRto", "flagDoorbellSuppression", "flagForce", "flagGeoFence", "source",
})
