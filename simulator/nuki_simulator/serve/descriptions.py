"""The house as JSON: as it really is, and what servers know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nuki.web import AuthType
from nuki_simulator.world.bridges import Bridge

from .simulator import Simulator

if TYPE_CHECKING:
    from nuki_core.json import JsonObject, JsonValue
    from nuki_core.unset import Unset
    from nuki_simulator.world.devices import Device, Status


def key_of(simulator: Simulator, target: Device | Bridge | Simulator) -> tuple[str, str]:
    """Name what an act is done to, as a path of the control API does: its place, and its key."""
    if isinstance(target, Simulator):
        return "house", ""
    if isinstance(target, Bridge):
        return "bridges", str(simulator.bridges.index(target) + 1)
    twins = [one for one in simulator.devices.values() if one.name == target.name]
    return "devices", target.name if len(twins) == 1 else str(int(target.smartlock_id))


def describe(simulator: Simulator, target: Device | Bridge | Simulator) -> JsonObject:
    """Describe what an act is done to as it really is, with what servers know of it.

    ``choices`` are values that an act's argument may well have, ``current`` those that are in
    force.
    """
    if isinstance(target, Simulator):
        return {
            "now": target.clock.now().isoformat(),
            "elapsed": target.clock.elapsed,
            "speed": target.clock.speed,
            "tokens": [*target.tokens],
            "current": {"set_speed": {"factor": target.clock.speed}},
            "devices": [describe(target, device) for device in target.devices.values()],
            "bridges": [describe(target, bridge) for bridge in target.bridges],
        }
    if isinstance(target, Bridge):
        return {
            "key": key_of(simulator, target)[1],
            "serverId": target.server_id,
            "url": target.base_url,
            "token": target.token,
            "powered": target.powered,
            "starting": target.starting is not None,
            "pressed": target.pressed,
            "busy": target.busy or simulator.clock.elapsed < target.occupied_until,
            "serverConnected": target.server_connected,
            "callbacks": [url for _, url in sorted(target.callbacks.items())],
            "paired": [int(smartlock_id) for smartlock_id in target.paired],
        }
    status, reported, run = target.status, target.reported, target.run
    auths = target.auths.values()
    codes: list[JsonValue] = [_choice(auth.name, auth.code) for auth in auths if auth.code]
    fobs: list[JsonValue] = [
        _choice(auth.name, auth.name) for auth in auths if auth.type == AuthType.FOB
    ]
    # In seconds since the start, as long as it moves.
    motion: JsonObject | None = None
    if run is not None and target.moving:
        motion = {"began": run.entered, "ends": run.next_step()}
    return {
        "key": key_of(simulator, target)[1],
        "smartlockId": int(target.smartlock_id),
        "nukiId": target.nuki_id.hex,
        "nukiIdDecimal": int(target.nuki_id),
        "type": target.type.name,
        "name": target.name,
        "state": status.state.name,
        "reportedState": None if reported is None else reported.state.name,
        "mode": status.mode.name,
        "door": status.door.name,
        "doorOpen": target.door_open,
        "battery": status.battery_charge,
        "ringing": status.ringing,
        "jammed": target.jammed,
        "powered": target.powered,
        "connected": target.connected,
        "keypad": target.has_keypad,
        "reported": None if reported is None else _known(reported),
        "actual": _known(status),
        "motion": motion,
        "choices": {"enter_code": {"code": codes}, "press_fob": {"name": fobs}},
    }


def _known(status: Status) -> JsonObject:
    """What bridge and server can know of a device."""
    return {
        "state": status.state.name,
        "door": status.door.name,
        "mode": status.mode.name,
        "battery": status.battery_charge,
        "ringing": status.ringing,
    }


def _choice(label: object, value: JsonValue | Unset) -> JsonObject:
    return {"label": label if isinstance(label, str) else "", "value": value or ""}
