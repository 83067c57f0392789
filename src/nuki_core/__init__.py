"""The alphabet and the engine of the clients; knows no endpoint and no model.

Everything public is re-exported by :mod:`nuki`.
"""

from .enums import OpenFlag, OpenIntEnum, OpenStrEnum
from .ids import DeviceType, NukiId, SmartlockId
from .json import JsonObject, JsonValue
from .request import Operation, Parameter, Request
from .unset import UNSET, Unset

__all__ = [
    "UNSET",
    "DeviceType",
    "JsonObject",
    "JsonValue",
    "NukiId",
    "OpenFlag",
    "OpenIntEnum",
    "OpenStrEnum",
    "Operation",
    "Parameter",
    "Request",
    "SmartlockId",
    "Unset",
]
