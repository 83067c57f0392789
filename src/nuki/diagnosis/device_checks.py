"""Checks of devices, as the bridge and the Web API know them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from nuki.snapshots import of_bridge, of_web
from nuki_core.frontends import ask
from nuki_core.ids import DeviceType
from nuki_core.json import is_integer
from nuki_generated.bridge import Device, ScanResult
from nuki_generated.web import ServerState, SmartlockState

from . import kinds
from .findings import Where

if TYPE_CHECKING:
    from nuki.snapshots import Snapshot
    from nuki_core.frontends import Flow

    from .examination import Examination
    from .findings import Finding

SERVED: Final = frozenset(
    {DeviceType.SMART_LOCK, DeviceType.OPENER, DeviceType.SMART_DOOR, DeviceType.SMART_LOCK_3}
)
"""Types that bridges serve (Bridge API 1.13.3, "Device types")."""
_UNREGISTERED: Final = frozenset(
    {ServerState.UNREGISTERED, ServerState.AUTH_UUID_INVALID, ServerState.AUTH_INVALID}
)


def check_bridge_devices(at: Examination) -> Flow[list[Finding] | None]:
    """Find out whether the bridge serves, hears and knows its devices."""
    if at.info is None:
        return None
    listed: list[Any] = yield from at.ask_bridge(lambda bridge: ask(bridge.device.list))
    at.devices = [one for one in listed if isinstance(one, Device) and is_integer(one.nuki_id)]
    if not at.devices:
        return [kinds.NO_DEVICES.at(at.at_bridge())]
    results: Any = at.info.scan_results
    scanned: list[object] = [*results] if isinstance(results, list) else []  # pyright: ignore[reportUnknownArgumentType]
    heard = {
        one.nuki_id: one
        for one in scanned
        if isinstance(one, ScanResult) and is_integer(one.nuki_id)
    }
    found: list[Finding] = []
    for device in at.devices:
        snapshot, scan = of_bridge(device, at.clock.date()), heard.get(device.nuki_id)
        if not snapshot.available:
            kind = kinds.DEVICE_OUT_OF_RANGE if scan is None else kinds.DEVICE_STATE_UNKNOWN
            rssi = None if scan is None else _number(scan.rssi)
            found.append(kind.at(_at_device(snapshot), **_about(snapshot), rssi=rssi))
        found += _batteries(snapshot)
    paired = {device.nuki_id for device in at.devices}
    found += [
        finding
        for nuki_id, scan in heard.items()
        if nuki_id not in paired and (finding := _unpaired(at, scan)) is not None
    ]
    return found


def _unpaired(at: Examination, scan: ScanResult) -> Finding | None:
    """What it means that the bridge hears a device that it does not serve."""
    if scan.paired is not False:
        return None
    # Old firmware does not tell the type; the account does.
    kind: object = scan.device_type
    ours = [one for one in at.smartlocks or () if one.smartlock_id.nuki_id == scan.nuki_id]
    if ours:
        kind = ours[0].smartlock_id.device_type
    if not isinstance(kind, int) or kind not in SERVED:
        return None
    evidence = {"rssi": _number(scan.rssi), "device_type": DeviceType(kind).name.lower()}
    name = next((str(one.name) for one in ours if one.name), str(scan.name))
    where = Where("device", name=name, id=f"{scan.nuki_id:08X}")
    if at.smartlocks is None:
        return kinds.DEVICE_STRANGE.at(where, **evidence)
    # What is not ours is a neighbour's.
    return kinds.DEVICE_UNPAIRED.at(where, **evidence) if ours else None


def check_web_devices(at: Examination) -> Flow[list[Finding] | None]:
    """Find out whether the account may see its devices, and the server reaches them."""
    yield from ()
    if at.smartlocks is None:
        return None
    now = at.clock.date()
    local = {of_bridge(device, now).id.hex for device in at.devices or ()}
    found: list[Finding] = []
    for smartlock in at.smartlocks:
        snapshot = of_web(smartlock, now)
        where, about = _at_device(snapshot), _about(snapshot)
        if "Smart Hosting" in str(smartlock.error or ""):
            found.append(kinds.NO_SMART_HOSTING.at(where, **about))
            continue
        state: Any = smartlock.server_state
        if state in _UNREGISTERED:
            found.append(
                kinds.DEVICE_NOT_REGISTERED.at(where, **about, server_state=state.name.lower())
            )
        elif state == ServerState.OFFLINE:
            found.append(kinds.DEVICE_OFFLINE.at(where, **about, server_state=state.name.lower()))
        elif state != ServerState.OK:
            matter, reason = "whether the server reaches a device", "it does not tell"
            found.append(kinds.UNKNOWN.at(where, matter=matter, reason=reason))
        if snapshot.id.hex not in local:  # of which the bridge's check has told
            found += _batteries(snapshot)
        told: Any = smartlock.state
        if isinstance(told, SmartlockState) and told.door_sensor_battery_critical is True:
            found.append(kinds.BATTERY_LOW.at(where, **about, battery="door sensor"))
    return found


def _batteries(snapshot: Snapshot) -> list[Finding]:
    where, about = _at_device(snapshot), _about(snapshot)
    low = {"device": snapshot.battery_critical, "keypad": snapshot.keypad_battery_critical}
    percent = {"device": snapshot.battery_percent}
    return [
        kinds.BATTERY_LOW.at(where, **about, battery=battery, percent=percent.get(battery))
        for battery, is_low in low.items()
        if is_low
    ]


def _at_device(snapshot: Snapshot) -> Where:
    return Where("device", name=snapshot.name, id=snapshot.id.hex)


def _about(snapshot: Snapshot) -> dict[str, str | None]:
    firmware = None if snapshot.firmware is None else str(snapshot.firmware)
    return {"device_type": snapshot.type.name.lower(), "firmware": firmware}


def _number(value: object) -> int | None:
    return value if is_integer(value) else None
