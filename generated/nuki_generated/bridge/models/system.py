# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki Bridge HTTP API: system."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from attrs import define

from nuki_core.datetimes import parse_datetime
from nuki_core.enums import members
from nuki_core.ids import DeviceType, NukiId, shared_nuki_id
from nuki_core.json import JsonValue
from nuki_core.model import NO_PROPERTIES, Model, declared_names, extra_fields
from nuki_core.unset import MISSING, UNSET, Unset

from ..enums.system import BridgeType

_BridgeTypeMembers: Final = members(BridgeType)
_DeviceTypeMembers: Final = members(DeviceType)


@define(kw_only=True, repr=False)
class BridgeIds(Model):
    """How a bridge is known."""

    hardware_id: int | Unset = UNSET
    """Id of the hardware. Missing on a software bridge."""
    server_id: int
    """Id at the vendor's server, the one that discovery calls `bridge_id`."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    json_names: ClassVar[Mapping[str, str]] = {
        "hardware_id": "hardwareId",
        "server_id": "serverId",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _BridgeIdsNames)
        self.hardware_id = d.get("hardwareId", MISSING)
        self.server_id = d.get("serverId", MISSING)
        return self


_BridgeIdsNames: Final = declared_names(BridgeIds)


@define(kw_only=True, repr=False)
class BridgeVersions(Model):
    """What software a bridge runs."""

    firmware_version: str | Unset = UNSET
    """Firmware of the bridge. Hardware bridge only."""
    wifi_firmware_version: str | Unset = UNSET
    """Firmware of its Wi-Fi part. Hardware bridge only."""
    app_version: str | Unset = UNSET
    """Version of the app. Software bridge only."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    json_names: ClassVar[Mapping[str, str]] = {
        "firmware_version": "firmwareVersion",
        "wifi_firmware_version": "wifiFirmwareVersion",
        "app_version": "appVersion",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _BridgeVersionsNames)
        self.firmware_version = d.get("firmwareVersion", MISSING)
        self.wifi_firmware_version = d.get("wifiFirmwareVersion", MISSING)
        self.app_version = d.get("appVersion", MISSING)
        return self


_BridgeVersionsNames: Final = declared_names(BridgeVersions)


@define(kw_only=True, repr=False)
class ScanResult(Model):
    """A device that the bridge hears over Bluetooth."""

    nuki_id: NukiId
    device_type: DeviceType | Unset = UNSET
    """What kind of device it is. Emulated bridges call this field `type`."""
    name: str
    """Bluetooth name, `Nuki_` or `Nuki_Opener_` followed by the id in hexadecimal."""
    rssi: int
    """Strength of the signal in dBm, a negative number."""
    paired: bool
    """Whether this bridge is paired with the device."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    json_names: ClassVar[Mapping[str, str]] = {
        "nuki_id": "nukiId",
        "device_type": "deviceType",
        "name": "name",
        "rssi": "rssi",
        "paired": "paired",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _ScanResultNames)
        value = d.get("nukiId", MISSING)
        self.nuki_id = shared_nuki_id(value) if value.__class__ is int else value
        value = d.get("deviceType", MISSING)
        self.device_type = _DeviceTypeMembers[value] if value.__class__ is int else value
        self.name = d.get("name", MISSING)
        self.rssi = d.get("rssi", MISSING)
        self.paired = d.get("paired", MISSING)
        return self


_ScanResultNames: Final = declared_names(ScanResult)


@define(kw_only=True, repr=False)
class Info(Model):
    """A bridge, and the devices it can hear."""

    bridge_type: BridgeType
    ids: BridgeIds
    versions: BridgeVersions
    uptime: int
    """Seconds since the bridge was started."""
    current_time: datetime
    """Clock of the bridge in UTC; compare it when hashed or encrypted tokens are refused."""
    wlan_connected: bool | Unset = UNSET
    """Whether the bridge is connected to a Wi-Fi. Undocumented; sent by hardware bridges at least
    since firmware 2.8.0.
    """
    server_connected: bool
    """Whether the bridge is connected to the vendor's server."""
    scan_results: list[ScanResult]
    """The devices in Bluetooth range, known or foreign. Now and then a paired one is absent."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    json_names: ClassVar[Mapping[str, str]] = {
        "bridge_type": "bridgeType",
        "ids": "ids",
        "versions": "versions",
        "uptime": "uptime",
        "current_time": "currentTime",
        "wlan_connected": "wlanConnected",
        "server_connected": "serverConnected",
        "scan_results": "scanResults",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _InfoNames)
        value = d.get("bridgeType", MISSING)
        self.bridge_type = _BridgeTypeMembers[value] if value.__class__ is int else value
        value = d.get("ids", MISSING)
        self.ids = BridgeIds.from_dict(value) if value.__class__ is dict else value
        value = d.get("versions", MISSING)
        self.versions = BridgeVersions.from_dict(value) if value.__class__ is dict else value
        self.uptime = d.get("uptime", MISSING)
        self.current_time = parse_datetime(d.get("currentTime", MISSING))
        self.wlan_connected = d.get("wlanConnected", MISSING)
        self.server_connected = d.get("serverConnected", MISSING)
        value = d.get("scanResults", MISSING)
        self.scan_results = (
            [ScanResult.from_dict(item) if item.__class__ is dict else item for item in value]
            if value.__class__ is list
            else value
        )
        return self


_InfoNames: Final = declared_names(Info)


@define(kw_only=True, repr=False)
class LogEntry(Model):
    """An entry of the diagnostic log. Which fields follow depends on `type` and is undocumented;
    those listed here were seen in logs of 2016 to 2020.
    """

    timestamp: datetime
    """When it happened."""
    type: str
    """What happened: the part that acted, and what it did. `HTTP` is this API, `BLE` Bluetooth,
    `SSE` the connection to the vendor's server, `WLAN` the network.
    """
    nuki_id: str | Unset = UNSET
    """The device concerned: the hexadecimal digits of its id, where all other answers count in
    decimal.
    """
    pair_index: int | Unset = UNSET
    """Number of the device among those that are paired, from 0."""
    ble_handle: str | Unset = UNSET
    """Which Bluetooth connection it was, four hexadecimal digits."""
    mac_addr: str | Unset = UNSET
    """Bluetooth address of the device, twelve hexadecimal digits."""
    handles: list[int] | Unset = UNSET
    """Bluetooth handles that were found on connecting."""
    cmd_id: str | Unset = UNSET
    """Bluetooth command that was sent or received, four hexadecimal digits."""
    action: str | Unset = UNSET
    """Lock action that was asked for, in words."""
    count: int | Unset = UNSET
    """How many there were, of what `type` names."""
    server_num: int | Unset = UNSET
    """Number of the vendor's server that the bridge is connected to."""
    connection: int | Unset = UNSET
    """Number of the network connection."""
    error: int | Unset = UNSET
    """Outcome of an exchange with the vendor's server; 0 is success."""
    errors: int | Unset = UNSET
    """How many errors there have been."""
    bytes: int | Unset = UNSET
    """How many bytes were dropped."""
    heap_used: int | Unset = UNSET
    """Memory in use; the unit is not known."""
    pref_addr: str | Unset = UNSET
    """Address of the preferred name server."""
    alt_addr: str | Unset = UNSET
    """Address of the alternative name server."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    json_names: ClassVar[Mapping[str, str]] = {
        "timestamp": "timestamp",
        "type": "type",
        "nuki_id": "nukiId",
        "pair_index": "pairIndex",
        "ble_handle": "bleHandle",
        "mac_addr": "macAddr",
        "handles": "handles",
        "cmd_id": "cmdId",
        "action": "action",
        "count": "count",
        "server_num": "serverNum",
        "connection": "connection",
        "error": "error",
        "errors": "errors",
        "bytes": "bytes",
        "heap_used": "heapUsed",
        "pref_addr": "prefAddr",
        "alt_addr": "altAddr",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _LogEntryNames)
        self.timestamp = parse_datetime(d.get("timestamp", MISSING))
        self.type = d.get("type", MISSING)
        self.nuki_id = d.get("nukiId", MISSING)
        self.pair_index = d.get("pairIndex", MISSING)
        self.ble_handle = d.get("bleHandle", MISSING)
        self.mac_addr = d.get("macAddr", MISSING)
        self.handles = d.get("handles", MISSING)
        self.cmd_id = d.get("cmdId", MISSING)
        self.action = d.get("action", MISSING)
        self.count = d.get("count", MISSING)
        self.server_num = d.get("serverNum", MISSING)
        self.connection = d.get("connection", MISSING)
        self.error = d.get("error", MISSING)
        self.errors = d.get("errors", MISSING)
        self.bytes = d.get("bytes", MISSING)
        self.heap_used = d.get("heapUsed", MISSING)
        self.pref_addr = d.get("prefAddr", MISSING)
        self.alt_addr = d.get("altAddr", MISSING)
        return self


_LogEntryNames: Final = declared_names(LogEntry)
