"""The endpoints about the bridge itself: what it is, its log, and its maintenance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nuki.bridge import BridgeIds, BridgeVersions, Info, ScanResult, UpdateScope
from nuki_core.unset import UNSET
from nuki_simulator.world.at_the_bridge import AtTheBridge
from nuki_simulator.world.events import DeviceChanged

from .calls import empty, ok
from .features import Feature

if TYPE_CHECKING:
    from nuki.firmware import FirmwareVersion
    from nuki_simulator.messages import Reply

    from .calls import Call

_UPDATE: Final = 60.0


def info(call: Call) -> Reply:
    """``/info``: ids, versions, time, and the devices in Bluetooth range."""
    bridge, world = call.bridge, call.world
    typed, wlan = Feature.DEVICE_TYPES.of(bridge), Feature.WLAN_CONNECTED.of(bridge)
    if bridge.is_hardware:
        versions = BridgeVersions(
            firmware_version=str(bridge.firmware), wifi_firmware_version=str(bridge.wifi_firmware)
        )
    else:
        versions = BridgeVersions(app_version=bridge.app_version)
    heard = [
        ScanResult(
            nuki_id=device.nuki_id,
            device_type=device.type if typed else UNSET,
            name=f"{'Nuki_Opener' if device.is_opener else 'Nuki'}_{device.nuki_id.hex}",
            rssi=-50 - device.nuki_id % 40,
            paired=device.smartlock_id in bridge.paired,
        )
        for device in world.devices_of(bridge.account_id)
        if device.online
    ]
    return ok(
        Info(
            bridge_type=bridge.type,
            ids=BridgeIds(
                hardware_id=bridge.hardware_id if bridge.is_hardware else UNSET,
                server_id=bridge.server_id,
            ),
            versions=versions,
            uptime=int(world.clock.elapsed - bridge.started),
            current_time=world.clock.now() + bridge.clock_offset,
            wlan_connected=True if wlan else UNSET,
            server_connected=bridge.server_connected,
            scan_results=heard,
        )
    )


def log(call: Call) -> Reply:
    """``/log``: the bridge's own log, newest first."""
    offset, count = call.integer("offset", 0), call.integer("count", 100)
    newest_first = call.bridge.log[::-1]
    return ok([*newest_first[offset : offset + count]])


def clear_log(call: Call) -> Reply:
    """``/clearlog``: forgets the log."""
    call.bridge.log.clear()
    return empty(no_content=call.bridge.quirks.no_content)


def update_firmware(call: Call) -> Reply:
    """``/fwupdate``: a minute later, everything in scope has the next patch version."""
    scope = UpdateScope(call.integer("scope", int(UpdateScope.ALL)))
    if "nukiId" in call.arguments:
        targets = [call.device()]
    else:
        targets = [call.world.devices[smartlock_id] for smartlock_id in call.bridge.paired]

    def update() -> None:
        if scope != UpdateScope.DEVICES:
            call.bridge.firmware = _next(call.bridge.firmware)
        if scope != UpdateScope.BRIDGE:
            for device in targets:
                device.firmware = _next(device.firmware)
                call.world.emit(DeviceChanged(device))

    call.world.clock.after(_UPDATE, update)
    return empty(no_content=call.bridge.quirks.no_content)


def reboot(call: Call) -> Reply:
    """``/reboot``: out of reach for ten seconds; callbacks and token stay."""
    AtTheBridge(call.world, call.bridge).reboot()
    return empty(no_content=call.bridge.quirks.no_content)


def factory_reset(call: Call) -> Reply:
    """``/factoryReset``: forgets pairings, callbacks and the token."""
    bridge = call.bridge
    bridge.paired.clear()
    bridge.callbacks.clear()
    bridge.log.clear()
    bridge.token, bridge.auth_enabled = None, True
    AtTheBridge(call.world, bridge).reboot()
    return empty(no_content=bridge.quirks.no_content)


def _next(version: FirmwareVersion) -> FirmwareVersion:
    return version._replace(patch=version.patch + 1)
