# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums, models, operations and resources of the Nuki Bridge HTTP API."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import AsyncBridgeApi, BridgeApi
    from .enums.device import (
        DeviceMode,
        DoorState,
        LockAction,
        LockState,
        OpenerAction,
        OpenerState,
    )
    from .enums.system import BridgeType, UpdateScope
    from .models.auth import AuthResult
    from .models.callback import Callback, CallbackList, Result
    from .models.device import ActionResult, Device, DeviceState, LockStateResult
    from .models.discovery import DiscoveredBridge, DiscoveryResult
    from .models.system import BridgeIds, BridgeVersions, Info, LogEntry, ScanResult
    from .models.webhooks import StateCallback
    from .operations import OPERATIONS
    from .resources.auth import AsyncAuthResource, AuthResource
    from .resources.callback import AsyncCallbackResource, CallbackResource
    from .resources.device import AsyncDeviceResource, DeviceResource
    from .resources.discovery import AsyncDiscoveryResource, DiscoveryResource
    from .resources.system import AsyncSystemResource, SystemResource

API_VERSION = "1.13.3"
SERVER = "http://192.0.2.10:8080"
"""Where the API is, as its description has it; empty if it does not say."""

__all__ = [
    "API_VERSION",
    "ActionResult",
    "AsyncAuthResource",
    "AsyncBridgeApi",
    "AsyncCallbackResource",
    "AsyncDeviceResource",
    "AsyncDiscoveryResource",
    "AsyncSystemResource",
    "AuthResource",
    "AuthResult",
    "BridgeApi",
    "BridgeIds",
    "BridgeType",
    "BridgeVersions",
    "Callback",
    "CallbackList",
    "CallbackResource",
    "Device",
    "DeviceMode",
    "DeviceResource",
    "DeviceState",
    "DiscoveredBridge",
    "DiscoveryResource",
    "DiscoveryResult",
    "DoorState",
    "Info",
    "LockAction",
    "LockState",
    "LockStateResult",
    "LogEntry",
    "OPERATIONS",
    "OpenerAction",
    "OpenerState",
    "Result",
    "ScanResult",
    "StateCallback",
    "SystemResource",
    "UpdateScope",
]

_MODULES = {
    ".api": ("AsyncBridgeApi", "BridgeApi"),
    ".enums.device": (
        "DeviceMode",
        "DoorState",
        "LockAction",
        "LockState",
        "OpenerAction",
        "OpenerState",
    ),
    ".enums.system": ("BridgeType", "UpdateScope"),
    ".models.auth": ("AuthResult",),
    ".models.callback": ("Callback", "CallbackList", "Result"),
    ".models.device": ("ActionResult", "Device", "DeviceState", "LockStateResult"),
    ".models.discovery": ("DiscoveredBridge", "DiscoveryResult"),
    ".models.system": ("BridgeIds", "BridgeVersions", "Info", "LogEntry", "ScanResult"),
    ".models.webhooks": ("StateCallback",),
    ".operations": ("OPERATIONS",),
    ".resources.auth": ("AsyncAuthResource", "AuthResource"),
    ".resources.callback": ("AsyncCallbackResource", "CallbackResource"),
    ".resources.device": ("AsyncDeviceResource", "DeviceResource"),
    ".resources.discovery": ("AsyncDiscoveryResource", "DiscoveryResource"),
    ".resources.system": ("AsyncSystemResource", "SystemResource"),
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
