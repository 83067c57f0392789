"""Typed clients for the Nuki Web API and the Nuki Bridge API.

:class:`WebClient` and :class:`BridgeClient` and their asynchronous twins make the calls;
:class:`Home` holds devices on top of them. :mod:`nuki.web` and :mod:`nuki.bridge` hold the models,
enums and operations of each API; every error is a :class:`NukiError`. Names are imported when they
are first used, so that importing the package costs nothing; type checkers and editors find them in
``__init__.pyi``. ``__version__`` is that of the distribution ``nuki-sdk``.
"""

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

__all__ = [  # noqa: PLE0604 - the names are the keys
    *_HOME,  # pyright: ignore[reportUnsupportedDunderAll]
    "bridge",  # pyright: ignore[reportUnsupportedDunderAll]
    "web",  # pyright: ignore[reportUnsupportedDunderAll]
]


def __getattr__(name: str) -> object:
    from importlib import import_module  # noqa: PLC0415 - it takes longer than all of this module

    if name == "__version__":
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
