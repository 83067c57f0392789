"""Typed clients for the Nuki Web API and the Nuki Bridge API.

:class:`WebClient` and :class:`BridgeClient` and their asynchronous twins make the calls;
:class:`Home` holds devices on top of them. :mod:`nuki.web` and :mod:`nuki.bridge` hold the models,
enums and operations of each API; every error is a :class:`NukiError`. Names are imported when they
are first used. ``__version__`` is that of the distribution ``nuki-sdk``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nuki_core.auth import (
        BearerToken,
        Credentials,
        EncryptedToken,
        HashedToken,
        PlainToken,
        Scheme,
        Unsigned,
    )
    from nuki_core.enums import OpenFlag, OpenIntEnum, OpenStrEnum
    from nuki_core.errors import (
        ActionAbortedError,
        ActionError,
        ActionRefusedError,
        ApiError,
        BadRequestError,
        BridgeBusyError,
        BridgeRefusedError,
        CallbackSlotsError,
        ConflictError,
        ConnectError,
        DecodeError,
        DeviceOfflineError,
        ForbiddenError,
        GoneError,
        JammedError,
        LockedError,
        MethodNotAllowedError,
        NotConfirmedError,
        NotExecutedError,
        NotFoundError,
        NukiError,
        PaymentRequiredError,
        RateLimitedError,
        RequestTimeoutError,
        ServerError,
        SignatureError,
        SmartHostingError,
        TLSError,
        TooFarError,
        TransportError,
        UnauthorizedError,
        UnprocessableError,
        UpgradeRequiredError,
        ValidationError,
    )
    from nuki_core.ids import DeviceType, NukiId, SmartlockId
    from nuki_core.json import JsonObject, JsonValue
    from nuki_core.request import Operation, Parameter, Request
    from nuki_core.responses import Response
    from nuki_core.retry import NO_RETRY, RetryPolicy
    from nuki_core.unset import UNSET, Unset, value_or
    from nuki_generated.web import Weekdays

    __version__: str

    from . import bridge, web
    from .access import AsyncAuthorizations, AsyncCodes, Authorizations, Codes
    from .authorizations import full_multi_update, full_update
    from .clients import AsyncBridgeClient, AsyncWebClient, BridgeClient, WebClient
    from .daily_times import minutes_since_midnight, time_of_day
    from .devices import (
        AsyncBox,
        AsyncDevice,
        AsyncLock,
        AsyncOpener,
        AsyncSmartDoor,
        Box,
        Device,
        Lock,
        Opener,
        SmartDoor,
    )
    from .discovery import FoundBridge, adiscover, discover
    from .events import (
        BatteryChanged,
        BecameAvailable,
        BecameUnavailable,
        DeviceAdded,
        DeviceGone,
        DoorChanged,
        Event,
        LogAdded,
        Rang,
        StateChanged,
    )
    from .firmware import FirmwareVersion
    from .home import AsyncHome, Home
    from .keypad_code import KeypadCode
    from .log import AsyncListings, Listings, LogCursor, to_csv, to_row
    from .many_doors import AccessReport
    from .oauth import Authorization, OAuth2
    from .pairing import apair, pair
    from .receiving import (
        CallbackReceiver,
        UnknownWebhook,
        Webhook,
        WebhookReceiver,
        parse_callback,
        parse_webhook,
        smartlock_id_of,
    )
    from .snapshots import Snapshot
    from .subscriptions import (
        AsyncCallbackSubscription,
        AsyncWebhookSubscription,
        CallbackSubscription,
        WebhookSubscription,
    )
    from .time_zones import OUTDATED_ZONES, timezone_id_of, zone_of
    from .token_stores import (
        FileTokenStore,
        MemoryTokenStore,
        OAuthToken,
        SharedTokenStore,
        TokenStore,
    )
    from .validity import Validity
    from .watching import AsyncWatch, Watch

__all__ = [
    "NO_RETRY",
    "OUTDATED_ZONES",
    "UNSET",
    "AccessReport",
    "ActionAbortedError",
    "ActionError",
    "ActionRefusedError",
    "ApiError",
    "AsyncAuthorizations",
    "AsyncBox",
    "AsyncBridgeClient",
    "AsyncCallbackSubscription",
    "AsyncCodes",
    "AsyncDevice",
    "AsyncHome",
    "AsyncListings",
    "AsyncLock",
    "AsyncOpener",
    "AsyncSmartDoor",
    "AsyncWatch",
    "AsyncWebClient",
    "AsyncWebhookSubscription",
    "Authorization",
    "Authorizations",
    "BadRequestError",
    "BatteryChanged",
    "BearerToken",
    "BecameAvailable",
    "BecameUnavailable",
    "Box",
    "BridgeBusyError",
    "BridgeClient",
    "BridgeRefusedError",
    "CallbackReceiver",
    "CallbackSlotsError",
    "CallbackSubscription",
    "Codes",
    "ConflictError",
    "ConnectError",
    "Credentials",
    "DecodeError",
    "Device",
    "DeviceAdded",
    "DeviceGone",
    "DeviceOfflineError",
    "DeviceType",
    "DoorChanged",
    "EncryptedToken",
    "Event",
    "FileTokenStore",
    "FirmwareVersion",
    "ForbiddenError",
    "FoundBridge",
    "GoneError",
    "HashedToken",
    "Home",
    "JammedError",
    "JsonObject",
    "JsonValue",
    "KeypadCode",
    "Listings",
    "Lock",
    "LockedError",
    "LogAdded",
    "LogCursor",
    "MemoryTokenStore",
    "MethodNotAllowedError",
    "NotConfirmedError",
    "NotExecutedError",
    "NotFoundError",
    "NukiError",
    "NukiId",
    "OAuth2",
    "OAuthToken",
    "OpenFlag",
    "OpenIntEnum",
    "OpenStrEnum",
    "Opener",
    "Operation",
    "Parameter",
    "PaymentRequiredError",
    "PlainToken",
    "Rang",
    "RateLimitedError",
    "Request",
    "RequestTimeoutError",
    "Response",
    "RetryPolicy",
    "Scheme",
    "ServerError",
    "SharedTokenStore",
    "SignatureError",
    "SmartDoor",
    "SmartHostingError",
    "SmartlockId",
    "Snapshot",
    "StateChanged",
    "TLSError",
    "TokenStore",
    "TooFarError",
    "TransportError",
    "UnauthorizedError",
    "UnknownWebhook",
    "UnprocessableError",
    "Unset",
    "Unsigned",
    "UpgradeRequiredError",
    "ValidationError",
    "Validity",
    "Watch",
    "WebClient",
    "Webhook",
    "WebhookReceiver",
    "WebhookSubscription",
    "Weekdays",
    "adiscover",
    "apair",
    "bridge",
    "discover",
    "full_multi_update",
    "full_update",
    "minutes_since_midnight",
    "pair",
    "parse_callback",
    "parse_webhook",
    "smartlock_id_of",
    "time_of_day",
    "timezone_id_of",
    "to_csv",
    "to_row",
    "value_or",
    "web",
    "zone_of",
]

_HOMES = {
    "nuki_core.responses": ("Response",),
    "nuki_core.auth": (
        "BearerToken",
        "Credentials",
        "EncryptedToken",
        "HashedToken",
        "PlainToken",
        "Scheme",
        "Unsigned",
    ),
    "nuki_core.enums": ("OpenFlag", "OpenIntEnum", "OpenStrEnum"),
    "nuki_core.errors": (
        "ActionAbortedError",
        "ActionError",
        "ActionRefusedError",
        "ApiError",
        "BadRequestError",
        "BridgeBusyError",
        "BridgeRefusedError",
        "CallbackSlotsError",
        "ConflictError",
        "ConnectError",
        "DecodeError",
        "DeviceOfflineError",
        "ForbiddenError",
        "GoneError",
        "JammedError",
        "LockedError",
        "MethodNotAllowedError",
        "NotExecutedError",
        "NotConfirmedError",
        "NotFoundError",
        "NukiError",
        "PaymentRequiredError",
        "RateLimitedError",
        "RequestTimeoutError",
        "ServerError",
        "SignatureError",
        "SmartHostingError",
        "TLSError",
        "TooFarError",
        "TransportError",
        "UnauthorizedError",
        "UnprocessableError",
        "UpgradeRequiredError",
        "ValidationError",
    ),
    "nuki_core.ids": ("DeviceType", "NukiId", "SmartlockId"),
    "nuki_core.json": ("JsonObject", "JsonValue"),
    "nuki_core.request": ("Operation", "Parameter", "Request"),
    "nuki_core.retry": ("NO_RETRY", "RetryPolicy"),
    "nuki_core.unset": ("UNSET", "Unset", "value_or"),
    "nuki_generated.web": ("Weekdays",),
    "nuki.authorizations": ("full_multi_update", "full_update"),
    "nuki.clients": ("AsyncBridgeClient", "AsyncWebClient", "BridgeClient", "WebClient"),
    "nuki.daily_times": ("minutes_since_midnight", "time_of_day"),
    "nuki.discovery": ("FoundBridge", "adiscover", "discover"),
    "nuki.firmware": ("FirmwareVersion",),
    "nuki.keypad_code": ("KeypadCode",),
    "nuki.oauth": ("Authorization", "OAuth2"),
    "nuki.pairing": ("apair", "pair"),
    "nuki.time_zones": ("OUTDATED_ZONES", "timezone_id_of", "zone_of"),
    "nuki.token_stores": (
        "FileTokenStore",
        "MemoryTokenStore",
        "OAuthToken",
        "SharedTokenStore",
        "TokenStore",
    ),
    "nuki.receiving": (
        "CallbackReceiver",
        "UnknownWebhook",
        "Webhook",
        "WebhookReceiver",
        "parse_callback",
        "parse_webhook",
        "smartlock_id_of",
    ),
    "nuki.subscriptions": (
        "AsyncCallbackSubscription",
        "AsyncWebhookSubscription",
        "CallbackSubscription",
        "WebhookSubscription",
    ),
    "nuki.validity": ("Validity",),
    "nuki.home": (
        "AsyncHome",
        "Home",
    ),
    "nuki.devices": (
        "AsyncBox",
        "AsyncDevice",
        "AsyncLock",
        "AsyncOpener",
        "AsyncSmartDoor",
        "Box",
        "Device",
        "Lock",
        "Opener",
        "SmartDoor",
    ),
    "nuki.snapshots": ("Snapshot",),
    "nuki.log": (
        "AsyncListings",
        "Listings",
        "LogCursor",
        "to_csv",
        "to_row",
    ),
    "nuki.access": (
        "AsyncAuthorizations",
        "AsyncCodes",
        "Authorizations",
        "Codes",
    ),
    "nuki.many_doors": ("AccessReport",),
    "nuki.events": (
        "BatteryChanged",
        "BecameAvailable",
        "BecameUnavailable",
        "DeviceAdded",
        "DeviceGone",
        "DoorChanged",
        "Event",
        "LogAdded",
        "Rang",
        "StateChanged",
    ),
    "nuki.watching": (
        "AsyncWatch",
        "Watch",
    ),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


if not TYPE_CHECKING:  # a checker shall see the names above, and no others

    def __getattr__(name: str) -> object:
        if name == "__version__":
            # Known only once it is asked for: reading it takes longer than all of this module.
            return import_module("importlib.metadata").version("nuki-sdk")
        if name in {"bridge", "web"}:
            return import_module(f"{__name__}.{name}")
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value: object = getattr(import_module(_HOME[name]), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted(__all__)
