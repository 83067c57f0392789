# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: webhooks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Self

from attrs import define

from nuki_core.enums import members
from nuki_core.ids import DeviceType, SmartlockId, device_type_of, shared_smartlock_id
from nuki_core.instants import instant
from nuki_core.json import JsonObject, JsonValue
from nuki_core.model import Model, known, plain, unknown
from nuki_core.unset import MISSING, UNSET, Unset

from ..enums.advanced_api import WebhookFeature
from ..enums.smartlock import AdminPinState, ServerState
from ..enums.webhooks import DeviceErrorCode
from ..models.account_user import AccountUser
from ..models.smartlock import (
    SmartlockAdvancedConfig, SmartlockConfig, SmartlockOpenerAdvancedConfig,
    SmartlockSmartdoorAdvancedConfig, SmartlockState, SmartlockWebConfig,
)
from ..models.smartlock_auth import SmartlockAuth
from ..models.smartlock_log import SmartlockLog
_AdminPinState: Final = members(AdminPinState)
_DeviceErrorCode: Final = members(DeviceErrorCode)
_DeviceType: Final = members(DeviceType)
_ServerState: Final = members(ServerState)
_WebhookFeature: Final = members(WebhookFeature)


@define(kw_only=True, repr=False, weakref_slot=False)
class AccountUserWebhook(Model):
    """An account user was created, changed or deleted. No sample is published: any member may be
    missing.

    Attributes:
        deleted: Whether the object is gone.
    """

    feature: WebhookFeature
    deleted: bool | Unset = UNSET
    account_user: AccountUser | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.feature = _WebhookFeature[v] if (v := d.get("feature", MISSING)).__class__ is str else v
        self.deleted = d.get("deleted", MISSING)
        self.account_user = AccountUser.from_dict(v) if (v := d.get("accountUser", MISSING)).__class__ is dict else v
        self.additional_properties = unknown(d, _AccountUserWebhook)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "feature": plain(self.feature), "deleted": self.deleted,
            "accountUser": plain(self.account_user),
        })


_AccountUserWebhook: Final = frozenset({"feature", "deleted", "accountUser"})


@define(kw_only=True, repr=False, weakref_slot=False)
class AdvancedResultDetail(Model):
    """Result for one device.

    Attributes:
        id: Id of the authorization that was made.
    """

    smartlock_id: SmartlockId | Unset = UNSET
    success: bool | Unset = UNSET
    error_code: DeviceErrorCode | Unset = UNSET
    id: str | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.smartlock_id = shared_smartlock_id(v) if (v := d.get("smartlockId", MISSING)).__class__ is int else v
        self.success = d.get("success", MISSING)
        self.error_code = _DeviceErrorCode[v] if (v := d.get("errorCode", MISSING)).__class__ is str else v
        self.id = d.get("id", MISSING)
        self.additional_properties = unknown(d, _AdvancedResultDetail)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "smartlockId": plain(self.smartlock_id), "success": self.success,
            "errorCode": plain(self.error_code), "id": self.id,
        })


_AdvancedResultDetail: Final = frozenset({"smartlockId", "success", "errorCode", "id"})


@define(kw_only=True, repr=False, weakref_slot=False)
class AdvancedResultWebhook(Model):
    """Result of a request to an advanced endpoint. It has no feature; requestId is that of the
    answer to the request.

    Attributes:
        type: What was requested, such as UnlockAction or AuthCreation.
        detail: One result per device, for a request to several.
    """

    type: str | Unset = UNSET
    request_id: str
    smartlock_id: SmartlockId | Unset = UNSET
    success: bool | Unset = UNSET
    detail: list[AdvancedResultDetail] | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.type = d.get("type", MISSING)
        self.request_id = d.get("requestId", MISSING)
        self.smartlock_id = shared_smartlock_id(v) if (v := d.get("smartlockId", MISSING)).__class__ is int else v
        self.success = d.get("success", MISSING)
        self.detail = [AdvancedResultDetail.from_dict(e) if e.__class__ is dict else e for e in v] if (v := d.get("detail", MISSING)).__class__ is list else v
        self.additional_properties = unknown(d, _AdvancedResultWebhook)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "type": self.type, "requestId": self.request_id,
            "smartlockId": plain(self.smartlock_id), "success": self.success,
            "detail": plain(self.detail),
        })


_AdvancedResultWebhook: Final = frozenset({"type", "requestId", "smartlockId", "success", "detail"})


@define(kw_only=True, repr=False, weakref_slot=False)
class DeviceAuthsWebhook(Model):
    """An authorization was created, changed or deleted.

    Attributes:
        deleted: Whether the object is gone.
    """

    feature: WebhookFeature
    deleted: bool | Unset = UNSET
    smartlock_auth: SmartlockAuth | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.feature = _WebhookFeature[v] if (v := d.get("feature", MISSING)).__class__ is str else v
        self.deleted = d.get("deleted", MISSING)
        self.smartlock_auth = SmartlockAuth.from_dict(v) if (v := d.get("smartlockAuth", MISSING)).__class__ is dict else v
        self.additional_properties = unknown(d, _DeviceAuthsWebhook)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "feature": plain(self.feature), "deleted": self.deleted,
            "smartlockAuth": plain(self.smartlock_auth),
        })


_DeviceAuthsWebhook: Final = frozenset({"feature", "deleted", "smartlockAuth"})


@define(kw_only=True, repr=False, weakref_slot=False)
class DeviceConfigWebhook(Model):
    """The config of a device changed. No sample is published: any member may be missing.

    Attributes:
        deleted: Whether the object is gone.
    """

    feature: WebhookFeature
    deleted: bool | Unset = UNSET
    smartlock_id: SmartlockId | Unset = UNSET
    config: SmartlockConfig | Unset = UNSET
    advanced_config: SmartlockAdvancedConfig | Unset = UNSET
    opener_advanced_config: SmartlockOpenerAdvancedConfig | Unset = UNSET
    smartdoor_advanced_config: SmartlockSmartdoorAdvancedConfig | Unset = UNSET
    web_config: SmartlockWebConfig | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        device_type = device_type_of(None, d.get("smartlockId"))
        self.feature = _WebhookFeature[v] if (v := d.get("feature", MISSING)).__class__ is str else v
        self.deleted = d.get("deleted", MISSING)
        self.smartlock_id = shared_smartlock_id(v) if (v := d.get("smartlockId", MISSING)).__class__ is int else v
        self.config = SmartlockConfig.from_dict(v, device_type) if (v := d.get("config", MISSING)).__class__ is dict else v
        self.advanced_config = SmartlockAdvancedConfig.from_dict(v) if (v := d.get("advancedConfig", MISSING)).__class__ is dict else v
        self.opener_advanced_config = SmartlockOpenerAdvancedConfig.from_dict(v) if (v := d.get("openerAdvancedConfig", MISSING)).__class__ is dict else v
        self.smartdoor_advanced_config = SmartlockSmartdoorAdvancedConfig.from_dict(v) if (v := d.get("smartdoorAdvancedConfig", MISSING)).__class__ is dict else v
        self.web_config = SmartlockWebConfig.from_dict(v) if (v := d.get("webConfig", MISSING)).__class__ is dict else v
        self.additional_properties = unknown(d, _DeviceConfigWebhook)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "feature": plain(self.feature), "deleted": self.deleted,
            "smartlockId": plain(self.smartlock_id), "config": plain(self.config),
            "advancedConfig": plain(self.advanced_config),
            "openerAdvancedConfig": plain(self.opener_advanced_config),
            "smartdoorAdvancedConfig": plain(self.smartdoor_advanced_config),
            "webConfig": plain(self.web_config),
        })


_DeviceConfigWebhook: Final = frozenset({
    "feature", "deleted", "smartlockId", "config", "advancedConfig", "openerAdvancedConfig",
    "smartdoorAdvancedConfig", "webConfig",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class DeviceLogsWebhook(Model):
    """A device wrote a log entry.

    Attributes:
        deleted: Whether the object is gone.
    """

    feature: WebhookFeature
    deleted: bool | Unset = UNSET
    smartlock_log: SmartlockLog | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.feature = _WebhookFeature[v] if (v := d.get("feature", MISSING)).__class__ is str else v
        self.deleted = d.get("deleted", MISSING)
        self.smartlock_log = SmartlockLog.from_dict(v) if (v := d.get("smartlockLog", MISSING)).__class__ is dict else v
        self.additional_properties = unknown(d, _DeviceLogsWebhook)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "feature": plain(self.feature), "deleted": self.deleted,
            "smartlockLog": plain(self.smartlock_log),
        })


_DeviceLogsWebhook: Final = frozenset({"feature", "deleted", "smartlockLog"})


@define(kw_only=True, repr=False, weakref_slot=False)
class DeviceMasterdataWebhook(Model):
    """The master data of a device changed, or the device was synchronised, added or removed.

    Attributes:
        deleted: Whether the object is gone.
    """

    feature: WebhookFeature
    deleted: bool | Unset = UNSET
    smartlock_id: SmartlockId | Unset = UNSET
    account_id: int | Unset = UNSET
    type: DeviceType | Unset = UNSET
    auth_id: int | Unset = UNSET
    name: str | Unset = UNSET
    favorite: bool | Unset = UNSET
    firmware_version: int | Unset = UNSET
    hardware_version: int | Unset = UNSET
    server_state: ServerState | Unset = UNSET
    admin_pin_state: AdminPinState | Unset = UNSET
    creation_date: datetime | Unset = UNSET
    update_date: datetime | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.feature = _WebhookFeature[v] if (v := d.get("feature", MISSING)).__class__ is str else v
        self.deleted = d.get("deleted", MISSING)
        self.smartlock_id = shared_smartlock_id(v) if (v := d.get("smartlockId", MISSING)).__class__ is int else v
        self.account_id = d.get("accountId", MISSING)
        self.type = _DeviceType[v] if (v := d.get("type", MISSING)).__class__ is int else v
        self.auth_id = d.get("authId", MISSING)
        self.name = d.get("name", MISSING)
        self.favorite = d.get("favorite", MISSING)
        self.firmware_version = d.get("firmwareVersion", MISSING)
        self.hardware_version = d.get("hardwareVersion", MISSING)
        self.server_state = _ServerState[v] if (v := d.get("serverState", MISSING)).__class__ is int else v
        self.admin_pin_state = _AdminPinState[v] if (v := d.get("adminPinState", MISSING)).__class__ is int else v
        self.creation_date = instant(d.get("creationDate", MISSING))
        self.update_date = instant(d.get("updateDate", MISSING))
        self.additional_properties = unknown(d, _DeviceMasterdataWebhook)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "feature": plain(self.feature), "deleted": self.deleted,
            "smartlockId": plain(self.smartlock_id), "accountId": self.account_id,
            "type": plain(self.type), "authId": self.auth_id, "name": self.name,
            "favorite": self.favorite, "firmwareVersion": self.firmware_version,
            "hardwareVersion": self.hardware_version, "serverState": plain(self.server_state),
            "adminPinState": plain(self.admin_pin_state), "creationDate": plain(self.creation_date),
            "updateDate": plain(self.update_date),
        })


_DeviceMasterdataWebhook: Final = frozenset({
    "feature", "deleted", "smartlockId", "accountId", "type", "authId", "name", "favorite",
    "firmwareVersion", "hardwareVersion", "serverState", "adminPinState", "creationDate",
    "updateDate",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class DeviceStatusWebhook(Model):
    """The state of a device changed."""

    feature: WebhookFeature
    smartlock_id: SmartlockId | Unset = UNSET
    state: SmartlockState | Unset = UNSET
    server_state: ServerState | Unset = UNSET
    admin_pin_state: AdminPinState | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        device_type = device_type_of(None, d.get("smartlockId"))
        self.feature = _WebhookFeature[v] if (v := d.get("feature", MISSING)).__class__ is str else v
        self.smartlock_id = shared_smartlock_id(v) if (v := d.get("smartlockId", MISSING)).__class__ is int else v
        self.state = SmartlockState.from_dict(v, device_type) if (v := d.get("state", MISSING)).__class__ is dict else v
        self.server_state = _ServerState[v] if (v := d.get("serverState", MISSING)).__class__ is int else v
        self.admin_pin_state = _AdminPinState[v] if (v := d.get("adminPinState", MISSING)).__class__ is int else v
        self.additional_properties = unknown(d, _DeviceStatusWebhook)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "feature": plain(self.feature), "smartlockId": plain(self.smartlock_id),
            "state": plain(self.state), "serverState": plain(self.server_state),
            "adminPinState": plain(self.admin_pin_state),
        })


_DeviceStatusWebhook: Final = frozenset({
    "feature", "smartlockId", "state", "serverState", "adminPinState",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class Error(Model):
    """Body of an error answer, if it is JSON. Any member may be missing.

    Attributes:
        detail_message: Message of the exception.
        stack_trace: Empty as far as seen.
        suppressed_exceptions: Empty as far as seen.
        code: HTTP status.
        description: What the status means.
        home_ref: Home page of the server.
        reason_phrase: HTTP reason phrase.
        uri: Page about the status.
    """

    detail_message: str | Unset = UNSET
    stack_trace: list[JsonValue] | Unset = UNSET
    suppressed_exceptions: list[JsonValue] | Unset = UNSET
    code: int | Unset = UNSET
    description: str | Unset = UNSET
    home_ref: str | Unset = UNSET
    reason_phrase: str | Unset = UNSET
    uri: str | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.detail_message = d.get("detailMessage", MISSING)
        self.stack_trace = d.get("stackTrace", MISSING)
        self.suppressed_exceptions = d.get("suppressedExceptions", MISSING)
        self.code = d.get("code", MISSING)
        self.description = d.get("description", MISSING)
        self.home_ref = d.get("homeRef", MISSING)
        self.reason_phrase = d.get("reasonPhrase", MISSING)
        self.uri = d.get("uri", MISSING)
        self.additional_properties = unknown(d, _Error)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "detailMessage": self.detail_message, "stackTrace": self.stack_trace,
            "suppressedExceptions": self.suppressed_exceptions, "code": self.code,
            "description": self.description, "homeRef": self.home_ref,
            "reasonPhrase": self.reason_phrase, "uri": self.uri,
        })


_Error: Final = frozenset({
    "detailMessage", "stackTrace", "suppressedExceptions", "code", "description", "homeRef",
    "reasonPhrase", "uri",
})
