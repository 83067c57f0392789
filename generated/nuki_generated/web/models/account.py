# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: account."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from nuki_core.datetimes import parse_datetime
from nuki_core.enums import members
from nuki_core.ids import SmartlockId, shared_smartlock_id
from nuki_core.json import JsonObject, JsonValue
from nuki_core.lazy_attrs import define, field
from nuki_core.model import NO_PROPERTIES, Model, new
from nuki_core.request_model import Limits, RequestModel
from nuki_core.unset import UNSET, Unset

from ..enums.account import (
    AccountOrigin,
    AccountRights,
    AccountType,
    AdvancedApiKeyStatus,
    DeviceSortType,
    DeviceViewType,
    IntegrationVersion,
    ShsSubscriptionType,
    SubAccountRights,
    TermsOfUseState,
)
from ..enums.advanced_api import AdvancedApiKeyType
from ..enums.api_key import Scope

_AccountOriginMembers: Final = members(AccountOrigin)
_AccountRightsMembers: Final = members(AccountRights)
_AccountTypeMembers: Final = members(AccountType)
_AdvancedApiKeyStatusMembers: Final = members(AdvancedApiKeyStatus)
_AdvancedApiKeyTypeMembers: Final = members(AdvancedApiKeyType)
_DeviceSortTypeMembers: Final = members(DeviceSortType)
_DeviceViewTypeMembers: Final = members(DeviceViewType)
_IntegrationVersionMembers: Final = members(IntegrationVersion)
_ScopeMembers: Final = members(Scope)
_ShsSubscriptionTypeMembers: Final = members(ShsSubscriptionType)
_SubAccountRightsMembers: Final = members(SubAccountRights)
_TermsOfUseStateMembers: Final = members(TermsOfUseState)


@define(kw_only=True, repr=False)
class AccountConfig(RequestModel):
    """PINs for voice assistants, and since when one-time passwords are on."""

    alexa_pin: str = field(repr=False)
    """PIN that Alexa asks for before it unlocks."""
    gactions_home_pin: str = field(repr=False)
    """PIN that Google Home asks for before it unlocks."""
    otp_enabled_date: datetime | Unset = UNSET
    """When one-time passwords were switched on (UTC)."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "alexa_pin": "alexaPin",
        "gactions_home_pin": "gactionsHomePin",
        "otp_enabled_date": "otpEnabledDate",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.alexa_pin, self.gactions_home_pin, raw_otp_enabled_date) = self._members(d)
        if raw_otp_enabled_date.__class__ is str:
            raw_otp_enabled_date = parse_datetime(raw_otp_enabled_date)
        self.otp_enabled_date = raw_otp_enabled_date
        return self


@define(kw_only=True, repr=False)
class AccountDescent(Model):
    """Where an account comes from."""

    origin: AccountOrigin
    """Sign-in provider through which the account was opened."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {"origin": "origin"}

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (raw_origin,) = self._members(d)
        if raw_origin.__class__ is str:
            raw_origin = _AccountOriginMembers[raw_origin]
        self.origin = raw_origin
        return self


@define(kw_only=True, repr=False)
class AccountProfile(RequestModel):
    """Name and postal address of an account."""

    address: str
    """Street and number."""
    city: str
    """Town."""
    country: str
    """Country as a two-letter code."""
    first_name: str
    """Given name."""
    last_name: str
    """Family name."""
    zip: str
    """Postcode."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "address": "address",
        "city": "city",
        "country": "country",
        "first_name": "firstName",
        "last_name": "lastName",
        "zip": "zip",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.address, self.city, self.country, self.first_name, self.last_name, self.zip) = (
            self._members(d)
        )
        return self


@define(kw_only=True, repr=False)
class TermsOfUse(Model):
    """State of the terms of use of the API."""

    acceptance_date: datetime | Unset = UNSET
    publish_date: datetime | Unset = UNSET
    state: TermsOfUseState | Unset = UNSET
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "acceptance_date": "acceptanceDate",
        "publish_date": "publishDate",
        "state": "state",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (raw_acceptance_date, raw_publish_date, raw_state) = self._members(d)
        if raw_acceptance_date.__class__ is str:
            raw_acceptance_date = parse_datetime(raw_acceptance_date)
        self.acceptance_date = raw_acceptance_date
        if raw_publish_date.__class__ is str:
            raw_publish_date = parse_datetime(raw_publish_date)
        self.publish_date = raw_publish_date
        self.state = _TermsOfUseStateMembers[raw_state] if raw_state.__class__ is str else raw_state
        return self


@define(kw_only=True, repr=False)
class Account(Model):
    """A sub account, as its master account sees it."""

    account_id: int
    """Number of the account."""
    api_terms_of_use: TermsOfUse | Unset = UNSET
    b2b_active: bool | Unset = UNSET
    config: AccountConfig | Unset = UNSET
    creation_date: datetime
    """When the account was opened (UTC)."""
    descent: AccountDescent | Unset = UNSET
    email: str
    """E-mail address of the account."""
    email_verified: bool | Unset = UNSET
    """Whether the e-mail address has been confirmed."""
    language: str | Unset = UNSET
    """Language as a code, for example de."""
    master_account_id: int | Unset = UNSET
    """Sub accounts only: number of the account above."""
    name: str
    """Name on the account."""
    profile: AccountProfile | Unset = UNSET
    rights: AccountRights | Unset = UNSET
    """What a sub account may do; sub accounts only."""
    shs_subscription_type: ShsSubscriptionType | Unset = UNSET
    """Subscription that a business (B2B) account holds."""
    type: AccountType
    """Kind of account."""
    update_date: datetime
    """When the account was last changed (UTC)."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "account_id": "accountId",
        "api_terms_of_use": "apiTermsOfUse",
        "b2b_active": "b2bActive",
        "config": "config",
        "creation_date": "creationDate",
        "descent": "descent",
        "email": "email",
        "email_verified": "emailVerified",
        "language": "language",
        "master_account_id": "masterAccountId",
        "name": "name",
        "profile": "profile",
        "rights": "rights",
        "shs_subscription_type": "shsSubscriptionType",
        "type": "type",
        "update_date": "updateDate",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.account_id,
            raw_api_terms_of_use,
            self.b2b_active,
            raw_config,
            raw_creation_date,
            raw_descent,
            self.email,
            self.email_verified,
            self.language,
            self.master_account_id,
            self.name,
            raw_profile,
            raw_rights,
            raw_shs_subscription_type,
            raw_type,
            raw_update_date,
        ) = self._members(d)
        if raw_api_terms_of_use.__class__ is dict:
            raw_api_terms_of_use = TermsOfUse.from_dict(raw_api_terms_of_use)
        self.api_terms_of_use = raw_api_terms_of_use
        if raw_config.__class__ is dict:
            raw_config = AccountConfig.from_dict(raw_config)
        self.config = raw_config
        if raw_creation_date.__class__ is str:
            raw_creation_date = parse_datetime(raw_creation_date)
        self.creation_date = raw_creation_date
        if raw_descent.__class__ is dict:
            raw_descent = AccountDescent.from_dict(raw_descent)
        self.descent = raw_descent
        if raw_profile.__class__ is dict:
            raw_profile = AccountProfile.from_dict(raw_profile)
        self.profile = raw_profile
        if raw_rights.__class__ is int:
            raw_rights = _AccountRightsMembers[raw_rights]
        self.rights = raw_rights
        if raw_shs_subscription_type.__class__ is str:
            raw_shs_subscription_type = _ShsSubscriptionTypeMembers[raw_shs_subscription_type]
        self.shs_subscription_type = raw_shs_subscription_type
        self.type = _AccountTypeMembers[raw_type] if raw_type.__class__ is int else raw_type
        if raw_update_date.__class__ is str:
            raw_update_date = parse_datetime(raw_update_date)
        self.update_date = raw_update_date
        return self


@define(kw_only=True, repr=False)
class AccountEmailChange(RequestModel):
    """The e-mail address that the account shall get."""

    email: str
    """E-mail address to change to."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {"email": "email"}

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.email,) = self._members(d)
        return self


@define(kw_only=True, repr=False)
class AccountIntegration(Model):
    """An integration, app or API token that may use the account."""

    advanced_state: AdvancedApiKeyStatus | Unset = UNSET
    """Status of the Advanced API application, such as TESTING; advanced integrations only."""
    advanced_type: AdvancedApiKeyType | Unset = UNSET
    """Purpose of the Advanced API application, such as HEALTHCARE; advanced integrations only."""
    client_id: str
    """Client id, by which the integration or device is removed."""
    created_at: datetime | Unset = UNSET
    """When the token was first issued (UTC)."""
    description: str | Unset = UNSET
    """Text entered by the user, as a rule only for API tokens."""
    device: bool | Unset = UNSET
    """Whether this is a device (true) or an integration (false)."""
    last_active_at: datetime | Unset = UNSET
    """When the token was last refreshed (UTC)."""
    name: str
    """Name by which the token is shown."""
    scopes: list[Scope] | Unset = UNSET
    """Scopes that the token holds."""
    sort_order: int | Unset = UNSET
    """Position in a sorted list; follows from vendor_key."""
    sub_account: bool | Unset = UNSET
    """Whether a sub account set it up."""
    sub_account_id: int | None | Unset = UNSET
    """Number of the sub account behind the token; null without one."""
    sub_account_name: str | None | Unset = UNSET
    """Name of the sub account behind the token; null without one."""
    token_id: str | Unset = UNSET
    """Id of the token if it is an API token made by hand."""
    vendor_key: str
    """What kind of integration or device it is, such as ALEXA, IOS, NUKI_WEB or API_TOKEN."""
    version: IntegrationVersion
    """Where it stems from: LEGACY is the old sign-in, HYDRA the present OAuth."""
    warning: bool | Unset = UNSET
    """true for an integration of the legacy kind."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "advanced_state": "advancedState",
        "advanced_type": "advancedType",
        "client_id": "clientId",
        "created_at": "createdAt",
        "description": "description",
        "device": "device",
        "last_active_at": "lastActiveAt",
        "name": "name",
        "scopes": "scopes",
        "sort_order": "sortOrder",
        "sub_account": "subAccount",
        "sub_account_id": "subAccountId",
        "sub_account_name": "subAccountName",
        "token_id": "tokenId",
        "vendor_key": "vendorKey",
        "version": "version",
        "warning": "warning",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            raw_advanced_state,
            raw_advanced_type,
            self.client_id,
            raw_created_at,
            self.description,
            self.device,
            raw_last_active_at,
            self.name,
            raw_scopes,
            self.sort_order,
            self.sub_account,
            self.sub_account_id,
            self.sub_account_name,
            self.token_id,
            self.vendor_key,
            raw_version,
            self.warning,
        ) = self._members(d)
        if raw_advanced_state.__class__ is str:
            raw_advanced_state = _AdvancedApiKeyStatusMembers[raw_advanced_state]
        self.advanced_state = raw_advanced_state
        if raw_advanced_type.__class__ is str:
            raw_advanced_type = _AdvancedApiKeyTypeMembers[raw_advanced_type]
        self.advanced_type = raw_advanced_type
        if raw_created_at.__class__ is str:
            raw_created_at = parse_datetime(raw_created_at)
        self.created_at = raw_created_at
        if raw_last_active_at.__class__ is str:
            raw_last_active_at = parse_datetime(raw_last_active_at)
        self.last_active_at = raw_last_active_at
        if raw_scopes.__class__ is list:
            raw_scopes = [
                _ScopeMembers[item] if item.__class__ is str else item for item in raw_scopes
            ]
        self.scopes = raw_scopes
        if raw_version.__class__ is str:
            raw_version = _IntegrationVersionMembers[raw_version]
        self.version = raw_version
        return self


@define(kw_only=True, repr=False)
class AccountOtpEnable(RequestModel):
    """A first one-time password, which switches one-time passwords on."""

    otp: str = field(repr=False)
    """One-time password (OTP) to confirm with."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {"otp": "otp"}

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.otp,) = self._members(d)
        return self


@define(kw_only=True, repr=False)
class AccountPasswordReset(RequestModel):
    """Request for a new password."""

    delete_api_tokens: bool | Unset = UNSET
    email: str
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "delete_api_tokens": "deleteApiTokens",
        "email": "email",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.delete_api_tokens, self.email) = self._members(d)
        return self


@define(kw_only=True, repr=False)
class StaleDevice(RequestModel):
    """A device that Nuki Web counts as stale."""

    name: str | Unset = UNSET
    read: bool | Unset = UNSET
    smartlock_id: SmartlockId | Unset = UNSET
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "read": "read",
        "smartlock_id": "smartlockId",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.name, self.read, raw_smartlock_id) = self._members(d)
        if raw_smartlock_id.__class__ is int:
            raw_smartlock_id = shared_smartlock_id(raw_smartlock_id)
        self.smartlock_id = raw_smartlock_id
        return self


@define(kw_only=True, repr=False)
class AccountSettingWeb(RequestModel):
    """Settings of Nuki Web."""

    device_sort_type: DeviceSortType | Unset = UNSET
    """Order in which the device page opens."""
    device_view_type: DeviceViewType | Unset = UNSET
    """Layout in which the device page opens."""
    marked_staled_devices: list[StaleDevice] | Unset = UNSET
    """Devices marked as stale."""
    nuki_club_dismissed: bool | Unset = UNSET
    """true hides the Nuki Club banner."""
    removed_staled_devices: list[StaleDevice] | Unset = UNSET
    """Stale devices that were removed."""
    annotations: JsonObject | Unset = UNSET
    """Further settings as pairs of key and value. A key is a prefix in the form of a DNS subdomain,
    a slash (/) and a name of letters and digits, with dashes, underscores and dots inside.
    """
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "device_sort_type": "deviceSortType",
        "device_view_type": "deviceViewType",
        "marked_staled_devices": "markedStaledDevices",
        "nuki_club_dismissed": "nukiClubDismissed",
        "removed_staled_devices": "removedStaledDevices",
        "annotations": "annotations",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            raw_device_sort_type,
            raw_device_view_type,
            raw_marked_staled_devices,
            self.nuki_club_dismissed,
            raw_removed_staled_devices,
            self.annotations,
        ) = self._members(d)
        if raw_device_sort_type.__class__ is str:
            raw_device_sort_type = _DeviceSortTypeMembers[raw_device_sort_type]
        self.device_sort_type = raw_device_sort_type
        if raw_device_view_type.__class__ is str:
            raw_device_view_type = _DeviceViewTypeMembers[raw_device_view_type]
        self.device_view_type = raw_device_view_type
        if raw_marked_staled_devices.__class__ is list:
            raw_marked_staled_devices = [
                StaleDevice.from_dict(item) if item.__class__ is dict else item
                for item in raw_marked_staled_devices
            ]
        self.marked_staled_devices = raw_marked_staled_devices
        if raw_removed_staled_devices.__class__ is list:
            raw_removed_staled_devices = [
                StaleDevice.from_dict(item) if item.__class__ is dict else item
                for item in raw_removed_staled_devices
            ]
        self.removed_staled_devices = raw_removed_staled_devices
        return self


@define(kw_only=True, repr=False)
class AccountSetting(RequestModel):
    """Settings stored for the account."""

    web: AccountSettingWeb | Unset = UNSET
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {"web": "web"}

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (raw_web,) = self._members(d)
        self.web = AccountSettingWeb.from_dict(raw_web) if raw_web.__class__ is dict else raw_web
        return self


@define(kw_only=True, repr=False)
class AccountSubCreate(RequestModel):
    """A sub account to open."""

    email: str
    """E-mail address of the sub account."""
    language: str
    """Language as a code, for example de."""
    name: str
    """Name of the sub account."""
    password: str = field(repr=False)
    """Password, 7 characters or more."""
    profile: AccountProfile | Unset = UNSET
    rights: SubAccountRights
    """The rights of the sub account. From 0 to 31."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "email": "email",
        "language": "language",
        "name": "name",
        "password": "password",
        "profile": "profile",
        "rights": "rights",
    }
    limits: ClassVar[Mapping[str, Limits]] = {
        "rights": Limits(lowest=0, highest=31),
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.email, self.language, self.name, self.password, raw_profile, raw_rights) = (
            self._members(d)
        )
        if raw_profile.__class__ is dict:
            raw_profile = AccountProfile.from_dict(raw_profile)
        self.profile = raw_profile
        if raw_rights.__class__ is int:
            raw_rights = _SubAccountRightsMembers[raw_rights]
        self.rights = raw_rights
        return self


@define(kw_only=True, repr=False)
class AccountSubUpdate(RequestModel):
    """New data for a sub account."""

    config: AccountConfig | Unset = UNSET
    email: str | Unset = UNSET
    """E-mail address to change to."""
    language: str
    """Language as a code, for example de."""
    name: str | Unset = UNSET
    """Name to change to."""
    password: str | Unset = field(default=UNSET, repr=False)
    """Password to change to, 7 characters or more."""
    profile: AccountProfile | Unset = UNSET
    rights: SubAccountRights | Unset = UNSET
    """The new rights of the sub account. From 0 to 127."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "config": "config",
        "email": "email",
        "language": "language",
        "name": "name",
        "password": "password",
        "profile": "profile",
        "rights": "rights",
    }
    limits: ClassVar[Mapping[str, Limits]] = {
        "rights": Limits(lowest=0, highest=127),
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            raw_config,
            self.email,
            self.language,
            self.name,
            self.password,
            raw_profile,
            raw_rights,
        ) = self._members(d)
        if raw_config.__class__ is dict:
            raw_config = AccountConfig.from_dict(raw_config)
        self.config = raw_config
        if raw_profile.__class__ is dict:
            raw_profile = AccountProfile.from_dict(raw_profile)
        self.profile = raw_profile
        if raw_rights.__class__ is int:
            raw_rights = _SubAccountRightsMembers[raw_rights]
        self.rights = raw_rights
        return self


@define(kw_only=True, repr=False)
class AccountUpdate(RequestModel):
    """New data for the account. A new password also deletes the API tokens, unless the call says
    otherwise.
    """

    config: AccountConfig | Unset = UNSET
    email: str | Unset = UNSET
    """E-mail address to change to."""
    language: str
    """Language as a code, for example de."""
    name: str | Unset = UNSET
    """Name to change to."""
    password: str | Unset = field(default=UNSET, repr=False)
    """Password to change to, 7 characters or more."""
    profile: AccountProfile | Unset = UNSET
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "config": "config",
        "email": "email",
        "language": "language",
        "name": "name",
        "password": "password",
        "profile": "profile",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (raw_config, self.email, self.language, self.name, self.password, raw_profile) = (
            self._members(d)
        )
        if raw_config.__class__ is dict:
            raw_config = AccountConfig.from_dict(raw_config)
        self.config = raw_config
        if raw_profile.__class__ is dict:
            raw_profile = AccountProfile.from_dict(raw_profile)
        self.profile = raw_profile
        return self


@define(kw_only=True, repr=False)
class MyAccount(Model):
    """The account of the token, or a sub account just opened, with its secret."""

    account_id: int
    """Number of the account."""
    api_terms_of_use: TermsOfUse | Unset = UNSET
    b2b_active: bool | Unset = UNSET
    config: AccountConfig | Unset = UNSET
    creation_date: datetime
    """When the account was opened (UTC)."""
    descent: AccountDescent | Unset = UNSET
    email: str
    """E-mail address of the account."""
    email_verified: bool | Unset = UNSET
    """Whether the e-mail address has been confirmed."""
    language: str | Unset = UNSET
    """Language as a code, for example de."""
    master_account_id: int | Unset = UNSET
    """Sub accounts only: number of the account above."""
    name: str
    """Name on the account."""
    profile: AccountProfile | Unset = UNSET
    rights: AccountRights | Unset = UNSET
    """What a sub account may do; sub accounts only."""
    secret: list[str] | Unset = field(default=UNSET, repr=False)
    """The secret, encoded in base64."""
    shs_subscription_type: ShsSubscriptionType | Unset = UNSET
    """Subscription that a business (B2B) account holds."""
    type: AccountType
    """Kind of account."""
    update_date: datetime
    """When the account was last changed (UTC)."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "account_id": "accountId",
        "api_terms_of_use": "apiTermsOfUse",
        "b2b_active": "b2bActive",
        "config": "config",
        "creation_date": "creationDate",
        "descent": "descent",
        "email": "email",
        "email_verified": "emailVerified",
        "language": "language",
        "master_account_id": "masterAccountId",
        "name": "name",
        "profile": "profile",
        "rights": "rights",
        "secret": "secret",
        "shs_subscription_type": "shsSubscriptionType",
        "type": "type",
        "update_date": "updateDate",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.account_id,
            raw_api_terms_of_use,
            self.b2b_active,
            raw_config,
            raw_creation_date,
            raw_descent,
            self.email,
            self.email_verified,
            self.language,
            self.master_account_id,
            self.name,
            raw_profile,
            raw_rights,
            self.secret,
            raw_shs_subscription_type,
            raw_type,
            raw_update_date,
        ) = self._members(d)
        if raw_api_terms_of_use.__class__ is dict:
            raw_api_terms_of_use = TermsOfUse.from_dict(raw_api_terms_of_use)
        self.api_terms_of_use = raw_api_terms_of_use
        if raw_config.__class__ is dict:
            raw_config = AccountConfig.from_dict(raw_config)
        self.config = raw_config
        if raw_creation_date.__class__ is str:
            raw_creation_date = parse_datetime(raw_creation_date)
        self.creation_date = raw_creation_date
        if raw_descent.__class__ is dict:
            raw_descent = AccountDescent.from_dict(raw_descent)
        self.descent = raw_descent
        if raw_profile.__class__ is dict:
            raw_profile = AccountProfile.from_dict(raw_profile)
        self.profile = raw_profile
        if raw_rights.__class__ is int:
            raw_rights = _AccountRightsMembers[raw_rights]
        self.rights = raw_rights
        if raw_shs_subscription_type.__class__ is str:
            raw_shs_subscription_type = _ShsSubscriptionTypeMembers[raw_shs_subscription_type]
        self.shs_subscription_type = raw_shs_subscription_type
        self.type = _AccountTypeMembers[raw_type] if raw_type.__class__ is int else raw_type
        if raw_update_date.__class__ is str:
            raw_update_date = parse_datetime(raw_update_date)
        self.update_date = raw_update_date
        return self
