# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: webhooks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from nuki_core.datetimes import parse_datetime
from nuki_core.enums import members
from nuki_core.ids import DeviceType, SmartlockId, device_type_of, shared_smartlock_id
from nuki_core.json import JsonValue
from nuki_core.lazy_attrs import define
from nuki_core.model import NO_PROPERTIES, Model, new
from nuki_core.unset import UNSET, Unset

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
        self = new(cls)
        (raw_feature, self.deleted, raw_account_user) = self._members(d)
        if raw_feature.__class__ is str:
            raw_feature = _WebhookFeatureMembers[raw_feature]
        self.feature = raw_feature
        if raw_account_user.__class__ is dict:
            raw_account_user = AccountUser.from_dict(raw_account_user)
        self.account_user = raw_account_user
        return self


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
        self = new(cls)
        (raw_smartlock_id, self.success, raw_error_code, self.id) = self._members(d)
        if raw_smartlock_id.__class__ is int:
            raw_smartlock_id = shared_smartlock_id(raw_smartlock_id)
        self.smartlock_id = raw_smartlock_id
        if raw_error_code.__class__ is str:
            raw_error_code = _DeviceErrorCodeMembers[raw_error_code]
        self.error_code = raw_error_code
        return self


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
        self = new(cls)
        (self.type, self.request_id, raw_smartlock_id, self.success, raw_detail) = self._members(d)
        if raw_smartlock_id.__class__ is int:
            raw_smartlock_id = shared_smartlock_id(raw_smartlock_id)
        self.smartlock_id = raw_smartlock_id
        if raw_detail.__class__ is list:
            raw_detail = [
                AdvancedResultDetail.from_dict(item) if item.__class__ is dict else item
                for item in raw_detail
            ]
        self.detail = raw_detail
        return self


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
        self = new(cls)
        (raw_feature, self.deleted, raw_smartlock_auth) = self._members(d)
        if raw_feature.__class__ is str:
            raw_feature = _WebhookFeatureMembers[raw_feature]
        self.feature = raw_feature
        if raw_smartlock_auth.__class__ is dict:
            raw_smartlock_auth = SmartlockAuth.from_dict(raw_smartlock_auth)
        self.smartlock_auth = raw_smartlock_auth
        return self


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
        self = new(cls)
        (
            raw_feature,
            self.deleted,
            raw_smartlock_id,
            raw_config,
            raw_advanced_config,
            raw_opener_advanced_config,
            raw_smartdoor_advanced_config,
            raw_web_config,
        ) = self._members(d)
        device_type = device_type_of(None, raw_smartlock_id)
        if raw_feature.__class__ is str:
            raw_feature = _WebhookFeatureMembers[raw_feature]
        self.feature = raw_feature
        if raw_smartlock_id.__class__ is int:
            raw_smartlock_id = shared_smartlock_id(raw_smartlock_id)
        self.smartlock_id = raw_smartlock_id
        if raw_config.__class__ is dict:
            raw_config = SmartlockConfig.from_dict(raw_config, device_type)
        self.config = raw_config
        if raw_advanced_config.__class__ is dict:
            raw_advanced_config = SmartlockAdvancedConfig.from_dict(raw_advanced_config)
        self.advanced_config = raw_advanced_config
        if raw_opener_advanced_config.__class__ is dict:
            raw_opener_advanced_config = SmartlockOpenerAdvancedConfig.from_dict(
                raw_opener_advanced_config
            )
        self.opener_advanced_config = raw_opener_advanced_config
        if raw_smartdoor_advanced_config.__class__ is dict:
            raw_smartdoor_advanced_config = SmartlockSmartdoorAdvancedConfig.from_dict(
                raw_smartdoor_advanced_config
            )
        self.smartdoor_advanced_config = raw_smartdoor_advanced_config
        if raw_web_config.__class__ is dict:
            raw_web_config = SmartlockWebConfig.from_dict(raw_web_config)
        self.web_config = raw_web_config
        return self


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
        self = new(cls)
        (raw_feature, self.deleted, raw_smartlock_log) = self._members(d)
        if raw_feature.__class__ is str:
            raw_feature = _WebhookFeatureMembers[raw_feature]
        self.feature = raw_feature
        if raw_smartlock_log.__class__ is dict:
            raw_smartlock_log = SmartlockLog.from_dict(raw_smartlock_log)
        self.smartlock_log = raw_smartlock_log
        return self


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
        self = new(cls)
        (
            raw_feature,
            self.deleted,
            raw_smartlock_id,
            self.account_id,
            raw_type,
            self.auth_id,
            self.name,
            self.favorite,
            self.firmware_version,
            self.hardware_version,
            raw_server_state,
            raw_admin_pin_state,
            raw_creation_date,
            raw_update_date,
        ) = self._members(d)
        if raw_feature.__class__ is str:
            raw_feature = _WebhookFeatureMembers[raw_feature]
        self.feature = raw_feature
        if raw_smartlock_id.__class__ is int:
            raw_smartlock_id = shared_smartlock_id(raw_smartlock_id)
        self.smartlock_id = raw_smartlock_id
        self.type = _DeviceTypeMembers[raw_type] if raw_type.__class__ is int else raw_type
        if raw_server_state.__class__ is int:
            raw_server_state = _ServerStateMembers[raw_server_state]
        self.server_state = raw_server_state
        if raw_admin_pin_state.__class__ is int:
            raw_admin_pin_state = _AdminPinStateMembers[raw_admin_pin_state]
        self.admin_pin_state = raw_admin_pin_state
        if raw_creation_date.__class__ is str:
            raw_creation_date = parse_datetime(raw_creation_date)
        self.creation_date = raw_creation_date
        if raw_update_date.__class__ is str:
            raw_update_date = parse_datetime(raw_update_date)
        self.update_date = raw_update_date
        return self


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
        self = new(cls)
        (raw_feature, raw_smartlock_id, raw_state, raw_server_state, raw_admin_pin_state) = (
            self._members(d)
        )
        device_type = device_type_of(None, raw_smartlock_id)
        if raw_feature.__class__ is str:
            raw_feature = _WebhookFeatureMembers[raw_feature]
        self.feature = raw_feature
        if raw_smartlock_id.__class__ is int:
            raw_smartlock_id = shared_smartlock_id(raw_smartlock_id)
        self.smartlock_id = raw_smartlock_id
        if raw_state.__class__ is dict:
            raw_state = SmartlockState.from_dict(raw_state, device_type)
        self.state = raw_state
        if raw_server_state.__class__ is int:
            raw_server_state = _ServerStateMembers[raw_server_state]
        self.server_state = raw_server_state
        if raw_admin_pin_state.__class__ is int:
            raw_admin_pin_state = _AdminPinStateMembers[raw_admin_pin_state]
        self.admin_pin_state = raw_admin_pin_state
        return self
