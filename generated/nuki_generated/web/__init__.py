# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums, models, operations and resources of the Nuki API."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import AsyncWebApi, WebApi
    from .enums.account import (
        AccountOrigin, AccountRights, AccountType, AdvancedApiKeyStatus, AdvancedApiKeyType,
        DeviceSortType, DeviceViewType, IntegrationVersion, Scope, ShsSubscriptionType,
        TermsOfUseState,
    )
    from .enums.account_user import LanguageCode
    from .enums.address import RedeemResult, ServiceId
    from .enums.address_reservation import ReservationState
    from .enums.advanced_api import ActionOption, LockAction, OpenerAction, WebhookFeature, Weekdays
    from .enums.api_key import WebhookStatus
    from .enums.notification import NotificationEvent, NotificationOs, NotificationStatus
    from .enums.opener import VerifiedState
    from .enums.smartlock import (
        AdminPinState, AdvertisingMode, BatteryType, ButtonAction, BuzzerVolume, Capability,
        DaylightSavingMode, DoorState, DoorbellSuppression, FobAction, HomekitState, LockMechanism,
        LockState, LockTrigger, MatterState, MotorSpeed, OpenerButtonAction, OpenerFobAction,
        OpenerState, OpenerTrigger, OperatingMode, ProductVariant, ServerState,
        ShsSubscriptionSegment, ShsSubscriptionState, SmartlockMode, Sound, SoundConfirmation,
        TimezoneId,
    )
    from .enums.smartlock_auth import AuthType
    from .enums.smartlock_log import (
        LogAction, LogSource, LogState, OpenerLogAction, OpenerLogSource,
    )
    from .enums.webhooks import DeviceErrorCode
    from .models.account import (
        Account, AccountConfig, AccountDescent, AccountEmailChange, AccountIntegration,
        AccountOtpEnable, AccountPasswordReset, AccountProfile, AccountSetting, AccountSettingWeb,
        AccountSubCreate, AccountSubUpdate, AccountUpdate, MyAccount, StaleDevice, TermsOfUse,
    )
    from .models.account_user import AccountUser, AccountUserCreate, AccountUserUpdate
    from .models.address import (
        Address, AddressCreate, AddressUnit, AddressUnitResponse, AddressUpdate,
        AdvancedConfirmationResponse,
    )
    from .models.address_reservation import AddressReservation, ReservationAccessTimesUpdate
    from .models.address_token import AddressToken, AddressTokenInfo
    from .models.advanced_api import (
        DecentralWebhook, SmartlockAction, SmartlocksAuthAdvancedCreate, WebhookLog, WebhookMessage,
    )
    from .models.api_key import (
        AdvancedApiKey, AdvancedApiKeyCreate, AdvancedApiKeyUpdate, ApiKey, ApiKeyCreate,
        ApiKeyToken, ApiKeyTokenCreate, ApiKeyTokenUpdate, ApiKeyUpdate,
    )
    from .models.company import Company
    from .models.notification import Notification, NotificationSetting
    from .models.opener import OpenerIntercomBrand, OpenerIntercomModel
    from .models.smartlock import (
        BulkWebConfigRequest, ShsSubscription, Smartlock, SmartlockAdminPinUpdate,
        SmartlockAdvancedConfig, SmartlockConfig, SmartlockOpenerAdvancedConfig,
        SmartlockSmartdoorAdvancedConfig, SmartlockState, SmartlockUpdate, SmartlockWebConfig,
        WebConfigRequest,
    )
    from .models.smartlock_auth import (
        PaginatedResponse, Pagination, SmartlockAuth, SmartlockAuthCreate, SmartlockAuthMultiUpdate,
        SmartlockAuthUpdate, SmartlockAuthWithSharedKeyCreate, SmartlocksAuthCreate,
    )
    from .models.smartlock_log import SmartlockLog, SmartlockLogOpenerLog
    from .models.webhooks import (
        AccountUserWebhook, AdvancedResultDetail, AdvancedResultWebhook, DeviceAuthsWebhook,
        DeviceConfigWebhook, DeviceLogsWebhook, DeviceMasterdataWebhook, DeviceStatusWebhook, Error,
    )
    from .operations import OPERATIONS
    from .resources.account import AccountResource, AsyncAccountResource
    from .resources.account_user import AccountUserResource, AsyncAccountUserResource
    from .resources.address import AddressResource, AsyncAddressResource
    from .resources.address_reservation import (
        AddressReservationResource, AsyncAddressReservationResource,
    )
    from .resources.address_token import AddressTokenResource, AsyncAddressTokenResource
    from .resources.advanced_api import AdvancedApiResource, AsyncAdvancedApiResource
    from .resources.api_key import ApiKeyResource, AsyncApiKeyResource
    from .resources.company import AsyncCompanyResource, CompanyResource
    from .resources.notification import AsyncNotificationResource, NotificationResource
    from .resources.opener import AsyncOpenerResource, OpenerResource
    from .resources.service import AsyncServiceResource, ServiceResource
    from .resources.smartlock import AsyncSmartlockResource, SmartlockResource
    from .resources.smartlock_auth import AsyncSmartlockAuthResource, SmartlockAuthResource
    from .resources.smartlock_log import AsyncSmartlockLogResource, SmartlockLogResource

API_VERSION = "4.10.0"

__all__ = [
    "API_VERSION",
    "Account", "AccountConfig", "AccountDescent", "AccountEmailChange", "AccountIntegration",
    "AccountOrigin", "AccountOtpEnable", "AccountPasswordReset", "AccountProfile",
    "AccountResource", "AccountRights", "AccountSetting", "AccountSettingWeb", "AccountSubCreate",
    "AccountSubUpdate", "AccountType", "AccountUpdate", "AccountUser", "AccountUserCreate",
    "AccountUserResource", "AccountUserUpdate", "AccountUserWebhook", "ActionOption", "Address",
    "AddressCreate", "AddressReservation", "AddressReservationResource", "AddressResource",
    "AddressToken", "AddressTokenInfo", "AddressTokenResource", "AddressUnit",
    "AddressUnitResponse", "AddressUpdate", "AdminPinState", "AdvancedApiKey",
    "AdvancedApiKeyCreate", "AdvancedApiKeyStatus", "AdvancedApiKeyType", "AdvancedApiKeyUpdate",
    "AdvancedApiResource", "AdvancedConfirmationResponse", "AdvancedResultDetail",
    "AdvancedResultWebhook", "AdvertisingMode", "ApiKey", "ApiKeyCreate", "ApiKeyResource",
    "ApiKeyToken", "ApiKeyTokenCreate", "ApiKeyTokenUpdate", "ApiKeyUpdate", "AsyncAccountResource",
    "AsyncAccountUserResource", "AsyncAddressReservationResource", "AsyncAddressResource",
    "AsyncAddressTokenResource", "AsyncAdvancedApiResource", "AsyncApiKeyResource",
    "AsyncCompanyResource", "AsyncNotificationResource", "AsyncOpenerResource",
    "AsyncServiceResource", "AsyncSmartlockAuthResource", "AsyncSmartlockLogResource",
    "AsyncSmartlockResource", "AsyncWebApi", "AuthType", "BatteryType", "BulkWebConfigRequest",
    "ButtonAction", "BuzzerVolume", "Capability", "Company", "CompanyResource",
    "DaylightSavingMode", "DecentralWebhook", "DeviceAuthsWebhook", "DeviceConfigWebhook",
    "DeviceErrorCode", "DeviceLogsWebhook", "DeviceMasterdataWebhook", "DeviceSortType",
    "DeviceStatusWebhook", "DeviceViewType", "DoorState", "DoorbellSuppression", "Error",
    "FobAction", "HomekitState", "IntegrationVersion", "LanguageCode", "LockAction",
    "LockMechanism", "LockState", "LockTrigger", "LogAction", "LogSource", "LogState",
    "MatterState", "MotorSpeed", "MyAccount", "Notification", "NotificationEvent", "NotificationOs",
    "NotificationResource", "NotificationSetting", "NotificationStatus", "OPERATIONS",
    "OpenerAction", "OpenerButtonAction", "OpenerFobAction", "OpenerIntercomBrand",
    "OpenerIntercomModel", "OpenerLogAction", "OpenerLogSource", "OpenerResource", "OpenerState",
    "OpenerTrigger", "OperatingMode", "PaginatedResponse", "Pagination", "ProductVariant",
    "RedeemResult", "ReservationAccessTimesUpdate", "ReservationState", "Scope", "ServerState",
    "ServiceId", "ServiceResource", "ShsSubscription", "ShsSubscriptionSegment",
    "ShsSubscriptionState", "ShsSubscriptionType", "Smartlock", "SmartlockAction",
    "SmartlockAdminPinUpdate", "SmartlockAdvancedConfig", "SmartlockAuth", "SmartlockAuthCreate",
    "SmartlockAuthMultiUpdate", "SmartlockAuthResource", "SmartlockAuthUpdate",
    "SmartlockAuthWithSharedKeyCreate", "SmartlockConfig", "SmartlockLog", "SmartlockLogOpenerLog",
    "SmartlockLogResource", "SmartlockMode", "SmartlockOpenerAdvancedConfig", "SmartlockResource",
    "SmartlockSmartdoorAdvancedConfig", "SmartlockState", "SmartlockUpdate", "SmartlockWebConfig",
    "SmartlocksAuthAdvancedCreate", "SmartlocksAuthCreate", "Sound", "SoundConfirmation",
    "StaleDevice", "TermsOfUse", "TermsOfUseState", "TimezoneId", "VerifiedState", "WebApi",
    "WebConfigRequest", "WebhookFeature", "WebhookLog", "WebhookMessage", "WebhookStatus",
    "Weekdays",
]

_MODULES = {
    ".api": (
        "AsyncWebApi", "WebApi",
    ),
    ".enums.account": (
        "AccountOrigin", "AccountRights", "AccountType", "AdvancedApiKeyStatus",
        "AdvancedApiKeyType", "DeviceSortType", "DeviceViewType", "IntegrationVersion", "Scope",
        "ShsSubscriptionType", "TermsOfUseState",
    ),
    ".enums.account_user": (
        "LanguageCode",
    ),
    ".enums.address": (
        "RedeemResult", "ServiceId",
    ),
    ".enums.address_reservation": (
        "ReservationState",
    ),
    ".enums.advanced_api": (
        "ActionOption", "LockAction", "OpenerAction", "WebhookFeature", "Weekdays",
    ),
    ".enums.api_key": (
        "WebhookStatus",
    ),
    ".enums.notification": (
        "NotificationEvent", "NotificationOs", "NotificationStatus",
    ),
    ".enums.opener": (
        "VerifiedState",
    ),
    ".enums.smartlock": (
        "AdminPinState", "AdvertisingMode", "BatteryType", "ButtonAction", "BuzzerVolume",
        "Capability", "DaylightSavingMode", "DoorState", "DoorbellSuppression", "FobAction",
        "HomekitState", "LockMechanism", "LockState", "LockTrigger", "MatterState", "MotorSpeed",
        "OpenerButtonAction", "OpenerFobAction", "OpenerState", "OpenerTrigger", "OperatingMode",
        "ProductVariant", "ServerState", "ShsSubscriptionSegment", "ShsSubscriptionState",
        "SmartlockMode", "Sound", "SoundConfirmation", "TimezoneId",
    ),
    ".enums.smartlock_auth": (
        "AuthType",
    ),
    ".enums.smartlock_log": (
        "LogAction", "LogSource", "LogState", "OpenerLogAction", "OpenerLogSource",
    ),
    ".enums.webhooks": (
        "DeviceErrorCode",
    ),
    ".models.account": (
        "Account", "AccountConfig", "AccountDescent", "AccountEmailChange", "AccountIntegration",
        "AccountOtpEnable", "AccountPasswordReset", "AccountProfile", "AccountSetting",
        "AccountSettingWeb", "AccountSubCreate", "AccountSubUpdate", "AccountUpdate", "MyAccount",
        "StaleDevice", "TermsOfUse",
    ),
    ".models.account_user": (
        "AccountUser", "AccountUserCreate", "AccountUserUpdate",
    ),
    ".models.address": (
        "Address", "AddressCreate", "AddressUnit", "AddressUnitResponse", "AddressUpdate",
        "AdvancedConfirmationResponse",
    ),
    ".models.address_reservation": (
        "AddressReservation", "ReservationAccessTimesUpdate",
    ),
    ".models.address_token": (
        "AddressToken", "AddressTokenInfo",
    ),
    ".models.advanced_api": (
        "DecentralWebhook", "SmartlockAction", "SmartlocksAuthAdvancedCreate", "WebhookLog",
        "WebhookMessage",
    ),
    ".models.api_key": (
        "AdvancedApiKey", "AdvancedApiKeyCreate", "AdvancedApiKeyUpdate", "ApiKey", "ApiKeyCreate",
        "ApiKeyToken", "ApiKeyTokenCreate", "ApiKeyTokenUpdate", "ApiKeyUpdate",
    ),
    ".models.company": (
        "Company",
    ),
    ".models.notification": (
        "Notification", "NotificationSetting",
    ),
    ".models.opener": (
        "OpenerIntercomBrand", "OpenerIntercomModel",
    ),
    ".models.smartlock": (
        "BulkWebConfigRequest", "ShsSubscription", "Smartlock", "SmartlockAdminPinUpdate",
        "SmartlockAdvancedConfig", "SmartlockConfig", "SmartlockOpenerAdvancedConfig",
        "SmartlockSmartdoorAdvancedConfig", "SmartlockState", "SmartlockUpdate",
        "SmartlockWebConfig", "WebConfigRequest",
    ),
    ".models.smartlock_auth": (
        "PaginatedResponse", "Pagination", "SmartlockAuth", "SmartlockAuthCreate",
        "SmartlockAuthMultiUpdate", "SmartlockAuthUpdate", "SmartlockAuthWithSharedKeyCreate",
        "SmartlocksAuthCreate",
    ),
    ".models.smartlock_log": (
        "SmartlockLog", "SmartlockLogOpenerLog",
    ),
    ".models.webhooks": (
        "AccountUserWebhook", "AdvancedResultDetail", "AdvancedResultWebhook", "DeviceAuthsWebhook",
        "DeviceConfigWebhook", "DeviceLogsWebhook", "DeviceMasterdataWebhook",
        "DeviceStatusWebhook", "Error",
    ),
    ".operations": (
        "OPERATIONS",
    ),
    ".resources.account": (
        "AccountResource", "AsyncAccountResource",
    ),
    ".resources.account_user": (
        "AccountUserResource", "AsyncAccountUserResource",
    ),
    ".resources.address": (
        "AddressResource", "AsyncAddressResource",
    ),
    ".resources.address_reservation": (
        "AddressReservationResource", "AsyncAddressReservationResource",
    ),
    ".resources.address_token": (
        "AddressTokenResource", "AsyncAddressTokenResource",
    ),
    ".resources.advanced_api": (
        "AdvancedApiResource", "AsyncAdvancedApiResource",
    ),
    ".resources.api_key": (
        "ApiKeyResource", "AsyncApiKeyResource",
    ),
    ".resources.company": (
        "AsyncCompanyResource", "CompanyResource",
    ),
    ".resources.notification": (
        "AsyncNotificationResource", "NotificationResource",
    ),
    ".resources.opener": (
        "AsyncOpenerResource", "OpenerResource",
    ),
    ".resources.service": (
        "AsyncServiceResource", "ServiceResource",
    ),
    ".resources.smartlock": (
        "AsyncSmartlockResource", "SmartlockResource",
    ),
    ".resources.smartlock_auth": (
        "AsyncSmartlockAuthResource", "SmartlockAuthResource",
    ),
    ".resources.smartlock_log": (
        "AsyncSmartlockLogResource", "SmartlockLogResource",
    ),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
