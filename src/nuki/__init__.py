"""Typed clients for the Nuki Web API and the Nuki Bridge API.

:class:`WebClient` and :class:`BridgeClient` and their asynchronous twins make the calls;
:mod:`nuki.web` and :mod:`nuki.bridge` hold the models, enums and operations of each API; every
error is a :class:`NukiError`. Names are imported when they are first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nuki_core.answers import Response
    from nuki_core.auth import (
        BearerToken,
        Credentials,
        EncryptedToken,
        HashedToken,
        PlainToken,
        Scheme,
    )
    from nuki_core.enums import OpenFlag, OpenIntEnum, OpenStrEnum
    from nuki_core.errors import (
        ApiError,
        BadRequestError,
        BridgeBusyError,
        BridgeRefusedError,
        ConflictError,
        ConnectError,
        DecodeError,
        DeviceOfflineError,
        ForbiddenError,
        GoneError,
        LockedError,
        MethodNotAllowedError,
        NotFoundError,
        NukiError,
        PaymentRequiredError,
        RateLimitedError,
        RequestTimeoutError,
        ServerError,
        SignatureError,
        SmartHostingError,
        TLSError,
        TransportError,
        UnauthorizedError,
        UnprocessableError,
        UpgradeRequiredError,
        ValidationError,
    )
    from nuki_core.ids import DeviceType, NukiId, SmartlockId
    from nuki_core.json import JsonObject, JsonValue
    from nuki_core.request import Operation, Parameter, Request
    from nuki_core.retry import NO_RETRY, RetryPolicy
    from nuki_core.unset import UNSET, Unset

    from . import bridge, web
    from .clients import AsyncBridgeClient, AsyncWebClient, BridgeClient, WebClient

__all__ = [
    "NO_RETRY",
    "UNSET",
    "ApiError",
    "AsyncBridgeClient",
    "AsyncWebClient",
    "BadRequestError",
    "BearerToken",
    "BridgeBusyError",
    "BridgeClient",
    "BridgeRefusedError",
    "ConflictError",
    "ConnectError",
    "Credentials",
    "DecodeError",
    "DeviceOfflineError",
    "DeviceType",
    "EncryptedToken",
    "ForbiddenError",
    "GoneError",
    "HashedToken",
    "JsonObject",
    "JsonValue",
    "LockedError",
    "MethodNotAllowedError",
    "NotFoundError",
    "NukiError",
    "NukiId",
    "OpenFlag",
    "OpenIntEnum",
    "OpenStrEnum",
    "Operation",
    "Parameter",
    "PaymentRequiredError",
    "PlainToken",
    "RateLimitedError",
    "Request",
    "RequestTimeoutError",
    "Response",
    "RetryPolicy",
    "Scheme",
    "ServerError",
    "SignatureError",
    "SmartHostingError",
    "SmartlockId",
    "TLSError",
    "TransportError",
    "UnauthorizedError",
    "UnprocessableError",
    "Unset",
    "UpgradeRequiredError",
    "ValidationError",
    "WebClient",
    "bridge",
    "web",
]

_HOMES = {
    "nuki_core.answers": ("Response",),
    "nuki_core.auth": (
        "BearerToken", "Credentials", "EncryptedToken", "HashedToken", "PlainToken", "Scheme",
    ),
    "nuki_core.enums": ("OpenFlag", "OpenIntEnum", "OpenStrEnum"),
    "nuki_core.ids": ("DeviceType", "NukiId", "SmartlockId"),
    "nuki_core.json": ("JsonObject", "JsonValue"),
    "nuki_core.request": ("Operation", "Parameter", "Request"),
    "nuki_core.retry": ("NO_RETRY", "RetryPolicy"),
    "nuki_core.unset": ("UNSET", "Unset"),
    "nuki.clients": ("AsyncBridgeClient", "AsyncWebClient", "BridgeClient", "WebClient"),
}  # fmt: skip
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name in {"bridge", "web"}:
        return import_module(f"{__name__}.{name}")
    value: object = getattr(import_module(_HOME.get(name, "nuki_core.errors")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
