# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki Bridge HTTP API: system."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Self

from attrs import define

from nuki_core.enums import members
from nuki_core.ids import DeviceType, NukiId, shared_nuki_id
from nuki_core.instants import instant
from nuki_core.json import JsonObject
from nuki_core.model import Model, known, plain, unknown
from nuki_core.unset import MISSING, UNSET, Unset

from ..enums.system import BridgeType
_BridgeType: Final = members(BridgeType)
_DeviceType: Final = members(DeviceType)


@define(kw_only=True, repr=False, weakref_slot=False)
class BridgeIds(Model):
    """How a bridge is known.

    Attributes:
        hardware_id: Id of the hardware. Missing on a software bridge.
        server_id: Id at the vendor's server, the one that discovery calls `bridgeId`.
    """

    hardware_id: int | Unset = UNSET
    server_id: int

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.hardware_id = d.get("hardwareId", MISSING)
        self.server_id = d.get("serverId", MISSING)
        self.additional_properties = unknown(d, _BridgeIds)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "hardwareId": self.hardware_id, "serverId": self.server_id,
        })


_BridgeIds: Final = frozenset({"hardwareId", "serverId"})


@define(kw_only=True, repr=False, weakref_slot=False)
class BridgeVersions(Model):
    """What software a bridge runs.

    Attributes:
        firmware_version: Firmware of the bridge. Hardware bridge only.
        wifi_firmware_version: Firmware of its Wi-Fi part. Hardware bridge only.
        app_version: Version of the app. Software bridge only.
    """

    firmware_version: str | Unset = UNSET
    wifi_firmware_version: str | Unset = UNSET
    app_version: str | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.firmware_version = d.get("firmwareVersion", MISSING)
        self.wifi_firmware_version = d.get("wifiFirmwareVersion", MISSING)
        self.app_version = d.get("appVersion", MISSING)
        self.additional_properties = unknown(d, _BridgeVersions)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "firmwareVersion": self.firmware_version,
            "wifiFirmwareVersion": self.wifi_firmware_version, "appVersion": self.app_version,
        })


_BridgeVersions: Final = frozenset({"firmwareVersion", "wifiFirmwareVersion", "appVersion"})


@define(kw_only=True, repr=False, weakref_slot=False)
class Info(Model):
    """A bridge, and the devices it can hear.

    Attributes:
        uptime: Seconds since the bridge was started.
        current_time: Clock of the bridge in UTC; compare it when hashed or encrypted tokens are
            refused.
        wlan_connected: Whether the bridge is connected to a Wi-Fi. Undocumented; sent by hardware
            bridges at least since firmware 2.8.0.
        server_connected: Whether the bridge is connected to the vendor's server.
        scan_results: The devices in Bluetooth range, known or foreign. Now and then a paired one
            is absent.
    """

    bridge_type: BridgeType
    ids: BridgeIds
    versions: BridgeVersions
    uptime: int
    current_time: datetime
    wlan_connected: bool | Unset = UNSET
    server_connected: bool
    scan_results: list[ScanResult]

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.bridge_type = _BridgeType[v] if (v := d.get("bridgeType", MISSING)).__class__ is int else v
        self.ids = BridgeIds.from_dict(v) if (v := d.get("ids", MISSING)).__class__ is dict else v
        self.versions = BridgeVersions.from_dict(v) if (v := d.get("versions", MISSING)).__class__ is dict else v
        self.uptime = d.get("uptime", MISSING)
        self.current_time = instant(d.get("currentTime", MISSING))
        self.wlan_connected = d.get("wlanConnected", MISSING)
        self.server_connected = d.get("serverConnected", MISSING)
        self.scan_results = [ScanResult.from_dict(e) if e.__class__ is dict else e for e in v] if (v := d.get("scanResults", MISSING)).__class__ is list else v
        self.additional_properties = unknown(d, _Info)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "bridgeType": plain(self.bridge_type), "ids": plain(self.ids),
            "versions": plain(self.versions), "uptime": self.uptime,
            "currentTime": plain(self.current_time), "wlanConnected": self.wlan_connected,
            "serverConnected": self.server_connected, "scanResults": plain(self.scan_results),
        })


_Info: Final = frozenset({
    "bridgeType", "ids", "versions", "uptime", "currentTime", "wlanConnected", "serverConnected",
    "scanResults",
})


@define(kw_only=True, repr=False, weakref_slot=False)
class LogEntry(Model):
    """An entry of the diagnostic log. Further fields depend on `type` and are undocumented.

    Attributes:
        timestamp: When it happened.
        type: What happened.
    """

    timestamp: datetime
    type: str

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.timestamp = instant(d.get("timestamp", MISSING))
        self.type = d.get("type", MISSING)
        self.additional_properties = unknown(d, _LogEntry)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "timestamp": plain(self.timestamp), "type": self.type,
        })


_LogEntry: Final = frozenset({"timestamp", "type"})


@define(kw_only=True, repr=False, weakref_slot=False)
class ScanResult(Model):
    """A device that the bridge hears over Bluetooth.

    Attributes:
        device_type: What kind of device it is. Emulated bridges call this field `type`.
        name: Bluetooth name, `Nuki_` or `Nuki_Opener_` followed by the id in hexadecimal.
        rssi: Strength of the signal in dBm, a negative number.
        paired: Whether this bridge is paired with the device.
    """

    nuki_id: NukiId
    device_type: DeviceType | Unset = UNSET
    name: str
    rssi: int
    paired: bool

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.nuki_id = shared_nuki_id(v) if (v := d.get("nukiId", MISSING)).__class__ is int else v
        self.device_type = _DeviceType[v] if (v := d.get("deviceType", MISSING)).__class__ is int else v
        self.name = d.get("name", MISSING)
        self.rssi = d.get("rssi", MISSING)
        self.paired = d.get("paired", MISSING)
        self.additional_properties = unknown(d, _ScanResult)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "nukiId": plain(self.nuki_id), "deviceType": plain(self.device_type), "name": self.name,
            "rssi": self.rssi, "paired": self.paired,
        })


_ScanResult: Final = frozenset({"nukiId", "deviceType", "name", "rssi", "paired"})
