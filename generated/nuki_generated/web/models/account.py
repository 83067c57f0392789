# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: account."""

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

from ..enums.account import (
    AccountOrigin, AccountRights, AccountType, AdvancedApiKeyStatus, AdvancedApiKeyType,
    DeviceSortType, DeviceViewType, IntegrationVersion, Scope, ShsSubscriptionType, TermsOfUseState,
)
_AccountOrigin: Final = members(AccountOrigin)
_AccountRights: Final = members(AccountRights)
_AccountType: Final = members(AccountType)
_AdvancedApiKeyStatus: Final = members(AdvancedApiKeyStatus)
_AdvancedApiKeyType: Final = members(AdvancedApiKeyType)
_DeviceSortType: Final = members(DeviceSortType)
_DeviceViewType: Final = members(DeviceViewType)
_IntegrationVersion: Final = members(IntegrationVersion)
_Scope: Final = members(Scope)
_ShsSubscriptionType: Final = members(ShsSubscriptionType)
_TermsOfUseState: Final = members(TermsOfUseState)


@define(kw_only=True, repr=False, weakref_slot=False)
class Account(Model):
    """A sub account, as its master account sees it.

    Attributes:
        account_id: Number of the account.
        creation_date: When the account was opened (UTC).
        email: E-mail address of the account.
        email_verified: Whether the e-mail address has been confirmed.
        language: Language as a code, for example de.
        master_account_id: Sub accounts only: number of the account above.
        name: Name on the account.
        rights: What a sub account may do; sub accounts only.
        shs_subscription_type: Subscription that a business (B2B) account holds.
        type: Kind of account.
        update_date: When the account was last changed (UTC).
    """

    account_id: int
    api_terms_of_use: TermsOfUse | Unset = UNSET
    b2b_active: bool | Unset = UNSET
    config: AccountConfig | Unset = UNSET
    creation_date: datetime
    descent: AccountDescent | Unset = UNSET
    email: str
    email_verified: bool | Unset = UNSET
    language: str | Unset = UNSET
    master_account_id: int | Unset = UNSET
    name: str
    profile: AccountProfile | Unset = UNSET
    rights: AccountRights | Unset = UNSET
    shs_subscription_type: ShsSubscriptionType | Unset = UNSET
    type: AccountType
    update_date: datetime

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.account_id = d.get("accountId", MISSING)
        self.api_terms_of_use = TermsOfUse.from_dict(v) if (v := d.get("apiTermsOfUse", MISSING)).__class__ is dict else v
        self.b2b_active = d.get("b2bActive", MISSING)
        self.config = AccountConfig.from_dict(v) if (v := d.get("config", MISSING)).__class__ is dict else v
        self.creation_date = instant(d.get("creationDate", MISSING))
        self.descent = AccountDescent.from_dict(v) if (v := d.get("descent", MISSING)).__class__ is dict else v
        self.email = d.get("email", MISSING)
        self.email_verified = d.get("emailVerified", MISSING)
        self.language = d.get("language", MISSING)
        self.master_account_id = d.get("masterAccountId", MISSING)
        self.name = d.get("name", MISSING)
        self.profile = AccountProfile.from_dict(v) if (v := d.get("profile", MISSING)).__class__ is dict else v
        self.rights = _AccountRights[v] if (v := d.get("rights", MISSING)).__class__ is int else v
        self.shs_subscription_type = _ShsSubscriptionType[v] if (v := d.get("shsSubscriptionType", MISSING)).__class__ is str else v
        self.type = _AccountType[v] if (v := d.get("type", MISSING)).__class__ is int else v
        self.update_date = instant(d.get("updateDate", MISSING))
        self.additional_properties = unknown(d, _Account)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "accountId": self.account_id, "apiTermsOfUse": plain(self.api_terms_of_use),
            "b2bActive": self.b2b_active, "config": plain(self.config),
            "creationDate": plain(self.creation_date), "descent": plain(self.descent),
            "email": self.email, "emailVerified": self.email_verified, "language": self.language,
            "masterAccountId": self.master_account_id, "name": self.name,
            "profile": plain(self.profile), "rights": plain(self.rights),
            "shsSubscriptionType": plain(self.shs_subscription_type), "type": plain(self.type),
            "updateDate": plain(self.update_date),
        })


_Account: Final = frozenset({
    "accountId", "apiTermsOfUse", "b2bActive", "config", "creationDate", "descent", "email",
    "emailVerified", "language", "masterAccountId", "name", "profile", "rights",
    "shsSubscriptionType", "type", "updateDate",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class AccountConfig(Model):
    """PINs for voice assistants, and since when one-time passwords are on.

    Attributes:
        alexa_pin: PIN that Alexa asks for before it unlocks.
        gactions_home_pin: PIN that Google Home asks for before it unlocks.
        otp_enabled_date: When one-time passwords were switched on (UTC).
    """

    alexa_pin: str = field(repr=False)
    gactions_home_pin: str = field(repr=False)
    otp_enabled_date: datetime | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.alexa_pin = d.get("alexaPin", MISSING)
        self.gactions_home_pin = d.get("gactionsHomePin", MISSING)
        self.otp_enabled_date = instant(d.get("otpEnabledDate", MISSING))
        self.additional_properties = unknown(d, _AccountConfig)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "alexaPin": self.alexa_pin, "gactionsHomePin": self.gactions_home_pin,
            "otpEnabledDate": plain(self.otp_enabled_date),
        })


_AccountConfig: Final = frozenset({"alexaPin", "gactionsHomePin", "otpEnabledDate"})


@define(kw_only=True, repr=False, weakref_slot=False)
class AccountDescent(Model):
    """Where an account comes from.

    Attributes:
        origin: Sign-in provider through which the account was opened.
    """

    origin: AccountOrigin

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.origin = _AccountOrigin[v] if (v := d.get("origin", MISSING)).__class__ is str else v
        self.additional_properties = unknown(d, _AccountDescent)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "origin": plain(self.origin),
        })


_AccountDescent: Final = frozenset({"origin",})


@define(kw_only=True, repr=False, weakref_slot=False)
class AccountEmailChange(Model):
    """The e-mail address that the account shall get.

    Attributes:
        email: E-mail address to change to.
    """

    email: str

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.email = d.get("email", MISSING)
        self.additional_properties = unknown(d, _AccountEmailChange)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "email": self.email,
        })


_AccountEmailChange: Final = frozenset({"email",})


@define(kw_only=True, repr=False, weakref_slot=False)
class AccountIntegration(Model):
    """An integration, app or API token that may use the account.

    Attributes:
        advanced_state: Status of the Advanced API application, such as TESTING; advanced
            integrations only.
        advanced_type: Purpose of the Advanced API application, such as HEALTHCARE; advanced
            integrations only.
        client_id: Client id, by which the integration or device is removed.
        created_at: When the token was first issued (UTC).
        description: Text entered by the user, as a rule only for API tokens.
        device: Whether this is a device (true) or an integration (false).
        last_active_at: When the token was last refreshed (UTC).
        name: Name by which the token is shown.
        scopes: Scopes that the token holds.
        sort_order: Position in a sorted list; follows from vendorKey.
        sub_account: Whether a sub account set it up.
        sub_account_id: Number of the sub account behind the token; null without one.
        sub_account_name: Name of the sub account behind the token; null without one.
        token_id: Id of the token if it is an API token made by hand.
        vendor_key: What kind of integration or device it is, such as ALEXA, IOS, NUKI_WEB or
            API_TOKEN.
        version: Where it stems from: LEGACY is the old sign-in, HYDRA the present OAuth.
        warning: true for an integration of the legacy kind.
    """

    advanced_state: AdvancedApiKeyStatus | Unset = UNSET
    advanced_type: AdvancedApiKeyType | Unset = UNSET
    client_id: str
    created_at: datetime | Unset = UNSET
    description: str | Unset = UNSET
    device: bool | Unset = UNSET
    last_active_at: datetime | Unset = UNSET
    name: str
    scopes: list[Scope] | Unset = UNSET
    sort_order: int | Unset = UNSET
    sub_account: bool | Unset = UNSET
    sub_account_id: int | None | Unset = UNSET
    sub_account_name: str | None | Unset = UNSET
    token_id: str | Unset = UNSET
    vendor_key: str
    version: IntegrationVersion
    warning: bool | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.advanced_state = _AdvancedApiKeyStatus[v] if (v := d.get("advancedState", MISSING)).__class__ is str else v
        self.advanced_type = _AdvancedApiKeyType[v] if (v := d.get("advancedType", MISSING)).__class__ is str else v
        self.client_id = d.get("clientId", MISSING)
        self.created_at = instant(d.get("createdAt", MISSING))
        self.description = d.get("description", MISSING)
        self.device = d.get("device", MISSING)
        self.last_active_at = instant(d.get("lastActiveAt", MISSING))
        self.name = d.get("name", MISSING)
        self.scopes = [_Scope[e] if e.__class__ is str else e for e in v] if (v := d.get("scopes", MISSING)).__class__ is list else v
        self.sort_order = d.get("sortOrder", MISSING)
        self.sub_account = d.get("subAccount", MISSING)
        self.sub_account_id = d.get("subAccountId", MISSING)
        self.sub_account_name = d.get("subAccountName", MISSING)
        self.token_id = d.get("tokenId", MISSING)
        self.vendor_key = d.get("vendorKey", MISSING)
        self.version = _IntegrationVersion[v] if (v := d.get("version", MISSING)).__class__ is str else v
        self.warning = d.get("warning", MISSING)
        self.additional_properties = unknown(d, _AccountIntegration)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "advancedState": plain(self.advanced_state), "advancedType": plain(self.advanced_type),
            "clientId": self.client_id, "createdAt": plain(self.created_at),
            "description": self.description, "device": self.device,
            "lastActiveAt": plain(self.last_active_at), "name": self.name,
            "scopes": plain(self.scopes), "sortOrder": self.sort_order,
            "subAccount": self.sub_account, "subAccountId": self.sub_account_id,
            "subAccountName": self.sub_account_name, "tokenId": self.token_id,
            "vendorKey": self.vendor_key, "version": plain(self.version), "warning": self.warning,
        })


_AccountIntegration: Final = frozenset({
    "advancedState", "advancedType", "clientId", "createdAt", "description", "device",
    "lastActiveAt", "name", "scopes", "sortOrder", "subAccount", "subAccountId", "subAccountName",
    "tokenId", "vendorKey", "version", "warning",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class AccountOtpEnable(Model):
    """A first one-time password, which switches one-time passwords on.

    Attributes:
        otp: One-time password (OTP) to confirm with.
    """

    otp: str = field(repr=False)

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.otp = d.get("otp", MISSING)
        self.additional_properties = unknown(d, _AccountOtpEnable)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "otp": self.otp,
        })


_AccountOtpEnable: Final = frozenset({"otp",})


@define(kw_only=True, repr=False, weakref_slot=False)
class AccountPasswordReset(Model):
    """Request for a new password."""

    delete_api_tokens: bool | Unset = UNSET
    email: str

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.delete_api_tokens = d.get("deleteApiTokens", MISSING)
        self.email = d.get("email", MISSING)
        self.additional_properties = unknown(d, _AccountPasswordReset)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "deleteApiTokens": self.delete_api_tokens, "email": self.email,
        })


_AccountPasswordReset: Final = frozenset({"deleteApiTokens", "email"})


@define(kw_only=True, repr=False, weakref_slot=False)
class AccountProfile(Model):
    """Name and postal address of an account.

    Attributes:
        address: Street and number.
        city: Town.
        country: Country as a two-letter code.
        first_name: Given name.
        last_name: Family name.
        zip: Postcode.
    """

    address: str
    city: str
    country: str
    first_name: str
    last_name: str
    zip: str

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.address = d.get("address", MISSING)
        self.city = d.get("city", MISSING)
        self.country = d.get("country", MISSING)
        self.first_name = d.get("firstName", MISSING)
        self.last_name = d.get("lastName", MISSING)
        self.zip = d.get("zip", MISSING)
        self.additional_properties = unknown(d, _AccountProfile)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "address": self.address, "city": self.city, "country": self.country,
            "firstName": self.first_name, "lastName": self.last_name, "zip": self.zip,
        })


_AccountProfile: Final = frozenset({"address", "city", "country", "firstName", "lastName", "zip"})


@define(kw_only=True, repr=False, weakref_slot=False)
class AccountSetting(Model):
    """Settings stored for the account."""

    web: AccountSettingWeb | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.web = AccountSettingWeb.from_dict(v) if (v := d.get("web", MISSING)).__class__ is dict else v
        self.additional_properties = unknown(d, _AccountSetting)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "web": plain(self.web),
        })


_AccountSetting: Final = frozenset({"web",})


@define(kw_only=True, repr=False, weakref_slot=False)
class AccountSettingWeb(Model):
    """Settings of Nuki Web.

    Attributes:
        device_sort_type: Order in which the device page opens.
        device_view_type: Layout in which the device page opens.
        marked_staled_devices: Devices marked as stale.
        nuki_club_dismissed: true hides the Nuki Club banner.
        removed_staled_devices: Stale devices that were removed.
        annotations: Further settings as pairs of key and value. A key is a prefix in the form of
            a DNS subdomain, a slash (/) and a name of letters and digits, with dashes,
            underscores and dots inside.
    """

    device_sort_type: DeviceSortType | Unset = UNSET
    device_view_type: DeviceViewType | Unset = UNSET
    marked_staled_devices: list[StaleDevice] | Unset = UNSET
    nuki_club_dismissed: bool | Unset = UNSET
    removed_staled_devices: list[StaleDevice] | Unset = UNSET
    annotations: JsonObject | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.device_sort_type = _DeviceSortType[v] if (v := d.get("deviceSortType", MISSING)).__class__ is str else v
        self.device_view_type = _DeviceViewType[v] if (v := d.get("deviceViewType", MISSING)).__class__ is str else v
        self.marked_staled_devices = [StaleDevice.from_dict(e) if e.__class__ is dict else e for e in v] if (v := d.get("markedStaledDevices", MISSING)).__class__ is list else v
        self.nuki_club_dismissed = d.get("nukiClubDismissed", MISSING)
        self.removed_staled_devices = [StaleDevice.from_dict(e) if e.__class__ is dict else e for e in v] if (v := d.get("removedStaledDevices", MISSING)).__class__ is list else v
        self.annotations = d.get("annotations", MISSING)
        self.additional_properties = unknown(d, _AccountSettingWeb)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "deviceSortType": plain(self.device_sort_type),
            "deviceViewType": plain(self.device_view_type),
            "markedStaledDevices": plain(self.marked_staled_devices),
            "nukiClubDismissed": self.nuki_club_dismissed,
            "removedStaledDevices": plain(self.removed_staled_devices),
            "annotations": self.annotations,
        })


_AccountSettingWeb: Final = frozenset({
    "deviceSortType", "deviceViewType", "markedStaledDevices", "nukiClubDismissed",
    "removedStaledDevices", "annotations",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class AccountSubCreate(Model):
    """A sub account to open.

    Attributes:
        email: E-mail address of the sub account.
        language: Language as a code, for example de.
        name: Name of the sub account.
        password: Password, 7 characters or more.
        rights: The rights of the sub account.
    """

    email: str
    language: str
    name: str
    password: str = field(repr=False)
    profile: AccountProfile | Unset = UNSET
    rights: AccountRights

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.email = d.get("email", MISSING)
        self.language = d.get("language", MISSING)
        self.name = d.get("name", MISSING)
        self.password = d.get("password", MISSING)
        self.profile = AccountProfile.from_dict(v) if (v := d.get("profile", MISSING)).__class__ is dict else v
        self.rights = _AccountRights[v] if (v := d.get("rights", MISSING)).__class__ is int else v
        self.additional_properties = unknown(d, _AccountSubCreate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "email": self.email, "language": self.language, "name": self.name,
            "password": self.password, "profile": plain(self.profile), "rights": plain(self.rights),
        })


_AccountSubCreate: Final = frozenset({"email", "language", "name", "password", "profile", "rights"})


@define(kw_only=True, repr=False, weakref_slot=False)
class AccountSubUpdate(Model):
    """New data for a sub account.

    Attributes:
        email: E-mail address to change to.
        language: Language as a code, for example de.
        name: Name to change to.
        password: Password to change to, 7 characters or more.
        rights: The new rights of the sub account.
    """

    config: AccountConfig | Unset = UNSET
    email: str | Unset = UNSET
    language: str
    name: str | Unset = UNSET
    password: str | Unset = field(default=UNSET, repr=False)
    profile: AccountProfile | Unset = UNSET
    rights: AccountRights | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.config = AccountConfig.from_dict(v) if (v := d.get("config", MISSING)).__class__ is dict else v
        self.email = d.get("email", MISSING)
        self.language = d.get("language", MISSING)
        self.name = d.get("name", MISSING)
        self.password = d.get("password", MISSING)
        self.profile = AccountProfile.from_dict(v) if (v := d.get("profile", MISSING)).__class__ is dict else v
        self.rights = _AccountRights[v] if (v := d.get("rights", MISSING)).__class__ is int else v
        self.additional_properties = unknown(d, _AccountSubUpdate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "config": plain(self.config), "email": self.email, "language": self.language,
            "name": self.name, "password": self.password, "profile": plain(self.profile),
            "rights": plain(self.rights),
        })


_AccountSubUpdate: Final = frozenset({
    "config", "email", "language", "name", "password", "profile", "rights",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class AccountUpdate(Model):
    """New data for the account. A new password also deletes the API tokens, unless the call says
    otherwise.

    Attributes:
        email: E-mail address to change to.
        language: Language as a code, for example de.
        name: Name to change to.
        password: Password to change to, 7 characters or more.
    """

    config: AccountConfig | Unset = UNSET
    email: str | Unset = UNSET
    language: str
    name: str | Unset = UNSET
    password: str | Unset = field(default=UNSET, repr=False)
    profile: AccountProfile | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.config = AccountConfig.from_dict(v) if (v := d.get("config", MISSING)).__class__ is dict else v
        self.email = d.get("email", MISSING)
        self.language = d.get("language", MISSING)
        self.name = d.get("name", MISSING)
        self.password = d.get("password", MISSING)
        self.profile = AccountProfile.from_dict(v) if (v := d.get("profile", MISSING)).__class__ is dict else v
        self.additional_properties = unknown(d, _AccountUpdate)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "config": plain(self.config), "email": self.email, "language": self.language,
            "name": self.name, "password": self.password, "profile": plain(self.profile),
        })


_AccountUpdate: Final = frozenset({"config", "email", "language", "name", "password", "profile"})


@define(kw_only=True, repr=False, weakref_slot=False)
class MyAccount(Model):
    """The account of the token, or a sub account just opened, with its secret.

    Attributes:
        account_id: Number of the account.
        creation_date: When the account was opened (UTC).
        email: E-mail address of the account.
        email_verified: Whether the e-mail address has been confirmed.
        language: Language as a code, for example de.
        master_account_id: Sub accounts only: number of the account above.
        name: Name on the account.
        rights: What a sub account may do; sub accounts only.
        secret: The secret, encoded in base64.
        shs_subscription_type: Subscription that a business (B2B) account holds.
        type: Kind of account.
        update_date: When the account was last changed (UTC).
    """

    account_id: int
    api_terms_of_use: TermsOfUse | Unset = UNSET
    b2b_active: bool | Unset = UNSET
    config: AccountConfig | Unset = UNSET
    creation_date: datetime
    descent: AccountDescent | Unset = UNSET
    email: str
    email_verified: bool | Unset = UNSET
    language: str | Unset = UNSET
    master_account_id: int | Unset = UNSET
    name: str
    profile: AccountProfile | Unset = UNSET
    rights: AccountRights | Unset = UNSET
    secret: list[str] | Unset = field(default=UNSET, repr=False)
    shs_subscription_type: ShsSubscriptionType | Unset = UNSET
    type: AccountType
    update_date: datetime

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.account_id = d.get("accountId", MISSING)
        self.api_terms_of_use = TermsOfUse.from_dict(v) if (v := d.get("apiTermsOfUse", MISSING)).__class__ is dict else v
        self.b2b_active = d.get("b2bActive", MISSING)
        self.config = AccountConfig.from_dict(v) if (v := d.get("config", MISSING)).__class__ is dict else v
        self.creation_date = instant(d.get("creationDate", MISSING))
        self.descent = AccountDescent.from_dict(v) if (v := d.get("descent", MISSING)).__class__ is dict else v
        self.email = d.get("email", MISSING)
        self.email_verified = d.get("emailVerified", MISSING)
        self.language = d.get("language", MISSING)
        self.master_account_id = d.get("masterAccountId", MISSING)
        self.name = d.get("name", MISSING)
        self.profile = AccountProfile.from_dict(v) if (v := d.get("profile", MISSING)).__class__ is dict else v
        self.rights = _AccountRights[v] if (v := d.get("rights", MISSING)).__class__ is int else v
        self.secret = d.get("secret", MISSING)
        self.shs_subscription_type = _ShsSubscriptionType[v] if (v := d.get("shsSubscriptionType", MISSING)).__class__ is str else v
        self.type = _AccountType[v] if (v := d.get("type", MISSING)).__class__ is int else v
        self.update_date = instant(d.get("updateDate", MISSING))
        self.additional_properties = unknown(d, _MyAccount)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "accountId": self.account_id, "apiTermsOfUse": plain(self.api_terms_of_use),
            "b2bActive": self.b2b_active, "config": plain(self.config),
            "creationDate": plain(self.creation_date), "descent": plain(self.descent),
            "email": self.email, "emailVerified": self.email_verified, "language": self.language,
            "masterAccountId": self.master_account_id, "name": self.name,
            "profile": plain(self.profile), "rights": plain(self.rights), "secret": self.secret,
            "shsSubscriptionType": plain(self.shs_subscription_type), "type": plain(self.type),
            "updateDate": plain(self.update_date),
        })


_MyAccount: Final = frozenset({
    "accountId", "apiTermsOfUse", "b2bActive", "config", "creationDate", "descent", "email",
    "emailVerified", "language", "masterAccountId", "name", "profile", "rights", "secret",
    "shsSubscriptionType", "type", "updateDate",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class StaleDevice(Model):
    """A device that Nuki Web counts as stale."""

    name: str | Unset = UNSET
    read: bool | Unset = UNSET
    smartlock_id: SmartlockId | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.name = d.get("name", MISSING)
        self.read = d.get("read", MISSING)
        self.smartlock_id = shared_smartlock_id(v) if (v := d.get("smartlockId", MISSING)).__class__ is int else v
        self.additional_properties = unknown(d, _StaleDevice)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "name": self.name, "read": self.read, "smartlockId": plain(self.smartlock_id),
        })


_StaleDevice: Final = frozenset({"name", "read", "smartlockId"})


@define(kw_only=True, repr=False, weakref_slot=False)
class TermsOfUse(Model):
    """State of the terms of use of the API."""

    acceptance_date: datetime | Unset = UNSET
    publish_date: datetime | Unset = UNSET
    state: TermsOfUseState | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.acceptance_date = instant(d.get("acceptanceDate", MISSING))
        self.publish_date = instant(d.get("publishDate", MISSING))
        self.state = _TermsOfUseState[v] if (v := d.get("state", MISSING)).__class__ is str else v
        self.additional_properties = unknown(d, _TermsOfUse)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "acceptanceDate": plain(self.acceptance_date), "publishDate": plain(self.publish_date),
            "state": plain(self.state),
        })


_TermsOfUse: Final = frozenset({"acceptanceDate", "publishDate", "state"})
