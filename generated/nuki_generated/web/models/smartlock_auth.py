# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: smartlock auth."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Self

from attrs import define, field

from nuki_core.enums import members
from nuki_core.ids import SmartlockId, shared_smartlock_id
from nuki_core.instants import instant
from nuki_core.json import JsonObject
from nuki_core.model import Model, known, plain, unknown
from nuki_core.unset import MISSING, UNSET, Unset

from ..enums.advanced_api import Weekdays
from ..enums.smartlock_auth import AuthType
_AuthType: Final = members(AuthType)
_Weekdays: Final = members(Weekdays)


@define(kw_only=True, repr=False, weakref_slot=False)
class PaginatedResponse(Model):
    """One page of authorizations."""

    results: list[SmartlockAuth] | Unset = UNSET
    pagination: Pagination | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.results = [SmartlockAuth.from_dict(e) if e.__class__ is dict else e for e in v] if (v := d.get("results", MISSING)).__class__ is list else v
        self.pagination = Pagination.from_dict(v) if (v := d.get("pagination", MISSING)).__class__ is dict else v
        self.additional_properties = unknown(d, _PaginatedResponse)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "results": plain(self.results), "pagination": plain(self.pagination),
        })


_PaginatedResponse: Final = frozenset({"results", "pagination"})


@define(kw_only=True, repr=False, weakref_slot=False)
class Pagination(Model):
    """Where a page stands. Whether currentPage counts from 0 or from 1 is not documented."""

    total_items: int | Unset = UNSET
    total_pages: int | Unset = UNSET
    current_page: int | Unset = UNSET
    next_page: str | Unset = UNSET
    prev_page: str | Unset = UNSET
    page_size: int | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.total_items = d.get("totalItems", MISSING)
        self.total_pages = d.get("totalPages", MISSING)
        self.current_page = d.get("currentPage", MISSING)
        self.next_page = d.get("nextPage", MISSING)
        self.prev_page = d.get("prevPage", MISSING)
        self.page_size = d.get("pageSize", MISSING)
        self.additional_properties = unknown(d, _Pagination)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "totalItems": self.total_items, "totalPages": self.total_pages,
            "currentPage": self.current_page, "nextPage": self.next_page,
            "prevPage": self.prev_page, "pageSize": self.page_size,
        })


_Pagination: Final = frozenset({
    "totalItems", "totalPages", "currentPage", "nextPage", "prevPage", "pageSize",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class SmartlockAuth(Model):
    """An authorization on a device: who may operate it, when, and by what. Without a Smart Hosting
    subscription a listing holds a masked entry: error is set; id and name are missing.

    Attributes:
        account_user_id: Account user that the authorization belongs to.
        allowed_from_date: Start of the validity (UTC).
        allowed_from_time: Start of the daily time window, minutes since midnight.
        allowed_until_date: End of the validity (UTC).
        allowed_until_time: End of the daily time window, minutes since midnight.
        allowed_week_days: Days on which it is valid; every day if absent.
        app_id: Number of the Nuki app that it was given to.
        auth_id: Number of the authorization on the device.
        code: Code on the keypad; only with keypad types.
        creation_date: When the authorization was made (UTC).
        enabled: Whether the authorization may be used.
        error: Error text; present only if the entry could not be given in full.
        id: Id of the authorization; paths take this one.
        last_active_date: When the authorization was last used (UTC).
        lock_count: How often it has been used.
        name: Name of the authorization, 32 characters at most.
        operation_id: Set while another operation holds the authorization locked.
        remote_allowed: Whether it works away from the door, over the internet.
        smartlock_id: Device id (type << 32 | hex id).
        type: What holds the authorization.
        update_date: When the authorization was last changed (UTC).
        email: E-mail address of the account user; sent on request only.
    """

    account_user_id: int | Unset = UNSET
    allowed_from_date: datetime | Unset = UNSET
    allowed_from_time: int | Unset = UNSET
    allowed_until_date: datetime | Unset = UNSET
    allowed_until_time: int | Unset = UNSET
    allowed_week_days: Weekdays | Unset = UNSET
    app_id: int | Unset = UNSET
    auth_id: int | Unset = UNSET
    auth_type_as_string: str | Unset = UNSET
    code: int | Unset = field(default=UNSET, repr=False)
    creation_date: datetime | Unset = UNSET
    enabled: bool
    error: str | Unset = UNSET
    fingerprints: dict[str, str] | Unset = UNSET
    id: str | Unset = UNSET
    last_active_date: datetime | Unset = UNSET
    lock_count: int
    name: str | Unset = UNSET
    operation_id: str | Unset = UNSET
    remote_allowed: bool
    smartlock_id: SmartlockId
    type: AuthType
    update_date: datetime | Unset = UNSET
    email: str | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.account_user_id = d.get("accountUserId", MISSING)
        self.allowed_from_date = instant(d.get("allowedFromDate", MISSING))
        self.allowed_from_time = d.get("allowedFromTime", MISSING)
        self.allowed_until_date = instant(d.get("allowedUntilDate", MISSING))
        self.allowed_until_time = d.get("allowedUntilTime", MISSING)
        self.allowed_week_days = _Weekdays[v] if (v := d.get("allowedWeekDays", MISSING)).__class__ is int else v
        self.app_id = d.get("appId", MISSING)
        self.auth_id = d.get("authId", MISSING)
        self.auth_type_as_string = d.get("authTypeAsString", MISSING)
        self.code = d.get("code", MISSING)
        self.creation_date = instant(d.get("creationDate", MISSING))
        self.enabled = d.get("enabled", MISSING)
        self.error = d.get("error", MISSING)
        self.fingerprints = d.get("fingerprints", MISSING)
        self.id = d.get("id", MISSING)
        self.last_active_date = instant(d.get("lastActiveDate", MISSING))
        self.lock_count = d.get("lockCount", MISSING)
        self.name = d.get("name", MISSING)
        self.operation_id = d.get("operationId", MISSING)
        self.remote_allowed = d.get("remoteAllowed", MISSING)
        self.smartlock_id = shared_smartlock_id(v) if (v := d.get("smartlockId", MISSING)).__class__ is int else v
        self.type = _AuthType[v] if (v := d.get("type", MISSING)).__class__ is int else v
        self.update_date = instant(d.get("updateDate", MISSING))
        self.email = d.get("email", MISSING)
        self.additional_properties = unknown(d, _SmartlockAuth)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "accountUserId": self.account_user_id, "allowedFromDate": plain(self.allowed_from_date),
            "allowedFromTime": self.allowed_from_time,
            "allowedUntilDate": plain(self.allowed_until_date),
            "allowedUntilTime": self.allowed_until_time,
            "allowedWeekDays": plain(self.allowed_week_days), "appId": self.app_id,
            "authId": self.auth_id, "authTypeAsString": self.auth_type_as_string, "code": self.code,
            "creationDate": plain(self.creation_date), "enabled": self.enabled, "error": self.error,
            "fingerprints": self.fingerprints, "id": self.id,
            "lastActiveDate": plain(self.last_active_date), "lockCount": self.lock_count,
            "name": self.name, "operationId": self.operation_id,
            "remoteAllowed": self.remote_allowed, "smartlockId": plain(self.smartlock_id),
            "type": plain(self.type), "updateDate": plain(self.update_date), "email": self.email,
        })


_SmartlockAuth: Final = frozenset({
    "accountUserId", "allowedFromDate", "allowedFromTime", "allowedUntilDate", "allowedUntilTime",
    "allowedWeekDays", "appId", "authId", "authTypeAsString", "code", "creationDate", "enabled",
    "error", "fingerprints", "id", "lastActiveDate", "lockCount", "name", "operationId",
    "remoteAllowed", "smartlockId", "type", "updateDate", "email",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class SmartlockAuthCreate(Model):
    """An authorization for one device. A keypad code has six digits from 1 to 9, does not begin with
    12 and is new to its keypad (otherwise 409); its name has 20 characters at most.

    Attributes:
        account_user_id: Account user that the authorization belongs to; required unless it is a
            KEYPAD_CODE.
        allowed_from_date: Start of the validity (UTC).
        allowed_from_time: Start of the daily time window, minutes since midnight.
        allowed_until_date: End of the validity (UTC).
        allowed_until_time: End of the daily time window, minutes since midnight.
        allowed_week_days: Days on which it is valid; every day if absent.
        code: Code to type on the keypad; only for keypad authorizations.
        name: Name of the authorization, 32 characters at most.
        remote_allowed: Whether it works away from the door, over the internet.
        smart_actions_enabled: Whether smart actions are on for the authorization.
        type: What holds the authorization: APP (if absent), FOB or KEYPAD_CODE.
    """

    account_user_id: int | Unset = UNSET
    allowed_from_date: datetime | Unset = UNSET
    allowed_from_time: int | Unset = UNSET
    allowed_until_date: datetime | Unset = UNSET
    allowed_until_time: int | Unset = UNSET
    allowed_week_days: Weekdays | Unset = UNSET
    code: int | Unset = field(default=UNSET, repr=False)
    name: str
    remote_allowed: bool
    smart_actions_enabled: bool | Unset = UNSET
    type: AuthType | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.account_user_id = d.get("accountUserId", MISSING)
        self.allowed_from_date = instant(d.get("allowedFromDate", MISSING))
        self.allowed_from_time = d.get("allowedFromTime", MISSING)
        self.allowed_until_date = instant(d.get("allowedUntilDate", MISSING))
        self.allowed_until_time = d.get("allowedUntilTime", MISSING)
        self.allowed_week_days = _Weekdays[v] if (v := d.get("allowedWeekDays", MISSING)).__class__ is int else v
        self.code = d.get("code", MISSING)
        self.name = d.get("name", MISSING)
        self.remote_allowed = d.get("remoteAllowed", MISSING)
        self.smart_actions_enabled = d.get("smartActionsEnabled", MISSING)
        self.type = _AuthType[v] if (v := d.get("type", MISSING)).__class__ is int else v
        self.additional_properties = unknown(d, _SmartlockAuthCreate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "accountUserId": self.account_user_id, "allowedFromDate": plain(self.allowed_from_date),
            "allowedFromTime": self.allowed_from_time,
            "allowedUntilDate": plain(self.allowed_until_date),
            "allowedUntilTime": self.allowed_until_time,
            "allowedWeekDays": plain(self.allowed_week_days), "code": self.code, "name": self.name,
            "remoteAllowed": self.remote_allowed, "smartActionsEnabled": self.smart_actions_enabled,
            "type": plain(self.type),
        })


_SmartlockAuthCreate: Final = frozenset({
    "accountUserId", "allowedFromDate", "allowedFromTime", "allowedUntilDate", "allowedUntilTime",
    "allowedWeekDays", "code", "name", "remoteAllowed", "smartActionsEnabled", "type",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class SmartlockAuthMultiUpdate(Model):
    """New data for one of several authorizations; SmartlockAuthUpdate says what holds for it.

    Attributes:
        account_user_id: Account user that the authorization belongs to.
        allowed_from_date: Start of the validity (UTC); null removes it.
        allowed_from_time: Start of the daily time window, minutes since midnight; null removes
            it.
        allowed_until_date: End of the validity (UTC); null removes it.
        allowed_until_time: End of the daily time window, minutes since midnight; null removes it.
        allowed_week_days: Days on which it is valid; null removes the restriction.
        code: Code to type on the keypad; only for keypad authorizations.
        enabled: Whether the authorization may be used.
        id: Id of the authorization to change.
        name: Name of the authorization, 32 characters at most.
        remote_allowed: Whether it works away from the door, over the internet.
    """

    account_user_id: int | Unset = UNSET
    allowed_from_date: datetime | None | Unset = UNSET
    allowed_from_time: int | None | Unset = UNSET
    allowed_until_date: datetime | None | Unset = UNSET
    allowed_until_time: int | None | Unset = UNSET
    allowed_week_days: Weekdays | None | Unset = UNSET
    code: int | Unset = field(default=UNSET, repr=False)
    enabled: bool | Unset = UNSET
    id: str
    name: str
    remote_allowed: bool | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.account_user_id = d.get("accountUserId", MISSING)
        self.allowed_from_date = instant(d.get("allowedFromDate", MISSING))
        self.allowed_from_time = d.get("allowedFromTime", MISSING)
        self.allowed_until_date = instant(d.get("allowedUntilDate", MISSING))
        self.allowed_until_time = d.get("allowedUntilTime", MISSING)
        self.allowed_week_days = _Weekdays[v] if (v := d.get("allowedWeekDays", MISSING)).__class__ is int else v
        self.code = d.get("code", MISSING)
        self.enabled = d.get("enabled", MISSING)
        self.id = d.get("id", MISSING)
        self.name = d.get("name", MISSING)
        self.remote_allowed = d.get("remoteAllowed", MISSING)
        self.additional_properties = unknown(d, _SmartlockAuthMultiUpdate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "accountUserId": self.account_user_id, "allowedFromDate": plain(self.allowed_from_date),
            "allowedFromTime": self.allowed_from_time,
            "allowedUntilDate": plain(self.allowed_until_date),
            "allowedUntilTime": self.allowed_until_time,
            "allowedWeekDays": plain(self.allowed_week_days), "code": self.code,
            "enabled": self.enabled, "id": self.id, "name": self.name,
            "remoteAllowed": self.remote_allowed,
        })


_SmartlockAuthMultiUpdate: Final = frozenset({
    "accountUserId", "allowedFromDate", "allowedFromTime", "allowedUntilDate", "allowedUntilTime",
    "allowedWeekDays", "code", "enabled", "id", "name", "remoteAllowed",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class SmartlockAuthUpdate(Model):
    """New data for an authorization. Send all of it: fields left out have been seen to be cleared,
    and null removes a restriction.

    Attributes:
        account_user_id: Account user that the authorization belongs to.
        allowed_from_date: Start of the validity (UTC); null removes it.
        allowed_from_time: Start of the daily time window, minutes since midnight; null removes
            it.
        allowed_until_date: End of the validity (UTC); null removes it.
        allowed_until_time: End of the daily time window, minutes since midnight; null removes it.
        allowed_week_days: Days on which it is valid; null removes the restriction.
        code: Code to type on the keypad; only for keypad authorizations.
        enabled: Whether the authorization may be used.
        name: Name of the authorization, 32 characters at most.
        remote_allowed: Whether it works away from the door, over the internet.
    """

    account_user_id: int | Unset = UNSET
    allowed_from_date: datetime | None | Unset = UNSET
    allowed_from_time: int | None | Unset = UNSET
    allowed_until_date: datetime | None | Unset = UNSET
    allowed_until_time: int | None | Unset = UNSET
    allowed_week_days: Weekdays | None | Unset = UNSET
    code: int | Unset = field(default=UNSET, repr=False)
    enabled: bool | Unset = UNSET
    name: str
    remote_allowed: bool | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.account_user_id = d.get("accountUserId", MISSING)
        self.allowed_from_date = instant(d.get("allowedFromDate", MISSING))
        self.allowed_from_time = d.get("allowedFromTime", MISSING)
        self.allowed_until_date = instant(d.get("allowedUntilDate", MISSING))
        self.allowed_until_time = d.get("allowedUntilTime", MISSING)
        self.allowed_week_days = _Weekdays[v] if (v := d.get("allowedWeekDays", MISSING)).__class__ is int else v
        self.code = d.get("code", MISSING)
        self.enabled = d.get("enabled", MISSING)
        self.name = d.get("name", MISSING)
        self.remote_allowed = d.get("remoteAllowed", MISSING)
        self.additional_properties = unknown(d, _SmartlockAuthUpdate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "accountUserId": self.account_user_id, "allowedFromDate": plain(self.allowed_from_date),
            "allowedFromTime": self.allowed_from_time,
            "allowedUntilDate": plain(self.allowed_until_date),
            "allowedUntilTime": self.allowed_until_time,
            "allowedWeekDays": plain(self.allowed_week_days), "code": self.code,
            "enabled": self.enabled, "name": self.name, "remoteAllowed": self.remote_allowed,
        })


_SmartlockAuthUpdate: Final = frozenset({
    "accountUserId", "allowedFromDate", "allowedFromTime", "allowedUntilDate", "allowedUntilTime",
    "allowedWeekDays", "code", "enabled", "name", "remoteAllowed",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class SmartlockAuthWithSharedKeyCreate(Model):
    """An authorization to be made with a shared key.

    Attributes:
        account_user_id: Account user that the authorization belongs to.
        allowed_from_date: Start of the validity (UTC).
        allowed_from_time: Start of the daily time window, minutes since midnight.
        allowed_until_date: End of the validity (UTC).
        allowed_until_time: End of the daily time window, minutes since midnight.
        allowed_week_days: Days on which it is valid; every day if absent.
        name: Name of the authorization, 32 characters at most.
    """

    account_user_id: int | Unset = UNSET
    allowed_from_date: datetime | Unset = UNSET
    allowed_from_time: int | Unset = UNSET
    allowed_until_date: datetime | Unset = UNSET
    allowed_until_time: int | Unset = UNSET
    allowed_week_days: Weekdays | Unset = UNSET
    name: str

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.account_user_id = d.get("accountUserId", MISSING)
        self.allowed_from_date = instant(d.get("allowedFromDate", MISSING))
        self.allowed_from_time = d.get("allowedFromTime", MISSING)
        self.allowed_until_date = instant(d.get("allowedUntilDate", MISSING))
        self.allowed_until_time = d.get("allowedUntilTime", MISSING)
        self.allowed_week_days = _Weekdays[v] if (v := d.get("allowedWeekDays", MISSING)).__class__ is int else v
        self.name = d.get("name", MISSING)
        self.additional_properties = unknown(d, _SmartlockAuthWithSharedKeyCreate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "accountUserId": self.account_user_id, "allowedFromDate": plain(self.allowed_from_date),
            "allowedFromTime": self.allowed_from_time,
            "allowedUntilDate": plain(self.allowed_until_date),
            "allowedUntilTime": self.allowed_until_time,
            "allowedWeekDays": plain(self.allowed_week_days), "name": self.name,
        })


_SmartlockAuthWithSharedKeyCreate: Final = frozenset({
    "accountUserId", "allowedFromDate", "allowedFromTime", "allowedUntilDate", "allowedUntilTime",
    "allowedWeekDays", "name",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class SmartlocksAuthCreate(Model):
    """An authorization for several devices. Devices that lack a needed Smart Hosting subscription
    are passed over without an error.

    Attributes:
        account_user_id: Account user that the authorization belongs to; required unless it is a
            KEYPAD_CODE.
        allowed_from_date: Start of the validity (UTC).
        allowed_from_time: Start of the daily time window, minutes since midnight.
        allowed_until_date: End of the validity (UTC).
        allowed_until_time: End of the daily time window, minutes since midnight.
        allowed_week_days: Days on which it is valid; every day if absent.
        code: Code to type on the keypad; only for keypad authorizations.
        name: Name of the authorization, 32 characters at most.
        remote_allowed: Whether it works away from the door, over the internet.
        smart_actions_enabled: Whether smart actions are on for the authorization.
        smartlock_ids: Devices that shall have the authorization (type << 32 | hex id).
        type: What holds the authorization: APP (if absent), FOB or KEYPAD_CODE.
    """

    account_user_id: int | Unset = UNSET
    allowed_from_date: datetime | Unset = UNSET
    allowed_from_time: int | Unset = UNSET
    allowed_until_date: datetime | Unset = UNSET
    allowed_until_time: int | Unset = UNSET
    allowed_week_days: Weekdays | Unset = UNSET
    code: int | Unset = field(default=UNSET, repr=False)
    name: str
    remote_allowed: bool
    smart_actions_enabled: bool | Unset = UNSET
    smartlock_ids: list[SmartlockId] | Unset = UNSET
    type: AuthType | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.account_user_id = d.get("accountUserId", MISSING)
        self.allowed_from_date = instant(d.get("allowedFromDate", MISSING))
        self.allowed_from_time = d.get("allowedFromTime", MISSING)
        self.allowed_until_date = instant(d.get("allowedUntilDate", MISSING))
        self.allowed_until_time = d.get("allowedUntilTime", MISSING)
        self.allowed_week_days = _Weekdays[v] if (v := d.get("allowedWeekDays", MISSING)).__class__ is int else v
        self.code = d.get("code", MISSING)
        self.name = d.get("name", MISSING)
        self.remote_allowed = d.get("remoteAllowed", MISSING)
        self.smart_actions_enabled = d.get("smartActionsEnabled", MISSING)
        self.smartlock_ids = [shared_smartlock_id(e) if e.__class__ is int else e for e in v] if (v := d.get("smartlockIds", MISSING)).__class__ is list else v
        self.type = _AuthType[v] if (v := d.get("type", MISSING)).__class__ is int else v
        self.additional_properties = unknown(d, _SmartlocksAuthCreate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "accountUserId": self.account_user_id, "allowedFromDate": plain(self.allowed_from_date),
            "allowedFromTime": self.allowed_from_time,
            "allowedUntilDate": plain(self.allowed_until_date),
            "allowedUntilTime": self.allowed_until_time,
            "allowedWeekDays": plain(self.allowed_week_days), "code": self.code, "name": self.name,
            "remoteAllowed": self.remote_allowed, "smartActionsEnabled": self.smart_actions_enabled,
            "smartlockIds": plain(self.smartlock_ids), "type": plain(self.type),
        })


_SmartlocksAuthCreate: Final = frozenset({
    "accountUserId", "allowedFromDate", "allowedFromTime", "allowedUntilDate", "allowedUntilTime",
    "allowedWeekDays", "code", "name", "remoteAllowed", "smartActionsEnabled", "smartlockIds",
    "type",
})
