# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: smartlock auth."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from nuki_core.datetimes import parse_datetime
from nuki_core.enums import members
from nuki_core.ids import SmartlockId, shared_smartlock_id
from nuki_core.json import JsonValue
from nuki_core.lazy_attrs import define, field
from nuki_core.model import NO_PROPERTIES, Model, new
from nuki_core.request_model import RequestModel
from nuki_core.unset import UNSET, Unset

from ..enums.smartlock_auth import AuthType, Weekdays

_AuthTypeMembers: Final = members(AuthType)
_WeekdaysMembers: Final = members(Weekdays)


@define(kw_only=True, repr=False)
class Pagination(Model):
    """Where a page stands. Whether current_page counts from 0 or from 1 is not documented."""

    total_items: int | Unset = UNSET
    total_pages: int | Unset = UNSET
    current_page: int | Unset = UNSET
    next_page: str | Unset = UNSET
    prev_page: str | Unset = UNSET
    page_size: int | Unset = UNSET
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "total_items": "totalItems",
        "total_pages": "totalPages",
        "current_page": "currentPage",
        "next_page": "nextPage",
        "prev_page": "prevPage",
        "page_size": "pageSize",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.total_items,
            self.total_pages,
            self.current_page,
            self.next_page,
            self.prev_page,
            self.page_size,
        ) = self._members(d)
        return self


@define(kw_only=True, repr=False)
class SmartlockAuth(Model):
    """An authorization on a device: who may operate it, when, and by what. Without a Smart Hosting
    subscription a listing holds a masked entry: error is set; id and name are missing.
    """

    account_user_id: int | Unset = UNSET
    """Account user that the authorization belongs to."""
    allowed_from_date: datetime | Unset = UNSET
    """Start of the validity (UTC)."""
    allowed_from_time: int | Unset = UNSET
    """Start of the daily time window, minutes since midnight."""
    allowed_until_date: datetime | Unset = UNSET
    """End of the validity (UTC)."""
    allowed_until_time: int | Unset = UNSET
    """End of the daily time window, minutes since midnight."""
    allowed_week_days: Weekdays | Unset = UNSET
    """Days on which it is valid; every day if absent."""
    app_id: int | Unset = UNSET
    """Number of the Nuki app that it was given to."""
    auth_id: int | Unset = UNSET
    """Number of the authorization on the device."""
    auth_type_as_string: str | Unset = UNSET
    code: int | Unset = field(default=UNSET, repr=False)
    """Code on the keypad; only with keypad types."""
    creation_date: datetime | Unset = UNSET
    """When the authorization was made (UTC)."""
    enabled: bool
    """Whether the authorization may be used."""
    error: str | Unset = UNSET
    """Error text; present only if the entry could not be given in full."""
    fingerprints: dict[str, str] | Unset = UNSET
    id: str | Unset = UNSET
    """Id of the authorization; paths take this one."""
    last_active_date: datetime | Unset = UNSET
    """When the authorization was last used (UTC)."""
    lock_count: int
    """How often it has been used."""
    name: str | Unset = UNSET
    """Name of the authorization, 32 characters at most."""
    operation_id: str | Unset = UNSET
    """Set while another operation holds the authorization locked."""
    remote_allowed: bool
    """Whether it works away from the door, over the internet."""
    smartlock_id: SmartlockId
    """Device id (type << 32 | hex id)."""
    type: AuthType
    """What holds the authorization."""
    update_date: datetime | Unset = UNSET
    """When the authorization was last changed (UTC)."""
    email: str | Unset = UNSET
    """E-mail address of the account user; sent on request only. Inferred: no schema and no sample
    shows it.
    """
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "account_user_id": "accountUserId",
        "allowed_from_date": "allowedFromDate",
        "allowed_from_time": "allowedFromTime",
        "allowed_until_date": "allowedUntilDate",
        "allowed_until_time": "allowedUntilTime",
        "allowed_week_days": "allowedWeekDays",
        "app_id": "appId",
        "auth_id": "authId",
        "auth_type_as_string": "authTypeAsString",
        "code": "code",
        "creation_date": "creationDate",
        "enabled": "enabled",
        "error": "error",
        "fingerprints": "fingerprints",
        "id": "id",
        "last_active_date": "lastActiveDate",
        "lock_count": "lockCount",
        "name": "name",
        "operation_id": "operationId",
        "remote_allowed": "remoteAllowed",
        "smartlock_id": "smartlockId",
        "type": "type",
        "update_date": "updateDate",
        "email": "email",
    }

    masked_fields: ClassVar[tuple[str, ...]] = ()

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
            raw_allowed_from_date,
            self.allowed_from_time,
            raw_allowed_until_date,
            self.allowed_until_time,
            raw_allowed_week_days,
            self.app_id,
            self.auth_id,
            self.auth_type_as_string,
            self.code,
            raw_creation_date,
            self.enabled,
            self.error,
            self.fingerprints,
            self.id,
            raw_last_active_date,
            self.lock_count,
            self.name,
            self.operation_id,
            self.remote_allowed,
            raw_smartlock_id,
            raw_type,
            raw_update_date,
            self.email,
        ) = self._members(d)
        if raw_allowed_from_date.__class__ is str:
            raw_allowed_from_date = parse_datetime(raw_allowed_from_date)
        self.allowed_from_date = raw_allowed_from_date
        if raw_allowed_until_date.__class__ is str:
            raw_allowed_until_date = parse_datetime(raw_allowed_until_date)
        self.allowed_until_date = raw_allowed_until_date
        if raw_allowed_week_days.__class__ is int:
            raw_allowed_week_days = _WeekdaysMembers[raw_allowed_week_days]
        self.allowed_week_days = raw_allowed_week_days
        if raw_creation_date.__class__ is str:
            raw_creation_date = parse_datetime(raw_creation_date)
        self.creation_date = raw_creation_date
        if raw_last_active_date.__class__ is str:
            raw_last_active_date = parse_datetime(raw_last_active_date)
        self.last_active_date = raw_last_active_date
        if raw_smartlock_id.__class__ is int:
            raw_smartlock_id = shared_smartlock_id(raw_smartlock_id)
        self.smartlock_id = raw_smartlock_id
        self.type = _AuthTypeMembers[raw_type] if raw_type.__class__ is int else raw_type
        if raw_update_date.__class__ is str:
            raw_update_date = parse_datetime(raw_update_date)
        self.update_date = raw_update_date
        return self


@define(kw_only=True, repr=False)
class PaginatedResponse(Model):
    """One page of authorizations."""

    results: list[SmartlockAuth] | Unset = UNSET
    pagination: Pagination | Unset = UNSET
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {"results": "results", "pagination": "pagination"}

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (raw_results, raw_pagination) = self._members(d)
        if raw_results.__class__ is list:
            raw_results = [
                SmartlockAuth.from_dict(item) if item.__class__ is dict else item
                for item in raw_results
            ]
        self.results = raw_results
        if raw_pagination.__class__ is dict:
            raw_pagination = Pagination.from_dict(raw_pagination)
        self.pagination = raw_pagination
        return self


@define(kw_only=True, repr=False)
class SmartlockAuthCreate(RequestModel):
    """An authorization for one device. A keypad code has six digits from 1 to 9, does not begin
    with 12 and is new to its keypad (otherwise 409); its name has 20 characters at most.
    """

    account_user_id: int | Unset = UNSET
    """Account user that the authorization belongs to; required unless it is a KEYPAD_CODE."""
    allowed_from_date: datetime | Unset = UNSET
    """Start of the validity (UTC)."""
    allowed_from_time: int | Unset = UNSET
    """Start of the daily time window, minutes since midnight."""
    allowed_until_date: datetime | Unset = UNSET
    """End of the validity (UTC)."""
    allowed_until_time: int | Unset = UNSET
    """End of the daily time window, minutes since midnight."""
    allowed_week_days: Weekdays | Unset = UNSET
    """Days on which it is valid; every day if absent."""
    code: int | Unset = field(default=UNSET, repr=False)
    """Code to type on the keypad; only for keypad authorizations."""
    name: str
    """Name of the authorization, 32 characters at most."""
    remote_allowed: bool
    """Whether it works away from the door, over the internet."""
    smart_actions_enabled: bool | Unset = UNSET
    """Whether smart actions are on for the authorization."""
    type: AuthType | Unset = UNSET
    """What holds the authorization: APP (if absent), FOB or KEYPAD_CODE."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "account_user_id": "accountUserId",
        "allowed_from_date": "allowedFromDate",
        "allowed_from_time": "allowedFromTime",
        "allowed_until_date": "allowedUntilDate",
        "allowed_until_time": "allowedUntilTime",
        "allowed_week_days": "allowedWeekDays",
        "code": "code",
        "name": "name",
        "remote_allowed": "remoteAllowed",
        "smart_actions_enabled": "smartActionsEnabled",
        "type": "type",
    }
    periods: ClassVar[tuple[tuple[str, str], ...]] = (("allowed_from_date", "allowed_until_date"),)

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.account_user_id,
            raw_allowed_from_date,
            self.allowed_from_time,
            raw_allowed_until_date,
            self.allowed_until_time,
            raw_allowed_week_days,
            self.code,
            self.name,
            self.remote_allowed,
            self.smart_actions_enabled,
            raw_type,
        ) = self._members(d)
        if raw_allowed_from_date.__class__ is str:
            raw_allowed_from_date = parse_datetime(raw_allowed_from_date)
        self.allowed_from_date = raw_allowed_from_date
        if raw_allowed_until_date.__class__ is str:
            raw_allowed_until_date = parse_datetime(raw_allowed_until_date)
        self.allowed_until_date = raw_allowed_until_date
        if raw_allowed_week_days.__class__ is int:
            raw_allowed_week_days = _WeekdaysMembers[raw_allowed_week_days]
        self.allowed_week_days = raw_allowed_week_days
        self.type = _AuthTypeMembers[raw_type] if raw_type.__class__ is int else raw_type
        return self


@define(kw_only=True, repr=False)
class SmartlockAuthMultiUpdate(RequestModel):
    """New data for one of several authorizations; SmartlockAuthUpdate says what holds for it."""

    account_user_id: int | Unset = UNSET
    """Account user that the authorization belongs to."""
    allowed_from_date: datetime | None | Unset = UNSET
    """Start of the validity (UTC); null removes it."""
    allowed_from_time: int | None | Unset = UNSET
    """Start of the daily time window, minutes since midnight; null removes it."""
    allowed_until_date: datetime | None | Unset = UNSET
    """End of the validity (UTC); null removes it."""
    allowed_until_time: int | None | Unset = UNSET
    """End of the daily time window, minutes since midnight; null removes it."""
    allowed_week_days: Weekdays | None | Unset = UNSET
    """Days on which it is valid; null removes the restriction."""
    code: int | Unset = field(default=UNSET, repr=False)
    """Code to type on the keypad; only for keypad authorizations."""
    enabled: bool | Unset = UNSET
    """Whether the authorization may be used."""
    id: str
    """Id of the authorization to change."""
    name: str
    """Name of the authorization, 32 characters at most."""
    remote_allowed: bool | Unset = UNSET
    """Whether it works away from the door, over the internet."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "account_user_id": "accountUserId",
        "allowed_from_date": "allowedFromDate",
        "allowed_from_time": "allowedFromTime",
        "allowed_until_date": "allowedUntilDate",
        "allowed_until_time": "allowedUntilTime",
        "allowed_week_days": "allowedWeekDays",
        "code": "code",
        "enabled": "enabled",
        "id": "id",
        "name": "name",
        "remote_allowed": "remoteAllowed",
    }
    periods: ClassVar[tuple[tuple[str, str], ...]] = (("allowed_from_date", "allowed_until_date"),)

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.account_user_id,
            raw_allowed_from_date,
            self.allowed_from_time,
            raw_allowed_until_date,
            self.allowed_until_time,
            raw_allowed_week_days,
            self.code,
            self.enabled,
            self.id,
            self.name,
            self.remote_allowed,
        ) = self._members(d)
        if raw_allowed_from_date.__class__ is str:
            raw_allowed_from_date = parse_datetime(raw_allowed_from_date)
        self.allowed_from_date = raw_allowed_from_date
        if raw_allowed_until_date.__class__ is str:
            raw_allowed_until_date = parse_datetime(raw_allowed_until_date)
        self.allowed_until_date = raw_allowed_until_date
        if raw_allowed_week_days.__class__ is int:
            raw_allowed_week_days = _WeekdaysMembers[raw_allowed_week_days]
        self.allowed_week_days = raw_allowed_week_days
        return self


@define(kw_only=True, repr=False)
class SmartlockAuthUpdate(RequestModel):
    """New data for an authorization. Send all of it: fields left out have been seen to be cleared,
    and null removes a restriction.
    """

    account_user_id: int | Unset = UNSET
    """Account user that the authorization belongs to."""
    allowed_from_date: datetime | None | Unset = UNSET
    """Start of the validity (UTC); null removes it."""
    allowed_from_time: int | None | Unset = UNSET
    """Start of the daily time window, minutes since midnight; null removes it."""
    allowed_until_date: datetime | None | Unset = UNSET
    """End of the validity (UTC); null removes it."""
    allowed_until_time: int | None | Unset = UNSET
    """End of the daily time window, minutes since midnight; null removes it."""
    allowed_week_days: Weekdays | None | Unset = UNSET
    """Days on which it is valid; null removes the restriction."""
    code: int | Unset = field(default=UNSET, repr=False)
    """Code to type on the keypad; only for keypad authorizations."""
    enabled: bool | Unset = UNSET
    """Whether the authorization may be used."""
    name: str
    """Name of the authorization, 32 characters at most."""
    remote_allowed: bool | Unset = UNSET
    """Whether it works away from the door, over the internet."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "account_user_id": "accountUserId",
        "allowed_from_date": "allowedFromDate",
        "allowed_from_time": "allowedFromTime",
        "allowed_until_date": "allowedUntilDate",
        "allowed_until_time": "allowedUntilTime",
        "allowed_week_days": "allowedWeekDays",
        "code": "code",
        "enabled": "enabled",
        "name": "name",
        "remote_allowed": "remoteAllowed",
    }
    periods: ClassVar[tuple[tuple[str, str], ...]] = (("allowed_from_date", "allowed_until_date"),)

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.account_user_id,
            raw_allowed_from_date,
            self.allowed_from_time,
            raw_allowed_until_date,
            self.allowed_until_time,
            raw_allowed_week_days,
            self.code,
            self.enabled,
            self.name,
            self.remote_allowed,
        ) = self._members(d)
        if raw_allowed_from_date.__class__ is str:
            raw_allowed_from_date = parse_datetime(raw_allowed_from_date)
        self.allowed_from_date = raw_allowed_from_date
        if raw_allowed_until_date.__class__ is str:
            raw_allowed_until_date = parse_datetime(raw_allowed_until_date)
        self.allowed_until_date = raw_allowed_until_date
        if raw_allowed_week_days.__class__ is int:
            raw_allowed_week_days = _WeekdaysMembers[raw_allowed_week_days]
        self.allowed_week_days = raw_allowed_week_days
        return self


@define(kw_only=True, repr=False)
class SmartlockAuthWithSharedKeyCreate(RequestModel):
    """An authorization to be made with a shared key."""

    account_user_id: int | Unset = UNSET
    """Account user that the authorization belongs to."""
    allowed_from_date: datetime | Unset = UNSET
    """Start of the validity (UTC)."""
    allowed_from_time: int | Unset = UNSET
    """Start of the daily time window, minutes since midnight."""
    allowed_until_date: datetime | Unset = UNSET
    """End of the validity (UTC)."""
    allowed_until_time: int | Unset = UNSET
    """End of the daily time window, minutes since midnight."""
    allowed_week_days: Weekdays | Unset = UNSET
    """Days on which it is valid; every day if absent."""
    name: str
    """Name of the authorization, 32 characters at most."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "account_user_id": "accountUserId",
        "allowed_from_date": "allowedFromDate",
        "allowed_from_time": "allowedFromTime",
        "allowed_until_date": "allowedUntilDate",
        "allowed_until_time": "allowedUntilTime",
        "allowed_week_days": "allowedWeekDays",
        "name": "name",
    }
    periods: ClassVar[tuple[tuple[str, str], ...]] = (("allowed_from_date", "allowed_until_date"),)

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.account_user_id,
            raw_allowed_from_date,
            self.allowed_from_time,
            raw_allowed_until_date,
            self.allowed_until_time,
            raw_allowed_week_days,
            self.name,
        ) = self._members(d)
        if raw_allowed_from_date.__class__ is str:
            raw_allowed_from_date = parse_datetime(raw_allowed_from_date)
        self.allowed_from_date = raw_allowed_from_date
        if raw_allowed_until_date.__class__ is str:
            raw_allowed_until_date = parse_datetime(raw_allowed_until_date)
        self.allowed_until_date = raw_allowed_until_date
        if raw_allowed_week_days.__class__ is int:
            raw_allowed_week_days = _WeekdaysMembers[raw_allowed_week_days]
        self.allowed_week_days = raw_allowed_week_days
        return self


@define(kw_only=True, repr=False)
class SmartlocksAuthAdvancedCreate(RequestModel):
    """An app authorization for several devices, whose result comes by webhook."""

    account_user_id: int
    """Account user that the authorization belongs to."""
    allowed_from_date: datetime | Unset = UNSET
    """Start of the validity (UTC)."""
    allowed_from_time: int | Unset = UNSET
    """Start of the daily time window, minutes since midnight."""
    allowed_until_date: datetime | Unset = UNSET
    """End of the validity (UTC)."""
    allowed_until_time: int | Unset = UNSET
    """End of the daily time window, minutes since midnight."""
    allowed_week_days: Weekdays | Unset = UNSET
    """Days on which it is valid; every day if absent."""
    name: str
    """Name of the authorization, 32 characters at most."""
    remote_allowed: bool
    """Whether it works away from the door, over the internet."""
    smart_actions_enabled: bool | Unset = UNSET
    """Whether smart actions are on for the authorization."""
    smartlock_ids: list[SmartlockId]
    """Devices that shall have the authorization (type << 32 | hex id)."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "account_user_id": "accountUserId",
        "allowed_from_date": "allowedFromDate",
        "allowed_from_time": "allowedFromTime",
        "allowed_until_date": "allowedUntilDate",
        "allowed_until_time": "allowedUntilTime",
        "allowed_week_days": "allowedWeekDays",
        "name": "name",
        "remote_allowed": "remoteAllowed",
        "smart_actions_enabled": "smartActionsEnabled",
        "smartlock_ids": "smartlockIds",
    }
    periods: ClassVar[tuple[tuple[str, str], ...]] = (("allowed_from_date", "allowed_until_date"),)

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.account_user_id,
            raw_allowed_from_date,
            self.allowed_from_time,
            raw_allowed_until_date,
            self.allowed_until_time,
            raw_allowed_week_days,
            self.name,
            self.remote_allowed,
            self.smart_actions_enabled,
            raw_smartlock_ids,
        ) = self._members(d)
        if raw_allowed_from_date.__class__ is str:
            raw_allowed_from_date = parse_datetime(raw_allowed_from_date)
        self.allowed_from_date = raw_allowed_from_date
        if raw_allowed_until_date.__class__ is str:
            raw_allowed_until_date = parse_datetime(raw_allowed_until_date)
        self.allowed_until_date = raw_allowed_until_date
        if raw_allowed_week_days.__class__ is int:
            raw_allowed_week_days = _WeekdaysMembers[raw_allowed_week_days]
        self.allowed_week_days = raw_allowed_week_days
        if raw_smartlock_ids.__class__ is list:
            raw_smartlock_ids = [
                shared_smartlock_id(item) if item.__class__ is int else item
                for item in raw_smartlock_ids
            ]
        self.smartlock_ids = raw_smartlock_ids
        return self


@define(kw_only=True, repr=False)
class SmartlocksAuthCreate(RequestModel):
    """An authorization for several devices. Devices that lack a needed Smart Hosting subscription
    are passed over without an error.
    """

    account_user_id: int | Unset = UNSET
    """Account user that the authorization belongs to; required unless it is a KEYPAD_CODE."""
    allowed_from_date: datetime | Unset = UNSET
    """Start of the validity (UTC)."""
    allowed_from_time: int | Unset = UNSET
    """Start of the daily time window, minutes since midnight."""
    allowed_until_date: datetime | Unset = UNSET
    """End of the validity (UTC)."""
    allowed_until_time: int | Unset = UNSET
    """End of the daily time window, minutes since midnight."""
    allowed_week_days: Weekdays | Unset = UNSET
    """Days on which it is valid; every day if absent."""
    code: int | Unset = field(default=UNSET, repr=False)
    """Code to type on the keypad; only for keypad authorizations."""
    name: str
    """Name of the authorization, 32 characters at most."""
    remote_allowed: bool
    """Whether it works away from the door, over the internet."""
    smart_actions_enabled: bool | Unset = UNSET
    """Whether smart actions are on for the authorization."""
    smartlock_ids: list[SmartlockId] | Unset = UNSET
    """Devices that shall have the authorization (type << 32 | hex id)."""
    type: AuthType | Unset = UNSET
    """What holds the authorization: APP (if absent), FOB or KEYPAD_CODE."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "account_user_id": "accountUserId",
        "allowed_from_date": "allowedFromDate",
        "allowed_from_time": "allowedFromTime",
        "allowed_until_date": "allowedUntilDate",
        "allowed_until_time": "allowedUntilTime",
        "allowed_week_days": "allowedWeekDays",
        "code": "code",
        "name": "name",
        "remote_allowed": "remoteAllowed",
        "smart_actions_enabled": "smartActionsEnabled",
        "smartlock_ids": "smartlockIds",
        "type": "type",
    }
    periods: ClassVar[tuple[tuple[str, str], ...]] = (("allowed_from_date", "allowed_until_date"),)

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.account_user_id,
            raw_allowed_from_date,
            self.allowed_from_time,
            raw_allowed_until_date,
            self.allowed_until_time,
            raw_allowed_week_days,
            self.code,
            self.name,
            self.remote_allowed,
            self.smart_actions_enabled,
            raw_smartlock_ids,
            raw_type,
        ) = self._members(d)
        if raw_allowed_from_date.__class__ is str:
            raw_allowed_from_date = parse_datetime(raw_allowed_from_date)
        self.allowed_from_date = raw_allowed_from_date
        if raw_allowed_until_date.__class__ is str:
            raw_allowed_until_date = parse_datetime(raw_allowed_until_date)
        self.allowed_until_date = raw_allowed_until_date
        if raw_allowed_week_days.__class__ is int:
            raw_allowed_week_days = _WeekdaysMembers[raw_allowed_week_days]
        self.allowed_week_days = raw_allowed_week_days
        if raw_smartlock_ids.__class__ is list:
            raw_smartlock_ids = [
                shared_smartlock_id(item) if item.__class__ is int else item
                for item in raw_smartlock_ids
            ]
        self.smartlock_ids = raw_smartlock_ids
        self.type = _AuthTypeMembers[raw_type] if raw_type.__class__ is int else raw_type
        return self
