# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: webhooks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from attrs import define

from nuki_core.datetimes import parse_datetime
from nuki_core.enums import members
from nuki_core.ids import DeviceType, SmartlockId, device_type_of, shared_smartlock_id
from nuki_core.json import JsonValue
from nuki_core.model import NO_PROPERTIES, Model, declared_names, extra_fields
from nuki_core.unset import MISSING, UNSET, Unset

from ..enums.advanced_api import WebhookFeature
from ..enums.smartlock import AdminPinState, ServerState
from ..enums.webhooks import DeviceErrorCode
from ..models.account_user import AccountUser
from ..models.smartlock import (
    SmartlockAdvancedConfig,
    SmartlockConfig,
    SmartlockOpenerAdvancedConfig,
    SmartlockSmartdoorAdvancedConfig,
    SmartlockState,
    SmartlockWebConfig,
)
from ..models.smartlock_auth import SmartlockAuth
from ..models.smartlock_log import SmartlockLog

_AdminPinStateMembers: Final = members(AdminPinState)
_DeviceErrorCodeMembers: Final = members(DeviceErrorCode)
_DeviceTypeMembers: Final = members(DeviceType)
_ServerStateMembers: Final = members(ServerState)
_WebhookFeatureMembers: Final = members(WebhookFeature)


@define(kw_only=True, repr=False)
class AccountUserWebhook(Model):
    """An account user was created, changed or deleted. Inferred: no sample is published, so that
    members may be missing or called otherwise; what came is kept in `additional_properties` then.
    """

    feature: WebhookFeature
    deleted: bool | Unset = UNSET
    """Whether the object is gone."""
    account_user: AccountUser | Unset = UNSET
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    json_names: ClassVar[Mapping[str, str]] = {
        "feature": "feature",
        "deleted": "deleted",
        "account_user": "accountUser",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _AccountUserWebhookNames)
        value = d.get("feature", MISSING)
        self.feature = _WebhookFeatureMembers[value] if value.__class__ is str else value
        self.deleted = d.get("deleted", MISSING)
        value = d.get("accountUser", MISSING)
        self.account_user = AccountUser.from_dict(value) if value.__class__ is dict else value
        return self


_AccountUserWebhookNames: Final = declared_names(AccountUserWebhook)


@define(kw_only=True, repr=False)
class AdvancedResultDetail(Model):
    """Result for one device."""

    smartlock_id: SmartlockId | Unset = UNSET
    success: bool | Unset = UNSET
    error_code: DeviceErrorCode | Unset = UNSET
    id: str | Unset = UNSET
    """Id of the authorization that was made."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    json_names: ClassVar[Mapping[str, str]] = {
        "smartlock_id": "smartlockId",
        "success": "success",
        "error_code": "errorCode",
        "id": "id",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _AdvancedResultDetailNames)
        value = d.get("smartlockId", MISSING)
        self.smartlock_id = shared_smartlock_id(value) if value.__class__ is int else value
        self.success = d.get("success", MISSING)
        value = d.get("errorCode", MISSING)
        self.error_code = _DeviceErrorCodeMembers[value] if value.__class__ is str else value
        self.id = d.get("id", MISSING)
        return self


_AdvancedResultDetailNames: Final = declared_names(AdvancedResultDetail)


@define(kw_only=True, repr=False)
class AdvancedResultWebhook(Model):
    """Result of a request to an advanced endpoint. It has no feature; request_id is that of the
    answer to the request.
    """

    type: str | Unset = UNSET
    """What was requested, such as UnlockAction or AuthCreation."""
    request_id: str
    smartlock_id: SmartlockId | Unset = UNSET
    success: bool | Unset = UNSET
    detail: list[AdvancedResultDetail] | Unset = UNSET
    """One result per device, for a request to several."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    json_names: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "request_id": "requestId",
        "smartlock_id": "smartlockId",
        "success": "success",
        "detail": "detail",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _AdvancedResultWebhookNames)
        self.type = d.get("type", MISSING)
        self.request_id = d.get("requestId", MISSING)
        value = d.get("smartlockId", MISSING)
        self.smartlock_id = shared_smartlock_id(value) if value.__class__ is int else value
        self.success = d.get("success", MISSING)
        value = d.get("detail", MISSING)
        self.detail = (
            [
                AdvancedResultDetail.from_dict(item) if item.__class__ is dict else item
                for item in value
            ]
            if value.__class__ is list
            else value
        )
        return self


_AdvancedResultWebhookNames: Final = declared_names(AdvancedResultWebhook)


@define(kw_only=True, repr=False)
class DeviceAuthsWebhook(Model):
    """An authorization was created, changed or deleted."""

    feature: WebhookFeature
    deleted: bool | Unset = UNSET
    """Whether the object is gone."""
    smartlock_auth: SmartlockAuth | Unset = UNSET
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    json_names: ClassVar[Mapping[str, str]] = {
        "feature": "feature",
        "deleted": "deleted",
        "smartlock_auth": "smartlockAuth",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _DeviceAuthsWebhookNames)
        value = d.get("feature", MISSING)
        self.feature = _WebhookFeatureMembers[value] if value.__class__ is str else value
        self.deleted = d.get("deleted", MISSING)
        value = d.get("smartlockAuth", MISSING)
        self.smartlock_auth = SmartlockAuth.from_dict(value) if value.__class__ is dict else value
        return self


_DeviceAuthsWebhookNames: Final = declared_names(DeviceAuthsWebhook)


@define(kw_only=True, repr=False)
class DeviceConfigWebhook(Model):
    """The config of a device changed. Inferred: no sample is published, so that members may be
    missing or called otherwise; what came is kept in `additional_properties` then.
    """

    feature: WebhookFeature
    deleted: bool | Unset = UNSET
    """Whether the object is gone."""
    smartlock_id: SmartlockId | Unset = UNSET
    config: SmartlockConfig | Unset = UNSET
    advanced_config: SmartlockAdvancedConfig | Unset = UNSET
    opener_advanced_config: SmartlockOpenerAdvancedConfig | Unset = UNSET
    smartdoor_advanced_config: SmartlockSmartdoorAdvancedConfig | Unset = UNSET
    web_config: SmartlockWebConfig | Unset = UNSET
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    json_names: ClassVar[Mapping[str, str]] = {
        "feature": "feature",
        "deleted": "deleted",
        "smartlock_id": "smartlockId",
        "config": "config",
        "advanced_config": "advancedConfig",
        "opener_advanced_config": "openerAdvancedConfig",
        "smartdoor_advanced_config": "smartdoorAdvancedConfig",
        "web_config": "webConfig",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _DeviceConfigWebhookNames)
        device_type = device_type_of(None, d.get("smartlockId"))
        value = d.get("feature", MISSING)
        self.feature = _WebhookFeatureMembers[value] if value.__class__ is str else value
        self.deleted = d.get("deleted", MISSING)
        value = d.get("smartlockId", MISSING)
        self.smartlock_id = shared_smartlock_id(value) if value.__class__ is int else value
        value = d.get("config", MISSING)
        self.config = (
            SmartlockConfig.from_dict(value, device_type) if value.__class__ is dict else value
        )
        value = d.get("advancedConfig", MISSING)
        self.advanced_config = (
            SmartlockAdvancedConfig.from_dict(value) if value.__class__ is dict else value
        )
        value = d.get("openerAdvancedConfig", MISSING)
        self.opener_advanced_config = (
            SmartlockOpenerAdvancedConfig.from_dict(value) if value.__class__ is dict else value
        )
        value = d.get("smartdoorAdvancedConfig", MISSING)
        self.smartdoor_advanced_config = (
            SmartlockSmartdoorAdvancedConfig.from_dict(value) if value.__class__ is dict else value
        )
        value = d.get("webConfig", MISSING)
        self.web_config = SmartlockWebConfig.from_dict(value) if value.__class__ is dict else value
        return self


_DeviceConfigWebhookNames: Final = declared_names(DeviceConfigWebhook)


@define(kw_only=True, repr=False)
class DeviceLogsWebhook(Model):
    """A device wrote a log entry."""

    feature: WebhookFeature
    deleted: bool | Unset = UNSET
    """Whether the object is gone."""
    smartlock_log: SmartlockLog | Unset = UNSET
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    json_names: ClassVar[Mapping[str, str]] = {
        "feature": "feature",
        "deleted": "deleted",
        "smartlock_log": "smartlockLog",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _DeviceLogsWebhookNames)
        value = d.get("feature", MISSING)
        self.feature = _WebhookFeatureMembers[value] if value.__class__ is str else value
        self.deleted = d.get("deleted", MISSING)
        value = d.get("smartlockLog", MISSING)
        self.smartlock_log = SmartlockLog.from_dict(value) if value.__class__ is dict else value
        return self


_DeviceLogsWebhookNames: Final = declared_names(DeviceLogsWebhook)


@define(kw_only=True, repr=False)
class DeviceMasterdataWebhook(Model):
    """The master data of a device changed, or the device was synchronised, added or removed."""

    feature: WebhookFeature
    deleted: bool | Unset = UNSET
    """Whether the object is gone."""
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
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    json_names: ClassVar[Mapping[str, str]] = {
        "feature": "feature",
        "deleted": "deleted",
        "smartlock_id": "smartlockId",
        "account_id": "accountId",
        "type": "type",
        "auth_id": "authId",
        "name": "name",
        "favorite": "favorite",
        "firmware_version": "firmwareVersion",
        "hardware_version": "hardwareVersion",
        "server_state": "serverState",
        "admin_pin_state": "adminPinState",
        "creation_date": "creationDate",
        "update_date": "updateDate",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _DeviceMasterdataWebhookNames)
        value = d.get("feature", MISSING)
        self.feature = _WebhookFeatureMembers[value] if value.__class__ is str else value
        self.deleted = d.get("deleted", MISSING)
        value = d.get("smartlockId", MISSING)
        self.smartlock_id = shared_smartlock_id(value) if value.__class__ is int else value
        self.account_id = d.get("accountId", MISSING)
        value = d.get("type", MISSING)
        self.type = _DeviceTypeMembers[value] if value.__class__ is int else value
        self.auth_id = d.get("authId", MISSING)
        self.name = d.get("name", MISSING)
        self.favorite = d.get("favorite", MISSING)
        self.firmware_version = d.get("firmwareVersion", MISSING)
        self.hardware_version = d.get("hardwareVersion", MISSING)
        value = d.get("serverState", MISSING)
        self.server_state = _ServerStateMembers[value] if value.__class__ is int else value
        value = d.get("adminPinState", MISSING)
        self.admin_pin_state = _AdminPinStateMembers[value] if value.__class__ is int else value
        self.creation_date = parse_datetime(d.get("creationDate", MISSING))
        self.update_date = parse_datetime(d.get("updateDate", MISSING))
        return self


_DeviceMasterdataWebhookNames: Final = declared_names(DeviceMasterdataWebhook)


@define(kw_only=True, repr=False)
class DeviceStatusWebhook(Model):
    """The state of a device changed."""

    feature: WebhookFeature
    smartlock_id: SmartlockId | Unset = UNSET
    state: SmartlockState | Unset = UNSET
    server_state: ServerState | Unset = UNSET
    admin_pin_state: AdminPinState | Unset = UNSET
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    json_names: ClassVar[Mapping[str, str]] = {
        "feature": "feature",
        "smartlock_id": "smartlockId",
        "state": "state",
        "server_state": "serverState",
        "admin_pin_state": "adminPinState",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _DeviceStatusWebhookNames)
        device_type = device_type_of(None, d.get("smartlockId"))
        value = d.get("feature", MISSING)
        self.feature = _WebhookFeatureMembers[value] if value.__class__ is str else value
        value = d.get("smartlockId", MISSING)
        self.smartlock_id = shared_smartlock_id(value) if value.__class__ is int else value
        value = d.get("state", MISSING)
        self.state = (
            SmartlockState.from_dict(value, device_type) if value.__class__ is dict else value
        )
        value = d.get("serverState", MISSING)
        self.server_state = _ServerStateMembers[value] if value.__class__ is int else value
        value = d.get("adminPinState", MISSING)
        self.admin_pin_state = _AdminPinStateMembers[value] if value.__class__ is int else value
        return self


_DeviceStatusWebhookNames: Final = declared_names(DeviceStatusWebhook)
