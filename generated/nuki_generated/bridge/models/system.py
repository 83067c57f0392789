# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki Bridge HTTP API: system."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from nuki_core.datetimes import parse_datetime
from nuki_core.enums import members
from nuki_core.ids import DeviceType, NukiId, shared_nuki_id
from nuki_core.json import JsonValue
from nuki_core.lazy_attrs import define
from nuki_core.model import NO_PROPERTIES, Model, new
from nuki_core.unset import UNSET, Unset

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
    json_names: ClassVar[Mapping[str, str]] = {"hardware_id": "hardwareId", "server_id": "serverId"}

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.hardware_id, self.server_id) = self._members(d)
        return self


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
        self = new(cls)
        (self.firmware_version, self.wifi_firmware_version, self.app_version) = self._members(d)
        return self


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
        self = new(cls)
        (raw_nuki_id, raw_device_type, self.name, self.rssi, self.paired) = self._members(d)
        self.nuki_id = shared_nuki_id(raw_nuki_id) if raw_nuki_id.__class__ is int else raw_nuki_id
        if raw_device_type.__class__ is int:
            raw_device_type = _DeviceTypeMembers[raw_device_type]
        self.device_type = raw_device_type
        return self


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
        self = new(cls)
        (
            raw_bridge_type,
            raw_ids,
            raw_versions,
            self.uptime,
            raw_current_time,
            self.wlan_connected,
            self.server_connected,
            raw_scan_results,
        ) = self._members(d)
        if raw_bridge_type.__class__ is int:
            raw_bridge_type = _BridgeTypeMembers[raw_bridge_type]
        self.bridge_type = raw_bridge_type
        self.ids = BridgeIds.from_dict(raw_ids) if raw_ids.__class__ is dict else raw_ids
        if raw_versions.__class__ is dict:
            raw_versions = BridgeVersions.from_dict(raw_versions)
        self.versions = raw_versions
        if raw_current_time.__class__ is str:
            raw_current_time = parse_datetime(raw_current_time)
        self.current_time = raw_current_time
        if raw_scan_results.__class__ is list:
            raw_scan_results = [
                ScanResult.from_dict(item) if item.__class__ is dict else item
                for item in raw_scan_results
            ]
        self.scan_results = raw_scan_results
        return self


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
        self = new(cls)
        (
            raw_timestamp,
            self.type,
            self.nuki_id,
            self.pair_index,
            self.ble_handle,
            self.mac_addr,
            self.handles,
            self.cmd_id,
            self.action,
            self.count,
            self.server_num,
            self.connection,
            self.error,
            self.errors,
            self.bytes,
            self.heap_used,
            self.pref_addr,
            self.alt_addr,
        ) = self._members(d)
        if raw_timestamp.__class__ is str:
            raw_timestamp = parse_datetime(raw_timestamp)
        self.timestamp = raw_timestamp
        return self
